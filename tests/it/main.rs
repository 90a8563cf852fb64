//! Journeys across the parts, with the real programs over real HTTP.

mod accounts;
mod applications;
#[cfg(target_os = "linux")]
mod browser;
mod canaries;
mod classic;
mod did;
mod docs;
mod errors;
mod faults;
mod journey;
#[cfg(target_os = "linux")]
mod keyring;
mod layering;
mod passwords;
#[cfg(target_os = "linux")]
mod window;
