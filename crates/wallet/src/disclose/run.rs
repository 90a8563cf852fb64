//! A login, a sign-up or an addition to an application, at the site.

use std::sync::{
    OnceLock,
    atomic::{AtomicBool, Ordering},
};

use idw_lws::{Authenticated, Dialect, ErrorClass, LoggedIn, Session};
use url::Url;

use super::{Door, OnProgress, Prepared, RunError, ids, payload, prepare, step, upload, watched};
use crate::{Approved, StoreError, Wallet, records::ApplicationRecord, view::Purpose};

/// One disclosure under way.
pub(super) struct Run<'a> {
    pub(super) wallet: &'a Wallet,
    pub(super) approved: &'a Approved,
    pub(super) progress: OnProgress<'a>,
    /// Whether anything of what was agreed to has begun to leave.
    pub(super) begun: AtomicBool,
    /// The dialect, once it is known.
    pub(super) dialect: OnceLock<Dialect>,
}

/// What came of it.
pub(super) struct Done {
    pub(super) dialect: Dialect,
    pub(super) redirect: Option<Url>,
    pub(super) application_id: Option<String>,
    pub(super) application_url: Option<Url>,
    pub(super) message: Option<String>,
    pub(super) warning: Option<String>,
    pub(super) clock: Option<String>,
}

impl Run<'_> {
    pub(super) async fn run(&self) -> Result<Done, RunError> {
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
