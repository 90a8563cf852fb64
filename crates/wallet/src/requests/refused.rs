//! A value that the asker has and finds no good: whether one of those that would be sent now is that very value.

use std::collections::HashMap;

use serde_json::Value;

use crate::{
    StoreError, Wallet, documents,
    plain::within_quotes,
    records::{AttributeRecord, SentDocumentRecord, SentRecord},
    store::Store,
    view::{ConsentItem, RefusedValues},
};

/// What is known of a value that a site has and finds no good.
#[derive(Clone)]
pub(crate) struct RefusedValue {
    /// What was sent last for the same thing, as the application has it.
    pub(crate) sent: Option<SentRecord>,
    /// The value as the site shows it.
    pub(crate) shown: Option<Value>,
    /// Why, in the site's words.
    pub(crate) reason: Option<String>,
}

impl RefusedValue {
    /// Those of the item's choices that are this very value.
    pub(super) fn among(
        &self,
        wallet: &Wallet,
        item: &ConsentItem,
        offered: &HashMap<String, AttributeRecord>,
    ) -> Result<Option<RefusedValues>, StoreError> {
        let mut values = Vec::new();
        for choice in &item.choices {
            if let Some(record) = offered.get(&choice.id)
                && self.is(wallet, &record.value)?
            {
                values.push(choice.id.clone());
            }
        }
        let reason = self.reason.as_deref().map(within_quotes).filter(|reason| !reason.is_empty());
        Ok((!values.is_empty()).then_some(RefusedValues { values, reason }))
    }

    fn is(&self, wallet: &Wallet, value: &Value) -> Result<bool, StoreError> {
        if self.shown.as_ref() == Some(value) {
            return Ok(true);
        }
        let Some(sent) = &self.sent else { return Ok(false) };
        let value = with_documents_of(&wallet.store, value.clone(), &sent.documents)?;
        Ok(wallet.digests()?.of(&value).is(&sent.digest))
    }
}

/// The value with the documents that were sent in place of those with the same bytes: a file that was taken into the wallet
/// once more is the same file to the site.
fn with_documents_of(store: &Store, mut value: Value, sent: &[SentDocumentRecord]) -> Result<Value, StoreError> {
    for id in documents::ids_in(&value) {
        let Ok(parsed) = documents::parse_id(&id) else { continue };
        let Some((info, _)) = store.document(parsed)? else { continue };
        let sha256 = hex::encode(info.sha256);
        if let Some(same) = sent.iter().find(|document| document.sha256 == sha256) {
            replace(&mut value, &id, &same.id);
        }
    }
    Ok(value)
}

/// Puts one id in place of another wherever it is the `content` of a file.
fn replace(value: &mut Value, id: &str, other: &str) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                if name == "content" && field.as_str() == Some(id) {
                    *field = Value::String(other.to_owned());
                } else {
                    replace(field, id, other);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, id, other)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_file_is_known_by_its_bytes_wherever_it_stands() {
        let mut value = json!({"front": {"content": "new", "size": 3}, "more": [{"content": "new"}], "note": "new"});
        replace(&mut value, "new", "old");
        assert_eq!(value, json!({"front": {"content": "old", "size": 3}, "more": [{"content": "old"}], "note": "new"}));
    }
}
