//! An answer that makes no sense.

use std::fmt;

use idw_http::BodyFault;

use crate::nonce::NonceError;
use crate::token::TokenError;

/// What a body is that is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotJson {
    /// Nothing.
    Empty,
    /// A web page.
    WebPage,
    /// It says that it is JSON, and cannot be read as such.
    Damaged,
    /// Anything else.
    Other,
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "empty",
            Self::WebPage => "a web page",
            Self::Damaged => "damaged",
            Self::Other => "something else",
        })
    }
}

/// Where an answer left the protocol. The answer's own bytes are never part of the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProtocolFault {
    /// The body is not JSON.
    #[error("it is not JSON but {0}")]
    NotJson(NotJson),
    /// The body is JSON, but not of the shape that is needed here.
    #[error("“{0}” is missing or of the wrong kind")]
    Missing(&'static str),
    /// The body was not read.
    #[error("{0}")]
    Body(#[source] BodyFault),
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
    #[error("its list has more than {0} entries, which is the most that the wallet takes")]
    TooMany(usize),
}
