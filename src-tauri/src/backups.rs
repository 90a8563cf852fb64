//! What the window keeps of backups between commands. It is apart from the session, as a vault can be restored where
//! there is none. None of it ever goes to the page.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use idw_wallet::{BackupFile, Password};
use idw_words::message;

use crate::{
    chosen_files::{ChosenFile, ChosenFileView},
    failure::{Failure, FailureCode},
};

/// The backup that the user chose to read, and what is under way. There is one dialog at a time, so one of each.
#[derive(Default)]
pub(crate) struct Backups(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    chosen: Option<Chosen>,
    /// Set to cancel it.
    under_way: Option<Arc<AtomicBool>>,
    /// Makes the tokens of chosen files.
    made: u64,
}

struct Chosen {
    token: String,
    /// Open, so that what is restored is what was shown.
    file: Arc<BackupFile>,
    /// What opened it, until it is merged: it need not be typed twice, nor be kept by the page.
    passphrase: Option<Arc<Password>>,
}

/// A backup that is being written or read; it has ended when this is dropped.
pub(crate) struct UnderWay<'a> {
    of: &'a Backups,
    /// Whether the user wants no more of it.
    pub(crate) cancelled: Arc<AtomicBool>,
}

impl Backups {
    /// Keeps a file that the user chose, in place of the one before.
    pub(crate) fn choose(&self, ChosenFile { name, size, file, .. }: ChosenFile) -> ChosenFileView {
        let mut inner = self.inner();
        inner.made += 1;
        let token = format!("backup-{}", inner.made);
        inner.chosen = Some(Chosen { token: token.clone(), file: Arc::new(file.into()), passphrase: None });
        ChosenFileView { token, name, size }
    }

    /// The chosen file.
    pub(crate) fn file(&self, token: &str) -> Result<Arc<BackupFile>, Failure> {
        Ok(Arc::clone(&self.inner().chosen(token)?.file))
    }

    /// Keeps what opened the chosen file.
    pub(crate) fn opens(&self, token: &str, passphrase: Arc<Password>) -> Result<(), Failure> {
        self.inner().chosen(token)?.passphrase = Some(passphrase);
        Ok(())
    }

    /// What opened the chosen file.
    pub(crate) fn passphrase(&self, token: &str) -> Result<Arc<Password>, Failure> {
        self.inner().chosen(token)?.passphrase.clone().ok_or_else(gone)
    }

    /// Lets go of the chosen file.
    pub(crate) fn forget(&self) {
        self.inner().chosen = None;
    }

    /// Begins to write or read one.
    pub(crate) fn begin(&self) -> Result<UnderWay<'_>, Failure> {
        let mut inner = self.inner();
        if inner.under_way.is_some() {
            return Err(Failure::new(FailureCode::InUse, message::WindowBackupUnderWay));
        }
        let cancelled = Arc::<AtomicBool>::default();
        inner.under_way = Some(Arc::clone(&cancelled));
        Ok(UnderWay { of: self, cancelled })
    }

    /// Cancels what is under way, if anything is.
    pub(crate) fn cancel(&self) {
        if let Some(cancelled) = &self.inner().under_way {
            cancelled.store(true, Ordering::Relaxed);
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        // Nothing here is left half changed by a panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn chosen(&mut self, token: &str) -> Result<&mut Chosen, Failure> {
        self.chosen.as_mut().filter(|chosen| chosen.token == token).ok_or_else(gone)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.of.inner().under_way = None;
    }
}

fn gone() -> Failure {
    Failure::new(FailureCode::NotFound, message::WindowBackupGone)
}
