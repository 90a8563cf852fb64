//! Services of Auth eID on the network: the wallet connects outwards, reads what is asked of its email, and sends what the user
//! decides. How the calls follow each other is in `docs/autheid.md`.
//!
//! - [`Wallet::connect_eid_service`](crate::Wallet::connect_eid_service): binds a key of this device to an email;
//! - [`EidConnection`]: what the process that holds the vault waits for requests with, also while the wallet is locked;
//! - `listing`: what a service lists, as requests in the vault and in the inbox; `rps`: the parties of these;
//! - `answer` and `deliver`: the user's yes on its way; `declines`: their no.

mod answer;
mod call;
mod client;
mod connect;
mod connection;
mod declines;
mod deliver;
mod error;
mod listing;
mod rps;
mod session;

pub use connect::{ConnectEidService, EidDisconnected};
pub use connection::EidConnection;
pub use error::{EidServiceError, RefusalWords, ServiceAddressFault, ServiceFault};
pub(crate) use listing::ListingFault;
pub use listing::{EidRefused, EidTaken};
pub use session::{EidListing, EidSession};

pub(super) use deliver::Sending;
