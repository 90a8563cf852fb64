//! The one list of the errors that shells get, which both shells map.

use crate::{
    AccountError, ActivityError, AddAccountError, ApplicationError, ApproveError, AttributeError, BackupError,
    ChangeAccountError, ChangePasswordError, CheckError, CreateError, DataError, DigestError, DiscloseError,
    DocumentError, EidError, EidServiceError, ExportAccountError, InboxError, KeepCheckError, KeepUnsavedError,
    KeyringError, OpenError, PlaceError, Problem, ProfileError, ProposeError, ProviderError, ReadMrzError,
    RestoreError, SetAttributeError, SiteError, StoreError, UnlockError, VaultError,
};

/// An error that a function of the wallet gives to a shell.
pub trait WalletError: std::error::Error + crate::Explain + 'static {
    /// Whose move it is.
    fn problem(&self) -> Problem;

    /// Which error it is: for what a shell has to say about some of them.
    fn which(&self) -> AnyError<'_>;
}

macro_rules! wallet_errors {
    ($($error:ident),+ $(,)?) => {
        /// Any of the wallet's errors. A shell that says something about each matches on this, and does not compile while it
        /// leaves one out.
        #[derive(Clone, Copy, Debug)]
        pub enum AnyError<'e> {
            $(
                #[doc = concat!("See [`", stringify!($error), "`].")]
                $error(&'e $error),
            )+
        }

        $(
            impl WalletError for $error {
                fn problem(&self) -> Problem {
                    // The type's own function, which comes first.
                    $error::problem(self)
                }

                fn which(&self) -> AnyError<'_> {
                    AnyError::$error(self)
                }
            }
        )+
    };
}

// All that shells get. What is not listed here cannot be turned into a failure by any of them.
wallet_errors!(
    AccountError,
    ActivityError,
    AddAccountError,
    ApplicationError,
    ApproveError,
    AttributeError,
    BackupError,
    ChangeAccountError,
    ChangePasswordError,
    CheckError,
    CreateError,
    DataError,
    DigestError,
    DiscloseError,
    DocumentError,
    EidError,
    EidServiceError,
    ExportAccountError,
    InboxError,
    KeepCheckError,
    KeepUnsavedError,
    KeyringError,
    OpenError,
    PlaceError,
    ProfileError,
    ProposeError,
    ProviderError,
    ReadMrzError,
    RestoreError,
    SetAttributeError,
    SiteError,
    StoreError,
    UnlockError,
    VaultError,
);

/// A sentence that quotes system errors, without Rust's "(os error 2)", which tells people nothing.
pub fn without_error_numbers(sentence: &str) -> String {
    let mut parts = sentence.split(" (os error ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| match part.split_once(')') {
        Some((number, rest)) if number.bytes().all(|digit| digit.is_ascii_digit()) => said + rest,
        _ => said + " (os error " + part,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_system_errors_are_for_nobody() {
        let check = |said: &str, expected: &str| assert_eq!(without_error_numbers(said), expected);
        check("not opened: no room (os error 28); nothing changed", "not opened: no room; nothing changed");
        check("plain (os error is a word)", "plain (os error is a word)");
        check("two (os error 2) of them (os error 13)", "two of them");
        check("no such thing", "no such thing");
        let error = std::io::Error::from_raw_os_error(2);
        assert!(!without_error_numbers(&error.to_string()).contains("os error"), "{error}");
    }
}
