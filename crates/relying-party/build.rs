//! Lists the attribute schemas of `assets/schemas` so that the library can embed them: the folder is the
//! one place that says which attributes exist.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let folder = manifest.join("../../assets/schemas");
    println!("cargo:rerun-if-changed={}", folder.display());

    let mut files = Vec::new();
    collect(&folder, "", &mut files)?;
    files.sort();

    let mut source = String::from("&[\n");
    for (name, path) in files {
        writeln!(source, "    ({name:?}, include_str!({path:?})),").map_err(io::Error::other)?;
    }
    source.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    fs::write(out.join("schemas.rs"), source)
}

/// Adds every `*.json` below `folder` as (path relative to the top with `/`, absolute path).
fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else if entry.path().extension().is_some_and(|extension| extension == "json") {
            files.push((name, entry.path().to_string_lossy().into_owned()));
        }
    }
    Ok(())
}
