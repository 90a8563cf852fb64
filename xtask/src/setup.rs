//! `cargo xtask setup`: what building and testing need, in the order in which it is needed.

use anyhow::Result;

use crate::system::{self, Purpose};
use crate::ui;

/// Everything that `cargo xtask test` and `cargo xtask bench` need.
pub(crate) fn everything() -> Result<()> {
    system::install(Purpose::WindowTests)?;
    system::install(Purpose::Figures)?;
    ui::build()?;
    println!("Everything that building and testing need is here.");
    Ok(())
}
