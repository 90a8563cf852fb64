//! Sites.

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Record;

/// A site. Version 2 says by which rule its key was made.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct SiteRecord {
    pub(crate) version: u32,
    pub(crate) name: String,
    /// The URL that the user gave, if any.
    pub(crate) given_url: Option<String>,
    /// The site's description as it came.
    pub(crate) description: Value,
    /// Where it was fetched from: relative URLs in it are resolved against this.
    pub(crate) fetched_from: Option<String>,
    /// `classic` or `did`, once found out.
    pub(crate) dialect: Option<String>,
    /// The URI from which the site's own key is derived (SLIP-0013). Kept, so that a site that moves an endpoint
    /// does not lose its user.
    pub(crate) key_uri: String,
    /// The other places that see a signature or a token, where the site's endpoints are spread: part of the key's URI.
    #[serde(default)]
    pub(crate) key_shared_with: Option<String>,
    /// By which rule the two above followed from the description: 1 for what the first versions wrote.
    #[serde(default = "first_rule")]
    pub(crate) key_rule: u32,
    /// Whether the user was shown who gets what the key signs, where the present rule would make another key.
    #[serde(default)]
    pub(crate) key_confirmed: bool,
    /// The key that it had before somebody else's description gave it another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) former_key: Option<FormerKeyRecord>,
    pub(crate) key_index: u32,
    pub(crate) key_public: String,
    /// The named account used there instead of the site's own key.
    pub(crate) account: Option<String>,
    pub(crate) added: Timestamp,
    pub(crate) last_used: Option<Timestamp>,
    /// The description as it was when the user last agreed to anything there: what is different now is told.
    #[serde(default)]
    pub(crate) agreed: Option<Value>,
    /// The largest file that it takes, in bytes, where it has refused a larger one and said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) file_limit: Option<u64>,
    /// How it wants to be asked for a challenge, in the classic dialect: a word of [`idw_lws::ChallengePath`], once that has
    /// been found out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) challenge_path: Option<String>,
    /// When the merged backup was made that brought this site: its addresses are that backup's word, until the site is
    /// added again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) from_backup: Option<String>,
    #[serde(default)]
    pub(crate) profile: u32,
}

impl SiteRecord {
    /// The version of the shape that is written.
    pub(crate) const VERSION: u32 = 2;

    /// Whether a merged backup brought it and the user has agreed to nothing here yet.
    pub(crate) fn is_unasked(&self) -> bool {
        self.from_backup.is_some() && self.agreed.is_none()
    }
}

/// A key that a site had, as its record had it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FormerKeyRecord {
    pub(crate) uri: String,
    pub(crate) shared_with: Option<String>,
    pub(crate) rule: u32,
    pub(crate) public: String,
}

fn first_rule() -> u32 {
    1
}

impl Record for SiteRecord {
    const TREE: Tree = Tree::named("sites");
    const WHAT: &'static str = "a site";

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}
