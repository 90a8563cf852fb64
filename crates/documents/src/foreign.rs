//! Files that are two things at once ("polyglots").
//!
//! A picture that is also a web page or an archive passes one program's checks and is run by another. Nothing that a
//! camera, a scanner or an office program writes looks like that, so such files are refused whole, not repaired.
//!
//! Refused: a page's or script's opening tag within the first bytes (where browsers look for one), in a picture's
//! comments or after the document's end; an archive's directory at the end of the file, or an archive, a PDF or a
//! program after the document's end. Not refused: what phones append to pictures (a second picture, a short film); that
//! is reported as metadata and taken off with it.

use crate::{FileKind, MediaType};

/// How far browsers look for a tag when they guess a type (WHATWG MIME Sniffing, §5.2, reads 1,445 bytes).
const TAG_SEARCH_BYTES: usize = 1_445;

/// End-of-central-directory record: 22 bytes and a comment of at most 65,535 (APPNOTE.TXT, 4.3.16).
const ZIP_END_BYTES: usize = 22;
const ZIP_COMMENT_MAX_BYTES: usize = 65_535;

const TAGS: [&[u8]; 8] =
    [b"<html", b"<script", b"<!doctype html", b"<body", b"<iframe", b"<svg ", b"<?php", b"<object "];

/// What else a document holds, from the parts of it where nothing else has a place.
pub(crate) fn hidden_in<'a>(
    bytes: &[u8],
    after_end: &[u8],
    comments: impl IntoIterator<Item = &'a [u8]>,
) -> Option<FileKind> {
    let is_page = opens_a_page(bytes) || has_tag(after_end) || comments.into_iter().any(has_tag);
    if is_page {
        return Some(FileKind::WebPage);
    }
    if ends_as_zip(bytes) {
        return Some(FileKind::Zip);
    }
    hidden_after_end(after_end)
}

/// Whether a browser that guesses would take these first bytes of a file for a page.
pub(crate) fn opens_a_page(head: &[u8]) -> bool {
    has_tag(&head[..head.len().min(TAG_SEARCH_BYTES)])
}

/// Whether `wanted` (in lower case) is in `bytes`, capitals aside.
pub(crate) fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some((first, rest)) = wanted.split_first() else { return true };
    let mut left = bytes;
    while let Some(at) = left.iter().position(|byte| byte.to_ascii_lowercase() == *first) {
        left = &left[at + 1..];
        if left.get(..rest.len()).is_some_and(|next| next.eq_ignore_ascii_case(rest)) {
            return true;
        }
    }
    false
}

/// Bytes without the zeros and spaces at both ends, which programs use to fill up blocks.
pub(crate) fn without_padding(bytes: &[u8]) -> &[u8] {
    let is_padding = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
    let start = bytes.iter().position(|byte| !is_padding(byte)).unwrap_or(bytes.len());
    let end = bytes.iter().rposition(|byte| !is_padding(byte)).map_or(start, |last| last + 1);
    &bytes[start..end]
}

fn has_tag(bytes: &[u8]) -> bool {
    TAGS.iter().any(|tag| contains(bytes, tag))
}

/// A ZIP is read from its end: its last record has to end exactly where the file does.
fn ends_as_zip(bytes: &[u8]) -> bool {
    let start = bytes.len().saturating_sub(ZIP_END_BYTES + ZIP_COMMENT_MAX_BYTES);
    let tail = &bytes[start..];
    tail.windows(ZIP_END_BYTES).enumerate().any(|(at, record)| {
        let comment_len = usize::from(u16::from_le_bytes([record[20], record[21]]));
        record.starts_with(b"PK\x05\x06") && at + ZIP_END_BYTES + comment_len == tail.len()
    })
}

fn hidden_after_end(after_end: &[u8]) -> Option<FileKind> {
    const STARTS: [(&[u8], FileKind); 7] = [
        (b"PK\x03\x04", FileKind::Zip),
        (b"Rar!\x1a\x07", FileKind::Rar),
        (b"7z\xbc\xaf\x27\x1c", FileKind::SevenZip),
        (b"%PDF-", FileKind::Taken(MediaType::Pdf)),
        (b"MZ", FileKind::Program),
        (b"\x7fELF", FileKind::Program),
        (b"#!", FileKind::Program),
    ];
    let after_end = without_padding(after_end);
    STARTS.iter().find(|(start, _)| after_end.starts_with(start)).map(|(_, what)| what.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_named() {
        let check = |bytes: &[u8], after_end: &[u8], comment: &[u8], expected: Option<FileKind>| {
            assert_eq!(hidden_in(bytes, after_end, [comment]), expected, "{bytes:?} {after_end:?} {comment:?}");
        };
        let zip_end = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
        check(b"plain", b"", b"", None);
        check(b"plain", b"\0\0\n", b"", None);
        check(b"xx<HTML>", b"", b"", Some(FileKind::WebPage));
        check(b"plain", b"..<ScRiPt>", b"", Some(FileKind::WebPage));
        check(b"plain", b"", b"<!DOCTYPE html>", Some(FileKind::WebPage));
        check(&[b"plain".as_slice(), &zip_end].concat(), b"", b"", Some(FileKind::Zip));
        check(&[b"plain".as_slice(), &zip_end, b"x"].concat(), b"", b"", None);
        check(b"plain", b"\0\0PK\x03\x04", b"", Some(FileKind::Zip));
        check(b"plain", b"%PDF-1.4", b"", Some(FileKind::Taken(MediaType::Pdf)));
        check(b"plain", b"\xff\xd8\xff\xe1 second picture", b"", None);
    }

    #[test]
    fn padding_is_only_at_the_ends() {
        assert_eq!(without_padding(b"\0 a\0b\n\0"), b"a\0b");
        assert_eq!(without_padding(b"\0\0"), b"");
        assert_eq!(without_padding(b""), b"");
    }
}
