//! Files that only their owner can read, in place whole or not at all.

use std::{io, path::Path};

use tempfile::NamedTempFile;

use crate::fault::{Failure, Fault};

/// Refuses a path that something is at, unless it may be replaced: before anything is opened or asked.
pub(crate) fn check(path: &Path, force: bool) -> Result<(), Failure> {
    if !force && path.symlink_metadata().is_ok() { Err(exists(path)) } else { Ok(()) }
}

/// Has `fill` write a file beside `path` and renames it (`tempfile` makes files with mode 0600).
pub(crate) fn file<T>(
    path: &Path,
    force: bool,
    fill: impl FnOnce(&mut NamedTempFile) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder).map_err(|error| unwritten(path, &error))?;
    let filled = fill(&mut file)?;
    file.as_file().sync_all().map_err(|error| unwritten(path, &error))?;
    let placed = if force { file.persist(path) } else { file.persist_noclobber(path) };
    match placed {
        Ok(_) => Ok(filled),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(exists(path)),
        Err(error) => Err(unwritten(path, &error.error)),
    }
}

/// The file could not be written.
pub(crate) fn unwritten(path: &Path, error: &io::Error) -> Failure {
    Failure::io(Fault::Usage, format!("the file {} could not be written", path.display()), error)
}

fn exists(path: &Path) -> Failure {
    Failure::new(Fault::Exists, format!("there is a file {} already; it was left as it is", path.display()))
        .hint("--force replaces it")
}
