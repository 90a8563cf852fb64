//! Calls that a device signs: HTTP Message Signatures (RFC 9421) in one form, over method, path and body.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::{AsBigEndian as _, EcPublicKeyCompressedBin};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use zeroize::Zeroizing;

use crate::sign::SignError;

/// A compressed point of P-256 (SEC 1, section 2.3.3).
const POINT_LEN_BYTES: usize = 33;
/// What is signed, in this order.
const COMPONENTS: &str = r#"("@method" "@path" "content-digest")"#;
const ALGORITHM: &str = "ecdsa-p256-sha256";

/// The key of a device for one service, on P-256. The library wipes it when it is dropped; prints as `[redacted]`.
pub struct DeviceKey {
    pair: EcdsaKeyPair,
    name: String,
}

/// The three headers of a signed call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSignature {
    /// `Content-Digest` (RFC 9530).
    pub content_digest: String,
    /// `Signature-Input`.
    pub signature_input: String,
    /// `Signature`.
    pub signature: String,
}

impl DeviceKey {
    /// A random key.
    ///
    /// # Errors
    /// [`SignError::Library`] when the library makes none.
    pub fn make() -> Result<Self, SignError> {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING);
        Self::new(pair.map_err(|_| SignError::Library("make a key of P-256"))?)
    }

    /// The key that was kept.
    ///
    /// # Errors
    /// [`SignError::Kept`] when it is none.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, SignError> {
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, der);
        Self::new(pair.map_err(|_| SignError::Kept("the device's key is no key of P-256"))?)
    }

    /// The key as PKCS #8 (RFC 5208), which is wiped when dropped.
    ///
    /// # Errors
    /// [`SignError::Library`] when the library cannot write it.
    pub fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, SignError> {
        let document = self.pair.to_pkcs8v1().map_err(|_| SignError::Library("write a key of P-256"))?;
        Ok(Zeroizing::new(document.as_ref().to_vec()))
    }

    /// The public key, which is also the name of the key: 44 characters of URL-safe base64.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Signs a call. `created` is the time in Unix seconds.
    ///
    /// # Errors
    /// [`SignError::Library`] when the library does not sign.
    pub fn sign(
        &self,
        method: &str,
        path: &str,
        body: &[u8],
        nonce: &str,
        created: i64,
    ) -> Result<CallSignature, SignError> {
        let content_digest = content_digest(body);
        let name = &self.name;
        let parameters = format!(r#"{COMPONENTS};created={created};nonce="{nonce}";keyid="{name}";alg="{ALGORITHM}""#);
        let base = signature_base(method, path, &content_digest, &parameters);
        let signature = self.pair.sign(&SystemRandom::new(), base.as_bytes());
        let signature = signature.map_err(|_| SignError::Library("sign with a key of P-256"))?;
        Ok(CallSignature {
            content_digest,
            signature_input: format!("idw={parameters}"),
            signature: format!("idw=:{}:", STANDARD.encode(signature.as_ref())),
        })
    }

    fn new(pair: EcdsaKeyPair) -> Result<Self, SignError> {
        let point: EcPublicKeyCompressedBin<'_> =
            pair.public_key().as_be_bytes().map_err(|_| SignError::Library("write a public key"))?;
        let name = URL_SAFE.encode(point.as_ref());
        Ok(Self { pair, name })
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceKey([redacted])")
    }
}

/// Whether this can be the name of a device's key. Whether it lies on the curve shows when it verifies something.
pub fn is_device_key(name: &str) -> bool {
    point(name).is_some()
}

fn point(name: &str) -> Option<Vec<u8>> {
    URL_SAFE.decode(name).ok().filter(|point| point.len() == POINT_LEN_BYTES && matches!(point.first(), Some(2 | 3)))
}

/// What a signed call says of itself. Nothing is proven before [`verifies`](Self::verifies).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCall<'a> {
    /// The name of the key.
    pub key: &'a str,
    /// The service's nonce.
    pub nonce: &'a str,
    /// When the wallet signed, in Unix seconds.
    pub created: i64,
    parameters: &'a str,
    content_digest: &'a str,
    signature: Vec<u8>,
}

impl<'a> SignedCall<'a> {
    /// Reads the three headers; `None` where they are not of exactly the one form.
    pub fn read(content_digest: &'a str, signature_input: &'a str, signature: &'a str) -> Option<Self> {
        let parameters = signature_input.strip_prefix("idw=")?;
        let rest = parameters.strip_prefix(COMPONENTS)?.strip_prefix(";created=")?;
        let (created, rest) = rest.split_once(r#";nonce=""#)?;
        let (nonce, rest) = rest.split_once(r#"";keyid=""#)?;
        let (key, algorithm) = rest.split_once(r#"";alg=""#)?;
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_=.".contains(&byte));
        if algorithm.strip_suffix('"')? != ALGORITHM || !is_plain(nonce) || !is_device_key(key) {
            return None;
        }
        let is_number = !created.is_empty() && created.bytes().all(|byte| byte.is_ascii_digit());
        let created = created.parse().ok().filter(|_| is_number)?;
        let signature = STANDARD.decode(signature.strip_prefix("idw=:")?.strip_suffix(':')?).ok()?;
        Some(Self { key, nonce, created, parameters, content_digest, signature })
    }

    /// Whether the key signed this method and path, and this body.
    pub fn verifies(&self, method: &str, path: &str, body: &[u8]) -> bool {
        let Some(point) = point(self.key) else { return false };
        let base = signature_base(method, path, self.content_digest, self.parameters);
        self.content_digest == content_digest(body)
            && UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(base.as_bytes(), &self.signature).is_ok()
    }
}

/// RFC 9530, section 2.
fn content_digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(digest(&SHA256, body)))
}

/// RFC 9421, section 2.5.
fn signature_base(method: &str, path: &str, content_digest: &str, parameters: &str) -> String {
    format!(
        "\"@method\": {method}\n\"@path\": {path}\n\"content-digest\": {content_digest}\n\"@signature-params\": {parameters}"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PATH: &str = "/wallet/v1/sessions";

    fn read(call: &CallSignature) -> Option<SignedCall<'_>> {
        SignedCall::read(&call.content_digest, &call.signature_input, &call.signature)
    }

    fn signed(key: &DeviceKey) -> CallSignature {
        key.sign("POST", PATH, b"{}", "n0nce", 1_796_042_494).unwrap()
    }

    #[test]
    fn the_headers_are_as_documented() {
        let key = DeviceKey::make().unwrap();
        let call = signed(&key);
        // The example of RFC 9530, appendix B.1, is of another body; this is SHA-256 of two braces.
        assert_eq!(call.content_digest, "sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:");
        let name = key.name();
        assert_eq!(name.len(), 44);
        assert_eq!(
            call.signature_input,
            format!(
                r#"idw=("@method" "@path" "content-digest");created=1796042494;nonce="n0nce";keyid="{name}";alg="ecdsa-p256-sha256""#
            )
        );
        assert!(call.signature.starts_with("idw=:") && call.signature.ends_with(':'));
        let base = signature_base("POST", PATH, "sha-256=:x=:", "(p)");
        let lines = [
            r#""@method": POST"#,
            r#""@path": /wallet/v1/sessions"#,
            r#""content-digest": sha-256=:x=:"#,
            r#""@signature-params": (p)"#,
        ];
        assert_eq!(base, lines.join("\n"));
    }

    #[test]
    fn a_call_verifies_as_it_was_signed_and_in_no_other_way() {
        let key = DeviceKey::from_pkcs8(&DeviceKey::make().unwrap().to_pkcs8().unwrap()).unwrap();
        let call = signed(&key);
        let claimed = read(&call).unwrap();
        assert_eq!((claimed.key, claimed.nonce, claimed.created), (key.name(), "n0nce", 1_796_042_494));
        assert!(claimed.verifies("POST", PATH, b"{}"));
        assert!(!claimed.verifies("GET", PATH, b"{}"));
        assert!(!claimed.verifies("POST", "/wallet/v1/devices", b"{}"));
        assert!(!claimed.verifies("POST", PATH, b"{ }"));
        let changes: [&dyn Fn(&mut CallSignature); 4] = [
            &|call| call.signature_input = call.signature_input.replace("n0nce", "n1nce"),
            &|call| call.signature_input = call.signature_input.replace("494", "495"),
            &|call| call.content_digest = content_digest(b"{ }"),
            &|call| {
                let other = DeviceKey::make().unwrap();
                call.signature_input = call.signature_input.replace(key.name(), other.name());
            },
        ];
        for change in changes {
            let mut changed = call.clone();
            change(&mut changed);
            let claimed = read(&changed).unwrap();
            assert!(!claimed.verifies("POST", PATH, b"{}") && !claimed.verifies("POST", PATH, b"{ }"), "{changed:?}");
        }
    }

    #[test]
    fn headers_of_another_form_are_no_signature() {
        let call = signed(&DeviceKey::make().unwrap());
        let changes: [(&str, &str); 9] = [
            ("idw=", "sig="),
            (r#""@path" "#, ""),
            ("created=", "created=+"),
            ("created=1796042494", "created="),
            ("nonce=\"n0nce\"", "nonce=\"n0\\\"nce\""),
            ("ecdsa-p256-sha256", "hmac-sha256"),
            ("sha256\"", "sha256\";tag=\"x\""),
            ("keyid=\"", "keyid=\"A"),
            (";alg", ";expires=1;alg"),
        ];
        for (from, to) in changes {
            let changed = CallSignature { signature_input: call.signature_input.replace(from, to), ..call.clone() };
            assert_ne!(changed, call, "{from}");
            assert_eq!(read(&changed), None, "{to}");
        }
        let unquoted = CallSignature { signature: call.signature.replace(':', ""), ..call.clone() };
        assert_eq!(read(&unquoted), None);
        assert!(read(&call).is_some());
    }

    proptest! {
        #[test]
        fn no_header_makes_it_panic(digest in "\\PC*", input in "\\PC*", signature in "\\PC*") {
            if let Some(call) = SignedCall::read(&digest, &input, &signature) {
                prop_assert!(!call.verifies("POST", PATH, b""));
            }
        }

        #[test]
        fn a_name_that_is_no_point_verifies_nothing(bytes: [u8; 32], sign: [u8; 64]) {
            let name = URL_SAFE.encode([&[2], &bytes[..]].concat());
            let input = format!(r#"idw={COMPONENTS};created=1;nonce="n";keyid="{name}";alg="{ALGORITHM}""#);
            let (digest, sign) = (content_digest(b""), format!("idw=:{}:", STANDARD.encode(sign)));
            let call = SignedCall::read(&digest, &input, &sign).unwrap();
            prop_assert!(!call.verifies("POST", PATH, b""));
        }
    }
}
