use idw_wallet::{Problem, SetAttribute, Wallet, view::MrzAction};

use crate::{fixture, passport, text};

/// The specimen of ICAO 9303, part 4.
const ZONE: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

#[test]
fn a_zone_suggests_values_and_enters_those_that_are_not_held() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Änna")).unwrap();
    fixture.wallet.set_attribute(passport(1)).unwrap();
    expires(&fixture.wallet, "2011-04-15");
    let zone = fixture.wallet.read_mrz(ZONE).unwrap();
    assert!(zone.passport && zone.expired);
    assert_eq!((zone.number.as_str(), zone.expires.as_deref()), ("L898902C3", Some("2012-04-15")));
    let actions: Vec<_> = zone.proposals.iter().map(|one| (one.name.as_str(), one.action)).collect();
    assert!(actions.contains(&("first-name", MrzAction::Held)), "{actions:?}");
    assert!(actions.contains(&("last-name", MrzAction::Enter)), "{actions:?}");
    assert!(actions.contains(&("passport", MrzAction::Update)), "{actions:?}");
    assert!(fixture.wallet.attribute("last-name").is_err(), "reading enters nothing");
    fixture.wallet.apply_mrz(&zone).unwrap();
    let value = |name: &str| fixture.wallet.attribute(name).unwrap()[0].value.clone();
    assert_eq!(value("first-name"), "Änna", "what is held stays");
    assert_eq!(value("last-name"), "Eriksson");
    assert_eq!(value("date-of-birth"), "1974-08-12");
    assert_eq!(value("passport")["expires"], "2012-04-15");
    assert_eq!(value("passport")["issued"], "2001-05-05", "the rest of the passport is kept");
}

fn expires(wallet: &Wallet, day: &str) {
    let fields = vec![("issued".to_owned(), "2001-05-05".to_owned()), ("expires".to_owned(), day.to_owned())];
    wallet.set_attribute(SetAttribute { name: "passport".to_owned(), fields, ..SetAttribute::default() }).unwrap();
}

#[test]
fn a_date_that_is_later_or_is_of_somebody_else_stays() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    wallet.set_attribute(passport(1)).unwrap();
    let check = |held: &str, says: &str| {
        expires(wallet, held);
        let zone = wallet.read_mrz(ZONE).unwrap();
        let passport = zone.proposals.iter().find(|one| one.name == "passport").unwrap();
        assert_eq!(passport.action, MrzAction::Held, "{held}");
        assert!(passport.note.as_deref().is_some_and(|note| note.contains(says)), "{:?}", passport.note);
        wallet.apply_mrz(&zone).unwrap();
        assert_eq!(wallet.attribute("passport").unwrap()[0].value["expires"], held);
    };
    check("2034-05-03", "valid longer");
    wallet.set_attribute(text("date-of-birth", "1990-12-10")).unwrap();
    check("2011-04-15", "another date of birth");
}

#[test]
fn a_passport_without_pictures_is_not_entered_and_a_mistyped_zone_is_refused() {
    let fixture = fixture();
    let zone = fixture.wallet.read_mrz(ZONE).unwrap();
    assert!(zone.proposals.iter().any(|one| one.name == "passport" && one.action == MrzAction::NeedsMore));
    fixture.wallet.apply_mrz(&zone).unwrap();
    assert!(fixture.wallet.attribute("passport").is_err());
    let error = fixture.wallet.read_mrz(&ZONE.replace("7408122", "7408132")).unwrap_err();
    assert_eq!(error.problem(), Problem::Usage, "{error}");
}

#[test]
fn only_what_a_zone_says_for_certain_is_entered_and_the_rest_is_left_to_the_person() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    // Of Kosovo, born in 15 and valid until 99: each a question.
    let zone = "P<RKSEXAMPLE<<ADA<<<<<<<<<<<<<<<<<<<<<<<<<<<\nP000011117RKS1502039F9901018ZE184226B<<<<<14";
    let mut zone = wallet.read_mrz(zone).unwrap();
    let of = |zone: &idw_wallet::view::MrzView, name: &str| -> Vec<_> {
        let all = zone.proposals.iter().filter(|one| one.name == name);
        all.map(|one| (one.key(), one.action)).collect()
    };
    assert!(zone.notes.iter().any(|note| note.contains("Kosovo (RKS)")), "{:?}", zone.notes);
    assert!(of(&zone, "nationality").is_empty());
    assert!(of(&zone, "national-id-number").is_empty());
    let births = [
        ("date-of-birth=1915-02-03".to_owned(), MrzAction::Propose),
        ("date-of-birth=2015-02-03".to_owned(), MrzAction::Propose),
    ];
    assert_eq!(of(&zone, "date-of-birth"), births);
    assert_eq!(of(&zone, "passport").len(), 2);
    assert_eq!(zone.expires, None);
    wallet.apply_mrz(&zone).unwrap();
    assert_eq!(wallet.attribute("last-name").unwrap()[0].value, "Example");
    assert!(wallet.attribute("date-of-birth").is_err(), "no century is guessed");
    assert!(!zone.take("date-of-birth=2000-01-01") && !zone.take("date-of-birth"));
    assert!(zone.take("date-of-birth=1915-02-03"));
    zone.proposals.retain(|one| one.name == "date-of-birth");
    wallet.apply_mrz(&zone).unwrap();
    assert_eq!(wallet.attribute("date-of-birth").unwrap()[0].value, "1915-02-03");
    let again =
        wallet.read_mrz("P<RKSEXAMPLE<<ADA<<<<<<<<<<<<<<<<<<<<<<<<<<<\nP000011117RKS1502039F9901018ZE184226B<<<<<14");
    let held = [("date-of-birth".to_owned(), MrzAction::Held)];
    assert_eq!(of(&again.unwrap(), "date-of-birth"), held, "what is held settles it");
}

#[test]
fn optional_data_become_a_national_number_only_when_the_person_says_so() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    let zone = ZONE.replace("UTO", "KEN");
    let mut zone = wallet.read_mrz(&zone).unwrap();
    let number = zone.proposals.iter().find(|one| one.name == "national-id-number").unwrap();
    assert_eq!(number.action, MrzAction::Propose);
    wallet.apply_mrz(&zone).unwrap();
    assert!(wallet.attribute("national-id-number").is_err());
    assert!(zone.take("national-id-number"));
    zone.proposals.retain(|one| one.name == "national-id-number");
    wallet.apply_mrz(&zone).unwrap();
    assert_eq!(wallet.attribute("national-id-number").unwrap()[0].value["id_number"], "ZE184226B");
}
