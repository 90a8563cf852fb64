//! Showing accounts.

use std::str::FromStr as _;

use idw_keys::PublicKey;
use idw_vault::RecordId;

use super::{AccountError, MAIN, is_meant};
use crate::{
    StoreError, Wallet,
    records::{AccountRecord, Import, KeySource, SiteRecord},
    sites,
    store::Store,
    view::{AccountKind, AccountView},
};

/// Whether an account has a key.
pub(crate) fn account_makes_sense(account: &AccountRecord) -> bool {
    PublicKey::from_str(&account.public_key).is_ok()
}

impl Wallet {
    /// All accounts: the main one, the other named ones in the order they came, then each site's own key.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn accounts(&self) -> Result<Vec<AccountView>, AccountError> {
        let named = by_age(&self.store)?;
        let mut views =
            named.iter().map(|(_, account)| named_view(account)).collect::<Result<Vec<_>, AccountError>>()?;
        for (_, site) in sites::by_name(&self.store)? {
            views.push(site_view(&site)?);
        }
        Ok(views)
    }

    /// One account by its name, address or DID; the main account where none is named.
    ///
    /// # Errors
    /// Where there is none of that name, or the vault cannot be read.
    pub fn account(&self, name: Option<&str>) -> Result<AccountView, AccountError> {
        let name = name.unwrap_or(MAIN);
        let known = |view: &AccountView| is_meant(view, name);
        self.accounts()?.into_iter().find(known).ok_or_else(|| AccountError::NotFound { name: name.to_owned() })
    }
}

/// The named accounts: the main one, then the others in the order they came.
pub(super) fn by_age(store: &Store) -> Result<Vec<(RecordId, AccountRecord)>, StoreError> {
    let mut named = store.readable::<AccountRecord>(account_makes_sense)?.records;
    named.sort_by_cached_key(|(_, account)| {
        let index = match account.source {
            KeySource::Derived { index } => index,
            KeySource::Imported { .. } => u32::MAX,
        };
        (account.name != MAIN, account.created, index, account.name.clone())
    });
    Ok(named)
}

pub(crate) fn named_view(account: &AccountRecord) -> Result<AccountView, AccountError> {
    let derived = |index: u32| format!("m/44'/60'/0'/0/{index}");
    let (kind, path) = match &account.source {
        KeySource::Derived { index } => (AccountKind::Named, derived(*index)),
        KeySource::Imported { imported } => (
            AccountKind::Imported,
            match imported {
                Import::RawKey => "imported as a raw key".to_owned(),
                Import::Keystore => "imported from a keystore file".to_owned(),
                Import::Phrase { index } => format!("imported from another phrase, {}", derived(*index)),
            },
        ),
    };
    view(&account.name, kind, &account.public_key, path, None)
}

pub(crate) fn site_view(site: &SiteRecord) -> Result<AccountView, AccountError> {
    let path = format!("SLIP-0013 {} #{}", site.key_uri, site.key_index);
    view(&site.name, AccountKind::Site, &site.key_public, path, Some(site.name.clone()))
}

fn view(
    name: &str,
    kind: AccountKind,
    public_key: &str,
    path: String,
    site: Option<String>,
) -> Result<AccountView, AccountError> {
    let key = PublicKey::from_str(public_key).map_err(|_| AccountError::Shape { name: name.to_owned() })?;
    let address = key.address();
    Ok(AccountView {
        name: name.to_owned(),
        kind,
        address: address.to_string(),
        did: key.did().to_string(),
        public_key: key.uncompressed_hex(),
        path,
        site,
    })
}
