//! Ethereum addresses and their EIP-55 checksum.

use std::{fmt, str::FromStr};

use crate::hash::keccak256;

/// The length of an address: the last 20 bytes of the Keccak-256 hash of the public key.
const ADDRESS_LEN_BYTES: usize = 20;

/// The address of an Ethereum account.
///
/// `Display` writes the mixed-case checksum of EIP-55, for people to read and compare;
/// [`Address::lower_hex`] writes what goes into a DID and over the wire. Reading takes all lower
/// case, all upper case, or the right checksum.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address([u8; ADDRESS_LEN_BYTES]);

/// Why a text is not an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Not `0x` and 40 hex digits.
    #[error("an address is 0x followed by 40 hexadecimal digits")]
    Shape,
    /// Mixed case, but not the mix that EIP-55 prescribes: very likely a typing error.
    #[error("the address has a typing error: its upper and lower case letters do not match its digits")]
    Checksum,
}

impl Address {
    /// The address made of these 20 bytes.
    pub const fn from_bytes(bytes: [u8; ADDRESS_LEN_BYTES]) -> Self {
        Self(bytes)
    }

    /// The 20 bytes.
    pub const fn as_bytes(&self) -> &[u8; ADDRESS_LEN_BYTES] {
        &self.0
    }

    /// `0x` and 40 lower-case hex digits: the spelling inside a DID.
    pub fn lower_hex(&self) -> String {
        format!("0x{}", hex::encode(self.0))
    }

    /// The 40 digits with the upper-case letters that EIP-55 asks for, without `0x`.
    ///
    /// A letter is upper case where the digit at the same place of the Keccak-256 hash of the
    /// lower-case text is 8 or more.
    fn checksummed_digits(&self) -> String {
        let lower = hex::encode(self.0);
        let hash = hex::encode(keccak256(&[lower.as_bytes()]));
        lower
            .chars()
            .zip(hash.bytes())
            .map(|(digit, mark)| if mark >= b'8' { digit.to_ascii_uppercase() } else { digit })
            .collect()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "0x{}", self.checksummed_digits())
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({self})")
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let digits = text.strip_prefix("0x").ok_or(AddressError::Shape)?;
        let mut bytes = [0; ADDRESS_LEN_BYTES];
        hex::decode_to_slice(digits, &mut bytes).map_err(|_| AddressError::Shape)?;
        let address = Self(bytes);
        let has_lower = digits.bytes().any(|digit| digit.is_ascii_lowercase());
        let has_upper = digits.bytes().any(|digit| digit.is_ascii_uppercase());
        if has_lower && has_upper && digits != address.checksummed_digits() {
            return Err(AddressError::Checksum);
        }
        Ok(address)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;
    use crate::vectors;

    #[test]
    fn eip55_vectors() {
        #[derive(Deserialize)]
        struct Vector {
            address: String,
        }

        let vectors: Vec<Vector> = vectors::read("eip55/checksums.json");
        for Vector { address } in &vectors {
            let read: Address = address.parse().unwrap();
            assert_eq!(&read.to_string(), address);
            assert_eq!(read.lower_hex(), address.to_lowercase());
            assert_eq!(read.lower_hex().parse(), Ok(read), "all lower case is no checksum");
            let upper = format!("0x{}", address[2..].to_uppercase());
            assert_eq!(upper.parse(), Ok(read), "all upper case is no checksum");
        }
        assert_eq!(vectors.len(), 8);
    }

    #[test]
    fn refuses_what_is_no_address() {
        fn check(text: &str, expected: AddressError) {
            assert_eq!(text.parse::<Address>(), Err(expected), "{text:?}");
        }

        check("", AddressError::Shape);
        check("0x", AddressError::Shape);
        check("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", AddressError::Shape);
        check("0X5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", AddressError::Shape);
        check("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae", AddressError::Shape);
        check("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaedd", AddressError::Shape);
        check("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaeg", AddressError::Shape);
        check(" 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", AddressError::Shape);
        check("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beäd", AddressError::Shape);
        // EIP-55's first "normal" address with one letter's case turned, and with one digit wrong.
        check("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", AddressError::Checksum);
        check("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe0", AddressError::Checksum);
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC*", address in "0x[0-9a-fA-F]{38,42}") {
            let _ = text.parse::<Address>();
            let _ = address.parse::<Address>();
        }

        #[test]
        fn writing_and_reading_round_trip(bytes: [u8; 20]) {
            let address = Address::from_bytes(bytes);
            prop_assert_eq!(address.to_string().parse(), Ok(address));
            prop_assert_eq!(address.lower_hex().parse(), Ok(address));
        }
    }
}
