//! A folder that looks as the root of a machine will where the package is installed.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

/// A file of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PackagedFile {
    /// Its place, from the root and without a slash before it: `usr/bin/idw`.
    pub(crate) path: String,
    /// Whether it can be run.
    pub(crate) is_program: bool,
    pub(crate) bytes: Vec<u8>,
}

impl PackagedFile {
    pub(crate) fn text(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), is_program: false, bytes: bytes.into() }
    }
}

/// Writes the files into a new folder; an older one of this name goes first.
pub(crate) fn write(folder: &Path, files: &[PackagedFile], epoch: i64) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("removing {}", folder.display()));
        }
        _ => {}
    }
    for file in files {
        let path = folder.join(&file.path);
        write_file(&path, file).with_context(|| format!("writing {}", path.display()))?;
    }
    settle(folder, epoch).with_context(|| format!("setting the times of {}", folder.display()))
}

fn write_file(path: &Path, file: &PackagedFile) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, &file.bytes)?;
    fs::set_permissions(path, fs::Permissions::from_mode(if file.is_program { 0o755 } else { 0o644 }))
}

/// Gives folders the mode that packages have, and everything one time: neither the umask nor the clock shows.
pub(crate) fn settle(folder: &Path, epoch: i64) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            settle(&path, epoch)?;
        } else {
            File::options().append(true).open(&path)?.set_modified(time(epoch))?;
        }
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    File::open(folder)?.set_modified(time(epoch))
}

fn time(epoch: i64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(epoch.unsigned_abs())
}
