//! `cargo xtask demo`: the wallet's main job, done by the real programs over real HTTP.

mod check;
mod http;
mod programs;
mod report;
mod script;
mod servers;

use std::fs::{self, File, TryLockError};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::command::{built, cargo, run as run_command, target};
use crate::system::{self, Purpose};
use crate::ui;
use programs::Wallet;
use report::Report;
use servers::{Provider, RelyingParty};

/// The password of the demo vault; no secret, it is printed.
const PASSWORD: &str = "correct horse battery staple";

/// Installs what is missing, builds, does the job, and opens the window where there is a display.
pub(crate) fn run(no_window: bool) -> Result<()> {
    let with_window = !no_window && has_display();
    build(with_window)?;
    let started = Instant::now();
    let folder = Folder::fresh()?;
    let relying_party = RelyingParty::start()?;
    let provider = Provider::start(&folder.path)?;
    let wallet = Wallet::at(folder.vault(), PASSWORD)?;

    let mut report = Report::new();
    report.title("Identity wallet: from nothing to a finished KYC application");
    report.note(&format!("vault           {}", folder.vault().display()));
    report.note(&format!("provider        {}", provider.url()));
    report.note(&format!("relying party   {}", relying_party.url()));
    script::play(&wallet, &provider, &relying_party, &mut report)?;
    report.done(started.elapsed());

    if with_window {
        show_window(&wallet, &provider, &relying_party, &report)
    } else {
        say_why_not(no_window, &wallet, &report);
        Ok(())
    }
}

fn build(with_window: bool) -> Result<()> {
    let mut command = cargo(["build", "-p", "idw-cli", "-p", "idw-relying-party", "-p", "idw-kyc-provider"]);
    if with_window {
        system::install(Purpose::Window)?;
        ui::build()?;
        command.args(["-p", "idw-desktop"]);
    } else {
        system::install(Purpose::CommandLine)?;
    }
    println!("Building (the first time takes some minutes)");
    run_command(command)
}

fn show_window(wallet: &Wallet, provider: &Provider, relying_party: &RelyingParty, report: &Report) -> Result<()> {
    report.title("The window");
    report.note(&format!("password        {PASSWORD}"));
    report.note(&format!("provider        {}", provider.url()));
    report.note(&format!("relying party   {}", relying_party.url()));
    report.note(&format!(
        "its operator    {}/operator, secret {}",
        relying_party.url(),
        relying_party.operator_secret()
    ));
    report.note("They run until you close the window. Begin an identity check there, and your browser shows the");
    report.note("provider's page, where you pick who is checked and what comes of it.");
    let status = wallet.window(&built("idw-desktop")).status().context("the window could not be started")?;
    if !status.success() {
        bail!("the window ended with {status}");
    }
    Ok(())
}

fn say_why_not(no_window: bool, wallet: &Wallet, report: &Report) {
    if no_window {
        report.note("The window stays closed, as asked.");
    } else {
        report.note("There is no display here, so the window stays closed.");
    }
    report.note(&format!("Look around yourself:  {}", wallet.as_typed("activity list")));
}

/// Whether a window could be shown.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// `target/demo`, emptied. Held by one demo at a time, for its window may be open for long.
struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    fn fresh() -> Result<Self> {
        let path = target().join("demo");
        fs::create_dir_all(&path).with_context(|| format!("making {}", path.display()))?;
        let lock = File::create(path.join("lock")).context("making the demo's lock file")?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                bail!("another demo is still running; close its window first")
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).context("locking the demo's folder");
            }
        }
        let vault = path.join("vault");
        if vault.exists() {
            fs::remove_dir_all(&vault).context("removing the last demo's vault")?;
        }
        Ok(Self { path, _lock: lock })
    }

    fn vault(&self) -> PathBuf {
        self.path.join("vault")
    }
}
