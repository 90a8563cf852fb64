//! What the operating system says.

use std::io::{Error, ErrorKind};

use idw_vault::{OddEntry, ReadError, ReadOnlyVault};
use idw_words::{MessageData, message};

use super::Explain;

/// A sentence. An error of the vault that went through a reader explains itself.
impl Explain for Error {
    fn explain(&self) -> MessageData {
        if let Some(inner) = self.get_ref() {
            if let Some(error) = inner.downcast_ref::<ReadError>() {
                return error.explain();
            }
            if let Some(entry) = inner.downcast_ref::<OddEntry>() {
                return entry.explain();
            }
            if let Some(error) = inner.downcast_ref::<ReadOnlyVault>() {
                return error.explain();
            }
        }
        match self.kind() {
            ErrorKind::NotFound => message::ErrorSystemNotFound.into(),
            ErrorKind::PermissionDenied => message::ErrorSystemPermission.into(),
            ErrorKind::AlreadyExists => message::ErrorSystemExists.into(),
            ErrorKind::StorageFull => message::ErrorSystemFull.into(),
            ErrorKind::QuotaExceeded => message::ErrorSystemQuota.into(),
            ErrorKind::FileTooLarge => message::ErrorSystemTooLarge.into(),
            ErrorKind::ReadOnlyFilesystem => message::ErrorSystemReadOnly.into(),
            ErrorKind::IsADirectory => message::ErrorSystemFolder.into(),
            ErrorKind::NotADirectory => message::ErrorSystemNotAFolder.into(),
            ErrorKind::InvalidFilename => message::ErrorSystemName.into(),
            ErrorKind::OutOfMemory => message::ErrorSystemMemory.into(),
            _ => message::ErrorSystem { text: reported(self) }.into(),
        }
    }
}

/// The system's own words, without Rust's number and without a stop: the message sets one.
fn reported(error: &Error) -> String {
    crate::without_error_numbers(&error.to_string()).trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use idw_words::{Language, Words};

    use super::*;

    #[test]
    fn what_has_no_sentence_is_quoted() {
        let english = Words::new(Language::English);
        // EIO and ENOENT are the same on every Unix.
        let said = |number| english.tell(&Error::from_raw_os_error(number).explain());
        if cfg!(unix) {
            assert_eq!(said(5), "The system reported: Input/output error.");
            assert_eq!(said(2), "The file or folder does not exist.");
        }
        let wrapped = Error::other(ReadOnlyVault);
        assert!(english.tell(&wrapped.explain()).contains("open for reading only"));
    }
}
