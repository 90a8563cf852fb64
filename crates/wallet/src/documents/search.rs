//! Finding documents, and putting them in order.

use std::cmp::Reverse;

use super::DocumentError;
use crate::{
    Order, Part, Wallet,
    fold::{Query, fold},
    view::{DocumentListView, DocumentView},
};

impl Wallet {
    /// The documents in which every word of `query` occurs, in the name, the media type or the title of an attribute
    /// that refers to it; without regard to case and accents. An empty query finds all.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn search_documents(&self, query: &str, order: Order) -> Result<Vec<DocumentView>, DocumentError> {
        let listing = self.listing()?;
        let found = listing.documents.find(&Query::new(query), order);
        Ok(found.into_iter().cloned().collect())
    }

    /// A part of what [`search_documents`](Self::search_documents) finds, but for the documents with the ids `without`, which the
    /// user is about to remove. All parts with the same revision are of the same list.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn query_documents(
        &self,
        query: &str,
        order: Order,
        without: &[String],
        part: Part,
    ) -> Result<DocumentListView, DocumentError> {
        let listing = self.listing()?;
        let mut found = listing.documents.find(&Query::new(query), order);
        found.retain(|document| !without.contains(&document.id));
        Ok(DocumentListView {
            revision: listing.reading.to_string(),
            total: found.len(),
            held: listing.documents.len(),
            held_bytes: listing.documents.bytes(),
            rows: part.of(&found).iter().map(|document| (*document).clone()).collect(),
        })
    }
}

impl Order {
    /// Sorts documents, which come with the newest first. The sorts are stable.
    pub(super) fn sort_documents(self, found: &mut [&DocumentView]) {
        match self {
            // Documents have no last day of validity of their own: attributes do.
            Self::Catalogue | Self::Changed | Self::Expiry => {}
            Self::Name => found.sort_by_cached_key(|document| fold(&document.name)),
            Self::Size => found.sort_by_key(|document| Reverse(document.size)),
        }
    }
}

/// What of a document is searched, folded.
pub(super) fn searched(document: &DocumentView) -> String {
    let texts = [document.name.as_str(), &document.mime_type].into_iter();
    let texts: Vec<&str> = texts.chain(document.used_by.iter().map(String::as_str)).collect();
    // A word that is searched has no space in it, so none is found across the joint.
    fold(&texts.join("\n"))
}
