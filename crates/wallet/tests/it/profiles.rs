use idw_wallet::{FoundSite, IfNeeded, Metadata, Problem, ProfileError, SetAttribute, view::ProfileKind};

use crate::{fixture, jpeg, passport, text};

const CONFIG: &str = r#"{"website":{"name":"Club","url":"https://club.example"},"rootEndpoint":"https://club.example/lws",
    "attributes":["http://platform.selfkey.org/schema/attribute/email.json"]}"#;

fn company_name(name: &str) -> SetAttribute {
    text("company-name", name)
}

#[test]
fn a_wallet_begins_with_one_profile_of_a_person() {
    let fixture = fixture();
    let profiles = fixture.wallet.profiles().unwrap();
    let [only] = profiles.as_slice() else { panic!("{profiles:?}") };
    assert_eq!((only.name.as_str(), only.kind, only.selected), ("personal", ProfileKind::Person, true));
}

#[test]
fn what_is_in_one_profile_is_not_there_in_another() {
    let fixture = fixture();
    let person = &fixture.wallet;
    person.set_attribute(passport(1)).unwrap();
    person.set_attribute(text("email", "ada@mail.example")).unwrap();
    let document = person.documents().unwrap()[0].id.clone();
    let site = person.add_site(FoundSite::from_config(CONFIG.as_bytes()).unwrap(), None).unwrap().site;
    person.add_profile("Example Ltd", ProfileKind::Company).unwrap();

    let company = person.in_profile("example ltd").unwrap();
    assert!(company.attributes().unwrap().is_empty());
    assert!(company.documents().unwrap().is_empty());
    assert!(company.sites().unwrap().is_empty());
    assert_eq!(company.document(&document).unwrap_err().problem(), Problem::NotFound);
    let mut out = Vec::new();
    assert_eq!(company.export_document(&document, &mut out).unwrap_err().problem(), Problem::NotFound);
    let value = person.attributes().unwrap()[0].id.clone();
    assert_eq!(company.attribute(&value).unwrap_err().problem(), Problem::Usage, "not even by its id");
    assert_eq!(company.set_default(&value).unwrap_err().problem(), Problem::NotFound);
    assert_eq!(company.activity().unwrap().len(), 2, "the wallet and the profile were made");

    let own = company.add_site(FoundSite::from_config(CONFIG.as_bytes()).unwrap(), None).unwrap().site;
    assert_ne!(own.account.did, site.account.did, "the same site must not see one user in both");
    assert_ne!(company.account(None).unwrap().did, person.account(None).unwrap().did);
    company.set_attribute(company_name("Example Ltd")).unwrap();
    company.add_document("same.jpg", &mut jpeg(1).as_slice(), Metadata::Remove).unwrap();
    assert_eq!(person.documents().unwrap().len(), 2, "the same bytes are kept for each");
    assert!(person.attributes().unwrap().iter().all(|attribute| attribute.name != "company-name"));
    assert!(person.verify_activity().unwrap().intact, "the log is one, whoever looks at it");
}

#[test]
fn a_value_cannot_refer_to_a_document_of_another_profile() {
    let fixture = fixture();
    fixture.wallet.add_profile("Second", ProfileKind::Person).unwrap();
    let other = fixture.wallet.in_profile("Second").unwrap();
    let document = other.add_document("a.jpg", &mut jpeg(1).as_slice(), Metadata::Remove).unwrap().document;
    let value = serde_json::json!([{"mimeType": "image/jpeg", "size": document.size, "content": document.id}]);
    let set = || SetAttribute { name: "cv".to_owned(), json: Some(value.clone()), ..SetAttribute::default() };
    let error = fixture.wallet.set_attribute(set()).unwrap_err();
    assert!(error.to_string().contains("not in this profile"), "{error}");
    assert!(other.set_attribute(set()).is_ok());
}

#[test]
fn a_profile_holds_what_describes_its_kind() {
    let fixture = fixture();
    fixture.wallet.add_profile("Example Ltd", ProfileKind::Company).unwrap();
    let company = fixture.wallet.in_profile("Example Ltd").unwrap();
    let error = company.set_attribute(text("first-name", "Ada")).unwrap_err();
    assert_eq!(error.problem(), Problem::Usage, "{error}");
    assert_eq!(fixture.wallet.set_attribute(company_name("Example Ltd")).unwrap_err().problem(), Problem::Usage);
    assert!(company.set_attribute(text("email", "info@ltd.example")).is_ok(), "both have one");
}

#[test]
fn names_are_unique_and_can_change() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    wallet.add_profile("Work", ProfileKind::Person).unwrap();
    let check = |name: &str, expected: Problem| {
        assert_eq!(wallet.add_profile(name, ProfileKind::Person).unwrap_err().problem(), expected, "{name:?}");
    };
    check(" WORK ", Problem::Exists);
    check("", Problem::Usage);
    check("  ", Problem::Usage);
    check("a\nb", Problem::Usage);
    check(&"x".repeat(61), Problem::Usage);
    wallet.rename_profile("work", "Office").unwrap();
    assert_eq!(wallet.rename_profile("office", "personal").unwrap_err().problem(), Problem::Exists);
    assert_eq!(wallet.rename_profile("office", "OFFICE").unwrap().name, "OFFICE", "its own name is not taken");
    let fixture = fixture.reopened();
    assert!(fixture.wallet.in_profile("Office").is_ok());
    assert_eq!(fixture.wallet.in_profile("work").map(drop).unwrap_err().problem(), Problem::NotFound);
}

#[test]
fn removing_takes_everything_and_gives_no_number_twice() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    wallet.add_profile("Old", ProfileKind::Person).unwrap();
    let old = wallet.in_profile("Old").unwrap();
    let old_did = old.account(None).unwrap().did;
    let old_site = old.add_site(FoundSite::from_config(CONFIG.as_bytes()).unwrap(), None).unwrap().site.account.did;
    old.set_attribute(passport(1)).unwrap();
    let error = wallet.remove_profile("Old", IfNeeded::Refuse).unwrap_err();
    assert!(matches!(&error, ProfileError::NotEmpty { .. }), "{error}");
    assert!(crate::explained(&error).contains("1 value, 2 documents and 1 site"), "{error}");
    assert!(matches!(old.remove_profile("Old", IfNeeded::Remove).unwrap_err(), ProfileError::Selected { .. }));
    assert!(matches!(wallet.remove_profile("personal", IfNeeded::Remove).unwrap_err(), ProfileError::First { .. }));
    drop(old);
    wallet.remove_profile("Old", IfNeeded::Remove).unwrap();
    assert_eq!(wallet.profiles().unwrap().len(), 1);
    wallet.add_profile("Old", ProfileKind::Person).unwrap();
    let again = wallet.in_profile("Old").unwrap();
    assert!(again.attributes().unwrap().is_empty() && again.documents().unwrap().is_empty());
    assert_ne!(again.account(None).unwrap().did, old_did);
    let site = again.add_site(FoundSite::from_config(CONFIG.as_bytes()).unwrap(), None).unwrap().site;
    assert_ne!(site.account.did, old_site, "the new one must not be taken for the old one");
    drop(again);
    assert!(wallet.verify_activity().unwrap().intact);
}

#[test]
fn the_wallet_is_locked_when_no_handle_is_left() {
    let fixture = fixture();
    let handle = fixture.wallet.in_profile("personal").unwrap();
    let wallet = fixture.wallet.lock().unwrap_err();
    drop(handle);
    assert!(wallet.lock().is_ok());
}
