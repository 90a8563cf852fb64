//! What the owner of a vault must know, in words.

use idw_wallet::view::{NoticeView, OddKindView, RepairCause};
use idw_words::{Message, message};

use crate::words::{say, words};

pub(crate) fn in_words(notice: &NoticeView) -> String {
    let said: &dyn Message = match notice {
        NoticeView::ReadOnly => &message::NoticeReadOnly,
        NoticeView::Repaired { cause } => repaired(*cause),
        NoticeView::RecordsRecovered { count } => &message::NoticeRecordsRecovered { count: *count },
        NoticeView::RecordsFromSnapshot { count } => &message::NoticeRecordsFromSnapshot { count: *count },
        NoticeView::NothingMissing => &message::NoticeNothingMissing,
        NoticeView::ChangesMissing { count } => &message::NoticeChangesMissing { count: *count },
        NoticeView::ChangesAfterSnapshotMissing => &message::NoticeChangesAfterSnapshotMissing,
        NoticeView::RecordsLost { count } => &message::NoticeRecordsLost { count: *count },
        NoticeView::RecordsOutdated { count } => &message::NoticeRecordsOutdated { count: *count },
        NoticeView::RecordsMaybeDeleted { count } => &message::NoticeRecordsMaybeDeleted { count: *count },
        NoticeView::DocumentsMissing { count } => &message::NoticeDocumentsMissing { count: *count },
        NoticeView::RestComplete => &message::NoticeRestComplete,
        NoticeView::DamagedKept { folder } => &message::NoticeDamagedKept { folder },
        NoticeView::FileMissing { file } => &message::NoticeFileMissing { file },
        NoticeView::FileDamaged { file } => &message::NoticeFileDamaged { file },
        NoticeView::FileUnreadable { file, error } => &message::NoticeFileUnreadable { file, error },
        NoticeView::FileRewritten { file } => &message::NoticeFileRewritten { file },
        NoticeView::FileNotRewritten { file } => &message::NoticeFileNotRewritten { file },
        NoticeView::OddEntry { path, kind } => return odd_entry(path, *kind),
        NoticeView::FolderUnreadable { reason } => &message::NoticeFolderUnreadable { reason },
    };
    words().say(said)
}

fn repaired(cause: RepairCause) -> &'static dyn Message {
    match cause {
        RepairCause::HeaderMissing => &message::NoticeRepairedHeaderMissing,
        RepairCause::HeaderUnreadable => &message::NoticeRepairedHeaderUnreadable,
        RepairCause::HeaderChanged => &message::NoticeRepairedHeaderChanged,
        RepairCause::HeaderOld => &message::NoticeRepairedHeaderOld,
        RepairCause::DatabaseMissing => &message::NoticeRepairedDatabaseMissing,
        RepairCause::DatabaseUnreadable => &message::NoticeRepairedDatabaseUnreadable,
        RepairCause::ListMissing => &message::NoticeRepairedListMissing,
        RepairCause::ListChanged => &message::NoticeRepairedListChanged,
        RepairCause::RecordsChanged => &message::NoticeRepairedRecordsChanged,
        RepairCause::RecordsOld => &message::NoticeRepairedRecordsOld,
        RepairCause::Other => &message::NoticeRepairedOther,
    }
}

fn odd_entry(path: &str, kind: OddKindView) -> String {
    match kind {
        OddKindView::SymbolicLink => say(message::NoticeOddSymbolicLink { path }),
        OddKindView::HardLink => say(message::NoticeOddHardLink { path }),
        OddKindView::NotAFile => say(message::NoticeOddNotAFile { path }),
        OddKindView::NotAFolder => say(message::NoticeOddNotAFolder { path }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_said_with_its_arguments() {
        let check = |notice: &NoticeView, expected: &str| assert_eq!(in_words(notice), expected);
        check(
            &NoticeView::Repaired { cause: RepairCause::DatabaseUnreadable },
            "The vault was repaired because its database could not be read.",
        );
        check(&NoticeView::RecordsRecovered { count: 1 }, "1 record was recovered.");
        check(&NoticeView::NothingMissing, "Nothing is missing.");
        check(&NoticeView::DocumentsMissing { count: 3 }, "The files of 3 documents are missing.");
        check(
            &NoticeView::FileUnreadable { file: "anchor".to_owned(), error: "Permission denied".to_owned() },
            "The file anchor in the vault’s folder could not be read: Permission denied.",
        );
        check(
            &NoticeView::OddEntry { path: "/home/ada/vault/lock".to_owned(), kind: OddKindView::SymbolicLink },
            "/home/ada/vault/lock is a symbolic link. The wallet did not put it there, and did not follow or change it. \
             Delete it, or restore the vault’s own file or folder.",
        );
    }
}
