//! Finding values, and putting them in order.

use std::cmp::Reverse;

use super::{AttributeError, AttributeFilter, Viewer, list::Shown};
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

impl Order {
    /// Sorts places of a listing, which come in the catalogue's order. The sorts are stable: what is equal stays in that
    /// order.
    pub(super) fn sort(self, places: &mut [usize], shown: &[Shown]) {
        let view = |place: &usize| &shown[*place].view;
        match self {
            Self::Catalogue => {}
            Self::Name => places.sort_by_cached_key(|place| {
                let one = view(place);
                (fold(&one.title), one.label.as_deref().map(fold))
            }),
            Self::Changed => places.sort_by(|a, b| view(b).changed.cmp(&view(a).changed)),
            Self::Expiry => places.sort_by_key(|place| (shown[*place].expires.is_none(), shown[*place].expires)),
            Self::Size => places.sort_by_key(|place| Reverse(view(place).size)),
        }
    }
}

impl Wallet {
    /// The values in which every word of `query` occurs, in the attribute's title or name, the label, the summary or
    /// a document's name; without regard to case and accents. An empty query finds all.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn search(&self, query: &str, order: Order) -> Result<Vec<AttributeView>, AttributeError> {
        let viewer = Viewer::read(self)?;
        let found = viewer.find(&Query::new(query), order, &AttributeFilter::All);
        Ok(found.into_iter().map(|place| viewer.at(place)).collect())
    }
}
