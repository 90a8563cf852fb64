//! A no of a site, with its words.

use std::fmt;
use std::time::Duration;

use super::Call;

/// How a site refused (lws.md §7). Its texts are bounded and free of control characters, but they are still the
/// site's words: show them as a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What was being done.
    pub call: Call,
    /// The HTTP status, 400 to 499.
    pub status: u16,
    /// The site's code, such as `token_invalid`.
    pub code: Option<String>,
    /// The site's message.
    pub message: Option<String>,
    /// Which attributes or files are at fault.
    pub fields: Vec<FieldFault>,
    /// The file that was being sent, if any.
    pub file: Option<String>,
    /// How long the site asks to wait before the next try (`Retry-After`).
    pub retry_after: Option<Duration>,
}

/// One attribute or file that a site found at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The attribute's id, schema or path, where the site gave one.
    pub field: Option<String>,
    /// What is wrong with it, in the site's words.
    pub message: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the site refused ({}, status {}", self.call, self.status)?;
        if let Some(code) = &self.code {
            write!(f, ", {code}")?;
        }
        f.write_str(")")?;
        if let Some(file) = &self.file {
            write!(f, " for {file}")?;
        }
        if let Some(message) = &self.message {
            write!(f, ": “{message}”")?;
        }
        for fault in &self.fields {
            match &fault.field {
                Some(field) => write!(f, "; {field}: “{}”", fault.message)?,
                None => write!(f, "; “{}”", fault.message)?,
            }
        }
        match self.retry_after {
            Some(wait) => write!(f, "; it asks to come back in {}", wait_text(wait)),
            None => Ok(()),
        }
    }
}

/// A time to wait as people say it, rounded up.
pub(super) fn wait_text(wait: Duration) -> String {
    let seconds = wait.as_secs();
    match seconds {
        0..=119 => format!("{seconds} s"),
        120..=7_199 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h", seconds.div_ceil(3600)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_told_as_people_say_them() {
        let check = |seconds: u64, expected: &str| assert_eq!(wait_text(Duration::from_secs(seconds)), expected);
        check(30, "30 s");
        check(119, "119 s");
        check(121, "3 min");
        check(7_200, "2 h");
    }
}
