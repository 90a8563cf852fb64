//! The digest of an answer: it names exactly what would be sent, to whom and as whom, so that what a person or a script has
//! seen is what is sent later.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{ApproveError, Proposal, Selection};
use crate::{
    Problem, StoreError, Wallet,
    records::{AskedRecord, SentRecord},
    store::encode,
    view::{AskedView, Purpose},
};

/// What the digest is made of, in this order, as JSON.
#[derive(Serialize)]
struct Content<'a> {
    version: u32,
    purpose: Purpose,
    /// What the party is told apart by.
    party: &'a str,
    name: &'a str,
    hosts: &'a [String],
    form: Option<&'a str>,
    did: &'a str,
    /// Everything that is asked for.
    asked: Vec<&'a AskedRecord>,
    /// The values that go, each with a keyed digest of it and with its documents' own.
    sent: &'a [SentRecord],
    /// Who else receives something, and what.
    recipients: Vec<(&'a str, Vec<&'static str>)>,
    /// What is said beside the values, as the user reads it. Left out where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<&'a AskedView>,
}

/// Why there is no digest.
#[derive(Debug, thiserror::Error)]
pub enum DigestError {
    /// The selection cannot be approved.
    #[error(transparent)]
    Approve(#[from] ApproveError),
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DigestError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Approve(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

impl Wallet {
    /// The digest of what would be sent: SHA-256 (FIPS 180-4) in hex over the request, the values and the recipients. Values
    /// are in it as keyed digests, so that nobody finds out from it what they are.
    ///
    /// # Errors
    /// Where the selection cannot be approved, or the vault cannot be read.
    pub fn digest_of(&self, proposal: &Proposal, selection: &Selection) -> Result<String, DigestError> {
        let request = &proposal.request;
        let chosen = proposal.choose(selection)?;
        let sent = self.sent_of(&chosen)?;
        let content = Content {
            version: 1,
            purpose: request.purpose,
            party: request.party.root.as_str(),
            name: &request.party.name,
            hosts: &request.party.hosts,
            form: request.form.as_ref().map(|form| form.id.as_str()),
            did: &proposal.view.account.did,
            asked: request.wants.iter().map(|want| &want.asked).collect(),
            sent: &sent,
            recipients: request
                .recipients
                .iter()
                .map(|one| (one.host.as_str(), one.sees.iter().map(|sight| sight.text()).collect()))
                .collect(),
            said: request.asked.as_ref(),
        };
        Ok(hex::encode(Sha256::digest(&*encode(&content))))
    }

    /// Whether a value would go to a party that has never had that attribute from this profile: a consent given in advance
    /// does not cover it.
    ///
    /// # Errors
    /// As [`digest_of`](Self::digest_of).
    pub fn sends_anything_new(&self, proposal: &Proposal, selection: &Selection) -> Result<bool, DigestError> {
        let chosen = proposal.choose(selection)?;
        let disclosures = self.disclosures()?;
        let (profile, key) = (self.store.profile(), proposal.request.party.key());
        Ok(chosen.iter().any(|one| disclosures.last_received(profile, key, &one.requirement.name).is_none()))
    }
}
