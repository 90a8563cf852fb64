//! What the user was typing when the wallet locked.

use std::fmt;

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Record, keys::secret_text};
use crate::Stored;

/// The forms that were open in a profile when the wallet locked, and what was typed into them. There is one of a profile at most, and
/// it is removed after a day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct UnsavedRecord {
    pub(crate) version: u32,
    /// The number of the profile.
    pub(crate) profile: u32,
    /// When it was kept.
    pub(crate) kept: Timestamp,
    /// The shell's own text.
    #[serde(with = "secret_text")]
    pub(crate) content: Zeroizing<String>,
}

impl Record for UnsavedRecord {
    const TREE: Tree = Tree::named("unsaved");
    const WHAT: Stored = Stored::Unsaved;

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

/// Whoever prints it sees nothing of what was typed.
impl fmt::Debug for UnsavedRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnsavedRecord")
            .field("profile", &self.profile)
            .field("kept", &self.kept)
            .finish_non_exhaustive()
    }
}
