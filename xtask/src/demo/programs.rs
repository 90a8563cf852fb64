//! The programs the demo runs: `idw`, `idw-rp` and the window.

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::{built, program, root, show};

/// A running `idw-rp`; stopped when dropped.
pub(super) struct RelyingParty {
    process: Child,
    url: String,
}

impl RelyingParty {
    /// Starts it on a free loopback port and waits for it to say which.
    pub(super) fn start() -> Result<Self> {
        let mut process = program(built("idw-rp"), ["--listen", "127.0.0.1:0"])
            .env("RUST_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()
            .context("idw-rp could not be started")?;
        let url = ready_line(&mut process);
        let relying_party = Self { process, url: url.unwrap_or_default() };
        if relying_party.url.is_empty() {
            bail!("idw-rp did not say where it listens");
        }
        Ok(relying_party)
    }

    /// Its front page.
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// What a person gives the wallet to add it.
    pub(super) fn site(&self) -> String {
        format!("{}/lws", self.url)
    }
}

impl Drop for RelyingParty {
    fn drop(&mut self) {
        // It may have ended by itself already, on Ctrl-C for instance.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn ready_line(process: &mut Child) -> Option<String> {
    let mut line = String::new();
    BufReader::new(process.stdout.as_mut()?).read_line(&mut line).ok()?;
    Some(line.trim().strip_prefix("idw-rp listening on ")?.to_owned())
}

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
        let mut command = self.command(&built("idw"));
        command.arg("--password-file").arg(&self.password_file);
        command.arg("--json").args(arguments);
        let output = command.output().with_context(|| format!("`{}` could not be started", show(&command)))?;
        if !output.status.success() {
            bail!(
                "`{}` ended with {}:\n{}",
                show(&command),
                output.status,
                String::from_utf8_lossy(&output.stderr).trim()
            );
        }
        serde_json::from_slice(&output.stdout)
            .with_context(|| format!("`{}` did not print one JSON document", show(&command)))
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

    fn command(&self, name: &Path) -> Command {
        let mut command = program(name, ["--vault"]);
        command
            .arg(&self.vault)
            // The least cost that is allowed: a dozen commands in a row should not take a dozen seconds.
            .env("IDW_KDF", "floor");
        command
    }
}

/// Readable by its owner only, from the moment it exists.
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let _ = fs::remove_file(path);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}
