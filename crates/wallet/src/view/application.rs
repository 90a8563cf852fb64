//! What the shells show of an application.

use idw_words::MessageData;
use serde::Serialize;

use crate::view::{CalledView, SentView};

/// A KYC application, as far as the wallet knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ApplicationView {
    /// The wallet's own id for it, hex.
    pub id: String,
    /// The id of the site in this wallet.
    pub site_id: String,
    /// The site's name.
    pub site: String,
    /// The account it is made with.
    pub account: String,
    /// The DID the site knows the user by.
    pub did: String,
    /// The site's id of the template.
    pub template: String,
    /// The template's name.
    pub template_name: Option<String>,
    /// How far it has come on this side.
    pub step: ApplicationStep,
    /// The same, or what the site says once it has it: a label.
    pub text: MessageData,
    /// The site's id for it.
    pub application_id: Option<String>,
    /// Where the site shows it.
    pub application_url: Option<String>,
    /// The site's status number when it was last asked.
    pub status: Option<u16>,
    /// Whether nothing more will happen.
    pub ended: bool,
    /// What the site wants in addition to, or in place of, what it has.
    pub wanted: Vec<WantedView>,
    /// Whether the site waits for the user: it wants something, or its status says so.
    pub needs_answer: bool,
    /// Everything that was asked for and how it stands, each once.
    pub items: Vec<ApplicationItemView>,
    /// What was agreed to be sent.
    pub sent: Vec<SentView>,
    /// How many files belong to it that have not arrived yet.
    pub files_left: u32,
    /// What the site said.
    pub message: Option<String>,
    /// When the user agreed to it.
    pub created: String,
    /// When it was submitted.
    pub submitted: Option<String>,
    /// When the site was last asked about it.
    pub checked: Option<String>,
}

/// How far an application has come on this side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ApplicationStep {
    /// Agreed to, and not submitted yet.
    Draft,
    /// Sent, and it is not known whether it arrived.
    Unknown,
    /// The site has it.
    Submitted,
    /// The site refused it.
    Refused,
    /// Given up.
    Cancelled,
}

/// One thing that belongs to an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ApplicationItemView {
    /// The site's own id for it, where it has one: with the schema, what it is told apart by.
    pub id: Option<String>,
    /// The attribute's short name, or its schema URL.
    pub name: String,
    /// The wallet's own title for it.
    pub title: String,
    /// The site's words for it, where they say something else.
    pub label: Option<String>,
    /// How it stands.
    pub state: ApplicationItemState,
    /// What the site says about it.
    pub reason: Option<String>,
    /// Its files.
    pub files: Vec<ApplicationFileView>,
}

/// How one thing that belongs to an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ApplicationItemState {
    /// The user agreed to it, and it was not sent yet.
    ToSend,
    /// It was sent, and it is not known whether it arrived.
    MayHaveArrived,
    /// The site has it.
    Sent,
    /// The site has it and does not accept it.
    NotAccepted,
    /// The site wants it and was not sent it.
    Missing,
    /// It was agreed to and will not be sent any more.
    NotSent,
}

/// A file of an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ApplicationFileView {
    /// The name it goes under.
    pub name: String,
    /// Its size in bytes, where it is known.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub size: Option<u64>,
    /// Whether the site has it.
    pub arrived: bool,
    /// Its place among the files that are sent, by which its progress is told; nothing once none is sent any more.
    pub place: Option<u32>,
}

/// Something that a site wants besides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WantedView {
    /// The attribute's short name, or its schema URL.
    pub name: String,
    /// What it is called: `title`, `askedAs`, `fromSite` and `which`.
    #[serde(flatten)]
    #[cfg_attr(feature = "ts", ts(flatten))]
    pub called: CalledView,
    /// Why, in the site's words.
    pub reason: Option<String>,
    /// True where the site has a value and finds it no good.
    pub invalid: bool,
}
