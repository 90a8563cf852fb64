//! The page in `ui/`: its packages, its checks and its build.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::command::{exists, output, program, root, run, target};

/// The oldest Node.js that the page's tools run on; `engines` in `ui/package.json` says the same.
const NODE_AT_LEAST: (u32, u32) = (20, 19);

/// Installs the page's packages where the lock file is newer than what is installed.
pub(crate) fn packages() -> Result<()> {
    check_node()?;
    let lock =
        modified(&ui().join("package-lock.json")).context("ui/package-lock.json is missing from the repository")?;
    let installed = modified(&ui().join("node_modules/.package-lock.json"));
    if installed.is_some_and(|installed| installed >= lock) {
        return Ok(());
    }
    println!("Installing the page's npm packages");
    run(npm(["ci", "--no-audit", "--no-fund"]))
}

/// Builds the page where its sources changed since the last build here.
pub(crate) fn build() -> Result<()> {
    packages()?;
    let stamp = target().join("xtask/ui.stamp");
    let sources = digest_of_sources()?;
    let is_fresh =
        ui().join("dist/index.html").is_file() && fs::read_to_string(&stamp).is_ok_and(|built| built == sources);
    if is_fresh {
        return Ok(());
    }
    println!("Building the page");
    run(script("build"))?;
    fs::create_dir_all(target().join("xtask")).context("making target/xtask")?;
    // Digested again: the build may have written files that belong to the sources.
    fs::write(&stamp, digest_of_sources()?).context("writing the page's build stamp")
}

/// One of the scripts in `ui/package.json`.
pub(crate) fn script(name: &str) -> Command {
    npm(["run", name])
}

fn npm<const N: usize>(arguments: [&str; N]) -> Command {
    let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = program(name, arguments);
    // Tools that would watch files or draw on a terminal run once and plainly instead.
    command.current_dir(ui()).env("CI", "true");
    command
}

fn ui() -> PathBuf {
    root().join("ui")
}

/// The messages, which are built into the page.
fn locales() -> PathBuf {
    root().join("assets/locales")
}

fn check_node() -> Result<()> {
    let (major, minor) = NODE_AT_LEAST;
    let needed = format!("Node.js {major}.{minor} or newer with npm is needed to build the page");
    if !exists("node") || !(exists("npm") || cfg!(windows)) {
        bail!("{needed}; please install it");
    }
    let version = output(program("node", ["--version"])).unwrap_or_default();
    if node_version(&version).is_none_or(|found| found < NODE_AT_LEAST) {
        bail!("{needed}; this is {version}");
    }
    Ok(())
}

fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim_start_matches('v').split('.');
    let mut next = || numbers.next()?.parse().ok();
    Some((next()?, next()?))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// A digest of names and contents. Times would lie: a fresh clone makes every file new.
fn digest_of_sources() -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in sources()? {
        path.hash(&mut hasher);
        fs::read(&path).with_context(|| format!("reading {}", path.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn sources() -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![ui(), locales()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name();
            let is_made = ["node_modules", "dist", ".svelte-kit", "coverage"].iter().any(|made| name == *made);
            if is_made {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                found.insert(entry.path());
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_message_makes_the_page_stale() {
        let sources = sources().unwrap();
        assert!(sources.contains(&locales().join("en/notices.ftl")));
        assert!(sources.contains(&ui().join("src/main.ts")));
    }

    #[test]
    fn node_versions_are_read() {
        assert_eq!(node_version("v20.20.2"), Some((20, 20)));
        assert_eq!(node_version(""), None);
        assert_eq!(node_version("v20"), None);
    }
}
