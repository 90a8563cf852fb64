//! A backup's progress on stderr, and its cancelling.

use std::{
    ops::ControlFlow,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use idw_wallet::{BackupProgress, BackupStep};
use idw_words::{Message as _, MessageData, message};

use crate::{output::Output, progress::Reporter, words::tell};

/// Shows how far it has come, until it is dropped.
pub(crate) struct Watch<'a> {
    reporter: Reporter<'a>,
    cancelled: &'a AtomicBool,
    /// What was said last: a line is said once.
    said: Mutex<String>,
}

impl<'a> Watch<'a> {
    pub(crate) fn start(out: &'a Output, first: &str, cancelled: &'a AtomicBool) -> Self {
        Self { reporter: Reporter::start(out, first), cancelled, said: Mutex::default() }
    }

    /// Says what the wallet tells; answers whether to go on.
    pub(crate) fn on(&self, progress: BackupProgress) -> ControlFlow<()> {
        let text = tell(&words(progress));
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        if *said != text {
            self.reporter.step(&text);
            *said = text;
        }
        if self.cancelled.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

fn words(progress: BackupProgress) -> MessageData {
    let step = match progress.step {
        BackupStep::Opening => return message::BackupStepOpening.data(),
        BackupStep::Saving => return message::BackupStepSaving.data(),
        BackupStep::Writing => message::BackupStepWriting.data(),
        BackupStep::Reading => message::BackupStepReading.data(),
    };
    // In tenths, so that a log has ten lines and not a hundred.
    let tenths = progress.done.saturating_mul(10).checked_div(progress.total).unwrap_or(0);
    message::BackupProgress { step, percent: tenths.min(10) * 10 }.data()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_reads_well() {
        let check = |step, done, total, expected: &str| {
            assert_eq!(tell(&words(BackupProgress { step, done, total })), expected);
        };
        check(BackupStep::Opening, 0, 0, "Deriving the key from the passphrase");
        check(BackupStep::Writing, 0, 0, "Saving the backup: 0 %");
        check(BackupStep::Writing, 399, 1000, "Saving the backup: 30 %");
        check(BackupStep::Reading, 1000, 1000, "Reading the backup: 100 %");
    }
}
