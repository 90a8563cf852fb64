//! What a check brought, by whichever protocol.

use std::fmt;

use idw_vault::RecordId;
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::view::CheckDocumentKind;

/// The result of a check. All texts and bytes in it are from elsewhere, bounded in length and otherwise as they came.
pub(crate) struct Brought {
    /// The id of the provider's record.
    pub(crate) provider: RecordId,
    /// What the user calls the provider.
    pub(crate) name: String,
    pub(crate) test: bool,
    pub(crate) trusted: bool,
    /// What the check is told apart by.
    pub(crate) check: String,
    pub(crate) at: Timestamp,
    pub(crate) papers: Vec<Paper>,
    /// The user's face, as it was seen during the check.
    pub(crate) face: Option<Zeroizing<Vec<u8>>>,
    /// What came and could not be passed on, by the provider's names.
    pub(crate) dropped: Vec<&'static str>,
}

/// A document that was checked.
#[derive(Default)]
pub(crate) struct Paper {
    /// What it is, where the provider says so in a word that is known.
    pub(crate) kind: Option<CheckDocumentKind>,
    /// What the provider says otherwise.
    pub(crate) said: Option<String>,
    pub(crate) number: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) given_names: Option<String>,
    pub(crate) surname: Option<String>,
    pub(crate) born: Option<String>,
    pub(crate) nationality: Option<String>,
    pub(crate) issued: Option<String>,
    pub(crate) expires: Option<String>,
    pub(crate) front: Option<Zeroizing<Vec<u8>>>,
    pub(crate) back: Option<Zeroizing<Vec<u8>>>,
    /// What the wallet has no place for, by the provider's names.
    pub(crate) others: Vec<(&'static str, String)>,
}

impl fmt::Debug for Brought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Brought").field("provider", &self.provider).finish_non_exhaustive()
    }
}
