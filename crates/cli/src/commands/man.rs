//! `idw man`: a man page for each command.

use std::{fs, io, path::PathBuf};

use clap::{Args, CommandFactory as _};
use clap_mangen::Man;
use idw_words::message;
use serde_json::json;

use crate::{
    app::App,
    args::Cli,
    fault::{Failure, Fault},
    words::say,
};

#[derive(Args, Debug)]
pub(crate) struct ManArgs {
    /// The folder to write them into; it is made where there is none
    dir: PathBuf,
}

pub(crate) fn run(app: &App, args: &ManArgs) -> Result<(), Failure> {
    let mut command = Cli::command();
    command.build();
    let mut written = Vec::new();
    fs::create_dir_all(&args.dir)
        .and_then(|()| write(&command, args, &mut written))
        .map_err(|error| Failure::io(Fault::Usage, say(message::CliManUnwritten { folder: &args.dir }), &error))?;
    app.out.confirm(&json!({ "files": written }), None, |page| {
        page.line(&say(message::CliManDone { count: written.len(), folder: &args.dir }));
    })
}

fn write(command: &clap::Command, args: &ManArgs, written: &mut Vec<String>) -> io::Result<()> {
    let path = Man::new(command.clone()).generate_to(&args.dir)?;
    written.push(path.display().to_string());
    command.get_subcommands().try_for_each(|subcommand| write(subcommand, args, written))
}
