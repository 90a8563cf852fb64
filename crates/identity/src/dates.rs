//! The days from and to which a document counts.

use jiff::civil::Date;
use serde_json::Value;

use crate::attribute_type::AttributeType;
use crate::field::{Field, FieldKind};
use crate::field_path::Segment;
use crate::violation::{self, Fault, Violation};

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

/// What cannot be true of the dates of a value: a day of birth that is to come, the end of a document before its
/// beginning. Schemas do not say such things, and this crate has no clock.
///
/// A document that says it was issued after today is let through here, with a note where it is sent
/// ([`Note::IssuedInFuture`](crate::Note::IssuedInFuture)): it can be a slip of the issuer's.
pub fn implausible_dates(ty: &AttributeType, value: &Value, today: Date) -> Vec<Violation> {
    let mut found = Vec::new();
    let days = ty.fields().iter().filter(|field| matches!(field.kind, FieldKind::Date)).filter_map(|field| {
        let day: Date = field.path.get(value)?.as_str()?.parse().ok()?;
        Some((field, day))
    });
    for (field, day) in days {
        let fault = match role_in_life(ty, field) {
            // Where it is tomorrow already, somebody was born tomorrow.
            Some(_) if day > today.saturating_add(jiff::Span::new().days(1)) => Fault::InFuture,
            Some(LifeDate::Birth) if day.year() < today.year().saturating_sub(MAX_AGE_YEARS) => Fault::TooLongAgo,
            _ => continue,
        };
        found.extend(field.path.to_pointer().map(|pointer| violation::about(ty.root(), pointer, fault)));
    }
    if let Dates { issued: Some(issued), expires: Some(expires) } = dates(ty, value)
        && issued > expires
    {
        let ends = ty.fields().iter().find(|field| role(field) == Some(DateRole::Expires));
        let pointer = ends.and_then(|field| field.path.to_pointer()).unwrap_or_default();
        found.push(violation::about(ty.root(), pointer, Fault::EndsBeforeIssue));
    }
    found
}

/// Nobody has lived longer by far.
const MAX_AGE_YEARS: i16 = 150;
/// Names of the property, or of the attribute, that holds a day of birth.
const BIRTH: &[&str] =
    &["date-of-birth", "dateOfBirth", "date_of_birth", "birthDate", "birth_date", "birthdate", "birthday", "dob"];
/// Names of those that hold the day a company was founded.
const FOUNDED: &[&str] = &["incorporation-date", "incorporationDate", "incorporation_date", "dateOfIncorporation"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum LifeDate {
    Birth,
    Founded,
}

/// Whether a date is the beginning of somebody's life, by the name of the property or, where the value is the date
/// itself, of the attribute.
fn role_in_life(ty: &AttributeType, field: &Field) -> Option<LifeDate> {
    let name = match field.path.segments().last() {
        None => ty.short_name(),
        Some(Segment::Key(name)) => name.as_str(),
        Some(Segment::Each | Segment::Index(_)) => return None,
    };
    if BIRTH.contains(&name) {
        return Some(LifeDate::Birth);
    }
    FOUNDED.contains(&name).then_some(LifeDate::Founded)
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
