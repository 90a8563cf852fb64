//! The program's arguments, its log, and what it ends with.

use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;

use crate::commands::{self, DoctorArgs, Printer, RootArgs, RpCommand, UserCommand};
use crate::fault::{EXIT_CODES, Failure};
use crate::serve::{self, ServeArgs};

/// The service of Auth eID for relying parties and wallets anywhere.
///
/// Relying parties call it by REST and gRPC; wallets connect to it from behind any firewall and answer. Logs go to standard error,
/// as one JSON object a line where that is no terminal (RUST_LOG sets how much), and hold nothing of a person.
#[derive(Debug, Parser)]
#[command(name = "idw-autheid", version, after_help = EXIT_CODES)]
struct Program {
    /// Print answers as JSON
    #[arg(long, global = true)]
    json: bool,
    /// How the log is written [default: text on a terminal, json elsewhere]
    #[arg(long, global = true, value_enum, value_name = "FORM")]
    log: Option<LogForm>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer relying parties and wallets until a signal ends it
    Serve(ServeArgs),
    /// Manage the relying parties that may ask
    #[command(subcommand)]
    Rp(RpCommand),
    /// Manage the users whose wallets may answer
    #[command(subcommand)]
    User(UserCommand),
    /// Write the root certificate that relying parties check signatures against
    Root(RootArgs),
    /// Look whether all is well, and say what to do where it is not
    Doctor(DoctorArgs),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LogForm {
    Text,
    Json,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let program = Program::parse();
    log(program.log);
    let printer = Printer { json: program.json };
    match run(program, &printer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            printer.failure(&failure);
            failure.report();
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(program: Program, printer: &Printer) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::io("the program could not be set up", &error))?;
    runtime.block_on(async {
        match program.command {
            Command::Serve(args) => serve::run(args, printer).await,
            Command::Rp(command) => commands::rp(command, printer).await,
            Command::User(command) => commands::user(command, printer).await,
            Command::Root(args) => commands::root(args, printer).await,
            Command::Doctor(args) => commands::doctor(args, printer).await,
        }
    })
}

fn log(form: Option<LogForm>) {
    let usual = if std::io::stderr().is_terminal() { LogForm::Text } else { LogForm::Json };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match form.unwrap_or(usual) {
        LogForm::Text => log.init(),
        LogForm::Json => log.json().init(),
    }
}
