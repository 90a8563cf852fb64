//! TLS: certificates and key from files, which can change while the service runs.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use der::Decode as _;
use rustls::crypto::aws_lc_rs;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use x509_cert::Certificate;
use x509_cert::ext::pkix::SubjectAltName;
use x509_cert::ext::pkix::name::GeneralName;

use crate::fault::Failure;

/// What a connection is secured with. A clone is the same.
#[derive(Clone)]
pub(crate) struct Tls {
    acceptor: TlsAcceptor,
    current: Arc<Current>,
    names: Arc<[String]>,
}

/// The key that is used at the moment, and where it came from.
struct Current {
    certificates: PathBuf,
    key: PathBuf,
    certified: RwLock<Arc<CertifiedKey>>,
}

impl Tls {
    /// Reads certificates and key.
    ///
    /// # Errors
    /// [`Failure`] where a file cannot be read, or the key is not that of the first certificate.
    pub(crate) fn load(certificates: &Path, key: &Path) -> Result<Self, Failure> {
        let certified = read(certificates, key)?;
        let names = names_of(&certified);
        let current = Arc::new(Current {
            certificates: certificates.to_owned(),
            key: key.to_owned(),
            certified: RwLock::new(Arc::new(certified)),
        });
        let provider = Arc::new(aws_lc_rs::default_provider());
        let builder = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let builder = builder.map_err(|error| Failure::tls("TLS cannot be set up", &error))?;
        let resolver: Arc<dyn ResolvesServerCert> = Arc::clone(&current) as _;
        let mut config = builder.with_no_client_auth().with_cert_resolver(resolver);
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(config)), current, names: names.into() })
    }

    /// The names in the first certificate, of hosts and addresses.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// Reads the files again. Connections that are open stay as they are.
    ///
    /// # Errors
    /// Those of [`load`](Self::load); what was read before is used then.
    pub(crate) fn reload(&self) -> Result<(), Failure> {
        let certified = Arc::new(read(&self.current.certificates, &self.current.key)?);
        // It is replaced as a whole.
        *self.current.certified.write().unwrap_or_else(PoisonError::into_inner) = certified;
        Ok(())
    }

    /// Secures a connection.
    pub(crate) async fn accept(self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        self.acceptor.accept(stream).await
    }
}

impl ResolvesServerCert for Current {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.certified.read().unwrap_or_else(PoisonError::into_inner)))
    }
}

fn read(certificates: &Path, key: &Path) -> Result<CertifiedKey, Failure> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_file_iter(certificates).and_then(Iterator::collect);
    let chain =
        chain.map_err(|error| Failure::tls(&format!("{} could not be read", certificates.display()), &error))?;
    if chain.is_empty() {
        return Err(Failure::usage(format!("{} has no certificate", certificates.display())));
    }
    let private = PrivateKeyDer::from_pem_file(key)
        .map_err(|error| Failure::tls(&format!("{} could not be read", key.display()), &error))?;
    CertifiedKey::from_der(chain, private, &aws_lc_rs::default_provider()).map_err(|error| {
        let what = format!("{} is not the key of the first certificate in {}", key.display(), certificates.display());
        Failure::tls(&what, &error)
    })
}

fn names_of(certified: &CertifiedKey) -> Vec<String> {
    let read = || {
        let certificate = Certificate::from_der(certified.end_entity_cert().ok()?).ok()?;
        let (_, names) = certificate.tbs_certificate().get_extension::<SubjectAltName>().ok()??;
        Some(names.0)
    };
    let text = |name: GeneralName| match name {
        GeneralName::DnsName(name) => Some(name.as_str().to_owned()),
        GeneralName::IpAddress(bytes) => address(bytes.as_bytes()),
        _ => None,
    };
    read().unwrap_or_default().into_iter().filter_map(text).collect()
}

/// An address as it stands in a URL.
fn address(bytes: &[u8]) -> Option<String> {
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return Some(std::net::Ipv4Addr::from(four).to_string());
    }
    let sixteen = <[u8; 16]>::try_from(bytes).ok()?;
    Some(format!("[{}]", std::net::Ipv6Addr::from(sixteen)))
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls").field("names", &self.names).finish_non_exhaustive()
    }
}

impl fmt::Debug for Current {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Current").field("certificates", &self.certificates).finish_non_exhaustive()
    }
}
