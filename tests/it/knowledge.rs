//! What a site knows about the user, and the record that tells it.

use std::fs;

use idw_journeys::{Home, RelyingParty, Sample};
use serde_json::{Value, json};

#[test]
fn what_a_site_knows_and_what_of_it_is_out_of_date() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "shop"]);
    let known = home.ok(["site", "knows", "shop"]);
    assert_eq!((&known["attributes"], &known["accounts"]), (&json!([]), &json!([])), "{known}");

    let signed_up = home.ok(["signup", "shop", "--yes"]);
    home.ok(["attribute", "set", "email", "new@wallet.example"]);
    home.ok(["attribute", "remove", "nationality"]);
    let known = home.ok(["site", "knows", "shop"]);
    assert_eq!(known["accounts"][0]["did"], signed_up["did"]);
    let standing = |known: &Value, name: &str| attribute(known, name)["standing"].clone();
    assert_eq!(standing(&known, "first-name"), "current");
    assert_eq!(standing(&known, "email"), "outOfDate");
    assert_eq!(standing(&known, "nationality"), "removed");
    assert_eq!((&known["outOfDate"], &known["mayHave"]), (&json!(2), &json!(0)), "{known}");
    let sent = signed_up["sent"].as_array().expect("a list").iter().find(|sent| sent["name"] == "email");
    let sent = sent.expect("the email was sent");
    assert_eq!(attribute(&known, "email")["versions"][0]["digest"], sent["digest"], "the digest that was logged");

    home.ok(["attribute", "set", "nationality", "--set", "country=GB"]);
    home.ok(["signup", "shop", "--yes"]);
    let known = home.ok(["site", "knows", "shop"]);
    let email = attribute(&known, "email");
    let versions: Vec<_> =
        email["versions"].as_array().expect("a list").iter().map(|one| (&one["version"], &one["current"])).collect();
    assert_eq!(versions, [(&json!(2), &json!(true)), (&json!(1), &json!(false))], "the site has had both");
    assert_eq!(
        (email["standing"].clone(), &attribute(&known, "first-name")["versions"][0]["times"]),
        (json!("current"), &json!(2))
    );

    home.ok(["apply", "shop", "--yes"]);
    let known = home.ok(["site", "knows", "shop"]);
    let page = Sample::named("passport-photo-page.jpg");
    let documents = known["documents"].as_array().expect("a list");
    assert!(
        documents.iter().any(|one| one["size"] == json!(page.bytes.len()) && one["arrival"] == "arrived"),
        "{known}"
    );
}

#[test]
fn a_rename_loses_nothing_and_a_removed_site_is_still_answered_for() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "old name"]);
    home.ok(["signup", "old name", "--yes"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "new name"]);
    let known = home.ok(["site", "knows", "new name"]);
    assert_eq!(known["attributes"].as_array().map(Vec::len), Some(5), "{known}");
    assert_eq!((&known["formerNames"], &known["inWallet"]), (&json!(["old name"]), &json!(true)), "{known}");
    let sent_to = &home.ok(["attribute", "show", "first-name"])[0]["lastSent"];
    assert_eq!((&sent_to[0]["site"], &sent_to[0]["mayHave"]), (&json!("new name"), &json!(false)), "{sent_to}");

    home.ok(["site", "remove", "new name"]);
    for name in ["new name", "old name", &relying_party.site()] {
        let known = home.ok(["site", "knows", name]);
        assert_eq!(known["attributes"].as_array().map(Vec::len), Some(5), "{name}: {known}");
        assert_eq!(known["inWallet"], false, "{name}");
    }
    let all = home.ok(["site", "knows"]);
    assert_eq!((all.as_array().map(Vec::len), &all[0]["attributes"]), (Some(1), &json!(5)), "{all}");
    home.fails(2, ["site", "knows", "never seen"]);
}

#[test]
fn what_was_being_sent_when_it_failed_may_have_arrived() {
    let home = Home::of_ada();
    let lost = RelyingParty::start(&["--dialect", "classic", "--fault", "apply-lost"]);
    home.ok(["site", "add", &lost.site(), "--name", "lost"]);
    home.fails(7, ["apply", "lost", "--yes"]);
    let known = home.ok(["site", "knows", "lost"]);
    let passport = attribute(&known, "passport");
    assert_eq!((&passport["arrival"], &passport["standing"]), (&json!("mayHave"), &json!("current")), "{known}");
    assert_eq!(known["mayHave"], json!(known["attributes"].as_array().map(Vec::len)), "{known}");
    let sent_to = &home.ok(["attribute", "show", "passport"])[0]["lastSent"];
    assert_eq!((&sent_to[0]["site"], &sent_to[0]["mayHave"]), (&json!("lost"), &json!(true)), "{sent_to}");

    // Where it failed before anything had begun to leave, the site has nothing but, perhaps, the account.
    let down = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &down.site(), "--name", "down"]);
    down.stop();
    home.fails(7, ["signup", "down", "--yes"]);
    let known = home.ok(["site", "knows", "down"]);
    assert_eq!(known["attributes"], json!([]), "{known}");
    assert_eq!(known["accounts"][0]["arrival"], "mayHave", "{known}");
}

#[test]
fn the_record_is_exported_for_programs_and_for_spreadsheets() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "=HYPERLINK(\"http://evil.example\")"]);
    home.ok(["signup", &relying_party.site(), "--yes"]);
    let listed = home.ok(["activity", "list"]);
    let exported = home.ok(["activity", "export"]);
    assert_eq!((&exported["format"], &exported["entries"]), (&json!("idw-activity"), &listed));
    assert_eq!(exported["version"], 2);

    let table = home.run(["activity", "export", "--format", "csv"]);
    assert_eq!(table.code, 0, "{}", table.stderr);
    let lines: Vec<&str> = table.stdout.split("\r\n").collect();
    let signed_up = listed.as_array().expect("a list").iter().find(|entry| entry["kind"] == "approved");
    let sent = signed_up.and_then(|entry| entry["sent"].as_array()).expect("something was sent");
    for sent in sent {
        let digest = sent["digest"].as_str().expect("a digest");
        assert!(digest.starts_with("hmac-sha256:"), "nobody without the wallet's key can try values against {digest}");
        assert_eq!(lines.iter().filter(|line| line.contains(digest)).count(), 1, "a row for {sent}");
    }
    assert!(table.stdout.contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\""), "{}", table.stdout);
    assert!(!table.stdout.contains(",=") && !table.stdout.contains(",\"="), "no cell is a formula");
    assert!(!table.stdout.contains("ada@wallet.example"), "values are not in it, only their digests");

    let path = home.write_outside("log.csv", b"there already");
    let path = path.to_str().expect("a path in UTF-8");
    home.fails(1, ["activity", "export", "--format", "csv", "--output", path]);
    let written = home.ok(["activity", "export", "--format", "csv", "--output", path, "--force"]);
    assert_eq!(written["entries"], json!(listed.as_array().map(Vec::len)));
    assert_eq!(fs::read_to_string(path).expect("it was written").split("\r\n").count(), lines.len());
}

fn attribute<'a>(known: &'a Value, name: &str) -> &'a Value {
    let attributes = known["attributes"].as_array().expect("a list");
    attributes.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name} in {known}"))
}
