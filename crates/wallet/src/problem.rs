//! Whose move it is after an error: what shells turn into exit codes and screens. The list of errors is at the end.

use crate::{
    AccountError, ActivityError, AddAccountError, ApplicationError, ApproveError, AttributeError, BackupError,
    ChangeAccountError, ChangePasswordError, CreateError, DataError, DiscloseError, DocumentError, ExportAccountError,
    KeyringError, OpenError, PlaceError, ProfileError, ProposeError, ReadMrzError, RestoreError, SetAttributeError,
    SiteError, StoreError, UnlockError, VaultError,
};

/// The class of an error. The words are in the error itself; this says what can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// What the user gave makes no sense: an unknown attribute, a value that does not fit.
    Usage,
    /// There is no such vault, account, site or document.
    NotFound,
    /// It is there already.
    Exists,
    /// The password is wrong.
    WrongPassword,
    /// Another process has the vault open.
    InUse,
    /// The vault is damaged, or of a version this program does not know.
    Damaged,
    /// The site asks for something that the wallet does not hold.
    Missing,
    /// The site refused.
    Refused,
    /// The site does not know this account yet: sign up first.
    NoAccount,
    /// The site cannot be reached, or failed.
    Unreachable,
    /// The site broke the protocol.
    Protocol,
    /// The user declined.
    Declined,
    /// Anything else, such as a full disk.
    Other,
}

/// An error that a function of the wallet gives to a shell.
pub trait WalletError: std::error::Error + 'static {
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
    CreateError,
    DataError,
    DiscloseError,
    DocumentError,
    ExportAccountError,
    KeyringError,
    OpenError,
    PlaceError,
    ProfileError,
    ProposeError,
    ReadMrzError,
    RestoreError,
    SetAttributeError,
    SiteError,
    StoreError,
    UnlockError,
    VaultError,
);
