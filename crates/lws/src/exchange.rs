//! A call to a relying party: one exchange, with what this protocol has every request say (lws.md §2).

use std::fmt;

use idw_http::{Body, Credentials, Cut, HttpError, Method, Repeat, Request, Transport, TransportOptions};
use url::Url;

use crate::answer::{Answer, SentFiles};
use crate::client::ClientOptions;
use crate::description::Dialect;
use crate::error::{Call, LwsError};
use crate::token::Jwt;

/// Makes calls. One for each [`Client`](crate::Client).
pub(crate) struct Caller {
    options: ClientOptions,
    transport: Transport,
}

/// A call to be made.
pub(crate) struct Outgoing<'a> {
    pub(crate) call: Call,
    pub(crate) method: Method,
    pub(crate) url: Url,
    /// Decides how the user agent is spelt (lws.md §2).
    pub(crate) dialect: Dialect,
    pub(crate) bearer: Option<&'a Jwt>,
    pub(crate) body: Body,
}

impl Outgoing<'_> {
    /// A `GET` without a token.
    pub(crate) fn get(call: Call, url: Url, dialect: Dialect) -> Self {
        Self { call, method: Method::GET, url, dialect, bearer: None, body: Body::Nothing }
    }
}

/// A call without an answer.
pub(crate) struct Unanswered {
    pub(crate) error: LwsError,
    /// How its connection broke, where that says something of what the site has done.
    pub(crate) cut: Option<Cut>,
}

impl Unanswered {
    fn of(call: Call, error: HttpError) -> Self {
        Self { cut: error.cut(), error: LwsError::unanswered(call, error) }
    }
}

impl From<LwsError> for Unanswered {
    fn from(error: LwsError) -> Self {
        Self { error, cut: None }
    }
}

impl From<Unanswered> for LwsError {
    fn from(unanswered: Unanswered) -> Self {
        unanswered.error
    }
}

impl Caller {
    pub(crate) fn new(options: ClientOptions) -> Self {
        let transport = TransportOptions { observer: options.observer.clone(), limits: options.limits };
        Self { options, transport: Transport::new(transport) }
    }

    pub(crate) fn options(&self) -> &ClientOptions {
        &self.options
    }

    /// Makes one call. Any status is an answer; see [`Answer::accepted`].
    pub(crate) async fn exchange(&self, outgoing: Outgoing<'_>) -> Result<Answer, LwsError> {
        Ok(self.attempt(outgoing).await?)
    }

    /// The same, telling of a call without an answer whether the site can have acted on it.
    pub(crate) async fn attempt(&self, outgoing: Outgoing<'_>) -> Result<Answer, Unanswered> {
        let Outgoing { call, method, url, dialect, bearer, body } = outgoing;
        let agent = match dialect {
            Dialect::Classic => "SelfkeyIDW",
            Dialect::Did => "SelfKeyIDW",
        };
        let host = idw_http::shown_host(&url).unwrap_or_default();
        let sent = SentFiles::of(&body);
        let request = Request {
            label: call.label(),
            method,
            url,
            user_agent: &format!("{agent}/{}", self.options.wallet_version),
            origin: Some(&self.options.origin),
            // The site's own token, back to the site.
            credentials: bearer.map_or(Credentials::None, |token| Credentials::Bearer(token.expose_text())),
            repeat: Repeat::IfIdempotent,
            body,
            answer_len_bytes: None,
            disclosure: call.disclosure(),
        };
        match self.transport.send(request).await {
            Ok(answer) => Ok(Answer::new(answer, call, host, sent)),
            Err(error) => Err(Unanswered::of(call, error)),
        }
    }
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller").field("options", &self.options).finish_non_exhaustive()
    }
}
