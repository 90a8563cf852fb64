//! The one comparison of names: of sites, profiles, accounts, labels, and of what a site calls what it asks for.
//!
//! Two names are the same if a person cannot be expected to tell them apart when typing them: case, the way in which an
//! accent is encoded, full-width forms, spaces around and between words, and characters that do not show make no
//! difference (Unicode compatibility caseless matching, The Unicode Standard 3.13, D146). Accents do: Adé is not Ade. For
//! searching, where they do not, there is [`crate::fold`].

use unicode_normalization::UnicodeNormalization as _;

use crate::plain::is_unseen;

/// Whether two names are the same to a person.
pub fn same_name(one: &str, other: &str) -> bool {
    one == other || name_key(one) == name_key(other)
}

/// The same text for names that are the same to a person: for looking one up among many. Not for showing.
pub(crate) fn name_key(name: &str) -> String {
    let shown = name.nfkc().filter(|c| c.is_whitespace() || !is_unseen(*c)).flat_map(folded);
    let words: String = shown.nfkc().collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A letter without its case. There and back again, since some letters have a capital form of two letters (ß), and some
/// letters share one (ς and σ).
fn folded(letter: char) -> impl Iterator<Item = char> {
    // Its capital is the I without a dot, and that is another letter's.
    let keep = (letter == 'ı').then_some(letter);
    let there = letter.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    keep.into_iter().chain(there.filter(move |_| keep.is_none()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_encoding_and_spaces_make_no_other_name() {
        let check = |one: &str, other: &str, same: bool| {
            assert_eq!(same_name(one, other), same, "{one:?} {other:?}");
            assert_eq!(same_name(other, one), same, "{other:?} {one:?}");
        };
        check("Work", "wORK", true);
        check(" Demo  Bank ", "demo bank", true);
        check("Caf\u{e9}", "CAFE\u{301}", true);
        check("Stra\u{df}e", "STRASSE", true);
        check("STRA\u{1e9e}E", "strasse", true);
        check("\u{391}\u{3a3}", "\u{3b1}\u{3c2}", true);
        check("\u{3b1}\u{3c3}", "\u{3b1}\u{3c2}", true);
        check("\u{ff21}da", "Ada", true);
        check("\u{fb01}n", "FIN", true);
        check("\u{130}zmir", "i\u{307}zmir", true);
        check("\u{41a}\u{410}\u{424}\u{415}", "\u{43a}\u{430}\u{444}\u{435}", true);
        check("Ba\u{200b}nk", "Bank", true);
        check("Bank\u{ad}", "Bank", true);
        check("Caf\u{e9}", "Cafe", false);
        check("kar\u{131}n", "karin", false);
        check("work", "work2", false);
        check("demo bank", "demobank", false);
        check("\u{440}ay", "pay", false);
    }
}
