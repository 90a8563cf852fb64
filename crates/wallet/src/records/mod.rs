//! What the wallet keeps in the vault: JSON, each record with the version of its shape.
//!
//! These types are for the disk alone. A field that is added later has a default; a field is never given a new
//! meaning.

mod activity;
mod application;
mod eid;
mod eid_service;
mod identity;
mod imported;
mod keys;
mod provider;
mod request;
mod site;
mod unsaved;

use idw_vault::{RecordId, Tree};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::Stored;

pub(crate) use activity::{
    ActivityHead, ActivityRecord, AskedRecord, Event, ExportRecord, Finish, PurposeRecord, Reason, SentDocumentRecord,
    SentRecord,
};
pub(crate) use application::{
    ApplicationRecord, ApplicationState, DestinationRecord, OutgoingFileRecord, OutgoingRecord, PlaceRecord,
    SightRecord, WantedRecord,
};
pub(crate) use eid::{
    EidAnswerState, EidFilesRecord, EidFormRecord, EidKeysRecord, EidListedRecord, EidPartyRecord,
    EidPartyServiceRecord, EidRequestRecord, EidUnseenRecord,
};
pub(crate) use eid_service::{EidBoundRecord, EidDeviceRecord, EidServiceRecord, EidServiceState};
pub(crate) use identity::{
    AttributeRecord, CheckRecord, CheckedDocumentRecord, ClaimRecord, DocumentMeta, ProfileKindRecord, ProfileRecord,
    ProvenanceRecord, SchemaRecord, SourceRecord, THUMBNAILS,
};
pub(crate) use imported::{ImportedEntryRecord, ImportedLogRecord};
pub(crate) use keys::{
    AccountCounter, AccountKeyRecord, AccountRecord, DigestKeyRecord, DigestKeysRecord, Import, KeySource, PhraseRecord,
};
pub(crate) use provider::{DialectRecord, ProviderRecord};
pub(crate) use request::{RequestRecord, RequestState};
pub(crate) use site::{FormerKeyRecord, LwsSiteRecord, ProtocolRecord, SiteRecord};
pub(crate) use unsaved::UnsavedRecord;

/// A record and where it lives.
pub(crate) trait Record: Serialize + DeserializeOwned {
    /// The tree it is kept in.
    const TREE: Tree;
    /// What it is called in an error.
    const WHAT: Stored;

    /// The number of the profile that it belongs to; none for what belongs to the wallet as a whole.
    fn profile(&self) -> Option<u32> {
        None
    }
}

/// Which version of these records a vault holds: what an earlier program may have written is migrated once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DataVersionRecord {
    pub(crate) version: u32,
    pub(crate) data_version: u32,
}

impl DataVersionRecord {
    /// The version that this program writes. Vaults of the first have no such record.
    pub(crate) const NEWEST: u32 = 5;
}

impl Record for DataVersionRecord {
    const TREE: Tree = Tree::named("data-version");
    const WHAT: Stored = Stored::DataVersion;
}

/// The one record of a tree that holds only one.
pub(crate) const ONLY: RecordId = RecordId::from_bytes([0; 16]);

#[cfg(test)]
mod tests {
    use idw_words::message;
    use serde_json::{Value, json};

    use super::*;

    /// How a value is spelt in the vault, and that it is read from that.
    fn check<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T, spelt: &Value) {
        assert_eq!(serde_json::to_value(value).unwrap(), *spelt, "{value:?}");
        assert_eq!(serde_json::from_value::<T>(spelt.clone()).unwrap(), *value, "{spelt}");
    }

    /// Vaults hold these words. A name that changes here may not change them.
    #[test]
    fn the_words_that_the_vault_holds_stay_as_they_are() {
        check(&PurposeRecord::LogIn, &json!("logIn"));
        check(&PurposeRecord::SignUp, &json!("signUp"));
        check(&PurposeRecord::Apply, &json!("apply"));
        check(&ProfileKindRecord::Person, &json!("person"));
        check(&ProfileKindRecord::Company, &json!("company"));
        check(&DialectRecord::WebKyc, &json!("webKyc"));
        check(&DialectRecord::WebIdv, &json!("webIdv"));
        check(&SightRecord::Signature, &json!("signature"));
        check(&SightRecord::Token, &json!("token"));
        check(&SightRecord::Values, &json!("values"));
        check(&SightRecord::Files, &json!("files"));
        check(&ApplicationState::Draft, &json!("draft"));
        check(&ApplicationState::Uploading, &json!("uploading"));
        check(&ApplicationState::Submitting, &json!("submitting"));
        check(&ApplicationState::Unknown, &json!("unknown"));
        check(&ApplicationState::Submitted, &json!("submitted"));
        check(&ApplicationState::Refused, &json!("refused"));
        check(&ApplicationState::Cancelled, &json!("cancelled"));
        check(&Finish::Done { application: None }, &json!({"state": "done", "application": null}));
        let reason = Reason::text("why".to_owned());
        check(
            &Finish::Failed { reason: reason.clone(), begun: Some(true) },
            &json!({"state": "failed", "reason": "why", "begun": true}),
        );
        check(&Finish::Unknown { reason }, &json!({"state": "unknown", "reason": "why"}));
        let reason = Reason::of(message::ActivityReasonDeviceUnknown.into());
        let told = json!({"id": "activity-reason-device-unknown", "arguments": {}});
        check(
            &Finish::Unknown { reason },
            &json!({"state": "unknown", "reason": "The service no longer knows this device.", "message": told}),
        );
        check(&ExportRecord::Phrase, &json!({"of": "phrase"}));
        check(
            &ExportRecord::Data { attributes: 1, documents: 2 },
            &json!({"of": "data", "attributes": 1, "documents": 2}),
        );
        check(&ExportRecord::Document { name: "a".to_owned() }, &json!({"of": "document", "name": "a"}));
    }

    #[test]
    fn the_kinds_of_entries_of_the_log_stay_as_they_are() {
        let text = || "a".to_owned();
        let check = |event: &Event, kind: &str| {
            let spelt = serde_json::to_value(event).unwrap();
            assert_eq!(spelt["kind"], kind, "{event:?}");
            assert_eq!(serde_json::from_value::<Event>(spelt).unwrap(), *event, "{kind}");
        };
        check(&Event::VaultCreated, "vault_created");
        check(&Event::PasswordChanged, "password_changed");
        check(&Event::KeyringEnabled, "keyring_enabled");
        check(&Event::KeyringDisabled, "keyring_disabled");
        check(&Event::AccountAdded { name: text(), did: text(), imported: true }, "account_added");
        check(&Event::ExportBegun { what: ExportRecord::Phrase }, "export_begun");
        check(&Event::AccountExported { name: text(), did: text(), protected: true }, "account_exported");
        check(&Event::AccountRenamed { from: text(), to: text() }, "account_renamed");
        check(&Event::AccountRemoved { name: text(), did: text() }, "account_removed");
        check(&Event::PhraseExported, "phrase_exported");
        check(&Event::AttributeSet { name: text(), title: text() }, "attribute_set");
        check(&Event::AttributeRemoved { name: text(), title: text() }, "attribute_removed");
        check(&Event::DefaultChosen { name: text(), title: text() }, "default_chosen");
        check(&Event::Relabelled { name: text(), title: text() }, "relabelled");
        check(&Event::DataImported { from: text(), attributes: 1, documents: 2 }, "data_imported");
        check(&Event::DataExported { attributes: 1, documents: 2 }, "data_exported");
        check(&Event::BackupBegun, "backup_begun");
        check(&Event::BackupRestored { created: text() }, "backup_restored");
        check(&Event::BackupMerged { created: text(), added: 1 }, "backup_merged");
        check(&Event::ProfileAdded { name: text() }, "profile_added");
        check(&Event::ProfileRenamed { from: text(), to: text() }, "profile_renamed");
        check(&Event::ProfileRemoved { name: text() }, "profile_removed");
        check(&Event::DocumentAdded { name: text() }, "document_added");
        check(&Event::DocumentRemoved { name: text() }, "document_removed");
        check(&Event::DocumentExported { name: text() }, "document_exported");
        check(&Event::ProviderAdded { name: text(), host: text() }, "provider_added");
        check(&Event::ProviderRemoved { name: text() }, "provider_removed");
        check(&Event::CheckKept { provider: text(), attributes: 1, replaced: 0, documents: 2 }, "check_kept");
        check(&Event::SiteAdded { site: text(), url: text(), renewed: true, root: text() }, "site_added");
        check(&Event::SiteRemoved { site: text() }, "site_removed");
        let redirected = Event::ApplicationRedirected {
            site: text(),
            root: text(),
            hosts: Vec::new(),
            account: text(),
            did: text(),
        };
        check(&redirected, "application_redirected");
        check(&Event::ApplicationCancelled { site: text(), application: None }, "application_cancelled");
        let finished = Event::Finished {
            purpose: PurposeRecord::Apply,
            site: text(),
            account: text(),
            approved: 1,
            result: Finish::Done { application: None },
        };
        check(&finished, "finished");
    }

    /// The log is a chain over the bytes of its entries.
    #[test]
    fn entries_of_before_reasons_were_messages_keep_their_bytes() {
        let check = |event: &str| {
            let stored = format!(
                r#"{{"version":1,"number":7,"previous":"ab","at":"2026-11-30T15:45:04Z","profile":0,"event":{event}}}"#
            );
            let record: ActivityRecord = serde_json::from_str(&stored).unwrap();
            assert_eq!(serde_json::to_string(&record).unwrap(), stored);
        };
        let finished = |result: &str| {
            check(&format!(
                r#"{{"kind":"finished","purpose":"logIn","site":"Bank","account":"main","approved":6,"result":{result}}}"#
            ));
        };
        finished(r#"{"state":"failed","reason":"the site did not answer; nothing was sent","begun":false}"#);
        finished(r#"{"state":"unknown","reason":"the connection broke"}"#);
        finished(r#"{"state":"done","application":"a1"}"#);
        check(
            r#"{"kind":"eid_service_ended","service":"eid.example","reason":"it does not know this device any longer"}"#,
        );
        check(r#"{"kind":"eid_service_fault","service":"eid.example","reason":"it is listed twice"}"#);
    }
}
