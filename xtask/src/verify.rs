//! `cargo xtask verify`: what takes too long for CI.

use anyhow::Result;
use clap::ValueEnum;

use crate::package::{self, Profile};
use crate::{mutants, screens, soak};

/// What there is to verify.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The packages, installed and started in a clean system.
    Packages,
    /// Every screen of the window in the pseudo-language: no text outside the catalogue, and none cut off.
    Words,
    /// Known holes, brought back one at a time.
    Mutants,
    /// Vaults that are killed, mutated and filled up.
    Soak,
}

/// One part, or all of them; the packages are of programs that are built like this.
pub(crate) fn run(part: Option<Part>, profile: Profile) -> Result<()> {
    let all = [Part::Packages, Part::Mutants, Part::Soak, Part::Words];
    let chosen = part.as_ref().map_or(&all[..], std::slice::from_ref);
    chosen.iter().try_for_each(|part| match part {
        Part::Packages => package::verify(profile),
        Part::Words => screens::in_pseudo_language(),
        Part::Mutants => mutants::run(),
        Part::Soak => soak::run(),
    })
}
