//! The two kinds of token: C-JWT (a challenge to be answered) and W-JWT (bearer of everything else).
//!
//! Kind and dialect are told by `tokenType`, so that no token does another's work even though one key signs all.

use std::fmt;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use idw_keys::{Address, Did, PublicKey};
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::config::ConfigError;

/// HS256 wants a key of at least the size of its hash (RFC 7518, section 3.2).
const MIN_SECRET_BYTES: usize = 32;
/// "30 min" in the `did` dialect; the classic documents name no time.
const CHALLENGE_LIFETIME: Duration = Duration::from_mins(30);
const ACCESS_LIFETIME: Duration = Duration::from_hours(1);
/// The SDK of the `did` dialect signs over 64 random bytes in base64.
const DID_NONCE_BYTES: usize = 64;
/// The classic documents show 32 bytes in hex.
const CLASSIC_NONCE_BYTES: usize = 32;

/// Signs and checks tokens with HMAC-SHA-256 (`HS256`, RFC 7518).
#[derive(Clone)]
pub struct SigningKey {
    encoding: EncodingKey,
    decoding: DecodingKey,
}

impl SigningKey {
    /// A random key; tokens made with it are worthless once the process ends.
    ///
    /// # Errors
    /// [`ConfigError::Random`] when the system gives no random numbers.
    pub fn make() -> Result<Self, ConfigError> {
        Self::from_secret(&make_random::<MIN_SECRET_BYTES>().map_err(ConfigError::Random)?)
    }

    /// The key of several servers that accept each other's tokens.
    ///
    /// # Errors
    /// [`ConfigError::ShortSecret`] below 32 bytes (RFC 7518, section 3.2).
    pub fn from_secret(secret: &[u8]) -> Result<Self, ConfigError> {
        if secret.len() < MIN_SECRET_BYTES {
            return Err(ConfigError::ShortSecret { len: secret.len(), min: MIN_SECRET_BYTES });
        }
        Ok(Self { encoding: EncodingKey::from_secret(secret), decoding: DecodingKey::from_secret(secret) })
    }

    pub(crate) fn sign(&self, claims: &Claims) -> Result<String, TokenError> {
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &self.encoding).map_err(TokenError::Sign)
    }

    /// The claims of a token of exactly this type that has not expired.
    pub(crate) fn check(&self, token: &str, expected: TokenType) -> Result<Claims, TokenError> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.leeway = 0;
        validation.set_required_spec_claims(&["exp", "sub"]);
        let claims = jsonwebtoken::decode::<Claims>(token, &self.decoding, &validation)
            .map_err(|error| match error.kind() {
                ErrorKind::ExpiredSignature => TokenError::Expired,
                _ => TokenError::Forged,
            })?
            .claims;
        if claims.token_type == expected { Ok(claims) } else { Err(TokenError::WrongType) }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey([redacted])")
    }
}

/// `tokenType` of a payload. The classic documents spell it as below, slip included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum TokenType {
    #[serde(rename = "IDW_CHALLANGE")]
    ClassicChallenge,
    #[serde(rename = "IDW_ACCESS")]
    ClassicAccess,
    #[serde(rename = "CHALLENGE")]
    DidChallenge,
    #[serde(rename = "ACCESS")]
    DidAccess,
}

/// A token's payload. Times are seconds since 1970 (RFC 7519, section 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Claims {
    /// Classic challenge: the caller's address or public key. Classic access: the public key. Otherwise the DID.
    pub(crate) sub: String,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
    /// What is to be signed, in the classic dialect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) challenge: Option<String>,
    /// What is to be signed, in the `did` dialect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) nonce: Option<String>,
    #[serde(rename = "tokenType")]
    pub(crate) token_type: TokenType,
}

impl Claims {
    pub(crate) fn classic_challenge(caller: String) -> Result<Self, TokenError> {
        let challenge = hex::encode(make_random::<CLASSIC_NONCE_BYTES>().map_err(TokenError::Random)?);
        Ok(Self { challenge: Some(challenge), ..Self::new(caller, TokenType::ClassicChallenge, CHALLENGE_LIFETIME) })
    }

    pub(crate) fn did_challenge(did: &Did) -> Result<Self, TokenError> {
        let nonce = STANDARD.encode(make_random::<DID_NONCE_BYTES>().map_err(TokenError::Random)?);
        Ok(Self { nonce: Some(nonce), ..Self::new(did.to_string(), TokenType::DidChallenge, CHALLENGE_LIFETIME) })
    }

    pub(crate) fn classic_access(key: &PublicKey) -> Self {
        Self::new(key.uncompressed_hex(), TokenType::ClassicAccess, ACCESS_LIFETIME)
    }

    pub(crate) fn did_access(did: &Did) -> Self {
        Self::new(did.to_string(), TokenType::DidAccess, ACCESS_LIFETIME)
    }

    fn new(sub: String, token_type: TokenType, lifetime: Duration) -> Self {
        let iat = jiff::Timestamp::now().as_second();
        let exp = iat.saturating_add_unsigned(lifetime.as_secs());
        Self { sub, iat, exp, challenge: None, nonce: None, token_type }
    }

    /// What the wallet was asked to sign, exactly as it stands in the payload.
    pub(crate) fn text_to_sign(&self) -> Result<&str, TokenError> {
        self.challenge.as_deref().or(self.nonce.as_deref()).ok_or(TokenError::Forged)
    }

    /// Whose wallet an access token speaks for.
    pub(crate) fn holder(&self) -> Result<Address, TokenError> {
        match self.token_type {
            TokenType::DidAccess => self.sub.parse::<Did>().map(|did| did.address()).ok(),
            TokenType::ClassicAccess => self.sub.parse::<PublicKey>().map(|key| key.address()).ok(),
            TokenType::ClassicChallenge | TokenType::DidChallenge => None,
        }
        .ok_or(TokenError::Forged)
    }
}

/// Why a token was not made or not accepted.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TokenError {
    #[error("the token has expired")]
    Expired,
    #[error("the token is not one that this site made")]
    Forged,
    #[error("the token is of another kind or dialect")]
    WrongType,
    #[error("the token could not be signed: {0}")]
    Sign(#[source] jsonwebtoken::errors::Error),
    #[error("the system gives no random numbers: {0}")]
    Random(#[source] getrandom::Error),
}

pub(crate) fn make_random<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(token_type: TokenType) -> Claims {
        Claims::new("someone".to_owned(), token_type, ACCESS_LIFETIME)
    }

    #[test]
    fn only_a_fresh_token_of_the_same_key_and_type_is_accepted() {
        let key = SigningKey::make().unwrap();
        let token = key.sign(&claims(TokenType::DidAccess)).unwrap();
        assert!(key.check(&token, TokenType::DidAccess).is_ok());

        let check = |token: &str, expected: TokenType, why: &str| {
            let error = key.check(token, expected).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        };
        for other in [TokenType::DidChallenge, TokenType::ClassicChallenge, TokenType::ClassicAccess] {
            check(&token, other, "another kind");
        }
        check("", TokenType::DidAccess, "not one that this site made");
        check(&token[1..], TokenType::DidAccess, "not one that this site made");
        check(&format!("{token} "), TokenType::DidAccess, "not one that this site made");
        let foreign = SigningKey::make().unwrap().sign(&claims(TokenType::DidAccess)).unwrap();
        check(&foreign, TokenType::DidAccess, "not one that this site made");
        let stale = Claims { exp: 1_000_000_000, ..claims(TokenType::DidAccess) };
        check(&key.sign(&stale).unwrap(), TokenType::DidAccess, "expired");
    }

    #[test]
    fn another_algorithm_is_not_accepted() {
        let secret = [7; 64];
        let key = SigningKey::from_secret(&secret).unwrap();
        let header = Header::new(Algorithm::HS512);
        let token =
            jsonwebtoken::encode(&header, &claims(TokenType::DidAccess), &EncodingKey::from_secret(&secret)).unwrap();
        assert!(matches!(key.check(&token, TokenType::DidAccess), Err(TokenError::Forged)));
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert!(matches!(SigningKey::from_secret(&[1; 31]), Err(ConfigError::ShortSecret { len: 31, .. })));
    }

    #[test]
    fn nonces_have_the_form_of_their_dialect() {
        let classic = Claims::classic_challenge("127.0.0.1".to_owned()).unwrap();
        assert_eq!(classic.text_to_sign().unwrap().len(), 64);
        let did: Did = "did:eth:0x00000000000000000000000000000000000000aa".parse().unwrap();
        let nonce = Claims::did_challenge(&did).unwrap().nonce.unwrap();
        assert_eq!(STANDARD.decode(nonce).unwrap().len(), 64);
    }
}
