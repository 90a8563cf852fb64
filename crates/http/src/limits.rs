//! What a server may cost us: time and bytes.

use std::time::Duration;

/// Longest body of an error answer that is looked at, in bytes; the rest is left unread.
pub(crate) const ERROR_BODY_LEN_BYTES: usize = 64 * 1024;

/// Most headers an answer may have. hyper's own bound on their bytes (about 400 KiB) holds besides.
pub(crate) const ANSWER_HEADERS: usize = 64;

/// How long an unused connection is kept. Node.js servers close theirs after 5 s, and a streamed upload that meets one
/// just closed cannot be repeated by the HTTP library.
pub(crate) const IDLE_CONNECTION: Duration = Duration::from_secs(4);

/// Most connections that are remembered as having carried an answer.
pub(crate) const REMEMBERED_CONNECTIONS: usize = 256;

/// Size of one piece of a streamed file, in bytes. Measured: the 4 KiB that streams use by default cost twenty times as
/// much.
pub(crate) const UPLOAD_CHUNK_LEN_BYTES: usize = 256 * 1024;

/// Pause after each such piece. The HTTP library looks for an early answer before it sends a piece, not while it does; a
/// server that refuses and hangs up resets the connection, and a piece that is sent into that loses the answer. With the
/// pause, the answer is nearly always there before the next piece. It caps an upload at 128 MiB a second.
pub(crate) const UPLOAD_PAUSE: Duration = Duration::from_millis(2);

/// Longest file name sent, in characters: longer ones do not fit many file systems.
pub(crate) const FILE_NAME_LEN: usize = 120;

/// Longest body that an observer is shown, in characters.
pub(crate) const SHOWN_BODY_LEN: usize = 16 * 1024;

/// How long a proxy may take to say why it makes no connection.
pub(crate) const PROXY_PATIENCE: Duration = Duration::from_secs(5);

/// How much of a proxy's answer is read, in bytes: the first line is enough.
pub(crate) const PROXY_HEAD_LEN_BYTES: usize = 4 * 1024;

/// The slowest upload still waited for, in bytes a second; adds to the time limit of an exchange with files.
const UPLOAD_FLOOR_BYTES_PER_SECOND: u64 = 16 * 1024;

/// Longest time an exchange with files may take beyond that of one without, whatever their size.
const UPLOAD_CEILING: Duration = Duration::from_hours(2);

/// Time and size limits of a [`Transport`](crate::Transport).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Longest wait for a connection, TLS handshake included. Default: 10 s.
    pub connect: Duration,
    /// Longest time for one exchange, from the first byte sent to the last byte read; uploads get more, by their
    /// size. Default: 30 s.
    pub exchange: Duration,
    /// Longest body of a successful answer, in bytes. Default: 1 MiB.
    pub answer_len_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), exchange: Duration::from_secs(30), answer_len_bytes: 1024 * 1024 }
    }
}

impl Limits {
    /// The time limit of an exchange that sends `upload_len_bytes` of files.
    pub(crate) fn exchange_with(&self, upload_len_bytes: u64) -> Duration {
        let extra = Duration::from_secs(upload_len_bytes / UPLOAD_FLOOR_BYTES_PER_SECOND);
        self.exchange.saturating_add(extra.min(UPLOAD_CEILING))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uploads_get_more_time_by_their_size() {
        let check = |len_bytes: u64, expected_secs: u64| {
            assert_eq!(Limits::default().exchange_with(len_bytes).as_secs(), expected_secs, "{len_bytes}");
        };
        check(0, 30);
        check(16 * 1024 * 60, 90);
        check(u64::MAX, 30 + 2 * 60 * 60);
    }
}
