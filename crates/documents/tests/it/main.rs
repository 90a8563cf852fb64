//! Documents of every kind through the functions and through the worker.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod corpus;
mod hostile;
mod metadata;
mod pictures;
mod whole;
mod worker;
