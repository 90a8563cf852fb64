//! Sites.

use idw_vault::Tree;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Record;
use crate::Stored;

/// A site. Version 2 said by which rule its key was made; version 3 names its protocol.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "StoredSite")]
pub(crate) struct SiteRecord {
    pub(crate) version: u32,
    pub(crate) name: String,
    /// The URL that the user gave, if any.
    pub(crate) given_url: Option<String>,
    /// The protocol that it speaks, and what that protocol keeps of it.
    pub(crate) protocol: ProtocolRecord,
    /// The URI from which the site's own key is derived (SLIP-0013). Kept, so that a site that moves an endpoint
    /// does not lose its user.
    pub(crate) key_uri: String,
    /// The other places that see a signature or a token, where the site's endpoints are spread: part of the key's URI.
    pub(crate) key_shared_with: Option<String>,
    /// By which rule the two above followed from the description: 1 for what the first versions wrote.
    pub(crate) key_rule: u32,
    /// Whether the user was shown who gets what the key signs, where the present rule would make another key.
    pub(crate) key_confirmed: bool,
    /// The key that it had before somebody else's description gave it another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) former_key: Option<FormerKeyRecord>,
    pub(crate) key_index: u32,
    pub(crate) key_public: String,
    /// The named account used there instead of the site's own key.
    pub(crate) account: Option<String>,
    pub(crate) added: Timestamp,
    pub(crate) last_used: Option<Timestamp>,
    /// The largest file that it takes, in bytes, where it has refused a larger one and said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) file_limit: Option<u64>,
    /// When the merged backup was made that brought this site: its addresses are that backup's word, until the site is
    /// added again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from_backup: Option<String>,
    pub(crate) profile: u32,
}

/// A protocol by its name, with what it keeps of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ProtocolRecord {
    /// Login with SelfKey.
    Lws(LwsSiteRecord),
}

/// What is kept of a site that speaks "Login with SelfKey".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LwsSiteRecord {
    /// The site's description as it came.
    pub(crate) description: Value,
    /// Where it was fetched from: relative URLs in it are resolved against this.
    pub(crate) fetched_from: Option<String>,
    /// `classic` or `did`, once found out.
    pub(crate) dialect: Option<String>,
    /// The description as it was when the user last agreed to anything there: what is different now is told.
    #[serde(default)]
    pub(crate) agreed: Option<Value>,
    /// How it wants to be asked for a challenge, in the classic dialect, once that has been found out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) challenge_path: Option<String>,
}

impl SiteRecord {
    /// The version of the shape that is written.
    pub(crate) const VERSION: u32 = 3;

    /// What "Login with SelfKey" keeps of it, so far the one protocol that has sites.
    pub(crate) fn lws(&self) -> &LwsSiteRecord {
        let ProtocolRecord::Lws(site) = &self.protocol;
        site
    }

    /// The same to change it.
    pub(crate) fn lws_mut(&mut self) -> &mut LwsSiteRecord {
        let ProtocolRecord::Lws(site) = &mut self.protocol;
        site
    }

    /// The site with something of that changed.
    pub(crate) fn with_lws(mut self, change: impl FnOnce(&mut LwsSiteRecord)) -> Self {
        change(self.lws_mut());
        self
    }

    /// Whether a merged backup brought it and the user has agreed to nothing here yet.
    pub(crate) fn is_unasked(&self) -> bool {
        self.from_backup.is_some() && self.lws().agreed.is_none()
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

/// A site as any version wrote it: those before 3 knew one protocol, and had what it keeps among the rest.
#[derive(Deserialize)]
struct StoredSite {
    name: String,
    given_url: Option<String>,
    protocol: Option<ProtocolRecord>,
    description: Option<Value>,
    fetched_from: Option<String>,
    dialect: Option<String>,
    agreed: Option<Value>,
    challenge_path: Option<String>,
    key_uri: String,
    key_shared_with: Option<String>,
    #[serde(default = "first_rule")]
    key_rule: u32,
    #[serde(default)]
    key_confirmed: bool,
    former_key: Option<FormerKeyRecord>,
    key_index: u32,
    key_public: String,
    account: Option<String>,
    added: Timestamp,
    last_used: Option<Timestamp>,
    file_limit: Option<u64>,
    from_backup: Option<String>,
    #[serde(default)]
    profile: u32,
}

fn first_rule() -> u32 {
    1
}

impl TryFrom<StoredSite> for SiteRecord {
    type Error = &'static str;

    fn try_from(stored: StoredSite) -> Result<Self, Self::Error> {
        let StoredSite { protocol, description, fetched_from, dialect, agreed, challenge_path, .. } = stored;
        let earlier = |description| {
            ProtocolRecord::Lws(LwsSiteRecord { description, fetched_from, dialect, agreed, challenge_path })
        };
        Ok(Self {
            version: Self::VERSION,
            name: stored.name,
            given_url: stored.given_url,
            protocol: protocol.or_else(|| description.map(earlier)).ok_or("it names no protocol")?,
            key_uri: stored.key_uri,
            key_shared_with: stored.key_shared_with,
            key_rule: stored.key_rule,
            key_confirmed: stored.key_confirmed,
            former_key: stored.former_key,
            key_index: stored.key_index,
            key_public: stored.key_public,
            account: stored.account,
            added: stored.added,
            last_used: stored.last_used,
            file_limit: stored.file_limit,
            from_backup: stored.from_backup,
            profile: stored.profile,
        })
    }
}

impl Record for SiteRecord {
    const TREE: Tree = Tree::named("sites");
    const WHAT: Stored = Stored::Site;

    fn profile(&self) -> Option<u32> {
        Some(self.profile)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A site as the first version, and then the second, wrote it.
    fn earlier() -> Value {
        json!({
            "version": 1, "name": "Example", "given_url": null, "description": {"rootEndpoint": "https://rp.example/lws"},
            "fetched_from": "https://rp.example/lws/config", "dialect": "did", "key_uri": "https://rp.example/lws",
            "key_index": 0, "key_public": "0x04", "account": null, "added": "2026-01-02T03:04:05Z", "last_used": null
        })
    }

    #[test]
    fn sites_of_every_version_are_read_and_written_as_the_newest() {
        let first: SiteRecord = serde_json::from_value(earlier()).unwrap();
        assert_eq!((first.key_rule, first.key_confirmed, first.profile), (1, false, 0));
        assert_eq!(first.lws().description["rootEndpoint"], "https://rp.example/lws");
        assert_eq!((first.lws().dialect.as_deref(), &first.lws().agreed), (Some("did"), &None));

        let mut second = earlier();
        let members = json!({
            "version": 2, "key_rule": 2, "key_confirmed": true, "agreed": {"rootEndpoint": "https://rp.example"},
            "challenge_path": "login", "file_limit": 5, "profile": 3, "from_backup": "2026-01-01T00:00:00Z"
        });
        second.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        let second: SiteRecord = serde_json::from_value(second).unwrap();
        let LwsSiteRecord { agreed, challenge_path, .. } = second.lws();
        assert_eq!(agreed.as_ref().unwrap()["rootEndpoint"], "https://rp.example");
        assert_eq!(challenge_path.as_deref(), Some("login"));
        assert_eq!((second.key_rule, second.file_limit, second.profile), (2, Some(5), 3));
        assert!(!second.is_unasked());

        for read in [first, second] {
            let written = serde_json::to_value(&read).unwrap();
            assert_eq!(written["version"], 3);
            assert_eq!(written["protocol"]["lws"]["description"], read.lws().description, "{written}");
            assert!(written.get("description").is_none() && written.get("dialect").is_none(), "{written}");
            let again: SiteRecord = serde_json::from_value(written.clone()).unwrap();
            assert_eq!(serde_json::to_value(&again).unwrap(), written);
        }
    }

    #[test]
    fn a_site_of_a_protocol_that_is_not_known_is_not_taken_for_another() {
        let mut later = earlier();
        later["protocol"] = json!({"carrier_pigeon": {"loft": "north"}});
        assert!(serde_json::from_value::<SiteRecord>(later).is_err());
        let mut none = earlier();
        none.as_object_mut().unwrap().remove("description");
        assert!(serde_json::from_value::<SiteRecord>(none).is_err());
    }
}
