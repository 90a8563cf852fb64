//! A keystore file's JSON.
//!
//! Files are read as the programs read them that wrote them, or that are known to open them: the MAC shows whether the
//! passphrase and the sealed key were read right, and the address whether everything else was.

use idw_typed_text::{TextError, is_utf16, without_mark};
use serde::Serialize;

use super::{
    Keystore, KeystoreError, MAX_KEYSTORE_LEN_BYTES, Sealed, cipher,
    json::{Node, Reading},
    kdf::{Kdf, Prf},
};
use crate::{Address, secret_key::without_prefix};

/// The version that is read and written.
const VERSION: u64 = 3;

const SCRYPT: &str = "scrypt";
const PBKDF2: &str = "pbkdf2";

/// What is written.
#[derive(Serialize)]
struct File<'a> {
    version: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    crypto: Crypto,
}

#[derive(Serialize)]
struct Crypto {
    cipher: &'static str,
    cipherparams: CipherParams,
    ciphertext: String,
    kdf: &'static str,
    kdfparams: KdfParams,
    mac: String,
}

#[derive(Serialize)]
struct CipherParams {
    iv: String,
}

/// The parameters of either derivation.
#[derive(Serialize)]
struct KdfParams {
    dklen: u64,
    salt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    p: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    c: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prf: Option<&'static str>,
}

pub(super) fn read(json: &[u8]) -> Result<Keystore, KeystoreError> {
    if json.len() > MAX_KEYSTORE_LEN_BYTES {
        return Err(KeystoreError::TooLong);
    }
    let file = root(json)?;
    check_version(&file)?;
    let readings = [Reading::First, Reading::Last].map(|reading| sealed(&file, reading));
    let mut found = Vec::new();
    let mut failed = None;
    for reading in readings {
        match reading {
            Ok(sealed) if !found.contains(&sealed) => found.push(sealed),
            Ok(_) => {}
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    let shortened: Vec<Sealed> = found.iter().filter_map(Sealed::with_salt_filled_up).collect();
    found.extend(shortened);
    let mut found = found.into_iter();
    match (found.next(), failed) {
        (Some(sealed), _) => {
            let id = file.member("id", Reading::First).and_then(Node::text).map(str::to_owned);
            Ok(Keystore { id, sealed, others: found.collect() })
        }
        (None, Some(error)) => Err(error),
        (None, None) => Err(shape("the sealed key")),
    }
}

pub(super) fn write(keystore: &Keystore) -> String {
    let Sealed { address, kdf, iv, ciphertext, mac } = &keystore.sealed;
    let (name, kdfparams) = kdf_params(kdf);
    let file = File {
        version: VERSION,
        id: keystore.id.as_deref(),
        // Without 0x, as geth writes it and looks for it.
        address: address.map(|address| hex::encode(address.as_bytes())),
        crypto: Crypto {
            cipher: cipher::NAME,
            cipherparams: CipherParams { iv: hex::encode(iv) },
            ciphertext: hex::encode(ciphertext),
            kdf: name,
            kdfparams,
            mac: hex::encode(mac),
        },
    };
    serde_json::to_string(&file).expect("the file has string keys and no failing Serialize")
}

/// The file's object. Some programs hand it out as a text in quotes, and some end it with zeros.
fn root(json: &[u8]) -> Result<Node, KeystoreError> {
    let is_filling = |c: char| c.is_whitespace() || c == '\0';
    if is_utf16(json) {
        return Err(KeystoreError::Text(TextError::Utf16));
    }
    // A name in another encoding is none of ours; all that is read is ASCII.
    let text = String::from_utf8_lossy(json);
    let text = without_mark(&text).trim_matches(is_filling);
    // serde's own errors can quote the file, so they stay here.
    let read = |text: &str| serde_json::from_str::<Node>(text).map_err(|_| shape("the version"));
    match read(text)? {
        Node::Text(inner) => read(inner.trim_matches(is_filling)),
        node => Ok(node),
    }
}

fn check_version(file: &Node) -> Result<(), KeystoreError> {
    let version = |reading| file.member("version", reading).map(|version| version.number() == Some(VERSION));
    match (version(Reading::First), version(Reading::Last)) {
        (None, _) if file.member("encseed", Reading::First).is_some() => Err(KeystoreError::Presale),
        (None, _) => Err(shape("the version")),
        (Some(true), _) | (_, Some(true)) => Ok(()),
        _ => Err(KeystoreError::Version),
    }
}

fn sealed(file: &Node, reading: Reading) -> Result<Sealed, KeystoreError> {
    let crypto = file.member("crypto", reading).ok_or_else(|| shape("the sealed key"))?;
    let text = |node: &'_ Node, name: &str, part| {
        node.member(name, reading).and_then(Node::text).map(str::to_owned).ok_or_else(|| shape(part))
    };
    let bytes = |node: &'_ Node, name: &str, part| digits(&text(node, name, part)?).ok_or_else(|| shape(part));
    if plain(&text(crypto, "cipher", "the cipher")?) != plain(cipher::NAME) {
        return Err(KeystoreError::Unsupported { part: "cipher" });
    }
    let ciphertext = bytes(crypto, "ciphertext", "the ciphertext")?;
    if ciphertext.is_empty() || ciphertext.len() > cipher::MAX_SEALED_LEN_BYTES {
        return Err(shape("the ciphertext"));
    }
    let address = address(file.member("address", reading))?;
    let cipherparams = crypto.member("cipherparams", reading).ok_or_else(|| shape("the IV"))?;
    let iv = bytes(cipherparams, "iv", "the IV")?;
    // Only the address shows whether the IV was filled up right: without one, no more than two bytes are.
    let least = if address.is_some() { 1 } else { cipher::IV_LEN_BYTES - 2 };
    let mac = bytes(crypto, "mac", "the MAC")?;
    Ok(Sealed {
        address,
        kdf: kdf(crypto, reading)?,
        iv: filled_up(&iv, least).ok_or_else(|| shape("the IV"))?,
        ciphertext,
        mac: filled_up(&mac, cipher::MAC_LEN_BYTES - 4).ok_or_else(|| shape("the MAC"))?,
    })
}

fn kdf(crypto: &Node, reading: Reading) -> Result<Kdf, KeystoreError> {
    let name = crypto.member("kdf", reading).and_then(Node::text).ok_or_else(|| shape("the key derivation"))?;
    let params = crypto.member("kdfparams", reading).ok_or_else(|| shape("the parameters of the key derivation"))?;
    let number = |name: &str| params.member(name, reading).map(Node::number);
    let salt = params.member("salt", reading).and_then(Node::text).and_then(digits).ok_or_else(|| shape("the salt"))?;
    // A longer one begins with the same bytes, and only those are used.
    if number("dklen").is_some_and(|len| len.is_none_or(|len| len < Kdf::derived_len_bytes())) {
        return Err(KeystoreError::Unsupported { part: "length of the derived key" });
    }
    match plain(name).as_str() {
        SCRYPT => {
            let param = |name| number(name).flatten().ok_or_else(|| shape("a parameter of scrypt"));
            Kdf::checked_scrypt(param("n")?, param("r")?, param("p")?, salt)
        }
        PBKDF2 => {
            let prf = match params.member("prf", reading) {
                None => Some(Prf::Sha256),
                Some(prf) => prf.text().and_then(|prf| prf_named(&plain(prf))),
            };
            let prf = prf.ok_or(KeystoreError::Unsupported { part: "function under PBKDF2" })?;
            let iterations = number("c").flatten().ok_or_else(|| shape("a parameter of PBKDF2"))?;
            Kdf::checked_pbkdf2(prf, iterations, salt)
        }
        _ => Err(KeystoreError::Unsupported { part: "key derivation" }),
    }
}

/// The function, as various programs spell it.
fn prf_named(plain: &str) -> Option<Prf> {
    match plain {
        "hmacsha256" | "sha256" => Some(Prf::Sha256),
        // The format does not define it, but ethers writes and reads it.
        "hmacsha512" | "sha512" => Some(Prf::Sha512),
        _ => None,
    }
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
        Kdf::Pbkdf2 { prf, iterations, salt } => {
            let prf = Some(match prf {
                Prf::Sha256 => "hmac-sha256",
                Prf::Sha512 => "hmac-sha512",
            });
            (PBKDF2, KdfParams { c: Some(u64::from(*iterations)), prf, ..empty(salt) })
        }
    }
}

/// The address, where the file names one: some programs leave it out, or empty, for privacy.
fn address(node: Option<&Node>) -> Result<Option<Address>, KeystoreError> {
    let Some(node) = node else { return Ok(None) };
    let bytes = node.text().and_then(digits).ok_or_else(|| shape("the address"))?;
    if bytes.is_empty() {
        return Ok(None);
    }
    filled_up(&bytes, 17).map(|bytes| Some(Address::from_bytes(bytes))).ok_or_else(|| shape("the address"))
}

/// Bytes in front of which another program dropped zeros, as happens where bytes are taken for a number.
pub(super) fn filled_up<const N: usize>(bytes: &[u8], least: usize) -> Option<[u8; N]> {
    let mut filled = [0; N];
    if !(least..=N).contains(&bytes.len()) {
        return None;
    }
    filled[N - bytes.len()..].copy_from_slice(bytes);
    Some(filled)
}

/// Hex digits in either case, with or without `0x`. Where the first digit was a zero and was dropped, it is put back.
fn digits(text: &str) -> Option<Vec<u8>> {
    let digits = without_prefix(text.trim());
    if digits.len().is_multiple_of(2) { hex::decode(digits).ok() } else { hex::decode(format!("0{digits}")).ok() }
}

/// A name without the signs in it and in lower case: "AES-128-CTR" and "aes_128_ctr" are the same cipher.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

fn shape(part: &'static str) -> KeystoreError {
    KeystoreError::Shape { part }
}
