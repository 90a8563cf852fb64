//! Sites, requests and applications.

use super::{Explain, verbatim};

verbatim!(
    crate::PartyFault,
    crate::SiteError,
    crate::ProposeError,
    crate::ApproveError,
    crate::DigestError,
    crate::DiscloseError,
    crate::InboxError,
    crate::ApplicationError,
);
