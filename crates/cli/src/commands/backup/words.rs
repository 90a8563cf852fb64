//! The words for what became of what is in a backup.

use idw_wallet::{BackupRemark, MergeOutcome, MergedKind, RemarkOutcome};

pub(super) fn kind(kind: MergedKind) -> &'static str {
    match kind {
        MergedKind::RecoveryPhrase => "recovery phrase",
        MergedKind::Profile => "profile",
        MergedKind::Account => "account",
        MergedKind::Document => "document",
        MergedKind::Attribute => "attribute",
        MergedKind::Schema => "schema",
        MergedKind::Site => "site",
        MergedKind::Application => "application",
        MergedKind::Provider => "identity-check provider",
        MergedKind::EidParty => "site of Auth eID",
        MergedKind::ActivityLog => "activity log",
    }
}

pub(super) fn outcome(outcome: MergeOutcome, dry_run: bool) -> &'static str {
    match (outcome, dry_run) {
        (MergeOutcome::Added, false) => "added",
        (MergeOutcome::Added, true) => "new",
        (MergeOutcome::AlreadyThere, _) => "already there",
        (MergeOutcome::AddedBeside, false) => "added beside yours",
        (MergeOutcome::AddedBeside, true) => "would go beside yours",
        (MergeOutcome::Kept, _) => "yours is kept",
        (MergeOutcome::LeftOut, _) => "left out",
    }
}

/// Something that was not as it should be when a backup was made or restored, and what became of it.
pub(super) fn remark(remark: &BackupRemark) -> String {
    let outcome = match remark.outcome {
        RemarkOutcome::LeftOut => "was left out",
        RemarkOutcome::Corrected => "was put right",
        RemarkOutcome::Kept => "was kept",
    };
    format!("the {} {} {outcome}: {}", kind(remark.kind), remark.name, remark.reason)
}
