//! A Web KYC provider to test clients against. No real check happens: a tester picks who is checked, with which document,
//! and what comes of it.
//!
//! [`Provider::router`] gives an axum [`Router`](axum::Router) with both dialects of the protocol, Web KYC and its successor
//! Web IDV, and pages for the tester. The program `idw-kyc-provider` serves it.
//!
//! This crate is its own reading of the protocol: it shares no type with any client, so that a mistake in one of them
//! shows when they meet. It is strict where the documents are clear, and refuses what lenient providers let pass.
//!
//! | module | what is in it |
//! | --- | --- |
//! | `authorize` | where a browser begins: what a client may ask for, the page, the decision |
//! | `web_kyc`, `web_idv` | the calls of the two dialects, and their answers |
//! | `ledger` | tickets, codes, tokens: once, and for a time |
//! | `choice`, `pictures` | sample people, documents and pictures |
//! | `pages` | HTML |
//! | `operator`, `log` | what was called, as a page and as JSON; switches for faults |
//! | `fault`, `serve` | answers broken on purpose, down to the connection |

mod authorize;
mod choice;
mod clock;
mod config;
mod error;
mod fault;
mod fields;
mod form;
mod ledger;
mod log;
mod operator;
mod pages;
mod pictures;
mod secret;
mod serve;
mod site;
mod web_idv;
mod web_kyc;

pub use choice::Choice;
pub use clock::Clock;
pub use config::{Config, ConfigError, Dialects, Reading, RedirectUri};
pub use fault::{Fault, FaultClass, UnknownFault};
pub use secret::ClientSecret;
pub use serve::serve;
pub use site::Provider;
