//! What the wallet talks to in the demo: `idw-rp` and `idw-kyc-provider`, each on a free port of this machine.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::http;
use super::programs::write_private;
use crate::command::{built, program};

/// What the provider knows its client by; no secret, as everybody can read it here.
const CLIENT_SECRET: &str = "not-a-real-secret";
const CLIENT_ID: &str = "com.example.wallet";

/// A running program that serves; stopped when dropped.
struct Server {
    process: Child,
    /// What it said when it was ready.
    ready: Value,
}

impl Server {
    /// Starts it and waits for the line of JSON that says where it is.
    fn start(name: &str, arguments: &[&str]) -> Result<Self> {
        let mut process = program(built(name), arguments)
            .args(["--listen", "127.0.0.1:0", "--json"])
            .env("RUST_LOG", "warn")
            .env_remove("IDW_RP_OPERATOR_SECRET")
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{name} could not be started"))?;
        let ready = ready_line(&mut process);
        // From here on the process is stopped whatever comes of it.
        let server = Self { process, ready: ready.unwrap_or_default() };
        if server.url().is_empty() {
            bail!("{name} did not say where it listens");
        }
        Ok(server)
    }

    fn url(&self) -> &str {
        self.text("/url")
    }

    /// A text of what it said, by its JSON pointer; empty where there is none.
    fn text(&self, pointer: &str) -> &str {
        self.ready.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself already, on Ctrl-C for instance.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn ready_line(process: &mut Child) -> Option<Value> {
    let mut line = String::new();
    BufReader::new(process.stdout.as_mut()?).read_line(&mut line).ok()?;
    serde_json::from_str(&line).ok()
}

/// A site that asks for KYC.
pub(super) struct RelyingParty(Server);

impl RelyingParty {
    pub(super) fn start() -> Result<Self> {
        Server::start("idw-rp", &["--operator"]).map(Self)
    }

    /// Its front page.
    pub(super) fn url(&self) -> &str {
        self.0.url()
    }

    /// What a person gives the wallet to add it.
    pub(super) fn site(&self) -> String {
        format!("{}/lws", self.url())
    }

    /// What opens its operator's page.
    pub(super) fn operator_secret(&self) -> &str {
        self.0.text("/operatorSecret")
    }

    /// Everything that it has received, as its operator sees it.
    pub(super) fn received(&self) -> Result<Value> {
        let authorization = format!("Bearer {}", self.operator_secret());
        let url = format!("{}/api/state", self.url());
        let answer = http::get(&url, &[("Authorization", &authorization)])?;
        answer.json().context("the relying party does not say what it has received")
    }
}

/// Who checks identities, for a test.
pub(super) struct Provider {
    server: Server,
    secret_file: PathBuf,
    redirect: String,
}

impl Provider {
    /// Starts it; the client's secret goes into a file in this folder.
    pub(super) fn start(folder: &Path) -> Result<Self> {
        let secret_file = folder.join("client-secret");
        write_private(&secret_file, CLIENT_SECRET).context("writing the demo's client secret")?;
        // The provider has to know the port that the wallet listens at later, so one that is free now is taken.
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let redirect = format!("http://{}/verified", free.context("looking for a free port")?);
        let secret = secret_file.display().to_string();
        let client = ["--client-id", CLIENT_ID, "--client-name", "Identity wallet", "--client-secret-file", &secret];
        let server = Server::start("idw-kyc-provider", &[&client[..], &["--redirect", &redirect]].concat())?;
        Ok(Self { server, secret_file, redirect })
    }

    /// Its front page.
    pub(super) fn url(&self) -> &str {
        self.server.url()
    }

    /// The options of `idw provider add` for it.
    pub(super) fn settings(&self) -> Vec<String> {
        let settings = [
            ("--client-id", CLIENT_ID.to_owned()),
            ("--authorize", self.server.text("/webKyc/authorizeUrl").to_owned()),
            ("--api", self.server.text("/webKyc/apiBase").to_owned()),
            ("--redirect", self.redirect.clone()),
            ("--client-secret-file", self.secret_file.display().to_string()),
        ];
        settings.into_iter().flat_map(|(option, value)| [option.to_owned(), value]).collect()
    }
}
