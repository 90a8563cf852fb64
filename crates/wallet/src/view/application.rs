//! What the shells show of an application.

use serde::Serialize;

use crate::view::{CalledView, SentView};

/// A KYC application, as far as the wallet knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ApplicationView {
    /// The wallet's own id for it, hex.
    pub id: String,
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
    /// The same, or what the site says once it has it, in plain words.
    pub text: String,
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
