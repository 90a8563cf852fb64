//! The key derivation at its weakest, beside the reference C implementation as Python's `argon2-cffi` brings it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use idw_vault::{KdfCost, Vault};

use crate::home;
use crate::table::{Mark, Table};
use crate::timing::{in_turns, time};

const FIGURE: &str = "KDF: Argon2id 64 MiB, t=3, p=4, memory wiped | argon2-cffi";
const ROUNDS: usize = 31;

/// Says `ready`, then derives a key for every line it is given and says how many nanoseconds that took.
const SCRIPT: &str = "
import sys, time
from argon2.low_level import hash_secret_raw, Type
print('ready', flush=True)
for line in sys.stdin:
    started = time.perf_counter_ns()
    hash_secret_raw(b'correct horse battery staple', b'0123456789abcdef', 3, 65536, 4, 32, Type.ID)
    print(time.perf_counter_ns() - started, flush=True)
";

pub(crate) fn measure(table: &mut Table) -> Result<()> {
    let Some(mut reference) = Reference::start() else {
        table.unmeasured(FIGURE, "python3 with argon2-cffi is not here");
        return Ok(());
    };
    let folder = home::folder()?;
    let vault = Vault::create(&folder.path().join("vault"), &home::password(), KdfCost::Floor)?;
    let password = home::password();
    let ours = |_| time(|| Ok(vault.check_password(&password)?));
    let (ours, theirs) = in_turns(ROUNDS, ours, |_| reference.derive())?.quickest();
    table.row(FIGURE, ours, theirs, ours.of(theirs), Mark::AtMost(0.6));
    Ok(())
}

struct Reference {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Reference {
    fn start() -> Option<Self> {
        let mut command = Command::new("python3");
        command.args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().ok()?;
        let mut from = BufReader::new(process.stdout.take()?);
        let to = process.stdin.take()?;
        let mut line = String::new();
        from.read_line(&mut line).ok()?;
        (line == "ready\n").then_some(Self { process, to, from })
    }

    fn derive(&mut self) -> Result<Duration> {
        self.to.write_all(b"\n")?;
        let mut line = String::new();
        self.from.read_line(&mut line)?;
        line.trim().parse().map(Duration::from_nanos).context("argon2-cffi gave no time")
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
