//! Identity checks: the providers, what a check brought, and what the wallet keeps of it.

use idw_words::MessageData;
use serde::{Deserialize, Serialize};

use super::AttributeView;

/// What a provider speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ProviderDialect {
    /// Web KYC: an OAuth 2.0 code flow.
    WebKyc,
    /// Its successor, which has no state.
    WebIdv,
}

/// An identity-check provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProviderView {
    /// Identifies it in this wallet; 32 hex digits.
    pub id: String,
    /// What the user calls it.
    pub name: String,
    /// What it speaks.
    pub dialect: ProviderDialect,
    /// How it calls this client.
    pub client_id: String,
    /// Where the user goes; none where the provider says so each time.
    pub authorize: Option<String>,
    /// Where the wallet asks.
    pub api: String,
    /// Where the browser comes back to, as the provider has it.
    pub redirect: String,
    /// Where the wallet waits for the browser.
    pub listen: String,
    /// The file that has the client secret, where the system keyring could not keep it.
    pub secret_file: Option<String>,
    /// Whether its checks count as verified for others.
    pub trusted: bool,
    /// Whether it runs on this computer: a test provider.
    pub test: bool,
    /// When it was added.
    pub created: String,
}

/// What stands in the way of knowing a provider's client secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum SecretState {
    /// The system keyring has it.
    Kept,
    /// The system keyring does not have it.
    Missing,
    /// The system keyring does not answer.
    Unavailable {
        /// Why.
        reason: MessageData,
    },
}

/// What came of an identity check, before anything of it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckPreview {
    /// The provider's name.
    pub provider: String,
    /// Whether it runs on this computer: a test provider.
    pub test: bool,
    /// Whether its checks count as verified for others.
    pub trusted: bool,
    /// When the check was made.
    pub at: String,
    /// Whether the wallet can mark what it keeps as verified; without a recovery phrase it cannot.
    pub sealed: bool,
    /// The documents that were checked.
    pub documents: Vec<CheckDocumentView>,
    /// The given names, one by one, where the user can say which of them are middle names.
    pub given_names: Vec<String>,
    /// How many of them make the first name.
    pub first_names: usize,
    /// What can be kept, in the catalogue's order.
    pub items: Vec<CheckItem>,
    /// What came and is not kept, with the reason.
    pub left_out: Vec<CheckLeftOut>,
}

/// A document that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckDocumentView {
    /// What it is; none where neither the provider nor the user said so.
    pub kind: Option<CheckDocumentKind>,
    /// The provider's own word for it, if the wallet does not know that word.
    pub said: Option<String>,
    /// The last characters of its number.
    pub number_end: Option<String>,
}

/// The documents that the wallet has a place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CheckDocumentKind {
    /// A passport.
    Passport,
    /// A national identity card.
    NationalId,
    /// A driving licence.
    DriversLicense,
}

/// A value that can be kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckItem {
    /// What the user's choice names: it tells this from everything else that came, and means nothing elsewhere.
    pub id: String,
    /// The attribute's short name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The value in one line.
    pub summary: String,
    /// The value's fields in words: title and text.
    pub fields: Vec<CheckField>,
    /// What the wallet holds in its place, if it does.
    pub held: Option<AttributeView>,
    /// How the two stand to each other.
    pub standing: CheckStanding,
    /// The titles of the fields that the value lacks still: no site takes it so.
    pub lacks: Vec<String>,
    /// Things to know.
    pub notes: Vec<CheckNote>,
}

/// A field of a value that came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckField {
    /// Its title.
    pub title: String,
    /// What it says; of a picture its kind and size.
    pub text: MessageData,
}

/// How a value that came stands to what the wallet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CheckStanding {
    /// The wallet holds none.
    New,
    /// The wallet holds this very value: it becomes a verified one.
    Same,
    /// The wallet holds another.
    Differs,
}

/// Something to know about a value that came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CheckNote {
    /// The document has expired.
    Expired {
        /// Its last day of validity, `YYYY-MM-DD`.
        on: String,
    },
    /// The selfie is the wallet's own: the check brought none.
    SelfieHeld,
    /// The selfie is the one that the user gave.
    SelfieGiven,
    /// Metadata were taken out of a picture.
    MetadataRemoved {
        /// What, in words.
        what: String,
    },
}

/// Something that came and is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckLeftOut {
    /// The provider's name for it, e.g. `dateOfExpiry`.
    pub what: String,
    /// What it says, cleaned and cut; none for pictures.
    pub text: Option<String>,
    /// Why it is not kept.
    pub why: CheckLeftOutBecause,
}

/// Why something is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CheckLeftOutBecause {
    /// The wallet has no attribute for it.
    NoPlace,
    /// It is too long, or of another kind than it should be.
    NotRead,
    /// It has characters that no name or number has: controls, markup, marks that change the order of others.
    OddText,
    /// It is no country of ISO 3166.
    NoCountry,
    /// It is no date.
    NoDate,
    /// It is a day in the future, or one that nobody living was born on.
    ImpossibleBirth,
    /// The document ends before it begins.
    EndsBeforeItBegins,
    /// Nobody said what kind of document it is.
    UnknownDocument,
    /// The document names somebody else than the first one.
    OfAnother,
    /// It is no picture that the wallet takes.
    BadPicture {
        /// Why: whole sentences.
        reason: MessageData,
    },
    /// It does not fit the attribute.
    DoesNotFit {
        /// Why: whole sentences.
        reason: MessageData,
    },
}

/// What became of what a check brought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckKept {
    /// The provider's name.
    pub provider: String,
    /// Whether it is a test provider.
    pub test: bool,
    /// What became of each value.
    pub items: Vec<CheckKeptItem>,
    /// What came and was not kept.
    pub left_out: Vec<CheckLeftOut>,
}

/// What became of a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckKeptItem {
    /// The attribute's short name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The outcome.
    pub outcome: CheckOutcome,
    /// The value as it is in the wallet now; none where it was left.
    pub attribute: Option<AttributeView>,
}

/// The outcome for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CheckOutcome {
    /// It was added.
    Added,
    /// It was held already and is verified now.
    Confirmed,
    /// It took the place of another.
    Replaced,
    /// It was added beside another, with a label.
    AddedBeside,
    /// It was not taken in.
    Left,
}

/// An identity check of which the wallet still holds something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// The provider's id in this wallet; it may be gone.
    pub provider: String,
    /// What the provider was called then.
    pub by: String,
    /// Whether it was a test provider.
    pub test: bool,
    /// What the check is told apart by.
    pub check: String,
    /// When it was made.
    pub at: String,
    /// The document that was checked.
    pub document_type: Option<String>,
    /// The last characters of its number.
    pub number_end: Option<String>,
    /// The titles of the values that it gave and that nobody changed since.
    pub values: Vec<String>,
    /// Whether name, date of birth and document are all there from this one check, the document is valid, and the provider
    /// is one that the user trusts: what may be told to others as verified.
    pub counts: bool,
}
