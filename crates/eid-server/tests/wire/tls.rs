//! The same over TLS.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use idw_autheid::sign::Form;
use rcgen::{CertificateParams, KeyPair};
use rustls_pki_types::{CertificateDer, ServerName};
use serde_json::json;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::server::{Reply, Server, exchange};

/// A certificate for these names with its key, both PEM, and the certificate in DER.
pub(crate) fn certificate(names: &[&str]) -> (String, String, CertificateDer<'static>) {
    let key = KeyPair::generate().unwrap();
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let made = CertificateParams::new(names).unwrap().self_signed(&key).unwrap();
    (made.pem(), key.serialize_pem(), made.der().clone())
}

/// What trusts this certificate alone.
pub(crate) fn trusting(trusted: &CertificateDer<'static>) -> rustls::ClientConfig {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    config.with_root_certificates(roots).with_no_client_auth()
}

/// A server that speaks TLS as `localhost`, and the file with its certificate.
pub(crate) async fn secured(files: &Path) -> (Server, PathBuf) {
    let [certificates, key] = ["chain.pem", "key.pem"].map(|name| files.join(name));
    let (pem, private, der) = certificate(&["localhost"]);
    fs::write(&certificates, &pem).unwrap();
    fs::write(&key, &private).unwrap();
    let options = ["--tls-cert", certificates.to_str().unwrap(), "--tls-key", key.to_str().unwrap()];
    let mut server = Server::start(&options).await;
    server.tls = Some(Arc::new(trusting(&der)));
    (server, certificates)
}

async fn call(
    server: &Server,
    trusted: &CertificateDer<'static>,
    host: &str,
    key: Option<&str>,
    path: &str,
    body: &[u8],
) -> Reply {
    let config = trusting(trusted);
    let stream = TcpStream::connect(server.address).await.unwrap();
    let name = ServerName::try_from("eid.example").unwrap();
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.unwrap();
    let method = if body.is_empty() { "GET" } else { "POST" };
    exchange(stream, host, key, method, path, &[], body).await
}

#[tokio::test]
async fn rps_call_over_tls_by_the_names_of_the_certificate() {
    let files = tempfile::tempdir().unwrap();
    let [certificates, key] = ["chain.pem", "key.pem"].map(|name| files.path().join(name));
    let (pem, private, der) = certificate(&["eid.example", "*.wallets.example"]);
    fs::write(&certificates, &pem).unwrap();
    fs::write(&key, &private).unwrap();
    let options = ["--tls-cert", certificates.to_str().unwrap(), "--tls-key", key.to_str().unwrap()];
    let server = Server::start(&options).await;
    assert_eq!(server.ready["url"], format!("https://eid.example:{}", server.address.port()));
    let (_, shop) = server.rp("Sample Shop", Form::Raw).await;
    let key_text = shop.key.as_deref();
    let body = json!({"type": "AUTHENTICATION", "email": "a@b.example", "title": "x"}).to_string();
    for (host, status) in [
        ("eid.example", 200),
        ("eid.example:8443", 200),
        ("a.wallets.example", 200),
        ("rebound.example", 421),
        ("127.0.0.1", 421),
    ] {
        let reply = call(&server, &der, host, key_text, "/v1/requests", body.as_bytes()).await;
        assert_eq!(reply.status, status, "{host}: {reply:?}");
    }
    // A certificate that was renewed is used from the signal on, and a broken one is not.
    let (renewed, renewed_key, renewed_der) = certificate(&["eid.example"]);
    fs::write(&certificates, renewed).unwrap();
    server.signal("HUP");
    assert_eq!(call(&server, &der, "eid.example", None, "/healthz", b"").await.status, 200, "the key does not fit yet");
    fs::write(&key, renewed_key).unwrap();
    server.signal("HUP");
    let renewed = async {
        loop {
            let attempt = tokio::spawn({
                let (address, der) = (server.address, renewed_der.clone());
                async move { try_handshake(address, &der).await }
            });
            if attempt.await.unwrap() {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(super::server::PATIENCE, renewed).await.unwrap();
    assert_eq!(call(&server, &renewed_der, "eid.example", None, "/healthz", b"").await.status, 200);
}

async fn try_handshake(address: std::net::SocketAddr, trusted: &CertificateDer<'static>) -> bool {
    let stream = TcpStream::connect(address).await.unwrap();
    let name = ServerName::try_from("eid.example").unwrap();
    TlsConnector::from(Arc::new(trusting(trusted))).connect(name, stream).await.is_ok()
}
