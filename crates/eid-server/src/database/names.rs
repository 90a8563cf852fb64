//! What names, emails and codes can be.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::error::DatabaseError;

/// The longest name, in characters.
const MOST_NAME_CHARS: usize = 60;
/// RFC 5321, section 4.5.3.1: 64 octets, an @, 255 octets. A request cannot be to a longer one.
const MOST_EMAIL_BYTES: usize = 320;
/// What codes are written with: no I, L, O and U, which are taken for others.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 128 bits in groups of five.
const CODE_LEN: usize = 26;

/// `name` without spaces around it, if it can be one.
pub(super) fn checked_name(name: &str) -> Result<String, DatabaseError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MOST_NAME_CHARS {
        return Err(DatabaseError::Invalid("a name has 1 to 60 characters"));
    }
    if name.chars().any(char::is_control) {
        return Err(DatabaseError::Invalid("a name has no control characters"));
    }
    Ok(name.to_owned())
}

/// The same for names that differ in the case alone.
pub(super) fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// `email` without spaces around it, if a request can be to it.
pub(super) fn checked_email(email: &str) -> Result<&str, DatabaseError> {
    let email = email.trim();
    let has_sides = email.rsplit_once('@').is_some_and(|(name, domain)| !name.is_empty() && !domain.is_empty());
    if !has_sides || email.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(DatabaseError::Invalid("this is no email"));
    }
    if email.len() > MOST_EMAIL_BYTES {
        return Err(DatabaseError::Invalid("an email has at most 320 bytes"));
    }
    Ok(email)
}

/// A new code: 26 characters of Crockford's base32.
pub(super) fn new_code() -> Result<Zeroizing<String>, DatabaseError> {
    let mut bytes = Zeroizing::new([0; 16]);
    getrandom::fill(&mut *bytes)?;
    Ok(written(u128::from_be_bytes(*bytes)))
}

fn written(number: u128) -> Zeroizing<String> {
    let letter = |at: usize| {
        let [low, ..] = (number >> (5 * (CODE_LEN - 1 - at))).to_le_bytes();
        char::from(CROCKFORD[usize::from(low & 31)])
    };
    Zeroizing::new((0..CODE_LEN).map(letter).collect())
}

/// What is kept of a code, however it was typed: in any case, with hyphens or spaces, with I or L for 1 and O for 0.
pub(super) fn code_hash(code: &str) -> [u8; 32] {
    let mut plain = Zeroizing::new(String::with_capacity(code.len()));
    plain.extend(code.chars().filter(|c| !matches!(c, '-' | ' ')).map(|c| match c.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    }));
    Sha256::digest(plain.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_1_to_60_characters_that_control_nothing() {
        assert_eq!(checked_name(" Sample Shop ").unwrap(), "Sample Shop");
        assert!(checked_name(&"ä".repeat(60)).is_ok());
        for name in ["", "  ", &"a".repeat(61), "a\nb", "a\u{7}b"] {
            assert!(checked_name(name).is_err(), "{name:?}");
        }
        assert_eq!(name_key("Sample SHOP "), name_key("sample shop"));
        assert_ne!(name_key("Sample Shop"), name_key("Sample Shops"));
    }

    #[test]
    fn an_email_has_two_sides() {
        assert_eq!(checked_email(" ada@site.example\n").unwrap(), "ada@site.example");
        for email in
            ["", "ada", "@site.example", "ada@", "ada @site.example", "a\u{0}@b", &format!("{}@b", "a".repeat(319))]
        {
            assert!(checked_email(email).is_err(), "{email:?}");
        }
    }

    #[test]
    fn a_code_has_26_characters_that_nobody_mistakes() {
        assert_eq!(*written(0), "0".repeat(26));
        assert_eq!(*written(u128::MAX), format!("7{}", "Z".repeat(25)));
        assert_eq!(*written(0b1_00001_11110), format!("{}11Y", "0".repeat(23)));
        let code = new_code().unwrap();
        assert!(code.len() == 26 && code.bytes().all(|letter| CROCKFORD.contains(&letter)));
        assert_ne!(code, new_code().unwrap());
    }

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        assert_eq!(code_hash("01ABC-0 1"), code_hash("olabcoi"));
        assert_ne!(code_hash("01ABC"), code_hash("01ABD"));
        let hash: [u8; 32] = Sha256::digest(b"01ABC").into();
        assert_eq!(code_hash("01abc"), hash);
    }
}
