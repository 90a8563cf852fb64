//! All restrictions of a worker, in their order.

use std::io;

use super::Lacking;
use super::limits::{MappedBytes, close_what_was_inherited, limit_this_process};

/// How much of what there is: all of it for a worker. The tests try what holds on a kernel that has less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Restrictions {
    /// The limits, which every kernel has.
    Limits,
    /// The limits and Landlock.
    LimitsAndLandlock,
    /// The limits, Landlock and a filter of system calls.
    All,
}

/// Takes from this process, for good, whatever reading a document does not need: see the [module](super).
///
/// A kernel without Landlock or the filter is not an error: a document is still read by a process that can open nothing,
/// and a user with an old kernel keeps the pictures of the documents. What was done without is returned, to be told.
///
/// # Errors
///
/// When a limit that protects the wallet cannot be set: then nothing must be read.
pub fn restrict_this_process(memory_bytes: u64, cpu_seconds: u64, restrictions: Restrictions) -> io::Result<Lacking> {
    #[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
    super::confinement::let_other_threads_start();
    let mapped = MappedBytes::now();
    close_what_was_inherited();
    #[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
    {
        use super::confinement::{forbid_files_and_connections, forbid_system_calls, gain_no_rights};

        gain_no_rights()?;
        // What the kernel does not have, or the place where this runs does not allow, is done without.
        let landlock = restrictions != Restrictions::Limits;
        let landlock = landlock.then(forbid_files_and_connections);
        limit_this_process(mapped, memory_bytes, cpu_seconds)?;
        let filter = (restrictions == Restrictions::All).then(forbid_system_calls);
        Ok(Lacking {
            landlock: landlock.and_then(why_landlock_is_lacking),
            filter: filter.and_then(Result::err).map(|error| error.to_string()),
        })
    }
    #[cfg(not(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64"))))]
    {
        let _ = restrictions; // there are the limits alone
        limit_this_process(mapped, memory_bytes, cpu_seconds)?;
        Ok(Lacking::default())
    }
}

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
fn why_landlock_is_lacking(set: Result<landlock::RulesetStatus, landlock::RulesetError>) -> Option<String> {
    match set {
        Err(error) => Some(error.to_string()),
        Ok(landlock::RulesetStatus::NotEnforced) => Some("the kernel has none, or it is switched off".to_owned()),
        // A kernel that has less of it forbids what it knows.
        Ok(landlock::RulesetStatus::FullyEnforced | landlock::RulesetStatus::PartiallyEnforced) => None,
    }
}
