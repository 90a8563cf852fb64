//! Identity checks and Auth eID.

use super::{Explain, verbatim_but_for};

verbatim_but_for!(
    crate::CheckError: Provider, Review, Store;
    crate::KeepCheckError: Document, Store;
    crate::ProviderError: Store;
    crate::EidError: Document, Attribute, Store;
    crate::EidServiceError: Http, Eid, Store;
);
