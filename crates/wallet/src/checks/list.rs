//! The checks of which the wallet still holds something.

use std::collections::BTreeMap;

use crate::{
    Wallet,
    attributes::AttributeError,
    clock::today,
    view::{AttributeView, CheckView, CheckedView, OriginView},
};

/// The attributes that tell which document was checked.
const DOCUMENTS: &[&str] = &["passport", "national-id", "drivers-license"];

impl Wallet {
    /// Every check that gave values which nobody has changed since, the newest first. Name, date of birth and document count
    /// together only where one check gave them all.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn checks(&self) -> Result<Vec<CheckView>, AttributeError> {
        let attributes = self.attributes()?;
        let mut checks: BTreeMap<(&str, &str), Vec<(&AttributeView, &CheckedView)>> = BTreeMap::new();
        for attribute in &attributes {
            if let OriginView::Verified(checked) = &attribute.origin {
                checks.entry((&checked.provider, &checked.check)).or_default().push((attribute, checked));
            }
        }
        let mut checks: Vec<CheckView> = checks.into_values().map(|values| view(&values)).collect();
        checks.sort_by(|one, other| other.at.cmp(&one.at));
        Ok(checks)
    }
}

fn view(values: &[(&AttributeView, &CheckedView)]) -> CheckView {
    let (_, checked) = values[0]; // a group has at least the value that made it
    let has = |name: &str| values.iter().any(|(attribute, _)| attribute.name == name);
    let today = today().to_string();
    // Days as ISO 8601 writes them are in the order of their text.
    let is_valid = |one: &AttributeView| one.expires.as_ref().is_none_or(|day| *day >= today);
    let document = values.iter().find(|(one, _)| DOCUMENTS.contains(&one.name.as_str()));
    let counts = checked.trusted
        && has("first-name")
        && has("last-name")
        && has("date-of-birth")
        && document.is_some_and(|(document, _)| is_valid(document));
    CheckView {
        provider: checked.provider.clone(),
        by: checked.by.clone(),
        test: checked.test,
        check: checked.check.clone(),
        at: checked.at.clone(),
        document_type: checked.document_type.clone(),
        number_end: checked.number_end.clone(),
        values: values.iter().map(|(attribute, _)| attribute.title.clone()).collect(),
        counts,
    }
}
