//! What is kept about a document in its record.

use zeroize::Zeroizing;

use super::stream::{CHUNK_LOG2_BOUNDS, PREFIX_LEN_BYTES};
use crate::codec::{Reader, Writer};
use crate::crypto::{SecretKey, TAG_LEN_BYTES};
use crate::{DocumentId, Plain};

const LAYOUT: u8 = 1;

/// What the vault knows about a document.
#[derive(Debug)]
pub struct DocumentInfo {
    /// Its id, which never changes.
    pub id: DocumentId,
    /// Its length in bytes.
    pub len: u64,
    /// SHA-256 (FIPS 180-4) of its bytes.
    pub sha256: [u8; 32],
    /// What the caller keeps about it, such as its name and type.
    pub meta: Plain,
}

/// The plaintext of a document's record: with it the file can be read, without it the file is noise.
pub(crate) struct DocumentRecord {
    pub(crate) key: SecretKey,
    pub(crate) prefix: [u8; PREFIX_LEN_BYTES],
    pub(crate) chunk_log2: u8,
    pub(crate) len: u64,
    pub(crate) sha256: [u8; 32],
    pub(crate) meta: Plain,
}

impl DocumentRecord {
    pub(crate) fn encode(&self) -> Plain {
        let mut out = Writer::with_capacity(128 + self.meta.len()); // growing would leave copies of the key behind
        out.u8(LAYOUT).bytes(self.key.expose_bytes()).bytes(&self.prefix).u8(self.chunk_log2);
        out.u64(self.len).bytes(&self.sha256).bytes(&self.meta);
        Zeroizing::new(out.finish())
    }

    pub(crate) fn decode(plain: &[u8]) -> Option<Self> {
        let mut input = Reader::new(plain);
        (input.u8()? == LAYOUT).then_some(())?;
        let key = input.bytes(32)?;
        let record = Self {
            key: SecretKey::filled(|bytes| bytes.copy_from_slice(key)),
            prefix: input.array()?,
            chunk_log2: input.u8().filter(|log2| CHUNK_LOG2_BOUNDS.contains(log2))?,
            len: input.u64()?,
            sha256: input.array()?,
            meta: Zeroizing::new(input.rest().to_vec()),
        };
        record.file_len().map(|_| record)
    }

    pub(crate) fn info(self, id: DocumentId) -> DocumentInfo {
        DocumentInfo { id, len: self.len, sha256: self.sha256, meta: self.meta }
    }

    /// Plaintext bytes in every chunk but the last.
    pub(crate) fn chunk_len(&self) -> usize {
        1 << self.chunk_log2
    }

    /// Length of the document's file in bytes: a tag for every chunk, and even nothing is one chunk.
    pub(crate) fn file_len(&self) -> Option<u64> {
        let chunks = self.len.div_ceil(self.chunk_len() as u64).max(1);
        chunks.checked_mul(TAG_LEN_BYTES as u64)?.checked_add(self.len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_survives_its_bytes() {
        let record = DocumentRecord {
            key: SecretKey::make(),
            prefix: [1; PREFIX_LEN_BYTES],
            chunk_log2: 18,
            len: 300_000,
            sha256: [2; 32],
            meta: Zeroizing::new(b"passport.png".to_vec()),
        };
        let mut plain = record.encode();
        let read = DocumentRecord::decode(&plain).unwrap();
        assert_eq!(read.key.expose_bytes(), record.key.expose_bytes());
        assert_eq!(
            (read.len, read.file_len(), read.meta.as_slice()),
            (300_000, Some(300_032), b"passport.png".as_slice())
        );
        plain[40] = 60; // a chunk of 2^60 bytes
        assert!(DocumentRecord::decode(&plain).is_none());
        assert!(DocumentRecord::decode(b"").is_none());
    }
}
