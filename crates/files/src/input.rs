//! Opening a file that is to be read.

use std::{
    fs::{self, File},
    io,
    path::Path,
    sync::mpsc,
    thread,
    time::Duration,
};

/// How long somebody has to begin writing to a pipe that was named. A shell that makes one starts its writer with it.
const PATIENCE: Duration = Duration::from_secs(3);

/// Opens a file to read it; a pipe too, such as the shell's `<(…)`, if somebody writes to it.
///
/// Opening a pipe waits for its writer. Where none comes within three seconds that is an error, instead of a program that
/// seems to hang. Once there is one it may take its time.
///
/// # Errors
/// Where it cannot be opened, is a folder, or is a pipe that nobody writes to. The words fit behind "could not be read:".
pub fn open(path: &Path) -> io::Result<File> {
    open_within(path, PATIENCE)
}

fn open_within(path: &Path, patience: Duration) -> io::Result<File> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder, not a file"));
    }
    if metadata.is_file() {
        return File::open(path);
    }
    let path = path.to_owned();
    let (opened, wait) = mpsc::sync_channel(1);
    // Left waiting where nobody comes: there is no portable way to call it back, and the program ends soon.
    thread::Builder::new().spawn(move || {
        let _ = opened.send(File::open(path)); // nobody waits for it any more
    })?;
    let nobody = |_| io::Error::new(io::ErrorKind::TimedOut, "it is a pipe that nobody writes to");
    wait.recv_timeout(patience).map_err(nobody)?
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::{Read as _, Write as _};

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    use super::*;

    fn pipe(folder: &Path) -> std::path::PathBuf {
        let path = folder.join("pipe");
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe can be made");
        path
    }

    #[test]
    fn a_pipe_that_nobody_writes_to_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let error = open_within(&pipe(folder.path()), Duration::ZERO).unwrap_err();
        assert_eq!(error.to_string(), "it is a pipe that nobody writes to");
    }

    #[test]
    fn a_pipe_with_a_writer_is_read_to_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = pipe(folder.path());
        let writer = thread::spawn({
            let path = path.clone();
            move || File::options().write(true).open(path).unwrap().write_all(b"secret").unwrap()
        });
        let mut text = String::new();
        open_within(&path, Duration::from_secs(600)).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "secret");
        writer.join().unwrap();
    }

    #[test]
    fn a_folder_and_a_missing_file_are_told() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(open(folder.path()).unwrap_err().to_string(), "it is a folder, not a file");
        assert_eq!(open(&folder.path().join("none")).unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
