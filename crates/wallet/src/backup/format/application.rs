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
    /// `signature`, `token`, `values`, `files`.
    sees: Vec<SightRecord>,
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
same_members!(AskedRecord, AskedEntry, id, schema, label, required);
same_members!(PlaceRecord, PlaceEntry, place, sees);
same_members!(WantedRecord, WantedEntry, id, schema, label, reason, invalid);

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
