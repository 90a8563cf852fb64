//! `idw completions`: what a shell needs to complete the command line.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;
use serde_json::json;

use crate::{app::App, args::Cli, fault::Failure, stdout};

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  idw completions bash > ~/.local/share/bash-completion/completions/idw
  idw completions zsh > ~/.zfunc/_idw
  idw completions fish > ~/.config/fish/completions/idw.fish")]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(app: &App, args: &CompletionsArgs) -> Result<(), Failure> {
    // Into memory first: the generator panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "idw", &mut script);
    if app.out.json {
        let document = json!({ "shell": args.shell.to_string(), "script": String::from_utf8_lossy(&script) });
        return app.out.show(&document, |_| ());
    }
    stdout::write(&script)
}
