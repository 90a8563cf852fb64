//! `cargo xtask package`: the packages for Linux, and the list of what is in them.
//!
//! The same commit gives the same bytes: times are those of the last commit, owners are root, and nothing names this machine.

mod clean_root;
mod contents;
mod deb;
mod installed;
mod licenses;
mod linked;
mod parts;
mod programs;
mod release;
mod rpm;
mod sbom;
mod screen;
mod staging;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use self::contents::Family;
use self::parts::Part;
use self::programs::Unstripped;
pub(crate) use self::programs::{Profile, Programs};
use self::release::Release;
use crate::command::{exists, target};
use crate::system::{self, Purpose};

/// What a run has made.
#[derive(Debug)]
pub(crate) struct Packages {
    /// The package for Debian and its kin.
    pub(crate) deb: PathBuf,
    /// The package for Fedora and its kin, where `rpmbuild` is installed.
    pub(crate) rpm: Option<PathBuf>,
    /// The list of components, CycloneDX JSON.
    pub(crate) sbom: PathBuf,
}

/// Makes the packages and prints where they are.
pub(crate) fn run(profile: Profile) -> Result<()> {
    let packages = make(profile)?;
    let files = [Some(packages.deb), packages.rpm, Some(packages.sbom)];
    for file in files.into_iter().flatten() {
        let bytes = fs::metadata(&file).with_context(|| format!("looking at {}", file.display()))?.len();
        println!("{} ({:.1} MB)", file.display(), megabytes(bytes));
    }
    Ok(())
}

/// Makes the packages, then installs and starts them in a clean system.
pub(crate) fn verify(profile: Profile) -> Result<()> {
    system::install(Purpose::Packages)?;
    installed::verify(&make(profile)?, &target().join("package"))
}

/// Builds the programs and makes the packages of them.
pub(crate) fn make(profile: Profile) -> Result<Packages> {
    if !exists("dpkg-shlibdeps") {
        bail!("packages are made on Debian and its kin, with the package dpkg-dev installed");
    }
    let out = target().join("package");
    let release = Release::of_the_last_commit()?;
    let (Unstripped(unstripped), programs) = programs::build(profile, &out)?;
    let parts = parts::linked()?;
    // Builds for daily work have features, and so crates, that programs of a package do not have.
    if profile == Profile::Release {
        linked::must_be_listed(&[&unstripped.idw, &unstripped.desktop], &parts)?;
    }
    package(&out, &release, &programs, &parts, profile)
}

fn package(out: &Path, release: &Release, programs: &Programs, parts: &[Part], profile: Profile) -> Result<Packages> {
    let licenses = licenses::text(parts)?;
    let files = contents::files(Family::Debian, programs, release, &licenses)?;
    let deb = deb::make(out, release, &files, &deb::dependencies(out, programs)?, profile)?;
    let rpm = if exists("rpmbuild") {
        let files = contents::files(Family::Rpm, programs, release, &licenses)?;
        Some(rpm::make(out, release, &files, profile)?)
    } else {
        println!("rpmbuild is not installed, so there is no package for Fedora and its kin.");
        None
    };
    let sbom = deb.with_extension("cdx.json");
    fs::write(&sbom, sbom::json(release, parts)?).context("writing the list of components")?;
    Ok(Packages { deb, rpm, sbom })
}

#[expect(clippy::cast_precision_loss, reason = "the figure is shown with one decimal place")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
