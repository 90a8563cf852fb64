//! Giving a finished file its name.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

use tempfile::TempPath;

/// Gives a finished file a name that must be free. Of two that come at once one gets it, and the other an error.
///
/// Most file systems do that in one step, by a rename that replaces nothing or by a second name. Where they can do neither
/// (FAT, some shares and FUSE), the name is taken with an empty file first, which only the finished one replaces: a
/// process that is killed just between the two leaves that empty file.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`], and whatever the file system says. The file is gone then.
pub fn place_new(file: TempPath, path: &Path) -> io::Result<()> {
    match file.persist_noclobber(path) {
        Ok(()) => Ok(()),
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => Err(failed.error),
        // Which error says that it is not possible differs. One with another cause comes again.
        Err(failed) => place_in_two_steps(failed.path, path),
    }
}

fn place_in_two_steps(file: TempPath, path: &Path) -> io::Result<()> {
    let taken = File::create_new(path)?;
    file.persist(path).map_err(|failed| {
        // Still ours: nobody else replaces a file that they did not make.
        let is_empty = taken.metadata().is_ok_and(|metadata| metadata.len() == 0);
        if is_empty && path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0) {
            let _ = fs::remove_file(path); // the first error is the one that counts
        }
        failed.error
    })
}

/// Waits until the names in a folder are on the disk, where the file system can be told to.
///
/// # Errors
/// Where the disk says that they are not.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    // Elsewhere a folder cannot be opened as a file, and renames are journalled.
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use tempfile::NamedTempFile;

    use super::*;

    type Way = fn(TempPath, &Path) -> io::Result<()>;
    const WAYS: [(&str, Way); 2] = [("in one step", place_new), ("in two", place_in_two_steps)];

    fn finished(folder: &Path, text: &str) -> TempPath {
        let mut file = NamedTempFile::new_in(folder).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.into_temp_path()
    }

    #[test]
    fn a_file_gets_a_free_name_and_replaces_nothing() {
        for (way, place) in WAYS {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("export.json");
            place(finished(folder.path(), "first"), &path).unwrap();
            let refused = place(finished(folder.path(), "second"), &path).unwrap_err();
            assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists, "{way}");
            assert_eq!(fs::read_to_string(&path).unwrap(), "first", "{way}");
            assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left, {way}");
            sync_folder(folder.path()).unwrap();
        }
    }

    #[test]
    fn where_it_cannot_be_placed_no_empty_file_stays_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.json");
        let gone = finished(folder.path(), "text");
        fs::remove_file(&gone).unwrap();
        for (way, place) in WAYS {
            let gone = TempPath::try_from_path(gone.to_path_buf()).unwrap();
            assert_eq!(place(gone, &path).unwrap_err().kind(), io::ErrorKind::NotFound, "{way}");
            assert!(!path.exists(), "{way}");
        }
    }
}
