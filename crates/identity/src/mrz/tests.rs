//! The specimens of Doc 9303, and what people make of them when they type.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::check::check_digit;
use super::{Check, Filled, Mrz, MrzError, Sex, Size, ZoneDate, fill};
use crate::Catalogue;

const TODAY: Date = date(2026, 11, 22);
const TD3: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
const TD1: &str = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";

#[derive(Deserialize)]
struct Vectors {
    check_digits: Vec<CheckDigit>,
    documents: Vec<Document>,
}

#[derive(Deserialize)]
struct CheckDigit {
    text: String,
    digit: u8,
}

#[derive(Deserialize)]
struct Document {
    size: String,
    lines: Vec<String>,
    code: String,
    number: String,
    optional_data: String,
}

fn vectors() -> Vectors {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/icao9303/specimens.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A zone with its check digits put right, from lines in which they are anything.
fn passport(names: &str, second_line: &str) -> String {
    let mut line: Vec<u8> = second_line.bytes().collect();
    for (start, end, digit) in [(0, 9, 9), (13, 19, 19), (21, 27, 27), (28, 42, 42)] {
        line[digit] = b'0' + check_digit(line[start..end].iter().copied());
    }
    let all = [&line[0..10], &line[13..20], &line[21..43]].concat();
    line[43] = b'0' + check_digit(all);
    format!("{names:<<44}\n{}", String::from_utf8(line).unwrap())
}

#[test]
fn published_check_digits() {
    let vectors = vectors().check_digits;
    for CheckDigit { text, digit } in &vectors {
        assert_eq!(check_digit(text.bytes()), *digit, "{text}");
    }
    assert_eq!(vectors.len(), 5);
}

#[test]
fn published_specimens() {
    let vectors = vectors().documents;
    for document in &vectors {
        let mrz = Mrz::parse(&document.lines.join("\n"), TODAY).unwrap();
        assert_eq!(format!("{:?}", mrz.size).to_uppercase(), document.size);
        assert_eq!(mrz.document_code, document.code);
        assert_eq!(mrz.number, document.number);
        assert_eq!(mrz.optional_data, document.optional_data);
        assert_eq!((mrz.surname.as_str(), mrz.given_names.as_str()), ("ERIKSSON", "ANNA MARIA"));
        assert_eq!((mrz.issuing_state.alpha3.as_str(), mrz.nationality.alpha3.as_str()), ("UTO", "UTO"));
        let days = (ZoneDate::Day(date(1974, 8, 12)), ZoneDate::Day(date(2012, 4, 15)));
        assert_eq!((mrz.birth_date, mrz.expiry), days);
        assert_eq!(mrz.sex, Sex::Female);
        assert!(!mrz.names_may_be_cut);
        let with_optional_data = document.size == "TD3";
        assert_eq!(mrz.checks.contains(&Check::OptionalData), with_optional_data);
        assert_eq!(mrz.checks.len(), if with_optional_data { 5 } else { 4 });
    }
    assert_eq!(vectors.len(), 3);
}

#[test]
fn people_type_as_they_like() {
    let expected = Mrz::parse(TD3, TODAY).unwrap();
    let check = |typed: &str| assert_eq!(Mrz::parse(typed, TODAY).as_ref(), Ok(&expected), "{typed}");
    check(&TD3.to_lowercase());
    check(&TD3.replace('\n', ""));
    check(&format!("\u{feff}{}", TD3.replace('\n', "\u{200b}\n\u{a0}")));
    check(&TD3.replace('\n', "\r\n\r\n"));
    check(&TD3.replace("<<ANNA", " << \n AN NA"));
    check(&TD3.replace("<<ANNA", "«ANNA"));
    check(&TD3.replace("<<<<<<<<<<<<<<<<<<<\n", "\n"));
    check(&TD3.replace("74O", "740").replace("1204159", "12O4159").replace("<<<10", "<<<1O"));
    let card = Mrz::parse(TD1, TODAY).unwrap();
    let without_fillers = TD1.replace("<<<<<<<<<<<<<<<\n", "\n").replace("MARIA<<<<<<<<<<", "MARIA");
    assert_eq!(Mrz::parse(&without_fillers, TODAY), Ok(card));
}

#[test]
fn an_o_is_only_read_as_zero_where_digits_are() {
    let with_zero = passport("P<UTOERIKSSON<<ANNA", "L80890000_UTO740812_F120415_<<<<<<<<<<<<<<__");
    let typed = with_zero.replacen("L8089000", "L8O89OOO", 1);
    let Err(MrzError::CheckDigits(failed)) = Mrz::parse(&typed, TODAY) else { panic!("the number is as typed") };
    assert_eq!(failed[0].check, Check::Number);
}

#[test]
fn each_mistake_is_named_with_its_place() {
    let check =
        |typed: String, expected: &str| assert_eq!(Mrz::parse(&typed, TODAY).unwrap_err().to_string(), expected);
    check(
        TD3.replace("L898902C3", "L898902C4"),
        "A character is mistyped: the document number (check digit in line 2, character 10; \
         checked: line 2, characters 1 to 9) does not fit.",
    );
    check(
        TD3.replace("7408122", "7408132").replace("1204159", "1204169"),
        "A character is mistyped: the date of birth (check digit in line 2, character 20; checked: line 2, characters \
         14 to 19) and the date of expiry (check digit in line 2, character 28; checked: line 2, characters 22 to 27) \
         do not fit.",
    );
    check(
        TD3.replace("<10", "<11"),
        "A character is mistyped: the whole zone (check digit in line 2, character 44) does not fit.",
    );
    check(TD3.replace("7408122", "74A8122"), "Line 2, character 16 has to be a digit.");
    check(TD3.replace("P<UTO", "P<UT0"), "Line 1, character 5 has to be a letter.");
    check(
        TD3.replace("P<UTO", "P*UTO"),
        "Character 2 cannot be in a machine-readable zone: only A to Z, 0 to 9 and < can.",
    );
    check(TD3.replacen('P', "V", 1), "This is the zone of a visa. Type that of a passport or an identity card.");
    check(
        passport("P<UTOERIKSSON<<ANNA", "L898902C3_UTO740231_F120415_<<<<<<<<<<<<<<__"),
        "The date of birth (line 2, from character 14) is not a day of the calendar.",
    );
    assert_eq!(Mrz::parse("P<UTO", TODAY), Err(MrzError::Length { lines: vec![5] }));
    assert_eq!(Mrz::parse("", TODAY), Err(MrzError::Length { lines: Vec::new() }));
    let error = Mrz::parse(&TD3.replace("898902", "89890"), TODAY).unwrap_err().to_string();
    assert!(error.contains("87 characters (lines of 44 and 43)"), "{error}");
    let error = Mrz::parse(&TD3.replacen("P<", "S<", 1), TODAY).unwrap_err();
    assert_eq!(error, MrzError::DocumentCode);
}

#[test]
fn a_year_of_two_digits_is_a_question_unless_there_is_no_doubt() {
    use ZoneDate::{Day, Either, Open};
    let dates = |birth: &str, expiry: &str| {
        let second = format!("L898902C3_UTO{birth}_F{expiry}_<<<<<<<<<<<<<<__");
        let mrz = Mrz::parse(&passport("P<UTOERIKSSON<<ANNA", &second), TODAY).unwrap();
        (mrz.birth_date, mrz.expiry)
    };
    let born = |digits: &str, expected: ZoneDate| assert_eq!(dates(digits, "301231").0, expected, "{digits}");
    born("740812", Day(date(1974, 8, 12)));
    born("270101", Day(date(1927, 1, 1)));
    born("040505", Day(date(2004, 5, 5)));
    born("000229", Day(date(2000, 2, 29)));
    born("261123", Day(date(1926, 11, 23)));
    born("261122", Either(date(1926, 11, 22), date(2026, 11, 22)));
    born("150203", Either(date(1915, 2, 3), date(2015, 2, 3)));
    born("74<<<<", Open);
    born("<<0812", Open);
    born("<<<<<<", Open);
    let ends = |digits: &str, expected: ZoneDate| assert_eq!(dates("740812", digits).1, expected, "{digits}");
    ends("261122", Day(date(2026, 11, 22)));
    ends("120415", Day(date(2012, 4, 15)));
    ends("460101", Day(date(2046, 1, 1)));
    ends("990101", Either(date(1999, 1, 1), date(2099, 1, 1)));
    ends("991231", Either(date(1999, 12, 31), date(2099, 12, 31)));
    ends("770101", Either(date(1977, 1, 1), date(2077, 1, 1)));
    ends("000229", Day(date(2000, 2, 29)));
    ends("<<<<<<", Open);
}

#[test]
fn either_day_is_proposed_and_neither_is_certain() {
    let second = "L898902C3_KEN150203_F990101_<<<<<<<<<<<<<<__";
    let filled = fill(&Mrz::parse(&passport("P<KENERIKSSON<<ANNA", second), TODAY).unwrap(), TODAY);
    let of = |name: &str| -> Vec<(Value, bool)> {
        let of_name = filled.proposals.iter().filter(|one| one.attribute == name);
        of_name.map(|one| (one.value.clone(), one.certain)).collect()
    };
    assert_eq!(of("date-of-birth"), [(json!("1915-02-03"), false), (json!("2015-02-03"), false)]);
    assert_eq!(of("passport"), [(json!({"expires": "1999-01-01"}), false), (json!({"expires": "2099-01-01"}), false)]);
}

#[test]
fn a_date_that_is_left_out_has_a_filler_for_a_check_digit_too() {
    let line =
        passport("P<UTOERIKSSON<<ANNA", "L898902C3_UTO740812_F<<<<<<_<<<<<<<<<<<<<<__").replace("F<<<<<<0", "F<<<<<<<");
    let mrz = Mrz::parse(&line, TODAY).unwrap();
    assert_eq!(mrz.expiry, ZoneDate::Open);
    let notes = fill(&mrz, TODAY).notes;
    assert!(notes.iter().any(|note| note.contains("no date of expiry")), "{notes:?}");
}

#[test]
fn people_with_one_kind_of_name_get_it_in_the_right_place() {
    let names = |field: &str| -> Vec<(&str, Value)> {
        let mrz = Mrz::parse(&passport(field, "L898902C3_IND740812_F340415_<<<<<<<<<<<<<<__"), TODAY).unwrap();
        let proposals = fill(&mrz, TODAY).proposals;
        let names = proposals.into_iter().filter(|one| one.attribute.ends_with("-name"));
        names.map(|one| (one.attribute, one.value)).collect()
    };
    assert_eq!(names("P<IND<<ADAMARIE<LOVE"), [("first-name", json!("Adamarie Love"))]);
    assert_eq!(names("P<INDADAMARIE<LOVE"), [("last-name", json!("Adamarie Love"))]);
    assert_eq!(names("P<INDLOVE<<ADA"), [("first-name", json!("Ada")), ("last-name", json!("Love"))]);
    assert!(names("P<IND").is_empty());
}

#[test]
fn zones_of_other_documents_are_named_as_what_they_are() {
    let check = |text: &str, says: &str| {
        let error = Mrz::parse(text, TODAY).unwrap_err().to_string();
        assert!(error.contains(says) && !error.contains("mistyped:"), "{text}: {error}");
    };
    let french = "IDFRAEXAMPLE<<<<<<<<<<<<<<<<<<<<<<<<\n1305675007505ADA<<MARIE<<<<7408122F1";
    check(french, "a French identity card of the old kind");
    check(&french.replace('\n', ""), "a French identity card of the old kind");
    check(&french.to_lowercase(), "a French identity card of the old kind");
    check("AAA001D<<\nFACHE305142128097<<800126<<<<<\nEXAMPLE<<ADA<<<<<<<<<<<<<<<<<<", "a driving licence");
    check("D1NLD15094962111659VV5LB3N2F23", "a driving licence");
    check(&TD1.replacen("I<UTO", "DLUTO", 1), "a driving licence");
    check(&TD3.replacen("P<UTO", "V<UTO", 1), "a visa");
    let visa = format!("V<UTO{:<<31}\n{}", "ERIKSSON<<ANNA", "L8988901C4XXX4009078F9612109<<<<<<<<");
    check(&visa, "a visa");
}

#[test]
fn nationalities_that_are_no_country_are_told_and_left_out() {
    let filled = |code: &str| -> Filled {
        let second = format!("L898902C3_{code:<<3}740812_F340415_<<<<<<<<<<<<<<__");
        fill(&Mrz::parse(&passport(&format!("P<{code:<<3}EXAMPLE<<ADA"), &second), TODAY).unwrap(), TODAY)
    };
    let check = |code: &str, says: &str| {
        let Filled { proposals, notes } = filled(code);
        assert!(!proposals.iter().any(|one| one.attribute == "nationality"), "{code}: {proposals:?}");
        assert!(notes[0].contains(says), "{code}: {notes:?}");
    };
    check("RKS", "Kosovo (RKS)");
    check("XKX", "Kosovo (XKX)");
    check("XXA", "stateless person (XXA)");
    check("XXB", "refugee");
    check("XXC", "refugee");
    check("XXX", "unspecified nationality");
    check("UNO", "United Nations (UNO)");
    check("UNA", "specialized agency");
    check("UNK", "resident of Kosovo");
    check("XOM", "Order of Malta");
    check("XPO", "Interpol");
    check("EUE", "European Union");
    check("XBA", "African Development Bank");
    check("QQQ", "QQQ, a code that Doc 9303 does not list");
    let german = filled("D");
    assert_eq!(german.notes, Vec::<String>::new());
    assert!(german.proposals.iter().any(|one| one.value == json!({"country": "DE"}) && one.certain));
    for (code, meaning) in [
        ("GBD", "Overseas Territories"),
        ("GBN", "(Overseas)"),
        ("GBO", "Overseas citizen"),
        ("GBP", "protected"),
        ("GBS", "subject"),
    ] {
        let Filled { proposals, notes } = filled(code);
        let nationality = proposals.iter().find(|one| one.attribute == "nationality").unwrap();
        assert_eq!((&nationality.value, nationality.certain), (&json!({"country": "GB"}), false), "{code}");
        assert!(notes[0].contains(meaning), "{code}: {notes:?}");
    }
}

#[test]
fn a_card_for_a_foreigner_is_no_national_id() {
    let filled = fill(&Mrz::parse(&residence_permit(), TODAY).unwrap(), TODAY);
    let names: Vec<_> = filled.proposals.iter().map(|one| one.attribute).collect();
    assert_eq!(names, ["first-name", "last-name", "date-of-birth", "nationality"]);
    assert!(filled.notes[0].contains("residence permit"), "{:?}", filled.notes);
}

/// A card that Kenya gave to a German.
fn residence_permit() -> String {
    let mut lines = [
        b"IRKEND231458907<<<<<<<<<<<<<<<".to_vec(),
        b"7408122F3104159D<<<<<<<<<<<<<_".to_vec(),
        b"ERIKSSON<<ANNA<MARIA<<<<<<<<<<".to_vec(),
    ];
    lines[1][14] = b'0' + check_digit(lines[1][8..14].iter().copied());
    let all = [&lines[0][5..30], &lines[1][0..7], &lines[1][8..15], &lines[1][18..29]].concat();
    lines[1][29] = b'0' + check_digit(all);
    lines.map(|line| String::from_utf8(line).unwrap()).join("\n")
}

#[test]
fn long_card_numbers_go_on_in_the_optional_data() {
    let mut lines = [
        b"I<YTOD23145890<AB112234566<<<<".to_vec(),
        b"3407127M9507122YTO<<<<<<<<<<<_".to_vec(),
        b"STEVENSON<<PETER<<<<<<<<<<<<<<".to_vec(),
    ];
    let all = [&lines[0][5..30], &lines[1][0..7], &lines[1][8..15], &lines[1][18..29]].concat();
    lines[1][29] = b'0' + check_digit(all);
    let text = String::from_utf8(lines.concat()).unwrap();
    let mrz = Mrz::parse(&text, TODAY).unwrap();
    assert_eq!((mrz.size, mrz.number.as_str()), (Size::Td1, "D23145890AB11223456"));
    assert_eq!(mrz.optional_data, "");
}

#[test]
fn a_name_that_fills_its_place_may_be_cut() {
    let names = format!("P<UTO{}<<{}", "A".repeat(18), "B".repeat(19));
    let mrz = Mrz::parse(&passport(&names, "L898902C3_UTO740812_F120415_<<<<<<<<<<<<<<__"), TODAY).unwrap();
    assert!(mrz.names_may_be_cut);
    assert!(fill(&mrz, TODAY).proposals.iter().filter(|one| one.attribute.ends_with("-name")).all(|one| !one.certain));
}

#[test]
fn a_passport_fills_attributes_that_are_valid() {
    let mrz = Mrz::parse(&passport("P<KENERIKSSON<<ANNA<MARIA", "L898902C3_KEN740812_F310415_ZE184226B<<<<<__"), TODAY);
    let Filled { proposals, notes } = fill(&mrz.unwrap(), TODAY);
    assert_eq!(notes, Vec::<String>::new());
    let uncertain: Vec<_> = proposals.iter().filter(|p| !p.certain).map(|p| p.attribute).collect();
    assert_eq!(uncertain, ["national-id-number"], "optional data is no national number for certain");
    let values: Vec<(&str, Value)> = proposals.iter().map(|p| (p.attribute, p.value.clone())).collect();
    let expected = [
        ("first-name", json!("Anna Maria")),
        ("last-name", json!("Eriksson")),
        ("date-of-birth", json!("1974-08-12")),
        ("nationality", json!({"country": "KE"})),
        ("passport", json!({"expires": "2031-04-15"})),
        ("national-id-number", json!({"id_number": "ZE184226B", "issuing_country": "KE"})),
    ];
    assert_eq!(values, expected);
    for (name, value) in &values {
        let ty = Catalogue::builtin().find(name).unwrap();
        // Its pictures are for the person to add.
        assert!(*name == "passport" || ty.validate(value).is_ok(), "{name}");
    }
}

#[test]
fn a_card_fills_a_national_number_and_an_old_document_says_so() {
    let of = |text: &str| fill(&Mrz::parse(text, TODAY).unwrap(), TODAY).proposals;
    let specimen = of(TD1);
    let names: Vec<_> = specimen.iter().map(|proposal| proposal.attribute).collect();
    assert_eq!(names, ["first-name", "last-name", "date-of-birth", "national-id"], "Utopia is no country");
    assert!(specimen[3].note.is_some_and(|note| note.contains("expired")));
    let kenyan = of(&TD1.replace("UTO", "KEN"));
    assert_eq!(kenyan[3].value, json!({"country": "KE"}));
    assert_eq!(kenyan[5].value, json!({"id_number": "D23145890", "issuing_country": "KE"}));
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "[A-Z0-9< \n]{0,100}") {
        let _ = Mrz::parse(&text, TODAY);
    }

    #[test]
    fn no_zone_breaks_the_reader(text in "[A-Z0-9<]{88}|[A-Z0-9<]{72}|[A-Z0-9<]{90}|[A-Z<]{44}[A-Z0-9<]{13}[0-9]{7}[MF<][0-9]{7}[A-Z0-9<]{16}") {
        let _ = Mrz::parse(&text, TODAY);
    }

    #[test]
    fn one_wrong_digit_in_a_date_is_always_found(at in prop_oneof![13_usize..19, 21_usize..27], step in 1_u8..10) {
        let mut typed: Vec<u8> = TD3.bytes().collect();
        let place = 45 + at;
        typed[place] = b'0' + (typed[place] - b'0' + step) % 10;
        // The weights 7, 3 and 1 have no factor in common with 10, so no single digit escapes.
        let outcome = Mrz::parse(std::str::from_utf8(&typed).unwrap(), TODAY);
        prop_assert!(matches!(outcome, Err(MrzError::CheckDigits(_))));
    }
}
