//! The service of Auth eID for relying parties (RPs) and wallets anywhere, as the server `idw-autheid`.
//!
//! | module | what is in it |
//! | --- | --- |
//! | [`database`] | all that is kept: RPs, users, their devices, requests and answers; in SQLite or PostgreSQL |
//! | `serve` | everything on one port, with TLS, limits, metrics and test accounts |
//! | `wallet_api` | what wallets call |
//! | [`commands`] | what the operator types: RPs, users, and a look at whether all is well |

pub mod commands;
pub mod database;
pub mod fault;
mod program;
mod serve;
mod wallet_api;

pub use program::main;
