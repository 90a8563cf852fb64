//! Answers broken on purpose, to see what a client makes of them.
//!
//! A layer around the endpoints: the endpoints themselves know nothing of it. `GET /config` is left alone, so that
//! a wallet can be told of the site before anything goes wrong.

mod bodies;
mod inject;
mod json;
mod tokens;

use std::fmt;
use std::str::FromStr;

pub(crate) use self::inject::inject;

/// One way of breaking answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// An answer after two minutes.
    Slow,
    /// Status line and headers come a byte every half second.
    SlowHeaders,
    /// Headers at once, then the body a byte every half second.
    SlowBody,
    /// The connection ends without an answer.
    HangUp,
    /// The connection ends in the middle of the answer.
    Reset,
    /// The connection is reset in the middle of an upload.
    ResetUpload,
    /// An upload is read to its middle and never answered.
    StalledUpload,
    /// An answer with 512 headers of 1 KiB each.
    HugeHeaders,
    /// JSON that does not end, as fast as it is read.
    EndlessBody,
    /// JSON of 64 MiB, without saying so first.
    Oversized,
    /// Half a megabyte of gzip that becomes 512 MiB of JSON.
    GzipBomb,
    /// A web page instead of JSON.
    Html,
    /// JSON that says it is plain text.
    WrongType,
    /// Status 200 and nothing.
    EmptyBody,
    /// The JSON value null.
    NullBody,
    /// The JSON in an envelope that nobody agreed on.
    OtherShape,
    /// The first half of the JSON.
    TruncatedJson,
    /// A comment of HTML behind the JSON.
    TrailingBytes,
    /// JSON with arrays 100,000 deep in front.
    DeepJson,
    /// JSON with every key twice, the second time with another value.
    DuplicateKeys,
    /// Numbers of 400 digits in JSON, of 39 digits in tokens.
    HugeNumbers,
    /// JSON with bytes that are not UTF-8.
    NonUtf8,
    /// A byte order mark in front of the JSON.
    ByteOrderMark,
    /// Status 500.
    ServerError,
    /// Sign-ups, files and applications are taken, and answered with status 500.
    ErrorAfterSuccess,
    /// Status 503 with Retry-After.
    Unavailable,
    /// Status 429 with Retry-After.
    TooManyRequests,
    /// Every upload is too large.
    TooLarge,
    /// Status 403.
    Forbidden,
    /// Every wallet token is refused as expired, however fresh.
    UnauthorizedLoop,
    /// A redirect to another site.
    Redirect,
    /// A redirect to the same address.
    RedirectLoop,
    /// Tokens that are none.
    NotAToken,
    /// Tokens whose header says that nothing signs them.
    UnsignedToken,
    /// Both tokens expired long ago.
    ExpiredToken,
    /// Both tokens become valid in ten years.
    FutureToken,
    /// Tokens that do not say when they expire.
    NoExpiry,
    /// The wallet token names nobody.
    NoSubject,
    /// The wallet token names another key.
    WrongSubject,
    /// The wallet token names somebody by a method of its own.
    ForeignSubject,
    /// Tokens with every claim twice, the second time with another value.
    DuplicateClaims,
    /// The text to sign is a sign-in message for another site.
    BadNonce,
    /// A text of 4 MiB to sign.
    HugeNonce,
    /// A text of three characters to sign.
    ShortNonce,
    /// A challenge without a text to sign.
    NoNonce,
    /// A number to sign.
    NumberNonce,
    /// No wallet has an account, whatever signed up.
    NoAccount,
    /// A login leads the browser to javascript:.
    RedirectToScript,
    /// A login leads the browser to a file of the machine.
    RedirectToFile,
    /// A login leads the browser to another site.
    RedirectElsewhere,
    /// Line breaks, quotes and headers in the names and ids of templates.
    InjectedNames,
    /// Escape sequences and reversed text in the names of templates.
    ControlNames,
    /// Templates that ask for 5,000 attributes.
    GreedyTemplate,
    /// Templates that are listed and cannot be read.
    TemplateGone,
    /// Files and applications take a little longer.
    SlowKyc,
    /// An upload is taken, and the connection ends before the answer.
    FileLost,
    /// An application is taken, and the connection ends before the answer.
    ApplyLost,
}

/// What a fault breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultClass {
    /// How bytes come, or do not.
    Connection,
    /// What an answer's body is.
    Body,
    /// What an answer's status says.
    Status,
    /// Challenge and wallet tokens.
    Token,
    /// The text that is to be signed.
    Nonce,
    /// A well-formed answer that means harm, or comes at a bad time.
    Flow,
}

struct Row {
    fault: Fault,
    name: &'static str,
    class: FaultClass,
    description: &'static str,
}

const fn row(fault: Fault, name: &'static str, class: FaultClass, description: &'static str) -> Row {
    Row { fault, name, class, description }
}

/// Each fault once, by class.
const ROWS: &[Row] = &[
    row(Fault::Slow, "slow", FaultClass::Connection, "an answer after two minutes"),
    row(
        Fault::SlowHeaders,
        "slow-headers",
        FaultClass::Connection,
        "status line and headers come a byte every half second",
    ),
    row(
        Fault::SlowBody,
        "slow-body",
        FaultClass::Connection,
        "headers at once, then the body a byte every half second",
    ),
    row(Fault::HangUp, "hang-up", FaultClass::Connection, "the connection ends without an answer"),
    row(Fault::Reset, "reset", FaultClass::Connection, "the connection ends in the middle of the answer"),
    row(
        Fault::ResetUpload,
        "reset-upload",
        FaultClass::Connection,
        "the connection is reset in the middle of an upload",
    ),
    row(
        Fault::StalledUpload,
        "stalled-upload",
        FaultClass::Connection,
        "an upload is read to its middle and never answered",
    ),
    row(Fault::HugeHeaders, "huge-headers", FaultClass::Connection, "an answer with 512 headers of 1 KiB each"),
    row(Fault::EndlessBody, "endless-body", FaultClass::Body, "JSON that does not end, as fast as it is read"),
    row(Fault::Oversized, "oversized", FaultClass::Body, "JSON of 64 MiB, without saying so first"),
    row(Fault::GzipBomb, "gzip-bomb", FaultClass::Body, "a megabyte of gzip that becomes 256 MiB of JSON"),
    row(Fault::Html, "html", FaultClass::Body, "a web page instead of JSON"),
    row(Fault::WrongType, "wrong-type", FaultClass::Body, "JSON that says it is plain text"),
    row(Fault::EmptyBody, "empty-body", FaultClass::Body, "status 200 and nothing"),
    row(Fault::NullBody, "null-body", FaultClass::Body, "the JSON value null"),
    row(Fault::OtherShape, "other-shape", FaultClass::Body, "the JSON in an envelope that nobody agreed on"),
    row(Fault::TruncatedJson, "truncated-json", FaultClass::Body, "the first half of the JSON"),
    row(Fault::TrailingBytes, "trailing-bytes", FaultClass::Body, "a comment of HTML behind the JSON"),
    row(Fault::DeepJson, "deep-json", FaultClass::Body, "JSON with arrays 100,000 deep in front"),
    row(
        Fault::DuplicateKeys,
        "duplicate-keys",
        FaultClass::Body,
        "JSON with every key twice, the second time with another value",
    ),
    row(Fault::HugeNumbers, "huge-numbers", FaultClass::Body, "numbers of 400 digits in JSON, of 39 digits in tokens"),
    row(Fault::NonUtf8, "non-utf8", FaultClass::Body, "JSON with bytes that are not UTF-8"),
    row(Fault::ByteOrderMark, "byte-order-mark", FaultClass::Body, "a byte order mark in front of the JSON"),
    row(Fault::ServerError, "500", FaultClass::Status, "status 500"),
    row(
        Fault::ErrorAfterSuccess,
        "500-after-success",
        FaultClass::Status,
        "sign-ups, files and applications are taken, and answered with status 500",
    ),
    row(Fault::Unavailable, "503", FaultClass::Status, "status 503 with Retry-After"),
    row(Fault::TooManyRequests, "429", FaultClass::Status, "status 429 with Retry-After"),
    row(Fault::TooLarge, "413", FaultClass::Status, "every upload is too large"),
    row(Fault::Forbidden, "403", FaultClass::Status, "status 403"),
    row(
        Fault::UnauthorizedLoop,
        "401-loop",
        FaultClass::Status,
        "every wallet token is refused as expired, however fresh",
    ),
    row(Fault::Redirect, "redirect", FaultClass::Status, "a redirect to another site"),
    row(Fault::RedirectLoop, "redirect-loop", FaultClass::Status, "a redirect to the same address"),
    row(Fault::NotAToken, "not-a-token", FaultClass::Token, "tokens that are none"),
    row(Fault::UnsignedToken, "unsigned-token", FaultClass::Token, "tokens whose header says that nothing signs them"),
    row(Fault::ExpiredToken, "expired-token", FaultClass::Token, "both tokens expired long ago"),
    row(Fault::FutureToken, "future-token", FaultClass::Token, "both tokens become valid in ten years"),
    row(Fault::NoExpiry, "no-expiry", FaultClass::Token, "tokens that do not say when they expire"),
    row(Fault::NoSubject, "no-subject", FaultClass::Token, "the wallet token names nobody"),
    row(Fault::WrongSubject, "wrong-subject", FaultClass::Token, "the wallet token names another key"),
    row(
        Fault::ForeignSubject,
        "foreign-subject",
        FaultClass::Token,
        "the wallet token names somebody by a method of its own",
    ),
    row(
        Fault::DuplicateClaims,
        "duplicate-claims",
        FaultClass::Token,
        "tokens with every claim twice, the second time with another value",
    ),
    row(Fault::BadNonce, "bad-nonce", FaultClass::Nonce, "the text to sign is a sign-in message for another site"),
    row(Fault::HugeNonce, "huge-nonce", FaultClass::Nonce, "a text of 4 MiB to sign"),
    row(Fault::ShortNonce, "short-nonce", FaultClass::Nonce, "a text of three characters to sign"),
    row(Fault::NoNonce, "no-nonce", FaultClass::Nonce, "a challenge without a text to sign"),
    row(Fault::NumberNonce, "number-nonce", FaultClass::Nonce, "a number to sign"),
    row(Fault::NoAccount, "no-account", FaultClass::Flow, "no wallet has an account, whatever signed up"),
    row(Fault::RedirectToScript, "redirect-script", FaultClass::Flow, "a login leads the browser to javascript:"),
    row(Fault::RedirectToFile, "redirect-file", FaultClass::Flow, "a login leads the browser to a file of the machine"),
    row(Fault::RedirectElsewhere, "redirect-elsewhere", FaultClass::Flow, "a login leads the browser to another site"),
    row(
        Fault::InjectedNames,
        "injected-names",
        FaultClass::Flow,
        "line breaks, quotes and headers in the names and ids of templates",
    ),
    row(
        Fault::ControlNames,
        "control-names",
        FaultClass::Flow,
        "escape sequences and reversed text in the names of templates",
    ),
    row(Fault::GreedyTemplate, "greedy-template", FaultClass::Flow, "templates that ask for 5,000 attributes"),
    row(Fault::TemplateGone, "template-gone", FaultClass::Flow, "templates that are listed and cannot be read"),
    row(Fault::SlowKyc, "slow-kyc", FaultClass::Flow, "files and applications take a little longer"),
    row(
        Fault::FileLost,
        "file-lost",
        FaultClass::Flow,
        "an upload is taken, and the connection ends before the answer",
    ),
    row(
        Fault::ApplyLost,
        "apply-lost",
        FaultClass::Flow,
        "an application is taken, and the connection ends before the answer",
    ),
];

impl Fault {
    /// All of them, by class.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| row.fault)
    }

    /// What the command line calls it.
    pub fn name(self) -> &'static str {
        self.row().map_or("unknown", |row| row.name)
    }

    /// What it breaks.
    pub fn class(self) -> FaultClass {
        self.row().map_or(FaultClass::Flow, |row| row.class)
    }

    /// What happens, in a sentence without its full stop.
    pub fn description(self) -> &'static str {
        self.row().map_or("", |row| row.description)
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.fault == self)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for FaultClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connection => "connection",
            Self::Body => "body",
            Self::Status => "status",
            Self::Token => "token",
            Self::Nonce => "text to sign",
            Self::Flow => "flow",
        })
    }
}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        Self::all().find(|fault| fault.name() == text).ok_or_else(|| UnknownFault(text.to_owned()))
    }
}

/// The text names no fault.
#[derive(Debug, thiserror::Error)]
#[error("there is no fault {0:?}")]
pub struct UnknownFault(String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for fault in Fault::all() {
            assert_eq!(fault.name().parse::<Fault>().unwrap(), fault);
            assert_eq!(fault.to_string(), fault.name());
            assert!(!fault.description().is_empty());
        }
        assert!("none".parse::<Fault>().is_err());
        assert_eq!(Fault::all().count(), 57, "a fault is in the table");
    }
}
