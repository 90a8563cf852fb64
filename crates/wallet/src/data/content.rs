//! A document's bytes as they stand in the file: base64, in one text or in pieces. They are decoded as they are read, so
//! that no document is ever in memory as a whole; what is given in one text is, as text.

use std::{
    fmt,
    io::{self, Read},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, SeqAccess, Visitor};
use zeroize::Zeroizing;

/// Hands a document's bytes to `take`, which reads what it wants of them.
pub(super) struct Content<'a, T> {
    pub(super) take: &'a mut dyn FnMut(&mut dyn Read) -> T,
}

impl<'de, T> DeserializeSeed<'de> for Content<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de, T> Visitor<'de> for Content<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64, or a list of it")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        Ok((self.take)(&mut base64::read::DecoderReader::new(text.as_bytes(), &BASE64_STANDARD)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut pieces: A) -> Result<T, A::Error> {
        let mut reader = Pieces { next: &mut pieces, piece: Zeroizing::default(), at: 0, failed: None };
        let taken = (self.take)(&mut reader);
        if let Some(error) = reader.failed {
            return Err(error);
        }
        // What was not read (of a document that is too large) is passed over.
        while pieces.next_element::<IgnoredAny>()?.is_some() {}
        Ok(taken)
    }
}

/// Reads the pieces as they come.
struct Pieces<'a, 'de, A: SeqAccess<'de>> {
    next: &'a mut A,
    piece: Zeroizing<Vec<u8>>,
    at: usize,
    failed: Option<A::Error>,
}

impl<'de, A: SeqAccess<'de>> Pieces<'_, 'de, A> {
    fn advance(&mut self) -> io::Result<bool> {
        let text = match self.next.next_element::<String>() {
            Ok(Some(text)) => Zeroizing::new(text),
            Ok(None) => return Ok(false),
            Err(error) => {
                self.failed = Some(error);
                return Err(io::ErrorKind::InvalidData.into());
            }
        };
        let decoded = BASE64_STANDARD.decode(text.as_bytes());
        self.piece = Zeroizing::new(decoded.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?);
        self.at = 0;
        Ok(true)
    }
}

impl<'de, A: SeqAccess<'de>> Read for Pieces<'_, 'de, A> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        while self.at == self.piece.len() {
            if !self.advance()? {
                return Ok(0);
            }
        }
        let len = to.len().min(self.piece.len() - self.at);
        to[..len].copy_from_slice(&self.piece[self.at..self.at + len]);
        self.at += len;
        Ok(len)
    }
}

/// An error for a document without content.
pub(super) fn absent<E: serde::de::Error>() -> E {
    E::missing_field("content")
}

/// Passes bytes through, but no JSON text longer than a document can be: the parser would hold it in memory.
pub(super) struct Bounded<R> {
    pub(super) from: R,
    in_text: bool,
    escaped: bool,
    text_len: usize,
}

/// Longest JSON text, in bytes: 50,000,000 bytes of a document as base64.
const MAX_TEXT_LEN_BYTES: usize = 50_000_000 / 3 * 4 + 8;

impl<R: Read> Bounded<R> {
    pub(super) fn new(from: R) -> Self {
        Self { from, in_text: false, escaped: false, text_len: 0 }
    }

    /// Follows the texts through the next bytes; false where one is too long.
    fn follow(&mut self, bytes: &[u8]) -> bool {
        for byte in bytes {
            match (self.in_text, self.escaped, byte) {
                (true, true, _) => self.escaped = false,
                (true, false, b'\\') => self.escaped = true,
                (_, false, b'"') => {
                    self.in_text = !self.in_text;
                    self.text_len = 0;
                }
                _ => {}
            }
            self.text_len += 1;
            if self.in_text && self.text_len > MAX_TEXT_LEN_BYTES {
                return false;
            }
        }
        true
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let len = self.from.read(to)?;
        if self.follow(&to[..len]) { Ok(len) } else { Err(io::ErrorKind::FileTooLarge.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Result<Vec<u8>, io::ErrorKind>, serde_json::Error> {
        let mut take = |from: &mut dyn Read| {
            let mut bytes = Vec::new();
            from.read_to_end(&mut bytes).map(|_| bytes).map_err(|error| error.kind())
        };
        Content { take: &mut take }.deserialize(&mut serde_json::Deserializer::from_reader(json.as_bytes()))
    }

    #[test]
    fn content_is_one_text_or_pieces() {
        let check = |json: &str, expected: &[u8]| assert_eq!(read(json).unwrap().unwrap(), expected, "{json}");
        check(r#""aGVsbG8=""#, b"hello");
        check(r#"["aGVs","bG8="]"#, b"hello");
        check(r#"["","aGVsbG8="]"#, b"hello");
        check("[]", b"");
        check(r#""""#, b"");
    }

    #[test]
    fn what_is_no_base64_is_told_to_the_reader_and_what_is_no_json_ends_everything() {
        assert!(read(r#""a GVs""#).unwrap().is_err());
        assert!(read(r#"["aGVs","!!"]"#).unwrap().is_err());
        assert!(read(r#"["aGVs", 5]"#).is_err());
        assert!(read(r#"["aGVs""#).is_err());
        assert!(read("7").is_err());
    }

    #[test]
    fn no_text_is_longer_than_a_document() {
        let check = |len: usize, expected: bool| {
            let json = io::Cursor::new(b"[\"\\\"".to_vec()).chain(io::repeat(b'A').take(len as u64)).chain(&b"\"]"[..]);
            assert_eq!(io::copy(&mut Bounded::new(json), &mut io::sink()).is_ok(), expected, "{len}");
        };
        check(1000, true);
        check(MAX_TEXT_LEN_BYTES - 10, true);
        check(MAX_TEXT_LEN_BYTES, false);
    }
}
