//! A database on another computer: its certificate is checked before anything is said to it, and the password comes from its file.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Output, Stdio};
use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs;
use rustls_pki_types::PrivatePkcs8KeyDer;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// What comes first of all: eight bytes that ask for TLS (PostgreSQL's documentation, "Message Formats", SSLRequest).
const ASKS_FOR_TLS: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];
/// AuthenticationCleartextPassword.
const ASKS_FOR_PASSWORD: [u8; 9] = [b'R', 0, 0, 0, 8, 0, 0, 0, 3];

/// What a server that cannot do more than begin has heard.
#[derive(Debug, Default, PartialEq, Eq)]
struct Heard {
    /// Who wants what: names and values, each with a zero behind it.
    startup: Option<String>,
    password: Option<String>,
}

/// Whether the server speaks TLS.
#[derive(Clone)]
enum Speaks {
    Tls(TlsAcceptor),
    PlainAlone,
}

/// Takes one connection as a server of PostgreSQL does, as far as the password.
async fn begin(mut stream: TcpStream, speaks: Speaks) -> Option<Heard> {
    let mut asked = [0; 8];
    stream.read_exact(&mut asked).await.ok()?;
    assert_eq!(asked, ASKS_FOR_TLS, "nothing is said before that");
    let Speaks::Tls(acceptor) = speaks else {
        stream.write_all(b"N").await.ok()?;
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).await.ok()?;
        assert!(rest.is_empty(), "it went on without TLS");
        return Some(Heard::default());
    };
    stream.write_all(b"S").await.ok()?;
    let Ok(mut stream) = acceptor.accept(stream).await else { return Some(Heard::default()) };
    let mut message = async |kind_len: usize| -> Option<String> {
        let mut head = vec![0; kind_len + 4];
        stream.read_exact(&mut head).await.ok()?;
        let len = u32::from_be_bytes(head[kind_len..].try_into().unwrap());
        let mut body = vec![0; usize::try_from(len).unwrap() - 4];
        stream.read_exact(&mut body).await.ok()?;
        stream.write_all(&ASKS_FOR_PASSWORD).await.ok()?;
        Some(String::from_utf8_lossy(&body).into_owned())
    };
    // Whoever does not trust the certificate says nothing.
    let startup = message(0).await;
    let password = if startup.is_some() { message(1).await } else { None };
    Some(Heard { startup, password })
}

/// Runs a command on a database that is at `db.example`, and gives what its server heard first.
async fn run(folder: &Path, speaks: Speaks) -> (Output, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let serve = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        begin(stream, speaks).await.unwrap()
    });
    let command = tokio::process::Command::new(env!("CARGO_BIN_EXE_idw-autheid"))
        .args(["rp", "add", "Sample Shop", "--data"])
        .arg(folder)
        .args(["--store", &format!("postgres://ada@db.example:{port}/eid?hostaddr=127.0.0.1")])
        .env("PGSSLROOTCERT", folder.join("roots.pem"))
        .env("PGPASSFILE", folder.join("passwords"))
        .env("RUST_LOG", "off")
        .stdin(Stdio::null())
        .output();
    let output = command.await.unwrap();
    (output, serve.await.unwrap())
}

/// A folder with this root certificate and a password, and a server with a certificate for `name` by it.
fn prepared(name: &str) -> (tempfile::TempDir, Speaks) {
    let folder = tempfile::tempdir().unwrap();
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed([name.to_owned()]).unwrap();
    fs::write(folder.path().join("roots.pem"), cert.pem()).unwrap();
    let passwords = folder.path().join("passwords");
    fs::write(&passwords, "other.example:*:*:*:another\ndb.example:*:eid:ada:a secret\n").unwrap();
    fs::set_permissions(&passwords, fs::Permissions::from_mode(0o600)).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
    let config = config.with_single_cert(vec![cert.der().clone()], key.into()).unwrap();
    (folder, Speaks::Tls(TlsAcceptor::from(Arc::new(config))))
}

#[tokio::test]
async fn a_server_with_the_right_certificate_gets_the_password() {
    let (folder, speaks) = prepared("db.example");
    let (_, heard) = run(folder.path(), speaks).await;
    let startup = heard.startup.expect("it trusts the certificate");
    assert!(startup.contains("user\0ada\0") && startup.contains("database\0eid\0"), "{startup:?}");
    assert_eq!(heard.password.as_deref(), Some("a secret\0"));
}

#[tokio::test]
async fn a_server_with_another_name_hears_nothing() {
    let (folder, speaks) = prepared("other.example");
    let (output, heard) = run(folder.path(), speaks).await;
    assert_eq!(heard, Heard::default());
    assert_eq!(output.status.code(), Some(7), "{}", String::from_utf8_lossy(&output.stderr));
}

#[tokio::test]
async fn a_server_that_nobody_trusts_hears_nothing() {
    let (folder, speaks) = prepared("db.example");
    let (other, _) = prepared("db.example");
    fs::copy(other.path().join("roots.pem"), folder.path().join("roots.pem")).unwrap();
    let (output, heard) = run(folder.path(), speaks).await;
    assert_eq!((heard, output.status.code()), (Heard::default(), Some(7)));
}

#[tokio::test]
async fn a_server_without_tls_hears_nothing() {
    let (folder, _) = prepared("db.example");
    let (output, heard) = run(folder.path(), Speaks::PlainAlone).await;
    assert_eq!((heard, output.status.code()), (Heard::default(), Some(7)));
}

#[test]
fn passwords_that_others_can_read_are_not_used() {
    let (folder, _) = prepared("db.example");
    let passwords = folder.path().join("passwords");
    fs::set_permissions(&passwords, fs::Permissions::from_mode(0o644)).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_idw-autheid"))
        .args(["rp", "add", "Sample Shop", "--store", "postgres://ada@localhost/eid", "--data"])
        .arg(folder.path())
        .env("PGPASSFILE", &passwords)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("can be read by others"));
}
