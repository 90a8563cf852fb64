//! What is in a package, and where.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::{Compression, GzBuilder};

use super::programs::Programs;
use super::release::Release;
use super::staging::PackagedFile;
use crate::command::{output, program, root};

/// The name of the package.
pub(crate) const NAME: &str = "identity-wallet";
/// Who answers for the package.
pub(crate) const MAINTAINER: &str = "The idw contributors <packages@idw.example>";
/// Where the project is at home.
pub(crate) const HOMEPAGE: &str = "https://idw.example/";

/// The icons by their size in pixels.
const ICONS: [(u32, &str); 8] = [
    (16, "16x16.png"),
    (24, "24x24.png"),
    (32, "32x32.png"),
    (48, "48x48.png"),
    (64, "64x64.png"),
    (128, "128x128.png"),
    (256, "128x128@2x.png"),
    (512, "icon.png"),
];

/// Distributions that put the same files in different places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Debian,
    Rpm,
}

/// All files of the package, in the order of their paths.
pub(crate) fn files(
    family: Family,
    programs: &Programs,
    release: &Release,
    licenses: &str,
) -> Result<Vec<PackagedFile>> {
    let mut files = Vec::new();
    for (name, path) in [("idw", &programs.idw), ("idw-desktop", &programs.desktop)] {
        let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        files.push(PackagedFile { path: format!("usr/bin/{name}"), is_program: true, bytes });
    }
    files.extend(desktop_files(release)?);
    files.extend(man_pages(&programs.idw, release)?);
    files.extend(completions(family, &programs.idw)?);
    files.extend(documents(family, release, licenses)?);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// What a desktop needs to show the window among its programs, and to hand links to it.
fn desktop_files(release: &Release) -> Result<Vec<PackagedFile>> {
    let mut files = vec![
        PackagedFile::text("usr/share/applications/idw-desktop.desktop", source("packaging/idw-desktop.desktop")?),
        PackagedFile::text(
            "usr/share/metainfo/example.idw.desktop.metainfo.xml",
            release.fill_in(&source_text("packaging/example.idw.desktop.metainfo.xml")?),
        ),
        PackagedFile::text("usr/share/icons/hicolor/scalable/apps/idw-desktop.svg", source("assets/icons/icon.svg")?),
    ];
    for (size, name) in ICONS {
        let path = format!("usr/share/icons/hicolor/{size}x{size}/apps/idw-desktop.png");
        files.push(PackagedFile::text(path, source(&format!("assets/icons/{name}"))?));
    }
    Ok(files)
}

/// The page of the window, and those that `idw` writes about itself.
fn man_pages(idw: &Path, release: &Release) -> Result<Vec<PackagedFile>> {
    let folder = idw.with_file_name("man");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    let mut command = program(idw, ["man"]);
    command.arg(&folder);
    crate::command::run(quietly(command))?;
    let mut pages = vec![("idw-desktop.1".to_owned(), release.fill_in(&source_text("packaging/idw-desktop.1")?))];
    for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        let text = fs::read_to_string(entry.path()).with_context(|| format!("reading {}", entry.path().display()))?;
        pages.push((entry.file_name().to_string_lossy().into_owned(), text));
    }
    let packed = |(name, text): (String, String)| {
        Ok(PackagedFile::text(format!("usr/share/man/man1/{name}.gz"), gzip(text.as_bytes())?))
    };
    pages.into_iter().map(packed).collect()
}

fn quietly(mut command: std::process::Command) -> std::process::Command {
    command.stdout(std::process::Stdio::null());
    command
}

fn completions(family: Family, idw: &Path) -> Result<Vec<PackagedFile>> {
    let zsh = match family {
        Family::Debian => "usr/share/zsh/vendor-completions/_idw",
        Family::Rpm => "usr/share/zsh/site-functions/_idw",
    };
    let places = [
        ("bash", "usr/share/bash-completion/completions/idw"),
        ("zsh", zsh),
        ("fish", "usr/share/fish/vendor_completions.d/idw.fish"),
    ];
    let script = |(shell, path): (&str, &str)| {
        let Some(script) = output(program(idw, ["completions", shell])) else {
            bail!("{} makes no completions for {shell}", idw.display());
        };
        Ok(PackagedFile::text(path, script + "\n"))
    };
    places.into_iter().map(script).collect()
}

fn documents(family: Family, release: &Release, licenses: &str) -> Result<Vec<PackagedFile>> {
    let doc = format!("usr/share/doc/{NAME}");
    let changelog = source("CHANGELOG.md")?;
    Ok(match family {
        Family::Debian => vec![
            PackagedFile::text(format!("{doc}/copyright"), copyright()?),
            PackagedFile::text(format!("{doc}/third-party-licenses.gz"), gzip(licenses.as_bytes())?),
            PackagedFile::text(format!("{doc}/changelog.gz"), gzip(&changelog)?),
            PackagedFile::text(format!("{doc}/changelog.Debian.gz"), gzip(debian_changelog(release).as_bytes())?),
            PackagedFile::text(format!("usr/share/lintian/overrides/{NAME}"), source("packaging/lintian-overrides")?),
        ],
        Family::Rpm => vec![
            PackagedFile::text(format!("{doc}/CHANGELOG.md"), changelog),
            PackagedFile::text(format!("usr/share/licenses/{NAME}/LICENSE-MIT"), source("LICENSE-MIT")?),
            PackagedFile::text(format!("usr/share/licenses/{NAME}/LICENSE-APACHE"), source("LICENSE-APACHE")?),
            PackagedFile::text(format!("usr/share/licenses/{NAME}/third-party-licenses"), licenses),
        ],
    })
}

fn debian_changelog(release: &Release) -> String {
    format!(
        "{NAME} ({}) unstable; urgency=medium\n\n  * Package version {}. What has changed is in changelog.gz.\n\n \
         -- {MAINTAINER}  {}\n",
        release.full_version(),
        release.version,
        release.mail_date()
    )
}

/// The copyright file with the texts of the licences. In its format each line of a text is indented, and an empty one is a full stop.
fn copyright() -> Result<String> {
    let field = |text: String| -> String {
        let lines = text.trim().lines().map(|line| match line.trim_end() {
            "" => " .".to_owned(),
            line => format!(" {line}"),
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let template = source_text("packaging/copyright")?;
    let mit = field(source_text("LICENSE-MIT")?);
    Ok(template.replace("@MIT@", &mit).replace("@OFL@", &field(source_text("assets/fonts/OFL.txt")?)))
}

/// Compressed as `gzip -9n` does: without a name and a time.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().operating_system(3).write(Vec::new(), Compression::best());
    encoder.write_all(bytes).context("compressing")?;
    encoder.finish().context("compressing")
}

fn source(path: &str) -> Result<Vec<u8>> {
    fs::read(root().join(path)).with_context(|| format!("reading {path}"))
}

pub(super) fn source_text(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("reading {path}"))
}
