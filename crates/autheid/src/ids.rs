//! What requests and the keys of RPs are named by.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// 33 random bytes are 44 characters of base64 without padding.
const ID_LEN_BYTES: usize = 33;

/// The name of a request, and a secret: whoever has it may ask how the request stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RequestId(String);

impl RequestId {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; ID_LEN_BYTES];
        getrandom::fill(&mut bytes)?;
        Ok(Self(URL_SAFE.encode(bytes)))
    }

    /// Reads one; `None` if no request can have that name.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE.decode(text).ok()?;
        (bytes.len() == ID_LEN_BYTES).then(|| Self(text.to_owned()))
    }

    /// 44 characters of URL-safe base64.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Shows the beginning, which tells requests apart in a log and opens nothing.
impl fmt::Debug for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RequestId({}…)", self.0.get(..6).unwrap_or_default())
    }
}

/// What is kept of an RP's key: SHA-256 of the key as it came, which is never decoded. The key is random and long, so that a
/// plain hash is enough, and comparing hashes tells nothing about the key.
pub fn key_hash(key: &str) -> [u8; 32] {
    Sha256::digest(key.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_44_characters_that_can_stand_in_an_address() {
        let id = RequestId::random().unwrap();
        assert_eq!(id.as_str().len(), 44);
        assert!(id.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
        assert_ne!(id, RequestId::random().unwrap());
        assert_eq!(RequestId::parse(id.as_str()), Some(id));
    }

    #[test]
    fn ids_as_the_original_made_them_are_read() {
        for id in ["JHgBYyLjUsJkKktsclwkMfkcv8MRgLkrubwzHBdnIJ4c", "lgayNDC_tyUPgf9GuTfjNl6kbwCrUk6e5sZUaU4Sqksu"] {
            assert!(RequestId::parse(id).is_some(), "{id}");
        }
        for no_id in
            ["", "short", "JHgBYyLjUsJkKktsclwkMfkcv8MRgLkrubwzHBdnIJ4+", "../../../../../../../../../../../../../../x"]
        {
            assert!(RequestId::parse(no_id).is_none(), "{no_id}");
        }
    }

    #[test]
    fn a_log_does_not_show_an_id() {
        let id = RequestId::random().unwrap();
        assert!(!format!("{id:?}").contains(id.as_str()));
    }

    #[test]
    fn a_key_is_hashed_as_it_came() {
        let hash = [
            0x2b, 0xb8, 0x0d, 0x53, 0x7b, 0x1d, 0xa3, 0xe3, 0x8b, 0xd3, 0x03, 0x61, 0xaa, 0x85, 0x56, 0x86, 0xbd, 0xe0,
            0xea, 0xcd, 0x71, 0x62, 0xfe, 0xf6, 0xa2, 0x5f, 0xe9, 0x7b, 0xf5, 0x27, 0xa2, 0x5b,
        ];
        assert_eq!(key_hash("secret"), hash);
        assert_ne!(key_hash("a+b/c"), key_hash("a b/c"), "a plus sign is no space");
        assert_ne!(key_hash("a+b/c"), key_hash("a-b_c"), "the two alphabets of base64 are two keys");
    }
}
