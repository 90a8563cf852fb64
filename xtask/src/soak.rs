//! `cargo xtask soak`: the long tests, of which `cargo xtask test` runs a short form.

use anyhow::Result;

use crate::command::{self, cargo};

/// A test of the vault and how often it does what it does.
const VAULT: [(&str, u32); 8] = [
    ("child::what_a_killed_process_was_told_is_saved_is_there", 1_000),
    ("child::a_migration_that_is_killed_loses_nothing", 200),
    ("child::an_upgrade_that_is_killed_has_the_records_of_before_or_all_of_the_new_ones", 200),
    ("mutations::no_mutation_passes_unnoticed", 10_000),
    ("full_disk::a_full_disk_loses_nothing_also_over_a_restart", 200),
    // These count in steps: each read fails in turn.
    ("read_errors::a_read_error_at_unlocking_loses_nothing", 1),
    ("read_errors::a_read_error_at_compaction_loses_nothing", 1),
    ("read_errors::a_read_error_during_a_repair_loses_nothing", 1),
];

/// A journey of whole programs and how many of them it kills.
const JOURNEYS: [(&str, u32); 8] = [
    ("applications::whenever_it_is_killed_an_application_resumes_to_exactly_one", 200),
    ("holder::whenever_the_holder_is_killed_no_request_is_lost_shown_twice_or_answered_twice", 200),
    ("eid::kills::whenever_the_wallet_is_killed_no_decision_is_lost_or_changed_and_nothing_is_shown_twice", 200),
    ("eid_service::kills::whenever_service_or_wallet_is_killed_every_decision_that_was_told_stands", 200),
    ("older_vault::whenever_it_is_killed_a_migration_loses_nothing", 200),
    ("backup::whenever_it_is_killed_there_is_a_whole_backup_or_none", 200),
    // Every fault of a site.
    ("faults::journey::no_fault_gets_more_than_was_agreed_to", 1),
    // Every fault of the provider in both dialects, with those that take half a minute.
    ("checks::whatever_a_provider_does_wrong_ends_in_time_with_a_code_and_nothing_kept", 1),
];

/// Runs them one after the other; each prints its figures at its end. It takes an hour.
pub(crate) fn run() -> Result<()> {
    for (test, rounds) in VAULT {
        let mut command = cargo(["test", "--release", "-p", "idw-vault", "--test", "it", "--"]);
        command.args(["--nocapture", "--exact", test]).env("IDW_VAULT_SOAK_ROUNDS", rounds.to_string());
        command::run(command)?;
    }
    // What the server of Auth eID keeps in PostgreSQL, with instances that are killed.
    command::run(cargo(["test", "-p", "idw-eid-server", "--tests", "--", "--nocapture", "--ignored"]))?;
    let programs = ["-p", "idw-cli", "-p", "idw-relying-party", "-p", "idw-kyc-provider", "-p", "idw-eid-server"];
    let mut build = cargo(["build", "--bins"]);
    build.args(programs);
    command::run(build)?;
    for (test, kills) in JOURNEYS {
        let mut command = cargo(["test", "-p", "idw-journeys", "--test", "it", "--"]);
        command.args(["--nocapture", "--exact", test]).env("IDW_SOAK_KILLS", kills.to_string());
        command::run(command)?;
    }
    Ok(())
}
