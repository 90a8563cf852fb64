//! The program, with a folder of its own.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use idw_autheid::Room;
use idw_autheid::sign::Form;
use idw_eid_server::database::{Database, NewRp, RpRow, StoreAt};
use jiff::Timestamp;
use rustls_pki_types::ServerName;
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// Longer than anything takes that a test waits for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A program that runs, and is killed when it is dropped.
pub(crate) struct Server {
    pub(crate) data: TempDir,
    pub(crate) database: Database,
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// The line that says that it is ready.
    pub(crate) ready: Value,
    /// Whom its callers trust, where it speaks TLS.
    pub(crate) tls: Option<Arc<rustls::ClientConfig>>,
}

impl Server {
    pub(crate) async fn start(options: &[&str]) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        Self::on(data, options).await
    }

    /// In a folder that there is.
    pub(crate) async fn on(data: TempDir, options: &[&str]) -> Self {
        Self::at(&StoreAt::Sqlite, data, options).await
    }

    /// The same with a database elsewhere.
    pub(crate) async fn at(at: &StoreAt, data: TempDir, options: &[&str]) -> Self {
        let database = Database::open(at, data.path(), Timestamp::now()).await.expect("a database");
        let (child, ready) = spawn(data.path(), options);
        let address = ready["address"].as_str().and_then(|text| text.parse().ok()).expect("an address");
        Self { data, database, child, address, ready, tls: None }
    }

    /// Kills it, as a power cut would, and starts it again.
    pub(crate) async fn restart(mut self, options: &[&str]) -> Self {
        self.kill();
        let Self { data, .. } = &mut self;
        let data = std::mem::replace(data, tempfile::tempdir().expect("a folder"));
        drop(self);
        Self::on(data, options).await
    }

    pub(crate) fn kill(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Sends a signal by its name.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(sent.expect("kill is there").success());
    }

    /// Registers an RP, and gives what calls as it.
    pub(crate) async fn rp(&self, name: &str, form: Form) -> (RpRow, Caller) {
        let new = NewRp { name: name.to_owned(), form, matching: false, room: Room { open: 100, ..Room::default() } };
        let (row, key) = self.database.add_rp(new, Timestamp::now()).await.expect("a new name");
        (row, Caller { address: self.address, key: Some(key.expose_text().to_owned()), tls: self.tls.clone() })
    }

    /// A code for this email.
    pub(crate) async fn code(&self, email: &str) -> String {
        self.database.invite(email, Timestamp::now()).await.expect("an email").expose_text().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Starts the program, and waits until it is ready.
pub(crate) fn spawn(data: &Path, options: &[&str]) -> (Child, Value) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_idw-autheid"))
        .args(["--json", "serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .args(options)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program is built");
    let mut line = String::new();
    let out = child.stdout.take().expect("it is piped");
    BufReader::new(out).read_line(&mut line).expect("a line");
    let ready = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
    (child, ready)
}

/// Somebody who calls, perhaps with a key.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) address: SocketAddr,
    pub(crate) key: Option<String>,
    /// Whom it trusts, where it calls over TLS.
    pub(crate) tls: Option<Arc<rustls::ClientConfig>>,
}

impl Caller {
    /// Somebody without a key, over plain HTTP.
    pub(crate) fn stranger(address: SocketAddr) -> Self {
        Self { address, key: None, tls: None }
    }
}

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The error's code, as wallets read it.
    pub(crate) fn error(&self) -> (u16, String) {
        (self.status, self.json()["error"].as_str().unwrap_or_default().to_owned())
    }
}

impl Caller {
    pub(crate) async fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        let stream = TcpStream::connect(self.address).await.expect("it listens");
        let key = self.key.as_deref();
        match &self.tls {
            None => exchange(stream, &self.address.to_string(), key, method, path, headers, body).await,
            Some(config) => {
                let name = ServerName::try_from("localhost").expect("a name");
                let stream = TlsConnector::from(Arc::clone(config)).connect(name, stream).await.expect("TLS");
                let host = format!("localhost:{}", self.address.port());
                exchange(stream, &host, key, method, path, headers, body).await
            }
        }
    }

    pub(crate) async fn create(&self, body: &Value) -> String {
        let reply = self.call("POST", "/v1/requests", &[], body.to_string().as_bytes()).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()["request_id"].as_str().expect("an id").to_owned()
    }

    pub(crate) async fn result(&self, id: &str) -> Value {
        let reply = self.call("GET", &format!("/v1/requests/{id}"), &[], b"").await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()
    }
}

/// One call on a connection of its own.
pub(crate) async fn exchange<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    host: &str,
    key: Option<&str>,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Reply {
    let mut head =
        format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    if let Some(key) = key {
        let _ = write!(head, "Authorization: Bearer {key}\r\n");
    }
    for (name, value) in headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    let mut answer = Vec::new();
    let work = async {
        stream.write_all(&[head.as_bytes(), b"\r\n", body].concat()).await?;
        stream.read_to_end(&mut answer).await
    };
    tokio::time::timeout(PATIENCE, work).await.expect("in time").expect("a connection");
    let end = answer.windows(4).position(|part| part == b"\r\n\r\n").expect("an answer");
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    Reply { status, head, body: answer[end + 4..].to_vec() }
}
