//! A relying party's own attribute schemas (attributes.md): data about what it asks for, fetched under the same limits
//! as any answer.

use serde_json::Value;
use url::Url;

use crate::client::Client;
use crate::description::{Dialect, SiteDescription};
use crate::endpoint::{self, UrlError};
use crate::error::{Call, LwsError, ProtocolFault};
use crate::transport::Outgoing;

/// Longest schema read, in bytes; the platform's largest has 20 KB.
const SCHEMA_LEN_BYTES: usize = 256 * 1024;

impl Client {
    /// Fetches a schema that `site` names in its requirements. Only the site's own hosts are asked: those of its
    /// website and its endpoints, which the user sees before consenting. An address with plain `http:`, which schema
    /// names have for historical reasons, is asked over https, unless it is on this machine.
    ///
    /// What the schema refers to is never fetched.
    ///
    /// # Errors
    /// [`LwsError`] when the address is elsewhere, or no JSON of at most 256 KiB is there.
    pub async fn fetch_schema(&self, url: &Url, site: &SiteDescription) -> Result<Value, LwsError> {
        let url = secured(url);
        endpoint::allow(&url).map_err(LwsError::Url)?;
        let host = endpoint::shown_host(&url).unwrap_or_default();
        if !is_own(&host, site) {
            return Err(LwsError::Url(UrlError::Elsewhere { host }));
        }
        let request = Outgoing::get(Call::Schema, url, site.dialect().unwrap_or(Dialect::Classic));
        let answer = self.transport().exchange(request).await?.accepted()?;
        if answer.bytes()?.len() > SCHEMA_LEN_BYTES {
            return Err(answer.fault(ProtocolFault::TooLong { limit_bytes: SCHEMA_LEN_BYTES }));
        }
        answer.json()
    }
}

fn secured(url: &Url) -> Url {
    let mut url = endpoint::without_fragment(url.clone());
    if url.scheme() == "http" && !endpoint::is_loopback(&url) {
        url.set_scheme("https").expect("http and https may replace each other (URL standard)");
    }
    url
}

fn is_own(host: &str, site: &SiteDescription) -> bool {
    let website = site.website().and_then(endpoint::shown_host);
    website.as_deref() == Some(host) || site.hosts().iter().any(|own| own == host)
}
