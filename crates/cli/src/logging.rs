//! The log of `-v`: to stderr, of this project's own crates only.

use std::io;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::{Layer as _, filter::Targets, layer::SubscriberExt as _, util::SubscriberInitExt as _};

/// How the names of the crates begin whose log is shown. Others are left out on purpose: an HTTP library's trace holds
/// headers and bodies, with tokens in them, which our own crates redact where they log.
const OUR_CRATES: &str = "idw";

/// Starts the log where `-v` was given: once for what happens, twice for details, three times for everything.
pub(crate) fn start(verbose: u8) {
    let level = match verbose {
        0 => return,
        1 => LevelFilter::INFO,
        2 => LevelFilter::DEBUG,
        _ => LevelFilter::TRACE,
    };
    let ours = Targets::new().with_target(OUR_CRATES, level);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(crate::output::colours(&io::stderr()))
        .with_target(verbose > 1)
        .with_filter(ours);
    // Only fails where a subscriber is set already, which nothing before this line does.
    let _ = tracing_subscriber::registry().with(lines).try_init();
}
