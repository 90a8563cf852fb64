//! By what a site is told apart from every other.

use idw_keys::SiteUri;
use url::Url;

/// The identity of a site: its root, normalised, path included. Two sites are the same exactly if these are equal;
/// nothing else (a name, a website, a host) makes one site another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SiteId(String);

impl SiteId {
    /// The identity of a root, or of an address that may be one. Sites whose root has a query are not added any more, but
    /// those that were are told apart by it, too. None where the text is no http or https URL.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let base = SiteUri::parse_by_first_rule(text).ok()?;
        let query = Url::parse(text).ok()?.query().map(|query| format!("?{query}"));
        Some(Self(format!("{base}{}", query.unwrap_or_default())))
    }

    /// The same for a root that was read.
    pub(crate) fn of(root: &Url) -> Self {
        Self::parse(root.as_str()).unwrap_or_else(|| Self(root.to_string()))
    }

    /// The addresses that a person can mean by what was typed: with the scheme as it stands, else https and http.
    pub(crate) fn typed(text: &str) -> Vec<Self> {
        let text = text.trim();
        if text.contains("://") {
            return Self::parse(text).into_iter().collect();
        }
        // What has a space in it, or neither a dot nor a port, is a name.
        if text.contains(char::is_whitespace) || !(text.contains(['.', ':']) || text == "localhost") {
            return Vec::new();
        }
        ["https", "http"].into_iter().filter_map(|scheme| Self::parse(&format!("{scheme}://{text}"))).collect()
    }

    /// The identity of a party that asks by Auth eID: it has no address, and is told apart by its record.
    pub(crate) fn of_eid_party(party: idw_vault::RecordId) -> Self {
        Self(format!("eid:{party}"))
    }

    /// The normalised text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_site_however_its_root_is_spelt() {
        let check = |one: &str, other: &str, expected: bool| {
            assert_eq!(SiteId::parse(one) == SiteId::parse(other), expected, "{one} {other}");
        };
        let root = "https://rp.example/lws";
        check(root, "https://rp.example/lws/", true);
        check(root, "HTTPS://RP.example:443/x/../lws#top", true);
        check(root, "https://rp.example/LWS", false);
        check(root, "https://rp.example:8443/lws", false);
        check(root, "https://rp.example./lws", false);
        check(root, "http://rp.example/lws", false);
        check(root, "https://rp.example/lws?tenant=1", false);
        check("https://rp.example/lws?tenant=1", "https://rp.example/lws/?tenant=1", true);
        check("https://rp.example/lws?tenant=1", "https://rp.example/lws?tenant=2", false);
        check("https://bücher.example", "https://xn--bcher-kva.example/", true);
    }

    #[test]
    fn addresses_as_people_type_them() {
        let check = |text: &str, expected: &[&str]| {
            let typed = SiteId::typed(text);
            assert_eq!(typed.iter().map(SiteId::as_str).collect::<Vec<_>>(), expected, "{text}");
        };
        check("https://rp.example/", &["https://rp.example"]);
        check(" RP.example/lws ", &["https://rp.example/lws", "http://rp.example/lws"]);
        check("localhost:8080", &["https://localhost:8080", "http://localhost:8080"]);
        check("shop", &[]);
        check("Ada's shop", &[]);
        check("ftp://rp.example", &[]);
    }
}
