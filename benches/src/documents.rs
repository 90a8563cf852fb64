//! A large document from a file into the vault, beside a plain copy and beside age.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use fastrand::Rng;
use idw_vault::{Batch, DocumentId, KdfCost, Vault};

use crate::child::{self, forget_peak, peak_bytes, resident_bytes};
use crate::home;
use crate::table::{Mark, Table};
use crate::timing::{in_turns, time};

const LARGE_BYTES: u64 = 1 << 30;
const SMALL_BYTES: u64 = 10 << 20;
/// The vault's own: a chunk of a document.
const BUFFER_BYTES: usize = 256 * 1024;
const ROUNDS: usize = 5;

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let folder = home::folder()?;
    let (large, small) = (folder.path().join("large"), folder.path().join("small"));
    make_document(&large, LARGE_BYTES)?;
    make_document(&small, SMALL_BYTES)?;
    let dir = folder.path().join("vault");
    let vault = Vault::create(&dir, &home::password(), KdfCost::Floor)?;
    let out = folder.path().join("out");
    let encrypt = child::beside("age-encrypt")?;

    let (ours, copied) = in_turns(ROUNDS, |_| bring_in(&vault, &large), |_| copy(&large, &out))?.medians();
    let figure = "a 1 GiB document in, file to file and synced | a plain copy with the same buffer";
    table.row(figure, ours, copied, ours.of(copied), Mark::AtMost(1.8));
    let (ours, aged) = in_turns(ROUNDS - 2, |_| bring_in(&vault, &large), |_| age(&encrypt, &large, &out))?.medians();
    let figure = "the same, times as fast | the age crate";
    table.row(figure, ours, aged, aged.of(ours), Mark::AtLeast(4.0));

    drop(vault);
    let of_small = child::ask("stage", &[&dir, &small])?;
    let of_large = child::ask("stage", &[&dir, &large])?;
    table.mebibytes("peak resident memory of that, above idle", of_large, Mark::AtMost(8.0));
    table.mebibytes("the same for 10 MiB", of_small, Mark::None);
    table.mebibytes("the difference between 10 MiB and 1 GiB", of_small.abs_diff(of_large), Mark::AtMost(1.0));
    Ok(())
}

/// A child's part: bytes by which the peak is above what the unlocked vault has.
pub(crate) fn peak_while_staging(dir: &Path, document: &Path) -> Result<u64> {
    let vault = home::open_vault(dir)?;
    forget_peak()?;
    let before = resident_bytes()?;
    let id = put(&vault, document)?;
    let peak = peak_bytes()?.saturating_sub(before);
    remove(&vault, id)?;
    Ok(peak)
}

fn bring_in(vault: &Vault, document: &Path) -> Result<Duration> {
    let mut id = None;
    let taken = time(|| {
        id = Some(put(vault, document)?);
        Ok(())
    })?;
    remove(vault, id.context("a document was put in")?)?;
    Ok(taken)
}

fn put(vault: &Vault, document: &Path) -> Result<DocumentId> {
    let staged = vault.stage_document(&mut File::open(document)?, u64::MAX)?;
    let mut batch = Batch::new();
    let id = batch.put_document(staged, b"large.bin");
    vault.commit(batch)?;
    Ok(id)
}

fn remove(vault: &Vault, id: DocumentId) -> Result<()> {
    let mut batch = Batch::new();
    batch.remove_document(id);
    Ok(vault.commit(batch)?)
}

fn copy(from: &Path, to: &Path) -> Result<Duration> {
    let taken = time(|| {
        let (mut source, mut target) = (File::open(from)?, File::create(to)?);
        let mut buffer = vec![0; BUFFER_BYTES];
        loop {
            let len = source.read(&mut buffer)?;
            if len == 0 {
                return Ok(target.sync_all()?);
            }
            target.write_all(&buffer[..len])?;
        }
    })?;
    fs::remove_file(to)?;
    Ok(taken)
}

/// In a program of its own, which wipes no memory that it frees: ours do, and age is not to pay for that.
fn age(encrypt: &Path, from: &Path, to: &Path) -> Result<Duration> {
    let mut command = Command::new(encrypt);
    command.args([from, to]).arg(BUFFER_BYTES.to_string());
    let taken = child::number_from(command)?;
    fs::remove_file(to)?;
    Ok(Duration::from_nanos(taken))
}

/// Bytes that no disk could shrink, the same each time.
fn make_document(path: &Path, bytes: u64) -> Result<()> {
    let mut random = Rng::with_seed(bytes);
    let mut file = File::create(path)?;
    let mut piece = vec![0; 1 << 20];
    for _ in 0..bytes >> 20 {
        random.fill(&mut piece);
        file.write_all(&piece)?;
    }
    file.sync_all().context("writing the document to measure with")
}
