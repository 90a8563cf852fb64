//! Keys of the identity wallet: phrases, accounts, addresses, DIDs and signatures.
//!
//! Bytes in, bytes out: no I/O, no clock, no async, and the only randomness is in [`Phrase::make`] and
//! [`Keystore::make`].
//!
//! | standard | here |
//! | --- | --- |
//! | [BIP-39] mnemonic phrases (English) | [`Phrase`], [`Phrase::seed`] |
//! | [BIP-32] and [BIP-44] accounts, `m/44'/60'/0'/0/i` | [`Seed::account`] |
//! | [SLIP-0013] a key of its own for each site | [`SiteUri`], [`Seed::site_key`] |
//! | [SLIP-0021] symmetric keys, which sign nothing | [`Seed::symmetric_key`] |
//! | [EIP-55] addresses with a checksum | [`Address`] |
//! | [EIP-191] personal messages, version `0x45` | [`SecretKey::sign_personal`], [`Signature::recover_personal`] |
//! | `did:eth` identifiers | [`Did`] |
//! | Web3 Secret Storage version 3, keystore files | [`Keystore`] |
//!
//! # Secrets
//!
//! [`Phrase`], [`Seed`], [`SecretKey`], [`SymmetricKey`] and [`Passphrase`] wipe their memory when dropped and print as
//! `[redacted]`. None of them can be cloned, compared, displayed or serialised; what must leave does so through a
//! method whose name starts with `expose`. The errors of this crate never quote what they refuse.
//!
//! # Example
//!
//! ```
//! use idw_keys::{Phrase, SiteUri, WordCount};
//!
//! let seed = Phrase::make(WordCount::Twelve)?.seed();
//! let site = SiteUri::parse("https://rp.example/api/v1/selfkey")?;
//! let key = seed.site_key(&site, 0)?;
//!
//! let signature = key.sign_personal("b64nonceb64nonce");
//! let signer = signature.recover_personal("b64nonceb64nonce")?;
//! assert_eq!(signer.address(), key.address());
//! assert_eq!(key.did().to_string(), format!("did:eth:{}", key.address().lower_hex()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [BIP-32]: https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki
//! [BIP-39]: https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki
//! [BIP-44]: https://github.com/bitcoin/bips/blob/master/bip-0044.mediawiki
//! [EIP-55]: https://eips.ethereum.org/EIPS/eip-55
//! [EIP-191]: https://eips.ethereum.org/EIPS/eip-191
//! [SLIP-0013]: https://github.com/satoshilabs/slips/blob/master/slip-0013.md
//! [SLIP-0021]: https://github.com/satoshilabs/slips/blob/master/slip-0021.md

mod address;
mod bip32;
mod did;
mod eip191;
mod hash;
mod keystore;
mod phrase;
mod public_key;
mod secret_key;
mod seed;
mod signature;
mod site_uri;
mod slip21;
#[cfg(test)]
mod vectors;

pub use address::{Address, AddressError};
pub use did::{Did, DidError};
pub use keystore::{Keystore, KeystoreError, MAX_KEYSTORE_LEN_BYTES, MakeKeystoreError, Passphrase, ScryptCost};
pub use phrase::{MakePhraseError, Phrase, PhraseError, WordCount};
pub use public_key::{PublicKey, PublicKeyError};
pub use secret_key::{SecretKey, SecretKeyError};
pub use seed::{DeriveError, Seed};
pub use signature::{Signature, SignatureError};
pub use site_uri::{SiteUri, SiteUriError};
pub use slip21::SymmetricKey;
