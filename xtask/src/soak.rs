//! `cargo xtask soak`: the vault's long tests, of which `cargo xtask test` runs a short form.

use anyhow::Result;

use crate::command::{self, cargo};

/// A test and how often it does what it does.
const LONG: [(&str, u32); 4] = [
    ("child::what_a_killed_process_was_told_is_saved_is_there", 1_000),
    ("child::a_migration_that_is_killed_loses_nothing", 200),
    ("mutations::no_mutation_passes_unnoticed", 10_000),
    ("full_disk::a_full_disk_loses_nothing_also_over_a_restart", 200),
];

/// Runs them one after the other; each prints its figures at its end. It takes half an hour.
pub(crate) fn run() -> Result<()> {
    for (test, rounds) in LONG {
        let mut command =
            cargo(["test", "--release", "-p", "idw-vault", "--test", "it", "--", "--nocapture", "--exact"]);
        command.arg(test).env("IDW_VAULT_SOAK_ROUNDS", rounds.to_string());
        command::run(command)?;
    }
    Ok(())
}
