//! The package for Fedora and its kin, by `rpmbuild`, which works out by itself what it depends on.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::contents::{HOMEPAGE, MAINTAINER, NAME, source_text};
use super::programs::Profile;
use super::release::Release;
use super::staging::{self, PackagedFile};
use crate::command::{program, run};

/// Writes the package and gives its place.
pub(crate) fn make(out: &Path, release: &Release, files: &[PackagedFile], profile: Profile) -> Result<PathBuf> {
    let (staged, work) = (out.join("rpm"), out.join("rpmbuild"));
    staging::write(&staged, files, release.epoch())?;
    fs::create_dir_all(&work).with_context(|| format!("making {}", work.display()))?;
    let spec = work.join(format!("{NAME}.spec"));
    fs::write(&spec, self::spec(release, files)?).with_context(|| format!("writing {}", spec.display()))?;
    let mut build = program("rpmbuild", ["-bb", "--quiet"]);
    for (name, value) in [
        ("_topdir", work.display().to_string()),
        ("_rpmdir", out.display().to_string()),
        ("_rpmfilename", file_name(release)),
        ("_binary_payload", profile.rpm_compression().to_owned()),
        ("staged", staged.display().to_string()),
        // Nothing of this machine and of this moment.
        ("_buildhost", "localhost".to_owned()),
        ("use_source_date_epoch_as_buildtime", "1".to_owned()),
        ("clamp_mtime_to_source_date_epoch", "1".to_owned()),
        // The programs are as they should be; its own stripping would need other tools.
        ("__os_install_post", "%{nil}".to_owned()),
        ("debug_package", "%{nil}".to_owned()),
        ("_build_id_links", "none".to_owned()),
    ] {
        build.arg("--define").arg(format!("{name} {value}"));
    }
    build.arg(&spec).env("SOURCE_DATE_EPOCH", release.epoch().to_string());
    run(build)?;
    Ok(out.join(file_name(release)))
}

fn file_name(release: &Release) -> String {
    format!("{NAME}-{}.{}.rpm", release.full_version(), std::env::consts::ARCH)
}

fn spec(release: &Release, files: &[PackagedFile]) -> Result<String> {
    let description = source_text("packaging/description.txt")?;
    let (synopsis, text) = description.split_once('\n').context("the description has one line only")?;
    let list = files.iter().map(|file| {
        let mark = match &file.path {
            path if path.contains("/man/") || path.contains("/doc/") => "%doc ",
            path if path.contains("/licenses/") => "%license ",
            _ => "",
        };
        format!("{mark}\"/{}\"", file.path)
    });
    Ok(format!(
        "Name: {NAME}\nVersion: {}\nRelease: {}\nSummary: {synopsis}\nLicense: MIT OR Apache-2.0\nURL: {HOMEPAGE}\n\
         Requires: libdbus-1.so.3()(64bit)\nRecommends: xdg-desktop-portal-gtk\n\n%description\n{}\n\n%install\ncp -a \
         %{{staged}}/. %{{buildroot}}/\n\n%files\n%defattr(-,root,root)\n{}\n\n%changelog\n* {} {MAINTAINER} - {}\n- \
         What has changed is in CHANGELOG.md.\n",
        release.version,
        Release::revision(),
        text.trim(),
        list.collect::<Vec<_>>().join("\n"),
        release.rpm_date(),
        release.full_version(),
    ))
}
