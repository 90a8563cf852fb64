//! Seeds, and the keys that are derived from them.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{
    SecretKey, SiteUri,
    bip32::{ChildIndex, ExtendedKey},
};

/// BIP-39's seed: what PBKDF2 makes of a phrase.
const SEED_LEN_BYTES: usize = 64;

/// BIP-44's purpose constant, and the coin type of Ether in SLIP-0044.
const BIP44_PURPOSE: u32 = 44;
const COIN_TYPE_ETHER: u32 = 60;

/// SLIP-0013's purpose constant.
const SLIP13_PURPOSE: u32 = 13;

/// The 64-byte seed of a phrase, root of all its keys. Wiped when dropped; prints as `[redacted]`.
pub struct Seed(Zeroizing<[u8; SEED_LEN_BYTES]>);

/// Why a key could not be derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeriveError {
    /// Account numbers end below 2^31, where BIP-32's hardened ones begin.
    #[error("there is no account number {index}: the largest is 2147483647")]
    IndexTooLarge {
        /// The number asked for.
        index: u32,
    },
    /// The derived number is not a key. BIP-32 allows for it; its chance is less than 1 in 2^127.
    #[error("this account number gives no valid key")]
    InvalidChild,
}

impl Seed {
    /// The seed with these bytes, as [`Phrase::seed`](crate::Phrase::seed) makes them.
    pub const fn from_bytes(bytes: Zeroizing<[u8; SEED_LEN_BYTES]>) -> Self {
        Self(bytes)
    }

    /// The key of the account `m/44'/60'/0'/0/index` (BIP-44), the one that Ethereum wallets show
    /// at that place.
    ///
    /// # Errors
    /// [`DeriveError::IndexTooLarge`] from 2^31 on; [`DeriveError::InvalidChild`] practically
    /// never.
    pub fn account(&self, index: u32) -> Result<SecretKey, DeriveError> {
        let normal = |index| ChildIndex::normal(index).ok_or(DeriveError::IndexTooLarge { index });
        let path = [
            ChildIndex::hardened(BIP44_PURPOSE),
            ChildIndex::hardened(COIN_TYPE_ETHER),
            ChildIndex::hardened(0),
            normal(0)?,
            normal(index)?,
        ];
        self.derive(&path)
    }

    /// The key for one site (SLIP-0013): two sites that compare what they know cannot tell that it
    /// is the same user.
    ///
    /// `index` tells several identities at the same site apart and starts at 0.
    ///
    /// # Errors
    /// [`DeriveError::InvalidChild`] practically never.
    pub fn site_key(&self, site: &SiteUri, index: u32) -> Result<SecretKey, DeriveError> {
        self.derive(&slip13_path(site.as_str(), index))
    }

    /// The bytes, for what derives keys from them.
    pub(crate) fn expose_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    fn derive(&self, path: &[ChildIndex]) -> Result<SecretKey, DeriveError> {
        path.iter()
            .try_fold(ExtendedKey::master(self.0.as_slice())?, |parent, index| parent.child(*index))
            .map(ExtendedKey::into_secret_key)
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed([redacted])")
    }
}

/// SLIP-0013, "HD structure": `m/13'/A'/B'/C'/D'`, where A to D are the first 128 bits, in
/// little-endian words, of the SHA-256 hash of the index (32 bits, little-endian) and the URI.
/// Hardening sets each word's highest bit.
fn slip13_path(uri: &str, index: u32) -> [ChildIndex; 5] {
    let hash = slip13_hash(uri, index);
    let word = |n: usize| ChildIndex::hardened(u32::from_le_bytes([hash[n], hash[n + 1], hash[n + 2], hash[n + 3]]));
    [ChildIndex::hardened(SLIP13_PURPOSE), word(0), word(4), word(8), word(12)]
}

fn slip13_hash(uri: &str, index: u32) -> [u8; 32] {
    Sha256::new().chain_update(index.to_le_bytes()).chain_update(uri).finalize().into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;
    use crate::{Phrase, vectors};

    #[test]
    fn bip44_vectors() {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Vector {
            phrase: String,
            index: u32,
            address: String,
            private_key: String,
        }

        let vectors: Vec<Vector> = vectors::read("bip44/ethereum-accounts.json");
        for vector in &vectors {
            let seed = Phrase::parse(&vector.phrase).unwrap().seed();
            let key = seed.account(vector.index).unwrap();
            assert_eq!(key.address().to_string(), vector.address);
            assert_eq!(format!("0x{}", hex::encode(key.expose_bytes())), vector.private_key);
        }
        assert_eq!(vectors.len(), 12);
    }

    #[test]
    fn slip13_vectors() {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Vector {
            uri: String,
            index: u32,
            hash: String,
            path: Vec<u32>,
            public_key: Option<String>,
        }

        let vectors: Vec<Vector> = vectors::read("slip13/identities.json");
        // The phrase of Trezor's tests, which the public keys belong to.
        let phrase = "alcohol woman abuse must during monitor noble actual mixed trade anger aisle";
        let seed = Phrase::parse(phrase).unwrap().seed();
        for vector in &vectors {
            assert_eq!(hex::encode(slip13_hash(&vector.uri, vector.index)), vector.hash);
            let path = slip13_path(&vector.uri, vector.index);
            assert_eq!(path.map(ChildIndex::number).to_vec(), vector.path);
            if let Some(expected) = &vector.public_key {
                let key = seed.derive(&path).unwrap().public_key();
                assert_eq!(&hex::encode(key.compressed_bytes()), expected);
            }
        }
        assert_eq!(vectors.len(), 3);

        // The one that is a site of the web comes out the same by the public way.
        let site = SiteUri::parse(&vectors[0].uri).unwrap();
        let key = seed.site_key(&site, vectors[0].index).unwrap().public_key();
        assert_eq!(vectors[0].public_key, Some(hex::encode(key.compressed_bytes())));
    }

    #[test]
    fn account_numbers_end_below_the_hardened_ones() {
        let seed = Seed::from_bytes(Zeroizing::new([1; 64]));
        assert!(seed.account((1 << 31) - 1).is_ok());
        for index in [1 << 31, u32::MAX] {
            assert_eq!(seed.account(index).unwrap_err(), DeriveError::IndexTooLarge { index });
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn sites_and_indexes_have_keys_of_their_own(
            bytes in prop::collection::vec(any::<u8>(), 64),
            hosts in prop::collection::btree_set("[a-z]{1,20}", 2),
            index: u32,
        ) {
            let mut array = Zeroizing::new([0; 64]);
            array.copy_from_slice(&bytes);
            let seed = Seed::from_bytes(array);
            let sites: Vec<_> = hosts
                .iter()
                .map(|host| SiteUri::parse(&format!("https://{host}.example")).unwrap())
                .collect();
            let address = |site, index| seed.site_key(site, index).unwrap().address();
            prop_assert_eq!(address(&sites[0], index), address(&sites[0], index));
            prop_assert_ne!(address(&sites[0], index), address(&sites[1], index));
            prop_assert_ne!(address(&sites[0], index), address(&sites[0], !index));
        }
    }
}
