//! `cargo xtask bench window`: the window beside a bare WebKitGTK window that shows the same list.

use std::process::Command;

use anyhow::{Result, bail};

use crate::command::{self, cargo, program};
use crate::ui;

/// A workspace of its own: what it compares with is no dependency of the product.
const MANIFEST: &str = "benches/window/Cargo.toml";

/// Prints the figures, each with its mark; an error says that one was not met. `--profile NAME` has the window built in
/// another profile than the one that ships: while one works on it.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let profile: &str = match arguments {
        [] => "release",
        [option, profile] if option == "--profile" => profile,
        _ => bail!("cargo xtask bench window [--profile NAME]"),
    };
    ui::build()?;
    command::run(cargo(["build", "--profile", profile, "-p", "idw-desktop", "-p", "idw-bench-wallet"]))?;
    let target = command::target();
    command::run({
        let mut build = cargo(["build", "--profile", profile, "--manifest-path", MANIFEST, "--target-dir"]);
        build.arg(&target);
        build
    })?;
    // The development profile has a folder of another name.
    let built = target.join(if profile == "dev" { "debug" } else { profile });
    let bench = built.join("idw-bench-window");
    let mut compare = on_a_display(&bench.display().to_string());
    compare.args([built.join("idw-desktop"), built.join("wallet-unlock"), command::root().join("ui/dist")]);
    // Made once: a development build takes minutes for it.
    compare.arg(target.join("xtask/window-vault"));
    command::run(compare)
}

/// A window needs a display. One in memory is the same for all, so it is taken where there is one.
fn on_a_display(name: &str) -> Command {
    if command::exists("xvfb-run") {
        program("xvfb-run", ["--auto-servernum", "--server-args=-screen 0 1440x1000x24", name])
    } else {
        program(name, [] as [&str; 0])
    }
}
