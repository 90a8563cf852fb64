//! The wallet's side.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use super::Lacking;
use super::allowance::HEAD_BYTES;
use super::wire::{ARGUMENT, Answer, Reply, Task, read_header, write_header};
use crate::MAX_BYTES;
use crate::error::DocumentError;
use crate::inspect::Inspection;
use crate::sheet::Sheet;
use crate::shrink::Shrunk;
use crate::strip::Stripped;

/// Starts workers: one process for each task.
///
/// Blocks for at most [`Limits::wall`]; in asynchronous code, call it where blocking is allowed.
#[derive(Debug, Clone)]
pub struct Worker {
    program: PathBuf,
    /// Other limits than those that go by the document.
    limits: Option<Limits>,
}

/// What a worker may use for one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Time by the clock, after which it is killed.
    pub wall: Duration,
    /// Processor time in seconds. Unix.
    pub cpu_seconds: u64,
    /// Memory in bytes, beyond what the program itself takes. Linux.
    pub memory_bytes: u64,
}

/// Why a task was not done.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The document was not taken.
    #[error(transparent)]
    Refused(DocumentError),
    /// The document could not be read from where it is kept.
    #[error("the document could not be read")]
    Source(#[source] io::Error),
    /// The process could not be started or limited. Nothing was read.
    #[error("the process that reads documents did not start")]
    Start(#[source] io::Error),
    /// It did not end in time, though it used less of the processor than it may: something else keeps the machine busy.
    #[error("the process that reads documents did not end in time")]
    Busy,
    /// The process answered what it was not asked. A fault of the program, or a document that took the process over.
    #[error("the process that reads documents gave a wrong answer")]
    Answer,
}

impl Worker {
    /// Workers that are this program, which begins its `main` with [`run_if_asked`](super::run_if_asked): usually
    /// [`std::env::current_exe`].
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), limits: None }
    }

    /// The same with these limits for every document, whatever its size.
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits: Some(limits), ..self }
    }

    /// [`inspect`](crate::inspect()) in a process of its own.
    ///
    /// # Errors
    ///
    /// [`WorkerError`].
    pub fn inspect(&self, document: impl Read + Send) -> Result<Inspection, WorkerError> {
        match self.run(Task::Inspect, document)? {
            (Answer::Inspected(inspection), _) => Ok(inspection),
            _ => Err(WorkerError::Answer),
        }
    }

    /// [`thumbnail`](crate::thumbnail()) in a process of its own.
    ///
    /// # Errors
    ///
    /// [`WorkerError`].
    pub fn thumbnail(&self, document: impl Read + Send, max_side: u32) -> Result<Vec<u8>, WorkerError> {
        match self.run(Task::Thumbnail { max_side }, document)? {
            (Answer::Thumbnail, png) if png.starts_with(b"\x89PNG\r\n\x1a\n") => Ok(png),
            _ => Err(WorkerError::Answer),
        }
    }

    /// [`shrink`](crate::shrink()) in a process of its own.
    ///
    /// # Errors
    ///
    /// [`WorkerError`].
    pub fn shrink(&self, document: impl Read + Send, target_bytes: u64) -> Result<Shrunk, WorkerError> {
        match self.run(Task::Shrink { target_bytes }, document)? {
            (Answer::Shrunk { width, height, guessed_colours }, bytes)
                if bytes.starts_with(&[0xFF, 0xD8]) && bytes.len() as u64 <= target_bytes =>
            {
                Ok(Shrunk { bytes, width, height, guessed_colours })
            }
            _ => Err(WorkerError::Answer),
        }
    }

    /// [`strip_metadata`](crate::strip_metadata()) in a process of its own.
    ///
    /// # Errors
    ///
    /// [`WorkerError`].
    pub fn strip_metadata(&self, document: impl Read + Send) -> Result<Stripped, WorkerError> {
        match self.run(Task::StripMetadata, document)? {
            (Answer::Stripped { removed }, bytes) => Ok(Stripped { bytes, removed }),
            _ => Err(WorkerError::Answer),
        }
    }

    /// [`sheet_pdf`](crate::sheet_pdf()) in a process of its own.
    ///
    /// # Errors
    ///
    /// [`WorkerError`].
    pub fn sheet_pdf(&self, sheet: &Sheet) -> Result<Vec<u8>, WorkerError> {
        sheet.check_len().map_err(refused)?;
        let sheet = serde_json::to_vec(sheet).map_err(|error| WorkerError::Source(error.into()))?;
        self.make(Task::SheetPdf, &sheet[..])
    }

    /// [`picture_page`](crate::picture_page()) in a process of its own.
    ///
    /// # Errors
    ///
    /// [`WorkerError`].
    pub fn picture_page(&self, picture: impl Read + Send) -> Result<Vec<u8>, WorkerError> {
        self.make(Task::PicturePage, picture)
    }

    fn make(&self, task: Task, from: impl Read + Send) -> Result<Vec<u8>, WorkerError> {
        match self.run(task, from)? {
            (Answer::PdfMade, pdf) if pdf.starts_with(b"%PDF-") => Ok(pdf),
            _ => Err(WorkerError::Answer),
        }
    }

    fn run(&self, task: Task, mut document: impl Read + Send) -> Result<(Answer, Vec<u8>), WorkerError> {
        let mut head = Vec::new();
        document.by_ref().take(HEAD_BYTES).read_to_end(&mut head).map_err(WorkerError::Source)?;
        let limits = self.limits.unwrap_or_else(|| Limits::for_document(&head));
        let document = head.as_slice().chain(document);
        let deadline = Instant::now() + limits.wall;
        let (mut child, pipes) = self.start(limits).map_err(WorkerError::Start)?;
        let conversation = converse(&mut child, pipes, task, document, deadline);
        let ended = match conversation {
            Some(Conversation { answer: None, .. }) => wait_until(&mut child, deadline),
            _ => None,
        };
        // Whatever happened, no process stays behind.
        let _ = child.kill();
        let _ = child.wait();
        let Conversation { sent, answer, complaint } = conversation.ok_or(WorkerError::Busy)?;
        sent.map_err(WorkerError::Source)?;
        match (answer, ended) {
            (Some((Answer::Refused(reason), _)), _) => Err(refused(reason)),
            (Some(answer), _) => Ok(answer),
            (None, Some(status)) => Err(ended_early(status, &complaint)),
            (None, None) => Err(WorkerError::Busy),
        }
    }

    fn start(&self, limits: Limits) -> io::Result<(Child, Pipes)> {
        let mut command = Command::new(&self.program);
        command.arg(ARGUMENT).arg(limits.memory_bytes.to_string()).arg(limits.cpu_seconds.to_string());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // Windows needs some of its variables to start a process at all.
        if cfg!(unix) {
            command.env_clear();
        }
        let mut child = command.spawn()?;
        match (child.stdin.take(), child.stdout.take(), child.stderr.take()) {
            (Some(input), Some(output), Some(complaint)) => Ok((child, Pipes { input, output, complaint })),
            _ => Err(io::Error::other("the worker's pipes are missing")),
        }
    }
}

struct Pipes {
    input: ChildStdin,
    output: ChildStdout,
    complaint: ChildStderr,
}

struct Conversation {
    /// Whether the document could be read and was taken.
    sent: io::Result<()>,
    answer: Option<(Answer, Vec<u8>)>,
    /// What the Rust runtime says when it gives up.
    complaint: String,
}

/// Sends the task, reads the answer; `None` if that was not done at the deadline.
fn converse(
    child: &mut Child,
    pipes: Pipes,
    task: Task,
    document: impl Read + Send,
    deadline: Instant,
) -> Option<Conversation> {
    let Pipes { input, output, complaint } = pipes;
    thread::scope(|scope| {
        let sending = scope.spawn(move || send(input, task, document));
        let complaining = scope.spawn(move || read_complaint(complaint));
        let (done, is_done) = sync_channel(1);
        scope.spawn(move || done.send(receive(output)));
        let answer = is_done.recv_timeout(deadline.saturating_duration_since(Instant::now()));
        if answer.is_err() {
            // The pipes end with the process, and with them the threads that wait on them.
            let _ = child.kill();
        }
        let sent = sending.join().unwrap_or_else(|_| Err(io::Error::other("the document's reader broke off")));
        let complaint = complaining.join().unwrap_or_default();
        match answer {
            Ok(answer) => Some(Conversation { sent, answer, complaint }),
            Err(RecvTimeoutError::Disconnected) => Some(Conversation { sent, answer: None, complaint }),
            Err(RecvTimeoutError::Timeout) => None,
        }
    })
}

/// Sends one byte more than is allowed at most: enough for the worker to refuse it.
fn send(mut input: ChildStdin, task: Task, document: impl Read) -> io::Result<()> {
    let mut document = document.take(MAX_BYTES + 1);
    let mut chunk = vec![0; 256 * 1024];
    if write_header(&mut input, &task).is_err() {
        return Ok(());
    }
    loop {
        let len = match document.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(len) => len,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        // A worker that has ended says why by its answer or its exit, not here.
        if input.write_all(&chunk[..len]).is_err() {
            return Ok(());
        }
    }
}

fn receive(mut output: ChildStdout) -> Option<(Answer, Vec<u8>)> {
    let Reply { answer, content_len, lacking } = read_header(&mut output).ok()?;
    tell_once(&lacking);
    if content_len > MAX_BYTES {
        return None;
    }
    let mut content = Vec::with_capacity(usize::try_from(content_len).ok()?);
    output.take(content_len).read_to_end(&mut content).ok()?;
    (content.len() as u64 == content_len).then_some((answer, content))
}

/// It is the same for every document: whoever looks after the computer is told once.
fn tell_once(lacking: &Lacking) {
    static TOLD: Once = Once::new();
    let parts = [("Landlock", &lacking.landlock), ("a filter of system calls", &lacking.filter)];
    // The worker's own words: a document that has taken it over may have chosen them.
    let plain = |why: &str| why.chars().filter(|c| !c.is_control()).take(200).collect::<String>();
    let missing = parts.into_iter().filter_map(|(what, why)| Some(format!("{what} ({})", plain(why.as_deref()?))));
    let missing: Vec<String> = missing.collect();
    if !missing.is_empty() {
        let missing = missing.join(" and without ");
        TOLD.call_once(|| tracing::warn!("documents are read without {missing}: a malicious one is confined less"));
    }
}

/// How a worker that has closed its output ends; `None` if it has not by the deadline.
fn wait_until(child: &mut Child, deadline: Instant) -> Option<ExitStatus> {
    const PAUSE: Duration = Duration::from_millis(2);
    while Instant::now() < deadline {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) => thread::sleep(PAUSE),
            Err(_) => return None,
        }
    }
    None
}

fn read_complaint(complaint: ChildStderr) -> String {
    const MAX_COMPLAINT_BYTES: u64 = 4 * 1024;
    let mut text = Vec::new();
    let _ = complaint.take(MAX_COMPLAINT_BYTES).read_to_end(&mut text);
    String::from_utf8_lossy(&text).into_owned()
}

/// What it means that a worker ended without an answer.
fn ended_early(status: ExitStatus, complaint: &str) -> WorkerError {
    // The standard library's own words when it aborts; there is no other sign of which of the two it was.
    if complaint.contains("memory allocation of") {
        return refused(DocumentError::TooMuchMemory);
    }
    if complaint.contains("overflowed its stack") {
        return refused(DocumentError::TooComplex);
    }
    match meaning_of_signal(status) {
        Some(meaning) => meaning,
        None => WorkerError::Start(io::Error::other(format!("the worker ended with {status}"))),
    }
}

/// What the signal that ended a worker says about its document.
#[cfg(unix)]
fn meaning_of_signal(status: ExitStatus) -> Option<WorkerError> {
    use rustix::process::Signal;
    let signal = std::os::unix::process::ExitStatusExt::signal(&status)?;
    Some(match signal {
        // A system call that reading a document never takes.
        _ if signal == Signal::SYS.as_raw() => WorkerError::Answer,
        _ if signal == Signal::XCPU.as_raw() => refused(DocumentError::TakesTooLong),
        // A stack that may not grow any more, or a kernel short of memory.
        _ => refused(DocumentError::TooMuchMemory),
    })
}

#[cfg(not(unix))]
fn meaning_of_signal(_status: ExitStatus) -> Option<WorkerError> {
    None
}

fn refused(reason: DocumentError) -> WorkerError {
    WorkerError::Refused(reason)
}
