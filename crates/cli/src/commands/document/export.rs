//! `idw document export`: a document's plain bytes, out of the vault.

use std::path::PathBuf;

use clap::Args;
use idw_wallet::view::DocumentView;
use idw_words::message;
use serde::Serialize;

use crate::{app::App, fault::Failure, stdout, values, words::say};

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
    let place = app.file_place(&args.path, args.force)?;
    let wallet = app.unlock()?;
    let document = place.export(|file| Ok::<_, Failure>(wallet.export_document(&args.id, file)?))?;
    let exported = Exported { document: &document, path: args.path.display().to_string() };
    app.out.confirm(&exported, None, |page| {
        let (document, path) = (values::document(&document), &exported.path);
        page.line(&say(message::CliDocumentExported { document, path }));
    })
}

fn to_stdout(app: &App, id: &str) -> Result<(), Failure> {
    if app.out.json {
        return Err(Failure::usage(say(message::CliDocumentJsonStdout)));
    }
    let wallet = app.unlock()?;
    stdout::export(|to| wallet.export_document(id, to)).map(drop)
}
