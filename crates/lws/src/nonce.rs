//! The one thing a wallet signs here: a nonce, and nothing that could mean anything elsewhere.

/// Shortest nonce, in characters (lws.md §3).
const SHORTEST: usize = 16;
/// Longest nonce, in characters (lws.md §3).
const LONGEST: usize = 512;

/// A challenge that looks like a nonce: 16 to 512 characters of the base64, base64url, hex or UUID alphabets.
///
/// It is signed as the text that it is, never decoded (lws.md §3).
///
/// # Security
/// A signature over free text could be carried elsewhere: a hostile relying party could ask, as its "nonce", for a
/// sign-in message of another site or for an order. Only this type reaches a [`Signer`](crate::Signer), and a text
/// with a space, a line break, a colon or a brace does not become one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nonce(String);

impl Nonce {
    /// Takes a text that looks like a nonce.
    ///
    /// # Errors
    /// [`NonceError`] for any other.
    pub fn parse(text: &str) -> Result<Self, NonceError> {
        if !(SHORTEST..=LONGEST).contains(&text.len()) {
            return Err(NonceError::Length);
        }
        let body = text.trim_end_matches('=');
        let padding = text.len() - body.len();
        let plain = |byte: u8| byte.is_ascii_alphanumeric();
        let base64 = body.bytes().all(|byte| plain(byte) || matches!(byte, b'+' | b'/'));
        let base64url = body.bytes().all(|byte| plain(byte) || matches!(byte, b'-' | b'_'));
        // base64 ends with two `=` at most. No text of nothing but them is 16 long, so the body is never empty.
        if padding <= 2 && (base64 || base64url) { Ok(Self(text.to_owned())) } else { Err(NonceError::Alphabet) }
    }

    /// The text to sign.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text is not taken for a nonce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NonceError {
    /// Shorter than 16 or longer than 512 characters.
    #[error("what it wants signed is not 16 to 512 characters long, so it is no nonce")]
    Length,
    /// It has characters that no encoding of random bytes has, such as spaces.
    #[error("what it wants signed has characters that no nonce has, so it could be a message meant for elsewhere")]
    Alphabet,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Nonce, NonceError};

    #[test]
    fn nonces_and_other_texts() {
        let check = |text: &str, expected: Option<NonceError>| {
            assert_eq!(Nonce::parse(text).err(), expected, "{text:?}");
        };
        check("02b84c9b2762ef365a3814de86fe1d38e58a9635c4de0c24e47b9aacdb2696b8", None);
        check("0x02b84c9b2762ef365a3814de86fe1d38", None);
        check("q83vEjRWeJCrze8SNFZ4kA==", None);
        check("q83v+/RWeJCrze8SNFZ4k+/", None);
        check("q83v-_RWeJCrze8SNFZ4k-_", None);
        check("6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b", None);
        check(&"a".repeat(16), None);
        check(&"a".repeat(512), None);
        check(&"a".repeat(15), Some(NonceError::Length));
        check(&"a".repeat(513), Some(NonceError::Length));
        check("", Some(NonceError::Length));
        check("================", Some(NonceError::Alphabet));
        check("q83vEjRWeJCrze8SNFZ4===", Some(NonceError::Alphabet));
        check("q83v=EjRWeJCrze8SNFZ4", Some(NonceError::Alphabet));
        check("mixed+alphabets-are_neither", Some(NonceError::Alphabet));
        check("Sign in to other.example now", Some(NonceError::Alphabet));
        check("other.example wants you to sign in with your Ethereum account:\n0x00", Some(NonceError::Alphabet));
        check("0123456789abcdef\n", Some(NonceError::Alphabet));
        check("{\"order\":\"all-my-coins\"}", Some(NonceError::Alphabet));
        check("ääääääääääääääää", Some(NonceError::Alphabet));
    }

    proptest! {
        #[test]
        fn never_panics_and_never_takes_a_space(text in any::<String>()) {
            if let Ok(nonce) = Nonce::parse(&text) {
                prop_assert!(nonce.as_str().bytes().all(|byte| byte.is_ascii_graphic()));
            }
        }

        #[test]
        fn takes_hex_of_random_bytes(text in "[0-9a-f]{16,512}") {
            prop_assert!(Nonce::parse(&text).is_ok());
        }
    }
}
