//! The words for what became of what is in a backup.

use idw_wallet::{MergeOutcome, MergedKind};

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
    }
}
