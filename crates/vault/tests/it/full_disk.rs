//! A disk that fills up: errors before damage, and everything is there when there is room again.
//!
//! Each run has a small file system of its own, in a mount namespace: root may make one, and users where the system
//! lets them.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;

use idw_vault::{Batch, OpenError, RecordId, UnlockError, Vault, WriteError};

use crate::child::rounds;
use crate::support::{NOTES, PASSWORD, TASKS, contents, password, unlock};

const DIR: &str = "IDW_VAULT_TEST_FULL_DISK";
const PHASE: &str = "IDW_VAULT_TEST_FULL_DISK_PHASE";
const SEED: &str = "IDW_VAULT_TEST_FULL_DISK_SEED";

#[test]
fn a_full_disk_loses_nothing_also_over_a_restart() {
    let runs = rounds(4);
    for run in 0..runs {
        on_a_small_disk(run, &["fill", "full", "free"]);
    }
    println!("{runs} runs on a full disk with a restart while full, 0 vaults that do not open, 0 records lost");
}

/// With not a byte left, not even for the number of the process that has the vault.
#[test]
fn a_vault_that_was_locked_before_the_disk_was_full_opens_and_can_be_read() {
    on_a_small_disk(0, &["lock", "read", "read", "free"]);
}

/// Each phase is a process that ends without closing the vault, as if it were killed.
fn on_a_small_disk(seed: u32, phases: &[&str]) {
    let root = tempfile::tempdir().unwrap();
    let script = format!(
        "mount -t tmpfs -o size=24m none \"$0\" && for phase in {}; do {PHASE}=$phase \"$@\" || exit 1; done",
        phases.join(" ")
    );
    let test = std::env::current_exe().unwrap();
    let in_namespace = |unshare: &[&str]| {
        let mut command = Command::new(unshare[0]);
        command.args(&unshare[1..]).args(["sh", "-c", &script]).arg(root.path()).arg(&test);
        command.args(["--exact", "full_disk::entry", "--include-ignored", "--nocapture"]);
        command.env(DIR, root.path()).env(SEED, seed.to_string()).output().unwrap()
    };
    let mut output = in_namespace(&["unshare", "--mount"]);
    if String::from_utf8_lossy(&output.stderr).contains("unshare") {
        output = in_namespace(&["unshare", "--user", "--map-root-user", "--mount"]);
    }
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let _ = fs::remove_file(root.path().with_extension("saved"));
    assert!(output.status.success() && said.contains("all there"), "run {seed} (needs mount namespaces): {said}");
}

#[test]
#[ignore = "run by another test as a process of its own"]
fn entry() {
    let Some(root) = std::env::var_os(DIR) else { return };
    let root = Path::new(&root);
    let seed: u64 = std::env::var(SEED).unwrap().parse().unwrap();
    match std::env::var(PHASE).unwrap().as_str() {
        "fill" => fill_up(root, seed),
        "full" => use_while_full(root),
        "lock" => lock_and_fill_up(root),
        "read" => read_while_full(root),
        _ => check(root),
    }
}

/// Writes until the disk is full, with another program's file growing at the same time.
fn fill_up(root: &Path, seed: u64) {
    let vault = Vault::create(&root.join("vault"), &password(), idw_vault::KdfCost::Floor).unwrap();
    let vault = vault.lock().unlock(&password()).map_err(|(_, error)| error).unwrap(); // with a reserve and a snapshot
    let mut saved = 0_u64;
    let commit = |len: usize, saved: &mut u64| {
        let mut batch = Batch::new();
        batch.put(NOTES, RecordId::from_bytes(u128::from(*saved + 1).to_be_bytes()), &vec![1; len]);
        batch.put(TASKS, RecordId::from_bytes([7; 16]), &(*saved + 1).to_be_bytes());
        match vault.commit(batch) {
            Ok(()) => *saved += 1,
            Err(WriteError::Full | WriteError::Uncertain { .. } | WriteError::Broken) => return false,
            Err(other) => panic!("{other}"),
        }
        true
    };
    for _ in 0..seed % 7 * 20 + 3 {
        assert!(commit(1000, &mut saved) || saved > 0);
    }
    grow(root, 4096 * usize::try_from(seed % 5).unwrap());
    while commit(200 + 517 * usize::try_from(seed % 11).unwrap(), &mut saved) {}
    while !commit(10, &mut saved) && grow(root, 0) {}
    let staged = vault.stage_document(&mut vec![3; 3_000_000].as_slice(), u64::MAX);
    drop(staged);
    fs::write(root.with_extension("saved"), saved.to_string()).unwrap(); // on another disk
    println!("saved {saved}");
    std::process::exit(0);
}

/// Another program takes all but `spare` bytes; says whether it got any.
fn grow(root: &Path, spare: usize) -> bool {
    let mut file = File::options().append(true).create(true).open(root.join("filler")).unwrap();
    let before = file.metadata().unwrap().len();
    while file.write_all(&[9; 4096]).is_ok() {}
    let after = file.metadata().unwrap().len();
    file.set_len(after.saturating_sub(spare as u64)).unwrap();
    after > before
}

/// As a program that is started again on the full disk: it may refuse, and must not harm.
fn use_while_full(root: &Path) {
    grow(root, 0);
    match Vault::open(&root.join("vault")).map(|sealed| sealed.unlock(&password())) {
        Ok(Ok(vault)) => {
            let mut batch = Batch::new();
            batch.put(NOTES, RecordId::from_bytes([9; 16]), &vec![1; 100_000]);
            let written = vault.commit(batch);
            assert!(matches!(written, Err(WriteError::Full)), "{written:?}");
            let mut batch = Batch::new();
            batch.remove(NOTES, RecordId::from_bytes([8; 16]));
            println!("removal while full: {:?}", vault.commit(batch));
            grow(root, 0);
            std::process::exit(0);
        }
        Ok(Err((_, UnlockError::Full { .. }))) | Err(OpenError::Io(_)) => println!("refused while full"),
        Ok(Err((_, error))) => panic!("{error}"),
        Err(error) => panic!("{error}"),
    }
}

fn lock_and_fill_up(root: &Path) {
    let vault = Vault::create(&root.join("vault"), &password(), idw_vault::KdfCost::Floor).unwrap();
    let mut batch = Batch::new();
    batch.put(NOTES, RecordId::from_bytes(1_u128.to_be_bytes()), b"a note");
    batch.put(TASKS, RecordId::from_bytes([7; 16]), &1_u64.to_be_bytes());
    vault.commit(batch).unwrap();
    drop(vault);
    fs::write(root.with_extension("saved"), "1").unwrap();
    grow(root, 0);
    std::process::exit(0);
}

fn read_while_full(root: &Path) {
    let vault = unlock(&root.join("vault"), PASSWORD).unwrap();
    let note = vault.get(NOTES, RecordId::from_bytes(1_u128.to_be_bytes())).unwrap().unwrap();
    assert_eq!(note.as_slice(), b"a note");
    assert!(vault.verify(&mut |_| {}).unwrap().is_whole());
    let mut batch = Batch::new();
    batch.put(NOTES, RecordId::from_bytes([9; 16]), &vec![1; 100_000]);
    let written = vault.commit(batch);
    assert!(matches!(written, Err(WriteError::Full)), "{written:?}");
    drop(vault);
    grow(root, 0); // also of what the reserve had
    std::process::exit(0);
}

fn check(root: &Path) {
    fs::remove_file(root.join("filler")).unwrap();
    let vault = unlock(&root.join("vault"), PASSWORD).unwrap();
    assert!(vault.repair_report().is_none_or(|report| report.lost.is_nothing()), "{:?}", vault.repair_report());
    let found = contents(&vault).unwrap().records;
    let last = u64::from_be_bytes(found[&(TASKS, RecordId::from_bytes([7; 16]))].as_slice().try_into().unwrap());
    let saved: u64 = fs::read_to_string(root.with_extension("saved")).unwrap().parse().unwrap();
    assert!(last >= saved, "{saved} saved, {last} there");
    assert_eq!(found.len() as u64, last + 1);
    for number in 1..=last {
        assert!(found.contains_key(&(NOTES, RecordId::from_bytes(u128::from(number).to_be_bytes()))), "{number}");
    }
    drop(vault);
    assert!(unlock(&root.join("vault"), PASSWORD).unwrap().verify(&mut |_| {}).unwrap().is_whole());
    println!("all there: {last}");
}
