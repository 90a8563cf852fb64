use std::sync::OnceLock;

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::*;
use crate::vectors;

const SECRET: &str = "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

/// A file that opens with "foo" at once.
fn cheap() -> Value {
    json!({
        "version": 3,
        "address": "17c5185167401ed00cf5f5b2fc97d9bbfdb7d025",
        "crypto": {
            "cipher": "aes-128-ctr",
            "cipherparams": { "iv": "deadbeef1deadbeef2deadbeef301234" },
            "ciphertext": "cea502df4b9405fa2b6d8d19ec4e2953c5ce08e0e01d4c0292512ce62baef8f3",
            "kdf": "scrypt",
            "kdfparams": { "salt": "abcd1abcd2abcd3abcd4abcd5abcd6ef", "n": 1024, "dklen": 32, "p": 2, "r": 4 },
            "mac": "6e0a8e2409261d464e35a251f4b1fddd6ad0f7045a18d3957c127387f1c0de72"
        }
    })
}

/// [`cheap`] with one place changed; `null` removes it.
fn changed(pointer: &str, to: Value) -> Vec<u8> {
    let mut file = cheap();
    *file.pointer_mut(pointer).expect("the place is in the file") = to;
    file.to_string().into_bytes()
}

fn parsed(json: &[u8]) -> Result<Keystore, String> {
    Keystore::parse(json).map_err(|error| error.to_string())
}

#[test]
fn published_files_open() {
    #[derive(Deserialize)]
    struct Vector {
        name: String,
        passphrase: String,
        secret: String,
        address: Option<String>,
        file: Value,
    }

    let vectors: Vec<Vector> = vectors::read("keystore-v3/files.json");
    let mut named = 0;
    for vector in &vectors {
        let keystore = Keystore::parse(vector.file.to_string().as_bytes()).expect(&vector.name);
        let key = keystore.open(&passphrase(&vector.passphrase)).expect(&vector.name);
        assert_eq!(hex::encode(key.expose_bytes()), vector.secret, "{}", vector.name);
        if let Some(address) = &vector.address {
            assert_eq!(&key.address().lower_hex(), address, "{}", vector.name);
            named += 1;
        }
        assert_eq!(keystore.address().is_some(), vector.file.get("address").is_some(), "{}", vector.name);
    }
    assert_eq!((vectors.len(), named), (11, 9));
}

#[test]
fn what_is_made_is_what_others_write_and_opens_again() {
    let key = SecretKey::from_hex(SECRET).unwrap();
    let made = Keystore::make(&key, &passphrase("pässword 🔑"), ScryptCost::Light).unwrap();
    let json: Value = serde_json::from_str(&made.to_json()).unwrap();
    assert_eq!(json["version"], 3);
    assert_eq!(json["address"], "008aeeda4d805471df9b2a5b0f38a0c3bcba786b", "as geth writes it, without 0x");
    assert_eq!(json["crypto"]["cipher"], "aes-128-ctr");
    assert_eq!(json["crypto"]["kdf"], "scrypt");
    let id: uuid::Uuid = json["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(id.get_version_num(), 4);

    let read = Keystore::parse(made.to_json().as_bytes()).unwrap();
    let opened = read.open(&passphrase("pässword 🔑")).unwrap();
    assert_eq!(hex::encode(opened.expose_bytes()), SECRET);
    assert!(matches!(read.open(&passphrase("pässword")), Err(KeystoreError::WrongPassphrase)));

    let again = Keystore::make(&key, &passphrase("pässword 🔑"), ScryptCost::Light).unwrap();
    let again: Value = serde_json::from_str(&again.to_json()).unwrap();
    for place in ["/id", "/crypto/cipherparams/iv", "/crypto/kdfparams/salt", "/crypto/ciphertext", "/crypto/mac"] {
        assert_ne!(json.pointer(place), again.pointer(place), "{place} is new each time");
    }
}

#[test]
fn new_files_cost_what_geths_do() {
    let standard = Kdf::scrypt(ScryptCost::Standard, Vec::new());
    assert_eq!(Kdf::checked_scrypt(262_144, 8, 1, Vec::new()).unwrap(), standard);
    let light = Kdf::scrypt(ScryptCost::Light, Vec::new());
    assert_eq!(Kdf::checked_scrypt(4096, 8, 6, Vec::new()).unwrap(), light);
}

#[test]
fn an_empty_passphrase_is_read_but_not_written() {
    let key = SecretKey::from_hex(SECRET).unwrap();
    let made = Keystore::make(&key, &passphrase(""), ScryptCost::Light);
    assert!(matches!(made, Err(MakeKeystoreError::EmptyPassphrase)));
}

#[test]
fn a_wrong_passphrase_and_a_damaged_file_are_told_apart_where_the_format_can() {
    let open = |json: &[u8], text: &str| Keystore::parse(json).unwrap().open(&passphrase(text)).map(|_| ());
    assert!(open(cheap().to_string().as_bytes(), "foo").is_ok());
    assert!(matches!(open(cheap().to_string().as_bytes(), "Foo"), Err(KeystoreError::WrongPassphrase)));

    let other = changed("/address", json!("008aeeda4d805471df9b2a5b0f38a0c3bcba786b"));
    assert!(matches!(open(&other, "foo"), Err(KeystoreError::OtherAddress { .. })), "the address is proven");
    // The MAC does not cover the IV: only the address shows that the key is another one.
    let iv = changed("/crypto/cipherparams/iv", json!("deadbeef1deadbeef2deadbeef301235"));
    assert!(matches!(open(&iv, "foo"), Err(KeystoreError::OtherAddress { .. } | KeystoreError::Key(_))));
    let ciphertext = changed("/crypto/ciphertext", json!("00".repeat(32)));
    assert!(matches!(open(&ciphertext, "foo"), Err(KeystoreError::WrongPassphrase)));
}

#[test]
fn damaged_and_foreign_files_say_what_is_wrong() {
    fn check(json: &[u8], expected: &str) {
        let error = parsed(json).expect_err("it is refused");
        assert!(error.contains(expected), "{:?}: {error}", String::from_utf8_lossy(json));
    }

    check(b"", "the version is missing or malformed");
    check(b"{", "the version is missing or malformed");
    check(b"[3]", "one of its members is missing or malformed");
    check(br#"{"encseed":"00","ethaddr":"00"}"#, "the version is missing or malformed");
    check(br#"{"version":3}"#, "one of its members is missing or malformed");
    check(&changed("/version", json!(4)), "not of version 3");
    check(&changed("/version", json!("3")), "not of version 3");
    check(&changed("/address", json!("17c5")), "the address is missing or malformed");
    check(&changed("/crypto/cipher", json!("aes-128-cbc")), "another cipher");
    check(&changed("/crypto/cipherparams/iv", json!("dead")), "the IV is missing or malformed");
    check(&changed("/crypto/cipherparams/iv", json!("xx")), "the IV is missing or malformed");
    check(&changed("/crypto/ciphertext", json!("")), "the ciphertext is missing or malformed");
    check(&changed("/crypto/ciphertext", json!("00".repeat(33))), "the ciphertext is missing or malformed");
    check(&changed("/crypto/mac", json!("00")), "the MAC is missing or malformed");
    check(&changed("/crypto/kdf", json!("argon2id")), "another key derivation");
    check(&changed("/crypto/kdf", json!("pbkdf2")), "another function under PBKDF2");
    check(&changed("/crypto/kdfparams/salt", json!("abc")), "the salt is missing or malformed");
    check(&changed("/crypto/kdfparams/dklen", json!(64)), "another length of the derived key");
    check(&changed("/crypto/kdfparams/n", json!(1023)), "a parameter of scrypt is missing or malformed");
    check(&changed("/crypto/kdfparams/n", json!(-1024)), "one of its members is missing or malformed");
    check(&changed("/crypto/kdfparams/r", json!(0)), "a parameter of scrypt is missing or malformed");
    check(&changed("/crypto/kdfparams/p", Value::Null), "a parameter of scrypt is missing or malformed");
    let long = format!("{}{}", cheap(), " ".repeat(MAX_KEYSTORE_LEN_BYTES));
    check(long.as_bytes(), "longer than a keystore file can be");
}

#[test]
fn a_file_without_address_is_taken_at_its_key() {
    for absent in [Value::Null, json!("")] {
        let keystore = Keystore::parse(&changed("/address", absent)).unwrap();
        assert_eq!(keystore.address(), None);
        assert!(keystore.open(&passphrase("foo")).is_ok());
    }
    let checksummed = changed("/address", json!("0x17c5185167401eD00cF5F5b2fc97D9BBfDb7D025"));
    assert!(Keystore::parse(&checksummed).unwrap().open(&passphrase("foo")).is_ok());
}

#[test]
fn costs_are_refused_before_anything_is_allocated() {
    fn scrypt(n: u64, r: u64, p: u64) -> bool {
        match Kdf::checked_scrypt(n, r, p, Vec::new()) {
            Ok(_) => true,
            Err(KeystoreError::TooCostly) => false,
            Err(error) => panic!("n {n}, r {r}, p {p}: {error}"),
        }
    }
    assert!(scrypt(1 << 18, 8, 1), "geth, ethers");
    assert!(scrypt(1 << 12, 8, 6), "geth, light");
    assert!(scrypt(1 << 18, 1, 8), "the definition's own example");
    assert!(scrypt(1 << 20, 8, 1), "1 GiB");
    assert!(!scrypt(1 << 21, 8, 1), "2 GiB");
    assert!(!scrypt(1 << 62, 8, 1));
    assert!(!scrypt(1 << 63, u64::MAX, u64::MAX));
    assert!(!scrypt(2, 1 << 40, 1));
    assert!(!scrypt(2, 1, u64::MAX));
    assert!(!scrypt(1 << 18, 8, 17), "much memory, again and again");

    let pbkdf2 = |c: u64| Kdf::checked_pbkdf2(c, Vec::new()).is_ok();
    assert!(pbkdf2(1) && pbkdf2(10_000_000));
    assert!(!pbkdf2(0) && !pbkdf2(10_000_001) && !pbkdf2(1 << 32) && !pbkdf2(u64::MAX));
}

#[test]
fn debug_shows_no_secret() {
    assert_eq!(format!("{:?}", passphrase("foo")), "Passphrase([redacted])");
    let keystore = Keystore::parse(cheap().to_string().as_bytes()).unwrap();
    let shown = format!("{keystore:?}");
    assert!(!shown.contains("cea502df"), "{shown}");
}

/// A scalar, or a small array or object, to stand where it should not.
fn anything() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,40}".prop_map(Value::from),
        "(0x)?[0-9a-fA-F]{0,70}".prop_map(Value::from),
        (0_u32..64).prop_map(|bit| Value::from(1_u64 << bit)),
    ];
    scalar.prop_recursive(2, 8, 3, |inner| prop_oneof![prop::collection::vec(inner, 0..3).prop_map(Value::from)])
}

/// Every place in a file.
fn places() -> &'static [String] {
    static PLACES: OnceLock<Vec<String>> = OnceLock::new();
    PLACES.get_or_init(|| {
        fn walk(at: &str, value: &Value, found: &mut Vec<String>) {
            found.push(at.to_owned());
            for (name, member) in value.as_object().into_iter().flatten() {
                walk(&format!("{at}/{name}"), member, found);
            }
        }
        let mut found = Vec::new();
        walk("", &cheap(), &mut found);
        found
    })
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>, text in "\\PC*") {
        let _ = Keystore::parse(&bytes);
        let _ = Keystore::parse(text.as_bytes());
    }

    #[test]
    fn no_file_with_a_wrong_part_makes_it_panic(place in prop::sample::select(places()), value in anything()) {
        if let Ok(keystore) = Keystore::parse(&changed(&place, value)) {
            // What was read is within the limits, and is written as it was read.
            let again = Keystore::parse(keystore.to_json().as_bytes()).expect("what is written can be read");
            prop_assert_eq!(&again.kdf, &keystore.kdf);
            prop_assert_eq!(again.address(), keystore.address());
        }
    }

    #[test]
    fn no_truncated_or_flipped_file_makes_it_panic(at in 0_usize..500, bit in 0_u32..8, cut: bool) {
        let mut bytes = cheap().to_string().into_bytes();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
        let _ = Keystore::parse(&bytes);
    }
}
