//! A file that grows while others may read it, and is whole at every moment.

use std::{
    fs::{self, Metadata},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::TempPath;

use crate::{begin_part, place_new};

/// A file that this process made and replaces by a newer one again and again, each whole. Only its owner can read it.
///
/// Each newer one is written beside it and takes its name by a rename. Writing into the file itself would be less work, but a
/// process can be killed in the middle of any write that is longer than a page of memory, and a full disk cuts one off
/// too: then the file would be half of what it was to be. With a rename it is the old one or the new one.
///
/// The system is not asked to put it onto the disk each time, which would take too long: after a power cut an older one may
/// be there, or an empty one.
#[derive(Debug)]
pub struct OwnFile {
    path: PathBuf,
    /// Kept open on Unix, so that no other file gets its number.
    #[cfg(unix)]
    current: fs::File,
}

impl OwnFile {
    /// Makes it. The name must be free: a link counts as a file, wherever it leads.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`], and whatever the file system says. Nothing is there then that was not before.
    pub fn create(path: &Path, bytes: &[u8]) -> io::Result<Self> {
        let part = Part::filled(path, bytes)?;
        place_new(part.path, path)?;
        Ok(Self {
            path: path.to_owned(),
            #[cfg(unix)]
            current: part.file,
        })
    }

    /// Replaces it by these bytes.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`] where it was moved or removed, or another file took its place, and whatever the file system
    /// says. What is there is as it was then.
    pub fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        let part = Part::filled(&self.path, bytes)?;
        // Somebody can put a file there between this look and the rename. That moment cannot be avoided: no rename replaces
        // only a certain file.
        if !self.is_there(&fs::symlink_metadata(&self.path)?)? {
            return Err(io::Error::new(io::ErrorKind::NotFound, "another file took its place"));
        }
        part.path.persist(&self.path).map_err(|failed| failed.error)?;
        #[cfg(unix)]
        {
            self.current = part.file;
        }
        Ok(())
    }

    #[cfg(unix)]
    fn is_there(&self, there: &Metadata) -> io::Result<bool> {
        use std::os::unix::fs::MetadataExt as _;

        let own = self.current.metadata()?;
        Ok((own.dev(), own.ino()) == (there.dev(), there.ino()))
    }

    /// The standard library cannot tell files apart here.
    #[cfg(not(unix))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as it is on Unix")]
    fn is_there(&self, there: &Metadata) -> io::Result<bool> {
        Ok(there.is_file())
    }
}

/// What is to take the name. On Windows the file is closed before that: one that is open and locked could not be read.
struct Part {
    path: TempPath,
    #[cfg(unix)]
    file: fs::File,
}

impl Part {
    fn filled(path: &Path, bytes: &[u8]) -> io::Result<Self> {
        let mut part = begin_part(path)?;
        part.write_all(bytes)?;
        #[cfg_attr(not(unix), expect(unused_variables, reason = "it is closed here"))]
        let (file, path) = part.into_parts();
        Ok(Self {
            path,
            #[cfg(unix)]
            file,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_in(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn it_is_replaced_as_often_as_needed_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trace.har");
        let mut own = OwnFile::create(&path, b"0").unwrap();
        for text in ["0, 1", "0, 1, 2", ""] {
            own.replace(text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(names_in(folder.path()), 1);
    }

    #[test]
    fn a_file_that_is_there_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trace.har");
        fs::write(&path, "mine").unwrap();
        assert_eq!(OwnFile::create(&path, b"0").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        assert_eq!(names_in(folder.path()), 1);
    }

    #[test]
    fn what_took_its_place_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trace.har");
        let mut own = OwnFile::create(&path, b"0").unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(own.replace(b"0, 1").unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(!path.exists());
        if cfg!(unix) {
            fs::write(&path, "mine").unwrap();
            assert_eq!(own.replace(b"0, 1").unwrap_err().kind(), io::ErrorKind::NotFound);
            assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        }
    }

    #[cfg(unix)]
    #[test]
    fn it_is_for_its_owner_alone_and_follows_no_link() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("trace.har"), folder.path().join("link"));
        symlink(&path, &link).unwrap();
        assert_eq!(OwnFile::create(&link, b"0").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert!(!path.exists(), "the link leads to nothing, and still does");
        let mut own = OwnFile::create(&path, b"0").unwrap();
        own.replace(b"0, 1").unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        fs::remove_file(&path).unwrap();
        symlink(folder.path().join("elsewhere"), &path).unwrap();
        own.replace(b"0, 1, 2").unwrap_err();
        assert!(!folder.path().join("elsewhere").exists());
    }
}
