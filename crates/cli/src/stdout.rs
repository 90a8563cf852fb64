//! Standard output. What does not arrive there is told, and never counts as given out.

#[cfg(unix)]
use std::fs::File;
use std::io::{self, BufWriter, Write};

use idw_wallet::{StoreError, Unplaced};
use idw_words::message;

use crate::{
    fault::{Failure, Fault},
    words::say,
};

/// Bytes that are gathered before they go out.
const BUFFER_BYTES: usize = 64 * 1024;

/// Bytes as they are.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Failure> {
    open().and_then(|mut stdout| stdout.write_all(bytes)).map_err(|error| unwritten(&error))
}

/// Hands out an export, however much it is. It counts as exported from when whoever reads it has it.
pub(crate) fn export<T, E>(fill: impl FnOnce(&mut dyn Write) -> Result<Unplaced<T>, E>) -> Result<T, Failure>
where
    Failure: From<E>,
{
    let unplaced = stream(fill)?;
    settle().map_err(Failure::midway)?;
    unplaced.placed().map_err(|error| {
        let mut failure = <Failure as From<StoreError>>::from(error);
        failure.message = say(message::CliExportUnrecorded { reason: &failure.message });
        failure.midway()
    })
}

/// Refuses what must be seen where nobody sees it: before anything is asked or done. `what` is a name by which the
/// catalogue chooses what to call it.
pub(crate) fn must_be_seen(what: &str) -> Result<(), Failure> {
    if is_thrown_away() {
        let failure = Failure::usage(say(message::CliOutputUnseen { what }));
        return Err(failure.hint(say(message::CliOutputUnseenHint)));
    }
    Ok(())
}

/// Whether standard output is closed, or leads to `/dev/null`.
#[cfg(unix)]
fn is_thrown_away() -> bool {
    use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};

    let Ok(there) = open().and_then(|stdout| stdout.metadata()) else { return true };
    let null = std::fs::metadata("/dev/null");
    there.file_type().is_char_device() && null.is_ok_and(|null| null.rdev() == there.rdev())
}

#[cfg(not(unix))]
fn is_thrown_away() -> bool {
    false
}

/// Whether somebody has thrown standard output away on purpose, as the shell's `>/dev/null` does.
pub(crate) fn is_thrown_away_on_purpose() -> bool {
    is_thrown_away() && open().is_ok()
}

/// Makes sure, as far as that can be known, that what was written has arrived: that it is on the disk where standard
/// output is a file, and was read where it is a pipe.
#[cfg(unix)]
pub(crate) fn settle() -> Result<(), Failure> {
    use std::os::unix::fs::FileTypeExt as _;

    let settled = open().and_then(|stdout| {
        let kind = stdout.metadata()?.file_type();
        if kind.is_file() {
            stdout.sync_all()
        } else if kind.is_fifo() {
            be_read(&stdout)
        } else {
            Ok(())
        }
    });
    settled.map_err(|error| unwritten(&error))
}

#[cfg(not(unix))]
pub(crate) fn settle() -> Result<(), Failure> {
    Ok(())
}

/// Waits until a pipe is empty or nobody is left to read it. Not for long where its reader lives: it may wait for this
/// process to end before it reads.
#[cfg(target_os = "linux")]
fn be_read(pipe: &File) -> io::Result<()> {
    use rustix::{
        event::{PollFd, PollFlags, Timespec, poll},
        io::{Errno, ioctl_fionread},
    };

    const TRIES: u32 = 50;
    const PAUSE: Timespec = Timespec { tv_sec: 0, tv_nsec: 10_000_000 };
    for _ in 0..TRIES {
        // Without events to wait for, it tells of nothing but that the reader has gone.
        let has_gone = match poll(&mut [PollFd::new(pipe, PollFlags::empty())], Some(&PAUSE)) {
            Ok(told) => told > 0,
            Err(Errno::INTR) => false,
            Err(error) => return Err(error.into()),
        };
        match ioctl_fionread(pipe)? {
            0 => return Ok(()),
            _ if has_gone => return Err(io::ErrorKind::BrokenPipe.into()),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(all(unix, not(target_os = "linux")))]
fn be_read(_pipe: &File) -> io::Result<()> {
    Ok(())
}

/// The library's own handle takes a descriptor that cannot be written to for one that takes everything.
#[cfg(unix)]
fn open() -> io::Result<File> {
    use std::os::fd::AsFd as _;

    if idw_closed_output::was_closed() {
        return Err(rustix::io::Errno::BADF.into());
    }
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

#[cfg(not(unix))]
fn open() -> io::Result<io::Stdout> {
    Ok(io::stdout())
}

/// Has `fill` write to standard output, however much it is.
fn stream<T, E>(fill: impl FnOnce(&mut dyn Write) -> Result<T, E>) -> Result<T, Failure>
where
    Failure: From<E>,
{
    let inner = BufWriter::with_capacity(BUFFER_BYTES, open().map_err(|error| unwritten(&error))?);
    let mut stdout = Noting { inner, written: false, failed: None };
    let filled = fill(&mut stdout);
    let flushed = stdout.flush();
    let is_midway = stdout.written;
    let outcome = match stdout.failed {
        Some(error) => Err(unwritten(&error)),
        None => filled.map_err(Failure::from).and_then(|filled| match flushed {
            Ok(()) => Ok(filled),
            Err(error) => Err(unwritten(&error)),
        }),
    };
    outcome.map_err(|mut failure| {
        failure.is_midway = is_midway;
        failure
    })
}

/// Remembers that writing failed and how, which the wallet's error does not tell.
struct Noting<W> {
    inner: W,
    written: bool,
    failed: Option<io::Error>,
}

impl<W: Write> Write for Noting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.inner.write(bytes);
        self.written |= result.as_ref().is_ok_and(|len| *len > 0);
        self.note(&result);
        result
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.inner.flush();
        self.note(&result);
        result
    }
}

impl<W> Noting<W> {
    fn note<T>(&mut self, result: &io::Result<T>) {
        if let Err(error) = result
            && error.kind() != io::ErrorKind::Interrupted
        {
            self.failed = Some(error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error));
        }
    }
}

/// What was written has not arrived. Whoever pipes a list into `head` has seen enough and needs no sentence; the exit code
/// says that there was more.
pub(crate) fn unwritten(error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Failure::new(Fault::OutputClosed, say(message::CliOutputGone));
    }
    Failure::io(Fault::Other, say(message::CliOutputUnwritten), error)
}
