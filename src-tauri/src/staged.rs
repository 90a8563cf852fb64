//! Files that the user chose, dropped or pasted, until a command takes them. The page knows a name, a size and a
//! token, never a path.

use std::{
    fs::File,
    io::{self, Cursor, Read, Seek as _, SeekFrom},
    path::Path,
    sync::Arc,
};

use serde::Serialize;

use crate::{
    failure::{Failure, FailureCode},
    state::AppState,
};

/// What a pasted picture is called: a clipboard knows no names.
const PASTED: &str = "pasted picture";

/// A file that the user chose; nothing of it is in the wallet yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct StagedFileView {
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
pub(crate) struct StagedFile {
    name: String,
    content: Content,
}

enum Content {
    File(File),
    /// What was pasted is kept here rather than in a file: nothing of it lies on the disk unencrypted. The allocator
    /// wipes what is freed.
    Memory(Arc<[u8]>),
}

impl StagedFile {
    /// Opens the file at `path`.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let file = File::open(path).map_err(|error| unreadable(&name, &error))?;
        let metadata = file.metadata().map_err(|error| unreadable(&name, &error))?;
        if !metadata.is_file() {
            return Err(Failure::new(FailureCode::Usage, format!("{name} is not a file.")));
        }
        Ok(Self { name, content: Content::File(file) })
    }

    /// The bytes of a picture from the clipboard.
    pub(crate) fn pasted(bytes: Vec<u8>) -> Self {
        Self { name: PASTED.to_owned(), content: Content::Memory(bytes.into()) }
    }

    /// Keeps it for the command that will take it.
    pub(crate) fn keep_in(self, state: &AppState) -> Result<StagedFileView, Failure> {
        let name = self.name.clone();
        let size = self.size().map_err(|error| unreadable(&name, &error))?;
        Ok(StagedFileView { token: state.keep_file(self)?, name, size })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// A second handle on the same bytes.
    pub(crate) fn reopened(&self) -> Option<Self> {
        let content = match &self.content {
            Content::File(file) => Content::File(file.try_clone().ok()?),
            Content::Memory(bytes) => Content::Memory(Arc::clone(bytes)),
        };
        Some(Self { name: self.name.clone(), content })
    }

    /// Its bytes from the beginning: an attempt that was refused may have read them already.
    pub(crate) fn into_reader(self) -> Result<Box<dyn Read + Send>, Failure> {
        match self.content {
            Content::File(mut file) => {
                file.seek(SeekFrom::Start(0)).map_err(|error| unreadable(&self.name, &error))?;
                Ok(Box::new(file))
            }
            Content::Memory(bytes) => Ok(Box::new(Cursor::new(bytes))),
        }
    }

    pub(crate) fn size(&self) -> io::Result<u64> {
        match &self.content {
            Content::File(file) => file.metadata().map(|metadata| metadata.len()),
            Content::Memory(bytes) => Ok(u64::try_from(bytes.len()).unwrap_or(u64::MAX)),
        }
    }
}

/// Opens a file and keeps it for the command that will take it.
pub(crate) fn stage(state: &AppState, path: &Path) -> Result<StagedFileView, Failure> {
    StagedFile::open(path)?.keep_in(state)
}

fn unreadable(name: &str, error: &io::Error) -> Failure {
    Failure::new(FailureCode::Other, format!("{name} cannot be read: {error}."))
}
