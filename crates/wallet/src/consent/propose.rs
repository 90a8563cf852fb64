//! What a site would get.

use std::collections::HashMap;

use idw_lws::{Client, Dialect, Flow, LwsError, RequestedAttribute, SiteDescription, TemplateId, TemplateSummary};
use idw_vault::RecordId;
use url::Url;

use super::{
    RefusedValue,
    items::{Answer, Question},
};
use crate::{
    AccountError, AttributeError, Problem, SiteError, StoreError, Wallet,
    accounts::Acting,
    activity::SiteKey,
    disclose::{lws_problem, throwaway},
    names::same_name,
    records::{AskedRecord, AttributeRecord, SiteRecord},
    schemas::Schemas,
    sites::{self, Difference, SiteId},
    view::{ConsentItem, ConsentView, Purpose, TemplateView},
};

/// What the user wants to do at a site.
#[derive(Clone, Debug)]
pub struct Intent {
    /// What for.
    pub purpose: Purpose,
    /// The site's name or URL.
    pub site: String,
    /// The account to act as; the one used there before, else the site's own, where none is named.
    pub account: Option<String>,
    /// The KYC template; needed only where the site has several.
    pub template: Option<String>,
    /// Optional attributes to send, by short name, title, schema URL or the site's id.
    pub include: Vec<String>,
}

/// Why nothing could be proposed. Nothing of the user's has left the wallet.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProposeError {
    /// The site is not in the wallet, or its record cannot be read.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// There is no such account.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// Something was to be included that the site does not ask for.
    #[error("{site} does not ask for '{name}', so it would not be sent; it asks for {asks}")]
    NotAsked {
        /// The site.
        site: String,
        /// What was to be included.
        name: String,
        /// What the site asks for.
        asks: String,
    },
    /// Something was to be included that the site asks for more than once.
    #[error("{site} asks for '{name}' more than once: {}; use the site's id to say which one you mean", fitting.join(", "))]
    AskedTwice {
        /// The site.
        site: String,
        /// What was to be included.
        name: String,
        /// What fits, each with the site's id.
        fitting: Vec<String>,
    },
    /// To ask for the template, a host would have to be contacted that the user has not been shown.
    #[error(
        "{site} is at {} now, where it was not when you last saw it; nothing was sent. Add it again by its address to see \
         what has changed", hosts.join(", ")
    )]
    NewHosts {
        /// The site.
        site: String,
        /// The new hosts.
        hosts: Vec<String>,
    },
    /// The site has no KYC templates.
    #[error("{site} offers no KYC application")]
    NoTemplates {
        /// The site.
        site: String,
    },
    /// The site has several templates and none, or an unknown one, was named.
    #[error("{site} has {} KYC templates; name one: {}", .templates.len(), template_list(.templates))]
    ChooseTemplate {
        /// The site.
        site: String,
        /// What there is.
        templates: Vec<TemplateView>,
    },
    /// The named template is none of the site's.
    #[error("{site} has no template '{template}'; it has {}", template_list(.templates))]
    UnknownTemplate {
        /// The site.
        site: String,
        /// What was named.
        template: String,
        /// What there is.
        templates: Vec<TemplateView>,
    },
    /// The template could not be read from the site.
    #[error("{site}: {source}")]
    Fetch {
        /// The site.
        site: String,
        /// What went wrong.
        source: Box<LwsError>,
    },
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The attributes could not be read.
    #[error(transparent)]
    Attribute(#[from] AttributeError),
}

/// What is missing because its schema could not be had: that has a reason.
fn say_why_unknown(item: &mut ConsentItem, schemas: &Schemas) {
    if let Some(why) = schemas.why_left_out(&item.requirement.schema).filter(|_| !item.requirement.known) {
        item.missing = Some(format!("The site asks for something of its own that this wallet does not know: {why}."));
    }
}

fn template_list(templates: &[TemplateView]) -> String {
    let one = |template: &TemplateView| match &template.name {
        Some(name) => format!("{} ({name})", template.id),
        None => template.id.clone(),
    };
    templates.iter().map(one).collect::<Vec<_>>().join(", ")
}

impl ProposeError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Site(error) => error.problem(),
            Self::Account(error) => error.problem(),
            Self::NotAsked { .. }
            | Self::AskedTwice { .. }
            | Self::ChooseTemplate { .. }
            | Self::UnknownTemplate { .. } => Problem::Usage,
            Self::NewHosts { .. } => Problem::Declined,
            Self::NoTemplates { .. } => Problem::Refused,
            Self::Fetch { source, .. } => lws_problem(source),
            Self::Store(error) => error.problem(),
            Self::Attribute(error) => error.problem(),
        }
    }
}

/// What a site would get, for the user to read and to approve or not.
pub struct Proposal {
    pub(super) view: ConsentView,
    pub(super) parts: Parts,
}

/// Where something is sent, and as whom.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) site_id: RecordId,
    pub(crate) site: SiteRecord,
    pub(crate) description: SiteDescription,
    pub(crate) dialect: Option<Dialect>,
    pub(crate) acting: Acting,
    pub(crate) account_named: bool,
}

/// What is asked for there.
pub(crate) struct Asked {
    pub(crate) purpose: Purpose,
    pub(crate) template: Option<TemplateSummary>,
    pub(crate) requested: Vec<RequestedAttribute>,
    pub(crate) update: Option<RecordId>,
    /// What the user is to be told beside what is different from the last time.
    pub(crate) told: Vec<Difference>,
    /// What the site has of this and finds no good, in the order of `requested`; empty where nothing is known.
    pub(crate) refused: Vec<Option<RefusedValue>>,
}

/// What a proposal is about, beside what is shown of it.
pub(crate) struct Parts {
    pub(crate) site_id: RecordId,
    pub(crate) site: SiteRecord,
    pub(crate) description: SiteDescription,
    pub(crate) dialect: Option<Dialect>,
    pub(crate) acting: Acting,
    /// Whether the user named the account, so that it is used there from now on.
    pub(crate) account_named: bool,
    pub(crate) template: Option<TemplateId>,
    pub(crate) requested: Vec<RequestedAttribute>,
    /// The same as it is kept and compared.
    pub(crate) asked: Vec<AskedRecord>,
    /// The application that is added to, where it is not a new one.
    pub(crate) update: Option<RecordId>,
    /// The values offered, as they were when they were shown.
    pub(crate) offered: HashMap<String, AttributeRecord>,
}

impl std::fmt::Debug for Proposal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proposal")
            .field("purpose", &self.view.purpose)
            .field("site", &self.view.site)
            .finish_non_exhaustive()
    }
}

impl Proposal {
    /// What to show.
    pub fn view(&self) -> &ConsentView {
        &self.view
    }
}

impl Wallet {
    /// The KYC templates of a site. Nothing of the user's is sent.
    ///
    /// # Errors
    /// Where the site is not in the wallet, or cannot be asked.
    pub async fn templates(&self, site: &str) -> Result<Vec<TemplateView>, ProposeError> {
        let (_, record) = sites::named(&self.store, site)?;
        let description = sites::description_of(&record)?;
        let dialect = self.dialect(&record, &description).await?;
        let templates = self.client().templates(&description, dialect).await.map_err(fetch(&record.name))?;
        Ok(templates.iter().map(template_view).collect())
    }

    /// Puts together what a site would get. Nothing of the user's is sent.
    ///
    /// # Errors
    /// Where the site, account or template is unknown, or the site's templates cannot be read. Attributes that are
    /// missing from the wallet are no error here: the view names them.
    pub async fn propose(&self, intent: Intent) -> Result<Proposal, ProposeError> {
        let (site_id, mut site) = sites::named(&self.store, &intent.site)?;
        let mut told = Vec::new();
        let known = sites::description_of(&site)?;
        if intent.purpose != Purpose::LogIn {
            let (anew, moved) = self.described_anew(&site).await?;
            site = anew;
            told.extend(moved);
            told.extend(self.since_shown(&site, &known, intent.purpose)?);
            if intent.purpose == Purpose::Apply {
                keep_requirements(&mut site, &known);
            }
        }
        let description = sites::description_of(&site)?;
        let acting = self.acting(&site, intent.account.as_deref())?;
        let mut dialect = known_dialect(&site, &description);
        let account_named = intent.account.is_some();
        let (template, requested) = match intent.purpose {
            Purpose::LogIn => (None, Vec::new()),
            Purpose::SignUp => (None, description.requirements().to_vec()),
            Purpose::Apply => {
                refuse_new_hosts(&site, &known, &description)?;
                let found = self.dialect(&site, &description).await?;
                dialect = Some(found);
                let summary = self.choose_template(&site, &description, found, intent.template.as_deref()).await?;
                let read = self.client().template(&description, found, &summary.id).await;
                let template = read.map_err(fetch(&site.name))?;
                told.extend(self.applied_before(site_id, summary.id.as_value())?);
                let is_named = intent.template.as_deref() == Some(&*summary.id.to_string());
                told.extend(self.other_template(&site, &description, &summary, is_named)?);
                (Some(summary), template.attributes)
            }
        };
        let at = Place { site_id, site, description, dialect, acting, account_named };
        let asked = Asked { purpose: intent.purpose, template, requested, update: None, told, refused: Vec::new() };
        self.lay_out(at, asked, &intent.include).await
    }

    /// The same for what a site wants in addition to an application that it has.
    pub(crate) async fn lay_out(&self, at: Place, asked: Asked, include: &[String]) -> Result<Proposal, ProposeError> {
        let Place { site_id, mut site, description, dialect, acting, account_named } = at;
        let Asked { purpose, template, requested, update, told, refused } = asked;
        let schemas = self.learn_schemas(site_id, &site, &description, &requested).await?;
        let template_id = template.as_ref().map(|template| template.id.to_string());
        let question = Question {
            purpose,
            template: template_id.as_deref(),
            site: &site,
            root: &SiteId::of(description.root()),
            requested: &requested,
            include,
        };
        let asked = question.asked();
        let Answer { mut items, offered, changes } = question.answer(self)?;
        for item in &mut items {
            say_why_unknown(item, &schemas);
        }
        for (item, refused) in items.iter_mut().zip(&refused) {
            if let Some(refused) = refused {
                item.refused = refused.among(self, item, &offered)?;
            }
        }
        let account = acting.view()?;
        // A user who named the account knows that it is another one.
        let did = (!account_named).then_some(account.did.as_str());
        let acts_with_own_key = matches!(acting, Acting::Site(_));
        let mut differences = told;
        differences.extend(self.since_agreed(&site, &description, did)?);
        let unconfirmed_key = acts_with_own_key && sites::has_unconfirmed_key(&site, &description);
        let brought = site.from_backup.as_deref().filter(|_| site.is_unasked());
        let known_elsewhere = (!acts_with_own_key).then_some(account.name.as_str());
        differences.extend(sites::of_first_use(&description, unconfirmed_key, brought, known_elsewhere));
        // Follow-up requests differ each time: they are compared with what was sent, not with the last request.
        differences.extend(changes.into_iter().filter(|_| update.is_none()));
        // All of this is kept only once the user agrees.
        site.lws_mut().agreed = Some(description.raw().clone());
        site.key_confirmed |= acts_with_own_key;
        site.version = SiteRecord::VERSION;
        let ready = items.iter().all(|item| !item.requirement.required || !item.choices.is_empty());
        let view = ConsentView {
            purpose,
            site: site.name.clone(),
            url: sites::shown_url(&description),
            connection: sites::connection(description.root()),
            account,
            template: template.as_ref().map(template_view),
            items,
            changed: differences.iter().any(|difference| difference.asks),
            changes: differences.into_iter().map(|difference| difference.text).collect(),
            elsewhere: sites::elsewhere(&description.places_for(flow(purpose))),
            terms_url: description.terms_url().map(ToString::to_string),
            policy_url: description.policy_url().map(ToString::to_string),
            ready,
        };
        let parts = Parts {
            site_id,
            site,
            description,
            dialect,
            acting,
            account_named,
            template: template.map(|summary| summary.id),
            requested,
            asked,
            update,
            offered,
        };
        Ok(Proposal { view, parts })
    }

    /// What is different about a site since it was last shown: who it is, where the user has agreed to nothing yet, and
    /// what a sign-up asks for, where there was none yet.
    fn since_shown(
        &self,
        site: &SiteRecord,
        known: &SiteDescription,
        purpose: Purpose,
    ) -> Result<Vec<Difference>, ProposeError> {
        let found = sites::description_of(site)?;
        let mut differences = Vec::new();
        if site.lws().agreed.is_none() {
            differences.extend(sites::of_identity(known, &found));
        }
        if purpose == Purpose::SignUp {
            let root = SiteId::of(found.root());
            let key = SiteKey { root: Some(&root), name: &site.name, added: Some(site.added) };
            // Where there was one, what it asked for is what counts.
            if self.disclosures()?.last_asked(self.store.profile(), key, purpose, None).is_none() {
                differences.extend(sites::of_requirements(&*self.types()?, known, &found));
            }
        }
        Ok(differences)
    }

    /// What is different about the template since the user last applied at the site: another one that the user did not name
    /// by its id, or one that goes by another name.
    fn other_template(
        &self,
        site: &SiteRecord,
        description: &SiteDescription,
        template: &TemplateSummary,
        is_named: bool,
    ) -> Result<Option<Difference>, StoreError> {
        let disclosures = self.disclosures()?;
        let root = SiteId::of(description.root());
        let key = SiteKey { root: Some(&root), name: &site.name, added: Some(site.added) };
        let profile = self.store.profile();
        let id = template.id.to_string();
        let called = template.name.as_deref().unwrap_or(&id);
        if disclosures.last_asked(profile, key, Purpose::Apply, Some(&id)).is_none() {
            let applied = disclosures.of_profile(profile).any(|one| one.purpose == Purpose::Apply && key.is_of(one));
            let text =
                format!("You have not applied for {called} here before; what you applied for was something else.");
            return Ok((applied && !is_named).then(|| Difference::asking(text)));
        }
        let before = self.last_application(&root, template.id.as_value())?;
        Ok(before.filter(|before| before.template_name != template.name).map(|before| {
            let before = before.template_name.unwrap_or_else(|| id.clone());
            Difference::asking(format!("What you applied for here was called {before}; it is called {called} now."))
        }))
    }

    /// Fetches the schemas that are not known yet, from hosts that the user was shown before.
    async fn learn_schemas(
        &self,
        site_id: RecordId,
        site: &SiteRecord,
        description: &SiteDescription,
        requested: &[RequestedAttribute],
    ) -> Result<Schemas, ProposeError> {
        let mut hosts = match self.store.get::<SiteRecord>(site_id)? {
            Some(shown) => sites::description_of(&shown)?.hosts(),
            None => Vec::new(),
        };
        let given = site.given_url.as_deref().and_then(|url| Url::parse(url).ok());
        hosts.extend(given.as_ref().and_then(sites::shown_host));
        let mut schemas = self.find_schemas(description, requested, &hosts).await?;
        self.keep_schemas(&site.name, std::mem::take(&mut schemas.found))?;
        Ok(schemas)
    }

    /// What is different about the site since the user last agreed to anything there.
    fn since_agreed(
        &self,
        site: &SiteRecord,
        description: &SiteDescription,
        did: Option<&str>,
    ) -> Result<Vec<Difference>, StoreError> {
        let mut differences = Vec::new();
        if let Some(agreed) = &site.lws().agreed {
            let before = site.clone().with_lws(|lws| lws.description = agreed.clone());
            if let Ok(before) = sites::description_of(&before) {
                differences = sites::of_identity(&before, description);
            }
        }
        let disclosures = self.disclosures()?;
        let root = SiteId::of(description.root());
        let key = SiteKey { root: Some(&root), name: &site.name, added: Some(site.added) };
        let last = disclosures.last_did(self.store.profile(), key);
        if let (Some(last), Some(did)) = (last, did)
            && last != did
        {
            // A site's own key depends on its hosts; or the account that was used there is gone.
            let text = format!("You would use another account than the last time: {did} instead of {last}.");
            differences.push(Difference { text, asks: true });
        }
        Ok(differences)
    }

    /// The site's dialect: as named, as remembered, or found out with a key that is made for this one question.
    async fn dialect(&self, site: &SiteRecord, description: &SiteDescription) -> Result<Dialect, ProposeError> {
        if let Some(dialect) = known_dialect(site, description) {
            return Ok(dialect);
        }
        self.client().dialect(description, &throwaway()?).await.map_err(fetch(&site.name))
    }

    async fn choose_template(
        &self,
        site: &SiteRecord,
        description: &SiteDescription,
        dialect: Dialect,
        wanted: Option<&str>,
    ) -> Result<TemplateSummary, ProposeError> {
        let client: &Client = self.client();
        let mut templates = client.templates(description, dialect).await.map_err(fetch(&site.name))?;
        if templates.is_empty() {
            return Err(ProposeError::NoTemplates { site: site.name.clone() });
        }
        let at = match wanted {
            None if templates.len() == 1 => Some(0),
            None => None,
            Some(wanted) => {
                // The id is what was agreed to; a name is the site's to give.
                let by_id = templates.iter().position(|template| template.id.to_string() == wanted);
                let named = |at: &usize| templates[*at].name.as_deref().is_some_and(|name| same_name(name, wanted));
                let mut by_name = (0..templates.len()).filter(named);
                by_id.or_else(|| by_name.next().filter(|_| by_name.next().is_none()))
            }
        };
        if let Some(at) = at {
            return Ok(templates.swap_remove(at));
        }
        let site = site.name.clone();
        let templates = templates.iter().map(template_view).collect();
        Err(match wanted {
            None => ProposeError::ChooseTemplate { site, templates },
            Some(wanted) => ProposeError::UnknownTemplate { site, template: wanted.to_owned(), templates },
        })
    }
}

/// Which endpoints a purpose uses. A login goes on as a sign-up only after another consent.
fn flow(purpose: Purpose) -> Flow {
    match purpose {
        Purpose::LogIn => Flow::LogIn,
        Purpose::SignUp => Flow::SignUp,
        Purpose::Apply => Flow::Apply,
    }
}

/// What a sign-up asks for is not shown in an application, so what was shown of it before is what stays known.
fn keep_requirements(site: &mut SiteRecord, known: &SiteDescription) {
    if let Some(fields) = site.lws_mut().description.as_object_mut() {
        match known.raw().get("attributes") {
            Some(shown) => fields.insert("attributes".to_owned(), shown.clone()),
            None => fields.remove("attributes"),
        };
    }
}

/// Asking for templates contacts hosts before there is anything to show: only those that were shown before.
fn refuse_new_hosts(site: &SiteRecord, known: &SiteDescription, anew: &SiteDescription) -> Result<(), ProposeError> {
    let shown = known.hosts();
    let hosts: Vec<String> = anew.hosts().into_iter().filter(|host| !shown.contains(host)).collect();
    if hosts.is_empty() { Ok(()) } else { Err(ProposeError::NewHosts { site: site.name.clone(), hosts }) }
}

pub(crate) fn known_dialect(site: &SiteRecord, description: &SiteDescription) -> Option<Dialect> {
    let remembered = match site.lws().dialect.as_deref() {
        Some("classic") => Some(Dialect::Classic),
        Some("did") => Some(Dialect::Did),
        _ => None,
    };
    description.dialect().or(remembered)
}

fn template_view(template: &TemplateSummary) -> TemplateView {
    TemplateView { id: template.id.to_string(), name: template.name.clone(), description: template.description.clone() }
}

fn fetch(site: &str) -> impl FnOnce(LwsError) -> ProposeError {
    let site = site.to_owned();
    move |source| ProposeError::Fetch { site, source: Box::new(source) }
}
