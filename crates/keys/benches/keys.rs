//! What a login asks of the keys: derive one, sign a challenge, and, at the other side, recover the
//! signer.

use divan::{Bencher, black_box};
use idw_keys::{Phrase, SecretKey, Seed, Signature, SiteUri};

/// A nonce as the did dialect sends it: 64 bytes in base64.
const NONCE: &str = "q1dQ5xYF0pH2v8mZr3sLkT7bNwGcJ4aVeU6iXoB9tKfDhRyMnPzS0lWgAqEjCuO1q1dQ5xYF0pH2v8mZr3sLkQ==";

/// The phrase that Ethereum's development tools use in public.
const PHRASE: &str = "test test test test test test test test test test test junk";

fn main() {
    divan::main();
}

#[divan::bench]
fn phrase_to_seed(bencher: Bencher<'_, '_>) {
    let phrase = Phrase::parse(PHRASE).expect("a valid phrase");
    bencher.bench_local(|| black_box(&phrase).seed());
}

#[divan::bench]
fn derive_account(bencher: Bencher<'_, '_>) {
    let seed = seed();
    bencher.bench_local(|| black_box(&seed).account(0));
}

#[divan::bench]
fn derive_site_key(bencher: Bencher<'_, '_>) {
    let seed = seed();
    let site = SiteUri::parse("https://rp.example/api/v1/selfkey").expect("a valid URL");
    bencher.bench_local(|| black_box(&seed).site_key(&site, 0));
}

#[divan::bench]
fn sign(bencher: Bencher<'_, '_>) {
    let key = key();
    bencher.bench_local(|| black_box(&key).sign_personal(NONCE));
}

#[divan::bench]
fn recover(bencher: Bencher<'_, '_>) {
    let signature: Signature = key().sign_personal(NONCE);
    bencher.bench_local(|| black_box(&signature).recover_personal(NONCE));
}

fn seed() -> Seed {
    Phrase::parse(PHRASE).expect("a valid phrase").seed()
}

fn key() -> SecretKey {
    seed().account(0).expect("account 0 of this phrase exists")
}
