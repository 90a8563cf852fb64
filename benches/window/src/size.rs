//! How large the page is.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use flate2::{Compression, write::GzEncoder};

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
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(&fs::read(&path)?)?;
                sum += encoder.finish()?.len() as u64;
            }
        }
    }
    Ok(sum)
}
