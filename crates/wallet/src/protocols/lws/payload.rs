//! What is sent, as the client takes it: values with their files by reference, read from the vault as they go out.

use std::{
    io::{self, Read},
    sync::Arc,
};

use idw_identity::{FileObject, SchemaUrl, file_places};
use idw_lws::{FileBody, OutgoingAttribute, OutgoingFile, Payload};
use idw_vault::DocumentId;

use crate::{
    StoreError, Stored, Wallet,
    documents::{parse_id, view},
    records::{OutgoingFileRecord, OutgoingRecord},
    requests::Chosen,
    schemas::Types,
    store::Store,
};

/// Attributes and files as they are sent, and as a draft keeps them.
#[derive(Default)]
pub(super) struct Prepared {
    pub(super) attributes: Vec<OutgoingRecord>,
    pub(super) files: Vec<OutgoingFileRecord>,
}

/// Puts together what was chosen. A document that is used at two places is sent twice: there are sites that use an
/// upload up at the first mention of it.
pub(super) fn prepare(wallet: &Wallet, chosen: &[Chosen]) -> Result<Prepared, StoreError> {
    let types = wallet.types()?;
    let mut prepared = Prepared::default();
    for chosen in chosen {
        let attribute = attribute(&wallet.store, &types, chosen, &mut prepared.files)?;
        prepared.attributes.push(attribute);
    }
    Ok(prepared)
}

/// The client's form of it.
pub(super) fn payload(
    store: &Arc<Store>,
    attributes: &[OutgoingRecord],
    files: &[OutgoingFileRecord],
) -> Result<Payload, StoreError> {
    let attributes = attributes
        .iter()
        .map(|attribute| OutgoingAttribute {
            id: attribute.id.clone(),
            schema: attribute.schema.clone(),
            label: attribute.label.clone(),
            value: attribute.value.clone(),
            file_pointers: attribute.files.clone(),
        })
        .collect();
    let files = files
        .iter()
        .map(|file| {
            let id = parse_id(&file.document).map_err(|_| missing_document())?;
            Ok(OutgoingFile {
                name: file.name.clone(),
                mime_type: file.mime_type.clone(),
                size: file.size,
                body: Arc::new(Document { store: Arc::clone(store), id }),
            })
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(Payload { attributes, files })
}

fn attribute(
    store: &Store,
    types: &Types,
    chosen: &Chosen,
    files: &mut Vec<OutgoingFileRecord>,
) -> Result<OutgoingRecord, StoreError> {
    let value = chosen.record.value.clone();
    let mut pointers = Vec::new();
    if let Some(ty) = types.of(&chosen.record.schema) {
        for place in file_places(ty, &value) {
            let Some(object) = value.pointer(&place.pointer).and_then(FileObject::from_value) else { continue };
            files.push(file(store, &object)?);
            pointers.push((place.pointer, files.len() - 1));
        }
    }
    // The site's own spelling of the schema, but for the scheme: that is what it looks the attribute up by.
    let schema =
        SchemaUrl::parse(&chosen.want.schema).map_or_else(|_| chosen.want.schema.clone(), |schema| schema.to_wire());
    Ok(OutgoingRecord {
        id: chosen.want.asked.id.clone(),
        schema,
        label: chosen.want.asked.label.clone(),
        value,
        files: pointers,
    })
}

fn file(store: &Store, object: &FileObject) -> Result<OutgoingFileRecord, StoreError> {
    let id = parse_id(&object.content).map_err(|_| missing_document())?;
    let (info, meta) = store.document(id)?.ok_or_else(missing_document)?;
    let document = view(&info, &meta);
    Ok(OutgoingFileRecord {
        document: object.content.clone(),
        name: document.name,
        mime_type: document.mime_type,
        size: document.size,
        uploaded: None,
        tries: 0,
    })
}

fn missing_document() -> StoreError {
    StoreError::Missing { what: Stored::Document }
}

/// A document of the vault as a file body.
struct Document {
    store: Arc<Store>,
    id: DocumentId,
}

impl FileBody for Document {
    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        let reader = self.store.vault().read_document(self.id).map_err(io::Error::other)?;
        Ok(Box::new(reader))
    }
}
