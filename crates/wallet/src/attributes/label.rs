//! What the user calls one of several values.

/// The longest label, in characters: it stands in lists.
const MAX_LABEL_CHARS: usize = 60;

/// Why a label is none.
#[derive(Debug, thiserror::Error)]
#[error(
    "a label has 1 to {MAX_LABEL_CHARS} characters, none of them a line break or other control; nothing was changed"
)]
pub struct LabelError;

/// Refuses what would tear a list apart.
pub(crate) fn check_label(label: &str) -> Result<(), LabelError> {
    if label.trim().is_empty() || label.chars().count() > MAX_LABEL_CHARS || label.chars().any(char::is_control) {
        return Err(LabelError);
    }
    Ok(())
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
        check(" ", false);
        check("", false);
    }
}
