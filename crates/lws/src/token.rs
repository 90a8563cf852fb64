//! Tokens: kept byte for byte, decoded only to be looked at.
//!
//! None is verified here: they are signed with a secret of the server (HS256) or a key that the wallet does not know.

use std::fmt;
use std::time::Duration;

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::error::ProtocolFault;
use crate::limits::TOKEN_LEN_BYTES;
use crate::nonce::Nonce;
use crate::subject::OwnKey;

/// A JWT that is sent back exactly as it came: a C-JWT or a W-JWT (lws.md §1).
pub(crate) struct Jwt {
    text: Zeroizing<String>,
    claims: Map<String, Value>,
}

impl Jwt {
    /// Takes a token apart, without any claim that it is genuine.
    pub(crate) fn decode(text: &str) -> Result<Self, TokenError> {
        if text.len() > TOKEN_LEN_BYTES {
            return Err(TokenError::TooLong);
        }
        // What follows is put into a header: nothing but visible ASCII, so that it cannot start a header of its own.
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(TokenError::NotAToken);
        }
        let mut parts = text.split('.');
        let (Some(_), Some(payload), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(TokenError::NotAToken);
        };
        let payload = Zeroizing::new(LENIENT_BASE64URL.decode(payload).map_err(|_| TokenError::NotAToken)?);
        let claims = serde_json::from_slice(&payload).map_err(|_| TokenError::NotAToken)?;
        Ok(Self { text: Zeroizing::new(text.to_owned()), claims })
    }

    /// The token's text, for the `Authorization` header and nothing else.
    pub(crate) fn expose_text(&self) -> &str {
        &self.text
    }

    /// What a C-JWT wants signed; `challenge` wins over `nonce` (lws.md §3).
    pub(crate) fn nonce(&self) -> Result<Nonce, ProtocolFault> {
        let claim = |name| self.claims.get(name).filter(|value| !value.is_null());
        let text = claim("challenge")
            .or_else(|| claim("nonce"))
            .and_then(Value::as_str)
            .ok_or(ProtocolFault::Token(TokenError::NoNonce))?;
        Nonce::parse(text).map_err(ProtocolFault::Nonce)
    }

    /// Whether a C-JWT is one of the did dialect: its subject is a DID, and what to sign is called `nonce`. One of the
    /// classic dialect is for an IP address or a public key, or calls it `challenge` (lws.md §2).
    pub(crate) fn is_for_a_did(&self) -> bool {
        let subject = self.claims.get("sub").and_then(Value::as_str).unwrap_or_default();
        let is_did = subject.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("did:"));
        is_did && self.claims.get("challenge").is_none_or(Value::is_null)
    }

    /// Checks the times, give or take `skew`, and that the subject is not somebody else.
    pub(crate) fn check(&self, own: &OwnKey, now: Timestamp, skew: Duration) -> Result<(), TokenError> {
        let skew = SignedDuration::try_from(skew).unwrap_or(SignedDuration::MAX);
        let latest = now.saturating_add(skew).unwrap_or(Timestamp::MAX);
        let earliest = now.saturating_sub(skew).unwrap_or(Timestamp::MIN);
        if self.time("exp")?.is_some_and(|expiry| expiry <= earliest) {
            return Err(TokenError::Expired);
        }
        for claim in ["iat", "nbf"] {
            if self.time(claim)?.is_some_and(|start| start > latest) {
                return Err(TokenError::NotYetValid);
            }
        }
        match self.claims.get("sub") {
            Some(Value::String(subject)) if !own.agrees_with(subject) => Err(TokenError::ForeignSubject),
            _ => Ok(()),
        }
    }

    /// When the token ends, as far as it says.
    pub(crate) fn expires(&self) -> Option<Timestamp> {
        self.time("exp").ok().flatten()
    }

    /// A NumericDate (RFC 7519 §2): seconds, perhaps with a fraction. One beyond the calendar is the end of time.
    fn time(&self, claim: &str) -> Result<Option<Timestamp>, TokenError> {
        let Some(value) = self.claims.get(claim).filter(|value| !value.is_null()) else { return Ok(None) };
        let seconds = value.as_f64().ok_or(TokenError::BadTime)?;
        if seconds < 0.0 {
            return Err(TokenError::BadTime);
        }
        let duration = SignedDuration::try_from_secs_f64(seconds).ok();
        let time = duration.and_then(|duration| Timestamp::from_duration(duration).ok());
        Ok(Some(time.unwrap_or(Timestamp::MAX)))
    }
}

impl fmt::Debug for Jwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Jwt([redacted])")
    }
}

/// base64url as servers write it: with padding, without, and with sloppy last bits.
const LENIENT_BASE64URL: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What logs a browser in: whatever the relying party's token endpoint answered, kept whole (lws.md §1, §2).
///
/// It is a secret of the user: not shown, not logged, forgotten when dropped.
pub struct UserToken {
    /// The body of `POST /login`.
    pub(crate) login_body: Zeroizing<Vec<u8>>,
    /// Where the browser should go, when the token's answer says so and no login call is needed.
    pub(crate) redirect: Option<url::Url>,
}

impl UserToken {
    /// Whether the answer already says where the browser should go, so that the login call can be left out.
    pub fn has_redirect(&self) -> bool {
        self.redirect.is_some()
    }
}

impl fmt::Debug for UserToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserToken([redacted])")
    }
}

/// Why a token cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Not three parts, not base64url, or its payload is not a JSON object.
    #[error("its token is not a JSON Web Token")]
    NotAToken,
    /// Longer than any server would take back in a header.
    #[error("its token is too long to be sent back")]
    TooLong,
    /// No `challenge` and no `nonce` in the challenge token.
    #[error("its challenge has nothing to sign")]
    NoNonce,
    /// A time that is no number, or before 1970.
    #[error("a time in its token is not a time")]
    BadTime,
    /// Its `exp` lies in the past.
    #[error("its token has expired already; if this goes on, check this computer's clock")]
    Expired,
    /// Its `iat` or `nbf` lies in the future.
    #[error("its token is not valid yet; if this goes on, check this computer's clock")]
    NotYetValid,
    /// Its `sub` names a key, and not the one that this session signs with.
    #[error("its token is for another identity than the one that signed")]
    ForeignSubject,
}

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_URL_SAFE, BASE64_URL_SAFE_NO_PAD, Engine as _};
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// `GET /auth/challenge` in the document "All Endpoints", section 1.
    const DOCUMENTED: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxNDIuMjEuMzEuNTEiLCJpYXQiOjE1MTYyMzkwMjIsImV4cCI6MTUxNjQzOTAyMiwiY2hhbGxlbmdlIjoiMDJiODRjOWIyNzYyZWYzNjVhMzgxNGRlODZmZTFkMzhlNThhOTYzNWM0ZGUwYzI0ZTQ3YjlhYWNkYjI2OTZiOCJ9.ogbU0vpulk0AGRaN51fnaB04hhtVMYy_LA8u-qM0Yh4";

    fn token(payload: &Value) -> String {
        format!("e30.{}.c2ln", BASE64_URL_SAFE_NO_PAD.encode(payload.to_string()))
    }

    fn own() -> OwnKey {
        OwnKey::of(&crate::signer::tests::Ada)
    }

    #[test]
    fn the_documents_example_decodes() {
        let jwt = Jwt::decode(DOCUMENTED).unwrap();
        let nonce = jwt.nonce().unwrap();
        assert_eq!(nonce.as_str(), "02b84c9b2762ef365a3814de86fe1d38e58a9635c4de0c24e47b9aacdb2696b8");
        assert_eq!(jwt.expose_text(), DOCUMENTED, "a token goes back byte for byte");
        assert_eq!(jwt.expires().map(Timestamp::as_second), Some(1_516_439_022));
        let skew = Duration::from_mins(5);
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        assert_eq!(jwt.check(&own(), at(1_516_239_022), skew), Ok(()));
        assert_eq!(jwt.check(&own(), at(1_516_239_022 - 299), skew), Ok(()), "within the skew");
        assert_eq!(jwt.check(&own(), at(1_516_239_022 - 301), skew), Err(TokenError::NotYetValid));
        assert_eq!(jwt.check(&own(), at(1_516_439_022 + 299), skew), Ok(()), "within the skew");
        assert_eq!(jwt.check(&own(), at(1_516_439_022 + 300), skew), Err(TokenError::Expired));
    }

    #[test]
    fn texts_that_are_no_tokens() {
        let check = |text: &str, expected: TokenError| {
            assert_eq!(Jwt::decode(text).err(), Some(expected), "{text:.60?}");
        };
        check("", TokenError::NotAToken);
        check("a.b", TokenError::NotAToken);
        check("a.b.c.d", TokenError::NotAToken);
        check("e30.e30=.\r\nX-Injected: yes", TokenError::NotAToken);
        check("e30.e30 .e30", TokenError::NotAToken);
        check("e30.WzFd.c2ln", TokenError::NotAToken); // [1]
        check("e30.!!!!.c2ln", TokenError::NotAToken);
        check(&format!("e30.{}.c2ln", "A".repeat(TOKEN_LEN_BYTES)), TokenError::TooLong);
        let deep = "[".repeat(4000);
        check(&format!("e30.{}.c2ln", BASE64_URL_SAFE.encode(format!("{{\"a\":{deep}"))), TokenError::NotAToken);
    }

    #[test]
    fn padding_is_all_the_same() {
        for payload in [json!({"nonce": "0123456789abcdef"}), json!({"nonce": "0123456789abcdef0"})] {
            let padded = format!("e30.{}.c2ln", BASE64_URL_SAFE.encode(payload.to_string()));
            for text in [padded, token(&payload)] {
                assert!(Jwt::decode(&text).unwrap().nonce().is_ok(), "{text}");
            }
        }
    }

    #[test]
    fn which_claim_is_signed() {
        let check = |payload: Value, expected: Option<&str>| {
            let nonce = Jwt::decode(&token(&payload)).unwrap().nonce();
            assert_eq!(nonce.ok().as_ref().map(Nonce::as_str), expected, "{payload}");
        };
        check(json!({"nonce": "nonce+0123456789"}), Some("nonce+0123456789"));
        check(json!({"nonce": "0123456789abcdef", "challenge": "fedcba9876543210"}), Some("fedcba9876543210"));
        check(json!({"nonce": "0123456789abcdef", "challenge": null}), Some("0123456789abcdef"));
        check(json!({"nonce": "0123456789abcdef", "challenge": 7}), None);
        check(json!({"nonce": "0123456789abcdef", "challenge": "pay 5 coins to bob"}), None);
        check(json!({}), None);
    }

    #[test]
    fn claims_that_are_refused() {
        let now = Timestamp::from_second(1_000_000).unwrap();
        let check = |payload: Value, expected: Result<(), TokenError>| {
            let outcome = Jwt::decode(&token(&payload)).unwrap().check(&own(), now, Duration::ZERO);
            assert_eq!(outcome, expected, "{payload}");
        };
        check(json!({}), Ok(()));
        check(json!({"exp": 1_000_001, "iat": 1_000_000, "nbf": 999_999.5}), Ok(()));
        check(json!({"exp": u64::MAX}), Ok(()));
        check(json!({"exp": 1e300}), Ok(()));
        check(json!({"exp": 1_000_000}), Err(TokenError::Expired));
        check(json!({"nbf": 1_000_002}), Err(TokenError::NotYetValid));
        check(json!({"iat": u64::MAX}), Err(TokenError::NotYetValid));
        check(json!({"exp": "soon"}), Err(TokenError::BadTime));
        check(json!({"iat": -1}), Err(TokenError::BadTime));
        check(json!({"sub": 5}), Ok(()));
        check(json!({"sub": "did:eth:0x0000000000000000000000000000000000000001"}), Err(TokenError::ForeignSubject));
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>(), payload in any::<Vec<u8>>()) {
            let _ = Jwt::decode(&text);
            if let Ok(jwt) = Jwt::decode(&format!("a.{}.b", BASE64_URL_SAFE_NO_PAD.encode(payload))) {
                let _ = (jwt.nonce(), jwt.expires(), jwt.check(&own(), Timestamp::UNIX_EPOCH, Duration::ZERO));
            }
        }

        #[test]
        fn numbers_never_panic(number in any::<f64>()) {
            let payload = json!({"exp": number, "iat": number, "nbf": number});
            let jwt = Jwt::decode(&token(&payload)).unwrap();
            let _ = jwt.check(&own(), Timestamp::MAX, Duration::MAX);
            let _ = jwt.check(&own(), Timestamp::MIN, Duration::MAX);
        }
    }
}
