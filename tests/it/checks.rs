//! `idw provider` and `idw verify`, against the provider that tests are made with.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use idw_journeys::{CLIENT_SECRET, Home, KycProvider, RelyingParty, Sample, browse, built};
use serde_json::{Value, json};

/// How a check ended.
pub(crate) struct Checked {
    pub(crate) code: i32,
    /// What `idw` printed and logged, and its trace.
    pub(crate) said: String,
    /// Its last document.
    pub(crate) document: Value,
    /// The last page that the browser got.
    page: String,
}

pub(crate) fn add(home: &Home, provider: &KycProvider, dialect: &str, more: &[&str]) {
    let secret = home.write_outside("client-secret", format!("{CLIENT_SECRET}\n").as_bytes()).display().to_string();
    let settings = provider.settings(dialect);
    let words = ["provider", "add", "Example Check", "--client-secret-file", &secret];
    home.ok(words.into_iter().chain(settings.iter().map(String::as_str)).chain(more.iter().copied()));
}

/// Verifies, with a browser that goes where it is sent.
pub(crate) fn verify(home: &Home, more: &[&str]) -> Checked {
    // A trace goes into a new file.
    let of_options: String = more.concat().replace('/', "");
    verify_by(home.command(), &home.path().join(format!("verify{of_options}.har")), more)
}

/// The same with an `idw` that is ready to be told what to do, and a file for its trace.
pub(crate) fn verify_by(mut command: Command, trace: &Path, more: &[&str]) -> Checked {
    command.args(["verify", "example check", "--print-url", "--yes", "--json", "-vv", "--trace"]);
    command.arg(trace).args(more);
    let mut idw = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("idw starts");
    let mut stdout = BufReader::new(idw.stdout.take().expect("its output is a pipe"));
    let mut stderr = idw.stderr.take().expect("its output is a pipe");
    let logged = thread::spawn(move || {
        let mut text = String::new();
        stderr.read_to_string(&mut text).expect("idw logs text");
        text
    });
    let mut first = String::new();
    stdout.read_line(&mut first).expect("idw prints text");
    let ready: Value = serde_json::from_str(&first).unwrap_or_default();
    let page = ready["address"].as_str().map(browse);
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).expect("idw prints text");
    let code = idw.wait().expect("idw ends").code().expect("nobody killed it");
    let all = if page.is_some() { rest.clone() } else { format!("{first}{rest}") };
    let document = serde_json::from_str(&all).unwrap_or_default();
    let har = std::fs::read_to_string(trace).unwrap_or_default();
    // The address is for the user, and holds the state.
    let said = format!("{rest}{}{har}", logged.join().expect("the log is read"));
    Checked { code, said, document, page: page.unwrap_or_default() }
}

fn names(home: &Home) -> Vec<String> {
    let held = home.ok(["attribute", "list"]);
    held.as_array().expect("a list").iter().map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn a_person_is_checked_and_applies_with_what_was_read_off_the_passport() {
    for dialect in ["web-kyc", "web-idv"] {
        let home = Home::with_vault();
        let provider = KycProvider::start("verified:ada:PP", &[]);
        add(&home, &provider, dialect, &["--trust"]);
        let checked = verify(&home, &[]);
        assert_eq!(checked.code, 0, "{dialect}: {}", checked.said);
        assert!(checked.page.contains("return to the wallet"), "{dialect}: {}", checked.page);
        let passport = home.ok(["attribute", "show", "passport"])[0].clone();
        assert_eq!(passport["origin"]["type"], "verified", "{dialect}: {passport}");
        assert_eq!((&passport["origin"]["test"], &passport["origin"]["trusted"]), (&json!(true), &json!(true)));
        if dialect == "web-kyc" {
            assert_eq!(passport["lacks"], json!(["Selfie"]), "the older protocol brings none");
            let selfie = Sample::named("passport-selfie.jpg").for_field("selfie.image");
            let completed = home.ok(["attribute", "set", "passport", "--file", &selfie]);
            assert_eq!(completed["origin"]["added"], json!(["selfie"]));
        }
        assert_eq!(home.ok(["attribute", "show", "passport"])[0]["lacks"], json!([]), "{dialect}");
        let checks = home.ok(["provider", "show", "example check"])["checks"].clone();
        assert_eq!(checks[0]["counts"], true, "{dialect}: {checks}");

        // A site that asks for a passport takes what the check gave.
        let site = RelyingParty::start(&[]);
        home.ok(["site", "add", &site.site(), "--name", "shop"]);
        home.ok(["attribute", "set", "email", "ada@mail.example"]);
        let address = ["--set", "address_line_1=1 Sample Street", "--set", "city=London"];
        home.ok(["attribute", "set", "physical-address"].iter().chain(&address));
        let bill = Sample::named("utility-bill.pdf").for_field("images");
        home.ok(["attribute", "set", "utility-bill", "--set", "issued=2026-10-01", "--file", &bill]);
        home.ok(["signup", "shop", "--yes"]);
        let applied = home.ok(["apply", "shop", "--yes"]);
        assert!(applied["sent"].as_array().expect("a list").iter().any(|one| one["name"] == "passport"), "{applied}");

        // An edit takes the word of the provider away, and needs a yes.
        home.fails(8, ["attribute", "set", "first-name", "Eva"]);
        assert_eq!(home.ok(["attribute", "show", "first-name"])[0]["origin"]["type"], "verified");
        let changed = home.ok(["attribute", "set", "first-name", "Eva", "--yes"]);
        assert_eq!(changed["origin"]["type"], "entered");
        assert_eq!(home.ok(["provider", "show", "example check"])["checks"][0]["counts"], false, "{dialect}");
    }
}

#[test]
fn nothing_of_the_users_is_replaced_unless_they_say_so() {
    let home = Home::with_vault();
    home.ok(["attribute", "set", "first-name", "Grace"]);
    let provider = KycProvider::start("verified:ada:PP:none", &[]);
    add(&home, &provider, "web-kyc", &[]);
    assert_eq!(verify(&home, &["--on-conflict", "skip"]).code, 0);
    assert_eq!(home.ok(["attribute", "show", "first-name"])[0]["value"], "Grace");
    assert_eq!(verify(&home, &[]).code, 0);
    let both = home.ok(["attribute", "show", "first-name"]);
    assert_eq!((&both[0]["value"], both[0]["isDefault"].as_bool()), (&json!("Grace"), Some(true)), "{both}");
    assert_eq!((&both[1]["value"], &both[1]["label"]), (&json!("ADA"), &json!("Example Check")));
    // Without a terminal and without a yes, nobody is even asked.
    home.fails(2, ["verify", "example check"]);
}

#[test]
fn given_names_are_parted_and_a_selfie_is_added_at_once() {
    let home = Home::with_vault();
    let provider = KycProvider::start("verified:anna-maria:PP:small", &[]);
    add(&home, &provider, "web-kyc", &[]);
    let selfie = Sample::named("passport-selfie.jpg").path.display().to_string();
    let checked = verify(&home, &["--first-names", "2", "--selfie", &selfie]);
    assert_eq!(checked.code, 0, "{}", checked.said);
    for (name, value) in [("first-name", "ANNA MARIA"), ("middle-name", "LOUISE"), ("last-name", "SCHMIDT-EXAMPLE")] {
        let held = home.ok(["attribute", "show", name])[0].clone();
        assert_eq!((&held["value"], &held["origin"]["type"]), (&json!(value), &json!("verified")), "{name}: {held}");
    }
    let passport = home.ok(["attribute", "show", "passport"])[0].clone();
    assert_eq!((&passport["lacks"], &passport["origin"]["added"]), (&json!([]), &json!(["selfie"])), "{passport}");
    assert_eq!(passport["origin"]["type"], "verified", "the rest of it is the provider's: {passport}");

    // A picture that the wallet does not take keeps nothing back for later, and says what is wrong.
    let page = home.write_outside("page.jpg", b"<!doctype html><title>No picture</title>").display().to_string();
    let refused = verify(&home.copy(), &["--selfie", &page]);
    assert_eq!(refused.code, 2, "{}", refused.said);
    assert!(refused.said.contains("cannot use the picture of you"), "{}", refused.said);
}

#[test]
fn a_forged_check_in_a_data_file_is_what_the_file_says() {
    let home = Home::with_vault();
    let provider = KycProvider::start("verified:ada:PP:none", &[]);
    add(&home, &provider, "web-kyc", &["--trust"]);
    assert_eq!(verify(&home, &[]).code, 0);
    let exported = home.path().join("out.json").display().to_string();
    home.ok(["attribute", "export", &exported]);
    let other = Home::with_vault();
    other.ok(["attribute", "import", &exported]);
    let held = other.ok(["attribute", "list"]);
    for one in held.as_array().expect("a list") {
        assert_eq!(
            (&one["origin"]["type"], &one["origin"]["claims"]["by"]),
            (&json!("imported"), &json!("Example Check"))
        );
    }
    assert_eq!(other.ok(["provider", "list"]), json!([]));
}

/// Every fault of the provider with the exit code that each dialect ends with: Web KYC, Web IDV.
const FAULTS: &[(&str, i32, i32)] = &[
    ("wrong-state", 8, 8),
    ("no-state", 8, 0),
    ("two-states", 8, 8),
    ("no-code", 8, 8),
    ("empty-code", 8, 8),
    ("two-codes", 8, 8),
    ("long-code", 0, 0),
    ("odd-code", 0, 0),
    ("error-return", 6, 6),
    ("error-and-code", 6, 6),
    ("hostile-error", 6, 6),
    ("fragment-return", 8, 8),
    ("return-twice", 0, 0),
    ("foreign-redirect", 8, 8),
    ("token-slow", 7, 7),
    ("token-hang", 7, 7),
    ("token-reset", 7, 7),
    ("token-302", 6, 6),
    ("token-401", 6, 6),
    ("token-403", 6, 6),
    ("token-429", 6, 6),
    ("token-500", 6, 6),
    ("token-html", 7, 7),
    ("token-empty", 7, 7),
    ("token-not-json", 7, 7),
    ("token-huge", 7, 7),
    ("token-wrong-content-type", 0, 0),
    ("token-wrong-length", 7, 7),
    ("no-token", 7, 7),
    ("token-null", 7, 7),
    ("token-not-text", 7, 7),
    ("token-empty-text", 7, 7),
    ("token-with-newline", 7, 8),
    ("address-elsewhere", 0, 7),
    ("address-script", 0, 7),
    ("details-slow", 7, 7),
    ("details-hang", 7, 7),
    ("details-cut", 7, 7),
    ("details-302", 6, 6),
    ("details-401", 6, 6),
    ("details-500", 6, 6),
    ("details-html", 7, 7),
    ("details-empty", 7, 7),
    ("details-not-json", 7, 7),
    ("details-deep-json", 7, 7),
    ("details-huge", 7, 7),
    ("no-details", 7, 7),
    ("details-list", 7, 7),
    ("fields-null", 7, 7),
    ("fields-numbers", 7, 7),
    ("fields-empty", 7, 7),
    ("unknown-fields", 0, 0),
    ("repeated-fields", 0, 6),
    ("long-text", 0, 0),
    ("hostile-text", 7, 7),
    ("bad-dates", 0, 0),
    ("bad-countries", 0, 0),
    ("expired-document", 0, 0),
    ("expired-data", 6, 6),
    ("two-documents", 7, 0),
    ("bad-base64", 0, 0),
    ("data-url", 0, 0),
    ("huge-picture", 7, 7),
    ("picture-bomb", 0, 0),
    ("status-failed", 0, 6),
    ("no-status", 0, 7),
];

/// Those that take half a minute each.
const SLOW: &[&str] = &["token-slow", "token-hang", "details-slow", "details-hang"];

/// How many checks run at a time.
const AT_A_TIME: usize = 4;

/// One check against a provider with one fault.
fn against(fault: &str, dialect: &str, home: &Home) -> i32 {
    let provider = KycProvider::start("verified:ada:PP:small", &["--fault", fault]);
    add(home, &provider, dialect, &[]);
    let checked = verify(home, &["--timeout", "3s"]);
    let name = format!("{fault}, {dialect}");
    assert!(!checked.said.contains(CLIENT_SECRET), "{name}: the secret is written down: {}", checked.said);
    assert!(!checked.said.contains("panicked"), "{name}: {}", checked.said);
    let held = names(home);
    if checked.code != 0 {
        assert_eq!(held, Vec::<String>::new(), "{name}: nothing is kept of what failed");
        assert!(checked.document["error"].is_object(), "{name}: {}", checked.document);
    }
    let state = provider.state();
    for code in state["codes"].as_array().expect("a list") {
        assert!(code["presented"].as_u64() <= Some(1), "{name}: a code goes out once: {state}");
    }
    home.ok(["vault", "verify"]);
    checked.code
}

#[test]
fn whatever_a_provider_does_wrong_ends_in_time_with_a_code_and_nothing_kept() {
    let listed = Command::new(built("idw-kyc-provider")).arg("--list-faults").output().expect("it lists them");
    let listed = String::from_utf8(listed.stdout).expect("text");
    let faults: Vec<String> = listed
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().map(str::to_owned))
        .filter(|name| !name.is_empty())
        .collect();
    assert!(faults.len() > 50, "{faults:?}");
    // All of it takes minutes, so `cargo xtask verify` alone does that; else every other fault has one dialect.
    let all = std::env::var_os("IDW_SOAK_KILLS").is_some();
    let seed = Home::with_vault();
    let both = faults.iter().enumerate().flat_map(|(at, fault)| {
        let dialects = ["web-kyc", "web-idv"].into_iter().enumerate();
        dialects.map(move |(other, dialect)| (fault, dialect, at % 2 == 0 && other == at / 2 % 2))
    });
    let chosen = both.filter(|(fault, _, is_its)| all || *is_its && !SLOW.contains(&fault.as_str()));
    let waiting = Mutex::new(chosen.map(|(fault, dialect, _)| (fault, dialect)).collect::<Vec<_>>());
    let ended = Mutex::new(BTreeMap::<(String, &str), i32>::new());
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                loop {
                    let Some((fault, dialect)) = waiting.lock().expect("no test panics with it").pop() else { break };
                    let code = against(fault, dialect, &seed.copy());
                    ended.lock().expect("no test panics with it").insert((fault.clone(), dialect), code);
                }
            });
        }
    });
    let ended = ended.into_inner().expect("all threads are done");
    let mut other = Vec::new();
    for fault in &faults {
        let Some((_, web_kyc, web_idv)) = FAULTS.iter().find(|(name, ..)| name == fault) else {
            panic!("what comes of {fault} is not listed here");
        };
        for (dialect, expected) in [("web-kyc", web_kyc), ("web-idv", web_idv)] {
            let code = ended.get(&(fault.clone(), dialect));
            if code.is_some_and(|code| code != expected) {
                other.push((fault, dialect, code, expected));
            }
        }
    }
    assert!(other.is_empty(), "these end otherwise: {other:#?}");
    assert_eq!(faults.len(), FAULTS.len(), "a fault is listed here that the provider does not have");
}
