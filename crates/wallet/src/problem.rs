//! Whose move it is after an error: what shells turn into exit codes and screens.

use serde::{Deserialize, Serialize};

/// The class of an error. The words are in the error itself; this says what can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Problem {
    /// What the user gave makes no sense: an unknown attribute, a value that does not fit.
    Usage,
    /// There is no such vault, account, site or document.
    NotFound,
    /// It is there already.
    Exists,
    /// The wallet is locked where it runs.
    Locked,
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
