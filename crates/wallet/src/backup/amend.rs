//! A restored wallet: a person's own backup comes back whole, whatever this version would say to it today. So nothing of
//! the user's is left out for what it says. What would mislead (names, types, who verified a value) is put right, and what
//! no longer fits its schema is kept and told: it is checked again before it is ever sent.

use std::collections::HashMap;

use idw_identity::AttributeType;
use idw_keys::Phrase;
use idw_words::{Message as _, MessageData, message};

use super::{
    content::{Content, account_index},
    format::DocumentEntry,
    view::{BackupRemark, MergedKind, RemarkOutcome},
};
use crate::{
    Explain as _,
    attributes::{ReferredFile, check_label, corrected_label, fit},
    clock::now,
    documents::FileName,
    plain::line,
    profiles::corrected_name,
    provenance::Seals,
    records::{AttributeRecord, DocumentMeta},
    schemas::{MOST_KEPT, Types, described},
    view::ProfileKind,
};

/// What is told of it.
#[derive(Default)]
pub(super) struct Remarks(pub(super) Vec<BackupRemark>);

impl Remarks {
    fn tell(&mut self, kind: MergedKind, name: &str, outcome: RemarkOutcome, reason: impl Into<MessageData>) {
        let name = message::BackupItemNamed { name: line(name) }.data();
        self.0.push(BackupRemark { kind, name, outcome, reason: reason.into() });
    }

    /// What the vault keeps of a document whose bytes are of this type, if they are of any.
    pub(super) fn document(&mut self, document: &DocumentEntry, mime_type: Option<&'static str>) -> DocumentMeta {
        let meta = Content::meta(document);
        // Of what is of no known kind nothing is believed: it can be saved, and no site is sent it.
        let mime_type = mime_type.unwrap_or("application/octet-stream").to_owned();
        let name = FileName::new(&document.name, &mime_type);
        if name.as_str() != document.name {
            self.tell(
                MergedKind::Document,
                name.as_str(),
                RemarkOutcome::Corrected,
                message::BackupReasonNameCorrected,
            );
        }
        if mime_type != meta.mime_type {
            let reason = message::BackupReasonTypeCorrected { media_type: &mime_type };
            self.tell(MergedKind::Document, name.as_str(), RemarkOutcome::Corrected, reason);
        }
        DocumentMeta { name: name.into(), mime_type, ..meta }
    }
}

impl Content {
    /// Puts right what is not the user's word, and tells what was. `types` are those that the documents turned out to be
    /// of, by their ids.
    pub(super) fn amend(&mut self, created: &str, types: &HashMap<String, String>, remarks: &mut Remarks) {
        self.wallet.next_account = account_index(self.wallet.next_account);
        for (_, profile) in &mut self.profiles {
            profile.main_index = account_index(profile.main_index);
            let name = corrected_name(&profile.name);
            if profile.removed.is_none() && name != profile.name {
                profile.name = name;
                remarks.tell(
                    MergedKind::Profile,
                    &profile.name,
                    RemarkOutcome::Corrected,
                    message::BackupReasonNameCorrected,
                );
            }
        }
        let known = Types::builtin().with(self.amend_schemas(remarks));
        self.amend_attributes(created, &known, types, remarks);
    }

    /// A schema is a site's, not the user's: one that is none would say nothing of any value.
    fn amend_schemas(&mut self, remarks: &mut Remarks) -> Vec<AttributeType> {
        let mut kept = Vec::new();
        self.schemas.sort_by_key(|(_, record)| record.fetched);
        self.schemas.retain_mut(|(_, record)| {
            record.site = line(&record.site);
            let full = || message::BackupReasonSchemasFull { most: MOST_KEPT }.data();
            let result = if kept.len() < MOST_KEPT {
                described(&record.url, &record.schema).map_err(|error| error.explain())
            } else {
                Err(full())
            };
            match result {
                Ok(ty) => kept.push(ty),
                Err(why) => {
                    remarks.tell(MergedKind::Schema, &record.url, RemarkOutcome::LeftOut, why);
                    return false;
                }
            }
            true
        });
        kept
    }

    /// The seals of the wallet that the backup is of; none where its phrase is lost.
    fn seals(&self) -> Seals {
        let words = self.wallet.recovery_phrase.as_ref();
        let phrase = words.and_then(|words| Phrase::parse(&words.0).ok());
        phrase.map_or_else(Seals::default, |phrase| Seals::of(&phrase.seed()))
    }

    fn amend_attributes(
        &mut self,
        created: &str,
        known: &Types,
        types: &HashMap<String, String>,
        remarks: &mut Remarks,
    ) {
        let seals = self.seals();
        let kinds: HashMap<u32, ProfileKind> =
            self.profiles.iter().map(|(_, one)| (one.number, one.kind.into())).collect();
        let documents: HashMap<&str, &DocumentEntry> =
            self.documents.iter().map(|document| (document.id.as_str(), document)).collect();
        for (_, record) in &mut self.attributes {
            let title = known.title(&record.schema);
            amend_label(record, &title, remarks);
            let is_confirmed = seals.confirmed(record, |id| documents.get(id).map(|one| one.sha256.clone())).is_some();
            if record.provenance.says_verified() && !is_confirmed {
                let reason = message::BackupReasonUnconfirmed;
                remarks.tell(MergedKind::Attribute, &title, RemarkOutcome::Corrected, reason);
            }
            if !is_confirmed {
                record.provenance = record.provenance.clone().without_own_word(created, now());
            }
            let find = &mut |id: &str| {
                let document = documents.get(id).filter(|document| document.profile == record.profile);
                let document = document.ok_or(message::BackupReasonDocumentAbsent)?;
                let mime_type = types.get(id).unwrap_or(&document.mime_type).clone();
                Ok(ReferredFile { id: id.to_owned(), mime_type, size: document.size })
            };
            let ty = known.of(&record.schema).ok_or_else(|| message::BackupReasonAttributeUnknown.data());
            let kind = kinds.get(&record.profile).copied().unwrap_or(ProfileKind::Person);
            match ty.and_then(|ty| fit(ty, kind, record.value.clone(), find)) {
                Ok(value) => record.value = value,
                Err(why) => remarks.tell(MergedKind::Attribute, &title, RemarkOutcome::Kept, why),
            }
        }
    }
}

fn amend_label(record: &mut AttributeRecord, title: &str, remarks: &mut Remarks) {
    let Some(label) = record.label.as_deref().filter(|label| check_label(label).is_err()) else { return };
    record.label = corrected_label(label);
    remarks.tell(MergedKind::Attribute, title, RemarkOutcome::Corrected, message::BackupReasonLabelCorrected);
}
