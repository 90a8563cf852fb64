//! The one function through which anything leaves the wallet.

mod payload;
mod signer;
mod upload;
mod visit;

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use idw_lws::{Authenticated, Dialect, ErrorClass, LoggedIn, LwsError, Session, Step};
use idw_vault::Batch;
use tokio::sync::mpsc;
use url::Url;

pub(crate) use payload::{Prepared, payload, prepare};
pub(crate) use signer::throwaway;
pub(crate) use upload::{ids, upload};
pub(crate) use visit::{Door, Visit};

use crate::{
    AccountError, Approved, Problem, StoreError, Wallet,
    accounts::Acting,
    activity::{digest, sent_view},
    clock::now,
    consent::Chosen,
    records::{ApplicationRecord, Event, Finish, SentDocumentRecord, SentRecord, SiteRecord},
    sites,
    store::put,
    view::{AccountView, Outcome, Purpose},
};

/// How far a disclosure has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// A step was begun.
    Step {
        /// What, e.g. "Signing the challenge".
        text: String,
    },
    /// A file is on its way.
    Upload {
        /// Its place among the files of this disclosure: several can have one name.
        file: usize,
        /// Its name.
        name: String,
        /// Bytes sent.
        sent: u64,
        /// Bytes in all.
        total: u64,
    },
}

/// Why a disclosure did not end well. The activity log says what was agreed to and how it ended.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DiscloseError {
    /// The site does not know this account.
    #[error("{site} has no account for you yet; sign up first with `idw signup \"{site}\"`")]
    NoAccount {
        /// The site.
        site: String,
    },
    /// An application was not submitted yet; what was prepared and uploaded is kept.
    #[error("{site}: {source}; `idw application resume \"{site}\"` goes on where this stopped")]
    Kept {
        /// The site.
        site: String,
        /// What went wrong.
        source: Box<LwsError>,
    },
    /// An application was sent, and no answer says whether it arrived. It is not sent again by itself.
    #[error("{site}: {source}; `idw application resume \"{site}\"` asks the site for it")]
    Unknown {
        /// The site.
        site: String,
        /// What went wrong.
        source: Box<LwsError>,
    },
    /// The site cannot say, or does not know, whether it has the application: the user has to decide.
    #[error(
        "{site} {}; `idw application resume \"{site}\" --send-again` sends it again, `--assume-sent` takes it as arrived",
        if *.asked { "does not list the application that was sent" }
        else { "has no way to tell whether the application arrived; look there first" }
    )]
    Undecided {
        /// The site.
        site: String,
        /// Whether the site was asked, and does not list it.
        asked: bool,
    },
    /// An earlier application for the same may have arrived; nothing was sent.
    #[error(
        "an application to {site} for the same may have arrived already; nothing was sent, \
         `idw application resume \"{site}\"` finds out"
    )]
    Unsettled {
        /// The site.
        site: String,
    },
    /// The site refused, could not be reached, or broke the protocol.
    #[error("{site}: {source}")]
    Site {
        /// The site.
        site: String,
        /// What went wrong.
        source: Box<LwsError>,
    },
    /// The account could not be read.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DiscloseError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NoAccount { .. } => Problem::NoAccount,
            Self::Site { source, .. } | Self::Kept { source, .. } | Self::Unknown { source, .. } => lws_problem(source),
            Self::Undecided { .. } => Problem::Usage,
            Self::Unsettled { .. } => Problem::Exists,
            Self::Account(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Whose move it is after a site's error.
pub(crate) fn lws_problem(error: &LwsError) -> Problem {
    match error.class() {
        ErrorClass::Refused => Problem::Refused,
        ErrorClass::NoSuchUser => Problem::NoAccount,
        ErrorClass::Unreachable => Problem::Unreachable,
        ErrorClass::Protocol => Problem::Protocol,
        ErrorClass::Local => Problem::Other,
    }
}

/// Hears how far a disclosure has come.
pub(crate) type OnProgress<'a> = &'a (dyn Fn(Progress) + Send + Sync);

impl Wallet {
    /// Sends what the user agreed to, and records it: before the first byte leaves, and again how it ended.
    ///
    /// # Errors
    /// Where the site refuses, cannot be reached or breaks the protocol, or the vault cannot be written; nothing is
    /// sent without its entry in the activity log. A KYC application is kept as a draft from the first step on:
    /// [`resume_application`](Self::resume_application) takes it up again.
    pub async fn disclose(&self, approved: Approved, progress: OnProgress<'_>) -> Result<Outcome, DiscloseError> {
        if approved.purpose == Purpose::Apply && approved.parts.update.is_none() {
            return Box::pin(self.apply(approved, progress)).await;
        }
        let account = approved.parts.acting.view()?;
        let sent = self.sent_of(&approved.chosen)?;
        // From here on the site's description counts as agreed to.
        let mut batch = Batch::new();
        put(&mut batch, approved.parts.site_id, &approved.parts.site);
        let number = self.store.commit(batch, approval(&approved, &account, &sent))?;

        let site = approved.parts.site.name.clone();
        let begun = AtomicBool::new(false);
        let run = Run { wallet: self, approved: &approved, progress, begun, dialect: OnceLock::new() };
        let result = Box::pin(run.run()).await;
        let Run { begun, dialect, .. } = run;
        let begun = Some(begun.into_inner());
        let event = |result| Event::Finished {
            purpose: approved.purpose,
            site: site.clone(),
            account: account.name.clone(),
            approved: number,
            result,
        };
        match result {
            Ok(done) => {
                let mut batch = Batch::new();
                let parts = &approved.parts;
                let named = parts.account_named.then_some(&parts.acting);
                put(&mut batch, parts.site_id, &remembered(&parts.site, named, &account, done.dialect));
                self.store.commit(batch, event(Finish::Done { application: done.application_id.clone() }))?;
                Ok(outcome(&approved, &account, sent, done))
            }
            Err(error) => {
                if let RunError::Site(error) = &error {
                    self.forget_refused(approved.parts.site_id, error);
                }
                let mut batch = Batch::new();
                let source = if let RunError::Site(source) = &error { Some(&**source) } else { None };
                if let Some(site) = learnt(&approved.parts.site, dialect.into_inner(), source) {
                    put(&mut batch, approved.parts.site_id, &site);
                }
                self.store.commit(batch, event(Finish::Failed { reason: error.to_string(), begun }))?;
                Err(failure(site, approved.purpose, error))
            }
        }
    }

    /// What is sent, as the log keeps it.
    pub(crate) fn sent_of(&self, chosen: &[Chosen]) -> Result<Vec<SentRecord>, StoreError> {
        chosen.iter().map(|chosen| self.sent(chosen)).collect()
    }

    fn sent(&self, chosen: &Chosen) -> Result<SentRecord, StoreError> {
        let mut documents = Vec::new();
        for id in crate::documents::ids_in(&chosen.record.value) {
            let Ok(id) = crate::documents::parse_id(&id) else { continue };
            if let Some((info, meta)) = self.store.document(id)? {
                documents.push(SentDocumentRecord {
                    id: info.id.to_string(),
                    name: meta.name,
                    mime_type: meta.mime_type,
                    size: info.len,
                    sha256: hex::encode(info.sha256),
                });
            }
        }
        Ok(SentRecord {
            name: chosen.requirement.name.clone(),
            title: chosen.requirement.title.clone(),
            digest: digest(&chosen.record.value),
            files: documents.iter().map(|document| document.name.clone()).collect(),
            value: chosen.id.clone(),
            documents,
        })
    }
}

/// The entry for what the user agreed to.
pub(crate) fn approval(approved: &Approved, account: &AccountView, sent: &[SentRecord]) -> Event {
    Event::Approved {
        purpose: approved.purpose,
        site: approved.parts.site.name.clone(),
        root: approved.parts.description.root().to_string(),
        hosts: approved.parts.description.hosts(),
        account: account.name.clone(),
        did: account.did.clone(),
        template: approved.template.as_ref().map(|template| template.id.clone()),
        sent: sent.to_vec(),
        asked: approved.asked.clone(),
        required: Some(approved.required.clone()),
    }
}

/// The site's record after a success: its dialect, the account that is used there where the user named one, and when.
pub(crate) fn remembered(
    site: &SiteRecord,
    named: Option<&Acting>,
    account: &AccountView,
    dialect: Dialect,
) -> SiteRecord {
    let mut site = site.clone();
    site.dialect = Some(sites::dialect_text(dialect).to_owned());
    site.last_used = Some(now());
    match named {
        Some(Acting::Named(..)) => site.account = Some(account.name.clone()),
        Some(Acting::Site(_)) => site.account = None,
        None => {}
    }
    site
}

/// The site's record after a failure, where that taught something about it: its dialect, which a sign-up after a login
/// that failed need not ask for again, and the largest file it takes.
pub(crate) fn learnt(site: &SiteRecord, dialect: Option<Dialect>, error: Option<&LwsError>) -> Option<SiteRecord> {
    let limit = match error {
        Some(LwsError::TooLarge { limit_bytes, .. }) => *limit_bytes,
        _ => None,
    };
    (dialect.is_some() || limit.is_some()).then(|| {
        let dialect = dialect.map(|dialect| sites::dialect_text(dialect).to_owned());
        SiteRecord {
            dialect: dialect.or_else(|| site.dialect.clone()),
            file_limit: limit.or(site.file_limit),
            ..site.clone()
        }
    })
}

fn failure(site: String, purpose: Purpose, error: RunError) -> DiscloseError {
    match error {
        RunError::Site(error) if error.class() == ErrorClass::NoSuchUser && purpose == Purpose::LogIn => {
            DiscloseError::NoAccount { site }
        }
        RunError::Site(source) => DiscloseError::Site { site, source },
        RunError::Store(error) => DiscloseError::Store(error),
    }
}

fn outcome(approved: &Approved, account: &AccountView, sent: Vec<SentRecord>, done: Done) -> Outcome {
    Outcome {
        purpose: approved.purpose,
        site: approved.parts.site.name.clone(),
        account: account.name.clone(),
        did: account.did.clone(),
        redirect_leaves_site: done.redirect.as_ref().is_some_and(|url| approved.parts.description.is_left_by(url)),
        redirect_url: done.redirect.map(|url| url.to_string()),
        application_id: done.application_id,
        application_url: done.application_url.map(|url| url.to_string()),
        message: done.message,
        sent: sent.into_iter().map(sent_view).collect(),
        warning: done.warning,
        clock: done.clock,
    }
}

/// One disclosure under way.
struct Run<'a> {
    wallet: &'a Wallet,
    approved: &'a Approved,
    progress: OnProgress<'a>,
    /// Whether anything of what was agreed to has begun to leave.
    begun: AtomicBool,
    /// The dialect, once it is known.
    dialect: OnceLock<Dialect>,
}

/// What came of it.
struct Done {
    dialect: Dialect,
    redirect: Option<Url>,
    application_id: Option<String>,
    application_url: Option<Url>,
    message: Option<String>,
    warning: Option<String>,
    clock: Option<String>,
}

/// Why a disclosure stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    #[error(transparent)]
    Site(#[from] Box<LwsError>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<LwsError> for RunError {
    fn from(error: LwsError) -> Self {
        Self::Site(Box::new(error))
    }
}

impl Run<'_> {
    async fn run(&self) -> Result<Done, RunError> {
        let parts = &self.approved.parts;
        let door = Door {
            site: parts.site_id,
            description: &parts.description,
            dialect: parts.dialect,
            acting: &parts.acting,
        };
        let session = self.wallet.visit(door, self.progress).await?;
        let dialect = *self.dialect.get_or_init(|| session.dialect());
        let done = Done {
            dialect,
            redirect: None,
            application_id: None,
            application_url: None,
            message: None,
            warning: None,
            clock: session.clock(),
        };
        match self.approved.purpose {
            Purpose::LogIn => Ok(Done { redirect: self.log_in(&session).await?.redirect, ..done }),
            Purpose::SignUp => self.sign_up(&session, done).await,
            Purpose::Apply => self.update(&session, done).await,
        }
    }

    async fn sign_up(&self, session: &Session<Authenticated>, done: Done) -> Result<Done, RunError> {
        let Prepared { attributes, files } = prepare(self.wallet, &self.approved.chosen)?;
        let payload = payload(&self.wallet.store, &attributes, &files)?;
        self.step("Sending the attributes");
        self.begun.store(true, Ordering::Relaxed);
        let signed_up = watched(self.progress, |watch| async move { session.sign_up(&payload, &watch).await }).await?;
        let done = Done { message: signed_up.message, ..done };
        // The account is made: what goes wrong from here on does not undo it, and is told as a warning.
        match self.log_in(session).await {
            Ok(logged_in) => Ok(Done { redirect: logged_in.redirect, ..done }),
            Err(RunError::Site(error)) if error.class() == ErrorClass::NoSuchUser => Ok(Done {
                warning: Some(format!(
                    "The sign-up is done, but {} does not know the account yet; log in later.",
                    self.approved.parts.site.name
                )),
                ..done
            }),
            Err(error) => Ok(Done {
                warning: Some(format!("The sign-up is done, but the login after it failed: {error}.")),
                ..done
            }),
        }
    }

    async fn log_in(&self, session: &Session<Authenticated>) -> Result<LoggedIn, RunError> {
        self.step("Logging in");
        let token = session.user_token().await?;
        Ok(session.log_in(&token).await?)
    }

    /// Adds to an application that the site has. Doing it twice does no harm, so it needs no draft.
    async fn update(&self, session: &Session<Authenticated>, done: Done) -> Result<Done, RunError> {
        let missing = || StoreError::Missing { what: "the application that is added to" };
        let id = self.approved.parts.update.ok_or_else(missing)?;
        let application = self.wallet.store.get::<ApplicationRecord>(id)?.ok_or_else(missing)?;
        let remote = application.remote_id.ok_or_else(missing)?;
        let Prepared { attributes, mut files } = prepare(self.wallet, &self.approved.chosen)?;
        let payload = payload(&self.wallet.store, &attributes, &files)?;
        self.begun.store(true, Ordering::Relaxed);
        watched(self.progress, |watch| upload(session, &payload, &mut files, watch, |_| Ok(()))).await?;
        self.step("Sending what was asked for");
        session.update_application(&remote, &payload, &ids(&files)).await?;
        Ok(Done { application_id: Some(remote), ..done })
    }

    fn step(&self, text: &str) {
        (self.progress)(step(text));
    }
}

/// Runs a call of the client and passes on its steps, which come from the tasks that do the work.
pub(crate) async fn watched<T, F>(progress: OnProgress<'_>, call: impl FnOnce(Arc<dyn idw_lws::Progress>) -> F) -> T
where
    F: Future<Output = T>,
{
    let (sender, mut steps) = mpsc::unbounded_channel();
    let call = call(Arc::new(Watch(sender)));
    tokio::pin!(call);
    loop {
        tokio::select! {
            biased;
            Some(step) = steps.recv() => progress(step),
            result = &mut call => {
                while let Ok(step) = steps.try_recv() {
                    progress(step);
                }
                return result;
            }
        }
    }
}

pub(crate) fn step(text: &str) -> Progress {
    Progress::Step { text: text.to_owned() }
}

/// Hears the client's steps.
struct Watch(mpsc::UnboundedSender<Progress>);

impl idw_lws::Progress for Watch {
    fn step(&self, heard: Step<'_>) {
        let told = match heard {
            Step::Challenge => step("Asking for a new challenge"),
            Step::Respond => step("Signing the new challenge"),
            Step::UploadFile { index, name, sent, total } => {
                Progress::Upload { file: index, name: name.to_owned(), sent, total }
            }
            Step::SignUp => step("Sending the sign-up"),
            Step::Apply => step("Submitting the application"),
            _ => return,
        };
        // Nobody listens once the call has ended; a late step is of no use then.
        self.0.send(told).ok();
    }
}
