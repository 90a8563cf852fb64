//! The JWT (RFC 7519) that an RP gets when a person logs in, and the key set (RFC 7517) to check it with.

use std::fmt;

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use jsonwebtoken::crypto::aws_lc;
use jsonwebtoken::jwk::{Jwk, JwkSet, PublicKeyUse, ThumbprintHash};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use pkcs8::PrivateKeyInfoRef;
use serde::Serialize;
use zeroize::Zeroizing;

use super::error::SignError;

/// RS256 wants 2048 bits (RFC 7518, section 3.3).
const MIN_MODULUS_BYTES: usize = 256;

/// The RSA key that tokens are signed with, by RS256. Wiped when dropped; prints as `[redacted]`.
pub struct TokenKey {
    pkcs8: Zeroizing<Vec<u8>>,
    encoding: EncodingKey,
    /// RFC 7638, with SHA-256.
    thumbprint: String,
    jwks: String,
}

/// What a token says. Times are in Unix seconds.
///
/// Auth eID had `iss`, `sub` and `iat` alone, which any RP could show to another one at any time. The rest is ours, and old clients
/// pass over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Claims<'a> {
    /// The service that answered.
    pub iss: &'a str,
    /// The person's email, as the RP spelt it.
    pub sub: &'a str,
    /// When the token was made.
    pub iat: i64,
    /// The id of the RP that asked; another one must refuse the token.
    pub aud: &'a str,
    /// From when on the token must be refused.
    pub exp: i64,
    /// The request that this answers.
    pub jti: &'a str,
}

impl TokenKey {
    /// A random key of 2048 bits.
    ///
    /// # Errors
    /// [`SignError::Library`] when the library makes none.
    pub fn make() -> Result<Self, SignError> {
        let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| SignError::Library("make an RSA key"))?;
        let der: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| SignError::Library("write an RSA key"))?;
        Self::from_pkcs8(der.as_ref())
    }

    /// The key that was kept.
    ///
    /// # Errors
    /// [`SignError::Kept`] when it is no RSA key of at least 2048 bits in PKCS #8.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, SignError> {
        let pair = KeyPair::from_pkcs8(der).map_err(|_| SignError::Kept("the key of tokens is no RSA key"))?;
        if pair.public_modulus_len() < MIN_MODULUS_BYTES {
            return Err(SignError::Kept("the key of tokens has fewer than 2048 bits"));
        }
        let info = PrivateKeyInfoRef::try_from(der).map_err(|_| SignError::Kept("the key of tokens is no PKCS #8"))?;
        // Where another crate of the same program switches jsonwebtoken's other backend on, it cannot choose between the two and
        // panics at its first use. A program that has told it already keeps its choice.
        let _ = aws_lc::DEFAULT_PROVIDER.install_default();
        let encoding = EncodingKey::from_rsa_der(info.private_key.as_bytes());
        let mut jwk = Jwk::from_encoding_key(&encoding, Algorithm::RS256)?;
        let thumbprint = jwk.thumbprint(ThumbprintHash::SHA256)?;
        jwk.common.key_id = Some(thumbprint.clone());
        jwk.common.public_key_use = Some(PublicKeyUse::Signature);
        let jwks = serde_json::to_string(&JwkSet { keys: vec![jwk] })
            .map_err(|_| SignError::Library("write the key set of tokens"))?;
        Ok(Self { pkcs8: Zeroizing::new(der.to_vec()), encoding, thumbprint, jwks })
    }

    /// The key as PKCS #8 (RFC 5208), to seal it in a vault.
    ///
    /// # Security
    /// Whoever has these bytes can log in as any user of this wallet at RPs that check tokens with its key set.
    pub fn to_pkcs8(&self) -> &[u8] {
        &self.pkcs8
    }

    /// A token with these claims. Its header names the algorithm, the type and the key, by its thumbprint (RFC 7638).
    ///
    /// # Errors
    /// [`SignError::Token`] when the library does not sign.
    pub fn sign(&self, claims: &Claims<'_>) -> Result<String, SignError> {
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some(self.thumbprint.clone());
        Ok(jsonwebtoken::encode(&header, claims, &self.encoding)?)
    }

    /// The public key as a set of one, in JSON (RFC 7517, section 5).
    pub fn jwks(&self) -> &str {
        &self.jwks
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use serde_json::{Value, json};
    use sha2::{Digest as _, Sha256};

    use super::*;

    static KEY: LazyLock<TokenKey> = LazyLock::new(|| TokenKey::make().unwrap());

    const CLAIMS: Claims<'static> = Claims {
        iss: "http://127.0.0.1:8466",
        sub: "Ada@site.example",
        iat: 1_795_953_600,
        aud: "rp-1",
        exp: 1_795_953_900,
        jti: "bZGRPCgF0D71x-49DkjzOzyXdRTGyZ0w_OSkqWcT5fTq",
    };

    fn decoded(part: &Value) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(part.as_str().unwrap()).unwrap()
    }

    /// RFC 7638, section 3, of an RSA key.
    fn thumbprint(key: &Value) -> String {
        let text = format!(r#"{{"e":{},"kty":{},"n":{}}}"#, key["e"], key["kty"], key["n"]);
        URL_SAFE_NO_PAD.encode(Sha256::digest(text))
    }

    #[test]
    fn the_thumbprint_of_the_standard() {
        // RFC 7638, section 3.1.
        let key = json!({
            "kty": "RSA",
            "n": concat!(
                "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3",
                "oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdA",
                "ZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-",
                "kEgU8awapJzKnqDKgw"
            ),
            "e": "AQAB",
            "alg": "RS256",
            "kid": "2011-04-29",
        });
        assert_eq!(thumbprint(&key), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    #[test]
    fn a_token_verifies_with_the_published_key() {
        let token = KEY.sign(&CLAIMS).unwrap();
        let set: Value = serde_json::from_str(KEY.jwks()).unwrap();
        assert_eq!(set["keys"].as_array().map(Vec::len), Some(1));
        let key = &set["keys"][0];
        assert_eq!(
            *key,
            json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": thumbprint(key), "e": "AQAB", "n": key["n"]})
        );

        let (signed, sign) = token.rsplit_once('.').unwrap();
        let (header, claims) = signed.split_once('.').unwrap();
        let public = RsaPublicKeyComponents { n: decoded(&key["n"]), e: decoded(&key["e"]) };
        let sign = URL_SAFE_NO_PAD.decode(sign).unwrap();
        assert!(public.verify(&RSA_PKCS1_2048_8192_SHA256, signed.as_bytes(), &sign).is_ok());
        assert!(public.verify(&RSA_PKCS1_2048_8192_SHA256, claims.as_bytes(), &sign).is_err());

        let header: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).unwrap()).unwrap();
        assert_eq!(header, json!({"alg": "RS256", "typ": "JWT", "kid": key["kid"]}));
        let claims = String::from_utf8(URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
        assert_eq!(
            claims,
            concat!(
                r#"{"iss":"http://127.0.0.1:8466","sub":"Ada@site.example","iat":1795953600,"aud":"rp-1","#,
                r#""exp":1795953900,"jti":"bZGRPCgF0D71x-49DkjzOzyXdRTGyZ0w_OSkqWcT5fTq"}"#
            )
        );
    }

    #[test]
    fn what_is_kept_gives_the_same_key_again() {
        let read = TokenKey::from_pkcs8(KEY.to_pkcs8()).unwrap();
        assert_eq!(read.jwks(), KEY.jwks());
        assert_eq!(read.sign(&CLAIMS).unwrap(), KEY.sign(&CLAIMS).unwrap());
        assert_ne!(TokenKey::make().unwrap().jwks(), KEY.jwks());
        assert_eq!(format!("{read:?}"), "TokenKey([redacted])");
    }

    #[test]
    fn what_is_no_rsa_key_is_refused() {
        let check = |der: &[u8]| assert!(matches!(TokenKey::from_pkcs8(der), Err(SignError::Kept(_))));
        check(b"");
        check(&KEY.to_pkcs8()[1..]);
        check(&crate::sign::Authority::make(CLAIMS.iat).unwrap().to_pkcs8().unwrap());
    }
}
