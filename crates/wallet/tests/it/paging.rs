//! Lists that are read in parts: no row is lost or comes twice, and parts of two states are told apart.

use std::collections::HashSet;

use idw_wallet::{
    ActivityQuery, AttributeFilter, AttributeQuery, Metadata, Order, Part, SetAttribute, SiteInLog, Wallet,
    view::{AttributeListView, AttributeRowView},
};

use crate::{Fixture, fixture, jpeg, passport, text};

const ORDERS: [Order; 5] = [Order::Catalogue, Order::Name, Order::Changed, Order::Expiry, Order::Size];

fn labelled(name: &str, value: &str, label: &str) -> SetAttribute {
    SetAttribute { label: Some(label.to_owned()), ..text(name, value) }
}

/// A wallet with values of several attributes, of which many are equal in some order.
fn filled() -> Fixture {
    let fixture = fixture();
    for number in 0..9 {
        fixture.wallet.set_attribute(labelled("email", "ada@mail.example", &format!("Label {number}"))).unwrap();
        fixture.wallet.set_attribute(labelled("phone-number", "+6445550100", &format!("label {number}"))).unwrap();
    }
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    fixture.wallet.set_attribute(text("last-name", "Example")).unwrap();
    fixture.wallet.set_attribute(passport(1)).unwrap();
    fixture
}

fn query(text: &str, order: Order, filter: AttributeFilter, offset: usize, limit: usize) -> AttributeQuery {
    AttributeQuery { text: text.to_owned(), order, filter, part: Part { offset, limit } }
}

fn part(wallet: &Wallet, order: Order, offset: usize, limit: usize) -> AttributeListView {
    wallet.query_attributes(&query("", order, AttributeFilter::All, offset, limit)).unwrap()
}

fn ids(rows: &[AttributeRowView]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

#[test]
fn all_parts_together_are_the_whole_list_in_every_order() {
    let fixture = filled();
    for order in ORDERS {
        let whole: Vec<String> = fixture.wallet.search("", order).unwrap().into_iter().map(|one| one.id).collect();
        for limit in [1, 4, 7, 100] {
            let mut parts = Vec::new();
            let mut revisions = HashSet::new();
            for offset in (0..whole.len()).step_by(limit) {
                let part = part(&fixture.wallet, order, offset, limit);
                assert_eq!((part.total, part.held), (whole.len(), whole.len()), "{order:?}");
                assert!(part.rows.len() <= limit);
                revisions.insert(part.revision);
                parts.extend(part.rows.into_iter().map(|row| row.id));
            }
            assert_eq!(parts, whole, "{order:?} by {limit}");
            assert_eq!(revisions.len(), 1, "nothing was changed meanwhile");
        }
    }
}

#[test]
fn a_change_gives_another_revision_and_a_list_without_gaps() {
    let fixture = filled();
    let first = part(&fixture.wallet, Order::Catalogue, 0, 5);
    let again = part(&fixture.wallet, Order::Catalogue, 5, 5);
    assert_eq!(first.revision, again.revision);
    fixture.wallet.remove_attribute(&first.rows[0].id, None).unwrap();
    let after = part(&fixture.wallet, Order::Catalogue, 5, 5);
    assert_ne!(after.revision, first.revision, "rows moved up: the parts do not go together");
    assert_eq!(after.total, first.total - 1);
    fixture.wallet.relabel(&after.rows[0].id, Some("another")).unwrap();
    assert_ne!(part(&fixture.wallet, Order::Catalogue, 5, 5).revision, after.revision);
}

#[test]
fn parts_that_are_read_while_another_thread_writes_go_together_where_their_revisions_do() {
    let fixture = filled();
    let wallet = &fixture.wallet;
    std::thread::scope(|scope| {
        let writing = scope.spawn(move || {
            for number in 0..20 {
                wallet.set_attribute(labelled("email", "ada@other.example", &format!("more {number}"))).unwrap();
            }
        });
        while !writing.is_finished() {
            let first = part(wallet, Order::Changed, 0, 10);
            let second = part(wallet, Order::Changed, 10, 100);
            if first.revision == second.revision {
                let rows: Vec<_> = ids(&first.rows).into_iter().chain(ids(&second.rows)).collect();
                assert_eq!(rows.iter().collect::<HashSet<_>>().len(), first.total, "none is lost and none is twice");
                assert_eq!(rows.len(), first.total);
            }
        }
    });
    assert_eq!(part(wallet, Order::Changed, 0, 0).total, 9 + 9 + 3 + 20);
}

#[test]
fn rows_are_light_and_say_what_the_whole_value_says() {
    let fixture = filled();
    let long = "x".repeat(900);
    fixture.wallet.set_attribute(labelled("email", &format!("{long}@mail.example"), "long")).unwrap_err();
    fixture.wallet.set_attribute(labelled("last-name", &long, "long")).unwrap();
    let list = part(&fixture.wallet, Order::Catalogue, 0, 100);
    for row in &list.rows {
        let whole = fixture.wallet.attribute_by_id(&row.id).unwrap();
        assert_eq!((&row.title, &row.label, row.is_default), (&whole.title, &whole.label, whole.is_default));
        assert_eq!((&row.expires, row.expiry, row.documents), (&whole.expires, whole.expiry, whole.documents.len()));
        assert!(!whole.value.is_null(), "the whole value has its value");
        let several = !["first-name", "passport"].contains(&row.name.as_str());
        assert_eq!(row.is_one_of_several, several, "{}", row.name);
        assert!(row.summary.chars().count() <= 201);
    }
    assert!(fixture.wallet.attribute_by_id("00").is_err());
    assert!(fixture.wallet.attribute_by_id("email").is_err(), "a name is not an id");
}

#[test]
fn headings_count_the_rows_of_what_is_found() {
    let fixture = filled();
    let list = part(&fixture.wallet, Order::Catalogue, 0, 0);
    let groups: Vec<_> = list.groups.iter().map(|group| (group.title.as_deref(), group.count)).collect();
    assert_eq!(groups, [(Some("About you"), 2), (Some("Contact"), 18), (Some("Identity documents"), 1)]);
    let found = query("label 3", Order::Catalogue, AttributeFilter::All, 0, 9);
    let found = fixture.wallet.query_attributes(&found).unwrap();
    assert_eq!((found.total, found.held, found.groups[0].count), (2, 21, 2));
    assert!(part(&fixture.wallet, Order::Name, 0, 9).groups.is_empty(), "in other orders there are none");
}

#[test]
fn a_filter_narrows_what_is_listed() {
    let fixture = filled();
    let total = |filter: AttributeFilter| {
        fixture.wallet.query_attributes(&query("", Order::Catalogue, filter, 0, 0)).unwrap().total
    };
    assert_eq!(total(AttributeFilter::Named("email".to_owned())), 9);
    assert_eq!(total(AttributeFilter::Named("mail".to_owned())), 0);
    assert_eq!(total(AttributeFilter::Expiring), 0, "the passport is valid for years");
    assert_eq!(total(AttributeFilter::Verified), 0);
}

#[test]
fn documents_come_in_parts() {
    let fixture = fixture();
    for number in 0..11u8 {
        let name = format!("scan {}.jpg", number % 4);
        fixture.wallet.add_document(&name, &mut &jpeg(number + 1)[..], Metadata::Remove).unwrap();
    }
    for order in [Order::Catalogue, Order::Name, Order::Size] {
        let mut parts = Vec::new();
        for offset in (0..11).step_by(3) {
            let part = fixture.wallet.query_documents("scan", order, &[], Part { offset, limit: 3 }).unwrap();
            assert_eq!((part.total, part.held), (11, 11));
            parts.extend(part.rows.into_iter().map(|row| row.id));
        }
        let whole: Vec<_> = fixture.wallet.search_documents("scan", order).unwrap();
        assert_eq!(parts, whole.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), "{order:?}");
        let first = fixture.wallet.query_documents("scan", order, &[], Part { offset: 0, limit: 1 }).unwrap();
        assert_eq!(first.held_bytes, whole.iter().map(|one| one.size).sum::<u64>());
    }
    let before = fixture.wallet.query_documents("", Order::Size, &[], Part { offset: 0, limit: 1 }).unwrap();
    fixture.wallet.remove_document(&before.rows[0].id).unwrap();
    let after = fixture.wallet.query_documents("", Order::Size, &[], Part { offset: 0, limit: 1 }).unwrap();
    assert_ne!(before.revision, after.revision);
}

#[test]
fn the_log_comes_in_parts_the_newest_first() {
    let fixture = filled();
    let whole: Vec<u64> = fixture.wallet.activity().unwrap().iter().rev().map(|entry| entry.number).collect();
    let read = |text: &str, offset: usize| {
        let query = ActivityQuery { text: text.to_owned(), ..ActivityQuery::default() };
        fixture.wallet.query_activity(&query, Part { offset, limit: 5 }).unwrap()
    };
    let mut parts = Vec::new();
    for offset in (0..whole.len()).step_by(5) {
        parts.extend(read("", offset).rows.into_iter().map(|entry| entry.number));
    }
    assert_eq!(parts, whole);
    let emails = read("email", 0);
    assert_eq!((emails.total, emails.held), (9, whole.len()));
    fixture.wallet.set_attribute(text("middle-name", "King")).unwrap();
    let after = read("", 0);
    assert_ne!(after.revision, emails.revision);
    assert_eq!(after.rows[0].number, whole[0] + 1, "what was just done is there");
    let of_a_site = ActivityQuery {
        site: Some(SiteInLog { root: Some("https://shop.example/lws".to_owned()), name: None }),
        ..ActivityQuery::default()
    };
    assert_eq!(fixture.wallet.query_activity(&of_a_site, Part { offset: 0, limit: 5 }).unwrap().total, 0);
}

#[test]
fn the_overview_counts_and_names_the_user() {
    let fixture = filled();
    let overview = fixture.wallet.overview().unwrap();
    assert_eq!((overview.attributes, overview.documents), (21, 2));
    assert_eq!(overview.full_name.as_deref(), Some("Ada Example"));
}
