//! What a site asks for.

use idw_identity::RequiredBy;
use idw_lws::{Dialect, Flow, LwsError, RequestedAttribute, SiteDescription, TemplateSummary};
use url::Url;

use super::{
    Lws, SiteDelivery, Task, fault,
    signer::throwaway,
    target::{AccountChoice, Target, known_dialect},
};
use crate::{
    ProposeError, StoreError, Wallet,
    activity::SiteKey,
    asked::Difference,
    names::same_name,
    protocols::{Asking, Inlet, Intent, Protocol},
    records::SiteRecord,
    requests::{Compared, Delivery, Need, Request, Want},
    sites::{self, Schemas, SiteId},
    view::{ChangeView, Purpose, TemplateView},
};

impl Protocol for Lws {
    /// Every site in the wallet is one of this protocol's; what is none is told when it is looked for.
    fn speaks_with(&self, _: &Wallet, _: &str) -> Result<bool, StoreError> {
        Ok(true)
    }

    fn inlet(&self) -> Option<&dyn Inlet> {
        Some(self)
    }

    fn request<'a>(&'a self, wallet: &'a Wallet, intent: Intent) -> Asking<'a> {
        Box::pin(wallet.ask_site(intent))
    }
}

/// What a site asks for, beside the site itself.
pub(super) struct Question {
    pub(super) purpose: Purpose,
    pub(super) form: Option<TemplateView>,
    pub(super) wants: Vec<Want>,
    pub(super) include: Vec<String>,
    /// What the user is to be told before everything else.
    pub(super) told: Vec<Difference>,
    pub(super) compared: Compared,
}

/// What a site says of one thing that it asks for.
pub(super) fn want(requested: &RequestedAttribute, by: RequiredBy) -> Want {
    let need = Need::of(by.required(requested.required));
    Want::new(requested.id.clone(), &requested.schema, requested.label.clone(), need)
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
        let templates = self.client().templates(&description, dialect).await.map_err(of_site(&record))?;
        Ok(templates.iter().map(template_view).collect())
    }

    pub(super) async fn ask_site(&self, intent: Intent) -> Result<(Request, Box<dyn Delivery>), ProposeError> {
        let Intent { purpose, site, account, template, include } = intent;
        let (site_id, mut site) = sites::named(&self.store, &site)?;
        let known = sites::description_of(&site)?;
        let mut told = Vec::new();
        if purpose != Purpose::LogIn {
            let (anew, moved) = self.described_anew(&site).await?;
            site = anew;
            told.extend(moved);
            told.extend(self.since_shown(&site, &known, purpose)?);
            if purpose == Purpose::Apply {
                keep_requirements(&mut site, &known);
            }
        }
        let description = sites::description_of(&site)?;
        let acting = self.acting(&site, account.as_deref())?;
        let dialect = known_dialect(&site, &description);
        let account = AccountChoice::of(account.as_deref());
        let mut target = Target { site_id, site, description, dialect, acting, account };
        let (template, requested) = match purpose {
            Purpose::LogIn => (None, Vec::new()),
            Purpose::SignUp => (None, target.description.requirements().to_vec()),
            Purpose::Sign | Purpose::Identify => return Err(ProposeError::NotOfSites),
            Purpose::Apply => {
                refuse_new_hosts(&target.site, &known, &target.description)?;
                let (template, requested, more) = self.template_of(&mut target, template.as_deref()).await?;
                told.extend(more);
                (Some(template), requested)
            }
        };
        let by = if purpose == Purpose::Apply { RequiredBy::KycTemplate } else { RequiredBy::SiteConfig };
        let question = Question {
            purpose,
            form: template.as_ref().map(template_view),
            wants: requested.iter().map(|requested| want(requested, by)).collect(),
            include,
            told,
            compared: Compared::WithTheLast,
        };
        let task = match (purpose, template) {
            (Purpose::Apply, Some(template)) => Task::Apply(template.id),
            (Purpose::LogIn, _) => Task::LogIn,
            _ => Task::SignUp,
        };
        self.request_of(target, question, task).await
    }

    /// The template that is applied with, what it asks for, and what is different about it since the last time.
    async fn template_of(
        &self,
        target: &mut Target,
        wanted: Option<&str>,
    ) -> Result<(TemplateSummary, Vec<RequestedAttribute>, Vec<Difference>), ProposeError> {
        let dialect = self.dialect(&target.site, &target.description).await?;
        target.dialect = Some(dialect);
        let Target { site_id, site, description, .. } = &*target;
        let template = self.choose_template(site, description, dialect, wanted).await?;
        let read = self.client().template(description, dialect, &template.id).await.map_err(of_site(site))?;
        let mut told: Vec<Difference> = self.applied_before(*site_id, template.id.as_value())?.into_iter().collect();
        let is_named = wanted == Some(&*template.id.to_string());
        told.extend(self.other_template(site, description, &template, is_named)?);
        Ok((template, read.attributes, told))
    }

    /// A site's question as a request, and how its answer is sent.
    pub(super) async fn request_of(
        &self,
        target: Target,
        question: Question,
        task: Task,
    ) -> Result<(Request, Box<dyn Delivery>), ProposeError> {
        let Question { purpose, form, mut wants, include, told, compared } = question;
        let schemas = self.learn_schemas(&target, &wants).await?;
        for want in &mut wants {
            want.unknown_because = schemas.why_left_out(&want.schema).cloned();
        }
        let mut differences = told;
        differences.extend(self.since_agreed(&target)?);
        differences.extend(of_first_use(&target)?);
        let request = Request {
            party: target.party(),
            purpose,
            form,
            acting: target.acting.clone(),
            wants,
            include,
            recipients: sites::recipients(&target.description.places_for(flow(purpose))),
            differences,
            compared,
            asked: None,
        };
        // That the site is agreed to is kept only once the user agrees.
        let target = target.agreed_to();
        Ok((request, Box::new(SiteDelivery { target, task })))
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
            let other = ChangeView::OtherTemplate { template: called.to_owned() };
            return Ok((applied && !is_named).then(|| Difference::asking(other)));
        }
        let before = self.last_application(&root, template.id.as_value())?;
        Ok(before.filter(|before| before.template_name != template.name).map(|before| {
            let was = before.template_name.unwrap_or_else(|| id.clone());
            Difference::asking(ChangeView::TemplateRenamed { was, is: called.to_owned() })
        }))
    }

    /// Fetches the schemas that are not known yet, from hosts that the user was shown before.
    async fn learn_schemas(&self, target: &Target, wants: &[Want]) -> Result<Schemas, ProposeError> {
        let mut hosts = match self.store.get::<SiteRecord>(target.site_id)? {
            Some(shown) => sites::description_of(&shown)?.hosts(),
            None => Vec::new(),
        };
        let given = target.site.given_url.as_deref().and_then(|url| Url::parse(url).ok());
        hosts.extend(given.as_ref().and_then(sites::shown_host));
        let asked: Vec<&str> = wants.iter().map(|want| want.schema.as_str()).collect();
        let mut schemas = self.find_schemas(&target.description, &asked, &hosts).await?;
        self.keep_schemas(&target.site.name, std::mem::take(&mut schemas.found))?;
        Ok(schemas)
    }

    /// What is different about the site since the user last agreed to anything there.
    fn since_agreed(&self, target: &Target) -> Result<Vec<Difference>, ProposeError> {
        let Target { site, description, .. } = target;
        let mut differences = Vec::new();
        if let Some(agreed) = &site.lws().agreed {
            let before = site.clone().with_lws(|lws| lws.description = agreed.clone());
            if let Ok(before) = sites::description_of(&before) {
                differences = sites::of_identity(&before, description);
            }
        }
        // A user who named the account knows that it is another one.
        if target.account == AccountChoice::ByTheUser {
            return Ok(differences);
        }
        let disclosures = self.disclosures()?;
        let root = SiteId::of(description.root());
        let key = SiteKey { root: Some(&root), name: &site.name, added: Some(site.added) };
        let did = target.did()?;
        if let Some(last) = disclosures.last_did(self.store.profile(), key)
            && last != did
        {
            // A site's own key depends on its hosts; or the account that was used there is gone.
            differences.push(Difference::asking(ChangeView::OtherAccount { was: last.to_owned(), is: did }));
        }
        Ok(differences)
    }

    /// The site's dialect: as named, as remembered, or found out with a key that is made for this one question.
    async fn dialect(&self, site: &SiteRecord, description: &SiteDescription) -> Result<Dialect, ProposeError> {
        if let Some(dialect) = known_dialect(site, description) {
            return Ok(dialect);
        }
        self.client().dialect(description, &throwaway()?).await.map_err(of_site(site))
    }

    async fn choose_template(
        &self,
        site: &SiteRecord,
        description: &SiteDescription,
        dialect: Dialect,
        wanted: Option<&str>,
    ) -> Result<TemplateSummary, ProposeError> {
        let mut templates = self.client().templates(description, dialect).await.map_err(of_site(site))?;
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
        // Sites ask for nothing else.
        Purpose::SignUp | Purpose::Sign | Purpose::Identify => Flow::SignUp,
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

/// What has to be asked before a site's key is used there for the first time.
fn of_first_use(target: &Target) -> Result<Vec<Difference>, ProposeError> {
    let Target { site, description, .. } = target;
    let account = target.acting.view()?;
    let own_key = target.acts_with_own_key();
    let is_unconfirmed = own_key && sites::has_unconfirmed_key(site, description);
    let brought = site.from_backup.as_deref().filter(|_| site.is_unasked());
    let known_elsewhere = (!own_key).then_some(account.name.as_str());
    Ok(sites::of_first_use(description, is_unconfirmed, brought, known_elsewhere))
}

/// Asking for templates contacts hosts before there is anything to show: only those that were shown before.
fn refuse_new_hosts(site: &SiteRecord, known: &SiteDescription, anew: &SiteDescription) -> Result<(), ProposeError> {
    let shown = known.hosts();
    let hosts: Vec<String> = anew.hosts().into_iter().filter(|host| !shown.contains(host)).collect();
    if hosts.is_empty() { Ok(()) } else { Err(ProposeError::NewHosts { site: site.name.clone(), hosts }) }
}

fn template_view(template: &TemplateSummary) -> TemplateView {
    TemplateView { id: template.id.to_string(), name: template.name.clone(), description: template.description.clone() }
}

fn of_site(site: &SiteRecord) -> impl FnOnce(LwsError) -> ProposeError {
    |error| fault(&site.name, error).into()
}
