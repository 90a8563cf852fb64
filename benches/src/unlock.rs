//! From a password to the first list of attributes, beside the key derivation alone. Each time in a new process, as a
//! person meets it.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::child;
use crate::home;
use crate::table::{Mark, Table};
use crate::timing::in_turns;

const ROUNDS: usize = 11;

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let folder = home::folder()?;
    let costs = [
        ("tuned", "tuned key derivation", Mark::AtMost(1.25)),
        ("floor", "weakest key derivation (64 MiB, t=3, p=4)", Mark::None),
    ];
    for (cost, name, mark) in costs {
        let dir = folder.path().join(cost);
        ensure!(wallet("make")?.arg(&dir).arg(cost).status()?.success(), "no wallet was made");
        list(&dir)?; // the first unlocking after a change may tidy up
        let kdf = |_| child::ask("kdf", &[&dir]).map(Duration::from_nanos);
        let (ours, kdf) = in_turns(ROUNDS, |_| list(&dir), kdf)?.quickest();
        let figure = format!("unlock to the first list of 10,000 attributes, {name} | that derivation alone");
        table.row(&figure, ours, kdf, ours.of(kdf), mark);
    }
    Ok(())
}

/// The wallet's part is a program of its own, so that the vault's figures can be taken without building it.
fn wallet(task: &str) -> Result<Command> {
    let mut command = Command::new(child::beside("wallet-unlock")?);
    command.arg(task);
    Ok(command)
}

fn list(dir: &Path) -> Result<Duration> {
    let mut command = wallet("list")?;
    command.arg(dir);
    child::number_from(command).map(Duration::from_nanos)
}

/// A child's part: asking for the password again is one key derivation and little else.
pub(crate) fn kdf_alone(dir: &Path) -> Result<Duration> {
    let vault = home::open_vault(dir)?;
    let password = home::password();
    let started = Instant::now();
    vault.check_password(&password)?;
    Ok(started.elapsed())
}
