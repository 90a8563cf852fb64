//! Records: sealed under their tree's key, and laid out in the database's keys and values.

use std::fmt;

use zeroize::Zeroizing;

use crate::codec::{Reader, Writer};
use crate::crypto::{Forged, KeySource, Seal, SealingKey};
use crate::{FORMAT_VERSION, Plain, Tree};

/// The largest record in bytes. Larger things are documents.
pub(crate) const MAX_RECORD_BYTES: usize = 16 * 1024 * 1024;

/// The largest value in the database in bytes. The engine keeps at most some 30 entries in a node, and a node above
/// 128 KiB in a file of its own which it does not sync; larger records are therefore spread over several entries.
pub(crate) const MAX_VALUE_BYTES: usize = 2048;

/// First byte of the database keys of records.
const RECORD_PREFIX: u8 = 1;
const LAYOUT: u8 = 1;
/// Layout, epoch, write, length, nonce and tag.
const HEAD_LEN_BYTES: usize = 1 + 4 + 8 + 4 + 12 + 16;
const FIRST_PART_BYTES: usize = MAX_VALUE_BYTES - HEAD_LEN_BYTES;
const RECORD_KEY_LEN_BYTES: usize = 1 + 8 + 16;
/// "IDWR", version, epoch, tag, id, write and length.
const ASSOCIATED_LEN_BYTES: usize = 4 + 2 + 4 + 8 + 16 + 8 + 4;
/// Length of what stands for a record in the manifest's hash, in bytes: its key, write, length, nonce and tag.
pub(crate) const ELEMENT_LEN_BYTES: usize = RECORD_KEY_LEN_BYTES + 8 + 4 + 12 + 16;

/// What stands for a tree's name on the disk: a keyed hash, as names would say what a vault is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct TreeTag([u8; 8]);

/// Where a record is: the database keys of its parts start with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct RecordKey([u8; RECORD_KEY_LEN_BYTES]);

/// What stands before a record's ciphertext.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct SealedHead {
    pub(crate) epoch: u32,
    /// The number of the commit that wrote this version: of two versions of a record, the higher is the newer.
    pub(crate) write: u64,
    /// Length of the plaintext, and of the ciphertext, in bytes.
    pub(crate) len: u32,
    pub(crate) seal: Seal,
}

/// The key of one tree in one epoch.
pub(crate) struct TreeKeys {
    epoch: u32,
    tag: TreeTag,
    sealing: SealingKey,
}

/// A record as it is in the database.
pub(crate) struct SealedRecord {
    pub(crate) head: SealedHead,
    pub(crate) ciphertext: Vec<u8>,
}

impl TreeTag {
    pub(crate) fn derive(keys: &KeySource, tree: Tree) -> Self {
        let tag = keys.derive(&[b"idw-vault/1/tree-tag", tree.name().as_bytes()]);
        Self(tag.expose_bytes()[..8].try_into().expect("8 bytes are 8 bytes")) // made to be public
    }

    #[cfg(test)]
    pub(crate) fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }
}

impl RecordKey {
    /// Sorts before or with every record.
    pub(crate) const FIRST: [u8; 1] = [RECORD_PREFIX];

    pub(crate) fn new(tag: TreeTag, id: [u8; 16]) -> Self {
        let mut key = [0; RECORD_KEY_LEN_BYTES];
        key[0] = RECORD_PREFIX;
        key[1..9].copy_from_slice(&tag.0);
        key[9..].copy_from_slice(&id);
        Self(key)
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Reads a tag and an id, as they stand in a snapshot.
    pub(crate) fn read(input: &mut Reader<'_>) -> Option<Self> {
        let tag = TreeTag(input.array()?);
        Some(Self::new(tag, input.array()?))
    }

    /// The tag and the id, without what the database puts before them.
    pub(crate) fn tag_and_id(&self) -> &[u8] {
        &self.0[1..]
    }

    pub(crate) fn tag(&self) -> TreeTag {
        TreeTag(self.0[1..9].try_into().expect("8 bytes are 8 bytes"))
    }

    pub(crate) fn id(&self) -> [u8; 16] {
        self.0[9..].try_into().expect("16 bytes are 16 bytes")
    }

    /// The database key of one part of this record.
    pub(crate) fn part(&self, number: u16) -> [u8; RECORD_KEY_LEN_BYTES + 2] {
        let mut out = Writer::fixed();
        out.bytes(&self.0).u16(number);
        out.finish_fixed()
    }

    /// Reads the database key of a part; `None` for a key that is no record's.
    pub(crate) fn parse_part(key: &[u8]) -> Option<(Self, u16)> {
        let mut input = Reader::new(key);
        let record: [u8; RECORD_KEY_LEN_BYTES] = input.array()?;
        let number = input.u16()?;
        (record[0] == RECORD_PREFIX && input.is_empty()).then_some((Self(record), number))
    }
}

impl SealedHead {
    /// Reads the head off a first part, and gives the ciphertext that follows it.
    pub(crate) fn parse(value: &[u8]) -> Option<(Self, &[u8])> {
        let mut input = Reader::new(value);
        (input.u8()? == LAYOUT).then_some(())?;
        let head = Self { epoch: input.u32()?, write: input.u64()?, len: input.u32()?, seal: input.seal()? };
        let ciphertext = input.rest();
        let fits = head.len as usize <= MAX_RECORD_BYTES && ciphertext.len() == part_len(head.len as usize, 0);
        fits.then_some((head, ciphertext))
    }

    /// How many entries in the database the record has.
    pub(crate) fn parts(&self) -> u16 {
        let beyond = (self.len as usize).saturating_sub(FIRST_PART_BYTES);
        u16::try_from(1 + beyond.div_ceil(MAX_VALUE_BYTES)).expect("a record's length was checked against the limit")
    }

    /// How many bytes of ciphertext the part has.
    pub(crate) fn part_len(&self, number: u16) -> usize {
        part_len(self.len as usize, number)
    }
}

/// The first part has room for less, as the head stands before it.
fn part_len(len: usize, number: u16) -> usize {
    match number.checked_sub(1) {
        None => len.min(FIRST_PART_BYTES),
        Some(before) => {
            len.saturating_sub(FIRST_PART_BYTES + usize::from(before) * MAX_VALUE_BYTES).min(MAX_VALUE_BYTES)
        }
    }
}

impl TreeKeys {
    /// From the tag and not the name, so that what rebuilds a database need not know the names.
    pub(crate) fn derive(keys: &KeySource, tag: TreeTag, epoch: u32) -> Self {
        let sealing = keys.derive_sealing(&[b"idw-vault/1/records", &epoch.to_be_bytes(), &tag.0]);
        Self { epoch, tag, sealing }
    }

    pub(crate) fn tag(&self) -> TreeTag {
        self.tag
    }

    pub(crate) fn key(&self, id: [u8; 16]) -> RecordKey {
        RecordKey::new(self.tag, id)
    }

    /// Seals a record of at most [`MAX_RECORD_BYTES`].
    pub(crate) fn seal(&self, id: [u8; 16], write: u64, plain: &[u8]) -> SealedRecord {
        let len = u32::try_from(plain.len()).expect("the caller checked the length");
        let mut ciphertext = plain.to_vec(); // sealed in place on the next line
        let seal = self.sealing.seal(&self.associated_data(id, write, len), &mut ciphertext);
        SealedRecord { head: SealedHead { epoch: self.epoch, write, len, seal }, ciphertext }
    }

    pub(crate) fn open(&self, id: [u8; 16], sealed: SealedRecord) -> Result<Plain, Forged> {
        let SealedRecord { head, ciphertext } = sealed;
        if head.epoch != self.epoch || ciphertext.len() != head.len as usize {
            return Err(Forged);
        }
        let mut plain = Zeroizing::new(ciphertext);
        self.sealing.open(&head.seal, &self.associated_data(id, head.write, head.len), &mut plain)?;
        Ok(plain)
    }

    /// Binds a record to its place and time: moved elsewhere or given another age, it does not open.
    fn associated_data(&self, id: [u8; 16], write: u64, len: u32) -> [u8; ASSOCIATED_LEN_BYTES] {
        let mut out = Writer::fixed();
        out.bytes(b"IDWR").u16(FORMAT_VERSION).u32(self.epoch);
        out.bytes(&self.tag.0).bytes(&id).u64(write).u32(len);
        out.finish_fixed()
    }
}

impl SealedRecord {
    /// The database entries of this record, in order.
    pub(crate) fn entries(&self, key: &RecordKey) -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> {
        let mut rest = self.ciphertext.as_slice();
        (0..self.head.parts()).map(move |number| {
            let (part, after) = rest.split_at(self.head.part_len(number));
            rest = after;
            let value = if number == 0 { [&self.encode_head(), part].concat() } else { part.to_vec() };
            (key.part(number).to_vec(), value)
        })
    }

    fn encode_head(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.u8(LAYOUT).u32(self.head.epoch).u64(self.head.write).u32(self.head.len).seal(&self.head.seal);
        out.finish()
    }
}

impl fmt::Debug for SealedHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedHead({} bytes, epoch {})", self.len, self.epoch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::SecretKey;

    const NOTES: Tree = Tree::named("notes");

    #[test]
    fn a_record_opens_only_in_its_place() {
        let source = KeySource::extract(b"salt", &SecretKey::make());
        let keys = |tree, epoch| TreeKeys::derive(&source, TreeTag::derive(&source, tree), epoch);
        let notes = keys(NOTES, 1);
        let open = |keys: &TreeKeys, id| keys.open(id, notes.seal([1; 16], 7, b"buy milk"));
        assert_eq!(open(&notes, [1; 16]).unwrap().as_slice(), b"buy milk");
        assert!(open(&notes, [2; 16]).is_err(), "another id");
        assert!(open(&keys(Tree::named("tasks"), 1), [1; 16]).is_err(), "another tree");
        assert!(open(&keys(NOTES, 2), [1; 16]).is_err(), "another epoch");
        let mut younger = notes.seal([1; 16], 7, b"buy milk");
        younger.head.write += 1;
        assert!(notes.open([1; 16], younger).is_err(), "another write");
        let mut longer = notes.seal([1; 16], 7, b"buy milk");
        longer.head.len += 1;
        longer.ciphertext.push(0);
        assert!(notes.open([1; 16], longer).is_err(), "another length");
    }

    #[test]
    fn parts_put_together_are_the_record() {
        let source = KeySource::extract(b"salt", &SecretKey::make());
        let notes = TreeKeys::derive(&source, TreeTag::derive(&source, NOTES), 0);
        let first = FIRST_PART_BYTES;
        for (len, parts) in
            [(0, 1), (first, 1), (first + 1, 2), (first + 2048, 2), (first + 2049, 3), (MAX_RECORD_BYTES, 8193)]
        {
            let sealed = notes.seal([1; 16], 7, &vec![7; len]);
            let entries: Vec<_> = sealed.entries(&notes.key([1; 16])).collect();
            assert_eq!((entries.len(), sealed.head.parts()), (parts, u16::try_from(parts).unwrap()), "{len} bytes");
            assert!(entries.iter().all(|(_, value)| value.len() <= MAX_VALUE_BYTES));
            let (head, first) = SealedHead::parse(&entries[0].1).unwrap();
            assert_eq!(head, sealed.head);
            let rest = entries[1..].iter().flat_map(|(_, value)| value.iter().copied());
            assert_eq!(first.iter().copied().chain(rest).collect::<Vec<_>>(), sealed.ciphertext);
            for (number, (key, _)) in entries.iter().enumerate() {
                let expected = Some((notes.key([1; 16]), u16::try_from(number).unwrap()));
                assert_eq!(RecordKey::parse_part(key), expected);
            }
        }
    }
}
