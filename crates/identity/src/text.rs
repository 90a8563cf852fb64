//! Typed text to JSON.

use jiff::civil::Date;
use serde_json::{Number, Value};

use crate::attribute_type::AttributeType;
use crate::countries::find_country;
use crate::field::{Choice, Field, FieldKind};
use crate::formats::with_ascii_host;
use crate::texts::{trimmed, without_outer_controls};

/// Why a typed text does not fit its field. The text itself is not repeated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing was typed.
    #[error("{field} must not be empty")]
    Empty {
        /// Title of the field.
        field: String,
    },
    /// Not a day of the calendar.
    #[error("{field} has to be a date of the form year-month-day, such as 1985-04-12")]
    NotADate {
        /// Title of the field.
        field: String,
    },
    /// Not a country.
    #[error("{field} has to be a country: its English name or its code, such as Kenya or KE")]
    NotACountry {
        /// Title of the field.
        field: String,
    },
    /// None of the values there are.
    #[error("{field} has to be one of: {}", some_of(choices))]
    NotAChoice {
        /// Title of the field.
        field: String,
        /// The values.
        choices: Vec<String>,
    },
    /// Not a whole number, or too large for one.
    #[error("{field} has to be a whole number")]
    NotAnInteger {
        /// Title of the field.
        field: String,
    },
    /// Not a number.
    #[error("{field} has to be a number, such as 12.5")]
    NotANumber {
        /// Title of the field.
        field: String,
    },
    /// Neither yes nor no.
    #[error("{field} has to be yes or no")]
    NotABoolean {
        /// Title of the field.
        field: String,
    },
    /// Not JSON.
    #[error("{field} has parts of its own and has to be typed as JSON")]
    NotJson {
        /// Title of the field.
        field: String,
    },
    /// The field takes documents.
    #[error("{field} takes a file, not text")]
    FileNeeded {
        /// Title of the field.
        field: String,
    },
}

/// Turns typed text into the JSON that the field holds: one entry, if the field is repeated.
///
/// Dates, countries (by code or English name), choices (by value or label), numbers and yes/no are recognised
/// with capitals and outer spaces aside; free text is taken as typed, except that control characters around it are
/// dropped, and spaces where it is valid only without them. The host of an email address is put into the form that
/// servers have for it. Whether the whole value is valid is for [`AttributeType::validate`] to say.
///
/// # Errors
///
/// [`TextError`] when the text cannot mean a value of this kind.
pub fn parse_text(ty: &AttributeType, field: &Field, text: &str) -> Result<Value, TextError> {
    let title = || field.title.clone();
    let text = without_outer_controls(text);
    let trimmed = trimmed(text);
    match &field.kind {
        FieldKind::Text | FieldKind::Multiline => Ok(Value::from(free_text(ty, field, text))),
        FieldKind::File(_) => Err(TextError::FileNeeded { field: title() }),
        _ if trimmed.is_empty() => Err(TextError::Empty { field: title() }),
        FieldKind::Email => Ok(Value::from(with_ascii_host(trimmed))),
        FieldKind::Date => date(trimmed).ok_or_else(|| TextError::NotADate { field: title() }),
        FieldKind::Country => {
            let found = find_country(trimmed).map(|country| Value::from(country.code.as_str()));
            found.ok_or_else(|| TextError::NotACountry { field: title() })
        }
        FieldKind::Choice { choices, open } => match choice(choices, trimmed) {
            Some(value) => Ok(value.clone()),
            None if *open => Ok(Value::from(trimmed)),
            None => Err(TextError::NotAChoice { field: title(), choices: choices.iter().map(name_of).collect() }),
        },
        FieldKind::Integer { .. } => integer(trimmed).ok_or_else(|| TextError::NotAnInteger { field: title() }),
        FieldKind::Number { .. } => number(trimmed).ok_or_else(|| TextError::NotANumber { field: title() }),
        FieldKind::Boolean => boolean(trimmed).ok_or_else(|| TextError::NotABoolean { field: title() }),
        FieldKind::Json => serde_json::from_str(trimmed).map_err(|_| TextError::NotJson { field: title() }),
    }
}

/// Pasted addresses and numbers come with spaces around them; where only these make the difference, they go.
fn free_text<'t>(ty: &AttributeType, field: &Field, text: &'t str) -> &'t str {
    let is_whole = field.path.is_root() && !field.repeated;
    let trimmed = trimmed(text);
    let only_fits_trimmed = || !ty.accepts(&Value::from(text)) && ty.accepts(&Value::from(trimmed));
    if is_whole && text != trimmed && only_fits_trimmed() { trimmed } else { text }
}

/// `YYYY-MM-DD` and nothing else: other orders and separators mean different days to different people.
fn date(text: &str) -> Option<Value> {
    let shape_fits = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    let day: Date = shape_fits.then(|| text.parse().ok())??;
    Some(Value::from(day.to_string()))
}

fn choice<'c>(choices: &'c [Choice], text: &str) -> Option<&'c Value> {
    let wanted = text.to_lowercase();
    let by = |matches: &dyn Fn(&Choice) -> bool| choices.iter().find(|choice| matches(choice));
    let found = by(&|choice| name_of(choice) == text)
        .or_else(|| by(&|choice| name_of(choice).to_lowercase() == wanted))
        .or_else(|| by(&|choice| choice.label.to_lowercase() == wanted))
        // "Delaware" for "Delaware, United States", "Limited company" for "Limited company (Ltd)".
        .or_else(|| {
            by(&|choice| {
                choice.label.split([',', '(']).next().is_some_and(|start| start.trim().to_lowercase() == wanted)
            })
        });
    found.map(|choice| &choice.value)
}

fn name_of(choice: &Choice) -> String {
    choice.value.as_str().map_or_else(|| choice.value.to_string(), str::to_owned)
}

fn integer(text: &str) -> Option<Value> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    digits.parse::<i64>().map(Value::from).or_else(|_| digits.parse::<u64>().map(Value::from)).ok()
}

fn number(text: &str) -> Option<Value> {
    integer(text).or_else(|| Number::from_f64(text.parse().ok()?).map(Value::Number))
}

fn boolean(text: &str) -> Option<Value> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "true" | "on" | "1" => Some(Value::Bool(true)),
        "no" | "n" | "false" | "off" | "0" => Some(Value::Bool(false)),
        _ => None,
    }
}

/// Enough of a long list to see what is meant.
fn some_of(choices: &[String]) -> String {
    const SHOWN: usize = 12;
    let shown = choices.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    match choices.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::Catalogue;

    fn parse(name: &str, path: &str, text: &str) -> Result<Value, TextError> {
        let ty = Catalogue::builtin().find(name).unwrap();
        let (field, _) = ty.field(path).unwrap();
        parse_text(ty, field, text)
    }

    #[test]
    fn text_becomes_what_the_field_holds() {
        let check = |name: &str, path: &str, text: &str, value: Value| {
            assert_eq!(parse(name, path, text).as_ref(), Ok(&value), "{name} {path} {text:?}");
        };
        check("first-name", "", "Ada", json!("Ada"));
        check("first-name", "", " Ada ", json!(" Ada "));
        check(
            "eth-address",
            "",
            " 0x52908400098527886e0f7030069857d2e4169ee7\n",
            json!("0x52908400098527886e0f7030069857d2e4169ee7"),
        );
        check("date-of-birth", "", " 1985-04-12 ", json!("1985-04-12"));
        check("date-of-birth", "value", "2024-02-29", json!("2024-02-29"));
        check("email", "", " ada@mail.example ", json!("ada@mail.example"));
        check("nationality", "country", "kenya", json!("KE"));
        check("nationality", "country", "ke", json!("KE"));
        check("legal-entity-type", "", "LTD", json!("ltd"));
        check("legal-entity-type", "", "limited company (ltd)", json!("ltd"));
        check("legal-entity-type", "", "trust", json!("tst"));
        check("legal-jurisdiction", "", "us-de", json!("US-DE"));
        check("legal-jurisdiction", "", "delaware", json!("US-DE"));
        check("legal-jurisdiction", "", "Malta", json!("MT"));
        check("business-types", "", "software", json!("software"));
        check("business-types", "", "Lighthouse keeping", json!("Lighthouse keeping"));
        check("corporate-structure", "members.0.equity", "12.5", json!(12.5));
        check("corporate-structure", "members.0.equity", "50", json!(50));
        check("corporate-structure", "members.0.positions", "Director", json!("director-ltd"));
    }

    #[test]
    fn text_that_means_nothing_is_refused_without_being_repeated() {
        let check = |name: &str, path: &str, text: &str, says: &str| {
            let message = parse(name, path, text).unwrap_err().to_string();
            assert!(message.contains(says), "{name} {path} {text:?}: {message}");
            assert!(text.is_empty() || !message.contains(text), "{message} repeats {text:?}");
        };
        check("date-of-birth", "", "12.04.1985", "Date of Birth has to be a date");
        check("date-of-birth", "", "1985-02-30", "has to be a date");
        check("date-of-birth", "", "1985-4-12", "has to be a date");
        check("date-of-birth", "", "+001985-04-12", "has to be a date");
        check("date-of-birth", "", "", "must not be empty");
        check("nationality", "country", "Atlantis", "Country has to be a country");
        check("legal-entity-type", "", "gmbh", "has to be one of: ltd, llc");
        check("legal-jurisdiction", "", "XX", "and 250 more");
        check("corporate-structure", "members.0.equity", "half", "has to be a number");
        check("passport", "image", "me.jpg", "takes a file");
    }

    proptest! {
        #[test]
        fn never_panics_and_gives_what_is_valid_or_nothing(text in ".{0,40}") {
            for ty in Catalogue::builtin().all() {
                for field in ty.fields() {
                    let _ = parse_text(ty, field, &text);
                }
            }
            if let Ok(value) = parse("date-of-birth", "", &text) {
                prop_assert!(Catalogue::builtin().find("date-of-birth").unwrap().accepts(&value));
            }
        }

        #[test]
        fn every_real_date_is_taken(year in 1900i16..2100, month in 1i8..=12, day in 1i8..=28) {
            let text = format!("{year:04}-{month:02}-{day:02}");
            prop_assert_eq!(parse("passport", "expires", &text), Ok(json!(text)));
        }
    }
}
