//! Where a file is until it gets its name.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

use tempfile::NamedTempFile;

use super::IfExists;

/// How the name begins of a file that is not in its place yet, and how it ends.
const PREFIX: &str = ".idw-";
const SUFFIX: &str = ".part";
/// Letters and digits in between.
const RANDOM_CHARS: usize = 12;

/// A new file with mode 0600. Dropped before it is placed, it is gone.
///
/// While it has a name of its own it is locked, which tells it from what a killed process left.
pub(super) enum Staged {
    /// Gone with the process until it gets a name.
    #[cfg(target_os = "linux")]
    Nameless(File),
    Named(NamedTempFile),
}

impl Staged {
    pub(super) fn new_in(folder: &Path) -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        if let Ok(file) = nameless::create(folder) {
            lock(&file);
            return Ok(Self::Nameless(file)); // not every file system can, and what else is wrong shows below too
        }
        named(folder).map(Self::Named)
    }

    pub(super) fn file(&mut self) -> &mut File {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => file,
            Self::Named(file) => file.as_file_mut(),
        }
    }

    /// Gives it its name.
    pub(super) fn place(self, path: &Path, if_exists: IfExists) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => match nameless::place(&file, path, if_exists) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
                // Without hard links, or without /proc, a nameless file stays nameless.
                Err(_) => place_named(with_name(file, path)?, path, if_exists),
                placed => placed,
            },
            Self::Named(file) => place_named(file, path, if_exists),
        }
    }
}

/// Removes what killed processes left in a folder: files of exactly the names that are given here, which nobody holds
/// locked. What cannot be removed stays.
pub(crate) fn remove_leftovers(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let is_staged = entry.file_name().to_str().is_some_and(is_staged);
        if is_file && is_staged && is_abandoned(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_staged(name: &str) -> bool {
    let random = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    random.is_some_and(|random| random.len() == RANDOM_CHARS && random.bytes().all(|c| c.is_ascii_alphanumeric()))
}

fn is_abandoned(staged: &Path) -> bool {
    File::options().write(true).open(staged).is_ok_and(|file| file.try_lock().is_ok())
}

/// For as long as this process has it open. Where files cannot be locked, none counts as abandoned either.
fn lock(file: &File) {
    let _ = file.try_lock();
}

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(RANDOM_CHARS);
    builder
}

fn named(folder: &Path) -> io::Result<NamedTempFile> {
    let file = builder().tempfile_in(folder)?;
    lock(file.as_file());
    Ok(file)
}

fn place_named(file: NamedTempFile, path: &Path, if_exists: IfExists) -> io::Result<()> {
    if if_exists == IfExists::Replace {
        return Ok(file.persist(path).map(drop)?);
    }
    idw_files::place_new(file.into_temp_path(), path)
}

/// The same bytes in a file that has a name.
#[cfg(target_os = "linux")]
fn with_name(mut nameless: File, path: &Path) -> io::Result<NamedTempFile> {
    use std::io::{Seek as _, SeekFrom};

    let mut named = named(idw_files::folder_of(path))?;
    nameless.seek(SeekFrom::Start(0))?;
    io::copy(&mut nameless, named.as_file_mut())?;
    named.as_file().sync_all()?;
    Ok(named)
}

/// Files that are gone with the process until they get a name (`O_TMPFILE`, see open(2)).
#[cfg(target_os = "linux")]
mod nameless {
    use std::{fs::File, io, os::fd::AsRawFd as _, path::Path};

    use super::IfExists;
    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, openat};

    pub(super) fn create(folder: &Path) -> io::Result<File> {
        let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
        Ok(openat(CWD, folder, flags, Mode::RUSR | Mode::WUSR)?.into())
    }

    pub(super) fn place(file: &File, path: &Path, if_exists: IfExists) -> io::Result<()> {
        match link(file, path) {
            Err(error) if if_exists == IfExists::Replace && error.kind() == io::ErrorKind::AlreadyExists => {}
            linked => return linked,
        }
        // A name can be taken over only by renaming what has one.
        let named = super::builder().make_in(idw_files::folder_of(path), |between| link(file, between))?;
        named.persist(path).map_err(|error| error.error)
    }

    fn link(file: &File, path: &Path) -> io::Result<()> {
        let open = format!("/proc/self/fd/{}", file.as_raw_fd());
        Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_leftovers_are_removed_and_none_that_is_in_use() {
        let folder = tempfile::tempdir().unwrap();
        let in_folder = |name: &str| folder.path().join(name);
        let others =
            ["key.json", ".idw-short.part", ".idw-AbCdEf123456.par", ".key.AbC123.part", ".idw-AbCdEf12345_.part"];
        for name in others {
            fs::write(in_folder(name), "theirs").unwrap();
        }
        fs::create_dir(in_folder(".idw-AbCdEf123457.part")).unwrap();
        fs::write(in_folder(".idw-AbCdEf123456.part"), "left").unwrap();
        let in_use = named(folder.path()).unwrap();
        remove_leftovers(folder.path());
        assert!(!in_folder(".idw-AbCdEf123456.part").exists(), "what a killed process left is gone");
        assert!(in_use.path().exists(), "what is being written stays");
        assert!(others.iter().all(|name| in_folder(name).exists()) && in_folder(".idw-AbCdEf123457.part").is_dir());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_nameless_file_that_gets_no_name_is_copied_to_one_that_has() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key.json");
        let mut file = nameless::create(folder.path()).unwrap();
        io::Write::write_all(&mut file, b"text").unwrap();
        place_named(with_name(file, &path).unwrap(), &path, IfExists::Refuse).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "text");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left");
    }
}
