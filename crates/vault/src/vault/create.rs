//! Making a new vault.

use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError, RwLock};

use super::database::Database;
use super::keys::VaultKeys;
use super::{CommitState, Folder, MIN_FREE_BYTES, Vault};
use crate::anchor::{Anchor, Attested};
use crate::crypto::{self, SecretKey};
use crate::fs::Place;
use crate::header::{self, Header, SignedHeader, Slot};
use crate::kdf::{KdfCost, KdfParams, OutOfMemory};
use crate::layout::Layout;
use crate::manifest::{MANIFEST_KEY, Manifest};
use crate::process_lock::{LockError, ProcessLock};
use crate::slot::{PASSWORD_KIND, PasswordSlot};
use crate::store::{Engine, RecordStore};
use crate::{CreateError, IoFault, Password, fs, header_file};

impl Vault {
    /// Makes a vault in a folder that is new or empty, and unlocks it.
    ///
    /// The header is written last: until then there is no vault, and what a killed process left is cleared away by the
    /// next attempt.
    ///
    /// # Errors
    /// [`CreateError::AlreadyExists`], [`CreateError::NotEmpty`] and [`CreateError::OddEntry`] rather than touch what is there;
    /// [`CreateError::EmptyPassword`], [`CreateError::InUse`], [`CreateError::Full`] and [`CreateError::Io`].
    pub fn create(dir: &Path, password: &Password, cost: KdfCost) -> Result<Self, CreateError> {
        let (vault, unfinished) = Self::begin(dir, password, cost)?;
        unfinished.finish(vault)
    }

    /// Begins a vault, so that it can be filled before it counts: there is no vault in the folder until
    /// [`Unfinished::finish`], and other processes are kept out of it.
    ///
    /// # Errors
    /// As [`create`](Self::create). The folder is as it was then.
    pub fn begin(dir: &Path, password: &Password, cost: KdfCost) -> Result<(Self, Unfinished), CreateError> {
        if password.is_empty() {
            return Err(CreateError::EmptyPassword);
        }
        let unfinished = claim(&Layout::new(dir))?;
        check_room(dir)?;
        let vault = build(unfinished.folder.clone(), password, cost)?;
        Ok((vault, unfinished))
    }

    /// Whether a vault could be made in a folder, as far as a look at it tells. Nothing is changed by that.
    ///
    /// # Errors
    /// As [`create`](Self::create).
    pub fn check_place(dir: &Path) -> Result<(), CreateError> {
        check_dir(&Layout::new(dir)).map(drop)
    }
}

/// A folder in which a vault is being made.
///
/// Dropped before the vault is finished, it clears everything away, the folder too if that was made for it. Drop the
/// [`Vault`] before.
#[derive(Debug)]
#[must_use]
pub struct Unfinished {
    folder: Folder,
    /// Whether the folder was made for the vault.
    made_dir: bool,
    is_finished: bool,
}

impl Unfinished {
    /// Makes the vault count, with all that was committed to it. Durable on return.
    ///
    /// # Errors
    /// [`CreateError::Full`] and [`CreateError::Io`]. There is no vault then.
    pub fn finish(mut self, vault: Vault) -> Result<Vault, CreateError> {
        debug_assert_eq!(self.folder.layout().dir(), vault.dir(), "the vault that was begun here");
        let layout = self.folder.layout();
        let header = vault.header.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let finished = header_file::write(layout, &header)
            .map_err(io("write the header"))
            .and_then(|()| layout.creating().remove_if_there().map_err(io("finish the folder")))
            .and_then(|()| fs::sync_root(layout.dir()).map_err(io("save the folder")));
        match finished {
            Ok(()) => {
                self.is_finished = true;
                Ok(vault)
            }
            Err(error) => {
                drop(vault); // lets go of the database's files before they are removed
                Err(error)
            }
        }
    }

    /// Nothing of it was ever a vault that anybody could rely on.
    fn abandon(&self) -> io::Result<()> {
        let layout = self.folder.layout();
        // Without the mark, a database that has no header would be taken for a vault that lost it. A disk on which no mark
        // can be made is no reason to leave what is to go.
        if layout.headers().iter().any(Place::is_there) {
            let _ = layout.creating().replace(b"");
        }
        layout.headers().iter().try_for_each(Place::remove_if_there)?;
        clear_leftovers(layout)?;
        // Who has opened it meanwhile finds that it has no name any more, and tries again.
        layout.lock().remove_if_there()?;
        if self.made_dir { fs::remove_empty_root(layout.dir()) } else { Ok(()) }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_finished
            && let Err(error) = self.abandon()
        {
            tracing::warn!(%error, "the next attempt to make a vault clears away what this one left");
        }
    }
}

/// How often the folder is claimed again when another process has just given it up and removed it.
const MAX_CLAIMS: usize = 16;

/// Takes the folder, marks it as being made, and makes sure that nothing else is in it.
fn claim(layout: &Layout) -> Result<Unfinished, CreateError> {
    let mut made_dir = false;
    for _ in 0..MAX_CLAIMS {
        made_dir |= prepare_dir(layout)?;
        let lock = match ProcessLock::take(&layout.lock()) {
            Ok(lock) => lock,
            Err(LockError::Held { pid, program }) => return Err(CreateError::InUse { pid, program }),
            Err(LockError::Io(error)) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(LockError::Io(error)) => return Err(io("lock the folder")(error)),
        };
        check_dir(layout)?; // another process may have finished a vault in between
        let folder = Folder::writable_at(layout.clone(), lock);
        let unfinished = Unfinished { folder, made_dir, is_finished: false };
        layout.creating().replace(b"").map_err(io("mark the folder"))?;
        clear_leftovers(layout).map_err(io("clear the folder"))?;
        layout.creating().replace(b"").map_err(io("mark the folder"))?;
        return Ok(unfinished);
    }
    Err(CreateError::InUse { pid: None, program: None })
}

/// Makes the folder unless it is there, and says whether it did; it holds nothing but what a killed attempt left.
fn prepare_dir(layout: &Layout) -> Result<bool, CreateError> {
    let dir = layout.dir();
    if check_dir(layout)? {
        fs::make_root_private(dir).map_err(io("make the folder private"))?;
        return Ok(false);
    }
    fs::make_parents(dir).map_err(io("create the folder above"))?;
    match fs::make_private_root(dir) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return prepare_dir_made_meanwhile(layout),
        Err(error) => return Err(io("create the folder")(error)),
    }
    fs::sync_above_root(dir).map_err(|error| {
        let _ = fs::remove_empty_root(dir); // the first error is the one that counts
        io("save the folder")(error)
    })?;
    Ok(true)
}

/// Another process was faster, or the name is a link that leads nowhere.
fn prepare_dir_made_meanwhile(layout: &Layout) -> Result<bool, CreateError> {
    if check_dir(layout)? {
        return Ok(false);
    }
    Err(io("create the folder")(io::Error::new(
        io::ErrorKind::NotFound,
        "there is a link of its name that leads nowhere",
    )))
}

/// Whether there is a folder; an error if a vault may not be made in it.
fn check_dir(layout: &Layout) -> Result<bool, CreateError> {
    let dir = layout.dir();
    if layout.has_vault() {
        let odd = layout.odd_entries().map_err(io("look into the folder"))?;
        let is_whole = layout.headers().iter().any(Place::is_file);
        return Err(match odd.into_iter().next() {
            Some((_, entry)) if !is_whole => CreateError::OddEntry(entry),
            _ => CreateError::AlreadyExists { dir: dir.to_owned() },
        });
    }
    let entries = match layout.entries() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        entries => entries.map_err(io("look into the folder"))?,
    };
    if let Some((_, entry)) = layout.odd_entries().map_err(io("look into the folder"))?.into_iter().next() {
        return Err(CreateError::OddEntry(entry));
    }
    // A new file system has a folder for what its repair finds; a repair fills it, and nobody else.
    let is_of_file_system =
        |place: &Place| place.name() == "lost+found" && place.entries().is_ok_and(|in_it| in_it.is_empty());
    if entries.iter().all(|(place, _)| is_ours(layout, place) || is_of_file_system(place)) {
        Ok(true)
    } else {
        Err(CreateError::NotEmpty { dir: dir.to_owned() })
    }
}

/// What a killed attempt can have left, but only where it left its mark too; a lock file alone is harmless.
fn is_ours(layout: &Layout, place: &Place) -> bool {
    let marked = [layout.creating(), layout.database(0), layout.documents(), layout.anchor()];
    *place == layout.lock()
        || *place == layout.creating().temporary()
        || layout.creating().is_there()
            && (marked.contains(place) || temporary_files(layout).any(|known| known == *place))
}

fn temporary_files(layout: &Layout) -> impl Iterator<Item = Place> {
    let files = [layout.anchor(), layout.creating()].into_iter().chain(layout.headers());
    files.map(|place| place.temporary())
}

/// Removes what a killed attempt left. The caller knows that there is no header: nothing in it could be read.
fn clear_leftovers(layout: &Layout) -> io::Result<()> {
    layout.database(0).remove_tree()?;
    layout.documents().remove_tree()?;
    layout.anchor().remove_if_there()?;
    temporary_files(layout).try_for_each(|place| place.remove_if_there())?;
    layout.creating().remove_if_there()
}

fn check_room(dir: &Path) -> Result<(), CreateError> {
    let available = fs::available_bytes(dir).map_err(io("measure the free space"))?;
    let needed = 2 * MIN_FREE_BYTES;
    if available < needed { Err(CreateError::Full { needed, available }) } else { Ok(()) }
}

fn build(folder: Folder, password: &Password, cost: KdfCost) -> Result<Vault, CreateError> {
    let layout = folder.layout();
    let keys = VaultKeys::derive(crypto::make_random(), SecretKey::make());
    let epoch = keys.epoch(0);
    layout.documents().make_dir().map_err(io("create the documents' folder"))?;
    let manifest = Manifest::first(epoch.epoch());
    let store = Engine::create(&layout.database(epoch.epoch())).map_err(|error| failed(error.into_io()))?;
    store
        .apply(vec![(MANIFEST_KEY.to_vec(), Some(manifest.seal(epoch.manifest())))])
        .and_then(|()| store.sync())
        .map_err(|error| failed(error.into_io()))?;
    let attested = Attested { write: manifest.write, header: 1 };
    let anchor = Anchor::create(&layout.anchor(), keys.source(), attested).map_err(io("write the anchor"))?;

    let header = first_header(&keys, password, cost)?;
    Ok(Vault {
        database: RwLock::new(Database { store, keys: epoch }),
        keys,
        header: Mutex::new(header),
        state: Mutex::new(CommitState { manifest, anchor, broken: false, snapshot: None }),
        missing_documents: Vec::new(),
        repair: None,
        spare_faults: Vec::new(),
        folder,
    })
}

fn first_header(keys: &VaultKeys, password: &Password, cost: KdfCost) -> Result<SignedHeader, CreateError> {
    let slot = KdfParams::choose(cost)
        .and_then(|params| PasswordSlot::wrap(keys.vault_id(), password, params, keys.data_key()))
        .map_err(|OutOfMemory { .. }| io("take the memory to protect the key")(io::ErrorKind::OutOfMemory.into()))?;
    let header = Header {
        version: header::NEWEST_VERSION,
        vault_id: *keys.vault_id(),
        generation: 1,
        epoch: 0,
        floor: 0,
        slots: vec![Slot { kind: PASSWORD_KIND, body: slot.encode() }],
        extension: Vec::new(),
    };
    Ok(SignedHeader::sign(header, keys.source()))
}

fn io(doing: &'static str) -> impl FnOnce(io::Error) -> CreateError {
    move |error| failed(IoFault::when(doing)(error))
}

fn failed(fault: IoFault) -> CreateError {
    if fault.is_full() { CreateError::Full { needed: 2 * MIN_FREE_BYTES, available: 0 } } else { fault.into() }
}
