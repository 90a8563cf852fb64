//! Which keys of a backup this wallet's recovery phrase makes too.

use idw_keys::{Phrase, SecretKey, Seed};
use idw_words::message;
use zeroize::Zeroizing;

use super::{error::RestoreError, format::Secret};
use crate::{
    records::{ONLY, PhraseRecord, SiteRecord},
    sites::{KeyUri, key_uri_of},
    store::Store,
};

/// What keys can be made of.
pub(super) struct Keys {
    /// This wallet's phrase; none where it is lost.
    pub(super) own: Option<Seed>,
    pub(super) there: Whose,
}

/// Whose recovery phrase is in the backup.
pub(super) enum Whose {
    /// This wallet's.
    This,
    /// None is in it: whoever made it proves nothing.
    Nobody,
    /// Another one; its seed.
    Other(Seed),
}

impl Keys {
    pub(super) fn new(store: &Store, words: Option<&Secret>) -> Result<Self, RestoreError> {
        let own = store.get::<PhraseRecord>(ONLY)?;
        let own_seed = own.as_ref().and_then(|own| Phrase::parse(&own.words).ok()).map(|phrase| phrase.seed());
        let Some(words) = words else { return Ok(Self { own: own_seed, there: Whose::Nobody }) };
        let unreadable = |_| RestoreError::content(message::BackupFaultPhrase);
        let there = Phrase::parse(&words.0).map_err(unreadable)?;
        // The words are compared as they are kept: both were written by this program.
        let is_own = own.is_some_and(|own| own.words.as_str() == there.expose_words());
        Ok(Self { own: own_seed, there: if is_own { Whose::This } else { Whose::Other(there.seed()) } })
    }

    /// The key of an account that the backup's phrase makes.
    pub(super) fn account(seed: &Seed, index: u32) -> Result<Secret, RestoreError> {
        let key = seed.account(index);
        Ok(secret(&key.map_err(|_| RestoreError::content(message::BackupFaultAccountUnderivable))?))
    }

    /// A site's own key.
    pub(super) fn site(seed: &Seed, site: &SiteRecord) -> Result<Secret, RestoreError> {
        let key = key_uri_of(site).and_then(|uri| seed.site_key(&uri, site.key_index).ok());
        Ok(secret(&key.ok_or_else(|| RestoreError::content(message::BackupFaultSiteUnderivable))?))
    }
}

/// The public half of the key that a phrase makes for a site.
pub(super) fn site_public_key(seed: &Seed, uri: &KeyUri, index: u32) -> Option<String> {
    let key = seed.site_key(&uri.as_site_uri()?, index).ok()?;
    Some(key.public_key().uncompressed_hex())
}

/// A key as it is kept: 64 hexadecimal digits.
fn secret(key: &SecretKey) -> Secret {
    Secret(Zeroizing::new(hex::encode(key.expose_bytes())))
}
