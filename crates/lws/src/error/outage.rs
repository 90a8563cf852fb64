//! A site that is not there.

use std::fmt;

/// Why a site cannot be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outage {
    /// Its name is not known.
    UnknownHost,
    /// No connection: nothing listens there, or the network is down.
    NotConnected,
    /// Its certificate or its TLS is not in order.
    Tls,
    /// It took too long.
    Timeout,
    /// The connection broke, or what came was not HTTP.
    Interrupted,
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
    /// Whether the request may have reached the server, whole, before things went wrong.
    pub(super) fn is_after_sending(self) -> bool {
        match self {
            Self::UnknownHost | Self::NotConnected | Self::Tls | Self::CutShort { .. } => false,
            Self::Timeout | Self::Interrupted | Self::ServerError(_) => true,
        }
    }
}

impl fmt::Display for Outage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownHost => f.write_str("is not known to the name service"),
            Self::NotConnected => f.write_str("does not accept connections"),
            Self::Tls => f.write_str("has no secure connection that can be trusted"),
            Self::Timeout => f.write_str("took too long to answer"),
            Self::Interrupted => f.write_str("broke the connection off"),
            Self::CutShort { sent, total } => {
                write!(f, "broke the connection off after {} of {} had gone out", size_text(*sent), size_text(*total))
            }
            Self::ServerError(status) => write!(f, "failed with status {status}"),
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
