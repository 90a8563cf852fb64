//! The attributes of a classic application, in all the ways they may name their files.

use std::collections::{BTreeMap, HashMap};

use idw_keys::Address;
use serde_json::Value;

use super::error::ApiError;
use super::files::files_of;
use crate::attribute::{FileReference, file_references, is_document_name, read_classic, resolve_references};
use crate::site::Site;
use crate::store::{Attribute, StoredFile};

/// The classic documents have `files` beside `attributes` and do not say how they meet, so all plausible readings
/// are taken: values hold complete file objects, file ids, or `$document-<n>`, which `files` assigns.
pub(super) async fn classic_attributes(site: &Site, wallet: Address, body: &Value) -> Result<Vec<Attribute>, ApiError> {
    let mut attributes = read_classic(body.get("attributes").unwrap_or(&Value::Null)).map_err(ApiError::attributes)?;
    let names = read_file_list(body.get("files").unwrap_or(&Value::Null))?;
    let files = files_of(site, wallet, names.values().cloned().collect()).await?;
    let mut named = HashMap::new();
    for (name, id) in names {
        let unknown =
            || ApiError::unacceptable("file_invalid", format!("the file {id:?} was not uploaded by this wallet"));
        let reference = reference_to(files.get(&id).ok_or_else(unknown)?);
        named.insert(id, reference.clone());
        named.insert(name, reference);
    }
    resolve_references(&mut attributes, &named).map_err(ApiError::attributes)?;
    let references = file_references(&attributes).map_err(ApiError::attributes)?;
    let is_used = |file: &FileReference| references.iter().any(|reference| reference.content == file.content);
    if let Some(left_over) = named.values().find(|file| !is_used(file)) {
        let message = format!("no attribute refers to the file {:?}", left_over.content);
        return Err(ApiError::unacceptable("file_invalid", message));
    }
    Ok(attributes)
}

/// `files` as names and ids: an array of ids or of objects with `fileId` or `id` (the n-th is `$document-<n>` unless
/// it has a `name`), or an object from names to ids.
fn read_file_list(files: &Value) -> Result<BTreeMap<String, String>, ApiError> {
    let malformed = || ApiError::malformed("files_invalid", "`files` is neither a list of file ids nor an object");
    match files {
        Value::Null => Ok(BTreeMap::new()),
        Value::Array(items) => {
            let entry = |(index, item): (usize, &Value)| {
                let name = item.get("name").and_then(Value::as_str).filter(|name| is_document_name(name));
                let name = name.map_or_else(|| format!("$document-{}", index + 1), str::to_owned);
                Some((name, file_id(item)?))
            };
            items.iter().enumerate().map(entry).collect::<Option<_>>().ok_or_else(malformed)
        }
        Value::Object(object) => {
            let entry = |(name, item): (&String, &Value)| Some((name.clone(), file_id(item)?));
            object.iter().map(entry).collect::<Option<_>>().ok_or_else(malformed)
        }
        _ => Err(malformed()),
    }
}

fn file_id(item: &Value) -> Option<String> {
    let id = item.get("fileId").or_else(|| item.get("id")).unwrap_or(item);
    id.as_str().map(str::to_owned)
}

fn reference_to(file: &StoredFile) -> FileReference {
    FileReference { content: file.id.as_str().to_owned(), mime_type: file.mime_type.clone(), size: file.size }
}
