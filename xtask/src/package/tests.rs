//! Packages of programs that do nothing: what is in them, and that they come out the same twice.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use tempfile::TempDir;

use super::*;
use crate::command::{output, program, root};

/// Stands in for `idw`, as far as packaging asks it.
const IDW: &str = "#!/bin/sh
case $1 in
  man) mkdir -p \"$2\"; for page in idw idw-login; do echo \".TH $page 1\" > \"$2/$page.1\"; done ;;
  completions) echo \"completions for $2\" ;;
esac
";

fn programs(folder: &Path) -> Programs {
    let programs = Programs { idw: folder.join("idw"), desktop: folder.join("idw-desktop") };
    for path in [&programs.idw, &programs.desktop] {
        fs::write(path, IDW).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).unwrap();
    }
    programs
}

fn release() -> Release {
    Release::at(1_796_066_474).unwrap()
}

fn deb(folder: &Path) -> PathBuf {
    let files = contents::files(Family::Debian, &programs(folder), &release(), "Terms of a library").unwrap();
    deb::make(folder, &release(), &files, "libc6 (>= 2.34)", Profile::Release).unwrap()
}

fn output_of(name: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = program(name, arguments);
    command.arg(file);
    output(command).unwrap_or_else(|| panic!("{name} fails; `cargo xtask setup` installs it"))
}

#[test]
fn the_package_has_what_a_desktop_and_a_shell_look_for() {
    let folder = TempDir::new().unwrap();
    let listed = output_of("dpkg-deb", &["--contents"], &deb(folder.path()));
    // Mode, owner, size, date, time, path; folders come with their own lines.
    let files: BTreeSet<(&str, &str, &str)> = listed
        .lines()
        .filter(|line| !line.starts_with('d'))
        .filter_map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            Some((words[0], words[1], words[5].strip_prefix("./")?))
        })
        .collect();
    let sizes = ["16x16", "24x24", "32x32", "48x48", "64x64", "128x128", "256x256", "512x512"];
    let icons = sizes.map(|size| format!("usr/share/icons/hicolor/{size}/apps/idw-desktop.png"));
    let mut expected: BTreeSet<(&str, &str, &str)> = [
        "usr/share/applications/idw-desktop.desktop",
        "usr/share/bash-completion/completions/idw",
        "usr/share/doc/identity-wallet/changelog.Debian.gz",
        "usr/share/doc/identity-wallet/changelog.gz",
        "usr/share/doc/identity-wallet/copyright",
        "usr/share/doc/identity-wallet/third-party-licenses.gz",
        "usr/share/fish/vendor_completions.d/idw.fish",
        "usr/share/icons/hicolor/scalable/apps/idw-desktop.svg",
        "usr/share/lintian/overrides/identity-wallet",
        "usr/share/man/man1/idw-desktop.1.gz",
        "usr/share/man/man1/idw-login.1.gz",
        "usr/share/man/man1/idw.1.gz",
        "usr/share/metainfo/example.idw.desktop.metainfo.xml",
        "usr/share/zsh/vendor-completions/_idw",
    ]
    .into_iter()
    .chain(icons.iter().map(String::as_str))
    .map(|path| ("-rw-r--r--", "root/root", path))
    .collect();
    expected.extend(["usr/bin/idw", "usr/bin/idw-desktop"].map(|path| ("-rwxr-xr-x", "root/root", path)));
    assert_eq!(files, expected);
}

#[test]
fn the_control_file_says_what_the_package_is_and_needs() {
    let folder = TempDir::new().unwrap();
    let control = output_of("dpkg-deb", &["--field"], &deb(folder.path()));
    let version = env!("CARGO_PKG_VERSION");
    for line in [
        "Package: identity-wallet",
        &format!("Version: {version}-1"),
        &format!("Architecture: {}", deb::architecture().unwrap()),
        "Depends: libc6 (>= 2.34)",
        "Section: utils",
        "Homepage: https://idw.example/",
        "Description: identity wallet for logging in, signing up and applying for KYC",
    ] {
        assert!(control.lines().any(|found| found == line), "{line} is not in\n{control}");
    }
    let info = output_of("dpkg-deb", &["--info"], &deb(folder.path()));
    assert!(info.contains("md5sums"), "{info}");
}

#[test]
fn two_runs_give_the_same_bytes() {
    let (first, second) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let one = fs::read(deb(first.path())).unwrap();
    assert!(one == fs::read(deb(second.path())).unwrap(), "the packages differ");
}

#[test]
fn the_same_package_for_rpm_is_made_where_the_tool_is() {
    if !exists("rpmbuild") {
        // `make` says so, too; nothing else of the package depends on it.
        return;
    }
    let made = [TempDir::new().unwrap(), TempDir::new().unwrap()].map(|folder| {
        let files = contents::files(Family::Rpm, &programs(folder.path()), &release(), "Terms").unwrap();
        let path = rpm::make(folder.path(), &release(), &files, Profile::Release).unwrap();
        let listed = output_of("rpm", &["-qlp"], &path);
        for file in ["/usr/bin/idw", "/usr/share/zsh/site-functions/_idw", "/usr/share/man/man1/idw.1.gz"] {
            assert!(listed.lines().any(|line| line == file), "{file} is not in\n{listed}");
        }
        fs::read(path).unwrap()
    });
    assert!(made[0] == made[1], "the packages differ");
}

#[test]
fn the_list_of_components_has_what_is_linked_and_no_tools() {
    let parts = parts::linked().unwrap();
    let named = |name: &str| parts.iter().any(|part| part.name == name);
    for linked in ["idw-vault", "aws-lc-rs", "aws-lc-sys", "tauri", "clap", "rusqlite", "svelte", "@fluent/bundle"] {
        assert!(named(linked), "{linked} is not listed");
    }
    // For builds, derives, tests, other systems; and for the programs that are not packaged.
    for tool in
        ["tauri-build", "cc", "serde_derive", "insta", "proptest", "ts-rs", "vite", "windows-sys", "tokio-postgres"]
    {
        assert!(!named(tool), "{tool} is listed, but not linked");
    }
    let by_others = || parts.iter().filter(|part| part.registry != parts::Registry::Workspace);
    for part in by_others() {
        assert!(part.license.is_some() && part.digest.is_some(), "{part:?}");
    }

    let json = sbom::json(&release(), &parts).unwrap();
    let document: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!((&document["bomFormat"], &document["specVersion"]), (&"CycloneDX".into(), &"1.5".into()));
    let references: BTreeSet<&str> =
        document["components"].as_array().unwrap().iter().filter_map(|part| part["bom-ref"].as_str()).collect();
    assert_eq!(references.len(), parts.len(), "each component has a reference that no other has");
    for dependency in document["dependencies"].as_array().unwrap() {
        for used in dependency["dependsOn"].as_array().into_iter().flatten() {
            assert!(references.contains(used.as_str().unwrap()), "{used} is used, but not listed");
        }
    }
    assert!(json == sbom::json(&release(), &parts).unwrap(), "it is the same each time");
}

#[test]
fn the_licences_of_all_libraries_come_along() {
    let parts = parts::linked().unwrap();
    let text = licenses::text(&parts).unwrap();
    for part in parts.iter().filter(|part| part.registry != parts::Registry::Workspace) {
        assert!(text.contains(&format!("\n{} {}\n", part.name, part.version)), "{} is not named", part.name);
    }
    assert!(text.contains("Permission is hereby granted") && text.contains("Apache License"));
    assert!(!text.contains(&root().display().to_string()), "the text names a folder of this machine");
}
