//! An identity check that brings two pictures of 4 MB, from the browser's return to what the user is shown. The provider's
//! time is not in it.

use std::process::Command;
use std::time::Duration;

use anyhow::{Result, ensure};

use crate::child;
use crate::table::{Mark, Table};
use crate::timing::Shown;

const ROUNDS: usize = 60;

/// What the wallet may take, in milliseconds.
const MARK: Mark = Mark::AtMost(50.0);

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let mut command = Command::new(child::beside("wallet-check")?);
    command.arg(ROUNDS.to_string());
    let numbers = child::numbers_from(command)?;
    ensure!(numbers.len() == 2 * ROUNDS, "{} numbers were printed for {ROUNDS} checks", numbers.len());
    // Of each round what the wallet took, and what passed with what the provider took.
    let times = |offset: usize| {
        let mut times: Vec<u64> = numbers.iter().skip(offset).step_by(2).copied().collect();
        times.sort_unstable();
        times
    };
    let (ours, whole) = (times(0), times(1));
    for (name, percent) in [("p50", 50), ("p95", 95)] {
        let figure = format!("from the browser's return to a check's preview, {name} | with the provider's time");
        table.milliseconds(&figure, percentile(&ours, percent), percentile(&whole, percent), MARK);
    }
    Ok(())
}

/// What so many of a hundred are at most, of times in order (the nearest rank).
fn percentile(sorted: &[u64], percent: usize) -> Shown {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    Shown(Duration::from_nanos(sorted[rank - 1]))
}
