//! The words for what became of what is in a backup.

use idw_wallet::{BackupRemark, MergeOutcome, MergedKind, RemarkOutcome};
use idw_words::message;

use crate::words::say;

pub(super) fn kind(kind: MergedKind) -> String {
    match kind {
        MergedKind::RecoveryPhrase => say(message::BackupKindPhrase),
        MergedKind::Profile => say(message::BackupKindProfile),
        MergedKind::Account => say(message::BackupKindAccount),
        MergedKind::Document => say(message::BackupKindDocument),
        MergedKind::Attribute => say(message::BackupKindAttribute),
        MergedKind::Schema => say(message::BackupKindSchema),
        MergedKind::Site => say(message::BackupKindSite),
        MergedKind::Application => say(message::BackupKindApplication),
        MergedKind::Provider => say(message::BackupKindProvider),
        MergedKind::EidParty => say(message::BackupKindEidParty),
        MergedKind::ActivityLog => say(message::BackupKindActivity),
    }
}

pub(super) fn outcome(outcome: MergeOutcome, dry_run: bool) -> String {
    match (outcome, dry_run) {
        (MergeOutcome::Added, false) => say(message::CliOutcomeAdded),
        (MergeOutcome::Added, true) => say(message::CliOutcomeNew),
        (MergeOutcome::AlreadyThere, _) => say(message::CliOutcomeThere),
        (MergeOutcome::AddedBeside, false) => say(message::CliOutcomeBeside),
        (MergeOutcome::AddedBeside, true) => say(message::CliOutcomeGoesBeside),
        (MergeOutcome::Kept, _) => say(message::CliOutcomeKept),
        (MergeOutcome::LeftOut, _) => say(message::CliOutcomeLeftOut),
    }
}

/// Something that was not as it should be when a backup was made or restored, and what became of it.
pub(super) fn remark(remark: &BackupRemark) -> String {
    let (kind, name, reason) = (kind(remark.kind), &remark.name, &remark.reason);
    match remark.outcome {
        RemarkOutcome::LeftOut => say(message::BackupRemarkLeftOut { kind, name, reason }),
        RemarkOutcome::Corrected => say(message::BackupRemarkCorrected { kind, name, reason }),
        RemarkOutcome::Kept => say(message::BackupRemarkKept { kind, name, reason }),
    }
}
