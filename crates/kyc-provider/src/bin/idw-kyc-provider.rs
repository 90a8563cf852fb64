//! `idw-kyc-provider`: a Web KYC provider as a server, for trying clients by hand and in tests.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::LazyLock;

use anyhow::Context as _;
use clap::builder::PossibleValue;
use clap::{Parser, ValueEnum};
use idw_kyc_provider::{Choice, ClientSecret, Config, Dialects, Fault, Provider, Reading, RedirectUri, serve};
use serde_json::json;
use tokio::net::TcpListener;
use url::Url;

/// A Web KYC provider for testing clients. No real check happens: a tester picks what comes of it.
///
/// Prints one line, `idw-kyc-provider listening on http://ADDRESS` and where the dialects are, when it is ready. The page at
/// /operator shows what was called and switches faults; GET /api/state has the same as JSON. Logs go to stderr (RUST_LOG
/// sets how much).
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// The client's id
    #[arg(long, value_name = "ID", required_unless_present = "list_faults")]
    client_id: Option<String>,
    /// The client's secret. Every user of the machine can read arguments, so take one that is worth nothing
    #[arg(long, value_name = "SECRET", required_unless_present_any = ["client_secret_file", "list_faults"])]
    client_secret: Option<String>,
    /// The client's secret from a file; a line break at its end is left out
    #[arg(long, value_name = "FILE", conflicts_with = "client_secret")]
    client_secret_file: Option<PathBuf>,
    /// What the pages call the client
    #[arg(long, value_name = "NAME")]
    client_name: Option<String>,
    /// A redirect URI of the client: https, or http of this machine; compared character for character. May be given
    /// several times
    #[arg(long = "redirect", value_name = "URI", required_unless_present = "list_faults")]
    redirects: Vec<String>,
    /// Answer this dialect alone; without it, both are
    #[arg(long, value_enum)]
    dialect: Option<Dialect>,
    /// Pass over fields that nobody knows, and take a plain form and grantType=authorizationCode in the exchange
    #[arg(long)]
    lenient: bool,
    /// Decide every check without a page: OUTCOME[:PERSON[:DOCUMENT[:PICTURES]]], such as verified:ada:PP:none. Outcomes are
    /// verified, gave-up, refused and closed
    #[arg(long, value_name = "OUTCOME")]
    auto: Option<String>,
    /// Break answers on purpose; may be given several times
    #[arg(long = "fault", value_name = "NAME", value_enum, hide_possible_values = true)]
    faults: Vec<FaultName>,
    /// List the faults with what they do, and end
    #[arg(long)]
    list_faults: bool,
    /// Print the line as JSON: {"url", "webKyc": {"authorizeUrl", "apiBase"}, "webIdv": {"apiBase"}}
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Dialect {
    WebKyc,
    WebIdv,
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
    let config = config(&arguments, address)?;
    let dialects = config.dialects;
    let provider = Provider::new(config)?;
    let stop = stop_signal().context("cannot wait for signals")?;
    announce(address, dialects, arguments.json).context("cannot write to stdout")?;
    serve(listener, provider.router(), stop).await.context("the server failed")
}

fn config(arguments: &Arguments, address: SocketAddr) -> anyhow::Result<Config> {
    let base = Url::parse(&format!("http://{address}")).context("the address makes no URL")?;
    let redirects = arguments.redirects.iter().map(|uri| RedirectUri::parse(uri)).collect::<Result<Vec<_>, _>>()?;
    let first = redirects.first().cloned().context("--redirect is missing")?;
    let client_id = arguments.client_id.clone().context("--client-id is missing")?;
    let mut config = Config::new(base, client_id, secret(arguments)?, first);
    config.redirects = redirects;
    config.dialects = match arguments.dialect {
        None => Dialects::Both,
        Some(Dialect::WebKyc) => Dialects::WebKyc,
        Some(Dialect::WebIdv) => Dialects::WebIdv,
    };
    config.reading = if arguments.lenient { Reading::Lenient } else { Reading::Strict };
    config.auto = arguments.auto.as_deref().map(Choice::parse).transpose()?;
    config.faults = arguments.faults.iter().map(|name| name.0).collect();
    if let Some(name) = &arguments.client_name {
        config.client_name.clone_from(name);
    }
    Ok(config)
}

fn secret(arguments: &Arguments) -> anyhow::Result<ClientSecret> {
    if let Some(path) = &arguments.client_secret_file {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let text = idw_typed_text::decode(&bytes).with_context(|| format!("{} cannot be used", path.display()))?;
        let secret = ClientSecret::new(text.trim_end_matches(['\r', '\n']));
        return secret.with_context(|| format!("{} cannot be used", path.display()));
    }
    let text = arguments.client_secret.as_deref().context("--client-secret is missing")?;
    Ok(ClientSecret::new(text)?)
}

fn list_faults() -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    let mut class = None;
    for fault in Fault::all() {
        if class.replace(fault.class()) != Some(fault.class()) {
            writeln!(stdout, "{}", fault.class())?;
        }
        writeln!(stdout, "  {:<24} {}", fault.name(), fault.description())?;
    }
    stdout.flush()
}

/// The one line that whoever started this waits for.
fn announce(address: SocketAddr, dialects: Dialects, as_json: bool) -> io::Result<()> {
    let url = format!("http://{address}");
    let (authorize, kyc, idv) = (format!("{url}/authorize"), format!("{url}/v2/web-kyc"), format!("{url}/web-idv"));
    let mut stdout = io::stdout().lock();
    if as_json {
        let mut ready = json!({"url": url});
        if dialects != Dialects::WebIdv {
            ready["webKyc"] = json!({"authorizeUrl": authorize, "apiBase": kyc});
        }
        if dialects != Dialects::WebKyc {
            ready["webIdv"] = json!({"apiBase": idv});
        }
        writeln!(stdout, "{ready}")?;
    } else {
        let kyc = format!("Web KYC at {authorize} and {kyc}");
        let idv = format!("Web IDV at {idv}");
        let both = match dialects {
            Dialects::Both => format!("{kyc}, {idv}"),
            Dialects::WebKyc => kyc,
            Dialects::WebIdv => idv,
        };
        writeln!(stdout, "idw-kyc-provider listening on {url} with {both}")?;
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
