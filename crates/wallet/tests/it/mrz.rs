use idw_wallet::{Problem, view::MrzAction};

use crate::{fixture, passport, text};

/// The specimen of ICAO 9303, part 4.
const ZONE: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

#[test]
fn a_zone_suggests_values_and_enters_those_that_are_not_held() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Änna")).unwrap();
    fixture.wallet.set_attribute(passport(1)).unwrap();
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
    assert_eq!(value("passport")["issued"], "2021-05-05", "the rest of the passport is kept");
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
