//! Identity checks and Auth eID.

use super::{Explain, verbatim};

verbatim!(crate::CheckError, crate::KeepCheckError, crate::ProviderError, crate::EidError, crate::EidServiceError,);
