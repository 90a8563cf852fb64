//! The private socket: carries bytes between the processes of one user on one machine.
//!
//! The process that holds a vault listens; commands and a second start of the window connect. A client that has the
//! vault's link key proves it, has the holder prove the same, and all that they say is sealed. A client without the key
//! can hand something in, which is told apart.
//!
//! Nothing here knows what the messages mean. `docs/architecture.md` has the bytes.
//!
//! ```no_run
//! # async fn example(key: idw_link::LinkKey, same_key: idw_link::LinkKey) -> Result<(), idw_link::LinkError> {
//! use idw_link::{Connection, Handler, HolderKind, Listener, Place, Replies, UnderProcessLock};
//!
//! struct Echo;
//!
//! impl Handler for Echo {
//!     async fn proven(&self, message: Vec<u8>, replies: Replies<'_>) {
//!         let _ = replies.answer(&message).await; // the client may be gone
//!     }
//!
//!     async fn unproven(&self, _message: Vec<u8>, replies: Replies<'_>) {
//!         let _ = replies.answer(b"thank you").await;
//!     }
//! }
//!
//! let place = Place::from_environment("/home/ada/vault".as_ref())?;
//! let _listener = Listener::bind(&place, UnderProcessLock, HolderKind::Serve, Some(key), Echo)?;
//! let mut connection = Connection::proven(&place, &same_key).await?;
//! assert_eq!(connection.call(b"hello").await?, b"hello");
//! # Ok(())
//! # }
//! ```

mod attempts;
mod clock;
mod connection;
mod error;
mod frame;
#[cfg(fuzzing)]
pub mod fuzz;
mod handler;
mod hello;
mod listener;
mod place;
mod proof;
mod room;
mod serve;
#[cfg_attr(unix, path = "socket/unix.rs")]
#[cfg_attr(not(unix), path = "socket/none.rs")]
mod socket;
#[cfg(test)]
#[cfg(unix)]
mod tests;

pub use connection::Connection;
pub use error::{Fault, LinkError, NotOurs, Refused};
pub use frame::{MOST_PROVEN_BYTES, MOST_UNPROVEN_BYTES};
pub use handler::{Handler, Replies};
pub use hello::{Holder, HolderKind, VERSION};
pub use listener::{Listener, UnderProcessLock};
pub use place::Place;
pub use proof::LinkKey;
