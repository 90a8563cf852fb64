//! Values, and the attributes that they are of.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::DocumentView;

/// One value of an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AttributeView {
    /// Identifies this value in the wallet; 32 hex digits.
    pub id: String,
    /// The attribute's short name, e.g. `first-name`, or its schema URL if it has none.
    pub name: String,
    /// The attribute's title, e.g. "First name".
    pub title: String,
    /// The URL of its JSON Schema.
    pub schema: String,
    /// What the user calls this value, where there are several.
    pub label: Option<String>,
    /// One line for lists.
    pub summary: String,
    /// The value; a file's `content` is the id of a document in the wallet.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub value: Value,
    /// The documents that the value refers to.
    pub documents: Vec<DocumentView>,
    /// Where the value comes from, for people.
    pub provenance: String,
    /// Where the value comes from, for programs.
    pub origin: OriginView,
    /// The titles of the fields that it still lacks: an identity check brought it without them, and no site takes it so.
    pub lacks: Vec<String>,
    /// When it was entered.
    pub created: String,
    /// When it was last changed.
    pub changed: String,
    /// The day it expires, for documents that do.
    pub expires: Option<String>,
    /// Whether that day has passed.
    pub expired: bool,
    /// How near that day is.
    pub expiry: ExpiryState,
    /// Days until that day; negative where it has passed.
    pub days_left: Option<i32>,
    /// The sites that were sent this value, each with the last time; the newest first.
    pub last_sent: Vec<LastSent>,
    /// The size of its documents, in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// Whether this is the value sent when nothing else is chosen.
    pub is_default: bool,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum OriginView {
    /// Typed or chosen by the user.
    Entered,
    /// Read from a file.
    Imported {
        /// The file's name; of a backup, when it was made, as it says.
        from: String,
        /// When.
        at: String,
        /// What it was read from.
        source: SourceView,
        /// Who verified it, as the file says: anybody can write that into one.
        claims: Option<ClaimView>,
    },
    /// Read off a document by a provider that checked it, and unchanged since, as this wallet knows itself.
    Verified(CheckedView),
    /// A record says that somebody verified it, and nothing proves that to this wallet.
    Unconfirmed {
        /// By whom.
        by: String,
        /// When.
        at: String,
    },
}

/// The identity check that gave a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckedView {
    /// What the provider was called then.
    pub by: String,
    /// When the check was made.
    pub at: String,
    /// The provider's id in this wallet; it may be gone.
    pub provider: String,
    /// What the check is told apart by.
    pub check: String,
    /// The document that was checked: `passport`, `national-id`, `drivers-license`, or the provider's own word.
    pub document_type: Option<String>,
    /// The last characters of the document's number.
    pub number_end: Option<String>,
    /// Whether the provider ran on this computer: a test provider.
    pub test: bool,
    /// Whether the user lets the provider's checks count as verified for others.
    pub trusted: bool,
    /// The members of the value that the user added afterwards.
    pub added: Vec<String>,
}

/// What a value was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SourceView {
    /// An exported file.
    File,
    /// A backup.
    Backup,
    /// An identity check, in a wallet without a recovery phrase.
    Check,
}

/// What a file says of who verified a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClaimView {
    /// By whom.
    pub by: String,
    /// When, where the file says it.
    pub at: Option<String>,
}

/// How near the last day of validity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ExpiryState {
    /// It has none.
    None,
    /// More than 90 days away.
    Ok,
    /// Within 90 days.
    Soon90,
    /// Within 30 days.
    Soon30,
    /// Within 7 days, today included.
    Soon7,
    /// It has passed.
    Expired,
}

/// A site that was sent a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LastSent {
    /// The site's name.
    pub site: String,
    /// The last time.
    pub at: String,
    /// Whether what was sent then is what the wallet holds now.
    pub current: bool,
    /// True where sending failed or was cut short after it had begun: the site may have it all the same.
    pub may_have: bool,
}

/// A value that expires soon or has expired, or that was renewed while sites still hold the one before. The shell puts it
/// into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReminderView {
    /// The id of the value.
    pub attribute: String,
    /// The attribute's short name or schema URL.
    pub name: String,
    /// The attribute's title.
    pub title: String,
    /// What the user calls the value.
    pub label: Option<String>,
    /// The last day of validity of the value held now.
    pub expires: String,
    /// How near that is.
    pub expiry: ExpiryState,
    /// Days until that day; negative where it has passed.
    pub days_left: i32,
    /// The sites to tell: where the value is expiring or past, those that hold it; where it was renewed, those that
    /// still hold the one before.
    pub sites: Vec<LastSent>,
}

/// An attribute that the catalogue knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AttributeTypeView {
    /// Short name, e.g. `passport`.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// What it is and what to provide.
    pub description: String,
    /// The URL of its JSON Schema.
    pub schema: String,
    /// Whom it describes: `person`, `company` or `both`.
    pub subject: String,
    /// Its fields in display order.
    pub fields: Vec<FieldView>,
}

/// One field of an attribute's form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// Where the field sits in the value, e.g. `selfie.image`; empty for the value itself. A `*` in it stands for
    /// the position in a list of groups, e.g. `members.*.equity`.
    pub path: String,
    /// Title for people.
    pub title: String,
    /// Help for people; may be empty.
    pub description: String,
    /// How to enter it.
    pub kind: FieldKindView,
    /// Whether a value without it is refused.
    pub required: bool,
    /// Whether it can be given several times.
    pub repeated: bool,
}

/// How a field is entered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FieldKindView {
    /// One line of text.
    Text,
    /// Several lines of text.
    Multiline,
    /// An e-mail address.
    Email,
    /// A calendar date.
    Date,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// One of a list (countries included).
    Choice {
        /// What can be chosen.
        options: Vec<ChoiceView>,
        /// Whether other text is accepted too.
        open: bool,
    },
    /// A document.
    File {
        /// The media types accepted.
        types: Vec<String>,
        /// The largest size accepted, in bytes.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        max_bytes: u64,
    },
    /// A shape that has no form; entered as JSON.
    Json,
}

/// One entry of a choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChoiceView {
    /// What is stored.
    pub value: String,
    /// What is shown.
    pub title: String,
}

/// A field of a value, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldInWords {
    /// The field's title, or its path where the catalogue does not know it; empty where the value is a single one.
    pub title: String,
    /// What it says; of a file its name.
    pub text: String,
    /// The file, where the field is one that the wallet holds.
    pub document: Option<DocumentView>,
}
