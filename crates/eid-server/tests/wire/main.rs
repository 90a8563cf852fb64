//! The program as RPs and wallets meet it: the wire of `docs/autheid.md`, over real connections.

mod answers;
mod binding;
mod hostile;
mod instances;
mod limits;
#[path = "../it/postgres.rs"]
mod postgres;
mod reading;
mod rows;
mod rpc;
mod server;
mod test_accounts;
mod tls;
mod wallet;
