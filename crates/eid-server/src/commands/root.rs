//! `idw-autheid root`: what relying parties pin.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use serde_json::json;

use super::{Place, Printer};
use crate::fault::{Failure, Fault};

#[derive(Args, Debug)]
pub(crate) struct RootArgs {
    /// Write it to this file, as PEM
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    place: Place,
}

pub(crate) async fn run(args: RootArgs, printer: &Printer) -> Result<(), Failure> {
    let RootArgs { out, place } = args;
    let database = place.open_existing(Timestamp::now()).await?;
    let pem =
        database.service().authority.root_pem().map_err(|error| Failure::new(Fault::Damaged, error.to_string()))?;
    fs::write(&out, pem).map_err(|error| {
        Failure::usage(format!("the root certificate could not be written to {}: {error}", out.display()))
    })?;
    printer.show(&json!({ "file": out }), &format!("Wrote the root certificate to {}", out.display()))
}
