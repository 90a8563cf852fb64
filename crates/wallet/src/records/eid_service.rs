//! Services of Auth eID on the network that this wallet is connected to.

use std::fmt;

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{EidUnseenRecord, Record, keys::secret_text};
use crate::Stored;

/// A connection with a service: one email, one profile, one key of this device. It is written before the code is sent that
/// binds the key, so that a lost answer can be asked for again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidServiceRecord {
    pub(crate) version: u32,
    /// Where the service is.
    pub(crate) url: String,
    /// The number of the profile that answers.
    pub(crate) profile: u32,
    /// What other devices of the same email are shown.
    pub(crate) device_name: String,
    /// The device's key, PKCS#8 in base64.
    #[serde(with = "secret_text")]
    pub(crate) key: Zeroizing<String>,
    /// What the service said when it was bound; nothing until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) bound: Option<EidBoundRecord>,
    pub(crate) state: EidServiceState,
    /// The devices of the email, as the service listed them last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) devices: Vec<EidDeviceRecord>,
    /// How many requests came in the last hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) shown: Option<EidUnseenRecord>,
    /// How many faults of the service the log has of the last hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) faults: Option<EidUnseenRecord>,
    pub(crate) added: Timestamp,
}

/// What a service says of itself and of the user, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidBoundRecord {
    /// The id of the service, 44 characters.
    pub(crate) service: String,
    /// Its root certificate, PEM.
    pub(crate) root: String,
    /// The email that it asks for.
    pub(crate) email: String,
    /// What it calls this device.
    pub(crate) device: String,
}

/// How a connection stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum EidServiceState {
    /// The code may have been sent, and no answer has come.
    Pending,
    /// The service knows this device.
    Connected,
    /// The service knows this device no longer.
    Ended {
        /// Why, for people.
        why: String,
        at: Timestamp,
    },
}

/// A device of the same email.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EidDeviceRecord {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) added: Timestamp,
    /// Whether it is this one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_this: bool,
    /// Whether the user has said that they know of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_known: bool,
}

impl Record for EidServiceRecord {
    const TREE: Tree = Tree::named("eid-services");
    const WHAT: Stored = Stored::EidService;

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

/// Whoever prints it sees no key and no email.
impl fmt::Debug for EidServiceRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EidServiceRecord").field("url", &self.url).field("state", &self.state).finish_non_exhaustive()
    }
}
