//! Where an application goes and as whom, as the user agreed to it: whoever goes on with it later goes nowhere else.

use std::collections::BTreeSet;

use idw_lws::{Flow, Sight, SiteDescription};
use idw_vault::Batch;

use super::{ApplicationError, list::template_text};
use crate::{
    Wallet,
    protocols::lws::target::Target,
    records::{ApplicationRecord, ApplicationState, DestinationRecord, Event, PlaceRecord, SightRecord, SiteRecord},
    sites::{SiteId, description_of, place_view},
    store::put,
    view::{ApplicationChangeView, Purpose},
};

/// Where an application to a site goes.
pub(super) fn destination(description: &SiteDescription) -> DestinationRecord {
    let places = description.places_for(Flow::Apply).into_iter().map(|(place, sees)| PlaceRecord {
        place: place.as_str().to_owned(),
        sees: sees.into_iter().map(SightRecord::from).collect(),
    });
    DestinationRecord { root: SiteId::of(description.root()).as_str().to_owned(), places: places.collect() }
}

impl From<Sight> for SightRecord {
    fn from(sight: Sight) -> Self {
        match sight {
            Sight::Signature => Self::Signature,
            Sight::Token => Self::Token,
            Sight::Values => Self::Values,
            Sight::Files => Self::Files,
        }
    }
}

impl From<SightRecord> for Sight {
    fn from(sight: SightRecord) -> Self {
        match sight {
            SightRecord::Signature => Self::Signature,
            SightRecord::Token => Self::Token,
            SightRecord::Values => Self::Values,
            SightRecord::Files => Self::Files,
        }
    }
}

impl Wallet {
    /// What is different about an application's site or account since the user agreed to the application.
    /// While there is anything, nothing is sent for it: [`agree_to_application`](Self::agree_to_application) says
    /// that the user has agreed.
    ///
    /// # Errors
    /// Where there is no such application, or its site or account is gone.
    pub fn application_changes(&self, id: &str) -> Result<Vec<ApplicationChangeView>, ApplicationError> {
        let (_, record) = self.application_record(id)?;
        let target = self.present_target(&record)?;
        self.since_application(&record, &target)
    }

    /// Notes that the user has seen [what is different](Self::application_changes) and goes on with an application all
    /// the same: to where its site is now, as who they are there now. What was to be sent stays as it was agreed to.
    ///
    /// # Errors
    /// As [`application_changes`](Self::application_changes); [`ApplicationError::ChangedAgain`] where `seen` is not what
    /// is different now; and where the vault cannot be written.
    pub fn agree_to_application(&self, id: &str, seen: &[ApplicationChangeView]) -> Result<(), ApplicationError> {
        let _guard = self.store.changing();
        let (id, mut record) = self.application_record(id)?;
        let target = self.present_target(&record)?;
        let present = self.since_application(&record, &target)?;
        if present != seen {
            return Err(ApplicationError::ChangedAgain { site: record.site_name });
        }
        if present.is_empty() {
            return Ok(());
        }
        let account = target.acting.view()?;
        record.destination = Some(destination(&target.description));
        record.version = ApplicationRecord::VERSION;
        record.account_name.clone_from(&account.name);
        record.did.clone_from(&account.did);
        let event = self.redirected(&record, &target)?;
        self.store.commit_numbered(event, |number| {
            if is_to_be_sent(&record) {
                record.approved = number;
            }
            let mut batch = Batch::new();
            put(&mut batch, id, &record);
            batch
        })?;
        Ok(())
    }

    /// What the log says: what is still to be sent is approved anew, for where it goes now.
    fn redirected(&self, record: &ApplicationRecord, target: &Target) -> Result<Event, ApplicationError> {
        let disclosures = self.disclosures()?;
        let before = disclosures.numbered(record.approved);
        let root = SiteId::of(target.description.root()).as_str().to_owned();
        let (site, hosts) = (record.site_name.clone(), target.description.hosts());
        let (account, did) = (record.account_name.clone(), record.did.clone());
        if !is_to_be_sent(record) {
            return Ok(Event::ApplicationRedirected { site, root, hosts, account, did });
        }
        Ok(Event::Approved {
            purpose: Purpose::Apply.into(),
            site,
            root,
            hosts,
            account,
            did,
            template: Some(template_text(record)),
            sent: record.sent.clone(),
            asked: before.map(|before| before.asked.clone()).unwrap_or_default(),
            required: before.and_then(|before| before.required.clone()),
            requirements: before.and_then(|before| before.requirements.clone()),
        })
    }

    /// Where an application goes and as whom, if that is what the user agreed to.
    pub(super) fn target_of(&self, record: &ApplicationRecord) -> Result<Target, ApplicationError> {
        let target = self.present_target(record)?;
        let differences = self.since_application(record, &target)?;
        if differences.is_empty() {
            return Ok(target);
        }
        Err(ApplicationError::Changed { site: record.site_name.clone() })
    }

    fn since_application(
        &self,
        record: &ApplicationRecord,
        target: &Target,
    ) -> Result<Vec<ApplicationChangeView>, ApplicationError> {
        let mut differences = match &record.destination {
            Some(agreed) => since_destination(agreed, &target.description),
            None => since_first_version(self, record, &target.site, &target.description)?,
        };
        let account = target.acting.view()?;
        if account.did != record.did {
            differences.push(ApplicationChangeView::OtherAccount {
                was: record.account_name.clone(),
                was_did: record.did.clone(),
                is: account.name,
                is_did: account.did,
            });
        }
        if target.site.is_unasked() {
            differences.push(ApplicationChangeView::FromMergedBackup);
        }
        Ok(differences)
    }
}

fn is_to_be_sent(record: &ApplicationRecord) -> bool {
    !matches!(record.state, ApplicationState::Submitted | ApplicationState::Refused | ApplicationState::Cancelled)
}

fn since_destination(agreed: &DestinationRecord, description: &SiteDescription) -> Vec<ApplicationChangeView> {
    let mut differences = Vec::new();
    let root = SiteId::of(description.root());
    if root.as_str() != agreed.root {
        let (was, is) = (agreed.root.clone(), root.as_str().to_owned());
        differences.push(ApplicationChangeView::RootMoved { was, is });
    }
    for (place, sees) in description.places_for(Flow::Apply) {
        let before = agreed.places.iter().find(|one| one.place == place.as_str());
        let known: BTreeSet<Sight> = before.iter().flat_map(|one| &one.sees).map(|sight| Sight::from(*sight)).collect();
        let more: BTreeSet<Sight> = &sees - &known;
        if before.is_none() || !more.is_empty() {
            differences.push(ApplicationChangeView::PlaceNotAgreedTo { place: place_view(&place, &more) });
        }
    }
    differences
}

/// Applications of the first version do not say where they go: the log has the hosts that were shown.
fn since_first_version(
    wallet: &Wallet,
    record: &ApplicationRecord,
    site: &SiteRecord,
    description: &SiteDescription,
) -> Result<Vec<ApplicationChangeView>, ApplicationError> {
    let disclosures = wallet.disclosures()?;
    let Some(approved) = disclosures.numbered(record.approved) else {
        return Ok(vec![ApplicationChangeView::NoRecordOfConsent]);
    };
    let mut differences = Vec::new();
    let root = SiteId::of(description.root());
    if approved.root.as_ref().is_some_and(|agreed| *agreed != root) {
        differences.push(ApplicationChangeView::OtherSite { root: root.as_str().to_owned() });
    }
    for host in description.hosts().into_iter().filter(|host| !approved.hosts.contains(host)) {
        differences.push(ApplicationChangeView::NewHost { host });
    }
    // The hosts do not say everything: on one of them, several sites can be. What was last agreed to at the site does.
    let agreed = site
        .lws()
        .agreed
        .as_ref()
        .and_then(|agreed| description_of(&site.clone().with_lws(|lws| lws.description = agreed.clone())).ok());
    let agreed = agreed
        .map(|agreed| destination(&agreed))
        .unwrap_or(DestinationRecord { root: root.as_str().to_owned(), places: Vec::new() });
    differences.extend(since_destination(&agreed, description));
    differences.dedup();
    Ok(differences)
}
