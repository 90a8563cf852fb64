//! What can go wrong when something is signed.

/// Why nothing was signed, or a key was not made or read. Never quotes a secret.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// The system gives no random numbers.
    #[error("the system gives no random numbers: {0}")]
    Random(#[source] getrandom::Error),
    /// A key could not be made, or did not sign.
    #[error("the cryptographic library could not {0}")]
    Library(&'static str),
    /// What was kept of a key or of the authority is damaged, or its parts do not belong together.
    #[error("what is kept of the signing keys cannot be used: {0}")]
    Kept(&'static str),
    /// A time before 1970 or after the year 9999, or an end before its beginning.
    #[error("a time is outside of what certificates can hold, or an end lies before its beginning")]
    Time,
    /// A common name has to be a `unique_user_id`: 1 to 64 of `[a-z0-9]`.
    #[error("the name for the certificate is not 1 to 64 lower-case letters and digits")]
    Name,
    /// What somebody else sent cannot be signed.
    #[error("{0}")]
    Refused(&'static str),
    /// A certificate that this authority did not issue.
    #[error("the certificate was not issued here")]
    NotIssuedHere,
    /// A certificate could not be written.
    #[error("the certificate could not be written: {0}")]
    Certificate(#[from] x509_cert::builder::Error),
    /// Something in ASN.1 could not be written.
    #[error("ASN.1 could not be written: {0}")]
    Asn1(#[from] der::Error),
    /// A token could not be signed.
    #[error("the token could not be signed: {0}")]
    Token(#[from] jsonwebtoken::errors::Error),
}
