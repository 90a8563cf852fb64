//! Documents that an application has still to send.

use std::collections::HashMap;

use idw_vault::RecordId;

use crate::{
    StoreError,
    records::{ApplicationRecord, SiteRecord},
    store::Store,
};

/// The documents that applications have still to send, each with the name of the site; `but` leaves one out.
pub(super) fn awaited_documents(store: &Store, but: Option<RecordId>) -> Result<HashMap<String, String>, StoreError> {
    let mut awaited = HashMap::new();
    for (id, record) in store.readable::<ApplicationRecord>(|_| true)?.records {
        if Some(id) == but || record.files.is_empty() {
            continue;
        }
        // The name that the site has by now, unless it is gone.
        let site = record.site.parse::<RecordId>().ok().map(|id| store.get::<SiteRecord>(id)).transpose()?.flatten();
        let name = site.map_or(record.site_name, |site| site.name);
        awaited.extend(record.files.into_iter().map(|file| (file.document, name.clone())));
    }
    Ok(awaited)
}
