//! What the system's package manager must provide, and getting it from there.
//!
//! What is needed is found by looking for the program or library itself, never by asking for a
//! package by name, so that a machine that has it from elsewhere is left alone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{exists, output, program, run, show};

/// How far the preparations go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The command line and the reference relying party.
    CommandLine,
    /// The window too.
    Window,
    /// The tests that need no window too.
    Tests,
    /// Those, and driving the window without a display.
    WindowTests,
    /// The figures of others to compare with.
    Figures,
    /// Trying the packages out in a system with nothing else in it.
    Packages,
}

/// Installs what is missing for `purpose`, saying what; does nothing where nothing is.
///
/// # Errors
/// When something is missing and cannot be installed from here; the error says what to install.
pub(crate) fn install(purpose: Purpose) -> Result<()> {
    let missing = missing(purpose);
    if missing.is_empty() {
        return Ok(());
    }
    for requirement in &missing {
        println!("Missing: {}", requirement.what);
    }
    let Some(manager) = Manager::of_this_system() else {
        bail!(no_manager(&missing));
    };
    manager.install(&missing)?;
    let left = self::missing(purpose);
    if let Some(first) = left.first() {
        bail!("{} is still missing after the installation; please install it by hand", first.what);
    }
    Ok(())
}

/// Something the system must have, and the packages it comes in.
struct Requirement {
    what: &'static str,
    probe: Probe,
    apt: &'static [&'static str],
    dnf: &'static [&'static str],
    pacman: &'static [&'static str],
}

/// How to tell that it is there.
enum Probe {
    Program(&'static str),
    Library(&'static str),
    /// The server of PostgreSQL, which Debian and its kin keep out of the way of other programs.
    Postgres,
    /// A program that comes with WebKitGTK, where each distribution puts those.
    Engine(&'static str),
    /// A program that only other programs start.
    Helper(&'static str),
}

impl Probe {
    fn finds_it(&self) -> bool {
        match self {
            Self::Program(name) => exists(name),
            Self::Library(name) => {
                program("pkg-config", ["--exists", name]).status().is_ok_and(|status| status.success())
            }
            Self::Postgres => exists("postgres") || postgres_folders().any(|folder| folder.join("postgres").is_file()),
            Self::Helper(name) => ["/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib"]
                .iter()
                .any(|folder| Path::new(folder).join(name).is_file()),
            Self::Engine(name) => engine_folders().any(|folder| folder.join("webkit2gtk-4.1").join(name).is_file()),
        }
    }
}

fn engine_folders() -> impl Iterator<Item = PathBuf> {
    let libraries = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from);
    let below = libraries.clone().into_iter().flat_map(fs::read_dir).flatten().flatten().map(|entry| entry.path());
    below.chain(libraries)
}

fn postgres_folders() -> impl Iterator<Item = PathBuf> {
    fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|version| version.path().join("bin"))
}

const COMPILER: Requirement = Requirement {
    what: "a C compiler (SQLite and the cipher library are C, libFuzzer is C++)",
    probe: Probe::Program("cc"),
    apt: &["build-essential"],
    dnf: &["gcc", "gcc-c++", "make"],
    pacman: &["base-devel"],
};

const PKG_CONFIG: Requirement = Requirement {
    what: "pkg-config",
    probe: Probe::Program("pkg-config"),
    apt: &["pkg-config"],
    dnf: &["pkgconf-pkg-config"],
    pacman: &["pkgconf"],
};

const WINDOW: &[Requirement] = &[
    PKG_CONFIG,
    Requirement {
        what: "WebKitGTK 4.1 with its headers (the window)",
        probe: Probe::Library("webkit2gtk-4.1"),
        apt: &["libwebkit2gtk-4.1-dev"],
        dnf: &["webkit2gtk4.1-devel"],
        pacman: &["webkit2gtk-4.1"],
    },
];

const TESTS: &[Requirement] = &[
    Requirement {
        what: "age (opens a backup as people without this program would)",
        probe: Probe::Program("age"),
        apt: &["age"],
        dnf: &["age"],
        pacman: &["age"],
    },
    Requirement {
        what: "a C++ compiler (libFuzzer)",
        probe: Probe::Program("c++"),
        apt: &["build-essential"],
        dnf: &["gcc-c++"],
        pacman: &["base-devel"],
    },
    Requirement {
        what: "strace (tests count what a write waits for)",
        probe: Probe::Program("strace"),
        apt: &["strace"],
        dnf: &["strace"],
        pacman: &["strace"],
    },
    Requirement {
        what: "dpkg-deb (writes the package for Debian)",
        probe: Probe::Program("dpkg-deb"),
        apt: &["dpkg-dev"],
        dnf: &["dpkg"],
        pacman: &["dpkg"],
    },
    Requirement {
        what: "PostgreSQL (the server of Auth eID keeps what it knows in it)",
        probe: Probe::Postgres,
        apt: &["postgresql"],
        dnf: &["postgresql-server"],
        pacman: &["postgresql"],
    },
];

const FIGURES: &[Requirement] = &[
    PKG_CONFIG,
    Requirement {
        what: "OpenSSL's headers (SQLCipher, to compare with)",
        probe: Probe::Library("libcrypto"),
        apt: &["libssl-dev"],
        dnf: &["openssl-devel"],
        pacman: &["openssl"],
    },
];

const PACKAGES: &[Requirement] = &[
    Requirement {
        what: "dpkg-shlibdeps (finds what a package depends on)",
        probe: Probe::Program("dpkg-shlibdeps"),
        apt: &["dpkg-dev"],
        dnf: &["dpkg-dev"],
        pacman: &["dpkg"],
    },
    Requirement {
        what: "lintian (checks packages)",
        probe: Probe::Program("lintian"),
        apt: &["lintian"],
        dnf: &["lintian"],
        pacman: &["lintian"],
    },
    Requirement {
        what: "debootstrap (makes a system with nothing else in it)",
        probe: Probe::Program("debootstrap"),
        apt: &["debootstrap"],
        dnf: &["debootstrap"],
        pacman: &["debootstrap"],
    },
];

const WINDOW_TESTS: &[Requirement] = &[
    Requirement {
        what: "WebKitWebDriver (drives the window in tests)",
        probe: Probe::Program("WebKitWebDriver"),
        apt: &["webkit2gtk-driver"],
        dnf: &["webkit2gtk4.1"],
        pacman: &["webkit2gtk-4.1"],
    },
    Requirement {
        what: "MiniBrowser of WebKitGTK (a browser that ends up logged in)",
        probe: Probe::Engine("MiniBrowser"),
        apt: &["libwebkit2gtk-4.1-0"],
        dnf: &["webkit2gtk4.1"],
        pacman: &["webkit2gtk-4.1"],
    },
    Requirement {
        what: "Xvfb (a display for tests)",
        probe: Probe::Program("xvfb-run"),
        apt: &["xvfb"],
        dnf: &["xorg-x11-server-Xvfb"],
        pacman: &["xorg-server-xvfb"],
    },
    Requirement {
        what: "pgrep (tests wait until a window's process has ended)",
        probe: Probe::Program("pgrep"),
        apt: &["procps"],
        dnf: &["procps-ng"],
        pacman: &["procps-ng"],
    },
    Requirement {
        what: "xauth",
        probe: Probe::Program("xauth"),
        apt: &["xauth"],
        dnf: &["xorg-x11-xauth"],
        pacman: &["xorg-xauth"],
    },
    Requirement {
        what: "dbus-run-session (a session bus for tests)",
        probe: Probe::Program("dbus-run-session"),
        apt: &["dbus"],
        dnf: &["dbus-daemon"],
        pacman: &["dbus"],
    },
    Requirement {
        what: "AT-SPI (what screen readers read the window by)",
        probe: Probe::Helper("at-spi-bus-launcher"),
        apt: &["at-spi2-core"],
        dnf: &["at-spi2-core"],
        pacman: &["at-spi2-core"],
    },
    Requirement {
        what: "GNOME Keyring (a real Secret Service for tests)",
        probe: Probe::Program("gnome-keyring-daemon"),
        apt: &["gnome-keyring"],
        dnf: &["gnome-keyring"],
        pacman: &["gnome-keyring"],
    },
];

fn missing(purpose: Purpose) -> Vec<&'static Requirement> {
    let mut wanted: Vec<&'static Requirement> = vec![&COMPILER];
    // Elsewhere the window's engine is part of the system, and nothing can drive it.
    if cfg!(target_os = "linux") {
        wanted.extend(
            match purpose {
                Purpose::CommandLine => vec![],
                Purpose::Window => vec![WINDOW],
                Purpose::Tests => vec![WINDOW, TESTS],
                Purpose::WindowTests => vec![WINDOW, TESTS, WINDOW_TESTS],
                Purpose::Figures => vec![FIGURES],
                Purpose::Packages => vec![WINDOW, PACKAGES],
            }
            .into_iter()
            .flatten(),
        );
    }
    wanted.retain(|requirement| !requirement.probe.finds_it());
    wanted
}

/// The package managers this knows how to ask.
#[derive(Clone, Copy)]
enum Manager {
    Apt,
    Dnf,
    Pacman,
}

impl Manager {
    fn of_this_system() -> Option<Self> {
        if !cfg!(target_os = "linux") {
            return None;
        }
        [("apt-get", Self::Apt), ("dnf", Self::Dnf), ("pacman", Self::Pacman)]
            .into_iter()
            .find_map(|(name, manager)| exists(name).then_some(manager))
    }

    fn packages(self, missing: &[&Requirement]) -> Vec<&'static str> {
        let mut packages: Vec<_> = missing
            .iter()
            .flat_map(|requirement| match self {
                Self::Apt => requirement.apt,
                Self::Dnf => requirement.dnf,
                Self::Pacman => requirement.pacman,
            })
            .copied()
            .collect();
        packages.sort_unstable();
        packages.dedup();
        packages
    }

    fn install(self, missing: &[&Requirement]) -> Result<()> {
        let packages = self.packages(missing);
        println!("Installing system packages: {}", packages.join(" "));
        match self {
            Self::Apt => {
                as_root(&["apt-get", "update", "--quiet"], &[])?;
                let install = [
                    "apt-get",
                    "install",
                    "--yes",
                    "--quiet",
                    "--no-install-recommends",
                    "-o",
                    "DPkg::Lock::Timeout=300",
                ];
                as_root(&install, &packages)
            }
            Self::Dnf => as_root(&["dnf", "install", "--assumeyes"], &packages),
            Self::Pacman => as_root(&["pacman", "-S", "--needed", "--noconfirm"], &packages),
        }
        .with_context(|| {
            format!("the system packages could not be installed; please install them by hand: {}", packages.join(" "))
        })
    }
}

/// Runs as root: as we are, or through `sudo`, which may ask for a password where there is a terminal.
fn as_root(words: &[&str], more: &[&str]) -> Result<()> {
    use std::io::IsTerminal as _;

    let frontend = ["env", "DEBIAN_FRONTEND=noninteractive"];
    let all = frontend.iter().chain(words).chain(more);
    let is_root = output(program("id", ["-u"])).is_some_and(|id| id == "0");
    let command = if is_root {
        program("env", all.skip(1))
    } else if exists("sudo") {
        let ask: &[&str] = if std::io::stdin().is_terminal() { &[] } else { &["-n"] };
        let mut command = program("sudo", ask.iter().chain(all));
        command.stdin(std::process::Stdio::inherit());
        command
    } else {
        bail!("this needs root: {}", words.join(" "));
    };
    println!("$ {}", show(&command));
    run(command)
}

fn no_manager(missing: &[&Requirement]) -> String {
    let names = Manager::Apt.packages(missing).join(" ");
    if cfg!(target_os = "macos") {
        return "please install Apple's command-line tools: xcode-select --install".to_owned();
    }
    format!(
        "this system has none of apt-get, dnf and pacman; please install what is missing \
         (Debian's names: {names}) and run this again"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_requirement_names_a_package_for_every_manager() {
        for requirement in [&[COMPILER], WINDOW, TESTS, WINDOW_TESTS, FIGURES, PACKAGES].into_iter().flatten() {
            for manager in [Manager::Apt, Manager::Dnf, Manager::Pacman] {
                assert!(!manager.packages(&[requirement]).is_empty(), "{}", requirement.what);
            }
        }
    }

    #[test]
    fn a_package_is_named_once() {
        let twice = [&WINDOW[1], &WINDOW_TESTS[0]];
        assert_eq!(Manager::Pacman.packages(&twice), ["webkit2gtk-4.1"]);
    }
}
