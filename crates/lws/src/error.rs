//! What can go wrong, and whose move it is.

use std::fmt;
use std::io;
use std::time::Duration;

use crate::description::DescriptionError;
use crate::endpoint::UrlError;
use crate::nonce::NonceError;
use crate::payload::PayloadError;
use crate::signer::SignerError;
use crate::token::TokenError;

/// Why a call to a relying party did not succeed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
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
    #[error("{host} {outage} ({call}); {}", describe_outage(*call, *outage, *retry_after))]
    Unreachable {
        /// What was being done.
        call: Call,
        /// The host, with its port where that is not the usual one.
        host: String,
        /// What kind of failure.
        outage: Outage,
        /// How long the site asks to wait before the next try (`Retry-After`).
        retry_after: Option<Duration>,
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
    /// A file could not be read, or is not as long as the payload says.
    #[error("the document {name} could not be read; the site did not get it whole")]
    File {
        /// The file's name, as the payload has it.
        name: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The payload contradicts itself; nothing was sent.
    #[error("{0}; nothing was sent")]
    Payload(#[source] PayloadError),
    /// The HTTP client could not be set up, for instance for want of root certificates.
    #[error("secure connections cannot be set up on this machine")]
    Setup(#[source] Box<dyn std::error::Error + Send + Sync>),
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
    /// Whose move it is.
    pub fn class(&self) -> ErrorClass {
        match self {
            Self::Refused(_) | Self::TooLarge { .. } | Self::NotOffered { .. } => ErrorClass::Refused,
            Self::NoSuchUser => ErrorClass::NoSuchUser,
            Self::Unreachable { .. } => ErrorClass::Unreachable,
            Self::Protocol { .. } | Self::Description(_) | Self::Url(_) => ErrorClass::Protocol,
            Self::Signer(_) | Self::File { .. } | Self::Payload(_) | Self::Setup(_) => ErrorClass::Local,
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

    /// Whether the site may have received what this call sent: it did not say no, and the line held until then.
    pub fn may_have_arrived(&self) -> bool {
        match self {
            Self::Unreachable { outage, .. } => outage.is_after_sending(),
            Self::Protocol { .. } => true,
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

    /// Whether this is the answer of a server that has no such route (404 or 405).
    pub(crate) fn is_missing_route(&self) -> bool {
        matches!(self, Self::Refused(refusal) if is_missing_route(refusal.status))
    }
}

/// Whether a status says that the server has no such route.
pub(crate) fn is_missing_route(status: u16) -> bool {
    matches!(status, 404 | 405)
}

/// What the wallet was doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Call {
    /// Fetching the site's description.
    Description,
    /// `GET /auth/challenge`.
    Challenge,
    /// `POST /auth/challenge`.
    Response,
    /// `POST /users/file`.
    UserFile,
    /// `POST /users`.
    SignUp,
    /// `GET /auth/token` or `GET /users/token`.
    UserToken,
    /// `POST /login`.
    LogIn,
    /// `GET /templates`.
    Templates,
    /// `GET /templates/{id}`.
    Template,
    /// `POST /files`.
    KycFile,
    /// `POST /applications`.
    Apply,
    /// Fetching a schema of the site's own.
    Schema,
    /// `GET /applications`.
    Applications,
    /// `GET /applications/{id}`.
    Application,
    /// `PATCH /applications/{id}`.
    Update,
    /// Cancelling an application.
    Cancel,
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Description => "site description",
            Self::Challenge => "challenge",
            Self::Response => "challenge response",
            Self::UserFile | Self::KycFile => "file upload",
            Self::SignUp => "sign-up",
            Self::UserToken => "user token",
            Self::LogIn => "login",
            Self::Templates => "list of KYC templates",
            Self::Template => "KYC template",
            Self::Apply => "KYC application",
            Self::Schema => "schema of an attribute",
            Self::Applications => "list of KYC applications",
            Self::Application => "state of a KYC application",
            Self::Update => "addition to a KYC application",
            Self::Cancel => "cancelling a KYC application",
        })
    }
}

/// How a site refused (lws.md §7). Its texts are bounded and free of control characters, but they are still the
/// site's words: show them as a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// What was being done.
    pub call: Call,
    /// The HTTP status, 400 to 499.
    pub status: u16,
    /// The site's code, such as `token_invalid`.
    pub code: Option<String>,
    /// The site's message.
    pub message: Option<String>,
    /// Which attributes or files are at fault.
    pub fields: Vec<FieldFault>,
    /// The file that was being sent, if any.
    pub file: Option<String>,
    /// How long the site asks to wait before the next try (`Retry-After`).
    pub retry_after: Option<Duration>,
}

/// One attribute or file that a site found at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldFault {
    /// The attribute's id, schema or path, where the site gave one.
    pub field: Option<String>,
    /// What is wrong with it, in the site's words.
    pub message: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the site refused ({}, status {}", self.call, self.status)?;
        if let Some(code) = &self.code {
            write!(f, ", {code}")?;
        }
        f.write_str(")")?;
        if let Some(file) = &self.file {
            write!(f, " for {file}")?;
        }
        if let Some(message) = &self.message {
            write!(f, ": “{message}”")?;
        }
        for fault in &self.fields {
            match &fault.field {
                Some(field) => write!(f, "; {field}: “{}”", fault.message)?,
                None => write!(f, "; “{}”", fault.message)?,
            }
        }
        match self.retry_after {
            Some(wait) => write!(f, "; it asks to come back in {}", wait_text(wait)),
            None => Ok(()),
        }
    }
}

/// Why a site cannot be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outage {
    /// Its name is not known.
    UnknownHost,
    /// No connection: nothing listens there, or the network is down.
    NotConnected,
    /// Its certificate or its TLS is not in order.
    Tls,
    /// It took too long.
    Timeout,
    /// The connection broke, or what came was not HTTP.
    Interrupted,
    /// It failed, with this status (500 to 599).
    ServerError(u16),
}

impl Outage {
    /// Whether the request may have reached the server before things went wrong.
    fn is_after_sending(self) -> bool {
        match self {
            Self::UnknownHost | Self::NotConnected | Self::Tls => false,
            Self::Timeout | Self::Interrupted | Self::ServerError(_) => true,
        }
    }
}

impl fmt::Display for Outage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownHost => f.write_str("is not known to the name service"),
            Self::NotConnected => f.write_str("does not accept connections"),
            Self::Tls => f.write_str("has no secure connection that can be trusted"),
            Self::Timeout => f.write_str("took too long to answer"),
            Self::Interrupted => f.write_str("broke the connection off"),
            Self::ServerError(status) => write!(f, "failed with status {status}"),
        }
    }
}

/// Where an answer left the protocol. The answer's own bytes are never part of the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProtocolFault {
    /// The body is not JSON.
    #[error("it is not JSON but {0}")]
    NotJson(&'static str),
    /// The body is JSON, but not of the shape that is needed here.
    #[error("“{0}” is missing or of the wrong kind")]
    Missing(&'static str),
    /// The body is longer than the limit.
    #[error("it is longer than {limit_bytes} bytes")]
    TooLong {
        /// The limit.
        limit_bytes: usize,
    },
    /// The body is compressed, which was not asked for.
    #[error("it is compressed, which was not asked for")]
    Compressed,
    /// A redirect. Redirects are not followed: they could lead a token to a stranger.
    #[error("it redirects (status {status}), which is not followed")]
    Redirect {
        /// The status, 300 to 399.
        status: u16,
    },
    /// A status that HTTP does not know.
    #[error("its status {0} means nothing here")]
    Status(u16),
    /// The token cannot be used.
    #[error("{0}")]
    Token(#[source] TokenError),
    /// What it wants signed is no nonce.
    #[error("{0}; nothing was signed")]
    Nonce(#[source] NonceError),
    /// The address that the browser should open is not an http or https URL.
    #[error("the address it sends the browser to cannot be opened safely")]
    BadRedirect,
    /// Too many entries in a list.
    #[error("its list has more than {0} entries")]
    TooMany(usize),
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

/// What follows from an outage, for the user.
fn describe_outage(call: Call, outage: Outage, retry_after: Option<Duration>) -> String {
    if call == Call::Apply && outage.is_after_sending() {
        return "it may or may not have received the application, so do not send it again before that is known"
            .to_owned();
    }
    let wait = retry_after.map_or_else(|| "later".to_owned(), |wait| format!("in {}, as it asks", wait_text(wait)));
    format!("nothing was lost, try again {wait}")
}

/// A time to wait as people say it, rounded up.
fn wait_text(wait: Duration) -> String {
    let seconds = wait.as_secs();
    match seconds {
        0..=119 => format!("{seconds} s"),
        120..=7_199 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h", seconds.div_ceil(3600)),
    }
}

/// A text from a relying party, made fit to be shown: no control or direction-changing characters, whitespace
/// collapsed, cut to `max` characters. `None` when nothing is left.
pub(crate) fn shown_text(text: &str, max: usize) -> Option<String> {
    let mut shown = String::new();
    let mut length = 0;
    let mut pending_space = false;
    for character in text.chars() {
        if character.is_whitespace() || character.is_control() {
            pending_space = length > 0;
        } else if !is_invisible(character) {
            if length >= max {
                shown.push('…');
                break;
            }
            if std::mem::take(&mut pending_space) {
                shown.push(' ');
            }
            shown.push(character);
            length += 1;
        }
    }
    (!shown.is_empty()).then_some(shown)
}

/// Characters that show nothing, or that turn the direction of what follows.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_outage_means_depends_on_what_was_sent() {
        let check = |call: Call, outage: Outage, unknown: bool| {
            let error = LwsError::Unreachable { call, host: "rp.example".to_owned(), outage, retry_after: None };
            assert_eq!(error.is_outcome_unknown(), unknown, "{error}");
            assert_eq!(error.to_string().contains("nothing was lost"), !unknown, "{error}");
        };
        check(Call::Apply, Outage::Timeout, true);
        check(Call::Apply, Outage::Interrupted, true);
        check(Call::Apply, Outage::ServerError(502), true);
        check(Call::Apply, Outage::NotConnected, false);
        check(Call::Apply, Outage::Tls, false);
        check(Call::KycFile, Outage::Interrupted, false);
        check(Call::SignUp, Outage::ServerError(500), false);
    }

    #[test]
    fn waits_are_told_as_people_say_them() {
        let check = |seconds: u64, expected: &str| assert_eq!(wait_text(Duration::from_secs(seconds)), expected);
        check(30, "30 s");
        check(119, "119 s");
        check(121, "3 min");
        check(7_200, "2 h");
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

    #[test]
    fn texts_of_others_are_made_fit_to_be_shown() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(shown_text(text, 12).as_deref(), expected, "{text:?}");
        };
        check("no", Some("no"));
        check("  two \r\n\t words ", Some("two words"));
        check("\u{1b}[31mred", Some("[31mred"));
        check("a\u{202e}b\u{200b}c", Some("abc"));
        check("abcdefghijklm", Some("abcdefghijkl…"));
        check("ääääääääääää", Some("ääääääääääää"));
        check(" \u{0} ", None);
        check("", None);
    }
}
