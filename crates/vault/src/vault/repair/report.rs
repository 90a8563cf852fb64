//! What a repair brought back, and what not.

use std::fmt;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use crate::{Damage, DocumentId};

/// What was wrong with a vault when it was unlocked, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairReport {
    /// What was wrong.
    pub damage: Damage,
    /// How many records the vault holds now.
    pub restored: u64,
    /// The snapshot that records came from, if any did.
    pub from_snapshot: Option<SnapshotUsed>,
    /// What did not come back, as far as can be known.
    pub lost: Lost,
    /// The folder with everything that was found damaged; none when only the header was. It may hold values that were
    /// removed from the vault since: remove it when nothing is missed.
    pub kept_aside: Option<PathBuf>,
}

/// A snapshot that records came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SnapshotUsed {
    /// The number of the last commit that is in it.
    pub write: u64,
    /// How many of the vault's records came from it; the others were read from the damaged database.
    pub records: u64,
}

/// What a repair did not bring back. All of it is empty when nothing was lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lost {
    /// The commits after which the vault may lack something: changes that they made came back only where they could be
    /// read in the damaged database.
    pub writes: Option<RangeInclusive<u64>>,
    /// Records that were seen in the damaged database and could not be read in any version.
    pub records: u64,
    /// Records that came back in an older version, as the newer could not be read.
    pub outdated: u64,
    /// Records that came back from the snapshot and were not seen in the damaged database: some may have been removed
    /// since the snapshot.
    pub maybe_removed: u64,
    /// Whether no database said that the snapshot's write was the last: what was changed after it, if anything was, is
    /// missing. The anchor knows of nothing, but it is not waited for at each commit, and may be an old one put back.
    pub unconfirmed: bool,
    /// Documents that are listed and have no file.
    pub documents: Vec<DocumentId>,
}

impl Lost {
    /// Whether everything that was saved is there.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Display for RepairReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the vault was repaired because {}; {} came back", self.damage, records(self.restored))?;
        if let Some(snapshot) = self.from_snapshot {
            write!(f, ", {} of them from the snapshot of write {}", snapshot.records, snapshot.write)?;
        }
        if self.lost.is_nothing() {
            write!(f, ", and nothing is missing")?;
        } else {
            write!(f, "; {}", self.lost)?;
        }
        match &self.kept_aside {
            Some(dir) => write!(f, "; what was damaged is kept in {}", dir.display()),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if let Some(writes) = &self.writes {
            let (first, last) = (writes.start(), writes.end());
            parts.push(format!("changes of the writes {first} to {last} may be missing"));
        }
        let mut add = |count: u64, what: &str| {
            if count > 0 {
                parts.push(format!("{} {what}", records(count)));
            }
        };
        add(self.records, "could not be read");
        add(self.outdated, "came back in an older version");
        add(self.maybe_removed, "came back that may have been removed before");
        if self.unconfirmed {
            parts.push("what was changed after that, if anything was, is missing".to_owned());
        }
        if !self.documents.is_empty() {
            parts.push(format!("the files of {} documents are missing", self.documents.len()));
        }
        f.write_str(&parts.join(", "))
    }
}

fn records(count: u64) -> String {
    if count == 1 { "1 record".to_owned() } else { format!("{count} records") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_one_sentence() {
        let mut report = RepairReport {
            damage: Damage::ManifestMissing,
            restored: 1,
            from_snapshot: None,
            lost: Lost::default(),
            kept_aside: None,
        };
        assert_eq!(
            report.to_string(),
            "the vault was repaired because the manifest of the records is missing; 1 record came back, and nothing is missing"
        );
        report.from_snapshot = Some(SnapshotUsed { write: 7, records: 1 });
        report.lost = Lost { unconfirmed: true, ..Lost::default() };
        assert_eq!(
            report.to_string(),
            "the vault was repaired because the manifest of the records is missing; 1 record came back, 1 of them from the \
             snapshot of write 7; what was changed after that, if anything was, is missing"
        );
        report.lost = Lost { writes: Some(8..=9), records: 2, outdated: 1, ..Lost::default() };
        report.kept_aside = Some("v/damaged-1".into());
        assert_eq!(
            report.to_string(),
            "the vault was repaired because the manifest of the records is missing; 1 record came back, 1 of them from the \
             snapshot of write 7; changes of the writes 8 to 9 may be missing, 2 records could not be read, 1 record came \
             back in an older version; what was damaged is kept in v/damaged-1"
        );
    }
}
