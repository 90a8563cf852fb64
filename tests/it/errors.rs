//! Bad input: a sentence, the promised exit code, and a vault that still holds what it held.

use idw_journeys::{Answer, Home, Impostor, RelyingParty, unsigned_token};
use serde_json::json;

/// The exit codes that scripts rely on.
mod exit {
    pub(super) const OTHER: i32 = 1;
    pub(super) const USAGE: i32 = 2;
    pub(super) const LOCKED: i32 = 3;
    pub(super) const VAULT: i32 = 4;
    pub(super) const MISSING: i32 = 5;
    pub(super) const REFUSED: i32 = 6;
    pub(super) const UNREACHABLE: i32 = 7;
}

/// A vault with one attribute in it.
fn home() -> Home {
    let home = Home::with_vault();
    home.ok(["attribute", "set", "first-name", "Ada"]);
    home
}

#[test]
fn a_wrong_password() {
    let home = home();
    let wrong = home.write_outside("wrong", b"not the password");
    let words = ["--password-file", &wrong.display().to_string(), "attribute", "list"].map(str::to_owned);
    let mut command = home.program("idw");
    command.arg("--vault").arg(home.vault()).args(words);
    let said = idw_journeys::Run::from(command.output().expect("idw starts")).must_fail(exit::LOCKED);
    assert!(said.to_lowercase().contains("password"), "{said}");
    assert!(!said.contains("not the password"), "a password is never repeated");
    home.must_be_intact(1);
}

#[test]
fn no_vault() {
    let home = Home::empty();
    let said = home.run(["attribute", "list"]);
    assert_ne!(said.code, 0);
    assert!(said.stderr.contains("idw init"), "says how to make one: {}", said.stderr);
    assert!(!home.vault().exists(), "nothing is made by looking");
}

#[test]
fn a_second_vault_in_the_same_folder() {
    let home = home();
    let said = home.run(["init"]);
    assert_ne!(said.code, 0, "the first vault must not be overwritten");
    home.must_be_intact(1);
}

#[test]
fn an_unknown_command_or_option() {
    let home = home();
    home.fails(exit::USAGE, ["fly"]);
    home.fails(exit::USAGE, ["attribute", "list", "--sideways"]);
    home.must_be_intact(1);
}

#[test]
fn an_unknown_attribute() {
    let home = home();
    let said = home.fails(exit::USAGE, ["attribute", "set", "shoe-size", "43"]);
    assert!(said.contains("shoe-size"), "{said}");
    home.must_be_intact(1);
}

#[test]
fn a_value_that_does_not_fit_its_schema() {
    let home = home();
    let check = |words: &[&str]| {
        let all = ["attribute", "set"].iter().chain(words);
        home.fails(exit::USAGE, all);
        home.must_be_intact(1);
    };
    check(&["date-of-birth", "yesterday"]);
    check(&["email", "not an address"]);
    check(&["nationality", "--set", "country=Atlantis"]);
    check(&["nationality", "--set", "planet=Mars"]);
    check(&["passport", "--set", "issued=2024-05-04"]);
}

#[test]
fn a_file_that_is_not_there_or_not_of_the_kind() {
    let home = home();
    let words = ["attribute", "set", "utility-bill", "--set", "issued=2024-12-15", "--file"];
    let missing = home.run(words.iter().chain(&["images=/no/such/bill.pdf"]));
    let said = missing.must_fail(exit::USAGE);
    assert!(said.contains("/no/such/bill.pdf"), "{said}");
    home.must_be_intact(1);

    let text = home.write_outside("bill.pdf", b"no PDF at all, whatever its name says");
    let text = format!("images={}", text.display());
    home.run(words.iter().copied().chain([text.as_str()])).must_fail(exit::USAGE);
    home.must_be_intact(1);
}

#[test]
fn a_relying_party_that_is_down() {
    let home = home();
    let relying_party = RelyingParty::start(&["--dialect", "classic"]);
    let site = relying_party.site();
    home.ok(["site", "add", &site]);
    relying_party.stop();
    home.fails(exit::UNREACHABLE, ["login", &site, "--yes"]);
    home.fails(exit::UNREACHABLE, ["site", "add", "http://127.0.0.1:9/lws"]);
    home.must_be_intact(1);
}

#[test]
fn a_site_that_answers_outside_the_protocol() {
    let html = "<!doctype html><title>Welcome</title>".to_owned();
    let sign_in_message = "rp.example wants you to sign in with your Ethereum account";
    let order = json!({"challenge": sign_in_message, "iat": 0, "exp": 4_102_444_800_u64});
    let token = json!({"jwt": unsigned_token(&order)}).to_string();
    let check = |answer: Answer| {
        let home = home();
        let impostor = Impostor::answering(answer);
        home.ok(["site", "add", impostor.url()]);
        for verb in ["signup", "login"] {
            home.fails(exit::UNREACHABLE, [verb, impostor.url(), "--yes"]);
        }
        home.must_be_intact(1);
    };
    check(Answer::Body(200, "text/html", html.clone()));
    check(Answer::Body(500, "text/html", html));
    check(Answer::Body(500, "application/json", "{}".to_owned()));
    check(Answer::Body(200, "application/json", token));
    check(Answer::Body(200, "application/json", "{\"jwt\": \"a.b".to_owned()));
    check(Answer::Body(200, "application/json", String::new()));
    check(Answer::Close);
}

/// The reference relying party's own ways to misbehave, and the exit code that each deserves.
const FAULTS: &[(&str, i32)] = &[
    ("html", exit::UNREACHABLE),
    ("500", exit::UNREACHABLE),
    ("bad-nonce", exit::UNREACHABLE),
    ("wrong-subject", exit::UNREACHABLE),
    ("expired-token", exit::UNREACHABLE),
    ("oversized", exit::UNREACHABLE),
    ("truncated-json", exit::UNREACHABLE),
    ("redirect", exit::UNREACHABLE),
    ("reset", exit::UNREACHABLE),
    ("no-account", exit::REFUSED),
];

#[test]
fn a_classic_site_with_a_fault() {
    log_in_despite_each_fault("classic");
}

#[test]
fn a_did_site_with_a_fault() {
    log_in_despite_each_fault("did");
}

fn log_in_despite_each_fault(dialect: &str) {
    let home = home();
    for (fault, code) in FAULTS {
        let relying_party = RelyingParty::start(&["--dialect", dialect, "--fault", fault]);
        home.ok(["site", "add", &relying_party.site(), "--name", fault]);
        let run = home.run(["login", fault, "--yes"]);
        assert_eq!(run.code, *code, "{dialect}, {fault}: {}", run.stderr);
        run.must_fail(*code);
        home.must_be_intact(1);
    }
}

#[test]
fn a_nonce_that_is_no_nonce_is_not_signed() {
    let home = home();
    let text = "I agree to sell my house for one pound";
    let token = unsigned_token(&json!({"challenge": text, "iat": 0, "exp": 4_102_444_800_u64}));
    let answer = json!({"jwt": token}).to_string();
    let impostor = Impostor::answering(Answer::Body(200, "application/json", answer));
    home.ok(["site", "add", impostor.url()]);
    home.fails(exit::UNREACHABLE, ["login", impostor.url(), "--yes"]);
    let asked = impostor.requests_so_far();
    assert!(!asked.is_empty(), "the challenge was asked for");
    assert!(asked.iter().all(|line| line.starts_with("GET ")), "no signature left the wallet: {asked:?}");
}

#[test]
fn an_unknown_site_or_account() {
    let home = home();
    let said = home.run(["login", "Nowhere", "--yes"]);
    assert!([exit::OTHER, exit::USAGE].contains(&said.code), "{said:?}");
    let relying_party = RelyingParty::start(&[]);
    home.ok(["site", "add", &relying_party.site()]);
    let said = home.run(["login", &relying_party.site(), "--account", "nobody", "--yes"]);
    assert!([exit::OTHER, exit::USAGE].contains(&said.code), "{said:?}");
    home.must_be_intact(1);
}

#[test]
fn without_a_terminal_there_is_no_consent_but_yes() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&[]);
    home.ok(["site", "add", &relying_party.site()]);
    let before = relying_party.state();
    for verb in ["signup", "login", "apply"] {
        let run = home.run([verb, &relying_party.site()]);
        let said = run.must_fail(exit::USAGE);
        assert!(said.contains("--yes"), "says what to do: {said}");
    }
    assert_eq!(relying_party.state(), before, "nothing was sent");
}

#[test]
fn something_the_site_needs_is_missing() {
    let home = home();
    let relying_party = RelyingParty::start(&[]);
    home.ok(["site", "add", &relying_party.site()]);
    let before = relying_party.state();
    let said = home.fails(exit::MISSING, ["signup", &relying_party.site(), "--yes"]);
    assert!(said.contains("last-name") || said.contains("Last name"), "names it: {said}");
    assert_eq!(relying_party.state(), before, "nothing was sent");
    home.must_be_intact(1);
}

#[test]
fn a_vault_in_use() {
    let home = home();
    let impostor = Impostor::answering(Answer::Silence);
    home.ok(["site", "add", impostor.url()]);
    let mut first = home.start(["login", impostor.url(), "--yes"]);
    impostor.wait_until_asked();
    let said = home.fails(exit::VAULT, ["attribute", "list"]);
    first.kill().expect("it runs");
    first.wait().expect("it ends");
    assert!(said.contains(&first.id().to_string()), "names the other process: {said}");
    home.must_be_intact(1);
}

#[test]
fn a_vault_damaged_beyond_repair() {
    let home = home();
    let mut folders = vec![home.vault()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of the vault").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                std::fs::write(entry.path(), b"not what was here").expect("written");
            }
        }
    }
    home.fails(exit::VAULT, ["attribute", "list"]);
}
