//! Auth eID: the parties that may ask, and what is asked beside values.

use idw_words::MessageData;
use serde::{Deserialize, Serialize};

/// A relying party that may ask by Auth eID. The user registered it, or a service that the wallet is connected to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EidPartyView {
    /// Identifies it in this wallet; 32 hex digits.
    pub id: String,
    /// What the user calls it, or the service that it asks through.
    pub name: String,
    /// The service that it asks through; none for one that the user registered.
    pub service: Option<EidPartyServiceView>,
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

/// Where a party is registered that the user did not register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EidPartyServiceView {
    /// The id of the service, 44 characters.
    pub id: String,
    /// Its host, for people.
    pub host: String,
}

/// A service on the network that this wallet is connected to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EidServiceView {
    /// Identifies the connection in this wallet; 32 hex digits.
    pub id: String,
    /// Where the service is.
    pub url: String,
    /// Its host, for people.
    pub host: String,
    /// The service's id, 44 characters; nothing until it has answered.
    pub service: Option<String>,
    /// Its root certificate, PEM; nothing until it has answered.
    pub root: Option<String>,
    /// The email that it asks for; nothing until it has answered.
    pub email: Option<String>,
    /// The name of the profile that answers.
    pub profile: String,
    /// What other devices of the same email are shown of this one.
    pub device_name: String,
    /// How the connection stands.
    pub status: EidServiceStatus,
    /// Why it ended, where it has.
    pub why: Option<MessageData>,
    /// When it ended, where it has (RFC 3339).
    pub ended: Option<String>,
    /// When it was begun (RFC 3339).
    pub added: String,
    /// The devices of the same email, as the service listed them last.
    pub devices: Vec<EidDeviceView>,
    /// Whether the service is reached at the moment; nothing where no process waits for it.
    pub link: Option<EidLinkView>,
}

/// How the connection with a service stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum EidServiceStatus {
    /// The code may have been sent, and no answer came: connecting again goes on with it.
    Pending,
    /// The service knows this device.
    Connected,
    /// The service knows this device no longer: another code is needed.
    Ended,
}

/// Whether a service is reached, as the process knows that waits for its requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum EidLinkView {
    /// It is called for the first time.
    Connecting,
    /// It is reached.
    Connected,
    /// It is not.
    NotReachable {
        /// Since when (RFC 3339).
        since: String,
        /// Why: whole sentences.
        why: MessageData,
    },
    /// The session has ended, and another one needs the wallet to be unlocked.
    WaitsForUnlock,
    /// The service knows this device no longer.
    Ended,
}

/// A device that answers for the same email.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EidDeviceView {
    /// What the service calls it.
    pub id: String,
    /// What its user called it.
    pub name: String,
    /// When it was connected (RFC 3339).
    pub added: String,
    /// Whether it is this one.
    pub is_this: bool,
    /// Whether it was connected after this one, and the user has not said yet that they know of it.
    pub is_new: bool,
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
    /// What the user calls the asker, or the service that it is registered at.
    pub name: String,
    /// Since when the asker is known here (RFC 3339), or at the service.
    pub since: String,
    /// The host of the service that the asker is registered at; none where the user registered it.
    pub service: Option<String>,
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
