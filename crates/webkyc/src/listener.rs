//! The server that the browser comes back to: HTTP/1.1, `GET` only, one path, no body, one request for each connection.

use std::convert::Infallible;
use std::future::ready;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use hyper::header::{HOST, HeaderMap};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use crate::code::Code;
use crate::error::WebKycError;
use crate::limits::{ACCEPT_PAUSE, CONNECTION_PATIENCE, HEAD_LEN_BYTES, HEAD_PATIENCE, HEADERS, TARGET_LEN_BYTES};
use crate::page::Page;
use crate::query::{Expected, Reading};
use crate::redirect::ListenAt;

/// Decides what a request is, and keeps the outcome of the one that was waited for.
pub(crate) struct Desk {
    expected: Expected,
    hosts: Vec<String>,
    path: String,
    outcome: Mutex<Outcome>,
    returned: Notify,
}

/// What is known of the browser's return.
#[derive(Default)]
enum Outcome {
    #[default]
    Awaited,
    Come(Result<Code, WebKycError>),
    Taken,
}

impl Desk {
    pub(crate) fn new(listen: &ListenAt, expected: Expected) -> Self {
        Self {
            expected,
            hosts: listen.hosts(),
            path: listen.path().to_owned(),
            outcome: Mutex::default(),
            returned: Notify::new(),
        }
    }

    /// Waits until the browser is back.
    pub(crate) async fn returned(&self) {
        self.returned.notified().await;
    }

    /// What came of it, if the browser is back; once.
    pub(crate) fn take_outcome(&self) -> Option<Result<Code, WebKycError>> {
        let mut kept = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
        match std::mem::replace(&mut *kept, Outcome::Taken) {
            Outcome::Come(outcome) => Some(outcome),
            Outcome::Awaited | Outcome::Taken => None,
        }
    }

    /// What a request is answered with. The first return that fits is the outcome; later ones see the same page and change
    /// nothing.
    fn answer<B>(&self, request: &Request<B>) -> Page {
        if let Some(page) = self.refusal(request) {
            return page;
        }
        match self.expected.read(request.uri().query().unwrap_or_default()) {
            Reading::NotOurs => Page::NotOurs,
            Reading::Returned(outcome) => {
                let mut kept = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
                if matches!(*kept, Outcome::Awaited) {
                    *kept = Outcome::Come(outcome);
                    self.returned.notify_one();
                }
                Page::Returned
            }
        }
    }

    /// Why a request is none that is looked into: it is not from a browser that the user has sent here.
    fn refusal<B>(&self, request: &Request<B>) -> Option<Page> {
        let uri = request.uri();
        // A request to a proxy has a whole URL.
        if uri.scheme().is_some() || uri.authority().is_some() {
            return Some(Page::BadRequest);
        }
        if !self.is_for_this_host(request.headers()) {
            return Some(Page::OtherHost);
        }
        if request.method() != Method::GET {
            return Some(Page::NotGet);
        }
        if is_prefetch(request.headers()) {
            return Some(Page::NotNow);
        }
        if uri.path_and_query().is_none_or(|target| target.as_str().len() > TARGET_LEN_BYTES) {
            return Some(Page::TooLong);
        }
        (uri.path() != self.path).then_some(Page::NotFound)
    }

    /// A page of another name that was made to lead to this machine says that name in `Host` (DNS rebinding).
    fn is_for_this_host(&self, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(HOST).iter();
        match (hosts.next(), hosts.next()) {
            (Some(host), None) => self.hosts.iter().any(|ours| host.as_bytes().eq_ignore_ascii_case(ours.as_bytes())),
            _ => false,
        }
    }
}

/// Whether a browser only guesses that the user will open this.
fn is_prefetch(headers: &HeaderMap) -> bool {
    let says = |name: &str| {
        let mut values = headers.get_all(name).iter();
        values.any(|value| value.as_bytes().to_ascii_lowercase().starts_with(b"prefetch"))
    };
    says("sec-purpose") || says("purpose")
}

/// Serves one connection, and says whether it carried the page of the return. A browser that hangs up before it has the page
/// has returned all the same.
pub(crate) async fn serve(desk: &Desk, stream: TcpStream) -> bool {
    let carried = AtomicBool::new(false);
    let service = service_fn(|request| {
        let page = desk.answer(&request);
        tracing::debug!(?page, "a browser was answered");
        carried.fetch_or(page == Page::Returned, Ordering::Relaxed);
        ready(Ok::<_, Infallible>(page.response()))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_PATIENCE)
        .keep_alive(false)
        .max_buf_size(HEAD_LEN_BYTES)
        // A buffer may be overshot by what one read brings.
        .max_header_size(HEAD_LEN_BYTES)
        .max_headers(HEADERS)
        .serve_connection(TokioIo::new(stream), service);
    match tokio::time::timeout(CONNECTION_PATIENCE, connection).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::debug!(%error, "a connection of a browser failed"),
        Err(_) => tracing::debug!("a connection of a browser took too long"),
    }
    carried.into_inner()
}

/// Listens where the browser is to come back to.
pub(crate) async fn listen(at: &ListenAt) -> Result<Vec<TcpListener>, WebKycError> {
    let mut listeners = Vec::new();
    for address in at.addresses() {
        match TcpListener::bind(address).await {
            Ok(listener) => listeners.push(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(WebKycError::PortInUse { address }),
            // A machine without IPv6 has no second address, and its browsers use the first.
            Err(error) if !listeners.is_empty() && error.kind() != io::ErrorKind::PermissionDenied => {
                tracing::debug!(%error, %address, "not listened at");
            }
            Err(source) => return Err(WebKycError::NoPort { address, source }),
        }
    }
    Ok(listeners)
}

/// The addresses that these listen at.
pub(crate) fn addresses(listeners: &[TcpListener], at: &ListenAt) -> Vec<SocketAddr> {
    at.addresses().into_iter().take(listeners.len()).collect()
}

/// The next connection to any of these.
pub(crate) async fn accept(listeners: &[TcpListener]) -> TcpStream {
    loop {
        let next = std::future::poll_fn(|context| {
            let ready = listeners.iter().map(|listener| listener.poll_accept(context));
            ready.into_iter().find(std::task::Poll::is_ready).unwrap_or(std::task::Poll::Pending)
        });
        match next.await {
            Ok((stream, _)) => return stream,
            Err(error) => {
                tracing::debug!(%error, "a connection could not be taken");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
}
