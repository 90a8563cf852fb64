//! The vault as its users see it, and as those who tamper with its folder do.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(
    clippy::print_stdout,
    reason = "processes of tests tell them what they did, and the long tests their figures"
)]

mod child;
mod compaction;
mod damage;
mod documents;
mod fixture;
mod folder;
#[cfg(target_os = "linux")]
mod full_disk;
mod keyring;
mod mutations;
mod passwords;
#[cfg(target_os = "linux")]
mod read_errors;
mod records;
mod repair;
mod support;
#[cfg(target_os = "linux")]
mod system_calls;
