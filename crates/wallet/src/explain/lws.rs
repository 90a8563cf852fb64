//! Login with SelfKey.

use super::{Explain, verbatim};

verbatim!(
    idw_lws::LwsError,
    idw_lws::DescriptionError,
    idw_lws::PayloadError,
    idw_lws::TokenError,
    idw_lws::SignerError,
    idw_lws::NonceError,
);
