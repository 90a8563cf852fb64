//! `cargo xtask bench vault`: the vault's figures beside those of others, from the workspace in `benches/`.

use anyhow::Result;

use crate::command::{self, cargo, program, target};
use crate::system::{self, Purpose};

/// Measures these groups, or all where none is named, and prints their table. Marks that are missed are no failure.
pub(crate) fn run(groups: &[String]) -> Result<()> {
    system::install(Purpose::Figures)?;
    let folder = target().join("benches");
    let mut build = cargo(["build", "--release", "--locked", "--manifest-path", "benches/Cargo.toml", "--target-dir"]);
    build.arg(&folder);
    // SQLite as Debian builds it; `benches/.cargo/config.toml` says why.
    build.env("LIBSQLITE3_FLAGS", "-DHAVE_FDATASYNC");
    command::run(build)?;
    let mut wallet = cargo(["build", "--release", "--locked", "-p", "idw-bench-wallet", "--target-dir"]);
    wallet.arg(&folder);
    command::run(wallet)?;
    let name = format!("vault-figures{}", std::env::consts::EXE_SUFFIX);
    command::run(program(folder.join("release").join(name), groups))
}
