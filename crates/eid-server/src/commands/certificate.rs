//! What doctor looks at in a certificate.

use std::fs;
use std::path::Path;

use der::Decode as _;
use jiff::{SignedDuration, Timestamp};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;
use x509_cert::Certificate;
use x509_cert::time::Time;

use super::checks::mode;
use super::doctor::Finding;
use super::moment;
use crate::serve::Tls;

const CHECK: &str = "certificate";
/// With less time left than this it is time to look: what renews it has failed more than once.
const SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Certificates and key as `serve` reads them: whether they are a pair, until when they hold, and for whom.
pub(super) fn look(certificates: &Path, key: &Path, now: Timestamp) -> Vec<Finding> {
    let tls = match Tls::load(certificates, key) {
        Ok(tls) => tls,
        Err(failure) => {
            let to_do =
                "Name the server's own certificate with its chain, and the key that it was made with, both as PEM";
            return vec![Finding::fault(CHECK, failure.to_string(), to_do)];
        }
    };
    let names = match tls.names() {
        [] => {
            let to_do = "Get one with a name, or give the address for others with --url";
            Finding::warning("names", "the certificate is for no host and no address", to_do)
        }
        names => Finding::ok("names", names.join(", ")),
    };
    let mut findings = vec![dates(certificates, now), names];
    if fs::metadata(key).is_ok_and(|metadata| mode(&metadata) & 0o007 != 0) {
        let says = format!("everybody on this computer can read {}", key.display());
        findings.push(Finding::warning("private key", says, format!("chmod o= {}", key.display())));
    }
    findings
}

fn dates(certificates: &Path, now: Timestamp) -> Finding {
    let Some((from, until)) = validity(certificates) else {
        return Finding::fault(CHECK, "it cannot be read", "Get another one");
    };
    if now < from {
        return Finding::fault(
            CHECK,
            format!("it is not valid before {}", moment(from)),
            "Look at this computer's clock",
        );
    }
    if until < now {
        return Finding::fault(
            CHECK,
            format!("it has ended at {}", moment(until)),
            "Renew it, and send the service a SIGHUP",
        );
    }
    if until.duration_since(now) < SOON {
        return Finding::warning(
            CHECK,
            format!("it ends at {}", moment(until)),
            "Renew it, and send the service a SIGHUP",
        );
    }
    Finding::ok(CHECK, format!("it holds until {}", moment(until)))
}

/// The first and the last second of the first certificate.
fn validity(certificates: &Path) -> Option<(Timestamp, Timestamp)> {
    let first = CertificateDer::pem_file_iter(certificates).ok()?.next()?.ok()?;
    let certificate = Certificate::from_der(&first).ok()?;
    let validity = certificate.tbs_certificate().validity();
    let at = |time: &Time| Timestamp::from_second(time.to_unix_duration().as_secs().try_into().ok()?).ok();
    Some((at(&validity.not_before)?, at(&validity.not_after)?))
}
