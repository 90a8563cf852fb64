//! `idw document export`: a document's plain bytes, out of the vault.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;
use idw_wallet::view::DocumentView;
use serde::Serialize;

use crate::{app::App, fault::Failure, output::unwritten, place, values};

#[derive(Args, Debug)]
pub(crate) struct ExportArgs {
    /// Its id, or the beginning of it
    id: String,
    /// The file to write, or `-` for stdout
    path: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

#[derive(Serialize)]
struct Exported<'a> {
    document: &'a DocumentView,
    path: String,
}

pub(crate) fn run(app: &App, args: &ExportArgs) -> Result<(), Failure> {
    if args.path.as_os_str() == "-" {
        return to_stdout(app, &args.id);
    }
    place::check(&args.path, args.force)?;
    let wallet = app.unlock()?;
    let document = place::file(&args.path, args.force, |file| Ok(wallet.export_document(&args.id, file)?))?;
    let exported = Exported { document: &document, path: args.path.display().to_string() };
    app.out.confirm(&exported, None, |page| {
        page.line(&format!("Wrote {} to {}", values::document(&document), exported.path));
    })
}

fn to_stdout(app: &App, id: &str) -> Result<(), Failure> {
    if app.out.json {
        return Err(Failure::usage("--json and a document cannot both go to stdout; name a file"));
    }
    let wallet = app.unlock()?;
    let mut stdout = Noting { inner: io::stdout().lock(), failed: None };
    let result = wallet.export_document(id, &mut stdout);
    let flushed = stdout.flush();
    if let Some(error) = stdout.failed {
        return Err(unwritten(&error));
    }
    result?;
    flushed.map_err(|error| unwritten(&error))
}

/// Remembers that writing failed and how, which the wallet's error does not tell.
struct Noting<W> {
    inner: W,
    failed: Option<io::Error>,
}

impl<W: Write> Write for Noting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.inner.write(bytes);
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
