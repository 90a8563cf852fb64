//! How a connection failed, read from the HTTP library's errors.

use std::error::Error as _;
use std::io;
use std::net::SocketAddr;

use hyper_util::client::legacy::connect::HttpInfo;

use crate::outage::Outage;
use crate::tls;

/// How a connection broke before any answer, where that says something of what the server has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Its files had not all gone out: a server that has not the whole of a request does not act on it (RFC 9112 §8).
    Short,
    /// A kept connection was reset: the server closed it with some of the request unread.
    KeptReset,
    /// A kept connection was closed as the request went out: as a rule because the server tired of it at that very moment,
    /// and has not read the request (RFC 9112 §9.3.1). But one that read it and fell over it looks the same from here.
    KeptClosed,
}

impl Cut {
    /// How a kept connection broke; `None` if something other than an answer came over it.
    pub(crate) fn of_kept(error: &reqwest::Error) -> Option<Self> {
        let is_reset = |error: &io::Error| {
            matches!(
                error.kind(),
                io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionAborted
            )
        };
        if causes(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).any(is_reset) {
            return Some(Self::KeptReset);
        }
        let is_closed = |error: &hyper::Error| error.is_incomplete_message() || error.is_closed();
        let closed = causes(error).filter_map(|cause| cause.downcast_ref::<hyper::Error>()).any(is_closed);
        closed.then_some(Self::KeptClosed)
    }
}

/// The connection that failed, by the address at this end.
pub(crate) fn failed_connection(error: &reqwest::Error) -> Option<SocketAddr> {
    let failed = causes(error).find_map(|cause| cause.downcast_ref::<hyper_util::client::legacy::Error>())?;
    let mut extensions = http::Extensions::new();
    failed.connect_info()?.get_extras(&mut extensions);
    extensions.get::<HttpInfo>().map(HttpInfo::local_addr)
}

/// What kind of failure the HTTP library met.
pub(crate) fn outage(error: &reqwest::Error) -> Outage {
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
    match causes(error).find_map(|cause| cause.downcast_ref::<hyper::Error>()) {
        Some(error) if error.is_parse_too_large() => Outage::TooManyHeaders,
        Some(error) if error.is_parse() => Outage::NotHttp,
        _ => Outage::Interrupted,
    }
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}
