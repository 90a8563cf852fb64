//! A used vault, what is put into its folder, and whether anything outside of the folder changed.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use aws_lc_rs::digest::{SHA256, digest};

use super::NOTES;
use crate::fs::{Expected, Place};
use crate::layout::{Layout, Name};
use crate::{Batch, KdfCost, Password, RecordId, Vault};

const PASSWORD: &str = "correct horse";

/// What is put at a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trap {
    /// A link to what stood there, moved away; or to a file, where nothing stood there.
    LinkToTheSame,
    LinkToFile,
    LinkToFolder,
    LinkToNothing,
    LinkToItself,
    /// A second name of a file elsewhere.
    HardLink,
    /// Opened without care, it would have the wallet wait for ever.
    Pipe,
}

impl Trap {
    pub(super) fn set(self, at: &Path, outside: &Path) {
        let stood_there = outside.join(format!("moved {}", at.file_name().unwrap().display()));
        if at.symlink_metadata().is_ok() {
            fs::rename(at, &stood_there).unwrap();
        }
        match self {
            Self::LinkToTheSame if stood_there.exists() => symlink(stood_there, at).unwrap(),
            Self::LinkToTheSame | Self::LinkToFile => symlink(outside.join("file"), at).unwrap(),
            Self::LinkToFolder => symlink(outside.join("folder"), at).unwrap(),
            Self::LinkToNothing => symlink(outside.join("nothing"), at).unwrap(),
            Self::LinkToItself => symlink(at.file_name().unwrap(), at).unwrap(),
            Self::HardLink if stood_there.is_file() => fs::hard_link(stood_there, at).unwrap(),
            Self::HardLink => fs::hard_link(outside.join("file"), at).unwrap(),
            Self::Pipe => assert!(Command::new("mkfifo").arg(at).status().unwrap().success()),
        }
    }

    pub(super) fn is_link(self) -> bool {
        !matches!(self, Self::HardLink | Self::Pipe)
    }

    /// Whether a trap of this kind at a name is noticed at all: a file that is replaced as a whole may have other names.
    pub(super) fn is_odd_at(self, expected: Expected) -> bool {
        self != Self::HardLink || expected != Expected::File
    }
}

/// Everything about what is outside: names, kinds, permissions, times, and of files a hash of the bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Outside(Vec<(PathBuf, u32, SystemTime, Option<String>)>);

impl Outside {
    pub(super) fn look(dir: &Path) -> Self {
        let mut found = Vec::new();
        let mut paths = vec![dir.to_owned()];
        while let Some(path) = paths.pop() {
            let metadata = path.symlink_metadata().unwrap();
            let bytes = metadata.is_file().then(|| hex::encode(digest(&SHA256, &fs::read(&path).unwrap())));
            if metadata.is_dir() {
                paths.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            }
            found.push((path, metadata.mode(), metadata.modified().unwrap(), bytes));
        }
        found.sort();
        Self(found)
    }
}

/// A used vault, to be copied for each trap.
pub(super) struct Used {
    pub(super) home: tempfile::TempDir,
}

impl Used {
    pub(super) fn make() -> Self {
        let home = tempfile::tempdir().unwrap();
        let vault = Vault::create(&home.path().join("vault"), &password(), KdfCost::Floor).unwrap();
        let staged = vault.stage_document(&mut b"a document".as_slice(), 100).unwrap();
        let mut batch = Batch::new();
        batch.put(NOTES, RecordId::make(), b"a note");
        batch.put_document(staged, b"name");
        vault.commit(batch).unwrap();
        drop(vault); // takes a snapshot and the reserve
        Self { home }
    }

    /// Places in it: all that the layout knows, and all that is there, also what is the engine's.
    pub(super) fn places(&self) -> Vec<PathBuf> {
        let dir = self.home.path().join("vault");
        let layout = Layout::new(&dir);
        let known = Name::ALL.iter().flat_map(|name| layout.examples(*name)).map(|place| place.shown());
        let mut places: BTreeSet<_> = known.map(|path| path.strip_prefix(&dir).unwrap().to_owned()).collect();
        let mut folders = vec![dir.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                places.insert(entry.strip_prefix(&dir).unwrap().to_owned());
                folders.extend(entry.is_dir().then_some(entry));
            }
        }
        places.into_iter().collect()
    }

    pub(super) fn copy(&self) -> Case {
        let case = Case::new();
        copy_dir(&self.home.path().join("vault"), &case.dir());
        case
    }
}

/// A vault's folder with a trap in it, and what the trap leads to.
pub(super) struct Case {
    pub(super) home: tempfile::TempDir,
}

impl Case {
    pub(super) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let outside = home.path().join("outside");
        fs::create_dir_all(outside.join("folder/inner")).unwrap();
        for name in ["file", "folder/file", "folder/db", "folder/inner/file", "folder/00112233445566778899aabbccddeeff"]
        {
            fs::write(outside.join(name), "nobody's business".repeat(100)).unwrap();
            fs::set_permissions(outside.join(name), fs::Permissions::from_mode(0o644)).unwrap();
        }
        fs::set_permissions(outside.join("folder"), fs::Permissions::from_mode(0o755)).unwrap();
        Self { home }
    }

    pub(super) fn dir(&self) -> PathBuf {
        self.home.path().join("vault")
    }

    pub(super) fn outside(&self) -> PathBuf {
        self.home.path().join("outside")
    }

    /// Runs something with traps set, and checks that nothing outside changed and that the links are still there.
    pub(super) fn check<T>(&self, trap: Trap, places: &[&Path], run: impl FnOnce(&Path) -> T) -> T {
        for at in places {
            let at = self.dir().join(at);
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            trap.set(&at, &self.outside());
        }
        let before = Outside::look(&self.outside());
        let result = run(&self.dir());
        assert_eq!(Outside::look(&self.outside()), before, "{trap:?} at {places:?}");
        for at in places.iter().filter(|_| trap.is_link()) {
            assert!(self.has_link(at), "{trap:?} at {} is gone", at.display());
        }
        result
    }
}

impl Case {
    /// Whether a link is there still, or where a repair has moved the folder that it is in.
    pub(super) fn has_link(&self, at: &Path) -> bool {
        let quarantined = Layout::new(&self.dir()).kept_aside().unwrap();
        let folders = quarantined.iter().map(Place::shown).chain([self.dir()]);
        folders.into_iter().any(|folder| folder.join(at).is_symlink())
    }
}

pub(super) fn password() -> Password {
    Password::from(PASSWORD)
}

pub(super) fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_dir(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}
