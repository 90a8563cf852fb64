//! Going over all records of a tree, a page at a time.

use std::collections::VecDeque;

use super::Vault;
use super::read::forged;
use crate::document::DocumentRecord;
use crate::{DocumentId, DocumentInfo, Plain, ReadError, RecordId, Tree};

impl Vault {
    /// All records of a tree in any order, in constant memory.
    ///
    /// A record that is committed meanwhile may be seen as it was or as it is, never as a mixture. Each item fails as
    /// [`get`](Self::get) does; after a failure to read the database there are no more.
    pub fn scan(&self, tree: Tree) -> impl Iterator<Item = Result<(RecordId, Plain), ReadError>> + '_ {
        Scan::new(self, tree).map(|item| item.map(|(id, plain)| (RecordId::from_bytes(id), plain)))
    }

    /// All documents in any order, as [`scan`](Self::scan) does it.
    pub fn documents(&self) -> impl Iterator<Item = Result<DocumentInfo, ReadError>> + '_ {
        Scan::new(self, Tree::DOCUMENTS).map(|item| {
            let (id, plain) = item?;
            let record = DocumentRecord::decode(&plain).ok_or_else(forged)?;
            Ok(record.info(DocumentId::from_bytes(id)))
        })
    }
}

type Item = Result<([u8; 16], Plain), ReadError>;

struct Scan<'a> {
    vault: &'a Vault,
    tree: Tree,
    page: VecDeque<Item>,
    /// Where the next page starts; none after the last.
    next: Option<Vec<u8>>,
}

impl<'a> Scan<'a> {
    fn new(vault: &'a Vault, tree: Tree) -> Self {
        let next = Some(vault.database().keys.tree(tree).key([0; 16]).part(0).to_vec());
        Self { vault, tree, page: VecDeque::new(), next }
    }

    /// A page is opened as it is read: the next one may come from a database that was rebuilt under other keys.
    fn read_page(&mut self, from: &[u8]) -> Result<(), ReadError> {
        let database = self.vault.database();
        let keys = database.keys.tree(self.tree);
        let page = database.page(from, Some(keys.tag()))?;
        drop(database);
        self.next = page.next;
        self.page.extend(page.records.into_iter().map(|(key, sealed)| {
            let plain = keys.open(key.id(), sealed).map_err(|_| forged())?;
            Ok((key.id(), plain))
        }));
        Ok(())
    }
}

impl Iterator for Scan<'_> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        while self.page.is_empty() {
            let from = self.next.take()?;
            if let Err(error) = self.read_page(&from) {
                return Some(Err(error));
            }
        }
        self.page.pop_front()
    }
}
