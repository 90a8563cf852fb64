//! `cargo xtask screens`: a picture of every screen and state, in light and in dark, at several sizes of the window.
//!
//! The journeys through the real window take them, and fail where something is cut off, scrolls sideways or keeps people from
//! using it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::command::{cargo, run};
use crate::stages;
use crate::system::{self, Purpose};
use crate::ui;

/// Below the repository.
const FOLDER: &str = "target/screens";
/// The window as it opens first, on a small notebook, and at its smallest.
const SIZES: [&str; 3] = ["1080x720", "800x600", "640x480"];

/// Takes the pictures, at one size or at all, and writes a page that shows them side by side.
pub(crate) fn run_all(size: Option<&str>) -> Result<()> {
    system::install(Purpose::WindowTests)?;
    ui::build()?;
    run(cargo(["build", "--workspace", "--lib", "--bins", "--tests", "--examples"]))?;
    let mut failed = Vec::new();
    for size in size.map_or(SIZES.to_vec(), |size| vec![size]) {
        let folder = Path::new(FOLDER).join(size);
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("remove {}", folder.display()))?;
        }
        println!("\n── {size}");
        let mut command = stages::window_tests();
        command.env("IDW_SCREENSHOTS", &folder).env("IDW_SCREENSHOT_SIZE", size);
        if let Err(error) = run(command) {
            failed.push(format!("{size}: {error:#}"));
        }
        let pictures = write_page(&folder, size)?;
        println!("{pictures} pictures: {}", folder.join("index.html").display());
    }
    if failed.is_empty() { Ok(()) } else { bail!("{}", failed.join("\n")) }
}

/// Looks at every screen in the pseudo-language: in a small window, and at a zoom of 200 %.
pub(crate) fn in_pseudo_language() -> Result<()> {
    system::install(Purpose::WindowTests)?;
    ui::build()?;
    run(cargo(["build", "--workspace", "--lib", "--bins", "--tests", "--examples"]))?;
    let mut failed = Vec::new();
    for (size, zoom) in [("800x560", "100"), ("1080x720", "200")] {
        println!("\n── {size}, {zoom} %");
        let mut command = stages::window_tests();
        command.env("IDW_PSEUDO", "1").env("IDW_SCREENSHOT_SIZE", size).env("IDW_ZOOM", zoom);
        if let Err(error) = run(command) {
            failed.push(format!("{size}, {zoom} %: {error:#}"));
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("{}", failed.join("\n")) }
}

/// A page with all pictures of a folder; gives how many there are.
fn write_page(folder: &Path, size: &str) -> Result<usize> {
    fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    let mut names: Vec<String> = fs::read_dir(folder)
        .with_context(|| format!("read {}", folder.display()))?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "png"))
        .collect();
    names.sort();
    let mut page = format!("<!doctype html><meta charset=\"utf-8\"><title>{size}</title>\n");
    for name in &names {
        writeln!(page, "<figure><img src=\"{name}\" alt=\"\" width=\"540\"><figcaption>{name}</figcaption></figure>")?;
    }
    let path = folder.join("index.html");
    fs::write(&path, page).with_context(|| format!("write {}", path.display()))?;
    Ok(names.len())
}
