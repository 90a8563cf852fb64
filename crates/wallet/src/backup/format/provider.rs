//! Identity-check providers.

use idw_vault::RecordId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Entry, Id};
use crate::records::{DialectRecord, ProviderRecord};

/// An element of `providers.json`. The client secret is not in a backup.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::backup) struct ProviderEntry {
    id: Id,
    name: String,
    dialect: DialectEntry,
    client_id: String,
    #[serde(default)]
    authorize: Option<String>,
    api: String,
    redirect: String,
    #[serde(default)]
    listen: Option<String>,
    #[serde(default)]
    trusted: bool,
    created: Timestamp,
}

/// What it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum DialectEntry {
    WebKyc,
    WebIdv,
}

impl From<DialectRecord> for DialectEntry {
    fn from(dialect: DialectRecord) -> Self {
        match dialect {
            DialectRecord::WebKyc => Self::WebKyc,
            DialectRecord::WebIdv => Self::WebIdv,
        }
    }
}

impl From<DialectEntry> for DialectRecord {
    fn from(dialect: DialectEntry) -> Self {
        match dialect {
            DialectEntry::WebKyc => Self::WebKyc,
            DialectEntry::WebIdv => Self::WebIdv,
        }
    }
}

impl Entry for ProviderEntry {
    type Record = ProviderRecord;
    const PATH: &'static str = "providers.json";

    fn of(id: RecordId, record: ProviderRecord) -> Self {
        // The file of the secret is a place on one machine.
        let ProviderRecord {
            version: _,
            name,
            dialect,
            client_id,
            authorize,
            api,
            redirect,
            listen,
            secret_file: _,
            trusted,
            created,
        } = record;
        let (id, dialect) = (Id(id), dialect.into());
        Self { id, name, dialect, client_id, authorize, api, redirect, listen, trusted, created }
    }

    fn into_record(self) -> (RecordId, ProviderRecord) {
        let Self { id, name, dialect, client_id, authorize, api, redirect, listen, trusted, created } = self;
        let dialect = dialect.into();
        let record = ProviderRecord {
            version: 1,
            name,
            dialect,
            client_id,
            authorize,
            api,
            redirect,
            listen,
            secret_file: None,
            trusted,
            created,
        };
        (id.0, record)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Backups hold these words.
    #[test]
    fn the_words_that_a_backup_holds_stay_as_they_are() {
        let check = |record: DialectRecord, spelt: &str| {
            assert_eq!(serde_json::to_value(DialectEntry::from(record)).unwrap(), json!(spelt));
            assert_eq!(DialectRecord::from(serde_json::from_value::<DialectEntry>(json!(spelt)).unwrap()), record);
        };
        check(DialectRecord::WebKyc, "webKyc");
        check(DialectRecord::WebIdv, "webIdv");
    }
}
