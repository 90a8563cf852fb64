//! Profiles, values, documents, and schemas that sites brought.

use idw_vault::{RecordId, Tree};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Record;
use crate::{attributes::Listing, view::ProfileKind};

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
