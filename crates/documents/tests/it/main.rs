//! Documents of every kind through the functions and through the worker.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
mod attempts;
mod corpus;
mod damaged;
mod hostile;
mod large;
mod looks;
mod metadata;
mod pdf_copies;
mod pdf_tells;
mod picture_page;
mod pictures;
mod same_pixels;
mod sheet;
mod whole;
mod worker;
