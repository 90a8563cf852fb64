//! Tokens of ours, their claims changed and signed anew.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::Fault;
use crate::token::SigningKey;

/// The example of EIP-4361, shortened: what a hostile site would like to have signed.
const SIGN_IN_MESSAGE: &str = "bank.example wants you to sign in with your Ethereum account:\n\
                               0x0000000000000000000000000000000000000001\n\nURI: https://bank.example/login";
const HUGE_NONCE_BYTES: usize = 4 * 1024 * 1024;
const TEN_YEARS_SECONDS: i64 = 315_576_000;

/// An answer with a token, the token changed; any other answer as it is.
pub(super) fn reissued(fault: Fault, key: &SigningKey, answer: &[u8]) -> Vec<u8> {
    let with_token = |token: String| json!({"jwt": token}).to_string().into_bytes();
    if fault == Fault::NotAToken && claims_in(answer).is_some() {
        return with_token("not.a token".to_owned());
    }
    let token = claims_in(answer).and_then(|claims| {
        let is_access = !claims.contains_key("challenge") && !claims.contains_key("nonce");
        let claims = changed(fault, claims, is_access);
        if fault == Fault::UnsignedToken { Some(unsigned(&claims)) } else { key.sign(&claims).ok() }
    });
    token.map_or_else(|| answer.to_vec(), with_token)
}

fn claims_in(answer: &[u8]) -> Option<Map<String, Value>> {
    let answer: Value = serde_json::from_slice(answer).ok()?;
    let payload = answer.get("jwt")?.as_str()?.split('.').nth(1)?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()
}

/// Claims in order, with repetitions and numbers that a map of JSON values cannot have.
struct Claims(Vec<(String, Claim)>);

enum Claim {
    Value(Value),
    /// 2^128 - 1.
    Huge,
}

fn changed(fault: Fault, mut claims: Map<String, Value>, is_access: bool) -> Claims {
    let now = claims.get("iat").and_then(Value::as_i64).unwrap_or_default();
    let nonce = if claims.contains_key("challenge") { "challenge" } else { "nonce" };
    let mut set = |key: &str, value: Value| {
        claims.insert(key.to_owned(), value);
    };
    match fault {
        Fault::ExpiredToken => {
            set("iat", json!(1_000_000_000));
            set("exp", json!(1_000_000_001));
        }
        Fault::FutureToken => {
            set("iat", json!(now + TEN_YEARS_SECONDS));
            set("nbf", json!(now + TEN_YEARS_SECONDS));
            set("exp", json!(now + TEN_YEARS_SECONDS + 3600));
        }
        Fault::ForeignSubject if is_access => set("sub", json!("did:web:elsewhere.example")),
        Fault::WrongSubject if is_access => {
            let subject = another_key(claims.get("sub").and_then(Value::as_str).unwrap_or_default());
            claims.insert("sub".to_owned(), json!(subject));
        }
        Fault::NoSubject if is_access => drop(claims.remove("sub")),
        Fault::NoExpiry => drop(claims.remove("exp")),
        Fault::BadNonce if !is_access => set(nonce, json!(SIGN_IN_MESSAGE)),
        Fault::HugeNonce if !is_access => set(nonce, json!("A".repeat(HUGE_NONCE_BYTES))),
        Fault::ShortNonce if !is_access => set(nonce, json!("abc")),
        Fault::NumberNonce if !is_access => set(nonce, json!(1_234_567_890_123_456_789_u64)),
        Fault::NoNonce if !is_access => drop(claims.remove(nonce)),
        _ => {}
    }
    let entries = claims.into_iter().flat_map(|(key, value)| {
        let second = (fault == Fault::DuplicateClaims).then(|| (key.clone(), Claim::Value(json!("another"))));
        let is_huge = fault == Fault::HugeNumbers && value.is_number();
        [Some((key, if is_huge { Claim::Huge } else { Claim::Value(value) })), second]
    });
    Claims(entries.flatten().collect())
}

impl Serialize for Claims {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, claim) in &self.0 {
            match claim {
                Claim::Value(value) => map.serialize_entry(key, value)?,
                Claim::Huge => map.serialize_entry(key, &u128::MAX)?,
            }
        }
        map.end()
    }
}

/// RFC 7519, section 6: a header that says so, and nothing behind the second dot.
fn unsigned(claims: &Claims) -> String {
    let header = URL_SAFE_NO_PAD.encode(br#"{"alg":"none","typ":"JWT"}"#);
    let payload = URL_SAFE_NO_PAD.encode(serde_json::to_vec(claims).unwrap_or_default());
    format!("{header}.{payload}.")
}

/// A name of the same form for a key that is not the wallet's: the last digit differs.
fn another_key(name: &str) -> String {
    let (rest, last) = name.split_at(name.len().saturating_sub(1));
    format!("{rest}{}", if last == "1" { "2" } else { "1" })
}
