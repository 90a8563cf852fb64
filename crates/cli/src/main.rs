//! `idw`: the identity wallet on the command line, for people and for CI.
//!
//! This crate parses, asks and shows; everything else is one call into `idw-wallet`. Nothing (no store, no TLS, no
//! runtime) is set up before the arguments have been understood, so that `idw --version` and a mistyped command
//! cost next to nothing.
//!
//! - stdout carries the result: text for people, or with `--json` exactly one JSON document, the error included.
//! - stderr carries everything else: questions, progress, notes, warnings, and the error as a sentence.
//! - The exit code says whose move it is; see [`fault`].

mod app;
mod args;
mod called;
mod changes;
mod checks;
mod choice;
mod commands;
mod consent;
mod consent_notes;
mod fault;
mod harden;
mod held;
mod hidden;
mod hints;
mod interrupt;
mod logging;
mod network;
mod notices;
mod output;
mod page;
mod password;
mod patience;
mod progress;
mod prompt;
mod reminders;
mod secret;
mod spoken;
mod stdout;
mod strength;
mod trace;
mod values;
mod words;

use std::{
    env,
    panic::{self, AssertUnwindSafe},
    process::ExitCode,
};

use app::App;
use args::Cli;
use clap::Parser as _;
use fault::{Failure, Fault};
use idw_words::message;
use output::Output;
use words::say;
use zeroizing_alloc::ZeroAlloc;

/// Wipes whatever is freed: attribute values, answers of sites and all else that is in no wiping type.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    // First of all: such a process is to do nothing else, and has no secret.
    if let Some(code) = idw_wallet::open_document_if_asked() {
        return code;
    }
    harden::harden();
    idw_files::make_size_limit_an_error();
    if args::ask_only_for_version(env::args_os()) {
        return print_version();
    }
    match Cli::try_parse() {
        Ok(cli) => run(cli),
        Err(error) => args::explain(&error),
    }
}

/// What clap would print, without building the description of every command first: scripts ask for the version often.
fn print_version() -> ExitCode {
    args::print(concat!("idw ", env!("CARGO_PKG_VERSION"), "\n").as_bytes())
}

fn run(cli: Cli) -> ExitCode {
    logging::start(cli.options.verbose);
    words::speak(cli.options.lang.unwrap_or_else(args::language_of_environment));
    let app = App { out: Output::new(&cli.options), options: cli.options };
    // A panic is a mistake of this program. It has been printed for a report; scripts are to learn of it as of all else.
    let done = panic::catch_unwind(AssertUnwindSafe(|| commands::run(&app, cli.command)));
    match done.unwrap_or_else(|_| Err(mistake())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => report(&app.out, &failure),
    }
}

fn mistake() -> Failure {
    Failure::new(Fault::Other, say(message::CliMistake))
}

fn report(out: &Output, failure: &Failure) -> ExitCode {
    out.failure(failure);
    failure.fault.exit_code()
}
