//! `idw-autheid`: the service of Auth eID for relying parties and wallets anywhere.

use std::process::ExitCode;

fn main() -> ExitCode {
    idw_eid_server::main()
}
