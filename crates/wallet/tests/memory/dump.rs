//! Reads another process's memory (proc(5): `maps` and `mem`).

use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;

use crate::secrets::Secret;

/// Where a secret was found.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) name: &'static str,
    #[allow(dead_code, reason = "shown when the test fails")]
    place: String,
}

/// Every place in the process's writable memory that has one of the secrets.
pub(crate) fn find(process: u32, secrets: &[Secret]) -> Vec<Found> {
    let memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut found = Vec::new();
    let mut read = 0;
    for region in maps.lines().filter_map(Region::parse) {
        let mut bytes = vec![0; region.len];
        if memory.read_exact_at(&mut bytes, region.start).is_err() {
            continue; // such as the kernel's own pages in it
        }
        read += region.len;
        for secret in secrets {
            for at in secret.places_in(&bytes) {
                found.push(Found {
                    name: secret.name,
                    place: format!("{} + {at:#x} of {:#x}", region.name, region.len),
                });
            }
        }
    }
    assert!(read > 1024 * 1024, "a process has more memory than the {read} bytes that could be read");
    found
}

struct Region {
    start: u64,
    len: usize,
    name: String,
}

impl Region {
    /// `start-end perms offset device inode name`; only what the process can write to.
    fn parse(line: &str) -> Option<Self> {
        let mut fields = line.split_ascii_whitespace();
        let (start, end) = fields.next()?.split_once('-')?;
        let (start, end) = (u64::from_str_radix(start, 16).ok()?, u64::from_str_radix(end, 16).ok()?);
        fields.next()?.starts_with("rw").then_some(())?;
        let name = fields.nth(3).unwrap_or("anonymous").to_owned();
        Some(Self { start, len: usize::try_from(end - start).ok()?, name: format!("{name} {start:x}") })
    }
}
