//! Reading a site's description, from the site or from a file.

use idw_lws::SiteDescription;
use url::Url;

use super::{KeyRule, SiteError, SiteId, elsewhere, key_uri};
use crate::{Wallet, schemas::FoundSchema, view::Elsewhere};

/// A site whose description was read, but that is not in the wallet yet.
#[derive(Clone, Debug)]
pub struct FoundSite {
    pub(super) description: SiteDescription,
    pub(super) given_url: Option<Url>,
    /// The schemas of what it asks for that the wallet did not know.
    pub(super) schemas: Vec<FoundSchema>,
}

impl FoundSite {
    /// Reads a description from the JSON that RPs give to the browser button.
    ///
    /// # Errors
    /// Where it is not such a description.
    pub fn from_config(json: &[u8]) -> Result<Self, SiteError> {
        let description = SiteDescription::parse(json, None).map_err(SiteError::Description)?;
        Ok(Self { description, given_url: None, schemas: Vec::new() })
    }

    /// The places outside the root that get something, for whatever is done at the site.
    pub fn recipients(&self) -> Vec<Elsewhere> {
        elsewhere(&self.description.places())
    }

    /// Whether the first rule makes another key for this site than the present one.
    pub fn has_two_keys(&self) -> bool {
        key_uri(&self.description, KeyRule::First) != key_uri(&self.description, KeyRule::Second)
    }

    /// The root of the site's endpoints.
    pub fn root(&self) -> String {
        SiteId::of(self.description.root()).as_str().to_owned()
    }

    /// What the site calls itself.
    pub fn name(&self) -> &str {
        self.description.name()
    }
}

impl Wallet {
    /// Asks a site for its description: `URL/config`, then `URL/.well-known/lws.json`; and for the schemas of what it
    /// asks for that the wallet does not know. Nothing of the user's is sent.
    ///
    /// # Errors
    /// Where `url` is no web address, the site cannot be reached, or answers with something else.
    pub async fn find_site(&self, url: &str) -> Result<FoundSite, SiteError> {
        let given_url = parse_url(url)?;
        let description =
            self.client().fetch_description(&given_url).await.map_err(|error| SiteError::Fetch(Box::new(error)))?;
        // Nothing of the site was shown yet: only the host that the user typed is asked.
        let typed: Vec<String> = shown_host(&given_url).into_iter().collect();
        let schemas = self.find_schemas(&description, description.requirements(), &typed).await?;
        Ok(FoundSite { description, given_url: Some(given_url), schemas })
    }
}

/// The host, with its port where that is not the usual one.
pub(crate) fn shown_host(url: &Url) -> Option<String> {
    let host = url.host_str()?;
    Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

/// A web address as people type it: without a scheme it is https.
fn parse_url(text: &str) -> Result<Url, SiteError> {
    let text = text.trim();
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    match Url::parse(&whole) {
        Ok(url) if url.has_host() && matches!(url.scheme(), "http" | "https") => Ok(url),
        _ => Err(SiteError::Url { url: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::parse_url;

    #[test]
    fn addresses_as_people_type_them() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(parse_url(text).ok().map(|url| url.to_string()).as_deref(), expected, "{text}");
        };
        check("https://rp.example/lws", Some("https://rp.example/lws"));
        check(" rp.example ", Some("https://rp.example/"));
        check("http://127.0.0.1:8080", Some("http://127.0.0.1:8080/"));
        check("ftp://rp.example", None);
        check("file:///etc/passwd", None);
        check("not a url", None);
        check("", None);
    }
}
