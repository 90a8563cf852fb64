//! What would leave the wallet, and what did.

use idw_words::MessageData;
use serde::{Deserialize, Serialize};

use super::{
    AccountView, AskedView, AttributeView, CalledView, ChangeView, Connection, ConsentNoteView, RequirementView,
    TemplateView,
};

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
    /// Sign a text.
    Sign,
    /// Say who one is.
    Identify,
}

/// What would leave the wallet, shown before anything does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// are.
    pub changes: Vec<ChangeView>,
    /// Whether one of the changes lets the site, or others, get more or elsewhere than the user agreed to last time:
    /// a consent given in advance does not cover it.
    pub changed: bool,
    /// The places outside the site's root that get something.
    pub elsewhere: Vec<Elsewhere>,
    /// The site's terms.
    pub terms_url: Option<String>,
    /// The site's privacy policy.
    pub policy_url: Option<String>,
    /// Whether everything required is there.
    pub ready: bool,
    /// What is said beside the values, where the asker says something.
    pub asked: Option<AskedView>,
}

/// One thing asked for, and what the wallet has for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConsentItem {
    /// What the user's choice names: it tells this from everything else that is asked for here, and means nothing elsewhere.
    pub id: String,
    /// What is asked for.
    pub requirement: RequirementView,
    /// The values that fit, the default first.
    pub choices: Vec<AttributeView>,
    /// Why there is none.
    pub missing: Option<MissingView>,
    /// Things to know before sending, e.g. that the document has expired. They are about the first of the choices.
    pub notes: Vec<ConsentNoteView>,
    /// The files of values that do not fit because the site takes no file so large.
    pub too_large: Vec<TooLargeFile>,
    /// Whether it is sent unless the user says otherwise: required ones are, optional ones are not.
    pub included: bool,
    /// Whether the site asked before, but not for this.
    pub new_request: bool,
    /// The day on which the site was sent the first of the choices as it is now, `YYYY-MM-DD` in UTC, if it was.
    pub already_sent: Option<String>,
    /// The site has one of these very values already, and finds it no good: to send that again takes a yes of its own.
    pub refused: Option<RefusedValues>,
}

/// Why there is nothing to send; the shell puts it into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum MissingView {
    /// The wallet has no value of it.
    NotHeld,
    /// The wallet has a value, which the attribute's schema does not accept.
    NotAccepted {
        /// What is wrong with it, where that is known: a whole sentence.
        because: Option<MessageData>,
    },
    /// The site's own kind of data, which the wallet does not know.
    NotKnown {
        /// Why the wallet cannot learn what it is: whole sentences.
        because: Option<MessageData>,
    },
    /// It describes a company, and the profile is a person's.
    AboutCompany,
    /// It describes a person, and the profile is a company's.
    AboutPerson,
    /// A file of the value is larger than the site takes.
    TooLarge {
        /// The file.
        file: TooLargeFile,
    },
}

/// A file of the wallet that a site would not take because of its size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Values that a site has and finds no good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RefusedValues {
    /// Their ids, among the choices.
    pub values: Vec<String>,
    /// Why, in the site's words: on one line, and without quotation marks.
    pub reason: Option<String>,
}

/// A place outside the site's root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Elsewhere {
    /// The host, with its port where it is not the usual one, and the path where that is not all of it.
    pub host: String,
    /// What it gets to see. Nothing where it only hears questions that say nothing of the user.
    pub sees: Vec<SightView>,
}

/// Something that a place gets to see; the shell puts it into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SightView {
    /// A signature made with the user's key.
    Signature,
    /// A token with which its holder acts as the user.
    Token,
    /// Values of attributes.
    Values,
    /// Documents.
    Files,
}

/// How a disclosure ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Something that went less well than asked for, such as signed up but not logged in.
    pub warning: Option<MessageData>,
    /// How this computer's clock differs from the site's, where it differs so much that tokens suffer.
    pub clock: Option<MessageData>,
}

/// One thing that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SentView {
    /// The attribute's short name or schema URL.
    pub name: String,
    /// What it is called: `title`, `askedAs`, `fromSite` and `which`.
    #[serde(flatten)]
    #[cfg_attr(feature = "ts", ts(flatten))]
    pub called: CalledView,
    /// Whether the site insisted on it; none where the log does not say.
    pub required: Option<bool>,
    /// A keyed digest of the value as the wallet keeps it: tells later whether the site has the present one.
    pub digest: String,
    /// The names of the files that went with it.
    pub files: Vec<String>,
}
