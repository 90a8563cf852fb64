use idw_identity::{FileObject, FileRules, file_places};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{builtin, pdf, picture};

fn pointers(name: &str, value: &Value) -> Vec<String> {
    file_places(builtin(name), value).into_iter().map(|place| place.pointer).collect()
}

#[test]
fn files_are_found_wherever_they_stand() {
    let check = |name: &str, value: Value, expected: &[&str]| assert_eq!(pointers(name, &value), expected, "{name}");
    check("first-name", json!("Ada"), &[]);
    check("id-selfie", picture("d1"), &[""]);
    check("cv", json!([pdf("d1"), pdf("d2")]), &["/0", "/1"]);
    check(
        "passport",
        json!({"image": picture("d1"), "selfie": {"image": picture("d2")}, "extra": [pdf("d3"), pdf("d4")]}),
        &["/extra/0", "/extra/1", "/image", "/selfie/image"],
    );
    check("passport", json!({"a/b": {"~": picture("d1")}}), &["/a~1b/~0"]);
    check("passport", json!({"image": {"mimeType": "image/png", "content": "d1"}}), &[]);
}

#[test]
fn each_place_knows_its_rules_and_its_file() {
    let value = json!({"image": picture("d1"), "elsewhere": picture("d2")});
    let places = file_places(builtin("passport"), &value);
    assert_eq!(places[0].pointer, "/elsewhere");
    assert_eq!(places[0].rules, FileRules::default(), "the schema does not describe it, so anything goes");
    assert_eq!(places[1].file, FileObject { mime_type: "image/jpeg".into(), size: 48_000, content: "d1".into() });
    let rules = &places[1].rules;
    assert!(rules.allows_type("application/pdf") && !rules.allows_type("image/jpg"));
    assert!(rules.allows_size(50_000_000) && !rules.allows_size(50_000_001));
}

#[test]
fn file_objects_round_trip() {
    let file = FileObject { mime_type: "image/png".into(), size: 7, content: "d1".into() };
    assert_eq!(FileObject::from_value(&file.to_value()), Some(file));
}

proptest! {
    /// Every pointer leads to the object that was read there, in any value.
    #[test]
    fn pointers_lead_back(value in any_value()) {
        for place in file_places(builtin("passport"), &value) {
            let found = value.pointer(&place.pointer).and_then(FileObject::from_value);
            prop_assert_eq!(found, Some(place.file));
        }
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![Just(picture("d1")), Just(json!(1)), Just(Value::Null), "[a-z]{0,3}".prop_map(Value::from)];
    leaf.prop_recursive(5, 40, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("(image|extra|selfie|a/b|~0|)", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
