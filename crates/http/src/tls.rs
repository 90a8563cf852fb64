//! TLS: the platform decides whom to trust, and why it did not is told.

use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use std::{env, fs};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    AlertDescription, CertificateError, ClientConfig, DigitallySignedStruct, OtherError, PeerIncompatible,
    SignatureScheme,
};
use webpki::EndEntityCert;

use crate::error::HttpError;
use crate::outage::TlsFault;

/// The extension that says where an authority's own certificate is (RFC 5280 §4.2.2.1, id-ad-caIssuers), as it stands in
/// a certificate. Public authorities put it into every certificate that they sign through an intermediate one.
const CA_ISSUERS: [u8; 10] = [0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02];

/// Variables that replace the platform's root certificates, where it has these at all.
const ROOTS_FILE: &str = "SSL_CERT_FILE";
const ROOTS_FOLDER: &str = "SSL_CERT_DIR";

/// How connections are secured: TLS 1.2 or 1.3, certificates checked by the platform's verifier.
pub(crate) fn config() -> Result<ClientConfig, HttpError> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let platform =
        rustls_platform_verifier::Verifier::new(Arc::clone(&provider)).map_err(|error| no_roots(Box::new(error)))?;
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| HttpError::Setup(Box::new(error)))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Explaining(platform)))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

/// Without any root certificate nobody can be trusted. Where the user named the file, it is most likely the reason.
fn no_roots(source: Box<dyn Error + Send + Sync>) -> HttpError {
    unusable_roots().unwrap_or(HttpError::Setup(source))
}

/// The file or folder of certificates that the user's environment names and that holds none. The platform's verifier
/// passes over it in silence where it finds some elsewhere.
pub(crate) fn unusable_roots() -> Option<HttpError> {
    let unusable = |variable, path: PathBuf, source| Some(HttpError::NoRoots { variable, path, source });
    if let Some(file) = env::var_os(ROOTS_FILE).map(PathBuf::from) {
        match fs::read(&file) {
            Err(error) => return unusable(ROOTS_FILE, file, Some(error)),
            Ok(text) if CertificateDer::pem_slice_iter(&text).flatten().next().is_none() => {
                return unusable(ROOTS_FILE, file, None);
            }
            Ok(_) => {}
        }
    }
    let folders = env::var_os(ROOTS_FOLDER)?;
    let found = env::split_paths(&folders).find_map(|folder| Some((fs::read_dir(&folder).err()?, folder)));
    found.and_then(|(error, folder)| unusable(ROOTS_FOLDER, folder, Some(error)))
}

/// The platform's verifier. It decides; this only looks closer at a chain that leads nowhere.
#[derive(Debug)]
struct Explaining(rustls_platform_verifier::Verifier);

impl ServerCertVerifier for Explaining {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let verified = self.0.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
        verified.map_err(|error| match error {
            // What a server signed for itself often says that it is an authority's certificate.
            rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer | CertificateError::Other(_)) => {
                let fault = Untrusted(why_untrusted(end_entity, intermediates));
                rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(fault))))
            }
            error => error,
        })
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.0.verify_tls12_signature(message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.0.verify_tls13_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.supported_verify_schemes()
    }
}

/// Why a chain led to no root.
#[derive(Debug, thiserror::Error)]
#[error("it {0}")]
struct Untrusted(TlsFault);

fn why_untrusted(end_entity: &CertificateDer<'_>, intermediates: &[CertificateDer<'_>]) -> TlsFault {
    let Ok(certificate) = EndEntityCert::try_from(end_entity) else { return TlsFault::Unfit };
    if certificate.issuer() == certificate.subject() {
        return TlsFault::SelfSigned;
    }
    // Some servers send the certificate itself a second time instead of the one above it.
    let is_alone = intermediates.iter().all(|other| other == end_entity);
    let has_intermediate = end_entity.windows(CA_ISSUERS.len()).any(|bytes| bytes == CA_ISSUERS);
    if is_alone && has_intermediate { TlsFault::MissingIntermediate } else { TlsFault::UnknownAuthority }
}

/// The reason in an error of the HTTP client, if TLS is to blame. What the library says goes into the log.
pub(crate) fn fault_in(error: &(dyn Error + 'static)) -> Option<TlsFault> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(tls) = error.downcast_ref::<rustls::Error>() {
            tracing::debug!(reason = %tls, "TLS failed");
            return Some(reason(tls));
        }
        // An io::Error hides what it wraps from `source`, and the TLS layers wrap one in the other.
        cause = match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    None
}

fn reason(error: &rustls::Error) -> TlsFault {
    use AlertDescription as Alert;
    match error {
        rustls::Error::InvalidCertificate(certificate) => reason_in_certificate(certificate),
        rustls::Error::AlertReceived(
            Alert::CertificateRequired
            | Alert::BadCertificate
            | Alert::UnsupportedCertificate
            | Alert::CertificateUnknown
            | Alert::UnknownCA
            | Alert::AccessDenied,
        ) => TlsFault::ClientCertificate,
        // Under TLS 1.2 a server that misses a client's certificate says no more than this.
        rustls::Error::AlertReceived(Alert::HandshakeFailure) => TlsFault::NoAgreement,
        rustls::Error::AlertReceived(Alert::ProtocolVersion | Alert::InsufficientSecurity)
        | rustls::Error::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13
            | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig
            | PeerIncompatible::Tls12NotOffered
            | PeerIncompatible::Tls12NotOfferedOrEnabled,
        ) => TlsFault::TooOld,
        rustls::Error::InvalidMessage(_) => TlsFault::NotTls,
        _ => TlsFault::Other,
    }
}

fn reason_in_certificate(error: &CertificateError) -> TlsFault {
    match error {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => TlsFault::Expired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => TlsFault::NotYetValid,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => TlsFault::WrongHost,
        CertificateError::UnknownIssuer => TlsFault::UnknownAuthority,
        CertificateError::Revoked => TlsFault::Revoked,
        CertificateError::BadEncoding
        | CertificateError::UnhandledCriticalExtension
        | CertificateError::InvalidPurpose
        | CertificateError::InvalidPurposeContext { .. } => TlsFault::Unfit,
        CertificateError::Other(other) => other.0.downcast_ref().map_or(TlsFault::Other, |Untrusted(fault)| *fault),
        _ => TlsFault::Other,
    }
}
