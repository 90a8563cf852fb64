//! The limit of a file's size that a user or an administrator sets (`ulimit -f`).

/// Has a write past the limit fail, as one to a full disk does, instead of ending the process in the middle of its work
/// (`SIGXFSZ`, see setrlimit(2)). Programs that this one starts are not changed.
///
/// Where the system refuses, all else works as before: a refusal is not reported.
pub fn make_size_limit_an_error() {
    #[cfg(unix)]
    {
        use std::sync::{Arc, atomic::AtomicBool};

        // Whoever catches the signal, in whatever way, gets EFBIG from the call. Nobody reads the flag.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::new(AtomicBool::new(false)));
    }
}
