//! The machine-readable zone of passports and identity cards (ICAO Doc 9303, eighth edition).
//!
//! A person types or pastes the lines at the foot of the photo page; [`Mrz::parse`] verifies every check digit and
//! [`fill`] proposes attributes from it. Capitals, spaces and line breaks do not matter, nor do fillers left out at the
//! end of a line, nor the letter O typed for a zero where only a digit can stand.

mod check;
mod days;
mod error;
mod fill;
mod layout;
mod names;
mod normal;
mod other;
mod parse;
mod state;

use jiff::civil::Date;

pub use check::{Check, FailedCheck};
pub use days::ZoneDate;
pub use error::{MrzError, Other};
pub use fill::{Filled, Proposal, fill};
pub use state::IssuingState;

/// The size of a document, which decides how its zone is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// An identity card: three lines of 30 characters (Part 5).
    Td1,
    /// A larger card or slip: two lines of 36 (Part 6).
    Td2,
    /// A passport: two lines of 44 (Part 4).
    Td3,
}

/// Sex as the zone states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// `F`
    Female,
    /// `M`
    Male,
    /// `<`, or `X` as some states print it
    Unspecified,
}

/// What a machine-readable zone says. Every check digit in it has been verified.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mrz {
    /// The size of the document.
    pub size: Size,
    /// One or two letters: `P` or `P` and another for passports; `I`, `A` or `C` for cards.
    pub document_code: String,
    /// State or organisation that issued it.
    pub issuing_state: IssuingState,
    /// Primary identifier in capitals, words apart: `VAN DER MEER`; empty where the document has given names only.
    pub surname: String,
    /// Secondary identifier in capitals, words apart; empty for people with one name.
    pub given_names: String,
    /// Whether the names reach the end of their field, so that some of them may be missing.
    pub names_may_be_cut: bool,
    /// Number of the document, without fillers.
    pub number: String,
    /// State whose national the holder is.
    pub nationality: IssuingState,
    /// Day of birth. The zone has two digits for the year; where the holder can be a child or someone of a hundred years,
    /// both days stand here.
    pub birth_date: ZoneDate,
    /// Sex.
    pub sex: Sex,
    /// Last day of validity. Within twenty years of today the century is certain.
    pub expiry: ZoneDate,
    /// What the issuing state put where it may put what it likes, such as a personal number; without fillers.
    pub optional_data: String,
    /// The check digits that were verified, in the order of the zone.
    pub checks: Vec<Check>,
}

impl Mrz {
    /// Reads a typed or pasted zone; `today` decides the centuries.
    ///
    /// # Errors
    ///
    /// [`MrzError`] says what does not fit and where, by line and character counted from 1; it repeats nothing of the
    /// zone.
    pub fn parse(text: &str, today: Date) -> Result<Self, MrzError> {
        parse::parse(text, today)
    }

    /// Whether it is a passport: its code begins with `P`.
    pub fn is_passport(&self) -> bool {
        self.document_code.starts_with('P')
    }

    /// Whether it is a card that a state gave to its own citizen: not the residence permit of a foreigner, nor the card of
    /// a crew member, which have the same layout.
    pub fn is_national_card(&self) -> bool {
        !self.is_passport() && self.document_code != "AC" && self.issuing_state == self.nationality
    }

    /// Whether it is no longer valid on this day.
    pub fn has_expired(&self, today: Date) -> bool {
        self.expiry.day().is_some_and(|expiry| expiry < today)
    }
}

#[cfg(test)]
mod tests;
