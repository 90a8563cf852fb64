//! The manifest: one sealed record that vouches for all the others.
//!
//! It holds how many records there are and MSet-XOR-Hash over them, a keyed multiset hash that a change updates without
//! a look at the rest (Clarke, Devadas, van Dijk, Gassend, Suh, "Incremental Multiset Hash Functions and Their
//! Application to Memory Integrity Checking", ASIACRYPT 2003, section 4). The sum is never seen outside a sealed record,
//! which stands in for the paper's random mask.

use aws_lc_rs::hmac;

use crate::FORMAT_VERSION;
use crate::codec::{Fixed, Reader, Writer};
use crate::crypto::{KeySource, SealingKey};
use crate::record::{ELEMENT_LEN_BYTES, RecordKey, SealedHead};

/// The one key in the database that is no record's.
pub(crate) const MANIFEST_KEY: [u8; 1] = [0];

const LAYOUT: u8 = 1;

/// What the manifest says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Manifest {
    pub(crate) epoch: u32,
    /// Counts the commits over the whole life of the vault.
    pub(crate) write: u64,
    /// How many times anything was sealed in this epoch: no key may pass 2^32 (SP 800-38D, section 8.3).
    pub(crate) sealings: u64,
    /// How many records were removed in this epoch: until the database is rebuilt, they are still in its log.
    pub(crate) removals: u64,
    pub(crate) set: MultisetHash,
}

/// A hash of the set of records, whatever their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct MultisetHash {
    pub(crate) count: u64,
    /// Their lengths together, in bytes of plaintext.
    pub(crate) bytes: u64,
    sum: [u8; 32],
}

/// The keys that seal the manifest and hash its elements.
pub(crate) struct ManifestKeys {
    epoch: u32,
    sealing: SealingKey,
    element: hmac::Key,
}

/// The manifest's bytes are not those that were written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ManifestForged;

impl Manifest {
    /// The manifest of a database without records.
    pub(crate) fn first(epoch: u32) -> Self {
        Self { epoch, write: 0, sealings: 1, removals: 0, set: MultisetHash::default() }
    }

    pub(crate) fn seal(&self, keys: &ManifestKeys) -> Vec<u8> {
        let mut plain = Writer::default();
        plain.u64(self.write).u64(self.sealings).u64(self.removals);
        plain.u64(self.set.count).u64(self.set.bytes).bytes(&self.set.sum);
        let mut sealed = plain.finish();
        let seal = keys.sealing.seal(&associated_data(self.epoch), &mut sealed);
        let mut out = Writer::default();
        out.u8(LAYOUT).u32(self.epoch).seal(&seal).bytes(&sealed);
        out.finish()
    }

    pub(crate) fn open(value: &[u8], keys: &ManifestKeys) -> Result<Self, ManifestForged> {
        Self::read(value, keys).ok_or(ManifestForged)
    }

    fn read(value: &[u8], keys: &ManifestKeys) -> Option<Self> {
        let mut input = Reader::new(value);
        let (layout, epoch, seal) = (input.u8()?, input.u32()?, input.seal()?);
        (layout == LAYOUT && epoch == keys.epoch).then_some(())?;
        let mut plain = input.rest().to_vec();
        keys.sealing.open(&seal, &associated_data(epoch), &mut plain).ok()?;
        let mut input = Reader::new(&plain);
        let (write, sealings, removals) = (input.u64()?, input.u64()?, input.u64()?);
        let set = MultisetHash { count: input.u64()?, bytes: input.u64()?, sum: input.array()? };
        input.is_empty().then_some(Self { epoch, write, sealings, removals, set })
    }
}

impl ManifestKeys {
    pub(crate) fn derive(keys: &KeySource, epoch: u32) -> Self {
        Self {
            epoch,
            sealing: keys.derive_sealing(&[b"idw-vault/1/manifest", &epoch.to_be_bytes()]),
            element: keys.derive_mac(&[b"idw-vault/1/manifest-element", &epoch.to_be_bytes()]),
        }
    }
}

impl MultisetHash {
    pub(crate) fn add(&mut self, keys: &ManifestKeys, key: &RecordKey, head: &SealedHead) {
        self.count = self.count.wrapping_add(1);
        self.bytes = self.bytes.wrapping_add(head.len.into());
        self.mix(keys, key, head);
    }

    pub(crate) fn subtract(&mut self, keys: &ManifestKeys, key: &RecordKey, head: &SealedHead) {
        self.count = self.count.wrapping_sub(1);
        self.bytes = self.bytes.wrapping_sub(head.len.into());
        self.mix(keys, key, head);
    }

    /// The nonce and the tag stand for the whole record: another ciphertext has another tag.
    fn mix(&mut self, keys: &ManifestKeys, key: &RecordKey, head: &SealedHead) {
        let mut element = Writer::<Fixed<ELEMENT_LEN_BYTES>>::fixed();
        element.bytes(key.as_bytes()).u64(head.write).u32(head.len).seal(&head.seal);
        let hash = hmac::sign(&keys.element, &element.finish_fixed());
        for (sum, byte) in self.sum.iter_mut().zip(hash.as_ref()) {
            *sum ^= byte;
        }
    }
}

fn associated_data(epoch: u32) -> Vec<u8> {
    let mut out = Writer::default();
    out.bytes(b"IDWM").u16(FORMAT_VERSION).u32(epoch);
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::{Seal, SecretKey};
    use crate::record::TreeTag;

    fn element(n: u8) -> (RecordKey, SealedHead) {
        let key = RecordKey::new(TreeTag::from_bytes([n; 8]), [n; 16]);
        (key, SealedHead { epoch: 0, write: 3, len: 5, seal: Seal { nonce: [n; 12], tag: [n; 16] } })
    }

    #[test]
    fn the_hash_depends_on_the_set_and_not_on_the_way_to_it() {
        let keys = ManifestKeys::derive(&KeySource::extract(b"salt", &SecretKey::make()), 0);
        let of = |numbers: &[u8]| {
            let mut set = MultisetHash::default();
            for (key, head) in numbers.iter().copied().map(element) {
                set.add(&keys, &key, &head);
            }
            set
        };
        assert_eq!(of(&[1, 2, 3]), of(&[3, 1, 2]));
        assert_ne!(of(&[1, 2, 3]), of(&[1, 2]));
        assert_ne!(of(&[1, 2]), of(&[1, 3]));
        assert_ne!(of(&[1, 2, 2]), of(&[1]), "twice the same is not nothing: the count differs");
        let mut set = of(&[1, 2, 3]);
        let (key, head) = element(2);
        set.subtract(&keys, &key, &head);
        assert_eq!(set, of(&[3, 1]));
        let (_, mut other) = element(1);
        other.seal.tag[0] ^= 1;
        let mut replaced = of(&[]);
        replaced.add(&keys, &element(1).0, &other);
        assert_ne!(replaced, of(&[1]), "another version of the same record");
    }

    #[test]
    fn a_manifest_opens_only_unchanged_and_in_its_epoch() {
        let source = KeySource::extract(b"salt", &SecretKey::make());
        let keys = ManifestKeys::derive(&source, 4);
        let manifest = Manifest { write: 9, ..Manifest::first(4) };
        let sealed = manifest.seal(&keys);
        assert_eq!(Manifest::open(&sealed, &keys), Ok(manifest));
        assert_eq!(Manifest::open(&sealed, &ManifestKeys::derive(&source, 5)), Err(ManifestForged));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(Manifest::open(&changed, &keys), Err(ManifestForged), "byte {at}");
            assert_eq!(Manifest::open(&sealed[..at], &keys), Err(ManifestForged), "cut to {at} bytes");
        }
    }
}
