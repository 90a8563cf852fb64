//! What goes wrong, as the page gets it.

use std::path::Path;

use idw_wallet::{AnyError, BackupError, Explain as _, PlaceError, Problem, SetAttributeError, WalletError};
use idw_words::{Message as _, MessageData, message};
use serde::Serialize;

/// A failed command: a code that the page acts on, and a message that the page puts into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Failure {
    pub(crate) code: FailureCode,
    pub(crate) message: MessageData,
}

/// Whose move it is: the wallet's [`Problem`], and what only a window knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) enum FailureCode {
    Usage,
    NotFound,
    Exists,
    WrongPassword,
    InUse,
    Damaged,
    Missing,
    Refused,
    NoAccount,
    Unreachable,
    Protocol,
    Declined,
    /// The change would make a verified value one that the user entered.
    Verified,
    /// The user stopped it.
    Stopped,
    /// The wallet is locked: unlock it, then try again.
    Locked,
    Other,
}

impl Failure {
    pub(crate) fn new(code: FailureCode, message: impl Into<MessageData>) -> Self {
        Self { code, message: message.into() }
    }

    pub(crate) fn locked() -> Self {
        Self::new(FailureCode::Locked, message::WindowLocked)
    }

    /// The user cancelled something before it had changed anything.
    pub(crate) fn cancelled() -> Self {
        Self::new(FailureCode::Stopped, message::WindowCancelled)
    }

    pub(crate) fn check_stopped() -> Self {
        Self::new(FailureCode::Stopped, message::WindowCheckCancelled)
    }

    /// The wallet is to be opened, and is.
    pub(crate) fn already_open() -> Self {
        Self::new(FailureCode::Exists, message::WindowAlreadyOpen)
    }

    /// Its message in English, for tests.
    #[cfg(test)]
    pub(crate) fn text(&self) -> String {
        idw_words::Words::new(idw_words::Language::English).tell(&self.message)
    }

    fn of(error: &impl WalletError) -> Self {
        let problem = error.problem();
        // The chain of causes is for the log; the message is for the user.
        tracing::info!(?problem, error = %error, "a command failed");
        Self::new(problem.into(), error.explain())
    }
}

impl From<Problem> for FailureCode {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Usage => Self::Usage,
            Problem::NotFound => Self::NotFound,
            Problem::Exists => Self::Exists,
            Problem::Locked => Self::Locked,
            Problem::WrongPassword => Self::WrongPassword,
            Problem::InUse => Self::InUse,
            Problem::Damaged => Self::Damaged,
            Problem::Missing => Self::Missing,
            Problem::Refused => Self::Refused,
            Problem::NoAccount => Self::NoAccount,
            Problem::Unreachable => Self::Unreachable,
            Problem::Protocol => Self::Protocol,
            Problem::Declined => Self::Declined,
            Problem::Other => Self::Other,
        }
    }
}

impl<E: WalletError> From<E> for Failure {
    fn from(error: E) -> Self {
        match error.which() {
            // What the user cancelled is told apart from a failure.
            AnyError::BackupError(cancelled) if cancelled.is_cancelled() => {
                Self::new(FailureCode::Stopped, error.explain())
            }
            AnyError::RestoreError(cancelled) if cancelled.is_cancelled() => {
                Self::new(FailureCode::Stopped, error.explain())
            }
            AnyError::SetAttributeError(SetAttributeError::Verified { .. }) => {
                Self::new(FailureCode::Verified, error.explain())
            }
            AnyError::PlaceError(error) | AnyError::BackupError(BackupError::Place(error)) => Self::of_file(error),
            _ => Self::of(&error),
        }
    }
}

impl Failure {
    /// A file is not in its place. The page gets no path: the file goes by its name.
    fn of_file(error: &PlaceError) -> Self {
        tracing::info!(%error, "a file is not in its place");
        let message = match error {
            PlaceError::NoFile { path, .. } => message::WindowFileOdd { file: file_name(path) }.data(),
            PlaceError::InVault { path } => message::WindowFileInVault { file: file_name(path) }.data(),
            PlaceError::Unwritten { path, source } => {
                message::WindowFileUnwritten { file: file_name(path), reason: source.explain() }.data()
            }
            PlaceError::Unconfirmed { path, source } => {
                message::WindowFileUnconfirmed { file: file_name(path), reason: source.explain() }.data()
            }
            PlaceError::Unrecorded { path, source } => {
                message::WindowFileUnrecorded { file: file_name(path), reason: source.explain() }.data()
            }
            PlaceError::Exists { path } => message::WindowFileExists { file: file_name(path) }.data(),
        };
        Self::new(error.problem().into(), message)
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// The wallet's errors are shown as they are: nobody at a window can type a command.
    #[test]
    fn what_the_wallet_says_names_no_command() {
        let is_command = |line: &str| {
            let code = !line.trim_start().starts_with("//");
            code && (line.contains("`idw ") || line.contains(" --") || line.contains("`--"))
        };
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
        for name in ["wallet", "vault", "backup", "documents", "identity", "keys", "lws", "webkyc"] {
            let mut folders = vec![crates.join(name).join("src")];
            while let Some(folder) = folders.pop() {
                for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
                    if path.is_dir() {
                        folders.push(path);
                        continue;
                    }
                    let text = fs::read_to_string(&path).unwrap();
                    let named: Vec<_> = text.lines().filter(|line| is_command(line)).collect();
                    assert!(named.is_empty(), "{}: {named:#?}", path.display());
                }
            }
        }
    }

    #[test]
    fn the_page_gets_a_code_and_a_message() {
        let json = serde_json::to_value(Failure::locked()).unwrap();
        assert_eq!(json["code"], "locked");
        assert_eq!(json["message"]["id"], "window-locked");
    }
}
