//! What would make a text fit its pattern: told to the person, never done behind their back.

use jsonschema::Validator;
use serde_json::Value;

use crate::texts::is_unseen;

/// Longest text for which a remedy is looked for: numbers are short, and each try is another run of the pattern.
const MAX_TEXT_BYTES: usize = 64;

/// Something that people put into numbers to read them better.
struct Extra {
    name: &'static str,
    remove: fn(&str) -> String,
}

const EXTRAS: [Extra; 6] = [
    Extra { name: "spaces", remove: |text| without(text, |c| c.is_whitespace() || is_unseen(c)) },
    Extra {
        name: "hyphens",
        remove: |text| without(text, |c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')),
    },
    Extra { name: "(0)", remove: |text| text.replace("(0)", "") },
    Extra { name: "brackets", remove: |text| without(text, |c| matches!(c, '(' | ')' | '[' | ']')) },
    Extra { name: "dots", remove: |text| without(text, |c| c == '.') },
    Extra { name: "slashes", remove: |text| without(text, |c| c == '/') },
];

fn without(text: &str, is_extra: impl Fn(char) -> bool) -> String {
    text.chars().filter(|c| !is_extra(*c)).collect()
}

/// How the text at `pointer` would fit: "without its spaces and hyphens", "with + in place of 00". None if no such
/// change makes it fit. The text itself is not repeated.
pub(crate) fn fits_without(validator: &Validator, value: &Value, pointer: &str) -> Option<String> {
    let text = value.pointer(pointer)?.as_str().filter(|text| text.len() <= MAX_TEXT_BYTES)?;
    let fits = |changed: &str| {
        let mut value = value.clone();
        let Some(part) = value.pointer_mut(pointer) else { return false };
        *part = Value::from(changed);
        !validator.iter_errors(&value).any(|error| error.instance_path().as_str() == pointer)
    };
    let present: Vec<&Extra> = EXTRAS.iter().filter(|extra| (extra.remove)(text) != text).collect();
    // Few extras first, so that no more is asked for than it takes.
    let mut choices: Vec<u32> = (0..1 << present.len()).collect();
    choices.sort_by_key(|choice| choice.count_ones());
    for choice in choices {
        let chosen: Vec<&Extra> =
            present.iter().enumerate().filter(|(at, _)| (choice >> at) & 1 == 1).map(|(_, extra)| *extra).collect();
        let bare = chosen.iter().fold(text.to_owned(), |text, extra| (extra.remove)(&text));
        if !chosen.is_empty() && fits(&bare) {
            return Some(said(&chosen));
        }
        let plus = bare.strip_prefix("00").map(|rest| format!("+{rest}"));
        if plus.is_some_and(|plus| fits(&plus)) {
            let rest = if chosen.is_empty() { String::new() } else { format!(" and {}", said(&chosen)) };
            return Some(format!("with + in place of 00{rest}"));
        }
    }
    let in_capitals = text.to_uppercase();
    (in_capitals != text && fits(&in_capitals)).then(|| "in capital letters".to_owned())
}

fn said(extras: &[&Extra]) -> String {
    let names: Vec<&str> = extras.iter().map(|extra| extra.name).collect();
    match names.split_last() {
        Some((last, [])) => format!("without its {last}"),
        Some((last, rest)) => format!("without its {} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
