//! Which keys of a backup this wallet's recovery phrase makes too.

use idw_keys::{Phrase, SecretKey, Seed};
use zeroize::Zeroizing;

use super::{error::RestoreError, format::Secret};
use crate::{
    records::{ONLY, PhraseRecord, SiteRecord},
    sites::key_uri_of,
    store::Store,
};

/// The backup's recovery phrase beside the wallet's.
pub(super) enum Keys {
    /// It is the same one.
    Same,
    /// There is none in the backup.
    None,
    /// It is another one; its seed.
    Other(Seed),
}

impl Keys {
    pub(super) fn new(store: &Store, words: Option<&Secret>) -> Result<Self, RestoreError> {
        let Some(words) = words else { return Ok(Self::None) };
        let unreadable = |_| RestoreError::content("its recovery phrase is none");
        let there = Phrase::parse(&words.0).map_err(unreadable)?;
        let own = store.get::<PhraseRecord>(ONLY)?;
        // The words are compared as they are kept: both were written by this program.
        if own.is_some_and(|own| own.words.as_str() == there.expose_words()) {
            return Ok(Self::Same);
        }
        Ok(Self::Other(there.seed()))
    }

    /// The key of an account that the backup's phrase makes.
    pub(super) fn account(seed: &Seed, index: u32) -> Result<Secret, RestoreError> {
        let key = seed.account(index);
        Ok(secret(&key.map_err(|_| RestoreError::content("the key of an account cannot be made"))?))
    }

    /// A site's own key.
    pub(super) fn site(seed: &Seed, site: &SiteRecord) -> Result<Secret, RestoreError> {
        let key = key_uri_of(site).and_then(|uri| seed.site_key(&uri, site.key_index).ok());
        Ok(secret(&key.ok_or_else(|| RestoreError::content("the key of a site cannot be made"))?))
    }
}

/// A key as it is kept: 64 hexadecimal digits.
fn secret(key: &SecretKey) -> Secret {
    Secret(Zeroizing::new(hex::encode(key.expose_bytes())))
}
