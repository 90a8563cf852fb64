//! How a site differs from what it was when the user last agreed to something there, for the user to know.

use std::collections::BTreeSet;

use idw_lws::{Place, Sight, SiteDescription};
use url::Url;

use super::{SiteId, asked_records, shown_url};
use crate::{
    asked::{Difference, of_asked},
    recipient,
    schemas::Types,
};

/// What a place gets to see, in one phrase.
pub(crate) fn sights_text(sights: &BTreeSet<Sight>) -> String {
    recipient::sights_text(sights.iter().map(|sight| recipient::Sight::from(*sight)))
}

/// Who it is and where things go.
pub(crate) fn of_identity(before: &SiteDescription, after: &SiteDescription) -> Vec<Difference> {
    let mut found = Vec::new();
    if before.name() != after.name() {
        let text = format!("It calls itself {} now; it was {}.", after.name(), before.name());
        found.push(Difference::asking(text));
    }
    if shown_url(before) != shown_url(after) {
        let text = format!("Its address was {}; it is {} now.", shown_url(before), shown_url(after));
        found.push(Difference::asking(text));
    }
    found.extend(of_places(before, after));
    let address = |url: Option<&Url>| url.map_or_else(|| "none".to_owned(), Url::to_string);
    for (what, was, is) in
        [("terms", before.terms_url(), after.terms_url()), ("privacy policy", before.policy_url(), after.policy_url())]
    {
        if was != is {
            let text = format!("The address of its {what} was {}; it is {} now.", address(was), address(is));
            found.push(Difference::told(text));
        }
    }
    found
}

/// Which places outside the root get something now that they did not get before.
fn of_places(before: &SiteDescription, after: &SiteDescription) -> Vec<Difference> {
    let mut found = Vec::new();
    let (was, is) = (before.places(), after.places());
    let root = super::shown_root(after);
    let former: Vec<&str> = std::iter::once(root.as_str()).chain(was.keys().map(Place::shown)).collect();
    let former = former.join(", ");
    for (place, sees) in &is {
        let place_before = was.get(place);
        let more: BTreeSet<Sight> = sees - place_before.unwrap_or(&BTreeSet::new());
        if place_before.is_none() || !more.is_empty() {
            let text = format!("{} now gets {}; before, the site used {former}.", place.shown(), sights_text(&more));
            found.push(Difference::asking(text));
        }
    }
    for place in was.keys().filter(|place| !is.contains_key(place)) {
        found.push(Difference::told(format!("It no longer uses {}.", place.shown())));
    }
    found
}

/// What is asked at `given` names another root: another site to the wallet, with another key.
pub(crate) fn moved(known: &Url, found: &Url, given: &Url) -> Difference {
    Difference::asking(format!(
        "{given} now describes {found}, which is another site to this wallet. This one still goes to {known}, as it was \
         described before. To use the new one, add {given} again."
    ))
}

/// What it asks for at a sign-up.
pub(crate) fn of_requirements(types: &Types, before: &SiteDescription, after: &SiteDescription) -> Vec<Difference> {
    let (was, is) = (asked_records(before.requirements()), asked_records(after.requirements()));
    of_asked(types, &was, &is, "before")
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
    let who = recipients_text(description);
    if has_unconfirmed_key {
        found.push(Difference::asking(format!(
            "Your key for this site was made by an earlier rule and stays as it is. {who} You are asked this once."
        )));
    }
    if let Some(created) = from_backup {
        let day = created.get(..10).unwrap_or(created);
        found.push(Difference::asking(format!(
            "This site came with the merged backup of {day}, and you have agreed to nothing here yet. {who}"
        )));
        if let Some(account) = account {
            found.push(Difference::asking(format!(
                "You would act as '{account}' here, as that backup says. If its key came with the backup, whoever made the \
                 backup can act as you here, too."
            )));
        }
    }
    found
}

/// Every place that gets something, the root first.
fn recipients_text(description: &SiteDescription) -> String {
    let root = SiteId::of(description.root());
    let places = description.places();
    let others = places.iter().map(|(place, sees)| format!("{} gets {}.", place.shown(), sights_text(sees)));
    let all = std::iter::once(format!("{} gets everything that is sent.", root.as_str())).chain(others);
    all.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

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

    #[test]
    fn what_it_was_and_what_it_is() {
        let check = |change: &[(&str, Value)], expected: &[(&str, bool)]| {
            let found = of_identity(&site(&[]), &site(change));
            let found: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.asks)).collect();
            assert_eq!(found, expected, "{change:?}");
        };
        check(&[], &[]);
        check(&[("/website/name", json!("Bank"))], &[("It calls itself Bank now; it was Shop.", true)]);
        check(
            &[("/website/termsUrl", json!("https://shop.example/t2"))],
            &[("The address of its terms was https://shop.example/terms; it is https://shop.example/t2 now.", false)],
        );
        check(&[("/endpoints", json!({"/users": "members"}))], &[]);
        check(
            &[("/endpoints", json!({"/users": "https://evil.example/users"}))],
            &[(
                "evil.example now gets a token that acts as you, the attributes and the files; before, the site used \
                 shop.example/lws.",
                true,
            )],
        );
        check(
            &[("/endpoints", json!({"/login": "https://shop.example/other/login"}))],
            &[("shop.example/other now gets a token that acts as you; before, the site used shop.example/lws.", true)],
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
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].asks && found[0].text.starts_with("k.example now gets a token that acts as you"), "{found:?}");
        assert!(of_identity(&after, &before).is_empty(), "less at the same place is nothing to ask about");
    }
}
