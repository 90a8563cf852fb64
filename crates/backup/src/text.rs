//! Backups that something took for text on their way.

use std::io::{self, BufRead as _, BufReader, Read};

use crate::{ReadError, read::MAGIC};

/// Among random bytes, one pair in so many is a CR before an LF.
const PAIRS_PER_LINE_END: u64 = 65_536;

/// How many times fewer line ends of two bytes than usual tell that something shortened them. Some are left then: where
/// two CRs stood before an LF.
const TELLING: u64 = 8;

/// A shorter file tells nothing: of this length one in 3,000 has no line end of two bytes by chance.
const TELLING_LEN_BYTES: u64 = TELLING * PAIRS_PER_LINE_END;

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
    let (mut len, mut lines, mut long_ends, mut previous) = (0_u64, 0_u64, 0_u64, 0);
    loop {
        let bytes = file.fill_buf()?;
        if bytes.is_empty() {
            // Zeros in place of what a disk has lost have no line ends either.
            let are_few = long_ends * TELLING < len / PAIRS_PER_LINE_END;
            return Ok(len >= TELLING_LEN_BYTES && lines > len / 512 && are_few);
        }
        for byte in bytes {
            if *byte == b'\n' {
                lines += 1;
                long_ends += u64::from(previous == b'\r');
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
    fn a_line_end_or_two_that_is_left_does_not_hide_what_happened() {
        const MIB: usize = 1024 * 1024;
        let noise = |long_ends: usize, len: usize| {
            let mut bytes: Vec<u8> = b"0123456\n".iter().copied().cycle().take(len).collect();
            for at in 0..long_ends {
                bytes[at * 8 + 6] = b'\r';
            }
            lost_its_carriage_returns(bytes.as_slice()).unwrap()
        };
        assert!(noise(0, MIB) && noise(1, MIB));
        assert!(!noise(2, MIB) && !noise(16, MIB));
        assert!(noise(0, MIB / 2) && !noise(1, MIB / 2), "of a shorter file, any line end says that nothing was lost");
        assert!(!noise(0, MIB / 4), "too short to tell");
        assert!(!lost_its_carriage_returns(vec![0; MIB].as_slice()).unwrap(), "zeros have no line ends either");
    }

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
