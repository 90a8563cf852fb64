//! What the documents of the relying party print, tried with the real wallet.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use idw_journeys::{Home, Pages, RelyingParty, built, page, repository};
use serde_json::{Value, json};

/// The example of the documents, running. Stopped when dropped.
struct Service {
    process: Child,
    url: String,
}

impl Service {
    fn start() -> Self {
        let mut process = Command::new(built("examples/service"))
            .arg("127.0.0.1:0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the example starts");
        let stdout = process.stdout.take().expect("its output is a pipe");
        let mut service = Self { process, url: String::new() };
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("it says where it is");
        line.trim_end().strip_prefix("The club is at ").expect("an address").clone_into(&mut service.url);
        service
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended by itself; the test that needed it has said so then.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn document() -> String {
    fs::read_to_string(repository().join("docs/relying-party.md")).expect("the document is there")
}

#[test]
fn the_printed_example_is_signed_up_to_and_logged_in_to() {
    let code = repository().join("crates/relying-party/examples/service.rs");
    let code = fs::read_to_string(code).expect("the example is there");
    assert!(document().contains(&format!("```rust\n{code}```")), "the document prints the example that runs here");

    let service = Service::start();
    let site = format!("{}/members/wallet", service.url);
    let home = Home::of_ada();
    let added = home.ok(["site", "add", &site]);
    assert_eq!(added["notes"], json!([]), "every schema was found");
    let number = &added["site"]["requirements"][1];
    assert_eq!((&number["title"], &number["askedAs"]), (&json!("number"), &json!("Member number")));
    assert_eq!((&number["fromSite"], &number["known"]), (&json!(true), &json!(true)));
    home.ok(["attribute", "set", "number", "7"]);
    home.fails(2, ["attribute", "set", "number", "seven"]);
    home.ok(["signup", &site, "--yes"]);
    let login = home.ok(["login", &site, "--yes"]);
    let (status, welcome) = idw_journeys::get(login["redirectUrl"].as_str().expect("a link"));
    assert_eq!((status, welcome.as_str()), (200, "Welcome, \"Ada\"!"));
}

#[test]
fn the_printed_configuration_is_signed_up_to() {
    let document = document();
    let (_, rest) = document.split_once("`club.json`:\n\n```json\n").expect("the document has a configuration");
    let (config, _) = rest.split_once("```").expect("the end of it");
    let home = Home::of_ada();
    let config = home.write_outside("club.json", config.as_bytes()).display().to_string();
    let club = RelyingParty::start(&["--config", &config]);
    let added = home.ok(["site", "add", &club.site()]);
    assert_eq!(added["notes"], json!([]));
    let photo = idw_journeys::Sample::named("passport-selfie.jpg");
    home.set_fields("card", &["number=7", "level=gold"], &[&photo.for_field("photo")]);
    home.ok(["signup", &club.site(), "--yes"]);
    let users = club.state()["users"].clone();
    assert!(users.to_string().contains("gold"), "{users}");
}

#[test]
fn a_schema_that_no_wallet_could_fetch_stops_the_server_at_its_start() {
    let home = Home::empty();
    let config = json!({
        "attributes": ["https://elsewhere.example/number.json"],
        "schemas": {"https://elsewhere.example/number.json": {"type": "integer"}},
    });
    let config = home.write_outside("club.json", config.to_string().as_bytes());
    let mut server = Command::new(built("idw-rp"));
    let run = server.arg("--config").arg(config).stdin(Stdio::null()).output().expect("idw-rp starts");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(!run.status.success() && said.contains("https://elsewhere.example/number.json"), "{said}");
    assert!(said.contains("/schemas/number.json"), "it says what to write instead: {said}");
}

#[test]
fn adding_a_site_says_which_schemas_could_not_be_had_and_what_then() {
    let description = json!({
        "website": {"name": "Club"},
        "attributes": [
            "URL/gone.json",
            {"schemaId": "https://elsewhere.example/x.json", "label": "Shoe size"},
            "http://platform.selfkey.org/schema/attribute/shoe-size.json",
        ],
    });
    let club = Pages::serve(vec![("/config", page(200, "application/json", &description.to_string()))]);
    let home = Home::of_ada();
    let run = home.run(["site", "add", club.url()]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<&str> = run.stdout.lines().filter(|line| line.contains("does not know")).collect();
    let [gone, elsewhere, platform] = lines[..] else { panic!("{}", run.stdout) };
    assert!(gone.contains("/gone.json") && gone.contains("404") && gone.contains("tries again"), "{gone}");
    assert!(elsewhere.contains("Shoe size") && elsewhere.contains("only from the site itself"), "{elsewhere}");
    assert!(platform.contains("no such attribute"), "{platform}");

    // No hint leads in a circle: what cannot be entered is not offered to be.
    let said = home.fails(5, ["signup", "Club", "--yes"]);
    assert!(said.contains("404") && !said.contains("attribute set"), "{said}");
    let missing: Value = serde_json::from_str(&home.run(["signup", "Club", "--yes", "--json"]).stdout).expect("JSON");
    assert!(missing["missing"][0]["reason"].to_string().contains("404"), "{missing}");
}
