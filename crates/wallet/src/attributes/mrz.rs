//! Entering what the machine-readable zone of a passport or an identity card says (ICAO 9303).

use idw_identity::mrz::{Filled, Mrz, MrzError, Proposal, fill};
use idw_identity::{AttributeType, summary};
use serde_json::Value;

use super::{SetAttribute, SetAttributeError, by_schema};
use crate::{
    Problem, StoreError, Wallet,
    clock::today,
    schemas::Types,
    view::{AttributeView, MrzAction, MrzProposal, MrzView},
};

const ANOTHER: &str =
    "The zone gives another date of birth than this wallet: is it somebody else's? Yours was left as it is.";
const CENTURY: &str =
    "The zone has two digits for the year, so it can be either day; yours was left as it is: change it by hand.";
const LATER: &str = "The one in this wallet is valid longer, and was left as it is.";

/// Why a zone was not read. Nothing was changed.
#[derive(Debug, thiserror::Error)]
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
        let types = self.types()?;
        let Filled { proposals: mut filled, notes } = fill(&zone, today());
        self.settle(&types, &mut filled)?;
        let of_another = self.is_of_another(&types, &filled)?;
        let mut proposals = Vec::new();
        for proposal in filled {
            if let Some(ty) = types.find(proposal.attribute) {
                proposals.push(self.mrz_proposal(ty, proposal, of_another)?);
            }
        }
        Ok(MrzView {
            passport: zone.is_passport(),
            number: zone.number.clone(),
            expires: zone.expiry.day().map(|day| day.to_string()),
            expired: zone.has_expired(today()),
            proposals,
            notes,
        })
    }

    /// Enters what a zone says for certain, or the person [took](MrzView::take), and the wallet does not hold yet; and renews the date of a document that it holds.
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
                MrzAction::Held | MrzAction::NeedsMore | MrzAction::Propose => {}
            }
        }
        Ok(entered)
    }

    /// Of two days that the zone leaves possible, the one that the wallet holds is meant.
    fn settle(&self, types: &Types, filled: &mut Vec<Proposal>) -> Result<(), StoreError> {
        for name in ["date-of-birth", "passport", "national-id"] {
            let Some(ty) = types.find(name) else { continue };
            let held = by_schema(self, ty)?;
            let is_held = |one: &Proposal| held.iter().any(|(_, record)| holds(&record.value, &one.value));
            let settled = filled.iter().position(|one| one.attribute == name && one.choice.is_some() && is_held(one));
            if let Some(at) = settled {
                filled[at] = Proposal { choice: None, certain: true, note: None, ..filled[at].clone() };
                filled.retain(|one| one.attribute != name || one.choice.is_none());
            }
        }
        Ok(())
    }

    /// Whether the zone gives another date of birth than the wallet. Names are no sign: a zone spells them its own way.
    fn is_of_another(&self, types: &Types, filled: &[Proposal]) -> Result<bool, StoreError> {
        let Some(ty) = types.find("date-of-birth") else { return Ok(false) };
        let given: Vec<&Value> =
            filled.iter().filter(|one| one.attribute == "date-of-birth").map(|one| &one.value).collect();
        let held = by_schema(self, ty)?;
        let is_given = |value: &Value| given.contains(&value);
        Ok(!given.is_empty() && !held.is_empty() && !held.iter().any(|(_, record)| is_given(&record.value)))
    }

    fn mrz_proposal(
        &self,
        ty: &AttributeType,
        proposal: Proposal,
        of_another: bool,
    ) -> Result<MrzProposal, StoreError> {
        let held = by_schema(self, ty)?.into_iter().next().map(|(_, record)| record.value);
        let is_whole = ty.accepts(&proposal.value);
        let expires = |value: &Value| value.get("expires").and_then(Value::as_str).map(str::to_owned);
        let (action, left) = match &held {
            None if is_whole && proposal.certain => (MrzAction::Enter, None),
            None if is_whole => (MrzAction::Propose, None),
            None => (MrzAction::NeedsMore, None),
            Some(held) if is_whole || holds(held, &proposal.value) => (MrzAction::Held, None),
            Some(_) if proposal.choice.is_some() => (MrzAction::Held, Some(CENTURY)),
            Some(_) if of_another => (MrzAction::Held, Some(ANOTHER)),
            // Days as ISO 8601 writes them are in the order of their text.
            Some(held) if expires(held) > expires(&proposal.value) => (MrzAction::Held, Some(LATER)),
            Some(_) => (MrzAction::Update, None),
        };
        Ok(MrzProposal {
            name: ty.short_name().to_owned(),
            title: ty.title().to_owned(),
            summary: summary(ty, &proposal.value),
            value: proposal.value,
            held: held.map(|held| summary(ty, &held)),
            action,
            note: left.or(proposal.note).map(str::to_owned),
            choice: proposal.choice.map(|day| day.to_string()),
        })
    }
}

/// Whether a value that is held says the same, or has it among its parts.
fn holds(held: &Value, proposed: &Value) -> bool {
    match proposed.as_object() {
        Some(parts) => parts.iter().all(|(name, part)| held.get(name) == Some(part)),
        None => held == proposed,
    }
}
