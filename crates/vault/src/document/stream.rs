//! STREAM over AES-256-GCM, as RustCrypto's `aead-stream` makes it with `StreamBE32`: Hoang, Reyhanitabar, Rogaway,
//! Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015.
//!
//! Each chunk has the nonce prefix, its number and whether it is the last, so that none can be left out, moved or cut.

use crate::crypto::{NONCE_LEN_BYTES, Seal, SealingKey, TAG_LEN_BYTES};
use crate::{DocumentId, FORMAT_VERSION};

/// Plaintext bytes in every chunk but the last: 256 KiB, so that reading and writing take little memory and the tags
/// little room.
pub(crate) const CHUNK_LOG2: u8 = 18;

/// The bounds of what a record may say: 64 KiB to 1 MiB.
pub(crate) const CHUNK_LOG2_BOUNDS: std::ops::RangeInclusive<u8> = 16..=20;

/// Bytes of the nonce that are the same for all chunks; the rest are the number (4) and the mark of the last (1).
pub(crate) const PREFIX_LEN_BYTES: usize = NONCE_LEN_BYTES - 5;

/// The chunks of one document, in order.
pub(crate) struct Stream {
    key: SealingKey,
    prefix: [u8; PREFIX_LEN_BYTES],
    aad: Vec<u8>,
    next: u32,
}

/// A chunk that is not the one expected here, or one more than a stream can have.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct StreamFault;

impl Stream {
    pub(crate) fn new(key: SealingKey, prefix: [u8; PREFIX_LEN_BYTES], id: DocumentId) -> Self {
        Self::with_associated_data(key, prefix, associated_data(id))
    }

    /// For files that are no documents: `aad` says what they are.
    pub(crate) fn with_associated_data(key: SealingKey, prefix: [u8; PREFIX_LEN_BYTES], aad: Vec<u8>) -> Self {
        Self { key, prefix, aad, next: 0 }
    }

    /// Seals the next chunk in place and appends its tag.
    pub(crate) fn seal(&mut self, last: bool, chunk: &mut Vec<u8>) -> Result<(), StreamFault> {
        let nonce = self.step(last)?;
        let tag = self.key.seal_with(nonce, &self.aad, chunk);
        chunk.extend_from_slice(&tag);
        Ok(())
    }

    /// Opens the next chunk in place and takes its tag off.
    pub(crate) fn open(&mut self, last: bool, chunk: &mut Vec<u8>) -> Result<(), StreamFault> {
        let nonce = self.step(last)?;
        let at = chunk.len().checked_sub(TAG_LEN_BYTES).ok_or(StreamFault)?;
        let tag = chunk[at..].try_into().expect("it was split at the length of a tag");
        chunk.truncate(at);
        self.key.open(&Seal { nonce, tag }, &self.aad, chunk).map_err(|_| StreamFault)
    }

    fn step(&mut self, last: bool) -> Result<[u8; NONCE_LEN_BYTES], StreamFault> {
        let mut nonce = [0; NONCE_LEN_BYTES];
        nonce[..PREFIX_LEN_BYTES].copy_from_slice(&self.prefix);
        nonce[PREFIX_LEN_BYTES..NONCE_LEN_BYTES - 1].copy_from_slice(&self.next.to_be_bytes());
        nonce[NONCE_LEN_BYTES - 1] = u8::from(last);
        self.next = self.next.checked_add(1).ok_or(StreamFault)?; // the highest number is never used
        Ok(nonce)
    }
}

fn associated_data(id: DocumentId) -> Vec<u8> {
    [b"IDWD".as_slice(), &FORMAT_VERSION.to_be_bytes(), id.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::SecretKey;

    fn stream() -> Stream {
        let key = SecretKey::filled(|bytes| bytes.fill(9));
        Stream::new(SealingKey::new(&key), [5; PREFIX_LEN_BYTES], DocumentId::from_bytes([3; 16]))
    }

    #[test]
    fn chunks_open_only_in_order_and_to_the_end() {
        let mut sealing = stream();
        let chunks = [(false, b"one".as_slice()), (false, b"two"), (true, b"three")].map(|(last, plain)| {
            let mut chunk = plain.to_vec();
            sealing.seal(last, &mut chunk).unwrap();
            chunk
        });
        let open = |order: &[(usize, bool)]| {
            let mut opening = stream();
            order.iter().try_for_each(|&(n, last)| opening.open(last, &mut chunks[n].clone()))
        };
        assert_eq!(open(&[(0, false), (1, false), (2, true)]), Ok(()));
        for wrong in [&[(1, false)][..], &[(0, false), (2, true)], &[(0, true)], &[(0, false), (1, true)]] {
            assert_eq!(open(wrong), Err(StreamFault), "{wrong:?}");
        }
        assert_eq!(stream().open(true, &mut vec![0; 15]), Err(StreamFault), "shorter than a tag");
    }

    #[test]
    fn the_bytes_are_those_of_aead_stream() {
        use aead_stream::{EncryptorBE32, NewStream, StreamBE32, StreamPrimitive, aead::Payload};
        use aes_gcm::{Aes256Gcm, KeyInit};

        let aad = [b"IDWD\x00\x01".as_slice(), &[3; 16]].concat();
        let theirs = StreamBE32::from_aead(Aes256Gcm::new(&[9; 32].into()), &[5; PREFIX_LEN_BYTES].into());
        let mut theirs: EncryptorBE32<Aes256Gcm> = theirs.encryptor();
        let mut ours = stream();
        for n in 0..5_usize {
            let msg = vec![u8::try_from(n).unwrap(); 70_000 * n];
            let mut chunk = msg.clone();
            ours.seal(false, &mut chunk).unwrap();
            assert_eq!(chunk, theirs.encrypt_next(Payload { msg: &msg, aad: &aad }).unwrap(), "chunk {n}");
        }
        let mut last = b"the end".to_vec();
        ours.seal(true, &mut last).unwrap();
        assert_eq!(last, theirs.encrypt_last(Payload { msg: b"the end", aad: &aad }).unwrap());
    }
}
