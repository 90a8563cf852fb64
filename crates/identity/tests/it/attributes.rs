//! For each attribute a value that fits and several that do not.

use std::collections::BTreeSet;

use idw_identity::Catalogue;
use serde_json::{Value, json};

use crate::{builtin, pdf, picture, recording};

/// Name, values that fit, and values that do not with the place of the fault.
type Row = (&'static str, Vec<Value>, Vec<(Value, &'static str)>);

fn without(value: &Value, property: &str) -> Value {
    let mut value = value.clone();
    value.as_object_mut().unwrap().remove(property).unwrap();
    value
}

fn with(value: &Value, property: &str, part: Value) -> Value {
    let mut value = value.clone();
    value[property] = part;
    value
}

/// A document: fits in full and with the required parts only, and misses each required part in turn.
fn document(name: &'static str, full: Value, required: &[&'static str], pointers: &[&'static str]) -> Row {
    let optional: Vec<_> =
        full.as_object().unwrap().keys().filter(|key| !required.contains(&key.as_str())).cloned().collect();
    let least = optional.iter().fold(full.clone(), |value, property| without(&value, property));
    let mut bad: Vec<_> =
        required.iter().zip(pointers).map(|(property, pointer)| (without(&full, property), *pointer)).collect();
    bad.push((json!("text"), ""));
    if full.get("issued").is_some() {
        bad.push((with(&full, "issued", json!("yesterday")), "/issued"));
    }
    if full.get("extra").is_some() {
        bad.push((
            with(&full, "extra", json!([{"mimeType": "text/html", "size": 1, "content": "x"}])),
            "/extra/0/mimeType",
        ));
    }
    let tolerant = with(&full, "unheard_of", json!(1));
    (name, vec![full, least, tolerant], bad)
}

fn strings() -> Vec<Row> {
    let bad_string = || vec![(json!(""), ""), (json!(7), ""), (json!({}), ""), (json!(["Ada"]), "")];
    let mut rows: Vec<Row> =
        ["first-name", "middle-name", "last-name", "work-place", "company-name", "tax-id-number", "public-key"]
            .into_iter()
            .map(|name| (name, vec![json!("Ada"), json!("Ünï 漢字 'O\\"), json!("x".repeat(5000))], bad_string()))
            .collect();
    rows.extend([
        (
            "btc-address",
            vec![json!("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"), json!("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq")],
            vec![(json!("2BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"), ""), (json!("1BvBM"), ""), (json!(1), "")],
        ),
        (
            "eth-address",
            vec![json!("0x52908400098527886E0F7030069857D2E4169EE7")],
            vec![
                (json!("52908400098527886E0F7030069857D2E4169EE7"), ""),
                (json!("0x52908400098527886E0F7030069857D2E4169EEg"), ""),
                (json!(0), ""),
            ],
        ),
        (
            "dash-address",
            vec![json!("XpESxaUmonkq8RaLLp46Brx2K39ggQe226")],
            vec![(json!("YpESxaUmonkq8RaLLp46Brx2K39ggQe226"), ""), (json!("X0"), "")],
        ),
        (
            "phone-number",
            vec![json!("+4420794600"), json!("(020) 794-60000"), json!("555.123.4567")].into_iter().skip(1).collect(),
            vec![(json!("12"), ""), (json!("+44 20 7946 0000 ext 5"), ""), (json!(5_551_234_567_u64), "")],
        ),
        (
            "email",
            vec![json!("ada@mail.example"), json!("ada.example+kyc@sub.mail.example")],
            vec![
                (json!("ada"), ""),
                (json!("ada@"), ""),
                (json!("@mail.example"), ""),
                (json!("a b@mail.example"), ""),
                (json!(null), ""),
            ],
        ),
        (
            "date-of-birth",
            vec![json!("1985-04-12"), json!("2000-02-29")],
            vec![
                (json!("1985-4-12"), ""),
                (json!("1985-02-30"), ""),
                (json!("12.04.1985"), ""),
                (json!("1985-04-12T00:00:00Z"), ""),
                (json!(19_850_412), ""),
            ],
        ),
        ("incorporation-date", vec![json!("2010-01-01")], vec![(json!("2010-13-01"), ""), (json!(""), "")]),
        (
            "legal-entity-type",
            ["ltd", "llc", "tst", "fnd", "llp", "other"].map(Value::from).to_vec(),
            vec![(json!("LTD"), ""), (json!("gmbh"), ""), (json!(["ltd"]), "")],
        ),
        (
            "legal-jurisdiction",
            vec![json!("MT"), json!("US-DE"), json!("AE-DU"), json!("CA-BC")],
            vec![(json!("us-de"), ""), (json!("US-ZZ"), ""), (json!("Malta"), ""), (json!("XX"), "")],
        ),
    ]);
    rows
}

fn objects() -> Vec<Row> {
    let mut rows: Vec<Row> = ["nationality", "country-of-residency", "domicile"]
        .into_iter()
        .map(|name| {
            (
                name,
                vec![json!({"country": "KE"}), json!({"country": "GB", "more": 1})],
                vec![
                    (json!({}), "/country"),
                    (json!({"country": "ke"}), "/country"),
                    (json!({"country": "Kenya"}), "/country"),
                    (json!({"country": "XX"}), "/country"),
                    (json!("KE"), ""),
                ],
            )
        })
        .collect();
    rows[0].1.push(json!({"country": "KE", "denonym": "Kenyan"}));
    rows[0].2.push((json!({"country": "KE", "denonym": 1}), "/denonym"));
    let address = json!({"address_line_1": "1 High Street", "address_line_2": "Flat 2", "city": "Nairobi", "province": "Nairobi", "postalcode": "00100"});
    rows.push((
        "physical-address",
        vec![address.clone(), json!({"address_line_1": "1 High Street"})],
        vec![
            (without(&address, "address_line_1"), "/address_line_1"),
            (with(&address, "postalcode", json!(100)), "/postalcode"),
            (json!("1 High Street"), ""),
        ],
    ));
    rows.push((
        "national-id-number",
        vec![json!({"id_number": "AB 123", "issuing_country": "FR"})],
        vec![
            (json!({"id_number": "AB 123"}), "/issuing_country"),
            (json!({"issuing_country": "FR"}), "/id_number"),
            (json!({"id_number": "AB 123", "issuing_country": "France"}), "/issuing_country"),
            (json!({"id_number": 123, "issuing_country": "FR"}), "/id_number"),
        ],
    ));
    rows.push((
        "business-types",
        vec![json!(["software"]), json!(["software", "Lighthouse keeping"]), json!([])],
        vec![(json!("software"), ""), (json!([1]), "/0"), (json!([""]), "/0")],
    ));
    let member = json!({"positions": ["director-ltd", "shareholder"], "equity": 62.5, "entity": {"name": "Ada Example", "country": "KE"}});
    let structure = json!({"companyType": "ltd", "members": [member, {"entity": {"name": "Example Ltd"}}]});
    let with_equity = |equity: Value| json!({"companyType": "ltd", "members": [{"equity": equity}]});
    rows.push((
        "corporate-structure",
        vec![structure.clone(), json!({"companyType": "fnd", "members": []})],
        vec![
            (without(&structure, "members"), "/members"),
            (without(&structure, "companyType"), "/companyType"),
            (with(&structure, "companyType", json!("gmbh")), "/companyType"),
            (with_equity(json!(101)), "/members/0/equity"),
            (with_equity(json!("half")), "/members/0/equity"),
            (json!({"companyType": "ltd", "members": [{"positions": "director-ltd"}]}), "/members/0/positions"),
        ],
    ));
    rows
}

fn documents() -> Vec<Row> {
    let selfie = || json!({"image": picture("d9")});
    let pages = |name| {
        document(
            name,
            json!({"images": [picture("d1"), pdf("d2")], "issued": "2026-01-31", "extra": [pdf("d3")]}),
            &["images", "issued"],
            &["/images", "/issued"],
        )
    };
    let single = |name| {
        document(
            name,
            json!({"image": pdf("d1"), "issued": "2026-01-31", "extra": []}),
            &["image", "issued"],
            &["/image", "/issued"],
        )
    };
    let undated =
        |name| document(name, json!({"images": [picture("d1")], "extra": [pdf("d3")]}), &["images"], &["/images"]);
    let mut rows = vec![
        pages("bank-statement"),
        pages("utility-bill"),
        pages("member-register"),
        single("certificate-of-incorporation"),
        single("tax-certificate"),
        undated("birth-certificate"),
        undated("fingerprint"),
        document(
            "drivers-license",
            json!({"front": picture("d1"), "back": picture("d2"), "expires": "2031-05-04", "selfie": selfie(), "extra": []}),
            &["front", "back", "expires"],
            &["/front", "/back", "/expires"],
        ),
        document(
            "national-id",
            json!({"front": picture("d1"), "back": picture("d2"), "issued": "2021-05-04", "expires": "2031-05-04", "selfie": selfie(), "extra": []}),
            &["front", "issued", "selfie"],
            &["/front", "/issued", "/selfie"],
        ),
        document(
            "passport",
            json!({"image": picture("d1"), "issued": "2021-05-04", "expires": "2031-05-04", "selfie": selfie(), "extra": [pdf("d3")]}),
            &["image", "issued", "expires", "selfie"],
            &["/image", "/issued", "/expires", "/selfie"],
        ),
        document(
            "registration-certificate",
            json!({"image": pdf("d1"), "company_name": "Example Ltd", "registration_number": "C 123", "issued": "2020-02-02", "extra": []}),
            &["image", "company_name", "registration_number", "issued"],
            &["/image", "/company_name", "/registration_number", "/issued"],
        ),
    ];
    for name in ["cv", "external-document", "professional-reference-letter"] {
        rows.push((
            name,
            vec![json!([pdf("d1")]), json!([pdf("d1"), picture("d2")])],
            vec![(json!([]), ""), (pdf("d1"), ""), (json!([recording("d1")]), "/0/mimeType"), (json!(["d1"]), "/0")],
        ));
    }
    rows.push((
        "voice-id",
        vec![json!([recording("d1")])],
        vec![(json!([picture("d1")]), "/0/mimeType"), (json!([]), "")],
    ));
    for name in ["id-selfie", "national-id-back"] {
        rows.push((
            name,
            vec![picture("d1"), pdf("d1")],
            vec![
                (json!([picture("d1")]), ""),
                (json!({"mimeType": "image/png", "size": 1}), "/content"),
                (json!("d1"), ""),
            ],
        ));
    }
    rows
}

fn rows() -> Vec<Row> {
    [strings(), objects(), documents()].concat()
}

#[test]
fn every_attribute_takes_good_values_and_names_what_is_wrong_with_bad_ones() {
    let mut seen = BTreeSet::new();
    for (name, good, bad) in rows() {
        let ty = builtin(name);
        assert!(seen.insert(name), "{name} has one row");
        assert!(!good.is_empty() && !bad.is_empty(), "{name}");
        for value in good {
            assert_eq!(ty.validate(&value), Ok(()), "{name} {value}");
            assert!(ty.accepts(&value));
        }
        for (value, pointer) in bad {
            let violations = ty.validate(&value).expect_err(&format!("{name} takes {value}"));
            assert!(violations.iter().any(|violation| violation.pointer == pointer), "{name} {value}: {violations:?}");
            assert!(!ty.accepts(&value));
        }
    }
    let all: BTreeSet<_> = Catalogue::builtin().all().map(idw_identity::AttributeType::short_name).collect();
    assert_eq!(seen, all, "every attribute has a row");
}

#[test]
fn files_have_their_limits() {
    let file = |mime_type: &str, size: Value| json!({"mimeType": mime_type, "size": size, "content": "d1"});
    let check = |file: Value, fault: Option<&str>| {
        let found = builtin("id-selfie").validate(&file).err().map(|violations| violations[0].pointer.clone());
        assert_eq!(found.as_deref(), fault, "{file}");
    };
    check(file("image/png", json!(50_000_000)), None);
    check(file("image/png", json!(50_000_001)), Some("/size"));
    check(file("image/png", json!(-1)), Some("/size"));
    check(file("image/png", json!(1.5)), Some("/size"));
    check(file("image/png", json!("1")), Some("/size"));
    check(file("image/jpg", json!(1)), Some("/mimeType"));
    check(file("image/gif", json!(1)), Some("/mimeType"));
}

#[test]
fn violations_are_sentences_that_never_repeat_the_value() {
    const CANARY: &str = "K4N4RY";
    fn poisoned(value: &Value) -> Value {
        match value {
            Value::Object(map) => map.iter().map(|(key, part)| (key.clone(), poisoned(part))).collect(),
            Value::Array(list) => list.iter().map(poisoned).collect(),
            Value::String(_) => json!({CANARY: CANARY}),
            _ => json!(CANARY),
        }
    }
    let mut sentences = BTreeSet::new();
    for (name, good, bad) in rows() {
        let values = good.iter().chain(bad.iter().map(|(value, _)| value)).map(poisoned);
        for violation in values.filter_map(|value| builtin(name).validate(&value).err()).flatten() {
            let said = violation.to_string();
            assert!(!said.contains(CANARY) && !format!("{violation:?}").contains(CANARY), "{violation:?}");
            assert!(said.ends_with('.') && said.starts_with(char::is_uppercase), "{violation:?}");
            sentences.insert(said);
        }
    }
    assert!(sentences.len() > 30, "many different faults were seen: {sentences:#?}");
}

#[test]
fn sentences_read_well() {
    let check = |name: &str, value: Value, pointer: &str, message: &str| {
        let violations = builtin(name).validate(&value).unwrap_err();
        assert_eq!((violations[0].pointer.as_str(), violations[0].to_string().as_str()), (pointer, message));
    };
    check("first-name", json!(""), "", "The value must not be empty.");
    check("first-name", json!(1), "", "The value has to be text.");
    check("email", json!("ada"), "", "The value has to be an email address such as name@mail.example.");
    check("nationality", json!({}), "/country", "Country is missing.");
    check("nationality", json!({"country": "xx"}), "/country", "Country is not one of the values that are allowed.");
    check("utility-bill", json!({"images": [], "issued": "2026-01-01"}), "/images", "Pages needs at least one entry.");
    check(
        "utility-bill",
        json!({"images": [{}], "issued": "2026-01-01"}),
        "/images/0/content",
        "Pages, entry 1: Content is missing.",
    );
    check("id-selfie", json!({"content": "x", "size": 60_000_000}), "/size", "Size has to be 50000000 or less.");
}
