//! What a document of a backup is: its bytes say so, the backup is not asked.

use std::io::{Cursor, Read};

use super::error::RestoreError;
use crate::documents::{describe, media_type};

/// What is read of a document to see what it is, in bytes: as much as when one is added.
const HEAD_LEN_BYTES: u64 = 8192;

/// A document's bytes, all of them, and their type.
pub(super) struct Typed<'b> {
    /// The media type, or what to call something that attributes cannot hold.
    pub(super) mime_type: Result<&'static str, String>,
    pub(super) bytes: std::io::Chain<Cursor<Vec<u8>>, &'b mut dyn Read>,
}

/// Looks at the beginning of a document.
pub(super) fn typed(bytes: &mut dyn Read) -> Result<Typed<'_>, RestoreError> {
    let mut head = Vec::new();
    (&mut *bytes).take(HEAD_LEN_BYTES).read_to_end(&mut head).map_err(idw_backup::ReadError::Io)?;
    let mime_type = media_type(&head).ok_or_else(|| describe(&head));
    Ok(Typed { mime_type, bytes: Cursor::new(head).chain(bytes) })
}
