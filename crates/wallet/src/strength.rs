//! How well a password resists guessing (zxcvbn: Wheeler, USENIX Security 2016).

use idw_words::{Message as _, MessageData, message};
use zxcvbn::{
    feedback::{Feedback, Suggestion, Warning},
    zxcvbn,
};

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
            warning: feedback.and_then(Feedback::warning).map(warning),
            suggestions: feedback.into_iter().flat_map(Feedback::suggestions).copied().map(advice).collect(),
        }
    }
}

fn warning(warning: Warning) -> MessageData {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess => message::PasswordWarningStraightKeys.data(),
        Warning::ShortKeyboardPatternsAreEasyToGuess => message::PasswordWarningShortPattern.data(),
        Warning::RepeatsLikeAaaAreEasyToGuess => message::PasswordWarningRepeatedLetter.data(),
        Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => message::PasswordWarningRepeatedPart.data(),
        Warning::ThisIsATop10Password => message::PasswordWarningTop10.data(),
        Warning::ThisIsATop100Password => message::PasswordWarningTop100.data(),
        Warning::ThisIsACommonPassword => message::PasswordWarningCommon.data(),
        Warning::ThisIsSimilarToACommonlyUsedPassword => message::PasswordWarningSimilar.data(),
        Warning::SequencesLikeAbcAreEasyToGuess => message::PasswordWarningSequence.data(),
        Warning::RecentYearsAreEasyToGuess => message::PasswordWarningRecentYear.data(),
        Warning::AWordByItselfIsEasyToGuess => message::PasswordWarningSingleWord.data(),
        Warning::DatesAreOftenEasyToGuess => message::PasswordWarningDate.data(),
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess => message::PasswordWarningSingleName.data(),
        Warning::CommonNamesAndSurnamesAreEasyToGuess => message::PasswordWarningCommonName.data(),
    }
}

fn advice(suggestion: Suggestion) -> MessageData {
    match suggestion {
        Suggestion::UseAFewWordsAvoidCommonPhrases => message::PasswordAdviceFewWords.data(),
        Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters => message::PasswordAdviceNoSymbols.data(),
        Suggestion::AddAnotherWordOrTwo => message::PasswordAdviceAnotherWord.data(),
        Suggestion::CapitalizationDoesntHelpVeryMuch => message::PasswordAdviceCapitals.data(),
        Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => message::PasswordAdviceAllCapitals.data(),
        Suggestion::ReversedWordsArentMuchHarderToGuess => message::PasswordAdviceReversed.data(),
        Suggestion::PredictableSubstitutionsDontHelpVeryMuch => message::PasswordAdviceSubstitutions.data(),
        Suggestion::UseALongerKeyboardPatternWithMoreTurns => message::PasswordAdviceLongerPattern.data(),
        Suggestion::AvoidRepeatedWordsAndCharacters => message::PasswordAdviceNoRepeats.data(),
        Suggestion::AvoidSequences => message::PasswordAdviceNoSequences.data(),
        Suggestion::AvoidRecentYears => message::PasswordAdviceNoRecentYears.data(),
        Suggestion::AvoidYearsThatAreAssociatedWithYou => message::PasswordAdviceNoOwnYears.data(),
        Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => message::PasswordAdviceNoOwnDates.data(),
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
