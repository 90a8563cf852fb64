//! Keystore files: Web3 Secret Storage version 3, what geth, ethers and most Ethereum wallets write.
//!
//! Source: "Web3 Secret Storage Definition", version 3, in the Ethereum documentation.

mod cipher;
mod file;
mod kdf;

use std::fmt;

use uuid::Builder;
use zeroize::Zeroizing;

use crate::{Address, SecretKey, SecretKeyError};
use cipher::{IV_LEN_BYTES, MAC_LEN_BYTES};
use kdf::Kdf;

pub use kdf::ScryptCost;

/// The longest file that is read. Those in use have about 500 bytes; ethers' with a phrase about 900.
pub const MAX_KEYSTORE_LEN_BYTES: usize = 64 * 1024;

/// The salt of a new file: what geth and ethers use.
const SALT_LEN_BYTES: usize = 32;

/// One secret key, sealed with a passphrase, as a keystore file holds it.
///
/// What is in here is what is in the file: without the passphrase it gives nothing but the address,
/// where the file names one.
pub struct Keystore {
    id: Option<String>,
    address: Option<Address>,
    kdf: Kdf,
    iv: [u8; IV_LEN_BYTES],
    /// At most 32 bytes. Shorter where another program dropped the key's leading zeros.
    ciphertext: Vec<u8>,
    mac: [u8; MAC_LEN_BYTES],
}

/// What opens a keystore file: the UTF-8 bytes of a text, neither trimmed nor normalised.
///
/// Wiped when dropped; prints as `[redacted]`.
pub struct Passphrase(Zeroizing<String>);

/// Why a keystore file was not read. Never quotes the file or what it held.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeystoreError {
    /// Longer than [`MAX_KEYSTORE_LEN_BYTES`].
    #[error("the file is longer than a keystore file can be ({MAX_KEYSTORE_LEN_BYTES} bytes); is it the right one?")]
    TooLong,
    /// Not JSON, or a part is missing or malformed.
    #[error("this is no keystore file, or it is damaged: {part} is missing or malformed")]
    Shape {
        /// Which part of the file.
        part: &'static str,
    },
    /// A version of the format other than 3.
    #[error("this keystore file is not of version 3, the only one that can be read")]
    Version,
    /// A cipher or a key derivation that version 3 does not define.
    #[error("the keystore file uses another {part} than version 3 of the format defines")]
    Unsupported {
        /// Which part of the file.
        part: &'static str,
    },
    /// The key derivation asks for more memory or time than any program that means well.
    #[error(
        "the keystore file asks for more than 1 GiB of memory, or for far more work than any wallet does; \
         it was not tried"
    )]
    TooCostly,
    /// The system has not the memory that the key derivation needs.
    #[error(
        "there is not enough free memory ({needed} bytes) to open the keystore file; close other programs and try again"
    )]
    OutOfMemory {
        /// How much is needed, in bytes.
        needed: u64,
    },
    /// The MAC does not match: nearly always a wrong passphrase, else a file whose sealed part was
    /// changed. The format cannot tell the two apart.
    #[error("the passphrase does not open this keystore file; if you are sure of it, the file is damaged")]
    WrongPassphrase,
    /// The passphrase is right, but what it opens is no key.
    #[error("the passphrase is right, but what the keystore file holds is no key")]
    Key(#[source] SecretKeyError),
    /// The passphrase is right, but the key belongs to another address than the file says.
    #[error("the passphrase is right, but the key in the keystore file belongs to {found}, not to {named} as it says")]
    OtherAddress {
        /// The address in the file.
        named: Address,
        /// The key's address.
        found: Address,
    },
}

/// Why no keystore file was made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MakeKeystoreError {
    /// The passphrase is empty: the file would be as good as the key in plain.
    #[error("an empty passphrase protects nothing; no keystore file was made")]
    EmptyPassphrase,
    /// The system has not the memory that the key derivation needs.
    #[error(
        "there is not enough free memory ({needed} bytes) to make a keystore file; close other programs and try again"
    )]
    OutOfMemory {
        /// How much is needed, in bytes.
        needed: u64,
    },
    /// The system has no randomness to give.
    #[error("the operating system gave no random numbers, so no keystore file was made")]
    Randomness(#[source] getrandom::Error),
}

impl Keystore {
    /// Seals a key with a passphrase, under a random salt and IV: scrypt and AES-128-CTR.
    ///
    /// # Errors
    /// [`MakeKeystoreError`] where the passphrase is empty, or the system gives neither the memory
    /// nor the random numbers.
    pub fn make(key: &SecretKey, passphrase: &Passphrase, cost: ScryptCost) -> Result<Self, MakeKeystoreError> {
        if passphrase.0.is_empty() {
            return Err(MakeKeystoreError::EmptyPassphrase);
        }
        let kdf = Kdf::scrypt(cost, random::<SALT_LEN_BYTES>()?.to_vec());
        let iv = random()?;
        let derived = kdf
            .derive(passphrase.0.as_bytes())
            .map_err(|kdf::OutOfMemory { needed }| MakeKeystoreError::OutOfMemory { needed })?;
        let ciphertext = cipher::seal(&derived, &iv, &key.expose_bytes());
        let mac = cipher::mac(&derived, &ciphertext);
        let id = Builder::from_random_bytes(random()?).into_uuid();
        Ok(Self { id: Some(id.to_string()), address: Some(key.address()), kdf, iv, ciphertext, mac })
    }

    /// Reads a keystore file. Nothing is derived or decrypted yet.
    ///
    /// # Errors
    /// [`KeystoreError`] says what is wrong with the file; every parameter is checked here, so that
    /// [`Keystore::open`] never uses more memory or time than the limits allow.
    pub fn parse(json: &[u8]) -> Result<Self, KeystoreError> {
        file::read(json)
    }

    /// The file, to be written as it is.
    pub fn to_json(&self) -> String {
        file::write(self)
    }

    /// The address that the file names; not proven before [`Keystore::open`].
    pub fn address(&self) -> Option<Address> {
        self.address
    }

    /// Opens the file. This takes the time and memory that the file asks for: usually 256 MiB for
    /// about a second.
    ///
    /// # Errors
    /// [`KeystoreError::WrongPassphrase`] where the MAC does not match;
    /// [`KeystoreError::OtherAddress`] and [`KeystoreError::Key`] where it does, but the file is not
    /// what it says; [`KeystoreError::OutOfMemory`] where the system has too little.
    pub fn open(&self, passphrase: &Passphrase) -> Result<SecretKey, KeystoreError> {
        let derived = self
            .kdf
            .derive(passphrase.0.as_bytes())
            .map_err(|kdf::OutOfMemory { needed }| KeystoreError::OutOfMemory { needed })?;
        if !cipher::mac_matches(&derived, &self.ciphertext, &self.mac) {
            return Err(KeystoreError::WrongPassphrase);
        }
        let secret = cipher::open(&derived, &self.iv, &self.ciphertext);
        let key = SecretKey::from_bytes(&secret).map_err(KeystoreError::Key)?;
        match self.address {
            Some(named) if named != key.address() => Err(KeystoreError::OtherAddress { named, found: key.address() }),
            _ => Ok(key),
        }
    }
}

impl fmt::Debug for Keystore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keystore").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Passphrase {
    /// Takes a passphrase over.
    ///
    /// # Security
    /// Only this copy is wiped: the caller should not have made others.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Whether no character was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase([redacted])")
    }
}

fn random<const N: usize>() -> Result<[u8; N], MakeKeystoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(MakeKeystoreError::Randomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
