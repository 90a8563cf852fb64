//! Attributes, their labels and profiles, and data as a file.

use serde_json::{Value, json};
use tauri::Manager as _;

use super::{PDF, Window, attribute};
use crate::state::AppState;

#[test]
fn attributes_are_entered_changed_and_removed() {
    let window = Window::with_vault();
    let types = window.ask("list_attribute_types");
    assert!(types.as_array().unwrap().iter().any(|ty| ty["name"] == "passport"));

    let saved = window.call("set_attribute", attribute("first-name", json!({ "text": "Ada" }))).unwrap();
    let change = attribute("first-name", json!({ "text": "Augusta", "id": saved["id"] }));
    window.call("set_attribute", change).unwrap();
    let all = window.ask("list_attributes");
    assert_eq!(all.as_array().unwrap().len(), 1);
    assert_eq!(all[0]["summary"], "Augusta");

    assert_eq!(window.code("set_attribute", attribute("shoe-size", json!({ "text": "42" }))), "usage");
    assert_eq!(window.code("set_attribute", attribute("date-of-birth", json!({ "text": "yesterday" }))), "usage");

    window.call("remove_attribute", json!({ "name": saved["id"], "label": null })).unwrap();
    assert_eq!(window.ask("list_attributes"), json!([]));
}

#[test]
fn profiles_do_not_mix() {
    let window = Window::with_vault();
    window.call("set_attribute", attribute("first-name", json!({ "text": "Ada" }))).unwrap();
    let token = window.choose("bill.pdf", PDF);
    window.call("add_profile", json!({ "name": "Works", "kind": "company" })).unwrap();
    assert_eq!(window.ask("list_attributes").as_array().unwrap().len(), 1, "a new profile is not worked in by itself");

    let works = window.profile("Works");
    window.call("select_profile", json!({ "id": works })).unwrap();
    assert_eq!(window.ask("list_attributes"), json!([]));
    let late = json!({ "token": token, "keepMetadata": false });
    assert_eq!(window.code("add_document", late), "notFound", "what was chosen in one cannot end in another");
    assert_eq!(window.code("set_attribute", attribute("first-name", json!({ "text": "Ada" }))), "usage");

    window.call("rename_profile", json!({ "id": works, "to": "Works Ltd" })).unwrap();
    let profiles = window.ask("list_profiles");
    assert_eq!(profiles[1]["name"], "Works Ltd");
    assert_eq!(profiles[1]["selected"], true);
    let remove = json!({ "id": works, "withContent": true });
    assert_eq!(window.code("remove_profile", remove.clone()), "usage", "not while it is worked in");
    window.call("select_profile", json!({ "id": window.profile("personal") })).unwrap();
    window.call("remove_profile", remove.clone()).unwrap();
    assert_eq!(window.code("remove_profile", remove), "notFound");
    assert_eq!(window.ask("list_attributes")[0]["summary"], "Ada");
}

#[test]
fn values_have_labels_and_one_is_the_default() {
    let window = Window::with_vault();
    let enter = |text: &str, label: Value| {
        window.call("set_attribute", attribute("email", json!({ "text": text, "label": label }))).unwrap()
    };
    enter("ada@mail.example", Value::Null);
    let work = enter("ada@work.example", json!("work"));
    assert_eq!(work["isDefault"], false);
    window.call("set_default_attribute", json!({ "id": work["id"] })).unwrap();
    let plain = window.call("relabel_attribute", json!({ "id": work["id"], "label": "office" })).unwrap();
    assert_eq!(plain["label"], "office");
    let search = |query: &str| {
        let part = json!({ "offset": 0, "limit": 10 });
        let given = json!({ "query": query, "order": "catalogue", "filter": { "type": "all" }, "part": part });
        window.call("query_attributes", given).unwrap()["rows"].clone()
    };
    assert_eq!(search("OFFICE").as_array().unwrap().len(), 1);
    assert_eq!(search("")[0]["isDefault"], true);
}

#[test]
fn a_zone_is_read_and_only_what_was_chosen_is_entered() {
    let window = Window::with_vault();
    let zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
    let read = window.call("read_mrz", json!({ "text": zone })).unwrap();
    assert!(read["proposals"].as_array().unwrap().iter().any(|one| one["name"] == "last-name"));
    let slip = zone.replace("L898902C36", "L898902C37");
    assert_eq!(window.code("read_mrz", json!({ "text": slip })), "usage");
    window.call("apply_mrz", json!({ "text": zone, "names": ["last-name"] })).unwrap();
    let held = window.ask("list_attributes");
    assert_eq!(held.as_array().unwrap().len(), 1);
    assert_eq!(held[0]["summary"], "Eriksson");
}

#[test]
fn an_import_reports_before_it_changes_anything() {
    let window = Window::with_vault();
    window.call("set_attribute", attribute("first-name", json!({ "text": "Ada" }))).unwrap();
    let wallet = window.webview.state::<AppState>().wallet().unwrap();
    let mut file = Vec::new();
    wallet.export_data(&mut file, &idw_wallet::ExportSelection::default()).unwrap().placed().unwrap();
    drop(wallet);

    let other = Window::with_vault();
    let token = other.choose("ada.json", &file);
    let import = |dry_run: bool| {
        other
            .call("import_data", json!({ "token": token, "dryRun": dry_run, "onConflict": "skip", "identity": null }))
            .unwrap()
    };
    assert_eq!(import(true)["attributes"][0]["outcome"], "added");
    assert_eq!(other.ask("list_attributes"), json!([]), "a dry run takes nothing in");
    assert_eq!(import(false)["dryRun"], false);
    assert_eq!(
        other.ask("list_attributes")[0]["provenance"].as_str().unwrap().split(" on ").next(),
        Some("imported from the file “ada.json”")
    );
}

/// A database of the SelfKey wallet with two people in it.
fn selfkey_database(path: &std::path::Path) {
    let database = rusqlite::Connection::open(path).unwrap();
    database
        .execute_batch(
            r#"CREATE TABLE identities (id integer primary key, walletId integer, type text, name text);
            CREATE TABLE id_attribute_types (id integer primary key, url text);
            CREATE TABLE id_attributes (id integer primary key, identityId integer, name text, typeId integer, data text);
            CREATE TABLE documents (id integer primary key, name text, buffer blob, attributeId integer);
            INSERT INTO identities VALUES (1, 1, 'individual', 'Ada Example'), (2, 1, 'individual', 'Grace Example');
            INSERT INTO id_attribute_types VALUES (1, 'http://platform.selfkey.org/schema/attribute/first-name.json');
            INSERT INTO id_attributes VALUES (1, 1, 'name', 1, '{"value": "Ada"}'), (2, 2, 'name', 1, '{"value": "Grace"}');"#,
        )
        .unwrap();
}

#[test]
fn the_database_of_a_selfkey_wallet_is_told_by_its_bytes_and_asks_whose_it_is() {
    let window = Window::with_vault();
    let made = window.folder.path().join("made");
    selfkey_database(&made);
    let token = window.choose("old wallet.bin", &std::fs::read(&made).unwrap());
    let contents = window.call("selfkey_contents", json!({ "token": token })).unwrap();
    assert_eq!(contents["identities"][1]["name"], "Grace Example");
    assert_eq!(contents["chosen"], Value::Null);
    let import = |identity: Value, dry_run: bool| json!({ "token": token, "dryRun": dry_run, "onConflict": "skip", "identity": identity });
    assert_eq!(window.code("import_data", import(Value::Null, true)), "usage");
    assert_eq!(window.call("import_data", import(json!("2"), true)).unwrap()["attributes"][0]["outcome"], "added");
    assert_eq!(window.ask("list_attributes"), json!([]), "a dry run takes nothing in");
    window.call("import_data", import(json!("2"), false)).unwrap();
    let held = window.ask("list_attributes");
    assert_eq!(held[0]["summary"], "Grace");
    assert!(held[0]["provenance"].as_str().unwrap().contains("the file “old wallet.bin”"), "{held}");

    let json = window.choose("ada.json", b"{}");
    assert_eq!(window.call("selfkey_contents", json!({ "token": json })).unwrap(), Value::Null);
}

#[test]
fn a_database_that_takes_the_place_of_the_chosen_one_is_refused() {
    let window = Window::with_vault();
    let made = window.folder.path().join("made");
    selfkey_database(&made);
    let token = window.choose("wallet.sqlite", &std::fs::read(&made).unwrap());
    std::fs::rename(&made, window.folder.path().join("wallet.sqlite")).unwrap();
    assert_eq!(window.code("selfkey_contents", json!({ "token": token })), "usage");
    let import = json!({ "token": token, "dryRun": false, "onConflict": "skip", "identity": "1" });
    assert_eq!(window.code("import_data", import), "usage");
    assert_eq!(window.ask("list_attributes"), json!([]));
}
