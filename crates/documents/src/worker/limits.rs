//! What the worker denies itself before it reads a byte of a document.

use std::io;

use rustix::process::{Resource, Rlimit, setrlimit};

/// Limits this process for good: the hard limits go down with the soft ones.
///
/// # Errors
///
/// When a limit that protects the wallet cannot be set: then nothing must be read.
pub(super) fn limit_this_process(memory_bytes: u64, cpu_seconds: u64) -> io::Result<()> {
    // What the program and its libraries have mapped already differs by a hundred megabytes between the command
    // line and the window, and most of it is never touched: the limit counts from here.
    let mapped = mapped_bytes();
    limit(Resource::Core, 0)?;
    limit_memory(Resource::As, mapped.saturating_add(memory_bytes))?;
    limit_memory(Resource::Data, memory_bytes)?;
    // At the soft limit comes SIGXCPU, which ends the process and says why; a second later SIGKILL.
    setrlimit(Resource::Cpu, Rlimit { current: Some(cpu_seconds), maximum: Some(cpu_seconds + 1) })?;
    // Input, output and error are open: no further file, pipe or socket.
    limit(Resource::Nofile, 3)?;
    limit(Resource::Fsize, 0)
}

fn limit(resource: Resource, value: u64) -> io::Result<()> {
    Ok(setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) })?)
}

/// Only Linux enforces these; elsewhere some are refused, and time and output stay limited.
fn limit_memory(resource: Resource, bytes: u64) -> io::Result<()> {
    let limited = limit(resource, bytes);
    if cfg!(target_os = "linux") { limited } else { Ok(()) }
}

/// Address space that is in use now.
fn mapped_bytes() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: u64 = statm.split(' ').next().and_then(|pages| pages.parse().ok()).unwrap_or(0);
    pages.saturating_mul(rustix::param::page_size() as u64)
}
