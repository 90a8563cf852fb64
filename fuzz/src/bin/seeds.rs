//! Writes what each target starts from: files as our own programs make them, the published ones in `tests/vectors`, and
//! what once made a target fail. `seeds REPOSITORY TO`.
//!
//! Compiled with coverage counters it only links as a fuzz target, so it is one that ends before the first try.
#![no_main]

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use idw_backup::{FileEntry, Manifest, Target, Work, Writer};
use idw_fuzz::backup;
use serde_json::Value;

libfuzzer_sys::fuzz_target!(
    init: finish(&run()),
    |_bytes: &[u8]| ()
);

/// Does not return in fact; if its type said so, the compiler would call the rest of the macro unreachable.
fn finish(outcome: &Result<()>) {
    if let Err(error) = outcome {
        eprintln!("seeds: {error:#}");
    }
    std::process::exit(i32::from(outcome.is_err()));
}

fn run() -> Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [repository, to] = arguments.as_slice() else {
        bail!("seeds REPOSITORY TO");
    };
    let vectors = repository.join("tests/vectors");
    let (eid_json, eid_protobuf) = idw_autheid::fuzz::seeds().into_iter().unzip();
    let counts = [
        ("header", headers(&vectors)?),
        ("record", idw_vault::fuzz::record_seeds().to_vec()),
        ("document", documents()),
        ("backup", backups(&vectors)?),
        ("keystore", keystores(&vectors)?),
        ("link", idw_link::fuzz::seeds()),
        ("eid_json", eid_json),
        ("eid_protobuf", eid_protobuf),
    ]
    .into_iter()
    .map(|(target, seeds)| Ok(format!("{target} {}", write(&to.join(target), &seeds)?)))
    .collect::<Result<Vec<_>>>()?;
    eprintln!("seeds: {}", counts.join(", "));
    Ok(())
}

fn write(folder: &Path, seeds: &[Vec<u8>]) -> Result<usize> {
    fs::create_dir_all(folder)?;
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("seed-{number}")), seed)?;
    }
    Ok(seeds.len())
}

fn headers(vectors: &Path) -> Result<Vec<Vec<u8>>> {
    let header = fs::read(vectors.join("vault/v1/vault.header")).context("the header of the sample vault")?;
    // Without its slots and longer than it is: shapes from which others are a short way.
    Ok(vec![header[..52].to_vec(), [header.as_slice(), &[0; 64]].concat(), header])
}

/// Plans: how large chunks are, how many there are and how much more; then changes. See `idw_vault::fuzz::document`.
fn documents() -> Vec<Vec<u8>> {
    let plan = |chunks: u8, more: u16, changes: &[u8]| [&[0, chunks], more.to_be_bytes().as_slice(), changes].concat();
    vec![
        plan(0, 0, &[]),
        plan(0, 300, &[]),
        plan(1, 2, &[]),
        plan(2, 5, &[0, 0, 0, 1, 0, 4]),
        plan(2, 2, &[1, 0, 1, 0, 16]),
        plan(1, 9, &[2, 0, 0, 0, 16]),
        plan(3, 2, &[3, 0, 0, 0, 4]),
        plan(2, 5, &[4, 0, 0, 0x7f, 0xff]),
        plan(2, 5, &[5, 0, 0, 0, 0, 17]),
        plan(2, 5, &[6, 0, 0, 0, 3]),
    ]
}

/// The first byte says whether what follows is an age file (0) or goes into one (1).
fn backups(vectors: &Path) -> Result<Vec<Vec<u8>>> {
    let mut seeds = Vec::new();
    for entry in fs::read_dir(vectors.join("age")).context("the published age files")? {
        let bytes = fs::read(entry?.path())?;
        if bytes.starts_with(b"age-encryption.org/") && bytes.len() < 4096 {
            seeds.push([&[0], bytes.as_slice()].concat());
        }
    }
    seeds.sort();
    let archive = archive()?;
    seeds.push([&[0], backup::seal(&archive).as_slice()].concat());
    seeds.push([&[1], archive.as_slice()].concat());
    Ok(seeds)
}

/// The archive in a backup that our own writer makes.
fn archive() -> Result<Vec<u8>> {
    let files: [(&str, &[u8]); 3] =
        [("data.json", b"{\"format\":\"idw-data\"}"), ("documents/1", b"PNG"), ("empty", b"")];
    let entries: Vec<_> = files.iter().map(|(path, bytes)| FileEntry::of(*path, bytes)).collect::<Result<_, _>>()?;
    let manifest = Manifest::new("2026-01-31T09:30:00Z", "idw 0.1.0", entries)?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("backup");
    let mut writer =
        Writer::create(Target { path: &path, overwrite: false }, &backup::passphrase(), Work::Floor, &manifest)?;
    for (_, mut bytes) in files {
        writer.add(&mut bytes)?;
    }
    writer.finish()?;
    let identity = age::scrypt::Identity::new("correct horse battery staple".to_owned().into());
    let sealed = fs::read(&path)?;
    age::decrypt(&identity, &sealed).map_err(|error| anyhow::anyhow!("opening the sample backup: {error}"))
}

/// The published files, and each again with as little work as the format allows.
fn keystores(vectors: &Path) -> Result<Vec<Vec<u8>>> {
    let text = fs::read_to_string(vectors.join("keystore-v3/files.json")).context("the published keystore files")?;
    let vectors: Value = serde_json::from_str(&text)?;
    let mut seeds = Vec::new();
    for vector in vectors["vectors"].as_array().context("a list of vectors")? {
        let mut file = vector["file"].clone();
        seeds.push(file.to_string().into_bytes());
        for (name, least) in [("n", 2), ("c", 1)] {
            if let Some(number) = file.pointer_mut(&format!("/crypto/kdfparams/{name}")) {
                *number = least.into();
                seeds.push(file.to_string().into_bytes());
            }
        }
    }
    Ok(seeds)
}
