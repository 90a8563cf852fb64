//! Names and numbers that RPs and people see: the account's id, and the two digits of number matching.

use sha2::{Digest as _, Sha256};

use super::secret::{Purpose, Secret};

/// Length of a `unique_user_id`: 62 bits, so two accounts at one RP do not meet by accident.
const USER_ID_LEN: usize = 12;
/// What it is made of.
const USER_ID_LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
/// The largest multiple of 36 that a byte can reach. Bytes from here on are passed over, so that no letter comes more often.
const FAIR_BYTES: u8 = 252;
/// What stands before the request's id in the hash of number matching.
const NUMBER_MATCH_LABEL: &[u8] = b"idw-number-match-v1";

/// The id of an account at one RP: 12 of `[a-z0-9]`.
///
/// It comes from the secret and the RP's id alone: it stays when emails change or the wallet is restored, and two RPs cannot
/// tell from it that their users are the same person.
pub fn unique_user_id(secret: &Secret, rp_id: &str) -> String {
    secret
        .blocks(Purpose::UniqueUserId, rp_id)
        .flat_map(|block| *block)
        .filter(|byte| *byte < FAIR_BYTES)
        .take(USER_ID_LEN)
        .map(|byte| char::from(USER_ID_LETTERS[usize::from(byte) % USER_ID_LETTERS.len()]))
        .collect()
}

/// The number, 10 to 99, that the RP and the wallet both show for a request.
///
/// 10 + n mod 90, where n is the number that the first 8 bytes (big-endian) of SHA-256(`idw-number-match-v1` followed by the
/// request's id as ASCII) make. The id stands as the RP got it, in URL-safe base64.
///
/// ```
/// use idw_autheid::sign::number_match;
///
/// assert_eq!(number_match("JHgBYyLjUsJkKktsclwkMfkcv8MRgLkrubwzHBdnIJ4c"), 42);
/// assert_eq!(number_match("bZGRPCgF0D71x-49DkjzOzyXdRTGyZ0w_OSkqWcT5fTq"), 79);
/// assert_eq!(number_match("URI4TsaRVCvzJH1oUBotbKNUiRQarZs7JMRWw33GT-Af"), 76);
/// ```
pub fn number_match(request_id: &str) -> u8 {
    let hash = Sha256::new().chain_update(NUMBER_MATCH_LABEL).chain_update(request_id).finalize();
    // Taking the rest at every step comes to the same as taking it once at the end, and stays small.
    let rest = hash[..8].iter().fold(0_u16, |rest, byte| (rest * 256 + u16::from(*byte)) % 90);
    let [_, rest] = rest.to_be_bytes(); // at most 89, so the other byte is zero
    10 + rest
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;
    use crate::sign::vectors;

    #[test]
    fn number_match_vectors() {
        #[derive(Deserialize)]
        struct Vector {
            request_id: String,
            number: u8,
        }

        let vectors: Vec<Vector> = vectors::read("number-match.json");
        for vector in &vectors {
            assert_eq!(number_match(&vector.request_id), vector.number, "{}", vector.request_id);
        }
        assert_eq!(vectors.len(), 3);
    }

    #[test]
    fn unique_user_id_vectors() {
        let vectors: Vec<vectors::Account> = vectors::read("accounts.json");
        for vector in &vectors {
            assert_eq!(unique_user_id(&vector.secret(), &vector.rp_id), vector.unique_user_id, "{}", vector.rp_id);
        }
        assert_eq!(vectors.len(), 6);
    }

    #[test]
    fn every_letter_comes_about_equally_often() {
        let mut counts = BTreeMap::<char, u32>::new();
        for rp in 0..3000 {
            for letter in unique_user_id(&Secret::from_bytes(&[9; 32]), &rp.to_string()).chars() {
                *counts.entry(letter).or_default() += 1;
            }
        }
        // 1,000 are expected of each, with a standard deviation of 31. A byte modulo 36 without the limit would give the first
        // four letters 1,125.
        assert_eq!(counts.len(), 36);
        assert!(counts.values().all(|count| (890..1110).contains(count)), "{counts:?}");
    }

    proptest! {
        #[test]
        fn ids_have_their_shape_and_numbers_two_digits(secret: [u8; 32], rp_id in "\\PC*") {
            let id = unique_user_id(&Secret::from_bytes(&secret), &rp_id);
            prop_assert_eq!(id.len(), USER_ID_LEN);
            prop_assert!(id.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit()));
            prop_assert!((10..=99).contains(&number_match(&rp_id)));
        }
    }
}
