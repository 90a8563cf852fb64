//! Where a PDF begins and ends, and what stands around it. Viewers open files that keep these rules loosely, so they are
//! taken here too; what is odd about them is told.

use crate::MediaType;
use crate::error::DocumentError;
use crate::foreign::{hidden_in, without_padding};

const TRUNCATED: DocumentError = DocumentError::Truncated { media_type: MediaType::Pdf };

/// How far into a file viewers look for its header (ISO 32000-1, implementation note 13 to 7.5.2).
const HEADER_SEARCH_BYTES: usize = 1_024;

const HEADER: &[u8] = b"%PDF-";
const END: &[u8] = b"%%EOF";
const START_OF_TABLE: &[u8] = b"startxref";

/// A PDF between what stands before and after it.
pub(crate) struct Frame<'a> {
    /// What stands before the header.
    pub(crate) before: &'a [u8],
    /// What stands after the last end marker.
    pub(crate) after: &'a [u8],
    /// Whether the end marker is there.
    pub(crate) has_end: bool,
}

/// Where the header is: not always at the very beginning.
pub(crate) fn header_at(head: &[u8]) -> Option<usize> {
    let head = &head[..head.len().min(HEADER_SEARCH_BYTES + HEADER.len() + 1)];
    let is_header = |at: &usize| head.get(at + HEADER.len()).is_some_and(u8::is_ascii_digit);
    positions(head, HEADER).find(is_header)
}

/// Finds the beginning and the end.
///
/// Without an end marker, a file counts as whole if it goes as far as the number in front of it, which is the last thing
/// that is written.
///
/// # Errors
///
/// [`DocumentError::Truncated`] if the file stops before its end, or goes on as a PDF after it.
pub(crate) fn frame(bytes: &[u8]) -> Result<Frame<'_>, DocumentError> {
    let start = header_at(bytes).ok_or(DocumentError::Damaged { media_type: MediaType::Pdf })?;
    let end = positions(bytes, END).last();
    let (has_end, after) = match end {
        Some(at) => (true, &bytes[at + END.len()..]),
        None => (false, after_last_table_start(bytes, start).ok_or(TRUNCATED)?),
    };
    // What hides after the end is to be named, not called a cut.
    let is_hidden = hidden_in(&[], after, []).is_some();
    if !is_hidden && (goes_on(after) || is_cut_first_page_first(bytes, start)) {
        return Err(TRUNCATED);
    }
    Ok(Frame { before: &bytes[..start], after, has_end })
}

impl Frame<'_> {
    /// Whether more than padding stands before the header. A byte order mark counts.
    pub(crate) fn has_stray_start(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether more than padding stands after the end.
    pub(crate) fn has_stray_end(&self) -> bool {
        let after = without_padding(self.after);
        // The marker itself may be cut.
        !(after.is_empty() || after.len() < END.len() && END.starts_with(after))
    }
}

/// Whether the file holds earlier versions of the document: each time that a program saves by appending, it writes
/// another table of objects and where that begins (ISO 32000-1, 7.5.6), and what was changed stays where it was.
pub(crate) fn has_earlier_versions(bytes: &[u8]) -> bool {
    let start = header_at(bytes).unwrap_or(0);
    if announced_len(bytes, start).is_some_and(|len| without_padding(&bytes[start..]).len() <= len) {
        // Made to show its first page first: that has two tables of the same version.
        return false;
    }
    let mut tables: Vec<_> = positions(bytes, START_OF_TABLE)
        .filter_map(|at| number(&bytes[at + START_OF_TABLE.len()..]))
        .filter(|(table, _)| is_table(bytes, start, *table))
        .map(|(table, _)| table)
        .collect();
    tables.sort_unstable();
    tables.dedup();
    tables.len() > 1
}

/// What follows the last mention of a table of objects that is really there.
fn after_last_table_start(bytes: &[u8], start: usize) -> Option<&[u8]> {
    let at = positions(bytes, START_OF_TABLE).last()? + START_OF_TABLE.len();
    let (table, rest) = number(&bytes[at..])?;
    is_table(bytes, start, table).then_some(rest)
}

/// Whether a table of objects stands there: `xref`, or the beginning of a stream's object. Some programs count from the
/// header, others from the beginning of the file.
fn is_table(bytes: &[u8], start: usize, at: usize) -> bool {
    [at, at.saturating_add(start)].into_iter().any(|at| {
        let there = bytes.get(at..).unwrap_or_default().trim_ascii_start();
        let is_object = || {
            let (_, rest) = number(there)?;
            let (_, rest) = number(rest)?;
            rest.trim_ascii_start().starts_with(b"obj").then_some(())
        };
        at > 0 && (there.starts_with(b"xref") || is_object().is_some())
    })
}

/// Whether what stands after an end marker is the rest of a PDF: then the last end marker is missing.
fn goes_on(after: &[u8]) -> bool {
    [b"endobj".as_slice(), b"endstream", b" obj", START_OF_TABLE]
        .iter()
        .any(|part| positions(after, part).next().is_some())
}

/// Whether a file that was made to show its first page first is shorter than it says.
fn is_cut_first_page_first(bytes: &[u8], start: usize) -> bool {
    announced_len(bytes, start).is_some_and(|len| bytes.len() - start < len)
}

/// The length that such a file says it has (ISO 32000-1, annex F.3.3).
fn announced_len(bytes: &[u8], start: usize) -> Option<usize> {
    let head = &bytes[start..bytes.len().min(start + HEADER_SEARCH_BYTES)];
    let at = positions(head, b"/Linearized").next()?;
    let dictionary = &head[at..];
    let dictionary = &dictionary[..positions(dictionary, b">>").next()?];
    let lengths = positions(dictionary, b"/L").filter_map(|at| number(&dictionary[at + 2..]));
    lengths.map(|(len, _)| len).next()
}

/// The number at the beginning, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let bytes = bytes.trim_ascii_start();
    let len = bytes.iter().take(18).take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = bytes.split_at(len);
    Some((std::str::from_utf8(digits).ok()?.parse().ok()?, rest))
}

/// Where `wanted` stands in `bytes`.
pub(super) fn positions<'a>(bytes: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let first = wanted[0];
    let starts = bytes.iter().enumerate().filter(move |(_, byte)| **byte == first).map(|(at, _)| at);
    starts.filter(move |at| bytes[*at..].starts_with(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer<</Root 1 0 R>>\nstartxref\n29\n";

    #[test]
    fn a_header_is_found_where_viewers_look() {
        assert_eq!(header_at(b"%PDF-1.4"), Some(0));
        assert_eq!(header_at(b"\xef\xbb\xbf%PDF-1.4"), Some(3));
        assert_eq!(header_at(b"%PDF-x %PDF-1.4"), Some(7));
        assert_eq!(header_at(&[&[b' '; 1_024][..], b"%PDF-1.4"].concat()), Some(1_024));
        assert_eq!(header_at(&[&[b' '; 1_025][..], b"%PDF-1.4"].concat()), None);
    }

    #[test]
    fn an_end_is_one_without_its_marker_too() {
        let check = |after: &str, is_whole: bool, has_end: bool, is_stray: bool| {
            let file = format!("{TABLE}{after}").into_bytes();
            let found = frame(&file);
            assert_eq!(found.is_ok(), is_whole, "{after:?}");
            if let Ok(found) = found {
                assert_eq!((found.has_end, found.has_stray_end()), (has_end, is_stray), "{after:?}");
            }
        };
        check("%%EOF", true, true, false);
        check("%%EOF\r\n\0\0", true, true, false);
        check("", true, false, false);
        check("%%EO", true, false, false);
        check("%%EOF\nSent by the example mailer", true, true, true);
        check(&format!("%%EOF\n{}", "x".repeat(5_000)), true, true, true);
        check("%%EOF\n2 0 obj\n<</Length 9", false, false, false);
        assert!(frame(&TABLE.as_bytes()[..TABLE.len() - 2]).is_err(), "the number is cut");
        assert!(frame(b"%PDF-1.4\n").is_err());
    }

    #[test]
    fn saving_by_appending_leaves_earlier_versions() {
        let once = format!("{TABLE}%%EOF\n");
        assert!(!has_earlier_versions(once.as_bytes()));
        let twice = format!("{once}2 0 obj\n<<>>\nendobj\nxref\nstartxref\n{}\n%%EOF\n", once.len() + 20);
        assert!(has_earlier_versions(twice.as_bytes()), "{twice}");
        let page_first = twice.replacen("<<>>", "<</Linearized 1/L 900>>", 1);
        assert!(!has_earlier_versions(page_first.as_bytes()));
        assert!(frame(page_first.as_bytes()).is_err(), "it says that it is longer");
    }
}
