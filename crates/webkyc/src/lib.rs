//! The client of identity-check providers, in both dialects: Web KYC and its successor, Web IDV.
//!
//! The user proves their identity to a provider in the browser: a live picture, a scan of a document. The provider then sends
//! the browser back to this machine with a code, and for the code the provider tells what it read off the document.
//!
//! - [`Provider`]: who checks, in which [`Dialect`], and where it answers; [`RedirectUri`] and [`ListenAt`]: where the
//!   browser comes back to; [`ClientSecret`]: what the provider knows its client by;
//! - [`Client::begin`]: listens, and gives the address to open in the browser; [`Waiting::returned`]: waits until the
//!   browser is back, and gives the [`Code`];
//! - [`Client::fetch`]: spends the code, once, and gives what was [`Checked`]: [`CheckedDocument`]s and [`Picture`]s;
//! - [`WebKycError`]: what went wrong, and whether the code may be spent ([`WebKycError::may_be_spent`]).
//!
//! Nothing of an answer is believed here: texts come as they came, bounded in length, and pictures as bytes of any kind.
//! Whoever calls this crate cleans and judges them. Bytes travel to the provider by [`idw_http`]. What comes from the browser
//! is read by a server for one request (`listener`), which accepts nothing but the return of the attempt that waits.

mod call;
mod checked;
mod client;
mod code;
mod error;
mod limits;
mod listener;
mod page;
mod provider;
mod query;
mod read;
mod redirect;
mod secret;
mod visit;
mod waiting;

pub use call::Call;
pub use checked::{Checked, CheckedDocument, Picture};
pub use client::Client;
pub use code::Code;
pub use error::{Oddity, SettingFault, WebKycError};
pub use idw_http::{HttpError, Limits, Observer, TransportOptions, UrlError};
pub use provider::{Dialect, Provider, WEB_IDV_API, WEB_KYC_API, WEB_KYC_AUTHORIZE};
pub use redirect::{AddressError, ListenAt, RedirectUri};
pub use secret::{ClientSecret, SecretError};
pub use waiting::Waiting;
