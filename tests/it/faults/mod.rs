//! The wallet against every relying party that does one thing wrong: the right class and exit code, nothing given away
//! that was not agreed to, memory bounded, and an end in time.

mod challenge;
mod description;
mod journey;
mod kyc;
mod session;
mod sign_up;

use idw_journeys::fault::Fault;

/// A web page where there should be none.
const PAGE: &[u8] = b"<!doctype html><title>Welcome</title><p>It works!";

/// Ten gigabytes of zeros begin like this when they are packed.
const GZIP_BOMB: &[u8] =
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xed\xc1\x01\x01\x00\x00\x00\x80\x90\xfe\xaf\xee\x08\x0a";

/// Lists within lists.
fn deep() -> String {
    "[".repeat(100_000)
}

/// Every fault there is.
fn table() -> Vec<Fault> {
    let mut faults = description::table();
    faults.extend(challenge::table());
    faults.extend(session::table());
    faults.extend(sign_up::table());
    faults.extend(kyc::table());
    faults
}
