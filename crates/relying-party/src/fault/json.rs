//! JSON in ways that a JSON library does not write.

use std::fmt::Write as _;

use serde_json::Value;

const DEPTH: usize = 100_000;
/// Beyond every integer and every float.
const DIGITS: usize = 400;

/// Arrays in arrays in front of everything else.
pub(super) fn deep(body: &[u8]) -> Vec<u8> {
    let nested = format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    match body.strip_prefix(b"{") {
        Some(rest) => [b"{\"nested\":", nested.as_bytes(), b",", rest].concat(),
        None => nested.into_bytes(),
    }
}

/// Every key twice, the second time with a value that is not the right one.
pub(super) fn with_duplicate_keys(body: &[u8]) -> Vec<u8> {
    rewritten(body, &Style { twice: true, huge: false })
}

/// Every number with 400 digits.
pub(super) fn with_huge_numbers(body: &[u8]) -> Vec<u8> {
    rewritten(body, &Style { twice: false, huge: true })
}

/// Two bytes that no UTF-8 text has, inside the last string.
pub(super) fn with_broken_text(body: &[u8]) -> Vec<u8> {
    let end = body.iter().rposition(|byte| *byte == b'"').unwrap_or(body.len());
    [&body[..end], b"\xff\xfe", &body[end..]].concat()
}

struct Style {
    twice: bool,
    huge: bool,
}

fn rewritten(body: &[u8], style: &Style) -> Vec<u8> {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return body.to_vec() };
    let mut text = String::new();
    write(&value, style, &mut text);
    text.into_bytes()
}

fn write(value: &Value, style: &Style, out: &mut String) {
    match value {
        Value::Number(_) if style.huge => *out += &"9".repeat(DIGITS),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                *out += if index == 0 { "" } else { "," };
                write(item, style, out);
            }
            out.push(']');
        }
        Value::Object(object) => {
            out.push('{');
            for (index, (key, item)) in object.iter().enumerate() {
                *out += if index == 0 { "" } else { "," };
                let key = Value::from(key.as_str());
                let _ = write!(out, "{key}:");
                write(item, style, out);
                if style.twice {
                    let _ = write!(out, ",{key}:\"another\"");
                }
            }
            out.push('}');
        }
        other => {
            let _ = write!(out, "{other}");
        }
    }
}
