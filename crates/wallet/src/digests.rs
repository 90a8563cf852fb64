//! Digests of what was sent: they tell later whether the wallet still holds that very value.
//!
//! A plain digest of a date of birth falls to whoever tries all dates. So it is keyed, with a key that never leaves the
//! vault but in a backup. Entries of the log from before there was a key keep their plain digests, as the chain of hashes
//! covers them; what is shown or written out is keyed in any case.

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::{
    StoreError,
    records::{DigestKeysRecord, SentRecord},
    store::{Store, encode},
};

/// The most keys that a wallet has: its own and those of merged backups. Nobody merges so many.
const MAX_KEYS: usize = 64;

/// What a keyed digest begins with.
const KEYED: &str = "hmac-sha256:";

/// How many bytes of a key's own digest name it.
const ID_LEN_BYTES: usize = 8;

/// The keys that digests are made with, the wallet's own first. None in a vault that could not be migrated yet.
#[derive(Default)]
pub(crate) struct Digests(Vec<DigestKey>);

/// A key, and what names it in the digests that it made.
struct DigestKey {
    id: String,
    key: Zeroizing<[u8; 32]>,
}

/// Every form in which the digest of one value may be in the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ValueDigest {
    plain: String,
    /// Under each key, the wallet's own first.
    keyed: Vec<String>,
}

impl Digests {
    pub(crate) fn read(store: &Store) -> Result<Self, StoreError> {
        // One that makes no sense is told with the other records that cannot be read, and ends no list.
        let mut records = store.readable_in_all_profiles::<DigestKeysRecord>(|_| true)?.records;
        Ok(records.pop().map_or_else(Self::default, |(_, record)| Self::of_record(&record)))
    }

    pub(crate) fn of_record(record: &DigestKeysRecord) -> Self {
        Self(record.keys.iter().filter_map(|key| DigestKey::parse(key.expose_hex())).collect())
    }

    /// The digest of a value as the wallet keeps it.
    pub(crate) fn of(&self, value: &Value) -> ValueDigest {
        let plain = hex::encode(Sha256::digest(&*encode(value)));
        ValueDigest { keyed: self.0.iter().map(|key| key.keyed(&plain)).collect(), plain }
    }

    /// A digest of any version as this wallet makes it now, so that two of one value are the same text. One under the key
    /// of another wallet stays as it is, and so does every one where there is no key.
    pub(crate) fn renewed(&self, stored: &str) -> String {
        match self.0.first() {
            Some(own) if !stored.starts_with(KEYED) => own.keyed(stored),
            _ => stored.to_owned(),
        }
    }

    /// The same for what is shown or leaves the vault: nothing, where it could only be the plain one.
    pub(crate) fn shown(&self, stored: &str) -> String {
        Some(self.renewed(stored)).filter(|digest| digest.starts_with(KEYED)).unwrap_or_default()
    }

    /// Has records that no chain covers carry the present form; says whether one of them did not.
    pub(crate) fn renew(&self, sent: &mut [SentRecord]) -> bool {
        let mut is_other = false;
        for sent in sent {
            let renewed = self.renewed(&sent.digest);
            is_other |= renewed != sent.digest;
            sent.digest = renewed;
        }
        is_other
    }
}

impl ValueDigest {
    /// What a new entry of the log carries.
    pub(crate) fn stored(&self) -> &str {
        self.keyed.first().unwrap_or(&self.plain)
    }

    /// Whether a digest of any version, under any key that the wallet has, is of this value.
    pub(crate) fn is(&self, stored: &str) -> bool {
        stored == self.plain || self.keyed.iter().any(|keyed| keyed == stored)
    }
}

impl DigestKey {
    fn parse(hex_digits: &str) -> Option<Self> {
        let mut key = Zeroizing::new([0; 32]);
        hex::decode_to_slice(hex_digits, &mut *key).ok()?;
        let id = hex::encode(&mac(&key, b"idw-digest-key-id")[..ID_LEN_BYTES]);
        Some(Self { id, key })
    }

    fn keyed(&self, plain: &str) -> String {
        format!("{KEYED}{}:{}", self.id, hex::encode(mac(&self.key, plain.as_bytes())))
    }
}

fn mac(key: &[u8; 32], bytes: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}

/// Whether a key from elsewhere is one.
pub(crate) fn is_digest_key(hex_digits: &str) -> bool {
    DigestKey::parse(hex_digits).is_some()
}

/// A wallet's keys with those of another one behind them, by which what came from there can still be compared; none where
/// it has them all.
pub(crate) fn with_keys_of(own: &DigestKeysRecord, other: &DigestKeysRecord) -> Option<DigestKeysRecord> {
    let mut keys = own.keys.clone();
    for key in &other.keys {
        if keys.len() < MAX_KEYS && !keys.iter().any(|held| held.expose_hex() == key.expose_hex()) {
            keys.push(key.clone());
        }
    }
    (keys.len() > own.keys.len()).then_some(DigestKeysRecord { keys, ..*own })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::records::DigestKeyRecord;

    fn record(keys: &[&str]) -> DigestKeysRecord {
        let keys = keys.iter().map(|digits| DigestKeyRecord::of_hex(digits.repeat(32))).collect();
        DigestKeysRecord { version: 1, keys }
    }

    /// SHA-256 of `"1985-04-12"` with its quotation marks, as earlier versions kept it.
    const PLAIN: &str = "148e373553dd5eaa63bbb1befa60e6e5e49ac0cc12e194cfdfa201c303376d0c";

    #[test]
    fn a_digest_is_keyed_and_known_in_every_form() {
        let (born, other) = (json!("1985-04-12"), json!("1985-04-13"));
        let digests = Digests::of_record(&record(&["0b"]));
        let digest = digests.of(&born);
        // Computed apart, with Python's hmac and hashlib.
        let keyed = "hmac-sha256:fbfb014c29ba3604:0a6580349bf3acdc31d11ed600c4e63d4f7f8a7431d555d3f665635a4ad1033e";
        assert_eq!(digest.stored(), keyed);
        assert!(digest.is(keyed) && digest.is(PLAIN));
        assert!(!digests.of(&other).is(keyed) && !digests.of(&other).is(PLAIN));
        assert_eq!((digests.renewed(PLAIN).as_str(), digests.shown(PLAIN).as_str()), (keyed, keyed));
        assert_eq!(digests.renewed(keyed), keyed);

        // Another wallet's key says something else, and is known where the key came along.
        let there = Digests::of_record(&record(&["0c"])).of(&born).stored().to_owned();
        assert_ne!(there, keyed);
        assert!(!digest.is(&there));
        let merged = with_keys_of(&record(&["0b"]), &record(&["0c", "0b"])).unwrap();
        assert_eq!(merged.keys.len(), 2);
        let both = Digests::of_record(&merged);
        assert!(both.of(&born).is(&there) && !both.of(&other).is(&there));
        assert_eq!((both.of(&born).stored(), both.renewed(&there)), (keyed, there), "the own one is first");
        assert!(with_keys_of(&merged, &record(&["0b", "0c"])).is_none(), "there is nothing to add");
    }

    #[test]
    fn without_a_key_digests_are_those_of_before_and_none_is_shown() {
        let digests = Digests::default();
        let digest = digests.of(&json!("1985-04-12"));
        assert_eq!(
            (digest.stored(), digests.renewed(PLAIN).as_str(), digests.shown(PLAIN).as_str()),
            (PLAIN, PLAIN, "")
        );
        assert!(digest.is(PLAIN));
        let keyed = Digests::of_record(&record(&["0b"])).of(&json!("1985-04-12"));
        assert_eq!(digests.shown(keyed.stored()), keyed.stored());
    }

    #[test]
    fn a_backup_cannot_bring_keys_without_end() {
        let many = DigestKeysRecord {
            version: 1,
            keys: (0..200_u8).map(|byte| DigestKeyRecord::of_hex(format!("{byte:02x}").repeat(32))).collect(),
        };
        assert_eq!(with_keys_of(&record(&["ff"]), &many).unwrap().keys.len(), MAX_KEYS);
        assert!(!is_digest_key("") && !is_digest_key(&"0".repeat(63)) && !is_digest_key(&"x".repeat(64)));
    }
}
