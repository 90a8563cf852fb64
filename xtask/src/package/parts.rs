//! The libraries by others that are linked into the programs or built into the page.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cargo_metadata::{Metadata, MetadataCommand, Package};
use serde::Deserialize;

use crate::command::{output, program, root};

/// The packages whose programs are packaged.
const PROGRAMS: [&str; 2] = ["idw-cli", "idw-desktop"];

/// Where a library comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Registry {
    /// This project.
    Workspace,
    Cargo,
    Npm,
}

/// A library.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    pub(crate) registry: Registry,
    pub(crate) name: String,
    pub(crate) version: String,
    /// What code calls it; empty for an npm package.
    pub(crate) library: String,
    /// An SPDX expression.
    pub(crate) license: Option<String>,
    /// Of the archive that the registry has: in hex, by the algorithm that the registry uses.
    pub(crate) digest: Option<Digest>,
    /// Its source on this machine.
    pub(crate) folder: PathBuf,
    /// What of the other parts it uses, by their references.
    pub(crate) uses: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Digest {
    Sha256(String),
    Sha512(String),
}

impl Part {
    /// Its package URL, which tells it from all others (<https://github.com/package-url/purl-spec>).
    pub(crate) fn reference(&self) -> String {
        reference(self.registry, &self.name, &self.version)
    }
}

fn reference(registry: Registry, name: &str, version: &str) -> String {
    match registry {
        Registry::Workspace | Registry::Cargo => format!("pkg:cargo/{name}@{version}"),
        Registry::Npm => format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
    }
}

/// All of them, in the order of their names.
pub(crate) fn linked() -> Result<Vec<Part>> {
    let mut parts = crates()?;
    parts.extend(npm_packages()?);
    parts.sort();
    Ok(parts)
}

/// The crates that are compiled into the programs: not those that only build or test them.
fn crates() -> Result<Vec<Part>> {
    let host = host()?;
    let mut command = MetadataCommand::new();
    command.current_dir(root()).other_options(["--locked".to_owned(), format!("--filter-platform={host}")]);
    let metadata = command.exec().context("cargo does not tell what the workspace depends on")?;
    let linked = linked_crates(&host)?;
    let checksums = checksums()?;
    let mut parts = Vec::new();
    for package in &metadata.packages {
        let key = (package.name.to_string(), package.version.to_string());
        if !linked.contains(&key) {
            continue;
        }
        let registry = if package.source.is_some() { Registry::Cargo } else { Registry::Workspace };
        parts.push(Part {
            registry,
            library: library(package),
            license: package.license.as_ref().map(|license| license.replace('/', " OR ")),
            digest: checksums.get(&key).cloned().map(Digest::Sha256),
            folder: package.manifest_path.parent().map(|folder| folder.as_std_path().to_owned()).unwrap_or_default(),
            uses: used_crates(&metadata, package, &linked),
            name: key.0,
            version: key.1,
        });
    }
    Ok(parts)
}

/// The name of its library, or of its program where it has none.
fn library(package: &Package) -> String {
    let library =
        package.targets.iter().find(|target| !target.is_bin() && !target.is_custom_build() && !target.is_test());
    library.or(package.targets.first()).map(|target| target.name.replace('-', "_")).unwrap_or_default()
}

fn used_crates(metadata: &Metadata, package: &Package, linked: &BTreeSet<(String, String)>) -> Vec<String> {
    let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let ids = nodes.filter(|node| node.id == package.id).flat_map(|node| &node.dependencies);
    let mut used: Vec<String> = ids
        .filter_map(|id| metadata.packages.iter().find(|package| package.id == *id))
        .filter(|used| linked.contains(&(used.name.to_string(), used.version.to_string())))
        .map(|used| reference(Registry::Cargo, &used.name, &used.version.to_string()))
        .collect();
    used.sort();
    used.dedup();
    used
}

/// Names and versions. `cargo metadata` counts the features that only tests ask for, and would list crates that no program
/// has; `cargo tree` counts as a build does.
fn linked_crates(host: &str) -> Result<BTreeSet<(String, String)>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = program(cargo, ["tree", "--locked", "--edges=normal,no-proc-macro", "--prefix=none"]);
    command.args(["--format={p}", "--target", host]);
    command.args(PROGRAMS.iter().flat_map(|name| ["-p", name]));
    let tree = output(command).context("cargo does not tell what the programs are made of")?;
    let crates = tree.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
    });
    Ok(crates.collect())
}

fn host() -> Result<String> {
    let version = output(program("rustc", ["-vV"])).context("rustc cannot be started")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not name this kind of machine")
}

#[derive(Deserialize)]
struct CargoLock {
    package: Vec<LockedCrate>,
}

#[derive(Deserialize)]
struct LockedCrate {
    name: String,
    version: String,
    checksum: Option<String>,
}

fn checksums() -> Result<BTreeMap<(String, String), String>> {
    let text = fs::read_to_string(root().join("Cargo.lock")).context("reading Cargo.lock")?;
    let lock: CargoLock = toml::from_str(&text).context("reading Cargo.lock")?;
    Ok(lock.package.into_iter().filter_map(|each| Some(((each.name, each.version), each.checksum?))).collect())
}

#[derive(Deserialize)]
struct PackageLock {
    packages: BTreeMap<String, LockedPackage>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LockedPackage {
    version: Option<String>,
    license: Option<String>,
    integrity: Option<String>,
    #[serde(default)]
    dev: bool,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    dependencies: BTreeMap<String, String>,
}

impl LockedPackage {
    fn ships(&self) -> bool {
        !self.dev && !self.optional
    }
}

/// The npm packages that the page is built from: not the tools that build and test it.
fn npm_packages() -> Result<Vec<Part>> {
    let text = fs::read_to_string(root().join("ui/package-lock.json")).context("reading ui/package-lock.json")?;
    let lock: PackageLock = serde_json::from_str(&text).context("reading ui/package-lock.json")?;
    let mut parts = Vec::new();
    for (path, package) in lock.packages.iter().filter(|(path, package)| !path.is_empty() && package.ships()) {
        let name = npm_name(path);
        let version = package.version.clone().with_context(|| format!("{name} has no version"))?;
        let used = package.dependencies.keys().filter_map(|used| {
            let package = resolved(&lock, path, used).filter(|package| package.ships())?;
            Some(reference(Registry::Npm, used, package.version.as_ref()?))
        });
        parts.push(Part {
            registry: Registry::Npm,
            name: name.to_owned(),
            version,
            library: String::new(),
            license: package.license.clone(),
            digest: package.integrity.as_deref().map(integrity).transpose()?,
            folder: root().join("ui").join(path),
            uses: used.collect(),
        });
    }
    Ok(parts)
}

/// The package that another one gets by a name: the nearest one, as Node.js looks for it.
fn resolved<'a>(lock: &'a PackageLock, user: &str, name: &str) -> Option<&'a LockedPackage> {
    let folders =
        std::iter::successors(Some(user), |folder| folder.rsplit_once("/node_modules/").map(|(above, _)| above));
    let places = folders.map(|folder| format!("{folder}/node_modules/{name}"));
    places.chain([format!("node_modules/{name}")]).find_map(|place| lock.packages.get(&place))
}

/// `node_modules/@fluent/bundle` is the package `@fluent/bundle`.
fn npm_name(path: &str) -> &str {
    path.rsplit_once("node_modules/").map_or(path, |(_, name)| name)
}

/// Subresource integrity, as the lock file has it: `sha512-` and the digest in base64.
fn integrity(text: &str) -> Result<Digest> {
    let encoded = text.strip_prefix("sha512-").with_context(|| format!("{text} is not a SHA-512 digest"))?;
    let bytes = STANDARD.decode(encoded).with_context(|| format!("{text} is not a SHA-512 digest"))?;
    Ok(Digest::Sha512(hex::encode(bytes)))
}
