//! What goes to stdout and to stderr, and in which shape.

use std::{
    env,
    io::{self, IsTerminal, Write as _},
};

use comfy_table::Table;
use idw_words::message;
use serde::Serialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{
    args::GlobalOptions,
    fault::{Failure, Fault},
    page::{Ink, Look, Page, clean, paint},
    stdout,
    words::{say, words},
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
            stdout: look(&io::stdout(), &Table::new()),
            stderr: look(&io::stderr(), Table::new().use_stderr()),
        }
    }

    /// The result of a command that was asked to show something: the JSON document, or the page.
    pub(crate) fn show(&self, view: &impl Serialize, page: impl FnOnce(&mut Page)) -> Result<(), Failure> {
        if self.json {
            return stdout::write(&document(view)?);
        }
        let mut sheet = Page::new(self.stdout);
        page(&mut sheet);
        stdout::write(sheet.text().as_bytes())
    }

    /// One of several lines that a command gives while it goes on: a JSON document without line breaks, or the page.
    pub(crate) fn line(&self, view: &impl Serialize, page: impl FnOnce(&mut Page)) -> Result<(), Failure> {
        if !self.json {
            return self.show(view, page);
        }
        let mut line = Zeroizing::new(words().in_words(|| serde_json::to_vec(view)).map_err(|_| no_json())?);
        line.push(b'\n');
        stdout::write(&line)
    }

    /// The result of a command that was asked to do something. With `--quiet` people get `essence` only: what they
    /// would go on to use, such as an id, or nothing.
    pub(crate) fn confirm(
        &self,
        view: &impl Serialize,
        essence: Option<&str>,
        page: impl FnOnce(&mut Page),
    ) -> Result<(), Failure> {
        let told = match essence {
            Some(essence) if self.quiet && !self.json => self.show(view, |page| page.line(essence)),
            None if self.quiet && !self.json => Ok(()),
            _ => self.show(view, page),
        };
        told.map_err(done_but_untold)
    }

    /// What a look at something found. Nothing was done that could be told, so nothing is lost with it.
    pub(crate) fn finding(&self, view: &impl Serialize, page: impl FnOnce(&mut Page)) -> Result<(), Failure> {
        if self.quiet && !self.json { Ok(()) } else { self.show(view, page) }
    }

    /// Shows a secret that nobody has but this process, and then has `make` make what it opens. Where it cannot be shown,
    /// that is not made.
    ///
    /// With `--json` the one document begins with the secret and goes on with what was made, or with the error. With
    /// `--quiet` people get the secret alone.
    pub(crate) fn secret_first<V: Serialize>(
        &self,
        secret: &OnlyCopy<'_>,
        shown: impl FnOnce(&mut Page),
        make: impl FnOnce() -> Result<V, Failure>,
        made: impl FnOnce(&mut Page, &V),
    ) -> Result<(), Failure> {
        let seen = if self.json {
            stdout::write(&begun_document(secret))
        } else if self.quiet {
            stdout::write(Zeroizing::new(format!("{}\n", secret.text)).as_bytes())
        } else {
            self.show(&(), shown)
        };
        seen.and_then(|()| stdout::settle()).map_err(|lost| secret.unseen(&lost))?;
        let made_or_not = make();
        if self.json {
            return end_document(made_or_not);
        }
        let view = made_or_not?;
        if self.quiet {
            return Ok(());
        }
        self.show(&(), |page| made(page, &view)).map_err(done_but_untold)
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
        self.labelled(Ink::Yellow, &say(message::CliLabelWarning), text);
    }

    /// Why the command failed: the document on stdout with `--json`, the sentence on stderr.
    pub(crate) fn failure(&self, failure: &Failure) {
        // Nothing was to be done but to show something, and whoever read it has seen enough.
        if failure.fault == Fault::OutputClosed {
            return;
        }
        if self.json && !failure.is_midway {
            // Stdout may be what failed; the sentence below tells in any case.
            let _ = document(&failure.document()).and_then(|document| stdout::write(&document));
        }
        self.labelled(Ink::Red, &say(message::CliLabelError), &failure.message);
        // The errors behind it are terse English for whoever looks for a mistake. The sentence above holds what people need.
        for cause in &failure.causes {
            self.detail(&format!("  {}: {cause}", say(message::CliLabelCause)));
        }
        for hint in &failure.hints {
            to_stderr(&format!("  {}\n", clean(hint)));
        }
    }

    fn labelled(&self, ink: Ink, label: &str, text: &str) {
        to_stderr(&format!("{} {}\n", paint(self.stderr.colours, ink, &format!("{label}:")), clean(text)));
    }
}

/// What was asked for was done, and the result did not arrive.
fn done_but_untold(mut lost: Failure) -> Failure {
    lost.fault = Fault::Other;
    lost.message = say(message::CliOutputLost { reason: &lost.message });
    lost.midway()
}

/// A secret that is lost if it is not shown.
pub(crate) struct OnlyCopy<'a> {
    /// Its member in the JSON document.
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    /// What to say if nobody saw it: "its passphrase could not be shown, so no backup was made".
    pub(crate) unseen: &'a str,
}

impl OnlyCopy<'_> {
    /// That whoever was to read it has gone is an error here.
    fn unseen(&self, lost: &Failure) -> Failure {
        Failure::new(Fault::Other, format!("{} {}", self.unseen, lost.message)).midway()
    }
}

/// `{"name": "secret"`, to be gone on with.
fn begun_document(secret: &OnlyCopy<'_>) -> Zeroizing<Vec<u8>> {
    let mut begun = Zeroizing::new(Vec::with_capacity(DOCUMENT_BYTES));
    begun.extend_from_slice(b"{\n  ");
    push_member(&mut begun, secret.name, &Value::from(secret.text));
    begun
}

/// The other members of a document that was begun, and its end.
fn end_document(made: Result<impl Serialize, Failure>) -> Result<(), Failure> {
    let made = made.and_then(|view| words().in_words(|| serde_json::to_value(view)).map_err(|_| no_json()));
    let rest = made.as_ref().map_or_else(Failure::document, Value::clone);
    let mut ended = Vec::new();
    for (name, value) in rest.as_object().into_iter().flatten() {
        ended.extend_from_slice(b",\n  ");
        push_member(&mut ended, name, value);
    }
    ended.extend_from_slice(b"\n}\n");
    let written = stdout::write(&ended).map_err(done_but_untold);
    match made {
        Ok(_) => written,
        Err(failure) => Err(failure.midway()),
    }
}

fn push_member(document: &mut Vec<u8>, name: &str, value: &Value) {
    document.extend_from_slice(format!("{}: ", Value::from(name)).as_bytes());
    let pretty = Zeroizing::new(format!("{value:#}").replace('\n', "\n  "));
    document.extend_from_slice(pretty.as_bytes());
}

fn no_json() -> Failure {
    Failure::new(Fault::Other, say(message::CliOutputNoJson))
}

/// The one JSON document of a `--json` run.
pub(crate) fn document(view: &impl Serialize) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut document = Zeroizing::new(Vec::with_capacity(DOCUMENT_BYTES));
    words().in_words(|| serde_json::to_writer_pretty(&mut *document, view)).map_err(|_| no_json())?;
    document.push(b'\n');
    Ok(document)
}

/// Whether colours and weights are wanted on `stream`: a terminal that knows them, and no `NO_COLOR`
/// (<https://no-color.org>).
pub(crate) fn colours(stream: &impl IsTerminal) -> bool {
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
    stream.is_terminal() && !no_color && !dumb
}

/// `probe` is a table for the same stream, which knows how wide that is.
fn look(stream: &impl IsTerminal, probe: &Table) -> Look {
    Look { colours: colours(stream), width: probe.width() }
}

/// Stderr that has gone is no reason to stop what the user asked for.
fn to_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
