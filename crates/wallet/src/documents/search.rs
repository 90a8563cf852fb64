//! Finding documents, and putting them in order.

use std::cmp::Reverse;

use super::DocumentError;
use crate::{
    Order, Wallet,
    fold::{Query, fold},
    view::DocumentView,
};

impl Wallet {
    /// The documents in which every word of `query` occurs, in the name, the media type or the title of an attribute
    /// that refers to it; without regard to case and accents. An empty query finds all.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn search_documents(&self, query: &str, order: Order) -> Result<Vec<DocumentView>, DocumentError> {
        let (listing, query) = (self.listing()?, Query::new(query));
        let mut found: Vec<_> =
            listing.documents.all().filter(|document| query.fits(texts(document))).cloned().collect();
        found.sort_by(|a, b| b.added.cmp(&a.added).then_with(|| a.name.cmp(&b.name)));
        match order {
            // Documents have no last day of validity of their own: attributes do.
            Order::Catalogue | Order::Changed | Order::Expiry => {}
            Order::Name => found.sort_by_cached_key(|document| fold(&document.name)),
            Order::Size => found.sort_by_key(|document| Reverse(document.size)),
        }
        Ok(found)
    }
}

/// What of a document is searched.
fn texts(document: &DocumentView) -> impl Iterator<Item = &str> {
    [document.name.as_str(), &document.mime_type].into_iter().chain(document.used_by.iter().map(String::as_str))
}
