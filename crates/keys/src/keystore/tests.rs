use std::sync::OnceLock;

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{kdf::Prf, *};
use crate::vectors;

const SECRET: &str = "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d";

/// The key in [`cheap`].
const CHEAP_SECRET: &str = "4242424242424242424242424242424242424242424242424242424242424242";

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
fn files_that_ethers_and_eth_keyfile_made_open_with_what_was_typed_there() {
    #[derive(Deserialize)]
    struct Vector {
        name: String,
        passphrase: String,
        file: Value,
    }

    let vectors: Vec<Vector> = vectors::read("keystore-v3/passphrases.json");
    for vector in &vectors {
        let keystore = Keystore::parse(vector.file.to_string().as_bytes()).expect(&vector.name);
        let key = keystore.open(&passphrase(&vector.passphrase)).expect(&vector.name);
        assert_eq!(hex::encode(key.expose_bytes()), CHEAP_SECRET, "{}", vector.name);
    }
    assert_eq!(vectors.len(), 6);
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
    check(b"[3]", "the version is missing or malformed");
    check(br#"{"encseed":"00","ethaddr":"00"}"#, "the Ethereum presale of 2014");
    check(br#"{"version":3}"#, "the sealed key is missing or malformed");
    check(br#"{"version":3,"crypto":[]}"#, "the cipher is missing or malformed");
    check(&changed("/version", json!(4)), "not of version 3");
    check(&changed("/version", json!("1")), "not of version 3");
    check(&changed("/version", json!(3.5)), "not of version 3");
    check(&changed("/address", json!("17c5")), "the address is missing or malformed");
    check(&changed("/crypto/cipher", json!("aes-128-cbc")), "another cipher");
    check(&changed("/crypto/cipherparams/iv", json!("")), "the IV is missing or malformed");
    check(&changed("/crypto/cipherparams/iv", json!("00".repeat(17))), "the IV is missing or malformed");
    check(&changed("/crypto/cipherparams/iv", json!("xx")), "the IV is missing or malformed");
    check(&changed("/crypto/ciphertext", json!("")), "the ciphertext is missing or malformed");
    check(&changed("/crypto/ciphertext", json!("00".repeat(34))), "the ciphertext is missing or malformed");
    check(&changed("/crypto/mac", json!("00")), "the MAC is missing or malformed");
    check(&changed("/crypto/kdf", json!("argon2id")), "another key derivation");
    check(&changed("/crypto/kdf", json!("pbkdf2")), "a parameter of PBKDF2 is missing or malformed");
    check(&changed("/crypto/kdfparams", json!({ "salt": "ab", "prf": "hmac-md5", "c": 1 })), "a parameter of scrypt");
    check(&changed("/crypto/kdfparams/salt", json!("abx")), "the salt is missing or malformed");
    check(&changed("/crypto/kdfparams/dklen", json!(16)), "another length of the derived key");
    check(&changed("/crypto/kdfparams/n", json!(1024.5)), "a parameter of scrypt is missing or malformed");
    check(&changed("/crypto/kdfparams/n", json!("many")), "a parameter of scrypt is missing or malformed");
    check(&changed("/crypto/kdfparams/n", json!(1e300)), "asks for too much memory or work");
    check(&changed("/crypto/kdfparams/n", json!(1_u64 << 40)), "asks for too much memory or work");
    check(&changed("/crypto/kdfparams/n", json!("4611686018427387904")), "asks for too much memory or work");
    check(&changed("/crypto/kdfparams/n", json!(1023)), "a parameter of scrypt is missing or malformed");
    check(&changed("/crypto/kdfparams/n", json!(-1024)), "a parameter of scrypt is missing or malformed");
    check(&changed("/crypto/kdfparams/r", json!(0)), "a parameter of scrypt is missing or malformed");
    check(&changed("/crypto/kdfparams/p", Value::Null), "a parameter of scrypt is missing or malformed");
    let long = format!("{}{}", cheap(), " ".repeat(MAX_KEYSTORE_LEN_BYTES));
    check(long.as_bytes(), "the file is longer than");
}

#[test]
fn a_file_without_address_is_taken_at_its_key() {
    for absent in [Value::Null, json!(""), json!("0x")] {
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

    let pbkdf2 = |c: u64| Kdf::checked_pbkdf2(Prf::Sha256, c, Vec::new()).is_ok();
    assert!(pbkdf2(1) && pbkdf2(10_000_000));
    assert!(!pbkdf2(0) && !pbkdf2(10_000_001) && !pbkdf2(1 << 32) && !pbkdf2(u64::MAX));
}

fn opens(json: &[u8], text: &str) {
    let keystore = Keystore::parse(json).unwrap_or_else(|error| panic!("{}: {error}", String::from_utf8_lossy(json)));
    let opened = keystore.open(&passphrase(text));
    let key = opened.unwrap_or_else(|error| panic!("{}: {error}", String::from_utf8_lossy(json)));
    assert_eq!(hex::encode(key.expose_bytes()), CHEAP_SECRET, "{}", String::from_utf8_lossy(json));
}

/// Text of [`cheap`] with one part of it replaced.
fn edited(from: &str, to: &str) -> Vec<u8> {
    let text = cheap().to_string();
    assert!(text.contains(from), "{from}");
    text.replace(from, to).into_bytes()
}

#[test]
fn names_in_any_case_and_at_any_depth_are_read() {
    let text = cheap().to_string();
    for name in [
        "crypto",
        "cipherparams",
        "ciphertext",
        "kdfparams",
        "kdf",
        "mac",
        "dklen",
        "salt",
        "iv",
        "n",
        "version",
        "address",
    ] {
        let first = format!("{}{}", name[..1].to_uppercase(), &name[1..]);
        for other in [name.to_uppercase(), first] {
            opens(text.replace(&format!("\"{name}\":"), &format!("\"{other}\":")).as_bytes(), "foo");
        }
    }
    opens(&edited("aes-128-ctr", "AES-128-CTR"), "foo");
    opens(&edited("\"scrypt\"", "\"Scrypt\""), "foo");
}

#[test]
fn names_that_are_there_twice_are_read_as_ethers_or_as_eth_keyfile_reads_them() {
    let crypto = cheap()["crypto"].to_string();
    let other = crypto.replace("6e0a8e24", "6e0a8e25");
    let version = r#""version":3,"address":"17c5185167401ed00cf5f5b2fc97d9bbfdb7d025""#;
    // What is not needed may be there as often as it likes.
    opens(
        format!(r#"{{"id":1,"id":2,"ID":null,{version},"Version":3,"crypto":{crypto},"name":"a","name":"b"}}"#)
            .as_bytes(),
        "foo",
    );
    for (first, last) in [(&crypto, &crypto), (&crypto, &other), (&other, &crypto)] {
        opens(format!(r#"{{{version},"Crypto":{first},"crypto":{last}}}"#).as_bytes(), "foo");
        opens(format!(r#"{{{version},"crypto":{first},"Crypto":{last}}}"#).as_bytes(), "foo");
    }
    for broken in ["null", "3", "{}", r#"{"cipher":"aes-128-ctr"}"#] {
        opens(format!(r#"{{{version},"Crypto":{broken},"crypto":{crypto}}}"#).as_bytes(), "foo");
        opens(format!(r#"{{{version},"crypto":{crypto},"Crypto":{broken}}}"#).as_bytes(), "foo");
    }
    opens(&edited("\"n\":1024", "\"N\":2048,\"n\":1024"), "foo");
    // Neither reading opens: the MAC protects still.
    let both = format!(r#"{{{version},"Crypto":{other},"crypto":{other}}}"#);
    let opened = Keystore::parse(both.as_bytes()).unwrap().open(&passphrase("foo"));
    assert!(matches!(opened, Err(KeystoreError::WrongPassphrase)), "{opened:?}");
    // Spelled alike, the last counts, as everywhere in JSON.
    let twice = format!(r#"{{{version},"crypto":{crypto},"crypto":{other}}}"#);
    let opened = Keystore::parse(twice.as_bytes()).unwrap().open(&passphrase("foo"));
    assert!(matches!(opened, Err(KeystoreError::WrongPassphrase)), "{opened:?}");
    // Of two addresses one must be the key's.
    let named = |first: &str, last: &str| {
        format!(r#"{{"version":3,"Address":"{first}","address":"{last}","crypto":{crypto}}}"#)
    };
    let (right, wrong) = ("17c5185167401ed00cf5f5b2fc97d9bbfdb7d025", "008aeeda4d805471df9b2a5b0f38a0c3bcba786b");
    opens(named(wrong, right).as_bytes(), "foo");
    let opened = Keystore::parse(named(wrong, wrong).as_bytes()).unwrap().open(&passphrase("foo"));
    assert!(matches!(opened, Err(KeystoreError::OtherAddress { .. })), "{opened:?}");
}

#[test]
fn numbers_with_a_point_or_in_quotes_are_numbers() {
    for (from, to) in [
        ("\"version\":3", "\"version\":3.0"),
        ("\"version\":3", "\"version\":\"3\""),
        ("\"n\":1024", "\"n\":1024.0"),
        ("\"n\":1024", "\"n\":1.024e3"),
        ("\"n\":1024", "\"n\":\"1024\""),
        ("\"p\":2", "\"p\":2.0"),
        ("\"r\":4", "\"r\":\" 4 \""),
        ("\"dklen\":32", "\"dklen\":32.0"),
        ("\"dklen\":32", "\"dklen\":64"),
        ("\"dklen\":32,", ""),
    ] {
        opens(&edited(from, to), "foo");
    }
}

#[test]
fn digits_are_read_as_others_write_them() {
    let text = cheap().to_string();
    for digits in [
        "17c5185167401ed00cf5f5b2fc97d9bbfdb7d025",
        "deadbeef1deadbeef2deadbeef301234",
        "cea502df4b9405fa2b6d8d19ec4e2953c5ce08e0e01d4c0292512ce62baef8f3",
        "abcd1abcd2abcd3abcd4abcd5abcd6ef",
        "6e0a8e2409261d464e35a251f4b1fddd6ad0f7045a18d3957c127387f1c0de72",
    ] {
        for other in [format!("0x{digits}"), format!("0X{digits}"), digits.to_uppercase(), format!(" {digits}\\n")] {
            opens(text.replace(digits, &other).as_bytes(), "foo");
        }
    }
    let checksummed = "0x17c5185167401eD00cF5F5b2fc97D9BBfDb7D025";
    opens(&changed("/address", json!(checksummed)), "foo");
}

#[test]
fn what_stands_around_the_file_is_passed_over() {
    let text = cheap().to_string();
    opens(format!("\u{feff}{text}").as_bytes(), "foo");
    opens(format!("\n {text}\r\n\r\n").as_bytes(), "foo");
    opens(format!("{text}\n\0\0").as_bytes(), "foo");
    opens(Value::from(text.as_str()).to_string().as_bytes(), "foo");
    let named_in_latin_1 = [b"{\"name\":\"M\xfcller\",", &text.as_bytes()[1..]].concat();
    opens(&named_in_latin_1, "foo");
    let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let error = parsed(&wide).unwrap_err();
    assert!(error.starts_with("the keystore file is saved as UTF-16; save it as UTF-8"), "{error}");
}

/// A file that opens with "foo" at once: with this IV and salt, and of these bytes.
fn sealing(plain: &[u8], iv: [u8; 16], salt: &[u8], address: Option<Address>) -> Keystore {
    let kdf = Kdf::checked_pbkdf2(Prf::Sha256, 1, salt.to_vec()).unwrap();
    let derived = kdf.derive(b"foo").unwrap();
    let mut ciphertext = plain.to_vec();
    cipher::apply(&derived, &iv, &mut ciphertext);
    let mac = cipher::mac(&derived, &ciphertext);
    Keystore { id: None, sealed: Sealed { address, kdf, iv, ciphertext, mac }, others: Vec::new() }
}

fn without_zeros(digits: &str) -> String {
    digits.trim_start_matches("00").to_owned()
}

#[test]
fn zeros_that_another_program_dropped_are_put_back() {
    let key = SecretKey::from_hex(CHEAP_SECRET).unwrap();
    let secret = hex::decode(CHEAP_SECRET).unwrap();
    let mut iv = [7; 16];
    iv[..3].fill(0);
    let mut salt = vec![9; 32];
    salt[0] = 0;
    let file: Value = serde_json::from_str(&sealing(&secret, iv, &salt, Some(key.address())).to_json()).unwrap();
    let iv_of = |file: &Value| file["crypto"]["cipherparams"]["iv"].as_str().unwrap().to_owned();
    let salt_of = |file: &Value| file["crypto"]["kdfparams"]["salt"].as_str().unwrap().to_owned();
    opens(file.to_string().as_bytes(), "foo");

    let mut short = file.clone();
    short["crypto"]["cipherparams"]["iv"] = without_zeros(&iv_of(&file)).into();
    opens(short.to_string().as_bytes(), "foo");
    // A single digit, too: 0707… is 707….
    short["crypto"]["cipherparams"]["iv"] = iv_of(&file).trim_start_matches('0').into();
    opens(short.to_string().as_bytes(), "foo");
    short["crypto"]["kdfparams"]["salt"] = without_zeros(&salt_of(&file)).into();
    opens(short.to_string().as_bytes(), "foo");
    short["crypto"]["kdfparams"]["salt"] = salt_of(&file).trim_start_matches('0').into();
    opens(short.to_string().as_bytes(), "foo");

    // Nothing but the address shows that an IV was filled up right.
    short["address"] = Value::Null;
    assert!(parsed(short.to_string().as_bytes()).unwrap_err().contains("the IV is missing or malformed"));
    let mut other = file.clone();
    other["crypto"]["cipherparams"]["iv"] = "07".into();
    let opened = Keystore::parse(other.to_string().as_bytes()).unwrap().open(&passphrase("foo"));
    assert!(matches!(opened, Err(KeystoreError::OtherAddress { .. } | KeystoreError::Key(_))), "{opened:?}");
}

#[test]
fn keys_that_another_program_took_for_numbers_are_read() {
    let short = format!("{:064x}", 0x0012_3456_789a_u64);
    let bytes = hex::decode(&short).unwrap();
    let address = Some(SecretKey::from_hex(&short).unwrap().address());
    // The zeros of the key were dropped before it was sealed.
    for plain in [&bytes[..], &bytes[26..], &[&[0], &bytes[..]].concat()] {
        let json = sealing(plain, [3; 16], &[9; 32], address).to_json();
        let key = Keystore::parse(json.as_bytes()).unwrap().open(&passphrase("foo")).unwrap();
        assert_eq!(hex::encode(key.expose_bytes()), short);
    }
    // Those of the ciphertext, and of the MAC, after that. IVs are tried until there are some.
    let secret = hex::decode(CHEAP_SECRET).unwrap();
    let address = Some(SecretKey::from_hex(CHEAP_SECRET).unwrap().address());
    let mut shortened = 0;
    for n in 0..2000_u128 {
        let keystore = sealing(&secret, n.to_be_bytes(), &[9; 32], address);
        let Sealed { ciphertext, mac, .. } = &keystore.sealed;
        if ciphertext[0] == 0 || mac[0] == 0 {
            let mut file: Value = serde_json::from_str(&keystore.to_json()).unwrap();
            file["crypto"]["ciphertext"] = without_zeros(&hex::encode(ciphertext)).into();
            file["crypto"]["mac"] = without_zeros(&hex::encode(mac)).into();
            opens(file.to_string().as_bytes(), "foo");
            shortened += 1;
        }
    }
    assert!(shortened > 3, "{shortened}");
    let longer = sealing(&[1; 33], [3; 16], &[9; 32], None);
    assert!(matches!(longer.open(&passphrase("foo")), Err(KeystoreError::Key(_))));
}

#[test]
fn functions_under_pbkdf2_are_read_as_others_spell_them() {
    let secret = hex::decode(CHEAP_SECRET).unwrap();
    let mut file: Value = serde_json::from_str(&sealing(&secret, [3; 16], &[9; 32], None).to_json()).unwrap();
    for name in ["hmac-sha256", "HMAC-SHA256", "hmacsha256", "hmac_sha256", "sha256"] {
        file["crypto"]["kdfparams"]["prf"] = name.into();
        opens(file.to_string().as_bytes(), "foo");
    }
    file["crypto"]["kdfparams"]["prf"] = Value::Null;
    opens(file.to_string().as_bytes(), "foo");
    file["crypto"]["kdfparams"]["prf"] = "hmac-sha512".into();
    let opened = Keystore::parse(file.to_string().as_bytes()).unwrap().open(&passphrase("foo"));
    assert!(matches!(opened, Err(KeystoreError::WrongPassphrase)), "{opened:?}");
    file["crypto"]["kdfparams"]["prf"] = "hmac-md5".into();
    assert!(parsed(file.to_string().as_bytes()).unwrap_err().contains("another function under PBKDF2"));
}

#[test]
fn a_passphrase_opens_what_any_of_its_forms_sealed() {
    let key = SecretKey::from_hex(CHEAP_SECRET).unwrap();
    // A ligature and an accent: each of the forms is another text.
    let typed = "\u{fb01}nanc\u{e9}";
    let check = |sealed_with: &str, typed: &str, expected: bool| {
        let kdf = Kdf::checked_pbkdf2(Prf::Sha256, 1, vec![9; 32]).unwrap();
        let derived = kdf.derive(sealed_with.as_bytes()).unwrap();
        let ciphertext = cipher::seal(&derived, &[3; 16], &key.expose_bytes());
        let mac = cipher::mac(&derived, &ciphertext);
        let sealed = Sealed { address: None, kdf, iv: [3; 16], ciphertext, mac };
        let keystore = Keystore { id: None, sealed, others: Vec::new() };
        assert_eq!(keystore.open(&passphrase(typed)).is_ok(), expected, "{sealed_with:?} by {typed:?}");
    };
    check(typed, typed, true);
    check("financ\u{e9}", typed, true);
    check("\u{fb01}nance\u{301}", typed, true);
    check("financ\u{e9}", "finance\u{301}", true);
    check("\u{feff}foo", "foo", true);
    check("foo", "\u{feff}foo", true);
    check("", "", true);
    check("finance", typed, false);
    check(typed, "finance", false);

    assert!(passphrase("financ\u{e9}").opens_everywhere() && passphrase("").opens_everywhere());
    assert!(!passphrase(typed).opens_everywhere() && !passphrase("cafe\u{301}").opens_everywhere());
    assert!(passphrase(typed).in_the_form_of_ethers().opens_everywhere());
}

#[test]
fn a_costly_file_is_tried_less_often() {
    let tries = |n: u64| Kdf::checked_scrypt(n, 8, 1, Vec::new()).unwrap().affordable_tries();
    assert_eq!((tries(1 << 18), tries(1 << 19), tries(1 << 20)), (32, 16, 8));
    let costliest = Kdf::checked_scrypt(1 << 18, 8, 16, Vec::new()).unwrap();
    assert_eq!(costliest.affordable_tries(), 2);
    let iterations = |c: u64| Kdf::checked_pbkdf2(Prf::Sha512, c, Vec::new()).unwrap().affordable_tries();
    assert_eq!((iterations(1), iterations(1_000_000), iterations(10_000_000)), (32, 20, 2));
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
            prop_assert!(again.sealed == keystore.sealed);
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
