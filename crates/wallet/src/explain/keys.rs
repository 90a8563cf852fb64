//! Keys, phrases and key files.

use super::{Explain, verbatim};

verbatim!(
    idw_keys::AddressError,
    idw_keys::DidError,
    idw_keys::KeystoreError,
    idw_keys::MakeKeystoreError,
    idw_keys::MakePhraseError,
    idw_keys::PhraseError,
    idw_keys::PublicKeyError,
    idw_keys::SecretKeyError,
    idw_keys::DeriveError,
    idw_keys::SignatureError,
    idw_keys::SiteUriError,
);
