//! What the user is told and asked before anything leaves, and what then leaves.

use idw_journeys::{Home, RelyingParty, schema_url};
use serde_json::{Value, json};

#[test]
fn of_several_values_the_one_that_was_named_is_sent() {
    let home = Home::of_ada();
    home.ok(["attribute", "set", "email", "work@wallet.example", "--label", "work"]);
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "shop"]);
    home.ok(["signup", "shop", "--yes", "--use", "email=work"]);
    assert_eq!(received(&relying_party, "email"), "work@wallet.example");
    let all = home.ok(["attribute", "show", "email"]);
    let first = all.as_array().expect("a list").iter().find(|one| one["label"] != "work").expect("the other one");
    let id = first["id"].as_str().expect("an id");
    home.ok(["signup", "shop", "--yes", "--use", &format!("email={}", &id[..8])]);
    assert_eq!(received(&relying_party, "email"), "ada@wallet.example");

    let said = home.fails(2, ["signup", "shop", "--yes", "--use", "email=play"]);
    assert!(said.contains("“play”") && said.contains("(work)"), "{said}");
    let said = home.fails(2, ["signup", "shop", "--yes", "--use", "passport=work"]);
    assert!(said.contains("does not ask for “passport”"), "{said}");
    // Naming a value of something optional sends it.
    home.ok([
        "attribute",
        "set",
        "physical-address",
        "--label",
        "home",
        "--set",
        "city=Paris",
        "--set",
        "address_line_1=1",
    ]);
    home.ok(["signup", "shop", "--yes", "--use", "physical-address=home"]);
    assert_eq!(received(&relying_party, "physical-address")["city"], "Paris");
}

#[test]
fn a_site_that_is_not_as_it_was_is_not_covered_by_consent_in_advance() {
    let home = Home::of_ada();
    let first_name = json!({"attributes": [schema_url("first-name")]}).to_string();
    let config = home.write_outside("server.json", first_name.as_bytes());
    let config = config.to_str().expect("a path in UTF-8");
    let relying_party = RelyingParty::start(&["--dialect", "did", "--config", config]);
    let add = |name: &str, names: &[&str], endpoints: Value| {
        let description = json!({
            "website": {"name": name, "url": relying_party.url()}, "rootEndpoint": relying_party.site(),
            "attributes": names.iter().map(|name| json!(schema_url(name))).collect::<Value>(),
            "endpoints": endpoints, "did": true,
        });
        let path = home.write_outside("site.json", description.to_string().as_bytes());
        home.ok(["site", "add", "--config", path.to_str().expect("a path in UTF-8"), "--name", "shop"])
    };
    add("Shop", &["first-name"], json!({}));
    home.ok(["signup", "shop", "--yes"]);

    add("Bank", &["first-name", "email"], json!({}));
    let said = home.fails(8, ["signup", "shop", "--yes"]);
    assert!(said.contains("calls itself Bank now; it was Shop"), "{said}");
    assert!(said.contains("(required), which it did not ask for last time"), "{said}");
    assert!(said.contains("--accept-changes"), "{said}");
    let said = home.fails(8, ["login", "shop", "--yes"]);
    assert!(said.contains("Bank") && !said.contains("did not ask"), "a login tells of what concerns it: {said}");
    let users = relying_party.state()["users"].clone();
    assert_eq!(users[0]["attributes"].as_array().map(Vec::len), Some(1), "nothing more was sent");
    home.ok(["signup", "shop", "--yes", "--accept-changes"]);
    home.ok(["login", "shop", "--yes"]);

    let elsewhere = relying_party.site().replace("127.0.0.1", "localhost");
    let renewed = add("Bank", &["first-name"], json!({"/login": format!("{elsewhere}/login")}));
    let told = renewed["changes"].to_string();
    assert!(told.contains("localhost") && told.contains("no longer asks for"), "{told}");
    let said = home.fails(8, ["login", "shop", "--yes"]);
    assert!(
        said.contains("localhost")
            && said.contains("now gets a token that acts as you; before, the site used 127.0.0.1"),
        "{said}"
    );
    assert!(said.contains("use another account than the last time"), "its own key depends on its hosts: {said}");
    // The new key has no account there yet.
    home.fails(6, ["login", "shop", "--yes", "--accept-changes"]);
}

#[test]
fn a_login_that_finds_no_account_goes_on_as_a_sign_up() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&[]);
    home.ok(["site", "add", &relying_party.site(), "--name", "shop"]);
    home.fails(6, ["login", "shop", "--yes"]);
    let outcome = home.ok(["login", "shop", "--yes", "--signup"]);
    assert_eq!(outcome["purpose"], "signUp");
    assert!(outcome["redirectUrl"].as_str().is_some_and(|url| url.starts_with(relying_party.url())), "{outcome}");
    assert_eq!(home.ok(["login", "shop", "--yes", "--signup"])["purpose"], "logIn", "there is an account now");
    assert_eq!(relying_party.state()["users"].as_array().map(Vec::len), Some(1));
    let kinds: Vec<_> =
        home.ok(["activity", "list"]).as_array().expect("a list").iter().map(|one| one["kind"].clone()).collect();
    let from = kinds.iter().position(|kind| kind == "approved").expect("something was agreed to");
    let expected = ["approved", "failed", "approved", "failed", "approved", "signedUp", "approved", "loggedIn"];
    assert_eq!(kinds[from..], expected.map(|kind| json!(kind)), "each step is in the record");
}

#[test]
fn what_has_expired_is_told_before_it_is_sent() {
    let home = Home::of_ada();
    home.ok(["attribute", "set", "passport", "--set", "issued=2010-05-04", "--set", "expires=2020-05-03"]);
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "shop"]);
    let run = home.run(["apply", "shop", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("It expired on 3 May 2020"), "{}", run.stderr);
}

#[test]
fn a_page_that_leaves_the_site_is_told_to() {
    let home = Home::of_ada();
    let away = RelyingParty::start(&["--redirect", "https://elsewhere.example/in"]);
    home.ok(["site", "add", &away.site(), "--name", "away"]);
    let outcome = home.ok(["signup", "away", "--yes"]);
    assert_eq!(outcome["redirectLeavesSite"], true, "{outcome}");
    assert!(outcome["redirectUrl"].as_str().is_some_and(|url| url.starts_with("https://elsewhere.example/in")));
    let own = RelyingParty::start(&[]);
    home.ok(["site", "add", &own.site(), "--name", "own"]);
    assert_eq!(home.ok(["signup", "own", "--yes"])["redirectLeavesSite"], false);
}

#[test]
fn a_document_that_has_still_to_be_sent_stays() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "classic", "--fault", "apply-lost"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "shop"]);
    home.fails(7, ["apply", "shop", "--yes"]);
    let documents = || home.ok(["document", "list"]).as_array().map_or(0, Vec::len);
    let before = documents();
    home.ok(["attribute", "remove", "utility-bill"]);
    assert_eq!(documents(), before, "the application may have to be sent again");
    let list = home.ok(["document", "list"]);
    let bill = list.as_array().and_then(|list| list.iter().find(|one| one["name"] == "utility-bill.pdf"));
    let id = bill.and_then(|bill| bill["id"].as_str()).expect("the bill is there").to_owned();
    let said = home.fails(2, ["document", "remove", &id]);
    assert!(said.contains("application to shop"), "{said}");
    home.ok(["application", "resume", "shop", "--assume-sent"]);
    assert_eq!(documents(), before - 1, "nothing waits for it any more");
}

fn received(relying_party: &RelyingParty, name: &str) -> Value {
    let state = relying_party.state();
    let attributes = state["users"][0]["attributes"].as_array().expect("a list").clone();
    let found = attributes.iter().find(|one| one["schemaId"] == schema_url(name));
    found.unwrap_or_else(|| panic!("no {name} in {state}"))["value"].clone()
}

/// At a terminal: `script` makes one.
#[cfg(target_os = "linux")]
mod terminal {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn the_user_chooses_among_several_values() {
        let home = Home::of_ada();
        home.ok(["attribute", "set", "email", "work@wallet.example", "--label", "work"]);
        let relying_party = RelyingParty::start(&["--dialect", "did"]);
        home.ok(["site", "add", &relying_party.site(), "--name", "shop"]);
        let shown = at_terminal(&home, &["signup", "shop"], "work\ny\n");
        assert!(shown.contains("should be sent, 1 to 2?") && shown.contains("What will be sent"), "{shown}");
        assert_eq!(received(&relying_party, "email"), "work@wallet.example", "{shown}");
    }

    #[test]
    fn a_login_that_finds_no_account_offers_the_sign_up() {
        let home = Home::of_ada();
        let relying_party = RelyingParty::start(&["--dialect", "did"]);
        home.ok(["site", "add", &relying_party.site(), "--name", "shop"]);
        let shown = at_terminal(&home, &["login", "shop"], "y\nn\n");
        assert!(shown.contains("Sign up now?"), "{shown}");
        assert_eq!(relying_party.state()["users"], json!([]), "the user said no");
        let shown = at_terminal(&home, &["login", "shop"], "y\ny\ny\n");
        assert!(shown.contains("Signed up at shop"), "{shown}");
        assert_eq!(relying_party.state()["users"].as_array().map(Vec::len), Some(1));
    }

    #[test]
    fn in_german_a_german_yes_is_taken() {
        let home = Home::of_ada();
        let relying_party = RelyingParty::start(&["--dialect", "did"]);
        home.ok(["site", "add", &relying_party.site(), "--name", "shop"]);
        let shown = at_terminal(&home, &["--lang", "de", "signup", "shop"], "nein\n");
        assert!(shown.contains("Senden? [j/N]"), "{shown}");
        assert_eq!(relying_party.state()["users"], json!([]), "the user said no");
        let shown = at_terminal(&home, &["--lang", "de", "signup", "shop"], "ja\n");
        assert!(shown.contains("Bei shop registriert."), "{shown}");
        assert_eq!(relying_party.state()["users"].as_array().map(Vec::len), Some(1));
    }

    /// Runs `idw` with a terminal at which these answers are typed, and gives all that was on it.
    fn at_terminal(home: &Home, words: &[&str], answers: &str) -> String {
        let command = home.command();
        let quoted = |word: &std::ffi::OsStr| format!("'{}'", word.to_str().expect("UTF-8").replace('\'', "'\\''"));
        let mut line: Vec<String> = vec![quoted(command.get_program())];
        line.extend(command.get_args().map(quoted));
        line.extend(words.iter().map(|word| quoted(word.as_ref())));
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--command", &line.join(" "), "/dev/null"]);
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => script.env(name, value),
                None => script.env_remove(name),
            };
        }
        script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = script.spawn().expect("script (util-linux) makes a terminal");
        process.stdin.take().expect("its input is a pipe").write_all(answers.as_bytes()).expect("it reads");
        let output = process.wait_with_output().expect("it ends");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}
