//! What the disk does not give is no damage: nothing is lost, and nothing is written over.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use idw_vault::{Batch, Damage, RecordId, Vault};

use crate::child::rounds;
use crate::support::{Home, NOTES, PASSWORD, copy_dir, open_database, put, unlock};

const DIR: &str = "IDW_VAULT_TEST_UNREADABLE_DIR";
const TASK: &str = "IDW_VAULT_TEST_UNREADABLE_TASK";
const NEWEST: &[u8] = b"the newest value";
/// No task reads one file so often: a test that gets here injects nothing.
const MOST_READS: usize = 200;

/// A vault whose one record was changed several times.
struct Used {
    home: tempfile::TempDir,
    id: RecordId,
    /// Whether its manifest was removed.
    is_damaged: bool,
}

impl Used {
    /// As a process leaves it that is killed: what was saved last is in no snapshot.
    fn killed() -> Self {
        let (home, vault, id) = Self::make();
        let used = Self { home: tempfile::tempdir().unwrap(), id, is_damaged: false };
        copy_dir(&home.dir(), &used.dir());
        drop(vault);
        used
    }

    /// As it is after it was locked.
    fn locked() -> Self {
        let (home, vault, id) = Self::make();
        drop(vault);
        let used = Self { home: tempfile::tempdir().unwrap(), id, is_damaged: false };
        copy_dir(&home.dir(), &used.dir());
        used
    }

    fn make() -> (Home, Vault, RecordId) {
        let home = Home::new();
        let vault = home.create();
        let id = RecordId::make();
        for value in [b"the first value".as_slice(), b"the value before the last", NEWEST] {
            put(&vault, NOTES, RecordId::make(), &[7; 3000]);
            put(&vault, NOTES, id, value);
        }
        (home, vault, id)
    }

    fn dir(&self) -> PathBuf {
        self.home.path().join("vault")
    }

    fn copy(&self) -> Self {
        let copy = Self { home: tempfile::tempdir().unwrap(), id: self.id, is_damaged: self.is_damaged };
        copy_dir(&self.dir(), &copy.dir());
        copy
    }

    /// Everything is there, and nothing had to be repaired that was whole before.
    fn check_whole(&self, after: &str) {
        let vault = unlock(&self.dir(), PASSWORD).unwrap_or_else(|error| panic!("{after}: {error}"));
        let repaired = vault.repair_report().map(|report| report.damage.clone());
        assert!(
            repaired.is_none() || self.is_damaged && repaired == Some(Damage::ManifestMissing),
            "{after}: {repaired:?}"
        );
        assert_eq!(vault.get(NOTES, self.id).unwrap().unwrap().as_slice(), NEWEST, "{after}");
        assert!(vault.verify(&mut |_| {}).unwrap().is_whole(), "{after}");
    }
}

/// Does a task in a process whose `count`th read of a file of the database fails; says what the process said, and whether
/// a read failed at all.
fn run(used: &Used, task: &str, call: &str, when: &str) -> (String, bool) {
    let trace = used.home.path().join("trace");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-o"]).arg(&trace);
    for file in files_of_databases(&used.dir()) {
        strace.arg("-P").arg(file);
    }
    strace.arg("-e").arg(format!("trace={call}")).arg("-e").arg(format!("inject={call}:error=EIO:when={when}"));
    strace.arg(std::env::current_exe().unwrap());
    strace.args(["--exact", "read_errors::entry", "--include-ignored", "--nocapture"]);
    let output = strace.env(DIR, used.dir()).env(TASK, task).output().expect("this test needs the package `strace`");
    let said = String::from_utf8(output.stdout).unwrap();
    let said = said.lines().find_map(|line| line.split_once("outcome: ")).map(|(_, said)| said.to_owned());
    let said = said.unwrap_or_else(|| panic!("{call} {when}: {}", String::from_utf8_lossy(&output.stderr)));
    (said, fs::read_to_string(trace).unwrap().contains("(INJECTED)"))
}

/// The files that the engine reads, and those to which it may come.
fn files_of_databases(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["db", "db.1", "db.2", "pristine", "rescue/0", "rescue/1"] {
        let folder = dir.join(folder);
        found.extend(["db", "conf"].map(|name| folder.join(name)));
        let entries = fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().path());
        found.extend(
            entries.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("snap."))),
        );
    }
    found
}

/// Lets each read fail in turn, or one of several in a short run, once and for good.
fn fail_each_read(used: &Used, task: &str, few: u32) -> usize {
    let step = rounds(few) as usize; // a soak tries each
    let mut failed = 0;
    for call in ["pread64", "read"] {
        for lasting in ["", "+"] {
            for count in (1..).step_by(step) {
                assert!(count < MOST_READS, "{task}: {call} never stops");
                let case = used.copy();
                let when = format!("{count}{lasting}");
                let (said, has_failed) = run(&case, task, call, &when);
                let after = format!("{task}, {call} {when}: {said}");
                assert!(
                    said == "done" || said.contains("Input/output error") || said.contains("something else each time"),
                    "{after}"
                );
                assert!(has_failed || said == "done", "{after}");
                case.check_whole(&after);
                if !has_failed {
                    break;
                }
                failed += 1;
            }
        }
    }
    failed
}

#[test]
fn a_read_error_at_unlocking_loses_nothing() {
    let failed = fail_each_read(&Used::killed(), "unlock", 1) + fail_each_read(&Used::locked(), "unlock", 4);
    println!("{failed} reads failed, and everything was there afterwards");
    assert!(failed > 5, "{failed}");
}

#[test]
fn a_read_error_at_compaction_loses_nothing() {
    let failed = fail_each_read(&Used::locked(), "compact", 4);
    println!("{failed} reads failed, and everything was there afterwards");
    assert!(failed > 5, "{failed}");
}

/// A damaged database has the vault read all that is left, and a read error must not be taken for more damage.
#[test]
fn a_read_error_during_a_repair_loses_nothing() {
    let mut used = Used::killed();
    used.is_damaged = true;
    let db = open_database(&used.dir());
    db.remove([0]).unwrap(); // the manifest
    db.flush().unwrap();
    drop(db);
    let failed = fail_each_read(&used, "unlock", 4);
    println!("{failed} reads failed, and everything was there afterwards");
    assert!(failed > 5, "{failed}");
}

/// Whatever stands in the place of a file that there are two of, or that the vault can do without.
#[test]
fn one_unreadable_spare_file_keeps_nobody_out() {
    for file in ["vault.header", "vault.header.2", "anchor"] {
        let used = Used::locked();
        let path = used.dir().join(file);
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        let vault = unlock(&used.dir(), PASSWORD).unwrap();
        let [fault] = vault.spare_faults() else { panic!("{file}: {:?}", vault.spare_faults()) };
        assert!(fault.file == file && fault.is_mended, "{fault}");
        assert!(path.is_file());
        drop(vault);
        fs::remove_file(&path).unwrap();
        fs::create_dir_all(path.join("somebody's")).unwrap();
        let vault = unlock(&used.dir(), PASSWORD).unwrap();
        assert_eq!(vault.odd_entries().unwrap().len(), 1, "a folder with something in it is told and left");
        put(&vault, NOTES, RecordId::make(), b"and it goes on");
        drop(vault);
        assert!(path.join("somebody's").is_dir());
        fs::remove_dir_all(&path).unwrap();
        used.check_whole(file);
        assert!(unlock(&used.dir(), PASSWORD).unwrap().spare_faults().is_empty());
    }
}

/// The disk does not give one of them: the other is used, and the first is written anew.
#[test]
fn a_read_error_in_one_spare_file_keeps_nobody_out() {
    for file in ["vault.header", "vault.header.2", "anchor"] {
        let used = Used::locked();
        let path = used.dir().join(file);
        let output = Command::new("strace")
            .args(["-f", "-o", "/dev/null", "-P"])
            .arg(&path)
            .args(["-e", "inject=read:error=EIO:when=1+"])
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "read_errors::entry", "--include-ignored", "--nocapture"])
            .env(DIR, used.dir())
            .env(TASK, "unlock")
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("outcome: done"), "{file}: {said}");
        assert!(
            said.contains(&format!(
                "told: the file {file} in the vault's folder could not be used (Input/output error"
            )),
            "{said}"
        );
        used.check_whole(file);
        assert!(unlock(&used.dir(), PASSWORD).unwrap().spare_faults().is_empty(), "it was mended");
    }
}

#[test]
#[ignore = "run by other tests as a process of its own, whose reads fail"]
fn entry() {
    let Some(dir) = std::env::var_os(DIR) else { return };
    let task = std::env::var(TASK).unwrap();
    let outcome = unlock(dir.as_ref(), PASSWORD).map_err(|error| error.to_string()).and_then(|vault| {
        vault.spare_faults().iter().for_each(|fault| println!("\ntold: {fault}"));
        if task == "compact" {
            vault.compact().map_err(|error| error.to_string())?;
        }
        let mut batch = Batch::new();
        batch.put(NOTES, RecordId::make(), b"and it goes on");
        vault.commit(batch).map_err(|error| error.to_string())
    });
    println!("\noutcome: {}", outcome.err().unwrap_or_else(|| "done".to_owned()));
}
