//! Sites whose own schemas refer to others.

use idw_journeys::{Home, Pages, Sample, page};
use serde_json::{Value, json};

/// A site that asks for one thing of its own, whose schema and what it refers to are these.
fn site(documents: Vec<(&'static str, Value)>) -> Pages {
    let description = json!({"website": {"name": "Club"}, "attributes": ["URL/schemas/card.json"]});
    let answer = |document: &Value| page(200, "application/json", &document.to_string());
    let mut table = vec![("/config", answer(&description))];
    table.extend(documents.iter().map(|(path, document)| (*path, answer(document))));
    Pages::serve(table)
}

#[test]
fn a_schema_that_is_spread_over_documents_of_its_host_is_put_together() {
    let card = json!({"title": "Card", "type": "object", "required": ["number", "scan"], "properties": {
        "number": {"$ref": "common.json#/definitions/number"},
        "level": {"$ref": "/defs/level.json"},
        "scan": {"$ref": "http://platform.selfkey.org/schema/file/image.json"}}});
    let common = json!({"definitions": {"number": {"$ref": "URL/defs/number.json"}}});
    let club = site(vec![
        ("/schemas/card.json", card),
        ("/schemas/common.json", common),
        ("/defs/number.json", json!({"title": "Number", "type": "integer", "minimum": 1})),
        ("/defs/level.json", json!({"title": "Level", "enum": ["gold", "lead"]})),
    ]);
    let home = Home::of_ada();
    assert_eq!(home.ok(["site", "add", club.url()])["notes"], json!([]));
    let photo = Sample::named("passport-selfie.jpg").for_field("scan");
    let saved = home.set_fields("card", &["number=7", "level=gold"], &[&photo]);
    assert_eq!(saved["value"]["number"], 7);
    assert_eq!(saved["value"]["scan"]["mimeType"], "image/jpeg", "a file is a file");
    for (field, value) in [("number", "0"), ("level", "zinc")] {
        home.fails(2, ["attribute", "set", "card", "--set", &format!("{field}={value}")]);
    }
}

#[test]
fn a_schema_that_cannot_be_resolved_is_refused_with_the_reason() {
    let check = |documents: Vec<(&'static str, Value)>, why: &str| {
        let club = site(documents);
        let home = Home::of_ada();
        let notes = home.ok(["site", "add", club.url()])["notes"].to_string();
        assert!(notes.contains(why), "{notes} should say {why}");
        let said = home.fails(5, ["signup", "Club", "--yes"]);
        assert!(said.contains(why) && !said.contains("attribute set"), "{said}");
    };
    let refers = |to: &str| json!({"type": "object", "properties": {"part": {"$ref": to}}});
    check(vec![("/schemas/card.json", refers("#"))], "refers to itself without end");
    check(
        vec![("/schemas/card.json", refers("tree.json")), ("/schemas/tree.json", refers("card.json"))],
        "refers to itself without end",
    );
    check(vec![("/schemas/card.json", refers("gone.json"))], "gone.json");
    let elsewhere = vec![("/schemas/card.json", refers("https://elsewhere.example/part.json"))];
    check(elsewhere, "Its definition is at elsewhere.example. The wallet takes definitions only from the site itself.");
    let unknown = vec![("/schemas/card.json", refers("http://platform.selfkey.org/schema/attribute/shoe.json"))];
    check(unknown, "a platform definition that this version of the wallet does not know");
    check(vec![("/schemas/card.json", refers("file:///etc/passwd"))], "another address");
    let many: Value = (0..20).map(|number| (number.to_string(), json!({"$ref": format!("{number}.json")}))).collect();
    check(vec![("/schemas/card.json", json!({"properties": many}))], "more than 16 documents");
    let chain = vec![
        ("/schemas/card.json", refers("1.json")),
        ("/schemas/1.json", refers("2.json")),
        ("/schemas/2.json", refers("3.json")),
        ("/schemas/3.json", refers("4.json")),
        ("/schemas/4.json", refers("5.json")),
        ("/schemas/5.json", json!({"type": "string"})),
    ];
    check(chain, "refer to too many others");
}
