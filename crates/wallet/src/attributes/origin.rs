//! Where a value comes from: for people in words, for programs as data.

use std::collections::HashSet;

use crate::{
    StoreError, Wallet,
    documents::DocumentList,
    plain::{line, quoted},
    provenance::Seals,
    records::{AttributeRecord, CheckRecord, ProvenanceRecord, ProviderRecord, SourceRecord},
    store::Store,
    view::{CheckedView, ClaimView, OriginView, SourceView},
};

/// What tells which of the records' words are the wallet's own.
#[derive(Default)]
pub(crate) struct Origins {
    seals: Seals,
    /// The ids of the providers whose checks count as verified for others.
    trusted: HashSet<String>,
}

impl Origins {
    /// For these records: without one that was checked nothing has to be derived.
    pub(super) fn read<'r>(
        wallet: &Wallet,
        store: &Store,
        mut records: impl Iterator<Item = &'r AttributeRecord>,
    ) -> Result<Self, StoreError> {
        if records.all(|record| record.provenance.check().is_none()) {
            return Ok(Self::default());
        }
        let providers = store.readable_in_all_profiles::<ProviderRecord>(|_| true)?.records;
        let trusted = providers.into_iter().filter(|(_, one)| one.trusted).map(|(id, _)| id.to_string()).collect();
        Ok(Self { seals: wallet.seals()?, trusted })
    }

    /// The check that gave a value, where the wallet knows that itself.
    pub(crate) fn confirmed<'r>(
        &self,
        record: &'r AttributeRecord,
        documents: &DocumentList,
    ) -> Option<&'r CheckRecord> {
        self.seals.confirmed(record, |id| documents.get(id).map(|document| document.sha256.clone()))
    }

    /// Whether a check by this provider counts as verified for others.
    pub(crate) fn trusts(&self, check: &CheckRecord) -> bool {
        self.trusted.contains(&check.provider)
    }

    pub(super) fn of(&self, record: &AttributeRecord, documents: &DocumentList) -> OriginView {
        match &record.provenance {
            ProvenanceRecord::Entered => OriginView::Entered,
            ProvenanceRecord::Imported { from, at, source, claims } => OriginView::Imported {
                from: line(from),
                at: at.to_string(),
                source: match source {
                    SourceRecord::File => SourceView::File,
                    SourceRecord::Backup => SourceView::Backup,
                    SourceRecord::Check => SourceView::Check,
                },
                claims: claims
                    .as_ref()
                    .map(|claim| ClaimView { by: line(&claim.by), at: claim.at.map(|at| at.to_string()) }),
            },
            ProvenanceRecord::Checked(check) => match self.confirmed(record, documents) {
                Some(check) => OriginView::Verified(self.checked(check)),
                None => OriginView::Unconfirmed { by: line(&check.name), at: check.at.to_string() },
            },
            ProvenanceRecord::Verified { by, at } => OriginView::Unconfirmed { by: line(by), at: at.to_string() },
        }
    }

    /// What a shell shows of a check.
    pub(crate) fn checked(&self, check: &CheckRecord) -> CheckedView {
        CheckedView {
            by: line(&check.name),
            at: check.at.to_string(),
            provider: check.provider.clone(),
            check: line(&check.check),
            document_type: check.document_type.as_deref().map(line),
            number_end: check.number_end.as_deref().map(line),
            test: check.test,
            trusted: self.trusts(check),
            added: check.added.clone(),
        }
    }
}

/// Where a value comes from, in words. What a file is called or claims stands in quotation marks that it cannot close:
/// `verified by the State.json` is the name of a file, and reads so.
pub(super) fn in_words(origin: &OriginView) -> String {
    match origin {
        OriginView::Entered => "entered by you".to_owned(),
        OriginView::Imported { from, at, source, claims } => {
            let source = match source {
                SourceView::File => format!("the file {}", quoted(from)),
                SourceView::Backup => format!("the backup of {}", moment(from)),
                SourceView::Check => format!("a check by {}", quoted(from)),
            };
            let claims = claims.as_ref().map_or_else(String::new, |claim| {
                let on = claim.at.as_deref().map_or_else(String::new, |at| format!(" on {}", day(at)));
                format!(", which says that it was verified by {}{on}", quoted(&claim.by))
            });
            format!("imported from {source} on {}{claims}", day(at))
        }
        OriginView::Verified(CheckedView { by, at, test, added, .. }) => {
            let who = if *test { "the test provider " } else { "" };
            let added = if added.is_empty() { String::new() } else { format!(", but for the {}", added.join(" and ")) };
            format!("verified by {who}{} on {}{added}", quoted(by), day(at))
        }
        OriginView::Unconfirmed { by, at } => {
            format!("said to be verified by {} on {}, which this wallet cannot confirm", quoted(by), day(at))
        }
    }
}

/// The day of a time in RFC 3339.
fn day(at: &str) -> String {
    at.chars().take(10).collect()
}

/// The day of what a backup says is a time; else what it says, in quotation marks.
fn moment(created: &str) -> String {
    created.parse::<jiff::Timestamp>().map_or_else(|_| quoted(created), |at| day(&at.to_string()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::records::ClaimRecord;

    fn told(provenance: ProvenanceRecord) -> (OriginView, String) {
        let at = "2026-01-31T09:30:00Z".parse().unwrap();
        let record = AttributeRecord {
            version: AttributeRecord::VERSION,
            schema: String::new(),
            label: None,
            value: json!("Ada"),
            provenance,
            created: at,
            changed: at,
            is_default: true,
            profile: 0,
        };
        let origin = Origins::default().of(&record, &DocumentList::default());
        let words = in_words(&origin);
        (origin, words)
    }

    #[test]
    fn no_file_says_where_a_value_comes_from_in_the_wallets_own_words() {
        let at = "2026-01-31T09:30:00Z".parse().unwrap();
        let claim = |by: &str| Some(ClaimRecord::new(by, None));
        let check = |record: ProvenanceRecord, expected: &str| assert_eq!(told(record).1, expected);
        let file = |name: &str, claims| ProvenanceRecord::from_file(name, at, claims);
        check(ProvenanceRecord::Entered, "entered by you");
        check(file("ada.json", None), "imported from the file “ada.json” on 2026-01-31");
        check(
            file("verified by the Government.json", None),
            "imported from the file “verified by the Government.json” on 2026-01-31",
        );
        check(
            file("a” on 2026-01-01, verified by “the State\u{202e}", None),
            "imported from the file “a' on 2026-01-01, verified by 'the State” on 2026-01-31",
        );
        check(
            file("ada.json", claim("a notary” and by “you")),
            "imported from the file “ada.json” on 2026-01-31, which says that it was verified by “a notary' and by 'you”",
        );
        let verified = ProvenanceRecord::Verified { by: "the State".to_owned(), at };
        check(
            verified.clone().told_by_backup("2026-01-30T08:00:00Z", at),
            "imported from the backup of 2026-01-30 on 2026-01-31, which says that it was verified by “the State” on 2026-01-31",
        );
        check(
            ProvenanceRecord::Entered.told_by_backup("today, verified by the State", at),
            "imported from the backup of “today, verified by the State” on 2026-01-31",
        );
        check(verified, "said to be verified by “the State” on 2026-01-31, which this wallet cannot confirm");
        let old = ProvenanceRecord::Imported {
            from: "x\u{202e}y\n.json".to_owned(),
            at,
            source: SourceRecord::File,
            claims: None,
        };
        let (origin, words) = told(old);
        assert_eq!(words, "imported from the file “xy.json” on 2026-01-31");
        assert!(matches!(origin, OriginView::Imported { from, .. } if from == "xy.json"), "an older record, too");
    }

    #[test]
    fn a_check_without_its_seal_is_not_the_wallets_word() {
        let check = CheckRecord {
            provider: String::new(),
            name: "Example Check".to_owned(),
            test: false,
            check: "c-1".to_owned(),
            at: "2026-01-31T09:30:00Z".parse().unwrap(),
            document_type: None,
            number_end: None,
            document: None,
            added: vec!["selfie".to_owned()],
            seal: "00".repeat(32),
        };
        let (origin, words) = told(ProvenanceRecord::Checked(check.clone()));
        assert!(matches!(origin, OriginView::Unconfirmed { .. }), "{origin:?}");
        assert_eq!(words, "said to be verified by “Example Check” on 2026-01-31, which this wallet cannot confirm");
        let confirmed =
            |test| in_words(&OriginView::Verified(Origins::default().checked(&CheckRecord { test, ..check.clone() })));
        assert_eq!(confirmed(false), "verified by “Example Check” on 2026-01-31, but for the selfie");
        assert_eq!(confirmed(true), "verified by the test provider “Example Check” on 2026-01-31, but for the selfie");
    }
}
