//! The documents of a file, on their way in: sealed on disk, but part of the vault only when the import is committed. In
//! a dry run they are only weighed.

use std::{
    collections::HashMap,
    io::{self, Read},
};

use idw_vault::{Batch, DocumentId, RecordId, StageError, StagedDocument};
use sha2::{Digest as _, Sha256};

use super::{
    DataError,
    file::{FileDocument, Receiver},
};
use crate::{
    DocumentError, StoreError,
    clock::now,
    documents::{MAX_DOCUMENT_BYTES, describe, file_name, media_type, put_staged},
    records::DocumentMeta,
    store::Store,
    view::{ImportOutcome, ImportedDocument},
};

/// Most bytes looked at to tell a type by.
const HEAD_LEN_BYTES: usize = 8 * 1024;

/// Every document of the file.
pub(super) struct Arrivals<'a> {
    store: &'a Store,
    dry_run: bool,
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
    New(String, Option<StagedDocument>),
    /// It cannot be taken, a sentence.
    Refused(String),
}

/// What was read of a document's bytes.
pub(super) enum Body {
    Staged(StagedDocument),
    Weighed { len: u64, sha256: [u8; 32], head: Vec<u8> },
    Failed(StageError),
}

impl<'a> Arrivals<'a> {
    pub(super) fn new(store: &'a Store, dry_run: bool) -> Result<Self, StoreError> {
        let held = store.documents().map(|document| document.map(|(info, _)| ((info.len, info.sha256), info.id)));
        let held = held.collect::<Result<_, _>>()?;
        Ok(Self { store, dry_run, held, all: Vec::new(), by_id: HashMap::new(), by_digest: HashMap::new() })
    }

    /// The document that the file calls `id`, with its id in the vault; or why it is not there, a sentence.
    pub(super) fn find(&mut self, id: &str) -> Result<(&Arrival, String), String> {
        let at = *self.by_id.get(id).ok_or("a document that it refers to is not in the file")?;
        self.all[at].referred = true;
        let arrival = &self.all[at];
        match &arrival.state {
            State::Held(held) => Ok((arrival, held.to_string())),
            State::New(id, _) => Ok((arrival, id.clone())),
            State::Refused(why) => Err(format!("its document {}: {why}", arrival.name)),
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
        let body = if self.dry_run {
            weigh(bytes)
        } else {
            self.store.vault().stage_document(bytes, MAX_DOCUMENT_BYTES).map(Body::Staged)
        };
        body.unwrap_or_else(Body::Failed)
    }

    fn document(&mut self, about: FileDocument, body: Body) -> Result<(), DataError> {
        let FileDocument { id, name, sha256: claimed, kept_alone } = about;
        let name = file_name(&name);
        let blank = |state| Arrival {
            name: name.clone(),
            mime_type: "",
            size: 0,
            kept_alone,
            state,
            referred: false,
            needed: false,
        };
        let refused = |why: &str| blank(State::Refused(why.to_owned()));
        let (len, sha256, head, staged) = match body {
            Body::Staged(staged) => (staged.len(), staged.sha256(), staged.head().to_vec(), Some(staged)),
            Body::Weighed { len, sha256, head } => (len, sha256, head, None),
            Body::Failed(StageError::TooLarge { max_bytes }) => {
                self.add(id, refused(&format!("it is larger than {max_bytes} bytes")));
                return Ok(());
            }
            Body::Failed(StageError::Source(_)) => {
                self.add(id, refused("its content is not base64"));
                return Ok(());
            }
            Body::Failed(source) => return Err(DocumentError::Stage { name, source }.into()),
        };
        let mime_type = media_type(&head);
        let state = if len == 0 {
            State::Refused("it is empty".to_owned())
        } else if mime_type.is_none() {
            State::Refused(format!(
                "it is {}, and identity documents are JPEG, PNG, PDF or audio files",
                describe(&head)
            ))
        } else if claimed.is_some_and(|claimed| !claimed.eq_ignore_ascii_case(&hex::encode(sha256))) {
            State::Refused("its bytes are not those that the file announces".to_owned())
        } else if self.by_id.contains_key(&id) {
            State::Refused("another document of the file has its id".to_owned())
        } else if let Some(held) = self.held.get(&(len, sha256)) {
            State::Held(*held)
        } else if let Some(at) = self.by_digest.get(&sha256) {
            // The same bytes twice in one file are one document.
            self.by_id.insert(id, *at);
            return Ok(());
        } else {
            let vault_id = staged.as_ref().map_or_else(|| RecordId::make().to_string(), |new| new.id().to_string());
            State::New(vault_id, staged)
        };
        let is_new = matches!(state, State::New(..));
        let at = self.add(id, Arrival { mime_type: mime_type.unwrap_or_default(), size: len, ..blank(state) });
        if is_new {
            self.by_digest.insert(sha256, at);
        }
        Ok(())
    }
}

impl Arrival {
    fn finish(self, store: &Store, batch: &mut Batch) -> ImportedDocument {
        let (outcome, reason) = match self.state {
            State::Held(_) => (ImportOutcome::AlreadyThere, None),
            State::Refused(why) => (ImportOutcome::Refused, Some(why)),
            State::New(..) if self.referred && !self.needed && !self.kept_alone => {
                (ImportOutcome::Skipped, Some("nothing that is taken in refers to it".to_owned()))
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
                        removed: None,
                        kept: None,
                        pages: None,
                        shrunk_from: None,
                        profile: store.profile(),
                    };
                    put_staged(batch, staged, meta);
                }
                (ImportOutcome::Added, None)
            }
        };
        let mime_type = self.mime_type.to_owned();
        ImportedDocument { name: self.name, mime_type, size: self.size, outcome, reason }
    }
}

/// Reads a document through without keeping it.
fn weigh(bytes: &mut dyn Read) -> Result<Body, StageError> {
    let mut weighing = Weighing { len: 0, digest: Sha256::new(), head: Vec::new() };
    io::copy(&mut bytes.take(MAX_DOCUMENT_BYTES + 1), &mut weighing).map_err(StageError::Source)?;
    if weighing.len > MAX_DOCUMENT_BYTES {
        return Err(StageError::TooLarge { max_bytes: MAX_DOCUMENT_BYTES });
    }
    Ok(Body::Weighed { len: weighing.len, sha256: weighing.digest.finalize().into(), head: weighing.head })
}

struct Weighing {
    len: u64,
    digest: Sha256,
    head: Vec<u8>,
}

impl io::Write for Weighing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.len += bytes.len() as u64;
        self.digest.update(bytes);
        let wanted = (HEAD_LEN_BYTES - self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..wanted]);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
