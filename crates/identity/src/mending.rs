//! What would make a text fit its pattern: told to the person, never done behind their back.

use std::fmt;

use jsonschema::Validator;
use serde_json::Value;

use crate::texts::is_unseen;

/// Longest text for which a remedy is looked for: numbers are short, and each try is another run of the pattern.
const MAX_TEXT_BYTES: usize = 64;

/// What would make a text fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// To leave something out, and to write `+` in place of `00`.
    Rewrite {
        /// Whether `00` at the beginning has to become `+`.
        plus: bool,
        /// What has to go; never empty where there is no `plus`.
        extras: Vec<Extra>,
    },
    /// To write it in capital letters.
    Capitals,
}

/// Something that people put into numbers to read them better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extra {
    /// Spaces and characters that are not seen.
    Spaces,
    /// Hyphens and dashes.
    Hyphens,
    /// The zero in brackets behind the code of a country.
    BracketedZero,
    /// Round and square brackets.
    Brackets,
    /// Full stops.
    Dots,
    /// Slashes.
    Slashes,
}

impl Extra {
    const ALL: [Self; 6] =
        [Self::Spaces, Self::Hyphens, Self::BracketedZero, Self::Brackets, Self::Dots, Self::Slashes];

    fn remove(self, text: &str) -> String {
        match self {
            Self::Spaces => without(text, |c| c.is_whitespace() || is_unseen(c)),
            Self::Hyphens => without(text, |c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')),
            Self::BracketedZero => text.replace("(0)", ""),
            Self::Brackets => without(text, |c| matches!(c, '(' | ')' | '[' | ']')),
            Self::Dots => without(text, |c| c == '.'),
            Self::Slashes => without(text, |c| c == '/'),
        }
    }
}

fn without(text: &str, is_extra: impl Fn(char) -> bool) -> String {
    text.chars().filter(|c| !is_extra(*c)).collect()
}

/// How the text at `pointer` would fit. None if no such change makes it fit. The text itself is not repeated.
pub(crate) fn fits_without(validator: &Validator, value: &Value, pointer: &str) -> Option<Remedy> {
    let text = value.pointer(pointer)?.as_str().filter(|text| text.len() <= MAX_TEXT_BYTES)?;
    let fits = |changed: &str| {
        let mut value = value.clone();
        let Some(part) = value.pointer_mut(pointer) else { return false };
        *part = Value::from(changed);
        !validator.iter_errors(&value).any(|error| error.instance_path().as_str() == pointer)
    };
    let present: Vec<Extra> = Extra::ALL.into_iter().filter(|extra| extra.remove(text) != text).collect();
    // Few extras first, so that no more is asked for than it takes.
    let mut choices: Vec<u32> = (0..1 << present.len()).collect();
    choices.sort_by_key(|choice| choice.count_ones());
    for choice in choices {
        let extras: Vec<Extra> =
            present.iter().enumerate().filter(|(at, _)| (choice >> at) & 1 == 1).map(|(_, extra)| *extra).collect();
        let bare = extras.iter().fold(text.to_owned(), |text, extra| extra.remove(&text));
        if !extras.is_empty() && fits(&bare) {
            return Some(Remedy::Rewrite { plus: false, extras });
        }
        let plus = bare.strip_prefix("00").map(|rest| format!("+{rest}"));
        if plus.is_some_and(|plus| fits(&plus)) {
            return Some(Remedy::Rewrite { plus: true, extras });
        }
    }
    let in_capitals = text.to_uppercase();
    (in_capitals != text && fits(&in_capitals)).then_some(Remedy::Capitals)
}

/// What follows "fits", for logs.
impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Rewrite { plus, extras } = self else { return f.write_str("in capital letters") };
        let name = |extra: &Extra| match extra {
            Extra::Spaces => "spaces",
            Extra::Hyphens => "hyphens",
            Extra::BracketedZero => "(0)",
            Extra::Brackets => "brackets",
            Extra::Dots => "dots",
            Extra::Slashes => "slashes",
        };
        let names: Vec<&str> = extras.iter().map(name).collect();
        let without = match names.split_last() {
            Some((last, [])) => format!("without its {last}"),
            Some((last, rest)) => format!("without its {} and {last}", rest.join(", ")),
            None => String::new(),
        };
        match (plus, without.is_empty()) {
            (true, true) => f.write_str("with + in place of 00"),
            (true, false) => write!(f, "with + in place of 00 and {without}"),
            (false, _) => f.write_str(&without),
        }
    }
}
