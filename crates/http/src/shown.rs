//! Texts of others, on their way to the user.

/// A text from a server, made fit to be shown: no control or direction-changing characters, whitespace
/// collapsed, cut to `max` characters. `None` when nothing is left.
pub fn shown_text(text: &str, max: usize) -> Option<String> {
    let mut shown = String::new();
    let mut length = 0;
    let mut pending_space = false;
    for character in text.chars() {
        if character.is_whitespace() || character.is_control() {
            pending_space = length > 0;
        } else if !is_invisible(character) {
            if length >= max {
                shown.push('…');
                break;
            }
            if std::mem::take(&mut pending_space) {
                shown.push(' ');
            }
            shown.push(character);
            length += 1;
        }
    }
    (!shown.is_empty()).then_some(shown)
}

/// Characters that show nothing, or that turn the direction of what follows.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_others_are_made_fit_to_be_shown() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(shown_text(text, 12).as_deref(), expected, "{text:?}");
        };
        check("no", Some("no"));
        check("  two \r\n\t words ", Some("two words"));
        check("\u{1b}[31mred", Some("[31mred"));
        check("a\u{202e}b\u{200b}c", Some("abc"));
        check("abcdefghijklm", Some("abcdefghijkl…"));
        check("ääääääääääää", Some("ääääääääääää"));
        check(" \u{0} ", None);
        check("", None);
    }
}
