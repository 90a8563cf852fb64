//! Auth eID: the parties that may ask, and what is asked beside values.

use serde::{Deserialize, Serialize};

/// A relying party that may ask by Auth eID. The user registered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EidPartyView {
    /// Identifies it in this wallet; 32 hex digits.
    pub id: String,
    /// What the user calls it.
    pub name: String,
    /// How its signatures are made.
    pub form: EidForm,
    /// Whether the user has to find the number that its page shows.
    pub matching: bool,
    /// The most requests of it that are open at a time.
    pub open_limit: u32,
    /// Since when its requests are not shown.
    pub blocked: Option<String>,
    /// When it was added.
    pub created: String,
}

/// How signatures are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum EidForm {
    /// secp256k1: 64 bytes and the public key.
    Raw,
    /// P-256 in DER, with certificates.
    X509,
}

/// What a request says beside the values that it asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AskedView {
    /// What it is about: one line, in the asker's words.
    pub title: String,
    /// What is to be signed, in the asker's words; empty unless something is.
    pub description: String,
    /// By which email the asker knows the user, as it spelt that.
    pub email: String,
    /// When it ends (RFC 3339).
    pub ends: String,
    /// Whether the asker will hear that the user is verified.
    pub verified: VerifiedView,
}

/// Whether an asker will hear that the user is verified, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum VerifiedView {
    /// It will: a trusted provider checked name, date of birth and document, and nobody changed them since.
    Told,
    /// It will hear that the user is not.
    NotVerified,
    /// It takes only somebody who is verified, and will hear nothing but that the user is not.
    Refused,
}
