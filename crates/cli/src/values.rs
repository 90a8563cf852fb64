//! Values and documents on a line.

use idw_wallet::{
    Metadata, Wallet,
    view::{AttributeView, DocumentView, FieldInWords},
};
use idw_words::{Argument, message};

use crate::words::say;

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
    let (name, kind, size) = (&document.name, &document.mime_type, Argument::Size(document.size));
    say(message::CliDocumentLine { name, kind, size })
}
