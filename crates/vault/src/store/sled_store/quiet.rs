//! Panics that are caught are nobody's to read about.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static IS_CATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Runs a call and catches its panic, without the message and the backtrace that a panic writes to standard error: it
/// becomes an error, which is told where errors are. Panics of other threads are told as ever.
pub(super) fn catch<T>(call: impl FnOnce() -> T) -> Result<T, Box<dyn Any + Send>> {
    hook();
    let before = IS_CATCHING.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(call));
    IS_CATCHING.set(before);
    result
}

/// Puts a hook before the one that is there, once.
fn hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let other = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_CATCHING.get() {
                other(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn only_caught_panics_are_quiet() {
        static TOLD: AtomicU32 = AtomicU32::new(0);
        let other = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if panic.payload_as_str().is_some_and(|text| text.starts_with("told")) {
                TOLD.fetch_add(1, Ordering::SeqCst);
            } else {
                other(panic);
            }
        }));
        let caught = catch(|| panic!("told: never")).unwrap_err();
        assert_eq!(caught.downcast_ref::<&str>(), Some(&"told: never"));
        assert_eq!(catch(|| 7).unwrap(), 7);
        assert_eq!(TOLD.load(Ordering::SeqCst), 0, "a caught panic was told");
        assert!(panic::catch_unwind(|| panic!("told: caught by others")).is_err());
        let nested = catch(|| thread::spawn(|| panic!("told: by another thread")).join().is_err());
        assert!(nested.unwrap());
        assert_eq!(TOLD.load(Ordering::SeqCst), 2, "other panics are told");
    }
}
