//! Whether a value from elsewhere (an exported file, a backup) can be taken in as one of the wallet's.

use idw_identity::{AttributeType, FileObject, FilePlace, file_places};
use idw_words::{Argument, Message as _, MessageData, message};
use serde_json::Value;

use super::check;
use crate::{clock::today, explain::explain_violations, view::ProfileKind};

/// A document that a value from elsewhere refers to, as this wallet knows it: what the value says of it does not count.
#[derive(Clone)]
pub(crate) struct ReferredFile {
    /// Its id in the vault.
    pub(crate) id: String,
    /// The type that its bytes are of.
    pub(crate) mime_type: String,
    pub(crate) size: u64,
}

/// The value with its files named as the vault names them; or why it cannot be taken in: whole sentences. `find` knows the
/// documents by the ids that the value has for them.
pub(crate) fn fit(
    ty: &AttributeType,
    kind: ProfileKind,
    value: Value,
    find: &mut dyn FnMut(&str) -> Result<ReferredFile, MessageData>,
) -> Result<Value, MessageData> {
    let value = with_files_named(ty, kind, value, find)?;
    check(ty, &value, today()).map_err(|violations| explain_violations(&violations))?;
    Ok(value)
}

/// The same for a value that may lack something still.
pub(crate) fn with_files_named(
    ty: &AttributeType,
    kind: ProfileKind,
    mut value: Value,
    find: &mut dyn FnMut(&str) -> Result<ReferredFile, MessageData>,
) -> Result<Value, MessageData> {
    if !ty.subject().fits(kind.subject()) {
        return Err(match kind {
            ProfileKind::Person => message::ImportReasonNotOfPerson.data(),
            ProfileKind::Company => message::ImportReasonNotOfCompany.data(),
        });
    }
    for FilePlace { pointer, file, rules } in file_places(ty, &value) {
        let ReferredFile { id, mime_type, size } = find(&file.content)?;
        if !rules.allows_type(&mime_type) || !rules.allows_size(size) {
            return Err(message::ImportReasonFileUnfit { media_type: mime_type, size: Argument::Size(size) }.data());
        }
        let object = FileObject { mime_type, size, content: id };
        if let Some(part) = value.pointer_mut(&pointer) {
            *part = object.to_value();
        }
    }
    Ok(value)
}
