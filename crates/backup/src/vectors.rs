//! The published vectors of the age format (`tests/vectors/age`), read as backups are.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Read},
    path::Path,
};

use age::{Identity, scrypt, x25519};
use sha2::{Digest as _, Sha256};

use crate::{
    MAX_LOG_N, Passphrase, ReadError,
    read::{Only, open},
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/age");

struct Vector {
    name: String,
    about: BTreeMap<String, String>,
    file: Vec<u8>,
}

impl Vector {
    fn load(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let end = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap();
        let about = std::str::from_utf8(&bytes[..end]).unwrap().lines();
        let about = about.map(|line| line.split_once(": ").unwrap()).map(|(key, value)| (key.into(), value.into()));
        let about: BTreeMap<String, String> = about.collect();
        let mut file = bytes[end + 2..].to_vec();
        if let Some(kind) = about.get("compressed") {
            assert_eq!(kind, "zlib");
            let packed = std::mem::take(&mut file);
            flate2::read::ZlibDecoder::new(packed.as_slice()).read_to_end(&mut file).unwrap();
        }
        Self { name: path.file_name().unwrap().to_string_lossy().into_owned(), about, file }
    }

    fn identity(&self) -> Box<dyn Identity> {
        if let Some(passphrase) = self.about.get("passphrase") {
            let mut identity = scrypt::Identity::new(Passphrase::new(passphrase.clone()).to_age());
            identity.set_max_work_factor(MAX_LOG_N);
            return Box::new(identity);
        }
        match self.about.get("identity") {
            Some(identity) => Box::new(identity.parse::<x25519::Identity>().unwrap()),
            None => Box::new(scrypt::Identity::new(Passphrase::new(String::new()).to_age())),
        }
    }

    /// As what the file is read, in the vectors' words; and what was decrypted until then.
    fn outcome(&self) -> (&'static str, Vec<u8>) {
        let mut plain = Vec::new();
        let len = self.file.len() as u64;
        let word = match open(self.file.as_slice(), len, Only::Anyone, &*self.identity()) {
            Ok(mut opened) => match opened.payload.read_to_end(&mut plain) {
                Ok(_) => "success",
                Err(error) => {
                    let kinds = [io::ErrorKind::InvalidData, io::ErrorKind::UnexpectedEof];
                    assert!(kinds.contains(&error.kind()), "{}: {error:?} would be taken for the disk's", self.name);
                    "payload failure"
                }
            },
            Err(ReadError::WrongPassphrase) => "no match",
            Err(ReadError::Damaged { what }) if what.contains("changed") => "HMAC failure",
            Err(error) => {
                assert!(!matches!(error, ReadError::Io(_)), "{}: {error:?}", self.name);
                "header failure"
            }
        };
        (word, plain)
    }
}

#[test]
fn the_published_vectors_come_to_what_they_say() {
    let mut counts = BTreeMap::new();
    for entry in fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some() {
            continue; // the note on where they are from
        }
        let vector = Vector::load(&path);
        let (outcome, plain) = vector.outcome();
        let expected = vector.about["expect"].as_str();
        // A header without its nonce is told with the header here.
        let is_told_early = vector.name.contains("nonce") && outcome == "header failure";
        assert!(outcome == expected || is_told_early, "{}: {outcome} instead of {expected}", vector.name);
        if let Some(digest) = vector.about.get("payload") {
            assert_eq!(&hex::encode(Sha256::digest(&plain)), digest, "{}: what was read until the end", vector.name);
        }
        *counts.entry(expected.to_owned()).or_insert(0) += 1;
    }
    println!("{} vectors of the age format: {counts:?}", counts.values().sum::<i32>());
    let expected =
        [("HMAC failure", 1), ("header failure", 32), ("no match", 4), ("payload failure", 18), ("success", 10)];
    assert_eq!(counts, expected.map(|(word, count)| (word.to_owned(), count)).into(), "vectors are missing");
}
