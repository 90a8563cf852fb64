//! What must be measured in a process of its own: opening from nothing, and memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::{documents, list_memory, unlock};

/// The argument that makes this program a child.
pub(crate) const ROLE: &str = "--child";

/// Runs a part of this program in a process of its own, and gives the number that it prints.
pub(crate) fn ask(role: &str, arguments: &[&Path]) -> Result<u64> {
    let program = std::env::current_exe().context("finding this program")?;
    let mut command = Command::new(program);
    command.arg(ROLE).arg(role).args(arguments);
    number_from(command)
}

/// The path of another program of these, which was built beside this one.
pub(crate) fn beside(name: &str) -> Result<PathBuf> {
    let program = std::env::current_exe()?.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    ensure!(program.is_file(), "{} was not built; `cargo xtask bench vault` does", program.display());
    Ok(program)
}

/// Runs a program, and gives the number that it prints.
pub(crate) fn number_from(command: Command) -> Result<u64> {
    let numbers = numbers_from(command)?;
    ensure!(numbers.len() == 1, "one number was to be printed, and not {numbers:?}");
    Ok(numbers[0])
}

/// Runs a program, and gives all numbers that it prints.
pub(crate) fn numbers_from(mut command: Command) -> Result<Vec<u64>> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "a part of the measurement failed: {}", output.status);
    let text = String::from_utf8(output.stdout)?;
    let number = |word: &str| word.parse().with_context(|| format!("{word:?} is not a number"));
    text.split_whitespace().map(number).collect()
}

/// Does a child's part and prints its number.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let paths: Vec<&Path> = arguments.iter().skip(1).map(Path::new).collect();
    let number = match (arguments.first().map(String::as_str), paths.as_slice()) {
        (Some("kdf"), [dir]) => nanoseconds(unlock::kdf_alone(dir)?),
        (Some("list"), [dir]) => list_memory::growth_while_listing(dir)?,
        (Some("stage"), [dir, document]) => documents::peak_while_staging(dir, document)?,
        _ => bail!("no such part of the measurement: {arguments:?}"),
    };
    println!("{number}");
    Ok(())
}

fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// Bytes of this process that are in memory now.
pub(crate) fn resident_bytes() -> Result<u64> {
    status("VmRSS:")
}

/// The most that were since [`forget_peak`].
pub(crate) fn peak_bytes() -> Result<u64> {
    status("VmHWM:")
}

/// Starts the peak over from what is in memory now.
pub(crate) fn forget_peak() -> Result<()> {
    fs::write("/proc/self/clear_refs", "5").context("starting the peak of memory over")
}

fn status(field: &str) -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status").context("memory is measured on Linux only")?;
    let line = status.lines().find_map(|line| line.strip_prefix(field)).context("the system does not count memory")?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kibibytes * 1024)
}
