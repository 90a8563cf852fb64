//! Text from elsewhere, made fit to stand in a sentence of the wallet's own: on one line, in the order in which it is
//! read, and never longer than a line.

/// The longest such text, in characters.
const MAX_CHARS: usize = 120;

/// In quotation marks that it cannot close: whatever it says, it says within them.
pub(crate) fn quoted(text: &str) -> String {
    format!("“{}”", within_quotes(text))
}

/// The same without the quotation marks, for a shell that sets them around it.
pub(crate) fn within_quotes(text: &str) -> String {
    let inside: String = line(text).chars().map(|c| if is_quotation_mark(c) { '\'' } else { c }).collect();
    inside.trim().to_owned()
}

/// The same without quotation marks around it, to be kept: nothing that people do not see, and not too long.
pub(crate) fn line(text: &str) -> String {
    let mut line: String = text.chars().filter(|c| !is_unseen(*c)).take(MAX_CHARS + 1).collect();
    if line.chars().count() > MAX_CHARS {
        line.pop();
        line.push('…');
    }
    line
}

/// Whether a character controls something, or changes how those around it are shown (Unicode Cc, Cf, Zl and Zp).
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control() || is_format(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

/// The same, but for the joiners that names in Persian and Hindi are spelt with: for names that people give.
pub(crate) fn is_no_part_of_a_name(c: char) -> bool {
    is_unseen(c) && !matches!(c, '\u{200c}' | '\u{200d}')
}

/// Unicode's general category Cf, as of version 16.
fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0001}' | '\u{e0020}'..='\u{e007f}')
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' | '〟' | '＂' | '❝' | '❞')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_gets_out_of_its_quotation_marks() {
        let check = |text: &str, expected: &str| assert_eq!(quoted(text), expected, "{text:?}");
        check("ada.json", "“ada.json”");
        check("verified by the Government.json", "“verified by the Government.json”");
        check("a.json” on 2026-01-31, verified by “the State", "“a.json' on 2026-01-31, verified by 'the State”");
        check("a\u{202e}nosj.exe\r\n", "“anosj.exe”");
        check(" \u{200b}\u{feff} ", "“”");
        assert_eq!(quoted(&"ä".repeat(500)), format!("“{}…”", "ä".repeat(MAX_CHARS)));
        assert_eq!(line(&"ä".repeat(MAX_CHARS)), "ä".repeat(MAX_CHARS));
    }
}
