//! `cargo xtask bench`: every benchmark of every crate, in one run and in the release profile.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{self, cargo, output};
use crate::figures;

/// Runs them all; `arguments` go to the benchmarks, unless the first is `vault`.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if let [first, groups @ ..] = arguments
        && first == "vault"
    {
        return figures::run(groups);
    }
    all_crates(arguments)?;
    if arguments.is_empty() { figures::run(&[]) } else { Ok(()) }
}

/// The benchmarks that each crate has of its own parts.
fn all_crates(arguments: &[String]) -> Result<()> {
    let packages = packages_with_benches()?;
    if packages.is_empty() {
        bail!("no crate has a benchmark");
    }
    // Some benchmarks time the programs themselves.
    command::run(cargo(["build", "--release", "-p", "idw-cli", "-p", "idw-relying-party"]))?;
    let mut command = cargo(["bench", "--benches"]);
    for package in &packages {
        command.args(["-p", package]);
    }
    command.arg("--").args(arguments);
    command::run(command)
}

fn packages_with_benches() -> Result<Vec<String>> {
    let metadata =
        output(cargo(["metadata", "--no-deps", "--format-version", "1"])).context("cargo metadata failed")?;
    let metadata: Value = serde_json::from_str(&metadata).context("reading cargo metadata")?;
    let has_bench = |package: &&Value| {
        list(&package["targets"]).iter().any(|target| list(&target["kind"]).iter().any(|kind| kind == "bench"))
    };
    Ok(list(&metadata["packages"])
        .iter()
        .filter(has_bench)
        .filter_map(|package| package["name"].as_str())
        .map(str::to_owned)
        .collect())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
