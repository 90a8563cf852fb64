//! `cargo xtask bench eid`: `idw-autheid` beside the least that a server of the same exchanges can be.

use anyhow::Result;

use crate::command::{self, cargo};

/// A workspace of its own: what it compares with is no dependency of the product.
const MANIFEST: &str = "benches/eid/Cargo.toml";

/// Prints the figures, each with its mark; an error says that one was not met.
pub(crate) fn run() -> Result<()> {
    command::run(cargo(["build", "--release", "-p", "idw-eid-server", "--bin", "idw-autheid"]))?;
    let mut bench = cargo(["run", "--release", "--quiet", "--manifest-path", MANIFEST, "--target-dir"]);
    bench.arg(command::target()).arg("--").arg(command::target().join("release/idw-autheid"));
    command::run(bench)
}
