//! Random names for records and documents: nothing on disk says what a thing is.

use std::fmt;
use std::str::FromStr;

use crate::crypto;

/// Length of every id in bytes: 128 random bits, so that two never meet.
const ID_LEN_BYTES: usize = 16;

/// Text that is not an id: ids are 32 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id: an id is 32 hexadecimal digits")]
pub struct ParseIdError;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; ID_LEN_BYTES]);

        impl $name {
            /// A new random id.
            ///
            /// # Panics
            /// When the operating system cannot give random bytes, as nothing here may go on without.
            pub fn make() -> Self {
                Self(crypto::make_random())
            }

            /// The id with these bytes.
            pub const fn from_bytes(bytes: [u8; ID_LEN_BYTES]) -> Self {
                Self(bytes)
            }

            /// The bytes of the id.
            pub const fn as_bytes(&self) -> &[u8; ID_LEN_BYTES] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                let mut bytes = [0; ID_LEN_BYTES];
                hex::decode_to_slice(text, &mut bytes).map_err(|_| ParseIdError)?;
                Ok(Self(bytes))
            }
        }
    };
}

id! {
    /// The random name of a record within its [`Tree`](crate::Tree).
    RecordId
}
id! {
    /// The random name of a document: also the name of its file.
    DocumentId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_survive_their_text() {
        let id = RecordId::make();
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_ne!(RecordId::make(), id, "ids are random");
    }

    #[test]
    fn other_text_is_refused() {
        for text in ["", "00", "zz", &"0".repeat(31), &"0".repeat(33), &"g".repeat(32)] {
            assert_eq!(text.parse::<DocumentId>(), Err(ParseIdError), "{text:?}");
        }
    }
}
