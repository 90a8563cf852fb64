//! Auth eID: the parties that may ask, what they asked, and the keys that results are signed with.

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Record;

/// A relying party that may ask by Auth eID. The user registered it; what it says of itself is believed nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidPartyRecord {
    pub(crate) version: u32,
    pub(crate) name: String,
    /// SHA-256 of its API key, hex. The key itself was shown once.
    pub(crate) key: String,
    pub(crate) form: EidFormRecord,
    /// Whether the user has to find the number that the party's page shows.
    #[serde(default)]
    pub(crate) matching: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) logo: Option<EidLogoRecord>,
    /// The most requests of it that are open at a time.
    pub(crate) open_limit: u32,
    /// Since when its requests are not shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) blocked: Option<Timestamp>,
    /// How often in a row the user said no.
    #[serde(default)]
    pub(crate) declined: u32,
    /// Until when its requests are not shown, after too many of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) quiet_until: Option<Timestamp>,
    pub(crate) created: Timestamp,
}

/// How its signatures are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum EidFormRecord {
    /// secp256k1, 64 bytes and the public key.
    Raw,
    /// P-256 in DER, with certificates.
    X509,
}

/// A small picture, as it was checked when the party was registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidLogoRecord {
    pub(crate) mime_type: String,
    /// Base64.
    pub(crate) content: String,
}

impl Record for EidPartyRecord {
    const TREE: Tree = Tree::named("eid-parties");
    const WHAT: &'static str = "a party that asks by Auth eID";
}

/// What a party asked, until its result is no longer kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct EidRequestRecord {
    pub(crate) version: u32,
    /// What the party knows it by: 44 characters.
    pub(crate) id: String,
    /// The party's record.
    pub(crate) party: String,
    /// As the service checked it.
    pub(crate) asked: Value,
    /// What the email is compared by.
    pub(crate) email: String,
    pub(crate) created: Timestamp,
    pub(crate) ends: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) decided: Option<EidDecidedRecord>,
}

/// The first decision, which stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct EidDecidedRecord {
    pub(crate) at: Timestamp,
    /// As the service gives it to the party.
    pub(crate) decision: Value,
    /// When the party first had all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) read: Option<Timestamp>,
}

impl Record for EidRequestRecord {
    const TREE: Tree = Tree::named("eid-requests");
    const WHAT: &'static str = "a request by Auth eID";
}

/// The keys of this wallet's own authority. Parties pin its root.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidKeysRecord {
    pub(crate) version: u32,
    /// The authority: root, issuer and their certificates, PKCS#8 and DER in base64.
    pub(crate) authority: String,
    /// What tokens are signed with, PKCS#8 in base64.
    pub(crate) token_key: String,
    pub(crate) created: Timestamp,
}

impl Record for EidKeysRecord {
    const TREE: Tree = Tree::named("eid-keys");
    const WHAT: &'static str = "the keys for Auth eID";
}
