//! Finding values, and putting them in order.

use std::cmp::Reverse;

use super::{AttributeError, Viewer};
use crate::{
    Wallet,
    fold::{Query, fold},
    view::AttributeView,
};

/// In which order values or documents are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Attributes as the catalogue has them, the default of each first; documents with the newest first.
    #[default]
    Catalogue,
    /// By name, without regard to case and accents.
    Name,
    /// The last changed (of documents: the last added) first.
    Changed,
    /// The first to expire first; what does not expire last.
    Expiry,
    /// The largest first.
    Size,
}

impl Wallet {
    /// The values in which every word of `query` occurs, in the attribute's title or name, the label, the summary or
    /// a document's name; without regard to case and accents. An empty query finds all.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn search(&self, query: &str, order: Order) -> Result<Vec<AttributeView>, AttributeError> {
        let mut found = Viewer::read(self)?.find(&Query::new(query));
        // Stable sorts: what is equal stays in the catalogue's order.
        match order {
            Order::Catalogue => {}
            Order::Name => found.sort_by_cached_key(|one| (fold(&one.title), one.label.as_deref().map(fold))),
            Order::Changed => found.sort_by(|a, b| b.changed.cmp(&a.changed)),
            Order::Expiry => found.sort_by_key(|one| (one.days_left.is_none(), one.days_left)),
            Order::Size => found.sort_by_key(|one| Reverse(one.size)),
        }
        Ok(found)
    }
}
