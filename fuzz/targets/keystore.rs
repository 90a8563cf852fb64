//! A Web3 Secret Storage file.
#![no_main]

use idw_fuzz::keystore;
use idw_keys::{Keystore, Passphrase};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &[u8]| {
    let Ok(read) = Keystore::parse(json) else { return };
    let written = read.to_json();
    let again = Keystore::parse(written.as_bytes()).expect("what was written is read");
    assert_eq!(again.to_json(), written);
    assert_eq!(again.address().map(|address| address.to_string()), read.address().map(|address| address.to_string()));
    // Deriving the key is not what is looked for here, and may take seconds where the file asks for it.
    if keystore::is_cheap(&written) {
        let passphrase = Passphrase::new("testpassword".to_owned());
        // What was read may have a second meaning, which is not written.
        if let Ok(key) = again.open(&passphrase) {
            assert_eq!(read.open(&passphrase).map(|key| key.address()).ok(), Some(key.address()));
        }
    }
});
