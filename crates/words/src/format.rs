//! Dates, numbers, sizes and countries in a language. The page of the window says them the same way.

use std::str::FromStr as _;

use fluent_bundle::FluentArgs;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{Words, message};

impl Words {
    /// A number with separators between thousands: `12,345`.
    pub fn amount(&self, number: u64) -> String {
        let separator = self.say(&message::FormatThousands);
        let digits = number.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(&separator);
            }
            text.push(digit);
        }
        text
    }

    /// A size for people, in decimal units: `2 bytes`, `14 kB`, `1.4 MB`.
    pub fn size(&self, bytes: u64) -> String {
        let bytes = u128::from(bytes);
        let mut unit = 1_u128;
        let mut unit_index = 0_u32;
        // From 999.5 on it would be shown as 1000.
        while unit_index < 3 && bytes * 10 >= unit * 9_995 {
            unit *= 1000;
            unit_index += 1;
        }
        let tenths = (bytes * 20 + unit) / (unit * 2);
        let number = if unit_index > 1 && tenths < 100 {
            format!("{}{}{}", tenths / 10, self.say(&message::FormatDecimal), tenths % 10)
        } else {
            let whole = (bytes * 2 + unit) / (unit * 2);
            self.amount(u64::try_from(whole).unwrap_or(u64::MAX))
        };
        match unit_index {
            0 => self.say(&message::FormatBytes { count: u64::try_from(bytes).unwrap_or(u64::MAX), number }),
            1 => self.say(&message::FormatKilobytes { number }),
            2 => self.say(&message::FormatMegabytes { number }),
            _ => self.say(&message::FormatGigabytes { number }),
        }
    }

    /// A date (`YYYY-MM-DD`), or the day of a time (RFC 3339) in this computer's time zone: `5 Mar 2026`. Other text is shown
    /// as it is.
    pub fn day(&self, date: &str) -> String {
        self.day_in(date, &TimeZone::system())
    }

    /// A time (RFC 3339) in this computer's time zone: `5 Mar 2026, 14:05`. A date has no hour; other text is shown as it is.
    pub fn moment(&self, time: &str) -> String {
        self.moment_in(time, &TimeZone::system())
    }

    fn day_in(&self, date: &str, zone: &TimeZone) -> String {
        // Some civil dates parse out of longer text; a bare date has ten characters.
        let civil = if date.len() == 10 {
            Date::from_str(date).ok()
        } else {
            Timestamp::from_str(date).ok().map(|time| time.to_zoned(zone.clone()).date())
        };
        civil.map_or_else(|| date.to_owned(), |civil| self.civil(civil))
    }

    fn moment_in(&self, time: &str, zone: &TimeZone) -> String {
        let Ok(instant) = Timestamp::from_str(time) else { return self.day_in(time, zone) };
        let here = instant.to_zoned(zone.clone());
        let clock = format!("{:02}:{:02}", here.hour(), here.minute());
        self.say(&message::FormatMoment { day: self.civil(here.date()), clock })
    }

    fn civil(&self, date: Date) -> String {
        let month = self.by_id(&format!("format-month-{}", date.month()));
        let month = month.unwrap_or_else(|| date.month().to_string());
        self.say(&message::FormatDay { day: date.day().to_string(), month, year: date.year().to_string() })
    }

    /// The name of a country or of a part of one (ISO 3166-1 alpha-2), in any case. Other text is shown as it is.
    pub fn country(&self, code: &str) -> String {
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
        let name = is_code.then(|| self.by_id(&format!("country-{}", code.to_ascii_lowercase()))).flatten();
        name.unwrap_or_else(|| code.to_owned())
    }

    /// Several, joined by commas and "and".
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.say(&message::ListAnd { others: first.join(", "), last }),
        }
    }

    fn by_id(&self, id: &str) -> Option<String> {
        self.format(id, &FluentArgs::new())
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use serde_json::Value;

    use super::*;
    use crate::Language;

    /// What the page's tests expect too.
    const CASES: &str = "../../tests/vectors/words/formats.json";

    #[test]
    fn dates_numbers_and_sizes_read_as_in_the_page() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES);
        let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        assert!(cases.len() >= 30, "only {} cases were found", cases.len());
        for language in Language::ALL {
            let words = Words::new(language);
            for case in &cases {
                let given = &case["given"];
                let text = given.as_str().unwrap_or_default();
                let said = match case["as"].as_str().unwrap() {
                    "amount" => words.amount(given.as_u64().unwrap()),
                    "size" => words.size(given.as_u64().unwrap()),
                    "day" => words.day_in(text, &TimeZone::UTC),
                    "moment" => words.moment_in(text, &TimeZone::UTC),
                    "country" => words.country(text),
                    "list" => {
                        let items = given.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned());
                        words.list(&items.collect::<Vec<_>>())
                    }
                    other => panic!("nothing is formatted as {other}"),
                };
                assert_eq!(said, case[language.tag()], "{case}");
            }
        }
    }

    #[test]
    fn every_month_and_every_country_has_a_name() {
        for language in Language::ALL {
            let words = Words::new(language);
            for month in 1..=12 {
                assert!(words.by_id(&format!("format-month-{month}")).is_some(), "{language:?}: {month}");
            }
            assert_ne!(words.country("ch"), "ch");
            assert_eq!(words.country("a-"), "a-");
        }
    }
}
