//! KYC applications.

use idw_vault::RecordId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Entry, Id};
use crate::records::{
    ApplicationRecord, ApplicationState, AskedRecord, DestinationRecord, OutgoingFileRecord, OutgoingRecord,
    PlaceRecord, SentDocumentRecord, SentRecord, SightRecord, WantedRecord,
};

/// An element of `applications.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::backup) struct ApplicationEntry {
    id: Id,
    profile: u32,
    site: String,
    site_name: String,
    account: Option<String>,
    account_name: String,
    did: String,
    /// Where the user agreed that it goes.
    #[serde(default)]
    destination: Option<DestinationEntry>,
    template: Value,
    template_name: Option<String>,
    state: StateEntry,
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

/// How far an application has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StateEntry {
    Draft,
    Uploading,
    Submitting,
    Unknown,
    Submitted,
    Refused,
    Cancelled,
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
    /// What it answers, where that is known.
    #[serde(default)]
    asked: Option<AskedEntry>,
}

/// One thing that a site asked for.
#[derive(Serialize, Deserialize)]
struct AskedEntry {
    id: Option<String>,
    schema: String,
    label: Option<String>,
    required: bool,
}

/// A site's root, and the places outside it that get something.
#[derive(Serialize, Deserialize)]
struct DestinationEntry {
    root: String,
    places: Vec<PlaceEntry>,
}

#[derive(Serialize, Deserialize)]
struct PlaceEntry {
    place: String,
    sees: Vec<SightEntry>,
}

/// Something that a place gets to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SightEntry {
    Signature,
    Token,
    Values,
    Files,
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
            destination,
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
            destination: destination.map(DestinationEntry::from),
            template,
            template_name,
            state: state.into(),
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
            version: ApplicationRecord::VERSION,
            profile: self.profile,
            site: self.site,
            site_name: self.site_name,
            account: self.account,
            account_name: self.account_name,
            did: self.did,
            destination: self.destination.map(DestinationRecord::from),
            template: self.template,
            template_name: self.template_name,
            state: self.state.into(),
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

/// Both ways between two enums of the same names, neither of which can get another one unseen.
macro_rules! same_names {
    ($record:ident, $entry:ident, $($name:ident),+) => {
        impl From<$record> for $entry {
            fn from(record: $record) -> Self {
                match record {
                    $($record::$name => Self::$name),+
                }
            }
        }

        impl From<$entry> for $record {
            fn from(entry: $entry) -> Self {
                match entry {
                    $($entry::$name => Self::$name),+
                }
            }
        }
    };
}

same_names!(ApplicationState, StateEntry, Draft, Uploading, Submitting, Unknown, Submitted, Refused, Cancelled);
same_names!(SightRecord, SightEntry, Signature, Token, Values, Files);

same_members!(OutgoingFileRecord, OutgoingFileEntry, document, name, mime_type, size, uploaded, tries);
same_members!(SentDocumentRecord, SentFileEntry, id, name, mime_type, size, sha256);
same_members!(AskedRecord, AskedEntry, id, schema, label, required);
same_members!(WantedRecord, WantedEntry, id, schema, label, reason, invalid);

impl From<PlaceRecord> for PlaceEntry {
    fn from(PlaceRecord { place, sees }: PlaceRecord) -> Self {
        Self { place, sees: sees.into_iter().map(Into::into).collect() }
    }
}

impl From<PlaceEntry> for PlaceRecord {
    fn from(PlaceEntry { place, sees }: PlaceEntry) -> Self {
        Self { place, sees: sees.into_iter().map(Into::into).collect() }
    }
}

impl From<SentRecord> for SentEntry {
    fn from(SentRecord { name, title, digest, files, value, documents, asked }: SentRecord) -> Self {
        let documents = documents.into_iter().map(Into::into).collect();
        Self { name, title, digest, files, value, documents, asked: asked.map(Into::into) }
    }
}

impl From<SentEntry> for SentRecord {
    fn from(SentEntry { name, title, digest, files, value, documents, asked }: SentEntry) -> Self {
        let documents = documents.into_iter().map(Into::into).collect();
        Self { name, title, digest, files, value, documents, asked: asked.map(Into::into) }
    }
}

impl From<DestinationRecord> for DestinationEntry {
    fn from(DestinationRecord { root, places }: DestinationRecord) -> Self {
        Self { root, places: places.into_iter().map(Into::into).collect() }
    }
}

impl From<DestinationEntry> for DestinationRecord {
    fn from(DestinationEntry { root, places }: DestinationEntry) -> Self {
        Self { root, places: places.into_iter().map(Into::into).collect() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Backups hold these words. A name that changes here, or in what the vault keeps, may not change them.
    #[test]
    fn the_words_that_a_backup_holds_stay_as_they_are() {
        let state = |record: ApplicationState, spelt: &str| {
            let entry = StateEntry::from(record);
            assert_eq!(serde_json::to_value(entry).unwrap(), json!(spelt));
            assert_eq!(ApplicationState::from(serde_json::from_value::<StateEntry>(json!(spelt)).unwrap()), record);
        };
        state(ApplicationState::Draft, "draft");
        state(ApplicationState::Uploading, "uploading");
        state(ApplicationState::Submitting, "submitting");
        state(ApplicationState::Unknown, "unknown");
        state(ApplicationState::Submitted, "submitted");
        state(ApplicationState::Refused, "refused");
        state(ApplicationState::Cancelled, "cancelled");
        let sight = |record: SightRecord, spelt: &str| {
            let entry = SightEntry::from(record);
            assert_eq!(serde_json::to_value(entry).unwrap(), json!(spelt));
            assert_eq!(SightRecord::from(serde_json::from_value::<SightEntry>(json!(spelt)).unwrap()), record);
        };
        sight(SightRecord::Signature, "signature");
        sight(SightRecord::Token, "token");
        sight(SightRecord::Values, "values");
        sight(SightRecord::Files, "files");
    }
}
