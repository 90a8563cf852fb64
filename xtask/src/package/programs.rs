//! The programs that are packaged: built, and without the symbols that only debuggers need.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::command::{self, cargo, output, program, root, target};
use crate::system::{self, Purpose};
use crate::ui;

/// How the programs are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// As they ship.
    Release,
    /// Quickly, to try the packaging itself. The package is large, and differs from machine to machine.
    Dev,
}

impl fmt::Display for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Release => "release",
            Self::Dev => "dev",
        })
    }
}

impl Profile {
    /// How `dpkg-deb` compresses. The programs of a development build are large, and nobody keeps such a package.
    pub(crate) fn deb_compression(self) -> &'static [&'static str] {
        match self {
            Self::Release => &["-Zxz"],
            Self::Dev => &["-Zgzip", "-z1"],
        }
    }

    /// How `rpmbuild` compresses.
    pub(crate) fn rpm_compression(self) -> &'static str {
        match self {
            Self::Release => "w19.zstdio",
            Self::Dev => "w1.gzdio",
        }
    }
}

/// The two programs, ready to be packaged.
#[derive(Clone, Debug)]
pub(crate) struct Programs {
    /// The command line.
    pub(crate) idw: PathBuf,
    /// The window.
    pub(crate) desktop: PathBuf,
}

/// The programs as the compiler made them, with their symbols.
#[derive(Clone, Debug)]
pub(crate) struct Unstripped(pub(crate) Programs);

/// Builds both and strips copies of them, which it leaves below `out`.
pub(crate) fn build(profile: Profile, out: &Path) -> Result<(Unstripped, Programs)> {
    system::install(Purpose::Window)?;
    ui::build()?;
    let mut build = cargo(["build", "--locked", "--profile", &profile.to_string()]);
    let built = match profile {
        // Its flags differ from those of daily builds. In the same folder, each build would make the other compile everything again.
        Profile::Release => {
            let folder = out.join("build");
            build.args(["-p", "idw-cli", "-p", "idw-desktop"]);
            without_this_machine(&mut build, &folder)?;
            build.env("CARGO_TARGET_DIR", &folder).env("CARGO_PROFILE_RELEASE_STRIP", "none");
            folder.join("release")
        }
        // The selection of packages that tests have: with another one, cargo would choose other features.
        Profile::Dev => {
            build.args(["--workspace", "--bins"]);
            target().join("debug")
        }
    };
    command::run(build)?;
    let programs = out.join("programs");
    fs::create_dir_all(&programs).with_context(|| format!("making {}", programs.display()))?;
    let stripped = |name: &str| -> Result<PathBuf> {
        let copy = programs.join(name);
        let mut strip = program("strip", ["--strip-all", "--remove-section=.comment", "--remove-section=.note", "-o"]);
        strip.arg(&copy).arg(built.join(name));
        command::run(strip)?;
        Ok(copy)
    };
    let unstripped = Unstripped(Programs { idw: built.join("idw"), desktop: built.join("idw-desktop") });
    Ok((unstripped, Programs { idw: stripped("idw")?, desktop: stripped("idw-desktop")? }))
}

/// Has the compilers write other names for the folders of this machine into the programs.
fn without_this_machine(build: &mut Command, target: &Path) -> Result<()> {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = || std::env::home_dir().map(|home| home.join(".cargo"));
    let Some(cargo_home) = cargo_home.or_else(home) else { bail!("there is no home folder to find cargo's in") };
    let sysroot = output(program("rustc", ["--print", "sysroot"])).context("rustc does not say where it is")?;
    // Of several that fit, the last one counts: the most exact comes last.
    let names = [
        (PathBuf::from(sysroot), "/rust"),
        (cargo_home, "/cargo"),
        (root(), "/idw"),
        (target.to_path_buf(), "/idw/target"),
    ];
    let rust = names.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    build.env("CARGO_ENCODED_RUSTFLAGS", rust.collect::<Vec<_>>().join("\u{1f}"));
    let c = names.iter().map(|(folder, name)| format!("-ffile-prefix-map={}={name}", folder.display()));
    let c = c.collect::<Vec<_>>().join(" ");
    build.env("CFLAGS", &c).env("CXXFLAGS", &c);
    Ok(())
}
