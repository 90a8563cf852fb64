//! The rollback anchor: the number of the last write and of the header, kept apart from both.
//!
//! It is written after what it attests is on the disk and is itself never waited for, so it costs no second sync and
//! is never ahead, whatever is lost when the power goes. A database or header that is *behind* it was put back.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

use aws_lc_rs::hmac;

use crate::FORMAT_VERSION;
use crate::codec::{Reader, Writer};
use crate::crypto::KeySource;
use crate::fs::Place;

const MAGIC: [u8; 4] = *b"IDWA";
/// Each of the two places has a disk sector of its own, as a sector is what a disk writes as a whole.
const PLACE_LEN: usize = 512;
const PLACE_LEN_BYTES: u64 = PLACE_LEN as u64;
const MAC_LEN_BYTES: usize = 32;

/// Writes go to the two places in turn, so that one that is cut short leaves the other.
pub(crate) struct Anchor {
    /// None where nothing can be written to: rollbacks are then not noticed.
    file: Option<File>,
    key: hmac::Key,
    attested: Attested,
    next_place: u64,
}

/// What was surely on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Attested {
    /// The number of a commit.
    pub(crate) write: u64,
    /// The generation of a header.
    pub(crate) header: u64,
}

impl Anchor {
    /// The key under which anchors of a vault are authentic.
    fn key(keys: &KeySource) -> hmac::Key {
        keys.derive_mac(&[b"idw-vault/1/anchor"])
    }

    /// Makes the file with both places written, and waits for it: from here on there is always one to read.
    pub(crate) fn create(at: &Place, keys: &KeySource, attested: Attested) -> io::Result<Self> {
        let key = Self::key(keys);
        let place = encode(&key, attested);
        at.replace(&[place.as_slice(), place.as_slice()].concat())?;
        let file = Some(at.open_in_place()?);
        Ok(Self { file, key, attested, next_place: 0 })
    }

    /// Opens the file; `None` when no place in it is authentic.
    pub(crate) fn open(at: &Place, keys: &KeySource) -> io::Result<Option<Self>> {
        let key = Self::key(keys);
        let Some(bytes) = at.read_limited(2 * PLACE_LEN_BYTES)? else {
            return Ok(None);
        };
        let places = bytes.chunks(PLACE_LEN).zip(0..).filter_map(|(place, at)| Some((decode(&key, place)?, at)));
        let Some((attested, place)) = places.max() else {
            return Ok(None);
        };
        let file = Some(at.open_in_place()?);
        Ok(Some(Self { file, key, attested, next_place: (place + 1) % 2 }))
    }

    /// Goes on where no file can be had.
    pub(crate) fn without_file(keys: &KeySource, attested: Attested) -> Self {
        Self { file: None, key: Self::key(keys), attested, next_place: 0 }
    }

    pub(crate) fn attested(&self) -> Attested {
        self.attested
    }

    /// Notes a write that is on the disk.
    pub(crate) fn advance_write(&mut self, write: u64) -> io::Result<()> {
        self.advance(Attested { write, ..self.attested })
    }

    /// Notes a header that is on the disk.
    pub(crate) fn advance_header(&mut self, header: u64) -> io::Result<()> {
        self.advance(Attested { header, ..self.attested })
    }

    /// Notes both.
    pub(crate) fn advance(&mut self, attested: Attested) -> io::Result<()> {
        if let Some(file) = &mut self.file {
            file.seek(SeekFrom::Start(self.next_place * PLACE_LEN_BYTES))?;
            file.write_all(&encode(&self.key, attested))?;
        }
        self.attested = attested;
        self.next_place = (self.next_place + 1) % 2;
        Ok(())
    }
}

fn encode(key: &hmac::Key, attested: Attested) -> Vec<u8> {
    let mut out = Writer::default();
    out.bytes(&MAGIC).u16(FORMAT_VERSION).u64(attested.write).u64(attested.header);
    let mut place = out.finish();
    let mac = hmac::sign(key, &place);
    place.extend_from_slice(mac.as_ref());
    place.resize(PLACE_LEN, 0);
    place
}

fn decode(key: &hmac::Key, place: &[u8]) -> Option<Attested> {
    let mut input = Reader::new(place);
    let signed = input.bytes(MAGIC.len() + 2 + 8 + 8)?;
    hmac::verify(key, signed, input.bytes(MAC_LEN_BYTES)?).ok()?;
    let mut input = Reader::new(signed);
    (input.array()? == MAGIC && input.u16()? == FORMAT_VERSION).then_some(())?;
    Some(Attested { write: input.u64()?, header: input.u64()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::SecretKey;

    #[test]
    fn the_newest_authentic_place_counts() {
        let dir = tempfile::tempdir().unwrap();
        let (path, place) = (dir.path().join("anchor"), Place::in_folder(dir.path(), "anchor"));
        let keys = KeySource::extract(b"salt", &SecretKey::make());
        drop(Anchor::create(&place, &keys, Attested { write: 7, header: 1 }).unwrap());
        let read =
            || Anchor::open(&place, &keys).unwrap().map(|anchor| (anchor.attested.write, anchor.attested.header));
        assert_eq!(read(), Some((7, 1)));
        let mut anchor = Anchor::open(&place, &keys).unwrap().unwrap();
        anchor.advance_write(8).unwrap();
        anchor.advance_header(2).unwrap();
        assert_eq!(read(), Some((8, 2)));

        let mut torn = std::fs::read(&path).unwrap();
        torn[PLACE_LEN + 14] ^= 1; // in the number of header 2
        std::fs::write(&path, &torn).unwrap();
        assert_eq!(read(), Some((8, 1)), "a torn place leaves the one before");
        torn[9] ^= 1;
        std::fs::write(&path, &torn).unwrap();
        assert_eq!(read(), None);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(read(), None);
    }
}
