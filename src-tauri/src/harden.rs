//! Keeps what this process holds in memory out of core dumps and away from other processes of the same user.

/// Switches core dumps off, for the web view's processes too, which inherit that; and, on Linux, makes this process
/// not dumpable: no other process of the same user may attach to it or read its memory.
///
/// Both are defence in depth: where the system refuses, the wallet still works, so a refusal is not reported.
pub(crate) fn harden() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    use super::harden;

    #[test]
    fn leaves_no_core_dump() {
        harden();
        assert_eq!(getrlimit(Resource::Core).current, Some(0), "core dumps are limited to nothing");
        assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable), "no one may attach");
    }
}
