//! A folder that is held open. Names in it are reached without following a link, also when one takes a name's place
//! between a look at it and its use.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags};
use rustix::io::Errno;

use super::{Found, Kind, Opening};

const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);
const FOR_THE_OWNER: Mode = Mode::RWXU;
const FILE_FOR_THE_OWNER: Mode = Mode::RUSR.union(Mode::WUSR);

pub(super) struct Folder(OwnedFd);

impl Folder {
    /// The vault's own folder. Its user may have a link to it.
    pub(super) fn open(dir: &Path) -> io::Result<Self> {
        Ok(Self(rustix::fs::open(dir, FOLDER, Mode::empty())?))
    }

    /// A folder in this one. A link gives an error, which is any.
    pub(super) fn enter(&self, name: &OsStr) -> io::Result<Self> {
        Ok(Self(rustix::fs::openat(&self.0, name, FOLDER.union(OFlags::NOFOLLOW), Mode::empty())?))
    }

    /// What a name stands for itself; none where there is nothing.
    pub(super) fn look(&self, name: &OsStr) -> io::Result<Option<Found>> {
        match rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(found(&stat))),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Opens a file, and says what was opened. A pipe is not waited for.
    pub(super) fn open_file(&self, name: &OsStr, opening: Opening) -> io::Result<(File, Found)> {
        let how = match opening {
            Opening::Read => OFlags::RDONLY,
            Opening::InPlace => OFlags::WRONLY,
            Opening::InPlaceOrNew => OFlags::RDWR | OFlags::CREATE,
            Opening::New => OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL,
        };
        let flags = how | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
        let file = rustix::fs::openat(&self.0, name, flags, FILE_FOR_THE_OWNER)?;
        let found = found(&rustix::fs::fstat(&file)?);
        Ok((file.into(), found))
    }

    /// Whether a name leads to a file that is open. It does not when the file was removed or renamed meanwhile.
    pub(super) fn has(&self, name: &OsStr, file: &File) -> io::Result<bool> {
        let open = rustix::fs::fstat(file)?;
        match rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(named) => Ok((named.st_dev, named.st_ino) == (open.st_dev, open.st_ino)),
            Err(Errno::NOENT) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    pub(super) fn make_dir(&self, name: &OsStr) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(&self.0, name, FOR_THE_OWNER)?)
    }

    pub(super) fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    pub(super) fn remove_empty_dir(&self, name: &OsStr) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.0, name, AtFlags::REMOVEDIR)?)
    }

    pub(super) fn rename(&self, name: &OsStr, to: &Self, new_name: &OsStr) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.0, name, &to.0, new_name)?)
    }

    /// All names in the folder, with what stands there.
    pub(super) fn entries(&self) -> io::Result<Vec<(OsString, Kind)>> {
        let mut entries = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                FileType::Unknown => self.look(name)?.map(|found| found.kind), // some file systems do not say
                told => Some(kind_of(told)),
            };
            entries.extend(kind.map(|kind| (name.to_owned(), kind)));
        }
        Ok(entries)
    }

    /// Takes the folder away from everybody but its owner.
    pub(super) fn make_private(&self) -> io::Result<()> {
        set_permissions(&self.0, FOR_THE_OWNER)
    }

    /// Waits until the entries, as opposed to the files, are on the disk; where the file system can be told to.
    pub(super) fn sync(&self) -> io::Result<()> {
        match rustix::fs::fsync(&self.0) {
            Err(Errno::INVAL | Errno::OPNOTSUPP | Errno::NOSYS) => Ok(()),
            synced => Ok(synced?),
        }
    }
}

/// Takes a file away from everybody but its owner.
pub(super) fn make_private(file: &File) -> io::Result<()> {
    set_permissions(file, FILE_FOR_THE_OWNER)
}

/// Some file systems know no permissions: whoever mounted them decided who gets in, and what is in the files is sealed.
fn set_permissions(file: impl AsFd, wanted: Mode) -> io::Result<()> {
    if has_permissions(&rustix::fs::fstat(&file)?, wanted) {
        return Ok(());
    }
    match rustix::fs::fchmod(&file, wanted) {
        Err(error @ (Errno::PERM | Errno::OPNOTSUPP | Errno::NOSYS)) => {
            tracing::warn!(%error, "others may be able to see the vault's files: their permissions cannot be changed");
            Ok(())
        }
        changed => Ok(changed?),
    }
}

pub(super) fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, at)
}

/// Makes the vault's own folder, or one that is to become it; its parents must be there.
pub(super) fn make_private_root(dir: &Path) -> io::Result<()> {
    Ok(rustix::fs::mkdir(dir, FOR_THE_OWNER)?)
}

fn found(stat: &rustix::fs::Stat) -> Found {
    Found {
        kind: kind_of(FileType::from_raw_mode(stat.st_mode)),
        len: stat.st_size.try_into().unwrap_or_default(), // never below 0
        has_other_names: stat.st_nlink > 1,
    }
}

/// Whether nobody has other permissions than these.
fn has_permissions(stat: &rustix::fs::Stat, wanted: Mode) -> bool {
    let of_anybody = Mode::RWXU | Mode::RWXG | Mode::RWXO;
    Mode::from_raw_mode(stat.st_mode).intersection(of_anybody) == wanted
}

fn kind_of(file_type: FileType) -> Kind {
    match file_type {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Folder,
        FileType::Symlink => Kind::Link,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    /// Whoever looks at a name first may find another thing there when it opens it.
    #[test]
    fn a_link_is_not_followed_though_nobody_looked_at_it_before() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("folder/inner")).unwrap();
        fs::write(dir.path().join("file"), b"old").unwrap();
        symlink("file", dir.path().join("to-file")).unwrap();
        symlink("folder", dir.path().join("to-folder")).unwrap();
        symlink("nothing", dir.path().join("to-nothing")).unwrap();
        let folder = Folder::open(dir.path()).unwrap();
        for name in ["to-file", "to-folder", "to-nothing"].map(OsStr::new) {
            for opening in [Opening::Read, Opening::InPlace, Opening::InPlaceOrNew, Opening::New] {
                assert!(folder.open_file(name, opening).is_err(), "{name:?} opened for {opening:?}");
            }
            assert!(folder.enter(name).is_err(), "{name:?} entered");
            assert_eq!(folder.look(name).unwrap().unwrap().kind, Kind::Link);
        }
        folder.rename(OsStr::new("to-folder"), &folder, OsStr::new("other")).unwrap();
        folder.remove_file(OsStr::new("other")).unwrap();
        assert!(dir.path().join("folder/inner").is_dir() && !dir.path().join("nothing").exists());
        assert_eq!(fs::read(dir.path().join("file")).unwrap(), b"old");
    }
}
