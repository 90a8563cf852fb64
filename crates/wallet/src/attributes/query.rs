//! Lists of values, a part at a time: what a window shows of ten thousand.

use idw_identity::AttributeType;

use super::{AttributeError, Order, Viewer, expiry::Expiry, list::Shown};
use crate::{
    Part, Wallet,
    fold::Query,
    view::{AttributeGroupView, AttributeListView, AttributeRowView, ExpiryState, OriginView},
};

/// The longest summary in a row, in characters: more than fits on a line.
const LONGEST_SUMMARY: usize = 200;

/// Which values to list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeQuery {
    /// What to look for, as in [`Wallet::search`].
    pub text: String,
    /// In which order.
    pub order: Order,
    /// Which values, besides.
    pub filter: AttributeFilter,
    /// Which part of what is found.
    pub part: Part,
}

/// Which values to list, whatever is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AttributeFilter {
    /// All of them.
    #[default]
    All,
    /// All but those with these ids, which the user is about to remove.
    Without(Vec<String>),
    /// The values of the attribute with this name, as [`AttributeRowView::name`] has it.
    Named(String),
    /// Those that have expired or will within 90 days.
    Expiring,
    /// Those that an identity check gave.
    Verified,
}

impl Wallet {
    /// A part of the list of values that `query` finds, with light rows. All parts with the same revision are of the same
    /// list.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn query_attributes(&self, query: &AttributeQuery) -> Result<AttributeListView, AttributeError> {
        let viewer = Viewer::read(self)?;
        let found = viewer.find(&Query::new(&query.text), query.order, &query.filter);
        Ok(AttributeListView {
            revision: viewer.revision(),
            total: found.len(),
            held: viewer.listing.records().len(),
            groups: if query.order == Order::Catalogue { viewer.groups(&found) } else { Vec::new() },
            rows: query.part.of(&found).iter().map(|place| viewer.row(*place)).collect(),
        })
    }
}

impl AttributeFilter {
    fn takes(&self, shown: &Shown, viewer: &Viewer) -> bool {
        match self {
            Self::All => true,
            Self::Without(ids) => !ids.contains(&shown.view.id),
            Self::Named(name) => shown.view.name == *name,
            Self::Expiring => {
                !matches!(Expiry::of(shown.expires, viewer.today).state, ExpiryState::None | ExpiryState::Ok)
            }
            Self::Verified => matches!(shown.view.origin, OriginView::Verified(_)),
        }
    }
}

impl Viewer {
    /// Names the state that this shows: what it reads from, and the day.
    fn revision(&self) -> String {
        format!("{}-{}-{}", self.listing.reading, self.disclosures.heard(), self.today)
    }

    /// The places in the listing of the values that are found, in order.
    pub(super) fn find(&self, query: &Query, order: Order, filter: &AttributeFilter) -> Vec<usize> {
        let shown = &self.listing.shown;
        let is_found = |place: &usize| {
            let shown = &shown[*place];
            filter.takes(shown, self) && query.fits_folded(&shown.text)
        };
        let mut found: Vec<usize> = (0..shown.len()).filter(is_found).collect();
        order.sort(&mut found, shown);
        found
    }

    /// The headings of a list in the catalogue's order, each with the number of its rows.
    fn groups(&self, found: &[usize]) -> Vec<AttributeGroupView> {
        let mut groups: Vec<AttributeGroupView> = Vec::new();
        for place in found {
            let ty = self.types.of(&self.listing.shown[*place].view.schema);
            let name = ty.and_then(AttributeType::group);
            match groups.last_mut() {
                Some(last) if last.name.as_deref() == name => last.count += 1,
                _ => groups.push(AttributeGroupView {
                    name: name.map(str::to_owned),
                    title: name.and_then(|name| self.title_of_group(name)),
                    count: 1,
                }),
            }
        }
        groups
    }

    fn title_of_group(&self, name: &str) -> Option<String> {
        self.types.catalogue().groups().iter().find(|group| group.name == name).map(|group| group.title.clone())
    }

    fn row(&self, place: usize) -> AttributeRowView {
        let Shown { view, expires, .. } = &self.listing.shown[place];
        let value = &self.listing.records()[place].1.value;
        let expiry = Expiry::of(*expires, self.today);
        let sent = self.disclosures.last_sent(&self.digests, &view.id, value);
        AttributeRowView {
            id: view.id.clone(),
            name: view.name.clone(),
            title: view.title.clone(),
            label: view.label.clone(),
            summary: clamped(&view.summary),
            origin: view.origin.clone(),
            provenance: view.provenance.clone(),
            lacks: view.lacks.clone(),
            expires: expiry.day.map(|day| day.to_string()),
            expiry: expiry.state,
            days_left: expiry.days_left,
            documents: view.documents.len(),
            outdated_at: sent.iter().filter(|sent| !sent.current).count(),
            is_default: view.is_default,
            is_one_of_several: self.listing.has_several(&view.name),
        }
    }
}

fn clamped(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SUMMARY) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_summary_ends_at_a_whole_character() {
        let long = "é".repeat(LONGEST_SUMMARY + 1);
        assert_eq!(clamped(&long), format!("{}…", "é".repeat(LONGEST_SUMMARY)));
        let short = "é".repeat(LONGEST_SUMMARY);
        assert_eq!(clamped(&short), short);
    }
}
