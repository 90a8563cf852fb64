//! Whether the records in the database are those that the manifest vouches for.

use std::collections::HashSet;

use super::database::Database;
use super::keys::EpochKeys;
use crate::manifest::{MANIFEST_KEY, Manifest, MultisetHash};
use crate::record::{RecordKey, SealedHead, TreeTag};
use crate::store::RecordStore;
use crate::{Damage, DocumentId, Tree, UnlockError};

/// A manifest that holds, and the documents that the records speak of.
pub(super) struct Checked {
    pub(super) manifest: Manifest,
    pub(super) documents: HashSet<DocumentId>,
}

/// Goes over all keys, nonces and tags, but opens no record: that each opens is found when it is read.
pub(super) fn check_records(database: &Database) -> Result<Checked, UnlockError> {
    let Database { store, keys } = database;
    let sealed = store.get(&MANIFEST_KEY).map_err(|error| error.sort(damaged, UnlockError::from))?;
    let sealed = sealed.ok_or_else(|| damaged(Damage::ManifestMissing))?;
    let manifest = Manifest::open(sealed.as_ref(), keys.manifest()).map_err(|_| damaged(Damage::ManifestForged))?;

    let mut walk = Walk::new(keys);
    for entry in store.entries_from(&[]) {
        let (key, value) = entry.map_err(|error| error.sort(damaged, UnlockError::from))?;
        if key.as_ref() != MANIFEST_KEY {
            walk.step(key.as_ref(), value.as_ref()).ok_or_else(|| damaged(Damage::StrayEntry))?;
        }
    }
    let found = walk.set.count;
    if walk.open.is_some() || walk.set != manifest.set {
        return Err(damaged(Damage::RecordsChanged { expected: manifest.set.count, found }));
    }
    Ok(Checked { manifest, documents: walk.documents })
}

struct Walk<'a> {
    keys: &'a EpochKeys,
    document_tag: TreeTag,
    set: MultisetHash,
    documents: HashSet<DocumentId>,
    /// The record whose further parts must come next, and the number of the next one.
    open: Option<(RecordKey, SealedHead, u16)>,
}

impl<'a> Walk<'a> {
    fn new(keys: &'a EpochKeys) -> Self {
        let document_tag = keys.tree(Tree::DOCUMENTS).tag();
        Self { keys, document_tag, set: MultisetHash::default(), documents: HashSet::new(), open: None }
    }

    /// `None` when the entry cannot be one that this program wrote after the ones before.
    fn step(&mut self, key: &[u8], value: &[u8]) -> Option<()> {
        let (record, number) = RecordKey::parse_part(key)?;
        let (head, expected) = match self.open.take() {
            None => (SealedHead::parse(value)?.0, 0),
            Some((open, head, expected)) => {
                (open == record && value.len() == head.part_len(expected)).then_some(())?;
                (head, expected)
            }
        };
        (number == expected && head.epoch == self.keys.epoch()).then_some(())?;
        if number == 0 {
            self.set.add(self.keys.manifest(), &record, &head);
            if record.tag() == self.document_tag {
                self.documents.insert(DocumentId::from_bytes(record.id()));
            }
        }
        if number + 1 < head.parts() {
            self.open = Some((record, head, number + 1));
        }
        Some(())
    }
}

fn damaged(damage: Damage) -> UnlockError {
    UnlockError::Damaged { damage }
}
