//! A server that is not there, and what stands in between.

use std::fmt;

use crate::limits::ANSWER_HEADERS;

/// Why a server gives no answer, or none that helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outage {
    /// Its name is not known.
    UnknownHost,
    /// No connection: nothing listens there, or the network is down.
    NotConnected,
    /// No connection in good time.
    ConnectTimeout,
    /// Its certificate or its TLS is not in order.
    Tls(TlsFault),
    /// It took too long.
    Timeout,
    /// The connection broke.
    Interrupted,
    /// What came was not HTTP.
    NotHttp,
    /// It sent more headers than are read, or longer ones.
    TooManyHeaders,
    /// The connection broke while files were still being sent: the site cannot have all of them.
    CutShort {
        /// Bytes of files that had gone out.
        sent: u64,
        /// Bytes of files in all.
        total: u64,
    },
    /// It failed, with this status (500 to 599).
    ServerError(u16),
}

impl Outage {
    /// Whether the request may have reached the server, whole, before things went wrong. Everything that asks whether
    /// something has to be looked up before it is sent again reads this.
    pub fn may_have_arrived(self) -> bool {
        match self {
            Self::UnknownHost | Self::NotConnected | Self::ConnectTimeout | Self::Tls(_) | Self::CutShort { .. } => {
                false
            }
            Self::Timeout | Self::Interrupted | Self::NotHttp | Self::TooManyHeaders | Self::ServerError(_) => true,
        }
    }

    /// What the user can do, where waiting is not it.
    pub fn remedy(self) -> Option<&'static str> {
        match self {
            Self::Tls(fault) => fault.remedy(),
            _ => None,
        }
    }
}

impl fmt::Display for Outage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownHost => f.write_str("is not known to the name service"),
            Self::NotConnected => f.write_str("does not accept connections"),
            Self::ConnectTimeout => f.write_str("took too long to accept a connection"),
            Self::Tls(fault) => fault.fmt(f),
            Self::Timeout => f.write_str("took too long to answer"),
            Self::Interrupted => f.write_str("broke the connection off"),
            Self::NotHttp => f.write_str("answered with something that is not HTTP"),
            Self::TooManyHeaders => {
                write!(f, "sent more than {ANSWER_HEADERS} headers, or longer ones than the wallet reads")
            }
            Self::CutShort { sent, total } => {
                write!(f, "broke the connection off after {} of {} had gone out", size_text(*sent), size_text(*total))
            }
            Self::ServerError(status) => write!(f, "failed with status {status}"),
        }
    }
}

/// Why there is no secure connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsFault {
    /// The certificate's time is over.
    Expired,
    /// The certificate's time has not come.
    NotYetValid,
    /// The certificate is another host's.
    WrongHost,
    /// Nobody but the server itself has signed the certificate.
    SelfSigned,
    /// An authority that this machine does not trust has signed it.
    UnknownAuthority,
    /// The server leaves out the certificate that leads to an authority.
    MissingIntermediate,
    /// The authority has taken the certificate back.
    Revoked,
    /// The certificate has a form or a purpose with which it is not for a website.
    Unfit,
    /// The server and the wallet have no way of securing the connection in common; or it wants a client's certificate and
    /// does not say so.
    NoAgreement,
    /// The server wants a certificate of whoever connects.
    ClientCertificate,
    /// The server speaks neither TLS 1.2 nor 1.3.
    TooOld,
    /// What listens there does not speak TLS.
    NotTls,
    /// Anything else.
    Other,
}

impl TlsFault {
    fn remedy(self) -> Option<&'static str> {
        Some(match self {
            Self::Expired | Self::NotYetValid => {
                "nothing was sent. Check this computer's date; if it is right, whoever runs the site has to renew it"
            }
            Self::WrongHost => "nothing was sent. Check the address; if it is right, tell whoever runs the site",
            Self::SelfSigned => {
                "nothing was sent. If the site belongs to your organisation, add its certificate to those that this \
                 computer trusts"
            }
            Self::UnknownAuthority => {
                "nothing was sent. If the site belongs to your organisation, add its authority's certificate to those \
                 that this computer trusts; if it is there already, the site does not send the one in between: tell \
                 whoever runs it"
            }
            Self::MissingIntermediate | Self::Revoked | Self::TooOld | Self::Unfit | Self::NoAgreement => {
                "nothing was sent. Only whoever runs the site can mend that: tell them"
            }
            Self::ClientCertificate => "nothing was sent, and the wallet cannot log in there",
            Self::NotTls => "nothing was sent. Check the port in the address",
            Self::Other => return None,
        })
    }
}

impl fmt::Display for TlsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expired => "has a certificate that has expired",
            Self::NotYetValid => "has a certificate that is not valid yet",
            Self::WrongHost => "has the certificate of another host",
            Self::SelfSigned => "has a certificate that no authority has signed",
            Self::UnknownAuthority => "has a certificate from an authority that this computer does not trust",
            Self::MissingIntermediate => {
                "sends its certificate without the intermediate one that connects it with an authority"
            }
            Self::Revoked => "has a certificate that was revoked",
            Self::Unfit => "has a certificate that is not made for websites, or not as they need it today",
            Self::NoAgreement => {
                "refused to secure the connection as the wallet does (it may want a certificate from whoever connects, or \
                 speak only ways of encrypting that are not secure any more)"
            }
            Self::ClientCertificate => {
                "wants a certificate from whoever connects (a client certificate), and the wallet has none"
            }
            Self::TooOld => "speaks no TLS that is still secure (1.2 or 1.3)",
            Self::NotTls => "does not speak TLS on that port",
            Self::Other => "has no secure connection that can be trusted",
        })
    }
}

/// Which proxy stands between this machine and the servers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyName {
    /// Its host and port.
    pub address: String,
    /// The variable that names it.
    pub variable: &'static str,
}

impl fmt::Display for ProxyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { address, variable } = self;
        write!(f, "{address} (from {variable})")
    }
}

/// Why there was no connection through a proxy. The site was not reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProxyFault {
    /// Nothing listens there, or its name is not known.
    NotConnected,
    /// It wants a user name and a password (407).
    Credentials {
        /// Whether it got one, which it does not like.
        given: bool,
    },
    /// It did not connect to the site.
    Refused {
        /// The status that it gave, where it speaks HTTP.
        status: Option<u16>,
    },
    /// It took too long.
    Timeout,
    /// It broke the connection off.
    Interrupted,
}

impl fmt::Display for ProxyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotConnected => f.write_str("cannot be reached"),
            Self::Credentials { given: false } => f.write_str("wants a user name and a password (status 407)"),
            Self::Credentials { given: true } => {
                f.write_str("does not accept the user name and password in its address (status 407)")
            }
            Self::Refused { status: Some(status) } => write!(f, "refused to connect to the site (status {status})"),
            Self::Refused { status: None } => f.write_str("did not connect to the site"),
            Self::Timeout => f.write_str("took too long to answer"),
            Self::Interrupted => f.write_str("broke the connection off"),
        }
    }
}

/// A number of bytes as people say it.
fn size_text(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} bytes"),
        1000..1_000_000 => format!("{} kB", bytes / 1000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
