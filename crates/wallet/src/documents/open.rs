//! Opening documents: in a process of its own, which is this program started again, and few at a time.

use std::{
    io::{self, Read},
    path::PathBuf,
    process::ExitCode,
    sync::{Condvar, Mutex, OnceLock, PoisonError},
};

use idw_documents::{Inspection, MAX_BYTES, Sheet, Shrunk, Stripped, Worker, WorkerError};

/// Most documents that are open at a time, in all wallets of this process: each may take 240 MiB, and 768 MiB for the
/// largest pictures.
const MOST_AT_ONCE: usize = 2;

/// Where documents are opened. Until a program says so, nowhere.
static PLACE: OnceLock<Place> = OnceLock::new();

static OPEN: Mutex<usize> = Mutex::new(0);
static CLOSED: Condvar = Condvar::new();

enum Place {
    Apart(Worker),
    Here,
}

/// Makes this process one that opens a document for the wallet, if it was started as that; the exit code is then for
/// `main` to return at once. Otherwise remembers that this program can be started so.
///
/// To be called first in `main`, before arguments are parsed, logs are opened or threads are started. A program that
/// does not call it has no document opened: adding one fails, and so does showing it.
///
/// ```no_run
/// fn main() -> std::process::ExitCode {
///     if let Some(code) = idw_wallet::open_document_if_asked() {
///         return code;
///     }
///     // The program itself.
///     std::process::ExitCode::SUCCESS
/// }
/// ```
pub fn open_document_if_asked() -> Option<ExitCode> {
    let code = idw_documents::worker::run_if_asked();
    if code.is_none()
        && let Ok(program) = this_program()
    {
        let _ = PLACE.set(Place::Apart(Worker::new(program)));
    }
    code
}

/// Has documents opened in this process from now on, unless [`open_document_if_asked`] was called before.
///
/// For tests and benchmarks, whose `main` is not theirs.
///
/// # Security
/// A hostile document can then hang, crash or take over the process that has the keys.
pub fn open_documents_in_this_process() {
    let _ = PLACE.set(Place::Here);
}

/// The file that is running. Linux finds it also where an update has replaced it meanwhile; two versions would not
/// understand each other.
fn this_program() -> io::Result<PathBuf> {
    const RUNNING: &str = "/proc/self/exe";
    if cfg!(target_os = "linux") && std::fs::exists(RUNNING).unwrap_or(false) {
        return Ok(RUNNING.into());
    }
    std::env::current_exe()
}

pub(super) fn inspect(document: impl Read + Send) -> Result<Inspection, WorkerError> {
    open(document, Worker::inspect, idw_documents::inspect)
}

pub(super) fn strip_metadata(document: impl Read + Send) -> Result<Stripped, WorkerError> {
    open(document, Worker::strip_metadata, idw_documents::strip_metadata)
}

/// A PNG of which no side is longer than `max_side` pixels.
pub(super) fn thumbnail(document: impl Read + Send, max_side: u32) -> Result<Vec<u8>, WorkerError> {
    open(
        document,
        |worker, document| worker.thumbnail(document, max_side),
        |document| idw_documents::thumbnail(document, max_side),
    )
}

pub(super) fn shrink(document: impl Read + Send, max_bytes: u64) -> Result<Shrunk, WorkerError> {
    open(
        document,
        |worker, document| worker.shrink(document, max_bytes),
        |document| idw_documents::shrink(document, max_bytes),
    )
}

/// A PDF of text.
pub(crate) fn sheet_pdf(sheet: &Sheet) -> Result<Vec<u8>, WorkerError> {
    match PLACE.get() {
        Some(Place::Apart(worker)) => {
            let _slot = Slot::take();
            worker.sheet_pdf(sheet)
        }
        Some(Place::Here) => idw_documents::sheet_pdf(sheet).map_err(WorkerError::Refused),
        None => Err(nowhere()),
    }
}

/// A PDF of one page with a picture on it.
pub(crate) fn picture_page(picture: impl Read + Send) -> Result<Vec<u8>, WorkerError> {
    open(picture, Worker::picture_page, idw_documents::picture_page)
}

fn nowhere() -> WorkerError {
    WorkerError::Start(io::Error::other("this program cannot be started to open a document"))
}

fn open<R: Read + Send, T>(
    document: R,
    apart: impl FnOnce(&Worker, R) -> Result<T, WorkerError>,
    here: impl FnOnce(&[u8]) -> Result<T, idw_documents::DocumentError>,
) -> Result<T, WorkerError> {
    match PLACE.get() {
        Some(Place::Apart(worker)) => {
            let _slot = Slot::take();
            apart(worker, document)
        }
        Some(Place::Here) => {
            let mut bytes = Vec::new();
            document.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(WorkerError::Source)?;
            here(&bytes).map_err(WorkerError::Refused)
        }
        None => Err(nowhere()),
    }
}

/// The right to have a document open.
struct Slot;

impl Slot {
    fn take() -> Self {
        let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open = CLOSED.wait_while(open, |open| *open >= MOST_AT_ONCE).unwrap_or_else(PoisonError::into_inner);
        *open += 1;
        Self
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        *OPEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        CLOSED.notify_one();
    }
}
