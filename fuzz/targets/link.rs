//! The private socket: hellos, frames, and connections of somebody who has no key.
#![no_main]

use std::sync::LazyLock;

use idw_link::fuzz::Link;
use libfuzzer_sys::fuzz_target;

static LINK: LazyLock<Link> = LazyLock::new(Link::make);

fuzz_target!(|bytes: &[u8]| LINK.try_bytes(bytes));
