//! The relying party from outside: its router called without a socket, as a wallet of each dialect would.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod accounts;
mod classic;
mod did;
mod example;
mod faults;
mod front;
mod guesses;
mod login_links;
mod operator;
mod own_users;
mod quotas;
mod server;
mod strict;
mod wallet;
