//! What the wallet holds, in figures.

use crate::{StoreError, Wallet, attributes::Viewer, view::OverviewView};

impl Wallet {
    /// What this profile holds, in figures, and whose it is.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn overview(&self) -> Result<OverviewView, StoreError> {
        let listing = self.listing()?;
        let viewer = Viewer::read(self)?;
        let name: Vec<String> =
            ["first-name", "last-name"].iter().filter_map(|part| viewer.default_summary(part)).collect();
        Ok(OverviewView {
            attributes: listing.records().len(),
            documents: listing.documents.len(),
            full_name: (!name.is_empty()).then(|| name.join(" ")),
        })
    }
}
