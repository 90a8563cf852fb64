//! Auth eID: the parties that may ask, what they asked, and the keys that results are signed with.

use std::fmt;

use idw_vault::Tree;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

use super::{Record, keys::secret_text};
use crate::Stored;

/// A relying party that may ask by Auth eID. The user registered it, or a service that the wallet is connected to did; what it
/// says of itself is believed nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidPartyRecord {
    pub(crate) version: u32,
    pub(crate) name: String,
    /// SHA-256 of its API key, hex. The key itself was shown once. Empty for a party of a service: it has none here.
    pub(crate) key: String,
    pub(crate) form: EidFormRecord,
    /// Whether the user has to find the number that the party's page shows.
    #[serde(default)]
    pub(crate) matching: bool,
    /// The most requests of it that are open at a time.
    pub(crate) open_limit: u32,
    /// The picture that prompts show, PNG in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) logo: Option<String>,
    /// Since when its requests are not shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) blocked: Option<Timestamp>,
    /// How often in a row the user said no.
    #[serde(default)]
    pub(crate) declined: u32,
    /// Until when its requests are not shown, after too many of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) quiet_until: Option<Timestamp>,
    /// The requests of the last hour that nobody was shown, for the log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) unseen: Option<EidUnseenRecord>,
    /// The service that it asks through; none for one that the user registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) service: Option<EidPartyServiceRecord>,
    pub(crate) created: Timestamp,
}

/// Where a party is registered that the user did not register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidPartyServiceRecord {
    /// The id of the service, 44 characters.
    pub(crate) id: String,
    /// The id that the party has there.
    pub(crate) rp: String,
    /// The service's host, for people.
    pub(crate) host: String,
}

/// How many of something there were in an hour, so that a flood does not fill the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidUnseenRecord {
    pub(crate) since: Timestamp,
    pub(crate) logged: u32,
}

/// How its signatures are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum EidFormRecord {
    /// secp256k1, 64 bytes and the public key.
    Raw,
    /// P-256 in DER, with certificates.
    X509,
}

impl EidUnseenRecord {
    /// The most in an hour that are in the log, where nothing else is said.
    pub(crate) const MOST_LOGGED: u32 = 20;
    const HOUR: SignedDuration = SignedDuration::from_hours(1);

    /// Counts one more, and says whether it is among the first `most` of the hour.
    pub(crate) fn count(counted: &mut Option<Self>, most: u32, now: Timestamp) -> bool {
        let fresh = Self { since: now, logged: 0 };
        let is_over = |one: &Self| now.duration_since(one.since) >= Self::HOUR || one.since > now;
        let before = counted.filter(|one| !is_over(one)).unwrap_or(fresh);
        let is_logged = before.logged < most;
        *counted = Some(Self { logged: before.logged + u32::from(is_logged), ..before });
        is_logged
    }
}

impl EidPartyRecord {
    /// What people read: a party of a service is never without that.
    pub(crate) fn shown_name(&self) -> String {
        match &self.service {
            Some(service) => format!("{}, registered at {}", self.name, service.host),
            None => self.name.clone(),
        }
    }
}

impl Record for EidPartyRecord {
    const TREE: Tree = Tree::named("eid-parties");
    const WHAT: Stored = Stored::EidParty;
}

/// What a party asked, until its result is no longer kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct EidRequestRecord {
    pub(crate) version: u32,
    /// What the party knows it by: 44 characters.
    pub(crate) id: String,
    /// The id of the party's record.
    pub(crate) party: String,
    /// When its time is over.
    pub(crate) ends: Timestamp,
    /// Until when its result is kept.
    pub(crate) kept_until: Timestamp,
    /// The request and what was decided, as the service keeps it. Of one that came through a service nothing is kept of an
    /// answer.
    pub(crate) request: Value,
    /// How it came, if a service on the network listed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) listed: Option<EidListedRecord>,
}

/// What a service on the network said of a request, and how far the answer has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidListedRecord {
    /// The id of the connection's record.
    pub(crate) connection: String,
    /// The party's name as the service listed it: what is signed has it.
    pub(crate) rp_name: String,
    /// Whether the service lacks a certificate for this device and party.
    pub(crate) certificate_needed: bool,
    /// Whether "verified" reaches the party.
    pub(crate) trusts_wallets: bool,
    /// How far the service's clock is ahead of this computer's, in seconds.
    pub(crate) clock_ahead_seconds: i64,
    pub(crate) answer: EidAnswerState,
}

/// How far the answer to a request has come that a service listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum EidAnswerState {
    /// Nothing is known to have arrived.
    Open,
    /// The user said no, and the service does not know it yet.
    Declined,
    /// The service has the user's answer, or another one came first.
    Closed,
}

impl Record for EidRequestRecord {
    const TREE: Tree = Tree::named("eid-requests");
    const WHAT: Stored = Stored::EidRequest;
}

/// The PDFs of an answer, under the id of the request's record.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidFilesRecord {
    pub(crate) version: u32,
    /// Base64.
    pub(crate) kyc: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) residency: Option<String>,
}

impl Record for EidFilesRecord {
    const TREE: Tree = Tree::named("eid-files");
    const WHAT: Stored = Stored::EidFiles;
}

/// Whoever prints it sees nothing of a person.
impl fmt::Debug for EidFilesRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EidFilesRecord([redacted])")
    }
}

/// The keys of this wallet's own authority, and what tokens are signed with. Parties pin the root.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidKeysRecord {
    pub(crate) version: u32,
    /// The issuer's key, PKCS#8 in base64. The root's was wiped when it had signed the issuer.
    #[serde(with = "secret_text")]
    pub(crate) issuer_key: Zeroizing<String>,
    /// Certificates, DER in base64.
    pub(crate) root: String,
    pub(crate) issuer: String,
    /// RSA, PKCS#8 in base64.
    #[serde(with = "secret_text")]
    pub(crate) token_key: Zeroizing<String>,
    /// What parties hear of the device, where the user has named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) device_name: Option<String>,
    pub(crate) created: Timestamp,
}

impl Record for EidKeysRecord {
    const TREE: Tree = Tree::named("eid-keys");
    const WHAT: Stored = Stored::EidKeys;
}

/// Whoever prints it sees no key.
impl fmt::Debug for EidKeysRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EidKeysRecord([redacted])")
    }
}
