//! "Login with SelfKey": sites that the user logs in to, signs up at, and applies at for KYC.

mod applications;
mod deliver;
mod fault;
mod payload;
mod progress;
mod propose;
mod signer;
mod target;
mod tokens;
mod upload;
mod visit;

pub use applications::{ApplicationError, ResumeChoice};

use deliver::{SiteDelivery, Task};
use fault::{RunError, fault};
use payload::{Prepared, payload, prepare};
use progress::watched;
use upload::{ids, upload};
use visit::Visit;

/// The protocol.
pub(crate) struct Lws;
