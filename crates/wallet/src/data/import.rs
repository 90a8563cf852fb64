//! Reading attributes and documents in.

use std::{collections::HashMap, io::Read, sync::Arc};

use idw_identity::{AttributeType, summary};
use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, MessageData, message};
use jiff::Timestamp;
use serde_json::Value;

use super::{
    DataError,
    arrivals::Arrivals,
    file::{self, FileAttribute},
};
use crate::{
    Explain as _, Metadata, Wallet,
    attributes::{ReferredFile, check_label, fit, free_label, same_label},
    clock::now,
    documents::{self, unused_without},
    plain::line,
    profiles,
    records::{AttributeRecord, ClaimRecord, Event, ProvenanceRecord},
    schemas::Types,
    store::put,
    view::{ImportOutcome, ImportReport, ImportedAttribute, ProfileKind},
};

/// How to import.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// Only report what would be done.
    pub dry_run: bool,
    /// What to do with a value where the wallet holds another with the same label.
    pub on_conflict: OnConflict,
    /// What the file is called: becomes the provenance of what is taken in.
    pub from: String,
    /// What becomes of the metadata of pictures that are new to the wallet.
    pub metadata: Metadata,
}

/// What to do with a value where the wallet holds another one with the same label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnConflict {
    /// Leave the wallet's.
    #[default]
    Skip,
    /// Take the file's.
    Replace,
    /// Keep both, the file's under another label.
    KeepBoth,
}

impl Wallet {
    /// Reads attributes and documents from a file that [`export_data`](Self::export_data) or another program made,
    /// into this profile. Each value is checked against its schema, and each document is opened in a process of its
    /// own, as [`add_document`](Self::add_document) does it: pictures lose their metadata on the way. What cannot be taken is refused and told, and the rest is taken; all of it in one durable write.
    ///
    /// # Errors
    /// Where the file is none of the kind, is damaged, or the vault cannot be read or written. Nothing is imported
    /// then.
    pub fn import_data(&self, from: &mut dyn Read, options: &ImportOptions) -> Result<ImportReport, DataError> {
        let mut arrivals = Arrivals::new(&self.store, options.dry_run, options.metadata)?;
        let given = file::read(from, &mut arrivals)?;
        self.import_read(given, arrivals, options)
    }

    /// Takes in what was read, with the documents that have arrived.
    pub(super) fn import_read(
        &self,
        mut given: Vec<FileAttribute>,
        arrivals: Arrivals<'_>,
        options: &ImportOptions,
    ) -> Result<ImportReport, DataError> {
        // Of several new values, the one that was the default becomes it again.
        given.sort_by_key(|attribute| !attribute.default);

        let _guard = self.store.changing();
        let mut import = Import {
            types: self.types()?,
            kind: profiles::selected(&self.store)?.kind.into(),
            profile: self.store.profile(),
            options,
            at: now(),
            held: Held::new(self.listing()?.records().to_vec()),
            arrivals,
            written: Vec::new(),
        };
        let attributes: Vec<ImportedAttribute> = given.into_iter().map(|attribute| import.take(attribute)).collect();
        let Import { arrivals, held, written, .. } = import;

        let mut batch = Batch::new();
        let documents = arrivals.finish(&mut batch);
        if !options.dry_run {
            let records: Vec<_> = written.iter().map(|at| held.records[*at].clone()).collect();
            self.write(batch, records, &attributes, &documents, options)?;
        }
        Ok(ImportReport { dry_run: options.dry_run, attributes, documents })
    }

    fn write(
        &self,
        mut batch: Batch,
        records: Vec<(RecordId, AttributeRecord)>,
        attributes: &[ImportedAttribute],
        documents: &[crate::view::ImportedDocument],
        options: &ImportOptions,
    ) -> Result<(), DataError> {
        let ids: Vec<RecordId> = records.iter().map(|(id, _)| *id).collect();
        let new: Vec<AttributeRecord> = records.iter().map(|(_, record)| record.clone()).collect();
        for document in unused_without(self, &ids, &new)? {
            documents::remove(&mut batch, document);
        }
        for (id, record) in &records {
            put(&mut batch, *id, record);
        }
        if batch.is_empty() {
            return Ok(());
        }
        let taken = |outcome: &ImportOutcome| {
            matches!(outcome, ImportOutcome::Added | ImportOutcome::Replaced | ImportOutcome::AddedBeside)
        };
        let event = Event::DataImported {
            from: line(&options.from),
            attributes: attributes.iter().filter(|one| taken(&one.outcome)).count() as u64,
            documents: documents.iter().filter(|one| taken(&one.outcome)).count() as u64,
        };
        self.store.commit(batch, event)?;
        Ok(())
    }
}

/// An import under way.
struct Import<'a> {
    types: Arc<Types>,
    kind: ProfileKind,
    profile: u32,
    options: &'a ImportOptions,
    at: Timestamp,
    held: Held,
    arrivals: Arrivals<'a>,
    /// The places in `held` of what is to be written.
    written: Vec<usize>,
}

/// The profile's values, with what was taken in so far.
struct Held {
    records: Vec<(RecordId, AttributeRecord)>,
    /// Places in `records`, by schema.
    by_schema: HashMap<String, Vec<usize>>,
}

impl Import<'_> {
    fn take(&mut self, given: FileAttribute) -> ImportedAttribute {
        let types = Arc::clone(&self.types);
        let label = given.label.as_deref().map(str::trim).filter(|label| !label.is_empty()).map(str::to_owned);
        let mut told = ImportedAttribute {
            name: types.name(&given.schema),
            title: types.title(&given.schema),
            schema: given.schema.clone(),
            label: label.clone().filter(|label| check_label(label).is_ok()),
            summary: String::new(),
            outcome: ImportOutcome::Refused,
            reason: None,
        };
        let provenance = self.provenance(given.provenance.as_ref());
        let checked = match label.as_deref().map(check_label).transpose() {
            Ok(_) => self.check(&types, given),
            Err(error) => Err(error.explain()),
        };
        match checked {
            Ok((ty, value)) => {
                told.summary = summary(ty, &value);
                (told.outcome, told.label) = self.place(ty, label, value, provenance);
                if told.outcome == ImportOutcome::Skipped {
                    told.reason = Some(message::ImportReasonLabelTaken.data());
                }
            }
            Err(why) => told.reason = Some(why),
        }
        told
    }

    /// The value with its files named as the vault names them; or why it is not taken: whole sentences.
    fn check<'t>(&mut self, types: &'t Types, given: FileAttribute) -> Result<(&'t AttributeType, Value), MessageData> {
        if let Some(why) = given.refused {
            return Err(why);
        }
        let ty = types.of(&given.schema).ok_or(message::ImportReasonAttributeUnknown)?;
        let arrivals = &mut self.arrivals;
        let mut found = Vec::new();
        let value = fit(ty, self.kind, given.value, &mut |id| {
            found.push(id.to_owned());
            let (document, id) = arrivals.find(id)?;
            Ok(ReferredFile { id, mime_type: document.mime_type.to_owned(), size: document.size })
        });
        if value.is_err() {
            self.arrivals.refused_by_their_value(&found);
        }
        Ok((ty, value?))
    }

    /// Puts a checked value where it belongs; says what that was, and the label it has now.
    fn place(
        &mut self,
        ty: &AttributeType,
        label: Option<String>,
        value: Value,
        provenance: ProvenanceRecord,
    ) -> (ImportOutcome, Option<String>) {
        let schema = ty.url().to_wire();
        let group = self.held.by_schema.get(&schema).cloned().unwrap_or_default();
        let of = |at: usize| &self.held.records[at].1;
        if group.iter().any(|at| of(*at).value == value) {
            return (ImportOutcome::AlreadyThere, label);
        }
        let conflicting = group.iter().copied().find(|at| same_label(of(*at).label.as_deref(), label.as_deref()));
        let outcome = match (conflicting, self.options.on_conflict) {
            (None, _) => ImportOutcome::Added,
            (Some(_), OnConflict::Skip) => return (ImportOutcome::Skipped, label),
            (Some(at), OnConflict::Replace) => {
                self.replace(at, value, provenance);
                return (ImportOutcome::Replaced, label);
            }
            (Some(_), OnConflict::KeepBoth) => ImportOutcome::AddedBeside,
        };
        let label = if outcome == ImportOutcome::AddedBeside {
            Some(free_label(label.as_deref().unwrap_or("imported"), |label| {
                group.iter().any(|at| same_label(of(*at).label.as_deref(), Some(label)))
            }))
        } else {
            label
        };
        let record = AttributeRecord {
            version: AttributeRecord::VERSION,
            is_default: !group.iter().any(|at| of(*at).is_default),
            schema,
            label: label.clone(),
            value,
            provenance,
            created: self.at,
            changed: self.at,
            profile: self.profile,
        };
        self.keep_documents(&record);
        let at = self.held.add(RecordId::make(), record);
        self.written.push(at);
        (outcome, label)
    }

    fn replace(&mut self, at: usize, value: Value, provenance: ProvenanceRecord) {
        let record = &mut self.held.records[at].1;
        let version = AttributeRecord::VERSION;
        *record = AttributeRecord { version, value, provenance, changed: self.at, ..record.clone() };
        let record = record.clone();
        self.keep_documents(&record);
        if !self.written.contains(&at) {
            self.written.push(at);
        }
    }

    fn keep_documents(&mut self, record: &AttributeRecord) {
        for id in crate::documents::ids_in(&record.value) {
            self.arrivals.need(&id);
        }
    }

    /// A file can claim anything of where its values come from; the wallet says that they come from the file, and what
    /// that claims.
    fn provenance(&self, given: Option<&Value>) -> ProvenanceRecord {
        ProvenanceRecord::from_file(&self.options.from, self.at, given.and_then(claim_in))
    }
}

/// What a file says of who verified a value: what it was exported as, or what the file that it was in said before.
fn claim_in(provenance: &Value) -> Option<ClaimRecord> {
    let verified = match provenance.get("type")?.as_str()? {
        "verified" => provenance,
        "imported" | "unconfirmed" => provenance.get("claims")?,
        _ => return None,
    };
    let at = verified.get("at").and_then(Value::as_str).and_then(|at| at.parse().ok());
    Some(ClaimRecord::new(verified.get("by")?.as_str()?, at))
}

impl Held {
    fn new(records: Vec<(RecordId, AttributeRecord)>) -> Self {
        let mut held = Self { records: Vec::new(), by_schema: HashMap::new() };
        for (id, record) in records {
            held.add(id, record);
        }
        held
    }

    fn add(&mut self, id: RecordId, record: AttributeRecord) -> usize {
        let at = self.records.len();
        self.by_schema.entry(record.schema.clone()).or_default().push(at);
        self.records.push((id, record));
        at
    }
}
