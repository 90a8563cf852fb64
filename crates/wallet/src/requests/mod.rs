//! The one road: somebody asks, the user sees it and answers, and exactly that is delivered.
//!
//! A protocol makes a [`Request`] and a [`Delivery`]; [`Wallet::match_request`](crate::Wallet::match_request) matches it with
//! what the wallet holds and makes a [`Proposal`]; the user reads its view, and [`Proposal::approve`] turns it into an
//! [`Approved`]: the only thing that [`Wallet::disclose`](crate::Wallet::disclose) takes, and that nothing else can make.
//!
//! Nothing in this folder names a protocol, and a test holds that.

mod approval;
mod delivery;
mod digest;
mod error;
mod inbox;
mod matching;
mod progress;
mod proposal;
mod refused;
mod request;
mod want;

pub use approval::{ApproveError, Approved, Choice, Selection};
pub use delivery::MadeFile;
pub use digest::DigestError;
pub use error::{DiscloseError, FittingWant, ProposeError};
pub use inbox::{InboxError, Incoming, MOST_REQUESTS, StoredAnswer};
pub use progress::Progress;
pub use proposal::Proposal;
pub use want::WantId;

pub(crate) use approval::Chosen;
pub(crate) use delivery::{Agreed, Deliver, Delivered, Delivery, Dispatch, Ended, Sending, Undelivered};
pub(crate) use inbox::{Answering, answerable};
pub(crate) use progress::{OnProgress, step};
pub(crate) use refused::RefusedValue;
pub(crate) use request::{Compared, Party, Request};
pub(crate) use want::{Need, Want};

pub(crate) use crate::{fault::PartyFault, recipient::Recipient};
