//! The keys of the service, as they are kept.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use idw_autheid::sign::{Authority, TokenKey};
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::error::DatabaseError;
use super::seal::{Column, Seal};
use super::types::ServiceKeys;

/// 33 random bytes are 44 characters of base64 without padding.
const TEXT_LEN_BYTES: usize = 33;

/// The one row about the service itself.
#[derive(Debug, Clone)]
pub(super) struct ServiceRow {
    pub(super) id: String,
    /// Tells the key that everything is sealed with from others.
    pub(super) fingerprint: Vec<u8>,
    /// Sealed.
    pub(super) issuer_key: Vec<u8>,
    /// DER.
    pub(super) root: Vec<u8>,
    /// DER.
    pub(super) issuer: Vec<u8>,
    /// Sealed.
    pub(super) token_key: Vec<u8>,
    /// Sealed.
    pub(super) nonce_secret: Vec<u8>,
}

impl ServiceRow {
    /// A new service, with keys of its own.
    pub(super) fn make(seal: &Seal, now: Timestamp) -> Result<Self, DatabaseError> {
        let id = random_text()?.to_string();
        let authority = Authority::make(now.as_second())?;
        let token = TokenKey::make()?;
        let mut nonce_secret = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *nonce_secret)?;
        Ok(Self {
            fingerprint: seal.fingerprint().to_vec(),
            issuer_key: seal.seal(Column::IssuerKey, &id, &authority.to_pkcs8()?)?,
            root: authority.root_der()?,
            issuer: authority.issuer_der()?,
            token_key: seal.seal(Column::TokenKey, &id, token.to_pkcs8())?,
            nonce_secret: seal.seal(Column::NonceSecret, &id, &*nonce_secret)?,
            id,
        })
    }

    pub(super) fn read(self, seal: &Seal) -> Result<ServiceKeys, DatabaseError> {
        let issuer_key = seal.open(Column::IssuerKey, &self.id, &self.issuer_key)?;
        let token_key = seal.open(Column::TokenKey, &self.id, &self.token_key)?;
        Ok(ServiceKeys {
            authority: Authority::from_pkcs8(&issuer_key, &self.root, &self.issuer)?,
            token: TokenKey::from_pkcs8(&token_key)?,
            nonce_secret: seal.open_32(Column::NonceSecret, &self.id, &self.nonce_secret)?,
            id: self.id,
        })
    }
}

/// A random text of 44 characters of URL-safe base64: the id of a service, or the key of a relying party.
pub(super) fn random_text() -> Result<Zeroizing<String>, DatabaseError> {
    let mut bytes = Zeroizing::new([0; TEXT_LEN_BYTES]);
    getrandom::fill(&mut *bytes)?;
    Ok(Zeroizing::new(URL_SAFE.encode(*bytes)))
}

/// The id of a row: 16 random bytes in hex.
pub(super) fn random_id() -> Result<String, DatabaseError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(hex::encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_a_service_are_read_as_they_were_made() {
        let seal = Seal::new(&[7; 32]);
        let row = ServiceRow::make(&seal, Timestamp::from_second(1_800_000_000).unwrap()).unwrap();
        let (one, other) = (row.clone().read(&seal).unwrap(), row.clone().read(&seal).unwrap());
        assert_eq!((one.id.len(), &one.id), (44, &other.id));
        assert_eq!(one.authority.root_pem().unwrap(), other.authority.root_pem().unwrap());
        assert_eq!(one.token.jwks(), other.token.jwks());
        assert_eq!(one.nonce_secret, other.nonce_secret);
        assert!(row.read(&Seal::new(&[8; 32])).is_err());
    }

    #[test]
    fn what_is_random_is_new_each_time() {
        assert_ne!(random_text().unwrap(), random_text().unwrap());
        assert_ne!(random_id().unwrap(), random_id().unwrap());
        assert_eq!((random_text().unwrap().len(), random_id().unwrap().len()), (44, 32));
    }
}
