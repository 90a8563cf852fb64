//! Why a backup was not written or read. Each message is one sentence that says what happened, what was kept, and what
//! to do.

use std::{io, path::PathBuf};

/// Why a backup was not written. Nothing is under its name then, or what was there before; but for
/// [`Unconfirmed`](Self::Unconfirmed).
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// There is a file of that name.
    #[error("there is a file {} already; it was left as it is", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// There is no room for it, or the file system takes no file of its size.
    #[error("there is no room for the backup; no file was left behind, free some space or choose another disk")]
    Full(#[source] io::Error),
    /// The file system takes no name of that length.
    #[error("the backup's name is too long for the disk; no file was left behind, choose a shorter one")]
    NameTooLong(#[source] io::Error),
    /// The file could not be written.
    #[error("the backup could not be written; no file was left behind, choose a folder that you may write to")]
    Target(#[source] io::Error),
    /// It is whole and has its name, but the system did not say that the folder, too, is on the disk.
    #[error(
        "the backup is whole and in its place, but the disk did not confirm the entry in its folder; see that the disk \
         is well, and make another backup elsewhere"
    )]
    Unconfirmed(#[source] io::Error),
    /// What was to go into it could not be read.
    #[error("'{path}' could not be read for the backup; no file was left behind")]
    Source {
        /// Its name in the backup.
        path: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// What came was not what the manifest announces.
    #[error("'{path}' was changed while the backup was written; no file was left behind, try again")]
    Changed {
        /// Its name in the backup.
        path: String,
    },
}

/// Why a backup was not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file could not be opened or read.
    #[error("the backup could not be read")]
    Io(#[source] io::Error),
    /// It is a folder, a pipe or a device.
    #[error("a backup is read from a file, and this is none; name the file, or save what you have as one first")]
    NotAFile,
    /// It was a backup, and something on its way took it for text: a transfer in text mode, a version control system, an
    /// editor.
    #[error(
        "the backup was taken for text on its way here, which changed its line ends or characters, so that it cannot be \
         opened; transfer it again as a binary file, or look for another copy"
    )]
    TakenForText {
        /// Whether line ends became longer, which can be undone.
        line_ends_added: bool,
    },
    /// It is no age file, or one with something else in it.
    #[error("the file is no backup of this program")]
    NotABackup,
    /// It is an age file for keys.
    #[error("the file is an age file, but for keys and not for a passphrase; it is no backup of this program")]
    NotForPassphrase,
    /// The passphrase does not open it. Where the damage is in the 60 bytes that the passphrase opens, it looks the same.
    #[error("that is not the passphrase of this backup; mind upper and lower case, and the spaces between words")]
    WrongPassphrase,
    /// It asks for more work than any that this program writes.
    #[error(
        "the file asks for 2^{log_n} rounds to check its passphrase, and no backup of this program for more than \
         2^{MAX}; it was not opened",
        MAX = crate::MAX_LOG_N
    )]
    ExcessiveWork {
        /// The logarithm of what it asks for.
        log_n: u8,
    },
    /// A later version wrote it.
    #[error("the backup is of version {found}, and this program reads up to {}; update and try again", crate::VERSION)]
    NewerVersion {
        /// What it says: a number, or a version of age.
        found: String,
    },
    /// Its end is missing.
    #[error("the backup is cut short: {found} of {} bytes are there; look for another copy", expected_text(*expected))]
    Truncated {
        /// How many bytes there should be, where that much can be read.
        expected: Option<u64>,
        /// How many there are.
        found: u64,
    },
    /// Bytes of it were changed.
    #[error("the backup is damaged ({what}); look for another copy")]
    Damaged {
        /// Where that was seen.
        what: String,
    },
    /// It holds what no backup holds: a link, a path to elsewhere, something that the manifest does not announce.
    #[error("the backup holds '{path}', which no backup of this program does; it was not read any further")]
    Unsafe {
        /// What it is called, made harmless.
        path: String,
    },
}

fn expected_text(expected: Option<u64>) -> String {
    expected.map_or_else(|| "more".to_owned(), |expected| expected.to_string())
}

/// Why a manifest cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// The path is not one for a backup.
    #[error(
        "'{path}' cannot be in a backup: paths are 1 to 100 letters, digits, '.', '_', '-' in parts between single '/'"
    )]
    Path {
        /// The path.
        path: String,
    },
    /// The file is too large for the archive.
    #[error("'{path}' is too large for a backup")]
    Size {
        /// The path.
        path: String,
    },
    /// Two files of one name.
    #[error("'{path}' is in the backup twice")]
    Twice {
        /// The path.
        path: String,
    },
    /// Too many files.
    #[error("a backup holds at most {} files", crate::MAX_FILES)]
    TooMany,
}
