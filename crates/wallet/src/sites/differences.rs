//! How a site differs from what it was when the user last agreed to something there, for the user to know.

use std::{collections::BTreeSet, iter};

use idw_lws::{Place, Sight, SiteDescription};
use url::Url;

use super::{SiteId, asked_records, recipient, shown_url};
use crate::{
    asked::{Difference, of_asked},
    schemas::Types,
    view::{ChangeView, Earlier, Elsewhere},
};

/// A place and what it gets to see, as people read it.
pub(crate) fn place_view(place: &Place, sees: &BTreeSet<Sight>) -> Elsewhere {
    recipient(place, sees).view()
}

/// Who it is and where things go.
pub(crate) fn of_identity(before: &SiteDescription, after: &SiteDescription) -> Vec<Difference> {
    let mut found = Vec::new();
    if before.name() != after.name() {
        let (was, is) = (before.name().to_owned(), after.name().to_owned());
        found.push(Difference::asking(ChangeView::SiteRenamed { was, is }));
    }
    if shown_url(before) != shown_url(after) {
        let (was, is) = (shown_url(before), shown_url(after));
        found.push(Difference::asking(ChangeView::AddressMoved { was, is }));
    }
    found.extend(of_places(before, after));
    let address = |url: Option<&Url>| url.map(Url::to_string);
    let (was, is) = (address(before.terms_url()), address(after.terms_url()));
    if was != is {
        found.push(Difference::told(ChangeView::TermsMoved { was, is }));
    }
    let (was, is) = (address(before.policy_url()), address(after.policy_url()));
    if was != is {
        found.push(Difference::told(ChangeView::PolicyMoved { was, is }));
    }
    found
}

/// Which places outside the root get something now that they did not get before.
fn of_places(before: &SiteDescription, after: &SiteDescription) -> Vec<Difference> {
    let mut found = Vec::new();
    let (was, is) = (before.places(), after.places());
    let root = super::shown_root(after);
    let used: Vec<String> = iter::once(root).chain(was.keys().map(|place| place.shown().to_owned())).collect();
    for (place, sees) in &is {
        let place_before = was.get(place);
        let more: BTreeSet<Sight> = sees - place_before.unwrap_or(&BTreeSet::new());
        if place_before.is_none() || !more.is_empty() {
            let place = place_view(place, &more);
            found.push(Difference::asking(ChangeView::PlaceGetsMore { place, used: used.clone() }));
        }
    }
    for place in was.keys().filter(|place| !is.contains_key(place)) {
        found.push(Difference::told(ChangeView::PlaceGone { place: place.shown().to_owned() }));
    }
    found
}

/// What is asked at `given` names another root: another site to the wallet, with another key.
pub(crate) fn moved(known: &Url, found: &Url, given: &Url) -> Difference {
    Difference::asking(ChangeView::OtherSiteThere {
        given: given.to_string(),
        found: found.to_string(),
        known: known.to_string(),
    })
}

/// What it asks for at a sign-up.
pub(crate) fn of_requirements(types: &Types, before: &SiteDescription, after: &SiteDescription) -> Vec<Difference> {
    let (was, is) = (asked_records(before.requirements()), asked_records(after.requirements()));
    of_asked(types, &was, &is, Earlier::Before)
}

/// What has to be asked before a site's key is used for the first time since it was made in another way than keys are
/// made now, or since a merged backup brought the site.
pub(crate) fn of_first_use(
    description: &SiteDescription,
    has_unconfirmed_key: bool,
    from_backup: Option<&str>,
    account: Option<&str>,
) -> Vec<Difference> {
    let mut found = Vec::new();
    let root = SiteId::of(description.root()).as_str().to_owned();
    let others = super::elsewhere(&description.places());
    if has_unconfirmed_key {
        found.push(Difference::asking(ChangeView::KeyOfEarlierRule { root: root.clone(), others: others.clone() }));
    }
    if let Some(created) = from_backup {
        let day = created.get(..10).unwrap_or(created).to_owned();
        found.push(Difference::asking(ChangeView::FromMergedBackup { day, root, others }));
        if let Some(account) = account {
            found.push(Difference::asking(ChangeView::AccountFromBackup { account: account.to_owned() }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::view::SightView;

    fn site(change: &[(&str, Value)]) -> SiteDescription {
        let mut description = json!({
            "website": {"name": "Shop", "url": "https://shop.example", "termsUrl": "https://shop.example/terms"},
            "rootEndpoint": "https://shop.example/lws",
        });
        for (pointer, value) in change {
            match description.pointer_mut(pointer) {
                Some(place) => *place = value.clone(),
                None => description[pointer.trim_start_matches('/')] = value.clone(),
            }
        }
        SiteDescription::parse(description.to_string().as_bytes(), None).unwrap()
    }

    /// A change that is asked about: a place gets what it did not get.
    fn gets(host: &str, sees: &[SightView], used: &str) -> Difference {
        let place = Elsewhere { host: host.to_owned(), sees: sees.to_vec() };
        Difference::asking(ChangeView::PlaceGetsMore { place, used: vec![used.to_owned()] })
    }

    #[test]
    fn what_it_was_and_what_it_is() {
        let check = |change: &[(&str, Value)], expected: &[Difference]| {
            assert_eq!(of_identity(&site(&[]), &site(change)), expected, "{change:?}");
        };
        check(&[], &[]);
        let renamed = ChangeView::SiteRenamed { was: "Shop".to_owned(), is: "Bank".to_owned() };
        check(&[("/website/name", json!("Bank"))], &[Difference::asking(renamed)]);
        let terms = || Some("https://shop.example/terms".to_owned());
        let moved = ChangeView::TermsMoved { was: terms(), is: Some("https://shop.example/t2".to_owned()) };
        check(&[("/website/termsUrl", json!("https://shop.example/t2"))], &[Difference::told(moved)]);
        let gone = ChangeView::TermsMoved { was: terms(), is: None };
        check(&[("/website/termsUrl", json!(null))], &[Difference::told(gone)]);
        check(&[("/endpoints", json!({"/users": "members"}))], &[]);
        check(
            &[("/endpoints", json!({"/users": "https://evil.example/users"}))],
            &[gets("evil.example", &[SightView::Token, SightView::Values, SightView::Files], "shop.example/lws")],
        );
        check(
            &[("/endpoints", json!({"/login": "https://shop.example/other/login"}))],
            &[gets("shop.example/other", &[SightView::Token], "shop.example/lws")],
        );
    }

    #[test]
    fn a_place_that_gets_more_than_before_is_told() {
        let before = site(&[("/endpoints", json!({"/templates": "https://k.example/templates"}))]);
        let after = site(&[(
            "/endpoints",
            json!({"/templates": "https://k.example/templates", "/files": "https://k.example/files"}),
        )]);
        let found = of_identity(&before, &after);
        let [Difference { change: ChangeView::PlaceGetsMore { place, .. }, asks: true }] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!((place.host.as_str(), place.sees[0]), ("k.example", SightView::Token));
        assert!(of_identity(&after, &before).is_empty(), "less at the same place is nothing to ask about");
    }
}
