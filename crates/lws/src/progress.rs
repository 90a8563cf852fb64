//! Telling the caller how far a call has come.

/// Hears of each step of a sign-up or an application. Called from the task that does the work: return quickly.
pub trait Progress: Send + Sync {
    /// A step was begun or got further.
    fn step(&self, step: Step<'_>);
}

/// A step of a call that has several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step<'a> {
    /// The token was refused: a fresh challenge is asked for, once.
    Challenge,
    /// The fresh challenge is answered.
    Respond,
    /// A file is on its way.
    UploadFile {
        /// Its place in [`Payload::files`](crate::Payload::files).
        index: usize,
        /// Its name, as the payload has it.
        name: &'a str,
        /// Bytes handed to the connection so far.
        sent: u64,
        /// Bytes in all.
        total: u64,
    },
    /// The sign-up itself is sent.
    SignUp,
    /// The application itself is sent.
    Apply,
}

/// For callers that do not want to know.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn step(&self, _step: Step<'_>) {}
}
