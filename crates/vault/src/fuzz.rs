//! Entries for the fuzz targets in `fuzz/`, which alone compile this (`--cfg fuzzing`). Each takes whatever bytes it is
//! given, and panics when something does not hold that must.

use std::io::Read;
use std::path::Path;

use aws_lc_rs::digest;
use zeroize::Zeroizing;

use crate::codec::Reader;
use crate::crypto::{KeySource, SealingKey, SecretKey};
use crate::document::{DocumentReader, DocumentRecord, Stream};
use crate::fs::Place;
use crate::header::{MAX_HEADER_BYTES, SignedHeader};
use crate::keyring::KeyringSlot;
use crate::record::{RecordKey, SealedHead, SealedRecord, TreeKeys, TreeTag};
use crate::slot::PasswordSlot;
use crate::{DocumentId, Tree};

const PREAMBLE_LEN_BYTES: usize = 14;
const CHECKSUM_LEN_BYTES: usize = 32;
const MAC_LEN_BYTES: usize = 32;
/// The longest key in the database: a record's part.
const KEY_LEN_BYTES: usize = 27;
const RECORD_ID: [u8; 16] = [1; 16];
const RECORD_PLAIN: &[u8] = br#"{"label":"home","value":{"city":"Exampleton"}}"#;
const MAX_MEMORY_KIB: u32 = 1024 * 1024;

/// A header, as it is and with its length and checksum put right: no change at random leaves those right.
pub fn header(bytes: &[u8]) {
    check_header(bytes);
    if (PREAMBLE_LEN_BYTES + CHECKSUM_LEN_BYTES..=MAX_HEADER_BYTES).contains(&bytes.len()) {
        let mut framed = bytes[..bytes.len() - CHECKSUM_LEN_BYTES].to_vec();
        let len = u32::try_from(bytes.len()).expect("at most 64 KiB");
        framed[10..PREAMBLE_LEN_BYTES].copy_from_slice(&len.to_be_bytes());
        framed.extend_from_slice(digest::digest(&digest::SHA256, &framed).as_ref());
        check_header(&framed);
    }
}

/// There is one way to write a header: what was read is written as it was, but for the MAC and the checksum.
fn check_header(bytes: &[u8]) {
    let Ok(signed) = SignedHeader::parse(bytes) else { return };
    assert_eq!(signed.as_bytes(), bytes);
    assert!(signed.verify(&keys()).is_err(), "a header was forged");
    let again = SignedHeader::sign(signed.header().clone(), &keys());
    let fields = bytes.len() - MAC_LEN_BYTES - CHECKSUM_LEN_BYTES;
    assert_eq!(again.as_bytes()[..fields], bytes[..fields]);
    assert!(again.verify(&keys()).is_ok());
    for slot in &signed.header().slots {
        if let Ok(password) = PasswordSlot::decode(&slot.body) {
            assert_eq!(password.encode(), slot.body);
            assert!(password.params().memory_kib() <= MAX_MEMORY_KIB, "memory beyond the bound");
        }
        if let Some(keyring) = KeyringSlot::decode(&slot.body) {
            assert_eq!(keyring.to_slot().body, slot.body);
        }
    }
}

/// A key of the database with its value: as a record's part, and as the plaintext of a document's record.
pub fn record(bytes: &[u8]) {
    let (key, value) = bytes.split_at(bytes.len().min(KEY_LEN_BYTES));
    let parsed = RecordKey::parse_part(key);
    if let Some((record, number)) = parsed {
        assert_eq!(record.part(number), key);
    }
    if let Some((head, ciphertext)) = SealedHead::parse(value) {
        let len: usize = (0..head.parts()).map(|number| head.part_len(number)).sum();
        assert_eq!(len, head.len as usize, "the parts are not the record");
        if let (Some((record, 0)), 1) = (parsed, head.parts()) {
            check_sealed(record, SealedRecord { head, ciphertext: ciphertext.to_vec() }, bytes);
        }
    }
    if let Some(document) = DocumentRecord::decode(value) {
        assert_eq!(document.encode().as_slice(), value);
        assert!(document.file_len().is_some_and(|len| len > document.len));
    }
}

fn check_sealed(key: RecordKey, sealed: SealedRecord, bytes: &[u8]) {
    let value: Vec<_> = sealed.entries(&key).collect();
    assert_eq!(value, [(bytes[..KEY_LEN_BYTES].to_vec(), bytes[KEY_LEN_BYTES..].to_vec())]);
    if let Ok(plain) = record_keys().open(key.id(), sealed) {
        assert_eq!((key.id(), plain.as_slice()), (RECORD_ID, RECORD_PLAIN), "a record was forged");
    }
}

/// What [`record`] can be started with: a sealed record, and the record of a document.
pub fn record_seeds() -> [Vec<u8>; 2] {
    let key = record_keys().key(RECORD_ID);
    let (name, value) = record_keys().seal(RECORD_ID, 7, RECORD_PLAIN).entries(&key).next().expect("one part");
    let document = document_record(300_000, 18).encode();
    [[name, value].concat(), [key.part(0).as_slice(), &document].concat()]
}

/// A document's file that was changed, and its record. `plan` says how long the document is, and what is changed.
///
/// What is read is the document or the beginning of it, and if it is no more than that then with an error.
pub fn document(dir: &Path, plan: &[u8]) {
    let mut plan = Reader::new(plan);
    let (log2, chunks, more) = (plan.u8().unwrap_or(0) % 3, plan.u8().unwrap_or(0) % 4, plan.u16().unwrap_or(0));
    let chunk_len = 1_usize << (16 + log2);
    let len = (usize::from(chunks) * chunk_len + usize::from(more)).saturating_sub(2); // around a chunk's end, too
    let original: Vec<u8> = (0..=250_u8).cycle().take(len).collect();
    let mut record = document_record(len as u64, 16 + log2);
    let mut file = seal_document(&record, &original);
    while let Some(change) = plan.u8() {
        change_document(change, &mut plan, &mut record, &mut file);
    }
    let Some(record) = DocumentRecord::decode(&record.encode()) else { return };
    let folder = Place::in_folder(dir, "documents");
    folder.make_dir_if_missing().expect("the folder takes a folder");
    std::fs::write(folder.child(document_id().to_string()).shown(), &file).expect("the folder takes a file");
    let Ok(mut reader) = DocumentReader::open(&folder, document_id(), &record) else { return };
    let mut read = Vec::new();
    let outcome = reader.read_to_end(&mut read);
    assert!(original.starts_with(&read), "bytes were read that were never written");
    assert!(outcome.is_err() || read.len() == original.len(), "a part passed for the whole");
}

fn change_document(change: u8, plan: &mut Reader<'_>, record: &mut DocumentRecord, file: &mut Vec<u8>) {
    let at = plan.u32().unwrap_or(0) as usize;
    match change % 7 {
        0 if !file.is_empty() => {
            let at = at % file.len();
            file[at] ^= plan.u8().unwrap_or(1);
        }
        1 => file.truncate(at % (file.len() + 1)),
        2 => file.resize(file.len() + at % 70_000, 0),
        3 => {
            let len = record.chunk_len() + 16;
            let (one, two) = (at % 4 * len, at / 4 % 4 * len);
            if one + len <= two && two + len <= file.len() {
                let (before, after) = file.split_at_mut(two);
                before[one..one + len].swap_with_slice(&mut after[..len]);
            }
        }
        4 => record.len = record.len.wrapping_add(at as u64).wrapping_sub(1 << 15),
        5 => record.chunk_log2 = 14 + plan.u8().unwrap_or(0) % 8, // also just beyond the bounds
        6 => record.prefix[at % record.prefix.len()] ^= 1,
        _ => {}
    }
}

fn seal_document(record: &DocumentRecord, original: &[u8]) -> Vec<u8> {
    let mut stream = Stream::new(SealingKey::new(&record.key), record.prefix, document_id());
    let mut file = Vec::new();
    let mut rest = original;
    loop {
        let (chunk, after) = rest.split_at(rest.len().min(record.chunk_len()));
        let mut chunk = chunk.to_vec();
        stream.seal(after.is_empty(), &mut chunk).expect("few chunks");
        file.append(&mut chunk);
        if after.is_empty() {
            return file;
        }
        rest = after;
    }
}

fn document_record(len: u64, chunk_log2: u8) -> DocumentRecord {
    let key = SecretKey::filled(|bytes| bytes.fill(9));
    let meta = Zeroizing::new(b"passport.png".to_vec());
    DocumentRecord { key, prefix: [5; 7], chunk_log2, len, sha256: [2; 32], meta }
}

fn document_id() -> DocumentId {
    DocumentId::from_bytes([3; 16])
}

fn keys() -> KeySource {
    KeySource::extract(b"fuzz", &SecretKey::filled(|bytes| bytes.fill(7)))
}

fn record_keys() -> TreeKeys {
    TreeKeys::derive(&keys(), TreeTag::derive(&keys(), Tree::named("fuzz")), 1)
}
