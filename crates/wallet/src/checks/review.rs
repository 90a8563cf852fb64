//! What came beside what the wallet holds.

use std::fmt;

use idw_identity::{AttributeType, FileObject, dates, summary};
use idw_vault::RecordId;
use idw_words::{Argument, Message as _, message};
use serde_json::Value;

use super::{
    Brought, KeepCheckError,
    drafts::{Draft, Drafting, Drafts, Reading, end_of_number, kind_of},
    pictures::Pictures,
};
use crate::{
    FileInput, StoreError, Wallet,
    attributes::{Viewer, by_schema, lacking},
    clock::today,
    plain::line,
    profiles,
    records::AttributeRecord,
    view::{
        CheckDocumentKind, CheckDocumentView, CheckField, CheckItem, CheckLeftOut, CheckNote, CheckPreview,
        CheckStanding,
    },
};

/// What the user says of what came, before choosing.
#[derive(Default)]
pub struct CheckOptions {
    /// What the documents are of which the provider does not say it.
    pub document: Option<CheckDocumentKind>,
    /// How many of the given names make the first name; the others are middle names. All, where it is not said.
    pub first_names: Option<usize>,
    /// A picture of the user with the document, where the check brought none.
    pub selfie: Option<FileInput>,
}

/// What a check brought, beside what the wallet holds. Nothing of it is kept yet; dropped, it is gone.
pub struct CheckReview {
    pub(super) brought: Brought,
    pub(super) pictures: Pictures,
    pub(super) candidates: Vec<Candidate>,
    pub(super) left_out: Vec<CheckLeftOut>,
    reading: Reading,
    given_names: Vec<String>,
    first_names: usize,
    /// How often the wallet had been changed when this was worked out.
    pub(super) change: u64,
    preview: CheckPreview,
}

impl fmt::Debug for CheckReview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CheckReview").field("brought", &self.brought).finish_non_exhaustive()
    }
}

impl CheckReview {
    /// What a shell shows.
    pub fn preview(&self) -> &CheckPreview {
        &self.preview
    }
}

/// A value that can be kept.
pub(super) struct Candidate {
    /// What the user's choice names it by.
    pub(super) id: RecordId,
    pub(super) schema: String,
    pub(super) draft: Draft,
    /// What the wallet holds in its place.
    pub(super) held: Option<(RecordId, AttributeRecord)>,
    pub(super) standing: CheckStanding,
}

impl Wallet {
    /// Sets what a check brought beside what this wallet holds. Pictures pass the checks of any document, and are sealed on
    /// the disk until they are kept or dropped.
    pub(crate) fn review_brought(
        &self,
        mut brought: Brought,
        options: CheckOptions,
    ) -> Result<CheckReview, KeepCheckError> {
        let pictures = Pictures::of(self, &mut brought)?;
        let preview = CheckPreview {
            provider: line(&brought.name),
            test: brought.test,
            trusted: brought.trusted,
            at: brought.at.to_string(),
            sealed: self.seals()?.has_key(),
            documents: Vec::new(),
            given_names: Vec::new(),
            first_names: 0,
            items: Vec::new(),
            left_out: Vec::new(),
        };
        let mut review = CheckReview {
            brought,
            pictures,
            candidates: Vec::new(),
            left_out: Vec::new(),
            reading: Reading::default(),
            given_names: Vec::new(),
            first_names: 0,
            change: 0,
            preview,
        };
        self.review_again(&mut review, options)?;
        Ok(review)
    }

    /// Works the review out anew, with what the user says of what came, and with what the wallet holds now. A selfie that was
    /// given before stays.
    ///
    /// # Errors
    /// Where the selfie cannot be used, or the vault cannot be read. The review is as it was.
    pub fn review_again(&self, review: &mut CheckReview, options: CheckOptions) -> Result<(), KeepCheckError> {
        let CheckOptions { document, first_names, selfie } = options;
        if let Some(selfie) = selfie {
            review.pictures.take_selfie(self, selfie)?;
        }
        review.reading = Reading { document, first_names };
        self.work_out(review)
    }

    /// The same with what the user said before.
    pub(super) fn work_out(&self, review: &mut CheckReview) -> Result<(), KeepCheckError> {
        let change = self.store.change();
        let types = self.types()?;
        let drafting = Drafting {
            types: &types,
            kind: profiles::selected(&self.store)?.kind.into(),
            pictures: &review.pictures,
            reading: review.reading,
            today: today(),
        };
        let Drafts { found, left_out, given_names, first_names } = drafting.drafts(&review.brought);
        let before: Vec<(&'static str, usize, RecordId)> =
            review.candidates.iter().map(|one| (one.draft.name, one.draft.paper, one.id)).collect();
        let mut candidates = Vec::with_capacity(found.len());
        for draft in found {
            let Some(ty) = types.find(draft.name) else { continue };
            let known = before.iter().find(|(name, paper, _)| *name == draft.name && *paper == draft.paper);
            let id = known.map_or_else(RecordId::make, |(_, _, id)| *id);
            candidates.push(self.candidate(ty, id, draft)?);
        }
        candidates.sort_by_cached_key(|one| types.rank(&one.schema));
        let viewer = Viewer::read(self)?;
        let items = candidates.iter().filter_map(|one| Some(item(types.find(one.draft.name)?, one, &viewer))).collect();
        let documents = review.brought.papers.iter().map(|paper| CheckDocumentView {
            kind: kind_of(paper, review.reading),
            said: paper.said.as_deref().map(line),
            number_end: end_of_number(paper),
        });
        review.preview = CheckPreview {
            documents: documents.collect(),
            given_names: given_names.clone(),
            first_names,
            items,
            left_out: left_out.clone(),
            ..review.preview.clone()
        };
        (review.candidates, review.left_out) = (candidates, left_out);
        (review.given_names, review.first_names, review.change) = (given_names, first_names, change);
        Ok(())
    }

    fn candidate(&self, ty: &AttributeType, id: RecordId, mut draft: Draft) -> Result<Candidate, StoreError> {
        let held = by_schema(self, ty)?;
        let same = held.iter().find(|(_, record)| says(&record.value, &draft.value));
        let held = same.or_else(|| held.first()).cloned();
        let standing = match (&held, same.is_some()) {
            (None, _) => CheckStanding::New,
            (Some(_), true) => CheckStanding::Same,
            (Some(_), false) => CheckStanding::Differs,
        };
        if let Some((_, record)) = &held {
            complete(ty, &mut draft, &record.value, standing);
        }
        Ok(Candidate { id, schema: ty.url().to_wire(), draft, held, standing })
    }
}

/// Whether a value that is held says all that came; it may say more.
fn says(held: &Value, came: &Value) -> bool {
    match (held, came) {
        (Value::Object(held), Value::Object(came)) => came.iter().all(|(name, part)| held.get(name) == Some(part)),
        _ => held == came,
    }
}

/// Takes over what the value that is held says besides: all of it where the two say the same; else the selfie, where both
/// are of one document, as its dates tell.
fn complete(ty: &AttributeType, draft: &mut Draft, held: &Value, standing: CheckStanding) {
    let same_document = dates(ty, held) == dates(ty, &draft.value) && dates(ty, held).expires.is_some();
    let (Value::Object(value), Value::Object(held)) = (&mut draft.value, held) else { return };
    let members = held.iter().filter(|(name, _)| match standing {
        CheckStanding::Same => true,
        CheckStanding::Differs => same_document && *name == "selfie",
        CheckStanding::New => false,
    });
    for (name, part) in members {
        if value.contains_key(name) {
            continue;
        }
        value.insert(name.clone(), part.clone());
        draft.added.push(name.clone());
        if name == "selfie" {
            draft.notes.push(CheckNote::SelfieHeld);
        }
    }
}

fn item(ty: &AttributeType, candidate: &Candidate, viewer: &Viewer) -> CheckItem {
    let Candidate { id, draft, held, standing, .. } = candidate;
    CheckItem {
        id: id.to_string(),
        name: draft.name.to_owned(),
        title: ty.title().to_owned(),
        summary: summary(ty, &draft.value),
        fields: fields(ty, &draft.value),
        held: held.as_ref().map(|(id, record)| viewer.view(*id, record)),
        standing: *standing,
        lacks: lacking(ty, &draft.value),
        notes: draft.notes.clone(),
    }
}

/// The fields of a value that is not in the wallet yet.
fn fields(ty: &AttributeType, value: &Value) -> Vec<CheckField> {
    let told = ty.fields().iter().filter_map(|field| {
        let part = field.path.get(value)?;
        let text = match (FileObject::from_value(part), part) {
            (Some(file), _) => {
                message::CheckFieldPicture { kind: kind_of_picture(&file.mime_type), size: Argument::Size(file.size) }
                    .data()
            }
            (None, Value::String(text)) => message::ErrorVerbatim { text: line(text) }.data(),
            (None, _) => return None,
        };
        Some(CheckField { title: field.title.clone(), text })
    });
    told.collect()
}

fn kind_of_picture(mime_type: &str) -> &str {
    match mime_type {
        "image/jpeg" => "JPEG",
        "image/png" => "PNG",
        other => other,
    }
}
