//! Check digits (Part 3, 4.9).

use std::fmt;

use super::layout::Span;

/// Which check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Check {
    /// Of the document number.
    Number,
    /// Of the date of birth.
    BirthDate,
    /// Of the date of expiry.
    Expiry,
    /// Of the personal number or other optional data; passports only, and only if there are any.
    OptionalData,
    /// Of everything that has a check digit, together.
    Composite,
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Number => "document number",
            Self::BirthDate => "date of birth",
            Self::Expiry => "date of expiry",
            Self::OptionalData => "personal number",
            Self::Composite => "whole zone",
        })
    }
}

/// A check digit that does not fit what it checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FailedCheck {
    /// Which.
    pub check: Check,
    /// Its line, from 1.
    pub line: usize,
    /// Its place in the line, from 1.
    pub column: usize,
    /// Line, first and last place of what it checks, from 1; `None` for the composite one, which checks many places.
    pub checked: Option<(usize, usize, usize)>,
}

impl FailedCheck {
    pub(super) fn new(check: Check, digit: Span, checked: Option<Span>) -> Self {
        let place = |span: Span| (span.line + 1, span.start + 1, span.end);
        Self { check, line: digit.line + 1, column: digit.start + 1, checked: checked.map(place) }
    }
}

impl fmt::Display for FailedCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { check, line, column, checked } = self;
        write!(f, "the {check} (check digit in line {line}, character {column}")?;
        match checked {
            Some((line, first, last)) => write!(f, "; checked: line {line}, characters {first} to {last})"),
            None => f.write_str(")"),
        }
    }
}

/// The digit that checks these characters: weights 7, 3, 1; A to Z count 10 to 35, the filler 0.
pub(super) fn check_digit(characters: impl IntoIterator<Item = u8>) -> u8 {
    let weights = [7_u32, 3, 1].into_iter().cycle();
    let sum: u32 = characters.into_iter().zip(weights).map(|(character, weight)| value(character) * weight).sum();
    u8::try_from(sum % 10).unwrap_or(0)
}

fn value(character: u8) -> u32 {
    char::from(character).to_digit(36).unwrap_or(0)
}
