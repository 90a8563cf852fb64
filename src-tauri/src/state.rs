//! What the window keeps between commands. None of it ever goes to the page.

use std::{
    collections::HashMap,
    fmt,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use idw_wallet::{CheckReview, KdfCost, Password, Proposal, ShrinkOffer, Thumbnail, Unplaced, Wallet};
use idw_words::message;
use tauri::ipc::Channel;
use zeroize::Zeroizing;

use crate::{
    auto_lock::Touched,
    backups::Backups,
    checking::{Arrived, Checking},
    chosen_files::{TargetView, WaitingFile},
    clipboard::Clipboard,
    closing::WindowHold,
    dialogs::TypedPaths,
    eid_service::EidService,
    failure::{Failure, FailureCode},
    holding::Holding,
    page_event::PageEvent,
    settings::Settings,
    speech::Speech,
    waits::Waits,
};

/// The window's state.
///
/// The vault is held from the first look at it, also while the wallet is locked: see [`Holding`]. Whether there is one at
/// all is asked of the disk.
pub(crate) struct AppState {
    holding: Arc<Holding>,
    kdf: KdfCost,
    open: Mutex<Option<Session>>,
    /// How often the wallet was to be locked: changed only with `open` held.
    closings: AtomicU64,
    backups: Backups,
    clipboard: Clipboard,
    /// What parties of Auth eID call.
    eid: EidService,
    /// What this computer remembers about the window.
    settings: Arc<Settings>,
    /// What dialogs and notifications are in.
    speech: Speech,
    /// When somebody touched it last.
    touched: Touched,
    /// Paths that the page asks for.
    typed_paths: Arc<TypedPaths>,
    /// Requests to the network that the user can cancel.
    waits: Waits,
    /// Where the page hears what happened without its asking.
    page: Mutex<Option<Channel<PageEvent>>>,
    /// Whether the page is asked before its window closes.
    window_hold: WindowHold,
}

/// The moment at which a wallet began to open.
#[derive(Debug)]
pub(crate) struct Opening(u64);

/// What lives from unlocking to locking.
struct Session {
    wallet: Arc<Wallet>,
    proposals: HashMap<String, Proposed>,
    waiting: HashMap<String, WaitingFile>,
    /// Where the user wants files written.
    targets: HashMap<String, PathBuf>,
    /// The vault's password, typed again for the backup that is about to be made.
    confirmed: Option<Arc<Password>>,
    /// Secrets that the page was given and has not shown yet; without their text.
    revealed: HashMap<String, Unplaced<()>>,
    /// Smaller copies of pictures that the user looks at.
    shrinks: HashMap<String, Shrink>,
    /// What is being sent, by the id of its proposal, or by a name where there is one at a time.
    sending: HashMap<String, Stop>,
    /// The identity check that the user makes.
    check: Option<Checking>,
    /// What the user types into the forms that are open: sealed when the wallet locks.
    unsaved: Unsaved,
}

/// What is in the page's forms.
#[derive(Default)]
enum Unsaved {
    /// As it was when the wallet was unlocked: what the vault has is right.
    #[default]
    Untouched,
    /// This; none where no form has anything that is not saved.
    Typed(Option<Zeroizing<String>>),
}

/// What the user is asked to agree to, and the wallet as the profile that it was made for.
pub(crate) struct Proposed {
    pub(crate) wallet: Arc<Wallet>,
    pub(crate) proposal: Proposal,
    /// The request from outside that it answers.
    pub(crate) request: Option<String>,
}

/// A smaller copy of a picture, which is kept only if the user says so, and what it and the original look like.
#[derive(Debug)]
pub(crate) struct Shrink {
    pub(crate) offer: ShrinkOffer,
    pub(crate) previews: [Thumbnail; 2],
}

/// Stops a task.
pub(crate) struct Stop(Box<dyn FnOnce() + Send>);

impl Stop {
    pub(crate) fn new(stop: impl FnOnce() + Send + 'static) -> Self {
        Self(Box::new(stop))
    }

    /// Stops it.
    pub(crate) fn now(self) {
        (self.0)();
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stop")
    }
}

impl Session {
    /// Puts into the vault what is in the page's forms.
    fn seal_unsaved(&mut self) {
        let Unsaved::Typed(content) = std::mem::take(&mut self.unsaved) else { return };
        if let Err(error) = self.wallet.keep_unsaved(content.as_ref().map(|content| content.as_str())) {
            tracing::warn!(%error, "what was typed could not be sealed in the vault, and is lost");
        }
    }
}

impl AppState {
    pub(crate) fn new(
        holding: Holding,
        kdf: KdfCost,
        clipboard: Clipboard,
        settings: Settings,
        speech: Speech,
    ) -> Self {
        let eid = EidService::new(Arc::clone(holding.holder()));
        Self {
            holding: Arc::new(holding),
            kdf,
            open: Mutex::new(None),
            closings: AtomicU64::new(0),
            backups: Backups::default(),
            clipboard,
            eid,
            settings: Arc::new(settings),
            speech,
            touched: Touched::new(),
            typed_paths: Arc::default(),
            waits: Waits::default(),
            page: Mutex::new(None),
            window_hold: WindowHold::default(),
        }
    }

    pub(crate) fn vault_dir(&self) -> &Path {
        self.holding.dir()
    }

    /// The vault, and who else may ask for it.
    pub(crate) fn holding(&self) -> &Arc<Holding> {
        &self.holding
    }

    pub(crate) fn kdf(&self) -> KdfCost {
        self.kdf
    }

    pub(crate) fn is_open(&self) -> bool {
        self.session().is_some()
    }

    /// To be asked for before a wallet is opened, which takes a while.
    pub(crate) fn opening(&self) -> Opening {
        let _session = self.session();
        Opening(self.closings.load(Ordering::Relaxed))
    }

    /// Begins a session, unless the wallet was to be locked since it began to open: then it stays so. Whatever was open
    /// before is dropped.
    pub(crate) fn opened(&self, opening: Opening, wallet: Arc<Wallet>) -> Result<(), Failure> {
        self.touched.now();
        let mut session = self.session();
        if self.closings.load(Ordering::Relaxed) != opening.0 {
            self.holding.lock();
            return Err(Failure::locked());
        }
        *session = Some(Session {
            wallet,
            proposals: HashMap::new(),
            waiting: HashMap::new(),
            targets: HashMap::new(),
            confirmed: None,
            revealed: HashMap::new(),
            shrinks: HashMap::new(),
            sending: HashMap::new(),
            check: None,
            unsaved: Unsaved::default(),
        });
        Ok(())
    }

    /// Works in another profile from now on. What was begun in the one before is forgotten with it.
    pub(crate) fn switch_to(&self, wallet: Wallet) -> Result<(), Failure> {
        self.with(|session| {
            session.seal_unsaved();
            session.wallet = Arc::new(wallet);
            session.proposals.clear();
            session.waiting.clear();
            session.targets.clear();
            session.confirmed = None;
            session.revealed.clear();
            session.shrinks.clear();
            session.check = None;
            Ok(())
        })
    }

    /// Ends the session and hands out what it held, to be dropped where that may take a moment. The keys go with
    /// the last command that still runs; a backup under way is cancelled. A secret that was copied leaves the clipboard. The
    /// vault stays this window's.
    pub(crate) fn close(&self) -> impl Send + use<> {
        // First: who begins a backup asks for the session after, so that either it is gone or this cancels.
        let mut session = {
            let mut session = self.session();
            self.closings.fetch_add(1, Ordering::Relaxed);
            session.take()
        };
        // While the keys are there.
        if let Some(session) = &mut session {
            session.seal_unsaved();
        }
        self.holding.lock();
        self.typed_paths.forget();
        self.backups.cancel();
        self.backups.forget();
        (session, Cleared(self.clipboard.clone()))
    }

    pub(crate) fn wallet(&self) -> Result<Arc<Wallet>, Failure> {
        self.with(|session| Ok(Arc::clone(&session.wallet)))
    }

    /// What is in the page's forms now, to be sealed when the wallet locks; none where nothing is to be kept.
    pub(crate) fn keep_unsaved(&self, content: Option<Zeroizing<String>>) -> Result<(), Failure> {
        self.with(|session| {
            session.unsaved = Unsaved::Typed(content);
            Ok(())
        })
    }

    /// Keeps a proposal until the user answers; returns the id that the page knows it by.
    pub(crate) fn keep_proposal(&self, proposed: Proposed) -> Result<String, Failure> {
        self.with(|session| {
            let id = make_id();
            session.proposals.insert(id.clone(), proposed);
            Ok(id)
        })
    }

    /// Puts a proposal back that was taken but not used.
    pub(crate) fn return_proposal(&self, id: String, proposed: Proposed) -> Result<(), Failure> {
        self.with(|session| {
            session.proposals.insert(id, proposed);
            Ok(())
        })
    }

    /// Takes a proposal: it is good for one answer.
    pub(crate) fn take_proposal(&self, id: &str) -> Result<Proposed, Failure> {
        self.with(|session| {
            let gone = || Failure::new(FailureCode::NotFound, message::WindowRequestGone);
            session.proposals.remove(id).ok_or_else(gone)
        })
    }

    pub(crate) fn keep_file(&self, file: WaitingFile) -> Result<String, Failure> {
        self.with(|session| {
            let token = make_id();
            session.waiting.insert(token.clone(), file);
            Ok(token)
        })
    }

    /// A second handle on a chosen file. The file stays, so that a form that was refused can be sent again.
    pub(crate) fn waiting_file(&self, token: &str) -> Result<WaitingFile, Failure> {
        self.with(|session| {
            let gone = || Failure::new(FailureCode::NotFound, message::WindowFileGone);
            session.waiting.get(token).and_then(WaitingFile::reopened).ok_or_else(gone)
        })
    }

    pub(crate) fn discard_file(&self, token: &str) {
        if let Some(session) = self.session().as_mut() {
            session.waiting.remove(token);
        }
    }

    /// Keeps where the user wants a file written; the file there, if any, is as it was.
    pub(crate) fn keep_target(&self, path: PathBuf) -> Result<TargetView, Failure> {
        self.with(|session| {
            let token = make_id();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            session.targets.insert(token.clone(), path);
            Ok(TargetView { token, name })
        })
    }

    /// Where to write. It stays, so that what failed can be tried again.
    pub(crate) fn target(&self, token: &str) -> Result<PathBuf, Failure> {
        self.with(|session| {
            let gone = || Failure::new(FailureCode::NotFound, message::WindowTargetGone);
            session.targets.get(token).cloned().ok_or_else(gone)
        })
    }

    /// Keeps that a secret went to the page until the page says that it is on the screen.
    pub(crate) fn keep_revealed(&self, revealed: Unplaced<()>) -> Result<String, Failure> {
        self.with(|session| {
            let token = make_id();
            session.revealed.insert(token.clone(), revealed);
            Ok(token)
        })
    }

    /// A secret that is on the screen now.
    pub(crate) fn take_revealed(&self, token: &str) -> Result<Unplaced<()>, Failure> {
        self.with(|session| {
            let gone = || Failure::new(FailureCode::NotFound, message::WindowSecretGone);
            session.revealed.remove(token).ok_or_else(gone)
        })
    }

    /// Keeps the vault's password, which was found to be right.
    pub(crate) fn confirm(&self, password: Arc<Password>) -> Result<(), Failure> {
        self.with(|session| {
            session.confirmed = Some(password);
            Ok(())
        })
    }

    /// The vault's password, where it was typed again.
    pub(crate) fn confirmed(&self) -> Result<Arc<Password>, Failure> {
        self.with(|session| {
            let missing = || Failure::new(FailureCode::NotFound, message::WindowPasswordGone);
            session.confirmed.clone().ok_or_else(missing)
        })
    }

    pub(crate) fn forget_confirmed(&self) {
        if let Some(session) = self.session().as_mut() {
            session.confirmed = None;
        }
    }

    /// The system's clipboard.
    pub(crate) fn clipboard(&self) -> &Clipboard {
        &self.clipboard
    }

    /// What parties of Auth eID call.
    pub(crate) fn eid(&self) -> &EidService {
        &self.eid
    }

    /// What this computer remembers about the window.
    pub(crate) fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }

    /// The language of dialogs and notifications.
    pub(crate) fn speech(&self) -> &Speech {
        &self.speech
    }

    /// When somebody touched the window last.
    pub(crate) fn touched(&self) -> &Touched {
        &self.touched
    }

    /// Paths that the page asks for.
    pub(crate) fn typed_paths(&self) -> &Arc<TypedPaths> {
        &self.typed_paths
    }

    /// Requests to the network that the user can cancel.
    pub(crate) fn waits(&self) -> &Waits {
        &self.waits
    }

    /// Does something with the wallet that waits for the network, until it has ended, the user cancels it by `wait`, or the wallet
    /// is locked. What has ended is never called cancelled.
    pub(crate) async fn cancellable<T, E, F>(
        &self,
        wait: String,
        work: impl FnOnce(Arc<Wallet>) -> F + Send,
    ) -> Result<T, Failure>
    where
        E: Into<Failure>,
        F: Future<Output = Result<T, E>> + Send,
    {
        // Before the wallet is asked for: every locking after that is heard.
        let mut lockings = self.holding.holder().lockings();
        let wallet = self.wallet()?;
        let mut wait = self.waits.begin(wait)?;
        tokio::select! {
            biased;
            ended = work(wallet) => ended.map_err(Into::into),
            _ = lockings.changed() => Err(Failure::locked()),
            () = wait.cancelled() => Err(Failure::cancelled()),
        }
    }

    /// What is kept of backups.
    pub(crate) fn backups(&self) -> &Backups {
        &self.backups
    }

    pub(crate) fn keep_shrink(&self, shrink: Shrink) -> Result<String, Failure> {
        self.with(|session| {
            let token = make_id();
            session.shrinks.insert(token.clone(), shrink);
            Ok(token)
        })
    }

    /// What a smaller copy looks like, or what its original does.
    pub(crate) fn shrink_preview(&self, token: &str, after: bool) -> Result<Thumbnail, Failure> {
        self.with(|session| {
            let shrink = session.shrinks.get(token).ok_or_else(no_shrink)?;
            Ok(shrink.previews[usize::from(after)].clone())
        })
    }

    /// Takes a smaller copy, to be kept or let go of.
    pub(crate) fn take_shrink(&self, token: &str) -> Result<Shrink, Failure> {
        self.with(|session| session.shrinks.remove(token).ok_or_else(no_shrink))
    }

    /// Remembers how to stop what is being sent.
    pub(crate) fn sending(&self, id: &str, stop: Stop) {
        if let Some(session) = self.session().as_mut() {
            session.sending.insert(id.to_owned(), stop);
        }
    }

    /// What is being sent has ended.
    pub(crate) fn sent(&self, id: &str) {
        if let Some(session) = self.session().as_mut() {
            session.sending.remove(id);
        }
    }

    /// Stops what is being sent; nothing where it has ended.
    pub(crate) fn stop_sending(&self, id: &str) {
        let stop = self.session().as_mut().and_then(|session| session.sending.remove(id));
        if let Some(Stop(stop)) = stop {
            stop();
        }
    }

    /// Begins an identity check, in the place of one that is there. Returns the id that tells it from later ones.
    pub(crate) fn begin_check(&self, stop: Stop) -> Result<String, Failure> {
        let id = make_id();
        let mut check = Some(Checking::under_way(id.clone(), stop));
        let before = self.with(|session| Ok(std::mem::replace(&mut session.check, check.take())));
        // Locked meanwhile: dropped, the check is given up.
        drop(check);
        before.map(|_| id)
    }

    /// An identity check brought something, which waits for the user's choice.
    pub(crate) fn check_arrived(&self, id: &str, review: CheckReview) -> Result<(), Failure> {
        self.with(|session| {
            let check = session.check.as_mut().filter(|check| check.id == id);
            check.ok_or_else(Failure::check_stopped)?.arrived(review);
            Ok(())
        })
    }

    /// An identity check brought nothing.
    pub(crate) fn check_failed(&self, id: &str) {
        if let Some(session) = self.session().as_mut() {
            session.check.take_if(|check| check.id == id);
        }
    }

    /// What an identity check brought.
    pub(crate) fn check_review(&self) -> Result<Arc<Arrived>, Failure> {
        self.with(|session| {
            let gone = || Failure::new(FailureCode::NotFound, message::WindowCheckGone);
            session.check.as_ref().and_then(Checking::review).ok_or_else(gone)
        })
    }

    /// Gives an identity check up and lets go of what it brought.
    pub(crate) fn cancel_check(&self) {
        let check = self.session().as_mut().and_then(|session| session.check.take());
        drop(check);
    }

    /// What the page has said about closing its window.
    pub(crate) fn window_hold(&self) -> &WindowHold {
        &self.window_hold
    }

    /// The page listens here from now on.
    pub(crate) fn listen(&self, page: Channel<PageEvent>) {
        *self.page() = Some(page);
    }

    /// Tells the page, if it listens.
    pub(crate) fn tell(&self, event: PageEvent) {
        if let Some(page) = self.page().as_ref() {
            // A page that is gone is told nothing.
            let _ = page.send(event);
        }
    }

    fn page(&self) -> MutexGuard<'_, Option<Channel<PageEvent>>> {
        self.page.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, work: impl FnOnce(&mut Session) -> Result<T, Failure>) -> Result<T, Failure> {
        self.session().as_mut().ok_or_else(Failure::locked).and_then(work)
    }

    fn session(&self) -> MutexGuard<'_, Option<Session>> {
        // Nothing here is left half changed by a panic: each step is one insertion or removal.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Clears the clipboard when it is dropped: another program may have to be asked what is in it.
struct Cleared(Clipboard);

impl Drop for Cleared {
    fn drop(&mut self) {
        self.0.clear();
    }
}

fn no_shrink() -> Failure {
    Failure::new(FailureCode::NotFound, message::WindowShrinkGone)
}

/// Never the same twice, also after locking: what the page still knows from before means nothing then.
pub(crate) fn make_id() -> String {
    static LAST: AtomicU64 = AtomicU64::new(0);
    (LAST.fetch_add(1, Ordering::Relaxed) + 1).to_string()
}
