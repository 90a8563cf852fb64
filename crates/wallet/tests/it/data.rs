use std::io::Read;

use idw_wallet::{
    DataError, ExportSelection, ImportOptions, Metadata, OnConflict, Problem, SetAttribute, Wallet,
    view::{ImportOutcome, ImportReport, OriginView, ProfileKind},
};
use serde_json::{Value, json};

use crate::{fixture, jpeg, passport, said, said_if_any, text};

const EMAIL: &str = "http://platform.selfkey.org/schema/attribute/email.json";

fn export(wallet: &Wallet, attributes: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    let selection = ExportSelection { attributes: attributes.iter().map(|name| (*name).to_owned()).collect() };
    wallet.export_data(&mut out, &selection).unwrap().placed().unwrap();
    out
}

fn options(dry_run: bool, on_conflict: OnConflict) -> ImportOptions {
    ImportOptions { dry_run, on_conflict, from: "ada.json".to_owned(), metadata: Metadata::Keep }
}

fn import(wallet: &Wallet, json: &[u8], on_conflict: OnConflict) -> ImportReport {
    let dry = wallet.import_data(&mut &*json, &options(true, on_conflict)).unwrap();
    let done = wallet.import_data(&mut &*json, &options(false, on_conflict)).unwrap();
    assert!(dry.dry_run && !done.dry_run);
    assert_eq!((&dry.attributes, &dry.documents), (&done.attributes, &done.documents), "a dry run tells what happens");
    done
}

fn one(value: Value) -> Vec<u8> {
    json!({"format": "idw-data", "version": 1, "attributes": [value]}).to_string().into_bytes()
}

fn outcomes(report: &ImportReport) -> Vec<(&str, ImportOutcome)> {
    report.attributes.iter().map(|one| (one.name.as_str(), one.outcome)).collect()
}

#[test]
fn what_goes_out_comes_in_again() {
    let from = fixture();
    from.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    from.wallet.set_attribute(passport(1)).unwrap();
    let large: Vec<u8> = jpeg(9).into_iter().chain((0..2_000_000_u32).map(|n| (n % 251) as u8)).collect();
    from.wallet.add_document("large.jpg", &mut large.as_slice(), Metadata::Keep).unwrap();
    let json = export(&from.wallet, &[]);
    assert!(serde_json::from_slice::<Value>(&json).is_ok(), "any JSON reader reads it");

    let to = fixture();
    let report = import(&to.wallet, &json, OnConflict::Skip);
    assert!(report.attributes.iter().all(|one| one.outcome == ImportOutcome::Added), "{report:?}");
    assert_eq!(report.documents.len(), 3);
    let (before, after) = (from.wallet.attributes().unwrap(), to.wallet.attributes().unwrap());
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before.summary, after.summary);
        let sums = |view: &idw_wallet::view::AttributeView| {
            view.documents.iter().map(|document| document.sha256.clone()).collect::<Vec<_>>()
        };
        assert_eq!(sums(before), sums(after));
        assert!(matches!(&after.origin, OriginView::Imported { from, .. } if from == "ada.json"));
        assert!(after.is_default);
    }
    let copy = to.wallet.documents().unwrap().into_iter().find(|document| document.name == "large.jpg").unwrap();
    let mut out = Vec::new();
    to.wallet.export_document(&copy.id, &mut out).unwrap().placed().unwrap();
    assert!(out == large, "the bytes differ");
    let log = to.wallet.activity().unwrap();
    assert_eq!(log.last().unwrap().kind, "documentExported");
    assert_eq!(said(&log[log.len() - 2].text), "Started to export document large.jpg");
    assert_eq!(said(&log[log.len() - 3].text), "Imported 2 attributes and 3 documents from the file “ada.json”");
}

#[test]
fn the_same_twice_changes_nothing() {
    let fixture = fixture();
    fixture.wallet.set_attribute(passport(1)).unwrap();
    let json = export(&fixture.wallet, &[]);
    let entries = fixture.wallet.activity().unwrap().len();
    let report = import(&fixture.wallet, &json, OnConflict::Replace);
    assert_eq!(outcomes(&report), [("passport", ImportOutcome::AlreadyThere)]);
    assert!(report.documents.iter().all(|one| one.outcome == ImportOutcome::AlreadyThere));
    assert_eq!(fixture.wallet.activity().unwrap().len(), entries, "and is not worth an entry in the log");
}

#[test]
fn a_conflict_is_settled_as_asked() {
    let check = |on_conflict: OnConflict, outcome: ImportOutcome, expected: &[(Option<&str>, &str)]| {
        let fixture = fixture();
        fixture.wallet.set_attribute(text("email", "old@mail.example")).unwrap();
        let json = one(json!({"schema": EMAIL, "value": "new@mail.example"}));
        let report = import(&fixture.wallet, &json, on_conflict);
        assert_eq!(outcomes(&report), [("email", outcome)]);
        let held = fixture.wallet.attribute("email").unwrap();
        let held: Vec<_> = held.iter().map(|one| (one.label.as_deref(), one.value.as_str().unwrap())).collect();
        assert_eq!(held, expected);
    };
    check(OnConflict::Skip, ImportOutcome::Skipped, &[(None, "old@mail.example")]);
    check(OnConflict::Replace, ImportOutcome::Replaced, &[(None, "new@mail.example")]);
    let both = [(None, "old@mail.example"), (Some("imported"), "new@mail.example")];
    check(OnConflict::KeepBoth, ImportOutcome::AddedBeside, &both);
}

#[test]
fn replacing_takes_the_old_documents_along_and_skipping_brings_none() {
    let from = fixture();
    from.wallet.set_attribute(passport(50)).unwrap();
    let json = export(&from.wallet, &["passport"]);
    let to = fixture();
    to.wallet.set_attribute(passport(1)).unwrap();
    let report = import(&to.wallet, &json, OnConflict::Skip);
    assert!(report.documents.iter().all(|one| one.outcome == ImportOutcome::Skipped), "{report:?}");
    assert_eq!(to.wallet.documents().unwrap().len(), 2);
    import(&to.wallet, &json, OnConflict::Replace);
    assert_eq!(to.wallet.documents().unwrap().len(), 2);
    let sums = |wallet: &Wallet| {
        wallet.attributes().unwrap()[0].documents.iter().map(|d| d.sha256.clone()).collect::<Vec<_>>()
    };
    assert_eq!(sums(&to.wallet), sums(&from.wallet));
}

#[test]
fn what_cannot_be_taken_is_told_and_the_rest_is_taken() {
    let fixture = fixture();
    let schema = |name: &str| format!("http://platform.selfkey.org/schema/attribute/{name}.json");
    let good = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, jpeg(1));
    let file = json!({"format": "idw-data", "version": 1, "documents": [
        {"id": "a", "name": "page.jpg", "content": "PGh0bWw+"},
        {"id": "b", "name": "bad.jpg", "content": "not base64!"},
        {"id": "c", "name": "empty.jpg", "content": []},
        {"id": "d", "name": "../../other.jpg", "sha256": "00", "content": "/9j/4AAQSkZJRgABAQ=="},
        {"id": "e", "name": "../../good.jpg", "content": [&good[..400], &good[400..]]},
    ], "attributes": [
        {"schema": EMAIL, "value": "SECRET-CANARY"},
        {"schema": schema("company-name"), "value": "Example Ltd"},
        {"schema": "https://club.example/member.json", "value": 5},
        {"schema": schema("cv"), "value": [{"mimeType": "image/jpeg", "size": 6, "content": "a"}]},
        {"schema": schema("cv"), "value": [{"mimeType": "image/jpeg", "size": 6, "content": "zz"}]},
        {"schema": schema("cv"), "value": [{"mimeType": "application/pdf", "size": 1, "content": "e"}]},
        {"schema": schema("first-name"), "value": "Ada", "label": "  "},
    ]});
    let report = import(&fixture.wallet, file.to_string().as_bytes(), OnConflict::Skip);
    let refused: Vec<_> = report.attributes.iter().filter_map(|one| one.reason.as_ref()).map(said_if_any).collect();
    assert_eq!(refused.len(), 5, "{report:?}");
    assert!(!format!("{report:?}").contains("CANARY"), "what was refused is not repeated");
    assert!(refused[3].contains("page.jpg"), "{refused:?}");
    let held = fixture.wallet.attributes().unwrap();
    assert_eq!(held.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["first-name", "cv"]);
    assert_eq!(held[1].documents[0].mime_type, "image/jpeg", "the bytes decide, not the file");
    assert_eq!(held[1].documents[0].name, "good.jpg");
    assert_eq!(fixture.wallet.documents().unwrap().len(), 1);
    let states: Vec<_> = report.documents.iter().map(|one| one.outcome).collect();
    assert_eq!(states[..4], [ImportOutcome::Refused; 4]);
}

#[test]
fn what_is_no_export_is_refused_and_nothing_changes() {
    let fixture = fixture();
    let check = |json: &str, expected: fn(&DataError) -> bool| {
        let error = fixture.wallet.import_data(&mut json.as_bytes(), &options(false, OnConflict::Skip)).unwrap_err();
        assert!(expected(&error), "{json}: {error:?}");
        assert_eq!(error.problem(), Problem::Usage);
        assert!(fixture.wallet.attributes().unwrap().is_empty());
    };
    check("", |error| matches!(error, DataError::NotData));
    check("[]", |error| matches!(error, DataError::NotData));
    check("{}", |error| matches!(error, DataError::NotData));
    check(r#"{"attributes": []}"#, |error| matches!(error, DataError::NotData));
    check(r#"{"format": "other", "version": 1}"#, |error| matches!(error, DataError::NotData));
    check(r#"{"format": "idw-data", "version": 2}"#, |error| matches!(error, DataError::Version { version: 2 }));
    let cut = String::from_utf8(one(json!({"schema": EMAIL, "value": "ada@mail.example"}))).unwrap();
    check(&cut[..cut.len() - 3], |error| matches!(error, DataError::Shape { .. }));
    check(&format!("{cut} more"), |error| matches!(error, DataError::Shape { .. }));
    let deep = format!(r#"{{"format": "idw-data", "version": 1, "x": {}"#, "[".repeat(100_000));
    check(&deep, |error| matches!(error, DataError::Shape { .. }));
    check(r#"{"format": "idw-data", "version": 1, "documents": [{"id": "a"}]}"#, |error| {
        matches!(error, DataError::Shape { .. })
    });
}

#[test]
fn a_document_that_is_too_large_is_refused_in_little_memory() {
    let fixture = fixture();
    let piece = "A".repeat(1 << 20);
    let start = br#"{"format": "idw-data", "version": 1, "documents": [{"id": "a", "name": "big.jpg", "content": [""#;
    let pieces = format!("\",\"{piece}").repeat(70);
    let json = start.chain(pieces.as_bytes()).chain(&br#""]}], "attributes": []}"#[..]);
    let report = fixture.wallet.import_data(&mut { json }, &options(false, OnConflict::Skip)).unwrap();
    assert_eq!(report.documents[0].outcome, ImportOutcome::Refused);
    assert_eq!(said_if_any(&report.documents[0].reason), "The file is larger than 50 MB.");
}

#[test]
fn pictures_lose_their_metadata_on_the_way_in() {
    let fixture = fixture();
    let picture = crate::documents::phone_picture();
    let content = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, &picture);
    let sha256 = hex_of(&picture);
    let file = json!({"format": "idw-data", "version": 1, "documents": [
        {"id": "a", "name": "phone.jpg", "sha256": sha256, "content": content},
    ]});
    let import = |dry_run: bool, metadata: Metadata| {
        let options = ImportOptions { metadata, ..options(dry_run, OnConflict::Skip) };
        fixture.wallet.import_data(&mut file.to_string().as_bytes(), &options).unwrap().documents.remove(0)
    };
    for dry_run in [true, false] {
        let told = import(dry_run, Metadata::Remove);
        assert_eq!(told.outcome, ImportOutcome::Added, "{told:?}");
        assert!(told.removed.is_some_and(|removed| removed.contains("location")), "the report says what went");
    }
    let held = fixture.wallet.documents().unwrap();
    assert!(held[0].size < picture.len() as u64 && held[0].removed.is_some(), "{held:?}");
    assert_eq!(import(false, Metadata::Remove).outcome, ImportOutcome::AlreadyThere, "what is stored is compared");
    assert_eq!(import(false, Metadata::Keep).outcome, ImportOutcome::Added);
    assert!(fixture.wallet.documents().unwrap().iter().any(|one| one.kept.is_some() && one.removed.is_none()));
    assert_eq!(import(false, Metadata::Remove).outcome, ImportOutcome::AlreadyThere, "what was kept stays as it is");
}

fn hex_of(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hex::encode(sha2::Sha256::digest(bytes))
}

#[test]
fn many_documents_come_in_at_once() {
    let fixture = fixture();
    let documents: Vec<Value> = (0..1200_u32)
        .map(|n| {
            let bytes: Vec<u8> = jpeg(0).into_iter().chain(n.to_be_bytes()).collect();
            json!({"id": n.to_string(), "name": "a.jpg", "content": base64::Engine::encode(&base64::prelude::BASE64_STANDARD, bytes)})
        })
        .collect();
    let json = json!({"format": "idw-data", "version": 1, "documents": documents}).to_string();
    let report = fixture.wallet.import_data(&mut json.as_bytes(), &options(false, OnConflict::Skip)).unwrap();
    assert!(report.documents.iter().all(|one| one.outcome == ImportOutcome::Added));
    assert_eq!(fixture.wallet.documents().unwrap().len(), 1200);
}

#[test]
fn a_part_can_be_chosen_and_a_profile_exports_its_own() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    fixture.wallet.set_attribute(passport(1)).unwrap();
    fixture.wallet.add_document("alone.jpg", &mut jpeg(77).as_slice(), Metadata::Remove).unwrap();
    let parsed: Value = serde_json::from_slice(&export(&fixture.wallet, &["passport"])).unwrap();
    assert_eq!(parsed["attributes"].as_array().unwrap().len(), 1);
    assert_eq!(parsed["documents"].as_array().unwrap().len(), 2);
    let unknown = ExportSelection { attributes: vec!["email".to_owned()] };
    assert_eq!(fixture.wallet.export_data(&mut Vec::new(), &unknown).unwrap_err().problem(), Problem::NotFound);
    fixture.wallet.add_profile("Example Ltd", ProfileKind::Company).unwrap();
    let company = fixture.wallet.in_profile("Example Ltd").unwrap();
    let parsed: Value = serde_json::from_slice(&export(&company, &[])).unwrap();
    assert_eq!(parsed["attributes"], json!([]));
    assert_eq!(parsed["profile"], json!({"name": "Example Ltd", "kind": "company"}));
    let set = SetAttribute { label: Some("x".to_owned()), ..text("email", "info@ltd.example") };
    company.set_attribute(set).unwrap();
    let parsed: Value = serde_json::from_slice(&export(&company, &[])).unwrap();
    assert_eq!(parsed["attributes"][0]["provenance"], json!({"type": "entered"}));
}
