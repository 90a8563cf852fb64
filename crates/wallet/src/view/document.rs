//! Documents and smaller copies of them.

use serde::{Deserialize, Serialize};

use super::AttributeView;

/// A document in the wallet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// Identifies it in the wallet; 32 hex digits.
    pub id: String,
    /// The file name it came with.
    pub name: String,
    /// The media type found in its bytes.
    pub mime_type: String,
    /// Size in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// When it was added.
    pub added: String,
    /// What was taken out of it before it was stored, e.g. "location, camera model and time of taking".
    pub removed: Option<String>,
    /// What it still gives away besides its content, e.g. "name of the author and software used".
    pub kept: Option<String>,
    /// How many pages it has, where it is a PDF.
    pub pages: Option<u32>,
    /// The id of the document that this is a smaller copy of.
    pub shrunk_from: Option<String>,
    /// The attributes that refer to it, by title.
    pub used_by: Vec<String>,
}

/// A picture and what it would become, before anything is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ShrinkView {
    /// The original.
    pub document: DocumentView,
    /// The size that was asked for, in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub max_bytes: u64,
    /// The original's measures.
    pub before: PictureView,
    /// Those of the smaller copy.
    pub after: PictureView,
    /// The type of the smaller copy, whatever the original's.
    pub mime_type: String,
    /// The original is in printing colours (CMYK) and does not say what they look like: those of the copy are guessed.
    pub guessed_colours: bool,
}

/// How large a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PictureView {
    /// Size in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// Width in pixels, turned upright.
    pub width: u32,
    /// Height in pixels, turned upright.
    pub height: u32,
}

/// What keeping a smaller copy of a picture did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DocumentShrunk {
    /// The smaller copy.
    pub document: DocumentView,
    /// The new value with it, where one was asked for.
    pub attribute: Option<AttributeView>,
}

/// What keeping a copy without what a document told did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DocumentCleaned {
    /// The copy.
    pub document: DocumentView,
    /// The new value with it, where one was asked for.
    pub attribute: Option<AttributeView>,
}

/// What adding a document did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DocumentAdded {
    /// The document.
    pub document: DocumentView,
    /// True where the same bytes were in the wallet already; nothing was stored twice.
    pub already_there: bool,
    /// True where the wallet had the same bytes and could not read them any more: these took their place.
    pub repaired: bool,
    /// What else is to be known about it, a sentence each.
    pub notes: Vec<String>,
    /// Whether it is a PDF that tells or holds what a copy of it would not.
    pub can_be_cleaned: bool,
}
