//! Why there is no answer.

use std::error::Error;
use std::io;
use std::path::PathBuf;

use crate::address::UrlError;
use crate::connection::Cut;
use crate::outage::{Outage, ProxyFault, ProxyName};
use crate::proxy::ProxyAddressFault;

/// Why an exchange came to no answer. An answer of any status is none of these.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// The server cannot be reached, or the connection failed. Trying again later may help; but see
    /// [`may_have_arrived`](Self::may_have_arrived).
    #[error("{host} {outage}")]
    Unreachable {
        /// The host, with its port where that is not the usual one.
        host: String,
        /// What kind of failure.
        outage: Outage,
        /// How the connection broke, where that says something of what the server has done.
        cut: Option<Cut>,
    },
    /// The proxy that stands between this machine and the server made no connection. The server was not reached.
    #[error("the proxy {proxy} {fault}; {host} was not reached, and nothing was sent")]
    Proxy {
        /// The server's host, with its port where that is not the usual one.
        host: String,
        /// The proxy.
        proxy: ProxyName,
        /// What kind of failure.
        fault: ProxyFault,
    },
    /// A variable names a proxy in a way that cannot be understood. Connecting without one could show what it is there to
    /// hide, so nothing was sent.
    #[error(
        "the proxy that {variable} names cannot be used: {fault}. Nothing was sent; correct {variable}, or unset it to \
         connect without a proxy"
    )]
    ProxyAddress {
        /// The variable. What it holds is not told: there may be a password in it.
        variable: &'static str,
        /// What is wrong with it.
        fault: ProxyAddressFault,
    },
    /// The URL is not one that is called; nothing was sent.
    #[error("{0}; nothing was sent")]
    Url(#[source] UrlError),
    /// A file could not be read, or is not as long as was announced.
    #[error("the document {name} could not be read; the site did not get it whole")]
    File {
        /// The file's name, as the caller has it.
        name: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A file's media type is none ([`is_media_type`](crate::is_media_type)); nothing was sent.
    #[error("the document {name} has no usable media type; nothing was sent")]
    MediaType {
        /// The file's name, as the caller has it.
        name: String,
    },
    /// The request has something in a header that no header may hold; nothing was sent.
    #[error("the request could not be put together; nothing was sent")]
    Request(#[source] Box<dyn Error + Send + Sync>),
    /// No root certificates were found where the user's environment says they are.
    #[error(
        "no certificates of authorities could be read from {}, which {variable} names; without them no connection is \
         secure. Unset {variable}, or name one with certificates in PEM", path.display()
    )]
    NoRoots {
        /// The variable.
        variable: &'static str,
        /// What it names.
        path: PathBuf,
        /// Why that could not be read; nothing, where it was read and holds none.
        #[source]
        source: Option<io::Error>,
    },
    /// The HTTP client could not be set up, for instance for want of root certificates.
    #[error("secure connections cannot be set up on this machine")]
    Setup(#[source] Box<dyn Error + Send + Sync>),
}

impl HttpError {
    /// Whether the server may have received the request, whole, and acted on it.
    pub fn may_have_arrived(&self) -> bool {
        match self {
            Self::Unreachable { outage, .. } => outage.may_have_arrived(),
            Self::Proxy { .. }
            | Self::ProxyAddress { .. }
            | Self::Url(_)
            | Self::File { .. }
            | Self::MediaType { .. }
            | Self::Request(_)
            | Self::NoRoots { .. }
            | Self::Setup(_) => false,
        }
    }

    /// How the connection broke, where that says something of what the server has done.
    pub fn cut(&self) -> Option<Cut> {
        match self {
            Self::Unreachable { cut, .. } => *cut,
            _ => None,
        }
    }
}

/// Why the body of an answer was not read. Of a refusal, none of it is an error: its body counts as empty then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BodyFault {
    /// It is longer than the limit.
    #[error("it is longer than {}, which is the most that the wallet reads", size_text(*limit_bytes))]
    TooLong {
        /// The limit.
        limit_bytes: usize,
    },
    /// It is compressed, which was not asked for.
    #[error("it is compressed, which was not asked for")]
    Compressed,
}

/// A limit as people say it.
fn size_text(bytes: usize) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KiB", bytes / 1024),
        _ => format!("{} MiB", bytes / 1_048_576),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outage::TlsFault;

    #[test]
    fn only_what_went_out_whole_may_have_arrived() {
        let check = |outage: Outage, expected: bool| {
            let error = HttpError::Unreachable { host: "rp.example".to_owned(), outage, cut: None };
            assert_eq!(error.may_have_arrived(), expected, "{error}");
        };
        check(Outage::Timeout, true);
        check(Outage::Interrupted, true);
        check(Outage::NotHttp, true);
        check(Outage::TooManyHeaders, true);
        check(Outage::ServerError(502), true);
        check(Outage::UnknownHost, false);
        check(Outage::NotConnected, false);
        check(Outage::ConnectTimeout, false);
        check(Outage::Tls(TlsFault::Other), false);
        check(Outage::CutShort { sent: 1, total: 2 }, false);
        let file = HttpError::File { name: "a.png".to_owned(), source: io::ErrorKind::UnexpectedEof.into() };
        assert!(!file.may_have_arrived(), "half a file is none");
    }

    #[test]
    fn limits_are_told_as_people_say_them() {
        let check = |limit_bytes: usize, expected: &str| {
            let text = BodyFault::TooLong { limit_bytes }.to_string();
            assert!(text.contains(expected), "{text}");
        };
        check(100, "longer than 100 bytes,");
        check(256 * 1024, "longer than 256 KiB,");
        check(1024 * 1024, "longer than 1 MiB,");
    }
}
