//! The vault's header: what is read before any password.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| idw_vault::fuzz::header(bytes));
