//! Changes at random: bits, lengths, places and times. None passes for right, and none does harm to the program.

use std::fs;
use std::path::{Path, PathBuf};

use crate::child::rounds;
use crate::damage::Sample;
use crate::support::files;

/// xorshift64*: any sequence will do, and the same one each time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap() % bound.max(1)
    }
}

/// The files of the folder in a fixed order; the lock and the reserve say nothing.
fn targets(dir: &Path) -> Vec<PathBuf> {
    let mut found = files(dir);
    found.retain(|path| !["lock", "reserve"].iter().any(|name| path.ends_with(name)));
    found.sort();
    found
}

fn mutate(dir: &Path, earlier: &Path, random: &mut Random) -> String {
    let all = targets(dir);
    let path = &all[random.below(all.len())];
    let name = path.strip_prefix(dir).unwrap();
    let mut bytes = fs::read(path).unwrap();
    // Most of the database's log is zeros that nothing reads.
    let used = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
    let what = match random.below(8) {
        0..3 => {
            let at = random.below(used);
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
            format!("bit flipped at {at}")
        }
        3 => {
            bytes.truncate(random.below(used));
            format!("cut to {}", bytes.len())
        }
        4 => {
            let (at, len) = (random.below(used), random.below(4096));
            let end = (at + len).min(bytes.len());
            bytes[at..end].fill(0);
            format!("zeros from {at} to {end}")
        }
        5 => {
            let other = &all[random.below(all.len())];
            let theirs = fs::read(other).unwrap();
            fs::write(other, &bytes).unwrap();
            bytes = theirs;
            format!("swapped with {}", other.strip_prefix(dir).unwrap().display())
        }
        6 => {
            let old = earlier.join(name);
            let there = old.is_file();
            if there {
                bytes = fs::read(old).unwrap();
            }
            format!("put back: {there}")
        }
        _ => {
            fs::remove_file(path).unwrap();
            return format!("{}: removed", name.display());
        }
    };
    fs::write(path, bytes).unwrap();
    format!("{}: {what}", name.display())
}

#[test]
fn no_mutation_passes_unnoticed() {
    let sample = Sample::new();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (rounds, mut noticed) = (rounds(50), 0);
    for round in 0..rounds {
        let mut log = Vec::new();
        let mutated = |dir: &Path| {
            for _ in 0..=random.below(3) {
                log.push(mutate(dir, sample.earlier.path(), &mut random));
            }
            println!("{round}: {}", log.join("; ")); // to know which, should it stop here
        };
        // The password's key derivation costs most of the time, and its slot is a few bytes of the whole.
        let report = if round % 8 == 0 { sample.tamper_with_password(mutated) } else { sample.tamper(mutated) };
        println!("    {}", report.as_deref().unwrap_or("no effect"));
        noticed += u32::from(report.is_some());
    }
    println!("{rounds} mutations, {noticed} refused or repaired, the others without effect, 0 unnoticed");
    assert!(noticed > rounds / 4, "the mutations hit nothing");
}
