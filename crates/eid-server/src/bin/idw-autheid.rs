//! `idw-autheid`: the service of Auth eID for relying parties and wallets anywhere.

fn main() {}
