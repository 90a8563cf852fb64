//! Which crate may know which. The arrows of docs/architecture.md, held by a test.

mod modules;

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, MetadataCommand, Package};
use idw_journeys::repository;

/// What each package may depend on among our own, in code that ships.
const ARROWS: &[(&str, &[&str])] = &[
    ("idw-typed-text", &[]),
    ("idw-identity", &[]),
    ("idw-keys", &["idw-typed-text"]),
    ("idw-documents", &[]),
    ("idw-huge-pages", &[]),
    ("idw-vault", &["idw-huge-pages", "idw-typed-text"]),
    ("idw-http", &[]),
    ("idw-lws", &["idw-http"]),
    ("idw-webkyc", &["idw-http"]),
    ("idw-autheid", &[]),
    ("idw-files", &[]),
    ("idw-closed-output", &[]),
    ("idw-words", &[]),
    ("idw-link", &[]),
    ("idw-backup", &["idw-files", "idw-typed-text"]),
    (
        "idw-wallet",
        &[
            "idw-autheid",
            "idw-backup",
            "idw-documents",
            "idw-files",
            "idw-http",
            "idw-identity",
            "idw-keys",
            "idw-lws",
            "idw-typed-text",
            "idw-vault",
            "idw-webkyc",
            "idw-words",
        ],
    ),
    ("idw-holder", &["idw-autheid", "idw-link", "idw-wallet", "idw-words"]),
    ("idw-relying-party", &["idw-keys", "idw-typed-text"]),
    ("idw-kyc-provider", &["idw-typed-text"]),
    ("idw-eid-server", &["idw-autheid", "idw-closed-output"]),
    ("idw-cli", &["idw-closed-output", "idw-files", "idw-holder", "idw-link", "idw-wallet", "idw-words"]),
    ("idw-desktop", &["idw-files", "idw-holder", "idw-link", "idw-wallet", "idw-words"]),
    ("idw-journeys", &[]),
    ("idw-bench-wallet", &["idw-wallet"]),
    ("xtask", &[]),
];

/// The packages that cannot take lints that forbid `unsafe`: one holds such an expression, the other uses a macro that
/// allows it for itself.
const UNSAFE: &[&str] = &["idw-huge-pages", "idw-closed-output"];

/// Who may name these; everyone else reaches what they do through those.
const OWNERS: &[(&str, &[&str])] = &[
    ("sled", &["idw-vault"]),
    ("aws-lc-rs", &["idw-autheid", "idw-eid-server", "idw-vault", "idw-link", "idw-relying-party"]),
    ("argon2", &["idw-huge-pages", "idw-vault"]),
    ("memmap2", &["idw-huge-pages"]),
    ("ctor", &["idw-closed-output"]),
    ("age", &["idw-backup"]),
    ("age-core", &["idw-backup"]),
    ("tar", &["idw-backup"]),
    ("reqwest", &["idw-http"]),
    ("hyper", &["idw-autheid", "idw-http", "idw-webkyc"]),
    ("hyper-util", &["idw-autheid", "idw-http", "idw-webkyc"]),
    ("tonic", &["idw-autheid"]),
    ("prost", &["idw-autheid"]),
    ("http", &["idw-http"]),
    ("rustls", &["idw-eid-server", "idw-http"]),
    ("tokio-postgres", &["idw-eid-server"]),
    ("k256", &["idw-autheid", "idw-keys"]),
    ("image", &["idw-documents", "idw-kyc-provider"]),
    ("pdf-writer", &["idw-documents"]),
    ("harfrust", &["idw-documents"]),
    ("jsonschema", &["idw-identity", "idw-relying-party"]),
    ("tauri", &["idw-desktop"]),
    ("tauri-build", &["idw-desktop"]),
    ("rfd", &["idw-desktop"]),
    ("arboard", &["idw-desktop"]),
    ("axum", &["idw-autheid", "idw-eid-server", "idw-kyc-provider", "idw-relying-party"]),
    ("fluent-bundle", &["idw-words"]),
    ("fluent-syntax", &["idw-words"]),
    ("rusqlite", &["idw-eid-server", "idw-relying-party", "idw-wallet"]),
    ("x509-cert", &["idw-autheid", "idw-eid-server"]),
    ("der", &["idw-autheid", "idw-eid-server"]),
    ("jsonwebtoken", &["idw-autheid", "idw-relying-party"]),
    ("clap", &["idw-cli", "idw-eid-server", "idw-kyc-provider", "idw-relying-party", "xtask"]),
    ("anyhow", &["idw-bench-wallet", "idw-cli", "idw-kyc-provider", "idw-relying-party", "idw-desktop", "xtask"]),
];

/// The pure layers: no input, no output, no async runtime.
const PURE: &[(&str, &[&str])] = &[
    ("idw-typed-text", &["tokio", "futures-util", "tempfile", "tracing"]),
    ("idw-identity", &["tokio", "futures-util", "tempfile", "tracing"]),
    ("idw-keys", &["tokio", "futures-util", "tempfile", "tracing"]),
    ("idw-words", &["tokio", "futures-util", "tempfile", "tracing"]),
];

#[test]
fn arrows_never_run_back() {
    let allowed: BTreeMap<_, BTreeSet<_>> =
        ARROWS.iter().map(|(package, uses)| (*package, uses.iter().copied().collect())).collect();
    let packages = packages();
    for package in &packages {
        let allowed = allowed
            .get(package.name.as_str())
            .unwrap_or_else(|| panic!("{} has no place in the layering; give it one in ARROWS", package.name));
        for dependency in shipped(package).filter(|name| is_ours(name, &packages)) {
            assert!(allowed.contains(dependency.as_str()), "{} must not depend on {dependency}", package.name);
        }
    }
    assert_eq!(packages.len(), ARROWS.len(), "a package named in ARROWS is gone");
}

#[test]
fn siblings_do_not_meet_in_their_tests_either() {
    let siblings = [
        "idw-identity",
        "idw-keys",
        "idw-documents",
        "idw-vault",
        "idw-lws",
        "idw-webkyc",
        "idw-autheid",
        "idw-backup",
    ];
    // What they stand on knows none of them.
    let floor = ["idw-http", "idw-files", "idw-link", "idw-typed-text"];
    let knows_none = |name: &str| siblings.contains(&name) || floor.contains(&name);
    for package in packages().iter().filter(|package| knows_none(&package.name)) {
        for dependency in &package.dependencies {
            // The client's tests may sign with real keys, but never keep anything.
            let is_excused = package.name.as_str() == "idw-lws"
                && dependency.name == "idw-keys"
                && dependency.kind == DependencyKind::Development;
            assert!(
                is_excused || !siblings.contains(&dependency.name.as_str()),
                "{} must not know {}",
                package.name,
                dependency.name
            );
        }
    }
}

#[test]
fn each_heavy_dependency_has_its_owners() {
    let packages = packages();
    for (dependency, owners) in OWNERS {
        for package in &packages {
            assert!(
                owners.contains(&package.name.as_str()) || shipped(package).all(|name| name != *dependency),
                "{} must not name {dependency}; only {owners:?} may",
                package.name
            );
        }
    }
}

#[test]
fn the_pure_crates_stay_pure() {
    for package in packages() {
        let name = package.name.as_str();
        for (_, forbidden) in PURE.iter().filter(|(pure, _)| *pure == name) {
            for dependency in shipped(&package) {
                assert!(!forbidden.contains(&dependency.as_str()), "{name} must not name {dependency}");
            }
        }
    }
}

#[test]
fn every_package_takes_the_shared_lints_and_version() {
    for package in packages() {
        let manifest = std::fs::read_to_string(&package.manifest_path).expect("a manifest");
        assert!(manifest.contains("version.workspace = true"), "{} has a version of its own", package.name);
        if UNSAFE.contains(&package.name.as_str()) {
            let lints = ["unsafe_code = \"deny\"", "missing_docs = \"warn\"", "pedantic = ", "unwrap_used = \"warn\""];
            for line in lints {
                assert!(manifest.contains(line), "{} lacks `{line}`", package.name);
            }
        } else {
            assert!(manifest.contains("[lints]\nworkspace = true"), "{} has lints of its own", package.name);
        }
    }
}

fn packages() -> Vec<Package> {
    MetadataCommand::new().current_dir(repository()).no_deps().exec().expect("cargo metadata").packages
}

fn is_ours(name: &str, packages: &[Package]) -> bool {
    packages.iter().any(|package| package.name.as_str() == name)
}

/// Names of what is compiled into what ships: tests may use what they like.
fn shipped(package: &Package) -> impl Iterator<Item = String> {
    package
        .dependencies
        .iter()
        .filter(|dependency| dependency.kind != DependencyKind::Development)
        .map(|dependency| dependency.name.clone())
}
