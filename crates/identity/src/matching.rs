//! Which of the held values answer a relying party's requirements.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::civil::Date;
use serde_json::Value;

use crate::attribute_type::{AttributeType, Subject};
use crate::catalogue::Catalogue;
use crate::dates::dates;
use crate::requirement::Requirement;
use crate::schema_url::SchemaUrl;
use crate::violation::Violation;

/// A document that expires within so many days is noted as expiring soon.
const SOON_DAYS: i32 = 90;

/// A value in the wallet. `K` is whatever the wallet knows it by.
#[derive(Debug, Clone)]
pub struct Held<'a, K> {
    /// The wallet's name for it.
    pub key: K,
    /// Which attribute it is a value of.
    pub schema: SchemaUrl,
    /// The value.
    pub value: &'a Value,
    /// What the user calls it.
    pub label: Option<String>,
    /// Whether the user wants it used when there are several.
    pub is_default: bool,
    /// The kind of profile it belongs to; [`Subject::Both`] when profiles do not matter.
    pub subject: Subject,
}

impl<'a, K> Held<'a, K> {
    /// A value without a label, not the default, of no particular kind of profile.
    pub fn new(key: K, schema: SchemaUrl, value: &'a Value) -> Self {
        Self { key, schema, value, label: None, is_default: false, subject: Subject::Both }
    }
}

/// A requirement with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Matched<K> {
    /// The requirement, unchanged.
    pub requirement: Requirement,
    /// What can be sent, or why nothing can.
    pub outcome: Outcome<K>,
}

/// What can be sent for a requirement.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome<K> {
    /// At least one valid value: the default first, then those that have not expired, then the rest.
    Candidates(Vec<Candidate<K>>),
    /// Nothing.
    Missing(Missing),
}

/// A held value that fits a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<K> {
    /// The wallet's name for it.
    pub key: K,
    /// What the user should know before it is sent.
    pub notes: Vec<Note>,
}

/// Something to know about a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// Its last day of validity is past.
    Expired {
        /// That day.
        on: Date,
    },
    /// Its last day of validity is within 90 days, today included.
    ExpiresSoon {
        /// That day.
        on: Date,
        /// Days from today to it.
        days: i32,
    },
    /// It says it was issued after today.
    IssuedInFuture {
        /// The day it gives.
        on: Date,
    },
}

/// Why nothing can be sent for a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Missing {
    /// The wallet holds no value of it.
    NotHeld,
    /// It holds values, but none that fits the schema; this is what is wrong with the first (the default if any).
    HeldButInvalid {
        /// What is wrong.
        violations: Vec<Violation>,
    },
    /// No schema for it is known, so no value can be checked. The wallet may fetch the schema and ask again.
    UnknownType,
    /// It describes a person and the profile is a company's, or the other way round.
    HeldForOtherKind {
        /// Whom it describes.
        needs: Subject,
    },
}

impl<K> Matched<K> {
    /// The candidates, best first; empty when nothing can be sent.
    pub fn candidates(&self) -> &[Candidate<K>] {
        match &self.outcome {
            Outcome::Candidates(candidates) => candidates,
            Outcome::Missing(_) => &[],
        }
    }

    /// The candidate to propose.
    pub fn best(&self) -> Option<&Candidate<K>> {
        self.candidates().first()
    }

    /// Why there is none.
    pub fn missing(&self) -> Option<&Missing> {
        match &self.outcome {
            Outcome::Candidates(_) => None,
            Outcome::Missing(why) => Some(why),
        }
    }

    /// Whether the relying party insists on it and nothing can be sent.
    pub fn blocks(&self) -> bool {
        self.requirement.required && self.missing().is_some()
    }
}

/// Answers each requirement, in order, from what is held.
///
/// A value answers a requirement when both name the same attribute (scheme and older names aside), the value fits
/// the schema, and it belongs to the kind of profile the attribute describes. Values are offered, never made or
/// changed. Takes time in proportion to what is held plus what is asked.
pub fn match_requirements<K: Clone>(
    requirements: &[Requirement],
    held: &[Held<'_, K>],
    catalogue: &Catalogue,
    today: Date,
) -> Vec<Matched<K>> {
    let mut by_attribute: HashMap<&str, Vec<&Held<'_, K>>> = HashMap::new();
    for one in held {
        by_attribute.entry(catalogue.canonical_key(&one.schema)).or_default().push(one);
    }
    let answer = |requirement: &Requirement| {
        let held = by_attribute.get(catalogue.canonical_key(&requirement.schema)).map_or(&[][..], Vec::as_slice);
        let outcome = match catalogue.by_url(&requirement.schema) {
            Some(ty) => outcome(ty, held, today),
            None => Outcome::Missing(Missing::UnknownType),
        };
        Matched { requirement: requirement.clone(), outcome }
    };
    requirements.iter().map(answer).collect()
}

fn outcome<K: Clone>(ty: &AttributeType, held: &[&Held<'_, K>], today: Date) -> Outcome<K> {
    if held.is_empty() {
        return Outcome::Missing(Missing::NotHeld);
    }
    let mut own: Vec<_> = held.iter().filter(|one| ty.subject().fits(one.subject)).collect();
    // Stable, so that values of one rank stay in the wallet's order.
    own.sort_by_key(|one| Reverse(one.is_default));
    let Some(first) = own.first() else {
        return Outcome::Missing(Missing::HeldForOtherKind { needs: ty.subject() });
    };
    let mut candidates: Vec<_> =
        own.iter().filter(|one| ty.accepts(one.value)).map(|one| (one.is_default, candidate(ty, one, today))).collect();
    if candidates.is_empty() {
        let violations = ty.validate(first.value).err().unwrap_or_default();
        return Outcome::Missing(Missing::HeldButInvalid { violations });
    }
    candidates.sort_by_key(|(is_default, candidate)| (Reverse(*is_default), candidate.is_expired()));
    Outcome::Candidates(candidates.into_iter().map(|(_, candidate)| candidate).collect())
}

impl<K> Candidate<K> {
    /// Whether its last day of validity is past.
    pub fn is_expired(&self) -> bool {
        self.notes.iter().any(|note| matches!(note, Note::Expired { .. }))
    }
}

fn candidate<K: Clone>(ty: &AttributeType, held: &Held<'_, K>, today: Date) -> Candidate<K> {
    let found = dates(ty, held.value);
    let expiry = found.expires.and_then(|on| expiry_note(on, today));
    let future = found.issued.filter(|on| *on > today).map(|on| Note::IssuedInFuture { on });
    Candidate { key: held.key.clone(), notes: expiry.into_iter().chain(future).collect() }
}

fn expiry_note(on: Date, today: Date) -> Option<Note> {
    if on < today {
        return Some(Note::Expired { on });
    }
    // A span of days between two civil dates always fits: the calendar ends at the year 9999.
    let days = today.until(on).ok()?.get_days();
    (days <= SOON_DAYS).then_some(Note::ExpiresSoon { on, days })
}
