//! Listing applications, and finding one.

use std::collections::HashMap;

use idw_lws::ApplicationStatus;
use idw_vault::RecordId;
use idw_words::{Message as _, message};
use serde_json::Value;

use super::{ApplicationError, items::items};
use crate::{
    Explain as _, StoreError, Wallet,
    accounts::Acting,
    asked::{Difference, called, sent_views, tell_apart},
    protocols::lws::target::{AccountChoice, Target, known_dialect},
    records::{AccountRecord, ApplicationRecord, ApplicationState, SiteRecord, WantedRecord},
    schemas::Types,
    sites::{self, SiteId},
    store::Store,
    view::{ApplicationStep, ApplicationView, ChangeView, WantedView},
};

impl Wallet {
    /// All KYC applications, the newest last, as far as the wallet knows them: nobody is asked.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn applications(&self) -> Result<Vec<ApplicationView>, ApplicationError> {
        let types = self.types()?;
        Ok(all(&self.store)?.iter().map(|(id, record)| view(&types, *id, record)).collect())
    }

    /// One application, by the wallet's id for it, the beginning of that, or the site's id.
    ///
    /// # Errors
    /// Where there is none, or the vault cannot be read.
    pub fn application(&self, id: &str) -> Result<ApplicationView, ApplicationError> {
        let (id, record) = self.application_record(id)?;
        Ok(view(&*self.types()?, id, &record))
    }

    pub(super) fn application_record(&self, wanted: &str) -> Result<(RecordId, ApplicationRecord), ApplicationError> {
        let wanted = wanted.trim();
        let mut all = all(&self.store)?;
        let mut fitting = (0..all.len()).filter(|at| all[*at].0.to_string().starts_with(wanted));
        let by_own_id = match (fitting.next(), fitting.next()) {
            (Some(at), None) if !wanted.is_empty() => Some(at),
            _ => None,
        };
        let found = by_own_id.or_else(|| all.iter().position(|(_, one)| one.remote_id.as_deref() == Some(wanted)));
        found.map(|at| all.swap_remove(at)).ok_or_else(|| ApplicationError::NotFound { id: wanted.to_owned() })
    }

    /// An application to the same site and template that the site has and has not decided, or has granted: a second one
    /// is hardly meant, and would send all the documents again.
    pub(in crate::protocols::lws) fn applied_before(
        &self,
        site: RecordId,
        template: &Value,
    ) -> Result<Option<Difference>, StoreError> {
        let is_same = |one: &ApplicationRecord| one.site == site.to_string() && one.template == *template;
        let all = all(&self.store)?;
        let found = all.iter().rev().map(|(_, record)| record).find(|record| {
            let status = record.status.map(ApplicationStatus::from_code);
            is_same(record)
                && record.state == ApplicationState::Submitted
                && !status.is_some_and(ApplicationStatus::is_over)
        });
        Ok(found.map(|record| {
            let day = record.submitted.unwrap_or(record.created).strftime("%Y-%m-%d").to_string();
            let status = record.status.map(ApplicationStatus::from_code);
            let standing = status.map_or_else(|| message::ApplicationStatusSubmitted.data(), |status| status.explain());
            Difference::asking(ChangeView::AppliedBefore { day, standing })
        }))
    }

    /// The last application to a site with a template, if there is one.
    pub(in crate::protocols::lws) fn last_application(
        &self,
        root: &SiteId,
        template: &Value,
    ) -> Result<Option<ApplicationRecord>, StoreError> {
        let is_of_site = |one: &ApplicationRecord| {
            let site = one.site.parse::<RecordId>().ok().and_then(|id| self.store.get::<SiteRecord>(id).ok().flatten());
            let description = site.and_then(|site| sites::description_of(&site).ok());
            description.is_some_and(|description| SiteId::of(description.root()) == *root)
        };
        let all = all(&self.store)?;
        Ok(all.into_iter().map(|(_, one)| one).rev().find(|one| one.template == *template && is_of_site(one)))
    }

    /// Where an application would go, and as whom, as the wallet has these now. Not to be contacted before it was compared
    /// with what the user agreed to.
    pub(super) fn present_target(&self, record: &ApplicationRecord) -> Result<Target, ApplicationError> {
        let gone = || sites_gone(&record.site_name);
        let site_id: RecordId = record.site.parse().map_err(|_| gone())?;
        let site = self.store.get::<SiteRecord>(site_id)?.ok_or_else(gone)?;
        let description = sites::description_of(&site)?;
        let acting = match &record.account {
            None => Acting::Site(Box::new(site.clone())),
            Some(id) => {
                let missing = || crate::AccountError::NotFound { name: record.account_name.clone() };
                let id: RecordId = id.parse().map_err(|_| missing())?;
                Acting::Named(id, self.store.get::<AccountRecord>(id)?.ok_or_else(missing)?)
            }
        };
        let dialect = known_dialect(&site, &description);
        Ok(Target { site_id, site, description, dialect, acting, account: AccountChoice::AsBefore })
    }
}

fn sites_gone(name: &str) -> ApplicationError {
    ApplicationError::OfSite(crate::SiteError::NotFound { site: name.to_owned() })
}

/// Every application, the oldest first, with the names that the sites have by now.
pub(super) fn all(store: &Store) -> Result<Vec<(RecordId, ApplicationRecord)>, StoreError> {
    let mut all = store.readable::<ApplicationRecord>(|_| true)?.records;
    let sites =
        store.readable::<SiteRecord>(|_| true)?.records.into_iter().map(|(id, site)| (id.to_string(), site.name));
    let names: HashMap<String, String> = sites.collect();
    for (_, record) in &mut all {
        if let Some(name) = names.get(&record.site) {
            record.site_name.clone_from(name);
        }
    }
    all.sort_by_key(|(_, record)| record.approved);
    Ok(all)
}

pub(super) fn view(types: &Types, id: RecordId, record: &ApplicationRecord) -> ApplicationView {
    let status = record.status.map(ApplicationStatus::from_code);
    let step = step(record.state);
    let ended = matches!(step, ApplicationStep::Refused | ApplicationStep::Cancelled)
        || (step == ApplicationStep::Submitted && status.is_some_and(ApplicationStatus::is_final));
    let waits = !record.wanted.is_empty() || status.is_some_and(ApplicationStatus::wants_user);
    let left = record.files.iter().filter(|file| file.uploaded.is_none()).count();
    ApplicationView {
        id: id.to_string(),
        site_id: record.site.clone(),
        site: record.site_name.clone(),
        account: record.account_name.clone(),
        did: record.did.clone(),
        template: template_text(record),
        template_name: record.template_name.clone(),
        step,
        text: match (step, status) {
            (ApplicationStep::Submitted, Some(status)) => status.explain(),
            (ApplicationStep::Submitted, None) => message::ApplicationStatusSubmitted.data(),
            (ApplicationStep::Draft, _) => message::ApplicationStatusDraft.data(),
            (ApplicationStep::Unknown, _) => message::ApplicationStatusUnknown.data(),
            (ApplicationStep::Refused, _) => message::ApplicationStatusRefused.data(),
            (ApplicationStep::Cancelled, _) => message::ApplicationStatusWithdrawn.data(),
        },
        application_id: record.remote_id.clone(),
        application_url: record.url.clone(),
        status: record.status,
        ended,
        wanted: wanted_views(types, &record.wanted),
        needs_answer: step == ApplicationStep::Submitted && !ended && waits,
        items: items(types, record),
        sent: sent_views(types, record.sent.clone()),
        files_left: u32::try_from(left).unwrap_or(u32::MAX),
        message: record.message.clone(),
        created: record.created.to_string(),
        submitted: record.submitted.map(|at| at.to_string()),
        checked: record.checked.map(|at| at.to_string()),
    }
}

fn wanted_views(types: &Types, wanted: &[WantedRecord]) -> Vec<WantedView> {
    let mut views: Vec<WantedView> = wanted.iter().map(|wanted| wanted_view(types, wanted)).collect();
    tell_apart(views.iter_mut().map(|view| &mut view.called).zip(wanted.iter().map(|wanted| Some(wanted.id.as_str()))));
    views
}

fn wanted_view(types: &Types, wanted: &WantedRecord) -> WantedView {
    // Of what names no schema only the site's id is known.
    let schema = wanted.schema.as_deref().unwrap_or(&wanted.id);
    WantedView {
        name: wanted.schema.as_deref().map_or_else(|| wanted.id.clone(), |schema| types.name(schema)),
        called: called(types, schema, wanted.label.as_deref()),
        reason: wanted.reason.clone(),
        invalid: wanted.invalid,
    }
}

fn step(state: ApplicationState) -> ApplicationStep {
    match state {
        ApplicationState::Draft | ApplicationState::Uploading => ApplicationStep::Draft,
        ApplicationState::Submitting | ApplicationState::Unknown => ApplicationStep::Unknown,
        ApplicationState::Submitted => ApplicationStep::Submitted,
        ApplicationState::Refused => ApplicationStep::Refused,
        ApplicationState::Cancelled => ApplicationStep::Cancelled,
    }
}

/// The template's id as people read it.
pub(super) fn template_text(record: &ApplicationRecord) -> String {
    record.template.as_str().map_or_else(|| record.template.to_string(), str::to_owned)
}
