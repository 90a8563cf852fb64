//! How a site's description differs from the one before, for the user to know.

use std::collections::BTreeSet;

use idw_lws::{Endpoint, SiteDescription};
use url::Url;

use super::{requirement_view, shown_url};
use crate::schemas::Types;

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// What it was and what it is, a sentence.
    pub(crate) text: String,
    /// Whether it lets the site or others get more, or elsewhere, than the user agreed to before.
    pub(crate) asks: bool,
}

/// What each endpoint gets to see.
const SEEN: [(Endpoint, &str); 10] = [
    (Endpoint::Challenge, "the signature"),
    (Endpoint::ChallengeResponse, "the signature"),
    (Endpoint::Users, "sign-ups"),
    (Endpoint::UsersFile, "the files of sign-ups"),
    (Endpoint::AuthToken, "the login"),
    (Endpoint::UsersToken, "the login"),
    (Endpoint::Login, "the login"),
    (Endpoint::Templates, "questions for KYC templates"),
    (Endpoint::Files, "the files of applications"),
    (Endpoint::Applications, "applications"),
];

/// Who it is and where things go.
pub(crate) fn of_identity(before: &SiteDescription, after: &SiteDescription) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut tell = |text: String, asks: bool| found.push(Difference { text, asks });
    if before.name() != after.name() {
        tell(format!("It calls itself {} now; it was {}.", after.name(), before.name()), true);
    }
    if shown_url(before) != shown_url(after) {
        tell(format!("Its address was {}; it is {} now.", shown_url(before), shown_url(after)), true);
    }
    let (was, is) = (before.hosts(), after.hosts());
    for host in is.iter().filter(|host| !was.contains(host)) {
        tell(format!("It uses {host} now; before it used {}.", was.join(", ")), true);
    }
    for host in was.iter().filter(|host| !is.contains(host)) {
        tell(format!("It no longer uses {host}."), false);
    }
    let mut told = BTreeSet::new();
    for (endpoint, what) in SEEN {
        let (Some(was), Some(is)) = (before.endpoint(endpoint), after.endpoint(endpoint)) else { continue };
        if was.origin() == is.origin() {
            continue;
        }
        let text = format!("It takes {what} at {} now; before that was {}.", is.authority(), was.authority());
        if told.insert(text.clone()) {
            tell(text, true);
        }
    }
    let address = |url: Option<&Url>| url.map_or_else(|| "none".to_owned(), Url::to_string);
    for (what, was, is) in
        [("terms", before.terms_url(), after.terms_url()), ("privacy policy", before.policy_url(), after.policy_url())]
    {
        if was != is {
            tell(format!("The address of its {what} was {}; it is {} now.", address(was), address(is)), false);
        }
    }
    found
}

/// What is asked at `given` names another root: another site to the wallet, with another key.
pub(crate) fn moved(known: &Url, found: &Url, given: &Url) -> Difference {
    let text = format!(
        "What it says of itself at {given} is about {found} now, which is another site to this wallet; this still goes to \
         {known}, as it was described before. To use the new one, add {given} again."
    );
    Difference { text, asks: true }
}

/// What it asks for at a sign-up.
pub(crate) fn of_requirements(types: &Types, before: &SiteDescription, after: &SiteDescription) -> Vec<Difference> {
    let asks = |description: &SiteDescription| -> Vec<(String, bool)> {
        let views = description.requirements().iter().map(|asked| requirement_view(types, asked));
        views.map(|view| (view.title, view.required)).collect()
    };
    let (was, is) = (asks(before), asks(after));
    let need = |required: bool| if required { "required" } else { "optional" };
    let mut found = Vec::new();
    for (title, required) in &is {
        match was.iter().find(|(known, _)| known == title) {
            None => found.push(Difference {
                text: format!("It asks for {title} now ({}); before it did not.", need(*required)),
                asks: true,
            }),
            Some((_, before)) if before != required => found.push(Difference {
                text: format!("{title} was {}; it is {} now.", need(*before), need(*required)),
                asks: *required,
            }),
            Some(_) => {}
        }
    }
    for (title, _) in was.iter().filter(|(title, _)| !is.iter().any(|(known, _)| known == title)) {
        found.push(Difference { text: format!("It no longer asks for {title}."), asks: false });
    }
    found
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
        check(&[("/endpoints", json!({"/users": "/members"}))], &[]);
        check(
            &[("/endpoints", json!({"/users": "https://evil.example/users"}))],
            &[
                ("It uses evil.example now; before it used shop.example.", true),
                ("It takes sign-ups at evil.example now; before that was shop.example.", true),
            ],
        );
    }
}
