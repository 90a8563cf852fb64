//! The specimens of Doc 9303, and what people make of them when they type.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::check::check_digit;
use super::{Check, Mrz, MrzError, Sex, Size, fill};
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
        assert_eq!((mrz.birth_date, mrz.expiry), (Some(date(1974, 8, 12)), Some(date(2012, 4, 15))));
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
    assert_eq!(Mrz::parse("P<UTO", TODAY), Err(MrzError::Length { characters: 5 }));
    assert_eq!(Mrz::parse("", TODAY), Err(MrzError::Length { characters: 0 }));
}

#[test]
fn centuries_follow_from_today() {
    let check = |birth: &str, expiry: &str, expected: (Option<Date>, Option<Date>)| {
        let mrz = Mrz::parse(
            &passport("P<UTOERIKSSON<<ANNA", &format!("L898902C3_UTO{birth}_F{expiry}_<<<<<<<<<<<<<<__")),
            TODAY,
        )
        .unwrap();
        assert_eq!((mrz.birth_date, mrz.expiry), expected, "{birth} {expiry}");
    };
    check("261122", "261122", (Some(date(2026, 11, 22)), Some(date(2026, 11, 22))));
    check("261123", "761231", (Some(date(1926, 11, 23)), Some(date(2076, 12, 31))));
    check("000229", "770101", (Some(date(2000, 2, 29)), Some(date(1977, 1, 1))));
    check("74<<<<", "<<<<<<", (None, None));
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
}

#[test]
fn a_passport_fills_attributes_that_are_valid() {
    let mrz = Mrz::parse(&passport("P<KENERIKSSON<<ANNA<MARIA", "L898902C3_KEN740812_F310415_ZE184226B<<<<<__"), TODAY);
    let proposals = fill(&mrz.unwrap(), TODAY);
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
    let of = |text: &str| fill(&Mrz::parse(text, TODAY).unwrap(), TODAY);
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
