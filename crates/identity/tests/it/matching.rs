use std::sync::Arc;

use idw_identity::{
    AttributeType, Catalogue, Held, Matched, Missing, Note, RequiredBy, Requirement, SchemaUrl, Subject,
    match_requirements,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{builtin, picture};

const TODAY: Date = date(2026, 6, 1);

fn url(text: &str) -> SchemaUrl {
    SchemaUrl::parse(text).unwrap()
}

fn platform(name: &str) -> SchemaUrl {
    url(&format!("http://platform.selfkey.org/schema/attribute/{name}.json"))
}

fn asks(schema: SchemaUrl) -> Requirement {
    Requirement::new(None, schema, None, None, RequiredBy::SiteConfig)
}

fn passport(issued: &str, expires: &str) -> Value {
    json!({"image": picture("d1"), "issued": issued, "expires": expires, "selfie": {"image": picture("d2")}})
}

fn answer(requirement: Requirement, held: &[Held<'_, u32>]) -> Matched<u32> {
    let mut matched = match_requirements(&[requirement], held, Catalogue::builtin(), TODAY);
    assert_eq!(matched.len(), 1);
    matched.remove(0)
}

fn keys(matched: &Matched<u32>) -> Vec<u32> {
    matched.candidates().iter().map(|candidate| candidate.key).collect()
}

#[test]
fn one_attribute_has_many_spellings() {
    let (day, bad) = (json!("1985-04-12"), json!("soon"));
    let held = [
        Held::new(1, platform("date-of-birth"), &day),
        Held::new(2, platform("birthdate"), &day),
        Held::new(3, platform("date-of-birth"), &bad),
        Held::new(4, platform("incorporation-date"), &day),
    ];
    for spelling in [
        "http://platform.selfkey.org/schema/attribute/date-of-birth.json",
        "https://platform.selfkey.org/schema/attribute/birthdate.json ",
    ] {
        assert_eq!(keys(&answer(asks(url(spelling)), &held)), [1, 2], "{spelling}");
    }
}

#[test]
fn the_default_comes_first_then_what_is_still_valid() {
    let (expired, soon, fresh) = (
        passport("2016-05-04", "2026-05-31"),
        passport("2016-05-04", "2026-06-01"),
        passport("2026-07-01", "2031-05-04"),
    );
    let mut held = [
        Held::new(1, platform("passport"), &expired),
        Held::new(2, platform("passport"), &soon),
        Held::new(3, platform("passport"), &fresh),
    ];
    let matched = answer(asks(platform("passport")), &held);
    assert_eq!(keys(&matched), [2, 3, 1]);
    assert_eq!(matched.candidates()[0].notes, [Note::ExpiresSoon { on: TODAY, days: 0 }]);
    assert_eq!(matched.candidates()[1].notes, [Note::IssuedInFuture { on: date(2026, 7, 1) }]);
    assert_eq!(matched.candidates()[2].notes, [Note::Expired { on: date(2026, 5, 31) }]);
    assert!(!matched.blocks(), "an expired passport can be sent if the user insists");

    held[0].is_default = true;
    let matched = answer(asks(platform("passport")), &held);
    assert_eq!(keys(&matched), [1, 2, 3]);
    assert!(matched.best().unwrap().is_expired());
}

#[test]
fn expiry_is_noted_from_ninety_days_before() {
    let notes = |expires: &str| {
        let value = passport("2020-01-01", expires);
        answer(asks(platform("passport")), &[Held::new(1, platform("passport"), &value)]).candidates()[0].notes.clone()
    };
    assert_eq!(notes("2026-08-30"), [Note::ExpiresSoon { on: date(2026, 8, 30), days: 90 }]);
    assert_eq!(notes("2026-08-31"), []);
    assert_eq!(notes("9999-12-31"), []);
    assert_eq!(notes("0001-01-01"), [Note::Expired { on: date(1, 1, 1) }]);
}

#[test]
fn what_is_missing_says_why() {
    let check = |asked: SchemaUrl, held: &[Held<'_, u32>], why: Missing| {
        let matched = answer(asks(asked), held);
        assert_eq!(matched.missing(), Some(&why));
        assert!(matched.blocks() && matched.best().is_none());
    };
    let (name, email) = (json!("Example Ltd"), json!("ada"));
    check(platform("email"), &[], Missing::NotHeld);
    check(platform("email"), &[Held::new(1, platform("company-name"), &name)], Missing::NotHeld);
    check(platform("shoe-size"), &[Held::new(1, platform("shoe-size"), &name)], Missing::UnknownType);
    let violations = builtin("email").validate(&email).unwrap_err();
    check(platform("email"), &[Held::new(1, platform("email"), &email)], Missing::HeldButInvalid { violations });
    let of_a_person = Held { subject: Subject::Person, ..Held::new(1, platform("company-name"), &name) };
    check(
        platform("company-name"),
        std::slice::from_ref(&of_a_person),
        Missing::HeldForOtherKind { needs: Subject::Company },
    );
    let of_the_company = Held { subject: Subject::Company, ..of_a_person.clone() };
    assert_eq!(keys(&answer(asks(platform("company-name")), &[of_a_person, Held { key: 2, ..of_the_company }])), [2]);
}

#[test]
fn what_is_optional_never_blocks() {
    let optional =
        Requirement::new(Some("7".into()), platform("email"), Some("Mail".into()), None, RequiredBy::KycTemplate);
    let matched = answer(optional.clone(), &[]);
    assert!(!matched.blocks());
    assert_eq!(matched.requirement, optional, "id and label come back unchanged");
}

#[test]
fn a_sites_own_attribute_matches_once_its_schema_is_known() {
    let member = url("https://rp.example/schemas/member.json");
    let (good, bad) = (json!(7), json!("seven"));
    let held = [Held::new(1, url("http://rp.example/schemas/member.json"), &bad), Held::new(2, member.clone(), &good)];
    assert_eq!(answer(asks(member.clone()), &held).missing(), Some(&Missing::UnknownType));
    let ty = AttributeType::from_schema(member.clone(), json!({"type": "integer"})).unwrap();
    let catalogue = Catalogue::builtin().with([Arc::new(ty)]);
    assert_eq!(keys(&match_requirements(&[asks(member)], &held, &catalogue, TODAY)[0]), [2]);
}

/// Names that requirements and held values are drawn from; the number is the attribute it names.
const SPELLINGS: [(u8, &str); 10] = [
    (0, "http://platform.selfkey.org/schema/attribute/date-of-birth.json"),
    (0, "https://platform.selfkey.org/schema/attribute/birthdate.json"),
    (1, "https://platform.selfkey.org/schema/attribute/email.json "),
    (1, "http://platform.selfkey.org/schema/attribute/email.json"),
    (2, "http://platform.selfkey.org/schema/attribute/passport.json"),
    (3, "http://platform.selfkey.org/schema/attribute/company-name.json"),
    (4, "https://rp.example/schemas/member.json"),
    (4, "http://rp.example/schemas/member.json"),
    (5, "https://rp.example/schemas/unknown.json"),
    (6, "http://platform.selfkey.org/schema/attribute/phonenumber-countrycode.json"),
];

#[derive(Debug, Clone)]
struct Sample {
    spelling: usize,
    value: Value,
    is_default: bool,
    subject: Subject,
}

fn samples() -> impl Strategy<Value = Vec<Sample>> {
    let value = prop::sample::select(vec![
        json!("1985-04-12"),
        json!("ada@mail.example"),
        json!("555-123-4567"),
        json!(7),
        json!(""),
        json!({}),
        passport("2020-01-01", "2026-01-01"),
        passport("2020-01-01", "2030-01-01"),
    ]);
    let subject = prop::sample::select(vec![Subject::Person, Subject::Company, Subject::Both]);
    let sample = (0..SPELLINGS.len(), value, any::<bool>(), subject);
    prop::collection::vec(
        sample.prop_map(|(spelling, value, is_default, subject)| Sample { spelling, value, is_default, subject }),
        0..30,
    )
}

fn requirements() -> impl Strategy<Value = Vec<Requirement>> {
    let one = (0..SPELLINGS.len(), prop::option::of("[a-z]{1,4}"), prop::option::of(any::<bool>()), any::<bool>());
    let requirement = one.prop_map(|(spelling, id, required, site)| {
        let by = if site { RequiredBy::SiteConfig } else { RequiredBy::KycTemplate };
        Requirement::new(id, url(SPELLINGS[spelling].1), None, required, by)
    });
    prop::collection::vec(requirement, 0..12)
}

fn attribute_of(schema: &SchemaUrl) -> u8 {
    SPELLINGS.iter().find(|(_, text)| url(text).as_str() == schema.as_str()).unwrap().0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn matching_keeps_its_promises(samples in samples(), requirements in requirements()) {
        let member = AttributeType::from_schema(url(SPELLINGS[6].1), json!({"type": "integer"})).unwrap();
        let catalogue = Catalogue::builtin().with([Arc::new(member)]);
        let held: Vec<_> = samples.iter().enumerate().map(|(key, sample)| Held {
            is_default: sample.is_default,
            subject: sample.subject,
            ..Held::new(key, url(SPELLINGS[sample.spelling].1), &sample.value)
        }).collect();
        let matched = match_requirements(&requirements, &held, &catalogue, TODAY);

        let asked: Vec<_> = matched.iter().map(|one| &one.requirement).collect();
        prop_assert_eq!(asked, requirements.iter().collect::<Vec<_>>(), "each requirement once, in order, unchanged");
        for one in &matched {
            let attribute = attribute_of(&one.requirement.schema);
            let ty = catalogue.by_url(&one.requirement.schema);
            let mut expected: Vec<usize> = (0..samples.len()).filter(|&key| {
                let sample = &samples[key];
                SPELLINGS[sample.spelling].0 == attribute
                    && ty.is_some_and(|ty| ty.validate(&sample.value).is_ok() && ty.subject().fits(sample.subject))
            }).collect();
            let offered: Vec<_> = one.candidates().iter().map(|candidate| candidate.key).collect();
            let mut sorted = offered.clone();
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &expected, "all that fit, none twice, none invented");

            expected.sort_by_key(|&key| {
                let is_expired = samples[key].value.get("expires").is_some_and(|day| day == "2026-01-01");
                (!samples[key].is_default, is_expired, key)
            });
            prop_assert_eq!(offered, expected, "default first, expired last, otherwise as held");
            prop_assert_eq!(one.missing().is_some(), one.candidates().is_empty());
            prop_assert_eq!(one.missing() == Some(&Missing::UnknownType), ty.is_none());
            prop_assert_eq!(one.blocks(), one.requirement.required && one.candidates().is_empty());
            for candidate in one.candidates() {
                let expired = samples[candidate.key].value.get("expires").is_some_and(|day| day == "2026-01-01");
                prop_assert_eq!(candidate.is_expired(), expired);
            }
        }
        let again = match_requirements(&requirements, &held, &catalogue, TODAY);
        prop_assert_eq!(matched, again, "pure");
    }
}
