//! What the wallet keeps in the vault: JSON, each record with the version of its shape.
//!
//! These types are for the disk alone. A field that is added later has a default; a field is never given a new
//! meaning.

use idw_vault::{RecordId, Tree};
use jiff::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{
    attributes::Listing,
    view::{ProfileKind, Purpose},
};

/// A record and where it lives.
pub(crate) trait Record: Serialize + DeserializeOwned {
    /// The tree it is kept in.
    const TREE: Tree;
    /// What it is called in an error.
    const WHAT: &'static str;

    /// Whether it is kept in memory as part of the listing.
    const IS_LISTED: bool = false;

    /// The number of the profile that it belongs to; none for what belongs to the wallet as a whole.
    fn profile(&self) -> Option<u32> {
        None
    }

    /// All of a profile, where they are part of the listing.
    fn listed(_listing: &Listing) -> Vec<(RecordId, Self)> {
        Vec::new()
    }
}

/// The one record of a tree that holds only one.
pub(crate) const ONLY: RecordId = RecordId::from_bytes([0; 16]);

/// The recovery phrase. Read only to sign or to export.
#[derive(Serialize, Deserialize)]
pub(crate) struct PhraseRecord {
    pub(crate) version: u32,
    #[serde(with = "secret_text")]
    pub(crate) words: Zeroizing<String>,
}

impl Record for PhraseRecord {
    const TREE: Tree = Tree::named("phrase");
    const WHAT: &'static str = "the recovery phrase";
}

/// A named account: the public half, and where its key comes from.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct AccountRecord {
    pub(crate) version: u32,
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) source: KeySource,
    pub(crate) public_key: String,
    pub(crate) created: Timestamp,
    /// When its key was last exported: an imported key that never was would be lost with its account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) exported: Option<Timestamp>,
    #[serde(default)]
    pub(crate) profile: u32,
}

impl Record for AccountRecord {
    const TREE: Tree = Tree::named("accounts");
    const WHAT: &'static str = "an account";

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

/// Where an account's key comes from. Told apart by the name of the one member.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum KeySource {
    /// From the recovery phrase when needed.
    Derived {
        /// The last step of m/44'/60'/0'/0/index.
        index: u32,
    },
    /// From elsewhere: kept, as [`AccountKeyRecord`] under the account's own id.
    Imported { imported: Import },
}

/// As what a key was imported.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub(crate) enum Import {
    /// 64 hex digits.
    RawKey,
    /// A Web3 Secret Storage file.
    Keystore,
    /// A phrase other than the wallet's, of which only the one key is kept.
    Phrase {
        /// The last step of m/44'/60'/0'/0/index.
        index: u32,
    },
}

/// The secret key of an imported account, under the account's id. Read only to sign or to export.
#[derive(Serialize, Deserialize)]
pub(crate) struct AccountKeyRecord {
    pub(crate) version: u32,
    /// 64 hex digits.
    #[serde(with = "secret_text")]
    pub(crate) secret: Zeroizing<String>,
    pub(crate) profile: u32,
}

impl Record for AccountKeyRecord {
    const TREE: Tree = Tree::named("account-keys");
    const WHAT: &'static str = "the key of an imported account";

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

/// From which index on the next account is derived, in all profiles: the key of one that was removed is not given to a
/// new one.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct AccountCounter {
    pub(crate) version: u32,
    pub(crate) next: u32,
}

impl Record for AccountCounter {
    const TREE: Tree = Tree::named("account-counter");
    const WHAT: &'static str = "the number of the next account";
}

/// A person or company that the user acts for. What belongs to one is never seen in another.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ProfileRecord {
    pub(crate) version: u32,
    /// What other records name it by, and the index of its site keys (SLIP-0013). Never given twice, so that a new
    /// profile cannot be linked to one that was removed.
    pub(crate) number: u32,
    pub(crate) name: String,
    pub(crate) kind: ProfileKind,
    pub(crate) created: Timestamp,
    /// The index of its main account; kept, like the number, when the profile is removed.
    pub(crate) main_index: u32,
    /// When it was removed. Such a record stays only to keep its numbers taken.
    #[serde(default)]
    pub(crate) removed: Option<Timestamp>,
}

impl Record for ProfileRecord {
    const TREE: Tree = Tree::named("profiles");
    const WHAT: &'static str = "a profile";
}

/// One value of an attribute.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct AttributeRecord {
    pub(crate) version: u32,
    /// Schema URL in wire spelling.
    pub(crate) schema: String,
    pub(crate) label: Option<String>,
    /// Files in it name documents of this vault.
    pub(crate) value: Value,
    pub(crate) provenance: ProvenanceRecord,
    pub(crate) created: Timestamp,
    pub(crate) changed: Timestamp,
    pub(crate) is_default: bool,
    #[serde(default)]
    pub(crate) profile: u32,
}

impl Record for AttributeRecord {
    const TREE: Tree = Tree::named("attributes");
    const WHAT: &'static str = "an attribute";
    const IS_LISTED: bool = true;

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }

    fn listed(listing: &Listing) -> Vec<(RecordId, Self)> {
        listing.records().to_vec()
    }
}

/// Where a value comes from.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ProvenanceRecord {
    /// Typed or chosen by the user.
    Entered,
    /// Read from a file that the user named.
    Imported { from: String, at: Timestamp },
    /// Confirmed by someone else.
    Verified { by: String, at: Timestamp },
}

/// A schema that a relying party brought, kept as it was fetched.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct SchemaRecord {
    pub(crate) version: u32,
    pub(crate) url: String,
    pub(crate) schema: Value,
    /// The site that first asked for it.
    pub(crate) site: String,
    pub(crate) fetched: Timestamp,
}

impl Record for SchemaRecord {
    const TREE: Tree = Tree::named("schemas");
    const WHAT: &'static str = "a site's own schema";
}

/// What the vault keeps beside a document's bytes.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct DocumentMeta {
    pub(crate) version: u32,
    pub(crate) name: String,
    pub(crate) mime_type: String,
    pub(crate) added: Timestamp,
    /// True where the user added it by itself; false where it came with an attribute and goes with it.
    pub(crate) kept_alone: bool,
    /// What was taken out of a picture before it was stored, in words.
    #[serde(default)]
    pub(crate) removed: Option<String>,
    /// What it still gives away besides its content, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) kept: Option<String>,
    /// How many pages it has, where it is a PDF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pages: Option<u32>,
    /// The id of the document that this is a smaller copy of. It may be gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) shrunk_from: Option<String>,
    #[serde(default)]
    pub(crate) profile: u32,
}

/// Small pictures of documents, each under its document's id. The one tree that is no JSON; `documents/thumbnail.rs`
/// says what is in it.
pub(crate) const THUMBNAILS: Tree = Tree::named("thumbnails");

/// A site.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct SiteRecord {
    pub(crate) version: u32,
    pub(crate) name: String,
    /// The URL that the user gave, if any.
    pub(crate) given_url: Option<String>,
    /// The site's description as it came.
    pub(crate) description: Value,
    /// Where it was fetched from: relative URLs in it are resolved against this.
    pub(crate) fetched_from: Option<String>,
    /// `classic` or `did`, once found out.
    pub(crate) dialect: Option<String>,
    /// The URI from which the site's own key is derived (SLIP-0013). Kept, so that a site that moves an endpoint
    /// does not lose its user.
    pub(crate) key_uri: String,
    /// The other hosts that see the user's token, where the site's endpoints are spread: part of the key's URI.
    #[serde(default)]
    pub(crate) key_shared_with: Option<String>,
    pub(crate) key_index: u32,
    pub(crate) key_public: String,
    /// The named account used there instead of the site's own key.
    pub(crate) account: Option<String>,
    pub(crate) added: Timestamp,
    pub(crate) last_used: Option<Timestamp>,
    /// The description as it was when the user last agreed to anything there: what is different now is told.
    #[serde(default)]
    pub(crate) agreed: Option<Value>,
    /// The largest file that it takes, in bytes, where it has refused a larger one and said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) file_limit: Option<u64>,
    #[serde(default)]
    pub(crate) profile: u32,
}

impl Record for SiteRecord {
    const TREE: Tree = Tree::named("sites");
    const WHAT: &'static str = "a site";

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

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
    const WHAT: &'static str = "an activity entry";

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
    const WHAT: &'static str = "the end of the activity log";
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
    /// An account's key was handed out: in a keystore file, or unprotected.
    AccountExported { name: String, did: String, protected: bool },
    /// An account got another name.
    AccountRenamed { from: String, to: String },
    /// An account was removed, and an imported key with it.
    AccountRemoved { name: String, did: String },
    /// The recovery phrase was handed out.
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
        purpose: Purpose,
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
    },
    /// The user gave a KYC application up.
    ApplicationCancelled { site: String, application: Option<String> },
    /// How it ended.
    Finished {
        purpose: Purpose,
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
                | Self::BackupBegun
                | Self::BackupRestored { .. }
                | Self::BackupMerged { .. }
                | Self::ProfileAdded { .. }
                | Self::ProfileRenamed { .. }
                | Self::ProfileRemoved { .. }
        )
    }
}

/// How a disclosure ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum Finish {
    /// As it should.
    Done { application: Option<String> },
    /// The site refused, or could not be reached; `reason` is the sentence the user saw.
    Failed {
        reason: String,
        /// Whether sending what was agreed to had begun; entries of the first version do not say.
        #[serde(default)]
        begun: Option<bool>,
    },
    /// It was sent, and no answer says whether it arrived.
    Unknown { reason: String },
}

/// A KYC application, from the user's yes on: what is to be sent, how far it has come, and what the site says of it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ApplicationRecord {
    pub(crate) version: u32,
    pub(crate) profile: u32,
    /// The id of the site's record.
    pub(crate) site: String,
    pub(crate) site_name: String,
    /// The named account it is made with; none for the site's own key.
    pub(crate) account: Option<String>,
    pub(crate) account_name: String,
    pub(crate) did: String,
    /// The template's id as the site spells it: text or a number.
    pub(crate) template: Value,
    pub(crate) template_name: Option<String>,
    pub(crate) state: ApplicationState,
    /// What is sent. Empty once it has arrived, or will not be sent any more.
    pub(crate) attributes: Vec<OutgoingRecord>,
    /// Its files, each with the id that the site gave once it had it.
    pub(crate) files: Vec<OutgoingFileRecord>,
    /// What was agreed to, as in the activity log.
    pub(crate) sent: Vec<SentRecord>,
    /// The number of the `Approved` entry.
    pub(crate) approved: u64,
    pub(crate) created: Timestamp,
    /// When it was last submitted, by this computer's clock; set before the request.
    pub(crate) submitted: Option<Timestamp>,
    /// The site's id for it.
    pub(crate) remote_id: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) message: Option<String>,
    /// The site's status number when it was last asked.
    pub(crate) status: Option<u16>,
    /// What the site wants besides.
    #[serde(default)]
    pub(crate) wanted: Vec<WantedRecord>,
    pub(crate) checked: Option<Timestamp>,
}

impl Record for ApplicationRecord {
    const TREE: Tree = Tree::named("applications");
    const WHAT: &'static str = "a KYC application";

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

/// How far an application has come on this side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ApplicationState {
    /// Agreed to; the site has nothing of it.
    Draft,
    /// The site has some of the files.
    Uploading,
    /// Written before the request leaves: whoever finds this does not know whether it arrived.
    Submitting,
    /// Sent, and no answer says whether it arrived.
    Unknown,
    /// The site has it.
    Submitted,
    /// The site refused it for good.
    Refused,
    /// Given up.
    Cancelled,
}

/// An attribute as it is sent.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct OutgoingRecord {
    pub(crate) id: Option<String>,
    /// As it is spelt on the wire.
    pub(crate) schema: String,
    pub(crate) label: Option<String>,
    pub(crate) value: Value,
    /// Where in the value its files are (JSON pointers), each with its place in the list of files.
    pub(crate) files: Vec<(String, usize)>,
}

/// A file as it is sent.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct OutgoingFileRecord {
    pub(crate) document: String,
    pub(crate) name: String,
    pub(crate) mime_type: String,
    pub(crate) size: u64,
    /// The id that the site gave when it had it: text or a number.
    pub(crate) uploaded: Option<Value>,
    /// How many uploads of it were begun that may have arrived, with or without an answer.
    #[serde(default)]
    pub(crate) tries: u32,
}

/// Something that a site wants in addition to, or in place of, what it has.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct WantedRecord {
    /// The site's own id for it.
    pub(crate) id: String,
    pub(crate) schema: Option<String>,
    pub(crate) label: Option<String>,
    /// Why, in the site's words.
    pub(crate) reason: Option<String>,
    /// True where the site has a value and finds it no good.
    pub(crate) invalid: bool,
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

/// A secret as JSON text. It is zeroised on the way in and out; the record's bytes are, too.
mod secret_text {
    use serde::{Deserialize as _, Deserializer, Serializer};
    use zeroize::Zeroizing;

    pub(super) fn serialize<S: Serializer>(text: &Zeroizing<String>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(text)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Zeroizing<String>, D::Error> {
        String::deserialize(from).map(Zeroizing::new)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn accounts_of_every_version_are_read() {
        let check = |source: Value, expected: Option<KeySource>| {
            let mut record =
                json!({ "version": 1, "name": "a", "public_key": "0x", "created": "2026-01-02T03:04:05Z" });
            let record_members = record.as_object_mut().unwrap();
            record_members.extend(source.as_object().unwrap().clone());
            let read: Option<AccountRecord> = serde_json::from_value(record.clone()).ok();
            assert_eq!(read.as_ref().map(|account| account.source.clone()), expected, "{record}");
            if let Some(read) = read {
                let again: AccountRecord = serde_json::from_slice(&crate::store::encode(&read)).unwrap();
                assert_eq!(again.source, read.source, "{record}");
                assert_eq!((again.profile, again.exported), (read.profile, read.exported), "{record}");
            }
        };
        // As the first version wrote them, without a profile.
        check(json!({ "index": 3 }), Some(KeySource::Derived { index: 3 }));
        let imported = |imported| Some(KeySource::Imported { imported });
        check(json!({ "imported": { "from": "raw_key" } }), imported(Import::RawKey));
        check(json!({ "imported": { "from": "keystore" }, "profile": 2 }), imported(Import::Keystore));
        check(json!({ "imported": { "from": "phrase", "index": 1 } }), imported(Import::Phrase { index: 1 }));
        check(json!({ "imported": { "from": "hardware" } }), None);
        check(json!({}), None);
    }
}
