//! Keeping what the user chose of what a check brought.

use std::collections::BTreeMap;

use idw_vault::{Batch, RecordId};
use jiff::Timestamp;

use super::{
    CheckReview, KeepCheckError,
    drafts::{document_of, end_of_number, type_in_seal},
    list::DOCUMENTS,
    review::Candidate,
};
use crate::{
    Wallet,
    attributes::{Viewer, by_schema, free_label, same_label},
    clock::now,
    documents::{self, ids_in, unused_without},
    plain::line,
    provenance::{Sealed, Seals},
    records::{AttributeRecord, CheckRecord, Event, ProvenanceRecord, SourceRecord},
    store::put,
    view::{CheckKept, CheckKeptItem, CheckOutcome, CheckStanding},
};

/// What becomes of a value that came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CheckChoice {
    /// It is left.
    #[default]
    Leave,
    /// It is taken in; in the place of the one that is held, where that is another.
    Take,
    /// It is taken in beside the one that is held.
    Beside,
}

/// What becomes of each value, by the ids of the preview. What is not named is left.
#[derive(Clone, Debug, Default)]
pub struct CheckSelection(pub BTreeMap<String, CheckChoice>);

/// A value on its way into the vault.
struct Keeping<'r> {
    candidate: &'r Candidate,
    outcome: CheckOutcome,
    /// None where it is left.
    record: Option<(RecordId, AttributeRecord)>,
}

impl Wallet {
    /// Keeps what the user chose, in one durable write, sealed as verified.
    ///
    /// # Errors
    /// [`KeepCheckError::Changed`] where the wallet was changed since it was looked at: the review is worked out anew then, to
    /// be shown again. Where the vault cannot be written, the texts of the review can still be kept, and the pictures are
    /// gone. Nothing is kept in either case.
    pub fn keep_check(
        &self,
        review: &mut CheckReview,
        selection: &CheckSelection,
    ) -> Result<CheckKept, KeepCheckError> {
        let _guard = self.store.changing();
        if let Some(name) =
            selection.0.keys().find(|id| !review.candidates.iter().any(|one| one.id.to_string() == **id))
        {
            return Err(KeepCheckError::NoSuchItem { name: line(name) });
        }
        if review.change != self.store.change() {
            let before = standings(review);
            self.work_out(review)?;
            if standings(review) != before {
                return Err(KeepCheckError::Changed);
            }
        }
        let keeping = self.keeping(review, selection)?;
        let written: Vec<_> = keeping.iter().filter_map(|one| one.record.clone()).collect();
        let outcomes: Vec<_> = keeping
            .iter()
            .map(|one| (one.candidate.draft.name.to_owned(), one.candidate.schema.clone(), one.outcome))
            .collect();
        let ids: Vec<_> = keeping.iter().map(|one| one.record.as_ref().map(|(id, _)| *id)).collect();
        drop(keeping);
        if !written.is_empty() {
            self.write_kept(review, &written, &outcomes)?;
        }
        let (viewer, types) = (Viewer::read(self)?, self.types()?);
        let view = |id: Option<RecordId>| {
            let (id, record) = written.iter().find(|(written, _)| Some(*written) == id)?;
            Some(viewer.view(*id, record))
        };
        let items = outcomes.into_iter().zip(ids).map(|((name, schema, outcome), id)| CheckKeptItem {
            title: types.title(&schema),
            name,
            outcome,
            attribute: view(id),
        });
        Ok(CheckKept {
            provider: line(&review.brought.name),
            test: review.brought.test,
            items: items.collect(),
            left_out: review.left_out.clone(),
        })
    }

    fn keeping<'r>(
        &self,
        review: &'r CheckReview,
        selection: &CheckSelection,
    ) -> Result<Vec<Keeping<'r>>, KeepCheckError> {
        let (seals, at) = (self.seals()?, now());
        let mut keeping = Vec::with_capacity(review.candidates.len());
        for candidate in &review.candidates {
            let choice = selection.0.get(&candidate.id.to_string()).copied().unwrap_or_default();
            let outcome = match (choice, candidate.standing) {
                (CheckChoice::Leave, _) => CheckOutcome::Left,
                (_, CheckStanding::New) => CheckOutcome::Added,
                (_, CheckStanding::Same) => CheckOutcome::Confirmed,
                (CheckChoice::Take, CheckStanding::Differs) => CheckOutcome::Replaced,
                (CheckChoice::Beside, CheckStanding::Differs) => CheckOutcome::AddedBeside,
            };
            let record = match outcome {
                CheckOutcome::Left => None,
                _ => Some(self.record(review, candidate, outcome, &seals, at)?),
            };
            keeping.push(Keeping { candidate, outcome, record });
        }
        Ok(keeping)
    }

    fn record(
        &self,
        review: &CheckReview,
        candidate: &Candidate,
        outcome: CheckOutcome,
        seals: &Seals,
        at: Timestamp,
    ) -> Result<(RecordId, AttributeRecord), KeepCheckError> {
        let types = self.types()?;
        let siblings = match types.find(candidate.draft.name) {
            Some(ty) => by_schema(self, ty)?,
            None => Vec::new(),
        };
        let over = candidate.held.as_ref().filter(|_| outcome != CheckOutcome::AddedBeside);
        let label = match over {
            Some((_, held)) => held.label.clone(),
            None if siblings.is_empty() => None,
            None => Some(free_label(&line(&review.brought.name), |label| {
                siblings.iter().any(|(_, one)| same_label(one.label.as_deref(), Some(label)))
            })),
        };
        let record = AttributeRecord {
            version: AttributeRecord::VERSION,
            schema: candidate.schema.clone(),
            label,
            value: candidate.draft.value.clone(),
            provenance: ProvenanceRecord::Entered,
            created: over.map_or(at, |(_, held)| held.created),
            changed: at,
            is_default: over
                .map_or_else(|| !siblings.iter().any(|(_, one)| one.is_default), |(_, held)| held.is_default),
            profile: self.store.profile(),
        };
        let provenance = self.provenance_of(review, candidate, &record, seals);
        let id = over.map_or_else(RecordId::make, |(id, _)| *id);
        Ok((id, AttributeRecord { provenance, ..record }))
    }

    fn provenance_of(
        &self,
        review: &CheckReview,
        candidate: &Candidate,
        record: &AttributeRecord,
        seals: &Seals,
    ) -> ProvenanceRecord {
        let brought = &review.brought;
        let paper = brought.papers.get(candidate.draft.paper);
        let check = CheckRecord {
            provider: brought.provider.to_string(),
            name: line(&brought.name),
            test: brought.test,
            check: brought.check.clone(),
            at: brought.at,
            document_type: paper.and_then(type_in_seal),
            number_end: paper.and_then(end_of_number),
            document: paper.filter(|_| DOCUMENTS.contains(&candidate.draft.name)).and_then(document_of),
            added: candidate.draft.added.clone(),
            seal: String::new(),
        };
        let sealed = seals.seal(&Sealed::of(record), check, |id| review.pictures.sha256(&self.store, id));
        sealed.map_or_else(
            || ProvenanceRecord::Imported {
                from: line(&brought.name),
                at: brought.at,
                source: SourceRecord::Check,
                claims: None,
            },
            ProvenanceRecord::Checked,
        )
    }

    fn write_kept(
        &self,
        review: &mut CheckReview,
        written: &[(RecordId, AttributeRecord)],
        outcomes: &[(String, String, CheckOutcome)],
    ) -> Result<(), KeepCheckError> {
        let mut batch = Batch::new();
        let named: Vec<String> = written.iter().flat_map(|(_, record)| ids_in(&record.value)).collect();
        let ids: Vec<RecordId> = written.iter().map(|(id, _)| *id).collect();
        let records: Vec<AttributeRecord> = written.iter().map(|(_, record)| record.clone()).collect();
        for document in unused_without(self, &ids, &records)? {
            documents::remove(&mut batch, document);
        }
        // What happens to them from here on cannot be taken back, nor can they be kept a second time.
        let pictures = std::mem::take(&mut review.pictures);
        review.change = u64::MAX;
        let documents = pictures.put(&self.store, &mut batch, &named);
        for (id, record) in written {
            put(&mut batch, *id, record);
        }
        let replaced = outcomes.iter().filter(|(_, _, outcome)| *outcome == CheckOutcome::Replaced).count();
        let event = Event::CheckKept {
            provider: line(&review.brought.name),
            attributes: written.len() as u64,
            replaced: replaced as u64,
            documents,
        };
        self.store.commit(batch, event)?;
        Ok(())
    }
}

/// What the user was shown of a value that came: its id, and what is held in its place.
type Shown = (RecordId, CheckStanding, Option<(RecordId, AttributeRecord)>);

fn standings(review: &CheckReview) -> Vec<Shown> {
    review.candidates.iter().map(|one| (one.id, one.standing, one.held.clone())).collect()
}
