//! A file that is being written, under a name of its own until it takes the one that was asked for.

use std::{
    ffi::OsStr,
    fs::{self, File, TryLockError},
    io,
    path::Path,
};

use tempfile::NamedTempFile;

use crate::folder_of;

/// Letters and digits that tell two attempts apart.
const RANDOM_CHARS: usize = 6;
/// How such a name ends.
const SUFFIX: &str = ".part";
/// What is long enough on every file system: some take no more than 143 bytes.
const SHORT_BYTES: usize = 64;
/// How often a file is begun that another process takes for a leftover before it can be locked.
const MAX_ATTEMPTS: usize = 16;

/// Begins a file that is to take the name `path`, which only its owner can read. It is beside its place, as
/// `.NAME.XXXXXX.part`, with a `NAME` that is cut where the whole would be longer than the file's own name and than what
/// every file system takes.
///
/// A process that is killed leaves it there. The next to begin a file for the same place removes it, unless somebody holds
/// it locked, as the process does that writes it.
///
/// # Errors
/// Where no file can be made in the folder, or `path` is no file's name.
pub fn begin_part(path: &Path) -> io::Result<NamedTempFile> {
    let name = PartName::of(path).ok_or(io::ErrorKind::InvalidInput)?;
    name.remove_leftovers(folder_of(path));
    for _ in 0..MAX_ATTEMPTS {
        let file = name.builder().tempfile_in(folder_of(path))?;
        match file.as_file().try_lock() {
            Ok(()) if file.path().symlink_metadata().is_ok() => return Ok(file),
            // Another process came upon it before it was locked, and removes it.
            Ok(()) | Err(TryLockError::WouldBlock) => {}
            // Where files cannot be locked, none is removed either.
            Err(TryLockError::Error(_)) => return Ok(file),
        }
    }
    Err(io::Error::new(io::ErrorKind::ResourceBusy, "others write to the same place"))
}

/// The names of parts of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PartName {
    prefix: String,
}

impl PartName {
    /// None where that is no file's name.
    fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?;
        let around = ".".len() + ".".len() + RANDOM_CHARS + SUFFIX.len();
        let longest = name.len().max(SHORT_BYTES) - around;
        let text = name.to_string_lossy();
        let cut = (0..=longest.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        Some(Self { prefix: format!(".{}.", &text[..cut]) })
    }

    fn builder(&self) -> tempfile::Builder<'_, 'static> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(&self.prefix).suffix(SUFFIX).rand_bytes(RANDOM_CHARS);
        builder
    }

    /// Whether a name is one of these.
    fn fits(&self, name: &OsStr) -> bool {
        let random = name.to_str().and_then(|name| name.strip_prefix(&self.prefix)?.strip_suffix(SUFFIX));
        random.is_some_and(|random| random.len() == RANDOM_CHARS && random.bytes().all(|c| c.is_ascii_alphanumeric()))
    }

    /// What cannot be removed stays.
    fn remove_leftovers(&self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            if is_file && self.fits(&entry.file_name()) {
                remove_if_abandoned(&entry.path());
            }
        }
    }
}

/// Holds it locked until it is gone: who has just begun it sees that, and begins another.
fn remove_if_abandoned(part: &Path) {
    let file = File::options().write(true).open(part);
    if let Ok(file) = file
        && file.try_lock().is_ok()
    {
        let _ = fs::remove_file(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_has_a_longer_name_than_its_file_may_have() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["ada.backup".to_owned(), "a".repeat(255), "\u{e4}".repeat(127), "x".repeat(60), "x".repeat(143)] {
            let path = folder.path().join(&name);
            let parts = PartName::of(&path).unwrap();
            let part = begin_part(&path).unwrap();
            let given = part.path().file_name().unwrap();
            assert!(given.len() <= name.len().max(SHORT_BYTES), "{} for {}", given.len(), name.len());
            assert!(parts.fits(given), "{given:?}");
            assert!(!parts.fits(OsStr::new(&name)), "{name}");
        }
        assert_eq!(PartName::of(Path::new("ada.backup")).unwrap().prefix, ".ada.backup.");
        assert!(PartName::of(Path::new("..")).is_none());
    }

    #[test]
    fn what_a_killed_process_left_is_removed_and_what_another_writes_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        let left = folder.path().join(".keys.json.Ab3dE6.part");
        let mine = folder.path().join(".keys.json.notes");
        fs::write(&left, "the key").unwrap();
        fs::write(&mine, "mine").unwrap();
        let (first, second) = (begin_part(&path).unwrap(), begin_part(&path).unwrap());
        assert!(!left.exists() && mine.exists());
        assert!(first.path().exists() && second.path().exists() && first.path() != second.path());
    }
}
