//! What becomes of a verified value that is changed.

use idw_identity::AttributeType;
use serde_json::Value;

use super::SetAttributeError;
use crate::{
    Wallet,
    records::{AttributeRecord, CheckRecord, ProvenanceRecord},
};

/// What to do where a change makes a verified value one that the user entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IfVerified {
    /// Change nothing, and give [`SetAttributeError::Verified`]: the user is told first.
    #[default]
    Refuse,
    /// Change it: the user was told, and wants it.
    Change,
}

impl Wallet {
    /// Where a value comes from once it is `value`: a check still vouches for what it gave where nothing but what it did not
    /// bring was added.
    pub(super) fn provenance_after(
        &self,
        ty: &AttributeType,
        base: Option<&AttributeRecord>,
        value: &Value,
        if_verified: IfVerified,
    ) -> Result<ProvenanceRecord, SetAttributeError> {
        let listing = self.listing()?;
        let checked = base.and_then(|base| Some((base, listing.confirmed(base)?)));
        let Some((base, check)) = checked else { return Ok(ProvenanceRecord::Entered) };
        if let Some(added) = added_to(&base.value, value, &check.added) {
            return Ok(ProvenanceRecord::Checked(CheckRecord { added, ..check.clone() }));
        }
        match if_verified {
            IfVerified::Change => Ok(ProvenanceRecord::Entered),
            IfVerified::Refuse => Err(SetAttributeError::Verified {
                title: ty.title().to_owned(),
                by: check.name.clone(),
                day: check.at.to_string().chars().take(10).collect(),
            }),
        }
    }
}

/// The members of a value that the user added, with those that were `added` before; none where anything else is other than
/// it was.
fn added_to(before: &Value, after: &Value, added: &[String]) -> Option<Vec<String>> {
    if before == after {
        return Some(added.to_vec());
    }
    let (before, after) = (before.as_object()?, after.as_object()?);
    let is_added = |name: &String| added.contains(name) || !before.contains_key(name);
    let same = |(name, part): (&String, &Value)| added.contains(name) || after.get(name) == Some(part);
    if !before.iter().all(same) {
        return None;
    }
    Some(after.keys().filter(|name| is_added(name)).cloned().collect())
}
