use idw_identity::{AttributeType, Catalogue, FieldKind, FieldPath, PathError, PlaceError, countries, dates, summary};
use serde_json::{Value, json};

use crate::{builtin, pdf, picture};

/// A field as a line: path, title, kind, `*` if required, `+` if repeated.
fn lines(ty: &AttributeType) -> Vec<String> {
    let kind = |kind: &FieldKind| match kind {
        FieldKind::File(rules) => format!("file {}/{}", rules.types.len(), rules.max_bytes.unwrap_or_default()),
        FieldKind::Choice { choices, open } => format!("choice {}{}", choices.len(), if *open { " open" } else { "" }),
        other => format!("{other:?}").split(' ').next().unwrap_or_default().to_lowercase(),
    };
    let marks = |required, repeated| format!("{}{}", if required { "*" } else { "" }, if repeated { "+" } else { "" });
    ty.fields()
        .iter()
        .map(|f| format!("{}|{}|{}|{}", f.path, f.title, kind(&f.kind), marks(f.required, f.repeated)))
        .collect()
}

#[test]
fn forms_follow_the_schemas() {
    let check = |name: &str, fields: &[&str]| assert_eq!(lines(builtin(name)), fields, "{name}");
    check("first-name", &["|First Name|text|*"]);
    check("date-of-birth", &["|Date of Birth|date|*"]);
    check("email", &["|Email|email|*"]);
    check("legal-entity-type", &["|Legal Entity Type|choice 6|*"]);
    check("legal-jurisdiction", &["|Legal Jurisdiction|choice 262|*"]);
    check("nationality", &["country|Country|country|*", "denonym|Demonym|text|"]);
    check("cv", &["|CV (Resume)|file 3/50000000|*+"]);
    check("voice-id", &["|Voice ID|file 5/50000000|*+"]);
    check("id-selfie", &["|Selfie with ID|file 3/50000000|*"]);
    check("business-types", &["|Business types|choice 36 open|*+"]);
    check(
        "passport",
        &[
            "image|Photo page|file 3/50000000|*",
            "issued|Issued|date|*",
            "expires|Expires|date|*",
            "selfie.image|Selfie|file 3/50000000|*",
            "extra|Further pages|file 3/50000000|+",
        ],
    );
    check(
        "drivers-license",
        &[
            "front|Front|file 3/50000000|*",
            "back|Back|file 3/50000000|*",
            "expires|Expires|date|*",
            "selfie.image|Selfie|file 3/50000000|",
            "extra|Further pages|file 3/50000000|+",
        ],
    );
    check(
        "physical-address",
        &[
            "address_line_1|Address line 1|text|*",
            "address_line_2|Address line 2|text|",
            "city|City|text|",
            "province|Province|text|",
            "postalcode|Postal code|text|",
        ],
    );
    check(
        "corporate-structure",
        &[
            "companyType|Legal form|choice 6|*",
            "members.*.entity.name|Who: Name|text|",
            "members.*.entity.email|Who: Email|email|",
            "members.*.entity.country|Who: Country|country|",
            "members.*.positions|Positions|choice 17 open|+",
            "members.*.equity|Share (%)|number|",
        ],
    );
}

#[test]
fn no_builtin_form_falls_back_to_json() {
    for field in Catalogue::builtin().all().flat_map(AttributeType::fields) {
        assert_ne!(field.kind, FieldKind::Json, "{field:?}");
        assert!(!field.title.is_empty() && !field.description.is_empty(), "{field:?}");
    }
    assert_eq!(countries().len(), 249);
}

#[test]
fn fields_are_found_by_the_names_people_type() {
    let check = |name: &str, typed: &str, found: Option<(&str, &str)>| {
        let field = builtin(name).field(typed);
        let shown = field.map(|(field, path)| (field.path.to_string(), path.to_string()));
        assert_eq!(shown, found.map(|(field, path)| (field.to_owned(), path.to_owned())), "{name} {typed}");
    };
    check("passport", "selfie.image", Some(("selfie.image", "selfie.image")));
    check("passport", "extra.1", Some(("extra", "extra.1")));
    check("passport", "selfie", None);
    check("passport", "image.0", None);
    check("passport", "images", None);
    check("cv", "", Some(("", "")));
    check("cv", "files", Some(("", "")));
    check("cv", "files.1", Some(("", "1")));
    check("cv", "1", Some(("", "1")));
    check("first-name", "value", Some(("", "")));
    check("first-name", "value.0", None);
    check("corporate-structure", "members.3.equity", Some(("members.*.equity", "members.3.equity")));
    check("corporate-structure", "members.3.positions.0", Some(("members.*.positions", "members.3.positions.0")));
    check("corporate-structure", "members.equity", None);
}

#[test]
fn parts_are_placed_one_by_one() {
    let ty = builtin("utility-bill");
    let mut value = Value::Null;
    for (path, part) in [("images", pdf("d1")), ("images", pdf("d2")), ("issued", json!("2026-01-31"))] {
        ty.place(&mut value, &FieldPath::parse(path).unwrap(), part).unwrap();
    }
    assert_eq!(value, json!({"images": [pdf("d1"), pdf("d2")], "issued": "2026-01-31"}));
    ty.place(&mut value, &FieldPath::parse("images.0").unwrap(), picture("d3")).unwrap();
    ty.place(&mut value, &FieldPath::parse("extra").unwrap(), json!([pdf("d4")])).unwrap();
    assert_eq!(value, json!({"images": [picture("d3"), pdf("d2")], "issued": "2026-01-31", "extra": [pdf("d4")]}));

    let mut list = Value::Null;
    builtin("cv").place(&mut list, &FieldPath::root(), pdf("d1")).unwrap();
    assert_eq!(list, json!([pdf("d1")]));
    assert_eq!(builtin("cv").validate(&list), Ok(()));
}

#[test]
fn parts_without_a_place_are_refused() {
    let mut value = json!({"front": picture("d1")});
    let before = value.clone();
    let place =
        |value: &mut Value, path: &str| builtin("national-id").place(value, &FieldPath::parse(path).unwrap(), json!(1));
    let error = place(&mut value, "fornt").unwrap_err();
    assert_eq!(
        error.to_string(),
        "national-id has no field \"fornt\"; it has: front, back, issued, expires, selfie.image, extra"
    );
    let error = place(&mut value, "extra.4").unwrap_err();
    assert_eq!(error, PlaceError::Path(PathError::Gap { path: "extra.4".into(), len: 0 }));
    assert_eq!(value, before);
}

#[test]
fn summaries_fit_a_line() {
    let check = |name: &str, value: Value, line: &str| assert_eq!(summary(builtin(name), &value), line);
    check("first-name", json!("Ada"), "Ada");
    check("first-name", json!("Ada\n\u{202E}Example"), "Ada Example");
    check("date-of-birth", json!("1985-04-12"), "1985-04-12");
    check("nationality", json!({"country": "KE", "denonym": "Kenyan"}), "Kenya · Kenyan");
    check("physical-address", json!({"address_line_1": "1 High Street", "city": "Nairobi"}), "1 High Street, Nairobi");
    check("legal-entity-type", json!("llc"), "Limited liability company (LLC)");
    check("business-types", json!(["software", "Lighthouses"]), "Software and information technology, Lighthouses");
    check("national-id-number", json!({"id_number": "AB 1", "issuing_country": "FR"}), "AB 1 · France");
    check(
        "passport",
        json!({"image": picture("d1"), "issued": "2021-05-04", "expires": "2031-05-04"}),
        "Passport · expires 2031-05-04",
    );
    check("utility-bill", json!({"images": [pdf("d1")], "issued": "2026-01-31"}), "Utility Bill · issued 2026-01-31");
    check(
        "registration-certificate",
        json!({"image": pdf("d1"), "company_name": "Example Ltd", "registration_number": "C 1", "issued": "2020-02-02"}),
        "Registration Certificate · Example Ltd · C 1 · issued 2020-02-02",
    );
    check("cv", json!([pdf("d1"), pdf("d2")]), "CV (Resume) · 2 files");
    check("id-selfie", picture("d1"), "Selfie with ID · 1 file");
    check(
        "corporate-structure",
        json!({"companyType": "ltd", "members": [{}, {}]}),
        "Limited company (Ltd) · members: 2",
    );
    check("passport", json!(null), "Passport");
    check("nationality", json!([1, {}]), "Nationality");
    let long = summary(builtin("first-name"), &json!("x".repeat(500)));
    assert_eq!(long.chars().count(), 120);
}

#[test]
fn dates_are_read_where_the_schema_has_them() {
    let check = |name: &str, value: Value, issued: Option<&str>, expires: Option<&str>| {
        let found = dates(builtin(name), &value);
        let shown = (found.issued.map(|day| day.to_string()), found.expires.map(|day| day.to_string()));
        assert_eq!(shown, (issued.map(str::to_owned), expires.map(str::to_owned)), "{name}");
    };
    check("passport", json!({"issued": "2021-05-04", "expires": "2031-05-04"}), Some("2021-05-04"), Some("2031-05-04"));
    check("passport", json!({"issued": "soon", "expires": 5}), None, None);
    check("utility-bill", json!({"issued": "2026-01-31", "expires": "2026-02-01"}), Some("2026-01-31"), None);
    check("date-of-birth", json!("1985-04-12"), None, None);
    check("passport", json!(null), None, None);
}
