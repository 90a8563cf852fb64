//! `idw-autheid serve`: everything that RPs and wallets call, on one port.

mod admin;
mod limits;
mod metrics;
mod signals;
mod test_accounts;
mod tls;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::middleware::from_fn_with_state;
use clap::Args;
use idw_autheid::{
    Clock, Decider, Mount, Over, RequestId, ServeOptions, Service, StoredRequest, WaitLimits, refusing, router,
    serve_with,
};
use serde_json::json;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use url::Url;

use crate::commands::{Place, Printer};
use crate::database::{Change, Database};
use crate::fault::Failure;
use crate::wallet_api::{self, Trust, Wakers, Wallets};
use admin::Admin;
use limits::Limits;
use metrics::Metrics;
use test_accounts::TestAccounts;
pub(crate) use tls::Tls;

/// How often what is over is swept up.
const SWEEP: Duration = Duration::from_secs(30);

/// Options of `idw-autheid serve`.
#[derive(Args, Debug)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    place: Place,
    /// Address and port for relying parties and wallets; port 0 takes a free one
    #[arg(long, value_name = "ADDR")]
    listen: SocketAddr,
    /// The certificates for TLS, PEM, the server's own first; read again at SIGHUP
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The private key of the first certificate, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// The address under which others reach this service, where that is not a name of the certificate, as behind a proxy
    #[arg(long, value_name = "URL")]
    url: Option<Url>,
    /// Serve /metrics, /healthz and /readyz without TLS at this address of this computer too
    #[arg(long, value_name = "ADDR")]
    admin: Option<SocketAddr>,
    /// Pass on what wallets say of whether their users are verified; without it nobody is
    #[arg(long)]
    trust_wallets: bool,
    /// Answer for the accounts that tests use, such as test@example.com; never with TLS
    #[arg(long, conflicts_with_all = ["tls_cert", "url"])]
    test_accounts: bool,
    /// How long test accounts take
    #[arg(long, value_name = "TIME", requires = "test_accounts", default_value = "10s", value_parser = limits::duration)]
    decide_after: Duration,
}

/// Who is asked: every wallet with the email. They hear of it by what the database tells.
#[derive(Debug)]
pub(crate) struct EveryWallet {
    tests: Option<TestAccounts>,
}

impl Decider for EveryWallet {
    fn asked(&self, request: &StoredRequest) {
        if let Some(tests) = &self.tests {
            tests.asked(request);
        }
    }

    fn over(&self, _: &RequestId, _: Over) {}

    fn waits_for_ends(&self) -> bool {
        false
    }
}

/// Serves until a signal ends it.
///
/// # Errors
/// [`Failure`] where it cannot begin.
pub(crate) async fn run(args: ServeArgs, printer: &Printer) -> Result<(), Failure> {
    let tls = match (&args.tls_cert, &args.tls_key) {
        (Some(certificates), Some(key)) => Some(Tls::load(certificates, key)?),
        _ => None,
    };
    check_addresses(&args, tls.as_ref())?;
    let limits = Limits::raise();
    let clock = Clock::system();
    let database = args.place.open(clock.now()).await?;
    let listener = bind(args.listen).await?;
    let address = listener.local_addr().map_err(|error| Failure::io("the port cannot be told", &error))?;
    let (tests, questions) = args.test_accounts.then(|| TestAccounts::new(args.decide_after)).unzip();
    let decider = EveryWallet { tests };
    let waiting = WaitLimits { all: limits.waiting, of_rp: limits.waiting };
    let service = Service::with_limits(database.clone(), decider, clock.clone(), waiting);
    let wakers = Arc::<Wakers>::default();
    let trust = if args.trust_wallets { Trust::Wallets } else { Trust::Nobody };
    let mount = mount(&args, address, tls.as_ref());
    let options =
        ServeOptions { connections: limits.connections, refusing: Some(refusing()), ..ServeOptions::default() };
    let metrics = Metrics::new(service.clone(), Arc::clone(&wakers), Arc::clone(&options.open));
    let (stopping, stopped) = watch::channel(false);
    let admin = Admin::new(database.clone(), Arc::clone(&metrics), stopped.clone());

    let wallets = Wallets::new(service.clone(), Arc::clone(&wakers), clock, trust);
    let api = mount.clone().guard(wallet_api::router(wallets));
    let router = router(service.clone(), mount)
        .merge(api)
        .merge(admin.probes())
        .layer(from_fn_with_state(Arc::clone(&metrics), metrics::count));

    let url = public_url(&args, address, tls.as_ref());
    let admin_listener = match args.admin {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    let admin_url = admin_listener.as_ref().and_then(|one| one.local_addr().ok()).map(|at| format!("http://{at}"));
    let background = [
        tokio::spawn(follow(database.clone(), service.clone(), Arc::clone(&wakers))),
        tokio::spawn(keep_swept(service.clone())),
        tokio::spawn(test_accounts::decide(questions, service.clone())),
    ];
    if let Some(listener) = admin_listener {
        let (router, mut stopped) = (admin.router(), stopped.clone());
        let stop = async move { drop(stopped.wait_for(|stopped| *stopped).await) };
        tokio::spawn(idw_autheid::serve(listener, router, stop));
    }
    let stop = signals::ended(tls.clone(), stopping)?;
    tracing::info!(%address, tls = tls.is_some(), connections = limits.connections, "the service is ready");
    printer.ready(&json!({ "ready": true, "url": url, "address": address, "admin": admin_url }), &url)?;

    match tls {
        Some(tls) => serve_with(listener, router, options, move |stream| tls.clone().accept(stream), stop).await,
        None => serve_with(listener, router, options, |stream: TcpStream| async { Ok(stream) }, stop).await,
    }
    for task in background {
        task.abort();
    }
    tracing::info!("the service has stopped");
    Ok(())
}

/// Without TLS nobody else's computer is spoken to.
fn check_addresses(args: &ServeArgs, tls: Option<&Tls>) -> Result<(), Failure> {
    if tls.is_none() && !args.listen.ip().is_loopback() {
        return Err(Failure::usage(format!(
            "{} can be reached from elsewhere, and there is no TLS; name --tls-cert and --tls-key, or listen at an address of \
             this computer",
            args.listen
        )));
    }
    if let Some(admin) = args.admin.filter(|admin| !admin.ip().is_loopback()) {
        return Err(Failure::usage(format!("--admin has no TLS, so {admin} has to be an address of this computer")));
    }
    if let Some(url) = &args.url
        && (url.host_str().is_none() || url.scheme() != "https" || url.path() != "/")
    {
        return Err(Failure::usage("--url has to be https, a host and nothing behind it".to_owned()));
    }
    Ok(())
}

async fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| Failure::bind(address, &error))
}

/// Where others reach the service, as far as that is known.
fn public_url(args: &ServeArgs, address: SocketAddr, tls: Option<&Tls>) -> String {
    if let Some(url) = &args.url {
        return url.as_str().trim_end_matches('/').to_owned();
    }
    let Some(tls) = tls else { return format!("http://{address}") };
    match (tls.names().iter().find(|name| !name.starts_with("*.")), address.port()) {
        (Some(name), 443) => format!("https://{name}"),
        (Some(name), port) => format!("https://{name}:{port}"),
        (None, _) => format!("https://{address}"),
    }
}

/// The hosts that calls are for.
fn mount(args: &ServeArgs, address: SocketAddr, tls: Option<&Tls>) -> Mount {
    let mut mount = if tls.is_some() { Mount::default() } else { Mount::at(address) };
    match (&args.url, tls) {
        (Some(url), _) => mount.secure.extend(url.host_str().map(str::to_owned)),
        (None, Some(tls)) => mount.secure.extend(tls.names().iter().cloned()),
        (None, None) => {}
    }
    mount
}

/// Wakes whoever waits for what was committed, here or elsewhere.
async fn follow(database: Database, service: Service<Database, EveryWallet>, wakers: Arc<Wakers>) {
    let mut changes = database.changes();
    while let Some(change) = changes.next().await {
        match change {
            Change::Decided(id) => service.wake_for(&id),
            Change::Asked(email) => wakers.wake(&email),
            Change::Over(id, email) => {
                service.wake_for(&id);
                wakers.wake(&email);
            }
            Change::User(_) => wakers.wake_all(),
            Change::Everything => {
                service.wake();
                wakers.wake_all();
            }
        }
    }
}

async fn keep_swept(service: Service<Database, EveryWallet>) {
    loop {
        if let Err(error) = service.sweep().await {
            tracing::warn!(%error, "what is over could not be swept up; it is tried again");
        }
        tokio::time::sleep(SWEEP).await;
    }
}
