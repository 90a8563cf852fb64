//! How large the page is.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use brotli::enc::BrotliEncoderParams;

/// That of Tauri, which compresses the page in the program.
const QUALITY: i32 = 9;

/// The bytes of the page's scripts, styles and words (one language is built into the scripts), each compressed.
pub(crate) fn compressed(page: &Path) -> Result<u64> {
    let mut sum = 0;
    let mut folders = vec![page.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| ["js", "css", "ftl"].iter().any(|counted| ending == *counted))
            {
                let mut compressed = Vec::new();
                let options = BrotliEncoderParams { quality: QUALITY, ..BrotliEncoderParams::default() };
                brotli::BrotliCompress(&mut fs::read(&path)?.as_slice(), &mut compressed, &options)?;
                sum += compressed.len() as u64;
            }
        }
    }
    Ok(sum)
}
