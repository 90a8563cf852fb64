//! Taking an application up again.

use idw_lws::LwsError;
use idw_words::message;

use super::{
    ApplicationError,
    apply::{Submission, Way, deliver, delivered},
};
use crate::{
    DiscloseError, Wallet,
    fault::{PartyFault, Reached},
    protocols::lws::{RunError, fault},
    records::ApplicationState,
    requests::{Delivered, OnProgress, Undelivered, step},
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
            ApplicationState::Submitted => {
                return Ok(deliver(&record).outcome(&*self.types()?, delivered(&record)));
            }
            ApplicationState::Refused | ApplicationState::Cancelled => {
                let refused = state == ApplicationState::Refused;
                return Err(ApplicationError::Ended { site: record.site_name, refused });
            }
            ApplicationState::Draft
            | ApplicationState::Uploading
            | ApplicationState::Submitting
            | ApplicationState::Unknown => {}
        }
        let target = self.target_of(&record)?;
        let way = match state {
            ApplicationState::Submitting | ApplicationState::Unknown => Way::Settle(choice),
            _ => Way::Send,
        };
        Ok(Submission::kept(id, record, target, way).go_on(self, progress).await?)
    }
}

impl Submission {
    /// Asks the site whether it has the application, and goes on as that, or the user, says.
    pub(super) async fn settle(
        &mut self,
        wallet: &Wallet,
        progress: OnProgress<'_>,
        choice: Option<ResumeChoice>,
    ) -> Result<Delivered, Undelivered> {
        let site = self.record.site_name.clone();
        let choice = if self.record.confirmed { Some(ResumeChoice::AssumeSent) } else { choice };
        let session = match wallet.visit(&self.target, progress).await {
            Ok(session) => session,
            Err(_) if choice == Some(ResumeChoice::AssumeSent) => return Ok(self.arrived(None, None)),
            Err(RunError::Site(error)) => return Err(Undelivered::unrecorded(self.unsettled(*error))),
            Err(RunError::Store(error)) => return Err(Undelivered::unrecorded(error)),
        };
        progress(step(message::SendingStepAskArrived));
        let looked_up = self.look_up(wallet, &session).await;
        let undecided = |asked| Undelivered::unrecorded(DiscloseError::Undecided { site, asked });
        match (looked_up, choice) {
            (Ok(Some(found)), _) => Ok(self.arrived(Some(&found), Some(session.dialect()))),
            (_, Some(ResumeChoice::AssumeSent)) => Ok(self.arrived(None, Some(session.dialect()))),
            (Ok(None) | Err(LwsError::NotOffered { .. } | LwsError::Refused(_)), Some(ResumeChoice::SendAgain)) => {
                self.submit(wallet, progress, Some(session)).await
            }
            (Ok(None), None) => Err(undecided(true)),
            (Err(LwsError::NotOffered { .. } | LwsError::Refused(_)), None) => Err(undecided(false)),
            (Err(error), _) => Err(Undelivered::unrecorded(self.unsettled(error))),
        }
    }

    /// The site could not be asked. What was sent before may have arrived still.
    fn unsettled(&self, error: LwsError) -> PartyFault {
        fault(&self.record.site_name, error).reached(Reached::Perhaps)
    }
}
