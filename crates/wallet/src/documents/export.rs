//! Writing a document out of the vault.

use std::io::{self, Read, Write};

use idw_vault::ReadError;

use super::{DocumentError, list::parse_id};
use crate::{Unplaced, Wallet, records::ExportRecord, view::DocumentView};

impl Wallet {
    /// Writes a document's bytes to `to`, checking them as they pass. The activity log says so before the first byte is
    /// out.
    ///
    /// # Errors
    /// Where there is no such document, its bytes are damaged, or `to` cannot be written. What was written until
    /// then is not the whole document.
    pub fn export_document(&self, id: &str, to: &mut dyn Write) -> Result<Unplaced<DocumentView>, DocumentError> {
        let document = self.document(id)?;
        let mut reader = self.store.vault().read_document(parse_id(&document.id)?)?;
        let unplaced = Unplaced::begin(&self.store, ExportRecord::Document { name: document.name.clone() })?;
        let mut checked = Checked { reader: &mut reader, failed: None };
        let copied = io::copy(&mut checked, to);
        match checked.failed {
            Some(error) if error.is_damage() => return Err(DocumentError::Damaged { name: document.name }),
            Some(error) => return Err(error.into()),
            None => {}
        }
        copied.and_then(|_| to.flush()).map_err(DocumentError::Target)?;
        Ok(unplaced.with(document))
    }
}

/// Remembers that it was reading which failed, and why.
struct Checked<'a, R> {
    reader: &'a mut R,
    failed: Option<ReadError>,
}

impl<R: Read> Read for Checked<'_, R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.reader.read(to).map_err(|error| {
            let kind = error.kind();
            if kind != io::ErrorKind::Interrupted {
                self.failed = Some(ReadError::of_reader(error));
            }
            kind.into()
        })
    }
}
