//! Applying: the draft, the uploads, the request.

use std::sync::Arc;

use idw_lws::{Applied, LwsError, TemplateId};
use idw_vault::{Batch, RecordId};
use serde_json::Value;

use super::{destination, list::all};
use crate::{
    Approved, DiscloseError, StoreError, Wallet,
    accounts::Acting,
    activity::sent_view,
    clock::now,
    consent::Place,
    disclose::{
        Door, OnProgress, Prepared, RunError, Visit, approval, ids, learnt, payload, prepare, remembered, step, upload,
        watched,
    },
    documents,
    records::{ApplicationRecord, ApplicationState, Event, Finish, OutgoingFileRecord, Record as _},
    store::put,
    view::{AccountView, Outcome, Purpose},
};

/// Refusals after which the same application can be sent once more: the token, the right to come in, the pace.
const PASSING_REFUSALS: [u16; 5] = [401, 403, 408, 425, 429];

impl Wallet {
    /// Keeps what was agreed to as a draft, and sends it.
    pub(crate) async fn apply(&self, approved: Approved, progress: OnProgress<'_>) -> Result<Outcome, DiscloseError> {
        let account = approved.parts.acting.view()?;
        let (id, record) = self.draft(&approved, &account)?;
        let parts = approved.parts;
        let place = Place {
            site_id: parts.site_id,
            site: parts.site,
            description: parts.description,
            dialect: parts.dialect,
            acting: parts.acting,
            account_named: parts.account_named,
        };
        Submission::new(self, id, record, place, progress).go_on(None).await
    }

    fn draft(
        &self,
        approved: &Approved,
        account: &AccountView,
    ) -> Result<(RecordId, ApplicationRecord), DiscloseError> {
        let parts = &approved.parts;
        let missing = || StoreError::Missing { what: "the KYC template of this application" };
        let template = parts.template.as_ref().ok_or_else(missing)?.as_value().clone();
        let sent = self.sent_of(&approved.chosen)?;
        let Prepared { attributes, files } = prepare(self, &approved.chosen)?;
        let mut record = ApplicationRecord {
            version: ApplicationRecord::VERSION,
            profile: self.store.profile(),
            site: parts.site_id.to_string(),
            site_name: parts.site.name.clone(),
            account: match &parts.acting {
                Acting::Named(id, _) => Some(id.to_string()),
                Acting::Site(_) => None,
            },
            account_name: account.name.clone(),
            did: account.did.clone(),
            destination: Some(destination(&parts.description)),
            template,
            template_name: approved.template.as_ref().and_then(|template| template.name.clone()),
            state: ApplicationState::Draft,
            attributes,
            files,
            sent: sent.clone(),
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
        let _guard = self.store.changing();
        let replaced = self.replaced_by(&mut record)?;
        let id = RecordId::make();
        self.store.commit_numbered(approval(approved, account, &sent), |number| {
            record.approved = number;
            let mut batch = Batch::new();
            for old in replaced {
                batch.remove(ApplicationRecord::TREE, old);
            }
            put(&mut batch, id, &record);
            // From here on the site's description counts as agreed to.
            put(&mut batch, parts.site_id, &parts.site);
            batch
        })?;
        Ok((id, record))
    }

    /// The drafts that a new one takes the place of; their uploads go on counting where the documents are the same.
    fn replaced_by(&self, record: &mut ApplicationRecord) -> Result<Vec<RecordId>, DiscloseError> {
        let mut replaced = Vec::new();
        for (id, old) in all(&self.store)? {
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

/// An application on its way.
pub(super) struct Submission<'a> {
    pub(super) wallet: &'a Wallet,
    pub(super) id: RecordId,
    pub(super) record: ApplicationRecord,
    pub(super) place: Place,
    pub(super) progress: OnProgress<'a>,
    /// Whether anything of what was agreed to has begun to leave, now or before.
    begun: bool,
    /// How far the site's clock is off, a sentence.
    clock: Option<String>,
}

impl<'a> Submission<'a> {
    pub(super) fn new(
        wallet: &'a Wallet,
        id: RecordId,
        record: ApplicationRecord,
        place: Place,
        progress: OnProgress<'a>,
    ) -> Self {
        let sent = |file: &OutgoingFileRecord| file.uploaded.is_some() || file.tries > 0;
        let begun = record.submitted.is_some() || record.files.iter().any(sent);
        Self { wallet, id, record, place, progress, begun, clock: None }
    }
}

impl<'a> Submission<'a> {
    /// Uploads what the site lacks, submits, and records how it ended.
    pub(super) async fn go_on(mut self, session: Option<Visit<'a>>) -> Result<Outcome, DiscloseError> {
        match self.try_to(session).await {
            Ok((applied, dialect)) => self.arrived(Some(&applied), Some(dialect)),
            Err(RunError::Store(error)) => Err(error.into()),
            Err(RunError::Site(source)) => self.failed(source),
        }
    }

    async fn try_to(&mut self, session: Option<Visit<'a>>) -> Result<(Applied, idw_lws::Dialect), RunError> {
        let session = match session {
            Some(session) => session,
            None => self.authenticate().await?,
        };
        self.clock = session.clock();
        let payload = payload(&self.wallet.store, &self.record.attributes, &self.record.files)?;
        let (wallet, id, progress) = (self.wallet, self.id, self.progress);
        let mut files = std::mem::take(&mut self.record.files);
        self.begun = true;
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
        let missing = || StoreError::Missing { what: "the KYC template of this application" };
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
                let listed = self.look_once(session).await.ok().flatten().unwrap_or_default();
                applied.id = listed.id;
                applied.url = applied.url.or(listed.url);
                Ok((applied, session.dialect()))
            }
            Ok(applied) => Ok((applied, session.dialect())),
            Err(error) if error.is_outcome_unknown() => {
                progress(step("Asking whether the application arrived"));
                match self.look_up(session).await {
                    Ok(Some(found)) => Ok((found, session.dialect())),
                    _ => Err(error.into()),
                }
            }
            Err(error) => Err(error.into()),
        }
    }

    pub(super) async fn authenticate(&self) -> Result<Visit<'a>, RunError> {
        let Place { site_id, description, dialect, acting, .. } = &self.place;
        let door = Door { site: *site_id, description, dialect: *dialect, acting };
        let wallet: &'a Wallet = self.wallet;
        wallet.visit(door, self.progress).await
    }

    /// The site has it. What was sent need not be kept: the log has its digests.
    pub(super) fn arrived(
        mut self,
        applied: Option<&Applied>,
        dialect: Option<idw_lws::Dialect>,
    ) -> Result<Outcome, DiscloseError> {
        let account = self.place.acting.view()?;
        let record = &mut self.record;
        record.state = ApplicationState::Submitted;
        record.remote_id = applied.and_then(|applied| applied.id.clone());
        record.url = applied.and_then(|applied| applied.url.as_ref().map(ToString::to_string));
        record.message = applied.and_then(|applied| applied.message.clone());
        let twice = perhaps_twice(record);
        let _guard = self.wallet.store.changing();
        let mut batch = Batch::new();
        end(&mut batch, self.wallet, self.id, record)?;
        if let Some(dialect) = dialect {
            let named = self.place.account_named.then_some(&self.place.acting);
            // As it is by now: the user may have renamed or removed the site while things were sent.
            if let Some(site) = self.wallet.store.get(self.place.site_id)? {
                put(&mut batch, self.place.site_id, &remembered(&site, named, &account, dialect));
            }
        }
        let finish = Finish::Done { application: self.record.remote_id.clone() };
        self.wallet.store.commit(batch, finished(&self.record, finish))?;
        let mut outcome = outcome(&self.record);
        outcome.redirect_leaves_site =
            applied.and_then(|applied| applied.url.as_ref()).is_some_and(|url| self.place.description.is_left_by(url));
        outcome.warning = outcome.warning.or(twice);
        outcome.clock = self.clock;
        Ok(outcome)
    }

    fn failed(mut self, source: Box<LwsError>) -> Result<Outcome, DiscloseError> {
        let site = self.record.site_name.clone();
        self.wallet.forget_refused(self.place.site_id, &source);
        let _guard = self.wallet.store.changing();
        let present = self.wallet.store.get(self.place.site_id)?;
        let taught = present.and_then(|site| learnt(&site, None, Some(&source)));
        let reason = source.to_string();
        let begun = Some(self.begun);
        let (finish, error) = if source.is_outcome_unknown() {
            self.record.state = ApplicationState::Unknown;
            (Finish::Unknown { reason }, DiscloseError::Unknown { site, source })
        } else if is_final(&source) {
            self.record.state = ApplicationState::Refused;
            self.record.message = Some(reason.clone());
            (Finish::Failed { reason, begun }, DiscloseError::Site { site, source })
        } else {
            let uploaded = self.record.files.iter().any(|file| file.uploaded.is_some());
            self.record.state = if uploaded { ApplicationState::Uploading } else { ApplicationState::Draft };
            (Finish::Failed { reason, begun }, DiscloseError::Kept { site, source })
        };
        let mut batch = Batch::new();
        if self.record.state == ApplicationState::Refused {
            end(&mut batch, self.wallet, self.id, &mut self.record)?;
        } else {
            put(&mut batch, self.id, &self.record);
        }
        if let Some(site) = taught {
            put(&mut batch, self.place.site_id, &site);
        }
        self.wallet.store.commit(batch, finished(&self.record, finish))?;
        Err(error)
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
fn perhaps_twice(record: &ApplicationRecord) -> Option<String> {
    let names: Vec<&str> = record.files.iter().filter(|file| file.tries > 1).map(|file| file.name.as_str()).collect();
    (!names.is_empty()).then(|| {
        format!(
            "{} may hold a second copy of {}: an earlier upload broke off before the site had confirmed it.",
            record.site_name,
            names.join(", ")
        )
    })
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

pub(super) fn finished(record: &ApplicationRecord, result: Finish) -> Event {
    Event::Finished {
        purpose: Purpose::Apply.into(),
        site: record.site_name.clone(),
        account: record.account_name.clone(),
        approved: record.approved,
        result,
    }
}

pub(super) fn outcome(record: &ApplicationRecord) -> Outcome {
    let empty = record.sent.is_empty();
    Outcome {
        purpose: Purpose::Apply,
        site: record.site_name.clone(),
        account: record.account_name.clone(),
        did: record.did.clone(),
        redirect_url: None,
        redirect_leaves_site: false,
        application_id: record.remote_id.clone(),
        application_url: record.url.clone(),
        message: record.message.clone(),
        sent: record.sent.iter().cloned().map(sent_view).collect(),
        warning: empty.then(|| "No attribute went with this application, only your identity.".to_owned()),
        clock: None,
    }
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
