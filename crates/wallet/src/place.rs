//! Files that only their owner can read, in their place whole or not at all.

mod staging;

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use idw_files::{folder_of, sync_folder};
use staging::Staged;
pub(crate) use staging::remove_leftovers;

use crate::{Problem, StoreError, Unplaced};

/// Why a file is not where it was to go.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PlaceError {
    /// There is a file, and nobody said that it may be replaced.
    #[error("there is a file {} already; it was left as it is", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// What is there is no file.
    #[error("{} is {what}; it was left as it is, name a file", path.display())]
    NoFile {
        /// Where.
        path: PathBuf,
        /// What it is: "a folder".
        what: &'static str,
    },
    /// Nothing was written, and a file that was there is as it was.
    #[error("the file {} could not be written", path.display())]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It was written, but may be gone after a power cut; it does not count as exported.
    #[error("the file {} was written, but the system could not make sure that it is kept; write it again", path.display())]
    Unconfirmed {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It was written, but the wallet could not write that down; it does not count as exported.
    #[error("the file {} was written, but the wallet could not remember that; write it again", path.display())]
    Unrecorded {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: Box<StoreError>,
    },
}

impl PlaceError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Exists { .. } => Problem::Exists,
            Self::Unwritten { source, .. } if is_full(source) => Problem::Other,
            Self::NoFile { .. } | Self::Unwritten { .. } => Problem::Usage,
            Self::Unconfirmed { .. } => Problem::Other,
            Self::Unrecorded { source, .. } => source.problem(),
        }
    }

    /// The file could not be written.
    pub fn unwritten(path: &Path, source: io::Error) -> Self {
        Self::Unwritten { path: path.to_owned(), source }
    }
}

/// Has `fill` write a file, and gives it its name when it is whole and on the disk. With `replace` it takes the place of a
/// file that is there; never that of anything else.
///
/// Killed before that, it leaves nothing where the file system can make files without a name, and else a hidden file that
/// the next call for the same folder removes.
///
/// # Errors
/// What `fill` says, or why the file is not in its place. What was there is as it was then, but for
/// [`PlaceError::Unconfirmed`].
pub fn place_file<T, E>(path: &Path, replace: bool, fill: impl FnOnce(&mut File) -> Result<T, E>) -> Result<T, E>
where
    E: From<PlaceError>,
{
    check_place(path, replace)?;
    let folder = folder_of(path);
    remove_leftovers(folder);
    let unwritten = |source| PlaceError::unwritten(path, source);
    let mut staged = Staged::new_in(folder).map_err(unwritten)?;
    let filled = fill(staged.file())?;
    staged.file().sync_all().map_err(unwritten)?;
    match staged.place(path, replace) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(exists(path).into()),
        Err(error) => return Err(unwritten(error).into()),
    }
    sync_folder(folder).map_err(|source| PlaceError::Unconfirmed { path: path.to_owned(), source })?;
    Ok(filled)
}

/// The same for an export, which counts as one from when the file is in its place.
///
/// # Errors
/// As [`place_file`], and [`PlaceError::Unrecorded`].
pub fn place_export<T, E>(
    path: &Path,
    replace: bool,
    fill: impl FnOnce(&mut File) -> Result<Unplaced<T>, E>,
) -> Result<T, E>
where
    E: From<PlaceError>,
{
    let unplaced = place_file(path, replace, fill)?;
    unplaced.placed().map_err(|error| PlaceError::Unrecorded { path: path.to_owned(), source: Box::new(error) }.into())
}

/// Whether a file may be written there, as far as can be seen before it is.
///
/// # Errors
/// [`PlaceError::Exists`] and [`PlaceError::NoFile`].
pub fn check_place(path: &Path, replace: bool) -> Result<(), PlaceError> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::InvalidFilename => Err(PlaceError::unwritten(path, error)), // too long
        Err(_) => Ok(()), // not there; or the attempt to write it says why not
        Ok(there) if !there.is_file() => Err(no_file(path, &there)),
        Ok(_) if replace => Ok(()),
        Ok(_) => Err(exists(path)),
    }
}

fn exists(path: &Path) -> PlaceError {
    PlaceError::Exists { path: path.to_owned() }
}

fn no_file(path: &Path, there: &fs::Metadata) -> PlaceError {
    let what = match there.file_type() {
        kind if kind.is_dir() => "a folder",
        kind if kind.is_symlink() => "a link to elsewhere",
        _ => "no ordinary file",
    };
    PlaceError::NoFile { path: path.to_owned(), what }
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn write(path: &Path, replace: bool, text: &str) -> Result<(), PlaceError> {
        place_file(path, replace, |file| {
            file.write_all(text.as_bytes()).map_err(|error| PlaceError::unwritten(path, error))
        })
    }

    #[test]
    fn a_file_is_replaced_only_where_that_was_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        write(&path, false, "first").unwrap();
        assert!(matches!(write(&path, false, "second"), Err(PlaceError::Exists { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "first");
        write(&path, true, "third").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "third");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn until_it_is_whole_nothing_of_it_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        let failed = place_file(&path, false, |file| {
            file.write_all(b"half of it").unwrap();
            if cfg!(target_os = "linux") {
                assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "a killed process leaves nothing");
            }
            Err::<(), _>(PlaceError::unwritten(&path, io::ErrorKind::StorageFull.into()))
        });
        assert_eq!(failed.unwrap_err().problem(), Problem::Other);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    }

    #[test]
    fn the_longest_name_that_a_file_can_have_is_written_and_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("n".repeat(255));
        write(&path, false, "first").unwrap();
        write(&path, true, "second").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "second");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        for replace in [false, true] {
            write(&path, replace, "text").unwrap();
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o7777, 0o600);
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("target");
        fs::write(&target, "elsewhere").unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&target, &link).unwrap();
        let dir = folder.path().join("dir");
        fs::create_dir(&dir).unwrap();
        for path in [&link, &dir, Path::new("/dev/null")] {
            assert!(matches!(write(path, true, "text"), Err(PlaceError::NoFile { .. })), "{}", path.display());
        }
        assert!(link.is_symlink() && dir.is_dir() && !Path::new("/dev/null").is_file());
        assert_eq!(fs::read_to_string(&target).unwrap(), "elsewhere");
    }
}
