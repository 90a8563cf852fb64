//! What goes wrong, as the page gets it.

use std::path::Path;

use idw_wallet::{AnyError, BackupError, PlaceError, Problem, SetAttributeError, WalletError, without_error_numbers};
use serde::Serialize;

/// A failed command: a code that the page acts on, and a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Failure {
    pub(crate) code: FailureCode,
    pub(crate) message: String,
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
    pub(crate) fn new(code: FailureCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    pub(crate) fn locked() -> Self {
        Self::new(FailureCode::Locked, "The wallet is locked. Unlock it, then try again.")
    }

    /// The user cancelled something before it had changed anything.
    pub(crate) fn cancelled() -> Self {
        Self::new(FailureCode::Stopped, "You cancelled it. Nothing was changed.")
    }

    pub(crate) fn check_stopped() -> Self {
        Self::new(FailureCode::Stopped, "You cancelled it. Nothing was kept.")
    }

    fn of(problem: Problem, error: &dyn std::error::Error) -> Self {
        // The chain of causes is for the log; the sentence is for the user.
        tracing::info!(?problem, error = %error, "a command failed");
        Self::new(problem.into(), sentence(&without_error_numbers(&error.to_string())))
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
            AnyError::BackupError(error) if error.is_cancelled() => {
                Self::new(FailureCode::Stopped, "You cancelled it. No backup was made.")
            }
            AnyError::RestoreError(error) if error.is_cancelled() => {
                Self::new(FailureCode::Stopped, "You cancelled it. Nothing was changed.")
            }
            AnyError::SetAttributeError(SetAttributeError::Verified { .. }) => {
                Self::new(FailureCode::Verified, sentence(&error.to_string()))
            }
            AnyError::PlaceError(error) | AnyError::BackupError(BackupError::Place(error)) => Self::of_file(error),
            _ => Self::of(error.problem(), &error),
        }
    }
}

impl Failure {
    /// A file is not in its place. The page gets no path: the file goes by its name.
    fn of_file(error: &PlaceError) -> Self {
        tracing::info!(%error, "a file is not in its place");
        let message = match error {
            PlaceError::NoFile { path, what } => {
                format!("{} is {what}. It was left as it is. Choose another name.", file_name(path))
            }
            PlaceError::InVault { path } => format!(
                "{} would be in the wallet's own folder. Nothing was written. Choose another folder.",
                file_name(path)
            ),
            PlaceError::Unwritten { path, source } => {
                format!(
                    "{} could not be saved: {}. The wallet is unchanged.",
                    file_name(path),
                    without_error_numbers(&source.to_string())
                )
            }
            PlaceError::Unconfirmed { path, source } => format!(
                "{} was saved, but the system could not make sure that it is kept: {}. Save it again.",
                file_name(path),
                without_error_numbers(&source.to_string())
            ),
            PlaceError::Unrecorded { path, source } => format!(
                "{} was saved, but the wallet could not remember that: {}. Save it again.",
                file_name(path),
                without_error_numbers(&source.to_string())
            ),
            PlaceError::Exists { path } => {
                format!("There is a file {} already. It was left as it is.", file_name(path))
            }
            _ => "The file could not be saved. The wallet is unchanged.".to_owned(),
        };
        Self::new(error.problem().into(), message)
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Errors read like the middle of a sentence; on a screen they are one.
pub(crate) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), chars.as_str())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn texts_become_sentences() {
        for (text, expected) in
            [("the password is wrong", "The password is wrong."), ("Done.", "Done."), ("", ""), ("étoile", "Étoile.")]
        {
            assert_eq!(sentence(text), expected);
        }
    }

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
        assert!(json["message"].is_string());
    }
}
