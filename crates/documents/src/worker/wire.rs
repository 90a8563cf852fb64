//! What passes between the wallet and its worker: a length, a header in JSON, then bytes to the end of the stream.
//!
//! Both ends are the same program in the same version, so there is no version in it.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::Lacking;
use crate::error::DocumentError;
use crate::inspect::Inspection;
use crate::metadata::MetadataFound;

/// The hidden first argument that makes a program a worker.
pub(super) const ARGUMENT: &str = "--document-worker";

/// The longest header that is read.
const MAX_HEADER_BYTES: u32 = 64 * 1024;

/// What is to be done with the document that follows. A [`Sheet`](crate::Sheet) follows in JSON.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(super) enum Task {
    Inspect,
    Thumbnail { max_side: u32 },
    Shrink { target_bytes: u64 },
    StripMetadata,
    SheetPdf,
    PicturePage,
}

/// An answer, and how many bytes of a picture follow: a worker that dies while it writes them has not answered.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Reply {
    pub(super) answer: Answer,
    pub(super) content_len: u64,
    pub(super) lacking: Lacking,
}

/// What came of a task.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(super) enum Answer {
    Inspected(Inspection),
    Thumbnail,
    Shrunk { width: u32, height: u32, guessed_colours: bool },
    Stripped { removed: Vec<MetadataFound> },
    PdfMade,
    Refused(DocumentError),
}

pub(super) fn write_header(to: &mut dyn Write, header: &impl Serialize) -> io::Result<()> {
    let header = serde_json::to_vec(header)?;
    let len = u32::try_from(header.len()).map_err(io::Error::other)?;
    to.write_all(&len.to_le_bytes())?;
    to.write_all(&header)
}

pub(super) fn read_header<T: DeserializeOwned>(from: &mut dyn Read) -> io::Result<T> {
    let mut len = [0; 4];
    from.read_exact(&mut len)?;
    let len = u32::from_le_bytes(len);
    if len > MAX_HEADER_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the header is too long"));
    }
    let mut header = vec![0; len as usize];
    from.read_exact(&mut header)?;
    Ok(serde_json::from_slice(&header)?)
}
