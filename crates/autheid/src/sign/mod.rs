//! What the wallet signs for relying parties (RPs) of Auth eID, in both forms that their clients read.
//!
//! Bytes in, bytes out: no I/O, no clock (times are arguments, Unix seconds). Randomness is only in what is called `make`, in
//! serial numbers, and in the nonces of P-256 and P-384 signatures.
//!
//! | what | here |
//! | --- | --- |
//! | the data that a person signs, as JSON or protobuf | [`SignedText`] |
//! | form A: secp256k1, r‖s, with the public key (clients of 2019) | [`RawKey`], [`RawSignature`] |
//! | form B: P-256, DER, with a certificate (clients since) | [`ClientKey`] |
//! | the request for such a certificate, and what a service elsewhere checks | [`ClientPublicKey`], [`verifies_raw`] |
//! | the root that an RP pins, the issuer, certificates and OCSP responses of form B | [`Authority`], [`OcspTimes`] |
//! | JWT of an authentication, and the JWKS to check it with | [`TokenKey`], [`Claims`] |
//! | names of the account and of the device, other ones for each RP | [`unique_user_id`], [`RawKey::device_id`] |
//! | the two digits of number matching | [`number_match`] |
//!
//! # Secrets
//!
//! [`Secret`], [`RawKey`], [`ClientKey`], [`Authority`] and [`TokenKey`] wipe their memory when dropped and print as `[redacted]`. From
//! one [`Secret`] come keys and ids that differ by RP, always the same ones, so nothing of them has to be kept. The authority and the
//! key of tokens are random, and are kept as PKCS #8.

mod authority;
mod client;
mod error;
mod ids;
mod ocsp;
mod p384;
mod profile;
mod raw;
mod request;
mod secret;
mod text;
mod token;
#[cfg(test)]
mod vectors;

pub use authority::{Authority, Period};
pub use client::ClientKey;
pub use error::SignError;
pub use ids::{number_match, unique_user_id};
pub use ocsp::OcspTimes;
pub use raw::{RawKey, RawSignature};
pub use request::{ClientPublicKey, verifies_raw};
pub use secret::Secret;
pub use text::{Form, Serialization, SignedText};
pub use token::{Claims, TokenKey};
