//! The provider from outside: its router called without a socket, or over one where the fault is in the connection.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod authorize;
mod faults;
mod operator;
mod server;
mod site;
mod web_idv;
mod web_kyc;
