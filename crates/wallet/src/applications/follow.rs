//! Following an application up: how far the site has come, what it wants besides, and giving it up.

use idw_identity::RequiredBy;
use idw_lws::{ApplicationAttribute, ApplicationDetail, ApplicationStatus, LwsError, RequestedAttribute, TemplateId};
use idw_vault::Batch;

use super::{
    ApplicationError, ApplicationView,
    apply::{end, save},
    list::view,
};
use crate::{
    Proposal, StoreError, Wallet,
    clock::now,
    consent::{Asked, Place, RefusedValue},
    disclose::{Door, OnProgress, RunError, Visit},
    records::{ApplicationRecord, ApplicationState, AskedRecord, Event, SentRecord, WantedRecord},
    schemas::Types,
    sites::{Difference, asked_record, asked_title, compared},
    view::Purpose,
};

impl Wallet {
    /// Asks the site how far it is with an application, and what it wants besides.
    ///
    /// # Errors
    /// Where it was not submitted, or the site cannot be asked; sites of the classic dialect never can.
    pub async fn refresh_application(&self, id: &str) -> Result<ApplicationView, ApplicationError> {
        let (id, mut record) = self.application_record(id)?;
        let (_, session, remote) = self.session_for(&record).await?;
        let detail = session.application(&remote).await.map_err(of_site(&record))?;
        note(&mut record, &detail);
        save(self, id, &record)?;
        Ok(view(&*self.types()?, id, &record))
    }

    /// Puts together what a site wants in addition to an application that it has, for the user to approve. What is
    /// approved goes through [`disclose`](Self::disclose) like everything else.
    ///
    /// # Errors
    /// Where the site wants nothing, or cannot be asked.
    pub async fn propose_update(&self, id: &str) -> Result<Proposal, ApplicationError> {
        let (id, mut record) = self.application_record(id)?;
        let (place, session, remote) = self.session_for(&record).await?;
        let detail = session.application(&remote).await.map_err(of_site(&record))?;
        note(&mut record, &detail);
        save(self, id, &record)?;
        let asked_in_template = self.asked_in_template(&record, &place, session.dialect()).await?;
        let wanted = detail.attributes.iter().filter(|attribute| attribute.is_wanted());
        let wanted = wanted.filter_map(|attribute| Some((attribute, requested(attribute, &asked_in_template)?)));
        let (wanted, requested): (Vec<_>, Vec<_>) = wanted.unzip();
        if requested.is_empty() {
            return Err(ApplicationError::NothingWanted { site: record.site_name });
        }
        let told = self.beyond_what_was_sent(&record, &requested)?;
        let refused = self.refused(&record, &wanted, &requested)?;
        let place = Place { dialect: Some(session.dialect()), ..place };
        let asked = Asked { purpose: Purpose::Apply, template: None, requested, update: Some(id), told, refused };
        Ok(Box::pin(self.lay_out(place, asked, &[])).await?)
    }

    /// What the site wants that was not sent with this application before, by its id and schema. What it only asked for
    /// counts for nothing: the user may have said no.
    fn beyond_what_was_sent(
        &self,
        record: &ApplicationRecord,
        requested: &[RequestedAttribute],
    ) -> Result<Vec<Difference>, StoreError> {
        let types = self.types()?;
        let now: Vec<_> = requested.iter().map(|one| asked_record(one, RequiredBy::KycTemplate)).collect();
        let sent: Vec<AskedRecord> = record.sent.iter().map(|sent| sent_as(&types, sent, &now)).collect();
        let mut differences = Vec::new();
        for (asked, before) in now.iter().zip(compared(&sent, &now)) {
            let title = asked_title(&types, asked);
            match before {
                None => differences.push(Difference::asking(format!(
                    "It asks for {title}, which was not sent with this application before."
                ))),
                Some(before) if before.label != asked.label => differences.push(Difference::asking(format!(
                    "The site now calls this {}; you sent it as {}.",
                    title,
                    asked_title(&types, before)
                ))),
                Some(_) => {}
            }
        }
        Ok(differences)
    }

    /// What the site has and finds no good, one by one: what was sent with this application for the same thing.
    fn refused(
        &self,
        record: &ApplicationRecord,
        wanted: &[&ApplicationAttribute],
        requested: &[RequestedAttribute],
    ) -> Result<Vec<Option<RefusedValue>>, StoreError> {
        let types = self.types()?;
        let now: Vec<_> = requested.iter().map(|one| asked_record(one, RequiredBy::KycTemplate)).collect();
        let sent: Vec<AskedRecord> = record.sent.iter().map(|sent| sent_as(&types, sent, &now)).collect();
        let one = |(wanted, asked): (&&ApplicationAttribute, &AskedRecord)| {
            let shown = wanted.value.clone()?;
            let at = sent.iter().rposition(|sent| (&sent.id, &sent.schema) == (&asked.id, &asked.schema));
            let sent = at.map(|at| record.sent[at].clone());
            Some(RefusedValue { sent, shown: Some(shown), reason: wanted.message.clone() })
        };
        Ok(wanted.iter().zip(&now).map(one).collect())
    }

    /// Gives an application up: at the site where it is there, else here alone.
    ///
    /// # Errors
    /// Where it may have arrived but is not known to have, or the site does not cancel.
    pub async fn cancel_application(&self, id: &str) -> Result<ApplicationView, ApplicationError> {
        let (id, mut record) = self.application_record(id)?;
        match record.state {
            ApplicationState::Draft | ApplicationState::Uploading => {}
            ApplicationState::Cancelled | ApplicationState::Refused => {
                let refused = record.state == ApplicationState::Refused;
                return Err(ApplicationError::Ended { site: record.site_name, refused });
            }
            _ => {
                let status = record.status.map(ApplicationStatus::from_code);
                if let Some(decided) = status.filter(|status| status.is_final()) {
                    return Err(ApplicationError::Decided { site: record.site_name, standing: decided.text() });
                }
                let (_, session, remote) = self.session_for(&record).await?;
                session.cancel_application(&remote).await.map_err(of_site(&record))?;
            }
        }
        record.state = ApplicationState::Cancelled;
        record.wanted.clear();
        let mut batch = Batch::new();
        end(&mut batch, self, id, &mut record)?;
        let event =
            Event::ApplicationCancelled { site: record.site_name.clone(), application: record.remote_id.clone() };
        self.store.commit(batch, event)?;
        Ok(view(&*self.types()?, id, &record))
    }

    /// A session for an application that the site has, and the site's id for it.
    async fn session_for(&self, record: &ApplicationRecord) -> Result<(Place, Visit<'_>, String), ApplicationError> {
        match record.state {
            ApplicationState::Submitted => {}
            ApplicationState::Refused | ApplicationState::Cancelled => {
                let refused = record.state == ApplicationState::Refused;
                return Err(ApplicationError::Ended { site: record.site_name.clone(), refused });
            }
            _ => return Err(ApplicationError::NotSubmitted { site: record.site_name.clone() }),
        }
        let Some(remote) = record.remote_id.clone() else {
            return Err(ApplicationError::NoRemoteId { site: record.site_name.clone() });
        };
        let place = self.place_of(record)?;
        let silent: OnProgress<'_> = &|_| {};
        let Place { site_id, description, dialect, acting, .. } = &place;
        let door = Door { site: *site_id, description, dialect: *dialect, acting };
        match self.visit(door, silent).await {
            Ok(session) => Ok((place, session, remote)),
            Err(RunError::Site(source)) => Err(ApplicationError::Site { site: record.site_name.clone(), source }),
            Err(RunError::Store(error)) => Err(error.into()),
        }
    }

    /// What the template asks for; nothing where the site no longer has it.
    async fn asked_in_template(
        &self,
        record: &ApplicationRecord,
        place: &Place,
        dialect: idw_lws::Dialect,
    ) -> Result<Vec<RequestedAttribute>, ApplicationError> {
        let Some(id) = TemplateId::from_value(&record.template) else { return Ok(Vec::new()) };
        match self.client().template(&place.description, dialect, &id).await {
            Ok(template) => Ok(template.attributes),
            Err(LwsError::Refused(_)) => Ok(Vec::new()),
            Err(error) => Err(of_site(record)(error)),
        }
    }
}

fn of_site(record: &ApplicationRecord) -> impl FnOnce(LwsError) -> ApplicationError {
    let site = record.site_name.clone();
    move |source| ApplicationError::Site { site, source: Box::new(source) }
}

/// What something answered that was sent. Of what the first version sent only the attribute's name is known: it is the
/// same thing where it has that name alone.
fn sent_as(types: &Types, sent: &SentRecord, now: &[AskedRecord]) -> AskedRecord {
    if let Some(asked) = &sent.asked {
        return asked.clone();
    }
    let mut same = now.iter().filter(|asked| types.name(&asked.schema) == sent.name);
    match (same.next(), same.next()) {
        (Some(asked), None) => asked.clone(),
        _ => AskedRecord { id: None, schema: sent.name.clone(), label: None, required: true },
    }
}

/// Notes what the site said.
fn note(record: &mut ApplicationRecord, detail: &ApplicationDetail) {
    if let Some(status) = detail.summary.status {
        record.status = Some(status.code());
    }
    if let Some(url) = &detail.summary.url {
        record.url = Some(url.to_string());
    }
    if detail.message.is_some() {
        record.message.clone_from(&detail.message);
    }
    record.checked = Some(now());
    let wanted = detail.attributes.iter().filter(|attribute| attribute.is_wanted());
    record.wanted = wanted
        .map(|attribute| WantedRecord {
            id: attribute.id.clone(),
            schema: attribute.schema.clone(),
            label: attribute.label.clone(),
            reason: attribute.message.clone(),
            invalid: attribute.value.is_some(),
        })
        .collect();
}

/// A wanted attribute as the site looks it up: under the template's id, under none where the template gave none
/// (lws.md §4), and else under the site's own.
fn requested(wanted: &ApplicationAttribute, template: &[RequestedAttribute]) -> Option<RequestedAttribute> {
    let by_id = template.iter().find(|asked| asked.id.as_deref() == Some(&wanted.id));
    let same_schema = |asked: &&RequestedAttribute| {
        asked.id.is_none() && wanted.schema.as_deref().is_some_and(|schema| is_same(schema, &asked.schema))
    };
    let asked = by_id.or_else(|| template.iter().find(same_schema).filter(|_| !wanted.additional));
    let schema = asked.map(|asked| asked.schema.clone()).or_else(|| wanted.schema.clone())?;
    Some(RequestedAttribute {
        id: asked.map_or_else(|| Some(wanted.id.clone()), |asked| asked.id.clone()),
        schema,
        label: wanted.label.clone().or_else(|| asked.and_then(|asked| asked.label.clone())),
        required: Some(true),
    })
}

fn is_same(one: &str, other: &str) -> bool {
    let parse = |text: &str| idw_identity::SchemaUrl::parse(text).ok();
    parse(one).is_some_and(|url| parse(other) == Some(url))
}
