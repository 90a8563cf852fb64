//! A program that is nothing but a worker. The wallet's programs are their own workers; this one is for the tests.

use std::process::ExitCode;

fn main() -> ExitCode {
    idw_documents::worker::run_if_asked().unwrap_or(ExitCode::FAILURE)
}
