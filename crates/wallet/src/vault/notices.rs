//! What the owner must know after unlocking.

use idw_vault::{Damage, Lost, OddEntry, OddKind, ReadError, RepairReport, SpareFault, SpareFaultCause};

use crate::{
    Explain as _, Wallet,
    view::{NoticeView, OddKindView, RepairCause},
};

impl Wallet {
    /// What happened to the vault that its owner must know: what was repaired when it was unlocked, what was recovered and
    /// what was not, and which links and other things somebody has put into its folder, and
    /// whether it is open for reading only. Empty when all is well.
    pub fn notices(&self) -> Vec<NoticeView> {
        let vault = self.store.vault();
        let mut notices = match vault.repair_report() {
            Some(report) => repaired(report),
            None => documents_missing(vault.missing_documents().len())
                .map_or_else(Vec::new, |missing| vec![missing, NoticeView::RestComplete]),
        };
        if vault.is_read_only() {
            notices.insert(0, NoticeView::ReadOnly);
        }
        notices.extend(vault.spare_faults().iter().flat_map(spare_fault));
        match vault.odd_entries() {
            Ok(odd) => notices.extend(odd.iter().map(odd_entry)),
            Err(ReadError::Io(fault)) => notices.push(NoticeView::FolderUnreadable { reason: fault.source.explain() }),
            Err(error) => notices.push(NoticeView::FolderUnreadable { reason: error.explain() }),
        }
        notices
    }
}

fn repaired(report: &RepairReport) -> Vec<NoticeView> {
    let from_snapshot = report.from_snapshot.map_or(0, |snapshot| snapshot.records);
    let mut notices = vec![
        NoticeView::Repaired { cause: cause(&report.damage) },
        NoticeView::RecordsRecovered { count: report.restored },
    ];
    notices.extend(some(from_snapshot, |count| NoticeView::RecordsFromSnapshot { count }));
    if report.lost.is_nothing() {
        notices.push(NoticeView::NothingMissing);
    } else {
        notices.extend(lost(&report.lost));
    }
    if let Some(folder) = &report.kept_aside {
        notices.push(NoticeView::DamagedKept { folder: folder.display().to_string() });
    }
    notices
}

fn lost(lost: &Lost) -> impl Iterator<Item = NoticeView> {
    let changes = lost.writes.as_ref().map_or(0, |writes| (writes.end() - writes.start()).saturating_add(1));
    [
        some(changes, |count| NoticeView::ChangesMissing { count }),
        some(lost.records, |count| NoticeView::RecordsLost { count }),
        some(lost.outdated, |count| NoticeView::RecordsOutdated { count }),
        some(lost.maybe_removed, |count| NoticeView::RecordsMaybeDeleted { count }),
        lost.unconfirmed.then_some(NoticeView::ChangesAfterSnapshotMissing),
        documents_missing(lost.documents.len()),
    ]
    .into_iter()
    .flatten()
}

fn some(count: u64, notice: impl FnOnce(u64) -> NoticeView) -> Option<NoticeView> {
    (count > 0).then(|| notice(count))
}

fn documents_missing(count: usize) -> Option<NoticeView> {
    some(u64::try_from(count).unwrap_or(u64::MAX), |count| NoticeView::DocumentsMissing { count })
}

fn cause(damage: &Damage) -> RepairCause {
    match damage {
        Damage::HeaderMissing => RepairCause::HeaderMissing,
        Damage::HeaderUnreadable(_) => RepairCause::HeaderUnreadable,
        Damage::HeaderForged => RepairCause::HeaderChanged,
        Damage::HeaderRolledBack { .. } => RepairCause::HeaderOld,
        Damage::DatabaseMissing => RepairCause::DatabaseMissing,
        Damage::DatabaseUnreadable { .. } => RepairCause::DatabaseUnreadable,
        Damage::ManifestMissing => RepairCause::ListMissing,
        Damage::ManifestForged => RepairCause::ListChanged,
        Damage::StrayEntry | Damage::RecordsChanged { .. } | Damage::RecordForged => RepairCause::RecordsChanged,
        Damage::RolledBack { .. } => RepairCause::RecordsOld,
        _ => RepairCause::Other,
    }
}

fn spare_fault(fault: &SpareFault) -> [NoticeView; 2] {
    let file = fault.file.clone();
    let found = match &fault.why {
        SpareFaultCause::Missing => NoticeView::FileMissing { file },
        SpareFaultCause::Damaged(_) => NoticeView::FileDamaged { file },
        SpareFaultCause::Unreadable(error) => NoticeView::FileUnreadable { file, error: error.clone() },
    };
    let file = fault.file.clone();
    let outcome =
        if fault.is_mended { NoticeView::FileRewritten { file } } else { NoticeView::FileNotRewritten { file } };
    [found, outcome]
}

fn odd_entry(entry: &OddEntry) -> NoticeView {
    let kind = match entry.kind {
        OddKind::SymbolicLink => OddKindView::SymbolicLink,
        OddKind::HardLink => OddKindView::HardLink,
        OddKind::NotAFile => OddKindView::NotAFile,
        OddKind::NotAFolder => OddKindView::NotAFolder,
    };
    NoticeView::OddEntry { path: entry.path.display().to_string(), kind }
}

#[cfg(test)]
mod tests {
    use idw_vault::{DocumentId, HeaderFault, SnapshotUsed};

    use super::*;

    fn report() -> RepairReport {
        RepairReport {
            damage: Damage::ManifestMissing,
            restored: 1,
            from_snapshot: None,
            lost: Lost::default(),
            kept_aside: None,
        }
    }

    #[test]
    fn a_repair_that_lost_nothing_says_so() {
        assert_eq!(
            repaired(&report()),
            [
                NoticeView::Repaired { cause: RepairCause::ListMissing },
                NoticeView::RecordsRecovered { count: 1 },
                NoticeView::NothingMissing,
            ]
        );
    }

    #[test]
    fn a_repair_says_everything_that_it_lost() {
        let mut report = report();
        report.damage = Damage::RolledBack { expected: 9, found: 7 };
        report.from_snapshot = Some(SnapshotUsed { write: 7, records: 2 });
        report.lost = Lost {
            writes: Some(8..=9),
            records: 3,
            outdated: 4,
            maybe_removed: 5,
            unconfirmed: true,
            documents: vec!["00000000000000000000000000000001".parse::<DocumentId>().unwrap()],
        };
        report.kept_aside = Some("v/damaged-1".into());
        assert_eq!(
            repaired(&report),
            [
                NoticeView::Repaired { cause: RepairCause::RecordsOld },
                NoticeView::RecordsRecovered { count: 1 },
                NoticeView::RecordsFromSnapshot { count: 2 },
                NoticeView::ChangesMissing { count: 2 },
                NoticeView::RecordsLost { count: 3 },
                NoticeView::RecordsOutdated { count: 4 },
                NoticeView::RecordsMaybeDeleted { count: 5 },
                NoticeView::ChangesAfterSnapshotMissing,
                NoticeView::DocumentsMissing { count: 1 },
                NoticeView::DamagedKept { folder: "v/damaged-1".to_owned() },
            ]
        );
    }

    #[test]
    fn an_absurd_range_of_writes_is_counted_without_overflow() {
        let lost = super::lost(&Lost { writes: Some(0..=u64::MAX), ..Lost::default() }).collect::<Vec<_>>();
        assert_eq!(lost, [NoticeView::ChangesMissing { count: u64::MAX }]);
    }

    #[test]
    fn a_spare_file_is_told_with_what_became_of_it() {
        let file = || "anchor".to_owned();
        let told = |why, is_mended| spare_fault(&SpareFault { file: file(), why, is_mended });
        assert_eq!(
            told(SpareFaultCause::Missing, true),
            [NoticeView::FileMissing { file: file() }, NoticeView::FileRewritten { file: file() }]
        );
        assert_eq!(
            told(SpareFaultCause::Damaged(HeaderFault::Truncated), false),
            [NoticeView::FileDamaged { file: file() }, NoticeView::FileNotRewritten { file: file() }]
        );
        let error = "Input/output error (os error 5)".to_owned();
        assert_eq!(
            told(SpareFaultCause::Unreadable(error.clone()), true),
            [NoticeView::FileUnreadable { file: file(), error }, NoticeView::FileRewritten { file: file() }]
        );
    }
}
