//! One process at a time: an advisory lock that the operating system releases when its holder dies.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};

use crate::fs::Place;

/// Most bytes of a lock file that are read: a process number and a program's name.
const MAX_LOCK_FILE_BYTES: u64 = 512;

/// How often a lock is taken again whose file has lost its name: each time another attempt to make a vault has just
/// failed. A file system whose numbers of files are not to be relied on ends here too.
const MAX_ATTEMPTS: usize = 16;

/// Held while it lives.
///
/// The file stays in its place when released. Only an attempt to make a vault that failed removes it, while it holds the
/// lock: so what was locked counts only if it still has its name, or two processes could lock two files of one name.
#[derive(Debug)]
pub(crate) struct ProcessLock {
    file: File,
}

/// Why the lock was not taken.
#[derive(Debug)]
pub(crate) enum LockError {
    /// Another process, or another part of this one, has it.
    Held {
        pid: Option<u32>,
        program: Option<String>,
    },
    Io(io::Error),
}

impl ProcessLock {
    /// Takes the lock without waiting, and leaves this process's number and name for others to read.
    pub(crate) fn take(place: &Place) -> Result<Self, LockError> {
        let mut file = open_and_lock(place)?;
        for _ in 0..MAX_ATTEMPTS {
            if place.is_of(&file).map_err(LockError::Io)? {
                break;
            }
            file = open_and_lock(place)?;
        }
        // A courtesy to whoever comes second. On a full disk there is no room for it, and the vault is to open there.
        let _ = sign(&mut file);
        Ok(Self { file })
    }

    /// Takes the lock without waiting where its file cannot be written: others can read beside this one, and nobody can
    /// write. None where there is no such file, as then nobody has it open.
    pub(crate) fn take_for_reading(place: &Place) -> Result<Option<Self>, LockError> {
        let file = match place.open() {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(LockError::Io(error)),
        };
        match file.try_lock_shared() {
            Ok(()) => Ok(Some(Self { file })),
            Err(TryLockError::WouldBlock) => Err(read_holder(file)),
            Err(TryLockError::Error(error)) => Err(LockError::Io(error)),
        }
    }
}

impl Drop for ProcessLock {
    fn drop(&mut self) {
        let _ = self.file.set_len(0); // a stale name would mislead nobody, the lock itself is what counts
    }
}

fn open_and_lock(place: &Place) -> Result<File, LockError> {
    let file = place.open_or_create().map_err(LockError::Io)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(read_holder(file)),
        Err(TryLockError::Error(error)) => Err(LockError::Io(error)),
    }
}

fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    let program = std::env::current_exe()
        .ok()
        .and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()))
        .unwrap_or_default();
    file.write_all(format!("{}\n{program}\n", std::process::id()).as_bytes())
}

fn read_holder(file: File) -> LockError {
    let mut bytes = Vec::new();
    // Where locks are mandatory the file cannot be read, and the holder stays unnamed.
    let _ = file.take(MAX_LOCK_FILE_BYTES).read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines();
    LockError::Held {
        pid: lines.next().and_then(|line| line.parse().ok()),
        program: lines.next().map(printable).filter(|name| !name.is_empty()),
    }
}

/// The name goes into messages, and anybody who can write the file chose it.
fn printable(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_lock_on_a_file_that_lost_its_name_is_none() {
        let dir = tempfile::tempdir().unwrap();
        let place = Place::in_folder(dir.path(), "lock");
        let removed = ProcessLock::take(&place).unwrap();
        assert!(place.is_of(&removed.file).unwrap());
        place.remove_if_there().unwrap();
        assert!(!place.is_of(&removed.file).unwrap());
        let taken = ProcessLock::take(&place).unwrap();
        assert!(place.is_of(&taken.file).unwrap());
        assert!(matches!(ProcessLock::take(&place), Err(LockError::Held { .. })));
    }

    #[test]
    fn the_second_taker_learns_who_was_first() {
        let dir = tempfile::tempdir().unwrap();
        let place = Place::in_folder(dir.path(), "lock");
        let first = ProcessLock::take(&place).unwrap();
        match ProcessLock::take(&place) {
            Err(LockError::Held { pid, program }) => {
                assert_eq!(pid, Some(std::process::id()));
                assert!(program.is_some_and(|name| name.contains("vault")));
            }
            other => panic!("taken twice: {other:?}"),
        }
        drop(first);
        ProcessLock::take(&place).unwrap();
    }
}
