//! The one function through which anything leaves the wallet.

mod entry;
mod error;
mod payload;
mod progress;
mod run;
mod signer;
mod tokens;
mod upload;
mod visit;

use std::sync::{OnceLock, atomic::AtomicBool};

use idw_vault::Batch;

pub(crate) use entry::{approval, learnt, remembered};
pub use error::DiscloseError;
pub(crate) use error::{RunError, lws_problem};
pub(crate) use payload::{Prepared, payload, prepare};
pub use progress::Progress;
pub(crate) use progress::{OnProgress, step, watched};
pub(crate) use signer::throwaway;
pub(crate) use tokens::Tokens;
pub(crate) use upload::{ids, upload};
pub(crate) use visit::{Door, Visit};

use error::failure;
use run::{Done, Run};

use crate::{
    Approved, StoreError, Wallet,
    activity::sent_view,
    records::{ApplicationRecord, Event, Finish, SentRecord},
    store::put,
    view::{AccountView, Outcome, Purpose},
};

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
        // From here on the site's description counts as agreed to, and so does what is added to an application.
        let mut batch = Batch::new();
        put(&mut batch, approved.parts.site_id, &approved.parts.site);
        self.put_addition(&mut batch, &approved, &sent)?;
        let number = self.store.commit(batch, approval(&approved, &account, &sent))?;

        let site = approved.parts.site.name.clone();
        let begun = AtomicBool::new(false);
        let run = Run { wallet: self, approved: &approved, progress, begun, dialect: OnceLock::new() };
        let result = Box::pin(run.run()).await;
        let Run { begun, dialect, .. } = run;
        let begun = Some(begun.into_inner());
        let event = |result| Event::Finished {
            purpose: approved.purpose.into(),
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
                // As it is by now: the user may have renamed or removed the site while things were sent.
                let _guard = self.store.changing();
                if let Some(site) = self.store.get(parts.site_id)? {
                    put(&mut batch, parts.site_id, &remembered(&site, named, &account, done.dialect));
                }
                self.store.commit(batch, event(Finish::Done { application: done.application_id.clone() }))?;
                Ok(outcome(&approved, &account, sent, done))
            }
            Err(error) => {
                if let RunError::Site(error) = &error {
                    self.forget_refused(approved.parts.site_id, error);
                }
                let mut batch = Batch::new();
                let source = if let RunError::Site(source) = &error { Some(&**source) } else { None };
                let _guard = self.store.changing();
                let present = self.store.get(approved.parts.site_id)?;
                if let Some(site) = present.and_then(|site| learnt(&site, dialect.into_inner(), source)) {
                    put(&mut batch, approved.parts.site_id, &site);
                }
                self.store.commit(batch, event(Finish::Failed { reason: error.to_string(), begun }))?;
                Err(failure(site, approved.purpose, error))
            }
        }
    }
}

impl Wallet {
    /// Notes in an application what was agreed to be added to it.
    fn put_addition(&self, batch: &mut Batch, approved: &Approved, sent: &[SentRecord]) -> Result<(), StoreError> {
        let Some(id) = approved.parts.update else { return Ok(()) };
        let Some(mut application) = self.store.get::<ApplicationRecord>(id)? else { return Ok(()) };
        for sent in sent {
            application.sent.retain(|before| !answers_the_same(before, sent));
            application.sent.push(sent.clone());
        }
        put(batch, id, &application);
        Ok(())
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
