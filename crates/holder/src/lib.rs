//! The one process that holds a vault for everybody who asks: the window, or `idw serve`.
//!
//! - [`Holder`]: what a shell that holds a vault keeps of it, and what it answers on the private socket;
//! - [`Client`]: the other side, for commands that find the vault held;
//! - [`EidServer`]: what relying parties of Auth eID call, on loopback;
//! - [`keep_connections`]: services of Auth eID on the network, whose requests it waits for;
//! - [`message`]: what the two say to each other, as JSON.
//!
//! The crate knows the wallet and the private socket, and no shell.

mod client;
mod connections;
mod eid;
mod explain;
mod fault;
mod handler;
mod holder;
pub mod message;
mod pauses;
#[cfg(test)]
#[cfg(unix)]
mod tests;

pub use client::{Client, ClientError, hand_in};
pub use connections::keep_connections;
pub use eid::{Eid, EidServer};
pub use explain::explain_link;
pub use fault::Fault;
pub use handler::Answering;
pub use holder::{Holder, HolderError};
