//! Identity checks by Web KYC.

use super::{Explain, verbatim};

verbatim!(idw_webkyc::WebKycError, idw_webkyc::AddressError, idw_webkyc::SecretError,);
