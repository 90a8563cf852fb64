//! Backups that something took for text on their way.

use std::io::{self, BufRead as _, BufReader, Read};

use crate::{ReadError, read::MAGIC};

/// A file of so many bytes at least has a CR before an LF somewhere: of random bytes each 65,536th pair is one, and
/// one file in 3,000 of this length has none.
const TELLING_LEN_BYTES: u64 = 8 * 65_536;

/// Whether the first bytes of a file are those of an age file whose line ends or characters were changed; then, whether
/// its line ends became longer.
pub(crate) fn is_rewritten(start: &[u8]) -> Option<bool> {
    let rest = |start: &[u8]| start.strip_prefix(MAGIC).map(<[u8]>::to_vec);
    if rest(start).is_some_and(|rest| rest.starts_with(b"v1\r")) {
        return Some(true);
    }
    let is_utf8 = start.strip_prefix(b"\xef\xbb\xbf").is_some_and(|rest| MAGIC.starts_with(rest));
    let wide = |start: &[u8], at: usize| start.iter().skip(at).step_by(2).copied().collect::<Vec<u8>>();
    let is_wide = |mark: &[u8], at: usize| {
        start.strip_prefix(mark).is_some_and(|rest| rest.len() >= 8 && MAGIC.starts_with(&wide(rest, at)))
    };
    (is_utf8 || is_wide(b"\xff\xfe", 0) || is_wide(b"\xfe\xff", 1)).then_some(false)
}

/// What is wrong with a backup that did not open, once more: where all line ends in it are short, as of a transfer that
/// makes them so, that is why. `file` is all of it, from its beginning.
pub fn explain(error: ReadError, file: impl Read) -> ReadError {
    let may_be_that = matches!(error, ReadError::Damaged { .. } | ReadError::Truncated { .. });
    if may_be_that && lost_its_carriage_returns(file).unwrap_or(false) {
        ReadError::TakenForText { line_ends_added: false }
    } else {
        error
    }
}

fn lost_its_carriage_returns(file: impl Read) -> io::Result<bool> {
    let mut file = BufReader::with_capacity(64 * 1024, file);
    let (mut len, mut lines, mut previous) = (0_u64, 0_u64, 0);
    loop {
        let bytes = file.fill_buf()?;
        if bytes.is_empty() {
            // Zeros in place of what a disk has lost have no line ends either.
            return Ok(len >= TELLING_LEN_BYTES && lines > len / 512);
        }
        for byte in bytes {
            if *byte == b'\n' {
                if previous == b'\r' {
                    return Ok(false);
                }
                lines += 1;
            }
            previous = *byte;
        }
        len += bytes.len() as u64;
        let used = bytes.len();
        file.consume(used);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_the_first_line_is_recognised() {
        let check = |start: &[u8], expected: Option<bool>| {
            assert_eq!(is_rewritten(start), expected, "{}", start.escape_ascii());
        };
        check(b"age-encryption.org/v1\n", None);
        check(b"age-encryption.org/v2\n", None);
        check(b"age-encryption.org/v1\r", Some(true));
        check(b"\xef\xbb\xbfage-encryption.org", Some(false));
        check(b"\xff\xfea\0g\0e\0-\0e\0n\0c\0r\0y\0p\0", Some(false));
        check(b"\xfe\xff\0a\0g\0e\0-\0e\0n\0c\0r\0y\0p", Some(false));
        check(b"\xef\xbb\xbfanother text or so", None);
        check(b"\xff\xfeb\0o\0o\0k\0s\0 \0", None);
        check(b"%PDF-1.7 something", None);
        check(b"", None);
    }
}
