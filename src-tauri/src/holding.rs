//! The vault as the window holds it: from the moment it finds one until the program ends, also while it is locked.
//!
//! Who holds a vault answers for it on the private socket, and nobody else can take it: a request from outside that comes
//! while the wallet is locked waits here.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use idw_holder::{Answering, Holder};
use idw_link::{HolderKind, LinkError, LinkKey, Listener, Place, UnderProcessLock};
use idw_wallet::{HeldWallet, LockedWallet, OpenError, Problem, UnlockError, Wallet};
use idw_words::message;

use crate::failure::{Failure, FailureCode};

/// How long an unlock waits for what still uses the wallet from before.
const UNLOCK_WAITS: Duration = Duration::from_secs(10);

/// The vault in the window's folder, and the socket by which others reach it.
pub(crate) struct Holding {
    dir: PathBuf,
    /// Where the socket is made; none where nobody is to be listened to.
    runtime: Option<Runtime>,
    holder: Arc<Holder>,
    stage: Mutex<Stage>,
    settled: Condvar,
    listener: Mutex<Option<Listener>>,
}

/// The user's runtime directory, if there is one.
struct Runtime(Option<OsString>);

/// How the window has the vault.
enum Stage {
    /// It has not taken it, or there is none.
    Free,
    /// It holds it, locked.
    Locked(LockedWallet),
    /// It is being taken, unlocked or locked.
    Moving,
    /// It is unlocked; the [`Holder`] has the wallet.
    Open,
}

impl Holding {
    /// The vault in this folder, which is not taken yet, and for which nobody is listened to.
    pub(crate) fn new(dir: PathBuf) -> Self {
        Self {
            dir,
            runtime: None,
            holder: Holder::new(),
            stage: Mutex::new(Stage::Free),
            settled: Condvar::new(),
            listener: Mutex::new(None),
        }
    }

    /// Listens as long as the vault is held. `dir` is the user's runtime directory.
    pub(crate) fn listening(self, dir: Option<OsString>) -> Self {
        Self { runtime: Some(Runtime(dir)), ..self }
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The wallet as the private socket sees it.
    pub(crate) fn holder(&self) -> &Arc<Holder> {
        &self.holder
    }

    /// Takes the vault, unless the window has it already. Tells whether the system keyring may unlock it. Blocks.
    ///
    /// # Errors
    /// Where there is none, another process has it, or it is damaged.
    pub(crate) fn take(&self) -> Result<Keyring, OpenError> {
        {
            let mut stage = self.stage();
            match &*stage {
                // Somebody has removed it: then a new one can be made.
                Stage::Locked(_) if !Wallet::exists(&self.dir) => {
                    self.stop_listening();
                    *stage = Stage::Moving;
                }
                Stage::Free => *stage = Stage::Moving,
                Stage::Locked(locked) => return Ok(Keyring::of(locked.has_keyring())),
                Stage::Moving | Stage::Open => {
                    drop(stage);
                    return Ok(Keyring::of(HeldWallet::read(&self.dir)?.has_keyring()));
                }
            }
        }
        let moving = Moving(self);
        let locked = Wallet::open(&self.dir)?;
        let keyring = Keyring::of(locked.has_keyring());
        // One that cannot be written has no inbox, and other windows may have it too.
        if !locked.is_read_only() {
            self.listen();
        }
        moving.becomes(Stage::Locked(locked));
        Ok(keyring)
    }

    /// Unlocks the vault by `unlock`, and gives the wallet. What has waited is in the inbox then. Blocks.
    ///
    /// # Errors
    /// Where it cannot be taken or unlocked; it is as it was then.
    pub(crate) fn unlock(
        &self,
        unlock: impl FnOnce(LockedWallet) -> Result<Wallet, (LockedWallet, UnlockError)>,
    ) -> Result<Arc<Wallet>, Failure> {
        let locked = self.take_locked()?;
        let moving = Moving(self);
        match unlock(locked) {
            Ok(wallet) => Ok(self.opened(moving, wallet)),
            Err((locked, error)) => {
                moving.becomes(Stage::Locked(locked));
                Err(error.into())
            }
        }
    }

    /// Holds a vault that the window has made. Blocks.
    pub(crate) fn made(&self, wallet: Wallet) -> Arc<Wallet> {
        *self.stage() = Stage::Moving;
        self.listen();
        self.opened(Moving(self), wallet)
    }

    fn opened(&self, moving: Moving<'_>, wallet: Wallet) -> Arc<Wallet> {
        let key = LinkKey::new(&wallet.link_key());
        let wallet = Arc::new(wallet);
        if let Err(error) = self.holder.unlocked(Arc::clone(&wallet)) {
            tracing::warn!(%error, "requests from outside are not all in the inbox");
        }
        if let Some(listener) = &*self.listener() {
            listener.set_key(key);
        }
        moving.becomes(Stage::Open);
        let holder = Arc::clone(&self.holder);
        tauri::async_runtime::spawn(async move { holder.send_stored_answers().await });
        wallet
    }

    /// Locks the wallet if it is open: nothing can have it any more, and what has it still is waited for, elsewhere.
    pub(crate) fn lock(self: &Arc<Self>) {
        {
            let mut stage = self.stage();
            if !matches!(*stage, Stage::Open) {
                return;
            }
            *stage = Stage::Moving;
        }
        let this = Arc::clone(self);
        tauri::async_runtime::spawn(async move {
            let moving = Moving(&this);
            if let Some(locked) = this.holder.lock().await {
                moving.becomes(Stage::Locked(locked));
            }
        });
    }

    /// Waits until the vault is neither being unlocked nor being locked, and says whether that came about in this time.
    /// Blocks.
    pub(crate) fn settles_within(&self, most: Duration) -> bool {
        !matches!(*self.when_settled(most), Stage::Moving)
    }

    /// Lets nobody in any more: the program ends.
    pub(crate) fn stop_listening(&self) {
        self.listener().take();
    }

    fn take_locked(&self) -> Result<LockedWallet, Failure> {
        self.take()?;
        let mut stage = self.when_settled(UNLOCK_WAITS);
        match std::mem::replace(&mut *stage, Stage::Moving) {
            Stage::Locked(locked) => Ok(locked),
            before => {
                let failure = match before {
                    Stage::Open => Failure::already_open(),
                    Stage::Free => Failure::new(FailureCode::NotFound, message::WindowVaultGone),
                    Stage::Locked(_) | Stage::Moving => Failure::new(FailureCode::InUse, message::WindowStillLocking),
                };
                *stage = before;
                Err(failure)
            }
        }
    }

    /// Listens if that is wanted and not done yet. A window that cannot is as good as any for who sits before it.
    fn listen(&self) {
        let Some(Runtime(dir)) = &self.runtime else { return };
        let mut listener = self.listener();
        if listener.is_some() {
            return;
        }
        match self.bind(dir.as_deref()) {
            Ok(made) => *listener = Some(made),
            Err(error) => tracing::warn!(%error, "the window cannot be asked by other programs"),
        }
    }

    /// Without a key: programs that prove themselves are refused until the vault was unlocked once.
    fn bind(&self, runtime_dir: Option<&OsStr>) -> Result<Listener, LinkError> {
        let place = Place::find(&self.dir, runtime_dir)?;
        let runtime = tauri::async_runtime::handle();
        let _entered = runtime.inner().enter();
        Listener::bind(&place, UnderProcessLock, HolderKind::Window, None, Answering(Arc::clone(&self.holder)))
    }

    fn when_settled(&self, most: Duration) -> MutexGuard<'_, Stage> {
        let until = Instant::now() + most;
        let mut stage = self.stage();
        while matches!(*stage, Stage::Moving) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            stage = self.settled.wait_timeout(stage, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        stage
    }

    fn stage(&self) -> MutexGuard<'_, Stage> {
        // Nothing here is left half changed by a panic: each step is one replacement.
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn listener(&self) -> MutexGuard<'_, Option<Listener>> {
        self.listener.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the system keyring may unlock the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keyring {
    May,
    MayNot,
}

impl Keyring {
    fn of(has_keyring: bool) -> Self {
        if has_keyring { Self::May } else { Self::MayNot }
    }
}

/// A step that is being made. Where it fails, the vault is let go of, to be taken anew.
struct Moving<'a>(&'a Holding);

impl Moving<'_> {
    fn becomes(self, stage: Stage) {
        *self.0.stage() = stage;
    }
}

impl Drop for Moving<'_> {
    fn drop(&mut self) {
        let mut stage = self.0.stage();
        if matches!(*stage, Stage::Moving) {
            *stage = Stage::Free;
            self.0.stop_listening();
        }
        drop(stage);
        self.0.settled.notify_all();
    }
}

/// Whether another program has the vault.
pub(crate) fn is_in_use(error: &OpenError) -> bool {
    error.problem() == Problem::InUse
}
