//! A process of its own, in which nothing else has touched jsonwebtoken: its choice of a backend is made once.

use idw_relying_party::SigningKey;
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;

/// With both backends compiled in, jsonwebtoken panics at its first use unless one was installed before. That depends on
/// the features of the whole program; that one is installed does not, and it is what prevents the panic.
#[test]
fn tokens_have_a_backend_before_the_first_one_is_signed() {
    // Making a key uses no backend, so a provider that is there afterwards was installed on purpose.
    let _key = SigningKey::make().unwrap();
    assert!(DEFAULT_PROVIDER.install_default().is_err(), "none was installed when the key was made");
}
