//! Ctrl-C for work that runs on a thread: it is asked to stop, and waited for, so that it can clean up.

use std::thread;

use idw_words::message;
use tokio::sync::oneshot;

use crate::{
    fault::{Failure, Fault},
    network,
    words::say,
};

/// Does the work; calls `stop` when Ctrl-C comes, and returns when the work has ended.
pub(crate) fn until<T: Send>(stop: impl Fn(), work: impl FnOnce() -> Result<T, Failure> + Send) -> Result<T, Failure> {
    let deaf = |error| Failure::io(Fault::Other, say(message::CliNoSignals), &error);
    network::check_descriptors().map_err(deaf)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(deaf)?;
    let (ended, mut wait) = oneshot::channel::<()>();
    thread::scope(|scope| {
        let worker = scope.spawn(move || {
            let result = work();
            drop(ended);
            result
        });
        runtime.block_on(async {
            loop {
                tokio::select! {
                    _ = &mut wait => return,
                    _ = tokio::signal::ctrl_c() => stop(),
                }
            }
        });
        worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

#[cfg(test)]
mod tests {
    use super::until;

    #[test]
    fn work_ends_by_itself() {
        assert_eq!(until(|| (), || Ok(42)).ok(), Some(42));
    }
}
