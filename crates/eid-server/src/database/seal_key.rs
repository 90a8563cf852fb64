//! The file with the key that everything is sealed with, `seal.key` in the data folder.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::error::DatabaseError;
use super::seal::{KEY_LEN_BYTES, Seal};

/// Its name in the data folder.
pub(crate) const FILE_NAME: &str = "seal.key";
/// No key file is longer: 44 characters and a line break of two.
const MOST_BYTES: u64 = 46;

/// The key of a database that is sealed already, told by its fingerprint.
pub(super) fn read(data_dir: &Path, fingerprint: &[u8]) -> Result<Seal, DatabaseError> {
    let path = data_dir.join(FILE_NAME);
    let seal = read_file(&path)?.ok_or_else(|| DatabaseError::SealKeyMissing(path.clone()))?;
    if seal.fingerprint() == fingerprint { Ok(seal) } else { Err(DatabaseError::SealKeyWrong(path)) }
}

/// The key for a new database: the one that is there, or a random one. It is on the disk when this returns.
pub(super) fn read_or_make(data_dir: &Path) -> Result<Seal, DatabaseError> {
    let path = data_dir.join(FILE_NAME);
    if let Some(seal) = read_file(&path)? {
        return Ok(seal);
    }
    let mut key = Zeroizing::new([0; KEY_LEN_BYTES]);
    getrandom::fill(&mut *key)?;
    let text = Zeroizing::new(format!("{}\n", STANDARD.encode(*key)));
    match put_in_place(data_dir, &path, text.as_bytes()) {
        // Another process was faster, and its key counts.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        put => put.map_err(|source| failed("the key could not be written to", &path, source))?,
    }
    read_file(&path)?.ok_or(DatabaseError::SealKeyMissing(path))
}

/// `None` where there is no file.
fn read_file(path: &Path) -> Result<Option<Seal>, DatabaseError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(failed("the key could not be read from", path, source)),
    };
    check_mode(&file, path)?;
    let mut text = Zeroizing::new(String::with_capacity(64));
    let read = file.take(MOST_BYTES + 1).read_to_string(&mut text);
    read.map_err(|source| failed("the key could not be read from", path, source))?;
    let damaged = || DatabaseError::SealKeyDamaged(path.to_owned());
    let bytes = Zeroizing::new(STANDARD.decode(text.trim_end_matches(['\r', '\n'])).map_err(|_| damaged())?);
    let key: &[u8; KEY_LEN_BYTES] = bytes.as_slice().try_into().map_err(|_| damaged())?;
    Ok(Some(Seal::new(key)))
}

#[cfg(unix)]
fn check_mode(file: &File, path: &Path) -> Result<(), DatabaseError> {
    use std::os::unix::fs::PermissionsExt as _;

    let metadata = file.metadata().map_err(|source| failed("the key could not be read from", path, source))?;
    let others = metadata.permissions().mode() & 0o077;
    if others == 0 { Ok(()) } else { Err(DatabaseError::OthersCanRead(path.to_owned())) }
}

/// Other systems have no modes; what is in the folder of one user is closed to others there.
#[cfg(not(unix))]
fn check_mode(_: &File, _: &Path) -> Result<(), DatabaseError> {
    Ok(())
}

/// Whole, readable by its owner alone, and never over a key that is there.
fn put_in_place(data_dir: &Path, path: &Path, text: &[u8]) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(data_dir)?;
    file.write_all(text)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    sync_folder(data_dir)
}

/// So that the name is on the disk as well.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes the data folder, where other users of the machine cannot look into it; one that is there stays as it is.
pub(super) fn make_folder(folder: &Path) -> Result<(), DatabaseError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| failed("the data folder could not be made:", folder, source))
}

fn failed(what: &'static str, path: &Path, source: io::Error) -> DatabaseError {
    DatabaseError::File { what, path: PathBuf::from(path), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let made = read_or_make(folder.path()).unwrap();
        let text = fs::read_to_string(folder.path().join(FILE_NAME)).unwrap();
        assert_eq!((text.len(), text.ends_with('\n')), (45, true));
        assert_eq!(read_or_make(folder.path()).unwrap().fingerprint(), made.fingerprint());
        assert_eq!(read(folder.path(), made.fingerprint()).unwrap().fingerprint(), made.fingerprint());
    }

    #[test]
    fn a_database_is_opened_by_its_own_key_alone() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let made = read_or_make(folder.path()).unwrap();
        let missing = read(other.path(), made.fingerprint()).unwrap_err();
        assert!(matches!(missing, DatabaseError::SealKeyMissing(_)), "{missing}");
        assert!(!other.path().join(FILE_NAME).exists(), "a key for a database that has one is of no use");
        read_or_make(other.path()).unwrap();
        let wrong = read(other.path(), made.fingerprint()).unwrap_err();
        assert!(matches!(wrong, DatabaseError::SealKeyWrong(_)), "{wrong}");
        assert!(wrong.to_string().contains("copy it"), "{wrong}");
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        read_or_make(folder.path()).unwrap();
        for text in ["", "AAAA\n", "no base64", &"A".repeat(44), &"A".repeat(1_000)] {
            fs::write(&path, text).unwrap();
            assert!(matches!(read_or_make(folder.path()), Err(DatabaseError::SealKeyDamaged(_))), "{text}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_key_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        make_folder(&data).unwrap();
        assert_eq!(fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o700);
        read_or_make(&data).unwrap();
        let path = data.join(FILE_NAME);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        for mode in [0o640, 0o604, 0o620] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            assert!(matches!(read_or_make(&data), Err(DatabaseError::OthersCanRead(_))), "{mode:o}");
        }
    }
}
