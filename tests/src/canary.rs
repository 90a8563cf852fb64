//! Searching folders for plaintext that must not be there, in any of the spellings it could have.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};

/// Something that must not be found.
pub struct Canary {
    what: String,
    spellings: Vec<(&'static str, Vec<u8>)>,
}

/// A canary that was found.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which canary.
    pub what: String,
    /// How it was spelt.
    pub spelling: &'static str,
    /// In which file, or in the name of which file.
    pub place: PathBuf,
}

/// Below this many bytes a spelling turns up by chance.
const LEAST_LEN_BYTES: usize = 6;

impl Canary {
    /// A text: as it is, in base64 at each of the three alignments, in hex, and in UTF-16.
    pub fn text(what: &str, text: &str) -> Self {
        let mut canary = Self::bytes(what, text.as_bytes());
        let wide = |to_bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to_bytes).collect();
        canary.spellings.extend([("UTF-16LE", wide(u16::to_le_bytes)), ("UTF-16BE", wide(u16::to_be_bytes))]);
        canary
    }

    /// Bytes: as they are, in base64 and in hex.
    pub fn bytes(what: &str, bytes: &[u8]) -> Self {
        assert!(bytes.len() >= LEAST_LEN_BYTES, "the canary {what} is so short that it would be found by chance");
        let mut spellings = vec![
            ("plain", bytes.to_vec()),
            ("hex", hex::encode(bytes).into_bytes()),
            ("upper-case hex", hex::encode_upper(bytes).into_bytes()),
        ];
        for alignment in 0..3 {
            for text in base64_inner(bytes, alignment) {
                spellings.push(("base64", text.into_bytes()));
            }
        }
        Self { what: what.to_owned(), spellings }
    }

    fn find_in(&self, haystack: &[u8], place: &Path, findings: &mut Vec<Finding>) {
        for (spelling, needle) in &self.spellings {
            if contains(haystack, needle) {
                findings.push(Finding { what: self.what.clone(), spelling, place: place.to_path_buf() });
            }
        }
    }
}

/// Every canary in every file below `folder`, names of files and folders included.
pub fn search(folder: &Path, canaries: &[Canary]) -> (usize, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut files = 0;
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the test reads its own folders").flatten() {
            let path = entry.path();
            let name = entry.file_name();
            let content = if path.is_dir() {
                folders.push(path.clone());
                Vec::new()
            } else {
                files += 1;
                // A socket or the like has no content.
                fs::read(&path).unwrap_or_default()
            };
            for canary in canaries {
                canary.find_in(name.as_encoded_bytes(), &path, &mut findings);
                canary.find_in(&content, &path, &mut findings);
            }
        }
    }
    (files, findings)
}

/// The characters of the base64 text that depend on `bytes` alone, when `alignment` bytes stand before.
fn base64_inner(bytes: &[u8], alignment: usize) -> [String; 2] {
    let mut padded = vec![0; alignment];
    padded.extend_from_slice(bytes);
    let from = (alignment * 8).div_ceil(6);
    let to = padded.len() * 8 / 6;
    [
        BASE64_STANDARD_NO_PAD.encode(&padded)[from..to].to_owned(),
        BASE64_URL_SAFE_NO_PAD.encode(&padded)[from..to].to_owned(),
    ]
}

/// Whether `needle` is somewhere in `haystack`.
pub fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    let Some((first, rest)) = needle.split_first() else {
        return false;
    };
    let mut from = 0;
    while let Some(at) = haystack[from..].iter().position(|byte| byte == first) {
        let after = from + at + 1;
        if haystack[after..].starts_with(rest) {
            return true;
        }
        from = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use base64::prelude::BASE64_STANDARD;

    use super::*;

    const TEXT: &str = "correct horse?>>>~~";

    fn spellings_found(content: &[u8]) -> Vec<&'static str> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("file"), content).expect("written");
        let (files, findings) = search(folder.path(), &[Canary::text("it", TEXT)]);
        assert_eq!(files, 1);
        findings.into_iter().map(|finding| finding.spelling).collect()
    }

    #[test]
    fn every_spelling_is_found() {
        let check = |content: &[u8], expected: &str| {
            assert!(spellings_found(content).contains(&expected), "{expected} was not found");
        };
        check(format!("before {TEXT} after").as_bytes(), "plain");
        check(hex::encode(TEXT).as_bytes(), "hex");
        check(hex::encode_upper(TEXT).as_bytes(), "upper-case hex");
        for before in ["", "a", "ab", "abc"] {
            let text = format!("{before}{TEXT}{before}");
            check(BASE64_STANDARD.encode(&text).as_bytes(), "base64");
            check(BASE64_URL_SAFE_NO_PAD.encode(&text).as_bytes(), "base64");
        }
        let wide: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "UTF-16LE");
        let wide: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&wide, "UTF-16BE");
    }

    #[test]
    fn names_are_searched_too() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("of-Wonderland-Ltd")).expect("made");
        let (_, findings) = search(folder.path(), &[Canary::text("name", "Wonderland")]);
        assert_eq!(findings.len(), 1);
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        assert_eq!(spellings_found(b"something else entirely"), Vec::<&str>::new());
    }
}
