//! A client for "Login with SelfKey" (LWS): log in, sign up and apply for KYC at a relying party, in both dialects.
//!
//! The crate knows a [`Signer`], never a key or a vault: whoever calls it decides what is sent, and this crate sends
//! exactly that, to the hosts that [`SiteDescription::hosts`] names and to no other.
//!
//! - [`SiteDescription`]: what a relying party says of itself: endpoints, requirements, dialect;
//! - [`Client`] and [`Session`]: the calls, in the only order that compiles;
//! - [`Payload`]: attributes and files to send, encoded for the dialect on the way out;
//! - [`LwsError`]: what went wrong, and whose move it is ([`LwsError::class`]);
//! - [`Observer`] and [`Progress`]: each exchange with its secrets taken out, and each step.
//!
//! A server is never trusted: answers are read up to a limit within a time limit, redirects are not followed, plain
//! http goes to loopback only, what does not look like a nonce is not signed, and a token that names another key is
//! refused.

mod answer;
mod application;
mod auth;
mod challenge_path;
mod client;
mod clock;
mod companions;
mod description;
#[cfg(test)]
mod documents;
mod endpoint;
mod error;
mod flow;
mod kyc;
mod limits;
mod nonce;
mod numbers;
mod observe;
mod payload;
mod progress;
mod proxy;
mod reach;
mod recording;
mod redact;
mod requirement;
mod schema;
mod session;
mod shown;
mod signer;
mod subject;
mod tls;
mod token;
mod transport;
mod upload;
mod wallet_token;
mod wire;
mod words;

pub use application::{ApplicationAttribute, ApplicationDetail, ApplicationStatus, ApplicationSummary};
pub use challenge_path::ChallengePath;
pub use client::{Client, ClientOptions};
pub use description::{DescriptionError, Dialect, SiteDescription};
pub use endpoint::{Endpoint, UrlError};
pub use error::{Call, ErrorClass, FieldFault, LwsError, Outage, ProtocolFault, ProxyFault, Refusal, TlsFault};
pub use kyc::{Applied, Template, TemplateId, TemplateSummary};
pub use limits::Limits;
pub use nonce::{Nonce, NonceError};
pub use observe::{Exchange, Observer};
pub use payload::{FileBody, FileId, OutgoingAttribute, OutgoingFile, Payload, PayloadError};
pub use progress::{NoProgress, Progress, Step};
pub use reach::{Flow, Place, Places, Sight};
pub use requirement::RequestedAttribute;
pub use session::{Authenticated, Challenged, LoggedIn, Session, SignedUp, Start};
pub use signer::{Signer, SignerError};
pub use token::{TokenError, UserToken};
pub use wallet_token::WalletToken;
