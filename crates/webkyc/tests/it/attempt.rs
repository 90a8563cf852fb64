//! Attempts that have begun.

use std::net::SocketAddr;
use std::time::Duration;

use idw_http::TransportOptions;
use idw_webkyc::{Client, ClientSecret, Code, Dialect, ListenAt, Provider, RedirectUri, Waiting, WebKycError};
use tokio::task::JoinHandle;
use url::Url;

use crate::browser;

/// Longer than any test takes.
pub(crate) const LONG: Duration = Duration::from_secs(60);

pub(crate) fn secret() -> ClientSecret {
    ClientSecret::parse("secret-canary").expect("a secret")
}

pub(crate) fn client() -> Client {
    Client::new(TransportOptions::default())
}

/// A provider that sends the browser back to this address.
pub(crate) fn provider(dialect: Dialect, api: &Url, redirect: &str) -> Provider {
    let redirect = RedirectUri::parse(redirect).expect("a redirect URI");
    let listen = ListenAt::of(&redirect).expect("it leads to this machine");
    Provider {
        dialect,
        client_id: "org.example.wallet".to_owned(),
        authorize: "https://kyc.example/authorize".parse().expect("a URL"),
        api: api.clone(),
        redirect,
        listen,
    }
}

/// A port that nobody listens at, as far as one can know.
pub(crate) fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("bound").port()
}

/// Begins an attempt. `PORT` in the redirect URI becomes a port that is free: another program may take one first.
pub(crate) async fn begin(dialect: Dialect, api: &Url, redirect: &str) -> (Waiting, Provider) {
    for _ in 0..20 {
        let provider = provider(dialect, api, &redirect.replace("PORT", &free_port().to_string()));
        match client().begin(&provider, &secret()).await {
            Err(WebKycError::PortInUse { .. }) => {}
            outcome => return (outcome.expect("an attempt"), provider),
        }
    }
    panic!("every port is taken");
}

/// An attempt of Web KYC, for which nobody is asked anything.
pub(crate) async fn kyc(redirect: &str) -> Waiting {
    begin(Dialect::WebKyc, &"http://127.0.0.1:9/".parse().expect("a URL"), redirect).await.0
}

/// An attempt that is being waited for.
pub(crate) struct Running {
    pub(crate) at: SocketAddr,
    pub(crate) state: String,
    task: JoinHandle<Result<Code, WebKycError>>,
}

impl Running {
    /// One at `http://127.0.0.1:PORT/back`.
    pub(crate) async fn start() -> Self {
        Self::of(kyc("http://127.0.0.1:PORT/back").await)
    }

    pub(crate) fn of(waiting: Waiting) -> Self {
        let (at, state) = (waiting.listens_on()[0], state(&waiting));
        Self { at, state, task: tokio::spawn(waiting.returned(LONG)) }
    }

    /// The path and query of the right return.
    pub(crate) fn right(&self, rest: &str) -> String {
        format!("/back?state={}&{rest}", self.state)
    }

    /// Checks that the attempt still waits, by the right return.
    pub(crate) async fn still_waits(self) {
        let page = browser::open(self.at, &self.right("code=abc")).await;
        assert_eq!(browser::status(&page), 200, "{page}");
        self.outcome().await.expect("a code");
    }

    pub(crate) async fn outcome(self) -> Result<Code, WebKycError> {
        self.task.await.expect("it does not panic")
    }
}

/// The state of an attempt of Web KYC.
pub(crate) fn state(waiting: &Waiting) -> String {
    let found = waiting.address().query_pairs().find(|(name, _)| name == "state");
    found.expect("a state").1.into_owned()
}
