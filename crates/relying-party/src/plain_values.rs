//! What the schemas leave open and this server does not: what an email address is, and what no text may hold.

use std::net::{Ipv4Addr, Ipv6Addr};

use serde_json::Value;

/// Octets of an address (RFC 5321, 4.5.3.1.3, the angle brackets left out) and of the part before the `@` (4.5.3.1.1).
const MAX_ADDRESS_BYTES: usize = 254;
const MAX_LOCAL_PART_BYTES: usize = 64;
/// Octets of a host name and of one label (RFC 1035, 2.3.4).
const MAX_HOST_BYTES: usize = 253;
const MAX_LABEL_BYTES: usize = 63;

/// `Mailbox` of RFC 5321, section 4.1.2: one address and nothing around it. A site that puts what it gets between angle
/// brackets of its own, or into a header of a message, must not find a name, a second address or a line break there.
pub(crate) fn is_mailbox(text: &str) -> bool {
    let Some((local_part, host)) = text.rsplit_once('@') else { return false };
    text.len() <= MAX_ADDRESS_BYTES
        && local_part.len() <= MAX_LOCAL_PART_BYTES
        && (is_dot_string(local_part) || is_quoted_string(local_part))
        && (is_host(host) || is_address_literal(host))
}

fn is_dot_string(text: &str) -> bool {
    let is_atom_character = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    text.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom_character))
}

fn is_quoted_string(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return false };
    let mut characters = inside.chars();
    while let Some(character) = characters.next() {
        let fits = match character {
            '\\' => characters.next().is_some_and(|quoted| matches!(quoted, ' '..='~')),
            '"' => false,
            other => matches!(other, ' '..='~'),
        };
        if !fits {
            return false;
        }
    }
    true
}

fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=MAX_LABEL_BYTES).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= MAX_HOST_BYTES && text.split('.').all(is_label)
}

fn is_address_literal(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else { return false };
    match inside.split_at_checked(5) {
        Some((tag, address)) if tag.eq_ignore_ascii_case("IPv6:") => address.parse::<Ipv6Addr>().is_ok(),
        _ => inside.parse::<Ipv4Addr>().is_ok(),
    }
}

/// What is wrong with the texts of a value, whatever its schema says: JSON pointer and sentence, at most `max`.
/// `has_lines` tells whether the schema has room for texts of several lines.
pub(crate) fn bad_texts(value: &Value, has_lines: bool, max: usize) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    visit(value, &mut String::new(), &mut |pointer, text| {
        if found.len() < max
            && let Some(fault) = fault(text, has_lines)
        {
            found.push((pointer.to_owned(), fault));
        }
    });
    found
}

fn visit(value: &Value, pointer: &mut String, each: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::Object(object) => {
            for (name, part) in object {
                visit_part(&name.replace('~', "~0").replace('/', "~1"), part, pointer, each);
            }
        }
        Value::Array(items) => {
            for (index, part) in items.iter().enumerate() {
                visit_part(&index.to_string(), part, pointer, each);
            }
        }
        Value::String(text) => each(pointer, text),
        _ => {}
    }
}

fn visit_part(token: &str, part: &Value, pointer: &mut String, each: &mut dyn FnMut(&str, &str)) {
    let len = pointer.len();
    pointer.push('/');
    pointer.push_str(token);
    visit(part, pointer, each);
    pointer.truncate(len);
}

fn fault(text: &str, has_lines: bool) -> Option<&'static str> {
    let is_line_space = |c: char| has_lines && matches!(c, '\n' | '\r' | '\t');
    let controls = |c: char| {
        c.is_control()
            || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
    };
    if text.chars().any(|c| controls(c) && !is_line_space(c)) {
        return Some("the text has a control character in it");
    }
    (!text.is_empty() && !text.chars().any(shows)).then_some("the text is blank")
}

/// Whether a character can be seen. Spaces, fillers, joiners, soft hyphens, variation selectors and tags cannot.
fn shows(c: char) -> bool {
    let unseen = matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}');
    !unseen && !c.is_whitespace() && !c.is_control()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_email_address_is_one_mailbox_and_nothing_else() {
        let check = |text: &str, expected: bool| assert_eq!(is_mailbox(text), expected, "{text:?}");
        for valid in [
            "ada@mail.example",
            "a.da+x@sub.mail.example",
            "\"ada example\"@mail.example",
            "\"a\\\"b\"@mail.example",
            "ada@localhost",
            "ada@[192.0.2.7]",
            "ada@[IPv6:2001:db8::7]",
        ] {
            check(valid, true);
        }
        for invalid in [
            "",
            "ada",
            "@mail.example",
            "ada@",
            "Ada <ada@mail.example>",
            "ada <script>alert(1)</script> <a@b.example>",
            "Ada\r\nBcc: x <ada@mail.example>",
            "<ada@mail.example>",
            "ada@mail.example (work)",
            "ada@mail.example, bob@mail.example",
            "ada@mail.example\n",
            "\"ada\n\"@mail.example",
            "\"ada\"\"@mail.example",
            " ada@mail.example",
            "ada.@mail.example",
            "a..b@mail.example",
            "ada@mail..example",
            "ada@mail.example.",
            "ada@-mail.example",
            "ada@[300.0.2.7]",
            "j\u{f6}rg@mail.example",
            "ada@m\u{fc}ller.example",
        ] {
            check(invalid, false);
        }
        check(&format!("{}@mail.example", "a".repeat(64)), true);
        check(&format!("{}@mail.example", "a".repeat(65)), false);
        check(&format!("ada@{}example", "mail.".repeat(50)), false);
    }

    #[test]
    fn no_text_is_blank_or_controls_anything() {
        let check = |value: Value, has_lines: bool, expected: &[(&str, &str)]| {
            let found = bad_texts(&value, has_lines, 8);
            let found: Vec<(&str, &str)> = found.iter().map(|(pointer, fault)| (pointer.as_str(), *fault)).collect();
            assert_eq!(found, expected, "{value}");
        };
        let (blank, control) = ("the text is blank", "the text has a control character in it");
        check(json!("Ada"), false, &[]);
        check(json!(""), false, &[]);
        check(json!(" "), false, &[("", blank)]);
        check(json!("\u{3164}\u{200b}\u{2800}"), false, &[("", blank)]);
        check(json!("Ada\nExample"), false, &[("", control)]);
        check(json!("Ada\nExample"), true, &[]);
        check(json!("Ada\u{202e}"), true, &[("", control)]);
        check(json!({"a/b": ["x", "\u{7}"], "n": 7}), false, &[("/a~1b/1", control)]);
    }
}
