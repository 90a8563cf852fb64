//! What the vault keeps, by kind.

use std::fmt;

/// A kind of thing in the vault: what an error is about, and what a list of unreadable records names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// A profile.
    Profile,
    /// An account.
    Account,
    /// The private key of an account.
    AccountKey,
    /// The number that the next account gets.
    NextAccount,
    /// The recovery phrase.
    RecoveryPhrase,
    /// A value of an attribute.
    Attribute,
    /// A schema that a site brought.
    Schema,
    /// A document.
    Document,
    /// A site.
    Site,
    /// A KYC application.
    Application,
    /// A request that came from outside.
    Request,
    /// A provider of identity checks.
    Provider,
    /// A party that asks by Auth eID.
    EidParty,
    /// A request by Auth eID.
    EidRequest,
    /// The PDFs that answer a request by Auth eID.
    EidFiles,
    /// The keys for Auth eID.
    EidKeys,
    /// A service of Auth eID.
    EidService,
    /// An entry of the activity log.
    ActivityEntry,
    /// The end of the activity log.
    ActivityEnd,
    /// An entry of an activity log that came with a backup.
    ImportedActivityEntry,
    /// The end of such a log.
    ImportedActivityEnd,
    /// The keys that digests of what was sent are made with.
    DigestKeys,
    /// What was typed and not saved.
    Unsaved,
    /// When the last backup was made.
    LastBackup,
    /// Which version of the records the vault holds.
    DataVersion,
}

impl fmt::Display for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Profile => "profile",
            Self::Account => "account",
            Self::AccountKey => "account key",
            Self::NextAccount => "number of the next account",
            Self::RecoveryPhrase => "recovery phrase",
            Self::Attribute => "attribute",
            Self::Schema => "schema",
            Self::Document => "document",
            Self::Site => "site",
            Self::Application => "application",
            Self::Request => "request",
            Self::Provider => "identity-check provider",
            Self::EidParty => "Auth eID party",
            Self::EidRequest => "Auth eID request",
            Self::EidFiles => "Auth eID files",
            Self::EidKeys => "Auth eID keys",
            Self::EidService => "Auth eID service",
            Self::ActivityEntry => "activity entry",
            Self::ActivityEnd => "end of the activity log",
            Self::ImportedActivityEntry => "imported activity entry",
            Self::ImportedActivityEnd => "end of an imported activity log",
            Self::DigestKeys => "digest keys",
            Self::Unsaved => "unsaved input",
            Self::LastBackup => "date of the last backup",
            Self::DataVersion => "data version",
        })
    }
}
