//! The one function through which anything leaves the wallet.

use std::pin::Pin;

use idw_vault::Batch;
use idw_words::MessageData;

use super::{Approved, Chosen, DiscloseError, OnProgress, Request};
use crate::{
    StoreError, Wallet,
    asked::sent_views,
    documents,
    records::{Event, Finish, SentDocumentRecord, SentRecord},
    schemas::Types,
    view::{AccountView, Outcome, Purpose},
};

/// How a protocol delivers what a request asks for. [`Wallet::disclose`] writes the activity log around it: the user's yes
/// before the first byte leaves, and how it ended.
pub(crate) trait Delivery: Send {
    /// Gets ready to send what the user agreed to. Anything that prevents it is an error here, before anything is written.
    fn prepare(
        self: Box<Self>,
        wallet: &Wallet,
        agreed: &Agreed,
        sent: &[SentRecord],
    ) -> Result<Box<dyn Dispatch>, DiscloseError>;

    /// The files that are made of what the user chose, as they would go.
    fn made_files(&self, _wallet: &Wallet, _chosen: &[Chosen]) -> Result<Vec<MadeFile>, DiscloseError> {
        Ok(Vec::new())
    }
}

/// A file that is made of what the user chose, and that goes with it.
#[derive(Clone, PartialEq, Eq)]
pub struct MadeFile {
    /// What it is called.
    pub name: &'static str,
    /// A PDF.
    pub bytes: Vec<u8>,
}

impl MadeFile {
    /// A PNG of its first page, of which no side is longer than `max_side` pixels.
    ///
    /// # Errors
    /// Where it cannot be shown.
    pub fn first_page(&self, max_side: u32) -> Result<Vec<u8>, idw_documents::WorkerError> {
        documents::thumbnail_of(&self.bytes, max_side)
    }
}

impl std::fmt::Debug for MadeFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MadeFile({}, {} bytes)", self.name, self.bytes.len())
    }
}

/// What is ready to be sent.
pub(crate) trait Dispatch: Send {
    /// Adds what is written together with the entry of the user's yes, whose number is `entry`.
    fn keep(&mut self, entry: u64, batch: &mut Batch);

    /// Sends exactly what was agreed to.
    fn send<'a>(&'a mut self, wallet: &'a Wallet, progress: OnProgress<'a>) -> Sending<'a>;

    /// Adds what is written together with the entry of how it ended.
    fn end(&mut self, wallet: &Wallet, ended: Ended<'_>, batch: &mut Batch) -> Result<(), StoreError>;

    /// Whether whoever asked has said for certain that what was sent counts for nothing, as another answer came first.
    fn counts_for_nothing(&self) -> bool {
        false
    }
}

/// A delivery in progress.
pub(crate) type Sending<'a> = Pin<Box<dyn Future<Output = Result<Delivered, Undelivered>> + Send + 'a>>;

/// How a delivery ended.
pub(crate) type Ended<'a> = Result<&'a Delivered, &'a Undelivered>;

/// What came of a delivery.
#[derive(Clone, Debug, Default)]
pub(crate) struct Delivered {
    /// Where the browser goes to be logged in; absolute.
    pub(crate) redirect_url: Option<String>,
    /// Where the party shows the application.
    pub(crate) application_url: Option<String>,
    /// Whether one of these is somewhere else than the party that the user knows.
    pub(crate) leaves_party: bool,
    /// The party's id of the application.
    pub(crate) application_id: Option<String>,
    /// What the party said.
    pub(crate) message: Option<String>,
    /// Something that went less well than asked for.
    pub(crate) warning: Option<MessageData>,
    /// How far the party's clock is off.
    pub(crate) clock: Option<MessageData>,
}

/// Why something was not delivered.
pub(crate) struct Undelivered {
    /// What the user is told.
    pub(crate) error: DiscloseError,
    /// What the activity log says; nothing where this leaves everything as it was.
    pub(crate) finish: Option<Finish>,
}

impl Undelivered {
    /// A failure that is not logged, because nothing was attempted.
    pub(crate) fn unrecorded(error: impl Into<DiscloseError>) -> Self {
        Self { error: error.into(), finish: None }
    }
}

/// What the user agreed to.
pub(crate) struct Agreed {
    pub(crate) request: Request,
    pub(crate) chosen: Vec<Chosen>,
    /// The number that the user found on the asker's page.
    pub(crate) number: Option<u8>,
    /// The names of everything that was asked for.
    pub(crate) asked: Vec<String>,
    /// The names of what was insisted on.
    pub(crate) required: Vec<String>,
}

/// What is being delivered, as the activity log has it.
pub(crate) struct Deliver {
    pub(crate) purpose: Purpose,
    pub(crate) party: String,
    pub(crate) account: String,
    pub(crate) did: String,
    /// The number of the entry of the user's yes.
    pub(crate) approved: u64,
    pub(crate) sent: Vec<SentRecord>,
}

impl Wallet {
    /// Sends what the user agreed to, and records it: before the first byte leaves, and again how it ended.
    ///
    /// # Errors
    /// Where the party refuses, cannot be reached or breaks the protocol, or the vault cannot be written; nothing is
    /// sent without its entry in the activity log. A KYC application is kept as a draft from the first step on:
    /// [`resume_application`](Self::resume_application) takes it up again.
    pub async fn disclose(&self, approved: Approved, progress: OnProgress<'_>) -> Result<Outcome, DiscloseError> {
        let Approved { agreed, delivery } = approved;
        let account = if agreed.request.shows_account() {
            let AccountView { name, did, .. } = agreed.request.acting.view()?;
            ShownAccount { name, did }
        } else {
            ShownAccount::default()
        };
        let sent = self.sent_of(&agreed.chosen)?;
        let (mut dispatch, approved) = {
            let _guard = self.store.changing();
            let mut dispatch = delivery.prepare(self, &agreed, &sent)?;
            let approved = self.store.commit_numbered(approval(&agreed, &account, &sent), |entry| {
                let mut batch = Batch::new();
                dispatch.keep(entry, &mut batch);
                batch
            })?;
            (dispatch, approved)
        };
        let deliver = Deliver {
            purpose: agreed.request.purpose,
            party: agreed.request.party.name.clone(),
            account: account.name,
            did: account.did,
            approved,
            sent,
        };
        Box::pin(deliver.through(self, &mut *dispatch, progress)).await
    }

    /// What is sent, as the log keeps it.
    pub(super) fn sent_of(&self, chosen: &[Chosen]) -> Result<Vec<SentRecord>, StoreError> {
        chosen.iter().map(|chosen| self.sent(chosen)).collect()
    }

    fn sent(&self, chosen: &Chosen) -> Result<SentRecord, StoreError> {
        let mut documents = Vec::new();
        for id in documents::ids_in(&chosen.record.value) {
            let Ok(id) = documents::parse_id(&id) else { continue };
            if let Some((info, meta)) = self.store.document(id)? {
                documents.push(SentDocumentRecord {
                    id: info.id.to_string(),
                    name: meta.file_name(),
                    mime_type: meta.mime_type,
                    size: info.len,
                    sha256: hex::encode(info.sha256),
                });
            }
        }
        Ok(SentRecord {
            name: chosen.requirement.name.clone(),
            title: chosen.requirement.called.title.clone(),
            digest: self.digests()?.of(&chosen.record.value).stored().to_owned(),
            files: documents.iter().map(|document| document.name.clone()).collect(),
            value: chosen.id.clone(),
            documents,
            asked: Some(chosen.want.asked.clone()),
        })
    }
}

impl Deliver {
    /// Sends, and writes down how it ended.
    pub(crate) async fn through(
        self,
        wallet: &Wallet,
        dispatch: &mut dyn Dispatch,
        progress: OnProgress<'_>,
    ) -> Result<Outcome, DiscloseError> {
        let types = wallet.types()?;
        let ended = dispatch.send(wallet, progress).await;
        let finish = match &ended {
            Ok(delivered) => Some(Finish::Done { application: delivered.application_id.clone() }),
            Err(undelivered) => undelivered.finish.clone(),
        };
        if let Some(result) = finish {
            let _guard = wallet.store.changing();
            let mut batch = Batch::new();
            dispatch.end(wallet, ended.as_ref(), &mut batch)?;
            let event = Event::Finished {
                purpose: self.purpose.into(),
                site: self.party.clone(),
                account: self.account.clone(),
                approved: self.approved,
                result,
            };
            wallet.store.commit(batch, event)?;
        }
        ended.map(|delivered| self.outcome(&types, delivered)).map_err(|undelivered| undelivered.error)
    }

    /// What the shells show.
    pub(crate) fn outcome(self, types: &Types, delivered: Delivered) -> Outcome {
        Outcome {
            purpose: self.purpose,
            site: self.party,
            account: self.account,
            did: self.did,
            redirect_leaves_site: delivered.leaves_party,
            redirect_url: delivered.redirect_url,
            application_id: delivered.application_id,
            application_url: delivered.application_url,
            message: delivered.message,
            sent: sent_views(types, self.sent),
            warning: delivered.warning,
            clock: delivered.clock,
        }
    }
}

/// The account that the party gets to see; nothing in it where it sees none.
#[derive(Default)]
struct ShownAccount {
    name: String,
    did: String,
}

/// The entry for what the user agreed to.
fn approval(agreed: &Agreed, account: &ShownAccount, sent: &[SentRecord]) -> Event {
    let request = &agreed.request;
    Event::Approved {
        purpose: request.purpose.into(),
        site: request.party.name.clone(),
        root: request.party.root.as_str().to_owned(),
        hosts: request.party.hosts.clone(),
        account: account.name.clone(),
        did: account.did.clone(),
        template: request.form.as_ref().map(|form| form.id.clone()),
        sent: sent.to_vec(),
        asked: agreed.asked.clone(),
        required: Some(agreed.required.clone()),
        requirements: Some(request.wants.iter().map(|want| want.asked.clone()).collect()),
    }
}
