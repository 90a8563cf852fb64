//! What the installers for macOS and Windows are made by, as far as it can be checked without these systems: it parses into
//! the types that the bundler reads, and the files that it names are there.

use std::{collections::BTreeSet, path::Path};

use tauri::utils::config::{BundleTarget, BundleType, Config, NSISInstallerMode};

const SCHEME: &str = "idw";
/// How the Linux package names the scheme.
const DESKTOP_ENTRY: &str = include_str!("../../../packaging/idw-desktop.desktop");

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn config() -> Config {
    serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap()
}

#[test]
fn both_systems_have_their_installers() {
    let BundleTarget::List(targets) = config().bundle.targets else { panic!("the targets are listed") };
    for target in [BundleType::App, BundleType::Dmg, BundleType::Nsis, BundleType::Msi] {
        assert!(targets.contains(&target), "{target} is not made");
    }
    assert_eq!(targets.len(), 4, "the packages for Linux are made by `cargo xtask package`");
}

#[test]
fn every_file_that_an_installer_takes_is_there() {
    let bundle = config().bundle;
    let nsis = bundle.windows.nsis.unwrap();
    let named = bundle.icon.iter().map(|icon| folder().join(icon));
    let files = named.chain(bundle.license_file.map(|file| folder().join(file)));
    for file in files.chain(nsis.installer_icon.map(|icon| folder().join(icon))) {
        assert!(file.is_file(), "{} is not there", file.display());
    }
    let ends: BTreeSet<&str> = bundle.icon.iter().filter_map(|icon| Path::new(icon).extension()?.to_str()).collect();
    assert_eq!(ends, BTreeSet::from(["icns", "ico", "png"]), "macOS takes the first, Windows the second");
}

#[test]
fn nobody_needs_an_administrator_and_updates_replace_what_is_there() {
    let windows = config().bundle.windows;
    assert_eq!(windows.nsis.unwrap().install_mode, NSISInstallerMode::CurrentUser);
    assert!(!windows.allow_downgrades, "an older program cannot read the vault of a newer one");
    assert!(windows.wix.unwrap().upgrade_code.is_some(), "by this Windows knows the older version");
}

#[test]
fn links_open_the_wallet_on_every_system() {
    let config = config();
    // The bundler reads this for Windows, whether or not the plug-in of this name is there.
    let schemes = &config.plugins.0["deep-link"]["desktop"]["schemes"];
    assert_eq!(schemes, &serde_json::json!([SCHEME]));

    let named = config.bundle.macos.info_plist.unwrap();
    let plist = plist::Value::from_file(folder().join(named)).unwrap();
    let types = plist.as_dictionary().unwrap()["CFBundleURLTypes"].as_array().unwrap();
    let [kind] = &types[..] else { panic!("one kind of link: {types:?}") };
    let kind = kind.as_dictionary().unwrap();
    assert_eq!(kind["CFBundleURLName"].as_string(), Some(config.identifier.as_str()));
    assert_eq!(kind["CFBundleURLSchemes"].as_array().unwrap(), &[SCHEME.into()]);

    let line = format!("MimeType=x-scheme-handler/{SCHEME};");
    assert!(DESKTOP_ENTRY.lines().any(|found| found == line), "{line}");
}
