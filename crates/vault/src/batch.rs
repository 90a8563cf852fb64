//! What one commit changes.

use zeroize::Zeroizing;

use crate::document::StagedDocument;
use crate::{DocumentId, Plain, RecordId, Tree};

/// Changes that happen together or not at all; hand it to [`Vault::commit`](crate::Vault::commit).
///
/// Where two changes concern the same record, the later one counts. A batch that is dropped changes nothing, and
/// removes the temporary files of the documents put into it.
#[derive(Default)]
pub struct Batch {
    pub(crate) changes: Vec<Change>,
}

pub(crate) enum Change {
    Put { tree: Tree, id: RecordId, plain: Plain },
    Remove { tree: Tree, id: RecordId },
    PutDocument { staged: StagedDocument, meta: Plain },
    SetDocumentMeta { id: DocumentId, meta: Plain },
    RemoveDocument { id: DocumentId },
}

impl Batch {
    /// A batch that changes nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Writes a record, over an older one if there is one.
    pub fn put(&mut self, tree: Tree, id: RecordId, bytes: &[u8]) -> &mut Self {
        self.push(Change::Put { tree, id, plain: plain(bytes) })
    }

    /// Removes a record; nothing happens when there is none.
    pub fn remove(&mut self, tree: Tree, id: RecordId) -> &mut Self {
        self.push(Change::Remove { tree, id })
    }

    /// Keeps a staged document, with what the caller wants to know about it; gives the id it will have.
    pub fn put_document(&mut self, staged: StagedDocument, meta: &[u8]) -> DocumentId {
        let id = staged.id();
        self.push(Change::PutDocument { staged, meta: plain(meta) });
        id
    }

    /// Replaces what is kept about a document; the commit fails when there is no such document.
    pub fn set_document_meta(&mut self, id: DocumentId, meta: &[u8]) -> &mut Self {
        self.push(Change::SetDocumentMeta { id, meta: plain(meta) })
    }

    /// Destroys a document's key and removes its file; nothing happens when there is none.
    pub fn remove_document(&mut self, id: DocumentId) -> &mut Self {
        self.push(Change::RemoveDocument { id })
    }

    /// The records of a tree that this batch writes, in the order in which they were put. For looking at what a vault will
    /// be before it is.
    pub fn written(&self, tree: Tree) -> impl Iterator<Item = (RecordId, &[u8])> {
        self.changes.iter().filter_map(move |change| match change {
            Change::Put { tree: of, id, plain } if *of == tree => Some((*id, plain.as_slice())),
            _ => None,
        })
    }

    /// The trees whose records this batch writes or removes, each as often as it does.
    pub fn trees(&self) -> impl Iterator<Item = Tree> {
        self.changes.iter().filter_map(|change| match change {
            Change::Put { tree, .. } | Change::Remove { tree, .. } => Some(*tree),
            Change::PutDocument { .. } | Change::SetDocumentMeta { .. } | Change::RemoveDocument { .. } => None,
        })
    }

    /// How many bytes the records have that this batch writes.
    pub(crate) fn bytes(&self) -> u64 {
        let len = |change: &Change| match change {
            Change::Put { plain, .. } => plain.len(),
            Change::PutDocument { meta, .. } | Change::SetDocumentMeta { meta, .. } => meta.len(),
            Change::Remove { .. } | Change::RemoveDocument { .. } => 0,
        };
        self.changes.iter().map(|change| len(change) as u64).sum()
    }

    /// The documents that this batch brings, with what the caller wants to know about each.
    pub fn brought(&self) -> impl Iterator<Item = (&StagedDocument, &[u8])> {
        self.changes.iter().filter_map(|change| match change {
            Change::PutDocument { staged, meta } => Some((staged, meta.as_slice())),
            _ => None,
        })
    }

    /// Takes a record out of the batch again: what the vault holds under that id stays.
    pub fn take_back(&mut self, tree: Tree, id: RecordId) -> &mut Self {
        self.changes
            .retain(|change| !matches!(change, Change::Put { tree: of, id: put, .. } if (*of, *put) == (tree, id)));
        self
    }

    fn push(&mut self, change: Change) -> &mut Self {
        self.changes.push(change);
        self
    }
}

impl std::fmt::Debug for Batch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Batch({} changes)", self.changes.len())
    }
}

fn plain(bytes: &[u8]) -> Plain {
    Zeroizing::new(bytes.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_shows_what_it_writes_and_gives_it_back() {
        const NOTES: Tree = Tree::named("notes");
        const OTHERS: Tree = Tree::named("others");
        let (one, two) = (RecordId::make(), RecordId::make());
        let mut batch = Batch::new();
        batch.put(NOTES, one, b"one").put(OTHERS, one, b"other").put(NOTES, two, b"two").remove(NOTES, one);
        let written = |batch: &Batch, tree| batch.written(tree).map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(written(&batch, NOTES), [one, two]);
        assert_eq!(batch.written(NOTES).map(|(_, bytes)| bytes).collect::<Vec<_>>(), [b"one", b"two"]);
        assert_eq!(batch.trees().collect::<Vec<_>>(), [NOTES, OTHERS, NOTES, NOTES], "the removal counts");
        assert_eq!(batch.brought().count(), 0);
        batch.take_back(NOTES, one);
        assert_eq!((written(&batch, NOTES), written(&batch, OTHERS)), (vec![two], vec![one]));
        batch.take_back(NOTES, two).take_back(OTHERS, one);
        assert!(!batch.is_empty(), "the removal stays");
    }
}
