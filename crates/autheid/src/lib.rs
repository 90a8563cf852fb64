//! The service that relying parties (RPs) of Auth eID call: an RP asks a person by email, the person decides, and the RP
//! reads what came of it.
//!
//! - [`Service`]: what the calls mean, whatever the encoding; [`Service::decide`]: the person's decision;
//! - [`router`]: REST and gRPC on one port, and [`serve()`]: that on a socket, with limits;
//! - [`Store`]: where requests are kept and which RPs are known ([`MemoryStore`] is one for tests); [`Decider`]: who shows
//!   requests to the person;
//! - [`Asked`]: a request that keeps the rules; [`Answer`]: what leaves when the person agrees;
//! - [`generated`]: the messages as they go over the wire.
//!
//! [`sign`] makes what answers carry: signatures, certificates, tokens. [`wire`] is what wallets say to a service that is elsewhere.
//!
//! The service vouches for nothing: what an answer says is up to whoever decides.

mod activity;
mod answer;
mod asked;
mod authorization;
mod clock;
mod decider;
mod decision;
mod encoding;
mod error;
#[cfg(fuzzing)]
pub mod fuzz;
pub mod generated;
mod grpc;
mod ids;
mod json;
mod memory;
mod mount;
mod patience;
mod reply;
mod request;
mod rest;
mod router;
mod serde_bytes;
mod serve;
mod service;
pub mod sign;
mod store;
mod waiters;
pub mod wire;
mod written;

pub use answer::{Answer, FileKind, Identification, Kyc, Payload, Screening, Signature, SignatureForm, Who};
pub use asked::{Asked, Files, Kind, Serialization, email_key};
pub use axum::Router;
pub use axum::http::uri::Authority;
pub use clock::Clock;
pub use decider::{Decider, Over};
pub use decision::{Decided, Decision, Verdict};
pub use error::ServiceError;
pub use ids::{RequestId, key_hash};
pub use memory::{MemoryStore, State};
pub use mount::Mount;
pub use request::{NewRequest, StoredRequest};
pub use router::{MOST_BODY_BYTES, refusing, router};
pub use serve::{ServeOptions, serve, serve_with};
pub use service::Service;
pub use store::{
    Created, KEPT_AFTER_READING, KEPT_AT_MOST, MOST_INVISIBLE_FOR_RP, MOST_KEPT_FOR_RP, MOST_OPEN_FOR_EMAIL,
    MOST_OPEN_FOR_RP, Room, Rp, Store, StoreError, check_room,
};
pub use waiters::{MOST_WAITING, MOST_WAITING_FOR_RP, WaitLimits};
