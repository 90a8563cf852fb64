//! Identity-check providers.

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Record;
use crate::Stored;

/// A provider that checks who the user is. Its client secret is not here: the system keyring has it, under the record's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ProviderRecord {
    pub(crate) version: u32,
    pub(crate) name: String,
    pub(crate) dialect: DialectRecord,
    pub(crate) client_id: String,
    /// Where the user goes; none where the provider makes that address anew each time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) authorize: Option<String>,
    /// Where the wallet asks.
    pub(crate) api: String,
    /// Where the browser comes back to, character for character as the provider has it.
    pub(crate) redirect: String,
    /// Where the wallet listens for that, where it is not the same: `127.0.0.1:PORT/PATH`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) listen: Option<String>,
    /// The file that has the client secret, where the system keyring could not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) secret_file: Option<String>,
    /// Whether the user lets its checks count as verified for others.
    #[serde(default)]
    pub(crate) trusted: bool,
    pub(crate) created: Timestamp,
}

impl Record for ProviderRecord {
    const TREE: Tree = Tree::named("providers");
    const WHAT: Stored = Stored::Provider;
}

/// What a provider speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum DialectRecord {
    WebKyc,
    WebIdv,
}
