//! Parties that may ask by Auth eID, and the keys that what they get is signed with.

use idw_vault::RecordId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Entry, Id, Secret};
use crate::records::{EidFormRecord, EidKeysRecord, EidPartyRecord, EidPartyServiceRecord};

/// An element of `eid-parties.json`. A party keeps its id: what identifies the user to it is derived from that.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::backup) struct EidPartyEntry {
    id: Id,
    name: String,
    /// SHA-256 of its API key, 64 hexadecimal digits; empty for a party of a service.
    key_hash: String,
    form: FormEntry,
    number_matching: bool,
    open_limit: u32,
    #[serde(default)]
    logo: Option<String>,
    #[serde(default)]
    blocked: Option<Timestamp>,
    /// The service that it asks through; backups of before version 6 have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    service: Option<ServiceEntry>,
    created: Timestamp,
}

/// Where a party is registered that the user did not register.
#[derive(Serialize, Deserialize)]
struct ServiceEntry {
    id: String,
    rp: String,
    host: String,
}

impl From<EidPartyServiceRecord> for ServiceEntry {
    fn from(EidPartyServiceRecord { id, rp, host }: EidPartyServiceRecord) -> Self {
        Self { id, rp, host }
    }
}

impl From<ServiceEntry> for EidPartyServiceRecord {
    fn from(ServiceEntry { id, rp, host }: ServiceEntry) -> Self {
        Self { id, rp, host }
    }
}

/// How its signatures are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum FormEntry {
    Raw,
    X509,
}

impl From<EidFormRecord> for FormEntry {
    fn from(form: EidFormRecord) -> Self {
        match form {
            EidFormRecord::Raw => Self::Raw,
            EidFormRecord::X509 => Self::X509,
        }
    }
}

impl From<FormEntry> for EidFormRecord {
    fn from(form: FormEntry) -> Self {
        match form {
            FormEntry::Raw => Self::Raw,
            FormEntry::X509 => Self::X509,
        }
    }
}

impl Entry for EidPartyEntry {
    type Record = EidPartyRecord;
    const PATH: &'static str = "eid-parties.json";

    fn of(id: RecordId, record: EidPartyRecord) -> Self {
        // How often the user said no in a row is of the moment.
        let EidPartyRecord {
            version: _,
            name,
            key,
            form,
            matching,
            open_limit,
            logo,
            blocked,
            declined: _,
            quiet_until: _,
            unseen: _,
            service,
            created,
        } = record;
        let (id, form, service) = (Id(id), form.into(), service.map(Into::into));
        Self { id, name, key_hash: key, form, number_matching: matching, open_limit, logo, blocked, service, created }
    }

    fn into_record(self) -> (RecordId, EidPartyRecord) {
        let Self { id, name, key_hash, form, number_matching, open_limit, logo, blocked, service, created } = self;
        let record = EidPartyRecord {
            version: 1,
            name,
            key: key_hash,
            form: form.into(),
            matching: number_matching,
            open_limit,
            logo,
            blocked,
            declined: 0,
            quiet_until: None,
            unseen: None,
            service: service.map(Into::into),
            created,
        };
        (id.0, record)
    }
}

/// `eidKeys` in `wallet.json`. Parties pin the root, so it has to come back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::backup) struct EidKeysEntry {
    /// PKCS#8 in base64.
    issuer_key: Secret,
    /// DER in base64.
    root: String,
    issuer: String,
    /// RSA, PKCS#8 in base64.
    token_key: Secret,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    device_name: Option<String>,
    created: Timestamp,
}

impl From<EidKeysRecord> for EidKeysEntry {
    fn from(record: EidKeysRecord) -> Self {
        let EidKeysRecord { version: _, issuer_key, root, issuer, token_key, device_name, created } = record;
        Self { issuer_key: Secret(issuer_key), root, issuer, token_key: Secret(token_key), device_name, created }
    }
}

impl From<EidKeysEntry> for EidKeysRecord {
    fn from(entry: EidKeysEntry) -> Self {
        let EidKeysEntry { issuer_key, root, issuer, token_key, device_name, created } = entry;
        Self { version: 1, issuer_key: issuer_key.0, root, issuer, token_key: token_key.0, device_name, created }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Backups hold these words.
    #[test]
    fn the_words_that_a_backup_holds_stay_as_they_are() {
        let check = |record: EidFormRecord, spelt: &str| {
            assert_eq!(serde_json::to_value(FormEntry::from(record)).unwrap(), json!(spelt));
            assert_eq!(EidFormRecord::from(serde_json::from_value::<FormEntry>(json!(spelt)).unwrap()), record);
        };
        check(EidFormRecord::Raw, "raw");
        check(EidFormRecord::X509, "x509");
    }
}
