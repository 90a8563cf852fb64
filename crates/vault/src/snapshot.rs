//! Snapshots: all records of a moment in one sealed file, from which a database can be rebuilt.
//!
//! The file is a STREAM as documents are, under a key of its own. It begins with a copy of the header, so that the key
//! slots survive with the records. The records are compressed, as this copy of them is for emergencies only; each tree by
//! itself, so that no text that somebody sent can be matched with what is in another. `docs/vault-format.md` has every byte.

mod block;

use std::fs::File;
use std::io::{self, Read, Write};

use aws_lc_rs::digest::{SHA256, digest};
use zeroize::Zeroizing;

use crate::Plain;
use crate::codec::{Reader, Writer};
use crate::crypto::{self, KeySource, TAG_LEN_BYTES};
use crate::document::{PREFIX_LEN_BYTES, Stream};
use crate::fs::{Kind, OddEntry, Place};
use crate::header::{MAX_HEADER_BYTES, SignedHeader};
use crate::record::{MAX_RECORD_BYTES, RecordKey, TreeTag};
use block::{BLOCK_BYTES, Unpacked};

/// The version that is written; those from 1 on are read.
const VERSION: u16 = 2;
/// The last version with records as they are, neither compressed nor padded.
const PLAIN_VERSION: u16 = 1;
const MAGIC: [u8; 8] = *b"IDWSNAPS";
const SALT_LEN_BYTES: usize = 32;
/// Magic, version, salt, nonce prefix and the length of the header, before the header itself.
const FIXED_LEN_BYTES: usize = MAGIC.len() + 2 + SALT_LEN_BYTES + PREFIX_LEN_BYTES + 4;
/// Plaintext bytes in every chunk but the last.
const CHUNK_LEN_BYTES: usize = 64 * 1024;
/// The first byte of the plaintext, in every version.
const LAYOUT: u8 = 1;
/// Tag, id, write and length, before a record.
const RECORD_HEAD_LEN_BYTES: usize = 8 + 16 + 8 + 4;
/// Zeros at the end make the length of the plaintext a multiple of this, so that it tells less.
const PADDING_BYTES: usize = 4096;
const SUFFIX: &str = ".snapshot";

/// What a snapshot is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    /// The number of the last commit that is in it.
    pub(crate) write: u64,
    /// The generation of the header that is in it.
    pub(crate) generation: u64,
}

impl Moment {
    pub(crate) fn file_name(self) -> String {
        format!("{:016x}-{:016x}{SUFFIX}", self.write, self.generation)
    }

    /// Reads a file's name. It is a label only: what counts is inside and authenticated.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let (write, generation) = name.strip_suffix(SUFFIX)?.split_once('-')?;
        let moment =
            Self { write: u64::from_str_radix(write, 16).ok()?, generation: u64::from_str_radix(generation, 16).ok()? };
        (moment.file_name() == name).then_some(moment)
    }
}

/// The snapshots in a folder by their names, the newest first. What is no file is none, and so is all that is in
/// something that is no folder: the vault can do without.
pub(crate) fn list(folder: &Place) -> io::Result<Vec<(Moment, Place)>> {
    let entries = match folder.entries() {
        Err(error) if OddEntry::behind(&error).is_some() => return Ok(Vec::new()),
        entries => entries?,
    };
    let moment = |place: &Place| place.name().to_str().and_then(Moment::parse);
    let files = entries.into_iter().filter(|(_, kind)| *kind == Kind::File);
    let mut found: Vec<_> = files.filter_map(|(place, _)| Some((moment(&place)?, place))).collect();
    found.sort_by(|a, b| b.cmp(a));
    Ok(found)
}

/// Why a snapshot is of no use.
#[derive(Debug)]
pub(crate) enum SnapshotFault {
    /// Its bytes are not those that were written.
    Forged,
    Io(io::Error),
}

impl From<io::Error> for SnapshotFault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A snapshot that is being written, to a name at which it does not count yet.
pub(crate) struct SnapshotWriter {
    file: File,
    stream: Stream,
    chunk: Plain,
    /// Records of one tree, to be compressed together.
    block: Plain,
    tree: Option<TreeTag>,
    /// Bytes of plaintext so far.
    len: usize,
}

impl SnapshotWriter {
    /// Starts a snapshot of `count` records after a write.
    pub(crate) fn create(
        place: &Place,
        header: &SignedHeader,
        keys: &KeySource,
        write: u64,
        count: u64,
    ) -> io::Result<Self> {
        let salt: [u8; SALT_LEN_BYTES] = crypto::make_random();
        let prefix = crypto::make_random();
        let preamble = encode_preamble(&salt, prefix, header);
        let mut file = place.create_anew()?;
        file.write_all(&preamble)?;
        let chunk = Zeroizing::new(Vec::with_capacity(CHUNK_LEN_BYTES + TAG_LEN_BYTES));
        let block = Zeroizing::new(Vec::with_capacity(BLOCK_BYTES));
        let stream = stream(keys, VERSION, &salt, prefix, &preamble);
        let mut writer = Self { file, stream, chunk, block, tree: None, len: 0 };
        let mut start = Writer::default();
        start.u8(LAYOUT).u64(write).u64(count);
        writer.put(&start.finish())?;
        Ok(writer)
    }

    pub(crate) fn record(&mut self, key: &RecordKey, write: u64, plain: &[u8]) -> io::Result<()> {
        let len = u32::try_from(plain.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
        if self.tree != Some(key.tag()) || self.block.len() + RECORD_HEAD_LEN_BYTES + plain.len() > BLOCK_BYTES {
            self.end_block()?;
            self.tree = Some(key.tag());
        }
        let mut head = Writer::with_capacity(RECORD_HEAD_LEN_BYTES);
        head.bytes(key.tag_and_id()).u64(write).u32(len);
        self.block.extend_from_slice(&head.finish());
        self.block.extend_from_slice(plain);
        Ok(())
    }

    /// Ends the file and waits until it is on the disk.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.end_block()?;
        self.put(&vec![0; self.len.next_multiple_of(PADDING_BYTES) - self.len])?;
        self.write_chunk(true)?;
        self.file.sync_all()
    }

    fn end_block(&mut self) -> io::Result<()> {
        if self.block.is_empty() {
            return Ok(());
        }
        let packed = block::pack(&self.block)?;
        self.block.clear();
        self.put(&packed)
    }

    /// A full chunk is sealed when more comes after it, as only then it is known not to be the last.
    fn put(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        self.len += bytes.len();
        while !bytes.is_empty() {
            if self.chunk.len() == CHUNK_LEN_BYTES {
                self.write_chunk(false)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK_LEN_BYTES - self.chunk.len()));
            self.chunk.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    fn write_chunk(&mut self, last: bool) -> io::Result<()> {
        self.stream.seal(last, &mut self.chunk).map_err(|_| io::ErrorKind::FileTooLarge)?;
        self.file.write_all(&self.chunk)?;
        self.chunk.clear();
        Ok(())
    }
}

/// A record out of a snapshot.
pub(crate) struct SnapshotRecord {
    pub(crate) key: RecordKey,
    pub(crate) write: u64,
    pub(crate) plain: Plain,
}

/// Reads a snapshot in order. That it is whole is known when [`next`](Self::next) has given none without a fault.
pub(crate) struct SnapshotReader {
    file: File,
    stream: Stream,
    /// Bytes of the file that were not read yet.
    left: u64,
    chunk: Plain,
    taken: usize,
    /// Bytes of plaintext that were taken so far.
    read: usize,
    /// The records that are unpacked and were not handed out yet; none where they are not packed.
    block: Option<Unpacked>,
    write: u64,
    /// Records that must still come.
    due: u64,
}

impl SnapshotReader {
    pub(crate) fn open(place: &Place, keys: &KeySource) -> Result<Self, SnapshotFault> {
        let (preamble, file) = read_preamble(place)?;
        let mut left = file.metadata()?.len();
        left = left.checked_sub(preamble.bytes.len() as u64).ok_or(SnapshotFault::Forged)?;
        let stream = stream(keys, preamble.version, &preamble.salt, preamble.prefix, &preamble.bytes);
        let chunk = Zeroizing::new(Vec::with_capacity(CHUNK_LEN_BYTES + TAG_LEN_BYTES));
        let block = (preamble.version > PLAIN_VERSION).then(Unpacked::default);
        let mut reader = Self { file, stream, left, chunk, taken: 0, read: 0, block, write: 0, due: 0 };
        let start = reader.take(1 + 8 + 8)?;
        let mut input = Reader::new(&start);
        if input.u8() != Some(LAYOUT) {
            return Err(SnapshotFault::Forged);
        }
        reader.write = input.u64().ok_or(SnapshotFault::Forged)?;
        reader.due = input.u64().ok_or(SnapshotFault::Forged)?;
        Ok(reader)
    }

    /// The number of the last commit that is in the snapshot.
    pub(crate) fn write(&self) -> u64 {
        self.write
    }

    /// The next record; none at the end, which is then known to be the right one.
    pub(crate) fn next(&mut self) -> Result<Option<SnapshotRecord>, SnapshotFault> {
        if self.due == 0 {
            return self.end().map(|()| None);
        }
        self.due -= 1;
        let head = self.take_of_records(RECORD_HEAD_LEN_BYTES)?;
        let mut input = Reader::new(&head);
        let key = RecordKey::read(&mut input).ok_or(SnapshotFault::Forged)?;
        let (Some(write), Some(len)) = (input.u64(), input.u32()) else {
            return Err(SnapshotFault::Forged);
        };
        if len as usize > MAX_RECORD_BYTES {
            return Err(SnapshotFault::Forged);
        }
        let plain = self.take_of_records(len as usize)?;
        Ok(Some(SnapshotRecord { key, write, plain }))
    }

    /// Reads to the end: how many records there are, if all of it is as it was written.
    pub(crate) fn verify(mut self) -> Result<u64, SnapshotFault> {
        let mut count = 0;
        while self.next()?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    /// Nothing but padding may follow the last record.
    fn end(&mut self) -> Result<(), SnapshotFault> {
        if let Some(block) = self.block.take() {
            let padding = self.take(self.read.next_multiple_of(PADDING_BYTES) - self.read)?;
            if !block.is_empty() || padding.iter().any(|byte| *byte != 0) {
                return Err(SnapshotFault::Forged);
            }
        }
        let at_end = self.left == 0 && self.taken == self.chunk.len();
        if at_end { Ok(()) } else { Err(SnapshotFault::Forged) }
    }

    /// Bytes of records: no record is spread over blocks.
    fn take_of_records(&mut self, len: usize) -> Result<Plain, SnapshotFault> {
        let Some(block) = &mut self.block else {
            return self.take(len);
        };
        if len > 0 && block.is_empty() {
            let head = self.take(block::HEAD_LEN_BYTES)?;
            let (len, packed_len) = block::parse_head(&head).ok_or(SnapshotFault::Forged)?;
            let packed = self.take(packed_len)?;
            self.block = Some(Unpacked::unpack(&packed, len).ok_or(SnapshotFault::Forged)?);
        }
        self.block.as_mut().and_then(|block| block.take(len)).ok_or(SnapshotFault::Forged)
    }

    fn take(&mut self, len: usize) -> Result<Plain, SnapshotFault> {
        self.read += len;
        let mut out = Zeroizing::new(Vec::with_capacity(len));
        while out.len() < len {
            if self.taken == self.chunk.len() {
                self.open_chunk()?;
            }
            let now = (len - out.len()).min(self.chunk.len() - self.taken);
            out.extend_from_slice(&self.chunk[self.taken..][..now]);
            self.taken += now;
        }
        Ok(out)
    }

    fn open_chunk(&mut self) -> Result<(), SnapshotFault> {
        let len = self.left.min((CHUNK_LEN_BYTES + TAG_LEN_BYTES) as u64);
        if len <= TAG_LEN_BYTES as u64 {
            return Err(SnapshotFault::Forged); // no chunk is empty, as the first has the start in it
        }
        self.left -= len;
        self.chunk.clear();
        self.taken = 0;
        (&self.file).take(len).read_to_end(&mut self.chunk)?;
        let opened = self.stream.open(self.left == 0, &mut self.chunk);
        opened.map_err(|_| {
            self.chunk.clear();
            SnapshotFault::Forged
        })
    }
}

/// The copy of the header in a snapshot. It is not authenticated yet.
pub(crate) fn read_header(place: &Place) -> Option<SignedHeader> {
    read_preamble(place).ok().map(|(preamble, _)| preamble.header)
}

struct Preamble {
    version: u16,
    salt: [u8; SALT_LEN_BYTES],
    prefix: [u8; PREFIX_LEN_BYTES],
    header: SignedHeader,
    bytes: Vec<u8>,
}

fn read_preamble(place: &Place) -> Result<(Preamble, File), SnapshotFault> {
    let mut file = place.open()?;
    let mut bytes = Vec::new();
    (&mut file).take(FIXED_LEN_BYTES as u64).read_to_end(&mut bytes)?;
    let (version, salt, prefix, header_len) = read_fixed(&bytes).ok_or(SnapshotFault::Forged)?;
    (&mut file).take(header_len.into()).read_to_end(&mut bytes)?;
    let header = SignedHeader::parse(&bytes[FIXED_LEN_BYTES..]).map_err(|_| SnapshotFault::Forged)?;
    Ok((Preamble { version, salt, prefix, header, bytes }, file))
}

fn read_fixed(bytes: &[u8]) -> Option<(u16, [u8; SALT_LEN_BYTES], [u8; PREFIX_LEN_BYTES], u32)> {
    let mut input = Reader::new(bytes);
    (input.array()? == MAGIC).then_some(())?;
    let version = input.u16().filter(|version| (PLAIN_VERSION..=VERSION).contains(version))?;
    let (salt, prefix) = (input.array()?, input.array()?);
    let header_len = input.u32().filter(|len| *len as usize <= MAX_HEADER_BYTES)?;
    Some((version, salt, prefix, header_len))
}

fn encode_preamble(salt: &[u8], prefix: [u8; PREFIX_LEN_BYTES], header: &SignedHeader) -> Vec<u8> {
    let header = header.as_bytes();
    let header_len = u32::try_from(header.len()).expect("a header has at most 64 KiB");
    let mut out = Writer::default();
    out.bytes(&MAGIC).u16(VERSION).bytes(salt).bytes(&prefix).u32(header_len).bytes(header);
    out.finish()
}

/// Every snapshot has a key of its own, and its chunks are bound to everything that stands before them.
fn stream(keys: &KeySource, version: u16, salt: &[u8], prefix: [u8; PREFIX_LEN_BYTES], preamble: &[u8]) -> Stream {
    let key = keys.derive_sealing(&[b"idw-vault/1/snapshot", salt]);
    let mut aad = Writer::default();
    aad.bytes(b"IDWN").u16(version).bytes(digest(&SHA256, preamble).as_ref());
    Stream::with_associated_data(key, prefix, aad.finish())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::crypto::SecretKey;
    use crate::header::Header;

    fn sample(folder: &Place, lengths: &[usize]) -> (Place, KeySource) {
        let keys = KeySource::extract(b"salt", &SecretKey::make());
        let header = Header {
            version: 2,
            vault_id: [1; 16],
            generation: 4,
            epoch: 2,
            floor: 3,
            slots: Vec::new(),
            extension: Vec::new(),
        };
        let header = SignedHeader::sign(header, &keys);
        let place = folder.child(Moment { write: 9, generation: 4 }.file_name());
        let mut writer = SnapshotWriter::create(&place, &header, &keys, 9, lengths.len() as u64).unwrap();
        for (n, len) in lengths.iter().enumerate() {
            let n = u8::try_from(n).unwrap();
            let key = RecordKey::new(TreeTag::from_bytes([n / 3; 8]), [n; 16]);
            writer.record(&key, n.into(), &vec![7; *len]).unwrap();
        }
        writer.finish().unwrap();
        (place, keys)
    }

    fn folder(dir: &Path) -> Place {
        let folder = Place::in_folder(dir, "snapshots");
        folder.make_dir().unwrap();
        folder
    }

    #[test]
    fn records_come_back_as_they_went_in() {
        let dir = tempfile::tempdir().unwrap();
        let folder = folder(dir.path());
        let first = BLOCK_BYTES - 36;
        let many = vec![1000; 200];
        for lengths in
            [&[][..], &[0], &[0, 0, 0, 0], &[first], &[first - 1, 0], &[first + 1], &[5, 300_000, 0, 70_000], &many]
        {
            let (place, keys) = sample(&folder, lengths);
            let mut reader = SnapshotReader::open(&place, &keys).unwrap();
            assert_eq!(reader.write(), 9);
            for (n, len) in lengths.iter().enumerate() {
                let record = reader.next().unwrap().unwrap();
                assert_eq!((record.write, record.plain.as_slice()), (n as u64, vec![7; *len].as_slice()));
            }
            assert!(reader.next().unwrap().is_none(), "{lengths:?}");
            assert_eq!(read_header(&place).unwrap().header().generation, 4);
            assert_eq!(list(&folder).unwrap(), [(Moment { write: 9, generation: 4 }, place)]);
        }
    }

    #[test]
    fn every_bit_and_length_is_guarded() {
        let dir = tempfile::tempdir().unwrap();
        let (place, keys) = sample(&folder(dir.path()), &[10, 200]);
        let path = place.shown();
        let good = std::fs::read(&path).unwrap();
        let check = |bytes: &[u8], what: &str| {
            std::fs::write(&path, bytes).unwrap();
            let verified = SnapshotReader::open(&place, &keys).and_then(SnapshotReader::verify);
            assert!(matches!(verified, Err(SnapshotFault::Forged)), "{what}");
        };
        // All of what stands before the chunks, and some of those: every bit of them is under one tag.
        for at in (0..300).chain((300..good.len()).step_by(61)).chain([good.len() - 1]) {
            let mut bad = good.clone();
            bad[at] ^= 0x40;
            check(&bad, &format!("byte {at}"));
            check(&good[..at], &format!("cut to {at}"));
        }
        check(&[good.as_slice(), b"x"].concat(), "extended");
        std::fs::write(&path, &good).unwrap();
        assert_eq!(SnapshotReader::open(&place, &keys).and_then(SnapshotReader::verify).ok(), Some(2));
        let other = KeySource::extract(b"salt", &SecretKey::make());
        assert!(SnapshotReader::open(&place, &other).is_err(), "another vault's key");
    }
}
