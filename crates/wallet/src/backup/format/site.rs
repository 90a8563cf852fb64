//! Sites, and the schemas that came from them.

use idw_vault::RecordId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Entry, Id};
use crate::records::{FormerKeyRecord, SchemaRecord, SiteRecord};

/// An element of `sites.json`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::backup) struct SiteEntry {
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
    /// By which rule the two above followed from the description: 1 where it is not said.
    #[serde(default = "first_rule")]
    key_rule: u32,
    #[serde(default)]
    key_confirmed: bool,
    /// The key that it had before, where somebody else's description gave it another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    former_key: Option<FormerKeyEntry>,
    key_index: u32,
    public_key: String,
    account: Option<String>,
    added: Timestamp,
    last_used: Option<Timestamp>,
    /// The description as it was when the user last agreed to anything there.
    #[serde(default)]
    agreed: Option<Value>,
    /// When the merged backup was made that brought it, until it is added again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from_backup: Option<String>,
}

fn first_rule() -> u32 {
    1
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
            key_rule,
            key_confirmed,
            former_key,
            key_index,
            key_public,
            account,
            added,
            last_used,
            agreed,
            // The site says so again when it matters again.
            file_limit: _,
            // So it is with this: looking for it again is a request or two.
            challenge_path: _,
            from_backup,
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
            key_rule,
            key_confirmed,
            former_key: former_key.map(FormerKeyEntry::from),
            key_index,
            public_key: key_public,
            account,
            added,
            last_used,
            agreed,
            from_backup,
        }
    }

    fn into_record(self) -> (RecordId, SiteRecord) {
        let record = SiteRecord {
            version: SiteRecord::VERSION,
            name: self.name,
            given_url: self.given_url,
            description: self.description,
            fetched_from: self.fetched_from,
            dialect: self.dialect,
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
            agreed: self.agreed,
            file_limit: None,
            challenge_path: None,
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
