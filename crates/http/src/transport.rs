//! One exchange over HTTP, within limits of time and size.

use std::collections::HashSet;
use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use http::Method;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, ORIGIN, USER_AGENT};
use hyper_util::client::legacy::connect::HttpInfo;
use reqwest::Response;
use url::Url;
use zeroize::Zeroizing;

use crate::address::{check_url, is_loopback, shown_host};
use crate::answer::Answer;
use crate::body::Body;
use crate::connection::{Cut, failed_connection, outage};
use crate::credentials::Credentials;
use crate::disclosure::Disclosure;
use crate::error::{BodyFault, HttpError};
use crate::limits::{ANSWER_HEADERS, ERROR_BODY_LEN_BYTES, IDLE_CONNECTION, Limits, REMEMBERED_CONNECTIONS};
use crate::observe::Observer;
use crate::outage::{Outage, TlsFault};
use crate::proxy::{Environment, Proxy};
use crate::recording::Recording;
use crate::tls;
use crate::upload::{Course, Files, Upload};

/// How a [`Transport`] restrains itself, and who hears of what it does.
#[derive(Clone, Default)]
pub struct TransportOptions {
    /// Hears of each exchange.
    pub observer: Option<Arc<dyn Observer>>,
    /// Time and size limits.
    pub limits: Limits,
}

impl fmt::Debug for TransportOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportOptions")
            .field("observer", &self.observer.is_some())
            .field("limits", &self.limits)
            .finish()
    }
}

/// A request to be made.
pub struct Request<'a> {
    /// What it is for, in the protocol's words: for logs and observers. It is not sent.
    pub label: &'static str,
    /// The method.
    pub method: Method,
    /// Where it goes ([`check_url`]).
    pub url: Url,
    /// `User-Agent`.
    pub user_agent: &'a str,
    /// `Origin`, where the protocol has one.
    pub origin: Option<&'a str>,
    /// What it proves itself with.
    pub credentials: Credentials<'a>,
    /// Whether it may go out a second time.
    pub repeat: Repeat,
    /// What it carries.
    pub body: Body,
    /// Longest body of a successful answer in bytes, where [`Limits::answer_len_bytes`] does not suit this request.
    pub answer_len_bytes: Option<usize>,
    /// What an observer may see of it.
    pub disclosure: Disclosure,
}

/// Whether a request may go out a second time after its connection broke before any answer.
///
/// Beyond this, the HTTP library asks again where nothing of the request has gone out, or where the server says itself that it
/// has done nothing with it (RFC 9113 §8.7).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Repeat {
    /// Once, if it is a `GET`.
    #[default]
    IfIdempotent,
    /// Not at all: the server acts on it, whatever its method.
    Never,
}

/// Makes exchanges. Make one and keep it: it holds connections open between calls.
///
/// Certificates are always verified, by the platform's verifier; redirects are not followed; there are no cookies; a
/// proxy of the environment (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`) is used, but never towards this machine.
pub struct Transport {
    options: TransportOptions,
    /// Plain http to this machine: no proxy, and no root certificates, which take a while to load.
    loopback: OnceLock<reqwest::Client>,
    /// https to this machine: no proxy.
    secure_loopback: OnceLock<reqwest::Client>,
    /// https to anywhere else, through the proxy of the environment if there is one.
    network: OnceLock<reqwest::Client>,
    /// What the environment says of proxies, read when the first call leaves this machine.
    environment: OnceLock<Environment>,
    /// The connections that have carried an answer, by the address at this end.
    answered: Mutex<HashSet<SocketAddr>>,
}

/// What holds for one exchange.
#[derive(Clone, Copy)]
struct Terms {
    repeat: Repeat,
    answer_len_bytes: usize,
}

/// Why there is no response.
struct Failed {
    outage: Outage,
    cut: Option<Cut>,
}

impl From<Outage> for Failed {
    fn from(outage: Outage) -> Self {
        let cut = matches!(outage, Outage::CutShort { .. }).then_some(Cut::Short);
        Self { outage, cut }
    }
}

impl Transport {
    /// Nothing is loaded and nobody is contacted before the first exchange.
    pub fn new(options: TransportOptions) -> Self {
        Self {
            options,
            loopback: OnceLock::new(),
            secure_loopback: OnceLock::new(),
            network: OnceLock::new(),
            environment: OnceLock::new(),
            answered: Mutex::default(),
        }
    }

    /// What it was made with.
    pub fn options(&self) -> &TransportOptions {
        &self.options
    }

    /// Makes one exchange. Any status is an answer.
    ///
    /// # Errors
    /// [`HttpError`] where there is no answer, or the request is not made at all.
    pub async fn send(&self, request: Request<'_>) -> Result<Answer, HttpError> {
        check_url(&request.url).map_err(HttpError::Url)?;
        let proxy = self.proxy_of(&request.url)?;
        let client = self.client_for(&request.url)?;
        let host = shown_host(&request.url).unwrap_or_default();
        let mut recording = Recording::new(self.options.observer.as_ref(), &host, &request);
        let url = request.url.clone();
        let limit = match &request.body {
            Body::Form(_) => self.options.limits.exchange_with(request.body.len_bytes()),
            Body::Nothing | Body::Json(_) => self.options.limits.exchange,
        };
        let terms = Terms {
            repeat: request.repeat,
            answer_len_bytes: request.answer_len_bytes.unwrap_or(self.options.limits.answer_len_bytes),
        };
        let (request, files) = build(client, request)?;
        recording.sends(request.headers());
        let work = self.exchange(client, request, files.as_ref(), terms);
        let outcome = tokio::time::timeout(limit, work).await.unwrap_or_else(|_| Err(Outage::Timeout.into()));
        recording.finish(outcome.as_ref().map_err(|failed| failed.outage));
        match outcome {
            Ok(answer) => Ok(answer),
            Err(failed) => match files.and_then(|files| files.take_fault()) {
                Some(error) => Err(error),
                None => Err(unreachable(host, &url, proxy, failed).await),
            },
        }
    }

    /// The proxy that a call to this address goes through; none for this machine.
    fn proxy_of(&self, url: &Url) -> Result<Option<Proxy>, HttpError> {
        if is_loopback(url) { Ok(None) } else { self.environment().proxy_of(url) }
    }

    fn environment(&self) -> &Environment {
        self.environment.get_or_init(|| Environment::read(|name| std::env::var_os(name)))
    }

    /// The client that may reach this URL. Built on first use: each costs more than the exchange that needs it.
    fn client_for(&self, url: &Url) -> Result<&reqwest::Client, HttpError> {
        let loopback = is_loopback(url);
        let slot = match (loopback, url.scheme()) {
            (true, "http") => &self.loopback,
            (true, _) => &self.secure_loopback,
            (false, _) => &self.network,
        };
        if let Some(client) = slot.get() {
            return Ok(client);
        }
        let built = self.build_client(loopback, url.scheme() == "https")?;
        Ok(slot.get_or_init(|| built))
    }

    fn build_client(&self, loopback: bool, tls: bool) -> Result<reqwest::Client, HttpError> {
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(self.options.limits.connect)
            .http1_max_headers(ANSWER_HEADERS)
            // Old servers break a long header in two lines (RFC 9112 §5.2), or put a space before its colon (§5.1).
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .http1_allow_spaces_after_header_name_in_responses(true)
            .pool_idle_timeout(IDLE_CONNECTION)
            .tcp_nodelay(true)
            // The environment is read here, not by the library, which passes over what it does not understand.
            .no_proxy();
        if loopback {
            // `localhost` means this machine, whatever a name server says.
            let here = [SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), SocketAddr::from((Ipv6Addr::LOCALHOST, 0))];
            builder = builder.resolve_to_addrs("localhost", &here);
        } else if let Some(proxy) = self.environment().for_client()? {
            builder = builder.proxy(proxy);
        }
        if tls {
            builder = builder.https_only(true).tls_backend_preconfigured(tls::config()?);
        } else {
            builder = builder.tls_certs_only([]);
        }
        builder.build().map_err(|error| HttpError::Setup(Box::new(error)))
    }

    async fn exchange(
        &self,
        client: &reqwest::Client,
        request: reqwest::Request,
        files: Option<&Files>,
        terms: Terms,
    ) -> Result<Answer, Failed> {
        let told = |outage| files.map_or(outage, |files| files.told(outage));
        let response =
            self.execute(client, request, terms.repeat).await.map_err(|failed| match told(failed.outage) {
                outage @ Outage::CutShort { .. } => outage.into(),
                outage => Failed { outage, ..failed },
            })?;
        let course = files.map(|files| &*files.course);
        self.read(response, course, terms.answer_len_bytes).await.map_err(|outage| told(outage).into())
    }

    /// Sends a request. A `GET` whose connection breaks before any answer is sent once more: a server may close a kept
    /// connection at the very moment it is used again (RFC 9110 §9.2.2, RFC 9112 §9.3.1). Nothing else is repeated here, as
    /// the server may have acted on it.
    async fn execute(
        &self,
        client: &reqwest::Client,
        request: reqwest::Request,
        repeat: Repeat,
    ) -> Result<Response, Failed> {
        let may_repeat = repeat == Repeat::IfIdempotent && request.method() == Method::GET;
        let again = if may_repeat { request.try_clone() } else { None };
        let outcome = match (client.execute(request).await, again) {
            (Err(error), Some(again)) if outage(&error) == Outage::Interrupted => client.execute(again).await,
            (outcome, _) => outcome,
        };
        let mut answered = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        match outcome {
            Ok(response) => {
                if let Some(info) = response.extensions().get::<HttpInfo>() {
                    if answered.len() >= REMEMBERED_CONNECTIONS {
                        answered.clear();
                    }
                    answered.insert(info.local_addr());
                }
                Ok(response)
            }
            Err(error) => {
                // The address is free for another connection from now on.
                let was_kept = failed_connection(&error).is_some_and(|local| answered.remove(&local));
                Err(Failed { outage: outage(&error), cut: Cut::of_kept(&error).filter(|_| was_kept) })
            }
        }
    }

    /// Reads an answer's body up to the limit. A faulty body of a refusal does not hide the refusal. While a refusal is read,
    /// and after it, no more of the request is sent.
    async fn read(
        &self,
        mut response: Response,
        course: Option<&Course>,
        answer_len_bytes: usize,
    ) -> Result<Answer, Outage> {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let success = response.status().is_success();
        let course = course.filter(|_| !success);
        if let Some(course) = course {
            course.hold();
        }
        let limit_bytes = if success { answer_len_bytes } else { ERROR_BODY_LEN_BYTES };
        let read = read_body(&mut response, limit_bytes).await;
        if let Some(course) = course {
            course.end();
        }
        let body = match read {
            Err(_) if !success => Ok(Zeroizing::default()),
            outcome => outcome.map_err(|error| outage(&error))?,
        };
        Ok(Answer::new(status, headers, body))
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport").field("options", &self.options).finish_non_exhaustive()
    }
}

/// The request for the HTTP library, and its files, where it has any.
fn build(client: &reqwest::Client, request: Request<'_>) -> Result<(reqwest::Request, Option<Files>), HttpError> {
    let mut builder = client
        .request(request.method, request.url)
        .header(USER_AGENT, request.user_agent)
        .header(ACCEPT, "application/json")
        .header(ACCEPT_ENCODING, "identity");
    if let Some(origin) = request.origin {
        builder = builder.header(ORIGIN, origin);
    }
    for (name, value) in request.credentials.headers()? {
        builder = builder.header(name, value);
    }
    let mut files = None;
    builder = match request.body {
        Body::Nothing => builder,
        Body::Json(json) => builder.header(CONTENT_TYPE, "application/json").body(json),
        Body::Form(form) => {
            let upload = Upload::of(&form)?;
            files = Some(upload.files);
            builder.multipart(upload.form)
        }
    };
    // A URL may hold what is not for logs.
    let request = builder.build().map_err(|error| HttpError::Request(Box::new(error.without_url())))?;
    Ok((request, files))
}

/// Reads until the end or the limit. What lies beyond the limit is left on the line, which is closed.
async fn read_body(
    response: &mut Response,
    limit_bytes: usize,
) -> reqwest::Result<Result<Zeroizing<Vec<u8>>, BodyFault>> {
    let announced = response.content_length().unwrap_or(0);
    if announced > limit_bytes as u64 {
        return Ok(Err(BodyFault::TooLong { limit_bytes }));
    }
    if is_compressed(response.headers()) {
        return Ok(Err(BodyFault::Compressed));
    }
    let mut body = Zeroizing::new(Vec::with_capacity(usize::try_from(announced).unwrap_or(0)));
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > limit_bytes {
            return Ok(Err(BodyFault::TooLong { limit_bytes }));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Ok(body))
}

fn is_compressed(headers: &HeaderMap) -> bool {
    let encodings = headers.get_all(CONTENT_ENCODING).iter();
    encodings.into_iter().any(|value| !value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"identity"))
}

/// Where a proxy stands in between, no connection is the proxy's word, not the server's.
async fn unreachable(host: String, url: &Url, proxy: Option<Proxy>, failed: Failed) -> HttpError {
    let Failed { outage, cut } = failed;
    let is_connecting = matches!(outage, Outage::UnknownHost | Outage::NotConnected | Outage::ConnectTimeout);
    let is_untrusted = matches!(outage, Outage::Tls(TlsFault::UnknownAuthority | TlsFault::SelfSigned));
    if let Some(error) = is_untrusted.then(tls::unusable_roots).flatten() {
        return error;
    }
    match proxy.filter(|_| is_connecting) {
        Some(proxy) => HttpError::Proxy { host, fault: proxy.why(url).await, proxy: proxy.name() },
        None => HttpError::Unreachable { host, outage, cut },
    }
}
