//! Files that the user chose, dropped or pasted, until a command takes them. The page knows a name, a size and a
//! token, never a path.

use std::{
    fs::{self, File, Metadata},
    io::{self, Cursor, Read, Seek as _, SeekFrom},
    path::{Path, PathBuf},
    sync::Arc,
};

use idw_wallet::Explain as _;
use idw_words::message;
use serde::Serialize;

use crate::{
    commands::blocking,
    failure::{Failure, FailureCode},
    speech::Speech,
    state::AppState,
};

/// A file that the user chose; nothing of it is in the wallet yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChosenFileView {
    /// What to call it in the next command.
    pub(crate) token: String,
    /// Its name, without folders.
    pub(crate) name: String,
    /// Size in bytes.
    #[cfg_attr(test, ts(type = "number"))]
    pub(crate) size: u64,
}

/// A place to write to that the user chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetView {
    /// What to call it in the next command.
    pub(crate) token: String,
    /// The file's name, without folders.
    pub(crate) name: String,
}

/// A file that no command has taken yet. It is open: what is read later is what was chosen.
pub(crate) struct WaitingFile {
    name: String,
    content: Content,
}

enum Content {
    /// With where it was: what opens files by themselves, such as SQLite, needs that.
    File(File, PathBuf),
    /// What was pasted is kept here rather than in a file: nothing of it lies on the disk unencrypted. The allocator
    /// wipes what is freed.
    Memory(Arc<[u8]>),
}

/// A file that was opened to be read.
pub(crate) struct ChosenFile {
    pub(crate) name: String,
    /// Length in bytes.
    pub(crate) size: u64,
    pub(crate) file: File,
    path: PathBuf,
}

impl ChosenFile {
    /// Opens the file at `path`. The disk may be slow: not for a thread that serves the page.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let unreadable = |error| unreadable(&name, &error);
        // Opening a device can set it in motion: what it is is asked before, and of what was opened once more.
        plain_file(&name, &fs::metadata(path).map_err(unreadable)?)?;
        let file = open_to_read(path).map_err(unreadable)?;
        let metadata = file.metadata().map_err(unreadable)?;
        plain_file(&name, &metadata)?;
        Ok(Self { name, size: metadata.len(), file, path: path.to_owned() })
    }

    /// The same, away from the threads that serve the page.
    pub(crate) async fn open_in_background(path: PathBuf) -> Result<Self, Failure> {
        blocking(move || Self::open(&path)).await
    }
}

impl From<ChosenFile> for WaitingFile {
    fn from(ChosenFile { name, file, path, .. }: ChosenFile) -> Self {
        Self { name, content: Content::File(file, path) }
    }
}

impl WaitingFile {
    /// The bytes of a picture from the clipboard, which knows no names.
    pub(crate) fn pasted(bytes: Vec<u8>, speech: &Speech) -> Self {
        Self { name: speech.say(&message::FilesPasted), content: Content::Memory(bytes.into()) }
    }

    /// Keeps it for the command that will take it.
    pub(crate) fn keep_in(self, state: &AppState) -> Result<ChosenFileView, Failure> {
        let name = self.name.clone();
        let size = self.size().map_err(|error| unreadable(&name, &error))?;
        Ok(ChosenFileView { token: state.keep_file(self)?, name, size })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// A second handle on the same bytes.
    pub(crate) fn reopened(&self) -> Option<Self> {
        let content = match &self.content {
            Content::File(file, path) => Content::File(file.try_clone().ok()?, path.clone()),
            Content::Memory(bytes) => Content::Memory(Arc::clone(bytes)),
        };
        Some(Self { name: self.name.clone(), content })
    }

    /// Its bytes from the beginning: an attempt that was refused may have read them already.
    pub(crate) fn into_reader(self) -> Result<Box<dyn Read + Send>, Failure> {
        match self.content {
            Content::File(mut file, _) => {
                file.seek(SeekFrom::Start(0)).map_err(|error| unreadable(&self.name, &error))?;
                Ok(Box::new(file))
            }
            Content::Memory(bytes) => Ok(Box::new(Cursor::new(bytes))),
        }
    }

    /// Where it is; nothing where something was pasted. What is there may be another file by now, and is refused then.
    pub(crate) fn path(&self) -> Result<Option<&Path>, Failure> {
        let Content::File(file, path) = &self.content else { return Ok(None) };
        let unreadable = |error| unreadable(&self.name, &error);
        let (chosen, there) = (file.metadata().map_err(unreadable)?, fs::metadata(path).map_err(unreadable)?);
        if !is_same(&chosen, &there) {
            return Err(Failure::new(FailureCode::Usage, message::WindowFileReplaced { file: &self.name }));
        }
        Ok(Some(path))
    }

    pub(crate) fn size(&self) -> io::Result<u64> {
        match &self.content {
            Content::File(file, _) => file.metadata().map(|metadata| metadata.len()),
            Content::Memory(bytes) => Ok(u64::try_from(bytes.len()).unwrap_or(u64::MAX)),
        }
    }
}

/// Opens a file and keeps it for the command that will take it.
pub(crate) async fn open_and_keep(state: &AppState, path: PathBuf) -> Result<ChosenFileView, Failure> {
    WaitingFile::from(ChosenFile::open_in_background(path).await?).keep_in(state)
}

fn plain_file(name: &str, metadata: &Metadata) -> Result<(), Failure> {
    if metadata.is_file() {
        return Ok(());
    }
    Err(if metadata.is_dir() {
        Failure::new(FailureCode::Usage, message::WindowFileIsFolder { file: name })
    } else {
        Failure::new(FailureCode::Usage, message::WindowFileIsDevice { file: name })
    })
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    (one.created().ok(), one.len()) == (other.created().ok(), other.len())
}

/// Does not wait for the other end of a pipe that took the file's place, and makes no terminal ours.
#[cfg(unix)]
fn open_to_read(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};

    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

#[cfg(not(unix))]
fn open_to_read(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// A file that the user chose cannot be read.
pub(crate) fn unreadable(name: &str, error: &io::Error) -> Failure {
    Failure::new(FailureCode::Other, message::WindowFileUnread { file: name, reason: error.explain() })
}
