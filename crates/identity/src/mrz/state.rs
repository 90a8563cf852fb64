//! States and organisations (Part 3, section 5).

use crate::countries::{countries, country};

/// A state or organisation as the zone names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IssuingState {
    /// The code without fillers: three letters, `D` for Germany.
    pub alpha3: String,
    /// The country's ISO 3166-1 alpha-2 code; `None` for organisations, stateless people and specimens.
    pub alpha2: Option<String>,
}

/// Codes that are not of ISO 3166-1 but mean one of its countries (Part 3, section 5, parts A and B).
const SPECIAL: [(&str, &str); 6] =
    [("D", "DE"), ("GBD", "GB"), ("GBN", "GB"), ("GBO", "GB"), ("GBP", "GB"), ("GBS", "GB")];

impl IssuingState {
    pub(super) fn read(field: &[u8]) -> Self {
        let alpha3: String = field.iter().map(|byte| char::from(*byte)).filter(|character| *character != '<').collect();
        let special = SPECIAL.iter().find(|(code, _)| *code == alpha3).and_then(|(_, alpha2)| country(alpha2));
        let found = special.or_else(|| countries().iter().find(|country| country.alpha3 == alpha3));
        Self { alpha2: found.map(|country| country.code.clone()), alpha3 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_found_by_their_three_letters() {
        let check = |code: &[u8], alpha2: Option<&str>| assert_eq!(IssuingState::read(code).alpha2.as_deref(), alpha2);
        check(b"KEN", Some("KE"));
        check(b"D<<", Some("DE"));
        check(b"GBN", Some("GB"));
        check(b"UTO", None);
        check(b"XXA", None);
    }
}
