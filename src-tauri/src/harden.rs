//! Keeps what this process holds in memory out of core dumps and away from other processes of the same user.

#[cfg(target_os = "linux")]
use std::sync::{Mutex, PoisonError};

#[cfg(target_os = "linux")]
use rustix::process::{DumpableBehavior, set_dumpable_behavior};

/// How many dialogs are open.
#[cfg(target_os = "linux")]
static RECOGNISABLE: Mutex<u32> = Mutex::new(0);

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
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Makes this process dumpable for as long as it lives: for a native dialog, and nothing else.
///
/// xdg-desktop-portal, which opens those on Linux, finds out who asks by opening `/proc/PID/root`, and refuses where it
/// may not; the kernel allows that only for dumpable processes. Core dumps stay off.
pub(crate) struct Recognisable(());

impl Recognisable {
    pub(crate) fn begin() -> Self {
        #[cfg(target_os = "linux")]
        {
            let mut open = RECOGNISABLE.lock().unwrap_or_else(PoisonError::into_inner);
            *open += 1;
            let _ = set_dumpable_behavior(DumpableBehavior::Dumpable);
        }
        Self(())
    }
}

#[cfg(target_os = "linux")]
impl Drop for Recognisable {
    fn drop(&mut self) {
        let mut open = RECOGNISABLE.lock().unwrap_or_else(PoisonError::into_inner);
        *open -= 1;
        if *open == 0 {
            let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    use super::{Recognisable, harden};

    #[test]
    fn only_a_dialog_makes_the_process_dumpable() {
        harden();
        assert_eq!(getrlimit(Resource::Core).current, Some(0), "core dumps are limited to nothing");
        assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable), "no one may attach");
        let (first, second) = (Recognisable::begin(), Recognisable::begin());
        drop(first);
        assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::Dumpable), "a dialog is still open");
        drop(second);
        assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable), "and now none is");
    }
}
