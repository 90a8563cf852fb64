//! Writing and reading records, beside SQLCipher.

use std::hint::black_box;

use anyhow::{Context, Result, ensure};
use idw_vault::{Batch, RecordId, Vault};

use crate::home::{self, TREE};
use crate::sample;
use crate::sqlcipher::SqlCipher;
use crate::table::{Mark, Table};
use crate::timing::{in_turns, time};

const RECORDS: usize = 10_000;
const SETTLING_BATCH: usize = 500;
const SINGLE_WRITES: usize = 1_000;
const BATCHES: usize = 100;
const BATCH: usize = 100;
const READ_ROUNDS: usize = 40;
const READS: usize = 1_000;
const SCANS: usize = 41;

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let folder = home::folder()?;
    let vault = home::filled_vault(&folder.path().join("vault"), RECORDS)?;
    let mut other = SqlCipher::filled(&folder.path().join("sqlcipher.db"), RECORDS)?;
    settle(&vault, &mut other)?;
    single_writes(table, &vault, &other)?;
    batches(table, &vault, &mut other)?;
    reads(table, &vault, &other)?;
    scans(table, &vault, &other)?;
    other.close()
}

/// Both write into files that are as long as they will ever be: a log that grows at each write waits longer for the
/// disk, and SQLCipher's grows until its first checkpoint.
fn settle(vault: &Vault, other: &mut SqlCipher) -> Result<()> {
    let numbers: Vec<usize> = (0..RECORDS).collect();
    for some in numbers.chunks(SETTLING_BATCH) {
        let mut batch = Batch::new();
        for &number in some {
            batch.put(TREE, RecordId::from_bytes(sample::id(number)), &sample::attribute(number, 0));
        }
        vault.commit(batch)?;
        other.put(some.iter().copied(), 0)?;
    }
    Ok(())
}

fn single_writes(table: &mut Table, vault: &Vault, other: &SqlCipher) -> Result<()> {
    let ours = |round| {
        let (id, value) = written(round, 1);
        time(|| {
            let mut batch = Batch::new();
            batch.put(TREE, RecordId::from_bytes(id), &value);
            Ok(vault.commit(batch)?)
        })
    };
    let theirs = |round| {
        let (id, value) = written(round, 1);
        time(|| other.put_value(&id, &value))
    };
    let (ours, theirs) = in_turns(SINGLE_WRITES, ours, theirs)?.medians();
    let figure = "one durable sealed write, p50, of 10,000 records | SQLCipher";
    table.row(figure, ours, theirs, ours.of(theirs), Mark::AtMost(1.45));
    Ok(())
}

fn batches(table: &mut Table, vault: &Vault, other: &mut SqlCipher) -> Result<()> {
    let values = |round| (0..BATCH).map(|number| written(round * BATCH + number, 2)).collect::<Vec<_>>();
    let ours = |round| {
        let values = values(round);
        time(|| {
            let mut batch = Batch::new();
            for (id, value) in &values {
                batch.put(TREE, RecordId::from_bytes(*id), value);
            }
            Ok(vault.commit(batch)?)
        })
    };
    let theirs = |round| {
        let values = values(round);
        time(|| other.put_values(&values))
    };
    let (ours, theirs) = in_turns(BATCHES, ours, theirs)?.medians();
    let figure = "100 sealed writes in one durable commit, writes a second | SQLCipher";
    let rate = |shown: crate::timing::Shown| format!("{:.0}/s", BATCH as f64 / shown.0.as_secs_f64());
    table.row(figure, rate(ours), rate(theirs), theirs.of(ours), Mark::AtLeast(7.0));
    Ok(())
}

fn reads(table: &mut Table, vault: &Vault, other: &SqlCipher) -> Result<()> {
    let ids = |round| (0..READS).map(move |at| sample::id(sample::pick(round * READS + at, RECORDS)));
    let ours = |round| {
        let ids: Vec<_> = ids(round).map(RecordId::from_bytes).collect();
        time(|| {
            for id in &ids {
                black_box(vault.get(TREE, *id)?.context("a record is gone")?);
            }
            Ok(())
        })
    };
    let theirs = |round| {
        let ids: Vec<_> = ids(round).collect();
        time(|| {
            for id in &ids {
                black_box(other.get(id)?.context("a record of SQLCipher's is gone")?);
            }
            Ok(())
        })
    };
    let (ours, theirs) = in_turns(READ_ROUNDS, ours, theirs)?.quickest();
    let each = u32::try_from(READS)?;
    let figure = "reading and opening one record of 10,000, as many a second | SQLCipher";
    table.row(figure, ours.each(each), theirs.each(each), theirs.of(ours), Mark::AtLeast(7.0));
    Ok(())
}

fn scans(table: &mut Table, vault: &Vault, other: &SqlCipher) -> Result<()> {
    let ours = |_| {
        time(|| {
            let mut records = 0;
            for record in vault.scan(TREE) {
                black_box(record?);
                records += 1;
            }
            ensure!(records == RECORDS, "{records} records were read");
            Ok(())
        })
    };
    let theirs = |_| time(|| other.scan());
    let (ours, theirs) = in_turns(SCANS, ours, theirs)?.quickest();
    let figure = "reading and opening all of 10,000 records | SQLCipher";
    table.row(figure, ours, theirs, ours.of(theirs), Mark::AtMost(0.6));
    Ok(())
}

/// Which record is written in a round, and what: made before the time is taken.
fn written(round: usize, version: usize) -> ([u8; 16], Vec<u8>) {
    let number = sample::pick(version << 32 | round, RECORDS);
    (sample::id(number), sample::attribute(number, version << 20 | round))
}
