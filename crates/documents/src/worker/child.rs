//! The worker's side.

use std::io::{self, Read, Write};
use std::panic;
use std::process::ExitCode;

use super::Lacking;
use super::wire::{ARGUMENT, Answer, Reply, Task, read_header, write_header};
use crate::error::DocumentError;
use crate::inspect::{inspect, recognise};
use crate::picture_page::picture_page;
use crate::sheet::sheet_pdf;
use crate::shrink::{Shrunk, shrink};
use crate::strip::strip_metadata;
use crate::thumbnail::thumbnail;
use crate::{MAX_BYTES, MediaType};

/// Makes this process a worker if it was started as one; the exit code is then for `main` to return at once.
///
/// To be called first in `main`, before arguments are parsed, logs are opened or threads are started. Costs a look at
/// the first argument.
///
/// ```no_run
/// fn main() -> std::process::ExitCode {
///     if let Some(code) = idw_documents::worker::run_if_asked() {
///         return code;
///     }
///     // The program itself.
///     std::process::ExitCode::SUCCESS
/// }
/// ```
pub fn run_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != ARGUMENT {
        return None;
    }
    let mut number = || arguments.next()?.to_str()?.parse().ok();
    let (Some(memory_bytes), Some(cpu_seconds)) = (number(), number()) else { return Some(ExitCode::FAILURE) };
    Some(match run(memory_bytes, cpu_seconds) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn run(memory_bytes: u64, cpu_seconds: u64) -> io::Result<()> {
    let lacking = restrict(memory_bytes, cpu_seconds)?;
    decode_without_threads()?;
    // A panic's text could quote the document, and the wallet has no use for it.
    panic::set_hook(Box::new(|_| {}));
    let mut input = io::stdin().lock();
    let task: Task = read_header(&mut input)?;
    let mut document = Vec::new();
    input.take(MAX_BYTES + 1).read_to_end(&mut document)?;
    let (answer, content) = carry_out(task, &document);
    let mut output = io::stdout().lock();
    write_header(&mut output, &Reply { answer, content_len: content.len() as u64, lacking })?;
    output.write_all(&content)?;
    output.flush()
}

#[cfg(unix)]
fn restrict(memory_bytes: u64, cpu_seconds: u64) -> io::Result<Lacking> {
    super::restrict::restrict_this_process(memory_bytes, cpu_seconds, super::restrict::Restrictions::All)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as where there are limits")]
fn restrict(_memory_bytes: u64, _cpu_seconds: u64) -> io::Result<Lacking> {
    Ok(Lacking::default())
}

/// The decoder of large JPEGs shares its work among threads, which no worker may start: this one does all of it.
fn decode_without_threads() -> io::Result<()> {
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global().map_err(io::Error::other)
}

fn carry_out(task: Task, document: &[u8]) -> (Answer, Vec<u8>) {
    let done = panic::catch_unwind(|| attempt(task, document));
    match done {
        Ok(Ok(answer)) => answer,
        Ok(Err(refused)) => (Answer::Refused(refused), Vec::new()),
        Err(_) if matches!(task, Task::SheetPdf) => (Answer::Refused(DocumentError::NotMade), Vec::new()),
        Err(_) => {
            let media_type = recognise(document).unwrap_or(MediaType::Pdf);
            (Answer::Refused(DocumentError::Damaged { media_type }), Vec::new())
        }
    }
}

fn attempt(task: Task, document: &[u8]) -> Result<(Answer, Vec<u8>), DocumentError> {
    Ok(match task {
        Task::Inspect => (Answer::Inspected(inspect(document)?), Vec::new()),
        Task::Thumbnail { max_side } => (Answer::Thumbnail, thumbnail(document, max_side)?),
        Task::Shrink { target_bytes } => {
            let Shrunk { bytes, width, height, guessed_colours } = shrink(document, target_bytes)?;
            (Answer::Shrunk { width, height, guessed_colours }, bytes)
        }
        Task::StripMetadata => {
            let stripped = strip_metadata(document)?;
            (Answer::Stripped { removed: stripped.removed }, stripped.bytes)
        }
        Task::SheetPdf => {
            let sheet = serde_json::from_slice(document).map_err(|_| DocumentError::NotMade)?;
            (Answer::PdfMade, sheet_pdf(&sheet)?)
        }
        Task::PicturePage => (Answer::PdfMade, picture_page(document)?),
    })
}
