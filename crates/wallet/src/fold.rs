//! Comparing texts as people do: without regard to case and accents.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// A text for comparing: lower case, accents taken off, compatibility forms made plain (Unicode NFKD).
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(plain).collect()
}

/// Letters that Unicode does not take apart, but that people type as two keys or one.
fn plain(letter: char) -> char {
    match letter {
        'ø' => 'o',
        'đ' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        'ß' => 's',
        other => other,
    }
}

/// What is looked for: words that must all occur, anywhere.
pub(crate) struct Query(Vec<String>);

impl Query {
    pub(crate) fn new(text: &str) -> Self {
        Self(fold(text).split_whitespace().map(str::to_owned).collect())
    }

    /// Whether nothing is looked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word is in a text that was folded before, or in several with spaces between them: a word has none in
    /// it, so it is never found across a joint.
    pub(crate) fn fits_folded(&self, text: &str) -> bool {
        self.0.iter().all(|word| text.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_make_no_difference() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text), expected, "{text:?}");
        check("Ada EXAMPLE", "ada example");
        check("Élodie Müller", "elodie muller");
        check("E\u{301}lodie", "elodie");
        check("Łódź", "lodz");
        check("ﬁle", "file");
        check("ΑΘΗΝΑ", "αθηνα");
        check("", "");
    }

    #[test]
    fn every_word_has_to_occur_somewhere() {
        let check = |query: &str, expected: bool| {
            assert_eq!(Query::new(query).fits_folded(&fold("Passport\nÉlodie.jpg")), expected, "{query:?}");
        };
        check("", true);
        check("  ", true);
        check("pass", true);
        check("elodie PASS", true);
        check("elodie visa", false);
    }
}
