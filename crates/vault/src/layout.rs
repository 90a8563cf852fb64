//! What is where in a vault's folder.

use std::io;
use std::path::{Path, PathBuf};

/// How the names of folders begin that a repair keeps aside.
pub(crate) const ASIDE_PREFIX: &str = "damaged-";

/// The names in the folder.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    dir: PathBuf,
}

impl Layout {
    pub(crate) fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned() }
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The two copies of the header.
    pub(crate) fn headers(&self) -> [PathBuf; 2] {
        [self.dir.join("vault.header"), self.dir.join("vault.header.2")]
    }

    /// The database of an epoch. Which one counts is in the header, so that writing the header swaps them.
    pub(crate) fn database(&self, epoch: u32) -> PathBuf {
        self.dir.join(if epoch == 0 { "db".to_owned() } else { format!("db.{epoch}") })
    }

    /// The databases that are there, with their epochs.
    pub(crate) fn databases(&self) -> io::Result<Vec<(u32, PathBuf)>> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&self.dir)? {
            let name = entry?.file_name();
            let epoch = name.to_str().and_then(database_epoch);
            found.extend(epoch.map(|epoch| (epoch, self.dir.join(name))));
        }
        Ok(found)
    }

    /// The sealed copies of all records.
    pub(crate) fn snapshots(&self) -> PathBuf {
        self.dir.join("snapshots")
    }

    /// Room on the disk that can be given back.
    pub(crate) fn reserve(&self) -> PathBuf {
        self.dir.join("reserve")
    }

    /// There only while a rebuilt database takes the place of a damaged one: names the folder for the damaged one.
    pub(crate) fn repairing(&self) -> PathBuf {
        self.dir.join("repairing")
    }

    /// Where copies of damaged databases are looked into.
    pub(crate) fn rescue(&self) -> PathBuf {
        self.dir.join("rescue")
    }

    /// The folders of what repairs found damaged, the oldest first.
    pub(crate) fn kept_aside(&self) -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&self.dir)? {
            let entry = entry?;
            let is_ours = entry.file_name().to_string_lossy().starts_with(ASIDE_PREFIX);
            found.extend(is_ours.then(|| entry.path()));
        }
        found.sort();
        Ok(found)
    }

    /// A copy of the database from before it was opened.
    pub(crate) fn pristine(&self) -> PathBuf {
        self.dir.join("pristine")
    }

    /// A folder for what a repair found damaged.
    pub(crate) fn aside(&self, stamp: &str) -> PathBuf {
        self.dir.join(format!("{ASIDE_PREFIX}{stamp}"))
    }

    pub(crate) fn documents(&self) -> PathBuf {
        self.dir.join("documents")
    }

    pub(crate) fn anchor(&self) -> PathBuf {
        self.dir.join("anchor")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.dir.join("lock")
    }

    /// There only while a vault is created: what stands beside it and has no header was never a vault.
    pub(crate) fn creating(&self) -> PathBuf {
        self.dir.join("creating")
    }

    /// Whether there is a vault here, or what is left of one.
    pub(crate) fn has_vault(&self) -> bool {
        self.headers().iter().any(|path| path.exists()) || (self.has_remains() && !self.creating().exists())
    }

    fn has_remains(&self) -> bool {
        let is_there = |databases: Vec<_>| !databases.is_empty();
        self.databases().is_ok_and(is_there) || self.snapshots().exists()
    }
}

fn database_epoch(name: &str) -> Option<u32> {
    match name.strip_prefix("db")? {
        "" => Some(0),
        rest => rest.strip_prefix('.')?.parse().ok().filter(|epoch| *epoch > 0),
    }
}
