//! What is kept about people is sealed by AES-256-GCM (NIST SP 800-38D), under one key that is not in the database.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::hmac;
use idw_autheid::FileKind;
use zeroize::{Zeroize as _, Zeroizing};

use super::error::DatabaseError;

/// Length of the key that everything is sealed with.
pub(super) const KEY_LEN_BYTES: usize = 32;
/// Length of what stands in the database to tell keys apart.
const FINGERPRINT_LEN_BYTES: usize = 16;

/// Seals and opens what stands in columns. Prints as `[redacted]`.
///
/// Each place, a column of one row, has a key of its own: HMAC-SHA-256 with the key of the seal over the place. Otherwise a busy service
/// would soon have sealed more with one key and random nonces than the standard lets it (2^32 times, section 8.3).
pub(super) struct Seal {
    places: hmac::Key,
    tags: hmac::Key,
    fingerprint: [u8; FINGERPRINT_LEN_BYTES],
}

/// What is sealed. With the name of the row it is what a sealed text is bound to: it opens nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// What a relying party asked.
    Asked,
    /// What was decided, without PDFs.
    Verdict,
    /// A PDF of an answer.
    File(FileKind),
    /// The email of a user.
    Email,
    /// What the ids of a user come from.
    UserSecret,
    /// What a device is called.
    DeviceName,
    /// The private key of the issuer.
    IssuerKey,
    /// The private key of tokens.
    TokenKey,
    /// What nonces are made with.
    NonceSecret,
    /// Whom a request is to, for what instances tell each other.
    Addressee,
}

/// What is found by a tag: a hash that only the key of the seal makes, in the place of the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tagged<'a> {
    /// An [`email_key`](idw_autheid::email_key).
    EmailKey(&'a str),
    /// The idempotent key of a relying party.
    Idempotent { rp: &'a str, key: &'a str },
}

/// 32 bytes that stand for a text.
pub(super) type Tag = [u8; 32];

impl Column {
    fn name(self) -> &'static str {
        match self {
            Self::Asked => "requests.asked",
            Self::Verdict => "requests.verdict",
            Self::File(FileKind::Kyc) => "files.kyc",
            Self::File(FileKind::Residency) => "files.residency",
            Self::Email => "users.email",
            Self::UserSecret => "users.secret",
            Self::DeviceName => "devices.name",
            Self::IssuerKey => "service.issuer_key",
            Self::TokenKey => "service.token_key",
            Self::NonceSecret => "service.nonce_secret",
            Self::Addressee => "requests.addressee",
        }
    }

    fn of_row(self, row: &str) -> Vec<u8> {
        [self.name().as_bytes(), &[0], row.as_bytes()].concat()
    }
}

impl Seal {
    pub(super) fn new(key: &[u8; KEY_LEN_BYTES]) -> Self {
        let derive = |label: &[u8]| {
            let key = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), label);
            hmac::Key::new(hmac::HMAC_SHA256, key.as_ref())
        };
        let mut fingerprint = [0; FINGERPRINT_LEN_BYTES];
        let whole = hmac::sign(&derive(b"idw-autheid seal fingerprint v1"), b"");
        fingerprint.copy_from_slice(&whole.as_ref()[..FINGERPRINT_LEN_BYTES]);
        Self { places: derive(b"idw-autheid seal places v1"), tags: derive(b"idw-autheid seal tags v1"), fingerprint }
    }

    /// What tells this key from others. It gives nothing of the key away.
    pub(super) fn fingerprint(&self) -> &[u8] {
        &self.fingerprint
    }

    /// A random nonce, the sealed text and its mark.
    pub(super) fn seal(&self, column: Column, row: &str, plain: &[u8]) -> Result<Vec<u8>, DatabaseError> {
        let place = column.of_row(row);
        let mut sealed = Vec::with_capacity(NONCE_LEN + plain.len() + AES_256_GCM.tag_len());
        sealed.extend_from_slice(plain);
        let nonce = self.key_of(&place)?.seal_in_place_append_tag(Aad::from(&place), &mut sealed);
        let Ok(nonce) = nonce else {
            sealed.zeroize();
            return Err(DatabaseError::Damaged("the cipher did not seal"));
        };
        sealed.splice(0..0, nonce.as_ref().iter().copied());
        Ok(sealed)
    }

    /// What was sealed for this place.
    pub(super) fn open(&self, column: Column, row: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, DatabaseError> {
        let damaged = || DatabaseError::Damaged(column.name());
        let place = column.of_row(row);
        let (nonce, sealed) = sealed.split_at_checked(NONCE_LEN).ok_or_else(damaged)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| damaged())?;
        let mut plain = Zeroizing::new(sealed.to_vec());
        let opened = self.key_of(&place)?.open_in_place(nonce, Aad::from(&place), plain.as_mut_slice());
        let len = opened.map_err(|_| damaged())?.len();
        plain.truncate(len);
        Ok(plain)
    }

    /// The same, as text.
    pub(super) fn open_text(&self, column: Column, row: &str, sealed: &[u8]) -> Result<String, DatabaseError> {
        let text = std::str::from_utf8(&self.open(column, row, sealed)?).map(str::to_owned);
        text.map_err(|_| DatabaseError::Damaged(column.name()))
    }

    /// The same, as 32 bytes.
    pub(super) fn open_32(
        &self,
        column: Column,
        row: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<[u8; 32]>, DatabaseError> {
        let plain = self.open(column, row, sealed)?;
        let mut bytes = Zeroizing::new([0; 32]);
        if plain.len() != bytes.len() {
            return Err(DatabaseError::Damaged(column.name()));
        }
        bytes.copy_from_slice(&plain);
        Ok(bytes)
    }

    pub(super) fn tag(&self, of: Tagged<'_>) -> Tag {
        let parts = match of {
            Tagged::EmailKey(email_key) => ["email", "", email_key],
            Tagged::Idempotent { rp, key } => ["idempotent", rp, key],
        };
        let mut context = hmac::Context::with_key(&self.tags);
        for part in parts {
            // Lengths go before, so that no two inputs are the same.
            context.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            context.update(part.as_bytes());
        }
        let mut tag = [0; 32];
        tag.copy_from_slice(context.sign().as_ref());
        tag
    }

    fn key_of(&self, place: &[u8]) -> Result<RandomizedNonceKey, DatabaseError> {
        let key = hmac::sign(&self.places, place);
        RandomizedNonceKey::new(&AES_256_GCM, key.as_ref())
            .map_err(|_| DatabaseError::Damaged("the cipher takes no key"))
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &[u8] = b"Passport P123";

    fn seal() -> Seal {
        Seal::new(&[7; KEY_LEN_BYTES])
    }

    #[test]
    fn what_is_sealed_opens_in_its_place_alone() {
        let sealed = seal().seal(Column::Asked, "row", TEXT).unwrap();
        assert_eq!(seal().open(Column::Asked, "row", &sealed).unwrap().as_slice(), TEXT);
        let fails = |seal: Seal, column: Column, row: &str, sealed: &[u8]| {
            assert!(matches!(seal.open(column, row, sealed), Err(DatabaseError::Damaged(_))), "{column:?} {row}");
        };
        fails(seal(), Column::Verdict, "row", &sealed);
        fails(seal(), Column::Asked, "other", &sealed);
        fails(Seal::new(&[8; KEY_LEN_BYTES]), Column::Asked, "row", &sealed);
        fails(seal(), Column::Asked, "row", &sealed[1..]);
        fails(seal(), Column::Asked, "row", &[]);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            fails(seal(), Column::Asked, "row", &changed);
        }
    }

    #[test]
    fn nothing_of_a_text_shows_and_no_two_seals_are_the_same() {
        let sealed = seal().seal(Column::Asked, "row", TEXT).unwrap();
        assert_eq!(sealed.len(), TEXT.len() + 12 + 16);
        assert!(!sealed.windows(4).any(|part| TEXT.windows(4).any(|text| text == part)));
        assert_ne!(sealed, seal().seal(Column::Asked, "row", TEXT).unwrap());
    }

    /// AES-256-GCM and HMAC by themselves, so that a database stays readable whatever this file becomes.
    #[test]
    fn a_seal_is_what_the_documents_say() {
        let hmac = |key: &[u8], data: &[u8]| hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), data);
        let places = hmac(&[7; KEY_LEN_BYTES], b"idw-autheid seal places v1");
        let key = hmac(places.as_ref(), b"requests.asked\0row");
        let sealed = seal().seal(Column::Asked, "row", TEXT).unwrap();
        let key =
            aws_lc_rs::aead::LessSafeKey::new(aws_lc_rs::aead::UnboundKey::new(&AES_256_GCM, key.as_ref()).unwrap());
        let nonce = Nonce::try_assume_unique_for_key(&sealed[..12]).unwrap();
        let mut rest = sealed[12..].to_vec();
        assert_eq!(key.open_in_place(nonce, Aad::from(b"requests.asked\0row"), &mut rest).unwrap(), TEXT);
    }

    #[test]
    fn a_tag_is_the_same_for_the_same_text_and_key_alone() {
        let email = Tagged::EmailKey("ada@site.example");
        assert_eq!(seal().tag(email), seal().tag(email));
        assert_ne!(seal().tag(email), Seal::new(&[8; KEY_LEN_BYTES]).tag(email));
        assert_ne!(seal().tag(email), seal().tag(Tagged::Idempotent { rp: "", key: "ada@site.example" }));
        let (one, other) = (Tagged::Idempotent { rp: "a", key: "bc" }, Tagged::Idempotent { rp: "ab", key: "c" });
        assert_ne!(seal().tag(one), seal().tag(other));
        assert_eq!(format!("{:?}", seal()), "Seal([redacted])");
    }

    #[test]
    fn a_fingerprint_tells_keys_apart() {
        assert_eq!(seal().fingerprint(), seal().fingerprint());
        assert_ne!(seal().fingerprint(), Seal::new(&[8; KEY_LEN_BYTES]).fingerprint());
    }
}
