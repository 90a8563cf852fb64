//! Files that were made with the right passphrase, and not by this program.

use std::{fs, io::Write as _, iter};

use age::{Encryptor, scrypt};
use idw_backup::FileEntry;
use serde_json::json;
use tar::{EntryType, Header};

use crate::{PASSPHRASE, passphrase, read};

/// An age file with these bytes in it.
fn sealed(plain: &[u8]) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(PASSPHRASE.to_owned().into());
    recipient.set_work_factor(10);
    let mut out = Vec::new();
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as _)).unwrap();
    let mut writer = encryptor.wrap_output(&mut out).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap();
    out
}

struct Hostile(Vec<u8>);

impl Hostile {
    /// An archive that begins with a manifest of these files.
    fn announcing(files: &[(&str, &[u8])]) -> Self {
        let file = |(path, bytes): &(&str, &[u8])| {
            let sha256 = hex::encode(FileEntry::of("x", bytes).unwrap().sha256());
            json!({"path": path, "size": bytes.len(), "sha256": sha256})
        };
        let files: Vec<_> = files.iter().map(file).collect();
        let manifest = json!({"format": "idw-backup", "version": 1, "created": "", "program": "", "files": files});
        Self(Vec::new()).with("manifest.json", manifest.to_string().as_bytes())
    }

    fn with(self, path: &str, bytes: &[u8]) -> Self {
        self.with_kind(path, EntryType::Regular, bytes)
    }

    fn with_kind(mut self, path: &str, kind: EntryType, bytes: &[u8]) -> Self {
        let mut header = Header::new_ustar();
        // Not through `set_path`, which would refuse what this is to try.
        header.as_ustar_mut().unwrap().name[..path.len()].copy_from_slice(path.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_entry_type(kind);
        if kind.is_symlink() || kind.is_hard_link() {
            header.set_link_name_literal("/etc/passwd").unwrap();
        }
        header.set_mode(0o600);
        header.set_cksum();
        self.0.extend_from_slice(header.as_bytes());
        self.0.extend_from_slice(bytes);
        self.0.resize(self.0.len().next_multiple_of(512), 0);
        self
    }

    fn ended(mut self, padding: usize) -> Vec<u8> {
        self.0.resize(self.0.len() + 1024 + padding, 0);
        self.0
    }
}

fn check(plain: &[u8], expected: Result<usize, &str>, why: &str) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("file");
    fs::write(&path, sealed(plain)).unwrap();
    match (read(&path, &passphrase()), expected) {
        (Ok(files), Ok(count)) => assert_eq!(files.len(), count, "{why}"),
        (Err(error), Err(kind)) => assert!(format!("{error:?}").starts_with(kind), "{why}: {error:?}"),
        (read, _) => panic!("{why}: {read:?}"),
    }
}

#[test]
fn an_archive_of_another_program_is_read_when_it_is_whole() {
    let whole = || Hostile::announcing(&[("a", b"1"), ("b/c", b"")]).with("a", b"1").with("b/c", b"");
    check(&whole().ended(0), Ok(2), "two blocks of zeros");
    check(&whole().ended(10_240), Ok(2), "and a record of them, as tar writes it");
    check(&Hostile::announcing(&[]).ended(0), Ok(0), "nothing in it");
    check(&whole().0, Ok(2), "no mark at its end: the age format knows that nothing is missing");
    check(&whole().ended(2 * 1024 * 1024), Err("Damaged"), "zeros without end");
    let mut with_more = whole().ended(0);
    with_more.extend_from_slice(b"hidden");
    check(&with_more, Err("Damaged"), "something behind its end");
}

#[test]
fn what_leads_elsewhere_or_was_not_announced_is_refused() {
    for path in ["/a", "../a", "a/../../b", "a//b", "./a", "a b"] {
        check(&Hostile::announcing(&[(path, b"1")]).with(path, b"1").ended(0), Err("Unsafe"), path);
        check(&Hostile::announcing(&[("a", b"1")]).with(path, b"1").ended(0), Err("Unsafe"), path);
    }
    let one = || Hostile::announcing(&[("a", b"1")]);
    for kind in [
        EntryType::Symlink,
        EntryType::Link,
        EntryType::Char,
        EntryType::Fifo,
        EntryType::Directory,
        EntryType::GNULongName,
        EntryType::XHeader,
        EntryType::XGlobalHeader,
        EntryType::GNUSparse,
    ] {
        check(&one().with_kind("a", kind, b"1").ended(0), Err("Unsafe"), &format!("{kind:?}"));
    }
    check(&one().with("a", b"1").with("a", b"1").ended(0), Err("Unsafe"), "twice");
    check(&one().with("b", b"1").ended(0), Err("Unsafe"), "another one");
    check(&one().with("a", b"12").ended(0), Err("Damaged"), "longer");
    check(&one().with("a", b"2").ended(0), Err("Damaged"), "changed");
    check(&one().ended(0), Err("Truncated"), "missing");
    check(&Hostile::announcing(&[("a", b"1"), ("a", b"1")]).with("a", b"1").ended(0), Err("Damaged"), "one name twice");
    check(&Hostile::announcing(&[("manifest.json", b"1")]).ended(0), Err("Damaged"), "itself");
}

#[test]
fn something_else_that_was_encrypted_is_no_backup() {
    check(b"", Err("NotABackup"), "nothing");
    check(b"a note to myself", Err("NotABackup"), "text");
    check(&vec![7; 100_000], Err("NotABackup"), "noise");
    check(&Hostile(Vec::new()).with("notes.txt", b"x").ended(0), Err("NotABackup"), "an archive without a manifest");
    check(&Hostile(Vec::new()).with("manifest.json", b"{}").ended(0), Err("NotABackup"), "another manifest");
    let later = idw_backup::VERSION + 1;
    let newer = format!(r#"{{"format": "idw-backup", "version": {later}, "shape": "unknown"}}"#);
    check(
        &Hostile(Vec::new()).with("manifest.json", newer.as_bytes()).ended(0),
        Err("NewerVersion"),
        "a later version",
    );
}

#[test]
fn a_size_that_lies_takes_no_memory() {
    let mut header = Header::new_ustar();
    header.set_path("manifest.json").unwrap();
    header.set_size(60 * 1024 * 1024);
    header.set_entry_type(EntryType::Regular);
    header.set_cksum();
    check(header.as_bytes(), Err("Truncated"), "a manifest of 60 MiB that is not there");
    header.set_size(8_000_000_000);
    header.set_cksum();
    check(header.as_bytes(), Err("NotABackup"), "and one that no backup has");
}
