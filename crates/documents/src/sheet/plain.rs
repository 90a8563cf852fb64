//! Text without what cannot be shown.

use unicode_general_category::{GeneralCategory, get_general_category};

/// Joiners: they show nothing by themselves, but scripts of Persia and India are spelled with them.
const JOINERS: [char; 2] = ['\u{200C}', '\u{200D}'];

/// The text in lines as it was written, without control characters, without what turns the direction of text around, and
/// without space at either end.
///
/// A tab becomes a space. What Unicode never gives a meaning to, and what everybody may give their own (private use),
/// becomes the sign for an unknown character: a reader would see another thing in it than the writer.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let shown: String = text.chars().filter_map(shown).collect();
    shown.trim().to_owned()
}

/// The same in one line.
pub(super) fn plain_line(text: &str) -> String {
    plain(text).split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn shown(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => return Some('\n'),
        '\t' => return Some(' '),
        _ if JOINERS.contains(&c) => return Some(c),
        _ if is_no_character(c) => return Some(char::REPLACEMENT_CHARACTER),
        _ => {}
    }
    match get_general_category(c) {
        GeneralCategory::Control | GeneralCategory::Format => None,
        GeneralCategory::PrivateUse => Some(char::REPLACEMENT_CHARACTER),
        _ => Some(c),
    }
}

/// What the Unicode Standard (23.7) keeps from being characters.
fn is_no_character(c: char) -> bool {
    let code = u32::from(c);
    code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_controls_something_is_left_out_and_what_shows_something_stays() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text), expected, "{text:?}");
        check(" Zoë\u{301} Äpfel ", "Zoë\u{301} Äpfel");
        check("a\0b\u{1B}[31mc\u{7F}\u{9F}d", "ab[31mcd");
        check("a\u{202E}b\u{2066}c\u{FEFF}d\u{AD}", "abcd");
        check("one\r\ntwo\rthree\u{2028}four\tfive", "one\ntwo\nthree\nfour five");
        check("می\u{200C}خواهم", "می\u{200C}خواهم");
        check("a\u{FFFF}\u{FDD0}\u{E000}\u{10FFFE}b", "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b");
        assert_eq!(plain_line("\n one\n\n two \n"), "one two");
    }
}
