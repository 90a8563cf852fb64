//! The days from and to which a document counts.

use jiff::civil::Date;
use serde_json::Value;

use crate::attribute_type::AttributeType;
use crate::field::{Field, FieldKind};
use crate::field_path::Segment;

/// Names of the property that holds the day of issue; the platform's first, then what others use.
const ISSUED: &[&str] = &["issued", "issueDate", "issue_date", "issuedAt", "dateOfIssue"];
/// Names of the property that holds the last day of validity.
const EXPIRES: &[&str] =
    &["expires", "expiryDate", "expiry_date", "expirationDate", "expiration_date", "validUntil", "dateOfExpiry"];

/// The dates of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dates {
    /// The day it was issued.
    pub issued: Option<Date>,
    /// The last day on which it is valid.
    pub expires: Option<Date>,
}

/// Reads the dates of a value. A property counts if the schema makes it a date; what is no date counts as absent.
pub fn dates(ty: &AttributeType, value: &Value) -> Dates {
    let mut found = Dates::default();
    for field in ty.fields().iter().filter(|field| matches!(field.kind, FieldKind::Date)) {
        let day = || field.path.get(value)?.as_str()?.parse().ok();
        match role(field) {
            Some(DateRole::Issued) => found.issued = found.issued.or_else(day),
            Some(DateRole::Expires) => found.expires = found.expires.or_else(day),
            None => {}
        }
    }
    found
}

/// Which of the two dates a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateRole {
    Issued,
    Expires,
}

/// The role of a date field, by the name of the property; only properties of the document itself have one.
pub(crate) fn role(field: &Field) -> Option<DateRole> {
    let [Segment::Key(name)] = field.path.segments() else { return None };
    if EXPIRES.contains(&name.as_str()) {
        return Some(DateRole::Expires);
    }
    ISSUED.contains(&name.as_str()).then_some(DateRole::Issued)
}
