//! KYC applications.

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Record, SentRecord};
use crate::Stored;

/// A KYC application, from the user's yes on: what is to be sent, how far it has come, and what the site says of it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ApplicationRecord {
    pub(crate) version: u32,
    pub(crate) profile: u32,
    /// The id of the site's record.
    pub(crate) site: String,
    pub(crate) site_name: String,
    /// The named account it is made with; none for the site's own key.
    pub(crate) account: Option<String>,
    pub(crate) account_name: String,
    pub(crate) did: String,
    /// Where the user agreed that it goes; records of the first version do not say.
    #[serde(default)]
    pub(crate) destination: Option<DestinationRecord>,
    /// The template's id as the site spells it: text or a number.
    pub(crate) template: Value,
    pub(crate) template_name: Option<String>,
    pub(crate) state: ApplicationState,
    /// What is sent. Empty once it has arrived, or will not be sent any more.
    pub(crate) attributes: Vec<OutgoingRecord>,
    /// Its files, each with the id that the site gave once it had it.
    pub(crate) files: Vec<OutgoingFileRecord>,
    /// What was agreed to, as in the activity log.
    pub(crate) sent: Vec<SentRecord>,
    /// The number of the `Approved` entry.
    pub(crate) approved: u64,
    pub(crate) created: Timestamp,
    /// When it was last submitted, by this computer's clock; set before the request.
    pub(crate) submitted: Option<Timestamp>,
    /// Whether the site said that it took it, while its id is still being looked for.
    #[serde(default)]
    pub(crate) confirmed: bool,
    /// The site's id for it.
    pub(crate) remote_id: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) message: Option<String>,
    /// The site's status number when it was last asked.
    pub(crate) status: Option<u16>,
    /// What the site wants besides.
    #[serde(default)]
    pub(crate) wanted: Vec<WantedRecord>,
    pub(crate) checked: Option<Timestamp>,
}

impl ApplicationRecord {
    /// The version of the shape that is written. Version 2 says where it goes.
    pub(crate) const VERSION: u32 = 2;
}

impl Record for ApplicationRecord {
    const TREE: Tree = Tree::named("applications");
    const WHAT: Stored = Stored::Application;

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

/// Where something goes: a site's root, and the places outside it that get something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DestinationRecord {
    /// The root, normalised.
    pub(crate) root: String,
    pub(crate) places: Vec<PlaceRecord>,
}

/// A place outside a site's root, and what it gets to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PlaceRecord {
    pub(crate) place: String,
    pub(crate) sees: Vec<SightRecord>,
}

/// Something that a place gets to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SightRecord {
    Signature,
    Token,
    Values,
    Files,
}

/// How far an application has come on this side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ApplicationState {
    /// Agreed to; the site has nothing of it.
    Draft,
    /// The site has some of the files.
    Uploading,
    /// Written before the request leaves: whoever finds this does not know whether it arrived.
    Submitting,
    /// Sent, and no answer says whether it arrived.
    Unknown,
    /// The site has it.
    Submitted,
    /// The site refused it for good.
    Refused,
    /// Given up.
    Cancelled,
}

/// An attribute as it is sent.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct OutgoingRecord {
    pub(crate) id: Option<String>,
    /// As it is spelt on the wire.
    pub(crate) schema: String,
    pub(crate) label: Option<String>,
    pub(crate) value: Value,
    /// Where in the value its files are (JSON pointers), each with its place in the list of files.
    pub(crate) files: Vec<(String, usize)>,
}

/// A file as it is sent.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct OutgoingFileRecord {
    pub(crate) document: String,
    pub(crate) name: String,
    pub(crate) mime_type: String,
    pub(crate) size: u64,
    /// The id that the site gave when it had it: text or a number.
    pub(crate) uploaded: Option<Value>,
    /// How many uploads of it were begun that may have arrived, with or without an answer.
    #[serde(default)]
    pub(crate) tries: u32,
}

/// Something that a site wants in addition to, or in place of, what it has.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct WantedRecord {
    /// The site's own id for it.
    pub(crate) id: String,
    pub(crate) schema: Option<String>,
    pub(crate) label: Option<String>,
    /// Why, in the site's words.
    pub(crate) reason: Option<String>,
    /// True where the site has a value and finds it no good.
    pub(crate) invalid: bool,
}
