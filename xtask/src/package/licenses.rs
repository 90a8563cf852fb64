//! The licences of the libraries by others, as their terms ask for: named, and with their texts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::parts::{Part, Registry};

/// How names of files begin that tell the terms of a library.
const NAMES: [&str; 6] = ["license", "licence", "copying", "notice", "copyright", "unlicense"];

/// The document: each library with its licence, then each text once, under a number.
pub(crate) fn text(parts: &[Part]) -> Result<String> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut texts: Vec<String> = Vec::new();
    let mut list = String::new();
    for part in parts.iter().filter(|part| part.registry != Registry::Workspace) {
        let mut own = Vec::new();
        for text in texts_in(&part.folder).with_context(|| format!("reading the licence of {}", part.name))? {
            let number = *numbers.entry(text.clone()).or_insert_with(|| {
                texts.push(text);
                texts.len()
            });
            own.push(number.to_string());
        }
        let terms = part.license.as_deref().unwrap_or("see the texts");
        let found = if own.is_empty() { "none in its source".to_owned() } else { own.join(", ") };
        let _ = writeln!(list, "{} {}\n  licence: {terms}\n  texts: {found}", part.name, part.version);
    }
    let mut document = format!(
        "The programs idw and idw-desktop contain these libraries. The numbers are those of the texts below; the text of a\n\
         licence that a library does not bring along is at https://spdx.org/licenses/.\n\n{list}"
    );
    for (at, text) in texts.iter().enumerate() {
        let _ = write!(document, "\n{}\nText {}\n{}\n\n{text}\n", "=".repeat(72), at + 1, "=".repeat(72));
    }
    Ok(document)
}

/// The texts in a library's folder, in the order of the names of their files.
fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if NAMES.iter().any(|begin| name.starts_with(begin)) && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let text = String::from_utf8_lossy(&bytes).replace('\r', "").trim().to_owned();
        if !text.is_empty() {
            texts.push(text);
        }
    }
    Ok(texts)
}
