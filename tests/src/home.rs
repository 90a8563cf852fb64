//! A person's home folder with a wallet in it, and the command line at work there.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::{Sample, built};

/// The password of every test vault.
const PASSWORD: &str = "correct horse battery staple";

/// An empty home: the program's data, configuration, caches, logs and temporary files all fall into it.
pub struct Home {
    folder: TempDir,
    /// Outside the home, so that a search for plaintext does not find the test's own files.
    outside: TempDir,
    /// Whether links open in [`OPENER`] instead of a browser.
    catches_links: bool,
}

/// What a program finds here when it looks for the one that opens links: it writes the link down.
#[cfg(unix)]
const OPENER: &str =
    "#!/bin/sh\nprintf '%s' \"$1\" > \"$IDW_TEST_OPENED.new\" && mv \"$IDW_TEST_OPENED.new\" \"$IDW_TEST_OPENED\"\n";
/// How long a program may take to start a browser.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a command did.
#[derive(Debug)]
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// Everything on the standard output.
    pub stdout: String,
    /// Everything on the standard error output.
    pub stderr: String,
}

impl Home {
    /// A home without a vault.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let outside = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("tmp")).expect("a folder for temporary files");
        let home = Self { folder, outside, catches_links: false };
        home.write_outside("password", PASSWORD.as_bytes());
        fs::create_dir(home.runtime()).expect("a folder for sockets");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(home.runtime(), fs::Permissions::from_mode(0o700)).expect("a private folder");
        }
        home
    }

    /// The folder that programs make their sockets in.
    pub fn runtime(&self) -> PathBuf {
        self.outside.path().join("run")
    }

    /// A home with a new vault.
    pub fn with_vault() -> Self {
        let home = Self::empty();
        home.ok(["init"]);
        home
    }

    /// A home with a vault that holds the sample person, documents included.
    pub fn of_ada() -> Self {
        let home = Self::with_vault();
        home.fill_in_ada();
        home
    }

    /// The same home, where links that programs open in a browser are caught: see [`opened_link`](Self::opened_link).
    #[cfg(unix)]
    #[must_use]
    pub fn catching_links(self) -> Self {
        use std::os::unix::fs::PermissionsExt as _;
        let opener = self.write_outside("xdg-open", OPENER.as_bytes());
        fs::set_permissions(opener, fs::Permissions::from_mode(0o700)).expect("made a program");
        Self { catches_links: true, ..self }
    }

    /// The link that a program has opened, or opens soon; each is given out once.
    pub fn opened_link(&self) -> String {
        let file = self.caught_link();
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Ok(link) = fs::read_to_string(&file) {
                fs::remove_file(&file).expect("the test's own file");
                return link;
            }
            thread::sleep(Duration::from_millis(20));
        }
        panic!("no browser was started");
    }

    fn caught_link(&self) -> PathBuf {
        self.outside.path().join("opened")
    }

    /// Another home with the same vault, as it is now.
    #[must_use]
    pub fn copy(&self) -> Self {
        let copy = Self::empty();
        copy_folder(&self.vault(), &copy.vault());
        copy
    }

    /// Enters the sample person's attributes.
    pub fn fill_in_ada(&self) {
        for (name, value) in [
            ("first-name", "Ada"),
            ("last-name", "Example"),
            ("email", "ada@wallet.example"),
            ("date-of-birth", "1985-04-12"),
        ] {
            self.ok(["attribute", "set", name, value]);
        }
        self.set_fields("nationality", &["country=GB"], &[]);
        let address = ["address_line_1=1 Sample Street", "city=London"];
        self.set_fields("physical-address", &address, &[]);
        self.set_fields(
            "passport",
            &["issued=2024-05-04", "expires=2094-05-03"],
            &[
                &Sample::named("passport-photo-page.jpg").for_field("image"),
                &Sample::named("passport-selfie.jpg").for_field("selfie.image"),
            ],
        );
        let bill = Sample::named("utility-bill.pdf").for_field("images");
        self.set_fields("utility-bill", &["issued=2024-12-15"], &[&bill]);
    }

    /// `idw attribute set NAME --set … --file …`.
    pub fn set_fields(&self, name: &str, values: &[&str], files: &[&str]) -> Value {
        let mut words = vec!["attribute", "set", name];
        words.extend(values.iter().flat_map(|value| ["--set", *value]));
        words.extend(files.iter().flat_map(|file| ["--file", *file]));
        self.ok(words)
    }

    /// The home itself.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The vault's folder.
    pub fn vault(&self) -> PathBuf {
        self.path().join("vault")
    }

    /// Writes a file that is not in the home.
    pub fn write_outside(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.outside.path().join(name);
        fs::write(&path, bytes).expect("the test can write its own files");
        path
    }

    /// `idw` on this home's vault, with nothing on its standard input and no terminal.
    pub fn command(&self) -> Command {
        let mut command = self.program("idw");
        command.arg("--vault").arg(self.vault());
        command.arg("--password-file").arg(self.outside.path().join("password"));
        command
    }

    /// Runs `idw --json` with this password, on the vault in this folder; it must succeed. Gives its document.
    pub fn ok_in<S: AsRef<OsStr>>(&self, vault: &Path, password: &str, words: impl IntoIterator<Item = S>) -> Value {
        let file = self.write_outside("password-of-another", password.as_bytes());
        let mut command = self.program("idw");
        command.arg("--json").arg("--vault").arg(vault).arg("--password-file").arg(file).args(words);
        let run = Run::from(command.output().expect("idw starts"));
        assert_eq!(run.code, 0, "{command:?}: {}", run.stderr);
        run.json()
    }

    /// A program that finds its home here and is told of no vault.
    pub fn program(&self, name: &str) -> Command {
        let home = self.path();
        let mut command = Command::new(built(name));
        command
            .stdin(Stdio::null())
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("TMPDIR", home.join("tmp"))
            .env("XDG_RUNTIME_DIR", self.runtime())
            // The least cost that a vault may have: these tests unlock one some hundred times.
            .env("IDW_KDF", "floor")
            .env_remove("IDW_VAULT")
            .env_remove("IDW_PASSWORD_FILE")
            .env_remove("IDW_LANG")
            .env_remove("RUST_LOG");
        if self.catches_links {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let folders = std::iter::once(self.outside.path().to_path_buf()).chain(std::env::split_paths(&path));
            command.env("PATH", std::env::join_paths(folders).expect("a path"));
            command.env("IDW_TEST_OPENED", self.caught_link());
        }
        command
    }

    /// Runs `idw`, whatever comes of it.
    pub fn run<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Run {
        Run::from(self.command().args(words).output().expect("idw starts"))
    }

    /// Runs `idw --json` and reads its document; it must succeed.
    pub fn ok<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Value {
        let words: Vec<_> = words.into_iter().collect();
        let shown: Vec<_> = words.iter().map(|word| word.as_ref().to_string_lossy()).collect();
        let mut command = self.command();
        let run = Run::from(command.arg("--json").args(&words).output().expect("idw starts"));
        assert_eq!(run.code, 0, "idw {}: {}", shown.join(" "), run.stderr);
        run.json()
    }

    /// Runs `idw`; it must end with this code, a sentence on standard error, and without a panic.
    pub fn fails<S: AsRef<OsStr>>(&self, code: i32, words: impl IntoIterator<Item = S>) -> String {
        self.run(words).must_fail(code)
    }

    /// Starts `idw` and leaves it running.
    pub fn start<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Child {
        self.command().args(words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("idw starts")
    }

    /// Runs `idw` with another way to give the password, and these bytes on its standard input.
    pub fn run_with_input(&self, words: &[&str], input: &[u8]) -> Run {
        let mut command = self.program("idw");
        command.arg("--vault").arg(self.vault()).args(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("idw starts");
        let mut stdin = child.stdin.take().expect("its input is a pipe");
        // It may have ended without reading all: then its exit code says what the test wants to know.
        let _ = stdin.write_all(input);
        drop(stdin);
        Run::from(child.wait_with_output().expect("idw ends"))
    }

    /// The vault must still open and hold what it held.
    pub fn must_be_intact(&self, attributes: usize) {
        let list = self.ok(["attribute", "list"]);
        assert_eq!(rows(&list).len(), attributes, "the vault lost something: {list}");
    }
}

impl Run {
    /// The one document on the standard output.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("`--json` prints one document, but: {error}\n{}", self.stdout))
    }

    /// Asserts a proper failure and gives what was said.
    pub fn must_fail(self, code: i32) -> String {
        assert_eq!(self.code, code, "said: {} {}", self.stdout, self.stderr);
        let said = self.stderr.trim();
        assert!(!said.is_empty(), "a failure says why");
        assert!(!said.contains("panicked"), "a failure is no panic: {said}");
        self.stderr
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("a program's output is UTF-8");
        Self { code: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir(to).expect("the test makes its own folders");
    for entry in fs::read_dir(from).expect("the test reads its own folders").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the test copies its own files");
        }
    }
}

/// A list, whether it is the document or the only list in it.
fn rows(value: &Value) -> &[Value] {
    let inner = || value.as_object()?.values().find_map(Value::as_array);
    value.as_array().or_else(inner).map_or(&[], Vec::as_slice)
}
