//! What a KYC answer holds beside the values: the data of the document that was checked, and PDFs.

use idw_autheid::Kyc;
use jiff::Timestamp;

use super::{EidError, ask::Found};
use crate::{
    Wallet,
    checks::CountingDocument,
    requests::{Chosen, MadeFile},
    view::VerifiedView,
};

impl Wallet {
    pub(super) fn eid_kyc(&self, _: &Found, _: CountingDocument, _: &[Chosen], _: Timestamp) -> Result<Kyc, EidError> {
        Err(EidError::Changed)
    }

    pub(super) fn eid_made_files(
        &self,
        _: &Found,
        _: VerifiedView,
        _: &[Chosen],
        _: Timestamp,
    ) -> Result<Vec<MadeFile>, EidError> {
        Ok(Vec::new())
    }
}
