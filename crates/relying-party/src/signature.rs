//! Who signed a nonce: EIP-191 personal messages with recoverable secp256k1 signatures.

use idw_keys::{PublicKey, Signature};

/// Half the order of secp256k1 (SEC 2, section 2.4.1), in hex: the largest `s` that is accepted (EIP-2), since
/// each signature has a twin with `n - s` that anyone can compute.
const HALF_ORDER: &str = "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0";

/// Why a signature was not accepted.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(crate) enum SignatureFault {
    #[error("the signature is not `0x` and 130 hex digits")]
    Format,
    #[error("the signature's v is neither 27 nor 28")]
    RecoveryId,
    #[error("the signature's s is in the upper half of the order")]
    HighS,
    #[error("no key can be recovered from the signature")]
    NoKey,
}

/// The key that signed `text` as an EIP-191 personal message.
///
/// The form is checked here, not left to the key library: r, s and v of 32, 32 and 1 bytes, v of 27 or 28 (0 and
/// 1 from older tools), s in the lower half.
pub(crate) fn recover(text: &str, signature: &str) -> Result<PublicKey, SignatureFault> {
    let digits = signature.strip_prefix("0x").ok_or(SignatureFault::Format)?;
    if digits.len() != 130 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Err(SignatureFault::Format);
    }
    let digits = digits.to_ascii_lowercase();
    if !matches!(&digits[128..], "00" | "01" | "1b" | "1c") {
        return Err(SignatureFault::RecoveryId);
    }
    if digits[64..128] > *HALF_ORDER {
        return Err(SignatureFault::HighS);
    }
    let signature: Signature = format!("0x{digits}").parse().map_err(|_| SignatureFault::NoKey)?;
    signature.recover_personal(text).map_err(|_| SignatureFault::NoKey)
}

#[cfg(test)]
mod tests {
    use idw_keys::SecretKey;

    use super::*;

    const TEXT: &str = "02b84c9b2762ef365a3814de86fe1d38e58a9635c4de0c24e47b9aacdb2696b8";

    #[test]
    fn the_signer_is_recovered() {
        let key = SecretKey::from_bytes(&[7; 32]).unwrap();
        let signature = key.sign_personal(TEXT).to_string();
        assert_eq!(recover(TEXT, &signature).unwrap().address(), key.address());
        assert_eq!(recover(TEXT, &signature.to_uppercase().replacen("0X", "0x", 1)).unwrap().address(), key.address());
        assert_ne!(recover("another text, long enough", &signature).unwrap().address(), key.address());
    }

    #[test]
    fn the_form_is_strict() {
        let good = SecretKey::from_bytes(&[7; 32]).unwrap().sign_personal(TEXT).to_string();
        let body = &good[..good.len() - 2];
        let check = |signature: &str, expected: SignatureFault| {
            assert_eq!(recover(TEXT, signature).err(), Some(expected), "{signature}");
        };
        check("", SignatureFault::Format);
        check(&good[2..], SignatureFault::Format);
        check(body, SignatureFault::Format);
        check(&format!("{good}00"), SignatureFault::Format);
        check(&good.replacen("0x", "0xzz", 1)[..132], SignatureFault::Format);
        check(&format!("{body}25"), SignatureFault::RecoveryId);
        check(&format!("{body}26"), SignatureFault::RecoveryId);
        check(&format!("{}ff{}", &good[..66], &good[68..]), SignatureFault::HighS);
        check(&format!("0x{}{}1b", "0".repeat(64), "1".repeat(64)), SignatureFault::NoKey);
    }
}
