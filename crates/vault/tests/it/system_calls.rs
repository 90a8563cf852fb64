//! What an acknowledged write costs and guarantees, as the operating system sees it.

use std::fs;
use std::io::Write;
use std::process::Command;

use idw_vault::{Batch, RecordId};

use crate::support::{Home, NOTES, PASSWORD, TASKS, unlock};

const DIR: &str = "IDW_VAULT_TEST_TRACED_DIR";
const WRITES: usize = 200;
const TRACED: &str = "trace=write,pwrite64,fsync,fdatasync,sync,syncfs,msync,sync_file_range,ftruncate,fallocate,rename,renameat,renameat2";

/// Traces a process that commits, and says on standard output when it starts and when it was told that it is saved.
#[test]
fn an_acknowledged_write_waits_for_the_disk_exactly_once() {
    let home = Home::new();
    drop(home.create());
    let trace = home.dir().with_file_name("trace");
    let traced = Command::new("strace")
        .args(["-f", "-y", "-s", "64", "-e", TRACED, "-o"])
        .arg(&trace)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "system_calls::entry", "--include-ignored", "--nocapture"])
        .env(DIR, home.dir())
        .output()
        .expect("this test needs `strace`, which is not installed: install the package of that name");
    let stderr = String::from_utf8_lossy(&traced.stderr);
    assert!(traced.status.success(), "strace may not trace here: {stderr}");

    let trace = fs::read_to_string(trace).unwrap();
    let log = format!("{}/db/db>", home.dir().display());
    let mut writes = 0;
    for window in windows(&trace) {
        let shown = window.join("\n");
        let waits: Vec<usize> = (0..window.len()).filter(|at| waits_for_disk(window[*at])).collect();
        assert_eq!(waits.len(), 1, "write {writes} waited {} times:\n{shown}", waits.len());
        let (before, after) = window.split_at(waits[0]);
        let wait = after[0];
        assert!(wait.contains(&log), "not the database's log was waited for:\n{shown}");
        let thread = wait.split_whitespace().next().unwrap();
        let resumed = |line: &str| line.starts_with(thread) && line.contains("resumed>");
        let has_ended = after.iter().any(|line| line.contains("= 0") && (*line == wait || resumed(line)));
        assert!(has_ended, "the wait had not ended when success was told:\n{shown}");
        assert!(before.iter().any(|line| changes(line, &log)), "nothing was written before the wait:\n{shown}");
        assert!(!after.iter().any(|line| changes(line, &log)), "the log was written after the wait:\n{shown}");
        writes += 1;
    }
    assert_eq!(writes, WRITES, "{stderr}");
    println!("{writes} acknowledged writes, each with exactly one wait for the disk, before success was told");
}

/// The lines between the start of a commit and its acknowledgement.
fn windows(trace: &str) -> Vec<Vec<&str>> {
    let mut found = Vec::new();
    let mut open: Option<Vec<&str>> = None;
    for line in trace.lines() {
        if line.contains("\"begin ") {
            open = Some(Vec::new());
        } else if line.contains("\"saved ") {
            found.extend(open.take());
        } else if let Some(lines) = &mut open {
            lines.push(line);
        }
    }
    found
}

/// A call that waits for the disk to have something. `sync_file_range` does not: it leaves the disk's cache alone.
fn waits_for_disk(line: &str) -> bool {
    [" fsync(", " fdatasync(", " sync(", " syncfs(", " msync("].iter().any(|call| line.contains(call))
}

fn changes(line: &str, log: &str) -> bool {
    [" write(", " pwrite64(", " ftruncate(", " fallocate("].iter().any(|call| line.contains(call)) && line.contains(log)
}

#[test]
#[ignore = "run by another test as a process of its own, traced"]
fn entry() {
    let Some(dir) = std::env::var_os(DIR) else { return };
    let vault = unlock(dir.as_ref(), PASSWORD).unwrap();
    let mut out = std::io::stdout().lock();
    let mut say = |line: String| {
        out.write_all(line.as_bytes()).unwrap(); // in one call: the trace is searched for it
        out.flush().unwrap();
    };
    let id = RecordId::make();
    for number in 0..WRITES {
        let mut batch = Batch::new();
        batch.put(NOTES, RecordId::make(), &vec![7; 100 + number * 37 % 3000]);
        if number % 4 == 1 {
            batch.put(TASKS, id, &number.to_be_bytes());
        } else if number % 4 == 2 {
            batch.remove(TASKS, id);
        } else if number % 4 == 3 {
            for _ in 0..40 {
                batch.put(TASKS, RecordId::make(), &[8; 900]);
            }
        }
        say(format!("begin {number}\n"));
        vault.commit(batch).unwrap();
        say(format!("saved {number}\n"));
    }
}
