//! A name in a vault's folder, and all that is done to it.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::os::{self, Folder};
use super::{Expected, Found, Kind, OddEntry, Opening};

/// The end of the name under which the new bytes of a file are written before they take its name.
const TEMPORARY_SUFFIX: &str = ".new";

/// A name in the vault's folder, or in a folder in it.
///
/// It is no path on purpose: what the standard library opens by a path follows links.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The vault's folder, which may be a link that its user made.
    root: PathBuf,
    /// The folders below it that lead there.
    above: Vec<OsString>,
    name: OsString,
}

impl Place {
    /// A name directly in the vault's folder. For the layout alone: it knows the names.
    pub(crate) fn in_folder(root: &Path, name: impl Into<OsString>) -> Self {
        Self { root: root.to_owned(), above: Vec::new(), name: name.into() }
    }

    /// A name in the folder that this is.
    pub(crate) fn child(&self, name: impl Into<OsString>) -> Self {
        let name = name.into();
        debug_assert_eq!(Path::new(&name).components().count(), 1, "one name, not a path");
        let above = self.above.iter().chain([&self.name]).cloned().collect();
        Self { root: self.root.clone(), above, name }
    }

    pub(crate) fn name(&self) -> &OsStr {
        &self.name
    }

    /// The same with another name, in the same folder.
    pub(crate) fn renamed(&self, name: impl Into<OsString>) -> Self {
        Self { name: name.into(), ..self.clone() }
    }

    /// Where the new bytes of a file are written before they take its name.
    pub(crate) fn temporary(&self) -> Self {
        let mut name = self.name.clone();
        name.push(TEMPORARY_SUFFIX);
        self.renamed(name)
    }

    /// The name of which this is the temporary one, if it is.
    pub(crate) fn without_temporary(&self) -> Option<&str> {
        self.name.to_str()?.strip_suffix(TEMPORARY_SUFFIX)
    }

    /// Where it is, to be shown to people. Nothing is opened by it.
    pub(crate) fn shown(&self) -> PathBuf {
        self.root.iter().chain(self.above.iter().map(OsString::as_os_str)).chain([self.name()]).collect()
    }

    /// What is there, whatever it is; none where there is nothing.
    pub(crate) fn look(&self) -> io::Result<Option<Found>> {
        match self.folder() {
            Ok(folder) => folder.look(&self.name),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether anything is there, be it what it should be or not. What cannot be seen is not.
    pub(crate) fn is_there(&self) -> bool {
        matches!(self.look(), Ok(Some(_)))
    }

    /// Whether a folder is there, and not a link to one.
    pub(crate) fn is_folder(&self) -> bool {
        matches!(self.look(), Ok(Some(Found { kind: Kind::Folder, .. })))
    }

    /// Whether a file is there, and not a link to one.
    pub(crate) fn is_file(&self) -> bool {
        matches!(self.look(), Ok(Some(Found { kind: Kind::File, .. })))
    }

    /// What is there, if it is what it should be; none where there is nothing.
    pub(crate) fn check(&self, expected: Expected) -> io::Result<Option<Found>> {
        self.check_in(&self.folder_or_none()?, expected)
    }

    /// Opens a file to read it.
    pub(crate) fn open(&self) -> io::Result<File> {
        self.open_for(Opening::Read)
    }

    /// Opens a file to write over what is in it.
    pub(crate) fn open_in_place(&self) -> io::Result<File> {
        self.open_for(Opening::InPlace)
    }

    /// Opens a file to read it and to write over what is in it; makes an empty one where there is none.
    pub(crate) fn open_or_create(&self) -> io::Result<File> {
        self.open_for(Opening::InPlaceOrNew)
    }

    /// Makes a file that must not be there yet.
    pub(crate) fn create(&self) -> io::Result<File> {
        self.open_for(Opening::New)
    }

    /// Makes a file in the place of one that an interrupted attempt may have left.
    pub(crate) fn create_anew(&self) -> io::Result<File> {
        self.remove_if_there()?;
        self.create()
    }

    /// Whether this is the name of a file that is open. It is not when the file was removed or renamed meanwhile.
    pub(crate) fn is_of(&self, file: &File) -> io::Result<bool> {
        self.folder()?.has(&self.name, file)
    }

    /// Reads a whole file of at most `limit` bytes; `None` when it is not there.
    ///
    /// A longer file gives `limit + 1` bytes, so that the caller sees that it is too long.
    pub(crate) fn read_limited(&self, limit: u64) -> io::Result<Option<Vec<u8>>> {
        let file = match self.open() {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    /// Replaces a file as a whole: whatever happens, it has its old bytes or the new ones. Durable on return.
    pub(crate) fn replace(&self, bytes: &[u8]) -> io::Result<()> {
        self.check(Expected::File)?;
        let temporary = self.temporary();
        let written = temporary.create_anew().and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()?;
            temporary.move_to(self)
        });
        if written.is_err() {
            let _ = temporary.remove_if_there(); // the first error is the one that counts
        }
        written?;
        self.folder()?.sync()
    }

    /// Gives a file or folder another name; a file of that name is replaced.
    pub(crate) fn move_to(&self, to: &Self) -> io::Result<()> {
        let (from_folder, to_folder) = (self.folder()?, to.folder()?);
        let kind = from_folder.look(&self.name)?.ok_or(io::ErrorKind::NotFound)?.kind;
        let expected = if kind == Kind::Folder { Expected::Folder } else { Expected::File };
        self.check_in(&from_folder, expected)?;
        to.check_in(&to_folder, expected)?;
        from_folder.rename(&self.name, &to_folder, &to.name)
    }

    /// Moves a file or folder into another folder.
    pub(crate) fn move_into(&self, folder: &Self) -> io::Result<()> {
        self.move_to(&folder.child(&self.name))
    }

    /// Removes a file; one that is not there is fine.
    pub(crate) fn remove_if_there(&self) -> io::Result<()> {
        let folder = self.folder_or_none()?;
        match (self.check_in(&folder, Expected::File)?, folder) {
            (Some(_), Some(folder)) => ignore_missing(folder.remove_file(&self.name)),
            _ => Ok(()),
        }
    }

    /// Clears the way for a file: removes a folder that stands there, if there is nothing in it.
    pub(crate) fn remove_empty_folder(&self) -> io::Result<()> {
        if self.is_folder() { self.folder()?.remove_empty_dir(&self.name) } else { Ok(()) }
    }

    /// Makes a folder for the owner only.
    pub(crate) fn make_dir(&self) -> io::Result<()> {
        let folder = self.folder()?;
        self.check_in(&folder, Expected::Folder)?;
        folder.make_dir(&self.name)
    }

    /// Makes a folder for the owner only, unless it is there.
    pub(crate) fn make_dir_if_missing(&self) -> io::Result<()> {
        if self.check(Expected::Folder)?.is_some() { Ok(()) } else { self.make_dir() }
    }

    /// Takes a file or folder away from everybody but its owner.
    pub(crate) fn make_private(&self) -> io::Result<()> {
        if self.is_folder() { self.enter()?.make_private() } else { os::make_private(&self.open_in_place()?) }
    }

    /// Waits until the entries of the folder that this is are on the disk.
    pub(crate) fn sync_dir(&self) -> io::Result<()> {
        self.enter()?.sync()
    }

    /// What is in the folder that this is; nothing where there is none.
    pub(crate) fn entries(&self) -> io::Result<Vec<(Self, Kind)>> {
        let entries = match self.enter() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            folder => folder?.entries()?,
        };
        Ok(entries.into_iter().map(|(name, kind)| (self.child(name), kind)).collect())
    }

    /// The odd entry that this is, of a kind.
    pub(super) fn odd(&self, kind: super::OddKind) -> io::Error {
        OddEntry { path: self.shown(), kind }.into()
    }

    /// The folder that this is, held open.
    pub(super) fn enter(&self) -> io::Result<Folder> {
        self.enter_from(&self.folder()?)
    }

    /// The folder that this is in, held open.
    pub(super) fn folder(&self) -> io::Result<Folder> {
        let mut folder = Folder::open(&self.root)?;
        for depth in 0..self.above.len() {
            let step =
                Self { root: self.root.clone(), above: self.above[..depth].to_vec(), name: self.above[depth].clone() };
            folder = step.enter_from(&folder)?;
        }
        Ok(folder)
    }

    fn folder_or_none(&self) -> io::Result<Option<Folder>> {
        match self.folder() {
            Ok(folder) => Ok(Some(folder)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn enter_from(&self, above: &Folder) -> io::Result<Folder> {
        self.check_in(above, Expected::Folder)?;
        above.enter(&self.name).map_err(|error| self.odd_meanwhile(above, Expected::Folder, error))
    }

    fn check_in<'a>(&self, folder: impl Into<Option<&'a Folder>>, expected: Expected) -> io::Result<Option<Found>> {
        let Some(folder) = folder.into() else { return Ok(None) };
        let found = folder.look(&self.name)?;
        match found.map(|found| expected.check(found)) {
            Some(Err(kind)) => Err(self.odd(kind)),
            _ => Ok(found),
        }
    }

    fn open_for(&self, opening: Opening) -> io::Result<File> {
        let expected = if opening == Opening::Read { Expected::File } else { Expected::OwnFile };
        let folder = self.folder()?;
        self.check_in(&folder, expected)?;
        let opened = folder.open_file(&self.name, opening);
        let (file, found) = opened.map_err(|error| self.odd_meanwhile(&folder, expected, error))?;
        // What was looked at need not be what was opened: this is what counts, and nothing was written yet.
        expected.check(found).map_err(|kind| self.odd(kind))?;
        Ok(file)
    }

    /// Why something could not be opened: what has taken its place since it was looked at, if anything has.
    fn odd_meanwhile(&self, folder: &Folder, expected: Expected, error: io::Error) -> io::Error {
        match folder.look(&self.name) {
            Ok(Some(found)) => expected.check(found).err().map_or(error, |kind| self.odd(kind)),
            _ => error,
        }
    }
}

fn ignore_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn place() -> (tempfile::TempDir, Place) {
        let dir = tempfile::tempdir().unwrap();
        let place = Place::in_folder(dir.path(), "file");
        (dir, place)
    }

    #[test]
    fn a_replaced_file_has_the_new_bytes_and_leaves_no_other() {
        let (dir, place) = place();
        place.replace(b"old").unwrap();
        place.replace(b"new").unwrap();
        assert_eq!(place.read_limited(10).unwrap().unwrap(), b"new");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "a temporary file was left");
    }

    #[test]
    fn a_long_file_is_read_just_past_the_limit() {
        let (dir, place) = place();
        fs::write(place.shown(), [7; 100]).unwrap();
        assert_eq!(place.read_limited(10).unwrap().unwrap().len(), 11);
        assert!(Place::in_folder(dir.path(), "none").read_limited(10).unwrap().is_none());
    }

    #[test]
    fn a_folder_is_copied_overwritten_and_removed_with_all_in_it() {
        let (dir, place) = place();
        let copy = Place::in_folder(dir.path(), "copy");
        place.make_dir().unwrap();
        place.child("inner").make_dir().unwrap();
        fs::write(place.child("inner").child("deep").shown(), b"four").unwrap();
        fs::write(place.child("flat").shown(), b"six666").unwrap();
        place.copy_tree(&copy).unwrap();
        assert_eq!((copy.tree_bytes(), copy.files_bytes()), (10, 6));
        copy.overwrite_tree().unwrap();
        assert_eq!(fs::read(copy.child("inner").child("deep").shown()).unwrap(), [0; 4]);
        assert_eq!(fs::read(place.child("inner").child("deep").shown()).unwrap(), b"four");
        copy.remove_tree().unwrap();
        copy.remove_tree().expect("one that is not there is fine");
        assert!(!copy.is_there() && place.child("flat").is_file());
    }

    #[cfg(unix)]
    #[test]
    fn files_and_folders_are_the_owners() {
        use std::os::unix::fs::PermissionsExt;

        let (dir, file) = place();
        let folder = Place::in_folder(dir.path(), "folder");
        folder.make_dir().unwrap();
        file.replace(b"").unwrap();
        let mode = |place: &Place| fs::metadata(place.shown()).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));
        for (place, opened_up) in [(&file, 0o644), (&folder, 0o755)] {
            fs::set_permissions(place.shown(), fs::Permissions::from_mode(opened_up)).unwrap();
            place.make_private().unwrap();
        }
        assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));
    }
}
