//! A key of the vault's database with its value.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| idw_vault::fuzz::record(bytes));
