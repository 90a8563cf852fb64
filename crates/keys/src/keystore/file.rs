//! A keystore file's JSON.

use serde::{Deserialize, Serialize};

use super::{Keystore, KeystoreError, MAX_KEYSTORE_LEN_BYTES, cipher, kdf::Kdf};
use crate::Address;

/// The version that is read and written.
const VERSION: u64 = 3;

const SCRYPT: &str = "scrypt";
const PBKDF2: &str = "pbkdf2";
const HMAC_SHA256: &str = "hmac-sha256";

/// The file. Members that are not listed (`name`, `meta`, `x-ethers`) are passed over.
#[derive(Serialize, Deserialize)]
struct File {
    version: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// Upper case in what MyEtherWallet and older ethers wrote.
    #[serde(alias = "Crypto")]
    crypto: Crypto,
}

#[derive(Serialize, Deserialize)]
struct Crypto {
    cipher: String,
    cipherparams: CipherParams,
    ciphertext: String,
    kdf: String,
    kdfparams: KdfParams,
    mac: String,
}

#[derive(Serialize, Deserialize)]
struct CipherParams {
    iv: String,
}

/// The parameters of either derivation.
#[derive(Serialize, Deserialize)]
struct KdfParams {
    dklen: u64,
    salt: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    r: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    p: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    c: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prf: Option<String>,
}

/// Read before the rest, which other versions shape differently.
#[derive(Deserialize)]
struct Versioned {
    version: serde_json::Value,
}

pub(super) fn read(json: &[u8]) -> Result<Keystore, KeystoreError> {
    if json.len() > MAX_KEYSTORE_LEN_BYTES {
        return Err(KeystoreError::TooLong);
    }
    // serde's own errors can quote the file, so they stay here.
    let shape = |part| KeystoreError::Shape { part };
    let versioned: Versioned = serde_json::from_slice(json).map_err(|_| shape("the version"))?;
    if versioned.version.as_u64() != Some(VERSION) {
        return Err(KeystoreError::Version);
    }
    let file: File = serde_json::from_slice(json).map_err(|_| shape("one of its members"))?;
    if !file.crypto.cipher.eq_ignore_ascii_case(cipher::NAME) {
        return Err(KeystoreError::Unsupported { part: "cipher" });
    }
    let ciphertext = digits(&file.crypto.ciphertext).ok_or_else(|| shape("the ciphertext"))?;
    if ciphertext.is_empty() || ciphertext.len() > cipher::SECRET_LEN_BYTES {
        return Err(shape("the ciphertext"));
    }
    let iv = digits(&file.crypto.cipherparams.iv).ok_or_else(|| shape("the IV"))?;
    let mac = digits(&file.crypto.mac).ok_or_else(|| shape("the MAC"))?;
    Ok(Keystore {
        id: file.id,
        address: address(file.address.as_deref())?,
        kdf: kdf(&file.crypto.kdf, &file.crypto.kdfparams)?,
        iv: iv.try_into().map_err(|_| shape("the IV"))?,
        ciphertext,
        mac: mac.try_into().map_err(|_| shape("the MAC"))?,
    })
}

pub(super) fn write(keystore: &Keystore) -> String {
    let (name, kdfparams) = kdf_params(&keystore.kdf);
    let file = File {
        version: VERSION,
        id: keystore.id.clone(),
        // Without 0x, as geth writes it and looks for it.
        address: keystore.address.map(|address| hex::encode(address.as_bytes())),
        crypto: Crypto {
            cipher: cipher::NAME.to_owned(),
            cipherparams: CipherParams { iv: hex::encode(keystore.iv) },
            ciphertext: hex::encode(&keystore.ciphertext),
            kdf: name.to_owned(),
            kdfparams,
            mac: hex::encode(keystore.mac),
        },
    };
    serde_json::to_string(&file).expect("the file has string keys and no failing Serialize")
}

fn kdf(name: &str, params: &KdfParams) -> Result<Kdf, KeystoreError> {
    let shape = |part| KeystoreError::Shape { part };
    let salt = digits(&params.salt).ok_or_else(|| shape("the salt"))?;
    if params.dklen != Kdf::derived_len_bytes() {
        return Err(KeystoreError::Unsupported { part: "length of the derived key" });
    }
    if name.eq_ignore_ascii_case(SCRYPT) {
        let (Some(n), Some(r), Some(p)) = (params.n, params.r, params.p) else {
            return Err(shape("a parameter of scrypt"));
        };
        return Kdf::checked_scrypt(n, r, p, salt);
    }
    if name.eq_ignore_ascii_case(PBKDF2) {
        if params.prf.as_deref().is_none_or(|prf| !prf.eq_ignore_ascii_case(HMAC_SHA256)) {
            return Err(KeystoreError::Unsupported { part: "function under PBKDF2" });
        }
        return Kdf::checked_pbkdf2(params.c.ok_or_else(|| shape("a parameter of PBKDF2"))?, salt);
    }
    Err(KeystoreError::Unsupported { part: "key derivation" })
}

fn kdf_params(kdf: &Kdf) -> (&'static str, KdfParams) {
    let empty = |salt: &[u8]| KdfParams {
        dklen: Kdf::derived_len_bytes(),
        salt: hex::encode(salt),
        n: None,
        r: None,
        p: None,
        c: None,
        prf: None,
    };
    match kdf {
        Kdf::Scrypt { log_n, r, p, salt } => {
            let (r, p) = (Some(u64::from(*r)), Some(u64::from(*p)));
            (SCRYPT, KdfParams { n: Some(1 << log_n), r, p, ..empty(salt) })
        }
        Kdf::Pbkdf2 { iterations, salt } => {
            let prf = Some(HMAC_SHA256.to_owned());
            (PBKDF2, KdfParams { c: Some(u64::from(*iterations)), prf, ..empty(salt) })
        }
    }
}

/// The address, where the file names one: some programs leave it out, or empty, for privacy.
fn address(text: Option<&str>) -> Result<Option<Address>, KeystoreError> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(None) };
    let bytes = digits(text).and_then(|bytes| bytes.try_into().ok());
    match bytes {
        Some(bytes) => Ok(Some(Address::from_bytes(bytes))),
        None => Err(KeystoreError::Shape { part: "the address" }),
    }
}

/// Hex digits in either case, with or without `0x`.
fn digits(text: &str) -> Option<Vec<u8>> {
    hex::decode(text.strip_prefix("0x").unwrap_or(text)).ok()
}
