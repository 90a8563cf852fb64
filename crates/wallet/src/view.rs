//! What the shells show: plain data, serialised in camelCase, with no secret in it.
//!
//! Times are RFC 3339 in UTC, dates `YYYY-MM-DD`, sizes bytes.

pub use crate::activity::{
    Arrival, KnownAccount, KnownAttribute, KnownDocument, KnownVersion, SiteKnowledge, SiteKnowledgeSummary, Standing,
};
pub use crate::applications::{ApplicationStep, ApplicationView, WantedView};
pub use crate::consent::TooLargeFile;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A key the user can act as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// The name the user calls it by: `main`, or the site's name for a site's own key.
    pub name: String,
    /// Whether it is a named account of the phrase, an imported one, or the key of one site.
    pub kind: AccountKind,
    /// The Ethereum address with its EIP-55 checksum.
    pub address: String,
    /// `did:eth:0x…`, what relying parties know the account by.
    pub did: String,
    /// The uncompressed public key without its leading `04`: `0x` and 128 hex digits.
    pub public_key: String,
    /// Where the key comes from: a BIP-32 path, or how it was imported.
    pub path: String,
    /// The site this key belongs to, if it is a site's own.
    pub site: Option<String>,
}

/// Where an account's key comes from and where it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AccountKind {
    /// BIP-44, the same at every site that it is used for.
    Named,
    /// From elsewhere: the recovery phrase does not bring it back.
    Imported,
    /// SLIP-0013, known to one site only.
    Site,
}

/// A person or company that the user acts for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileView {
    /// What the user calls it.
    pub name: String,
    /// Whether it is a person or a company.
    pub kind: ProfileKind,
    /// When it was made.
    pub created: String,
    /// Whether it is the one that this handle on the wallet works in.
    pub selected: bool,
    /// How many values it holds.
    pub attributes: u32,
    /// How many documents it holds.
    pub documents: u32,
    /// How many named accounts it has; its main one is one of them.
    pub accounts: u32,
    /// How many sites it knows.
    pub sites: u32,
}

/// Person or company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ProfileKind {
    /// A natural person.
    Person,
    /// A legal entity.
    Company,
}

impl ProfileKind {
    /// What identity data calls it.
    pub(crate) fn subject(self) -> idw_identity::Subject {
        match self {
            Self::Person => idw_identity::Subject::Person,
            Self::Company => idw_identity::Subject::Company,
        }
    }

    /// What people call it, with its article.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Person => "a person",
            Self::Company => "a company",
        }
    }
}

/// One value of an attribute.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum OriginView {
    /// Typed or chosen by the user.
    Entered,
    /// Read from a file.
    Imported {
        /// The file's name.
        from: String,
        /// When.
        at: String,
    },
    /// Confirmed by someone else.
    Verified {
        /// By whom.
        by: String,
        /// When.
        at: String,
    },
}

/// How near the last day of validity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

/// A value whose last day of validity is near or past, or that was renewed while sites still hold the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// What to do about it, a sentence.
    pub text: String,
    /// The sites to tell: where the value is expiring or past, those that hold it; where it was renewed, those that
    /// still hold the one before.
    pub sites: Vec<LastSent>,
}

/// An attribute that the catalogue knows.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChoiceView {
    /// What is stored.
    pub value: String,
    /// What is shown.
    pub title: String,
}

/// A document in the wallet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// What was taken out of a picture before it was stored, e.g. "location, camera model and time of taking".
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
}

/// How large a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DocumentShrunk {
    /// The smaller copy.
    pub document: DocumentView,
    /// The new value with it, where one was asked for.
    pub attribute: Option<AttributeView>,
}

/// A document with more bytes than a site takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TooLargeView {
    /// The document.
    pub document: DocumentView,
    /// The site's limit, in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub max_bytes: u64,
    /// The size that it can be shrunk to and stay legible, in bytes; nothing where it cannot.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub shrinks_to: Option<u64>,
}

/// What adding a document did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DocumentAdded {
    /// The document.
    pub document: DocumentView,
    /// True where the same bytes were in the wallet already; nothing was stored twice.
    pub already_there: bool,
}

/// What the machine-readable zone of a passport or an identity card says and suggests.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MrzView {
    /// Whether it is a passport's; otherwise a card's.
    pub passport: bool,
    /// The document's number.
    pub number: String,
    /// Its last day of validity, unless it leaves that open.
    pub expires: Option<String>,
    /// Whether that day has passed.
    pub expired: bool,
    /// The values it suggests.
    pub proposals: Vec<MrzProposal>,
}

/// A value that a machine-readable zone suggests.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MrzProposal {
    /// The attribute's short name.
    pub name: String,
    /// The attribute's title.
    pub title: String,
    /// The value, or the parts of it that a zone can know.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub value: Value,
    /// The value on one line.
    pub summary: String,
    /// What the wallet holds, on one line.
    pub held: Option<String>,
    /// What applying the zone does with it.
    pub action: MrzAction,
    /// What to look at before it is kept, a sentence.
    pub note: Option<String>,
}

/// What applying a machine-readable zone does with one of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum MrzAction {
    /// Enters it.
    Enter,
    /// Changes parts of the value that is held.
    Update,
    /// Nothing: the wallet holds a value, which stays.
    Held,
    /// Nothing: there have to be pictures too.
    NeedsMore,
}

/// What an export wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DataExported {
    /// How many values.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub attributes: u64,
    /// How many documents.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub documents: u64,
}

/// What an import did, or in a dry run would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// Whether nothing was changed.
    pub dry_run: bool,
    /// Every value of the file.
    pub attributes: Vec<ImportedAttribute>,
    /// Every document of the file.
    pub documents: Vec<ImportedDocument>,
}

/// A value of an imported file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportedAttribute {
    /// The attribute's short name, or its schema URL if it has none.
    pub name: String,
    /// The attribute's title.
    pub title: String,
    /// The URL of its JSON Schema.
    pub schema: String,
    /// The label it has in the wallet, or would have.
    pub label: Option<String>,
    /// One line for lists; empty where the value was refused.
    pub summary: String,
    /// What became of it.
    pub outcome: ImportOutcome,
    /// Why it was not taken.
    pub reason: Option<String>,
}

/// A document of an imported file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportedDocument {
    /// The file name it came with.
    pub name: String,
    /// The media type found in its bytes; empty where the wallet does not take it.
    pub mime_type: String,
    /// Size in bytes, as it is stored.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// What was taken out of a picture, in words.
    pub removed: Option<String>,
    /// What became of it.
    pub outcome: ImportOutcome,
    /// Why it was not taken.
    pub reason: Option<String>,
}

/// What became of something in an imported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ImportOutcome {
    /// It was new.
    Added,
    /// The wallet had it.
    AlreadyThere,
    /// The wallet had another one, which was left.
    Skipped,
    /// The wallet had another one, which it replaced.
    Replaced,
    /// The wallet had another one, which stays beside it.
    AddedBeside,
    /// It cannot be taken.
    Refused,
}

/// A relying party the wallet knows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SiteView {
    /// What the wallet calls it.
    pub name: String,
    /// Its website, or where its description came from.
    pub url: String,
    /// The root of its LWS endpoints.
    pub root: String,
    /// How the connection is protected.
    pub connection: Connection,
    /// `classic` or `did`; nothing until it was named or found out.
    pub dialect: Option<String>,
    /// The account used there, if one was chosen or used.
    pub account: AccountView,
    /// Whether the user has signed up or logged in there.
    pub connected: bool,
    /// All hosts its endpoints are on, its own first.
    pub hosts: Vec<String>,
    /// What it asks for at sign-up.
    pub requirements: Vec<RequirementView>,
    /// Its terms.
    pub terms_url: Option<String>,
    /// Its privacy policy.
    pub policy_url: Option<String>,
    /// When it was added.
    pub added: String,
    /// The last successful login or sign-up.
    pub last_used: Option<String>,
}

/// What protects a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Connection {
    /// TLS, the certificate checked by the platform.
    Tls,
    /// Plain HTTP that does not leave this machine.
    Loopback,
}

/// One thing a site asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RequirementView {
    /// The attribute's short name or schema URL.
    pub name: String,
    /// Title for people: the site's label, else the catalogue's title.
    pub title: String,
    /// The URL of its JSON Schema as the site spells it.
    pub schema: String,
    /// Whether the site insists on it.
    pub required: bool,
}

/// What adding a site did.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SiteAdded {
    /// The site as it is known now.
    pub site: SiteView,
    /// Whether it was known before, and its description renewed.
    pub renewed: bool,
    /// What differs from the description known before, a sentence each.
    pub changes: Vec<String>,
}

/// A KYC template of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TemplateView {
    /// The site's id for it.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
}

/// What a disclosure is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// Log in to an account that exists.
    LogIn,
    /// Make (or renew) an account.
    SignUp,
    /// Apply for KYC.
    Apply,
}

/// What would leave the wallet, shown before anything does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConsentView {
    /// What for.
    pub purpose: Purpose,
    /// Who asks: the site's name.
    pub site: String,
    /// Who asks: the site's URL.
    pub url: String,
    /// How the connection is protected.
    pub connection: Connection,
    /// As whom the user acts.
    pub account: AccountView,
    /// The KYC template applied with.
    pub template: Option<TemplateView>,
    /// What is asked for, in the site's order.
    pub items: Vec<ConsentItem>,
    /// What differs from the last time: the site's name, hosts, endpoints and requirements as they were and as they
    /// are, a sentence each.
    pub changes: Vec<String>,
    /// Whether one of the changes lets the site, or others, get more or elsewhere than the user agreed to last time:
    /// a consent given in advance does not cover it.
    pub changed: bool,
    /// Endpoints on other hosts than the site's own.
    pub elsewhere: Vec<Elsewhere>,
    /// The site's terms.
    pub terms_url: Option<String>,
    /// The site's privacy policy.
    pub policy_url: Option<String>,
    /// Whether everything required is there.
    pub ready: bool,
}

/// One thing asked for, and what the wallet has for it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConsentItem {
    /// What is asked for.
    pub requirement: RequirementView,
    /// The values that fit, the default first.
    pub choices: Vec<AttributeView>,
    /// Why there is none, a sentence.
    pub missing: Option<String>,
    /// Things to know before sending, e.g. that the document has expired; a sentence each.
    pub notes: Vec<String>,
    /// The files of values that do not fit because the site takes no file so large.
    pub too_large: Vec<TooLargeFile>,
    /// Whether it is sent unless the user says otherwise: required ones are, optional ones are not.
    pub included: bool,
    /// Whether the site asked before, but not for this.
    pub new_request: bool,
}

/// An endpoint on another host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Elsewhere {
    /// The host, with its port where it is not the usual one.
    pub host: String,
    /// What it receives.
    pub endpoints: Vec<String>,
}

/// How a disclosure ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// What it was for.
    pub purpose: Purpose,
    /// The site's name.
    pub site: String,
    /// The account used.
    pub account: String,
    /// The DID the site knows the user by.
    pub did: String,
    /// Where the browser goes to be logged in; absolute.
    pub redirect_url: Option<String>,
    /// True where that URL is on another site than the one the user knows.
    pub redirect_leaves_site: bool,
    /// The site's id of the KYC application.
    pub application_id: Option<String>,
    /// Where the site shows the application.
    pub application_url: Option<String>,
    /// What the site said.
    pub message: Option<String>,
    /// What was sent, by title.
    pub sent: Vec<SentView>,
    /// Something that went less well than asked for, a sentence; e.g. signed up but not logged in.
    pub warning: Option<String>,
    /// How this machine's clock differs from the site's, a sentence, where it differs so much that tokens suffer.
    pub clock: Option<String>,
}

/// One thing that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SentView {
    /// The attribute's short name or schema URL.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// SHA-256 of the value as kept in the wallet, in hex: tells later whether the site has the present one.
    pub digest: String,
    /// The names of the files that went with it.
    pub files: Vec<String>,
}

/// One entry of the activity log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActivityView {
    /// Its place in the log, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub number: u64,
    /// When.
    pub at: String,
    /// What happened, one sentence.
    pub text: String,
    /// The kind of entry, e.g. `sent`, `loggedIn`, `siteAdded`.
    pub kind: String,
    /// The site, where one was involved.
    pub site: Option<String>,
    /// The account, where one was used.
    pub account: Option<String>,
    /// What was sent, if anything was.
    pub sent: Vec<SentView>,
    /// Whether the entry tells of something that failed.
    pub failed: bool,
    /// What it was for, where it is about a disclosure.
    pub purpose: Option<Purpose>,
}

/// What an export of the activity log wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActivityExported {
    /// How many entries.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
}

/// How the wallet and the system keyring stand to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KeyringView {
    /// Whether the keyring may unlock this wallet.
    pub enabled: bool,
    /// What people know the keyring as: "Secret Service".
    pub backend: String,
    /// Whether the keyring answered.
    pub available: bool,
    /// What is in the way and what to do about it, one sentence.
    pub problem: Option<String>,
}

/// How well a password resists guessing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Strength {
    /// 0 (guessed at once) to 4 (strong).
    pub score: u8,
    /// Whether it can be taken without asking again.
    pub enough: bool,
    /// The estimated number of guesses, as a power of ten.
    pub guesses_log10: f64,
    /// What makes it weak, if it is.
    pub warning: Option<String>,
    /// What would make it stronger.
    pub suggestions: Vec<String>,
}

/// What checking the activity log found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ActivityCheck {
    /// How many entries there are.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
    /// Whether each follows from the one before and none is missing.
    pub intact: bool,
    /// What is wrong, a sentence each.
    pub faults: Vec<String>,
}

/// What reading the whole vault found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VaultCheck {
    /// How many records were read, those of documents among them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub records: u64,
    /// How many documents were read to the end.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub documents: u64,
    /// Their bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub document_bytes: u64,
    /// How many snapshots were read to the end.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub snapshots: u64,
    /// Whether all of it is as it was written.
    pub intact: bool,
    /// What is wrong, a sentence each.
    pub faults: Vec<String>,
}

/// What compacting the vault gave back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VaultCompacted {
    /// Bytes that the database took.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub before: u64,
    /// Bytes that it takes now.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub after: u64,
}

/// What the vault holds, and the room it takes on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VaultStatus {
    /// Its folder.
    pub dir: String,
    /// How many records there are, those of documents among them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub records: u64,
    /// Their bytes, without what protects them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub record_bytes: u64,
    /// Bytes of the database, with all that is dead in it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub database_bytes: u64,
    /// How many snapshots there are to repair the vault from.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub snapshots: u64,
    /// Their bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub snapshot_bytes: u64,
    /// Bytes of the documents' files.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub document_bytes: u64,
    /// Folders in which repairs have kept what was damaged.
    pub kept_aside: Vec<String>,
    /// Their bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub kept_aside_bytes: u64,
}
