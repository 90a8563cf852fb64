//! A file to be sent.

use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;

use crate::limits::FILE_NAME_LEN;

/// One file.
#[derive(Clone)]
pub struct OutgoingFile {
    /// Its file name. The peer sees it, without folders and special characters.
    pub name: String,
    /// Its media type, such as `image/png`.
    pub mime_type: String,
    /// Its length, in bytes. A body of any other length is refused.
    pub size: u64,
    /// Its bytes.
    pub body: Arc<dyn FileBody>,
}

/// Bytes that can be read as often as needed: a request that is sent again reads them again.
pub trait FileBody: Send + Sync {
    /// Starts reading from the beginning. Called, and read, on a thread where blocking is allowed.
    ///
    /// # Errors
    /// Whatever keeps the file from being read.
    fn open(&self) -> io::Result<Box<dyn Read + Send>>;
}

impl OutgoingFile {
    /// Its name as it is sent: without folders, and without anything that could end its header or confuse a server.
    pub(crate) fn sent_name(&self) -> String {
        sent_file_name(&self.name)
    }
}

/// `type/subtype` in the characters of RFC 9110 §5.6.2.
pub fn is_media_type(text: &str) -> bool {
    let is_token = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&^_.+-".contains(&byte))
    };
    text.len() <= 127 && text.split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
}

fn sent_file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns_text =
        |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_odd = |c: char| c.is_control() || turns_text(c) || "\"';:*?<>|%".contains(c);
    let clean: String = last.chars().map(|character| if is_odd(character) { '_' } else { character }).collect();
    let clean = clean.trim().trim_start_matches('.');
    let excess = clean.chars().count().saturating_sub(FILE_NAME_LEN);
    // The end has the extension: cut at the front.
    let kept: String = clean.chars().skip(excess).collect();
    if kept.is_empty() { "document".to_owned() } else { kept }
}

impl fmt::Debug for OutgoingFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutgoingFile")
            .field("mime_type", &self.mime_type)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names() {
        let check = |name: &str, expected: &str| assert_eq!(sent_file_name(name), expected, "{name:?}");
        check("passport.png", "passport.png");
        check("/home/ada/passport.png", "passport.png");
        check("C:\\Users\\ada\\passport.png", "passport.png");
        check("a\"; filename=\"b.png", "a__ filename=_b.png");
        check("a\r\nContent-Type: text/html", "html");
        check("a\r\nX-Y\u{0}.png", "a__X-Y_.png");
        check("Ausweis ü.png", "Ausweis ü.png");
        check("a\u{202e}gnp.exe", "a_gnp.exe");
        check("..", "document");
        check("", "document");
        assert_eq!(sent_file_name(&format!("{}.png", "a".repeat(500))).len(), FILE_NAME_LEN);
    }

    #[test]
    fn media_types() {
        let check = |text: &str, expected: bool| assert_eq!(is_media_type(text), expected, "{text:?}");
        check("image/png", true);
        check("application/vnd.api+json", true);
        check("png", false);
        check("image/", false);
        check("image/png\r\nX: y", false);
        check("image/png; charset=utf-8", false);
        check(&format!("image/{}", "a".repeat(127)), false);
    }
}
