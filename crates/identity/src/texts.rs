//! What no text may be, whatever its schema says: blank, or with characters in it that control something.

use serde_json::Value;
use unicode_general_category::{GeneralCategory, get_general_category};

use crate::field::{Field, FieldKind};
use crate::field_path::{FieldPath, Segment};

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BadText {
    /// It has nothing in it.
    Empty,
    /// It has nothing in it that can be seen.
    Blank,
    /// It has a control character, a line break where there is one line, or a mark that reorders what is around it.
    Control,
}

/// Whether every text in the value can stand. `fields` is asked for only where one looks odd.
pub(crate) fn are_fine<'a>(value: &Value, fields: impl FnOnce() -> &'a [Field]) -> bool {
    odd_texts(value).is_empty() || faults(value, fields).is_empty()
}

/// JSON pointers to the texts that cannot stand, and why.
pub(crate) fn faults<'a>(value: &Value, fields: impl FnOnce() -> &'a [Field]) -> Vec<(String, BadText)> {
    let odd = odd_texts(value);
    if odd.is_empty() {
        return Vec::new();
    }
    let fields = fields();
    odd.into_iter().filter_map(|place| Some((place.path.to_pointer()?, place.fault(fields)?))).collect()
}

/// A text with something odd about it: whether that is a fault depends on its field.
struct OddText<'v> {
    path: FieldPath,
    text: &'v str,
}

impl OddText<'_> {
    fn fault(&self, fields: &[Field]) -> Option<BadText> {
        let field = fields.iter().find(|field| field.covers(&self.path));
        let kind = field.map(|field| &field.kind);
        if matches!(kind, Some(FieldKind::Choice { open: false, .. })) {
            // One of the values that the schema lists, or refused by it.
            return None;
        }
        let lines = matches!(kind, Some(FieldKind::Multiline | FieldKind::Json));
        if self.text.is_empty() {
            let is_text = matches!(kind, Some(FieldKind::Text | FieldKind::Multiline | FieldKind::Choice { .. }));
            return (is_text && field.is_some_and(|field| field.required)).then_some(BadText::Empty);
        }
        if self.text.chars().any(|c| is_control(c) && !(lines && is_line_space(c))) {
            return Some(BadText::Control);
        }
        (!shows_something(self.text)).then_some(BadText::Blank)
    }
}

fn odd_texts(value: &Value) -> Vec<OddText<'_>> {
    let mut found = Vec::new();
    gather(value, &mut Vec::new(), &mut found);
    found
}

fn gather<'v>(value: &'v Value, path: &mut Vec<Segment>, found: &mut Vec<OddText<'v>>) {
    match value {
        Value::String(text) if is_odd(text) => {
            found.push(OddText { path: FieldPath::from_segments(path.clone()), text });
        }
        Value::Object(map) => {
            for (name, part) in map {
                path.push(Segment::Key(name.clone()));
                gather(part, path, found);
                path.pop();
            }
        }
        Value::Array(list) => {
            for (index, part) in list.iter().enumerate() {
                path.push(Segment::Index(index));
                gather(part, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}

fn is_odd(text: &str) -> bool {
    text.chars().any(is_control) || !shows_something(text)
}

/// Unicode's controls, its two separators of lines and paragraphs, and the marks that embed or override a direction.
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

fn is_line_space(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t')
}

/// Whether a character is there without being seen or taking up room: controls and format characters.
pub(crate) fn is_unseen(c: char) -> bool {
    is_control(c) || get_general_category(c) == GeneralCategory::Format
}

/// Whether a character shows something by itself. Fillers are letters to Unicode, and blank to people.
pub(crate) fn is_visible(c: char) -> bool {
    use GeneralCategory as Category;
    if c.is_ascii() {
        return c.is_ascii_graphic();
    }
    let is_filler = matches!(c, '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}' | '\u{1D159}');
    !is_filler
        && !matches!(
            get_general_category(c),
            Category::Control
                | Category::Format
                | Category::SpaceSeparator
                | Category::LineSeparator
                | Category::ParagraphSeparator
                | Category::NonspacingMark
                | Category::EnclosingMark
                | Category::PrivateUse
                | Category::Surrogate
                | Category::Unassigned
        )
}

/// Whether a text has anything in it that people see.
pub fn shows_something(text: &str) -> bool {
    text.chars().any(is_visible)
}

/// The text without the characters at its ends that no text may have: what a program puts around a number that it
/// copies, or the line break of a pasted line.
pub(crate) fn without_outer_controls(text: &str) -> &str {
    text.trim_matches(is_control)
}

/// The text without spaces and unseen characters at its ends.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_seen_is_told_from_what_cannot() {
        for blank in [
            ' ',
            '\u{a0}',
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{17b4}',
            '\u{180e}',
            '\u{2003}',
            '\u{200b}',
            '\u{200d}',
            '\u{202e}',
            '\u{2060}',
            '\u{2800}',
            '\u{3000}',
            '\u{3164}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{e0041}',
            '\u{e0100}',
            '\u{e000}',
            '\0',
            '\u{7f}',
            '\u{85}',
        ] {
            assert!(!is_visible(blank), "{blank:?}");
        }
        for shown in ['A', '-', '.', '\u{e9}', '\u{5d0}', '\u{645}', '\u{915}', '\u{4e2d}', '\u{1f600}', '\u{20ac}'] {
            assert!(is_visible(shown), "{shown:?}");
        }
    }

    #[test]
    fn only_what_no_text_may_have_is_taken_off_its_ends() {
        assert_eq!(without_outer_controls("\u{202a}+41446681800\u{202c}\n"), "+41446681800");
        assert_eq!(without_outer_controls(" Ada "), " Ada ");
        assert_eq!(trimmed("\u{200b} Ada \u{feff}"), "Ada");
    }
}
