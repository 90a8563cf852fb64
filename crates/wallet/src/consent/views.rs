//! What the shells show beside the consent itself.

use serde::Serialize;

/// A file of the wallet that a site would not take because of its size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TooLargeFile {
    /// The id of the value it belongs to.
    pub attribute: String,
    /// The id of the document.
    pub document: String,
    /// The file's name.
    pub name: String,
    /// Its size in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// The most that the site takes, in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub limit: u64,
}
