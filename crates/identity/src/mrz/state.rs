//! States and organisations (Part 3, section 5).

use crate::countries::{countries, country};

/// A state or organisation as the zone names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IssuingState {
    /// The code without fillers: three letters, `D` for Germany.
    pub alpha3: String,
    /// The country's ISO 3166-1 alpha-2 code; `None` for organisations, stateless people and specimens.
    pub alpha2: Option<String>,
    /// What the code means where it is not a country of ISO 3166-1 or not simply one: "stateless person".
    pub special: Option<&'static str>,
}

/// Codes that are not of ISO 3166-1, and what they mean (Part 3, section 5, parts A to D). With the country for which
/// they stand, if it is one of ISO 3166-1.
const SPECIAL: [(&str, Option<&str>, &str); 31] = [
    ("D", Some("DE"), ""),
    ("GBD", Some("GB"), "British Overseas Territories citizen"),
    ("GBN", Some("GB"), "British National (Overseas)"),
    ("GBO", Some("GB"), "British Overseas citizen"),
    ("GBP", Some("GB"), "British protected person"),
    ("GBS", Some("GB"), "British subject"),
    ("RKS", None, "Kosovo"),
    ("XKX", None, "Kosovo"),
    ("XKK", None, "Kosovo"),
    ("UNK", None, "resident of Kosovo, by the United Nations mission there"),
    ("UNO", None, "United Nations"),
    ("UNA", None, "specialized agency of the United Nations"),
    ("EUE", None, "European Union"),
    ("XBA", None, "African Development Bank"),
    ("XIM", None, "African Export-Import Bank"),
    ("XCC", None, "Caribbean Community"),
    ("XCE", None, "Council of Europe"),
    ("XCO", None, "Common Market for Eastern and Southern Africa"),
    ("XDC", None, "Southern African Development Community"),
    ("XEC", None, "Economic Community of West African States"),
    ("XES", None, "Organization of Eastern Caribbean States"),
    ("XMP", None, "Parliamentary Assembly of the Mediterranean"),
    ("XOM", None, "Sovereign Military Order of Malta"),
    ("XPO", None, "Interpol"),
    ("XXA", None, "stateless person"),
    ("XXB", None, "refugee under the convention of 1951"),
    ("XXC", None, "refugee, other than under the convention of 1951"),
    ("XXX", None, "person of unspecified nationality"),
    ("NTZ", None, "Neutral Zone"),
    ("UTO", None, "Utopia, the country of specimens"),
    ("WSA", None, "World Service Authority, which is not a state"),
];

impl IssuingState {
    pub(super) fn read(field: &[u8]) -> Self {
        let alpha3: String = field.iter().map(|byte| char::from(*byte)).filter(|character| *character != '<').collect();
        let special = SPECIAL.iter().find(|(code, ..)| *code == alpha3);
        let found = match special {
            Some((_, alpha2, _)) => alpha2.and_then(country),
            None => countries().iter().find(|country| country.alpha3 == alpha3),
        };
        let special = special.map(|(.., meaning)| *meaning).filter(|meaning| !meaning.is_empty());
        Self { alpha2: found.map(|country| country.code.clone()), special, alpha3 }
    }

    /// The country, if the code means one of ISO 3166-1 and nothing besides.
    pub fn plain_country(&self) -> Option<&str> {
        self.alpha2.as_deref().filter(|_| self.special.is_none())
    }

    /// What it is, with the code: "stateless person (XXA)".
    pub fn described(&self) -> String {
        let name = self.alpha2.as_deref().and_then(country).map(|country| country.name.as_str());
        match self.special.or(name) {
            Some(meaning) => format!("{meaning} ({})", self.alpha3),
            None if self.alpha3.is_empty() => "nothing".to_owned(),
            None => format!("{}, a code that Doc 9303 does not list", self.alpha3),
        }
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
        check(b"RKS", None);
    }

    #[test]
    fn every_code_is_said_in_words() {
        let check = |code: &str, said: &str, plain: Option<&str>| {
            let state = IssuingState::read(format!("{code:<<3}").as_bytes());
            assert_eq!((state.described().as_str(), state.plain_country()), (said, plain), "{code}");
        };
        check("KEN", "Kenya (KEN)", Some("KE"));
        check("D", "Germany (D)", Some("DE"));
        check("GBR", "United Kingdom (GBR)", Some("GB"));
        check("GBN", "British National (Overseas) (GBN)", None);
        check("RKS", "Kosovo (RKS)", None);
        check("XXA", "stateless person (XXA)", None);
        check("UNO", "United Nations (UNO)", None);
        check("QQQ", "QQQ, a code that Doc 9303 does not list", None);
        check("", "nothing", None);
        for (code, alpha2, _) in SPECIAL {
            assert!(alpha2.is_none_or(|alpha2| country(alpha2).is_some()), "{code}");
            assert!(!countries().iter().any(|country| country.alpha3 == code), "{code} is of ISO 3166-1");
        }
    }
}
