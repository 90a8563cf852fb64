//! The wallet: what a person can do with it, one function each.
//!
//! This crate joins the encrypted store, the keys, the identity data and the LWS client. It is the only one that
//! holds secrets and the network at once, so everything that leaves the wallet goes through
//! [`Wallet::disclose`], which takes an [`Approved`] that only a user's consent makes, and records what it sends.
//!
//! The shells (command line, window) call the methods of [`Wallet`] and show the plain data of [`view`].
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use idw_wallet::{Password, Wallet};
//!
//! let locked = Wallet::open(std::path::Path::new("vault"))?;
//! let wallet = locked.unlock(&Password::new("correct horse".to_owned())).map_err(|(_, error)| error)?;
//! for attribute in wallet.attributes()? {
//!     println!("{}: {}", attribute.title, attribute.summary);
//! }
//! # Ok(())
//! # }
//! ```

mod accounts;
mod activity;
mod asked;
mod attributes;
mod backup;
mod caches;
mod checks;
mod clock;
mod data;
mod digests;
mod documents;
mod errors;
mod explain;
mod fault;
mod fold;
mod keyring;
mod migration;
mod names;
mod outdated;
mod overview;
mod paging;
mod place;
mod plain;
mod problem;
mod profiles;
mod protocols;
mod provenance;
mod providers;
mod recipient;
mod records;
mod requests;
mod schemas;
mod sites;
mod store;
mod stored;
mod strength;
mod unplaced;
mod unsaved;
mod vault;
pub mod view;
mod wallet;
mod wiped_stack;

pub use accounts::{
    AccountError, AccountNameError, AccountRemoval, AddAccountError, ChangeAccountError, ExportAccountError, ExportAs,
    ExportedSecret, IfNeeded, ImportedKey,
};
pub use activity::{ActivityError, ActivityFormat, ActivityKind, ActivityQuery, SiteInLog};
pub use attributes::{
    AttributeError, AttributeFilter, AttributeQuery, ExpectedField, FileInput, IfVerified, LabelError, Order,
    ReadMrzError, SetAttribute, SetAttributeError,
};
pub use backup::{
    BackupError, BackupFile, BackupOptions, BackupProgress, BackupStep, MergeMode, OnBackupProgress, RestoreError,
    UnplacedBackup,
};
pub use checks::{CheckChoice, CheckOptions, CheckReview, CheckSelection, KeepCheckError};
pub use data::{
    DataError, ExportSelection, ImportOptions, OnConflict, SELFKEY_DATABASE, SelfkeyError, TooMuch, is_sqlite,
};
pub use documents::{
    DocumentError, Metadata, ShrinkOffer, Thumbnail, document_name, open_document_if_asked,
    open_documents_in_this_process,
};
pub use errors::{AnyError, WalletError, without_error_numbers};
pub use explain::Explain;
pub use fault::{NextStep, PartyFault, Reached};
pub use keyring::KeyringError;
pub use names::same_name;
pub use paging::Part;
pub use place::{FilePlace, IfExists, NotAFile, PlaceError};
pub use problem::Problem;
pub use profiles::{ProfileContents, ProfileError, ProfileRef};
pub use protocols::{
    AddEidParty, AddProvider, ApplicationError, CheckArrived, CheckError, CheckStep, CheckUnderWay, ConnectEidService,
    Declining, EidConnection, EidDisconnected, EidError, EidKey, EidListing, EidRefused, EidServiceError, EidSession,
    EidTaken, Intent, NumberMatching, RefusalWords, ResumeChoice, ServiceAddressFault, ServiceFault,
};
pub use providers::{ProviderError, ProviderSecret, ProviderSetting, SettingFault};
pub use requests::{
    ApproveError, Approved, Choice, DigestError, DiscloseError, FittingWant, InboxError, Incoming, MOST_REQUESTS,
    MadeFile, Progress, Proposal, ProposeError, Selection, StoredAnswer, WantId,
};
pub use sites::{AddSite, FittingSite, FoundSite, KeyRule, NotASiteAddress, SiteError};
pub use store::StoreError;
pub use stored::Stored;
pub use unplaced::Unplaced;
pub use unsaved::KeepUnsavedError;
pub use vault::{CreateError, CreateOptions, NewWallet, QuarantinedView, VaultError};
pub use view::{
    BackupRemark, BackupReport, BackupStanding, MergeOutcome, MergeReport, MergedItem, MergedKind, RemarkOutcome,
};
pub use wallet::{
    ChangePasswordError, HeldWallet, LinkKeyBytes, LockedWallet, OpenError, RecoveryPhrase, UnlockError, Wallet,
};

/// Text files as editors save them: for shells that read them.
pub mod text {
    pub use idw_typed_text::{decode, drop_mark, is_utf16, without_mark};
}

pub use idw_typed_text::TextError;

pub use idw_http::{Exchange, HttpArchive, Observer};
pub use idw_keys::{KeystoreError, Passphrase, PhraseError, SecretKeyError, WordCount};
pub use idw_vault::{KdfCost, Password};
