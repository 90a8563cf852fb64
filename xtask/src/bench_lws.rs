//! `cargo xtask bench lws`: what a login and an upload cost beside the least they could cost, against one local server.

use anyhow::{Result, bail};

use crate::command::{self, cargo, program};

/// A workspace of its own: what it compares with is no dependency of the product.
const MANIFEST: &str = "benches/lws/Cargo.toml";

/// Prints the tables, each with its marks; an error says that one was not met.
pub(crate) fn run() -> Result<()> {
    // A whole `idw login` is timed against `idw-rp`.
    command::run(cargo(["build", "--release", "-p", "idw-cli", "-p", "idw-relying-party"]))?;
    if command::exists("npm") && !command::root().join("benches/lws/node/node_modules").is_dir() {
        command::run(program("npm", ["ci", "--prefix", "benches/lws/node", "--no-audit", "--no-fund"]))?;
    }
    let mut client = cargo(["run", "--release", "--quiet", "--manifest-path", MANIFEST, "--target-dir"]);
    client.arg(command::target());
    let cold_login = cargo(["bench", "-p", "idw-journeys", "--bench", "programs", "--", "login"]);
    // Both are run whatever the first one says, so that one run tells all.
    let outcomes = [command::run(client), command::run(cold_login)];
    if outcomes.iter().any(Result::is_err) {
        bail!("a mark was not met, or a benchmark did not run");
    }
    Ok(())
}
