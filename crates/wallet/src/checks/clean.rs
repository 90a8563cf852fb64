//! Texts from elsewhere, read as what they should be. What is not exactly that is shown and not kept.

use idw_identity::{countries, shows_something};
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

use crate::{
    plain::{is_no_part_of_a_name, line},
    view::{CheckLeftOut, CheckLeftOutBecause},
};

/// The longest name, in characters. ICAO 9303 prints 39; identity cards and civil registers have more.
const MAX_NAME_CHARS: usize = 200;

/// The longest number of a document, in characters.
const MAX_NUMBER_CHARS: usize = 64;

/// How much of a number tells a person which document it was, in characters.
const NUMBER_END_CHARS: usize = 4;

/// A name: on one line, composed, with single spaces.
pub(super) fn name(text: &str) -> Result<String, CheckLeftOutBecause> {
    let composed: String = text.nfc().collect();
    if composed.chars().any(|c| is_no_part_of_a_name(c) || matches!(c, '<' | '>')) || !shows_something(&composed) {
        return Err(CheckLeftOutBecause::OddText);
    }
    let name = composed.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().count() > MAX_NAME_CHARS { Err(CheckLeftOutBecause::NotRead) } else { Ok(name) }
}

/// A document's number.
pub(super) fn number(text: &str) -> Result<String, CheckLeftOutBecause> {
    let text = text.trim();
    if text.is_empty() || text.chars().any(|c| !(c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '.'))) {
        return Err(CheckLeftOutBecause::OddText);
    }
    if text.chars().count() > MAX_NUMBER_CHARS { Err(CheckLeftOutBecause::NotRead) } else { Ok(text.to_owned()) }
}

/// The last characters of a number, never more than half of it.
pub(super) fn number_end(number: &str) -> Option<String> {
    let characters: Vec<char> = number.chars().filter(|c| c.is_alphanumeric()).collect();
    let kept = NUMBER_END_CHARS.min(characters.len() / 2);
    (kept > 0).then(|| characters[characters.len() - kept..].iter().collect())
}

/// A country as attributes have it (ISO 3166-1 alpha-2), from its alpha-3 code. The codes of ICAO 9303 that ISO does not
/// have are none.
pub(super) fn country(text: &str) -> Result<String, CheckLeftOutBecause> {
    let found = countries().iter().find(|country| country.alpha3 == text.trim());
    found.map(|country| country.code.clone()).ok_or(CheckLeftOutBecause::NoCountry)
}

/// A day (ISO 8601), with or without a time of day behind it.
pub(super) fn date(text: &str) -> Result<Date, CheckLeftOutBecause> {
    let text = text.trim();
    let day = match text.split_once('T') {
        Some((day, _)) => day,
        None => text,
    };
    let is_plain = day.len() == 10 && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let parsed = if is_plain { day.parse().ok() } else { None };
    parsed.ok_or(CheckLeftOutBecause::NoDate)
}

/// What came and is not kept.
pub(super) fn left_out(what: &str, text: Option<&str>, why: CheckLeftOutBecause) -> CheckLeftOut {
    CheckLeftOut { what: what.to_owned(), text: text.map(line), why }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_line_of_what_people_see() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(name(text).ok().as_deref(), expected, "{text:?}");
        check("ANNA MARIA", Some("ANNA MARIA"));
        check("  Zoe\u{308}   Müller-O’Neil ", Some("Zoë Müller-O’Neil"));
        check("王小明", Some("王小明"));
        check("می\u{200c}خواهم", Some("می\u{200c}خواهم"));
        check("<b>Ada</b>", None);
        check("Ada\u{202e}", None);
        check("Ada\nExample", None);
        check("\u{200d}", None);
        check("", None);
        check(&"ä".repeat(201), None);
    }

    #[test]
    fn numbers_and_their_ends() {
        let check = |text: &str, expected: Option<&str>, end: Option<&str>| {
            assert_eq!(number(text).ok().as_deref(), expected, "{text:?}");
            assert_eq!(number_end(text).as_deref(), end, "{text:?}");
        };
        check("8136431812", Some("8136431812"), Some("1812"));
        check(" C01X-00T47 ", Some("C01X-00T47"), Some("0T47"));
        check("123456", Some("123456"), Some("456"));
        check("7", Some("7"), None);
        check("12'; -", None, Some("2"));
        check(&"1".repeat(65), None, Some("1111"));
    }

    #[test]
    fn countries_are_those_of_iso() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(country(text).ok().as_deref(), expected, "{text:?}");
        check("DEU", Some("DE"));
        check("GBR", Some("GB"));
        for none in ["XXX", "UTO", "D", "GBD", "RKS", "DE", "deu", ""] {
            check(none, None);
        }
    }

    #[test]
    fn days_are_days() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(date(text).ok().map(|day| day.to_string()).as_deref(), expected, "{text:?}");
        };
        check("1987-01-12", Some("1987-01-12"));
        check("1987-01-12T00:00:00Z", Some("1987-01-12"));
        for none in ["1987-02-30", "87-01-12", "12.01.1987", "19870112", "1987-1-12", "0", "", "tomorrow"] {
            check(none, None);
        }
    }
}
