//! Sites and what they ask for.

use idw_words::MessageData;
use serde::{Deserialize, Serialize};

use super::{AccountView, CalledView, ChangeView, Purpose};

/// A relying party the wallet knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SiteView {
    /// What it is told apart by, hex: names change, and can be given to other sites.
    pub id: String,
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
    /// What its description says can be done there.
    pub offers: Vec<Purpose>,
    /// All hosts its endpoints are on, its own first.
    pub hosts: Vec<String>,
    /// The places outside the root, and what each gets to see.
    pub recipients: Vec<super::Elsewhere>,
    /// By which rule its own key was made: 2, or 1 for one that an earlier version made.
    pub key_rule: u32,
    /// Whether the rule of earlier versions makes another key than it has.
    pub other_key: bool,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Connection {
    /// TLS, the certificate checked by the platform.
    Tls,
    /// Plain HTTP that does not leave this machine.
    Loopback,
}

/// One thing a site asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RequirementView {
    /// The attribute's short name or schema URL.
    pub name: String,
    /// What it is called: `title`, `askedAs`, `fromSite` and `which`.
    #[serde(flatten)]
    #[cfg_attr(feature = "ts", ts(flatten))]
    pub called: CalledView,
    /// The site's own id for it: with the schema, what it is told apart by.
    pub id: Option<String>,
    /// The site's words for it as they came, by which the user may name it. Shells show `askedAs`.
    pub label: Option<String>,
    /// The URL of its JSON Schema as the site spells it.
    pub schema: String,
    /// Whether the wallet knows what it is, so that it can be entered.
    pub known: bool,
    /// Whether the site insists on it.
    pub required: bool,
}

/// What adding a site did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SiteAdded {
    /// The site as it is known now.
    pub site: SiteView,
    /// Whether it was known before, and its description renewed.
    pub renewed: bool,
    /// What differs from the description known before.
    pub changes: Vec<ChangeView>,
    /// What it asks for and the wallet does not know, and why.
    pub notes: Vec<MessageData>,
}

/// A KYC template of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
