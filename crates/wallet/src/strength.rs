//! How well a password resists guessing (zxcvbn: Wheeler, USENIX Security 2016).

use zxcvbn::zxcvbn;

use crate::{Password, Wallet, view::Strength};

/// The least score of a password that is taken without asking again: "safely unguessable" by zxcvbn's own scale, 10^8
/// guesses, each of which costs an attacker the key derivation.
const STRONG_ENOUGH: u8 = 3;

impl Wallet {
    /// Estimates how many guesses a password takes, by an attacker who tries what people choose.
    ///
    /// `user_inputs` are words that such an attacker would try first: names, addresses, dates of the user. What is
    /// beyond the first 100 characters does not count.
    pub fn password_strength(password: &Password, user_inputs: &[&str]) -> Strength {
        let estimate = zxcvbn(password.expose_text(), user_inputs);
        let feedback = estimate.feedback();
        Strength {
            score: estimate.score() as u8,
            enough: estimate.score() as u8 >= STRONG_ENOUGH,
            guesses_log10: estimate.guesses_log10(),
            warning: feedback.and_then(zxcvbn::feedback::Feedback::warning).map(|warning| warning.to_string()),
            suggestions: feedback
                .into_iter()
                .flat_map(zxcvbn::feedback::Feedback::suggestions)
                .map(ToString::to_string)
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_rated_as_zxcvbn_does() {
        let check = |password: &str, user_inputs: &[&str], scores: std::ops::RangeInclusive<u8>| {
            let strength = Wallet::password_strength(&Password::from(password), user_inputs);
            assert!(scores.contains(&strength.score), "{password}: {strength:?}");
            assert_eq!(strength.enough, strength.score >= 3);
            assert!(strength.enough || !strength.suggestions.is_empty(), "a weak one gets advice: {strength:?}");
        };
        check("", &[], 0..=0);
        check("password", &[], 0..=0);
        check("Passw0rd!", &[], 0..=1);
        check("qwertyuiop", &[], 0..=1);
        check("correct horse battery staple", &[], 4..=4);
        check("kX9#vTq2mLw8", &[], 4..=4);
        check("marchmoorfield", &[], 3..=4);
        check("marchmoorfield", &["marchmoorfield"], 0..=0);
        check(&"long words in a row ".repeat(1000), &[], 0..=4);
    }
}
