//! `cargo xtask proto`: writes the Rust code of the Auth eID service anew, from its `.proto` file.

use anyhow::Result;

use crate::command::{cargo, root, run, target};

const CRATE: &str = "crates/autheid";

/// Runs the generator, a workspace of its own.
pub(crate) fn generate() -> Result<()> {
    let manifest = root().join(CRATE).join("codegen/Cargo.toml");
    let mut command = cargo(["run", "--quiet", "--locked", "--manifest-path"]);
    command.arg(manifest).arg("--target-dir").arg(target().join("codegen"));
    command.arg("--").arg(root().join(CRATE));
    run(command)
}
