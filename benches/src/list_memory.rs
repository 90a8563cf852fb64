//! Memory while many records are listed.

use std::hint::black_box;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::child::{self, forget_peak, peak_bytes, resident_bytes};
use crate::home::{self, TREE};
use crate::table::{Mark, Table};

const RECORDS: usize = 100_000;

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let folder = home::folder()?;
    let dir = folder.path().join("vault");
    drop(home::filled_vault(&dir, RECORDS)?);
    let growth = child::ask("list", &[&dir])?;
    table.mebibytes("resident memory growth while listing 100,000 records", growth, Mark::AtMost(16.0));
    Ok(())
}

/// A child's part: bytes by which the peak while listing is above what the unlocked vault has.
pub(crate) fn growth_while_listing(dir: &Path) -> Result<u64> {
    let vault = home::open_vault(dir)?;
    forget_peak()?;
    let before = resident_bytes()?;
    let mut records = 0;
    for record in vault.scan(TREE) {
        black_box(record?);
        records += 1;
    }
    let growth = peak_bytes()?.saturating_sub(before);
    ensure!(records == RECORDS, "{records} records were listed");
    Ok(growth)
}
