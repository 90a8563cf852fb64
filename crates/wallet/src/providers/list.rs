//! Listing providers, and finding one by its name or id.

use idw_http::is_loopback;
use idw_identity::shows_something;
use idw_vault::RecordId;
use url::Url;

use super::{MAX_NAME_CHARS, ProviderError};
use crate::{
    StoreError, Wallet,
    names::same_name,
    plain::{is_no_part_of_a_name, line},
    records::{DialectRecord, ProviderRecord},
    store::Store,
    view::{ProviderDialect, ProviderView},
};

impl Wallet {
    /// The identity-check providers, by their names.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn providers(&self) -> Result<Vec<ProviderView>, ProviderError> {
        let mut records = all(&self.store)?;
        records.sort_by_key(|(_, record)| record.name.to_lowercase());
        Ok(records.iter().map(|(id, record)| provider_view(*id, record)).collect())
    }

    /// One of them, by its name or id.
    ///
    /// # Errors
    /// Where there is none, or the vault cannot be read.
    pub fn provider(&self, name: &str) -> Result<ProviderView, ProviderError> {
        let (id, record) = find(&self.store, name)?;
        Ok(provider_view(id, &record))
    }
}

fn all(store: &Store) -> Result<Vec<(RecordId, ProviderRecord)>, StoreError> {
    Ok(store.readable_in_all_profiles::<ProviderRecord>(|_| true)?.records)
}

/// The provider with this id or name.
pub(crate) fn find(store: &Store, name: &str) -> Result<(RecordId, ProviderRecord), ProviderError> {
    let found = all(store)?.into_iter().find(|(id, one)| id.to_string() == name || same_name(&one.name, name.trim()));
    found.ok_or_else(|| ProviderError::NotFound { name: line(name) })
}

/// `name` without spaces around it, if a provider may be called that.
pub(crate) fn free_name(store: &Store, name: &str) -> Result<String, ProviderError> {
    let name = name.trim();
    if !shows_something(name) || name.chars().count() > MAX_NAME_CHARS || name.chars().any(is_no_part_of_a_name) {
        return Err(ProviderError::Name);
    }
    if all(store)?.iter().any(|(_, one)| same_name(&one.name, name)) {
        return Err(ProviderError::NameTaken { name: name.to_owned() });
    }
    Ok(name.to_owned())
}

/// What a shell shows of a provider.
pub(crate) fn provider_view(id: RecordId, record: &ProviderRecord) -> ProviderView {
    let listen = record.listen.clone().unwrap_or_else(|| record.redirect.trim_start_matches("http://").to_owned());
    ProviderView {
        id: id.to_string(),
        name: record.name.clone(),
        dialect: record.dialect.into(),
        client_id: line(&record.client_id),
        authorize: record.authorize.clone(),
        api: record.api.clone(),
        redirect: record.redirect.clone(),
        listen,
        secret_file: record.secret_file.clone(),
        trusted: record.trusted,
        test: record.is_test(),
        created: record.created.to_string(),
    }
}

impl ProviderRecord {
    /// Whether it runs on this computer, as those do that tests are made with.
    pub(crate) fn is_test(&self) -> bool {
        let is_here = |url: &str| Url::parse(url).is_ok_and(|url| is_loopback(&url));
        is_here(&self.api) || self.authorize.as_deref().is_some_and(is_here)
    }
}

impl From<DialectRecord> for ProviderDialect {
    fn from(dialect: DialectRecord) -> Self {
        match dialect {
            DialectRecord::WebKyc => Self::WebKyc,
            DialectRecord::WebIdv => Self::WebIdv,
        }
    }
}

impl From<ProviderDialect> for DialectRecord {
    fn from(dialect: ProviderDialect) -> Self {
        match dialect {
            ProviderDialect::WebKyc => Self::WebKyc,
            ProviderDialect::WebIdv => Self::WebIdv,
        }
    }
}
