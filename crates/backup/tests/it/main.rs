//! Backups as they are written, and what is made of those that are damaged, cut short or made to do harm.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made fails the test")]

mod damage;
mod hostile;
mod spellings;

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use idw_backup::{FileEntry, Manifest, Passphrase, ReadError, Target, Work, WriteError, Writer};
use tempfile::TempDir;

const PASSPHRASE: &str = "correct horse battery staple";

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

/// A folder with a backup of these files in it.
fn backup_of(files: &[(&str, Vec<u8>)]) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ada.backup");
    write(&path, false, files).unwrap();
    (dir, path)
}

fn manifest_of(files: &[(&str, Vec<u8>)]) -> Manifest {
    let entries = files.iter().map(|(path, bytes)| FileEntry::of(*path, bytes).unwrap()).collect();
    Manifest::new("2026-01-31T09:30:00Z", "test", entries).unwrap()
}

fn write(path: &Path, overwrite: bool, files: &[(&str, Vec<u8>)]) -> Result<u64, WriteError> {
    let mut writer = Writer::create(Target { path, overwrite }, &passphrase(), Work::Floor, &manifest_of(files))?;
    for (_, bytes) in files {
        writer.add(&mut bytes.as_slice())?;
    }
    writer.finish()
}

type Files = Vec<(String, Vec<u8>)>;

fn read(path: &Path, passphrase: &Passphrase) -> Result<Files, ReadError> {
    let mut files = Vec::new();
    idw_backup::read(
        path,
        passphrase,
        |_| Ok(()),
        |entry, bytes| {
            let mut all = Vec::new();
            bytes.read_to_end(&mut all).map_err(ReadError::Io)?;
            files.push((entry.path().to_owned(), all));
            Ok::<_, ReadError>(())
        },
    )?;
    Ok(files)
}

fn sample() -> Vec<(&'static str, Vec<u8>)> {
    let noise = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
    vec![("wallet.json", b"{}\n".to_vec()), ("empty", Vec::new()), ("documents/00.jpg", noise)]
}

#[test]
fn what_is_written_is_read() {
    for files in [sample(), vec![], vec![("a", vec![1; 512])], vec![("a", vec![1; 65_536]), ("b", vec![2; 65_024])]] {
        let (dir, path) = backup_of(&files);
        let read = read(&path, &passphrase()).unwrap();
        assert!(read.iter().map(|(path, bytes)| (path.as_str(), bytes)).eq(files.iter().map(|(p, b)| (*p, b))));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left beside it");
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(11).any(|part| part == b"wallet.json"), "not even names can be read");
    }
}

#[test]
fn a_file_is_replaced_only_when_that_is_wanted() {
    let (_dir, path) = backup_of(&sample());
    let before = fs::read(&path).unwrap();
    assert!(matches!(write(&path, false, &[]), Err(WriteError::Exists { .. })));
    assert!(fs::read(&path).unwrap() == before);
    write(&path, true, &[]).unwrap();
    assert_eq!(read(&path, &passphrase()).unwrap(), []);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn only_what_a_killed_backup_to_the_same_place_has_left_is_removed() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ada.backup");
    let target = Target { path: &path, overwrite: true };
    let begin = || Writer::create(target, &passphrase(), Work::Floor, &manifest_of(&[("a", vec![1; 100])])).unwrap();
    let names = || -> BTreeSet<String> {
        fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let kept = [
        ".ada.backup.Ab3.part",
        ".ada.backup.Ab3dE67.part",
        ".ada.backup.Ab-dE6.part",
        ".ada.backup.Ab3dE6.parts",
        ".bob.backup.Ab3dE6.part",
        "ada.backup.Ab3dE6.part",
    ];
    let left = [".ada.backup.Ab3dE6.part", ".ada.backup.000000.part"];
    for name in kept.into_iter().chain(left) {
        fs::write(dir.path().join(name), "what was written so far").unwrap();
    }
    fs::create_dir(dir.path().join(".ada.backup.folder.part")).unwrap();
    let (first, second) = (begin(), begin());
    let mut expected: BTreeSet<String> = kept.map(str::to_owned).into();
    expected.insert(".ada.backup.folder.part".to_owned());
    assert_eq!(names().len(), expected.len() + 2, "the first, still under way, is left alone: {:?}", names());
    drop((first, second));
    assert_eq!(names(), expected);
}

#[test]
fn what_is_not_finished_leaves_nothing() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::ConnectionReset.into())
        }
    }
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ada.backup");
    let target = Target { path: &path, overwrite: true };
    let begin = || Writer::create(target, &passphrase(), Work::Floor, &manifest_of(&[("a", vec![1; 100])])).unwrap();
    let check = |bytes: &mut dyn Read, expected: &str| {
        let mut writer = begin();
        let error = writer.add(bytes).unwrap_err();
        assert!(format!("{error:?}").starts_with(expected), "{error:?}");
        assert!(writer.finish().is_err(), "it cannot be finished after that");
    };
    check(&mut Broken, "Source");
    check(&mut [1; 99].as_slice(), "Changed");
    check(&mut [2; 100].as_slice(), "Changed");
    assert!(matches!(begin().finish(), Err(WriteError::Changed { .. })), "a file is missing");
    drop(begin());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    let nowhere = Target { path: &dir.path().join("no/such/folder"), overwrite: true };
    assert!(matches!(
        Writer::create(nowhere, &passphrase(), Work::Floor, &manifest_of(&[])),
        Err(WriteError::Target(_))
    ));
}

#[test]
fn readers_may_leave_bytes_and_stop() {
    let (_dir, path) = backup_of(&sample());
    let mut seen = 0;
    let count = |_: &FileEntry, _: &mut dyn Read| {
        seen += 1;
        Ok::<_, ReadError>(())
    };
    let manifest = idw_backup::read(&path, &passphrase(), |_| Ok(()), count).unwrap();
    assert_eq!((seen, manifest.files().len(), manifest.created()), (3, 3, "2026-01-31T09:30:00Z"));
    let stop = |_: &FileEntry, _: &mut dyn Read| Err(ReadError::NotForPassphrase);
    assert!(matches!(idw_backup::read(&path, &passphrase(), |_| Ok(()), stop), Err(ReadError::NotForPassphrase)));
}
