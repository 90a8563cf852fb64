//! What a provider, a browser, and other programs on this machine may cost.

use std::time::Duration;

/// Longest answer with details, in bytes: pictures of a document's two sides and of a face, in base64.
pub(crate) const DETAILS_LEN_BYTES: usize = 32 * 1024 * 1024;

/// Longest answer of every other call, in bytes.
pub(crate) const ANSWER_LEN_BYTES: usize = 64 * 1024;

/// Longest token, in bytes: it has to fit a header.
pub(crate) const TOKEN_LEN_BYTES: usize = 8 * 1024;

/// Longest code, in bytes. The provider does not say how long one is; it has to fit an address.
pub(crate) const CODE_LEN_BYTES: usize = 16 * 1024;

/// Longest client secret and client id, in bytes.
pub(crate) const CLIENT_LEN_BYTES: usize = 1024;

/// Longest redirect URI and longest address to listen at, in bytes.
pub(crate) const ADDRESS_LEN_BYTES: usize = 2 * 1024;

/// Longest text of an answer that is passed on, in characters.
pub(crate) const TEXT_LEN: usize = 1024;

/// Longest text of a provider that an error repeats, in characters.
pub(crate) const SHOWN_TEXT_LEN: usize = 200;

/// Most documents that are read from one answer.
pub(crate) const DOCUMENTS: usize = 8;

/// Length of the random state of an attempt, in bytes.
pub(crate) const STATE_LEN_BYTES: usize = 32;

/// Most connections that are open at a time. While there are as many, a further one is closed at once.
pub(crate) const CONNECTIONS: usize = 16;

/// Longest time until a browser has sent the head of its request.
pub(crate) const HEAD_PATIENCE: Duration = Duration::from_secs(5);

/// Longest time for one connection, from its start to the last byte of the answer.
pub(crate) const CONNECTION_PATIENCE: Duration = Duration::from_secs(10);

/// Longest head of a request, in bytes. Browsers send the cookies of everything that ever ran at `localhost`, on any port.
pub(crate) const HEAD_LEN_BYTES: usize = 32 * 1024;

/// Most headers of a request.
pub(crate) const HEADERS: usize = 100;

/// Longest path and query of a request, in bytes.
pub(crate) const TARGET_LEN_BYTES: usize = 28 * 1024;

/// How long the listener stays after the return, for a browser that loads the page twice.
pub(crate) const SETTLING: Duration = Duration::from_millis(250);

/// How long it stays at most until a slow browser has the page.
pub(crate) const GRACE: Duration = Duration::from_secs(2);

/// Pause after a connection could not be taken, as when no more files can be opened.
pub(crate) const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
