//! Who the user is: profiles, accounts, attributes, documents.

use idw_vault::RecordId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Entry, Id, Secret};
use crate::records::{
    AccountRecord, AttributeRecord, CheckRecord, CheckedDocumentRecord, ClaimRecord, Import, KeySource,
    ProfileKindRecord, ProfileRecord, ProvenanceRecord, SourceRecord,
};

/// An element of `profiles.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::backup) struct ProfileEntry {
    id: Id,
    number: u32,
    name: String,
    kind: KindEntry,
    created: Timestamp,
    main_account: u32,
    #[serde(default)]
    removed: Option<Timestamp>,
}

/// Person or company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum KindEntry {
    Person,
    Company,
}

impl From<ProfileKindRecord> for KindEntry {
    fn from(kind: ProfileKindRecord) -> Self {
        match kind {
            ProfileKindRecord::Person => Self::Person,
            ProfileKindRecord::Company => Self::Company,
        }
    }
}

impl From<KindEntry> for ProfileKindRecord {
    fn from(kind: KindEntry) -> Self {
        match kind {
            KindEntry::Person => Self::Person,
            KindEntry::Company => Self::Company,
        }
    }
}

impl Entry for ProfileEntry {
    type Record = ProfileRecord;
    const PATH: &'static str = "profiles.json";

    fn of(id: RecordId, record: ProfileRecord) -> Self {
        let ProfileRecord { version: _, number, name, kind, created, main_index, removed } = record;
        Self { id: Id(id), number, name, kind: kind.into(), created, main_account: main_index, removed }
    }

    fn into_record(self) -> (RecordId, ProfileRecord) {
        let Self { id, number, name, kind, created, main_account, removed } = self;
        let kind = kind.into();
        (id.0, ProfileRecord { version: 1, number, name, kind, created, main_index: main_account, removed })
    }
}

/// An element of `accounts.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::backup) struct AccountEntry {
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
    pub(in crate::backup) secret_key: Option<Secret>,
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
pub(in crate::backup) struct AttributeEntry {
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
    Imported {
        from: String,
        at: Timestamp,
        #[serde(default)]
        source: SourceEntry,
        #[serde(default)]
        claims: Option<ClaimEntry>,
    },
    Checked(CheckEntry),
    Verified {
        by: String,
        at: Timestamp,
    },
}

/// The identity check that gave the value, with the seal of the wallet that made the backup.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct CheckEntry {
    provider: String,
    name: String,
    #[serde(default)]
    test: bool,
    check: String,
    at: Timestamp,
    #[serde(default)]
    document_type: Option<String>,
    #[serde(default)]
    number_end: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    document: Option<CheckedDocumentEntry>,
    #[serde(default)]
    added: Vec<String>,
    seal: String,
}

/// The number of a checked document and who gave it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct CheckedDocumentEntry {
    number: String,
    #[serde(default)]
    country: Option<String>,
}

impl From<CheckRecord> for CheckEntry {
    fn from(record: CheckRecord) -> Self {
        let CheckRecord { provider, name, test, check, at, document_type, number_end, document, added, seal } = record;
        let document = document.map(|one| CheckedDocumentEntry { number: one.number, country: one.country });
        Self { provider, name, test, check, at, document_type, number_end, document, added, seal }
    }
}

impl From<CheckEntry> for CheckRecord {
    fn from(entry: CheckEntry) -> Self {
        let CheckEntry { provider, name, test, check, at, document_type, number_end, document, added, seal } = entry;
        let document = document.map(|one| CheckedDocumentRecord { number: one.number, country: one.country });
        Self { provider, name, test, check, at, document_type, number_end, document, added, seal }
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum SourceEntry {
    #[default]
    File,
    Backup,
    Check,
}

/// Who verified the value, as what it was imported from says.
#[derive(Serialize, Deserialize)]
struct ClaimEntry {
    by: String,
    #[serde(default)]
    at: Option<Timestamp>,
}

impl From<ProvenanceRecord> for ProvenanceEntry {
    fn from(record: ProvenanceRecord) -> Self {
        match record {
            ProvenanceRecord::Entered => Self::Entered,
            ProvenanceRecord::Imported { from, at, source, claims } => {
                let source = match source {
                    SourceRecord::File => SourceEntry::File,
                    SourceRecord::Backup => SourceEntry::Backup,
                    SourceRecord::Check => SourceEntry::Check,
                };
                let claims = claims.map(|ClaimRecord { by, at }| ClaimEntry { by, at });
                Self::Imported { from, at, source, claims }
            }
            ProvenanceRecord::Checked(check) => Self::Checked(check.into()),
            ProvenanceRecord::Verified { by, at } => Self::Verified { by, at },
        }
    }
}

impl From<ProvenanceEntry> for ProvenanceRecord {
    fn from(entry: ProvenanceEntry) -> Self {
        match entry {
            ProvenanceEntry::Entered => Self::Entered,
            ProvenanceEntry::Imported { from, at, source, claims } => {
                let source = match source {
                    SourceEntry::File => SourceRecord::File,
                    SourceEntry::Backup => SourceRecord::Backup,
                    SourceEntry::Check => SourceRecord::Check,
                };
                let claims = claims.map(|ClaimEntry { by, at }| ClaimRecord { by, at });
                Self::Imported { from, at, source, claims }
            }
            ProvenanceEntry::Checked(check) => Self::Checked(check.into()),
            ProvenanceEntry::Verified { by, at } => Self::Verified { by, at },
        }
    }
}

impl Entry for AttributeEntry {
    type Record = AttributeRecord;
    const PATH: &'static str = "attributes.json";

    fn of(id: RecordId, record: AttributeRecord) -> Self {
        let AttributeRecord { version: _, schema, label, value, provenance, created, changed, is_default, profile } =
            record;
        let provenance = provenance.into();
        Self { id: Id(id), profile, schema, label, default: is_default, value, provenance, created, changed }
    }

    fn into_record(self) -> (RecordId, AttributeRecord) {
        let Self { id, profile, schema, label, default, value, provenance, created, changed } = self;
        let provenance = provenance.into();
        let record = AttributeRecord {
            version: AttributeRecord::VERSION,
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
pub(in crate::backup) struct DocumentEntry {
    pub(in crate::backup) id: String,
    /// Where its bytes are in the backup.
    pub(in crate::backup) path: String,
    pub(in crate::backup) profile: u32,
    pub(in crate::backup) name: String,
    pub(in crate::backup) mime_type: String,
    pub(in crate::backup) size: u64,
    pub(in crate::backup) sha256: String,
    pub(in crate::backup) added: Timestamp,
    pub(in crate::backup) kept_alone: bool,
    /// What was taken out of a picture when it was added.
    #[serde(default)]
    pub(in crate::backup) metadata_removed: Option<String>,
    /// What it still gives away besides its content.
    #[serde(default)]
    pub(in crate::backup) metadata_kept: Option<String>,
    /// How many pages it has, where it is a PDF.
    #[serde(default)]
    pub(in crate::backup) pages: Option<u32>,
    /// The id of the document that it is a smaller copy of.
    #[serde(default)]
    pub(in crate::backup) shrunk_from: Option<String>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Backups hold these words. A name that changes here, or in what the vault keeps, may not change them.
    #[test]
    fn the_words_that_a_backup_holds_stay_as_they_are() {
        let kind = |record: ProfileKindRecord, spelt: &str| {
            assert_eq!(serde_json::to_value(KindEntry::from(record)).unwrap(), json!(spelt));
            assert_eq!(ProfileKindRecord::from(serde_json::from_value::<KindEntry>(json!(spelt)).unwrap()), record);
        };
        kind(ProfileKindRecord::Person, "person");
        kind(ProfileKindRecord::Company, "company");
        let at: Timestamp = "2026-01-31T09:30:00Z".parse().unwrap();
        let source = |record: SourceRecord, spelt: &str| {
            let from = "a.json".to_owned();
            let entry = ProvenanceEntry::from(ProvenanceRecord::Imported { from, at, source: record, claims: None });
            let entry = serde_json::to_value(entry).unwrap();
            assert_eq!((&entry["type"], &entry["source"]), (&json!("imported"), &json!(spelt)));
        };
        source(SourceRecord::File, "file");
        source(SourceRecord::Backup, "backup");
        source(SourceRecord::Check, "check");
        let key = |entry: KeyEntry, spelt: &str| assert_eq!(serde_json::to_value(entry).unwrap()["from"], json!(spelt));
        key(KeyEntry::RecoveryPhrase { index: 0 }, "recoveryPhrase");
        key(KeyEntry::RawKey, "rawKey");
        key(KeyEntry::Keystore, "keystore");
        key(KeyEntry::OtherPhrase { index: 0 }, "otherPhrase");
    }
}
