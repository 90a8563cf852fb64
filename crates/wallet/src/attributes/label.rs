//! What the user calls one of several values.

use idw_identity::shows_something;

use crate::{names::same_name, plain::is_no_part_of_a_name};

/// The longest label, in characters: it stands in lists.
pub(crate) const MAX_LABEL_CHARS: usize = 60;

/// The label is empty, too long, or has characters in it that tear lists apart.
#[derive(Debug, thiserror::Error)]
#[error("the label is empty, too long, or has control characters")]
pub struct LabelError;

/// Refuses what would tear a list apart.
pub(crate) fn check_label(label: &str) -> Result<(), LabelError> {
    if !shows_something(label) || label.chars().count() > MAX_LABEL_CHARS || label.chars().any(is_no_part_of_a_name) {
        return Err(LabelError);
    }
    Ok(())
}

/// Whether two values have the same label, or both none.
pub(crate) fn same_label(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same_name(one, other),
        (one, other) => one == other,
    }
}

/// What of a label from elsewhere can be one; nothing where that is nothing.
pub(crate) fn corrected_label(label: &str) -> Option<String> {
    let shown: String = label.chars().filter(|c| !is_no_part_of_a_name(*c)).collect();
    let kept: String = shown.trim().chars().take(MAX_LABEL_CHARS).collect();
    shows_something(&kept).then(|| kept.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_short_and_on_one_line() {
        let check = |label: &str, fits: bool| assert_eq!(check_label(label).is_ok(), fits, "{label:?}");
        check("work", true);
        check(&"ä".repeat(MAX_LABEL_CHARS), true);
        check(&"ä".repeat(MAX_LABEL_CHARS + 1), false);
        check("two\nlines", false);
        check("\u{1b}[31mred", false);
        check("a\u{202e}b", false);
        check(" ", false);
        check("\u{3164}", false);
        check("", false);
    }

    #[test]
    fn what_is_no_label_becomes_one_or_none() {
        let check = |label: &str, expected: Option<&str>| {
            assert_eq!(corrected_label(label).as_deref(), expected, "{label:?}");
        };
        check("two\nlines", Some("twolines"));
        check("\u{1b}[31mred\u{202e}", Some("[31mred"));
        check(&"ä".repeat(500), Some(&"ä".repeat(MAX_LABEL_CHARS)));
        check(" \t", None);
    }
}
