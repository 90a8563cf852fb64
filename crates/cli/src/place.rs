//! Files that only their owner can read, in place whole or not at all.

use std::{
    fs::{self, File},
    io::{self, Seek as _},
    path::Path,
};

use tempfile::NamedTempFile;

use crate::{
    app::App,
    fault::{Failure, Fault},
};

/// Refuses a path that something is at, unless it is a file that may be replaced: before anything is opened or asked.
pub(crate) fn check(app: &App, path: &Path, force: bool) -> Result<(), Failure> {
    if is_within(path, &app.vault_dir()?) {
        let message =
            format!("{} is in the vault's own folder; nothing was written, name another place", path.display());
        return Err(Failure::usage(message));
    }
    look(path, force)
}

fn is_within(path: &Path, vault: &Path) -> bool {
    let Ok(vault) = vault.canonicalize() else { return false };
    folder_of(path).canonicalize().is_ok_and(|folder| folder.starts_with(vault))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn look(path: &Path, force: bool) -> Result<(), Failure> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::InvalidFilename => Err(unwritten(path, &error)), // too long
        Err(_) => Ok(()), // not there; or the attempt to write it says why not
        Ok(there) if !there.is_file() => Err(no_file(path, &there)),
        Ok(_) if force => Ok(()),
        Ok(_) => Err(exists(path)),
    }
}

/// Has `fill` write a file that has no name yet, and gives it its own. Killed before that, it leaves nothing where the
/// file system can make files without a name, and else one beside `path` whose name begins with ".tmp".
pub(crate) fn file<T>(
    path: &Path,
    force: bool,
    fill: impl FnOnce(&mut File) -> Result<T, Failure>,
) -> Result<T, Failure> {
    look(path, force)?;
    let folder = folder_of(path);
    let mut unplaced = Unplaced::new_in(folder).map_err(|error| unwritten(path, &error))?;
    let filled = fill(unplaced.file())?;
    unplaced.file().sync_all().map_err(|error| unwritten(path, &error))?;
    match unplaced.place(folder, path, force) {
        Ok(()) => Ok(filled),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(exists(path)),
        Err(error) => Err(unwritten(path, &error)),
    }
}

/// The file could not be written.
pub(crate) fn unwritten(path: &Path, error: &io::Error) -> Failure {
    Failure::io(Fault::Usage, format!("the file {} could not be written", path.display()), error)
}

/// A new file with mode 0600.
enum Unplaced {
    #[cfg(target_os = "linux")]
    Nameless(File),
    Named(NamedTempFile),
}

impl Unplaced {
    fn new_in(folder: &Path) -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        if let Ok(file) = nameless::create(folder) {
            return Ok(Self::Nameless(file)); // not every file system can, and what else is wrong shows below too
        }
        NamedTempFile::new_in(folder).map(Self::Named)
    }

    fn file(&mut self) -> &mut File {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => file,
            Self::Named(file) => file.as_file_mut(),
        }
    }

    fn place(self, folder: &Path, path: &Path, replace: bool) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => match place_nameless(&file, folder, path, replace) {
                // Some file systems can make files without a name, and give them none: not every system says so in the
                // same way. One with another cause comes again.
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    Self::copied(file, folder)?.place(folder, path, replace)
                }
                placed => placed,
            },
            Self::Named(file) if replace => Ok(file.persist(path).map(drop)?),
            Self::Named(file) => idw_files::place_new(file.into_temp_path(), path),
        }
    }

    /// The same bytes in a file that has a name already.
    #[cfg(target_os = "linux")]
    fn copied(mut nameless: File, folder: &Path) -> io::Result<Self> {
        let mut named = NamedTempFile::new_in(folder)?;
        nameless.rewind()?;
        io::copy(&mut nameless, named.as_file_mut())?;
        named.as_file().sync_all()?;
        Ok(Self::Named(named))
    }
}

#[cfg(target_os = "linux")]
fn place_nameless(file: &File, folder: &Path, path: &Path, replace: bool) -> io::Result<()> {
    if !replace || path.symlink_metadata().is_err() {
        return nameless::link(file, path);
    }
    // A name can be taken over only by renaming what has one: the folder is there to get a free one.
    let between = tempfile::Builder::new().tempdir_in(folder)?;
    let named = between.path().join("file");
    nameless::link(file, &named)?;
    fs::rename(&named, path)
}

/// Files that are gone with the process until they get a name (`O_TMPFILE`, see open(2)).
#[cfg(target_os = "linux")]
mod nameless {
    use std::{fs::File, io, os::fd::AsRawFd as _, path::Path};

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, openat};

    pub(super) fn create(folder: &Path) -> io::Result<File> {
        let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
        Ok(openat(CWD, folder, flags, Mode::RUSR | Mode::WUSR)?.into())
    }

    pub(super) fn link(file: &File, path: &Path) -> io::Result<()> {
        let open = format!("/proc/self/fd/{}", file.as_raw_fd());
        Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
    }
}

fn exists(path: &Path) -> Failure {
    Failure::new(Fault::Exists, format!("there is a file {} already; it was left as it is", path.display()))
        .hint("--force replaces it")
}

fn no_file(path: &Path, there: &fs::Metadata) -> Failure {
    let what = match there.file_type() {
        kind if kind.is_dir() => "a folder",
        kind if kind.is_symlink() => "a link to elsewhere",
        _ => "no ordinary file",
    };
    Failure::new(Fault::Usage, format!("{} is {what}; it was left as it is, name a file", path.display()))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn write(path: &Path, force: bool, text: &str) -> Result<(), Failure> {
        file(path, force, |file| file.write_all(text.as_bytes()).map_err(|error| unwritten(path, &error)))
    }

    #[test]
    fn a_file_is_replaced_only_where_that_was_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        write(&path, false, "first").unwrap();
        assert!(write(&path, false, "second").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "first");
        write(&path, true, "third").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "third");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn until_it_is_whole_nothing_of_it_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        let failed = file(&path, false, |file| {
            file.write_all(b"half of it").unwrap();
            if cfg!(target_os = "linux") {
                assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "a killed process leaves nothing");
            }
            Err::<(), _>(Failure::usage("no more"))
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    }

    #[test]
    fn the_vault_is_no_place_for_files() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("vault");
        fs::create_dir_all(vault.join("db")).unwrap();
        let check =
            |path: &str, expected: bool| assert_eq!(is_within(&folder.path().join(path), &vault), expected, "{path}");
        check("vault/vault.header", true);
        check("vault/db/new", true);
        check("vault/../vault/lock", true);
        check("vault.json", false);
        check("vault-2/export.json", false);
        assert!(!is_within(Path::new("export.json"), &folder.path().join("nowhere")));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_can_be_given_no_name_is_copied_into_one_that_has_one() {
        let folder = tempfile::tempdir().unwrap();
        let Ok(mut nameless) = nameless::create(folder.path()) else { return };
        nameless.write_all(b"text").unwrap();
        let path = folder.path().join("export.json");
        Unplaced::copied(nameless, folder.path()).unwrap().place(folder.path(), &path, false).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "text");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        for force in [false, true] {
            write(&path, force, "text").unwrap();
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
            assert!(write(path, true, "text").is_err(), "{}", path.display());
        }
        assert!(link.is_symlink() && dir.is_dir() && !Path::new("/dev/null").is_file());
        assert_eq!(fs::read_to_string(&target).unwrap(), "elsewhere");
    }
}
