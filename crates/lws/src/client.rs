//! The client: what can be asked of a site without being known to it, and the start of a session.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use idw_http::{Limits, Observer, UrlError};
use url::Url;

use crate::auth::Context;
use crate::description::{Dialect, SiteDescription};
use crate::error::{Call, ErrorClass, LwsError};
use crate::exchange::{Caller, Outgoing};
use crate::flow;
use crate::limits::CLOCK_SKEW;
use crate::session::{Session, Start};
use crate::signer::Signer;

/// How a [`Client`] presents and restrains itself.
#[derive(Clone)]
pub struct ClientOptions {
    /// The wallet's version, for the `User-Agent`. Default: this crate's.
    pub wallet_version: String,
    /// The `Origin` header: `IDW` when the wallet starts the flow (the default), else the URL of the page that did.
    pub origin: String,
    /// Hears of each exchange.
    pub observer: Option<Arc<dyn Observer>>,
    /// Time and size limits of each exchange.
    pub limits: Limits,
    /// How far the clocks of wallet and site may differ when a token's times are checked. Default: 5 min.
    pub clock_skew: Duration,
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            wallet_version: env!("CARGO_PKG_VERSION").to_owned(),
            origin: "IDW".to_owned(),
            observer: None,
            limits: Limits::default(),
            clock_skew: CLOCK_SKEW,
        }
    }
}

impl fmt::Debug for ClientOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientOptions")
            .field("wallet_version", &self.wallet_version)
            .field("origin", &self.origin)
            .field("observer", &self.observer.is_some())
            .field("limits", &self.limits)
            .field("clock_skew", &self.clock_skew)
            .finish()
    }
}

/// Speaks to relying parties. Make one and keep it: it holds connections open between calls. Cloning is cheap.
///
/// How it reaches them is [`idw_http::Transport`]'s affair.
#[derive(Clone)]
pub struct Client {
    caller: Arc<Caller>,
}

impl Client {
    /// Makes a client. Nothing is loaded and nobody is contacted before the first call.
    pub fn new(options: ClientOptions) -> Self {
        Self { caller: Arc::new(Caller::new(options)) }
    }

    /// Asks a site how it describes itself: at `url/config`, then at `url/.well-known/lws.json` (lws.md §6).
    ///
    /// # Errors
    /// [`LwsError`] when there is no usable description at either place.
    pub async fn fetch_description(&self, url: &Url) -> Result<SiteDescription, LwsError> {
        let mut failure = None;
        let mut tried = Vec::new();
        for candidate in flow::description_urls(url).map_err(LwsError::Url)? {
            tried.push(candidate.to_string());
            match self.describe(candidate).await {
                // A server that answers, but not with a description, may have it at the other place.
                Err(error) if matches!(error.class(), ErrorClass::Refused | ErrorClass::Protocol) => {
                    let telling = failure.as_ref().is_none_or(LwsError::is_missing_route);
                    if telling && !(failure.is_some() && error.is_missing_route()) {
                        failure = Some(error);
                    }
                }
                outcome => return outcome,
            }
        }
        Err(match failure {
            Some(error) if error.is_missing_route() || error.is_not_json() => {
                LwsError::NoDescription { tried, source: Box::new(error) }
            }
            failure => failure.unwrap_or(LwsError::Url(UrlError::NotAUrl)),
        })
    }

    /// Which dialect a site speaks: what its description says, else what its challenge endpoint shows (lws.md §6).
    /// Remember the answer.
    ///
    /// # Errors
    /// [`LwsError`] when the site gives no challenge in either dialect.
    pub async fn dialect(&self, site: &SiteDescription, signer: &dyn Signer) -> Result<Dialect, LwsError> {
        if let Some(dialect) = site.dialect() {
            return Ok(dialect);
        }
        let not_did = match self.context(site, Dialect::Did).ask_challenge(signer).await {
            Ok(challenge) if challenge.token.is_for_a_did() => return Ok(Dialect::Did),
            // A classic server whose route takes whatever stands behind `/auth/challenge` answers here, too.
            Ok(_) => None,
            // A server that is down speaks no dialect; one that answers anything else may not know DIDs. That goes for
            // a 5xx, too: some classic servers fail on what they do not expect behind `/auth/challenge`.
            Err(error) if error.is_server_error() => Some(error),
            Err(error) if matches!(error.class(), ErrorClass::Unreachable | ErrorClass::Local) => return Err(error),
            Err(error) => Some(error),
        };
        match (self.context(site, Dialect::Classic).ask_challenge(signer).await, not_did) {
            (Ok(_), _) => Ok(Dialect::Classic),
            (Err(_), None) => Ok(Dialect::Did),
            (Err(not_classic), Some(not_did)) if not_did.is_missing_route() => Err(not_classic),
            (Err(_), Some(not_did)) => Err(not_did),
        }
    }

    /// Begins a session. Nobody is contacted yet.
    pub fn session(&self, site: &SiteDescription, dialect: Dialect) -> Session<Start> {
        Session::new(self.context(site, dialect))
    }

    pub(crate) fn context(&self, site: &SiteDescription, dialect: Dialect) -> Context {
        Context::new(Arc::clone(&self.caller), site.clone(), dialect)
    }

    pub(crate) fn caller(&self) -> &Caller {
        &self.caller
    }

    async fn describe(&self, url: Url) -> Result<SiteDescription, LwsError> {
        // The dialect is not known yet; the classic spelling is the older.
        let request = Outgoing::get(Call::Description, url.clone(), Dialect::Classic);
        let answer = self.caller.exchange(request).await?.accepted()?;
        answer.json()?;
        SiteDescription::parse(answer.bytes()?, Some(&url)).map_err(LwsError::Description)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("options", self.caller.options()).finish()
    }
}
