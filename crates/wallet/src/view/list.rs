//! Parts of long lists.

use serde::{Deserialize, Serialize};

use super::{ActivityView, DocumentView, ExpiryState, OriginView};

/// A part of the list of values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AttributeListView {
    /// Names the state of the wallet that this shows. Parts with another revision are of another list.
    pub revision: String,
    /// How many were found.
    pub total: usize,
    /// How many the wallet holds.
    pub held: usize,
    /// The headings of the whole list, where it stands in the catalogue's order.
    pub groups: Vec<AttributeGroupView>,
    /// The rows of this part.
    pub rows: Vec<AttributeRowView>,
}

/// A heading in a list of values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AttributeGroupView {
    /// The group's name in the catalogue; none for attributes that are not in it.
    pub name: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// How many rows follow.
    pub count: usize,
}

/// A value in a list: without the value itself, its documents and where it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AttributeRowView {
    /// Identifies the value in the wallet; 32 hex digits.
    pub id: String,
    /// The attribute's short name, or its schema URL if it has none.
    pub name: String,
    /// The attribute's title.
    pub title: String,
    /// What the user calls this value.
    pub label: Option<String>,
    /// One line that says what the value is; cut off where it is very long.
    pub summary: String,
    /// Where the value comes from, for programs.
    pub origin: OriginView,
    /// Where the value comes from, for people.
    pub provenance: String,
    /// The titles of the fields that it still lacks.
    pub lacks: Vec<String>,
    /// The day it expires, for documents that do.
    pub expires: Option<String>,
    /// How near that day is.
    pub expiry: ExpiryState,
    /// Days until that day; negative where it has passed.
    pub days_left: Option<i32>,
    /// How many documents it refers to.
    pub documents: usize,
    /// How many sites were sent it as it was before.
    pub outdated_at: usize,
    /// Whether this is the value sent when nothing else is chosen.
    pub is_default: bool,
    /// Whether the wallet holds other values of the same attribute.
    pub is_one_of_several: bool,
}

/// A part of the list of documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DocumentListView {
    /// Names the state of the wallet that this shows. Parts with another revision are of another list.
    pub revision: String,
    /// How many were found.
    pub total: usize,
    /// How many the wallet holds.
    pub held: usize,
    /// The size of all that it holds, in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub held_bytes: u64,
    /// The rows of this part.
    pub rows: Vec<DocumentView>,
}

/// A part of the activity log, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActivityListView {
    /// Names the state of the log that this shows. Parts with another revision are of another list.
    pub revision: String,
    /// How many entries were found.
    pub total: usize,
    /// How many entries there are.
    pub held: usize,
    /// The rows of this part.
    pub rows: Vec<ActivityView>,
}

/// A site of the activity log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoggedSite {
    /// The name that it had last.
    pub name: String,
    /// The root URL of its endpoints, by which it is told from others; none where only old entries are about it, which have
    /// no more than a name.
    pub root: Option<String>,
}

/// What the wallet holds, in figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OverviewView {
    /// How many values of attributes.
    pub attributes: usize,
    /// How many documents.
    pub documents: usize,
    /// The user's first and last name, as far as the wallet holds them.
    pub full_name: Option<String>,
}
