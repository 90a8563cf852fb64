//! `idw-rp`: the reference relying party as a server, for trying wallets by hand and in tests.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::Context as _;
use axum::Router;
use clap::builder::PossibleValue;
use clap::{Parser, ValueEnum};
use idw_relying_party::{Config, Dialects, Fault, RelyingParty, SigningKey, SqliteStore, TokenAlgorithm, serve};
use tokio::net::TcpListener;
use url::Url;

/// A relying party for Login with SelfKey, for testing wallets.
///
/// Prints one line, `idw-rp listening on http://ADDRESS`, when it is ready. The front page there lets people log in;
/// /operator shows browsers on this machine what wallets have sent, and GET /api/state has the same as JSON. Logs go to
/// stderr (RUST_LOG sets how much).
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
    /// JSON with any of: website, attributes, templates, schemas, tokens, redirect, origins, meta, registration
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
    let router = site(&arguments, address)?;
    let stop = stop_signal().context("cannot wait for signals")?;
    announce(address).context("cannot write to stdout")?;
    serve(listener, router, stop).await.context("the server failed")
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

fn site(arguments: &Arguments, address: SocketAddr) -> anyhow::Result<Router> {
    let website = Url::parse(&format!("http://{address}")).context("the address makes no URL")?;
    let mut config = match &arguments.config {
        None => Config::sample(website)?,
        Some(path) => {
            let json = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            Config::read(&json, path.parent().unwrap_or(Path::new("")), website)
                .with_context(|| format!("{} cannot be used", path.display()))?
        }
    };
    config.dialects = arguments.dialect.into();
    config.mount.clone_from(&arguments.mount);
    config.operator = true;
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
    let faults: Vec<Fault> = arguments.faults.iter().map(|name| name.0).collect();
    Ok(RelyingParty::new(config, store)?.router(&faults))
}

/// The one line that whoever started this waits for.
fn announce(address: SocketAddr) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "idw-rp listening on http://{address}")?;
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
