//! Values that look like something and are not: what is refused, and what is said.

use idw_wallet::{
    FoundSite, ImportOptions, Metadata, OnConflict, Problem, SetAttribute, Wallet,
    view::{ImportOutcome, ProfileKind},
};
use serde_json::json;

use crate::{fixture, passport, text};

/// What is said of a value that is refused; nothing is entered.
fn refusal(wallet: &Wallet, name: &str, value: &str) -> String {
    let error = wallet.set_attribute(text(name, value)).expect_err(value);
    assert_eq!(error.problem(), Problem::Usage, "{name} {value:?}");
    let said = crate::explained(&error);
    assert!(!said.contains(value) && said.ends_with("Nothing was changed."), "{said}");
    said
}

#[test]
fn an_email_address_with_a_name_around_it_is_refused_in_words() {
    let wallet = &fixture().wallet;
    let check = |value: &str, says: &str| {
        let said = refusal(wallet, "email", value);
        assert!(said.contains(says), "{value:?}: {said}");
    };
    check("Ada <ada@mail.example>", "must be the email address alone, without a name or angle brackets");
    check("ada <script>alert(1)</script> <a@b.example>", "without a name or angle brackets");
    check("Ada\r\nBcc: x <ada@mail.example>", "must be the email address alone");
    check("ada@mail.example, bob@mail.example", "must be a single email address");
    check("ada", "must be an email address, such as name@mail.example");
    assert!(wallet.attribute("email").is_err());
    let kept = wallet.set_attribute(text("email", " ada@m\u{fc}ller.example\n")).unwrap();
    assert_eq!(kept.value, "ada@xn--mller-kva.example", "as mail servers know the host");
    let members = json!({"companyType": "ltd", "members": [{"entity": {"email": "Ada <ada@mail.example>"}}]});
    wallet.add_profile("Ltd", ProfileKind::Company).unwrap();
    let company = wallet.in_profile("Ltd").unwrap();
    let set = SetAttribute { name: "corporate-structure".to_owned(), json: Some(members), ..SetAttribute::default() };
    let said = company.set_attribute(set).unwrap_err().to_string();
    assert!(said.contains("Email has to be the address alone"), "{said}");
}

#[test]
fn a_text_that_nobody_can_see_or_that_controls_something_is_refused() {
    let wallet = &fixture().wallet;
    for blank in
        [" ", "\u{a0}", "\u{200b}", "\u{3164}", "\u{2800}\u{2800}", "\u{ad}", "\u{e0041}", "\u{fe0f}", "\u{200d}"]
    {
        let error = wallet.set_attribute(text("first-name", blank)).expect_err(blank).to_string();
        assert!(error.contains("blank"), "{blank:?}: {error}");
    }
    for empty in ["", "\n", "\u{feff}"] {
        let error = wallet.set_attribute(text("first-name", empty)).expect_err(empty).to_string();
        assert!(error.contains("must not be empty"), "{empty:?}: {error}");
    }
    for control in ["Ada\nExample", "Ada\u{0}Example", "Ada\u{1b}[31m", "Ada\u{202e}elpmaxE", "Ada\u{2028}Example"] {
        let said = refusal(wallet, "first-name", control);
        assert!(said.contains("control character"), "{control:?}: {said}");
    }
    for whole in ["Ada\n", "\u{feff}Ada", "\u{202a}Ada\u{202c}"] {
        assert_eq!(wallet.set_attribute(text("first-name", whole)).unwrap().value, "Ada", "{whole:?}");
    }
    for name in
        ["\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}", "Jos\u{e9}", "\u{674e}", "O'Ne\u{ef}ll-\u{15a}w"]
    {
        assert_eq!(wallet.set_attribute(text("first-name", name)).unwrap().value, name);
    }
    let address = |line: &str| {
        let fields = vec![("address_line_1".to_owned(), line.to_owned())];
        wallet.set_attribute(SetAttribute { name: "physical-address".to_owned(), fields, ..SetAttribute::default() })
    };
    assert!(address("\u{3164}").unwrap_err().to_string().contains("Address line 1 is blank"));
    assert!(address("1 Main Street").is_ok());
}

#[test]
fn a_phone_number_in_another_form_is_told_the_form_and_what_to_leave_out() {
    let wallet = &fixture().wallet;
    let check = |value: &str, says: &[&str]| {
        let said = refusal(wallet, "phone-number", value);
        assert!(said.contains("10 to 12 digits, with or without a + in front"), "{said}");
        for part in says {
            assert!(said.contains(part), "{value}: {said}");
        }
    };
    check("+41 44 668 18 00", &["Remove the spaces."]);
    check("+41-44-668-18-00", &["Remove the hyphens."]);
    check("0041446681800", &["Write + instead of 00."]);
    check("0041 44 668 18 00", &["Write + instead of 00 and remove the spaces."]);
    check("+41 (0)44 668 18 00", &["Remove the spaces and the (0)."]);
    check("+44 (20) 7946/0958", &["Remove the spaces, the brackets and the slashes."]);
    check("12345", &["such as +41446681800"]);
    assert!(!refusal(wallet, "phone-number", "call me maybe").contains("Remove"));
    assert!(wallet.set_attribute(text("phone-number", "\u{202a}+41446681800\u{202c}")).is_ok());
    assert!(
        refusal(wallet, "eth-address", "0x52908400098527886E0F7030069857D2E4169E")
            .contains("0x and 40 hexadecimal digits")
    );
}

#[test]
fn dates_that_cannot_be_true_are_refused() {
    let wallet = &fixture().wallet;
    let check = |value: &str, says: &str| {
        let said = refusal(wallet, "date-of-birth", value);
        assert!(said.contains(says), "{value}: {said}");
    };
    check("9985-04-12", "is in the future");
    check("0085-04-12", "more than 150 years ago");
    check("0000-04-12", "must be a date");
    assert!(wallet.set_attribute(text("date-of-birth", "1985-04-12")).is_ok());
    let mut upside_down = passport(1);
    upside_down.fields =
        vec![("issued".to_owned(), "2031-05-05".to_owned()), ("expires".to_owned(), "2021-05-04".to_owned())];
    let said = wallet.set_attribute(upside_down).unwrap_err().to_string();
    assert!(said.contains("Expires is before the day of issue"), "{said}");
    assert!(wallet.attribute("passport").is_err());
    wallet.set_attribute(passport(1)).unwrap();
}

#[test]
fn the_same_is_refused_in_a_file_that_is_imported() {
    let wallet = &fixture().wallet;
    let attribute = |name: &str, value: &str| json!({"schema": format!("http://platform.selfkey.org/schema/attribute/{name}.json"), "value": value});
    let attributes = [
        attribute("email", "Ada <ada@mail.example>"),
        attribute("first-name", "\u{3164}"),
        attribute("date-of-birth", "9985-04-12"),
        attribute("last-name", "Example"),
    ];
    // 1.0 and 1 are one number in JSON.
    let file = json!({"format": "idw-data", "version": 1.0, "attributes": attributes}).to_string();
    assert!(file.contains("1.0"), "{file}");
    let options = ImportOptions {
        dry_run: false,
        on_conflict: OnConflict::Skip,
        from: "ada.json".to_owned(),
        metadata: Metadata::Keep,
    };
    let report = wallet.import_data(&mut file.as_bytes(), &options).unwrap();
    let outcomes: Vec<ImportOutcome> = report.attributes.iter().map(|one| one.outcome).collect();
    assert_eq!(outcomes.iter().filter(|one| **one == ImportOutcome::Refused).count(), 3, "{report:?}");
    assert_eq!(wallet.attribute("last-name").unwrap()[0].value, "Example");
    for version in ["1.5", "-1.0", "2.0", "1e400", "\"1\""] {
        let file = format!(r#"{{"format": "idw-data", "version": {version}, "attributes": []}}"#);
        assert!(wallet.import_data(&mut file.as_bytes(), &options).is_err(), "{version}");
    }
}

#[test]
fn names_are_the_same_in_any_case_and_encoding_everywhere() {
    let wallet = &fixture().wallet;
    let add =
        |name: Option<&str>, host: &str| wallet.add_site(found("Stra\u{df}e", host), name).map(|added| added.site.name);
    assert_eq!(add(Some("Caf\u{e9}"), "cafe.example").unwrap(), "Caf\u{e9}");
    assert!(add(Some("CAFE\u{301}"), "other.example").is_err(), "another site has the name");
    assert_eq!(add(None, "road.example").unwrap(), "Stra\u{df}e");
    for name in ["cafe\u{301}", "CAF\u{c9}", " caf\u{e9} "] {
        assert_eq!(wallet.site_knowledge(name).unwrap().root, "https://cafe.example/lws", "{name:?}");
    }
    assert_eq!(wallet.site_knowledge("STRASSE").unwrap().root, "https://road.example/lws");
    assert!(wallet.new_account(Some("STRASSE")).is_err(), "a site has the name");

    let company = ProfileKind::Company;
    wallet.add_profile("M\u{fc}ller", company).unwrap();
    assert_eq!(wallet.add_profile("MU\u{308}LLER", company).unwrap_err().problem(), Problem::Exists);
    assert_eq!(wallet.in_profile("mu\u{308}ller").unwrap().profile().unwrap().name, "M\u{fc}ller");

    let labelled = |label: &str, value: &str| {
        wallet.set_attribute(SetAttribute { label: Some(label.to_owned()), ..text("email", value) }).unwrap()
    };
    let first = labelled("B\u{fc}ro", "ada@mail.example");
    let second = labelled("BU\u{308}RO", "ada@work.example");
    assert_eq!(
        (first.id, "B\u{fc}ro"),
        (second.id, second.label.as_deref().unwrap()),
        "the value with the label is meant"
    );
}

fn found(name: &str, host: &str) -> FoundSite {
    let website = json!({"name": name, "url": format!("https://{host}")});
    let config = json!({"website": website, "rootEndpoint": format!("https://{host}/lws"), "attributes": []});
    FoundSite::from_config(config.to_string().as_bytes()).unwrap()
}

#[test]
fn a_site_that_got_another_name_keeps_what_happened_there() {
    let wallet = &fixture().wallet;
    for (host, name) in [("shop.example", "before"), ("shop.example", "after"), ("other.example", "before")] {
        wallet.add_site(found("Shop", host), Some(name)).unwrap();
    }
    wallet.remove_site("before").unwrap();
    let root = wallet.sites().unwrap()[0].root.clone();
    assert_eq!(root, "https://shop.example/lws");
    let entries = wallet.activity().unwrap();
    let of = |root: &str| entries.iter().filter(|one| one.root.as_deref() == Some(root)).count();
    assert_eq!(of(&root), 2, "{entries:?}");
    assert_eq!(of("https://other.example/lws"), 2, "its removal is told by the name alone: {entries:?}");
}
