//! Passphrases that nobody had to think of.

use idw_keys::{MakePhraseError, Phrase};

use crate::{Password, Wallet, WordCount};

/// Words of a made passphrase, as `age --passphrase` makes them: 110 bits.
const WORDS: usize = 10;

impl Wallet {
    /// A random passphrase of ten words with hyphens between them, strong enough for any backup. Show it once, to be
    /// written down.
    ///
    /// # Errors
    /// Where the system gives no randomness.
    pub fn make_passphrase() -> Result<Password, MakePhraseError> {
        // Of the twelve words of a recovery phrase (BIP-39) only the last depends on its checksum: the first ten are
        // 110 random bits.
        let phrase = Phrase::make(WordCount::Twelve)?;
        let words: Vec<&str> = phrase.expose_words().split(' ').take(WORDS).collect();
        Ok(Password::new(words.join("-")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_passphrase_is_strong_and_never_the_same() {
        let one = Wallet::make_passphrase().unwrap();
        assert_eq!(one.expose_text().split('-').count(), WORDS);
        assert!(Wallet::password_strength(&one, &[]).score == 4);
        assert_ne!(one.expose_text(), Wallet::make_passphrase().unwrap().expose_text());
    }
}
