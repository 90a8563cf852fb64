//! Schemas of relying parties: useful ones work, hostile ones are refused quickly.

use idw_identity::ForeignSchemaError as Why;
use idw_identity::{AttributeType, FieldKind, MAX_SCHEMA_BYTES, SchemaUrl, file_places, parse_text, summary};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::pdf;

fn read(schema: Value) -> Result<AttributeType, Why> {
    AttributeType::from_schema(SchemaUrl::parse("https://rp.example/schemas/Member_Card.json").unwrap(), schema)
}

fn member_card() -> Value {
    json!({
        "$schema": "http://platform.selfkey.org/schema/identity-attribute.json",
        "$id": "https://elsewhere.example/card.json",
        "title": "Member\u{202E} card\n",
        "type": "object",
        "definitions": {"no": {"type": "integer", "minimum": 1, "maximum": 999_999}},
        "properties": {
            "number": {"title": "Card number", "$ref": "#/definitions/no"},
            "level": {"oneOf": [{"const": "g", "title": "Gold"}, {"const": "s", "title": "Silver"}]},
            "size": {"enum": [1, 2], "enumNames": ["Small", "Large"]},
            "note": {"type": "string", "maxLength": 2000},
            "since": {"type": ["string", "null"], "format": "date"},
            "agreed": {"type": "boolean"},
            "scan": {"$ref": "http://platform.selfkey.org/schema/attribute/id-selfie.json"},
            "matrix": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
            "code": {"type": "string", "pattern": "^(?!00)\\d{4}$"},
        },
        "required": ["number", "code"],
    })
}

#[test]
fn a_schema_of_a_sites_own_becomes_a_type() {
    let ty = read(member_card()).unwrap();
    assert_eq!((ty.short_name(), ty.title(), ty.description()), ("member-card", "Member card", ""));
    assert_eq!(ty.schema(), &member_card(), "the schema is kept as it came");
    let kinds: Vec<_> = ty
        .fields()
        .iter()
        .map(|field| (field.path.to_string(), field.title.as_str(), &field.kind, field.required))
        .collect();
    assert_eq!(
        kinds[0],
        ("number".into(), "Card number", &FieldKind::Integer { minimum: Some(1), maximum: Some(999_999) }, true)
    );
    assert_eq!(kinds[1], ("code".into(), "code", &FieldKind::Text, true));
    let kind = |name: &str| &ty.field(name).unwrap().0.kind;
    assert_eq!(
        (kind("note"), kind("since"), kind("agreed"), kind("matrix")),
        (&FieldKind::Multiline, &FieldKind::Date, &FieldKind::Boolean, &FieldKind::Json)
    );
    assert!(kind("scan").is_file());

    let value = json!({"number": 5, "code": "0123", "level": "g", "size": 2, "since": null, "scan": pdf("d1"), "matrix": [[1.5]]});
    assert_eq!(ty.validate(&value), Ok(()));
    assert_eq!(file_places(&ty, &value)[0].rules.max_bytes, Some(50_000_000));
    assert_eq!(summary(&ty, &value), "Member card · 5 · 0123 · Gold · Large");
    let bad = json!({"number": 0, "code": "0012", "scan": {"content": 1}});
    let pointers: Vec<_> = ty.validate(&bad).unwrap_err().into_iter().map(|violation| violation.pointer).collect();
    assert_eq!(pointers.len(), 3, "{pointers:?}");
    for pointer in ["/number", "/code", "/scan/content"] {
        assert!(pointers.iter().any(|found| found == pointer), "{pointer} in {pointers:?}");
    }
}

#[test]
fn typed_text_fits_a_foreign_form() {
    let ty = read(member_card()).unwrap();
    let check = |field: &str, text: &str, value: Value| {
        assert_eq!(parse_text(&ty, ty.field(field).unwrap().0, text), Ok(value));
    };
    check("number", "+12", json!(12));
    check("level", "gold", json!("g"));
    check("size", "Large", json!(2));
    check("size", "1", json!(1));
    check("agreed", "Yes", json!(true));
    check("matrix", "[[1, 2]]", json!([[1, 2]]));
    check("note", "two\nlines ", json!("two\nlines "));
}

#[test]
fn broken_schemas_are_refused() {
    let check = |schema: Value, why: Why| assert_eq!(read(schema.clone()).unwrap_err(), why, "{schema}");
    for schema in [
        json!(true),
        json!("x"),
        json!([]),
        json!(null),
        json!({"type": 5}),
        json!({"type": "text"}),
        json!({"required": "a"}),
        json!({"pattern": "("}),
        json!({"$ref": "#/nowhere"}),
        json!({"properties": {"a": 1}}),
    ] {
        check(schema, Why::Unusable);
    }
    for reference in [
        "https://other.example/x.json",
        "http://127.0.0.1:8080/x",
        "file:///etc/passwd",
        "other.json",
        "//other.example/x.json#/a",
        "http://platform.selfkey.org/schema/attribute/../../x.json",
        "http://platform.selfkey.org/schema/attribute/shoe-size.json",
    ] {
        check(json!({"type": "object", "properties": {"a": {"$ref": reference}}}), Why::RemoteReference);
    }
    check(
        json!({"allOf": [{"if": {"items": [{"not": {"$ref": "https://other.example/x.json"}}]}}]}),
        Why::RemoteReference,
    );
}

#[test]
fn what_only_looks_like_a_reference_is_data() {
    let data = json!({"$ref": "https://other.example/x.json"});
    let ty = read(json!({"enum": [data], "default": data, "examples": [data]})).unwrap();
    assert_eq!(ty.validate(&data), Ok(()));
    assert!(read(json!({"properties": {"$ref": {"type": "string"}, "enum": {"type": "string"}}})).is_ok());
}

#[test]
fn hostile_schemas_are_refused() {
    let check = |schema: Value, why: Why| assert_eq!(read(schema).unwrap_err(), why);
    let nested = |levels: usize| (0..levels).fold(json!({}), |inner, _| json!({"not": inner}));
    check(nested(40), Why::TooDeep);
    // Deeper than this no JSON reader goes.
    check(nested(127), Why::TooDeep);
    check(json!({"title": "x".repeat(MAX_SCHEMA_BYTES)}), Why::TooLarge);
    check(json!({"enum": vec![Value::Null; MAX_SCHEMA_BYTES]}), Why::TooLarge);
    check(json!({"pattern": "a".repeat(2000)}), Why::PatternTooLong);
    check(json!({"patternProperties": {"a".repeat(2000): {}}}), Why::PatternTooLong);
    check(json!({"$ref": "#"}), Why::Recursive);
    check(json!({"properties": {"child": {"$ref": "#"}}}), Why::Recursive);
    check(
        json!({"allOf": [{"$ref": "#/definitions/a"}], "definitions": {"a": {"anyOf": [{"$ref": "#/definitions/b"}]}, "b": {"not": {"$ref": "#/definitions/a"}}}}),
        Why::Recursive,
    );
    check(doubling(18), Why::TooComplex);
    check(chain(5000), Why::TooDeep);
    check(reversed_chain(200), Why::TooDeep);
    let many: Map<_, _> = (0..300).map(|n| (format!("f{n}"), json!({"type": "string"}))).collect();
    check(json!({"properties": many}), Why::TooManyFields);
    check(json!({"pattern": "(((a{100}){100}){100}){100}"}), Why::Unusable);
}

/// Definitions each of which uses the next one twice: 2^levels parts.
fn doubling(levels: usize) -> Value {
    let definition = |n: usize| {
        let next = json!({"$ref": format!("#/definitions/d{}", n + 1)});
        (format!("d{n}"), if n == levels { json!({"type": "string"}) } else { json!({"allOf": [next, next]}) })
    };
    json!({"$ref": "#/definitions/d0", "definitions": (0..=levels).map(definition).collect::<Map<_, _>>()})
}

/// Definitions each of which is the next one.
fn chain(links: usize) -> Value {
    let definition = |n: usize| {
        (format!("d{n}"), if n == links { json!({}) } else { json!({"$ref": format!("#/definitions/d{}", n + 1)}) })
    };
    json!({"$ref": "#/definitions/d0", "definitions": (0..=links).map(definition).collect::<Map<_, _>>()})
}

/// The same, named so that a walk in the order of names meets each definition after the one it leads to.
fn reversed_chain(links: usize) -> Value {
    let name = |n: usize| format!("d{:04}", links - n);
    let definition = |n: usize| {
        (name(n), if n == links { json!({}) } else { json!({"$ref": format!("#/definitions/{}", name(n + 1))}) })
    };
    json!({"anyOf": [], "definitions": (0..=links).map(definition).collect::<Map<_, _>>(), "not": {"$ref": format!("#/definitions/{}", name(0))}})
}

#[test]
fn what_the_limits_let_pass_works() {
    assert_eq!(read(doubling(8)).unwrap().validate(&json!("x")), Ok(()));
    assert_eq!(read(chain(50)).unwrap().validate(&json!("x")), Ok(()));
    let deep = (0..12)
        .fold(json!({"not": {"not": {"$ref": "#/definitions/d0"}}}), |inner, _| json!({"properties": {"a": inner}}));
    let mut schema = chain(25);
    schema["allOf"] = json!([deep]);
    schema.as_object_mut().unwrap().remove("$ref");
    let value = (0..12).fold(json!(1), |inner, _| json!({"a": inner}));
    assert_eq!(read(schema).unwrap().validate(&value), Ok(()));
}

/// Each of these takes exponential time in a backtracking engine without limits.
#[test]
fn pattern_bombs_end() {
    let check = |pattern: &str, length: usize, says: &str| {
        let ty = read(json!({"type": "string", "pattern": pattern})).unwrap();
        let violations = ty.validate(&json!("a".repeat(length) + "!")).unwrap_err();
        assert_eq!(violations.len(), 1);
        assert!(violations[0].to_string().contains(says), "{pattern} {violations:?}");
        assert!(!ty.accepts(&json!("a".repeat(length) + "!")));
    };
    for linear in ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(.*)*x$"] {
        check(linear, 100_000, "does not have the form");
    }
    for backtracking in ["(?=(a+)+$)(a+)+b", "^(?:(a+)+)(?!b)x$", r"^(a+)+\1$", r"^((a|aa)*)*\1b$"] {
        check(backtracking, 100_000, "is longer than the 1000 characters");
        check(backtracking, 1000 - 1, "");
    }
    check(r"^((a*)*)*\1b$", 900, "could not be checked: the pattern in its schema takes too long");
}

#[test]
fn long_texts_are_found_where_they_stand() {
    let ty = read(json!({"properties": {"a": {"title": "Code", "items": {"pattern": "^(?!0)"}}}})).unwrap();
    let long = "x".repeat(1001);
    let check = |value: Value, pointer: &str| assert_eq!(ty.validate(&value).unwrap_err()[0].pointer, pointer);
    check(json!({"a": ["x", long]}), "/a/1");
    check(json!({"b/c": {"d": long}}), "/b~1c/d");
    check(json!({"b": {&long: 1}}), "/b");
    assert_eq!(ty.validate(&json!({"a": ["x", "0"]})).unwrap_err()[0].pointer, "/a/1");
}

#[test]
fn names_come_from_the_address() {
    let check = |url: &str, name: &str| {
        let ty = AttributeType::from_schema(SchemaUrl::parse(url).unwrap(), json!({"type": "string"})).unwrap();
        assert_eq!((ty.short_name(), ty.title()), (name, name));
    };
    check("https://rp.example/schemas/Member_No.json", "member-no");
    check("https://rp.example/schemas/member/", "member");
    check("https://rp.example", "attribute");
    check("https://rp.example/%F0%9F%98%80.json?a=/b#c", "f0-9f-98-80");
    check("https://rp.example/...", "attribute");
}

proptest! {
    #[test]
    fn no_schema_makes_it_panic(schema in any_schema(), value in any_schema()) {
        if let Ok(ty) = read(schema) {
            let _ = (ty.fields(), ty.validate(&value), summary(&ty, &value), file_places(&ty, &value));
            for field in ty.fields() {
                let _ = parse_text(&ty, field, "x");
            }
        }
    }
}

/// JSON with the words of JSON Schema in likely and unlikely places.
fn any_schema() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "type",
        "properties",
        "items",
        "required",
        "enum",
        "const",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "$ref",
        "$id",
        "definitions",
        "pattern",
        "patternProperties",
        "format",
        "mimeType",
        "content",
        "size",
        "maximum",
        "title",
        "x-idw",
        "widget",
        "order",
        "labels",
        "examples",
        "additionalProperties",
        "dependencies",
        "a",
    ]);
    let text = prop::sample::select(vec![
        "object",
        "array",
        "string",
        "integer",
        "date",
        "email",
        "#",
        "#/definitions/a",
        "#/properties/a",
        "_defs/file.json",
        "http://platform.selfkey.org/schema/attribute/cv.json",
        "file",
        "country",
        "choice",
        "(a|b)*c",
        "a",
        "",
    ]);
    let leaf = prop_oneof![text.prop_map(Value::from), Just(json!(true)), Just(json!(3)), Just(Value::Null)];
    leaf.prop_recursive(6, 48, 5, move |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            4 => prop::collection::btree_map(word.clone().prop_map(str::to_owned), inner, 0..5).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
