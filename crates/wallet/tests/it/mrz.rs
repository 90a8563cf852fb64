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
