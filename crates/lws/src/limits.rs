//! What a server may cost us: time and bytes.

use std::time::Duration;

/// Longest token read, in bytes. Servers cut headers at 8 KiB or 16 KiB, so a longer one could not be sent back.
pub(crate) const TOKEN_LEN_BYTES: usize = 16 * 1024;

/// Longest body of an error answer that is looked at, in bytes; the rest is left unread.
pub(crate) const ERROR_BODY_LEN_BYTES: usize = 64 * 1024;

/// Longest URL a relying party may send a browser to, in characters.
pub(crate) const REDIRECT_LEN: usize = 8 * 1024;

/// Most headers an answer may have. hyper's own bound on their bytes (about 400 KiB) holds besides.
pub(crate) const ANSWER_HEADERS: usize = 64;

/// Most requirements that a site or a KYC template may list.
pub(crate) const REQUIREMENTS: usize = 512;

/// Most templates that one list may hold.
pub(crate) const TEMPLATES: usize = 1024;

/// Most applications that one list may hold.
pub(crate) const APPLICATIONS: usize = 1024;

/// Longest text from a relying party that is shown to a person, in characters.
pub(crate) const SHOWN_TEXT_LEN: usize = 300;

/// How many files travel at once.
pub(crate) const UPLOADS_AT_ONCE: usize = 4;

/// Size of one piece of a streamed file. Measured: the 4 KiB that streams use by default cost twenty times as much.
pub(crate) const UPLOAD_CHUNK_LEN_BYTES: usize = 256 * 1024;

/// Pause after each such piece. The HTTP library looks for an early answer before it sends a piece, not while it does; a
/// server that refuses and hangs up resets the connection, and a piece that is sent into that loses the answer. With the
/// pause, the answer is nearly always there before the next piece. It caps an upload at 128 MiB a second.
pub(crate) const UPLOAD_PAUSE: Duration = Duration::from_millis(2);

/// The slowest upload still waited for, in bytes a second; adds to the time limit of an exchange with files.
const UPLOAD_FLOOR_BYTES_PER_SECOND: u64 = 16 * 1024;

/// Longest time an exchange with files may take, whatever their size.
const UPLOAD_CEILING: Duration = Duration::from_hours(2);

/// Time and size limits of a [`Client`](crate::Client).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Longest wait for a connection, TLS handshake included. Default: 10 s.
    pub connect: Duration,
    /// Longest time for one exchange, from the first byte sent to the last byte read; uploads get more, by their
    /// size. Default: 30 s.
    pub exchange: Duration,
    /// Longest JSON answer, in bytes. Default: 1 MiB.
    pub answer_len_bytes: usize,
    /// How far the clocks of wallet and server may differ when a token's times are checked. Default: 5 min.
    pub clock_skew: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            exchange: Duration::from_secs(30),
            answer_len_bytes: 1024 * 1024,
            clock_skew: Duration::from_mins(5),
        }
    }
}

impl Limits {
    /// The time limit of an exchange that sends `upload_len_bytes` of files.
    pub(crate) fn exchange_with(&self, upload_len_bytes: u64) -> Duration {
        let extra = Duration::from_secs(upload_len_bytes / UPLOAD_FLOOR_BYTES_PER_SECOND);
        self.exchange.saturating_add(extra.min(UPLOAD_CEILING))
    }
}
