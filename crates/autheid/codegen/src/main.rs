//! Makes the Rust code of the Auth eID service: `idw-autheid-codegen FOLDER-OF-THE-CRATE`.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use prost::Message as _;

const PACKAGE: &str = "autheid.rp";

fn main() -> Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).context("the folder of the crate is missing")?;
    let (protos, generated) = (folder.join("proto"), folder.join("src/generated"));
    let set = protox::compile(["rp.proto"], [&protos]).context("rp.proto does not compile")?;

    pbjson_build::Builder::new()
        .register_descriptors(&set.encode_to_vec())?
        .preserve_proto_field_names()
        .ignore_unknown_fields()
        .out_dir(&generated)
        .build(&[format!(".{PACKAGE}")])?;

    tonic_prost_build::configure().build_transport(false).out_dir(&generated).compile_fds(set)?;
    Ok(())
}
