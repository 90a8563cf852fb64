//! Writing: everything in a batch, or nothing, and on the disk before it is acknowledged.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use super::database::Database;
use super::{CommitState, MIN_FREE_BYTES, Vault};
use crate::batch::Change;
use crate::document::{DocumentRecord, StagedDocument};
use crate::manifest::{MANIFEST_KEY, Manifest};
use crate::record::{MAX_RECORD_BYTES, SealedHead, TreeKeys};
use crate::store::{self, RecordStore, StoreError};
use crate::{Batch, Damage, DocumentId, IoFault, Plain, ReadError, Tree, WriteError, fs, reserve};

/// How many times the keys of one epoch may seal, far below the 2^32 of SP 800-38D, section 8.3.
const MAX_SEALINGS: u64 = 1 << 31;

impl Vault {
    /// Makes all changes of a batch, or none, and returns when they are on the disk.
    ///
    /// # Errors
    /// [`WriteError::Uncertain`] when the database failed half-way; with any other error nothing was changed, and
    /// documents put into the batch are gone.
    pub fn commit(&self, batch: Batch) -> Result<(), WriteError> {
        if batch.is_empty() {
            return Ok(());
        }
        self.folder.writable()?;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.broken {
            return Err(WriteError::Broken);
        }
        let mut plan = self.plan(batch)?;
        let (manifest, changes) = self.seal(&plan, state.manifest)?;
        self.check_room(&plan, &changes)?;
        self.publish(&mut plan.staged)?;
        self.write(&mut state, changes)?; // published files stay: if the write got through after all, they are needed
        state.manifest = manifest;
        if let Err(error) = state.anchor.advance_write(manifest.write) {
            tracing::warn!(%error, "the rollback anchor was not advanced");
        }
        self.unlink(&plan);
        Ok(())
    }

    /// What the batch comes to, record by record.
    fn plan(&self, batch: Batch) -> Result<Plan, WriteError> {
        let mut plan = Plan::default();
        for change in batch.changes {
            match change {
                Change::Put { tree, id, plain } => plan.set(tree, *id.as_bytes(), Some(plain))?,
                Change::Remove { tree, id } => plan.set(tree, *id.as_bytes(), None)?,
                Change::PutDocument { staged, meta } => {
                    if staged.vault_id() != self.keys.vault_id() {
                        return Err(WriteError::ForeignDocument);
                    }
                    plan.set(Tree::DOCUMENTS, *staged.id().as_bytes(), Some(staged.record(&meta)))?;
                    plan.staged.push(staged);
                }
                Change::SetDocumentMeta { id, meta } => {
                    let record = DocumentRecord { meta, ..self.planned_document(&plan, id)? };
                    plan.set(Tree::DOCUMENTS, *id.as_bytes(), Some(record.encode()))?;
                }
                Change::RemoveDocument { id } => plan.set(Tree::DOCUMENTS, *id.as_bytes(), None)?,
            }
        }
        plan.drop_removed_staged();
        Ok(plan)
    }

    /// A document as the batch has left it so far.
    fn planned_document(&self, plan: &Plan, id: DocumentId) -> Result<DocumentRecord, WriteError> {
        let stored = match plan.records.get(&(Tree::DOCUMENTS, *id.as_bytes())) {
            Some(planned) => planned.as_ref().and_then(|plain| DocumentRecord::decode(plain)),
            None => self.document_record(id).map_err(|error| match error {
                ReadError::NoSuchDocument { id } => WriteError::NoSuchDocument { id },
                ReadError::Damaged { damage } => WriteError::Damaged { damage },
                ReadError::Io(fault) => fault.into(),
            })?,
        };
        stored.ok_or(WriteError::NoSuchDocument { id })
    }

    /// The changes to the database, the manifest's among them, and the manifest that they make true.
    fn seal(&self, plan: &Plan, mut manifest: Manifest) -> Result<(Manifest, Vec<store::Change>), WriteError> {
        let database = self.database();
        manifest.write += 1;
        let mut changes = Vec::new();
        for ((tree, id), plain) in &plan.records {
            let keys = database.keys.tree(*tree);
            let old = subtract_old(&database, &keys, *id, &mut manifest)?;
            let kept = match plain {
                None => 0,
                Some(plain) => {
                    let sealed = keys.seal(*id, manifest.write, plain);
                    manifest.sealings += 1;
                    manifest.set.add(database.keys.manifest(), &keys.key(*id), &sealed.head);
                    changes.extend(sealed.entries(&keys.key(*id)).map(|(key, value)| (key, Some(value))));
                    sealed.head.parts()
                }
            };
            manifest.removals += u64::from(old.is_some() && plain.is_none());
            let old_parts = old.map_or(0, |head| head.parts());
            changes.extend((kept..old_parts).map(|number| (keys.key(*id).part(number).to_vec(), None)));
        }
        manifest.sealings += 1;
        if manifest.sealings > MAX_SEALINGS {
            return Err(WriteError::EpochExhausted);
        }
        changes.push((MANIFEST_KEY.to_vec(), Some(manifest.seal(database.keys.manifest()))));
        Ok((manifest, changes))
    }

    /// Room for the entries, and for the nodes and segments that the engine rewrites with them.
    ///
    /// What only removes gets the reserve: it is how a full disk becomes less full.
    fn check_room(&self, plan: &Plan, changes: &[store::Change]) -> Result<(), WriteError> {
        let bytes: usize = changes.iter().map(|(key, value)| key.len() + value.as_ref().map_or(0, Vec::len)).sum();
        let needed = MIN_FREE_BYTES + 4 * bytes as u64;
        let has_room = || -> Result<bool, WriteError> {
            let available = fs::available_bytes(self.dir());
            let available = available.map_err(IoFault::when("measure the free space")).map_err(WriteError::Io)?;
            Ok(available >= needed)
        };
        let only_removes = plan.records.values().all(Option::is_none);
        if has_room()? || only_removes && reserve::release(&self.folder.layout().reserve()) && has_room()? {
            return Ok(());
        }
        Err(WriteError::Full)
    }

    /// Gives the documents of the batch their names, and waits until the folder has them.
    fn publish(&self, staged: &mut [StagedDocument]) -> Result<(), WriteError> {
        if staged.is_empty() {
            return Ok(());
        }
        let mut published = Vec::new();
        let named = staged.iter_mut().try_for_each(|document| document.publish().map(|place| published.push(place)));
        named.and_then(|()| self.folder.layout().documents().sync_dir()).map_err(|error| {
            for place in &published {
                let _ = place.remove_if_there(); // if not now, then at the next unlocking
            }
            let fault = IoFault::when("name the document's file")(error);
            if fault.is_full() { WriteError::Full } else { fault.into() }
        })
    }

    /// The one place where the database changes.
    fn write(&self, state: &mut CommitState, changes: Vec<store::Change>) -> Result<(), WriteError> {
        let applied = {
            let database = self.database.write().unwrap_or_else(PoisonError::into_inner);
            database.store.apply(changes)
        };
        applied.and_then(|()| self.database().store.sync()).map_err(|error| {
            state.broken = true;
            WriteError::Uncertain { fault: error.into_io() }
        })
    }

    /// The key of a removed document is gone with its record; the file is only noise that takes room.
    fn unlink(&self, plan: &Plan) {
        let dir = self.folder.layout().documents();
        let removed = plan.records.iter().filter(|((tree, _), plain)| *tree == Tree::DOCUMENTS && plain.is_none());
        for ((_, id), _) in removed {
            if let Err(error) = dir.child(DocumentId::from_bytes(*id).to_string()).remove_if_there() {
                tracing::warn!(%error, "the file of a removed document is left until the next unlocking");
            }
        }
    }
}

/// Where each record of a batch ends up, and the documents that come in with it.
#[derive(Default)]
struct Plan {
    records: BTreeMap<(Tree, [u8; 16]), Option<Plain>>,
    staged: Vec<StagedDocument>,
}

impl Plan {
    fn set(&mut self, tree: Tree, id: [u8; 16], plain: Option<Plain>) -> Result<(), WriteError> {
        let len = plain.as_ref().map_or(0, |plain| plain.len());
        if len > MAX_RECORD_BYTES {
            return Err(WriteError::TooLarge { len: len as u64, max: MAX_RECORD_BYTES as u64 });
        }
        self.records.insert((tree, id), plain);
        Ok(())
    }

    /// A document put and removed by the same batch never gets its name.
    fn drop_removed_staged(&mut self) {
        let records = &self.records;
        let is_kept = |id: DocumentId| matches!(records.get(&(Tree::DOCUMENTS, *id.as_bytes())), Some(Some(_)));
        self.staged.retain(|staged| is_kept(staged.id()));
    }
}

/// Takes the record that is to be replaced or removed out of the manifest, and gives its head.
fn subtract_old(
    database: &Database,
    keys: &TreeKeys,
    id: [u8; 16],
    manifest: &mut Manifest,
) -> Result<Option<SealedHead>, WriteError> {
    let key = keys.key(id);
    let Some(first) = database.store.get(&key.part(0)).map_err(write_error)? else {
        return Ok(None);
    };
    let forged = WriteError::Damaged { damage: Damage::RecordForged };
    let (head, _) = SealedHead::parse(first.as_ref()).ok_or(forged)?;
    manifest.set.subtract(database.keys.manifest(), &key, &head);
    Ok(Some(head))
}

fn write_error(error: StoreError) -> WriteError {
    error.sort(|damage| WriteError::Damaged { damage }, WriteError::from)
}
