//! HTTP for every protocol of the wallet: the one crate that names an HTTP library.
//!
//! A protocol crate says what to send and what its answers mean. How bytes travel is decided here, once: a peer is never
//! trusted, so answers are read up to a limit within a time limit, redirects are not followed, plain http goes to this
//! machine only, certificates are always verified, and there are no cookies.
//!
//! - [`Transport`]: makes exchanges, each from a [`Request`] to an [`Answer`];
//! - [`Body`] and [`Form`]: what a request carries; an [`OutgoingFile`] is read in pieces, never whole in memory;
//! - [`Credentials`]: what it proves itself with; [`Repeat`]: whether it may go out a second time;
//! - [`HttpError`]: why there is no answer, and whether anything may have arrived ([`HttpError::may_have_arrived`]);
//!   [`Outage`], [`TlsFault`] and [`ProxyFault`] say more, [`Cut`] whether a request can be made again;
//! - [`BodyFault`]: why an answer's body was not read;
//! - [`check_url`] and [`UrlError`]: which addresses may be called at all;
//! - [`Limits`]: what a server may cost, in time and bytes;
//! - [`shown_text`]: a server's words, made fit to be shown;
//! - [`Observer`] and [`Exchange`]: each exchange as far as its protocol's [`Disclosure`] lets it be shown. Without one that
//!   is the method, the host and the status;
//! - [`HttpArchive`]: what an observer heard, as a document that browsers' developer tools open (HAR 1.2).

mod address;
mod answer;
mod archive;
mod body;
mod clock;
mod connection;
mod credentials;
mod disclosure;
mod error;
mod file;
mod limits;
mod observe;
mod outage;
mod proxy;
mod recording;
mod shown;
mod tls;
mod transport;
mod upload;

pub use address::{UrlError, check_url, is_loopback, is_this_machine, shown_host, without_fragment};
pub use answer::Answer;
pub use archive::HttpArchive;
pub use body::{Body, Form};
pub use clock::now;
pub use connection::Cut;
pub use credentials::Credentials;
pub use disclosure::{Disclosure, ShownBody, ShownHeaders, ShownPath, ShownQuery};
pub use error::{BodyFault, HttpError};
pub use file::{FileBody, OutgoingFile, is_media_type};
pub use http::Method;
pub use limits::Limits;
pub use observe::{Exchange, Observer};
pub use outage::{Outage, ProxyFault, ProxyName, TlsFault};
pub use proxy::ProxyAddressFault;
pub use shown::shown_text;
pub use transport::{Repeat, Request, Transport, TransportOptions};
