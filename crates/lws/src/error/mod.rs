//! What can go wrong, and whose move it is.

mod call;
mod fault;
mod refusal;

use std::time::Duration;

use idw_http::{HttpError, Outage, ProxyFault, ProxyName, UrlError};

pub use call::Call;
pub use fault::{NotJson, ProtocolFault};
pub use refusal::{FieldFault, Refusal};

use refusal::wait_text;

use crate::description::DescriptionError;
use crate::payload::PayloadError;
use crate::signer::SignerError;

/// Why a call to a relying party did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum LwsError {
    /// The site understood and said no (a 4xx status).
    #[error("{0}")]
    Refused(Box<Refusal>),
    /// The site knows no account for this key: offer to sign up.
    #[error("the site has no account for this identity yet; sign up first")]
    NoSuchUser,
    /// The site finds what it was sent too large (413).
    #[error("{}", describe_too_large(*call, file.as_deref(), *with_files, *limit_bytes))]
    TooLarge {
        /// What was being done.
        call: Call,
        /// The file at fault, where one alone was being sent.
        file: Option<String>,
        /// Whether any file was being sent.
        with_files: bool,
        /// The largest file that the site takes, where it says so and a file that was sent is larger.
        limit_bytes: Option<u64>,
    },
    /// The site's description says that it has no such endpoint.
    #[error("the site does not offer {call}")]
    NotOffered {
        /// What was asked for.
        call: Call,
    },
    /// The site cannot be reached, or failed. Trying again later may help; but see
    /// [`is_outcome_unknown`](Self::is_outcome_unknown).
    #[error("{host} {outage} ({call}){}; {}", quoted(said.as_deref()), describe_outage(*call, *outage, *retry_after))]
    Unreachable {
        /// What was being done.
        call: Call,
        /// The host, with its port where that is not the usual one.
        host: String,
        /// What kind of failure.
        outage: Outage,
        /// How long the site asks to wait before the next try (`Retry-After`).
        retry_after: Option<Duration>,
        /// What it says of itself, where it answered.
        said: Option<String>,
    },
    /// The proxy that stands between this machine and the site made no connection. The site was not reached.
    #[error("the proxy {proxy} {fault}; {host} was not reached ({call}), and nothing was sent")]
    Proxy {
        /// What was being done.
        call: Call,
        /// The site's host, with its port where that is not the usual one.
        host: String,
        /// The proxy.
        proxy: ProxyName,
        /// What kind of failure.
        fault: ProxyFault,
    },
    /// There is no description at an address. What else there is, if anything, is in `source`.
    #[error("there is no description of a site at {}", tried.join(" or "))]
    NoDescription {
        /// The addresses that were asked.
        tried: Vec<String>,
        /// What the most telling of them answered.
        #[source]
        source: Box<LwsError>,
    },
    /// The site's answer is outside the protocol. Nothing of it was used.
    #[error("{host} answered outside the protocol ({call}): {fault}")]
    Protocol {
        /// What was being done.
        call: Call,
        /// The host, with its port where that is not the usual one.
        host: String,
        /// Where it went wrong.
        fault: ProtocolFault,
    },
    /// The site's description of itself cannot be used.
    #[error("{0}")]
    Description(#[source] DescriptionError),
    /// The call would have gone to a URL that is not allowed; nothing was sent.
    #[error("{0}; nothing was sent")]
    Url(#[source] UrlError),
    /// The account did not sign; nothing was sent.
    #[error("the challenge was not signed: {0}")]
    Signer(#[source] SignerError),
    /// The payload contradicts itself; nothing was sent.
    #[error("{0}; nothing was sent")]
    Payload(#[source] PayloadError),
    /// Something on this machine keeps the call from being made: a file, its certificates, its proxy. See
    /// [`HttpError`] for what; one that is the line's or the site's has a variant of its own above.
    #[error(transparent)]
    Http(HttpError),
}

/// Whose move it is after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorClass {
    /// The site refused: change what is sent, or do without.
    Refused,
    /// The site has no account for this key: sign up.
    NoSuchUser,
    /// The site or the line is down: try again later.
    Unreachable,
    /// The site broke the protocol: nothing to be done on this side.
    Protocol,
    /// Something on this machine: the account, a file, the payload.
    Local,
}

impl LwsError {
    /// The error of a call that came to no answer.
    pub(crate) fn unanswered(call: Call, error: HttpError) -> Self {
        match error {
            HttpError::Unreachable { host, outage, .. } => {
                Self::Unreachable { call, host, outage, retry_after: None, said: None }
            }
            HttpError::Proxy { host, proxy, fault } => Self::Proxy { call, host, proxy, fault },
            HttpError::Url(error) => Self::Url(error),
            HttpError::MediaType { name } => Self::Payload(PayloadError::BadMediaType { name }),
            error => Self::Http(error),
        }
    }

    /// Whose move it is.
    pub fn class(&self) -> ErrorClass {
        match self {
            Self::Refused(_) | Self::TooLarge { .. } | Self::NotOffered { .. } => ErrorClass::Refused,
            Self::NoSuchUser => ErrorClass::NoSuchUser,
            Self::Unreachable { .. } | Self::Proxy { .. } => ErrorClass::Unreachable,
            Self::NoDescription { source, .. } => source.class(),
            Self::Protocol { .. } | Self::Description(_) | Self::Url(_) => ErrorClass::Protocol,
            Self::Signer(_) | Self::Payload(_) | Self::Http(_) => ErrorClass::Local,
        }
    }

    /// Whether the site may have done what it was asked to, though no usable answer came: an application that was sent
    /// and whose connection broke, or whose answer makes no sense, may have arrived. Such a thing is looked up at the
    /// site or put to the user, never sent again by itself. Any other call can be repeated without harm.
    pub fn is_outcome_unknown(&self) -> bool {
        let is_application =
            matches!(self, Self::Unreachable { call, .. } | Self::Protocol { call, .. } if *call == Call::Apply);
        is_application && self.may_have_arrived()
    }

    /// Whether the site may have received what this call sent: it did not say no, and the line held until then
    /// ([`Outage::may_have_arrived`]).
    pub fn may_have_arrived(&self) -> bool {
        match self {
            Self::Unreachable { outage, .. } => outage.may_have_arrived(),
            Self::Protocol { .. } => true,
            Self::Http(error) => error.may_have_arrived(),
            _ => false,
        }
    }

    /// Whether the site took the token, or the signature, for worthless (401).
    pub(crate) fn is_unauthorized(&self) -> bool {
        matches!(self, Self::Refused(refusal) if refusal.status == 401)
    }

    /// Whether the server answered, and said that it had failed (5xx).
    pub(crate) fn is_server_error(&self) -> bool {
        matches!(self, Self::Unreachable { outage: Outage::ServerError(_), .. })
    }

    /// Whether something else is there than JSON, such as a web page.
    pub(crate) fn is_not_json(&self) -> bool {
        matches!(self, Self::Protocol { fault: ProtocolFault::NotJson(_), .. })
    }

    /// Whether this is the answer of a server that has no such route (404 or 405).
    pub(crate) fn is_missing_route(&self) -> bool {
        matches!(self, Self::Refused(refusal) if is_missing_route(refusal.status))
    }
}

/// Whether a status says that the server has no such route.
pub(crate) fn is_missing_route(status: u16) -> bool {
    matches!(status, 404 | 405)
}

fn describe_too_large(call: Call, file: Option<&str>, with_files: bool, limit_bytes: Option<u64>) -> String {
    let most = match limit_bytes {
        Some(limit @ 0..1000) => format!(" of {limit} bytes at most"),
        Some(limit) => format!(" of {} kB at most", limit / 1000),
        None => String::new(),
    };
    match file {
        Some(name) => format!("the site refused the document {name} as too large; send a smaller one{most}"),
        None if with_files => format!("the site refused the documents as too large; send smaller ones{most}"),
        None => format!("the site refused the request ({call}) as too large, though no document went with it"),
    }
}

/// A site's own words, behind a sentence about it.
fn quoted(said: Option<&str>) -> String {
    said.map_or_else(String::new, |words| format!(": “{words}”"))
}

/// What follows from an outage, for the user.
fn describe_outage(call: Call, outage: Outage, retry_after: Option<Duration>) -> String {
    if matches!(outage, Outage::CutShort { .. }) {
        return "it does not have the documents whole, and may take none as large; send smaller ones, or try again later"
            .to_owned();
    }
    if call == Call::Apply && outage.may_have_arrived() {
        return "it may or may not have received the application, so do not send it again before that is known"
            .to_owned();
    }
    if call == Call::SignUp && outage.may_have_arrived() {
        return "it may or may not have what was sent; a login shows whether it took the sign-up".to_owned();
    }
    if let Some(remedy) = outage.remedy() {
        return remedy.to_owned();
    }
    let wait = retry_after.map_or_else(|| "later".to_owned(), |wait| format!("in {}, as it asks", wait_text(wait)));
    format!("nothing was lost, try again {wait}")
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;
    use std::io;

    use idw_http::TlsFault;

    use super::*;

    #[test]
    fn a_call_without_an_answer_keeps_its_words_its_class_and_its_cause() {
        let check = |error: HttpError, class: ErrorClass, arrived: bool, words: &str, cause: Option<&str>| {
            let error = LwsError::unanswered(Call::Response, error);
            assert_eq!((error.class(), error.may_have_arrived()), (class, arrived), "{error}");
            assert!(error.to_string().starts_with(words), "{error}");
            assert_eq!(error.source().map(ToString::to_string).as_deref(), cause, "{error}");
        };
        let host = || "rp.example".to_owned();
        let timeout = HttpError::Unreachable { host: host(), outage: Outage::Timeout, cut: None };
        check(
            timeout,
            ErrorClass::Unreachable,
            true,
            "rp.example took too long to answer (challenge response); nothing was lost, try again later",
            None,
        );
        let fault = ProxyFault::NotConnected;
        let proxy = ProxyName { address: "p.example".to_owned(), variable: "ALL_PROXY" };
        check(
            HttpError::Proxy { host: host(), proxy, fault },
            ErrorClass::Unreachable,
            false,
            "the proxy p.example (from ALL_PROXY) cannot be reached; rp.example was not reached (challenge response), and \
             nothing was sent",
            None,
        );
        check(
            HttpError::File { name: "a.png".to_owned(), source: io::Error::other("the disk is gone") },
            ErrorClass::Local,
            false,
            "the document a.png could not be read; the site did not get it whole",
            Some("the disk is gone"),
        );
        check(
            HttpError::MediaType { name: "a.png".to_owned() },
            ErrorClass::Local,
            false,
            "the document a.png has no usable media type; nothing was sent",
            Some("the document a.png has no usable media type"),
        );
        check(
            HttpError::Url(UrlError::Insecure { host: host() }),
            ErrorClass::Protocol,
            false,
            "rp.example would be reached without encryption",
            Some("rp.example would be reached without encryption; only https is used, or http on this computer"),
        );
    }

    #[test]
    fn what_an_outage_means_depends_on_what_was_sent() {
        let check = |call: Call, outage: Outage, unknown: bool| {
            let error =
                LwsError::Unreachable { call, host: "rp.example".to_owned(), outage, retry_after: None, said: None };
            assert_eq!(error.is_outcome_unknown(), unknown, "{error}");
            let is_harmless = !unknown && (call != Call::SignUp || outage == Outage::NotConnected);
            assert_eq!(error.to_string().contains("nothing was lost"), is_harmless, "{error}");
        };
        check(Call::Apply, Outage::Timeout, true);
        check(Call::Apply, Outage::Interrupted, true);
        check(Call::Apply, Outage::ServerError(502), true);
        check(Call::Apply, Outage::NotConnected, false);
        check(Call::Apply, Outage::Tls(TlsFault::Other), false);
        check(Call::Apply, Outage::ConnectTimeout, false);
        check(Call::KycFile, Outage::Interrupted, false);
        let cut_short = LwsError::Unreachable {
            call: Call::SignUp,
            host: "rp.example".to_owned(),
            outage: Outage::CutShort { sent: 2_150_000, total: 20_000_000 },
            retry_after: None,
            said: None,
        };
        assert!(!cut_short.may_have_arrived(), "half a request is none");
        assert!(cut_short.to_string().contains("after 2.1 MB of 20.0 MB had gone out (sign-up); it does not have"));
        check(Call::SignUp, Outage::ServerError(500), false);
        check(Call::SignUp, Outage::NotConnected, false);
    }

    #[test]
    fn too_large_blames_documents_only_where_there_were_any() {
        let check = |file: Option<&str>, with_files: bool, limit_bytes: Option<u64>, blames: bool| {
            let file = file.map(str::to_owned);
            let error = LwsError::TooLarge { call: Call::SignUp, file, with_files, limit_bytes };
            assert_eq!(error.to_string().contains("refused the document"), blames, "{error}");
            assert_eq!(error.to_string().contains("of 60 kB at most"), limit_bytes.is_some(), "{error}");
        };
        check(Some("a.png"), true, None, true);
        check(Some("a.png"), true, Some(60_000), true);
        check(None, true, Some(60_999), true);
        check(None, false, None, false);
    }
}
