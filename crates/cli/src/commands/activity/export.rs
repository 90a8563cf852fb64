//! `idw activity export`: the log as a file.

use std::{io::BufWriter, path::PathBuf};

use clap::{Args, ValueEnum};
use idw_wallet::ActivityFormat;
use idw_words::{Argument, message};
use serde_json::json;

use crate::{
    app::App,
    fault::Failure,
    stdout,
    words::{say, words},
};

#[derive(Args, Debug)]
pub(crate) struct ExportArgs {
    /// json, or csv for spreadsheets
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "json")]
    format: Format,
    /// The file to write [default: stdout]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Csv,
}

impl From<Format> for ActivityFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Json => Self::Json,
            Format::Csv => Self::Csv,
        }
    }
}

pub(crate) fn run(app: &App, args: &ExportArgs) -> Result<(), Failure> {
    let Some(path) = args.output.as_ref().filter(|path| path.as_os_str() != "-") else {
        return to_stdout(app, args.format);
    };
    let place = app.file_place(path, args.force)?;
    let wallet = app.unlock()?;
    let exported = place.export(|file| {
        Ok::<_, Failure>(wallet.export_activity(&mut BufWriter::new(file), args.format.into(), words().language())?)
    })?;
    let path = path.display().to_string();
    let shown = json!({"entries": exported.entries, "path": path});
    app.out.confirm(&shown, None, |page| {
        let (count, number) = (exported.entries, Argument::Amount(exported.entries));
        page.line(&say(message::CliActivityExported { count, number, path: &path }));
    })
}

fn to_stdout(app: &App, format: Format) -> Result<(), Failure> {
    if app.out.json && format == Format::Csv {
        return Err(Failure::usage(say(message::CliActivityCsvWithJson)));
    }
    let wallet = app.unlock()?;
    stdout::export(|to| wallet.export_activity(to, format.into(), words().language())).map(drop)
}
