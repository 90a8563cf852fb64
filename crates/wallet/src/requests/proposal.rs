//! What would leave the wallet, for the user to read and to approve or not.

use std::collections::HashMap;

use super::{
    Compared, Delivery, DiscloseError, MadeFile, ProposeError, Recipient, Request, Selection, WantId, matching::Answer,
};
use crate::{Wallet, records::AttributeRecord, view::ConsentView};

/// What would leave the wallet, for the user to read and to approve or not.
pub struct Proposal {
    pub(super) view: ConsentView,
    pub(super) request: Request,
    /// The values offered for each want, as they were when they were shown.
    pub(super) offered: HashMap<WantId, HashMap<String, AttributeRecord>>,
    pub(super) delivery: Box<dyn Delivery>,
}

impl std::fmt::Debug for Proposal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proposal")
            .field("purpose", &self.view.purpose)
            .field("party", &self.view.site)
            .finish_non_exhaustive()
    }
}

impl Proposal {
    /// What to show.
    pub fn view(&self) -> &ConsentView {
        &self.view
    }

    /// The files that are made of what is selected, as they would go: for the user to look at.
    ///
    /// # Errors
    /// Where the selection cannot be approved, or a file cannot be made.
    pub fn made_files(&self, wallet: &Wallet, selection: &Selection) -> Result<Vec<MadeFile>, DiscloseError> {
        let chosen = self.choose(selection).map_err(DiscloseError::from)?;
        self.delivery.made_files(wallet, &chosen)
    }
}

impl Wallet {
    /// Matches a request with what the wallet holds. Nothing leaves, and nobody is contacted.
    pub(crate) fn match_request(
        &self,
        request: Request,
        delivery: Box<dyn Delivery>,
    ) -> Result<Proposal, ProposeError> {
        let Answer { items, offered, changes } = request.answer(self)?;
        let mut differences = request.differences.clone();
        if request.compared == Compared::WithTheLast {
            differences.extend(changes);
        }
        let party = &request.party;
        let view = ConsentView {
            purpose: request.purpose,
            site: party.name.clone(),
            url: party.url.clone(),
            connection: party.connection,
            account: request.acting.view()?,
            template: request.form.clone(),
            ready: items.iter().all(|item| !item.requirement.required || !item.choices.is_empty()),
            items,
            changed: differences.iter().any(|difference| difference.asks),
            changes: differences.into_iter().map(|difference| difference.change).collect(),
            elsewhere: request.recipients.iter().map(Recipient::view).collect(),
            terms_url: party.terms_url.clone(),
            policy_url: party.policy_url.clone(),
            asked: request.asked.clone(),
        };
        Ok(Proposal { view, request, offered, delivery })
    }
}
