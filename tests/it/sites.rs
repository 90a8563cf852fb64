//! Which site is meant, and who gets what its key signs, at the command line.

use std::path::Path;

use idw_journeys::Home;
use serde_json::{Value, json};

fn add(home: &Home, description: &Value, more: &[&str]) -> Value {
    let path = home.write_outside("site.json", description.to_string().as_bytes());
    let arguments = ["site", "add", "--config", text(&path)].into_iter().chain(more.iter().copied());
    home.ok(arguments)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn tenant(name: &str) -> Value {
    json!({
        "website": {"name": name, "url": "https://host.example"}, "rootEndpoint": format!("https://host.example/{name}"),
        "attributes": [], "did": true,
    })
}

#[test]
fn an_address_that_two_sites_claim_is_a_question_and_a_list_in_scripts() {
    let home = Home::of_ada();
    add(&home, &tenant("anne"), &[]);
    add(&home, &tenant("bert"), &[]);
    for command in [
        &["site", "show", "host.example"][..],
        &["login", "https://host.example", "--yes"],
        &["signup", "https://host.example/", "--yes"],
    ] {
        let run = home.run(command.iter().copied().chain(["--json"]));
        assert_eq!(run.code, 2, "{command:?}: {}", run.stderr);
        let said: Value = serde_json::from_str(&run.stdout).expect("one JSON document");
        let roots: Vec<_> =
            said["sites"].as_array().expect("the list").iter().map(|site| site["root"].clone()).collect();
        assert_eq!(roots, [json!("https://host.example/anne"), json!("https://host.example/bert")], "{command:?}");
    }
    assert_eq!(home.ok(["site", "show", "https://host.example/bert"])["name"], "bert");
    assert_eq!(home.ok(["site", "show", "anne"])["root"], "https://host.example/anne");
}

#[test]
fn the_key_of_an_earlier_rule_is_asked_for_and_everyone_is_shown_first() {
    let home = Home::of_ada();
    let spread = json!({
        "website": {"name": "Shop", "url": "https://shop.example"}, "rootEndpoint": "https://shop.example/lws", "did": true,
        "endpoints": {"/files": "https://k.example/kyc/files"}, "attributes": [],
    });
    let path = home.write_outside("site.json", spread.to_string().as_bytes());
    let run = home.run(["site", "add", "--config", text(&path), "--key-rule", "1"]);
    assert_eq!(run.code, 2, "there is nobody to ask: {}", run.stderr);
    assert_eq!(home.ok(["site", "list"]), json!([]), "nothing was added");
    let present = add(&home, &spread, &[]);
    assert_eq!((&present["site"]["keyRule"], &present["site"]["otherKey"]), (&json!(2), &json!(true)));
    let recipients = json!([{"host": "k.example/kyc", "endpoints": ["a token that acts as you", "the files"]}]);
    assert_eq!(present["site"]["recipients"], recipients);
    let run = home.run(["site", "add", "--config", text(&path), "--key-rule", "1", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("k.example/kyc") && run.stderr.contains("a token that acts as you"), "{}", run.stderr);
    let earlier = home.ok(["site", "show", "Shop"]);
    assert_eq!(earlier["keyRule"], 1);
    assert_ne!(earlier["account"]["did"], present["site"]["account"]["did"]);
    let back = add(&home, &spread, &["--key-rule", "2"]);
    assert_eq!(back["site"]["account"]["did"], present["site"]["account"]["did"]);
}

#[test]
fn a_root_with_a_query_is_no_site() {
    let home = Home::of_ada();
    let mut description = tenant("anne");
    description["rootEndpoint"] = json!("https://host.example/lws?tenant=anne");
    let path = home.write_outside("site.json", description.to_string().as_bytes());
    let said = home.fails(2, ["site", "add", "--config", text(&path)]);
    assert!(said.contains("?tenant=anne") && said.contains("cannot tell such sites apart"), "{said}");
}
