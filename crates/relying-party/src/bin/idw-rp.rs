//! `idw-rp`: the reference relying party as a server, for trying wallets by hand and in tests.

use std::env::{self, VarError};
use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use anyhow::Context as _;
use clap::builder::PossibleValue;
use clap::{Parser, ValueEnum};
use idw_relying_party::{
    Config, Dialects, Fault, OperatorSecret, RelyingParty, SigningKey, SqliteStore, TokenAlgorithm, serve,
};
use serde_json::json;
use tokio::net::TcpListener;
use url::Url;

/// Where the operator's secret may be, for CI. Never an argument: those are shown to every user of the machine.
const SECRET_VARIABLE: &str = "IDW_RP_OPERATOR_SECRET";

/// A relying party for Login with SelfKey, for testing wallets.
///
/// Prints one line, `idw-rp listening on http://ADDRESS`, when it is ready. The front page there lets people log in.
/// With --operator, the line goes on with ` with the operator secret SECRET`: /operator shows what wallets have sent to
/// whoever signs in with it, and GET /api/state has the same as JSON for `Authorization: Bearer SECRET`. Logs go to stderr
/// (RUST_LOG sets how much).
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// Which dialects to answer; with `both` the site's description does not say, and wallets find out
    #[arg(long, value_enum, default_value = "both")]
    dialect: Dialect,
    /// Keep users, files and applications in this folder; without it they are gone at the end
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The site's name
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Path of the endpoints
    #[arg(long, value_name = "PATH", default_value = "/lws")]
    mount: String,
    /// Serve the operator's pages: everything that has arrived, and decisions about applications. The secret they need
    /// is the one in --operator-secret-file or, without that, in the variable IDW_RP_OPERATOR_SECRET; without both, a
    /// random one is made and printed
    #[arg(long)]
    operator: bool,
    /// The operator's secret, in place of a random one; a line break at its end is left out
    #[arg(long, value_name = "FILE", requires = "operator")]
    operator_secret_file: Option<PathBuf>,
    /// Take the last address in X-Forwarded-For for the one that asks; for a server behind one proxy that adds it
    #[arg(long)]
    behind_proxy: bool,
    /// Print the line as JSON: {"url": "…", "operatorSecret": "…"}, the secret only where it was made here
    #[arg(long)]
    json: bool,
    /// JSON with any of: website, attributes, templates, schemas, tokens, redirect, origins, meta, registration,
    /// behindProxy, limits
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// What signs tokens, in place of what the configuration says; without a key, a random one
    #[arg(long, value_name = "ALGORITHM", value_enum, ignore_case = true)]
    token_alg: Option<TokenAlg>,
    /// The key: the secret itself for HS256 (32 bytes or more), a private key in PEM for RS256
    #[arg(long, value_name = "FILE", requires = "token_alg")]
    token_key: Option<PathBuf>,
    /// A public key in PEM of another server whose RS256 tokens are accepted too; may be given several times
    #[arg(long, value_name = "FILE", requires = "token_alg")]
    token_trust: Vec<PathBuf>,
    /// Where a login sends the browser, with `ticket=…` appended; without it, to a page of this server
    #[arg(long, value_name = "URL")]
    redirect: Option<Url>,
    /// Break answers of the endpoints, except /config, on purpose; may be given several times
    #[arg(long = "fault", value_name = "NAME", value_enum, hide_possible_values = true)]
    faults: Vec<FaultName>,
    /// List the faults with what they do, and end
    #[arg(long)]
    list_faults: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Dialect {
    Classic,
    Did,
    Both,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TokenAlg {
    Hs256,
    Rs256,
}

impl From<TokenAlg> for TokenAlgorithm {
    fn from(algorithm: TokenAlg) -> Self {
        match algorithm {
            TokenAlg::Hs256 => Self::Hs256,
            TokenAlg::Rs256 => Self::Rs256,
        }
    }
}

impl From<Dialect> for Dialects {
    fn from(dialect: Dialect) -> Self {
        match dialect {
            Dialect::Classic => Self::Classic,
            Dialect::Did => Self::Did,
            Dialect::Both => Self::Both,
        }
    }
}

/// A fault as the command line names it.
#[derive(Debug, Clone, Copy)]
struct FaultName(Fault);

impl ValueEnum for FaultName {
    fn value_variants<'a>() -> &'a [Self] {
        static NAMES: LazyLock<Vec<FaultName>> = LazyLock::new(|| Fault::all().map(FaultName).collect());
        &NAMES
    }

    /// What it does is told by `--list-faults`; here there are too many of them.
    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()))
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    if arguments.list_faults {
        return match list_faults() {
            // Whoever reads has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written.context("cannot write to stdout"),
        };
    }
    log_to_stderr();
    let listener =
        TcpListener::bind(arguments.listen).await.with_context(|| format!("cannot listen on {}", arguments.listen))?;
    let address = listener.local_addr().context("the socket has no address")?;
    let operator = Operator::of(&arguments)?;
    let party = site(&arguments, address, operator.secret())?;
    let faults: Vec<Fault> = arguments.faults.iter().map(|name| name.0).collect();
    let stop = stop_signal().context("cannot wait for signals")?;
    announce(address, &operator, arguments.json).context("cannot write to stdout")?;
    let router = party.router(&faults);
    tokio::spawn(forget_unclaimed(party));
    serve(listener, router, stop).await.context("the server failed")
}

/// Whether there are operator's pages, and who knows the secret.
enum Operator {
    Off,
    /// Whoever started this has to be told.
    Made(OperatorSecret),
    /// Whoever started this knows it; it has no business in logs.
    Given(OperatorSecret),
}

impl Operator {
    fn of(arguments: &Arguments) -> anyhow::Result<Self> {
        if !arguments.operator {
            return Ok(Self::Off);
        }
        if let Some(path) = &arguments.operator_secret_file {
            let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            let text = idw_typed_text::decode(&bytes).with_context(|| format!("{} cannot be used", path.display()))?;
            let secret = OperatorSecret::new(text.trim_end_matches(['\r', '\n']));
            return secret.map(Self::Given).with_context(|| format!("{} cannot be used", path.display()));
        }
        match env::var(SECRET_VARIABLE) {
            Ok(text) => {
                let secret = OperatorSecret::new(text).with_context(|| format!("{SECRET_VARIABLE} cannot be used"));
                secret.map(Self::Given)
            }
            Err(VarError::NotPresent) => Ok(Self::Made(OperatorSecret::make()?)),
            Err(error) => Err(error).with_context(|| format!("{SECRET_VARIABLE} cannot be used")),
        }
    }

    fn secret(&self) -> Option<OperatorSecret> {
        match self {
            Self::Off => None,
            Self::Made(secret) | Self::Given(secret) => Some(secret.clone()),
        }
    }

    fn to_tell(&self) -> Option<&str> {
        match self {
            // The one place that shows it: without it the pages could not be opened.
            Self::Made(secret) => Some(secret.expose()),
            Self::Off | Self::Given(_) => None,
        }
    }
}

/// Requests do this too, but there may be none for days.
async fn forget_unclaimed(party: RelyingParty) {
    let mut hours = tokio::time::interval(Duration::from_hours(1));
    loop {
        hours.tick().await;
        if let Err(error) = party.forget_unclaimed().await {
            tracing::error!(%error, "unclaimed uploads could not be deleted; the next try is in an hour");
        }
    }
}

fn list_faults() -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    let mut class = None;
    for fault in Fault::all() {
        if class.replace(fault.class()) != Some(fault.class()) {
            writeln!(stdout, "{}", fault.class())?;
        }
        writeln!(stdout, "  {:<19} {}", fault.name(), fault.description())?;
    }
    stdout.flush()
}

fn site(arguments: &Arguments, address: SocketAddr, operator: Option<OperatorSecret>) -> anyhow::Result<RelyingParty> {
    let website = Url::parse(&format!("http://{address}")).context("the address makes no URL")?;
    let mut config = match &arguments.config {
        None => Config::sample(website)?,
        Some(path) => {
            let json = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            let json = idw_typed_text::decode(&json).with_context(|| format!("{} cannot be used", path.display()))?;
            Config::read(json.as_bytes(), path.parent().unwrap_or(Path::new("")), website)
                .with_context(|| format!("{} cannot be used", path.display()))?
        }
    };
    config.dialects = arguments.dialect.into();
    config.mount.clone_from(&arguments.mount);
    config.operator = operator;
    config.behind_proxy |= arguments.behind_proxy;
    if let Some(name) = &arguments.name {
        config.name.clone_from(name);
    }
    if let Some(algorithm) = arguments.token_alg {
        let (key, trust) = (arguments.token_key.as_deref(), &arguments.token_trust);
        config.signing_key = SigningKey::load(algorithm.into(), key, trust).context("--token-key cannot be used")?;
    }
    if let Some(redirect) = &arguments.redirect {
        config.redirect = Some(redirect.clone());
    }
    let store = match &arguments.data {
        None => SqliteStore::in_memory()?,
        Some(folder) => SqliteStore::open(folder)?,
    };
    Ok(RelyingParty::new(config, store)?)
}

/// The one line that whoever started this waits for.
fn announce(address: SocketAddr, operator: &Operator, as_json: bool) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match (as_json, operator.to_tell()) {
        (true, Some(secret)) => {
            writeln!(stdout, "{}", json!({"url": format!("http://{address}"), "operatorSecret": secret}))?;
        }
        (true, None) => writeln!(stdout, "{}", json!({"url": format!("http://{address}")}))?,
        (false, Some(secret)) => {
            writeln!(stdout, "idw-rp listening on http://{address} with the operator secret {secret}")?;
        }
        (false, None) => writeln!(stdout, "idw-rp listening on http://{address}")?,
    }
    stdout.flush()
}

#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(windows)]
fn stop_signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let ansi = io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(ansi).with_writer(io::stderr).init();
}
