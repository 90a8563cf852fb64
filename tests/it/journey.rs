//! The whole path, from an empty home to a finished KYC application, checked at the other end.

use idw_journeys::{Home, RelyingParty, Sample, get, schema_url};
use serde_json::{Value, json};

/// The name of the site that `idw-rp` describes when it is not told otherwise.
const SITE: &str = "Reference relying party";

/// The attributes that its sign-up insists on, and what the sample person sends.
fn signed_up() -> Vec<(&'static str, Option<&'static str>, Value)> {
    vec![
        ("first-name", Some("first"), json!("Ada")),
        ("last-name", None, json!("Example")),
        ("email", Some("contact-email"), json!("ada@wallet.example")),
        ("date-of-birth", None, json!("1985-04-12")),
        ("nationality", None, json!({"country": "GB"})),
    ]
}

/// Plays the whole path against a relying party that was started with `--dialect DIALECT`, and expects
/// the wallet to speak `spoken`.
pub(crate) fn whole_path(dialect: &str, spoken: &str) {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", dialect]);
    let site = add_site(&home, &relying_party);

    // Nobody there knows us yet: login says so, and says what to do.
    let said = home.fails(6, ["login", &site, "--yes"]);
    assert!(said.contains("signup") || said.contains("sign up"), "{said}");

    let did = sign_up(&home, &relying_party, &site);
    log_in(&home, &relying_party, &site, &did);
    apply(&home, &relying_party, &site);
    assert_eq!(home.ok(["site", "show", &site])["dialect"], spoken, "the dialect is remembered");
    read_activity(&home);
    sign_up_again_with_an_address(&home, &relying_party, &site);
}

fn add_site(home: &Home, relying_party: &RelyingParty) -> String {
    let added = home.ok(["site", "add", &relying_party.site()]);
    assert_eq!(added["site"]["name"], SITE);
    assert_eq!(home.ok(["site", "list"]).as_array().map(Vec::len), Some(1));
    // A site is found by its name and by its URL.
    let shown = home.ok(["site", "show", &relying_party.site()]);
    assert_eq!(shown["name"], SITE);
    assert_eq!(shown["connection"], "loopback");
    SITE.to_owned()
}

fn sign_up(home: &Home, relying_party: &RelyingParty, site: &str) -> String {
    let outcome = home.ok(["signup", site, "--yes"]);
    assert_eq!(outcome["sent"].as_array().map(Vec::len), Some(signed_up().len()), "{outcome}");
    let did = text(&outcome, "did");
    let state = relying_party.state();
    let user = only(&state["users"]);
    assert_attributes(&user["attributes"], &signed_up());
    let wallets = user["wallets"].to_string().to_lowercase();
    assert!(wallets.contains(did.trim_start_matches("did:eth:")), "{wallets} is not {did}");
    assert_eq!(state["files"], json!([]), "no document was asked for");
    did
}

fn log_in(home: &Home, relying_party: &RelyingParty, site: &str, did: &str) {
    let outcome = home.ok(["login", site, "--yes"]);
    assert_eq!(text(&outcome, "did"), did, "one site, one key");
    assert_eq!(text(&outcome, "site"), site);
    assert!(!text(&outcome, "account").is_empty());
    let redirect = text(&outcome, "redirectUrl");
    assert!(redirect.starts_with(relying_party.url()), "{redirect} is not at the site");
    let (status, page) = get(&redirect);
    assert!([200, 302, 303].contains(&status), "a browser is let in: {status} {page}");
    assert_ne!(get(&redirect), (status, page), "but only once");
}

fn apply(home: &Home, relying_party: &RelyingParty, site: &str) {
    let outcome = home.ok(["apply", site, "--yes"]);
    let state = relying_party.state();
    let application = only(&state["applications"]);
    let files = [
        ("passport", "/image", Sample::named("passport-photo-page.jpg")),
        ("passport", "/selfie/image", Sample::named("passport-selfie.jpg")),
        ("utility-bill", "/images/0", Sample::named("utility-bill.pdf")),
    ];
    for (name, pointer, sample) in &files {
        let value = &attribute(&application["attributes"], name)["value"];
        let file = value.pointer(pointer).unwrap_or_else(|| panic!("{name} has no {pointer}"));
        let id = text(file, "content");
        let stored = list(&state["files"]).iter().find(|stored| text(stored, "id") == id);
        let stored = stored.unwrap_or_else(|| panic!("{name}{pointer} names the file {id}, unknown"));
        assert_eq!(text(stored, "sha256"), sample.sha256, "{name}{pointer} arrived unchanged");
        assert_eq!(stored["size"], json!(sample.bytes.len()));
    }
    assert_eq!(list(&state["files"]).len(), files.len(), "each file went once");
    assert_eq!(text(attribute(&application["attributes"], "first-name"), "id"), "first");
    assert_eq!(list(&outcome["sent"]).len(), list(&application["attributes"]).len());
}

fn read_activity(home: &Home) {
    let entries = home.ok(["activity", "list"]);
    let entries = list(&entries);
    let sent: usize = entries.iter().map(|entry| list(&entry["sent"]).len()).sum();
    assert_eq!(sent, signed_up().len() + 7, "the log tells all that was sent");
    let check = home.ok(["activity", "verify"]);
    assert_eq!(check["intact"], true);
    assert_eq!(check["entries"], json!(entries.len()));
}

/// Optional things go only when the user says so; and a second sign-up updates the first.
fn sign_up_again_with_an_address(home: &Home, relying_party: &RelyingParty, site: &str) {
    home.ok(["signup", site, "--include", "physical-address", "--yes"]);
    let state = relying_party.state();
    let mut expected = signed_up();
    let address = json!({"address_line_1": "1 Sample Street", "city": "London"});
    expected.push(("physical-address", Some("home-address"), address));
    assert_attributes(&only(&state["users"])["attributes"], &expected);
}

fn assert_attributes(received: &Value, expected: &[(&str, Option<&str>, Value)]) {
    for (name, id, value) in expected {
        let attribute = attribute(received, name);
        assert_eq!(attribute["id"].as_str(), *id, "{name} goes by the site's own id");
        assert_eq!(&attribute["value"], value, "{name}");
    }
    assert_eq!(list(received).len(), expected.len(), "nothing else was sent: {received}");
}

fn attribute<'a>(received: &'a Value, name: &str) -> &'a Value {
    list(received)
        .iter()
        .find(|attribute| text(attribute, "schemaId") == schema_url(name))
        .unwrap_or_else(|| panic!("no {name} was received, spelt as on the wire: {received}"))
}

fn only(value: &Value) -> &Value {
    assert_eq!(list(value).len(), 1, "{value}");
    &list(value)[0]
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_default().to_owned()
}
