//! Profiles, values, documents, and schemas that sites brought.

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Record;
use crate::{Stored, plain::line};

/// A person or company that the user acts for. What belongs to one is never seen in another.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ProfileRecord {
    pub(crate) version: u32,
    /// What other records name it by, and the index of its site keys (SLIP-0013). Never given twice, so that a new
    /// profile cannot be linked to one that was removed.
    pub(crate) number: u32,
    pub(crate) name: String,
    pub(crate) kind: ProfileKindRecord,
    pub(crate) created: Timestamp,
    /// The index of its main account; kept, like the number, when the profile is removed.
    pub(crate) main_index: u32,
    /// When it was removed. Such a record stays only to keep its numbers taken.
    #[serde(default)]
    pub(crate) removed: Option<Timestamp>,
}

/// Person or company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ProfileKindRecord {
    Person,
    Company,
}

impl Record for ProfileRecord {
    const TREE: Tree = Tree::named("profiles");
    const WHAT: Stored = Stored::Profile;
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
    const WHAT: Stored = Stored::Attribute;

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

impl AttributeRecord {
    /// Of its shape. 2: an imported value says whether a file or a backup brought it, and what that claims. 3: a value can
    /// come from an identity check.
    pub(crate) const VERSION: u32 = 3;
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ProvenanceRecord {
    /// Typed or chosen by the user.
    Entered,
    /// Read from a file that the user named.
    Imported {
        /// The file's name, or when the backup was made.
        from: String,
        at: Timestamp,
        #[serde(default, skip_serializing_if = "SourceRecord::is_file")]
        source: SourceRecord,
        /// What the file says: never the wallet's own word.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        claims: Option<ClaimRecord>,
    },
    /// Read off a document by a provider that checked it, and unchanged since. Anybody can write that; it counts where the
    /// seal in it fits.
    Checked(CheckRecord),
    /// The same as records before there was a seal could say it. No program has ever written one, and nothing proves it.
    Verified { by: String, at: Timestamp },
}

/// An identity check that gave a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CheckRecord {
    /// The id of the provider's record.
    pub(crate) provider: String,
    /// What the provider was called then.
    pub(crate) name: String,
    /// Whether the provider ran on this machine, as those do that tests are made with.
    #[serde(default)]
    pub(crate) test: bool,
    /// What the check is told apart by: the provider's id for it, or a random one.
    pub(crate) check: String,
    /// When it was made.
    pub(crate) at: Timestamp,
    /// The document that was checked: `passport` and the like, or the provider's own word.
    #[serde(default)]
    pub(crate) document_type: Option<String>,
    /// The last characters of the document's number.
    #[serde(default)]
    pub(crate) number_end: Option<String>,
    /// The number of the document and who gave it, on the value that is the document: others can ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) document: Option<CheckedDocumentRecord>,
    /// The parts of the value that the user added afterwards, since the check did not bring them: members of the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) added: Vec<String>,
    /// HMAC-SHA-256 over the value and everything above but `added`, in hexadecimal digits.
    pub(crate) seal: String,
}

/// A document's own number, which is no attribute, and who gave the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CheckedDocumentRecord {
    /// As printed.
    pub(crate) number: String,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub(crate) country: Option<String>,
}

/// What a value was imported from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SourceRecord {
    /// An exported file.
    #[default]
    File,
    /// A backup.
    Backup,
    /// An identity check whose outcome this wallet could not seal, as it has no recovery phrase.
    Check,
}

impl SourceRecord {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
    fn is_file(&self) -> bool {
        *self == Self::File
    }
}

/// That someone verified a value, as a file says: anybody can write that into one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ClaimRecord {
    pub(crate) by: String,
    /// When, where the file says it.
    #[serde(default)]
    pub(crate) at: Option<Timestamp>,
}

impl ClaimRecord {
    pub(crate) fn new(by: &str, at: Option<Timestamp>) -> Self {
        Self { by: line(by), at }
    }
}

impl ProvenanceRecord {
    /// That of a value from an exported file.
    pub(crate) fn from_file(name: &str, at: Timestamp, claims: Option<ClaimRecord>) -> Self {
        Self::Imported { from: line(name), at, source: SourceRecord::File, claims }
    }

    /// That of a value from a backup which was made at `created`, as it says, and in which the value had this one.
    pub(crate) fn told_by_backup(self, created: &str, at: Timestamp) -> Self {
        let claims = match self {
            Self::Entered => None,
            Self::Imported { claims, .. } => claims.map(|claim| ClaimRecord::new(&claim.by, claim.at)),
            Self::Verified { by, at } => Some(ClaimRecord::new(&by, Some(at))),
            Self::Checked(check) => Some(ClaimRecord::new(&check.name, Some(check.at))),
        };
        Self::Imported { from: line(created), at, source: SourceRecord::Backup, claims }
    }

    /// The check that it names, whether or not the seal fits.
    pub(crate) fn check(&self) -> Option<&CheckRecord> {
        match self {
            Self::Checked(check) => Some(check),
            _ => None,
        }
    }

    /// Whether an identity check gave the value, in a wallet that could not seal it.
    pub(crate) fn is_of_check(&self) -> bool {
        matches!(self, Self::Imported { source: SourceRecord::Check, .. })
    }

    /// Whether it says that somebody verified the value, as if that were the wallet's own word.
    pub(crate) fn says_verified(&self) -> bool {
        matches!(self, Self::Checked(_) | Self::Verified { .. })
    }
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
    /// Whether it came with a merged backup of another wallet. The site's own takes its place when it is fetched.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) from_backup: bool,
}

impl Record for SchemaRecord {
    const TREE: Tree = Tree::named("schemas");
    const WHAT: Stored = Stored::Schema;
}

/// What the vault keeps beside a document's bytes.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct DocumentMeta {
    pub(crate) version: u32,
    /// As it was given. Nobody but [`DocumentMeta::file_name`] reads it, which makes it safe and has it fit the type:
    /// older versions kept names whose extension says another one.
    pub(crate) name: String,
    pub(crate) mime_type: String,
    pub(crate) added: Timestamp,
    /// True where the user added it by itself; false where it came with an attribute and goes with it.
    pub(crate) kept_alone: bool,
    /// What was taken out of it before it was stored, in words.
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn provenances_of_every_version_are_read() {
        let at: Timestamp = "2026-01-31T09:30:00Z".parse().unwrap();
        let check = |json: Value, expected: ProvenanceRecord| {
            let read: ProvenanceRecord = serde_json::from_value(json.clone()).unwrap();
            assert_eq!(read, expected, "{json}");
            let again: ProvenanceRecord = serde_json::from_slice(&serde_json::to_vec(&read).unwrap()).unwrap();
            assert_eq!(again, read, "{json}");
        };
        let file =
            |claims| ProvenanceRecord::Imported { from: "a.json".to_owned(), at, source: SourceRecord::File, claims };
        check(json!("entered"), ProvenanceRecord::Entered);
        check(json!({"imported": {"from": "a.json", "at": "2026-01-31T09:30:00Z"}}), file(None));
        check(
            json!({"verified": {"by": "a notary", "at": "2026-01-31T09:30:00Z"}}),
            ProvenanceRecord::Verified { by: "a notary".to_owned(), at },
        );
        let checked = CheckRecord {
            provider: "0".repeat(32),
            name: "Example Check".to_owned(),
            test: false,
            check: "c-1".to_owned(),
            at,
            document_type: Some("passport".to_owned()),
            number_end: None,
            document: None,
            added: Vec::new(),
            seal: "00".to_owned(),
        };
        check(
            json!({"checked": {"provider": "0".repeat(32), "name": "Example Check", "check": "c-1",
                "at": "2026-01-31T09:30:00Z", "document_type": "passport", "seal": "00"}}),
            ProvenanceRecord::Checked(checked.clone()),
        );
        check(
            json!({"checked": {"provider": "0".repeat(32), "name": "Example Check", "test": true, "check": "c-1",
                "at": "2026-01-31T09:30:00Z", "document_type": "passport", "number_end": "4711",
                "added": ["selfie"], "seal": "00"}}),
            ProvenanceRecord::Checked(CheckRecord {
                test: true,
                number_end: Some("4711".to_owned()),
                document: None,
                added: vec!["selfie".to_owned()],
                ..checked
            }),
        );
        let claim = Some(ClaimRecord { by: "a notary".to_owned(), at: None });
        check(
            json!({"imported": {"from": "a.json", "at": "2026-01-31T09:30:00Z", "claims": {"by": "a notary"}}}),
            file(claim.clone()),
        );
        let backup = ProvenanceRecord::Imported {
            from: "2026-01-30T00:00:00Z".to_owned(),
            at,
            source: SourceRecord::Backup,
            claims: claim,
        };
        let json = json!({"from": "2026-01-30T00:00:00Z", "at": "2026-01-31T09:30:00Z", "source": "backup",
            "claims": {"by": "a notary", "at": null}});
        check(json!({ "imported": json }), backup);
    }
}
