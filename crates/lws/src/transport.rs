//! One exchange over HTTP, within limits of time and size.

use std::collections::HashSet;
use std::error::Error as _;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use hyper_util::client::legacy::connect::HttpInfo;
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::header::{ORIGIN, USER_AGENT};
use reqwest::{Method, Request, Response};
use url::Url;
use zeroize::Zeroizing;

use crate::answer::{Answer, Body, Received, SentFiles};
use crate::client::ClientOptions;
use crate::description::Dialect;
use crate::endpoint;
use crate::error::{Call, LwsError, Outage, ProtocolFault, TlsFault};
use crate::limits::{ANSWER_HEADERS, ERROR_BODY_LEN_BYTES};
use crate::proxy::Proxy;
use crate::recording::Recording;
use crate::tls;
use crate::token::Jwt;
use crate::upload::{Blame, Course, Upload};

/// How long an unused connection is kept. Node.js servers close theirs after 5 s, and a streamed upload that meets one
/// just closed cannot be repeated by the HTTP library.
const IDLE_CONNECTION: Duration = Duration::from_secs(4);

/// Most connections that are remembered as having carried an answer.
const REMEMBERED_CONNECTIONS: usize = 256;

/// Sends requests. One for each [`Client`](crate::Client): connections are kept open between calls.
pub(crate) struct Transport {
    options: ClientOptions,
    /// Plain http to this machine: no proxy, and no root certificates, which take a while to load.
    loopback: OnceLock<reqwest::Client>,
    /// https to this machine: no proxy.
    secure_loopback: OnceLock<reqwest::Client>,
    /// https to anywhere else, through the proxy of the environment if there is one.
    network: OnceLock<reqwest::Client>,
    /// The connections that have carried an answer, by the address at this end.
    answered: Mutex<HashSet<SocketAddr>>,
}

/// An exchange without an answer.
pub(crate) struct Unanswered {
    pub(crate) error: LwsError,
    pub(crate) cut: Option<Cut>,
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

/// How a connection broke before any answer, where that says something of what the server has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// Its files had not all gone out: a server that has not the whole of a request does not act on it (RFC 9112 §8).
    Short,
    /// A kept connection was reset: the server closed it with some of the request unread.
    KeptReset,
    /// A kept connection was closed as the request went out: as a rule because the server tired of it at that very moment,
    /// and has not read the request (RFC 9112 §9.3.1). But one that read it and fell over it looks the same from here.
    KeptClosed,
}

/// Why there is no response.
struct Failed {
    outage: Outage,
    cut: Option<Cut>,
}

/// A request to be made.
pub(crate) struct Outgoing<'a> {
    pub(crate) call: Call,
    pub(crate) method: Method,
    pub(crate) url: Url,
    /// Decides how the user agent is spelt (lws.md §2).
    pub(crate) dialect: Dialect,
    pub(crate) bearer: Option<&'a Jwt>,
    pub(crate) body: Outbound,
}

impl Outgoing<'_> {
    /// A `GET` without a token.
    pub(crate) fn get(call: Call, url: Url, dialect: Dialect) -> Self {
        Self { call, method: Method::GET, url, dialect, bearer: None, body: Outbound::Nothing }
    }
}

/// A request's body.
pub(crate) enum Outbound {
    Nothing,
    Json(Zeroizing<Vec<u8>>),
    Form(Box<Upload>),
}

impl Transport {
    pub(crate) fn new(options: ClientOptions) -> Self {
        Self {
            options,
            loopback: OnceLock::new(),
            secure_loopback: OnceLock::new(),
            network: OnceLock::new(),
            answered: Mutex::default(),
        }
    }

    pub(crate) fn options(&self) -> &ClientOptions {
        &self.options
    }

    /// Makes one exchange. Any status is an answer; see [`Answer::accepted`].
    pub(crate) async fn exchange(&self, outgoing: Outgoing<'_>) -> Result<Answer, LwsError> {
        Ok(self.attempt(outgoing).await?)
    }

    /// The same, telling of an exchange without an answer whether the server can have acted on it.
    pub(crate) async fn attempt(&self, outgoing: Outgoing<'_>) -> Result<Answer, Unanswered> {
        endpoint::allow(&outgoing.url).map_err(LwsError::Url)?;
        let client = self.client_for(&outgoing.url)?;
        let mut recording = Recording::new(&self.options, &outgoing);
        let call = outgoing.call;
        let host = endpoint::shown_host(&outgoing.url).unwrap_or_default();
        let (limit, files) = match &outgoing.body {
            Outbound::Form(upload) => (self.options.limits.exchange_with(upload.len_bytes), Some(Files::of(upload))),
            _ => (self.options.limits.exchange, None),
        };
        let url = outgoing.url.clone();
        let request = self.build(client, outgoing)?;
        recording.request(&request);
        let course = files.as_ref().map(|files| &*files.course);
        let work = async {
            let response = self.execute(client, request).await?;
            self.read(response, course).await.map_err(|outage| Failed { outage, cut: None })
        };
        let timed_out = Failed { outage: Outage::Timeout, cut: None };
        let outcome = tokio::time::timeout(limit, work).await.unwrap_or(Err(timed_out));
        let outcome = outcome.map_err(|failed| (told(failed.outage, files.as_ref()), failed.cut));
        recording.finish(&outcome);
        match outcome {
            Ok(received) => Ok(Answer::new(received, call, host, files.map(|files| files.sent).unwrap_or_default())),
            Err((outage, cut)) => {
                if let Some(error) = files.and_then(|files| files.blame.take()) {
                    return Err(error.into());
                }
                let cut = if matches!(outage, Outage::CutShort { .. }) { Some(Cut::Short) } else { cut };
                Err(Unanswered { error: unreachable(call, host, &url, outage).await, cut })
            }
        }
    }

    fn build(&self, client: &reqwest::Client, outgoing: Outgoing<'_>) -> Result<Request, LwsError> {
        let agent = match outgoing.dialect {
            Dialect::Classic => "SelfkeyIDW",
            Dialect::Did => "SelfKeyIDW",
        };
        let mut builder = client
            .request(outgoing.method, outgoing.url)
            .header(USER_AGENT, format!("{agent}/{}", self.options.wallet_version))
            .header(ORIGIN, &self.options.origin)
            .header(ACCEPT, "application/json")
            .header(ACCEPT_ENCODING, "identity");
        if let Some(token) = outgoing.bearer {
            builder = builder.header(AUTHORIZATION, bearer(token));
        }
        builder = match outgoing.body {
            Outbound::Nothing => builder,
            Outbound::Json(json) => {
                builder.header(CONTENT_TYPE, "application/json").body(bytes::Bytes::from_owner(json))
            }
            Outbound::Form(upload) => builder.multipart(upload.form),
        };
        builder.build().map_err(|error| LwsError::Setup(Box::new(error)))
    }

    /// The client that may reach this URL. Built on first use: each costs more than the exchange that needs it.
    fn client_for(&self, url: &Url) -> Result<&reqwest::Client, LwsError> {
        let loopback = endpoint::is_loopback(url);
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

    fn build_client(&self, loopback: bool, tls: bool) -> Result<reqwest::Client, LwsError> {
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(self.options.limits.connect)
            .http1_max_headers(ANSWER_HEADERS)
            // Old servers break a long header in two lines (RFC 9112 §5.2), or put a space before its colon (§5.1).
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .http1_allow_spaces_after_header_name_in_responses(true)
            .pool_idle_timeout(IDLE_CONNECTION)
            .tcp_nodelay(true);
        if loopback {
            // `localhost` means this machine, whatever a name server says.
            let here = [SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), SocketAddr::from((Ipv6Addr::LOCALHOST, 0))];
            builder = builder.no_proxy().resolve_to_addrs("localhost", &here);
        }
        if tls {
            builder = builder.https_only(true).tls_backend_preconfigured(tls::config()?);
        } else {
            builder = builder.tls_certs_only([]);
        }
        builder.build().map_err(|error| LwsError::Setup(Box::new(error)))
    }

    /// Sends a request. A `GET` whose connection breaks before any answer is sent once more: a server may close a kept
    /// connection at the very moment it is used again (RFC 9110 §9.2.2, RFC 9112 §9.3.1). Nothing else is repeated here, as
    /// the server may have acted on it.
    async fn execute(&self, client: &reqwest::Client, request: Request) -> Result<Response, Failed> {
        let again = if request.method() == Method::GET { request.try_clone() } else { None };
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
                let was_kept = connection_of(&error).is_some_and(|local| answered.remove(&local));
                Err(Failed { outage: outage(&error), cut: cut_of(&error).filter(|_| was_kept) })
            }
        }
    }

    /// Reads an answer's body up to the limit. A faulty body of a refusal does not hide the refusal. While a refusal is read,
    /// and after it, no more of the request is sent.
    async fn read(&self, mut response: Response, course: Option<&Course>) -> Result<Received, Outage> {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let success = response.status().is_success();
        let course = course.filter(|_| !success);
        if let Some(course) = course {
            course.hold();
        }
        let limit_bytes = if success { self.options.limits.answer_len_bytes } else { ERROR_BODY_LEN_BYTES };
        let read = read_body(&mut response, limit_bytes).await;
        if let Some(course) = course {
            course.end();
        }
        let body = match read {
            Err(_) if !success => Body::Read(Zeroizing::default()),
            outcome => outcome.map_err(|error| outage(&error))?,
        };
        Ok(Received { status, headers, body })
    }
}

/// What is known of the files of a request while it is made.
struct Files {
    blame: Blame,
    sent: SentFiles,
    course: Arc<Course>,
    len_bytes: u64,
}

impl Files {
    fn of(upload: &Upload) -> Self {
        let sizes = || upload.files.iter().map(|(_, size)| *size);
        Self {
            blame: upload.blame(),
            sent: SentFiles { only: upload.file.clone(), largest: sizes().max() },
            course: Arc::clone(&upload.course),
            len_bytes: sizes().sum(),
        }
    }
}

/// The outage, with how far the files were.
fn told(outage: Outage, files: Option<&Files>) -> Outage {
    let Some(files) = files.filter(|_| outage == Outage::Interrupted) else { return outage };
    let (sent, total) = (files.course.sent_len_bytes(), files.len_bytes);
    if sent < total { Outage::CutShort { sent, total } } else { outage }
}

/// The connection that failed, by the address at this end.
fn connection_of(error: &reqwest::Error) -> Option<SocketAddr> {
    let failed = causes(error).find_map(|cause| cause.downcast_ref::<hyper_util::client::legacy::Error>())?;
    let mut extensions = http::Extensions::new();
    failed.connect_info()?.get_extras(&mut extensions);
    extensions.get::<HttpInfo>().map(HttpInfo::local_addr)
}

/// How a connection that was kept broke; `None` where something came over it that is no answer.
fn cut_of(error: &reqwest::Error) -> Option<Cut> {
    let is_reset = |error: &io::Error| {
        matches!(
            error.kind(),
            io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionAborted
        )
    };
    if causes(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).any(is_reset) {
        return Some(Cut::KeptReset);
    }
    let is_closed = |error: &hyper::Error| error.is_incomplete_message() || error.is_closed();
    let closed = causes(error).filter_map(|cause| cause.downcast_ref::<hyper::Error>()).any(is_closed);
    closed.then_some(Cut::KeptClosed)
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    let mut next = error.source();
    std::iter::from_fn(move || {
        let cause = next?;
        next = cause.source();
        Some(cause)
    })
}

/// Reads until the end or the limit. What lies beyond the limit is left on the line, which is closed.
async fn read_body(response: &mut Response, limit_bytes: usize) -> reqwest::Result<Body> {
    let announced = response.content_length().unwrap_or(0);
    if announced > limit_bytes as u64 {
        return Ok(Body::Faulty(ProtocolFault::TooLong { limit_bytes }));
    }
    if is_compressed(response.headers()) {
        return Ok(Body::Faulty(ProtocolFault::Compressed));
    }
    let mut body = Zeroizing::new(Vec::with_capacity(usize::try_from(announced).unwrap_or(0)));
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > limit_bytes {
            return Ok(Body::Faulty(ProtocolFault::TooLong { limit_bytes }));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Body::Read(body))
}

/// `Bearer`, one space, and the token as it came (lws.md §2).
fn bearer(token: &Jwt) -> HeaderValue {
    let text = Zeroizing::new(format!("Bearer {}", token.expose_text()));
    let mut value = HeaderValue::from_str(&text).expect("Jwt::decode lets only visible ASCII pass");
    value.set_sensitive(true);
    value
}

fn is_compressed(headers: &HeaderMap) -> bool {
    let encodings = headers.get_all(CONTENT_ENCODING).iter();
    encodings.into_iter().any(|value| !value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"identity"))
}

/// What kind of failure the HTTP client met.
fn outage(error: &reqwest::Error) -> Outage {
    if let Some(fault) = tls::fault_in(error) {
        Outage::Tls(fault)
    } else if error.is_timeout() {
        if error.is_connect() { Outage::ConnectTimeout } else { Outage::Timeout }
    } else if error.is_dns() {
        Outage::UnknownHost
    } else if error.is_connect() {
        Outage::NotConnected
    } else {
        broken_answer(error)
    }
}

/// What came, where it was no whole answer in HTTP.
fn broken_answer(error: &reqwest::Error) -> Outage {
    let mut causes = std::iter::successors(std::error::Error::source(error), |&cause| cause.source());
    match causes.find_map(|cause| cause.downcast_ref::<hyper::Error>()) {
        Some(error) if error.is_parse_too_large() => Outage::TooManyHeaders,
        Some(error) if error.is_parse() => Outage::NotHttp,
        _ => Outage::Interrupted,
    }
}

/// Where a proxy stands in between, no connection is the proxy's word, not the site's.
async fn unreachable(call: Call, host: String, url: &Url, outage: Outage) -> LwsError {
    let is_connecting = matches!(outage, Outage::UnknownHost | Outage::NotConnected | Outage::ConnectTimeout);
    let is_untrusted = matches!(outage, Outage::Tls(TlsFault::UnknownAuthority | TlsFault::SelfSigned));
    if let Some(error) = is_untrusted.then(tls::unusable_roots).flatten() {
        return error;
    }
    match Proxy::of(url).filter(|_| is_connecting) {
        Some(proxy) => LwsError::Proxy { call, host, fault: proxy.why(url).await, proxy: proxy.name() },
        None => LwsError::Unreachable { call, host, outage, retry_after: None, said: None },
    }
}
