//! The messages and calls of `proto/rp.proto`. `cargo xtask proto` writes the two files beside this one; nobody edits them.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    reason = "the generators write as they do"
)]

include!("autheid.rp.rs");
include!("autheid.rp.serde.rs");
