//! The documents of a file, on their way in: sealed on disk, but part of the vault only when the import is committed. In
//! a dry run they are only looked at.

use std::{
    collections::HashMap,
    io::{ErrorKind, Read},
};

use idw_documents::WorkerError;
use idw_vault::{Batch, DocumentId, RecordId, StageError, StagedDocument};
use idw_words::{Argument, Message as _, MessageData, message};
use sha2::{Digest as _, Sha256};

use super::{
    DataError,
    file::{FileDocument, Receiver},
};
use crate::{
    DocumentError, Explain as _, Metadata, StoreError,
    clock::now,
    documents::{FileName, Findings, MAX_DOCUMENT_BYTES, describe, look, media_type, put_staged},
    records::DocumentMeta,
    store::Store,
    view::{ImportOutcome, ImportedDocument},
};

/// Every document of the file.
pub(super) struct Arrivals<'a> {
    store: &'a Store,
    dry_run: bool,
    metadata: Metadata,
    /// Whether documents come in alone where the value that refers to them is refused.
    keeps_refused: bool,
    /// The vault's documents, by length and SHA-256.
    held: HashMap<(u64, [u8; 32]), DocumentId>,
    all: Vec<Arrival>,
    /// The place in `all`, by the file's own id.
    by_id: HashMap<String, usize>,
    /// The place in `all` of new ones, by SHA-256.
    by_digest: HashMap<[u8; 32], usize>,
}

/// One document of the file.
pub(super) struct Arrival {
    name: String,
    pub(super) mime_type: &'static str,
    pub(super) size: u64,
    kept_alone: bool,
    findings: Findings,
    state: State,
    /// Whether an attribute of the file refers to it.
    referred: bool,
    /// Whether an attribute that is taken in refers to it.
    needed: bool,
}

enum State {
    /// The vault has it.
    Held(DocumentId),
    /// It is new, and known by this id from now on.
    New(String, Option<Box<StagedDocument>>),
    /// It cannot be taken: whole sentences.
    Refused(MessageData),
}

/// What came of a document's bytes.
pub(super) enum Body {
    /// It can be taken.
    Opened(Box<Opened>),
    /// It cannot: whole sentences.
    Refused(MessageData),
    /// The import cannot go on.
    Failed(StageError),
    /// The same: no process opens documents.
    Unopened(WorkerError),
}

/// A document that was checked to its end.
pub(super) struct Opened {
    /// SHA-256 of the bytes in the file.
    given: [u8; 32],
    /// The vault's document with these bytes.
    held: Option<DocumentId>,
    /// Length and SHA-256 of what is stored: a picture's metadata are gone.
    len: u64,
    sha256: [u8; 32],
    mime_type: &'static str,
    findings: Findings,
    /// None in a dry run, or if the vault has it.
    staged: Option<StagedDocument>,
}

impl<'a> Arrivals<'a> {
    pub(super) fn new(store: &'a Store, dry_run: bool, metadata: Metadata) -> Result<Self, StoreError> {
        let held = store.documents().map(|document| document.map(|(info, _)| ((info.len, info.sha256), info.id)));
        let held = held.collect::<Result<_, _>>()?;
        let keeps_refused = false;
        let (all, by_id, by_digest) = (Vec::new(), HashMap::new(), HashMap::new());
        Ok(Self { store, dry_run, metadata, keeps_refused, held, all, by_id, by_digest })
    }

    /// The same, where documents come in alone if the value that refers to them is refused.
    pub(super) fn keeping_refused(self) -> Self {
        Self { keeps_refused: true, ..self }
    }

    /// Says that the attribute that refers to these documents, by the file's own ids, is refused.
    pub(super) fn refused_by_their_value(&mut self, ids: &[String]) {
        for at in ids.iter().filter_map(|id| self.by_id.get(id)).filter(|_| self.keeps_refused) {
            self.all[*at].kept_alone = true;
        }
    }

    /// The document that the file calls `id`, with its id in the vault; or why it is not there: whole sentences.
    pub(super) fn find(&mut self, id: &str) -> Result<(&Arrival, String), MessageData> {
        let at = *self.by_id.get(id).ok_or(message::ImportReasonDocumentAbsent)?;
        self.all[at].referred = true;
        let arrival = &self.all[at];
        match &arrival.state {
            State::Held(held) => Ok((arrival, held.to_string())),
            State::New(id, _) => Ok((arrival, id.clone())),
            State::Refused(why) => {
                Err(message::ImportReasonDocumentRefused { name: &arrival.name, reason: why }.data())
            }
        }
    }

    /// Says that an attribute that is taken in refers to the document with this id in the vault.
    pub(super) fn need(&mut self, vault_id: &str) {
        for arrival in &mut self.all {
            if matches!(&arrival.state, State::New(id, _) if id == vault_id) {
                arrival.needed = true;
            }
        }
    }

    /// Puts what is to stay into the batch, and tells what became of each.
    pub(super) fn finish(self, batch: &mut Batch) -> Vec<ImportedDocument> {
        let store = self.store;
        self.all.into_iter().map(|arrival| arrival.finish(store, batch)).collect()
    }

    fn add(&mut self, id: String, arrival: Arrival) -> usize {
        let at = self.all.len();
        self.all.push(arrival);
        self.by_id.entry(id).or_insert(at);
        at
    }
}

impl Receiver for Arrivals<'_> {
    type Body = Body;

    fn body(&mut self, bytes: &mut dyn Read) -> Body {
        match self.open(bytes) {
            Ok(opened) => Body::Opened(Box::new(opened)),
            Err(body) => body,
        }
    }

    fn document(&mut self, about: FileDocument, body: Body) -> Result<(), DataError> {
        let FileDocument { id, name, sha256: claimed, kept_alone } = about;
        let given = name;
        let name = FileName::from(given.clone()).to_string();
        let opened = match body {
            Body::Opened(opened) => *opened,
            Body::Refused(why) => {
                let (mime_type, findings, state) = ("", Findings::default(), State::Refused(why));
                self.add(id, Arrival::new(name, mime_type, 0, kept_alone, findings, state));
                return Ok(());
            }
            Body::Failed(source) => return Err(DocumentError::Stage { name, source }.into()),
            Body::Unopened(source) => return Err(DocumentError::Unopened { name, source }.into()),
        };
        let state = if claimed.is_some_and(|claimed| !claimed.eq_ignore_ascii_case(&hex::encode(opened.given))) {
            State::Refused(message::ImportReasonOtherContent.data())
        } else if self.by_id.contains_key(&id) {
            State::Refused(message::ImportReasonSameId.data())
        } else if let Some(held) = opened.held {
            State::Held(held)
        } else if let Some(at) = self.by_digest.get(&opened.sha256) {
            // The same bytes twice in one file are one document.
            self.by_id.insert(id, *at);
            return Ok(());
        } else {
            let staged = opened.staged;
            let vault_id = staged.as_ref().map_or_else(|| RecordId::make().to_string(), |new| new.id().to_string());
            State::New(vault_id, staged.map(Box::new))
        };
        let is_new = matches!(state, State::New(..));
        let name = FileName::new(&given, opened.mime_type).to_string();
        let arrival = Arrival::new(name, opened.mime_type, opened.len, kept_alone, opened.findings, state);
        let at = self.add(id, arrival);
        if is_new {
            self.by_digest.insert(opened.sha256, at);
        }
        Ok(())
    }
}

impl Arrivals<'_> {
    /// Reads a document, has it opened, and seals what is stored of it.
    fn open(&self, source: &mut dyn Read) -> Result<Opened, Body> {
        let mut bytes = Vec::new();
        // One more byte than allowed tells that there are too many.
        let read = source.take(MAX_DOCUMENT_BYTES + 1).read_to_end(&mut bytes);
        read.map_err(|error| match error.kind() {
            ErrorKind::InvalidData => Body::Refused(message::ImportReasonNotBase64.data()),
            _ => Body::Refused(message::ImportReasonUnreadable.data()),
        })?;
        if bytes.len() as u64 > MAX_DOCUMENT_BYTES {
            let limit = Argument::Size(MAX_DOCUMENT_BYTES);
            return Err(Body::Refused(message::FileReasonTooLarge { limit }.data()));
        }
        if bytes.is_empty() {
            return Err(Body::Refused(message::FileReasonEmpty.data()));
        }
        let head = &bytes[..bytes.len().min(8192)];
        let Some(mime_type) = media_type(head) else {
            return Err(Body::Refused(message::FileReasonKind { found: describe(head).explain() }.data()));
        };
        let (len, given) = (bytes.len() as u64, Sha256::digest(&bytes).into());
        if let Some(held) = self.held.get(&(len, given)) {
            let findings = Findings::default();
            return Ok(Opened { given, held: Some(*held), len, sha256: given, mime_type, findings, staged: None });
        }
        let (bytes, findings) = look(bytes, self.metadata).map_err(|error| match error {
            WorkerError::Refused(why) => Body::Refused(why.explain()),
            other => Body::Unopened(other),
        })?;
        let (len, sha256) = (bytes.len() as u64, Sha256::digest(&bytes).into());
        let held = self.held.get(&(len, sha256)).copied();
        let staged = if self.dry_run || held.is_some() {
            None
        } else {
            let staged = self.store.vault().stage_document(&mut bytes.as_slice(), MAX_DOCUMENT_BYTES);
            Some(staged.map_err(Body::Failed)?)
        };
        Ok(Opened { given, held, len, sha256, mime_type, findings, staged })
    }
}

impl Arrival {
    fn new(
        name: String,
        mime_type: &'static str,
        size: u64,
        kept_alone: bool,
        findings: Findings,
        state: State,
    ) -> Self {
        Self { name, mime_type, size, kept_alone, findings, state, referred: false, needed: false }
    }

    fn finish(self, store: &Store, batch: &mut Batch) -> ImportedDocument {
        let (outcome, reason) = match self.state {
            State::Held(_) => (ImportOutcome::AlreadyThere, None),
            State::Refused(why) => (ImportOutcome::Refused, Some(why)),
            State::New(..) if self.referred && !self.needed && !self.kept_alone => {
                (ImportOutcome::Skipped, Some(message::ImportReasonUnused.data()))
            }
            State::New(_, staged) => {
                if let Some(staged) = staged {
                    let kept_alone = self.kept_alone || !self.referred;
                    let meta = DocumentMeta {
                        version: 1,
                        name: self.name.clone(),
                        mime_type: self.mime_type.to_owned(),
                        added: now(),
                        kept_alone,
                        removed: self.findings.removed.clone(),
                        kept: self.findings.kept.clone(),
                        pages: self.findings.pages,
                        shrunk_from: None,
                        profile: store.profile(),
                    };
                    put_staged(batch, *staged, meta);
                }
                (ImportOutcome::Added, None)
            }
        };
        let mime_type = self.mime_type.to_owned();
        let removed = self.findings.removed;
        ImportedDocument { name: self.name, mime_type, size: self.size, removed, outcome, reason }
    }
}
