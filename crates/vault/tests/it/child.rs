//! Other processes: one that holds the vault, and ones that are killed while they write.

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use idw_vault::{Batch, CreateError, KdfCost, OpenError, RecordId, Vault};

use crate::fixture;
use crate::support::{Contents, Home, NOTES, PASSWORD, TASKS, contents, password, put, unlock};

const CHILD_DIR: &str = "IDW_VAULT_TEST_CHILD_DIR";
const OLD_DIR: &str = "IDW_VAULT_TEST_OLD_DIR";
const IMPORTED: &[u8] = b"imported";
const IMPORTED_AT_ONCE: u64 = 30;

/// This test binary again, running [`entry`] on the vault.
struct Process {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Process {
    fn start(dir: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child::entry", "--include-ignored", "--nocapture"])
            .env(CHILD_DIR, dir)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// The number after `word` in the next line that has it; none when the process has ended.
    fn next(&mut self, word: &str) -> Option<u64> {
        self.lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once(word)?;
            rest.trim().parse().ok()
        })
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Commits records with the numbers after the highest one there, and says so each time it was told that they are saved.
#[test]
#[ignore = "run by other tests as a process of its own"]
fn entry() {
    let Some(dir) = std::env::var_os(CHILD_DIR) else { return };
    let mut vault = unlock(dir.as_ref(), PASSWORD).unwrap();
    assert!(vault.repair_report().is_none_or(|report| report.lost.is_nothing()));
    let found = contents(&vault).unwrap();
    check_imported(&found);
    let records = found.records.keys().filter(|(tree, _)| *tree == NOTES).count() as u64;
    let mut out = std::io::stdout().lock();
    writeln!(out, "\nfound {records}").unwrap();
    out.flush().unwrap();
    for number in records + 1.. {
        let mut batch = Batch::new();
        batch.put(NOTES, numbered(number), &number.to_be_bytes().repeat(100));
        batch.put(TASKS, numbered(number % 3), &number.to_be_bytes().repeat(1000));
        if number % 5 == 0 {
            let bytes = number.to_be_bytes().repeat(1000);
            batch.put_document(vault.stage_document(&mut bytes.as_slice(), u64::MAX).unwrap(), &number.to_be_bytes());
        }
        vault.commit(batch).unwrap();
        match number % 37 {
            0 => import(&vault, number),
            5 => drop(vault.compact().unwrap()),
            17 => {
                let sealed = vault.lock(); // takes a snapshot
                vault = sealed.unlock(&password()).map_err(|(_, error)| error).unwrap();
            }
            29 => vault.change_password(&password(), &password()).unwrap(),
            _ => {}
        }
        writeln!(out, "saved {number}").unwrap();
        out.flush().unwrap();
    }
}

/// Brings many documents in with one commit, in the place of those of the import before.
fn import(vault: &Vault, number: u64) {
    let mut batch = Batch::new();
    let imported = vault.documents().map(Result::unwrap).filter(|info| info.meta.starts_with(IMPORTED));
    for info in imported {
        batch.remove_document(info.id);
    }
    for part in 0..IMPORTED_AT_ONCE {
        let bytes = [number, part].map(u64::to_be_bytes).concat();
        let staged = vault.stage_document(&mut bytes.repeat(1000).as_slice(), u64::MAX).unwrap();
        batch.put_document(staged, &[IMPORTED, &bytes].concat());
    }
    vault.commit(batch).unwrap();
}

/// All documents of one import are there, or all of the one before; gives the number of those that there are.
fn check_imported(found: &Contents) -> usize {
    let imported: Vec<_> = found.documents.values().filter(|(meta, _)| meta.starts_with(IMPORTED)).collect();
    assert!([0, IMPORTED_AT_ONCE].contains(&(imported.len() as u64)), "{} of an import", imported.len());
    let mut parts: Vec<_> = imported.iter().map(|(meta, _)| &meta[IMPORTED.len()..]).collect();
    parts.sort_unstable();
    for (part, (meta, bytes)) in parts.iter().zip(&imported) {
        assert_eq!(part[..8], parts[0][..8], "two imports are mixed");
        assert_eq!(*bytes, meta[IMPORTED.len()..].repeat(1000));
    }
    imported.len()
}

fn numbered(number: u64) -> RecordId {
    RecordId::from_bytes((u128::from(number) << 64).to_le_bytes())
}

/// How often to do something: little in a test run, and as often as a soak asks for.
pub(crate) fn rounds(few: u32) -> u32 {
    std::env::var("IDW_VAULT_SOAK_ROUNDS").map_or(few, |rounds| rounds.parse().unwrap())
}

#[test]
fn what_a_killed_process_was_told_is_saved_is_there() {
    let home = Home::new();
    drop(home.create());
    let mut acknowledged = 0;
    let mut seed = 12_345_u32;
    for round in 0..rounds(12) {
        let mut process = Process::start(&home.dir());
        let found = process.next("found ").expect("the vault opens after every kill");
        assert!(found >= acknowledged, "round {round}: {acknowledged} were saved and {found} are there");
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        for _ in 0..seed % 23 {
            acknowledged = process.next("saved ").unwrap().max(acknowledged);
        }
        let until = Instant::now() + Duration::from_micros(u64::from(seed >> 20));
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        process.kill();
        while let Some(number) = process.next("saved ") {
            acknowledged = number.max(acknowledged); // told before it died
        }
    }
    let vault = home.unlock();
    let found = contents(&vault).unwrap();
    let last = found.records.keys().filter(|(tree, _)| *tree == NOTES).count() as u64;
    assert!(acknowledged > 15 && last >= acknowledged, "{acknowledged} saved, {last} there");
    for number in 1..=last {
        assert_eq!(found.records[&(NOTES, numbered(number))], number.to_be_bytes().repeat(100), "record {number}");
    }
    let others = found.documents.len() - check_imported(&found);
    assert_eq!(others as u64, last / 5, "a document for every fifth record, and no other");
    for (meta, bytes) in found.documents.values().filter(|(meta, _)| !meta.starts_with(IMPORTED)) {
        assert_eq!(*bytes, meta.repeat(1000));
    }
    assert!(vault.missing_documents().is_empty());
    println!("{} kills, {acknowledged} acknowledged commits, 0 lost", rounds(12));
}

/// A vault of the first version of the format is brought to the newest when it is unlocked.
#[test]
fn a_migration_that_is_killed_loses_nothing() {
    let (mut killed_within, mut seed) = (0, 99_u32);
    for round in 0..rounds(6) {
        let copy = fixture::copied("v1");
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child::migrate", "--include-ignored", "--nocapture"])
            .env(OLD_DIR, copy.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The new database is begun once the password is known to be right; the header that names it ends it.
        while !copy.path().join("db.2").exists() {
            assert!(child.try_wait().unwrap().is_none(), "round {round}: it ended without a migration");
            std::thread::yield_now();
        }
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        std::thread::sleep(Duration::from_micros(u64::from(seed >> 16)));
        child.kill().unwrap();
        child.wait().unwrap();
        killed_within += u32::from(copy.path().join("db.1").exists());
        let vault = unlock(copy.path(), PASSWORD).unwrap();
        assert_eq!(vault.repair_report(), None, "round {round}");
        fixture::check_contents(&vault, "v1");
        assert_eq!(vault.verify(&mut |_| {}).unwrap().faults, [], "round {round}");
    }
    println!("{} migrations, {killed_within} killed before the old database was gone, 0 lost", rounds(6));
}

/// Records that an older program would misread are written over those of a vault of the version before.
#[test]
fn an_upgrade_that_is_killed_has_the_records_of_before_or_all_of_the_new_ones() {
    let (mut upgraded, mut seed) = ([0, 0], 7_u32);
    for round in 0..rounds(6) {
        let copy = fixture::copied("v2");
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child::upgrade", "--include-ignored", "--nocapture"])
            .env(OLD_DIR, copy.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.map_while(Result::ok).any(|line| line.contains("unlocked")), "round {round}: it did not unlock");
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        std::thread::sleep(Duration::from_micros(u64::from(seed >> 17)));
        child.kill().unwrap();
        child.wait().unwrap();
        let vault = unlock(copy.path(), PASSWORD).unwrap();
        assert_eq!(vault.repair_report(), None, "round {round}");
        assert_eq!(vault.verify(&mut |_| {}).unwrap().faults, [], "round {round}");
        let new: Vec<_> =
            (1..=UPGRADED).filter(|number| vault.get(TASKS, numbered(*number)).unwrap().is_some()).collect();
        assert!(new.is_empty() || new.len() as u64 == UPGRADED, "round {round}: {new:?}");
        if new.is_empty() {
            fixture::check_contents(&vault, "v2");
        } else {
            assert_eq!(vault.format_version(), 6, "round {round}: an older program could misread it");
        }
        upgraded[usize::from(!new.is_empty())] += 1;
    }
    println!("{} upgrades killed, {} before and {} after the records, 0 lost", rounds(6), upgraded[0], upgraded[1]);
}

/// How many records the upgrade writes.
const UPGRADED: u64 = 40;

#[test]
#[ignore = "run by another test as a process of its own"]
fn upgrade() {
    let Some(dir) = std::env::var_os(OLD_DIR) else { return };
    let vault = unlock(dir.as_ref(), PASSWORD).unwrap();
    println!("unlocked");
    let mut batch = Batch::new();
    for number in 1..=UPGRADED {
        batch.put(TASKS, numbered(number), &number.to_be_bytes().repeat(100));
    }
    vault.commit_as_newest(batch).unwrap();
}

#[test]
#[ignore = "run by another test as a process of its own"]
fn migrate() {
    let Some(dir) = std::env::var_os(OLD_DIR) else { return };
    drop(unlock(dir.as_ref(), PASSWORD).unwrap());
}

#[test]
fn a_second_process_is_told_who_has_the_vault() {
    let home = Home::new();
    drop(home.create());
    let mut process = Process::start(&home.dir());
    process.next("found ").unwrap();
    match Vault::open(&home.dir()) {
        Err(error @ OpenError::InUse { pid: Some(pid), program: Some(_) }) => {
            assert_eq!(pid, process.child.id());
            assert!(error.to_string().contains(&pid.to_string()), "{error}");
        }
        other => panic!("two processes have one vault: {other:?}"),
    }
    assert!(matches!(Vault::create(&home.dir(), &password(), KdfCost::Floor), Err(CreateError::AlreadyExists { .. })));
    process.kill();
    put(&home.unlock(), NOTES, RecordId::make(), b"mine now"); // the lock died with the process
}

#[test]
fn one_process_opens_a_vault_once() {
    let home = Home::new();
    let vault = home.create();
    let is_in_use = || matches!(Vault::open(&home.dir()), Err(OpenError::InUse { .. }));
    assert!(is_in_use());
    let sealed = vault.lock();
    assert!(is_in_use(), "a locked vault is still held");
    drop(sealed);
    assert!(!is_in_use());
}
