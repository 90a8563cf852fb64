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
    /// The picture that prompts show, PNG in base64.
    pub logo: Option<String>,
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
    /// Since when the asker is known here (RFC 3339).
    pub since: String,
    /// The asker's picture, as the user gave it: PNG in base64.
    pub logo: Option<String>,
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
    /// Three numbers, of which the asker's page shows one that the user has to find; none where it shows none.
    pub numbers: Option<[u8; 3]>,
    /// The document whose data goes along, where it does.
    pub document: Option<AskedDocumentView>,
    /// What is made for the asker and goes along: the names of the files.
    pub files: Vec<String>,
}

/// A checked document whose data goes to whoever asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AskedDocumentView {
    /// What it is.
    pub title: String,
    /// As printed.
    pub number: Option<String>,
    /// Who gave it, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The last day on which it is valid, ISO 8601.
    pub expires: Option<String>,
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
