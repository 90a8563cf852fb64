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

/// What stands where a file was to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAFile {
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A device, a pipe or a socket.
    Other,
}

/// Why a file is not where it was to go.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// There is a file, and nobody said that it may be replaced.
    #[error("the file {} exists already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// What is there is no file.
    #[error("{} is not an ordinary file ({what:?})", path.display())]
    NoFile {
        /// Where.
        path: PathBuf,
        /// What it is.
        what: NotAFile,
    },
    /// It is in the vault's own folder.
    #[error("{} is in the vault's own folder", path.display())]
    InVault {
        /// Where.
        path: PathBuf,
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
    #[error("the file {} was written, but not synced to the disk", path.display())]
    Unconfirmed {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It was written, but the wallet could not write that down; it does not count as exported.
    #[error("the file {} was written, but not recorded in the vault", path.display())]
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
            Self::NoFile { .. } | Self::InVault { .. } | Self::Unwritten { .. } => Problem::Usage,
            Self::Unconfirmed { .. } => Problem::Other,
            Self::Unrecorded { source, .. } => source.problem(),
        }
    }

    /// The file could not be written.
    pub fn unwritten(path: &Path, source: io::Error) -> Self {
        Self::Unwritten { path: path.to_owned(), source }
    }
}

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfExists {
    /// It stays as it is, and nothing is written.
    Refuse,
    /// A whole new file takes its place.
    Replace,
}

impl IfExists {
    /// [`Replace`](Self::Replace) only if the user said so.
    pub fn replace_if(said_so: bool) -> Self {
        if said_so { Self::Replace } else { Self::Refuse }
    }
}

/// Where a file goes that the user wants written. It gets its name when it is whole and on the disk, and only its owner can
/// read it. It may take the place of another file, if the user said so; never that of anything else, and never one in the
/// vault's own folder.
#[derive(Clone, Debug)]
pub struct FilePlace {
    path: PathBuf,
    vault: PathBuf,
    if_exists: IfExists,
}

impl FilePlace {
    /// Looks whether a file may be written there, as far as can be seen before it is. `vault` is the vault's folder.
    ///
    /// # Errors
    /// [`PlaceError::InVault`], [`PlaceError::Exists`] and [`PlaceError::NoFile`].
    pub fn new(path: &Path, vault: &Path, if_exists: IfExists) -> Result<Self, PlaceError> {
        let place = Self { path: path.to_owned(), vault: vault.to_owned(), if_exists };
        place.check()?;
        Ok(place)
    }

    /// Has `fill` write a file, and gives it its name.
    ///
    /// Killed before that, it leaves nothing where the file system can make files without a name, and else a hidden file
    /// that the next call for the same folder removes.
    ///
    /// # Errors
    /// What `fill` says, or why the file is not in its place. What was there is as it was then, but for
    /// [`PlaceError::Unconfirmed`].
    pub fn write<T, E>(&self, fill: impl FnOnce(&mut File) -> Result<T, E>) -> Result<T, E>
    where
        E: From<PlaceError>,
    {
        self.check()?;
        let folder = folder_of(&self.path);
        remove_leftovers(folder);
        let unwritten = |source| PlaceError::unwritten(&self.path, source);
        let mut staged = Staged::new_in(folder).map_err(unwritten)?;
        let filled = fill(staged.file())?;
        staged.file().sync_all().map_err(unwritten)?;
        match staged.place(&self.path, self.if_exists) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(exists(&self.path).into()),
            Err(error) => return Err(unwritten(error).into()),
        }
        sync_folder(folder).map_err(|source| PlaceError::Unconfirmed { path: self.path.clone(), source })?;
        Ok(filled)
    }

    /// The same for an export, which counts as one from when the file is in its place.
    ///
    /// # Errors
    /// As [`write`](Self::write), and [`PlaceError::Unrecorded`].
    pub fn export<T, E>(&self, fill: impl FnOnce(&mut File) -> Result<Unplaced<T>, E>) -> Result<T, E>
    where
        E: From<PlaceError>,
    {
        let unrecorded = |error| PlaceError::Unrecorded { path: self.path.clone(), source: Box::new(error) }.into();
        self.write(fill)?.placed().map_err(unrecorded)
    }

    fn check(&self) -> Result<(), PlaceError> {
        refuse_in_vault(&self.path, &self.vault)?;
        match self.path.symlink_metadata() {
            // Too long.
            Err(error) if error.kind() == io::ErrorKind::InvalidFilename => {
                Err(PlaceError::unwritten(&self.path, error))
            }
            // Not there; or the attempt to write it says why not.
            Err(_) => Ok(()),
            Ok(there) if !there.is_file() => Err(no_file(&self.path, &there)),
            Ok(_) => match self.if_exists {
                IfExists::Replace => Ok(()),
                IfExists::Refuse => Err(exists(&self.path)),
            },
        }
    }
}

/// Nothing but the vault's own files belongs into its folder: one of them could be replaced, and what is odd there is told.
pub(crate) fn refuse_in_vault(path: &Path, vault: &Path) -> Result<(), PlaceError> {
    // There may be no vault yet, or no such folder: then the file is in no vault.
    let Ok(vault) = vault.canonicalize() else { return Ok(()) };
    match folder_of(path).canonicalize() {
        Ok(folder) if folder.starts_with(vault) => Err(PlaceError::InVault { path: path.to_owned() }),
        _ => Ok(()),
    }
}

fn exists(path: &Path) -> PlaceError {
    PlaceError::Exists { path: path.to_owned() }
}

fn no_file(path: &Path, there: &fs::Metadata) -> PlaceError {
    let what = match there.file_type() {
        kind if kind.is_dir() => NotAFile::Folder,
        kind if kind.is_symlink() => NotAFile::Link,
        _ => NotAFile::Other,
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

    const NO_VAULT: &str = "/no/vault";

    fn write(path: &Path, if_exists: IfExists, text: &str) -> Result<(), PlaceError> {
        FilePlace::new(path, Path::new(NO_VAULT), if_exists)?
            .write(|file| file.write_all(text.as_bytes()).map_err(|error| PlaceError::unwritten(path, error)))
    }

    #[test]
    fn the_vault_is_no_place_for_files() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("vault");
        fs::create_dir_all(vault.join("db")).unwrap();
        fs::write(vault.join("vault.header"), "the header").unwrap();
        let check = |path: &str, expected: bool| {
            let path = folder.path().join(path);
            let place = FilePlace::new(&path, &vault, IfExists::Replace);
            assert_eq!(matches!(place, Err(PlaceError::InVault { .. })), expected, "{}", path.display());
            // A folder that was moved into the vault meanwhile is found before anything is written.
            let place = FilePlace { path: path.clone(), vault: vault.clone(), if_exists: IfExists::Replace };
            let written = place.write(|_| Ok::<_, PlaceError>(()));
            assert_eq!(matches!(written, Err(PlaceError::InVault { .. })), expected, "{}", path.display());
        };
        check("vault/vault.header", true);
        check("vault/db/new", true);
        check("vault/../vault/lock", true);
        check("vault.json", false);
        assert_eq!(fs::read_to_string(vault.join("vault.header")).unwrap(), "the header");
        let elsewhere = FilePlace::new(Path::new("export.json"), &folder.path().join("nowhere"), IfExists::Refuse);
        assert!(elsewhere.is_ok(), "there is no vault yet: {elsewhere:?}");
    }

    #[test]
    fn a_file_is_replaced_only_where_that_was_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        write(&path, IfExists::Refuse, "first").unwrap();
        assert!(matches!(write(&path, IfExists::Refuse, "second"), Err(PlaceError::Exists { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "first");
        write(&path, IfExists::Replace, "third").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "third");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn until_it_is_whole_nothing_of_it_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        let place = FilePlace::new(&path, Path::new(NO_VAULT), IfExists::Refuse).unwrap();
        let failed = place.write(|file| {
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
        write(&path, IfExists::Refuse, "first").unwrap();
        write(&path, IfExists::Replace, "second").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "second");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        for if_exists in [IfExists::Refuse, IfExists::Replace] {
            write(&path, if_exists, "text").unwrap();
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
            assert!(
                matches!(write(path, IfExists::Replace, "text"), Err(PlaceError::NoFile { .. })),
                "{}",
                path.display()
            );
        }
        assert!(link.is_symlink() && dir.is_dir() && !Path::new("/dev/null").is_file());
        assert_eq!(fs::read_to_string(&target).unwrap(), "elsewhere");
    }
}
