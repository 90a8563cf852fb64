//! Reading a site's description, from the site or from a file.

use idw_lws::{LwsError, SiteDescription};
use url::Url;

use super::address::parse_url;
use super::{KeyRule, Schemas, SiteError, SiteId, elsewhere, key_uri, problem_of};
use crate::{
    Problem, Wallet,
    fault::{NextStep, PartyFault},
    view::Elsewhere,
};

/// A site whose description was read, but that is not in the wallet yet.
#[derive(Clone, Debug)]
pub struct FoundSite {
    pub(super) description: SiteDescription,
    pub(super) given_url: Option<Url>,
    /// The schemas of what it asks for that the wallet did not know.
    pub(super) schemas: Schemas,
}

impl FoundSite {
    /// Reads a description from the JSON that RPs give to the browser button.
    ///
    /// # Errors
    /// Where it is not such a description.
    pub fn from_config(json: &[u8]) -> Result<Self, SiteError> {
        let description = SiteDescription::parse(json, None).map_err(SiteError::Description)?;
        Ok(Self { description, given_url: None, schemas: Schemas::default() })
    }

    /// The places outside the root that get something, for whatever is done at the site.
    pub fn recipients(&self) -> Vec<Elsewhere> {
        elsewhere(&self.description.places())
    }

    /// Whether the first rule makes another key for this site than the present one.
    pub fn has_two_keys(&self) -> bool {
        key_uri(&self.description, KeyRule::First) != key_uri(&self.description, KeyRule::Second)
    }

    /// The root of the site's endpoints.
    pub fn root(&self) -> String {
        SiteId::of(self.description.root()).as_str().to_owned()
    }

    /// What the site calls itself.
    pub fn name(&self) -> &str {
        self.description.name()
    }
}

impl Wallet {
    /// Asks a site for its description: `URL/config`, then `URL/.well-known/lws.json`; and for the schemas of what it
    /// asks for that the wallet does not know. Nothing of the user's is sent.
    ///
    /// # Errors
    /// Where `url` is no web address, the site cannot be reached, or answers with something else.
    pub async fn find_site(&self, url: &str) -> Result<FoundSite, SiteError> {
        let given_url = parse_url(url)?;
        let fetched = self.client().fetch_description(&given_url).await;
        let description = fetched.map_err(|error| {
            // An address that is never called, such as plain http to another machine, is the user's to correct.
            let problem = if matches!(error, LwsError::Url(_)) { Problem::Usage } else { problem_of(&error) };
            let has_none = matches!(error, LwsError::NoDescription { .. });
            let fault = PartyFault::new(problem, error);
            if has_none { fault.with_next(NextStep::TakeADescriptionFromAFile) } else { fault }
        })?;
        // Nothing of the site was shown yet: only the host that the user typed is asked.
        let typed: Vec<String> = shown_host(&given_url).into_iter().collect();
        let asked: Vec<&str> = description.requirements().iter().map(|asked| asked.schema.as_str()).collect();
        let schemas = self.find_schemas(&description, &asked, &typed).await?;
        Ok(FoundSite { description, given_url: Some(given_url), schemas })
    }
}

/// The host, with its port where that is not the usual one.
pub(crate) fn shown_host(url: &Url) -> Option<String> {
    let host = url.host_str()?;
    Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}
