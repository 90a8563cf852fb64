//! Applying: the draft, the uploads, the request.

use std::sync::Arc;

use idw_lws::{Applied, Dialect, LwsError, TemplateId};
use idw_vault::{Batch, RecordId};
use idw_words::{Argument, Message as _, MessageData, message};
use serde_json::Value;

use super::{ResumeChoice, destination, list::all};
use crate::{
    DiscloseError, Explain as _, StoreError, Stored, Wallet,
    accounts::Acting,
    clock::now,
    documents,
    fault::{NextStep, Reached},
    protocols::lws::{
        Prepared, RunError, Visit, deliver::file_limit, fault, ids, payload, target::Target, upload, watched,
    },
    records::{ApplicationRecord, ApplicationState, Finish, OutgoingFileRecord, Reason, Record as _, SentRecord},
    requests::{Agreed, Deliver, Delivered, Dispatch, Ended, OnProgress, Sending, Undelivered, step},
    store::{Store, put},
    view::{Outcome, Purpose},
};

/// Refusals after which the same application can be sent once more: the token, the right to come in, the pace.
const PASSING_REFUSALS: [u16; 5] = [401, 403, 408, 425, 429];

/// An application on its way.
pub(in crate::protocols::lws) struct Submission {
    pub(super) id: RecordId,
    pub(super) record: ApplicationRecord,
    pub(super) target: Target,
    /// The drafts that it takes the place of.
    replaced: Vec<RecordId>,
    way: Way,
    /// Whether anything of what was agreed to has begun to leave, now or before.
    reached: Reached,
    /// How far the site's clock is off.
    clock: Option<MessageData>,
    /// The dialect, once the site has the application.
    dialect: Option<Dialect>,
    /// The largest file that the site takes, once it has said so.
    file_limit: Option<u64>,
}

/// How an application is brought to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// What the site lacks is uploaded, and it is submitted.
    Send,
    /// It may have arrived: the site is asked first. Where that settles nothing, the user's choice does.
    Settle(Option<ResumeChoice>),
}

impl Submission {
    /// One that is in the vault already.
    pub(super) fn kept(id: RecordId, record: ApplicationRecord, target: Target, way: Way) -> Self {
        let sent = |file: &OutgoingFileRecord| file.uploaded.is_some() || file.tries > 0;
        let has_begun = record.submitted.is_some() || record.files.iter().any(sent);
        let reached = if has_begun { Reached::Perhaps } else { Reached::Nothing };
        let replaced = Vec::new();
        Self { id, record, target, replaced, way, reached, clock: None, dialect: None, file_limit: None }
    }

    /// A new one, as it was agreed to.
    pub(in crate::protocols::lws) fn draft(
        wallet: &Wallet,
        target: Target,
        template: &TemplateId,
        agreed: &Agreed,
        prepared: Prepared,
        sent: &[SentRecord],
    ) -> Result<Self, DiscloseError> {
        let account = target.acting.view()?;
        let Prepared { attributes, files } = prepared;
        let mut record = ApplicationRecord {
            version: ApplicationRecord::VERSION,
            profile: wallet.store.profile(),
            site: target.site_id.to_string(),
            site_name: target.site.name.clone(),
            account: match &target.acting {
                Acting::Named(id, _) => Some(id.to_string()),
                Acting::Site(_) => None,
            },
            account_name: account.name,
            did: account.did,
            destination: Some(destination(&target.description)),
            template: template.as_value().clone(),
            template_name: agreed.request.form.as_ref().and_then(|form| form.name.clone()),
            state: ApplicationState::Draft,
            attributes,
            files,
            sent: sent.to_vec(),
            approved: 0,
            created: now(),
            submitted: None,
            confirmed: false,
            remote_id: None,
            url: None,
            message: None,
            status: None,
            wanted: Vec::new(),
            checked: None,
        };
        let replaced = replaced_by(&wallet.store, &mut record)?;
        Ok(Self { replaced, ..Self::kept(RecordId::make(), record, target, Way::Send) })
    }

    /// Brings one to its end that was agreed to before.
    pub(super) async fn go_on(mut self, wallet: &Wallet, progress: OnProgress<'_>) -> Result<Outcome, DiscloseError> {
        let deliver = deliver(&self.record);
        Box::pin(deliver.through(wallet, &mut self, progress)).await
    }
}

impl Dispatch for Submission {
    fn keep(&mut self, entry: u64, batch: &mut Batch) {
        self.record.approved = entry;
        for old in &self.replaced {
            batch.remove(ApplicationRecord::TREE, *old);
        }
        put(batch, self.id, &self.record);
        // From here on the site's description counts as agreed to.
        put(batch, self.target.site_id, &self.target.site);
    }

    fn send<'a>(&'a mut self, wallet: &'a Wallet, progress: OnProgress<'a>) -> Sending<'a> {
        Box::pin(async move {
            match self.way {
                Way::Send => self.submit(wallet, progress, None).await,
                Way::Settle(choice) => self.settle(wallet, progress, choice).await,
            }
        })
    }

    fn end(&mut self, wallet: &Wallet, ended: Ended<'_>, batch: &mut Batch) -> Result<(), StoreError> {
        match self.record.state {
            ApplicationState::Submitted | ApplicationState::Refused => {
                end(batch, wallet, self.id, &mut self.record)?;
            }
            _ => put(batch, self.id, &self.record),
        }
        // As it is by now: the user may have renamed or removed the site while things were sent.
        let Some(mut site) = wallet.store.get(self.target.site_id)? else { return Ok(()) };
        match ended {
            Ok(_) => self.target.remember(&mut site, self.dialect),
            Err(_) => Target::learn(&mut site, None, self.file_limit),
        }
        put(batch, self.target.site_id, &site);
        Ok(())
    }
}

impl Submission {
    /// Uploads what the site lacks, and submits.
    pub(super) async fn submit(
        &mut self,
        wallet: &Wallet,
        progress: OnProgress<'_>,
        session: Option<Visit<'_>>,
    ) -> Result<Delivered, Undelivered> {
        match self.try_to(wallet, progress, session).await {
            Ok((applied, dialect)) => Ok(self.arrived(Some(&applied), Some(dialect))),
            Err(RunError::Store(error)) => Err(Undelivered::unrecorded(error)),
            Err(RunError::Site(error)) => Err(self.failed(wallet, *error)),
        }
    }

    async fn try_to(
        &mut self,
        wallet: &Wallet,
        progress: OnProgress<'_>,
        session: Option<Visit<'_>>,
    ) -> Result<(Applied, Dialect), RunError> {
        let session = match session {
            Some(session) => session,
            None => wallet.visit(&self.target, progress).await?,
        };
        self.clock = session.clock();
        let payload = payload(&wallet.store, &self.record.attributes, &self.record.files)?;
        let id = self.id;
        let mut files = std::mem::take(&mut self.record.files);
        self.reached = Reached::Perhaps;
        let uploaded = watched(progress, |watch| {
            let record = &mut self.record;
            let keep = |files: &[OutgoingFileRecord]| {
                if files.iter().any(|file| file.uploaded.is_some()) {
                    record.state = ApplicationState::Uploading;
                }
                record.files = files.to_vec();
                save(wallet, id, record)
            };
            upload(&session, &payload, &mut files, watch, keep)
        })
        .await;
        self.record.files = files;
        uploaded?;
        self.record.state = ApplicationState::Submitting;
        self.record.submitted = Some(now());
        save(wallet, id, &self.record)?;
        let missing = || StoreError::Missing { what: Stored::Application };
        let template = TemplateId::from_value(&self.record.template).ok_or_else(missing)?;
        let ids = ids(&self.record.files);
        let session: &Visit<'_> = &session;
        let submitted = watched(progress, |watch: Arc<dyn idw_lws::Progress>| {
            let (template, payload, ids) = (&template, &payload, &ids);
            async move { session.submit_application(template, payload, ids, &watch).await }
        })
        .await;
        match submitted {
            // Nothing can be asked about an application without its id, which the site's list has where the answer had not.
            Ok(mut applied) if applied.id.is_none() => {
                self.record.confirmed = true; // whatever becomes of the looking
                save(wallet, id, &self.record)?;
                let listed = self.look_once(wallet, session).await.ok().flatten().unwrap_or_default();
                applied.id = listed.id;
                applied.url = applied.url.or(listed.url);
                Ok((applied, session.dialect()))
            }
            Ok(applied) => Ok((applied, session.dialect())),
            Err(error) if error.is_outcome_unknown() => {
                progress(step(message::SendingStepAskArrived));
                match self.look_up(wallet, session).await {
                    Ok(Some(found)) => Ok((found, session.dialect())),
                    _ => Err(error.into()),
                }
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The site has it. What was sent need not be kept: the log has its digests.
    pub(super) fn arrived(&mut self, applied: Option<&Applied>, dialect: Option<Dialect>) -> Delivered {
        self.dialect = dialect;
        let record = &mut self.record;
        record.state = ApplicationState::Submitted;
        record.remote_id = applied.and_then(|applied| applied.id.clone());
        record.url = applied.and_then(|applied| applied.url.as_ref().map(ToString::to_string));
        record.message = applied.and_then(|applied| applied.message.clone());
        let url = applied.and_then(|applied| applied.url.as_ref());
        let delivered = delivered(record);
        Delivered {
            leaves_party: url.is_some_and(|url| self.target.description.is_left_by(url)),
            warning: delivered.warning.or_else(|| perhaps_twice(record)),
            clock: self.clock.take(),
            ..delivered
        }
    }

    fn failed(&mut self, wallet: &Wallet, error: LwsError) -> Undelivered {
        wallet.forget_refused(self.target.site_id, &error);
        self.file_limit = file_limit(&error);
        let reason = Reason::of(error.explain());
        let begun = Some(self.reached == Reached::Perhaps);
        let (is_unknown, is_final) = (error.is_outcome_unknown(), is_final(&error));
        let fault = fault(&self.record.site_name, error).reached(self.reached);
        if is_unknown {
            self.record.state = ApplicationState::Unknown;
            return Undelivered {
                error: fault.with_next(NextStep::AskWhetherItArrived).into(),
                finish: Some(Finish::Unknown { reason }),
            };
        }
        let finish = Some(Finish::Failed { reason: reason.clone(), begun });
        if is_final {
            self.record.state = ApplicationState::Refused;
            self.record.message = Some(reason.text);
            return Undelivered { error: fault.into(), finish };
        }
        let uploaded = self.record.files.iter().any(|file| file.uploaded.is_some());
        self.record.state = if uploaded { ApplicationState::Uploading } else { ApplicationState::Draft };
        Undelivered { error: fault.with_next(NextStep::GoOn).into(), finish }
    }
}

/// What is being delivered, as the activity log has it.
pub(super) fn deliver(record: &ApplicationRecord) -> Deliver {
    Deliver {
        purpose: Purpose::Apply,
        party: record.site_name.clone(),
        account: record.account_name.clone(),
        did: record.did.clone(),
        approved: record.approved,
        sent: record.sent.clone(),
    }
}

/// What is known of one that has arrived.
pub(super) fn delivered(record: &ApplicationRecord) -> Delivered {
    let empty = record.sent.is_empty();
    Delivered {
        application_id: record.remote_id.clone(),
        application_url: record.url.clone(),
        message: record.message.clone(),
        warning: empty.then(|| message::OutcomeOnlyIdentity.data()),
        ..Delivered::default()
    }
}

/// The drafts that a new one takes the place of; their uploads go on counting where the documents are the same.
fn replaced_by(store: &Store, record: &mut ApplicationRecord) -> Result<Vec<RecordId>, DiscloseError> {
    let mut replaced = Vec::new();
    for (id, old) in all(store)? {
        if old.site != record.site || old.template != record.template {
            continue;
        }
        match old.state {
            ApplicationState::Submitting | ApplicationState::Unknown => {
                return Err(DiscloseError::Unsettled { site: record.site_name.clone() });
            }
            ApplicationState::Draft | ApplicationState::Uploading => {
                if old.did == record.did {
                    take_uploads(&old, record);
                }
                replaced.push(id);
            }
            ApplicationState::Submitted | ApplicationState::Refused | ApplicationState::Cancelled => {}
        }
    }
    Ok(replaced)
}

fn take_uploads(old: &ApplicationRecord, record: &mut ApplicationRecord) {
    let mut known: Vec<_> = old.files.iter().collect();
    known.sort_by_key(|file| (file.uploaded.is_none(), std::cmp::Reverse(file.tries)));
    for file in record.files.iter_mut().filter(|file| file.uploaded.is_none()) {
        let same = known.iter().position(|known| {
            known.document == file.document && known.mime_type == file.mime_type && known.size == file.size
        });
        if let Some(at) = same {
            let known = known.remove(at);
            file.uploaded.clone_from(&known.uploaded);
            file.tries = known.tries;
        }
    }
}

/// Whether the same application would be refused again.
fn is_final(error: &LwsError) -> bool {
    match error {
        LwsError::Refused(refusal) => !PASSING_REFUSALS.contains(&refusal.status),
        LwsError::TooLarge { .. } | LwsError::NotOffered { .. } | LwsError::Payload(_) => true,
        _ => false,
    }
}

/// What to say of files that were uploaded again because no answer said that they had arrived. The protocol has no way
/// to ask a site for the files that it holds, nor to take one back.
fn perhaps_twice(record: &ApplicationRecord) -> Option<MessageData> {
    let names: Vec<&str> = record.files.iter().filter(|file| file.tries > 1).map(|file| file.name.as_str()).collect();
    (!names.is_empty())
        .then(|| message::OutcomePerhapsTwice { site: &record.site_name, files: Argument::list(names) }.data())
}

/// Lets go of what was to be sent, and writes the record. A document that was removed from its attribute meanwhile, and
/// stayed for this application's sake, goes too.
pub(super) fn end(
    batch: &mut Batch,
    wallet: &Wallet,
    id: RecordId,
    record: &mut ApplicationRecord,
) -> Result<(), StoreError> {
    let files = std::mem::take(&mut record.files);
    record.attributes.clear();
    for document in documents::left_over(wallet, files.iter().map(|file| file.document.as_str()), id)? {
        batch.remove_document(document);
    }
    put(batch, id, record);
    Ok(())
}

pub(super) fn save(wallet: &Wallet, id: RecordId, record: &ApplicationRecord) -> Result<(), StoreError> {
    let mut batch = Batch::new();
    put(&mut batch, id, record);
    wallet.store.commit_quietly(batch)
}

/// A value with its files as the site knows them: what an application that arrived holds.
pub(super) fn value_at_site(record: &ApplicationRecord, at: usize) -> Value {
    let attribute = &record.attributes[at];
    let mut value = attribute.value.clone();
    for (pointer, index) in &attribute.files {
        let id = record.files.get(*index).and_then(|file| file.uploaded.clone());
        if let (Some(place), Some(id)) = (value.pointer_mut(pointer), id) {
            place["content"] = Value::String(id.as_str().map_or_else(|| id.to_string(), str::to_owned));
        }
    }
    value
}
