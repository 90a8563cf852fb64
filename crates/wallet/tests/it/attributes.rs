use idw_wallet::{Metadata, Problem, SetAttribute, Wallet};
use serde_json::json;

use crate::{fixture, jpeg, passport, said, text};

#[test]
fn a_value_is_kept_over_a_lock_and_listed_in_the_order_of_the_catalogue() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("last-name", "Example")).unwrap();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    let nationality = SetAttribute {
        name: "nationality".to_owned(),
        fields: vec![("country".to_owned(), "New Zealand".to_owned())],
        ..SetAttribute::default()
    };
    fixture.wallet.set_attribute(nationality).unwrap();
    let fixture = fixture.reopened();
    let held = fixture.wallet.attributes().unwrap();
    let names: Vec<_> = held.iter().map(|attribute| attribute.name.as_str()).collect();
    assert_eq!(names, ["first-name", "last-name", "nationality"]);
    assert_eq!(held[0].value, json!("Ada"));
    assert_eq!(held[2].value, json!({"country": "NZ"}), "a country is taken by its name too");
}

#[test]
fn changes_at_the_same_time_do_not_make_two_values_of_one() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    std::thread::scope(|scope| {
        for n in 0..8 {
            scope.spawn(move || wallet.set_attribute(text("first-name", &format!("Ada {n}"))).unwrap());
        }
    });
    let held = wallet.attribute("first-name").unwrap();
    assert_eq!(held.len(), 1, "each of the others changed the first: {held:?}");
    assert!(held[0].is_default);
}

#[test]
fn lists_show_every_change_at_once() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    let summaries = || wallet.attributes().unwrap().into_iter().map(|one| one.summary).collect::<Vec<_>>();
    assert!(summaries().is_empty());
    wallet.set_attribute(text("first-name", "Ada")).unwrap();
    assert_eq!(summaries(), ["Ada"]);
    wallet.set_attribute(text("first-name", "Ada M.")).unwrap();
    assert_eq!(summaries(), ["Ada M."]);
    let id = wallet.attributes().unwrap()[0].id.clone();
    wallet.relabel(&id, Some("at home")).unwrap();
    assert_eq!(wallet.search("HOME", idw_wallet::Order::Catalogue).unwrap().len(), 1);
    assert!(wallet.search("office", idw_wallet::Order::Catalogue).unwrap().is_empty());
    wallet.remove_attribute("first-name", None).unwrap();
    assert!(summaries().is_empty());
}

#[test]
fn older_names_and_urls_name_the_same_attribute() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("birthdate", "1985-04-12")).unwrap();
    let url = "https://platform.selfkey.org/schema/attribute/date-of-birth.json";
    fixture.wallet.set_attribute(text(url, "1985-04-13")).unwrap();
    let held = fixture.wallet.attribute("date-of-birth").unwrap();
    assert_eq!(held.len(), 1, "the second changes the first");
    assert_eq!(held[0].value, json!("1985-04-13"));
}

#[test]
fn labels_keep_values_apart_and_one_is_the_default() {
    let fixture = fixture();
    let labelled = |value: &str, label: &str| SetAttribute { label: Some(label.to_owned()), ..text("email", value) };
    fixture.wallet.set_attribute(labelled("ada@home.example", "home")).unwrap();
    fixture.wallet.set_attribute(labelled("ada@work.example", "work")).unwrap();
    fixture.wallet.set_attribute(labelled("ada@office.example", "work")).unwrap();
    let held = fixture.wallet.attribute("email").unwrap();
    let shown: Vec<_> = held.iter().map(|a| (a.label.as_deref(), a.value.as_str(), a.is_default)).collect();
    assert_eq!(
        shown,
        [(Some("home"), Some("ada@home.example"), true), (Some("work"), Some("ada@office.example"), false)]
    );
    fixture.wallet.remove_attribute("email", Some("home")).unwrap();
    assert!(fixture.wallet.attribute("email").unwrap()[0].is_default, "the one that is left becomes the default");
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_changes() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("email", "ada@mail.example")).unwrap();
    let check = |set: SetAttribute, says: &str| {
        let error = fixture.wallet.set_attribute(set).unwrap_err();
        assert_eq!(error.problem(), Problem::Usage, "{error}");
        let said = crate::explained(&error);
        assert!(said.contains(says), "{said} should say {says}");
        assert_eq!(fixture.wallet.attributes().unwrap().len(), 1);
        assert_eq!(fixture.wallet.documents().unwrap().len(), 0, "no document is left behind");
    };
    check(text("shoe-size", "41"), "shoe-size");
    check(text("email", "not an address"), "email");
    check(text("date-of-birth", "1985-02-30"), "date");
    check(text("passport", "LA123456"), "image (file)");
    check(text("nationality", "Atlantis"), "ountry");
    check(SetAttribute { name: "passport".to_owned(), ..SetAttribute::default() }, "image (file)");
    check(SetAttribute { fields: vec![("colour".to_owned(), "red".to_owned())], ..passport(1) }, "colour");
    check(SetAttribute { fields: vec![("image".to_owned(), "red".to_owned())], ..passport(1) }, "file");
    let missing_selfie = SetAttribute { files: passport(1).files.into_iter().take(1).collect(), ..passport(1) };
    check(missing_selfie, "“Selfie” is missing");
    let html = SetAttribute { files: vec![crate::file("image", "p.jpg", b"<html></html>".to_vec())], ..passport(1) };
    check(html, "p.jpg");
    let empty = SetAttribute { files: vec![crate::file("image", "p.jpg", Vec::new())], ..passport(1) };
    check(empty, "empty");
    assert_eq!(fixture.wallet.attribute("email").unwrap()[0].value, json!("ada@mail.example"));
}

#[test]
fn errors_never_repeat_the_value() {
    let fixture = fixture();
    let error = fixture.wallet.set_attribute(text("email", "SECRET-CANARY")).unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("SECRET-CANARY"), "{shown}");
}

#[test]
fn a_field_can_be_changed_by_itself_and_a_replaced_picture_goes() {
    let fixture = fixture();
    let first = fixture.wallet.set_attribute(passport(1)).unwrap();
    assert_eq!(first.documents.len(), 2);
    let later = SetAttribute {
        name: "passport".to_owned(),
        fields: vec![("expires".to_owned(), "2032-05-04".to_owned())],
        files: vec![crate::file("selfie.image", "me-again.jpg", jpeg(77))],
        ..SetAttribute::default()
    };
    let second = fixture.wallet.set_attribute(later).unwrap();
    assert_eq!(second.id, first.id);
    assert_eq!(second.created, first.created);
    assert_eq!(second.value["issued"], "2021-05-05", "what was not named is kept");
    assert_eq!(second.expires.as_deref(), Some("2032-05-04"));
    let names: Vec<_> = fixture.wallet.documents().unwrap().into_iter().map(|d| d.name).collect();
    assert_eq!(names.len(), 2, "the old selfie is gone: {names:?}");
    assert!(names.contains(&"me-again.jpg".to_owned()));
}

#[test]
fn a_repeated_field_takes_several_files_and_is_replaced_as_a_whole() {
    let fixture = fixture();
    let bill = |tags: &[u8]| SetAttribute {
        name: "utility-bill".to_owned(),
        fields: vec![("issued".to_owned(), "2026-01-31".to_owned())],
        files: tags.iter().map(|tag| crate::file("images", &format!("{tag}.jpg"), jpeg(*tag))).collect(),
        ..SetAttribute::default()
    };
    let two = fixture.wallet.set_attribute(bill(&[1, 2])).unwrap();
    assert_eq!(two.value["images"].as_array().map(Vec::len), Some(2));
    let one = fixture.wallet.set_attribute(bill(&[3])).unwrap();
    assert_eq!(one.value["images"].as_array().map(Vec::len), Some(1));
    assert_eq!(fixture.wallet.documents().unwrap().len(), 1);
}

#[test]
fn removing_takes_the_documents_along_unless_they_are_used_elsewhere() {
    let fixture = fixture();
    fixture.wallet.set_attribute(passport(1)).unwrap();
    fixture.wallet.add_document("kept.jpg", &mut jpeg(1).as_slice(), Metadata::Remove).unwrap();
    let removed = fixture.wallet.remove_attribute("passport", None).unwrap();
    assert_eq!(removed.len(), 1);
    let left: Vec<_> = fixture.wallet.documents().unwrap().into_iter().map(|d| d.name).collect();
    assert_eq!(left, ["passport.jpg"], "added by hand too, so it stays");
    assert_eq!(fixture.wallet.remove_attribute("passport", None).unwrap_err().problem(), Problem::NotFound);
}

#[test]
fn the_log_tells_of_each_change_and_is_whole() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    fixture.wallet.remove_attribute("first-name", None).unwrap();
    let fixture = fixture.reopened();
    let log: Vec<_> = fixture.wallet.activity().unwrap().iter().map(|entry| said(&entry.text)).collect();
    assert_eq!(
        log,
        ["Created this wallet", "Entered First name", "Removed First name"].map(|text| {
            let title = Wallet::attribute_type("first-name").unwrap().title;
            text.replace("First name", &title)
        })
    );
    let check = fixture.wallet.verify_activity().unwrap();
    assert!(check.intact, "{check:?}");
    assert_eq!(check.entries, 3);
}

#[test]
fn every_type_has_a_form() {
    let types = Wallet::attribute_types();
    assert!(types.len() >= 36, "{}", types.len());
    for ty in &types {
        assert!(!ty.fields.is_empty(), "{} has no field", ty.name);
        assert!(!ty.title.is_empty() && !ty.description.is_empty(), "{}", ty.name);
    }
}

#[test]
fn one_text_is_for_the_one_field_that_cannot_be_left_out() {
    let fixture = fixture();
    let set = |name: &str, value: &str| fixture.wallet.set_attribute(text(name, value)).unwrap().value;
    assert_eq!(set("nationality", "NZ"), json!({"country": "NZ"}));
    assert_eq!(set("physical-address", "12 Sample Street"), json!({"address_line_1": "12 Sample Street"}));
    assert_eq!(set("nationality", r#"{"country": "FR"}"#), json!({"country": "FR"}), "JSON is taken whole");
}
