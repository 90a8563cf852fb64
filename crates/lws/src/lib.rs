//! A client for "Login with SelfKey" (LWS): log in, sign up and apply for KYC at a relying party, in both dialects.
//!
//! The crate knows a [`Signer`], never a key or a vault: whoever calls it decides what is sent, and this crate sends
//! exactly that, to the hosts that [`SiteDescription::hosts`] names and to no other.
//!
//! - [`SiteDescription`]: what a relying party says of itself: endpoints, requirements, dialect;
//! - [`Client`] and [`Session`]: the calls, in the only order that compiles;
//! - [`Payload`]: attributes and files to send, encoded for the dialect on the way out;
//! - [`LwsError`]: what went wrong, and whose move it is ([`LwsError::class`]);
//! - [`Progress`]: each step; [`idw_http::Observer`]: each exchange with its secrets taken out.
//!
//! Bytes travel by [`idw_http`], which knows nothing of this protocol and trusts no server. Nor does this crate: what does
//! not look like a nonce is not signed, and a token that names another key is refused.

mod answer;
mod application;
mod auth;
mod challenge_path;
mod client;
mod clock;
mod companions;
mod description;
mod disclosure;
#[cfg(test)]
mod documents;
mod endpoint;
mod error;
mod exchange;
mod flow;
mod kyc;
mod limits;
mod log_in;
mod nonce;
mod numbers;
mod payload;
mod progress;
mod reach;
mod requirement;
mod schema;
mod session;
mod sign_up;
mod signer;
mod subject;
mod token;
mod wallet_token;
mod wire;
mod words;

pub use application::{ApplicationAttribute, ApplicationDetail, ApplicationStatus, ApplicationSummary};
pub use challenge_path::ChallengePath;
pub use client::{Client, ClientOptions};
pub use description::{DescriptionError, Dialect, SiteDescription};
pub use endpoint::Endpoint;
pub use error::{Call, ErrorClass, FieldFault, LwsError, NotJson, ProtocolFault, Refusal};
pub use idw_http::{FileBody, HttpError, Limits, Outage, OutgoingFile, ProxyFault, ProxyName, TlsFault, UrlError};
pub use kyc::{Applied, Template, TemplateId, TemplateSummary};
pub use log_in::LoggedIn;
pub use nonce::{Nonce, NonceError};
pub use payload::{FileId, OutgoingAttribute, Payload, PayloadError};
pub use progress::{NoProgress, Progress, Step};
pub use reach::{Flow, Place, Places, Sight};
pub use requirement::RequestedAttribute;
pub use session::{Authenticated, Challenged, Session, Start};
pub use sign_up::SignedUp;
pub use signer::{Signer, SignerError};
pub use token::{TokenError, UserToken};
pub use wallet_token::WalletToken;
