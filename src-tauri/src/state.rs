//! What the window keeps between commands. None of it ever goes to the page.

use std::{
    collections::HashMap,
    fs::File,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use idw_wallet::{KdfCost, Proposal, Wallet};

use crate::failure::{Failure, FailureCode};

/// The window's state.
///
/// While the wallet is locked nothing of the vault is held, its process lock neither: the command line can work on
/// a vault whose window is locked. Whether there is a vault at all is asked of the disk.
pub(crate) struct AppState {
    vault_dir: PathBuf,
    kdf: KdfCost,
    open: Mutex<Option<Session>>,
}

/// What lives from unlocking to locking.
struct Session {
    wallet: Arc<Wallet>,
    proposals: HashMap<String, Proposal>,
    staged: HashMap<String, StagedFile>,
    /// Makes the ids of proposals and files; never used twice in a session.
    next_id: u64,
}

/// A file that the user chose and that no command has taken yet. It is open: what is read later is what was chosen.
pub(crate) struct StagedFile {
    pub(crate) name: String,
    pub(crate) file: File,
}

impl AppState {
    pub(crate) fn new(vault_dir: PathBuf, kdf: KdfCost) -> Self {
        Self { vault_dir, kdf, open: Mutex::new(None) }
    }

    pub(crate) fn vault_dir(&self) -> &Path {
        &self.vault_dir
    }

    pub(crate) fn kdf(&self) -> KdfCost {
        self.kdf
    }

    pub(crate) fn is_open(&self) -> bool {
        self.session().is_some()
    }

    /// Begins a session. Whatever was open before is dropped.
    pub(crate) fn opened(&self, wallet: Wallet) {
        *self.session() =
            Some(Session { wallet: Arc::new(wallet), proposals: HashMap::new(), staged: HashMap::new(), next_id: 1 });
    }

    /// Ends the session and hands out what it held, to be dropped where that may take a moment. The keys go with
    /// the last command that still runs.
    pub(crate) fn close(&self) -> impl Send + use<> {
        self.session().take()
    }

    pub(crate) fn wallet(&self) -> Result<Arc<Wallet>, Failure> {
        self.with(|session| Ok(Arc::clone(&session.wallet)))
    }

    /// Keeps a proposal until the user answers; returns the id that the page knows it by.
    pub(crate) fn keep_proposal(&self, proposal: Proposal) -> Result<String, Failure> {
        self.with(|session| {
            let id = session.make_id();
            session.proposals.insert(id.clone(), proposal);
            Ok(id)
        })
    }

    /// Puts a proposal back that was taken but not used.
    pub(crate) fn return_proposal(&self, id: String, proposal: Proposal) -> Result<(), Failure> {
        self.with(|session| {
            session.proposals.insert(id, proposal);
            Ok(())
        })
    }

    /// Takes a proposal: it is good for one answer.
    pub(crate) fn take_proposal(&self, id: &str) -> Result<Proposal, Failure> {
        self.with(|session| {
            session.proposals.remove(id).ok_or_else(|| {
                Failure::new(FailureCode::NotFound, "This request was answered already. Begin again from the site.")
            })
        })
    }

    pub(crate) fn keep_file(&self, file: StagedFile) -> Result<String, Failure> {
        self.with(|session| {
            let token = session.make_id();
            session.staged.insert(token.clone(), file);
            Ok(token)
        })
    }

    /// A second handle on a chosen file. The file stays, so that a form that was refused can be sent again.
    pub(crate) fn staged_file(&self, token: &str) -> Result<StagedFile, Failure> {
        self.with(|session| {
            let gone = || Failure::new(FailureCode::NotFound, "The file is no longer at hand. Choose it again.");
            let staged = session.staged.get(token).ok_or_else(gone)?;
            let file = staged.file.try_clone().map_err(|_| gone())?;
            Ok(StagedFile { name: staged.name.clone(), file })
        })
    }

    pub(crate) fn discard_file(&self, token: &str) {
        if let Some(session) = self.session().as_mut() {
            session.staged.remove(token);
        }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Session) -> Result<T, Failure>) -> Result<T, Failure> {
        self.session().as_mut().ok_or_else(Failure::locked).and_then(work)
    }

    fn session(&self) -> MutexGuard<'_, Option<Session>> {
        // Nothing here is left half changed by a panic: each step is one insertion or removal.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Session {
    fn make_id(&mut self) -> String {
        let id = self.next_id;
        self.next_id += 1;
        id.to_string()
    }
}
