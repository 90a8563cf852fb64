//! Room on the disk.

use std::fs;
use std::path::Path;

use anyhow::Result;
use idw_vault::{Batch, RecordId, Vault};

use crate::home::{self, TREE};
use crate::sample;
use crate::sqlcipher::SqlCipher;
use crate::table::{Mark, Table};

const RECORDS: usize = 10_000;
const OVERWRITES: usize = 100_000;
/// Overwrites in one commit: a hundred thousand commits of one would take minutes and leave the same behind.
const BATCH: usize = 10;

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let folder = home::folder()?;
    let (dir, path) = (folder.path().join("vault"), folder.path().join("sqlcipher.db"));
    let vault = home::filled_vault(&dir, RECORDS)?;
    overwrite(&vault)?;
    drop(vault);
    let mut other = SqlCipher::filled(&path, RECORDS)?;
    for round in 0..OVERWRITES / BATCH {
        other.put(numbers(round), round + 1)?;
    }
    other.close()?;
    let theirs = fs::metadata(&path)?.len();
    let figure = "folder after 100,000 overwrites of 10,000 records and a close | SQLCipher's file";
    let ours = tree_bytes(&dir)?;
    table.row(figure, mib(ours), mib(theirs), ratio(ours, theirs), Mark::AtMost(1.5));
    let database = database_bytes(&dir)?;
    table.row(
        "of that, the database | SQLCipher's file",
        mib(database),
        mib(theirs),
        ratio(database, theirs),
        Mark::None,
    );

    let vault = home::open_vault(&dir)?;
    overwrite(&vault)?;
    vault.compact()?;
    let usage = vault.usage()?;
    drop(vault);
    let ours = tree_bytes(&dir)?;
    let reserve = fs::metadata(dir.join("reserve"))?.len();
    let live = usage.live_bytes + usage.snapshot_bytes + reserve;
    let figure = "folder after a compaction of the same | what it is to hold: records, a snapshot, the reserve";
    table.row(figure, mib(ours), mib(live), ratio(ours, live), Mark::AtMost(1.2));
    let (database, live) = (database_bytes(&dir)?, usage.live_bytes);
    table.row(
        "of that, the database | the sealed records",
        mib(database),
        mib(live),
        ratio(database, live),
        Mark::AtMost(1.2),
    );
    let plain = usage.record_bytes;
    table.row("the folder | the records' plaintext", mib(ours), mib(plain), ratio(ours, plain), Mark::None);
    Ok(())
}

fn overwrite(vault: &Vault) -> Result<()> {
    for round in 0..OVERWRITES / BATCH {
        let mut batch = Batch::new();
        for number in numbers(round) {
            batch.put(TREE, RecordId::from_bytes(sample::id(number)), &sample::attribute(number, round + 1));
        }
        vault.commit(batch)?;
    }
    Ok(())
}

fn numbers(round: usize) -> impl Iterator<Item = usize> {
    (0..BATCH).map(move |at| sample::pick(round * BATCH + at, RECORDS))
}

/// What all files of a folder take together.
fn tree_bytes(dir: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        bytes += if entry.file_type()?.is_dir() { tree_bytes(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(bytes)
}

/// What the folders of the database take: `db`, or `db.1` and so on after compactions.
fn database_bytes(dir: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        if name == "db" || name.to_string_lossy().starts_with("db.") {
            bytes += tree_bytes(&entry.path())?;
        }
    }
    Ok(bytes)
}

fn mib(bytes: u64) -> String {
    format!("{:.2} MiB", bytes as f64 / f64::from(1 << 20))
}

fn ratio(ours: u64, theirs: u64) -> f64 {
    ours as f64 / theirs as f64
}
