//! The program as RPs and wallets meet it: the wire of `docs/autheid.md`, over real connections.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so and ends")]

mod answers;
mod binding;
mod hostile;
mod instances;
mod limits;
#[allow(dead_code, reason = "other tests do more with it")]
#[path = "../it/postgres.rs"]
mod postgres;
mod reading;
mod rows;
mod rpc;
mod server;
mod test_accounts;
mod tls;
mod wallet;
