//! Taking an application up again.

use idw_lws::LwsError;

use super::{
    ApplicationError,
    apply::{Submission, outcome},
};
use crate::{
    DiscloseError, Wallet,
    disclose::{OnProgress, RunError, step},
    records::ApplicationState,
    view::Outcome,
};

/// What to do about an application that may have arrived and that the site cannot be asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResumeChoice {
    /// Send it again. If it had arrived, the site has it twice.
    SendAgain,
    /// Take it as arrived.
    AssumeSent,
}

impl Wallet {
    /// Goes on with an application: uploads what the site lacks and submits. One that may have arrived is looked up at
    /// the site first; where that settles nothing, `choice` decides, and without one nothing is sent. One that has
    /// arrived is left alone.
    ///
    /// # Errors
    /// [`DiscloseError::Undecided`] where `choice` is needed; else as for [`disclose`](Self::disclose).
    pub async fn resume_application(
        &self,
        id: &str,
        choice: Option<ResumeChoice>,
        progress: OnProgress<'_>,
    ) -> Result<Outcome, ApplicationError> {
        let (id, record) = self.application_record(id)?;
        let state = record.state;
        match state {
            ApplicationState::Submitted => return Ok(outcome(&record)),
            ApplicationState::Refused | ApplicationState::Cancelled => {
                let refused = state == ApplicationState::Refused;
                return Err(ApplicationError::Ended { site: record.site_name, refused });
            }
            ApplicationState::Draft
            | ApplicationState::Uploading
            | ApplicationState::Submitting
            | ApplicationState::Unknown => {}
        }
        let place = self.place_of(&record)?;
        let submission = Submission::new(self, id, record, place, progress);
        Ok(match state {
            ApplicationState::Submitting | ApplicationState::Unknown => Box::pin(submission.settle(choice)).await?,
            _ => Box::pin(submission.go_on(None)).await?,
        })
    }
}

impl Submission<'_> {
    async fn settle(self, choice: Option<ResumeChoice>) -> Result<Outcome, DiscloseError> {
        let site = self.record.site_name.clone();
        let choice = if self.record.confirmed { Some(ResumeChoice::AssumeSent) } else { choice };
        let session = match self.authenticate().await {
            Ok(session) => session,
            Err(_) if choice == Some(ResumeChoice::AssumeSent) => return self.arrived(None, None),
            Err(RunError::Site(source)) => return Err(DiscloseError::Site { site, source }),
            Err(RunError::Store(error)) => return Err(error.into()),
        };
        (self.progress)(step("Asking whether the application arrived"));
        let looked_up = self.look_up(&session).await;
        match (looked_up, choice) {
            (Ok(Some(found)), _) => self.arrived(Some(&found), Some(session.dialect())),
            (_, Some(ResumeChoice::AssumeSent)) => self.arrived(None, Some(session.dialect())),
            (Ok(None) | Err(LwsError::NotOffered { .. } | LwsError::Refused(_)), Some(ResumeChoice::SendAgain)) => {
                self.go_on(Some(session)).await
            }
            (Ok(None), None) => Err(DiscloseError::Undecided { site, asked: true }),
            (Err(LwsError::NotOffered { .. } | LwsError::Refused(_)), None) => {
                Err(DiscloseError::Undecided { site, asked: false })
            }
            (Err(source), _) => Err(DiscloseError::Site { site, source: Box::new(source) }),
        }
    }
}
