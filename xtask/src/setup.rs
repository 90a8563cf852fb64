//! `cargo xtask setup`: what building and testing need, in the order in which it is needed.

use anyhow::Result;

use crate::system::{self, Purpose};
use crate::ui;

/// Everything `cargo xtask test` needs.
pub(crate) fn everything() -> Result<()> {
    system::install(Purpose::WindowTests)?;
    ui::build()?;
    println!("Everything that building and testing need is here.");
    Ok(())
}
