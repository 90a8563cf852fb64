//! How much of this protocol's things is taken. What any server may cost is bounded by [`idw_http::Limits`].

use std::time::Duration;

/// Longest token read, in bytes. Servers cut headers at 8 KiB or 16 KiB, so a longer one could not be sent back.
pub(crate) const TOKEN_LEN_BYTES: usize = 16 * 1024;

/// Longest URL a relying party may send a browser to, in characters.
pub(crate) const REDIRECT_LEN: usize = 8 * 1024;

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

/// How far the clocks of wallet and site may differ when a token's times are checked, where the caller says nothing else.
pub(crate) const CLOCK_SKEW: Duration = Duration::from_mins(5);
