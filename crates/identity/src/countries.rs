//! Countries by code and by name.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::embedded;

/// A country or territory of ISO 3166-1.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// Alpha-2 code: `KE`.
    pub code: String,
    /// Alpha-3 code, as in a passport's machine-readable zone: `KEN`.
    pub alpha3: String,
    /// Usual English name.
    pub name: String,
    /// Other names people type: `UK`, `Holland`.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// All 249, by English name.
pub fn countries() -> &'static [Country] {
    static COUNTRIES: LazyLock<Vec<Country>> =
        LazyLock::new(|| serde_json::from_str(embedded::COUNTRIES).expect("the embedded list is read by a test"));
    &COUNTRIES
}

/// The country with this alpha-2 code in capitals.
pub fn country(code: &str) -> Option<&'static Country> {
    countries().iter().find(|country| country.code == code)
}

/// The country that a typed text means: a two- or three-letter code or a name, capitals and outer spaces aside.
pub fn find_country(text: &str) -> Option<&'static Country> {
    let wanted = folded(text);
    let by = |matches: &dyn Fn(&Country) -> bool| countries().iter().find(|country| matches(country));
    by(&|c| folded(&c.code) == wanted)
        .or_else(|| by(&|c| folded(&c.alpha3) == wanted))
        .or_else(|| by(&|c| folded(&c.name) == wanted))
        .or_else(|| by(&|c| c.aliases.iter().any(|alias| folded(alias) == wanted)))
}

/// Letters and digits only, in lower case: "Cote d'Ivoire" and "COTE D IVOIRE" are one.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_list_is_complete_and_agrees_with_the_schema() {
        assert_eq!(countries().len(), 249);
        let codes: HashSet<_> = countries().iter().map(|c| c.code.as_str()).collect();
        let schema = embedded::Embedded::find("_defs/country.json").unwrap().schema();
        let listed: HashSet<_> = schema["enum"].as_array().unwrap().iter().map(|c| c.as_str().unwrap()).collect();
        assert_eq!(codes, listed);
        assert_eq!(countries().iter().map(|c| &c.alpha3).collect::<HashSet<_>>().len(), 249);
    }

    #[test]
    fn every_name_means_one_country() {
        let mut seen = HashSet::new();
        for country in countries() {
            for name in [&country.code, &country.alpha3, &country.name].into_iter().chain(&country.aliases) {
                let name_is_new = seen.insert(folded(name));
                assert!(name_is_new || find_country(name) == Some(country), "{name}");
                assert_eq!(find_country(name), Some(country), "{name}");
            }
        }
    }

    #[test]
    fn people_type_countries_in_many_ways() {
        let check =
            |text: &str, code: Option<&str>| assert_eq!(find_country(text).map(|c| c.code.as_str()), code, "{text}");
        check("KE", Some("KE"));
        check("ke", Some("KE"));
        check(" Kenya ", Some("KE"));
        check("GBR", Some("GB"));
        check("uk", Some("GB"));
        check("united states", Some("US"));
        check("CÔTE D'IVOIRE", Some("CI"));
        check("turkey", Some("TR"));
        check("Atlantis", None);
        check("", None);
    }
}
