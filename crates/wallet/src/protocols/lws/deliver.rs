//! A login, a sign-up or an addition to an application, at the site.

use idw_lws::{Authenticated, Dialect, ErrorClass, LoggedIn, LwsError, Session, TemplateId};
use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, message};

use super::{
    Prepared, RunError, applications::Submission, fault, ids, payload, prepare, target::Target, upload, watched,
};
use crate::{
    DiscloseError, Explain as _, StoreError, Stored, Wallet,
    fault::Reached,
    records::{ApplicationRecord, Finish, Reason, SentRecord},
    requests::{Agreed, Delivered, Delivery, Dispatch, Ended, OnProgress, Sending, Undelivered, step},
    store::put,
};

/// How what a site asks for is delivered there.
pub(super) struct SiteDelivery {
    pub(super) target: Target,
    pub(super) task: Task,
}

/// What is done at a site.
pub(super) enum Task {
    LogIn,
    SignUp,
    /// Applying anew.
    Apply(TemplateId),
    /// Adding to an application that the site has.
    Update(RecordId),
}

impl Delivery for SiteDelivery {
    fn prepare(
        self: Box<Self>,
        wallet: &Wallet,
        agreed: &Agreed,
        sent: &[SentRecord],
    ) -> Result<Box<dyn Dispatch>, DiscloseError> {
        let Self { target, task } = *self;
        let prepared = prepare(wallet, &agreed.chosen)?;
        let call = match task {
            Task::LogIn => Call::LogIn,
            Task::SignUp => Call::SignUp(prepared),
            Task::Update(id) => Call::update(wallet, id, prepared, sent)?,
            Task::Apply(template) => {
                return Ok(Box::new(Submission::draft(wallet, target, &template, agreed, prepared, sent)?));
            }
        };
        Ok(Box::new(SiteDispatch { target, call, reached: Reached::Nothing, dialect: None, file_limit: None }))
    }
}

/// A login, a sign-up or an addition on its way.
struct SiteDispatch {
    target: Target,
    call: Call,
    reached: Reached,
    /// The dialect, once it is known.
    dialect: Option<Dialect>,
    /// The largest file that the site takes, once it has said so.
    file_limit: Option<u64>,
}

/// What is said to the site.
enum Call {
    LogIn,
    SignUp(Prepared),
    /// Adding to an application. Doing it twice does no harm, so it needs no draft.
    Update {
        id: RecordId,
        /// The application with what is added.
        record: Box<ApplicationRecord>,
        /// The site's id for it.
        remote: String,
        prepared: Prepared,
    },
}

impl Call {
    fn update(wallet: &Wallet, id: RecordId, prepared: Prepared, sent: &[SentRecord]) -> Result<Self, StoreError> {
        let missing = || StoreError::Missing { what: Stored::Application };
        let mut record = wallet.store.get::<ApplicationRecord>(id)?.ok_or_else(missing)?;
        let remote = record.remote_id.clone().ok_or_else(missing)?;
        for sent in sent {
            record.sent.retain(|before| !answers_the_same(before, sent));
            record.sent.push(sent.clone());
        }
        Ok(Self::Update { id, record: Box::new(record), remote, prepared })
    }
}

/// Whether two things that were sent answer the same thing that was asked for. Of what the first version sent only the
/// attribute's name is known.
fn answers_the_same(before: &SentRecord, now: &SentRecord) -> bool {
    match (&before.asked, &now.asked) {
        (Some(before), Some(now)) => (&before.id, &before.schema) == (&now.id, &now.schema),
        _ => before.name == now.name,
    }
}

impl Dispatch for SiteDispatch {
    /// From here on the site's description counts as agreed to, and so does what is added to an application.
    fn keep(&mut self, _: u64, batch: &mut Batch) {
        put(batch, self.target.site_id, &self.target.site);
        if let Call::Update { id, record, .. } = &self.call {
            put(batch, *id, &**record);
        }
    }

    fn send<'a>(&'a mut self, wallet: &'a Wallet, progress: OnProgress<'a>) -> Sending<'a> {
        Box::pin(async move {
            let done = self.call_site(wallet, progress).await;
            done.map_err(|error| self.failed(wallet, error))
        })
    }

    fn end(&mut self, wallet: &Wallet, ended: Ended<'_>, batch: &mut Batch) -> Result<(), StoreError> {
        // As it is by now: the user may have renamed or removed the site while things were sent.
        let Some(mut site) = wallet.store.get(self.target.site_id)? else { return Ok(()) };
        match ended {
            Ok(_) => self.target.remember(&mut site, self.dialect),
            Err(_) => Target::learn(&mut site, self.dialect, self.file_limit),
        }
        put(batch, self.target.site_id, &site);
        Ok(())
    }
}

impl SiteDispatch {
    async fn call_site(&mut self, wallet: &Wallet, progress: OnProgress<'_>) -> Result<Delivered, RunError> {
        let session = wallet.visit(&self.target, progress).await?;
        self.dialect = Some(session.dialect());
        let delivered = Delivered { clock: session.clock(), ..Delivered::default() };
        match &mut self.call {
            Call::LogIn => {
                let logged_in = log_in(&session, progress).await?;
                Ok(self.target.with_redirect(delivered, logged_in))
            }
            Call::SignUp(Prepared { attributes, files }) => {
                let payload = payload(&wallet.store, attributes, files)?;
                progress(step(message::SendingStepValues));
                self.reached = Reached::Perhaps;
                let signed_up = watched(progress, |watch| {
                    let (session, payload) = (&session, &payload);
                    async move { session.sign_up(payload, &watch).await }
                })
                .await?;
                let delivered = Delivered { message: signed_up.message, ..delivered };
                Ok(self.log_in_after_sign_up(&session, delivered, progress).await)
            }
            Call::Update { remote, prepared: Prepared { attributes, files }, .. } => {
                let payload = payload(&wallet.store, attributes, files)?;
                self.reached = Reached::Perhaps;
                watched(progress, |watch| upload(&session, &payload, files, watch, |_| Ok(()))).await?;
                progress(step(message::SendingStepUpdate));
                session.update_application(remote, &payload, &ids(files)).await?;
                Ok(Delivered { application_id: Some(remote.clone()), ..delivered })
            }
        }
    }

    /// The account is made: what goes wrong from here on does not undo it, and is told as a warning.
    async fn log_in_after_sign_up(
        &self,
        session: &Session<Authenticated>,
        delivered: Delivered,
        progress: OnProgress<'_>,
    ) -> Delivered {
        let warning = match log_in(session, progress).await {
            Ok(logged_in) => return self.target.with_redirect(delivered, logged_in),
            Err(error) if error.class() == ErrorClass::NoSuchUser => {
                let site = &self.target.site.name;
                message::OutcomeLogInLater { site }.data()
            }
            Err(error) => message::OutcomeLogInFailed { reason: error.explain() }.data(),
        };
        Delivered { warning: Some(warning), ..delivered }
    }

    fn failed(&mut self, wallet: &Wallet, error: RunError) -> Undelivered {
        let begun = Some(self.reached == Reached::Perhaps);
        let reason = match &error {
            RunError::Store(error) => error.explain(),
            RunError::Site(error) => error.explain(),
        };
        let finish = Some(Finish::Failed { reason: Reason::of(reason), begun });
        let site = &self.target.site.name;
        let error = match error {
            RunError::Store(error) => error.into(),
            RunError::Site(error) => {
                wallet.forget_refused(self.target.site_id, &error);
                self.file_limit = file_limit(&error);
                if error.class() == ErrorClass::NoSuchUser && matches!(self.call, Call::LogIn) {
                    DiscloseError::NoAccount { site: site.clone() }
                } else {
                    fault(site, *error).reached(self.reached).into()
                }
            }
        };
        Undelivered { error, finish }
    }
}

async fn log_in(session: &Session<Authenticated>, progress: OnProgress<'_>) -> Result<LoggedIn, LwsError> {
    progress(step(message::SendingStepLogIn));
    let token = session.user_token().await?;
    session.log_in(&token).await
}

/// The largest file that a site takes, where its error says that.
pub(super) fn file_limit(error: &LwsError) -> Option<u64> {
    match error {
        LwsError::TooLarge { limit_bytes, .. } => *limit_bytes,
        _ => None,
    }
}
