//! What the shells show of what sites know.

use serde::Serialize;

use crate::view::{CalledView, Purpose};

/// What a site knows of the user, as far as it was told by this wallet and profile: read from the activity log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SiteKnowledge {
    /// What the wallet calls the site; what it called it last, where the site was removed.
    pub site: String,
    /// The root URL of its LWS endpoints: what tells it from others, whatever it is called. Empty where the log does
    /// not say (a site that was removed before the log said it).
    pub root: String,
    /// What the wallet called it before.
    pub former_names: Vec<String>,
    /// Whether it still is among the wallet's sites.
    pub in_wallet: bool,
    /// The accounts it knows the user by, the last used first.
    pub accounts: Vec<KnownAccount>,
    /// The values it was sent, by title.
    pub attributes: Vec<KnownAttribute>,
    /// The files it was sent, by name.
    pub documents: Vec<KnownDocument>,
    /// How many of the attributes are not what the wallet holds now: out of date, or removed here.
    pub out_of_date: u32,
    /// How many of the attributes are only known to have been sent, not to have arrived.
    pub may_have: u32,
    /// The first time that the user agreed to anything there.
    pub first: Option<String>,
    /// The last time.
    pub last: Option<String>,
}

/// The same in figures, for a list of sites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SiteKnowledgeSummary {
    /// What the wallet calls the site, or called it last.
    pub site: String,
    /// The root URL of its LWS endpoints.
    pub root: String,
    /// Whether it still is among the wallet's sites.
    pub in_wallet: bool,
    /// How many values it was sent, or may have been.
    pub attributes: u32,
    /// How many files.
    pub documents: u32,
    /// How many of the values are not what the wallet holds now.
    pub out_of_date: u32,
    /// How many of the values are not known to have arrived.
    pub may_have: u32,
    /// The last time that the user agreed to anything there.
    pub last: Option<String>,
}

/// Whether something that was sent got there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Arrival {
    /// The site took it.
    Arrived,
    /// Sending it failed or was cut short after it had begun: the site may have it all the same.
    MayHave,
}

/// An account that a site knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KnownAccount {
    /// What the wallet called it when it was last used there.
    pub name: String,
    /// The DID that the site knows.
    pub did: String,
    /// When it was first used there.
    pub first: String,
    /// When it was last used there.
    pub last: String,
    /// Whether anything done with it there went well.
    pub arrival: Arrival,
}

/// How a value at a site compares with the wallet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// The site has what the wallet holds now.
    Current,
    /// The wallet holds a newer one.
    OutOfDate,
    /// The wallet no longer holds the value.
    Removed,
}

/// A value of the wallet that a site was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KnownAttribute {
    /// The attribute's short name or schema URL.
    pub name: String,
    /// What it is called: `title`, `askedAs` (the last time), `fromSite` and `which`.
    #[serde(flatten)]
    #[cfg_attr(feature = "ts", ts(flatten))]
    pub called: CalledView,
    /// The id of the value, where the wallet still holds it.
    pub attribute: Option<String>,
    /// What the user calls the value now.
    pub label: Option<String>,
    /// How what the site has last compares with what the wallet holds now.
    pub standing: Standing,
    /// Whether any version is known to have arrived.
    pub arrival: Arrival,
    /// Each different content that was sent, the last sent first.
    pub versions: Vec<KnownVersion>,
}

/// One content of a value that a site was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KnownVersion {
    /// Its place among those sent there, from 1 for the first.
    pub version: u32,
    /// A keyed digest of the value as the wallet kept it: the same value, the same digest. Empty where there is no key yet.
    pub digest: String,
    /// Whether it is what the wallet holds now.
    pub current: bool,
    /// Whether it is known to have arrived.
    pub arrival: Arrival,
    /// How many times it was sent.
    pub times: u32,
    /// The first time.
    pub first: String,
    /// The last time.
    pub last: String,
    /// What it was sent for, the last first, each once.
    pub purposes: Vec<Purpose>,
    /// The account that it was last sent as.
    pub account: String,
    /// The names of the files that went with it.
    pub files: Vec<String>,
    /// The number of the last entry of the activity log that tells of it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entry: u64,
}

/// A file that a site was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KnownDocument {
    /// The name it went under.
    pub name: String,
    /// The title of the attribute it belongs to.
    pub title: String,
    /// Its id, where the wallet still holds it.
    pub document: Option<String>,
    /// Its media type, where the log says it.
    pub mime_type: Option<String>,
    /// Its size in bytes, where the log says it.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub size: Option<u64>,
    /// SHA-256 of its bytes in hex, where the log says it.
    pub sha256: Option<String>,
    /// When it was last sent.
    pub last: String,
    /// Whether it is known to have arrived.
    pub arrival: Arrival,
}
