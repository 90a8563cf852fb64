//! What goes to stdout and to stderr, and in which shape.

use std::{
    env,
    io::{self, IsTerminal, Write},
};

use comfy_table::Table;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::{
    args::GlobalOptions,
    fault::{Failure, Fault},
    page::{Ink, Look, Page, clean, paint},
};

/// Room set aside for a document, so that one with a secret in it is not copied about while it grows.
const DOCUMENT_BYTES: usize = 16 * 1024;

/// The two streams of a command.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) json: bool,
    pub(crate) quiet: bool,
    pub(crate) verbose: bool,
    stdout: Look,
    stderr: Look,
}

impl Output {
    pub(crate) fn new(options: &GlobalOptions) -> Self {
        Self {
            json: options.json,
            quiet: options.quiet,
            verbose: options.verbose > 0,
            stdout: look(&io::stdout(), false),
            stderr: look(&io::stderr(), true),
        }
    }

    /// The result of a command that was asked to show something: the JSON document, or the page.
    pub(crate) fn show(&self, view: &impl Serialize, page: impl FnOnce(&mut Page)) -> Result<(), Failure> {
        if self.json {
            return document(view);
        }
        let mut sheet = Page::new(self.stdout);
        page(&mut sheet);
        write(sheet.text().as_bytes())
    }

    /// The result of a command that was asked to do something. With `--quiet` people get `essence` only: what they
    /// would go on to use, such as an id, or nothing.
    pub(crate) fn confirm(
        &self,
        view: &impl Serialize,
        essence: Option<&str>,
        page: impl FnOnce(&mut Page),
    ) -> Result<(), Failure> {
        match essence {
            Some(essence) if self.quiet && !self.json => self.show(view, |page| page.line(essence)),
            None if self.quiet && !self.json => Ok(()),
            _ => self.show(view, page),
        }
    }

    /// A page on stderr: what a question is about.
    pub(crate) fn present(&self, page: impl FnOnce(&mut Page)) {
        let mut sheet = Page::new(self.stderr);
        page(&mut sheet);
        to_stderr(sheet.text());
    }

    /// A line on stderr, for people who asked for details.
    pub(crate) fn detail(&self, text: &str) {
        if self.verbose {
            to_stderr(&format!("{}\n", paint(self.stderr.colours, Ink::Dim, &clean(text))));
        }
    }

    /// A warning on stderr, whatever was asked for.
    pub(crate) fn warn(&self, text: &str) {
        self.labelled(Ink::Yellow, "warning", text);
    }

    /// Why the command failed: the document on stdout with `--json`, the sentence on stderr.
    pub(crate) fn failure(&self, failure: &Failure) {
        if failure.fault == Fault::OutputClosed {
            return;
        }
        if self.json && !failure.is_midway {
            // Stdout may be what failed; the sentence below tells in any case.
            let _ = document(&failure.document());
        }
        self.labelled(Ink::Red, "error", &failure.message);
        for cause in &failure.causes {
            to_stderr(&format!("  because: {}\n", clean(cause)));
        }
        for hint in &failure.hints {
            to_stderr(&format!("  {}\n", clean(hint)));
        }
    }

    fn labelled(&self, ink: Ink, label: &str, text: &str) {
        to_stderr(&format!("{} {}\n", paint(self.stderr.colours, ink, &format!("{label}:")), clean(text)));
    }
}

/// The one JSON document of a `--json` run.
fn document(view: &impl Serialize) -> Result<(), Failure> {
    let mut document = Zeroizing::new(Vec::with_capacity(DOCUMENT_BYTES));
    serde_json::to_writer_pretty(&mut *document, view)
        .map_err(|_| Failure::new(Fault::Other, "the result could not be written as JSON"))?;
    document.push(b'\n');
    write(&document)
}

/// Bytes to stdout as they are.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes).and_then(|()| stdout.flush()).map_err(|error| unwritten(&error))
}

/// Has `fill` write to stdout, however much it is.
pub(crate) fn stream<T, E>(fill: impl FnOnce(&mut dyn Write) -> Result<T, E>) -> Result<T, Failure>
where
    Failure: From<E>,
{
    let mut stdout = Noting { inner: io::stdout().lock(), written: false, failed: None };
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

/// Stdout could not be written to. A reader that has gone (`idw … | head -1`) is no error.
fn unwritten(error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Failure::new(Fault::OutputClosed, "whoever read the output has gone");
    }
    Failure::io(Fault::Other, "the output could not be written", error)
}

/// Whether colours and weights are wanted on `stream`: a terminal that knows them, and no `NO_COLOR`
/// (<https://no-color.org>).
pub(crate) fn colours(stream: &impl IsTerminal) -> bool {
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
    stream.is_terminal() && !no_color && !dumb
}

fn look(stream: &impl IsTerminal, stderr: bool) -> Look {
    let mut probe = Table::new();
    if stderr {
        probe.use_stderr();
    }
    Look { colours: colours(stream), width: probe.width() }
}

/// Stderr that has gone is no reason to stop what the user asked for.
fn to_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
