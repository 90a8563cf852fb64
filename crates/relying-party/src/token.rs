//! The two kinds of token: C-JWT (a challenge to be answered) and W-JWT (bearer of everything else).
//!
//! Kind and dialect are told by `tokenType`, so that no token does another's work even though one key signs all.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fmt, fs};

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize, PublicKey as RsaPublicKey};
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use idw_keys::{Address, Did, PublicKey};
use jsonwebtoken::crypto::aws_lc;
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use pkcs8::PrivateKeyInfoRef;
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{PrivateKeyDer, SubjectPublicKeyInfoDer};
use serde::{Deserialize, Serialize};

use crate::config::ConfigError;

/// HS256 wants a key of at least the size of its hash (RFC 7518, section 3.2).
const MIN_SECRET_BYTES: usize = 32;
/// RS256 wants 2048 bits (RFC 7518, section 3.3).
const MIN_MODULUS_BYTES: usize = 256;
/// "30 min" in the `did` dialect; the classic documents name no time.
const CHALLENGE_LIFETIME: Duration = Duration::from_mins(30);
const ACCESS_LIFETIME: Duration = Duration::from_hours(1);
/// The SDK of the `did` dialect signs over 64 random bytes in base64.
const DID_NONCE_BYTES: usize = 64;
/// The classic documents show 32 bytes in hex.
const CLASSIC_NONCE_BYTES: usize = 32;

/// The algorithms that tokens are signed with (RFC 7518, section 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum TokenAlgorithm {
    /// HMAC with SHA-256 and a secret: the default of both dialects.
    #[default]
    #[serde(rename = "HS256")]
    Hs256,
    /// RSA with SHA-256: several servers accept each other's tokens, and only one can make them.
    #[serde(rename = "RS256")]
    Rs256,
}

/// Signs and checks tokens, with HMAC (`HS256`) or RSA (`RS256`).
///
/// A token is accepted only when its header names the algorithm of this key, so an RSA public key, which anyone may
/// have, is never taken for the secret of an HMAC.
#[derive(Clone)]
pub struct SigningKey {
    algorithm: Algorithm,
    encoding: EncodingKey,
    /// The own one first.
    decoding: Vec<DecodingKey>,
}

impl SigningKey {
    /// A random secret for `HS256`; tokens made with it are worthless once the process ends.
    ///
    /// # Errors
    /// [`ConfigError::Random`] when the system gives no random numbers.
    pub fn make() -> Result<Self, ConfigError> {
        Self::from_secret(&make_random::<MIN_SECRET_BYTES>().map_err(ConfigError::Random)?)
    }

    /// A random RSA key of 2048 bits for `RS256`; tokens made with it are worthless once the process ends.
    ///
    /// # Errors
    /// [`ConfigError::Rsa`] when the library makes none.
    pub fn make_rsa() -> Result<Self, ConfigError> {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).map_err(|_| ConfigError::Rsa("none could be made"))?;
        let der = AsDer::<Pkcs8V1Der<'_>>::as_der(&pair).map_err(|_| ConfigError::Rsa("none could be made"))?;
        Self::from_pkcs8(der.as_ref())
    }

    /// The `HS256` secret of several servers that accept each other's tokens.
    ///
    /// # Errors
    /// [`ConfigError::ShortSecret`] below 32 bytes (RFC 7518, section 3.2).
    pub fn from_secret(secret: &[u8]) -> Result<Self, ConfigError> {
        if secret.len() < MIN_SECRET_BYTES {
            return Err(ConfigError::ShortSecret { len: secret.len(), min: MIN_SECRET_BYTES });
        }
        let (encoding, decoding) = (EncodingKey::from_secret(secret), DecodingKey::from_secret(secret));
        Ok(Self::new(Algorithm::HS256, encoding, decoding))
    }

    /// An RSA private key in PEM (RFC 7468): `PRIVATE KEY` (PKCS #8) or `RSA PRIVATE KEY` (PKCS #1), for `RS256`.
    ///
    /// # Errors
    /// [`ConfigError::Rsa`] when it is no such key, or one below 2048 bits (RFC 7518, section 3.3).
    pub fn from_rsa_pem(pem: &[u8]) -> Result<Self, ConfigError> {
        match PrivateKeyDer::from_pem_slice(pem) {
            Ok(PrivateKeyDer::Pkcs8(key)) => Self::from_pkcs8(key.secret_pkcs8_der()),
            Ok(PrivateKeyDer::Pkcs1(key)) => Self::from_pkcs1(key.secret_pkcs1_der()),
            _ => Err(ConfigError::Rsa("it is not a private key in PEM")),
        }
    }

    /// The key in a file, or a random one where none is given, that also trusts the public keys in other files. The
    /// bytes of an `HS256` file are the secret itself, a line break at its end left out.
    ///
    /// # Errors
    /// [`ConfigError::KeyFile`] when a file cannot be read; otherwise as the other ways to make one.
    pub fn load(algorithm: TokenAlgorithm, key: Option<&Path>, trusted: &[PathBuf]) -> Result<Self, ConfigError> {
        let own = match (algorithm, key) {
            (TokenAlgorithm::Hs256, None) => Self::make()?,
            (TokenAlgorithm::Hs256, Some(path)) => Self::from_secret(read_key(path)?.trim_ascii_end())?,
            (TokenAlgorithm::Rs256, None) => Self::make_rsa()?,
            (TokenAlgorithm::Rs256, Some(path)) => Self::from_rsa_pem(&read_key(path)?)?,
        };
        trusted.iter().try_fold(own, |key, path| key.trusting(&read_key(path)?))
    }

    /// Accepts tokens of another server too, whose RSA public key is given in PEM (`PUBLIC KEY`).
    ///
    /// # Errors
    /// [`ConfigError::Rsa`] when it is no such key; [`ConfigError::TrustNeedsRsa`] when this key is a secret.
    pub fn trusting(mut self, pem: &[u8]) -> Result<Self, ConfigError> {
        if self.algorithm != Algorithm::RS256 {
            return Err(ConfigError::TrustNeedsRsa);
        }
        let key = SubjectPublicKeyInfoDer::from_pem_slice(pem)
            .map_err(|_| ConfigError::Rsa("a trusted key is not a public key in PEM"))?;
        RsaPublicKey::from_der(key.as_ref()).map_err(|_| ConfigError::Rsa("a trusted key is no RSA key"))?;
        self.decoding.push(DecodingKey::from_rsa_der(key.as_ref()));
        Ok(self)
    }

    fn from_pkcs8(der: &[u8]) -> Result<Self, ConfigError> {
        let info = PrivateKeyInfoRef::try_from(der).map_err(|_| ConfigError::Rsa("its DER is broken"))?;
        Self::from_pkcs1(info.private_key.as_bytes())
    }

    fn from_pkcs1(der: &[u8]) -> Result<Self, ConfigError> {
        let pair = RsaKeyPair::from_der(der).map_err(|_| ConfigError::Rsa("it is no RSA key that can be used"))?;
        if pair.public_modulus_len() < MIN_MODULUS_BYTES {
            return Err(ConfigError::Rsa("it has fewer than 2048 bits"));
        }
        let decoding = DecodingKey::from_rsa_der(pair.public_key().as_ref());
        Ok(Self::new(Algorithm::RS256, EncodingKey::from_rsa_der(der), decoding))
    }

    /// The one place that makes a key. Where another crate of the same program switches jsonwebtoken's other backend on,
    /// jsonwebtoken cannot choose between the two and panics at its first use: so it is told before there is a key to use. A
    /// program that has told it already keeps its choice.
    fn new(algorithm: Algorithm, encoding: EncodingKey, decoding: DecodingKey) -> Self {
        let _ = aws_lc::DEFAULT_PROVIDER.install_default();
        Self { algorithm, encoding, decoding: vec![decoding] }
    }

    /// A token with these claims, whatever they are.
    pub(crate) fn sign(&self, claims: &impl Serialize) -> Result<String, TokenError> {
        jsonwebtoken::encode(&Header::new(self.algorithm), claims, &self.encoding).map_err(TokenError::Sign)
    }

    /// The claims of a token of exactly this type that has not expired.
    pub(crate) fn check(&self, token: &str, expected: TokenType) -> Result<Claims, TokenError> {
        let mut validation = Validation::new(self.algorithm);
        validation.leeway = 0;
        validation.set_required_spec_claims(&["exp", "sub"]);
        let mut fault = TokenError::Forged;
        for key in &self.decoding {
            match jsonwebtoken::decode::<Claims>(token, key, &validation) {
                Ok(read) if read.claims.token_type == expected => return Ok(read.claims),
                Ok(_) => return Err(TokenError::WrongType),
                Err(error) if matches!(error.kind(), ErrorKind::ExpiredSignature) => fault = TokenError::Expired,
                Err(_) => {}
            }
        }
        Err(fault)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({:?}, [redacted])", self.algorithm)
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

fn read_key(path: &Path) -> Result<Vec<u8>, ConfigError> {
    fs::read(path).map_err(|source| ConfigError::KeyFile { path: path.to_path_buf(), source })
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

    const RSA: &[u8] = include_bytes!("../tests/keys/rsa.pem");
    const RSA_PUBLIC: &[u8] = include_bytes!("../tests/keys/rsa.pub.pem");

    #[test]
    fn rsa_keys_are_read_in_both_forms() {
        let token = SigningKey::from_rsa_pem(RSA).unwrap().sign(&claims(TokenType::DidAccess)).unwrap();
        let pkcs1 = SigningKey::from_rsa_pem(include_bytes!("../tests/keys/rsa.pkcs1.pem")).unwrap();
        assert!(pkcs1.check(&token, TokenType::DidAccess).is_ok(), "the same key in the other form");
        let check = |pem: &[u8], why: &str| {
            let error = SigningKey::from_rsa_pem(pem).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        };
        check(b"", "PEM");
        check(RSA_PUBLIC, "PEM");
        check(include_bytes!("../tests/keys/rsa1024.pem"), "RSA key");
        check(include_bytes!("../tests/keys/ec.pem"), "RSA key");
    }

    #[test]
    fn tokens_of_trusted_servers_are_accepted() {
        let kycc = SigningKey::from_rsa_pem(RSA).unwrap();
        let token = kycc.sign(&claims(TokenType::DidAccess)).unwrap();
        let alone = SigningKey::make_rsa().unwrap();
        assert!(matches!(alone.check(&token, TokenType::DidAccess), Err(TokenError::Forged)));
        let trusting = alone.trusting(RSA_PUBLIC).unwrap();
        assert!(trusting.check(&token, TokenType::DidAccess).is_ok());
        let own = trusting.sign(&claims(TokenType::DidAccess)).unwrap();
        assert!(trusting.check(&own, TokenType::DidAccess).is_ok());
        assert!(matches!(kycc.check(&own, TokenType::DidAccess), Err(TokenError::Forged)), "trust has one direction");
        let stale = kycc.sign(&Claims { exp: 1_000_000_000, ..claims(TokenType::DidAccess) }).unwrap();
        assert!(matches!(trusting.check(&stale, TokenType::DidAccess), Err(TokenError::Expired)));
        assert!(matches!(SigningKey::make().unwrap().trusting(RSA_PUBLIC), Err(ConfigError::TrustNeedsRsa)));
        assert!(matches!(trusting.trusting(b"x"), Err(ConfigError::Rsa(_))));
    }

    #[test]
    fn algorithms_are_not_confused() {
        let rsa = SigningKey::from_rsa_pem(RSA).unwrap();
        let check = |key: &SigningKey, token: &str, row: &str| {
            assert!(matches!(key.check(token, TokenType::DidAccess), Err(TokenError::Forged)), "{row}");
        };
        let encode = |algorithm, key: &EncodingKey| {
            jsonwebtoken::encode(&Header::new(algorithm), &claims(TokenType::DidAccess), key).unwrap()
        };
        let public_der = SubjectPublicKeyInfoDer::from_pem_slice(RSA_PUBLIC).unwrap();
        for (row, secret) in [("PEM", RSA_PUBLIC), ("DER", public_der.as_ref())] {
            check(&rsa, &encode(Algorithm::HS256, &EncodingKey::from_secret(secret)), row);
            let hmac = SigningKey::from_secret(secret).unwrap();
            check(&hmac, &rsa.sign(&claims(TokenType::DidAccess)).unwrap(), "RS256 where HS256 is expected");
        }
        check(&rsa, &encode(Algorithm::RS512, &rsa.encoding), "RS512");
        check(&rsa, &encode(Algorithm::PS256, &rsa.encoding), "PS256");
        let good = rsa.sign(&claims(TokenType::DidAccess)).unwrap();
        let payload = good.split('.').nth(1).unwrap();
        // {"alg":"none","typ":"JWT"} and {"alg":"None"}
        for header in ["eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0", "eyJhbGciOiJOb25lIn0"] {
            check(&rsa, &format!("{header}.{payload}."), "no algorithm");
            check(&SigningKey::make().unwrap(), &format!("{header}.{payload}."), "no algorithm");
        }
    }

    #[test]
    fn a_key_does_not_show_itself() {
        assert_eq!(format!("{:?}", SigningKey::from_secret(&[7; 32]).unwrap()), "SigningKey(HS256, [redacted])");
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
