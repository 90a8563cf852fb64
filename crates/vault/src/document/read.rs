//! Reading a document: every byte handed out was authenticated, in constant memory.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};

use zeroize::Zeroizing;

use super::info::DocumentRecord;
use super::stream::Stream;
use crate::crypto::{SealingKey, TAG_LEN_BYTES};
use crate::fs::Place;
use crate::{Damage, DocumentId, IoFault, Plain, ReadError};

/// The bytes of a document. A file that was changed gives an [`io::Error`] whose inner error is a [`ReadError`].
///
/// It goes on reading after the vault was locked: drop it then.
pub struct DocumentReader {
    id: DocumentId,
    file: File,
    stream: Stream,
    chunk_len: usize,
    /// Plaintext bytes that are still sealed.
    left: u64,
    /// Whether the last chunk was opened; even an empty document has one.
    finished: bool,
    chunk: Plain,
    /// How much of the chunk was handed out.
    taken: usize,
}

impl DocumentReader {
    pub(crate) fn open(folder: &Place, id: DocumentId, record: &DocumentRecord) -> Result<Self, ReadError> {
        let damaged = |damage| ReadError::Damaged { damage };
        let file = folder.child(id.to_string()).open().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => damaged(Damage::DocumentMissing(id)),
            _ => IoFault::when("open the document's file")(error).into(),
        })?;
        let metadata = file.metadata().map_err(IoFault::when("look at the document's file")).map_err(ReadError::Io)?;
        if Some(metadata.len()) != record.file_len() {
            return Err(damaged(Damage::DocumentForged(id)));
        }
        let chunk_len = record.chunk_len();
        Ok(Self {
            id,
            file,
            stream: Stream::new(SealingKey::new(&record.key), record.prefix, id),
            chunk_len,
            left: record.len,
            finished: false,
            chunk: Zeroizing::new(Vec::with_capacity(chunk_len + TAG_LEN_BYTES)),
            taken: 0,
        })
    }

    fn open_chunk(&mut self) -> io::Result<()> {
        let len = self.left.min(self.chunk_len as u64);
        self.left -= len;
        self.finished = self.left == 0;
        self.chunk.clear();
        self.taken = 0;
        (&self.file).take(len + TAG_LEN_BYTES as u64).read_to_end(&mut self.chunk)?;
        if self.stream.open(self.finished, &mut self.chunk).is_ok() {
            return Ok(());
        }
        self.chunk.clear(); // what did not open is never handed out, on no later read either
        self.finished = false;
        self.left = 0;
        let damage = Damage::DocumentForged(self.id);
        Err(io::Error::new(io::ErrorKind::InvalidData, ReadError::Damaged { damage }))
    }
}

impl Read for DocumentReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.chunk.len() && !self.finished {
            self.open_chunk()?;
        }
        let len = out.len().min(self.chunk.len() - self.taken);
        out[..len].copy_from_slice(&self.chunk[self.taken..][..len]);
        self.taken += len;
        Ok(len)
    }
}

impl fmt::Debug for DocumentReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DocumentReader({})", self.id)
    }
}
