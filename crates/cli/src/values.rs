//! Values and documents on a line.

use idw_wallet::{
    Metadata, Wallet,
    view::{AttributeView, DocumentView, FieldInWords},
};

use crate::page::size;

/// All fields that have a value; files with their type and size.
pub(crate) fn fields(attribute: &AttributeView) -> Vec<FieldInWords> {
    let mut fields = Wallet::fields_in_words(attribute);
    for field in &mut fields {
        if let Some(file) = &field.document {
            field.text = document(file);
        }
    }
    fields
}

/// What becomes of the metadata in pictures.
pub(crate) fn metadata(keep: bool) -> Metadata {
    if keep { Metadata::Keep } else { Metadata::Remove }
}

/// A document on one line: its name, type and size.
pub(crate) fn document(document: &DocumentView) -> String {
    format!("{} ({}, {})", document.name, document.mime_type, size(document.size))
}
