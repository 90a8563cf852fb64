//! Entering what the machine-readable zone of a passport or an identity card says (ICAO 9303).

use idw_identity::mrz::{Mrz, MrzError, Proposal, fill};
use idw_identity::{AttributeType, summary};

use super::{SetAttribute, SetAttributeError, by_schema};
use crate::{
    Problem, StoreError, Wallet,
    clock::today,
    view::{AttributeView, MrzAction, MrzProposal, MrzView},
};

/// Why a zone was not read. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadMrzError {
    /// What was typed is no zone, or a check digit does not fit.
    #[error(transparent)]
    Zone(#[from] MrzError),
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ReadMrzError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Zone(_) => Problem::Usage,
            Self::Store(error) => error.problem(),
        }
    }
}

impl Wallet {
    /// Reads a typed or pasted machine-readable zone, verifies its check digits, and says which values it suggests.
    /// Nothing is entered.
    ///
    /// # Errors
    /// Where it is no zone or a character is mistyped, or the vault cannot be read.
    pub fn read_mrz(&self, text: &str) -> Result<MrzView, ReadMrzError> {
        let zone = Mrz::parse(text, today())?;
        let types = self.store.types()?;
        let mut proposals = Vec::new();
        for proposal in fill(&zone, today()) {
            if let Some(ty) = types.find(proposal.attribute) {
                proposals.push(self.mrz_proposal(ty, proposal)?);
            }
        }
        Ok(MrzView {
            passport: zone.is_passport(),
            number: zone.number.clone(),
            expires: zone.expiry.map(|day| day.to_string()),
            expired: zone.has_expired(today()),
            proposals,
        })
    }

    /// Enters what a zone suggests and the wallet does not hold yet, and renews the date of a document that it holds.
    /// Values that are held are left as they are: a zone spells names without accents.
    ///
    /// # Errors
    /// Where a value cannot be entered; those before it were.
    pub fn apply_mrz(&self, zone: &MrzView) -> Result<Vec<AttributeView>, SetAttributeError> {
        let mut entered = Vec::new();
        for proposal in &zone.proposals {
            let set = SetAttribute { name: proposal.name.clone(), ..SetAttribute::default() };
            match proposal.action {
                MrzAction::Enter => {
                    entered.push(self.set_attribute(SetAttribute { json: Some(proposal.value.clone()), ..set })?);
                }
                MrzAction::Update => {
                    let fields = proposal.value.as_object().into_iter().flatten();
                    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
                    let fields = fields.map(|(name, value)| (name.clone(), text(value))).collect();
                    entered.push(self.set_attribute(SetAttribute { fields, ..set })?);
                }
                MrzAction::Held | MrzAction::NeedsMore => {}
            }
        }
        Ok(entered)
    }

    fn mrz_proposal(&self, ty: &AttributeType, proposal: Proposal) -> Result<MrzProposal, StoreError> {
        let held = by_schema(&self.store, ty)?.into_iter().next().map(|(_, record)| record.value);
        let is_whole = ty.accepts(&proposal.value);
        let is_in = |held: &serde_json::Value| match proposal.value.as_object() {
            Some(parts) => parts.iter().all(|(name, part)| held.get(name) == Some(part)),
            None => *held == proposal.value,
        };
        let action = match &held {
            None if is_whole => MrzAction::Enter,
            None => MrzAction::NeedsMore,
            Some(held) if is_whole || is_in(held) => MrzAction::Held,
            Some(_) => MrzAction::Update,
        };
        Ok(MrzProposal {
            name: ty.short_name().to_owned(),
            title: ty.title().to_owned(),
            summary: summary(ty, &proposal.value),
            value: proposal.value,
            held: held.map(|held| summary(ty, &held)),
            action,
            note: proposal.note.map(str::to_owned),
        })
    }
}
