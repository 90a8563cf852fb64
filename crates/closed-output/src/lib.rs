//! Whether standard output was closed when the program began.
//!
//! The language's runtime opens `/dev/null` in the place of a standard descriptor that is closed, so that nothing else gets
//! its number. From then on a closed output (`>&-` in a shell) looks like one that the caller threw away on purpose: every
//! write succeeds, and whoever reads the exit code believes that the output has arrived. How `/dev/null` was opened does not
//! tell the two apart either: Python's `subprocess.DEVNULL` and Node's `'ignore'` open it for reading too, as the runtime
//! does. So this crate looks before the runtime starts.

#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(unix)]
static WAS_CLOSED: AtomicBool = AtomicBool::new(false);

#[cfg(unix)]
ctor::declarative::ctor! {
    // The runtime is not ready here: one system call and an atomic, and nothing else of the standard library.
    #[ctor(unsafe)]
    fn look() {
        let is_closed = rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err();
        WAS_CLOSED.store(is_closed, Ordering::Relaxed);
    }
}

/// Whether this program got no standard output. What is written to it then is lost, although every write succeeds.
#[cfg(unix)]
pub fn was_closed() -> bool {
    WAS_CLOSED.load(Ordering::Relaxed)
}

/// Whether this program got no standard output. On this system writing to it fails then, so nothing has to be known before.
#[cfg(not(unix))]
pub fn was_closed() -> bool {
    false
}
