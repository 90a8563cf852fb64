//! What the system knows of a window's processes.

use std::collections::HashMap;
use std::fs;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result};

/// Ticks of the kernel's clock in a second; Linux has the same for all programs.
const TICKS: f64 = 100.0;

/// Whose child a process is, and when it began.
struct Stat {
    name: String,
    parent: u32,
    began_ticks: f64,
}

/// The child of `parent` with this name.
pub(crate) fn child(parent: u32, name: &str) -> Option<u32> {
    // The kernel keeps 15 characters of a name.
    let name: String = name.chars().take(15).collect();
    all().into_iter().find(|(_, stat)| stat.parent == parent && stat.name == name).map(|(id, _)| id)
}

/// Whether a process is still there.
pub(crate) fn is_there(id: u32) -> bool {
    fs::metadata(format!("/proc/{id}")).is_ok()
}

/// When a process began, in milliseconds since 1970; the kernel says it in hundredths of a second.
pub(crate) fn began(id: u32) -> Result<f64> {
    let uptime = fs::read_to_string("/proc/uptime").context("reading the time since the start of the system")?;
    let uptime: f64 = uptime.split_whitespace().next().unwrap_or_default().parse().context("reading /proc/uptime")?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs_f64();
    let stat = stat(id).context("the window's process is gone")?;
    Ok((now - uptime + stat.began_ticks / TICKS) * 1e3)
}

/// The memory of a process and of all that it started, in bytes. What several processes share is counted once: each has
/// its share of it (PSS).
pub(crate) fn memory(root: u32) -> Result<u64> {
    let parents: HashMap<u32, u32> = all().into_iter().map(|(id, stat)| (id, stat.parent)).collect();
    let mut sum = 0;
    for &id in parents.keys().filter(|&&id| descends(id, root, &parents)) {
        let path = format!("/proc/{id}/smaps_rollup");
        let Ok(text) = fs::read_to_string(&path) else {
            // It may have ended since it was listed; but the wallet's process can be read by the superuser alone.
            anyhow::ensure!(!is_there(id), "{path} cannot be read: run this as the superuser");
            continue;
        };
        let pss = text.lines().find_map(|line| line.strip_prefix("Pss:")).context("a process without PSS")?;
        let kib: u64 = pss.trim().trim_end_matches(" kB").parse().context("reading a PSS")?;
        sum += kib * 1024;
    }
    Ok(sum)
}

fn descends(mut id: u32, root: u32, parents: &HashMap<u32, u32>) -> bool {
    loop {
        if id == root {
            return true;
        }
        match parents.get(&id) {
            Some(&parent) if parent != 0 => id = parent,
            _ => return false,
        }
    }
}

fn all() -> HashMap<u32, Stat> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter_map(|id| Some((id, stat(id)?))).collect()
}

/// proc_pid_stat(5). The name is in parentheses and may hold anything, so the rest is counted from the last one.
fn stat(id: u32) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (before, after) = text.rsplit_once(')')?;
    let fields: Vec<&str> = after.split_whitespace().collect();
    Some(Stat {
        name: before.split_once('(')?.1.to_owned(),
        parent: fields.get(1)?.parse().ok()?,
        began_ticks: fields.get(19)?.parse().ok()?,
    })
}
