//! What a relying party of Auth eID sends to create a request, as JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| idw_autheid::fuzz::try_json(bytes));
