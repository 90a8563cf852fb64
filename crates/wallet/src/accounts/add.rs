//! The next account of the recovery phrase.

use std::collections::BTreeMap;

use idw_keys::{DeriveError, KeystoreError, SecretKey, SecretKeyError};
use idw_vault::{Batch, RecordId};
use zeroize::Zeroizing;

use super::{AccountNameError, name, named_view};
use crate::{
    AccountError, Problem, StoreError, Wallet,
    clock::now,
    records::{AccountCounter, AccountKeyRecord, AccountRecord, Event, KeySource, ONLY, ProfileRecord, SiteRecord},
    store::{Store, put},
    view::AccountView,
    wiped_stack::on_wiped_stack,
};

/// Why no account was made or imported. The wallet is as it was.
#[derive(Debug, thiserror::Error)]
pub enum AddAccountError {
    /// It cannot be called that.
    #[error(transparent)]
    Name(#[from] AccountNameError),
    /// The key is in the wallet already.
    #[error("the key is already in the wallet, as '{name}'")]
    Duplicate {
        /// The account or site that has it.
        name: String,
    },
    /// The key is in the wallet already, where this profile does not see it.
    #[error("the key belongs to another profile")]
    OtherProfile,
    /// The raw key is none.
    #[error(transparent)]
    RawKey(SecretKeyError),
    /// The keystore file did not open.
    #[error(transparent)]
    Keystore(KeystoreError),
    /// The phrase has no such account.
    #[error(transparent)]
    Derive(DeriveError),
    /// The account that was made could not be shown.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AddAccountError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Name(error) => error.problem(),
            Self::Duplicate { .. } | Self::OtherProfile => Problem::Exists,
            Self::Keystore(KeystoreError::WrongPassphrase) => Problem::WrongPassword,
            Self::Keystore(KeystoreError::OutOfMemory { .. }) => Problem::Other,
            Self::RawKey(_) | Self::Keystore(_) | Self::Derive(_) => Problem::Usage,
            Self::Account(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

impl Wallet {
    /// Makes the next account of the recovery phrase: `m/44'/60'/0'/0/i`, where `i` was not used before.
    ///
    /// Without a name it is called `account-2` and so on.
    ///
    /// # Errors
    /// Where the name is taken or cannot be one, or the vault cannot be read or written.
    pub fn new_account(&self, name: Option<&str>) -> Result<AccountView, AddAccountError> {
        let _guard = self.store.changing();
        let given = name.map(|name| name::free(&self.store, name)).transpose()?;
        let (index, key) = self.next_derived()?;
        let name = match given {
            Some(name) => name,
            None => name::make_free(&self.store, "account", 2)?,
        };
        let mut batch = Batch::new();
        put(&mut batch, ONLY, &AccountCounter { version: 1, next: index.saturating_add(1) });
        self.add(batch, name, &key, KeySource::Derived { index })
    }

    /// The next index of the recovery phrase that no account of any profile, not even of a removed one, ever had, and
    /// its key. The caller holds the guard of changes.
    pub(crate) fn next_derived(&self) -> Result<(u32, SecretKey), AddAccountError> {
        let counted = self.store.get::<AccountCounter>(ONLY)?.unwrap_or_default().next;
        let profiles = self.store.all_profiles::<ProfileRecord>()?;
        let after = |(_, profile): &(RecordId, ProfileRecord)| profile.main_index.saturating_add(1);
        let mut index = profiles.iter().map(after).chain([counted]).max().unwrap_or(0);
        let held = held_keys(&self.store)?;
        on_wiped_stack(|| {
            let seed = self.seed()?;
            loop {
                match seed.account(index) {
                    Ok(key) if !held.contains_key(&key.public_key().uncompressed_hex()) => return Ok((index, key)),
                    // BIP-32: where an index gives no key, the next one is taken.
                    Ok(_) | Err(DeriveError::InvalidChild) => index = index.saturating_add(1),
                    Err(error) => return Err(AddAccountError::Derive(error)),
                }
            }
        })
    }

    /// Writes a new account, and its key where it is not derived, in one commit with the log's entry. The caller
    /// holds the guard of changes.
    pub(super) fn add(
        &self,
        mut batch: Batch,
        name: String,
        key: &SecretKey,
        source: KeySource,
    ) -> Result<AccountView, AddAccountError> {
        let public_key = key.public_key().uncompressed_hex();
        let profile = self.store.profile();
        match held_keys(&self.store)?.remove(&public_key) {
            Some((holder, name)) if holder == profile => return Err(AddAccountError::Duplicate { name }),
            Some(_) => return Err(AddAccountError::OtherProfile),
            None => {}
        }
        let id = RecordId::make();
        let imported = matches!(source, KeySource::Imported { .. });
        if imported {
            put(&mut batch, id, &AccountKeyRecord { version: 1, secret: hex_of(key), profile });
        }
        let account = AccountRecord { version: 1, name, source, public_key, created: now(), exported: None, profile };
        put(&mut batch, id, &account);
        let view = named_view(&account)?;
        let event = Event::AccountAdded { name: account.name, did: view.did.clone(), imported };
        self.store.commit(batch, event)?;
        Ok(view)
    }
}

/// The public keys in the wallet, each with the profile it belongs to and the name it goes by there.
fn held_keys(store: &Store) -> Result<BTreeMap<String, (u32, String)>, StoreError> {
    // What cannot be read holds no key that could be used twice.
    let accounts = store.readable_in_all_profiles::<AccountRecord>(|_| true)?.records.into_iter();
    let accounts = accounts.map(|(_, account)| (account.public_key, (account.profile, account.name)));
    let sites = store.readable_in_all_profiles::<SiteRecord>(|_| true)?.records.into_iter();
    let sites = sites.map(|(_, site)| (site.key_public, (site.profile, site.name)));
    Ok(accounts.chain(sites).collect())
}

/// A key as 64 hex digits, to seal it in the vault or to export it.
pub(super) fn hex_of(key: &SecretKey) -> Zeroizing<String> {
    on_wiped_stack(|| Zeroizing::new(hex::encode(key.expose_bytes())))
}
