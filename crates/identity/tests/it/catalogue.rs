use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use idw_identity::{AttributeType, Catalogue, SchemaUrl, Subject};
use serde_json::{Value, json};

use crate::builtin;

const BASE: &str = "http://platform.selfkey.org/schema/attribute/";

/// The platform's 37 and the three older ones that stay attributes of their own.
const COUNT: usize = 40;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/schemas")
}

/// Every schema in the folder by its path in it; lists of data are left out.
fn schemas() -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for sub in ["", "_defs/"] {
        for entry in fs::read_dir(folder().join(sub)).unwrap().map(Result::unwrap) {
            let name = format!("{sub}{}", entry.file_name().into_string().unwrap());
            let is_schema =
                entry.file_type().unwrap().is_file() && name != "catalogue.json" && name != "_defs/countries.json";
            if is_schema {
                found.insert(name, serde_json::from_slice(&fs::read(entry.path()).unwrap()).unwrap());
            }
        }
    }
    found
}

#[test]
fn the_catalogue_and_the_folder_agree() {
    let in_folder: BTreeSet<_> = schemas().into_keys().filter(|name| !name.starts_with("_defs/")).collect();
    let in_catalogue: BTreeSet<_> = Catalogue::builtin().all().map(|ty| format!("{}.json", ty.short_name())).collect();
    assert_eq!(in_folder, in_catalogue);
    assert_eq!(in_catalogue.len(), COUNT);
    assert_eq!(Catalogue::builtin().all().len(), COUNT, "no attribute is listed twice");
}

#[test]
fn every_schema_is_valid_draft_7_and_says_who_it_is() {
    let schemas = schemas();
    assert_eq!(schemas.len(), COUNT + 8);
    for (name, schema) in &schemas {
        assert!(jsonschema::draft7::meta::is_valid(schema), "{name}");
        assert_eq!(schema["$id"], format!("{BASE}{name}"), "{name}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{name}");
        for text in ["title", "description"] {
            assert!(schema[text].as_str().is_some_and(|text| !text.is_empty()), "{name} has a {text}");
        }
    }
}

#[test]
fn references_stay_in_the_folder() {
    fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(map) => {
                found.extend(map.get("$ref").and_then(Value::as_str));
                map.values().for_each(|part| references(part, found));
            }
            Value::Array(list) => list.iter().for_each(|part| references(part, found)),
            _ => {}
        }
    }
    let schemas = schemas();
    for (name, schema) in &schemas {
        let mut found = Vec::new();
        references(schema, &mut found);
        for reference in found {
            let path = if name.starts_with("_defs/") { format!("_defs/{reference}") } else { reference.to_owned() };
            assert!(schemas.contains_key(&path), "{name} refers to {reference}");
        }
    }
}

#[test]
fn every_type_has_what_lists_and_forms_need() {
    let catalogue = Catalogue::builtin();
    for ty in catalogue.all() {
        assert!(ty.is_builtin());
        assert!(!ty.fields().is_empty(), "{ty:?} has a form");
        assert!(ty.validate(&Value::Null).is_err(), "{ty:?} compiles and takes no null");
        let group = ty.group().unwrap();
        assert!(catalogue.groups().iter().any(|known| known.name == group), "{group}");
    }
}

#[test]
fn types_are_found_by_every_name_they_have() {
    let check = |name: &str, found: Option<&str>| {
        assert_eq!(Catalogue::builtin().find(name).map(AttributeType::short_name), found, "{name:?}");
    };
    check("first-name", Some("first-name"));
    check(" First-Name ", Some("first-name"));
    check("http://platform.selfkey.org/schema/attribute/first-name.json", Some("first-name"));
    check("https://platform.selfkey.org/schema/attribute/first-name.json ", Some("first-name"));
    check("birthdate", Some("date-of-birth"));
    check("http://platform.selfkey.org/schema/attribute/birthdate.json", Some("date-of-birth"));
    check("https://platform.selfkey.org/schema/attribute/phonenumber-countrycode.json", Some("phone-number"));
    check("phonenumber-countrycode", Some("phone-number"));
    check("id-selfie", Some("id-selfie"));
    check("national-id-back", Some("national-id-back"));
    check("public-key", Some("public-key"));
    check("https://platform.selfkey.org/schema/attribute/shoe-size.json", None);
    check("https://rp.example/schema/attribute/first-name.json", None);
    check("shoe-size", None);
    check("", None);
    check("../passport", None);
}

#[test]
fn old_and_new_names_are_the_same_attribute() {
    let url = |name: &str| SchemaUrl::parse(&format!("{BASE}{name}.json")).unwrap();
    let catalogue = Catalogue::builtin();
    assert!(catalogue.same(&url("birthdate"), &url("date-of-birth")));
    assert!(!catalogue.same(&url("national-id-back"), &url("national-id")));
    assert!(catalogue.same(&url("shoe-size"), &url("shoe-size")), "also when unknown");
}

#[test]
fn subjects_are_those_of_the_platform() {
    let of = |subject| Catalogue::builtin().all().filter(|ty| ty.subject() == subject).count();
    assert_eq!((of(Subject::Person), of(Subject::Company), of(Subject::Both)), (19, 10, 11));
    assert!(Subject::Both.fits(Subject::Person) && Subject::Company.fits(Subject::Company));
    assert!(!Subject::Company.fits(Subject::Person));
}

#[test]
fn further_types_join_but_replace_nothing() {
    let own = |url: &str| {
        let schema = json!({"title": "Member number", "type": "integer"});
        Arc::new(AttributeType::from_schema(SchemaUrl::parse(url).unwrap(), schema).unwrap())
    };
    let catalogue = Catalogue::builtin().with([
        own("https://rp.example/schemas/member-number.json"),
        own("https://rp.example/other/passport.json"),
        own("https://platform.selfkey.org/schema/attribute/passport.json"),
    ]);
    assert_eq!(catalogue.all().len(), COUNT + 2);
    assert_eq!(catalogue.find("member-number").unwrap().title(), "Member number");
    assert_eq!(catalogue.find("http://rp.example/schemas/member-number.json").unwrap().short_name(), "member-number");
    assert_eq!(catalogue.find("passport").unwrap().url(), builtin("passport").url());
    assert_eq!(catalogue.find("https://rp.example/other/passport.json").unwrap().title(), "Member number");
}
