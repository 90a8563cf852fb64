//! Following an application up: how far the site has come, what it still needs, and giving it up.

use idw_identity::{RequiredBy, SchemaUrl};
use idw_lws::{ApplicationAttribute, ApplicationDetail, ApplicationStatus, LwsError, RequestedAttribute, TemplateId};
use idw_vault::Batch;

use super::{
    ApplicationError,
    apply::{end, save},
    list::view,
};
use crate::{
    Proposal, Wallet,
    asked::{Difference, asked_title, compared},
    clock::now,
    protocols::lws::{
        RunError, Task, Visit, fault,
        propose::{Question, want},
        target::Target,
    },
    records::{ApplicationRecord, ApplicationState, AskedRecord, Event, SentRecord, WantedRecord},
    requests::{Compared, OnProgress, RefusedValue, Want},
    schemas::Types,
    view::{ApplicationView, ChangeView, Purpose},
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
        let (target, session, remote) = self.session_for(&record).await?;
        let detail = session.application(&remote).await.map_err(of_site(&record))?;
        note(&mut record, &detail);
        save(self, id, &record)?;
        let in_template = self.asked_in_template(&record, &target, session.dialect()).await?;
        let wanted = detail.attributes.iter().filter(|attribute| attribute.is_wanted());
        let wanted = wanted.filter_map(|attribute| {
            let want = want(&requested(attribute, &in_template)?, RequiredBy::KycTemplate);
            Some((attribute, want))
        });
        let wanted: Vec<_> = wanted.collect();
        if wanted.is_empty() {
            return Err(ApplicationError::NothingWanted { site: record.site_name });
        }
        let now: Vec<AskedRecord> = wanted.iter().map(|(_, want)| want.asked.clone()).collect();
        let sent = Sent::read(&*self.types()?, &record, &now);
        let told = sent.beyond(&*self.types()?, &now);
        let wants =
            wanted.into_iter().map(|(attribute, want)| Want { refused: sent.refused(attribute, &want), ..want });
        let question = Question {
            purpose: Purpose::Apply,
            form: None,
            wants: wants.collect(),
            include: Vec::new(),
            told,
            // Follow-up requests differ each time: they are compared with what was sent.
            compared: Compared::ByTheProtocol,
        };
        let target = Target { dialect: Some(session.dialect()), ..target };
        let (request, delivery) = Box::pin(self.request_of(target, question, Task::Update(id))).await?;
        Ok(self.match_request(request, delivery)?)
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
                if let Some(status) = status.filter(|status| status.is_final()) {
                    return Err(ApplicationError::Decided { site: record.site_name, status });
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
    async fn session_for(&self, record: &ApplicationRecord) -> Result<(Target, Visit<'_>, String), ApplicationError> {
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
        let target = self.target_of(record)?;
        let silent: OnProgress<'_> = &|_| {};
        match self.visit(&target, silent).await {
            Ok(session) => Ok((target, session, remote)),
            Err(RunError::Site(error)) => Err(fault(&record.site_name, *error).into()),
            Err(RunError::Store(error)) => Err(error.into()),
        }
    }

    /// What the template asks for; nothing where the site no longer has it.
    async fn asked_in_template(
        &self,
        record: &ApplicationRecord,
        target: &Target,
        dialect: idw_lws::Dialect,
    ) -> Result<Vec<RequestedAttribute>, ApplicationError> {
        let Some(id) = TemplateId::from_value(&record.template) else { return Ok(Vec::new()) };
        match self.client().template(&target.description, dialect, &id).await {
            Ok(template) => Ok(template.attributes),
            Err(LwsError::Refused(_)) => Ok(Vec::new()),
            Err(error) => Err(of_site(record)(error)),
        }
    }
}

fn of_site(record: &ApplicationRecord) -> impl FnOnce(LwsError) -> ApplicationError + '_ {
    |error| fault(&record.site_name, error).into()
}

/// What was sent with an application, each with what it answered.
struct Sent<'a>(Vec<(AskedRecord, &'a SentRecord)>);

impl<'a> Sent<'a> {
    fn read(types: &Types, record: &'a ApplicationRecord, now: &[AskedRecord]) -> Self {
        Self(record.sent.iter().map(|sent| (sent_as(types, sent, now), sent)).collect())
    }

    /// What the site wants that was not sent with this application before, by its id and schema. What it only asked for
    /// counts for nothing: the user may have said no.
    fn beyond(&self, types: &Types, now: &[AskedRecord]) -> Vec<Difference> {
        let sent: Vec<AskedRecord> = self.0.iter().map(|(asked, _)| asked.clone()).collect();
        let mut differences = Vec::new();
        for (asked, before) in now.iter().zip(compared(&sent, now)) {
            let title = asked_title(types, asked);
            match before {
                None => differences.push(Difference::asking(ChangeView::NotSentBefore { title })),
                Some(before) if before.label != asked.label => {
                    let was = asked_title(types, before);
                    differences.push(Difference::asking(ChangeView::SentAsOther { was, is: title }));
                }
                Some(_) => {}
            }
        }
        differences
    }

    /// What the site has and finds no good: the last that was sent with this application for the same thing.
    fn refused(&self, wanted: &ApplicationAttribute, want: &Want) -> Option<RefusedValue> {
        let shown = wanted.value.clone()?;
        let same =
            |sent: &&(AskedRecord, &SentRecord)| (&sent.0.id, &sent.0.schema) == (&want.asked.id, &want.asked.schema);
        let sent = self.0.iter().rfind(same).map(|(_, sent)| (*sent).clone());
        Some(RefusedValue { sent, shown: Some(shown), reason: wanted.message.clone() })
    }
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
    let parse = |text: &str| SchemaUrl::parse(text).ok();
    parse(one).is_some_and(|url| parse(other) == Some(url))
}
