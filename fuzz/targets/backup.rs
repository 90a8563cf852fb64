//! A backup: the age file as it is, or the archive inside a file that was sealed right.
#![no_main]

use std::collections::BTreeMap;
use std::io::Read;

use idw_backup::{Manifest, ReadError};
use idw_fuzz::backup;
use libfuzzer_sys::fuzz_target;
use sha2::{Digest as _, Sha256};

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let file = match kind % 2 {
        0 => bytes.to_vec(),
        _ => backup::seal(bytes),
    };
    if backup::is_cheap(&file) {
        check(&file);
    }
});

/// What is handed out without an error is what the manifest says.
fn check(file: &[u8]) {
    let mut seen = BTreeMap::new();
    let on_file = |entry: &idw_backup::FileEntry, bytes: &mut dyn Read| {
        let mut all = Vec::new();
        bytes.take(entry.size() + 1).read_to_end(&mut all).map_err(ReadError::Io)?;
        assert!(all.len() as u64 <= entry.size(), "a file is longer than the manifest says");
        assert!(seen.insert(entry.path().to_owned(), all).is_none(), "a file came twice");
        Ok(())
    };
    let read: Result<Manifest, ReadError> =
        idw_backup::read_from(file, file.len() as u64, &backup::passphrase(), |_| Ok(()), on_file);
    let Ok(manifest) = read else { return };
    assert_eq!(manifest.files().len(), seen.len());
    for entry in manifest.files() {
        let bytes = &seen[entry.path()];
        assert_eq!(bytes.len() as u64, entry.size());
        assert_eq!(<[u8; 32]>::from(Sha256::digest(bytes)), entry.sha256(), "a file is not the one in the manifest");
        assert!(!entry.path().starts_with('/') && !entry.path().contains(".."), "a path leads outside");
    }
}
