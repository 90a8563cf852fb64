//! How far a backup has come, and whether to go on.

use std::{
    io::{self, Read},
    ops::ControlFlow,
};

/// How far making, testing, restoring or merging a backup has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupProgress {
    /// What is being done.
    pub step: BackupStep,
    /// Bytes that passed. Never less than before within a step.
    pub done: u64,
    /// Bytes in all, 0 where that is not known yet.
    pub total: u64,
}

/// What is being done with a backup, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupStep {
    /// The passphrase is turned into a key, which takes a second and cannot be cut short.
    Opening,
    /// The file is written.
    Writing,
    /// The file is read and checked.
    Reading,
    /// What was read is saved. It can no longer be cancelled.
    Saving,
}

/// Told every now and then how far it has come; answers whether to go on. [`ControlFlow::Break`] cancels: everything is
/// then as it was, and the call ends with an error that says so.
pub type OnBackupProgress<'a> = dyn Fn(BackupProgress) -> ControlFlow<()> + Send + Sync + 'a;

/// Bytes between two reports.
const REPORT_EVERY_BYTES: u64 = 1024 * 1024;

/// Counts bytes and reports.
pub(super) struct Ticker<'a> {
    on: &'a OnBackupProgress<'a>,
    now: BackupProgress,
    reported: u64,
    cancelled: bool,
}

/// The user wants no more of it.
pub(super) struct Cancelled;

impl<'a> Ticker<'a> {
    pub(super) fn new(on: &'a OnBackupProgress<'a>) -> Self {
        let now = BackupProgress { step: BackupStep::Opening, done: 0, total: 0 };
        Self { on, now, reported: 0, cancelled: false }
    }

    /// Begins a step.
    pub(super) fn step(&mut self, step: BackupStep, total: u64) -> Result<(), Cancelled> {
        self.now = BackupProgress { step, done: 0, total };
        self.report()
    }

    /// Whether a report was answered with no.
    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled
    }

    fn add(&mut self, bytes: u64) -> Result<(), Cancelled> {
        self.now.done += bytes;
        let is_due = self.now.done - self.reported >= REPORT_EVERY_BYTES || self.now.done == self.now.total;
        if is_due { self.report() } else { Ok(()) }
    }

    fn report(&mut self) -> Result<(), Cancelled> {
        self.reported = self.now.done;
        self.cancelled |= (self.on)(self.now).is_break();
        if self.cancelled { Err(Cancelled) } else { Ok(()) }
    }
}

/// Bytes that are counted as they pass. Cancelling makes reading fail; [`Ticker::is_cancelled`] tells that from other
/// failures.
pub(super) struct Counted<'a, 't, R: ?Sized> {
    pub(super) from: &'a mut R,
    pub(super) ticker: &'a mut Ticker<'t>,
}

impl<R: Read + ?Sized> Read for Counted<'_, '_, R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let len = self.from.read(to)?;
        match self.ticker.add(len as u64) {
            Ok(()) => Ok(len),
            Err(Cancelled) => Err(io::Error::other("cancelled")),
        }
    }
}
