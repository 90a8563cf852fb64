//! Writing attributes and documents out, in the clear.

use std::io::{self, Read, Write};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use idw_vault::{DocumentId, DocumentInfo, ReadError, RecordId};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{DataError, FORMAT, VERSION};
use crate::{
    StoreError, Unplaced, Wallet,
    clock::now,
    documents::ids_in,
    profiles,
    records::{AttributeRecord, CheckRecord, ClaimRecord, DocumentMeta, ExportRecord, ProvenanceRecord, SourceRecord},
    view::DataExported,
};

/// Bytes of a document in one piece of its content: a multiple of three, so that the pieces joined are base64 too.
const PIECE_LEN_BYTES: usize = 768 * 1024;

/// What to export.
#[derive(Clone, Debug, Default)]
pub struct ExportSelection {
    /// Attributes by short name, schema URL or value id, each with its documents; everything in the profile,
    /// documents that no attribute uses included, where this is empty.
    pub attributes: Vec<String>,
}

impl Wallet {
    /// Writes attributes and documents as JSON that [`import_data`](Self::import_data) and other programs read.
    /// Documents pass through in pieces and are checked as they do.
    ///
    /// # Security
    /// What is written is protected by nothing. The activity log has it before the first byte is out.
    ///
    /// # Errors
    /// Where a selected attribute is not held, a document is damaged, or `to` cannot be written. What was written
    /// until then is not a whole file.
    pub fn export_data(
        &self,
        to: &mut dyn Write,
        selection: &ExportSelection,
    ) -> Result<Unplaced<DataExported>, DataError> {
        let attributes = self.selected(selection)?;
        let documents = self.documents_of(selection, &attributes)?;
        let counted = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let (attributes_len, documents_len) = (counted(attributes.len()), counted(documents.len()));
        let what = ExportRecord::Data { attributes: attributes_len, documents: documents_len };
        let unplaced = Unplaced::begin(&self.store, what)?;

        let profile = profiles::selected(&self.store)?;
        let listing = self.listing()?;
        let mut writer = Writer { to };
        let about = json!({"name": profile.name, "kind": profile.kind});
        writer.text(&format!("{{\n\"format\": {}, \"version\": {VERSION}", json!(FORMAT)))?;
        writer.text(&format!(", \"exported\": {}, \"profile\": {about},\n\"documents\": [", json!(now())))?;
        for (at, (info, meta)) in documents.iter().enumerate() {
            writer.text(if at == 0 { "\n" } else { ",\n" })?;
            self.write_document(&mut writer, info, meta)?;
        }
        writer.text("],\n\"attributes\": [")?;
        for (at, (id, record)) in attributes.iter().enumerate() {
            writer.text(if at == 0 { "\n" } else { ",\n" })?;
            writer.json(&attribute_json(*id, record, listing.confirmed(record)))?;
        }
        writer.text("]\n}\n")?;
        to.flush().map_err(DataError::Write)?;
        Ok(unplaced.with(DataExported { attributes: attributes_len, documents: documents_len }))
    }

    fn selected(&self, selection: &ExportSelection) -> Result<Vec<(RecordId, AttributeRecord)>, DataError> {
        let mut records = self.listing()?.records().to_vec();
        if !selection.attributes.is_empty() {
            let mut wanted: Vec<RecordId> = Vec::new();
            for name in &selection.attributes {
                wanted.extend(self.named(name, None)?.into_iter().map(|(id, _)| id));
            }
            records.retain(|(id, _)| wanted.contains(id));
        }
        records.sort_by_key(|(id, record)| (record.created, *id));
        Ok(records)
    }

    fn documents_of(
        &self,
        selection: &ExportSelection,
        attributes: &[(RecordId, AttributeRecord)],
    ) -> Result<Vec<(DocumentInfo, DocumentMeta)>, DataError> {
        let used: Vec<DocumentId> =
            attributes.iter().flat_map(|(_, record)| ids_in(&record.value)).filter_map(|id| id.parse().ok()).collect();
        let mut documents = self.store.documents().collect::<Result<Vec<_>, StoreError>>()?;
        documents.retain(|(info, _)| selection.attributes.is_empty() || used.contains(&info.id));
        documents.sort_by_key(|(info, meta)| (meta.added, info.id));
        Ok(documents)
    }

    fn write_document(&self, to: &mut Writer<'_>, info: &DocumentInfo, meta: &DocumentMeta) -> Result<(), DataError> {
        let about = json!({
            "id": info.id.to_string(),
            "name": meta.file_name(),
            "mimeType": meta.mime_type,
            "size": info.len,
            "sha256": hex::encode(info.sha256),
            "added": meta.added,
            "keptAlone": meta.kept_alone,
        });
        let about = about.to_string();
        // The content becomes the last member, written piece by piece.
        to.text(about.trim_end_matches('}'))?;
        to.text(", \"content\": [")?;
        let mut reader = self.store.vault().read_document(info.id).map_err(StoreError::from)?;
        let mut piece = Zeroizing::new(Vec::with_capacity(PIECE_LEN_BYTES));
        let mut separator = "\n\"";
        loop {
            piece.clear();
            (&mut reader).take(PIECE_LEN_BYTES as u64).read_to_end(&mut piece).map_err(|error| unread(meta, error))?;
            if piece.is_empty() {
                break;
            }
            to.text(separator)?;
            to.text(&Zeroizing::new(BASE64_STANDARD.encode(&*piece)))?;
            separator = "\",\n\"";
        }
        to.text("\"]}")
    }
}

fn attribute_json(id: RecordId, record: &AttributeRecord, confirmed: Option<&CheckRecord>) -> Value {
    json!({
        "id": id.to_string(),
        "schema": record.schema,
        "label": record.label,
        "default": record.is_default,
        "value": record.value,
        "provenance": provenance_json(&record.provenance, confirmed),
        "created": record.created,
        "changed": record.changed,
    })
}

/// `confirmed` is the check, where the wallet knows itself that it gave the value. What it cannot confirm is a claim here,
/// too.
fn provenance_json(provenance: &ProvenanceRecord, confirmed: Option<&CheckRecord>) -> Value {
    match provenance {
        ProvenanceRecord::Entered => json!({"type": "entered"}),
        ProvenanceRecord::Imported { from, at, source, claims } => {
            let mut json = json!({"type": "imported", "from": from, "at": at});
            match source {
                SourceRecord::File => {}
                SourceRecord::Backup => json["source"] = json!("backup"),
                SourceRecord::Check => json["source"] = json!("check"),
            }
            if let Some(ClaimRecord { by, at }) = claims {
                json["claims"] = json!({"type": "verified", "by": by, "at": at});
            }
            json
        }
        ProvenanceRecord::Checked(check) if confirmed.is_some() => json!({
            "type": "verified",
            "by": check.name,
            "at": check.at,
            "provider": check.provider,
            "check": check.check,
            "documentType": check.document_type,
            "numberEnd": check.number_end,
            "test": check.test,
            "added": check.added,
        }),
        ProvenanceRecord::Checked(check) => unconfirmed(&check.name, check.at),
        ProvenanceRecord::Verified { by, at } => unconfirmed(by, *at),
    }
}

fn unconfirmed(by: &str, at: Timestamp) -> Value {
    json!({"type": "unconfirmed", "claims": {"type": "verified", "by": by, "at": at}})
}

/// A damaged document shows while it is read.
fn unread(meta: &DocumentMeta, error: io::Error) -> DataError {
    match ReadError::of_reader(error) {
        error if error.is_damage() => DataError::Document(crate::DocumentError::Damaged { name: meta.file_name() }),
        error => StoreError::from(error).into(),
    }
}

struct Writer<'a> {
    to: &'a mut dyn Write,
}

impl Writer<'_> {
    fn text(&mut self, text: &str) -> Result<(), DataError> {
        self.to.write_all(text.as_bytes()).map_err(DataError::Write)
    }

    fn json(&mut self, value: &impl Serialize) -> Result<(), DataError> {
        serde_json::to_writer(&mut self.to, value).map_err(|error| DataError::Write(error.into()))
    }
}
