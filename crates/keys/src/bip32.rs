//! BIP-32 key derivation, private keys only.
//!
//! The crate `bip32` does the same and the tests check every step against it. It is not used here
//! because it leaves chain codes and intermediate secrets in memory, and because it computes a
//! public key at every level: hardened levels, which is all that a site's key has, need none.

use hmac::{Hmac, KeyInit, Mac};
use k256::{NonZeroScalar, Scalar, elliptic_curve::PrimeField};
use sha2::Sha512;
use zeroize::{Zeroize, Zeroizing};

use crate::{DeriveError, SecretKey};

/// The HMAC key that turns a seed into the master key (BIP-32, "Master key generation").
const MASTER_HMAC_KEY: &[u8] = b"Bitcoin seed";

/// Child numbers from here on are hardened: derived from the parent's private key, not its public
/// one.
const HARDENED: u32 = 1 << 31;

/// The number of a child key: 31 bits and whether it is hardened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ChildIndex(u32);

impl ChildIndex {
    /// `number'`: the highest bit is set, whatever it was.
    pub(crate) const fn hardened(number: u32) -> Self {
        Self(number | HARDENED)
    }

    /// `number`, not hardened; `None` from 2^31 on.
    pub(crate) const fn normal(number: u32) -> Option<Self> {
        if number < HARDENED { Some(Self(number)) } else { None }
    }

    /// The number with its highest bit, as it goes into the hash.
    pub(crate) const fn number(self) -> u32 {
        self.0
    }

    const fn is_hardened(self) -> bool {
        self.0 >= HARDENED
    }
}

/// A private key with its chain code. Both are wiped on drop.
pub(crate) struct ExtendedKey {
    key: k256::SecretKey,
    chain_code: Zeroizing<[u8; 32]>,
}

impl ExtendedKey {
    /// The master key of a seed (BIP-32, "Master key generation").
    pub(crate) fn master(seed: &[u8]) -> Result<Self, DeriveError> {
        let (key, chain_code) = hmac_sha512_halves(MASTER_HMAC_KEY, &[seed]);
        let key = k256::SecretKey::from_slice(key.as_slice()).map_err(|_| DeriveError::InvalidChild)?;
        Ok(Self { key, chain_code })
    }

    /// The child key with this number (BIP-32, "Private parent key → private child key").
    pub(crate) fn child(&self, index: ChildIndex) -> Result<Self, DeriveError> {
        let number = index.number().to_be_bytes();
        let (tweak, chain_code) = if index.is_hardened() {
            let parent = self.secret_bytes();
            hmac_sha512_halves(self.chain_code.as_slice(), &[&[0], parent.as_slice(), &number])
        } else {
            let parent = self.key.public_key().to_sec1_bytes();
            hmac_sha512_halves(self.chain_code.as_slice(), &[&parent, &number])
        };
        let key = self.add(&tweak).ok_or(DeriveError::InvalidChild)?;
        Ok(Self { key, chain_code })
    }

    pub(crate) fn into_secret_key(self) -> SecretKey {
        SecretKey::from_scalar(self.key)
    }

    /// parse256(tweak) + this key, modulo the order; `None` when the tweak is not below the order
    /// or the sum is zero.
    fn add(&self, tweak: &[u8; 32]) -> Option<k256::SecretKey> {
        let tweak = Zeroizing::new(Option::<Scalar>::from(Scalar::from_repr((*tweak).into()))?);
        let parent = Zeroizing::new(self.key.to_nonzero_scalar());
        let sum = Zeroizing::new(*tweak + **parent);
        Option::<NonZeroScalar>::from(NonZeroScalar::new(*sum)).map(k256::SecretKey::from)
    }

    fn secret_bytes(&self) -> Zeroizing<[u8; 32]> {
        let mut repr = self.key.to_bytes();
        let bytes = Zeroizing::new(repr.into());
        repr.as_mut_slice().zeroize();
        bytes
    }
}

/// HMAC-SHA-512 (RFC 2104, FIPS 180-4) of the parts, in its left and right half: BIP-32's I_L and
/// I_R.
pub(crate) fn hmac_sha512_halves(key: &[u8], parts: &[&[u8]]) -> (Zeroizing<[u8; 32]>, Zeroizing<[u8; 32]>) {
    let mut mac = Hmac::<Sha512>::new_from_slice(key).expect("HMAC takes keys of every length");
    for part in parts {
        mac.update(part);
    }
    let mut output = mac.finalize().into_bytes();
    let (mut left, mut right) = (Zeroizing::new([0; 32]), Zeroizing::new([0; 32]));
    left.copy_from_slice(&output[..32]);
    right.copy_from_slice(&output[32..]);
    output.as_mut_slice().zeroize();
    (left, right)
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use bip32::{DerivationPath, XPrv, XPub};
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;
    use crate::vectors;

    #[test]
    fn bip32_vectors() {
        #[derive(Deserialize)]
        struct Vector {
            seed: String,
            chains: Vec<Chain>,
        }

        #[derive(Deserialize)]
        struct Chain {
            path: String,
            xprv: String,
            xpub: String,
        }

        let vectors: Vec<Vector> = vectors::read("bip32/derivation.json");
        for vector in &vectors {
            let seed = hex::decode(&vector.seed).unwrap();
            for chain in &vector.chains {
                let key = derive(&seed, &path_numbers(&chain.path));
                let xprv = XPrv::from_str(&chain.xprv).unwrap();
                assert_eq!(key.parts(), (xprv.to_bytes(), xprv.attrs().chain_code));
                let xpub = XPub::from_str(&chain.xpub).unwrap();
                let public = key.into_secret_key().public_key();
                assert_eq!(public.compressed_bytes(), xpub.to_bytes());
            }
        }
        assert_eq!(vectors.len(), 4);
        assert_eq!(vectors.iter().map(|vector| vector.chains.len()).sum::<usize>(), 17);
    }

    #[test]
    fn hardened_numbers_begin_at_2_to_the_31() {
        assert_eq!(ChildIndex::normal(HARDENED - 1), Some(ChildIndex(HARDENED - 1)));
        assert_eq!(ChildIndex::normal(HARDENED), None);
        assert_eq!(ChildIndex::hardened(0), ChildIndex(HARDENED));
        assert_eq!(ChildIndex::hardened(u32::MAX), ChildIndex(u32::MAX));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_crate_bip32_agrees(
            seed: [u8; 32],
            path in prop::collection::vec(any::<u32>(), 0..6),
        ) {
            let ours = derive(&seed, &path);
            let text = path.iter().fold("m".to_owned(), |text, number| {
                let mark = if number & HARDENED == 0 { "" } else { "'" };
                format!("{text}/{}{mark}", number & !HARDENED)
            });
            let path = DerivationPath::from_str(&text).unwrap();
            let theirs = XPrv::derive_from_path(&seed, &path).unwrap();
            prop_assert_eq!(ours.parts(), (theirs.to_bytes(), theirs.attrs().chain_code));
        }
    }

    fn derive(seed: &[u8], path: &[u32]) -> ExtendedKey {
        path.iter()
            .fold(ExtendedKey::master(seed).unwrap(), |parent, number| parent.child(ChildIndex(*number)).unwrap())
    }

    fn path_numbers(path: &str) -> Vec<u32> {
        let path = DerivationPath::from_str(path).unwrap();
        path.iter().map(Into::into).collect()
    }

    impl ExtendedKey {
        /// The private key and the chain code.
        pub(crate) fn parts(&self) -> ([u8; 32], [u8; 32]) {
            (*self.secret_bytes(), *self.chain_code)
        }
    }
}
