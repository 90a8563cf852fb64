//! A relying party's own attribute schemas (attributes.md): data about what it asks for, fetched under the same limits
//! as any answer.

use futures_util::stream::{self, StreamExt as _};
use idw_http::{BodyFault, Outage, UrlError, check_url, is_loopback, is_this_machine, shown_host, without_fragment};
use serde_json::Value;
use tokio::time::{Instant, timeout_at};
use url::Url;

use crate::client::Client;
use crate::description::{Dialect, SiteDescription};
use crate::error::{Call, LwsError, ProtocolFault};
use crate::exchange::Outgoing;

/// Longest schema read, in bytes; the platform's largest has 20 KB.
const SCHEMA_LEN_BYTES: usize = 256 * 1024;

/// How many schemas are fetched at a time.
const AT_ONCE: usize = 4;

impl Client {
    /// Fetches several schemas that `site` names, as [`fetch_schema`](Self::fetch_schema) does each: a few at a time,
    /// and all of them within the time limit of one exchange, so that a site that stalls each costs no more than one
    /// that stalls once. The outcomes are in the order of `urls`.
    pub async fn fetch_schemas(
        &self,
        urls: &[Url],
        site: &SiteDescription,
        hosts: &[String],
    ) -> Vec<Result<Value, LwsError>> {
        let end = Instant::now() + self.caller().options().limits.exchange;
        let fetch = |url: &Url| {
            let url = url.clone();
            async move {
                let host = shown_host(&url).unwrap_or_default();
                let late = || LwsError::Unreachable {
                    call: Call::Schema,
                    host,
                    outage: Outage::Timeout,
                    retry_after: None,
                    said: None,
                };
                timeout_at(end, self.fetch_schema(&url, site, hosts)).await.unwrap_or_else(|_| Err(late()))
            }
        };
        let fetches: Vec<_> = urls.iter().map(fetch).collect();
        stream::iter(fetches).buffered(AT_ONCE).collect().await
    }

    /// Fetches a schema that a site names in its requirements, from one of `hosts` (each with its port where that is not
    /// the usual one): those that the user was shown, or typed. An address with plain `http:`, which schema names have
    /// for historical reasons, is asked over https, unless it is on this machine.
    ///
    /// What the schema refers to is not fetched here.
    ///
    /// # Errors
    /// [`LwsError`] when the address is elsewhere, or no JSON of at most 256 KiB is there.
    pub async fn fetch_schema(&self, url: &Url, site: &SiteDescription, hosts: &[String]) -> Result<Value, LwsError> {
        let url = secured(url);
        check_url(&url).map_err(LwsError::Url)?;
        if is_this_machine(&url) && !is_this_machine(site.root()) {
            return Err(LwsError::Url(UrlError::LoopbackFromAfar));
        }
        let host = shown_host(&url).unwrap_or_default();
        if !hosts.contains(&host) {
            return Err(LwsError::Url(UrlError::Elsewhere { host }));
        }
        let request = Outgoing::get(Call::Schema, url, site.dialect().unwrap_or(Dialect::Classic));
        let answer = self.caller().exchange(request).await?.accepted()?;
        if answer.bytes()?.len() > SCHEMA_LEN_BYTES {
            return Err(answer.fault(ProtocolFault::Body(BodyFault::TooLong { limit_bytes: SCHEMA_LEN_BYTES })));
        }
        answer.json()
    }
}

fn secured(url: &Url) -> Url {
    let mut url = without_fragment(url.clone());
    if url.scheme() == "http" && !is_loopback(&url) {
        url.set_scheme("https").expect("http and https may replace each other (URL standard)");
    }
    url
}
