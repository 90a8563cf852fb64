//! A signer for the client, made from a key of this wallet.

use idw_keys::{Phrase, SecretKey, WordCount};
use idw_lws::{Nonce, Signer, SignerError};

use crate::{StoreError, wiped_stack::on_wiped_stack};

/// Signs with one key, and only what the client took for a nonce.
pub(super) struct KeySigner(SecretKey);

impl KeySigner {
    pub(super) fn new(key: SecretKey) -> Self {
        Self(key)
    }
}

impl Signer for KeySigner {
    fn did(&self) -> String {
        self.0.did().to_string()
    }

    fn address(&self) -> String {
        self.0.address().lower_hex()
    }

    fn public_key(&self) -> String {
        self.0.public_key().uncompressed_hex()
    }

    fn key_id(&self) -> String {
        self.0.did().key_id()
    }

    fn sign(&self, nonce: &Nonce) -> Result<String, SignerError> {
        Ok(on_wiped_stack(|| self.0.sign_personal(nonce.as_str()).to_hex()))
    }
}

/// A key that nobody owns, to ask a site which dialect it speaks without saying who asks.
pub(super) fn throwaway() -> Result<KeySigner, StoreError> {
    let unmade = || StoreError::Randomness;
    let phrase = Phrase::make(WordCount::Twelve).map_err(|_| unmade())?;
    Ok(KeySigner(phrase.seed().account(0).map_err(|_| unmade())?))
}
