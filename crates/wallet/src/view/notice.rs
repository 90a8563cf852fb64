//! What the owner of a vault must know once it is unlocked.

use idw_words::MessageData;
use serde::Serialize;

/// One thing to know; the shell puts it into words. They belong together in the order in which they come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum NoticeView {
    /// The vault's folder cannot be written to, so the vault is open for reading only.
    ReadOnly,
    /// The vault was damaged and has been repaired.
    Repaired {
        /// What was wrong.
        cause: RepairCause,
    },
    /// How many records the vault holds after the repair.
    RecordsRecovered {
        /// The number.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        count: u64,
    },
    /// Some of them came from a snapshot.
    RecordsFromSnapshot {
        /// How many.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        count: u64,
    },
    /// The repair brought everything back.
    NothingMissing,
    /// The last changes came back only where they could be read in the damaged database.
    ChangesMissing {
        /// How many changes.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        count: u64,
    },
    /// Nobody knows whether anything was changed after the snapshot; if so, it is missing.
    ChangesAfterSnapshotMissing,
    /// Records could not be read in any version.
    RecordsLost {
        /// How many.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        count: u64,
    },
    /// Records came back in an older version, as the newer could not be read.
    RecordsOutdated {
        /// How many.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        count: u64,
    },
    /// Records came back that may have been removed before.
    RecordsMaybeDeleted {
        /// How many.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        count: u64,
    },
    /// Documents are listed and their files are gone.
    DocumentsMissing {
        /// How many.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        count: u64,
    },
    /// Nothing is missing but the files of documents; follows `DocumentsMissing`.
    RestComplete,
    /// What was found damaged is kept.
    DamagedKept {
        /// The folder that it is kept in, to be shown.
        folder: String,
    },
    /// A file of the vault was missing that there are two of, or that the vault can do without.
    FileMissing {
        /// Its name.
        file: String,
    },
    /// Such a file was damaged.
    FileDamaged {
        /// Its name.
        file: String,
    },
    /// Such a file could not be read.
    FileUnreadable {
        /// Its name.
        file: String,
        /// What the operating system answered.
        error: String,
    },
    /// The file was written again; follows one of the three above.
    FileRewritten {
        /// Its name.
        file: String,
    },
    /// The file could not be written again, and the vault works without it; follows one of the three above.
    FileNotRewritten {
        /// Its name.
        file: String,
    },
    /// Something is in the vault's folder that the wallet did not put there. It was left alone.
    OddEntry {
        /// Where it is, to be shown.
        path: String,
        /// What it is.
        kind: OddKindView,
    },
    /// The folder could not be searched for what does not belong there.
    FolderUnreadable {
        /// Why, in whole sentences.
        reason: MessageData,
    },
}

/// Why a vault was repaired. The log and the report beside what is kept have the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RepairCause {
    /// Both copies of the header were missing.
    HeaderMissing,
    /// Neither copy of the header could be read.
    HeaderUnreadable,
    /// Something other than this program changed the header.
    HeaderChanged,
    /// Both copies of the header were older than the last one written.
    HeaderOld,
    /// The database was missing.
    DatabaseMissing,
    /// The database could not be read.
    DatabaseUnreadable,
    /// The record that vouches for all others was missing.
    ListMissing,
    /// Something other than this program changed the record that vouches for all others.
    ListChanged,
    /// Something other than this program changed, added, removed or put back records.
    RecordsChanged,
    /// The records were older than the last ones saved.
    RecordsOld,
    /// Anything else.
    Other,
}

/// What something in the vault's folder is that the wallet did not put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum OddKindView {
    /// A symbolic link.
    SymbolicLink,
    /// A file with another name.
    HardLink,
    /// No file, where a file should be.
    NotAFile,
    /// No folder, where a folder should be.
    NotAFolder,
}
