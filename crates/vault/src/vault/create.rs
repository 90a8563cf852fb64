//! Making a new vault.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

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
        let vault = Self::prepare(dir, password, cost)?;
        vault.keep()?;
        Ok(vault)
    }

    /// The same up to the header: it can be written to, and is a vault only once it is [kept](Self::keep). Dropped before,
    /// it leaves what a failed attempt leaves, which is nothing but a lock file; killed, what the next attempt clears away.
    ///
    /// # Errors
    /// As [`create`](Self::create).
    pub fn prepare(dir: &Path, password: &Password, cost: KdfCost) -> Result<Self, CreateError> {
        if password.is_empty() {
            return Err(CreateError::EmptyPassword);
        }
        let layout = Layout::new(dir);
        let folder = claim(&layout)?;
        check_room(dir)?;
        let built = build(folder, password, cost);
        if built.is_err() && !layout.has_vault() {
            let _ = clear_leftovers(&layout); // the first error is the one that counts
        }
        built
    }

    /// Makes what was [prepared](Self::prepare) a vault, for good; one that is a vault already stays it.
    ///
    /// # Errors
    /// [`CreateError::Full`] and [`CreateError::Io`].
    pub fn keep(&self) -> Result<(), CreateError> {
        let mut unkept = self.unkept.lock().unwrap_or_else(PoisonError::into_inner);
        if unkept.is_none() {
            return Ok(());
        }
        let layout = &self.folder.layout;
        let header = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        header_file::write(layout, &header).map_err(io("write the header"))?;
        layout.creating().remove_if_there().map_err(io("finish the folder"))?;
        sync_with_parent(layout.dir()).map_err(io("save the folder"))?;
        *unkept = None; // with a header there, its end clears nothing away
        Ok(())
    }
}

/// Clears away what there is of a new vault, unless it has a header.
pub(super) struct Unkept(Folder);

impl Drop for Unkept {
    fn drop(&mut self) {
        if !self.0.layout.has_vault() {
            let _ = clear_leftovers(&self.0.layout); // if not now, then at the next attempt
        }
    }
}

/// Takes the folder, marks it as being made, and makes sure that nothing else is in it.
fn claim(layout: &Layout) -> Result<Folder, CreateError> {
    prepare_dir(layout)?;
    let lock = ProcessLock::take(&layout.lock()).map_err(|error| match error {
        LockError::Held { pid, program } => CreateError::InUse { pid, program },
        LockError::Io(error) => io("lock the folder")(error),
    })?;
    prepare_dir(layout)?; // another process may have finished a vault in between
    layout.creating().replace(b"").map_err(io("mark the folder"))?;
    clear_leftovers(layout).map_err(io("clear the folder"))?;
    layout.creating().replace(b"").map_err(io("mark the folder"))?;
    Ok(Folder { layout: layout.clone(), _lock: Arc::new(lock) })
}

fn prepare_dir(layout: &Layout) -> Result<(), CreateError> {
    let dir = layout.dir();
    if layout.has_vault() {
        let odd = layout.odd_entries().map_err(io("look into the folder"))?;
        let is_whole = layout.headers().iter().any(Place::is_file);
        return Err(match odd.into_iter().next() {
            Some((_, entry)) if !is_whole => CreateError::OddEntry(entry),
            _ => CreateError::AlreadyExists { dir: dir.to_owned() },
        });
    }
    fs::make_parents(dir).map_err(io("create the folder above"))?;
    match fs::make_private_root(dir) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(io("create the folder")(error)),
    }
    if let Some((_, entry)) = layout.odd_entries().map_err(io("look into the folder"))?.into_iter().next() {
        return Err(CreateError::OddEntry(entry));
    }
    let entries = layout.entries().map_err(io("look into the folder"))?;
    if !entries.iter().all(|(place, _)| is_ours(layout, place)) {
        return Err(CreateError::NotEmpty { dir: dir.to_owned() });
    }
    fs::make_root_private(dir).map_err(io("make the folder private"))
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
    let layout = &folder.layout;
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
        unkept: Mutex::new(Some(Unkept(folder.clone()))),
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

/// The folder's own entry is in the folder above.
fn sync_with_parent(dir: &Path) -> io::Result<()> {
    fs::sync_root(dir)?;
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
    fs::sync_root(parent.unwrap_or(Path::new(".")))
}

fn io(doing: &'static str) -> impl FnOnce(io::Error) -> CreateError {
    move |error| failed(IoFault::when(doing)(error))
}

fn failed(fault: IoFault) -> CreateError {
    if fault.is_full() { CreateError::Full { needed: 2 * MIN_FREE_BYTES, available: 0 } } else { fault.into() }
}
