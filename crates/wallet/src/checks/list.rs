//! The checks of which the wallet still holds something.

use std::collections::{BTreeMap, HashSet};

use idw_vault::RecordId;

use crate::{
    Wallet,
    attributes::AttributeError,
    clock::today,
    records::CheckRecord,
    view::{AttributeView, CheckView, CheckedView, OriginView},
};

/// The attributes that tell which document was checked.
pub(super) const DOCUMENTS: &[&str] = &["passport", "national-id", "drivers-license"];

/// A check that lets others hear that the user is verified.
pub(crate) struct CountingCheck {
    /// The ids of the values that it gave and that nobody changed since.
    pub(crate) values: HashSet<String>,
    pub(crate) document: CountingDocument,
}

/// The document that was checked; it is valid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CountingDocument {
    /// The title of its attribute.
    pub(crate) title: String,
    /// As printed. Checks that were kept by earlier versions have none.
    pub(crate) number: Option<String>,
    /// Who gave it, ISO 3166-1 alpha-2.
    pub(crate) country: Option<String>,
    /// The last day on which it is valid, ISO 8601.
    pub(crate) expires: Option<String>,
}

impl Wallet {
    /// The newest check that others may hear of, if there is one.
    pub(crate) fn counting_check(&self) -> Result<Option<CountingCheck>, AttributeError> {
        let attributes = self.attributes()?;
        let groups = groups(&attributes);
        let mut counting: Vec<_> = groups.into_values().filter(|values| counts(values)).collect();
        counting.sort_by(|one, other| other[0].1.at.cmp(&one[0].1.at));
        let Some(values) = counting.first() else { return Ok(None) };
        let listing = self.listing()?;
        let check_of = |id: &str| -> Option<CheckRecord> {
            let id: RecordId = id.parse().ok()?;
            let (_, record) = listing.records().iter().find(|(one, _)| *one == id)?;
            listing.confirmed(record).cloned()
        };
        let document = document(values).map_or_else(CountingDocument::default, |document| {
            let own = check_of(&document.id).and_then(|check| check.document);
            let (number, country) = own.map_or((None, None), |own| (Some(own.number), own.country));
            CountingDocument { title: document.title.clone(), number, country, expires: document.expires.clone() }
        });
        let values = values.iter().map(|(attribute, _)| attribute.id.clone()).collect();
        Ok(Some(CountingCheck { values, document }))
    }

    /// Every check that gave values which nobody has changed since, the newest first. Name, date of birth and document count
    /// together only where one check gave them all.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn checks(&self) -> Result<Vec<CheckView>, AttributeError> {
        let attributes = self.attributes()?;
        let mut checks: Vec<CheckView> = groups(&attributes).into_values().map(|values| view(&values)).collect();
        checks.sort_by(|one, other| other.at.cmp(&one.at));
        Ok(checks)
    }
}

/// A value with the check that gave it.
type Value<'a> = (&'a AttributeView, &'a CheckedView);

/// The values of each check. A group has at least the value that made it.
fn groups(attributes: &[AttributeView]) -> BTreeMap<(&str, &str), Vec<Value<'_>>> {
    let mut checks: BTreeMap<(&str, &str), Vec<Value<'_>>> = BTreeMap::new();
    for attribute in attributes {
        if let OriginView::Verified(checked) = &attribute.origin {
            checks.entry((&checked.provider, &checked.check)).or_default().push((attribute, checked));
        }
    }
    checks
}

/// The document that a check looked at: of several a valid one.
fn document<'a>(values: &[Value<'a>]) -> Option<&'a AttributeView> {
    let today = today().to_string();
    // Days as ISO 8601 writes them are in the order of their text.
    let is_valid = |one: &&AttributeView| one.expires.as_ref().is_none_or(|day| *day >= today);
    values.iter().map(|(one, _)| *one).filter(|one| DOCUMENTS.contains(&one.name.as_str())).find(is_valid)
}

/// Whether others may be told of it: name, date of birth and a valid document, by a provider that the user trusts.
fn counts(values: &[Value<'_>]) -> bool {
    let has = |name: &str| values.iter().any(|(attribute, _)| attribute.name == name);
    let (_, checked) = values[0];
    checked.trusted && has("first-name") && has("last-name") && has("date-of-birth") && document(values).is_some()
}

fn view(values: &[Value<'_>]) -> CheckView {
    let (_, checked) = values[0];
    CheckView {
        provider: checked.provider.clone(),
        by: checked.by.clone(),
        test: checked.test,
        check: checked.check.clone(),
        at: checked.at.clone(),
        document_type: checked.document_type.clone(),
        number_end: checked.number_end.clone(),
        values: values.iter().map(|(attribute, _)| attribute.title.clone()).collect(),
        counts: counts(values),
    }
}
