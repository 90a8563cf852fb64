//! Keystore files: Web3 Secret Storage version 3, what geth, ethers and most Ethereum wallets write.
//!
//! Source: "Web3 Secret Storage Definition", version 3, in the Ethereum documentation.

mod cipher;
mod file;
mod json;
mod kdf;
mod passphrase;

use std::fmt;

use idw_typed_text::TextError;
use uuid::Builder;

use crate::{Address, SecretKey, SecretKeyError};
use cipher::{IV_LEN_BYTES, MAC_LEN_BYTES};
use kdf::Kdf;

pub use kdf::ScryptCost;
pub use passphrase::Passphrase;

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
    sealed: Sealed,
    /// What the file may mean as well: where names in it differ in nothing but their case, programs disagree which counts.
    others: Vec<Sealed>,
}

/// The sealed key, and what opens it.
#[derive(PartialEq, Eq)]
struct Sealed {
    address: Option<Address>,
    kdf: Kdf,
    iv: [u8; IV_LEN_BYTES],
    /// Shorter than 32 bytes where another program dropped the leading zeros, of the key or of this.
    ciphertext: Vec<u8>,
    mac: [u8; MAC_LEN_BYTES],
}

/// Why a keystore file was not read. Never quotes the file or what it held.
#[derive(Debug, thiserror::Error)]
pub enum KeystoreError {
    /// Longer than [`MAX_KEYSTORE_LEN_BYTES`].
    #[error("the file is longer than {MAX_KEYSTORE_LEN_BYTES} bytes")]
    TooLong,
    /// Not JSON, or a part is missing or malformed.
    #[error("not a keystore file: {part} is missing or malformed")]
    Shape {
        /// Which part of the file.
        part: &'static str,
    },
    /// Text in another encoding.
    #[error("the keystore file is {0}")]
    Text(TextError),
    /// A version of the format other than 3.
    #[error("the keystore file is not of version 3")]
    Version,
    /// What the sale of ether in 2014 gave its buyers.
    #[error("a wallet file of the Ethereum presale of 2014")]
    Presale,
    /// A cipher or a key derivation that version 3 does not define.
    #[error("the keystore file uses another {part} than version 3 of the format defines")]
    Unsupported {
        /// Which part of the file.
        part: &'static str,
    },
    /// The key derivation asks for more memory or time than any program that means well.
    #[error("the keystore file asks for too much memory or work")]
    TooCostly,
    /// The system has not the memory that the key derivation needs.
    #[error("there is not enough free memory ({needed} bytes) to open the keystore file")]
    OutOfMemory {
        /// How much is needed, in bytes.
        needed: u64,
    },
    /// The MAC does not match: nearly always a wrong passphrase, else a file whose sealed part was
    /// changed. The format cannot tell the two apart.
    #[error("the passphrase does not open the keystore file")]
    WrongPassphrase,
    /// The passphrase is right, but what it opens is no key.
    #[error("the keystore file holds no valid key")]
    Key(#[source] SecretKeyError),
    /// The passphrase is right, but the key belongs to another address than the file says.
    #[error("the keystore file names {named} and holds the key of {found}")]
    OtherAddress {
        /// The address in the file.
        named: Address,
        /// The key's address.
        found: Address,
    },
}

/// Why no keystore file was made.
#[derive(Debug, thiserror::Error)]
pub enum MakeKeystoreError {
    /// The passphrase is empty: the file would be as good as the key in plain.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// The system has not the memory that the key derivation needs.
    #[error("there is not enough free memory ({needed} bytes) to make a keystore file")]
    OutOfMemory {
        /// How much is needed, in bytes.
        needed: u64,
    },
    /// The system has no randomness to give.
    #[error("the operating system gave no random numbers")]
    Randomness(#[source] getrandom::Error),
}

impl Keystore {
    /// Seals a key with a passphrase, under a random salt and IV: scrypt and AES-128-CTR.
    ///
    /// # Errors
    /// [`MakeKeystoreError`] where the passphrase is empty, or the system gives neither the memory
    /// nor the random numbers.
    pub fn make(key: &SecretKey, passphrase: &Passphrase, cost: ScryptCost) -> Result<Self, MakeKeystoreError> {
        if passphrase.is_empty() {
            return Err(MakeKeystoreError::EmptyPassphrase);
        }
        let kdf = Kdf::scrypt(cost, random::<SALT_LEN_BYTES>()?.to_vec());
        let iv = random()?;
        let derived = kdf
            .derive(passphrase.expose_bytes())
            .map_err(|kdf::OutOfMemory { needed }| MakeKeystoreError::OutOfMemory { needed })?;
        let ciphertext = cipher::seal(&derived, &iv, &key.expose_bytes());
        let mac = cipher::mac(&derived, &ciphertext);
        let id = Builder::from_random_bytes(random()?).into_uuid();
        let sealed = Sealed { address: Some(key.address()), kdf, iv, ciphertext, mac };
        Ok(Self { id: Some(id.to_string()), sealed, others: Vec::new() })
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
        self.sealed.address
    }

    /// Opens the file. This takes the time and memory that the file asks for, usually 256 MiB for
    /// about a second; as often again where the passphrase is wrong, for what else may have been
    /// meant by it (see [`Passphrase`]) and by the file.
    ///
    /// # Errors
    /// [`KeystoreError::WrongPassphrase`] where the MAC does not match;
    /// [`KeystoreError::OtherAddress`] and [`KeystoreError::Key`] where it does, but the file is not
    /// what it says; [`KeystoreError::OutOfMemory`] where the system has too little.
    pub fn open(&self, passphrase: &Passphrase) -> Result<SecretKey, KeystoreError> {
        let meanings = || std::iter::once(&self.sealed).chain(&self.others);
        let tries =
            passphrase.spellings().flat_map(|spelling| meanings().map(move |sealed| (spelling.clone(), sealed)));
        let mut failed = KeystoreError::WrongPassphrase;
        for (spelling, sealed) in tries.take(self.sealed.kdf.affordable_tries()) {
            match sealed.open(spelling.as_bytes()) {
                Err(KeystoreError::WrongPassphrase) => {}
                // The passphrase is right, and the file may still mean something else.
                Err(error @ (KeystoreError::Key(_) | KeystoreError::OtherAddress { .. })) => failed = error,
                done => return done,
            }
        }
        Err(failed)
    }
}

impl Sealed {
    /// The same where another program dropped the zeros in front of the salt; of those in use none is of such a length.
    fn with_salt_filled_up(&self) -> Option<Self> {
        let salt = match self.kdf.salt().len() {
            1..=15 => file::filled_up::<16>(self.kdf.salt(), 1)?.to_vec(),
            17..=31 => file::filled_up::<32>(self.kdf.salt(), 17)?.to_vec(),
            _ => return None,
        };
        Some(Self {
            address: self.address,
            kdf: self.kdf.with_salt(salt),
            iv: self.iv,
            ciphertext: self.ciphertext.clone(),
            mac: self.mac,
        })
    }

    fn open(&self, passphrase: &[u8]) -> Result<SecretKey, KeystoreError> {
        let derived =
            self.kdf.derive(passphrase).map_err(|kdf::OutOfMemory { needed }| KeystoreError::OutOfMemory { needed })?;
        // A short one was made of a short key, or lost its own zeros afterwards: the MAC tells.
        let filled_up = file::filled_up::<{ cipher::SECRET_LEN_BYTES }>(&self.ciphertext, 1);
        let ciphertext = [Some(self.ciphertext.as_slice()), filled_up.as_ref().map(<[u8; _]>::as_slice)]
            .into_iter()
            .flatten()
            .find(|ciphertext| cipher::mac_matches(&derived, ciphertext, &self.mac))
            .ok_or(KeystoreError::WrongPassphrase)?;
        let secret =
            cipher::open(&derived, &self.iv, ciphertext).ok_or(KeystoreError::Key(SecretKeyError::OutOfRange))?;
        let key = SecretKey::from_bytes(&secret).map_err(KeystoreError::Key)?;
        match self.address {
            Some(named) if named != key.address() => Err(KeystoreError::OtherAddress { named, found: key.address() }),
            _ => Ok(key),
        }
    }
}

impl fmt::Debug for Keystore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keystore").field("address", &self.sealed.address).finish_non_exhaustive()
    }
}

fn random<const N: usize>() -> Result<[u8; N], MakeKeystoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(MakeKeystoreError::Randomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
