//! What signs: the wallet's side of a session.

use crate::Nonce;

/// An account that signs challenges. The wallet makes one from a key; this crate never sees the key.
pub trait Signer: Send + Sync {
    /// The decentralised identifier: `did:eth:0x` and 40 lower-case hex digits.
    fn did(&self) -> String;
    /// The Ethereum address: `0x` and 40 lower-case hex digits.
    fn address(&self) -> String;
    /// The uncompressed public key without its leading 04: `0x` and 128 hex digits.
    fn public_key(&self) -> String;
    /// The name of the key within the DID document: the DID, then `#keys-1`.
    fn key_id(&self) -> String;
    /// Signs the nonce's text as an EIP-191 personal message and gives `0x` and 130 hex digits, v being 27 or 28.
    ///
    /// # Errors
    /// Whatever keeps the account from signing.
    fn sign(&self, nonce: &Nonce) -> Result<String, SignerError>;
}

/// Why an account did not sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignerError {
    /// The wallet was locked in the meantime.
    #[error("the wallet is locked")]
    Locked,
    /// The account is gone, or cannot sign.
    #[error("the account cannot sign: {0}")]
    Unavailable(String),
    /// The signature is not 65 bytes in hex, or its last byte is not 27 or 28 (37 and 38 bind a chain, which no
    /// relying party expects).
    #[error("the account made a signature that is not of the form relying parties accept")]
    BadSignature,
}

/// Takes a signature only in the form of lws.md §3.
pub(crate) fn checked_signature(signature: String) -> Result<String, SignerError> {
    let well_formed = signature.strip_prefix("0x").is_some_and(|digits| {
        digits.len() == 130
            && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
            && matches!(digits[128..].to_ascii_lowercase().as_str(), "1b" | "1c")
    });
    if well_formed { Ok(signature) } else { Err(SignerError::BadSignature) }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Signer, SignerError, checked_signature};
    use crate::Nonce;

    /// An account of the sample user, Ada Example.
    pub(crate) struct Ada;

    impl Signer for Ada {
        fn did(&self) -> String {
            format!("did:eth:{}", self.address())
        }

        fn address(&self) -> String {
            format!("0x{}", "0a".repeat(20))
        }

        fn public_key(&self) -> String {
            format!("0x{}{}", "ab".repeat(32), "cd".repeat(32))
        }

        fn key_id(&self) -> String {
            format!("{}#keys-1", self.did())
        }

        fn sign(&self, _nonce: &Nonce) -> Result<String, SignerError> {
            Ok(format!("0x{}1b", "5e".repeat(64)))
        }
    }

    #[test]
    fn only_the_form_that_servers_accept() {
        let check = |text: String, expected: bool| {
            assert_eq!(checked_signature(text.clone()).is_ok(), expected, "{text}");
        };
        let rs = "a1".repeat(64);
        check(format!("0x{rs}1b"), true);
        check(format!("0x{rs}1C"), true);
        check(format!("0x{rs}00"), false);
        check(format!("0x{rs}25"), false);
        check(format!("{rs}1b"), false);
        check(format!("0x{rs}"), false);
        check(format!("0x{}é", "a".repeat(128)), false);
        check(String::new(), false);
    }
}
