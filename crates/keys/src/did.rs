//! `did:eth` identifiers.

use std::{fmt, str::FromStr};

use crate::Address;

const PREFIX: &str = "did:eth:";

/// A decentralised identifier of the method `eth`: `did:eth:0x<40 lower-case hex digits>`.
///
/// It names the Ethereum address of a secp256k1 key and needs no registry. Two DIDs are the same
/// when their texts are, so only the one spelling is read: an address in upper case or with a
/// checksum is refused.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Did(Address);

/// Why a text is not a `did:eth` identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DidError {
    /// A DID of another method, or no DID at all.
    #[error("the identifier is not of the form did:eth:0x…")]
    Method,
    /// What follows `did:eth:` is not an address in lower case.
    #[error("the address in the identifier is not 0x followed by 40 lower-case hexadecimal digits")]
    Address,
}

impl Did {
    /// The DID of the account at this address.
    pub const fn new(address: Address) -> Self {
        Self(address)
    }

    /// The address that the DID names.
    pub const fn address(&self) -> Address {
        self.0
    }

    /// The id of its authentication key: `<did>#keys-1`.
    pub fn key_id(&self) -> String {
        format!("{self}#keys-1")
    }
}

impl fmt::Display for Did {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.0.lower_hex())
    }
}

impl fmt::Debug for Did {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Did({self})")
    }
}

impl FromStr for Did {
    type Err = DidError;

    fn from_str(text: &str) -> Result<Self, DidError> {
        let address = text.strip_prefix(PREFIX).ok_or(DidError::Method)?;
        if address.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Err(DidError::Address);
        }
        address.parse().map(Self).map_err(|_| DidError::Address)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DID: &str = "did:eth:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";

    #[test]
    fn names_an_address_and_its_key() {
        let did: Did = DID.parse().unwrap();
        assert_eq!(did.to_string(), DID);
        assert_eq!(did.address().to_string(), "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        assert_eq!(did.key_id(), format!("{DID}#keys-1"));
    }

    #[test]
    fn refuses_every_other_spelling() {
        fn check(text: &str, expected: DidError) {
            assert_eq!(text.parse::<Did>(), Err(expected), "{text:?}");
        }

        check("", DidError::Method);
        check("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", DidError::Method);
        check("did:selfkey:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", DidError::Method);
        check("DID:ETH:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", DidError::Method);
        check("did:eth:", DidError::Address);
        check("did:eth:5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", DidError::Address);
        check("did:eth:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", DidError::Address);
        check("did:eth:0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED", DidError::Address);
        check("did:eth:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed#keys-1", DidError::Address);
        check("did:eth:0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae", DidError::Address);
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC*", tail in "\\PC*") {
            let _ = text.parse::<Did>();
            let _ = format!("did:eth:{tail}").parse::<Did>();
        }

        #[test]
        fn writing_and_reading_round_trip(bytes: [u8; 20]) {
            let did = Did::new(Address::from_bytes(bytes));
            prop_assert_eq!(did.to_string().parse(), Ok(did));
        }
    }
}
