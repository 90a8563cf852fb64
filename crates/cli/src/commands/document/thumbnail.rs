//! `idw document thumbnail`: a small picture of a document, as a PNG file.

use std::{io::Write as _, path::PathBuf};

use clap::Args;
use idw_wallet::{PlaceError, Thumbnail};
use idw_words::message;
use serde_json::json;

use crate::{
    app::App,
    fault::Failure,
    words::{say, tell},
};

#[derive(Args, Debug)]
pub(crate) struct ThumbnailArgs {
    /// Its id, or the beginning of it
    id: String,
    /// The file to write
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(app: &App, args: &ThumbnailArgs) -> Result<(), Failure> {
    let place = app.file_place(&args.output, args.force)?;
    let png = match app.unlock()?.thumbnail(&args.id)? {
        Thumbnail::Picture(png) => png,
        Thumbnail::None { why } => return Err(Failure::usage(tell(&why))),
    };
    place.write(|file| file.write_all(&png).map_err(|error| PlaceError::unwritten(&args.output, error)))?;
    let path = args.output.display().to_string();
    app.out.confirm(&json!({"path": path, "size": png.len()}), None, |page| {
        page.line(&say(message::CliDocumentThumbnail { path: &path }));
    })
}
