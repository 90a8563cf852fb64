//! The secrets, each in the forms in which a program could hold it.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use bip39::Mnemonic;
use idw_keys::Phrase;

/// What is looked for.
pub(crate) struct Secret {
    pub(crate) name: &'static str,
    forms: Vec<Vec<u8>>,
}

impl Secret {
    /// A secret as it is; bytes that are no text are looked for backwards (as numbers are kept) and as hex digits too.
    pub(crate) fn new(name: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let mut forms = vec![bytes.clone()];
        if std::str::from_utf8(&bytes).is_err() {
            forms.push(bytes.iter().rev().copied().collect());
            forms.push(hex::encode(&bytes).into());
        }
        Self::in_forms(name, &forms)
    }

    /// Either half of a form is enough: what is freed but not wiped loses its first 16 bytes to the allocator's lists.
    fn in_forms(name: &'static str, forms: &[Vec<u8>]) -> Self {
        let halves = forms.iter().flat_map(|form| form.chunks(form.len().div_ceil(2))).map(<[u8]>::to_vec);
        Self { name, forms: halves.collect() }
    }

    pub(crate) fn places_in(&self, memory: &[u8]) -> Vec<usize> {
        self.forms.iter().flat_map(|form| places(form, memory)).collect()
    }
}

fn places(form: &[u8], memory: &[u8]) -> Vec<usize> {
    let mut places = Vec::new();
    let mut from = 0;
    // Finding the first byte alone is what makes this quick enough unoptimised.
    while let Some(next) = memory[from..].iter().position(|byte| *byte == form[0]) {
        let at = from + next;
        if memory[at..].starts_with(form) {
            places.push(at);
        }
        from = at + 1;
    }
    places
}

/// What a phrase leads to: itself, its entropy, its seed, and the main account's key.
pub(crate) fn of_phrase(words: &str) -> Vec<Secret> {
    let mnemonic = Mnemonic::parse(words).unwrap();
    let key = Phrase::parse(words).unwrap().seed().account(0).unwrap();
    let half: Vec<&str> = words.split(' ').take(12).collect();
    vec![
        Secret::new("half of the phrase", half.join(" ")),
        Secret::new("private key", key.expose_bytes().to_vec()),
        // Made only while something is derived or signed, so not held when the first look is taken.
        Secret::in_forms("half of the phrase", &[mnemonic.to_entropy(), mnemonic.to_seed("").to_vec()]),
    ]
}

/// The vault's data key, by docs/vault-format.md.
pub(crate) fn data_key(vault: &Path, password: &str) -> Vec<u8> {
    let header = std::fs::read(vault.join("vault.header")).unwrap();
    let (vault_id, slot) = (&header[14..30], &header[56..56 + 121]);
    assert_eq!(header[52..56], [0, 1, 0, 121], "the first slot is the password's");
    let number = |at: usize| u32::from_be_bytes(slot[at..at + 4].try_into().unwrap());
    let (salt, nonce, tag, wrapped) = (&slot[13..29], &slot[61..73], &slot[73..89], &slot[89..121]);
    let params = Params::new(number(1), number(5), number(9), Some(32)).unwrap();
    let mut stretched = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut stretched)
        .unwrap();
    let aad = [b"IDWS", &[0, 1][..], vault_id, &[0, 1], &slot[..29]].concat();
    let mut wrapping = [0; 32];
    Salt::new(HKDF_SHA256, salt)
        .extract(&stretched)
        .expand(&[b"idw-vault/1/slot-wrap", &aad], HKDF_SHA256)
        .and_then(|okm| okm.fill(&mut wrapping))
        .unwrap();
    let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &wrapping).unwrap());
    let nonce = Nonce::try_assume_unique_for_key(nonce).unwrap();
    let mut sealed = [wrapped, tag].concat();
    key.open_in_place(nonce, Aad::from(aad), &mut sealed).unwrap().to_vec()
}

/// A text that is nowhere else.
pub(crate) fn random(before: &str) -> String {
    let mut bytes = [0; 12];
    aws_lc_rs::rand::fill(&mut bytes).unwrap();
    before.to_owned() + &hex::encode(bytes)
}

/// The same of letters only, as a name is.
pub(crate) fn random_letters() -> String {
    let letter = |digit: char| char::from(b'a' + u8::try_from(digit.to_digit(16).unwrap()).unwrap());
    "Quixote".to_owned() + &random("").chars().map(letter).collect::<String>()
}
