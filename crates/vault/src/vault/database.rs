//! A database together with the keys of its epoch, and all of its records in order.

use super::keys::EpochKeys;
use super::read::{forged, read_error};
use crate::record::{RecordKey, SealedHead, SealedRecord, TreeTag};
use crate::store::{Engine, RecordStore};
use crate::{Plain, ReadError};

/// A page ends after so many bytes or records, whichever comes first: memory stays bounded, and commits get their turn.
const PAGE_BYTES: usize = 256 * 1024;
const PAGE_RECORDS: usize = 512;

pub(super) struct Database {
    pub(super) store: Engine,
    pub(super) keys: EpochKeys,
}

/// Some records in the order of their keys, still sealed.
#[derive(Default)]
pub(super) struct Page {
    pub(super) records: Vec<(RecordKey, SealedRecord)>,
    /// Where the next page starts; none after the last.
    pub(super) next: Option<Vec<u8>>,
}

impl Database {
    /// The records from a database key on, of one tree or of all.
    pub(super) fn page(&self, from: &[u8], tree: Option<TreeTag>) -> Result<Page, ReadError> {
        let mut page = Page::default();
        let mut bytes = 0;
        for entry in self.store.entries_from(from) {
            let (key, value) = entry.map_err(read_error)?;
            let Some((record, number)) =
                RecordKey::parse_part(key.as_ref()).filter(|(key, _)| tree.is_none_or(|tree| key.tag() == tree))
            else {
                break; // past the tree, or past all records
            };
            if number == 0 {
                if bytes >= PAGE_BYTES || page.records.len() >= PAGE_RECORDS {
                    page.next = Some(key.as_ref().to_vec());
                    return Ok(page);
                }
                let (head, ciphertext) = SealedHead::parse(value.as_ref()).ok_or_else(forged)?;
                page.records.push((record, SealedRecord { head, ciphertext: ciphertext.to_vec() }));
            } else {
                let open = page.records.last_mut().filter(|(key, _)| *key == record);
                open.ok_or_else(forged)?.1.ciphertext.extend_from_slice(value.as_ref());
            }
            bytes += value.as_ref().len();
        }
        Ok(page)
    }

    /// Hands every record to `visit`, in the order of their keys and in constant memory; the first error ends it.
    pub(super) fn for_each<E>(
        &self,
        mut visit: impl FnMut(&RecordKey, u64, Plain) -> Result<(), E>,
        read_error: impl Fn(ReadError) -> E,
    ) -> Result<(), E> {
        let mut next = Some(RecordKey::FIRST.to_vec());
        while let Some(from) = next {
            let page = self.page(&from, None).map_err(&read_error)?;
            for (key, sealed) in page.records {
                let write = sealed.head.write;
                let plain = self.open(&key, sealed).map_err(&read_error)?;
                visit(&key, write, plain)?;
            }
            next = page.next;
        }
        Ok(())
    }

    pub(super) fn open(&self, key: &RecordKey, sealed: SealedRecord) -> Result<Plain, ReadError> {
        self.keys.of(key).open(key.id(), sealed).map_err(|_| forged())
    }
}
