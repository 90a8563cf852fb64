//! Consent: what a site would get, shown before anything leaves, and the user's yes.
//!
//! [`Wallet::propose`](crate::Wallet::propose) makes a [`Proposal`], the user reads its view, and
//! [`Proposal::approve`] turns it into an [`Approved`]: the only thing that
//! [`Wallet::disclose`](crate::Wallet::disclose) takes, and that nothing else can make.

mod approve;
mod items;
mod propose;
mod refused;
mod views;

pub use approve::{ApproveError, Approved, ItemChoice, Selection};
pub use propose::{Intent, Proposal, ProposeError};
pub use views::TooLargeFile;

pub(crate) use approve::Chosen;
pub(crate) use propose::{Asked, Place, known_dialect};
pub(crate) use refused::RefusedValue;
