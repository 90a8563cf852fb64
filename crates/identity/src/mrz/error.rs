//! Why a zone was not read.

use std::fmt;

use super::check::{Check, FailedCheck};

/// Why a machine-readable zone was not read. Places are counted from 1; nothing of the zone is repeated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MrzError {
    /// Not as many characters as any zone has.
    #[error(
        "The machine-readable zone has two lines of 44 or 36 characters, or three of 30; what was typed has {}, \
         without spaces. Type every line to its end, the < signs too.",
        counted(.lines)
    )]
    Length {
        /// How many characters each line has, without spaces.
        lines: Vec<usize>,
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
    /// A document whose zone is laid out in another way than Doc 9303 has it, or one of no interest here.
    #[error("This is the zone of {0}")]
    Other(Other),
    /// It begins with a letter that no passport and no card begins with.
    #[error(
        "The zone of a passport begins with P, and that of an identity card with I, A or C; this one begins with \
         another letter. Check line 1, character 1; other documents cannot be read here."
    )]
    DocumentCode,
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

/// A document whose zone this program does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Other {
    /// The French identity card of before August 2021.
    OldFrenchCard,
    /// A driving licence of any state.
    DrivingLicence,
    /// A permit that China issues to travellers.
    ChinesePermit,
}

impl fmt::Display for Other {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OldFrenchCard => {
                "a French identity card of the old kind (until 2021), which has a layout of its own. Nothing is mistyped, \
                 but it cannot be read here: enter the values one by one, or type the zone of your passport."
            }
            Self::DrivingLicence => {
                "a driving licence. Type that of a passport or an identity card; for the licence itself there is the \
                 attribute drivers-license."
            }
            Self::ChinesePermit => "a Chinese travel permit. Type that of a passport or an identity card.",
        })
    }
}

fn counted(lines: &[usize]) -> String {
    let total: usize = lines.iter().sum();
    match lines.split_last() {
        None => "no characters".to_owned(),
        Some((_, [])) => format!("{total} characters"),
        Some((last, before)) => {
            let before: Vec<String> = before.iter().map(usize::to_string).collect();
            format!("{total} characters (lines of {} and {last})", before.join(", "))
        }
    }
}

fn listed(failed: &[FailedCheck]) -> String {
    let all: Vec<_> = failed.iter().map(ToString::to_string).collect();
    format!("{} {}", all.join(" and "), if all.len() == 1 { "does" } else { "do" })
}
