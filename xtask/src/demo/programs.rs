//! The programs on the wallet's side: `idw` and the window.

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{built, program, root, show};

/// The command line on one vault.
pub(super) struct Wallet {
    vault: PathBuf,
    password_file: PathBuf,
}

impl Wallet {
    /// For a vault to be made at `vault`; the password goes into a file beside it.
    pub(super) fn at(vault: PathBuf, password: &str) -> Result<Self> {
        let password_file = vault.with_file_name("password");
        write_private(&password_file, password).context("writing the demo's password file")?;
        Ok(Self { vault, password_file })
    }

    /// Runs `idw --json …` and reads its one document; an error carries what it said.
    pub(super) fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Result<Value> {
        let mut command = self.idw(arguments);
        let output = command.output().with_context(|| could_not_start(&command))?;
        document(&command, &output)
    }

    /// Runs `idw --json verify …`, and has the browser go where it says.
    pub(super) fn verify(&self, provider: &str, browser: impl FnOnce(&str) -> Result<()>) -> Result<Value> {
        let mut command = self.idw(&["verify", provider, "--print-url", "--yes"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut idw = command.spawn().with_context(|| could_not_start(&command))?;
        let mut first = String::new();
        // Byte by byte, so that nothing of what comes after the line is taken with it.
        let stdout = idw.stdout.as_mut().context("its output is a pipe")?;
        BufReader::with_capacity(1, stdout).read_line(&mut first)?;
        let ready: Value = serde_json::from_str(&first).unwrap_or_default();
        // Without an address it ends by itself, and says why.
        let gone = ready["address"].as_str().map(browser);
        if matches!(gone, Some(Err(_))) {
            // Nobody comes back to it.
            let _ = idw.kill();
        }
        let output = idw.wait_with_output()?;
        gone.transpose()?;
        document(&command, &output)
    }

    /// The window on this vault.
    pub(super) fn window(&self, program: &Path) -> Command {
        self.command(program)
    }

    /// A command line for the user to try.
    pub(super) fn as_typed(&self, words: &str) -> String {
        let here = |path: &Path| {
            let path = path.strip_prefix(root()).unwrap_or(path);
            path.display().to_string()
        };
        format!(
            "{} --vault {} --password-file {} {words}",
            here(&built("idw")),
            here(&self.vault),
            here(&self.password_file)
        )
    }

    fn idw<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = self.command(&built("idw"));
        command.arg("--password-file").arg(&self.password_file);
        command.arg("--json").args(arguments);
        // No keyring is found, so that nothing is left behind in that of whoever tries this.
        command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null");
        command
    }

    fn command(&self, name: &Path) -> Command {
        let mut command = program(name, ["--vault"]);
        command
            .arg(&self.vault)
            // The least cost that is allowed: a dozen commands in a row should not take a dozen seconds.
            .env("IDW_KDF", "floor");
        command
    }
}

fn could_not_start(command: &Command) -> String {
    format!("`{}` could not be started", show(command))
}

/// The document that a command printed; an error carries what it said.
fn document(command: &Command, output: &Output) -> Result<Value> {
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` ended with {}:\n{}", show(command), output.status, said.trim());
    }
    serde_json::from_slice(&output.stdout)
        .with_context(|| format!("`{}` did not print one JSON document", show(command)))
}

/// Readable by its owner only, from the moment it exists.
pub(super) fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let _ = fs::remove_file(path);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}
