//! Sites, and the schemas that came from them.

use idw_vault::RecordId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Entry, Id};
use crate::records::{FormerKeyRecord, LwsSiteRecord, ProtocolRecord, SchemaRecord, SiteRecord};

/// An element of `sites.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "StoredEntry")]
pub(in crate::backup) struct SiteEntry {
    id: Id,
    profile: u32,
    name: String,
    given_url: Option<String>,
    /// The protocol that it speaks, by its name, and what belongs to that.
    protocol: ProtocolEntry,
    key_uri: String,
    key_shared_with: Option<String>,
    /// By which rule the two above followed from the description: 1 where it is not said.
    key_rule: u32,
    key_confirmed: bool,
    /// The key that it had before, where somebody else's description gave it another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    former_key: Option<FormerKeyEntry>,
    key_index: u32,
    public_key: String,
    account: Option<String>,
    added: Timestamp,
    last_used: Option<Timestamp>,
    /// When the merged backup was made that brought it, until it is added again.
    #[serde(skip_serializing_if = "Option::is_none")]
    from_backup: Option<String>,
}

/// A protocol by its name.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum ProtocolEntry {
    Lws(LwsEntry),
}

/// What belongs to "Login with SelfKey".
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct LwsEntry {
    description: Value,
    fetched_from: Option<String>,
    dialect: Option<String>,
    /// The description as it was when the user last agreed to anything there.
    #[serde(default)]
    agreed: Option<Value>,
}

/// An element as any version wrote it: before version 3, what belongs to the protocol stood among the rest.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct StoredEntry {
    id: Id,
    profile: u32,
    name: String,
    given_url: Option<String>,
    protocol: Option<ProtocolEntry>,
    description: Option<Value>,
    fetched_from: Option<String>,
    dialect: Option<String>,
    agreed: Option<Value>,
    key_uri: String,
    key_shared_with: Option<String>,
    #[serde(default = "first_rule")]
    key_rule: u32,
    #[serde(default)]
    key_confirmed: bool,
    former_key: Option<FormerKeyEntry>,
    key_index: u32,
    public_key: String,
    account: Option<String>,
    added: Timestamp,
    last_used: Option<Timestamp>,
    from_backup: Option<String>,
}

fn first_rule() -> u32 {
    1
}

impl TryFrom<StoredEntry> for SiteEntry {
    type Error = &'static str;

    fn try_from(stored: StoredEntry) -> Result<Self, Self::Error> {
        let StoredEntry { protocol, description, fetched_from, dialect, agreed, .. } = stored;
        let earlier = |description| ProtocolEntry::Lws(LwsEntry { description, fetched_from, dialect, agreed });
        Ok(Self {
            id: stored.id,
            profile: stored.profile,
            name: stored.name,
            given_url: stored.given_url,
            protocol: protocol.or_else(|| description.map(earlier)).ok_or("a site names no protocol")?,
            key_uri: stored.key_uri,
            key_shared_with: stored.key_shared_with,
            key_rule: stored.key_rule,
            key_confirmed: stored.key_confirmed,
            former_key: stored.former_key,
            key_index: stored.key_index,
            public_key: stored.public_key,
            account: stored.account,
            added: stored.added,
            last_used: stored.last_used,
            from_backup: stored.from_backup,
        })
    }
}

impl From<ProtocolRecord> for ProtocolEntry {
    fn from(record: ProtocolRecord) -> Self {
        // The challenge's path is no part of a backup: looking for it again is a request or two.
        let ProtocolRecord::Lws(LwsSiteRecord { description, fetched_from, dialect, agreed, challenge_path: _ }) =
            record;
        Self::Lws(LwsEntry { description, fetched_from, dialect, agreed })
    }
}

impl From<ProtocolEntry> for ProtocolRecord {
    fn from(entry: ProtocolEntry) -> Self {
        let ProtocolEntry::Lws(LwsEntry { description, fetched_from, dialect, agreed }) = entry;
        Self::Lws(LwsSiteRecord { description, fetched_from, dialect, agreed, challenge_path: None })
    }
}

impl Entry for SiteEntry {
    type Record = SiteRecord;
    const PATH: &'static str = "sites.json";

    fn of(id: RecordId, record: SiteRecord) -> Self {
        let SiteRecord {
            version: _,
            name,
            given_url,
            protocol,
            key_uri,
            key_shared_with,
            key_rule,
            key_confirmed,
            former_key,
            key_index,
            key_public,
            account,
            added,
            last_used,
            // The site says so again when it matters again.
            file_limit: _,
            from_backup,
            profile,
        } = record;
        Self {
            id: Id(id),
            profile,
            name,
            given_url,
            protocol: protocol.into(),
            key_uri,
            key_shared_with,
            key_rule,
            key_confirmed,
            former_key: former_key.map(FormerKeyEntry::from),
            key_index,
            public_key: key_public,
            account,
            added,
            last_used,
            from_backup,
        }
    }

    fn into_record(self) -> (RecordId, SiteRecord) {
        let record = SiteRecord {
            version: SiteRecord::VERSION,
            name: self.name,
            given_url: self.given_url,
            protocol: self.protocol.into(),
            key_uri: self.key_uri,
            key_shared_with: self.key_shared_with,
            key_rule: self.key_rule,
            key_confirmed: self.key_confirmed,
            former_key: self.former_key.map(FormerKeyRecord::from),
            key_index: self.key_index,
            key_public: self.public_key,
            account: self.account,
            added: self.added,
            last_used: self.last_used,
            file_limit: None,
            from_backup: self.from_backup,
            profile: self.profile,
        };
        (self.id.0, record)
    }
}

/// A key that a site had.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct FormerKeyEntry {
    uri: String,
    shared_with: Option<String>,
    rule: u32,
    public_key: String,
}

impl From<FormerKeyRecord> for FormerKeyEntry {
    fn from(FormerKeyRecord { uri, shared_with, rule, public }: FormerKeyRecord) -> Self {
        Self { uri, shared_with, rule, public_key: public }
    }
}

impl From<FormerKeyEntry> for FormerKeyRecord {
    fn from(FormerKeyEntry { uri, shared_with, rule, public_key }: FormerKeyEntry) -> Self {
        Self { uri, shared_with, rule, public: public_key }
    }
}

/// An element of `schemas.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::backup) struct SchemaEntry {
    id: Id,
    url: String,
    schema: Value,
    site: String,
    fetched: Timestamp,
    /// Whether it came with a merged backup of another wallet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    from_backup: bool,
}

impl Entry for SchemaEntry {
    type Record = SchemaRecord;
    const PATH: &'static str = "schemas.json";

    fn of(id: RecordId, record: SchemaRecord) -> Self {
        let SchemaRecord { version: _, url, schema, site, fetched, from_backup } = record;
        Self { id: Id(id), url, schema, site, fetched, from_backup }
    }

    fn into_record(self) -> (RecordId, SchemaRecord) {
        let Self { id, url, schema, site, fetched, from_backup } = self;
        (id.0, SchemaRecord { version: 1, url, schema, site, fetched, from_backup })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn sites_of_every_version_are_read_and_written_with_their_protocol() {
        let id = "0".repeat(32);
        let lws = json!({
            "description": {"rootEndpoint": "https://rp.example"}, "fetchedFrom": "https://rp.example/config",
            "dialect": "did", "agreed": {"rootEndpoint": "https://rp.example"}
        });
        let mut earlier = json!({
            "id": id, "profile": 0, "name": "Example", "givenUrl": null, "keyUri": "https://rp.example", "keyIndex": 0,
            "publicKey": "0x04", "account": null, "added": "2026-01-02T03:04:05Z", "lastUsed": null
        });
        let mut newest = earlier.clone();
        newest["protocol"] = json!({ "lws": lws });
        assert!(serde_json::from_value::<SiteEntry>(earlier.clone()).is_err(), "it names no protocol");
        earlier.as_object_mut().unwrap().extend(lws.as_object().unwrap().clone());
        let read = |entry: Value| serde_json::from_value::<SiteEntry>(entry).unwrap();
        for entry in [read(earlier), read(newest)] {
            let written = serde_json::to_value(&entry).unwrap();
            assert_eq!((&written["protocol"]["lws"], &written["keyRule"]), (&lws, &json!(1)), "{written}");
            assert!(written.get("description").is_none(), "{written}");
            let (_, record) = entry.into_record();
            assert_eq!(record.lws().agreed.as_ref().unwrap()["rootEndpoint"], "https://rp.example");
            let again = serde_json::to_value(SiteEntry::of(RecordId::from_bytes([0; 16]), record)).unwrap();
            assert_eq!(again, written);
        }
    }
}
