//! Foreign text made fit to be shown on a line.

/// `text` on one line, without control characters and marks that reorder or hide text, shortened to `max_chars`.
pub(crate) fn one_line(text: &str, max_chars: usize) -> String {
    let mut line = String::with_capacity(text.len().min(max_chars * 4));
    let mut length = 0;
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let mut letters = word.chars().filter(|c| !is_invisible(*c)).peekable();
        if letters.peek().is_some() && !line.is_empty() {
            line.push(' ');
            length += 1;
        }
        for letter in letters {
            if length >= max_chars {
                return shortened(&line);
            }
            line.push(letter);
            length += 1;
        }
    }
    line
}

fn shortened(line: &str) -> String {
    let mut line = line.trim_end().to_owned();
    line.pop();
    line.push('…');
    line
}

/// Direction overrides and isolates, zero-width marks, byte order marks: with them a site could make one text
/// look like another. Zero-width joiner and non-joiner stay, as scripts need them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{061C}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn shows_what_can_be_shown() {
        let check = |text: &str, shown: &str| assert_eq!(one_line(text, 10), shown, "{text:?}");
        check("Ada", "Ada");
        check("  Ada \r\n\t Example ", "Ada Examp…");
        check("a\u{202E}b\u{0}c\u{FEFF}", "ab c");
        check("0123456789", "0123456789");
        check("0123456789a", "012345678…");
        check("\u{200B}", "");
    }

    proptest! {
        #[test]
        fn stays_within_its_length(text in ".{0,40}", max in 1usize..20) {
            let line = one_line(&text, max);
            prop_assert!(line.chars().count() <= max + 1);
            prop_assert!(!line.contains(char::is_control));
        }
    }
}
