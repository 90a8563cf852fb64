//! Why an operation did not happen: one type for each, and what they share.
//!
//! Each message is one sentence that says what happened, what was kept, and what to do.

use std::io;
use std::path::PathBuf;

use crate::fs::{OddEntry, WHAT_TO_DO};
use crate::{DocumentId, KeyringError};

/// An input or output operation that failed, and what it was for.
#[derive(Debug, thiserror::Error)]
#[error("could not {doing}: {source}")]
pub struct IoFault {
    /// What was being done, to follow "could not".
    pub doing: &'static str,
    /// What the operating system answered.
    #[source]
    pub source: io::Error,
}

impl IoFault {
    /// For `map_err`: names what was being done.
    pub(crate) fn when(doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self { doing, source }
    }

    /// What stood in the way and is none of the vault's files, if that is why it failed.
    pub(crate) fn odd_entry(&self) -> Option<&OddEntry> {
        OddEntry::behind(&self.source)
    }

    /// Whether the disk is to blame, and not want of room, of memory or of permission, nor a limit.
    pub(crate) fn is_of_the_disk(&self) -> bool {
        use io::ErrorKind::{FileTooLarge, OutOfMemory, PermissionDenied, ReadOnlyFilesystem};

        let is_other = matches!(self.source.kind(), FileTooLarge | OutOfMemory | PermissionDenied | ReadOnlyFilesystem);
        self.source.raw_os_error().is_some() && !is_other && !self.is_full()
    }

    /// Whether the file system, or the user's share of it, is full.
    pub(crate) fn is_full(&self) -> bool {
        matches!(self.source.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
    }
}

/// The vault's folder, or the disk that it is on, cannot be written to, so the vault was opened for reading only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the vault's folder cannot be written to, and the vault was opened for reading only; to change something, copy the \
     whole folder to a disk that can be written to, and open the copy"
)]
pub struct ReadOnlyVault;

impl From<ReadOnlyVault> for IoFault {
    fn from(error: ReadOnlyVault) -> Self {
        Self { doing: "write to the vault", source: io::Error::new(io::ErrorKind::ReadOnlyFilesystem, error) }
    }
}

/// What is wrong with a vault whose bytes are not those that were written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Records are there, but neither copy of the header.
    #[error("both copies of the header are missing")]
    HeaderMissing,
    /// Neither copy of the header can be read; this is what the newest says.
    #[error("neither copy of the header can be read ({0})")]
    HeaderUnreadable(HeaderFault),
    /// The header's own authentication fails although the key is right.
    #[error("the header was changed by something other than this program")]
    HeaderForged,
    /// A copy of the header is not what the other one is.
    #[error("a copy of the header is missing, damaged or older; the next unlocking writes it anew")]
    HeaderCopy,
    /// A snapshot is not what was written.
    #[error("the snapshot of write {write} cannot be read; the next one takes its place")]
    SnapshotForged {
        /// The number of its last write, by its name.
        write: u64,
    },
    /// Both copies of the header are older than the last one that was written.
    #[error("an older header was put back (header {found} instead of {expected})")]
    HeaderRolledBack {
        /// The generation of the last header known to be saved.
        expected: u64,
        /// The generation of the newest header found.
        found: u64,
    },
    /// The password is right, but the key wrapped with it does not open.
    #[error("the wrapped key in the header does not open although the password is right")]
    SlotForged,
    /// The database folder is not there, or holds no database.
    #[error("the database is missing")]
    DatabaseMissing,
    /// The database engine cannot open or read its files.
    #[error("the database cannot be read")]
    DatabaseUnreadable {
        /// What the engine said: for a log, it means nothing to the owner.
        detail: String,
    },
    /// The record that vouches for all others is not there.
    #[error("the manifest of the records is missing")]
    ManifestMissing,
    /// The record that vouches for all others does not open.
    #[error("the manifest of the records was changed by something other than this program")]
    ManifestForged,
    /// An entry in the database is not one of ours.
    #[error("the database holds an entry that this program did not write")]
    StrayEntry,
    /// The records differ from those that the manifest vouches for.
    #[error("records were removed, replaced or put back ({expected} expected, {found} found)")]
    RecordsChanged {
        /// How many records there should be.
        expected: u64,
        /// How many there are.
        found: u64,
    },
    /// The database is older than the last write that was acknowledged.
    #[error("the records are an older state (write {found}) than the last one saved (write {expected})")]
    RolledBack {
        /// The number of the last write known to be saved.
        expected: u64,
        /// The number of the last write found.
        found: u64,
    },
    /// A record does not open under its key.
    #[error("a record was changed by something other than this program")]
    RecordForged,
    /// At a name of the vault's folder is something that the vault never puts there.
    #[error("{0}, which this program never makes there; {WHAT_TO_DO}")]
    OddEntry(OddEntry),
    /// A document is listed, but its file is not there.
    #[error("the file of document {0} is missing")]
    DocumentMissing(DocumentId),
    /// A document's file was cut, extended, swapped or changed.
    #[error("the file of document {0} was changed by something other than this program")]
    DocumentForged(DocumentId),
}

/// Why the bytes of a header do not parse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// The file is shorter than it says, or than any header.
    #[error("it is cut short")]
    Truncated,
    /// The file is longer than it says, or than any header.
    #[error("it is too long")]
    TooLong,
    /// The file does not start as a header does.
    #[error("it is not the header of a vault")]
    WrongMagic,
    /// The checksum does not fit: bits have changed.
    #[error("its checksum does not fit")]
    WrongChecksum,
    /// The checksum fits, but the fields inside do not.
    #[error("its fields do not fit together")]
    Malformed,
    /// Written by a newer program.
    #[error("it has format version {0}, which this program does not know")]
    NewerVersion(u16),
}

/// Why a vault was not created. Nothing is left behind, or the next attempt clears it away.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// There is a vault in the folder already.
    #[error("there is already a vault in {}, which was left as it is; open it, or choose another folder", dir.display())]
    AlreadyExists {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder has other files in it.
    #[error("the folder {} is not empty and was left as it is; choose an empty or a new folder", dir.display())]
    NotEmpty {
        /// The folder.
        dir: PathBuf,
    },
    /// The empty password is no protection.
    #[error("no vault was created because the password is empty; choose a password")]
    EmptyPassword,
    /// Another process is creating or using a vault there.
    #[error("no vault was created because the folder is in use by {}; close that program first", holder(*pid, program.as_deref()))]
    InUse {
        /// The other process, when it could be read.
        pid: Option<u32>,
        /// Its program's name, when it could be read.
        program: Option<String>,
    },
    /// The folder has something at a name of the vault that no vault puts there.
    #[error("no vault was created because {0}, which this program never makes there; {WHAT_TO_DO}")]
    OddEntry(OddEntry),
    /// Not enough room on the disk.
    #[error(
        "no vault was created because the disk is full ({available} bytes free, {needed} needed); free some space and try again"
    )]
    Full {
        /// Bytes needed.
        needed: u64,
        /// Bytes free.
        available: u64,
    },
    /// An input or output operation failed.
    #[error("no vault was created: {0}; check the folder and try again")]
    Io(#[source] IoFault),
}

/// Why a vault was not opened. Nothing in it was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No vault is in the folder.
    #[error("there is no vault in {}; create one, or choose another folder", dir.display())]
    NotFound {
        /// The folder.
        dir: PathBuf,
    },
    /// Another process has the vault open.
    #[error("the vault is open in {}, and nothing was changed; close that program and try again", holder(*pid, program.as_deref()))]
    InUse {
        /// The other process, when it could be read.
        pid: Option<u32>,
        /// Its program's name, when it could be read.
        program: Option<String>,
    },
    /// The header cannot be read.
    #[error(
        "the vault cannot be opened because {damage}; its files were left as they are: copy the folder aside before anything else"
    )]
    Damaged {
        /// What is wrong.
        damage: Damage,
    },
    /// At a name of the vault's folder is something that the vault never puts there, and cannot do without.
    #[error("the vault was not opened because {0}, which this program never makes there; {WHAT_TO_DO}")]
    OddEntry(OddEntry),
    /// The vault was written by a newer program.
    #[error(
        "the vault has format version {found} and this program reads up to {supported}; nothing was changed: use a newer version of this program"
    )]
    UnsupportedVersion {
        /// The version in the header.
        found: u16,
        /// The newest version this program reads.
        supported: u16,
    },
    /// An input or output operation failed.
    #[error("the vault was not opened: {0}; nothing in it was changed")]
    Io(#[source] IoFault),
}

/// Why a vault was not unlocked. No record was changed.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// The password is not the one that wrapped the key.
    #[error("the password is wrong, and nothing was changed; try again")]
    WrongPassword,
    /// The keyring gave no key; the password still does.
    #[error("the vault was not unlocked: {0}")]
    Keyring(#[from] KeyringError),
    /// The vault can be unlocked in other ways only.
    #[error("the vault has no password to unlock it with, and nothing was changed; unlock it as it was set up")]
    NoPasswordSlot,
    /// The key derivation's parameters are outside what this program ever writes.
    #[error(
        "the header asks for a key derivation of {memory_kib} KiB, {passes} passes and {lanes} lanes, which this program never writes; \
         nothing was tried or changed: put back a copy of the header"
    )]
    ForgedKdf {
        /// Memory asked for, in KiB.
        memory_kib: u32,
        /// Passes asked for.
        passes: u32,
        /// Lanes asked for.
        lanes: u32,
    },
    /// The machine cannot give the memory the key derivation needs.
    #[error(
        "the vault was not unlocked because {memory_kib} KiB of memory are not to be had, and nothing was changed; close other programs and try again"
    )]
    OutOfMemory {
        /// Memory asked for, in KiB.
        memory_kib: u32,
    },
    /// The bytes of the vault are not those that were written.
    #[error(
        "the vault was not unlocked because {damage}; its files were left as they are: copy the folder aside before anything else"
    )]
    Damaged {
        /// What is wrong.
        damage: Damage,
    },
    /// At a name of the vault's folder is something that the vault never puts there, and cannot do without.
    #[error("the vault was not unlocked because {0}, which this program never makes there; {WHAT_TO_DO}")]
    OddEntry(OddEntry),
    /// Opening a database on a full disk could harm it.
    #[error(
        "the vault was not unlocked because the disk is full ({available} bytes free, {needed} needed), and nothing was changed; free some space and try again"
    )]
    Full {
        /// Bytes needed.
        needed: u64,
        /// Bytes free.
        available: u64,
    },
    /// The disk gave an error. The vault may be whole, so nothing was repaired.
    #[error(
        "the vault was not unlocked because the disk gave an error ({0}), and nothing was changed; try again: if it goes on, the disk may be failing, so copy the vault's folder to another disk and open the copy, or restore a backup"
    )]
    Unreadable(#[source] IoFault),
    /// An input or output operation failed.
    #[error("the vault was not unlocked: {0}; what was saved before is kept")]
    Io(#[source] IoFault),
}

/// Why a password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    /// The current password is wrong, or could not be checked.
    #[error("the password was not changed: {0}")]
    Current(#[source] UnlockError),
    /// The empty password is no protection.
    #[error("the password was not changed because the new one is empty; choose a password")]
    EmptyPassword,
    /// Not enough room on the disk.
    #[error(
        "the password was not changed because the disk is full, and the old one still counts; free some space and try again"
    )]
    Full,
    /// The new header could not be written.
    #[error(
        "the new password was not saved: {fault}; nothing else was changed: try the old password first, then the new one"
    )]
    Io {
        /// What failed.
        #[source]
        fault: IoFault,
    },
}

/// Why the keyring was not enabled or disabled. The password still unlocks the vault.
#[derive(Debug, thiserror::Error)]
pub enum ChangeKeyringError {
    /// The password is wrong, or could not be checked.
    #[error("the keyring was not enabled: {0}")]
    Password(#[source] UnlockError),
    /// The keyring did not do its part.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// Not enough room on the disk.
    #[error("the keyring's slot was not changed because the disk is full; free some space and try again")]
    Full,
    /// The new header could not be written.
    #[error("the keyring's slot was not changed: {fault}; the password works as before")]
    Io {
        /// What failed.
        #[source]
        fault: IoFault,
    },
}

/// Why a record or document was not read. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such document.
    #[error("there is no document {id}; list the documents to see which there are")]
    NoSuchDocument {
        /// The id asked for.
        id: DocumentId,
    },
    /// The bytes are not those that were written.
    #[error(
        "this could not be read because {damage}; nothing was changed, and the rest of the vault is not touched by it"
    )]
    Damaged {
        /// What is wrong.
        damage: Damage,
    },
    /// An input or output operation failed.
    #[error("this could not be read: {0}; nothing was changed")]
    Io(#[source] IoFault),
}

impl ReadError {
    /// What an error says that a [`DocumentReader`](crate::DocumentReader) gave.
    pub fn of_reader(error: io::Error) -> Self {
        error.downcast().unwrap_or_else(|source| Self::Io(IoFault { doing: "read the document's file", source }))
    }

    /// Whether the bytes are there and are not those that were written, or are gone. What the disk does not give is no
    /// damage: it may be there again in a moment.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. })
    }
}

/// Why a commit was not acknowledged. Unless it says otherwise, nothing of the batch was saved.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A record is larger than the format allows.
    #[error("nothing was saved because a record has {len} bytes and at most {max} fit; what was saved before is kept")]
    TooLarge {
        /// Bytes of the record.
        len: u64,
        /// Most bytes a record can have.
        max: u64,
    },
    /// A document was to be changed that is not there.
    #[error("nothing was saved because there is no document {id}; list the documents to see which there are")]
    NoSuchDocument {
        /// The id asked for.
        id: DocumentId,
    },
    /// A document was staged in another vault.
    #[error("nothing was saved because a document was prepared for another vault; add it to this one again")]
    ForeignDocument,
    /// Not enough room on the disk.
    #[error("nothing was saved because the disk is full; what was saved before is kept: free some space and try again")]
    Full,
    /// The vault's folder cannot be written to.
    #[error("nothing was saved because {0}")]
    ReadOnly(#[from] ReadOnlyVault),
    /// The database of this vault must be rewritten under a new epoch before more is written.
    #[error(
        "nothing was saved because the keys of this vault have sealed as many records as they may; compact the vault"
    )]
    EpochExhausted,
    /// The bytes of the vault are not those that were written.
    #[error(
        "nothing was saved because {damage}; what was saved before was left as it is: lock the vault and copy its folder aside"
    )]
    Damaged {
        /// What is wrong.
        damage: Damage,
    },
    /// The database failed while it wrote; whether this batch will be there is known after the next unlock.
    #[error(
        "it is not certain that this was saved ({fault}); everything saved before is kept: lock the vault, unlock it and look"
    )]
    Uncertain {
        /// What failed.
        #[source]
        fault: IoFault,
    },
    /// An earlier commit failed half-way, so the database takes no more until it was opened again.
    #[error(
        "nothing was saved because an earlier write failed; everything saved before is kept: lock the vault and unlock it"
    )]
    Broken,
    /// An input or output operation failed before anything was changed.
    #[error("nothing was saved: {0}; what was saved before is kept")]
    Io(#[source] IoFault),
}

/// Why what a repair kept aside was not removed.
#[derive(Debug, thiserror::Error)]
pub enum RemoveQuarantinedError {
    /// Look at what there is again.
    #[error("no repair has kept a folder {name:?} aside; nothing was removed")]
    NotFound {
        /// The name that was asked for.
        name: String,
    },
    /// What has the name is no folder that a repair has made.
    #[error("nothing was removed because {0}, which this program never makes there; {WHAT_TO_DO}")]
    OddEntry(OddEntry),
    /// Some of it may be gone; the vault itself is as it was, and trying again goes on with the rest.
    #[error("what a repair kept aside was not removed, or not all of it, and the vault itself is as it was: {0}")]
    Io(#[source] IoFault),
}

/// Why the database was not compacted. The vault is as it was.
#[derive(Debug, thiserror::Error)]
pub enum CompactError {
    /// Not enough room for the new database beside the old one.
    #[error(
        "the vault was not compacted because the disk is full ({available} bytes free, {needed} needed); everything is kept: free some space and try again"
    )]
    Full {
        /// Bytes needed.
        needed: u64,
        /// Bytes free.
        available: u64,
    },
    /// A record does not open, and compaction would lose it.
    #[error("the vault was not compacted because {damage}; everything was left as it is: verify the vault")]
    Damaged {
        /// What is wrong.
        damage: Damage,
    },
    /// An earlier commit failed half-way.
    #[error(
        "the vault was not compacted because an earlier write failed; everything saved before is kept: lock the vault and unlock it"
    )]
    Broken,
    /// An input or output operation failed.
    #[error("the vault was not compacted: {0}; everything is kept")]
    Io(#[source] IoFault),
}

/// Why a document was not staged. Nothing is kept of it.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// The source has more bytes than the caller allows.
    #[error("the document was not added because it has more than {max_bytes} bytes; choose a smaller file")]
    TooLarge {
        /// Most bytes allowed.
        max_bytes: u64,
    },
    /// The source could not be read.
    #[error("the document was not added because it could not be read: {0}; check the file and try again")]
    Source(#[source] io::Error),
    /// Not enough room on the disk.
    #[error(
        "the document was not added because the disk is full; what was saved before is kept: free some space and try again"
    )]
    Full,
    /// The vault's folder cannot be written to.
    #[error("the document was not added because {0}")]
    ReadOnly(#[from] ReadOnlyVault),
    /// At a name of the vault's folder is something that the vault never puts there.
    #[error("the document was not added because {0}, which this program never makes there; {WHAT_TO_DO}")]
    OddEntry(OddEntry),
    /// An input or output operation in the vault failed.
    #[error("the document was not added: {0}; what was saved before is kept")]
    Io(#[source] IoFault),
}

/// An odd entry is told as what it is, also where it was run into late.
macro_rules! from_fault {
    ($($error:ident: $odd:expr;)*) => {$(
        impl From<IoFault> for $error {
            fn from(fault: IoFault) -> Self {
                match fault.odd_entry() {
                    Some(entry) => $odd(entry.clone()),
                    None => Self::Io(fault),
                }
            }
        }
    )*};
}

from_fault! {
    CreateError: Self::OddEntry;
    OpenError: Self::OddEntry;
    UnlockError: Self::OddEntry;
    StageError: Self::OddEntry;
    RemoveQuarantinedError: Self::OddEntry;
    ReadError: |entry| Self::Damaged { damage: Damage::OddEntry(entry) };
    WriteError: |entry| Self::Damaged { damage: Damage::OddEntry(entry) };
    CompactError: |entry| Self::Damaged { damage: Damage::OddEntry(entry) };
}

fn holder(pid: Option<u32>, program: Option<&str>) -> String {
    match (program, pid) {
        (Some(program), Some(pid)) => format!("{program} (process {pid})"),
        (Some(program), None) => program.to_owned(),
        (None, Some(pid)) => format!("process {pid}"),
        (None, None) => "another program".to_owned(),
    }
}
