//! What the worker denies itself before it reads a byte of a document.

use std::io;

use nix::unistd::close;
use rustix::process::{Resource, Rlimit, setrlimit};

/// Input, output and error stay open whatever the limit is. Where it is nothing, no other file, pipe or socket comes in
/// the place of one of them that is closed; elsewhere than on Linux that is not known to work.
const MOST_DESCRIPTORS: u64 = if cfg!(target_os = "linux") { 0 } else { 3 };
/// The first descriptor after input, output and error.
const FIRST_FURTHER: i32 = 3;
/// Where no folder lists the open descriptors, those up to here are closed. What a process inherits has low numbers.
const MANY_DESCRIPTORS: i32 = 4096;

/// Limits this process for good: the hard limits go down with the soft ones.
///
/// # Errors
///
/// When a limit that protects the wallet cannot be set: then nothing must be read.
pub(super) fn limit_this_process(mapped: MappedBytes, memory_bytes: u64, cpu_seconds: u64) -> io::Result<()> {
    let MappedBytes(mapped) = mapped;
    limit(Resource::Core, 0)?;
    limit_memory(Resource::As, mapped.saturating_add(memory_bytes))?;
    limit_memory(Resource::Data, memory_bytes)?;
    // At the soft limit comes SIGXCPU, which ends the process and says why; a second later SIGKILL.
    setrlimit(Resource::Cpu, Rlimit { current: Some(cpu_seconds), maximum: Some(cpu_seconds + 1) })?;
    limit(Resource::Fsize, 0)?;
    limit(Resource::Nofile, MOST_DESCRIPTORS)
}

/// Closes all that this process got from the wallet beside its input, output and error. Rust gives nothing on, but a
/// library in the window's process may.
pub(super) fn close_what_was_inherited() {
    let listed = open_descriptors().unwrap_or_else(|_| (FIRST_FURTHER..MANY_DESCRIPTORS).collect());
    for descriptor in listed.into_iter().filter(|descriptor| *descriptor >= FIRST_FURTHER) {
        // The only error is that it was closed already, as the one that the listing itself took.
        let _ = close(descriptor);
    }
}

fn open_descriptors() -> io::Result<Vec<i32>> {
    let folder = if cfg!(target_os = "linux") { "/proc/self/fd" } else { "/dev/fd" };
    let names = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name()));
    let numbers = names.map(|name| name.map(|name| name.to_str().and_then(|name| name.parse().ok())));
    Ok(numbers.collect::<io::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn limit(resource: Resource, value: u64) -> io::Result<()> {
    Ok(setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) })?)
}

/// Only Linux enforces these; elsewhere some are refused, and time and output stay limited.
fn limit_memory(resource: Resource, bytes: u64) -> io::Result<()> {
    let limited = limit(resource, bytes);
    if cfg!(target_os = "linux") { limited } else { Ok(()) }
}

/// Address space that is in use before a document is read.
///
/// What the program and its libraries have mapped differs by a hundred megabytes between the command line and the window,
/// and most of it is never touched: the limit counts from here. Where no file may be opened any more, it cannot be read.
#[derive(Clone, Copy)]
pub(super) struct MappedBytes(u64);

impl MappedBytes {
    pub(super) fn now() -> Self {
        let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
        let pages: u64 = statm.split(' ').next().and_then(|pages| pages.parse().ok()).unwrap_or(0);
        Self(pages.saturating_mul(rustix::param::page_size() as u64))
    }
}
