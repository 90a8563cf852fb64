//! BIP-39 mnemonic phrases.

use std::fmt;

use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

use crate::Seed;

mod pasted;

/// How many words a phrase can have (BIP-39, "Generating the mnemonic").
const WORD_COUNTS: [usize; 5] = [12, 15, 18, 21, 24];

/// How many words a new phrase has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordCount {
    /// 12 words, 128 bits: as strong as secp256k1 itself.
    Twelve,
    /// 24 words, 256 bits.
    TwentyFour,
}

/// A BIP-39 phrase of English words with a right checksum. Wiped when dropped; prints as
/// `[redacted]`.
///
/// Everything else comes from it: whoever has the phrase is the user, and a user who has only the
/// phrase left can restore every account.
pub struct Phrase {
    mnemonic: Mnemonic,
    /// The words, each separated by one space: kept so that they can be lent.
    words: Zeroizing<String>,
}

/// Why a text is not a phrase. Names places, never words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// Not 12, 15, 18, 21 or 24 words.
    #[error(
        "a phrase has 12, 15, 18, 21 or 24 words, and this one has {found}{}",
        unknown.map(|position| format!("; word {position} is not in the English word list")).unwrap_or_default()
    )]
    WordCount {
        /// The number of words found.
        found: usize,
        /// The place of the first that is not in the list, counted from 1: a slip of the keyboard that made two words of
        /// one, or something that is no part of the phrase.
        unknown: Option<usize>,
    },
    /// The words are numbered, and a number is not there.
    #[error("the words are numbered, but there is no word {number}")]
    MissingNumber {
        /// The first that is missing.
        number: usize,
    },
    /// The words are numbered, and a number is there twice.
    #[error("the words are numbered, and two of them have the number {number}")]
    RepeatedNumber {
        /// The first that is repeated.
        number: usize,
    },
    /// There are numbers, and not one word for each.
    #[error(
        "the words are numbered, and number {number} is followed by {}",
        if *words == 0 { "none".to_owned() } else { format!("{words} words") }
    )]
    Numbering {
        /// The first number that has not one word.
        number: usize,
        /// How many it has.
        words: usize,
    },
    /// A word that is not in the English list.
    #[error("word {position} of the phrase is not in the English word list")]
    UnknownWord {
        /// Its place, counted from 1.
        position: usize,
    },
    /// Every word is in the list, but they do not belong together: a wrong word or a wrong order.
    #[error("the phrase's checksum is wrong: a word is wrong or two are swapped")]
    Checksum,
}

/// The system has no randomness to give, so no phrase was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random numbers")]
pub struct MakePhraseError(#[source] getrandom::Error);

impl WordCount {
    /// The bytes of randomness behind a phrase of this length (BIP-39, "Generating the mnemonic").
    const fn entropy_len_bytes(self) -> usize {
        match self {
            Self::Twelve => 16,
            Self::TwentyFour => 32,
        }
    }
}

impl Phrase {
    /// A new phrase from the operating system's randomness.
    ///
    /// # Errors
    /// [`MakePhraseError`] when the operating system gives none.
    pub fn make(count: WordCount) -> Result<Self, MakePhraseError> {
        let mut entropy = Zeroizing::new([0; 32]);
        let entropy = &mut entropy[..count.entropy_len_bytes()];
        getrandom::fill(entropy).map_err(MakePhraseError)?;
        Ok(Self::from_entropy(entropy))
    }

    /// Reads a phrase as people type and paste it: in any case, with white space, commas, quotes and the like around and
    /// between the words, and with or without their numbers. Where words have numbers, these give the order.
    ///
    /// # Errors
    /// [`PhraseError`] says what is wrong with it: the numbers, the number of words, the first unknown word, then the
    /// checksum.
    pub fn parse(text: &str) -> Result<Self, PhraseError> {
        let plain = pasted::plain(text);
        let words = pasted::words(&plain)?;
        let unknown = words.iter().position(|word| Language::English.find_word(word).is_none()).map(|at| at + 1);
        if !WORD_COUNTS.contains(&words.len()) {
            return Err(PhraseError::WordCount { found: words.len(), unknown });
        }
        if let Some(position) = unknown {
            return Err(PhraseError::UnknownWord { position });
        }
        let mut joined = Zeroizing::new(String::with_capacity(plain.len() + words.len()));
        for word in words {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(word);
        }
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &joined).map_err(|_| PhraseError::Checksum)?;
        Ok(Self::from_mnemonic(mnemonic))
    }

    /// The words, separated by single spaces, to show them to the user or to seal them in a vault.
    ///
    /// # Security
    /// Whoever has the words has every account. Copy them into nothing that is not wiped.
    pub fn expose_words(&self) -> &str {
        &self.words
    }

    /// How many words the phrase has: 12, 15, 18, 21 or 24.
    pub fn word_count(&self) -> usize {
        self.mnemonic.word_count()
    }

    /// The seed of the phrase without a passphrase (BIP-39, "From mnemonic to seed").
    ///
    /// 2048 rounds of PBKDF2 with HMAC-SHA-512: about a millisecond, so keep the seed for several
    /// keys.
    pub fn seed(&self) -> Seed {
        self.seed_with_passphrase("")
    }

    /// The seed of the phrase with the optional passphrase of BIP-39, sometimes called the 25th
    /// word.
    ///
    /// Every passphrase gives a valid seed: a mistyped one gives other, empty accounts, never an
    /// error.
    pub fn seed_with_passphrase(&self, passphrase: &str) -> Seed {
        Seed::from_bytes(Zeroizing::new(self.mnemonic.to_seed(passphrase)))
    }

    fn from_entropy(entropy: &[u8]) -> Self {
        let mnemonic = Mnemonic::from_entropy_in(Language::English, entropy)
            .expect("BIP-39 takes every 16 and every 32 bytes as entropy");
        Self::from_mnemonic(mnemonic)
    }

    fn from_mnemonic(mnemonic: Mnemonic) -> Self {
        // Enough for 24 words of 8 letters, the longest, so that the string never moves and leaves
        // no copy behind.
        let mut words = Zeroizing::new(String::with_capacity(24 * 9));
        for word in mnemonic.words() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        Self { mnemonic, words }
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phrase([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use bip32::XPrv;
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;
    use crate::{bip32::ExtendedKey, vectors};

    const PHRASE: &str = "test test test test test test test test test test test junk";

    #[test]
    fn bip39_vectors() {
        #[derive(Deserialize)]
        struct Vector {
            entropy: String,
            phrase: String,
            seed: String,
            master: String,
        }

        let vectors: Vec<Vector> = vectors::read("bip39/english.json");
        for vector in &vectors {
            let made = Phrase::from_entropy(&hex::decode(&vector.entropy).unwrap());
            assert_eq!(made.expose_words(), vector.phrase);
            let read = Phrase::parse(&vector.phrase).unwrap();
            let seed = read.seed_with_passphrase("TREZOR");
            assert_eq!(hex::encode(seed.expose_bytes()), vector.seed);
            let master = ExtendedKey::master(seed.expose_bytes()).unwrap();
            let expected = XPrv::from_str(&vector.master).unwrap();
            assert_eq!(master.parts(), (expected.to_bytes(), expected.attrs().chain_code));
        }
        assert_eq!(vectors.len(), 24);
    }

    #[test]
    fn reads_phrases_as_people_type_them() {
        let pasted = format!("  {}\r\n", PHRASE.to_uppercase().replace(' ', "\t \n"));
        assert_eq!(Phrase::parse(&pasted).unwrap().expose_words(), PHRASE);
        let marked = format!("\u{feff}{PHRASE}");
        assert_eq!(Phrase::parse(&marked).unwrap().expose_words(), PHRASE);
    }

    #[test]
    fn says_what_is_wrong_with_a_phrase() {
        fn check(text: &str, expected: PhraseError) {
            assert_eq!(Phrase::parse(text).unwrap_err(), expected, "{text:?}");
        }

        check("", PhraseError::WordCount { found: 0, unknown: None });
        check("test", PhraseError::WordCount { found: 1, unknown: None });
        check(&format!("{PHRASE} test"), PhraseError::WordCount { found: 13, unknown: None });
        check(&[PHRASE; 3].join(" "), PhraseError::WordCount { found: 36, unknown: None });
        check(&PHRASE.replacen("test", "te st", 1), PhraseError::WordCount { found: 13, unknown: Some(1) });
        check(&PHRASE.replace("junk", "jukn"), PhraseError::UnknownWord { position: 12 });
        // The first four letters of a word are unique, but are not the word.
        check(&PHRASE.replacen("test", "aban", 1), PhraseError::UnknownWord { position: 1 });
        check(&PHRASE.replace("junk", "test"), PhraseError::Checksum);
        check("junk test test test test test test test test test test test", PhraseError::Checksum);
        // A word of the Spanish list: only English is read.
        check(&PHRASE.replace("junk", "ábaco"), PhraseError::UnknownWord { position: 12 });
    }

    #[test]
    fn errors_do_not_quote_the_phrase() {
        let error = Phrase::parse(&PHRASE.replace("junk", "secretword")).unwrap_err();
        assert_eq!(error.to_string(), "word 12 of the phrase is not in the English word list");
        let error = Phrase::parse(&PHRASE.replace("junk", "secret word x")).unwrap_err();
        let expected =
            "a phrase has 12, 15, 18, 21 or 24 words, and this one has 14; word 14 is not in the English word list";
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn makes_a_new_phrase_each_time() {
        for (count, words) in [(WordCount::Twelve, 12), (WordCount::TwentyFour, 24)] {
            let phrase = Phrase::make(count).unwrap();
            assert_eq!(phrase.word_count(), words);
            assert_eq!(phrase.expose_words().split(' ').count(), words);
            let again = Phrase::make(count).unwrap();
            assert_ne!(phrase.expose_words(), again.expose_words());
        }
    }

    #[test]
    fn debug_shows_nothing() {
        let phrase = Phrase::parse(PHRASE).unwrap();
        assert_eq!(format!("{phrase:?}"), "Phrase([redacted])");
        assert_eq!(format!("{:?}", phrase.seed()), "Seed([redacted])");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC*", words in "((test|junk|zoo|x|é) ){11,25}") {
            let _ = Phrase::parse(&text);
            let _ = Phrase::parse(&words);
        }

        #[test]
        fn every_entropy_round_trips(bytes: [u8; 32], blocks in 4_usize..=8) {
            let made = Phrase::from_entropy(&bytes[..4 * blocks]);
            let read = Phrase::parse(made.expose_words()).unwrap();
            prop_assert_eq!(read.word_count(), 3 * blocks);
            prop_assert_eq!(read.mnemonic.to_entropy(), &bytes[..4 * blocks]);
        }
    }
}
