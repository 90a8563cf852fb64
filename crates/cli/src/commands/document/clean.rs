//! `idw document clean`: a copy of a document without what it tells besides what is seen, kept beside the original.

use clap::Args;

use super::tell_metadata;
use crate::{app::App, fault::Failure, values};

#[derive(Args, Debug)]
pub(crate) struct CleanArgs {
    /// Its id, or the beginning of it
    id: String,
    /// Also make a copy of this value (its id) with the clean document in it
    #[arg(long = "for", value_name = "VALUE")]
    value: Option<String>,
}

pub(crate) fn run(app: &App, args: &CleanArgs) -> Result<(), Failure> {
    let wallet = app.unlock()?;
    let original = wallet.document(&args.id)?;
    let cleaned = wallet.clean_document(&original.id, args.value.as_deref())?;
    app.out.confirm(&cleaned, Some(&cleaned.document.id), |page| {
        page.line(&format!("Added {}", values::document(&cleaned.document)));
        page.block(&[("Id", cleaned.document.id.clone())]);
        tell_metadata(page, &cleaned.document);
        page.line(&format!("{} is in the wallet as before.", original.name));
    })
}
