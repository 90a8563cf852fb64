//! A request: who asks, what for, as whom, and for what.

use jiff::Timestamp;

use super::{Recipient, Want};
use crate::{
    accounts::Acting,
    activity::SiteKey,
    asked::Difference,
    sites::SiteId,
    view::{AskedView, Connection, Purpose, TemplateView},
};

/// What somebody asks of the user. A protocol makes it; nothing has left the wallet for it.
pub(crate) struct Request {
    pub(crate) party: Party,
    pub(crate) purpose: Purpose,
    /// The asker's form that is filled in, where there is one.
    pub(crate) form: Option<TemplateView>,
    /// As whom the user acts.
    pub(crate) acting: Acting,
    pub(crate) wants: Vec<Want>,
    /// Optional things that the user wants to send, by short name, title, schema URL or the asker's id.
    pub(crate) include: Vec<String>,
    /// Who else receives something, apart from the party itself.
    pub(crate) recipients: Vec<Recipient>,
    /// What the user has to know of the party before agreeing.
    pub(crate) differences: Vec<Difference>,
    pub(crate) compared: Compared,
    /// What is said beside the values, where the asker says something.
    pub(crate) asked: Option<AskedView>,
}

impl Request {
    /// Whether the party gets to see the account. Who asks by email knows the user by an id of its own.
    pub(crate) fn shows_account(&self) -> bool {
        self.asked.is_none()
    }
}

/// Whoever asks.
pub(crate) struct Party {
    /// What the wallet calls it.
    pub(crate) name: String,
    /// What it is told apart by.
    pub(crate) root: SiteId,
    /// Since when the wallet knows it.
    pub(crate) added: Option<Timestamp>,
    /// Its address for people.
    pub(crate) url: String,
    pub(crate) connection: Connection,
    /// Every host that it uses, its own first.
    pub(crate) hosts: Vec<String>,
    /// The largest file that it takes, in bytes, as far as that is known.
    pub(crate) file_limit: Option<u64>,
    pub(crate) terms_url: Option<String>,
    pub(crate) policy_url: Option<String>,
}

impl Party {
    /// What the activity log knows it by.
    pub(crate) fn key(&self) -> SiteKey<'_> {
        SiteKey { root: Some(&self.root), name: &self.name, added: self.added }
    }
}

/// What a request is compared with, for the user to be told what is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compared {
    /// What the party asked for the last time for the same purpose.
    WithTheLast,
    /// Nothing: follow-up requests differ each time. The protocol compares them with what was sent.
    ByTheProtocol,
}
