//! A server as a process of its own.

use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::Arc;

use idw_autheid::Room;
use idw_autheid::sign::Form;
use idw_eid_server::database::{Database, NewRp, StoreAt};
use jiff::Timestamp;
use rustls::pki_types::CertificateDer;
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// The name that the RP has.
pub(crate) const RP: &str = "Sample Shop";

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    /// What the RP calls with.
    pub(crate) key: String,
    /// What the server is registered in; none of the bare one.
    pub(crate) database: Option<Database>,
    /// The id of the RP.
    pub(crate) rp: String,
    pub(crate) tls: Option<Arc<rustls::ClientConfig>>,
    child: Child,
    _folder: TempDir,
}

impl Server {
    pub(crate) async fn ours(program: &str, options: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::open(&StoreAt::Sqlite, folder.path(), Timestamp::now()).await.expect("a database");
        let room = Room { open: 1_000_000, kept: 10_000_000, invisible_bytes: 1 << 30 };
        let new = NewRp { name: RP.to_owned(), form: Form::Raw, matching: false, room };
        let (rp, key) = database.add_rp(new, Timestamp::now()).await.expect("a new name");
        let mut command = Command::new(program);
        command.args(["--json", "serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder.path()).args(options);
        command.env("RUST_LOG", "warn");
        let (child, address) = start(command).await;
        let key = key.expose_text().to_owned();
        Self { address, key, rp: rp.id, database: Some(database), tls: None, child, _folder: folder }
    }

    pub(crate) async fn secured(program: &str) -> Self {
        let files = tempfile::tempdir().expect("a folder");
        let key = rcgen::KeyPair::generate().expect("a key");
        let params = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).expect("a name");
        let made = params.self_signed(&key).expect("a certificate");
        let [chain, private] = ["chain.pem", "key.pem"].map(|name| files.path().join(name));
        std::fs::write(&chain, made.pem()).expect("a file");
        std::fs::write(&private, key.serialize_pem()).expect("a file");
        let options = ["--tls-cert", chain.to_str().expect("UTF-8"), "--tls-key", private.to_str().expect("UTF-8")];
        let mut server = Self::ours(program, &options).await;
        server.tls = Some(trusting(made.der().clone()));
        server
    }

    pub(crate) async fn bare() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.arg("bare").arg(folder.path());
        let (child, address) = start(command).await;
        let (key, rp) = (String::new(), String::new());
        Self { address, key, rp, database: None, tls: None, child, _folder: folder }
    }

    /// The resident memory of the process, in MiB.
    pub(crate) fn resident_mib(&self) -> f64 {
        let id = self.child.id().expect("it runs");
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).expect("Linux");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a line");
        line.trim().trim_end_matches("kB").trim().parse::<f64>().expect("a number") / 1024.0
    }
}

fn trusting(certificate: CertificateDer<'static>) -> Arc<rustls::ClientConfig> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(certificate).expect("a certificate");
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    Arc::new(config.expect("versions").with_root_certificates(roots).with_no_client_auth())
}

async fn start(mut command: Command) -> (Child, SocketAddr) {
    let mut child = command.stdout(Stdio::piped()).kill_on_drop(true).spawn().expect("the program is built");
    let mut line = String::new();
    let out = child.stdout.take().expect("it is piped");
    BufReader::new(out).read_line(&mut line).await.expect("a line");
    let ready: Value = serde_json::from_str(&line).expect("JSON");
    let address = ready["address"].as_str().and_then(|text| text.parse().ok()).expect("an address");
    (child, address)
}
