//! Connections and addresses.

use idw_http::{BodyFault, HttpError, Outage, ProxyAddressFault, ProxyFault, ProxyName, TlsFault, UrlError};
use idw_words::{Argument, Message as _, MessageData, message};

use super::Explain;

/// Texts of whole sentences as one text.
pub(super) fn sentences(first: MessageData, others: impl IntoIterator<Item = MessageData>) -> MessageData {
    others.into_iter().fold(first, |first, second| message::ErrorSentences { first, second }.data())
}

impl Explain for HttpError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Unreachable { host, outage, cut: _ } => sentences(explain_outage(host, *outage), remedy(*outage)),
            Self::Proxy { host, proxy, fault } => explain_proxy(host, proxy, *fault),
            Self::ProxyAddress { variable, fault } => match fault {
                ProxyAddressFault::NotText => message::ErrorProxyAddressNotText { variable }.data(),
                ProxyAddressFault::Malformed => message::ErrorProxyAddressMalformed { variable }.data(),
                ProxyAddressFault::Scheme => message::ErrorProxyAddressScheme { variable }.data(),
            },
            Self::Url(error) => message::ErrorHttpNotSent { reason: error.explain() }.data(),
            Self::File { name, source } => message::ErrorHttpFile { name, reason: source.explain() }.data(),
            Self::MediaType { name } => message::ErrorHttpMediaType { name }.data(),
            Self::Request(_) => message::ErrorHttpRequest.data(),
            Self::NoRoots { variable, path, source } => {
                let reason = source.as_ref().map(Explain::explain);
                sentences(message::ErrorHttpNoRoots { path, variable }.data(), reason)
            }
            Self::Setup(_) => message::ErrorHttpSetup.data(),
        }
    }
}

/// What happened. What follows from it depends on what was being sent.
pub(super) fn explain_outage(host: &str, outage: Outage) -> MessageData {
    match outage {
        Outage::UnknownHost => message::ErrorHttpUnknownHost { host }.data(),
        Outage::NotConnected => message::ErrorHttpNotConnected { host }.data(),
        Outage::ConnectTimeout => message::ErrorHttpConnectTimeout { host }.data(),
        Outage::Tls(fault) => explain_tls(host, fault),
        Outage::Timeout => message::ErrorHttpTimeout { host }.data(),
        Outage::Interrupted => message::ErrorHttpInterrupted { host }.data(),
        Outage::NotHttp => message::ErrorHttpNotHttp { host }.data(),
        Outage::TooManyHeaders => message::ErrorHttpHeaders { host }.data(),
        Outage::CutShort { sent, total } => {
            message::ErrorHttpCutShort { host, sent: Argument::Size(sent), total: Argument::Size(total) }.data()
        }
        Outage::ServerError(status) => message::ErrorHttpServer { host, status }.data(),
    }
}

fn explain_tls(host: &str, fault: TlsFault) -> MessageData {
    match fault {
        TlsFault::Expired => message::ErrorTlsExpired { host }.data(),
        TlsFault::NotYetValid => message::ErrorTlsNotYetValid { host }.data(),
        TlsFault::WrongHost => message::ErrorTlsWrongHost { host }.data(),
        TlsFault::SelfSigned => message::ErrorTlsSelfSigned { host }.data(),
        TlsFault::UnknownAuthority => message::ErrorTlsUnknownAuthority { host }.data(),
        TlsFault::MissingIntermediate => message::ErrorTlsMissingIntermediate { host }.data(),
        TlsFault::Revoked => message::ErrorTlsRevoked { host }.data(),
        TlsFault::Unfit => message::ErrorTlsUnfit { host }.data(),
        TlsFault::NoAgreement => message::ErrorTlsNoAgreement { host }.data(),
        TlsFault::ClientCertificate => message::ErrorTlsClientCertificate { host }.data(),
        TlsFault::TooOld => message::ErrorTlsTooOld { host }.data(),
        TlsFault::NotTls => message::ErrorTlsNotTls { host }.data(),
        TlsFault::Other => message::ErrorTlsOther { host }.data(),
    }
}

/// What the user can do, where that does not depend on what was being sent.
pub(super) fn remedy(outage: Outage) -> Option<MessageData> {
    match outage {
        Outage::UnknownHost => Some(message::ErrorHttpCheckAddress.data()),
        Outage::NotConnected | Outage::ConnectTimeout => Some(message::ErrorHttpCheckConnection.data()),
        Outage::Tls(fault) => match fault {
            TlsFault::Expired | TlsFault::NotYetValid => Some(message::ErrorTlsRemedyDate.data()),
            TlsFault::WrongHost => Some(message::ErrorTlsRemedyAddress.data()),
            TlsFault::SelfSigned => Some(message::ErrorTlsRemedySelfSigned.data()),
            TlsFault::UnknownAuthority => Some(message::ErrorTlsRemedyAuthority.data()),
            TlsFault::MissingIntermediate
            | TlsFault::Revoked
            | TlsFault::TooOld
            | TlsFault::Unfit
            | TlsFault::NoAgreement => Some(message::ErrorTlsRemedyOperator.data()),
            TlsFault::ClientCertificate => Some(message::ErrorTlsRemedyNone.data()),
            TlsFault::NotTls => Some(message::ErrorTlsRemedyPort.data()),
            TlsFault::Other => None,
        },
        Outage::Timeout
        | Outage::Interrupted
        | Outage::NotHttp
        | Outage::TooManyHeaders
        | Outage::CutShort { .. }
        | Outage::ServerError(_) => None,
    }
}

/// Why there was no connection through a proxy.
pub(super) fn explain_proxy(host: &str, proxy: &ProxyName, fault: ProxyFault) -> MessageData {
    let ProxyName { address, variable } = proxy;
    let proxy = message::ErrorProxyName { address, variable }.data();
    let fault = match fault {
        ProxyFault::NotConnected => message::ErrorProxyNotConnected { proxy }.data(),
        ProxyFault::Credentials { given: false } => message::ErrorProxyCredentials { proxy }.data(),
        ProxyFault::Credentials { given: true } => message::ErrorProxyCredentialsWrong { proxy }.data(),
        ProxyFault::Refused { status: Some(status) } => message::ErrorProxyRefusedStatus { proxy, status }.data(),
        ProxyFault::Refused { status: None } => message::ErrorProxyRefused { proxy }.data(),
        ProxyFault::Timeout => message::ErrorProxyTimeout { proxy }.data(),
        ProxyFault::Interrupted => message::ErrorProxyInterrupted { proxy }.data(),
    };
    message::ErrorProxyNoConnection { fault, host }.data()
}

impl Explain for UrlError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Insecure { host } => message::ErrorUrlInsecure { host }.data(),
            Self::Credentials { host } => message::ErrorUrlCredentials { host }.data(),
            Self::LoopbackFromAfar => message::ErrorUrlLoopback.data(),
            Self::Elsewhere { host } => message::ErrorUrlElsewhere { host }.data(),
            Self::NotAUrl => message::ErrorUrlNotAUrl.data(),
        }
    }
}

impl Explain for BodyFault {
    fn explain(&self) -> MessageData {
        match self {
            Self::TooLong { limit_bytes } => {
                message::ErrorHttpBodyTooLong { limit: Argument::Size(*limit_bytes as u64) }.data()
            }
            Self::Compressed => message::ErrorHttpBodyCompressed.data(),
        }
    }
}
