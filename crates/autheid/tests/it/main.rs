//! The service over real sockets, called as relying parties call it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../../examples/eid_server/by_email.rs"]
mod by_email;
mod grpc;
mod hostile;
mod mutants;
mod numbers;
mod order;
mod process;
mod python;
mod rest;
mod support;
