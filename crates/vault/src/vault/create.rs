//! Making a new vault.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, RwLock};

use super::database::Database;
use super::keys::VaultKeys;
use super::{CommitState, Folder, MIN_FREE_BYTES, Vault};
use crate::anchor::{Anchor, Attested};
use crate::crypto::{self, SecretKey};
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
    /// [`CreateError::AlreadyExists`] and [`CreateError::NotEmpty`] rather than touch what is there;
    /// [`CreateError::EmptyPassword`], [`CreateError::InUse`], [`CreateError::Full`] and [`CreateError::Io`].
    pub fn create(dir: &Path, password: &Password, cost: KdfCost) -> Result<Self, CreateError> {
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
}

/// Takes the folder, marks it as being made, and makes sure that nothing else is in it.
fn claim(layout: &Layout) -> Result<Folder, CreateError> {
    prepare_dir(layout)?;
    let lock = ProcessLock::take(&layout.lock()).map_err(|error| match error {
        LockError::Held { pid, program } => CreateError::InUse { pid, program },
        LockError::Io(error) => io("lock the folder")(error),
    })?;
    prepare_dir(layout)?; // another process may have finished a vault in between
    fs::replace(&layout.creating(), b"").map_err(io("mark the folder"))?;
    clear_leftovers(layout).map_err(io("clear the folder"))?;
    fs::replace(&layout.creating(), b"").map_err(io("mark the folder"))?;
    Ok(Folder { layout: layout.clone(), _lock: Arc::new(lock) })
}

fn prepare_dir(layout: &Layout) -> Result<(), CreateError> {
    let dir = layout.dir();
    if layout.has_vault() {
        return Err(CreateError::AlreadyExists { dir: dir.to_owned() });
    }
    if let Some(parent) = dir.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        std::fs::create_dir_all(parent).map_err(io("create the folder above"))?;
    }
    match fs::make_private_dir(dir) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(io("create the folder")(error)),
    }
    let others = std::fs::read_dir(dir)
        .and_then(|mut entries| {
            entries.try_fold(0, |count, entry| Ok(count + usize::from(!is_ours(layout, &entry?.path()))))
        })
        .map_err(io("look into the folder"))?;
    if others > 0 {
        return Err(CreateError::NotEmpty { dir: dir.to_owned() });
    }
    fs::make_private(dir).map_err(io("make the folder private"))
}

/// What a killed attempt can have left, but only where it left its mark too; a lock file alone is harmless.
fn is_ours(layout: &Layout, path: &Path) -> bool {
    let marked = [layout.creating(), layout.database(0), layout.documents(), layout.anchor()];
    *path == layout.lock()
        || *path == fs::temporary_name(&layout.creating())
        || layout.creating().exists()
            && (marked.iter().any(|known| known == path) || temporary_files(layout).any(|known| known == *path))
}

fn temporary_files(layout: &Layout) -> impl Iterator<Item = std::path::PathBuf> {
    let files = [layout.anchor(), layout.creating()].into_iter().chain(layout.headers());
    files.map(|path| fs::temporary_name(&path))
}

/// Removes what a killed attempt left. The caller knows that there is no header: nothing in it could be read.
fn clear_leftovers(layout: &Layout) -> io::Result<()> {
    for dir in [layout.database(0), layout.documents()] {
        if dir.exists() {
            std::fs::remove_dir_all(dir)?;
        }
    }
    fs::remove_if_there(&layout.anchor())?;
    temporary_files(layout).try_for_each(|path| fs::remove_if_there(&path))?;
    fs::remove_if_there(&layout.creating())
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
    fs::make_private_dir(&layout.documents()).map_err(io("create the documents' folder"))?;
    let manifest = Manifest::first(epoch.epoch());
    let store = Engine::create(&layout.database(epoch.epoch())).map_err(|error| failed(error.into_io()))?;
    store
        .apply(vec![(MANIFEST_KEY.to_vec(), Some(manifest.seal(epoch.manifest())))])
        .and_then(|()| store.sync())
        .map_err(|error| failed(error.into_io()))?;
    let attested = Attested { write: manifest.write, header: 1 };
    let anchor = Anchor::create(&layout.anchor(), keys.source(), attested).map_err(io("write the anchor"))?;

    let header = first_header(&keys, password, cost)?;
    header_file::write(layout, &header).map_err(io("write the header"))?;
    fs::remove_if_there(&layout.creating()).map_err(io("finish the folder"))?;
    sync_with_parent(layout.dir()).map_err(io("save the folder"))?;
    Ok(Vault {
        database: RwLock::new(Database { store, keys: epoch }),
        keys,
        header: Mutex::new(header),
        state: Mutex::new(CommitState { manifest, anchor, broken: false, snapshot: None }),
        missing_documents: Vec::new(),
        repair: None,
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
    fs::sync_dir(dir)?;
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
    fs::sync_dir(parent.unwrap_or(Path::new(".")))
}

fn io(doing: &'static str) -> impl FnOnce(io::Error) -> CreateError {
    move |error| failed(IoFault::when(doing)(error))
}

fn failed(fault: IoFault) -> CreateError {
    if fault.is_full() {
        CreateError::Full { needed: 2 * MIN_FREE_BYTES, available: 0 }
    } else {
        CreateError::Io(fault)
    }
}
