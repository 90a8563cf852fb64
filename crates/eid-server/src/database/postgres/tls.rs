//! TLS to a database on another computer: the certificate has to be for the host's name, and from somebody whom this computer trusts.

use std::path::PathBuf;
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::aws_lc_rs;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;
use rustls_platform_verifier::Verifier;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::database::error::DatabaseError;

/// A file with root certificates in PEM, in the place of those that the system trusts: the variable of PostgreSQL's own programs.
const ROOTS: &str = "PGSSLROOTCERT";

/// Opens connections over TLS.
///
/// # Errors
/// [`DatabaseError::Tls`] when the root certificates cannot be read.
pub(super) fn connector() -> Result<MakeRustlsConnect, DatabaseError> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let failed = |error: rustls::Error| DatabaseError::Tls(error.to_string());
    let verifier: Arc<dyn ServerCertVerifier> = match std::env::var_os(ROOTS).filter(|path| !path.is_empty()) {
        None => Arc::new(Verifier::new(Arc::clone(&provider)).map_err(failed)?),
        Some(path) => {
            let roots = Arc::new(roots(&PathBuf::from(path))?);
            let verifier = WebPkiServerVerifier::builder_with_provider(roots, Arc::clone(&provider)).build();
            verifier.map_err(|error| DatabaseError::Tls(error.to_string()))?
        }
    };
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn roots(path: &std::path::Path) -> Result<RootCertStore, DatabaseError> {
    let unusable = |why: String| DatabaseError::Tls(format!("{ROOTS} ({}): {why}", path.display()));
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|error| unusable(error.to_string()))? {
        let certificate = certificate.map_err(|error| unusable(error.to_string()))?;
        roots.add(certificate).map_err(|error| unusable(error.to_string()))?;
    }
    if roots.is_empty() { Err(unusable("it has no certificate".to_owned())) } else { Ok(roots) }
}
