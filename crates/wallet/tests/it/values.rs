use idw_wallet::{
    Metadata, Order, Problem, SetAttribute,
    view::{ExpiryState, OriginView},
};
use jiff::{ToSpan as _, Zoned, tz::TimeZone};

use crate::{fixture, jpeg, passport, text};

fn labelled(name: &str, value: &str, label: &str) -> SetAttribute {
    SetAttribute { label: Some(label.to_owned()), ..text(name, value) }
}

fn expiring(days: i64, label: &str) -> SetAttribute {
    let today = Zoned::now().with_time_zone(TimeZone::UTC).date();
    let day = today.checked_add(days.days()).unwrap().to_string();
    let fields = vec![("issued".to_owned(), "2015-05-05".to_owned()), ("expires".to_owned(), day)];
    SetAttribute { fields, label: Some(label.to_owned()), ..passport(1) }
}

#[test]
fn the_default_can_be_chosen() {
    let fixture = fixture();
    let first = fixture.wallet.set_attribute(labelled("email", "ada@home.example", "home")).unwrap();
    let second = fixture.wallet.set_attribute(labelled("email", "ada@work.example", "work")).unwrap();
    assert!(first.is_default && !second.is_default);
    assert!(fixture.wallet.set_default(&second.id).unwrap().is_default);
    let fixture = fixture.reopened();
    let held = fixture.wallet.attribute("email").unwrap();
    let shown: Vec<_> = held.iter().map(|a| (a.label.as_deref(), a.is_default)).collect();
    assert_eq!(shown, [(Some("work"), true), (Some("home"), false)]);
    assert_eq!(held[0].changed, second.changed, "the value itself was not changed");
    for id in ["", "zz", "00000000000000000000000000000001"] {
        assert_eq!(fixture.wallet.set_default(id).unwrap_err().problem(), Problem::NotFound, "{id}");
    }
}

#[test]
fn a_label_can_be_changed_but_not_to_one_that_is_taken() {
    let fixture = fixture();
    let home = fixture.wallet.set_attribute(labelled("email", "ada@home.example", "home")).unwrap();
    fixture.wallet.set_attribute(labelled("email", "ada@work.example", "work")).unwrap();
    assert_eq!(fixture.wallet.relabel(&home.id, Some("work")).unwrap_err().problem(), Problem::Exists);
    assert_eq!(fixture.wallet.relabel(&home.id, Some(" private ")).unwrap().label.as_deref(), Some("private"));
    assert_eq!(fixture.wallet.relabel(&home.id, Some(" ")).unwrap().label, None);
    assert_eq!(fixture.wallet.attribute("email").unwrap().len(), 2);
}

#[test]
fn a_value_tells_where_it_comes_from() {
    let fixture = fixture();
    let name = fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    assert_eq!(name.origin, OriginView::Entered);
    assert_eq!(name.provenance, "entered by you");
    assert!(name.last_sent.is_empty());
    assert_eq!((name.expiry, name.days_left), (ExpiryState::None, None));
}

#[test]
fn the_user_is_reminded_of_what_expires_the_most_urgent_first() {
    let fixture = fixture();
    for (days, label) in [(400, "fresh"), (80, "later"), (-3, "past"), (5, "now"), (20, "month"), (0, "today")] {
        fixture.wallet.set_attribute(expiring(days, label)).unwrap();
    }
    let reminders = fixture.wallet.reminders().unwrap();
    let shown: Vec<_> = reminders.iter().map(|r| (r.label.as_deref().unwrap(), r.expiry, r.days_left)).collect();
    assert_eq!(
        shown,
        [
            ("past", ExpiryState::Expired, -3),
            ("today", ExpiryState::Soon7, 0),
            ("now", ExpiryState::Soon7, 5),
            ("month", ExpiryState::Soon30, 20),
            ("later", ExpiryState::Soon90, 80),
        ]
    );
    let by_expiry = fixture.wallet.search("passport", Order::Expiry).unwrap();
    assert_eq!(by_expiry[0].label.as_deref(), Some("past"));
    assert_eq!(by_expiry.last().unwrap().label.as_deref(), Some("fresh"));
}

#[test]
fn values_are_found_without_regard_to_case_and_accents() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Élodie")).unwrap();
    fixture.wallet.set_attribute(labelled("email", "elodie@büro.example", "Büro")).ok();
    fixture.wallet.set_attribute(labelled("email", "elodie@work.example", "Büro")).unwrap();
    fixture.wallet.set_attribute(passport(1)).unwrap();
    let check = |query: &str, expected: &[&str]| {
        let found = fixture.wallet.search(query, Order::Name).unwrap();
        assert_eq!(found.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), expected, "{query:?}");
    };
    check("elodie", &["email", "first-name"]);
    check("ÉLODIE buro", &["email"]);
    check("me.jpg", &["passport"]);
    check("2031", &["passport"]);
    check("", &["email", "first-name", "passport"]);
    check("nothing of the kind", &[]);
}

#[test]
fn values_and_documents_are_put_in_order() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("last-name", "Example")).unwrap();
    fixture.wallet.set_attribute(passport(1)).unwrap();
    let large: Vec<u8> = jpeg(9).into_iter().chain([0; 5000]).collect();
    fixture.wallet.add_document("Élan.jpg", &mut large.as_slice(), Metadata::Keep).unwrap();
    let first = |order| fixture.wallet.search("", order).unwrap()[0].name.clone();
    assert_eq!(first(Order::Catalogue), "last-name");
    assert_eq!(first(Order::Size), "passport");
    assert_eq!(first(Order::Expiry), "passport");
    let names = |query: &str, order| -> Vec<String> {
        fixture.wallet.search_documents(query, order).unwrap().into_iter().map(|d| d.name).collect()
    };
    assert_eq!(names("", Order::Name), ["Élan.jpg", "me.jpg", "passport.jpg"]);
    assert_eq!(names("", Order::Size)[0], "Élan.jpg");
    assert_eq!(names("elan", Order::Catalogue), ["Élan.jpg"]);
    assert_eq!(names("passport", Order::Name), ["me.jpg", "passport.jpg"], "by the attribute that uses it");
}
