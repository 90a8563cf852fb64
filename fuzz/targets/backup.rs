//! A backup: the age file as it is, or the archive inside a file that was sealed right.
#![no_main]

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::LazyLock;

use idw_backup::fuzz::Key;
use idw_backup::{FileEntry, Manifest, ReadError};
use idw_fuzz::backup;
use libfuzzer_sys::fuzz_target;
use sha2::{Digest as _, Sha256};

/// Opening a file with a passphrase takes a thousand times as long, whatever is in it.
static KEY: LazyLock<Key> = LazyLock::new(Key::make);

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    match kind % 64 {
        0 if backup::is_cheap(bytes) => check(|on_file| {
            idw_backup::read_from(bytes, bytes.len() as u64, &backup::passphrase(), |_| Ok(()), on_file)
        }),
        0 => {}
        _ => check(|on_file| KEY.read_from(&KEY.seal(bytes), on_file)),
    }
});

type OnFile<'a> = &'a mut dyn FnMut(&FileEntry, &mut dyn Read) -> Result<(), ReadError>;

/// What is handed out without an error is what the manifest says.
fn check(read: impl FnOnce(OnFile<'_>) -> Result<Manifest, ReadError>) {
    let mut seen = BTreeMap::new();
    let outcome = read(&mut |entry, bytes| {
        let mut all = Vec::new();
        bytes.take(entry.size() + 1).read_to_end(&mut all).map_err(ReadError::Io)?;
        assert!(all.len() as u64 <= entry.size(), "a file is longer than the manifest says");
        assert!(seen.insert(entry.path().to_owned(), all).is_none(), "a file came twice");
        Ok(())
    });
    let Ok(manifest) = outcome else { return };
    assert_eq!(manifest.files().len(), seen.len());
    for entry in manifest.files() {
        let bytes = &seen[entry.path()];
        assert_eq!(bytes.len() as u64, entry.size());
        assert_eq!(<[u8; 32]>::from(Sha256::digest(bytes)), entry.sha256(), "a file is not the one in the manifest");
        assert!(!entry.path().starts_with('/') && !entry.path().contains(".."), "a path leads outside");
    }
}
