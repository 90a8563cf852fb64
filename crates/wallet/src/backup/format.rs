//! The JSON in a backup: types of its own, so that a change to what the vault keeps cannot change the backup unseen. Each
//! takes its record apart by name, so that a member which is new there does not compile here until it has its place.
//!
//! A member that is added later has a default; a member is never given a new meaning. `docs/backup-format.md` is the
//! same in words.

use std::fmt;

use idw_vault::RecordId;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{
    records::{
        AccountRecord, ApplicationRecord, ApplicationState, AttributeRecord, Import, KeySource, OutgoingFileRecord,
        OutgoingRecord, ProfileRecord, ProvenanceRecord, Record, SchemaRecord, SentDocumentRecord, SentRecord,
        SiteRecord, WantedRecord,
    },
    view::ProfileKind,
};

/// The files of a backup, in this order; documents come after them.
pub(super) const WALLET: &str = "wallet.json";
pub(super) const DOCUMENTS: &str = "documents.json";
pub(super) const ACTIVITY: &str = "activity.json";
/// How the paths of documents begin.
pub(super) const DOCUMENT_FOLDER: &str = "documents/";

/// An element of one of the lists.
pub(super) trait Entry: Serialize + DeserializeOwned {
    /// What the vault keeps.
    type Record: Record;
    /// The file that holds the list.
    const PATH: &'static str;

    fn of(id: RecordId, record: Self::Record) -> Self;
    fn into_record(self) -> (RecordId, Self::Record);
}

/// A record's id, 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Id(pub(super) RecordId);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map(Self).map_err(|_| serde::de::Error::custom("no id"))
    }
}

/// Text that is a secret.
#[derive(Clone)]
pub(super) struct Secret(pub(super) Zeroizing<String>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|text| Self(Zeroizing::new(text)))
    }
}

/// `wallet.json`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WalletFile {
    /// The words; none where the vault had lost them.
    pub(super) recovery_phrase: Option<Secret>,
    /// From which index on the next account is derived.
    pub(super) next_account: u32,
}

/// An element of `profiles.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ProfileEntry {
    id: Id,
    number: u32,
    name: String,
    kind: ProfileKind,
    created: Timestamp,
    main_account: u32,
    #[serde(default)]
    removed: Option<Timestamp>,
}

impl Entry for ProfileEntry {
    type Record = ProfileRecord;
    const PATH: &'static str = "profiles.json";

    fn of(id: RecordId, record: ProfileRecord) -> Self {
        let ProfileRecord { version: _, number, name, kind, created, main_index, removed } = record;
        Self { id: Id(id), number, name, kind, created, main_account: main_index, removed }
    }

    fn into_record(self) -> (RecordId, ProfileRecord) {
        let Self { id, number, name, kind, created, main_account, removed } = self;
        (id.0, ProfileRecord { version: 1, number, name, kind, created, main_index: main_account, removed })
    }
}

/// An element of `accounts.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AccountEntry {
    id: Id,
    profile: u32,
    name: String,
    key: KeyEntry,
    public_key: String,
    created: Timestamp,
    #[serde(default)]
    exported: Option<Timestamp>,
    /// 64 hexadecimal digits, of an imported account.
    #[serde(default)]
    pub(super) secret_key: Option<Secret>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "camelCase")]
enum KeyEntry {
    RecoveryPhrase { index: u32 },
    RawKey,
    Keystore,
    OtherPhrase { index: u32 },
}

impl Entry for AccountEntry {
    type Record = AccountRecord;
    const PATH: &'static str = "accounts.json";

    fn of(id: RecordId, record: AccountRecord) -> Self {
        let AccountRecord { version: _, name, source, public_key, created, exported, profile } = record;
        let key = match source {
            KeySource::Derived { index } => KeyEntry::RecoveryPhrase { index },
            KeySource::Imported { imported: Import::RawKey } => KeyEntry::RawKey,
            KeySource::Imported { imported: Import::Keystore } => KeyEntry::Keystore,
            KeySource::Imported { imported: Import::Phrase { index } } => KeyEntry::OtherPhrase { index },
        };
        Self { id: Id(id), profile, name, key, public_key, created, exported, secret_key: None }
    }

    fn into_record(self) -> (RecordId, AccountRecord) {
        let Self { id, profile, name, key, public_key, created, exported, secret_key: _ } = self;
        let source = match key {
            KeyEntry::RecoveryPhrase { index } => KeySource::Derived { index },
            KeyEntry::RawKey => KeySource::Imported { imported: Import::RawKey },
            KeyEntry::Keystore => KeySource::Imported { imported: Import::Keystore },
            KeyEntry::OtherPhrase { index } => KeySource::Imported { imported: Import::Phrase { index } },
        };
        (id.0, AccountRecord { version: 1, name, source, public_key, created, exported, profile })
    }
}

/// An element of `attributes.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AttributeEntry {
    id: Id,
    profile: u32,
    schema: String,
    label: Option<String>,
    default: bool,
    value: Value,
    provenance: ProvenanceEntry,
    created: Timestamp,
    changed: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum ProvenanceEntry {
    Entered,
    Imported { from: String, at: Timestamp },
    Verified { by: String, at: Timestamp },
}

impl Entry for AttributeEntry {
    type Record = AttributeRecord;
    const PATH: &'static str = "attributes.json";

    fn of(id: RecordId, record: AttributeRecord) -> Self {
        let AttributeRecord { version: _, schema, label, value, provenance, created, changed, is_default, profile } =
            record;
        let provenance = match provenance {
            ProvenanceRecord::Entered => ProvenanceEntry::Entered,
            ProvenanceRecord::Imported { from, at } => ProvenanceEntry::Imported { from, at },
            ProvenanceRecord::Verified { by, at } => ProvenanceEntry::Verified { by, at },
        };
        Self { id: Id(id), profile, schema, label, default: is_default, value, provenance, created, changed }
    }

    fn into_record(self) -> (RecordId, AttributeRecord) {
        let Self { id, profile, schema, label, default, value, provenance, created, changed } = self;
        let provenance = match provenance {
            ProvenanceEntry::Entered => ProvenanceRecord::Entered,
            ProvenanceEntry::Imported { from, at } => ProvenanceRecord::Imported { from, at },
            ProvenanceEntry::Verified { by, at } => ProvenanceRecord::Verified { by, at },
        };
        let record = AttributeRecord {
            version: 1,
            schema,
            label,
            value,
            provenance,
            created,
            changed,
            is_default: default,
            profile,
        };
        (id.0, record)
    }
}

/// An element of `documents.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DocumentEntry {
    pub(super) id: String,
    /// Where its bytes are in the backup.
    pub(super) path: String,
    pub(super) profile: u32,
    pub(super) name: String,
    pub(super) mime_type: String,
    pub(super) size: u64,
    pub(super) sha256: String,
    pub(super) added: Timestamp,
    pub(super) kept_alone: bool,
    /// What was taken out of a picture when it was added.
    #[serde(default)]
    pub(super) metadata_removed: Option<String>,
    /// What it still gives away besides its content.
    #[serde(default)]
    pub(super) metadata_kept: Option<String>,
    /// How many pages it has, where it is a PDF.
    #[serde(default)]
    pub(super) pages: Option<u32>,
    /// The id of the document that it is a smaller copy of.
    #[serde(default)]
    pub(super) shrunk_from: Option<String>,
}

/// An element of `sites.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SiteEntry {
    id: Id,
    profile: u32,
    name: String,
    given_url: Option<String>,
    description: Value,
    fetched_from: Option<String>,
    dialect: Option<String>,
    key_uri: String,
    #[serde(default)]
    key_shared_with: Option<String>,
    key_index: u32,
    public_key: String,
    account: Option<String>,
    added: Timestamp,
    last_used: Option<Timestamp>,
    /// The description as it was when the user last agreed to anything there.
    #[serde(default)]
    agreed: Option<Value>,
}

impl Entry for SiteEntry {
    type Record = SiteRecord;
    const PATH: &'static str = "sites.json";

    fn of(id: RecordId, record: SiteRecord) -> Self {
        let SiteRecord {
            version: _,
            name,
            given_url,
            description,
            fetched_from,
            dialect,
            key_uri,
            key_shared_with,
            key_index,
            key_public,
            account,
            added,
            last_used,
            agreed,
            // The site says so again when it matters again.
            file_limit: _,
            profile,
        } = record;
        Self {
            id: Id(id),
            profile,
            name,
            given_url,
            description,
            fetched_from,
            dialect,
            key_uri,
            key_shared_with,
            key_index,
            public_key: key_public,
            account,
            added,
            last_used,
            agreed,
        }
    }

    fn into_record(self) -> (RecordId, SiteRecord) {
        let record = SiteRecord {
            version: 1,
            name: self.name,
            given_url: self.given_url,
            description: self.description,
            fetched_from: self.fetched_from,
            dialect: self.dialect,
            key_uri: self.key_uri,
            key_shared_with: self.key_shared_with,
            key_index: self.key_index,
            key_public: self.public_key,
            account: self.account,
            added: self.added,
            last_used: self.last_used,
            agreed: self.agreed,
            file_limit: None,
            profile: self.profile,
        };
        (self.id.0, record)
    }
}

/// An element of `schemas.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SchemaEntry {
    id: Id,
    url: String,
    schema: Value,
    site: String,
    fetched: Timestamp,
}

impl Entry for SchemaEntry {
    type Record = SchemaRecord;
    const PATH: &'static str = "schemas.json";

    fn of(id: RecordId, record: SchemaRecord) -> Self {
        let SchemaRecord { version: _, url, schema, site, fetched } = record;
        Self { id: Id(id), url, schema, site, fetched }
    }

    fn into_record(self) -> (RecordId, SchemaRecord) {
        let Self { id, url, schema, site, fetched } = self;
        (id.0, SchemaRecord { version: 1, url, schema, site, fetched })
    }
}

/// An element of `applications.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ApplicationEntry {
    id: Id,
    profile: u32,
    site: String,
    site_name: String,
    account: Option<String>,
    account_name: String,
    did: String,
    template: Value,
    template_name: Option<String>,
    state: ApplicationState,
    attributes: Vec<OutgoingEntry>,
    files: Vec<OutgoingFileEntry>,
    sent: Vec<SentEntry>,
    approved: u64,
    created: Timestamp,
    submitted: Option<Timestamp>,
    #[serde(default)]
    confirmed: bool,
    remote_id: Option<String>,
    url: Option<String>,
    message: Option<String>,
    status: Option<u16>,
    #[serde(default)]
    wanted: Vec<WantedEntry>,
    checked: Option<Timestamp>,
}

#[derive(Serialize, Deserialize)]
struct OutgoingEntry {
    id: Option<String>,
    schema: String,
    label: Option<String>,
    value: Value,
    files: Vec<FilePlaceEntry>,
}

/// Where in a value a file goes (a JSON pointer, RFC 6901), and its place in the list of files.
#[derive(Serialize, Deserialize)]
struct FilePlaceEntry {
    pointer: String,
    file: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct OutgoingFileEntry {
    document: String,
    name: String,
    mime_type: String,
    size: u64,
    uploaded: Option<Value>,
    #[serde(default)]
    tries: u32,
}

#[derive(Serialize, Deserialize)]
struct SentEntry {
    name: String,
    title: String,
    digest: String,
    files: Vec<String>,
    #[serde(default)]
    value: String,
    /// The files by their content, where that is known.
    #[serde(default)]
    documents: Vec<SentFileEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct SentFileEntry {
    id: String,
    name: String,
    mime_type: String,
    size: u64,
    sha256: String,
}

#[derive(Serialize, Deserialize)]
struct WantedEntry {
    id: String,
    schema: Option<String>,
    label: Option<String>,
    reason: Option<String>,
    invalid: bool,
}

impl Entry for ApplicationEntry {
    type Record = ApplicationRecord;
    const PATH: &'static str = "applications.json";

    fn of(id: RecordId, record: ApplicationRecord) -> Self {
        let ApplicationRecord {
            version: _,
            profile,
            site,
            site_name,
            account,
            account_name,
            did,
            template,
            template_name,
            state,
            attributes,
            files,
            sent,
            approved,
            created,
            submitted,
            confirmed,
            remote_id,
            url,
            message,
            status,
            wanted,
            checked,
        } = record;
        Self {
            id: Id(id),
            profile,
            site,
            site_name,
            account,
            account_name,
            did,
            template,
            template_name,
            state,
            attributes: attributes.into_iter().map(OutgoingEntry::from).collect(),
            files: files.into_iter().map(OutgoingFileEntry::from).collect(),
            sent: sent.into_iter().map(SentEntry::from).collect(),
            approved,
            created,
            submitted,
            confirmed,
            remote_id,
            url,
            message,
            status,
            wanted: wanted.into_iter().map(WantedEntry::from).collect(),
            checked,
        }
    }

    fn into_record(self) -> (RecordId, ApplicationRecord) {
        let record = ApplicationRecord {
            version: 1,
            profile: self.profile,
            site: self.site,
            site_name: self.site_name,
            account: self.account,
            account_name: self.account_name,
            did: self.did,
            template: self.template,
            template_name: self.template_name,
            state: self.state,
            attributes: self.attributes.into_iter().map(OutgoingRecord::from).collect(),
            files: self.files.into_iter().map(OutgoingFileRecord::from).collect(),
            sent: self.sent.into_iter().map(SentRecord::from).collect(),
            approved: self.approved,
            created: self.created,
            submitted: self.submitted,
            confirmed: self.confirmed,
            remote_id: self.remote_id,
            url: self.url,
            message: self.message,
            status: self.status,
            wanted: self.wanted.into_iter().map(WantedRecord::from).collect(),
            checked: self.checked,
        };
        (self.id.0, record)
    }
}

impl From<OutgoingRecord> for OutgoingEntry {
    fn from(OutgoingRecord { id, schema, label, value, files }: OutgoingRecord) -> Self {
        let files = files.into_iter().map(|(pointer, file)| FilePlaceEntry { pointer, file }).collect();
        Self { id, schema, label, value, files }
    }
}

impl From<OutgoingEntry> for OutgoingRecord {
    fn from(OutgoingEntry { id, schema, label, value, files }: OutgoingEntry) -> Self {
        let files = files.into_iter().map(|place| (place.pointer, place.file)).collect();
        Self { id, schema, label, value, files }
    }
}

/// Both ways between a record and an entry of the same members.
macro_rules! same_members {
    ($record:ident, $entry:ident, $($member:ident),+) => {
        impl From<$record> for $entry {
            fn from($record { $($member),+ }: $record) -> Self {
                Self { $($member),+ }
            }
        }

        impl From<$entry> for $record {
            fn from($entry { $($member),+ }: $entry) -> Self {
                Self { $($member),+ }
            }
        }
    };
}

same_members!(OutgoingFileRecord, OutgoingFileEntry, document, name, mime_type, size, uploaded, tries);
same_members!(SentDocumentRecord, SentFileEntry, id, name, mime_type, size, sha256);
same_members!(WantedRecord, WantedEntry, id, schema, label, reason, invalid);

impl From<SentRecord> for SentEntry {
    fn from(SentRecord { name, title, digest, files, value, documents }: SentRecord) -> Self {
        let documents = documents.into_iter().map(Into::into).collect();
        Self { name, title, digest, files, value, documents }
    }
}

impl From<SentEntry> for SentRecord {
    fn from(SentEntry { name, title, digest, files, value, documents }: SentEntry) -> Self {
        let documents = documents.into_iter().map(Into::into).collect();
        Self { name, title, digest, files, value, documents }
    }
}

/// `activity.json`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct ActivityFile {
    /// The wallet's own log.
    pub(super) log: Log,
    /// Logs that came with merged backups.
    #[serde(default)]
    pub(super) imported: Vec<ImportedLog>,
}

/// A log: SHA-256 of an entry's `stored` text is the `previous` of the next one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Log {
    pub(super) entries: Vec<LogEntry>,
    /// The number of the last entry.
    pub(super) number: u64,
    /// SHA-256 of the last entry's `stored` text, in hex.
    pub(super) hash: String,
}

/// An entry: the members before `stored` are for people, and are taken from it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct LogEntry {
    pub(super) number: u64,
    pub(super) at: String,
    pub(super) text: String,
    /// The entry as the vault keeps it, to the byte.
    pub(super) stored: String,
}

/// A log that came with a merged backup.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ImportedLog {
    pub(super) id: Id,
    /// When the backup was made.
    pub(super) created: String,
    /// When it was merged.
    pub(super) merged: Timestamp,
    /// The profiles here of the numbers there.
    pub(super) profiles: Vec<(u32, u32)>,
    #[serde(flatten)]
    pub(super) log: Log,
}
