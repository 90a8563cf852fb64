//! The activity log, and what of the user it tells was sent.

use idw_vault::Tree;
use idw_words::MessageData;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Record;
use crate::Stored;

/// One entry of the activity log. `previous` is the SHA-256 of the entry before, as stored.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ActivityRecord {
    pub(crate) version: u32,
    pub(crate) number: u64,
    pub(crate) previous: String,
    pub(crate) at: Timestamp,
    /// The profile in which it happened; none for what concerns the wallet as a whole.
    #[serde(default)]
    pub(crate) profile: Option<u32>,
    pub(crate) event: Event,
}

impl Record for ActivityRecord {
    const TREE: Tree = Tree::named("activity");
    const WHAT: Stored = Stored::ActivityEntry;

    fn profile(&self) -> Option<u32> {
        self.profile
    }
}

/// The end of the activity log.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct ActivityHead {
    pub(crate) version: u32,
    pub(crate) number: u64,
    pub(crate) hash: String,
}

impl Record for ActivityHead {
    const TREE: Tree = Tree::named("activity-head");
    const WHAT: Stored = Stored::ActivityEnd;
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Event {
    /// The vault was made.
    VaultCreated,
    /// The password was changed.
    PasswordChanged,
    /// The system keyring was allowed to unlock the wallet.
    KeyringEnabled,
    /// It no longer is.
    KeyringDisabled,
    /// An account was derived from the phrase, or its key imported.
    AccountAdded { name: String, did: String, imported: bool },
    /// Something was about to leave the vault; written before the first byte is out.
    ExportBegun { what: ExportRecord },
    /// An account's key arrived where it was to go: in a keystore file, or unprotected.
    AccountExported { name: String, did: String, protected: bool },
    /// An account got another name.
    AccountRenamed { from: String, to: String },
    /// An account was removed, and an imported key with it.
    AccountRemoved { name: String, did: String },
    /// The recovery phrase arrived where it was to go.
    PhraseExported,
    /// A value was entered or changed.
    AttributeSet { name: String, title: String },
    /// A value was removed.
    AttributeRemoved { name: String, title: String },
    /// The user chose the value that is sent when nothing else is chosen.
    DefaultChosen { name: String, title: String },
    /// The user gave a value another label.
    Relabelled { name: String, title: String },
    /// Attributes and documents were read from a file.
    DataImported { from: String, attributes: u64, documents: u64 },
    /// Attributes and documents were written out in the clear.
    DataExported { attributes: u64, documents: u64 },
    /// A backup was begun; written before the first byte is out.
    BackupBegun,
    /// The wallet came from a backup.
    BackupRestored { created: String },
    /// A backup was merged into the wallet.
    BackupMerged { created: String, added: u64 },
    /// A profile was made.
    ProfileAdded { name: String },
    /// A profile was given another name.
    ProfileRenamed { from: String, to: String },
    /// A profile was removed, with everything in it.
    ProfileRemoved { name: String },
    /// A document was added by itself.
    DocumentAdded { name: String },
    /// A document was removed.
    DocumentRemoved { name: String },
    /// A document was written out of the vault.
    DocumentExported { name: String },
    /// An identity-check provider was added.
    ProviderAdded { name: String, host: String },
    /// An identity-check provider was removed.
    ProviderRemoved { name: String },
    /// A party may ask by Auth eID.
    EidPartyAdded { name: String },
    /// A party has another key.
    EidKeyChanged { name: String },
    /// What a party asks is shown no more.
    EidPartyBlocked { name: String },
    /// What a party asks is shown again.
    EidPartyUnblocked { name: String },
    /// The user said no to a request by Auth eID.
    EidDeclined {
        purpose: PurposeRecord,
        site: String,
        /// Whether nothing more of the party is shown from then on.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        blocked: bool,
    },
    /// A party that is blocked, or was declined too often, asked something that nobody was shown.
    EidUnseen { purpose: PurposeRecord, site: String },
    /// A party may ask no more.
    EidPartyRemoved { name: String },
    /// A party of a service is called otherwise there.
    EidPartyRenamed { from: String, to: String },
    /// The wallet was connected to a service of Auth eID.
    EidServiceConnected { service: String, email: String },
    /// The user ended the connection with a service.
    EidServiceDisconnected { service: String },
    /// A service knows this device no longer.
    EidServiceEnded {
        service: String,
        #[serde(flatten)]
        reason: Reason,
    },
    /// Another device answers for the same email at a service.
    EidDeviceAdded { service: String, name: String },
    /// A service listed something that breaks a rule, and nobody was shown it.
    EidServiceFault {
        service: String,
        #[serde(flatten)]
        reason: Reason,
    },
    /// What an identity check brought was taken in, with the user's yes.
    CheckKept {
        provider: String,
        /// The values that were taken in, those among them that took the place of another, and the files.
        attributes: u64,
        replaced: u64,
        documents: u64,
    },
    /// A site was added or its description renewed.
    SiteAdded {
        site: String,
        url: String,
        renewed: bool,
        /// The root URL of its endpoints: what the site is told apart by, whatever it is called.
        #[serde(default)]
        root: String,
    },
    /// A site was removed.
    SiteRemoved { site: String },
    /// The user agreed; written before the first byte leaves.
    Approved {
        purpose: PurposeRecord,
        site: String,
        /// The root URL of its endpoints; empty in entries of the first version.
        #[serde(default)]
        root: String,
        hosts: Vec<String>,
        account: String,
        did: String,
        template: Option<String>,
        sent: Vec<SentRecord>,
        /// What the site asked for, by name: tells later what it did not ask for before.
        #[serde(default)]
        asked: Vec<String>,
        /// Those of them that it insisted on; entries of the first version do not say.
        #[serde(default)]
        required: Option<Vec<String>>,
        /// The same one by one, each with the site's id and label; entries of the first version do not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        requirements: Option<Vec<AskedRecord>>,
    },
    /// The user agreed that an application that the site has is followed at other places, or as another account.
    ApplicationRedirected { site: String, root: String, hosts: Vec<String>, account: String, did: String },
    /// The user gave a KYC application up.
    ApplicationCancelled { site: String, application: Option<String> },
    /// How it ended.
    Finished {
        purpose: PurposeRecord,
        site: String,
        account: String,
        /// The number of the `Approved` entry.
        approved: u64,
        result: Finish,
    },
}

impl Event {
    /// Whether it concerns the wallet as a whole and is seen in every profile.
    pub(crate) fn is_of_the_wallet(&self) -> bool {
        matches!(
            self,
            Self::VaultCreated
                | Self::PasswordChanged
                | Self::KeyringEnabled
                | Self::KeyringDisabled
                | Self::PhraseExported
                | Self::ExportBegun { what: ExportRecord::Phrase }
                | Self::BackupBegun
                | Self::BackupRestored { .. }
                | Self::BackupMerged { .. }
                | Self::ProfileAdded { .. }
                | Self::ProfileRenamed { .. }
                | Self::ProfileRemoved { .. }
                | Self::ProviderAdded { .. }
                | Self::ProviderRemoved { .. }
                | Self::EidPartyAdded { .. }
                | Self::EidKeyChanged { .. }
                | Self::EidPartyBlocked { .. }
                | Self::EidPartyUnblocked { .. }
                | Self::EidPartyRemoved { .. }
                | Self::EidPartyRenamed { .. }
                | Self::EidServiceConnected { .. }
                | Self::EidServiceDisconnected { .. }
                | Self::EidServiceEnded { .. }
                | Self::EidDeviceAdded { .. }
                | Self::EidServiceFault { .. }
                | Self::EidDeclined { .. }
                | Self::EidUnseen { .. }
        )
    }
}

/// What a disclosure was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum PurposeRecord {
    LogIn,
    SignUp,
    Apply,
    Sign,
    Identify,
}

/// What was about to leave the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub(crate) enum ExportRecord {
    /// An account's key: in a keystore file, or unprotected.
    Account { name: String, did: String, protected: bool },
    /// The recovery phrase.
    Phrase,
    /// Attributes and documents, in the clear.
    Data { attributes: u64, documents: u64 },
    /// A document.
    Document { name: String },
}

impl ExportRecord {
    /// What is written when it has arrived.
    pub(crate) fn done(&self) -> Event {
        match self.clone() {
            Self::Account { name, did, protected } => Event::AccountExported { name, did, protected },
            Self::Phrase => Event::PhraseExported,
            Self::Data { attributes, documents } => Event::DataExported { attributes, documents },
            Self::Document { name } => Event::DocumentExported { name },
        }
    }
}

/// How a disclosure ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum Finish {
    /// As it should.
    Done { application: Option<String> },
    /// The site refused, or could not be reached.
    Failed {
        #[serde(flatten)]
        reason: Reason,
        /// Whether sending what was agreed to had begun; entries of the first version do not say.
        #[serde(default)]
        begun: Option<bool>,
    },
    /// It was sent, and no answer says whether it arrived.
    Unknown {
        #[serde(flatten)]
        reason: Reason,
    },
}

/// Why something did not work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reason {
    /// In English, or in the words of whoever said it: what earlier versions wrote and show, and what is shown where
    /// `message` is not known any more.
    #[serde(rename = "reason")]
    pub(crate) text: String,
    /// What the user was told; entries of earlier versions do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<MessageData>,
}

/// One thing that a site asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AskedRecord {
    /// The site's own id for it.
    pub(crate) id: Option<String>,
    /// The URL of its schema, in wire spelling where it can be read.
    pub(crate) schema: String,
    /// The site's words for it.
    pub(crate) label: Option<String>,
    pub(crate) required: bool,
}

/// One thing that was sent: which, and a digest that tells later whether it is still the present value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SentRecord {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) digest: String,
    pub(crate) files: Vec<String>,
    /// The id of the value in this wallet.
    #[serde(default)]
    pub(crate) value: String,
    /// The files by their content; entries of the first version have their names alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) documents: Vec<SentDocumentRecord>,
    /// What it answers; entries of the first version do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) asked: Option<AskedRecord>,
}

/// A file that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SentDocumentRecord {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) mime_type: String,
    pub(crate) size: u64,
    pub(crate) sha256: String,
}
