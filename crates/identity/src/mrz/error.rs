//! Why a zone was not read.

use super::check::{Check, FailedCheck};

/// Why a machine-readable zone was not read. Places are counted from 1; nothing of the zone is repeated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MrzError {
    /// Not as many characters as any zone has.
    #[error(
        "The machine-readable zone has two lines of 44 or 36 characters, or three of 30; what was typed has {characters} \
         characters without spaces. Type every line to its end, the < signs too."
    )]
    Length {
        /// How many there are, without spaces and line breaks.
        characters: usize,
    },
    /// A character that no zone has.
    #[error("Character {position} cannot be in a machine-readable zone: only A to Z, 0 to 9 and < can.")]
    Character {
        /// Its place in what was typed, spaces and line breaks left out.
        position: usize,
    },
    /// A visa says little about who holds it, and its layout differs.
    #[error("This is the zone of a visa. Type that of a passport or an identity card.")]
    Visa,
    /// A letter or a filler where only a digit can be.
    #[error("Line {line}, character {column} has to be a digit.")]
    NotADigit {
        /// Its line.
        line: usize,
        /// Its place in the line.
        column: usize,
    },
    /// A digit where only a letter can be.
    #[error("Line {line}, character {column} has to be a letter.")]
    NotALetter {
        /// Its line.
        line: usize,
        /// Its place in the line.
        column: usize,
    },
    /// One or more check digits do not fit: a character is mistyped.
    #[error("A character is mistyped: {} not fit.", listed(.0))]
    CheckDigits(Vec<FailedCheck>),
    /// Its check digit fits, but it is not a day of the calendar.
    #[error("The {which} (line {line}, from character {column}) is not a day of the calendar.")]
    NotADate {
        /// [`Check::BirthDate`] or [`Check::Expiry`].
        which: Check,
        /// Its line.
        line: usize,
        /// Where it begins.
        column: usize,
    },
}

fn listed(failed: &[FailedCheck]) -> String {
    let all: Vec<_> = failed.iter().map(ToString::to_string).collect();
    format!("{} {}", all.join(" and "), if all.len() == 1 { "does" } else { "do" })
}
