//! What Linux keeps a worker from that a document has taken over: every file and connection (Landlock), and every system
//! call but the few that reading a document takes (seccomp).
//!
//! Either may be missing: an old kernel, or a container that refuses it. Then the other one holds, and the limits of
//! `limits.rs` do, which leave no descriptor to open anything with. So a worker goes on without.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use std::{fs, io, thread};

use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetError, RulesetStatus, Scope};
use libc::{PROT_EXEC, SYS_exit_group, c_long};
use seccompiler::{
    BackendError, BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};

/// `PR_SET_NAME` of Linux' `linux/prctl.h`, as an argument of a system call.
const PR_SET_NAME: u64 = 15;

/// No program that is started from here on gives more rights than this process has.
///
/// # Errors
///
/// When the kernel refuses, which none does.
pub(super) fn gain_no_rights() -> io::Result<()> {
    Ok(rustix::thread::set_no_new_privs(true)?)
}

/// Waits until every other thread of this process waits for something, and for two seconds at most: libraries of the window
/// start threads before `main`, and what a thread does at its start is not among the calls that are allowed afterwards.
pub(super) fn let_other_threads_start() {
    const PATIENCE: Duration = Duration::from_secs(2);
    const PAUSE: Duration = Duration::from_millis(1);
    let begun = Instant::now();
    while !others_wait().unwrap_or(true) && begun.elapsed() < PATIENCE {
        thread::sleep(PAUSE);
    }
}

fn others_wait() -> io::Result<bool> {
    let own = rustix::thread::gettid().as_raw_nonzero().to_string();
    for task in fs::read_dir("/proc/self/task")? {
        let task = task?;
        if task.file_name().to_str() == Some(&own) {
            continue;
        }
        // One that has ended meanwhile has started. The state stands behind the name, which may have a bracket in it.
        let stat = fs::read_to_string(task.path().join("stat")).unwrap_or_default();
        let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
        if state == Some('R') || state == Some('D') {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Allows no file, no connection, and no signal to others, and says how much of that the kernel knows. To be called while
/// a descriptor can be opened still.
///
/// # Errors
///
/// When the kernel knows Landlock and refuses all the same.
pub(super) fn forbid_files_and_connections() -> Result<RulesetStatus, RulesetError> {
    // What a kernel does not know of this is left out by itself. No rule is added, so nothing is allowed.
    let newest = ABI::V6;
    let rules = Ruleset::default()
        .handle_access(AccessFs::from_all(newest))?
        .handle_access(AccessNet::from_all(newest))?
        .scope(Scope::from_all(newest))?;
    rules.create()?.restrict_self().map(|status| status.ruleset)
}

/// Has the kernel kill this process when it makes any other system call than reading a document takes.
///
/// # Errors
///
/// When the kernel has no filters of system calls, or may not set one here.
pub(super) fn forbid_system_calls() -> Result<(), ForbidError> {
    let filter: BpfProgram = SeccompFilter::new(
        allowed_calls()?,
        SeccompAction::KillProcess,
        SeccompAction::Allow,
        TargetArch::try_from(std::env::consts::ARCH)?,
    )?
    .try_into()?;
    // All threads: a library's own could else do what this one may not.
    Ok(seccompiler::apply_filter_all_threads(&filter)?)
}

/// Why system calls were not forbidden.
#[derive(Debug, thiserror::Error)]
pub(super) enum ForbidError {
    #[error("the filter of system calls could not be made: {0}")]
    Filter(#[from] BackendError),
    #[error("the filter of system calls could not be set: {0}")]
    Install(#[from] seccompiler::Error),
}

/// The system calls of a worker: reading its input and writing its answer, memory, and ending, be it in a panic or an
/// abort that says why.
fn allowed_calls() -> Result<BTreeMap<c_long, Vec<SeccompRule>>, ForbidError> {
    let whatever = [
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_brk,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_sched_yield,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_exit,
        SYS_exit_group,
        // The kernel's own way to go on with a call that a stopped process was in.
        libc::SYS_restart_syscall,
        // What every thread does first. No thread may be started from here on, but one that the window's libraries start
        // before `main` may not have run yet where the machine is very busy.
        libc::SYS_rseq,
        libc::SYS_set_robust_list,
        libc::SYS_sched_getaffinity,
    ];
    let input = || argument(0, 0);
    let (output, error) = (argument(0, 1)?, argument(0, 2)?);
    let writing = || vec![output.clone(), error.clone()];
    let no_code = || without_bits(2, PROT_EXEC);
    let this_process = argument(0, u64::from(std::process::id()))?;
    let mut allowed: BTreeMap<_, _> = whatever.into_iter().map(|call| (call, Vec::new())).collect();
    allowed.extend([
        (libc::SYS_read, vec![input()?]),
        (libc::SYS_readv, vec![input()?]),
        (libc::SYS_write, writing()),
        (libc::SYS_writev, writing()),
        // No memory that holds data becomes code.
        (libc::SYS_mmap, vec![no_code()?]),
        (libc::SYS_mprotect, vec![no_code()?]),
        // A thread that has just been started names itself.
        (libc::SYS_prctl, vec![argument(0, PR_SET_NAME)?]),
        // An abort is a signal to itself.
        (libc::SYS_tgkill, vec![this_process]),
    ]);
    Ok(allowed)
}

/// That an argument of 32 bits has a value.
fn argument(index: u8, value: u64) -> Result<SeccompRule, BackendError> {
    let is_value = SeccompCondition::new(index, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value)?;
    SeccompRule::new(vec![is_value])
}

/// That an argument has none of some bits.
fn without_bits(index: u8, bits: i32) -> Result<SeccompRule, BackendError> {
    let bits = u64::from(bits.unsigned_abs());
    let has_none = SeccompCondition::new(index, SeccompCmpArgLen::Dword, SeccompCmpOp::MaskedEq(bits), 0)?;
    SeccompRule::new(vec![has_none])
}
