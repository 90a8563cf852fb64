//! Text as people type it and as editors save it.
//!
//! The same password can be different bytes: macOS types an `é` as a letter and an accent (NFD), others as one character
//! (NFC), and Notepad puts a byte order mark in front of a file. [`spellings`] gives the other bytes that were meant, for
//! a secret that opens something; [`without_mark`] keeps the mark out of new ones; [`decode`] reads a file.
//!
//! Nothing here decides what a text is for. What opens a vault, a backup or a keystore file says itself which [`Form`]s
//! it tries.

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// What some editors put in front of UTF-8 text (Unicode Standard, section 23.8).
const MARK: char = '\u{feff}';

/// A normalisation form of Unicode (Standard Annex 15).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Letters and accents composed: what most keyboards type.
    Nfc,
    /// Letters and accents apart: what macOS types in some places.
    Nfd,
    /// As [`Form::Nfc`], with ligatures, wide letters and the like made plain: what ethers derives keys from.
    Nfkc,
    /// As [`Form::Nfd`], with ligatures, wide letters and the like made plain.
    Nfkd,
}

/// Why bytes are not the text they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Text, but two bytes for each character.
    #[error(
        "saved as UTF-16; save it as UTF-8 and try again (Notepad: Save as, Encoding UTF-8; PowerShell: Set-Content \
         -Encoding utf8)"
    )]
    Utf16,
    /// Something else.
    #[error("not UTF-8 text")]
    NotUtf8,
}

/// The text in these bytes, without a byte order mark at its start.
///
/// # Errors
/// [`TextError`] says whether they are UTF-16, which Windows calls "Unicode", or no text at all.
pub fn decode(bytes: &[u8]) -> Result<&str, TextError> {
    if is_utf16(bytes) {
        return Err(TextError::Utf16);
    }
    std::str::from_utf8(bytes).map(without_mark).map_err(|_| TextError::NotUtf8)
}

/// Whether bytes look like UTF-16: they begin with its byte order mark, or every second one is zero.
pub fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    // Text of Western letters, without a mark.
    let are_zero = |first: usize| bytes.iter().skip(first).step_by(2).all(|byte| *byte == 0);
    let have_none = |first: usize| bytes.iter().skip(first).step_by(2).all(|byte| *byte != 0);
    bytes.len() >= 4 && bytes.len().is_multiple_of(2) && (are_zero(0) && have_none(1) || are_zero(1) && have_none(0))
}

/// The text without a byte order mark at its start.
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix(MARK).unwrap_or(text)
}

/// [`without_mark`] of a text that is taken over. No copy of it is made.
pub fn drop_mark(text: &mut String) {
    if text.starts_with(MARK) {
        text.drain(..MARK.len_utf8());
    }
}

/// The text in another form.
pub fn in_form(text: &str, form: Form) -> Zeroizing<String> {
    match form {
        Form::Nfc => collect(|| text.nfc()),
        Form::Nfd => collect(|| text.nfd()),
        Form::Nfkc => collect(|| text.nfkc()),
        Form::Nfkd => collect(|| text.nfkd()),
    }
}

/// The texts that may have been meant by this one: first itself, then each of the forms that differs from those before,
/// and last itself behind a byte order mark, as programs that did not drop the mark took it from a file.
///
/// A text in plain ASCII has no forms, so there are two. Whoever tries them pays for each: they are made one at a time.
pub fn spellings<'a>(text: &'a str, forms: &'a [Form]) -> impl Iterator<Item = Zeroizing<String>> + 'a {
    let typed = Zeroizing::new(text.to_owned());
    let is_new = move |at: usize, spelling: &str| {
        spelling != text && forms[..at].iter().all(|before| *in_form(text, *before) != spelling)
    };
    let others = forms
        .iter()
        .enumerate()
        .map(move |(at, form)| (at, in_form(text, *form)))
        .filter(move |(at, spelling)| is_new(*at, spelling))
        .map(|(_, spelling)| spelling);
    let marked = (!text.is_empty()).then(|| {
        let mut marked = Zeroizing::new(String::with_capacity(MARK.len_utf8() + text.len()));
        marked.push(MARK);
        marked.push_str(text);
        marked
    });
    std::iter::once(typed).chain(others).chain(marked)
}

/// All the room at once, so that growing leaves no copies behind.
fn collect<I: Iterator<Item = char>>(chars: impl Fn() -> I) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(chars().map(char::len_utf8).sum()));
    text.extend(chars());
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_mark_is_dropped_and_utf_16_is_named() {
        let check = |bytes: &[u8], expected: Result<&str, TextError>| assert_eq!(decode(bytes), expected, "{bytes:?}");
        check(b"secret", Ok("secret"));
        check(b"", Ok(""));
        check(b"\xef\xbb\xbfsecret", Ok("secret"));
        check(b"\xef\xbb\xbf", Ok(""));
        check("a\u{feff}b".as_bytes(), Ok("a\u{feff}b"));
        check(b"\xff\xfes\0e\0c\0", Err(TextError::Utf16));
        check(b"\xfe\xff\0s\0e\0c", Err(TextError::Utf16));
        check(b"s\0e\0c\0", Err(TextError::Utf16));
        check(b"\0s\0e\0c", Err(TextError::Utf16));
        check(b"s\0e", Ok("s\0e"));
        check(b"\0\0\0\0", Ok("\0\0\0\0"));
        check(b"\xff\xff", Err(TextError::NotUtf8));
        check(b"gr\xfcn", Err(TextError::NotUtf8));
    }

    #[test]
    fn the_same_text_has_other_spellings() {
        const ALL: &[Form] = &[Form::Nfkc, Form::Nfc, Form::Nfd, Form::Nfkd];
        let check = |typed: &str, expected: &[&str]| {
            let found: Vec<_> = spellings(typed, ALL).map(|spelling| spelling.to_string()).collect();
            assert_eq!(found, expected, "{typed:?}");
        };
        check("", &[""]);
        check("plain", &["plain", "\u{feff}plain"]);
        check("p\u{e4}ss", &["p\u{e4}ss", "pa\u{308}ss", "\u{feff}p\u{e4}ss"]);
        check("pa\u{308}ss", &["pa\u{308}ss", "p\u{e4}ss", "\u{feff}pa\u{308}ss"]);
        check("ﬁ", &["ﬁ", "fi", "\u{feff}ﬁ"]);
        check("ﬁ\u{e4}", &["ﬁ\u{e4}", "fi\u{e4}", "ﬁa\u{308}", "fia\u{308}", "\u{feff}ﬁ\u{e4}"]);
    }

    proptest! {
        #[test]
        fn spellings_differ_and_begin_with_what_was_typed(text in "\\PC{0,12}") {
            let all: Vec<_> = spellings(&text, &[Form::Nfc, Form::Nfd, Form::Nfkc, Form::Nfkd]).collect();
            prop_assert_eq!(&*all[0], &text);
            for (at, one) in all.iter().enumerate() {
                prop_assert!(!all[..at].contains(one), "{text:?}");
            }
        }

        #[test]
        fn reading_never_panics(bytes: Vec<u8>) {
            let _ = decode(&bytes);
        }
    }
}
