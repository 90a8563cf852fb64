//! The package for Debian and its kin. `dpkg-deb` writes it, and `dpkg-shlibdeps` works out what it depends on.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::contents::{HOMEPAGE, MAINTAINER, NAME, source_text};
use super::programs::{Profile, Programs};
use super::release::Release;
use super::staging::{self, PackagedFile};
use crate::command::{output, program, run};

/// Loaded while the program runs, where `dpkg-shlibdeps` cannot see it: the library that asks the desktop for file dialogs.
const LOADED_AT_RUN_TIME: &str = "libdbus-1-3";
/// What the wallet does less well without, but does without.
const RECOMMENDS: &str =
    "gnome-keyring | org.freedesktop.secrets, xdg-desktop-portal-gtk | xdg-desktop-portal-backend | zenity";

/// Writes the package and gives its place.
pub(crate) fn make(
    out: &Path,
    release: &Release,
    files: &[PackagedFile],
    depends: &str,
    profile: Profile,
) -> Result<PathBuf> {
    let staged = out.join("deb");
    staging::write(&staged, files, release.epoch())?;
    let control = [
        PackagedFile::text("DEBIAN/control", control(release, files, depends)?),
        PackagedFile::text("DEBIAN/md5sums", md5sums(&staged, files)?),
    ];
    for file in control {
        let path = staged.join(&file.path);
        fs::create_dir_all(staged.join("DEBIAN"))?;
        fs::write(&path, &file.bytes).with_context(|| format!("writing {}", path.display()))?;
    }
    staging::settle(&staged, release.epoch()).context("setting the times of the package's files")?;
    let deb = out.join(format!("{NAME}_{}_{}.deb", release.full_version(), architecture()?));
    let mut build = program("dpkg-deb", ["--root-owner-group"]);
    build
        .args(profile.deb_compression())
        .arg("--build")
        .arg(&staged)
        .arg(&deb)
        .env("SOURCE_DATE_EPOCH", release.epoch().to_string());
    build.stdout(std::process::Stdio::null());
    run(build)?;
    Ok(deb)
}

/// The packages that the programs need, worked out from the libraries that they are linked with.
pub(crate) fn dependencies(out: &Path, programs: &Programs) -> Result<String> {
    // The tool reads the name of a package from a source folder, and wants nothing else from it.
    let source = out.join("shlibdeps");
    fs::create_dir_all(source.join("debian")).with_context(|| format!("making {}", source.display()))?;
    fs::write(source.join("debian/control"), format!("Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n"))?;
    let mut command = program("dpkg-shlibdeps", ["-O"]);
    command.arg(&programs.idw).arg(&programs.desktop).current_dir(&source);
    let Some(found) = output(command) else {
        bail!("dpkg-shlibdeps does not find the packages of the libraries that the programs are linked with");
    };
    let Some(found) = found.strip_prefix("shlibs:Depends=") else { bail!("dpkg-shlibdeps said: {found}") };
    let mut all: BTreeSet<&str> = found.split(", ").collect();
    if !all.iter().any(|package| package.starts_with(LOADED_AT_RUN_TIME)) {
        all.insert(LOADED_AT_RUN_TIME);
    }
    Ok(all.into_iter().collect::<Vec<_>>().join(", "))
}

fn control(release: &Release, files: &[PackagedFile], depends: &str) -> Result<String> {
    let description = source_text("packaging/description.txt")?;
    let (synopsis, text) = description.split_once('\n').context("the description has one line only")?;
    let lines = text.trim().lines().map(|line| if line.is_empty() { " .".to_owned() } else { format!(" {line}") });
    let text = lines.collect::<Vec<_>>().join("\n");
    Ok(format!(
        "Package: {NAME}\nVersion: {}\nArchitecture: {}\nMaintainer: {MAINTAINER}\nInstalled-Size: {}\nDepends: \
         {depends}\nRecommends: {RECOMMENDS}\nSection: utils\nPriority: optional\nHomepage: {HOMEPAGE}\nDescription: \
         {synopsis}\n{text}\n",
        release.full_version(),
        architecture()?,
        installed_kilobytes(files),
    ))
}

/// As the policy has it: each file takes whole KiB, and each folder one.
fn installed_kilobytes(files: &[PackagedFile]) -> usize {
    let folders: BTreeSet<&Path> = files.iter().flat_map(|file| Path::new(&file.path).ancestors().skip(1)).collect();
    files.iter().map(|file| file.bytes.len().div_ceil(1024)).sum::<usize>() + folders.len()
}

fn md5sums(staged: &Path, files: &[PackagedFile]) -> Result<String> {
    let mut command = program("md5sum", files.iter().map(|file| &file.path));
    command.current_dir(staged);
    output(command).map(|sums| sums + "\n").context("md5sum failed")
}

/// What Debian calls this machine's kind.
pub(crate) fn architecture() -> Result<&'static str> {
    match std::env::consts::ARCH {
        "x86_64" => Ok("amd64"),
        "aarch64" => Ok("arm64"),
        other => bail!("no package is made for {other}"),
    }
}
