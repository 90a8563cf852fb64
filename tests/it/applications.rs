//! KYC applications that do not go smoothly: killed processes, lost answers, more that is wanted, second thoughts.

use std::collections::BTreeSet;
use std::env;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use idw_journeys::fault::{Fault, FaultServer, Flow, REFUSED, Step, UNREACHABLE};
use idw_journeys::{Home, RelyingParty, Sample};
use serde_json::{Value, json};

/// Kills of an ordinary run; `IDW_SOAK_KILLS` asks for another number.
const KILLS: u32 = 12;

/// The documents that go with an application to the sample site.
const DOCUMENTS: [&str; 3] = ["passport-photo-page.jpg", "passport-selfie.jpg", "utility-bill.pdf"];

#[test]
fn whenever_it_is_killed_an_application_resumes_to_exactly_one() {
    let kills = env::var("IDW_SOAK_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let ada = Home::of_ada();
    let whole = time_of_a_whole_one(&ada.copy());
    let mut cut_short = 0;
    for number in 0..kills {
        // A vault that knows none of the sites of before: ports come round again, and with one a site that has an application.
        let home = ada.copy();
        let dialect = if number % 3 == 2 { "classic" } else { "did" };
        let relying_party = RelyingParty::start(&["--dialect", dialect, "--fault", "slow-kyc"]);
        let site = format!("site-{number}");
        home.ok(["site", "add", &relying_party.site(), "--name", &site]);
        // The golden ratio spreads any number of points evenly.
        let part = (f64::from(number) * 0.618_033_988_75).fract();
        let mut process = home.start(["apply", &site, "--yes", "--accept-changes"]);
        thread::sleep(whole.mul_f64(part));
        process.kill().expect("it can be killed, or has ended");
        let ended = process.wait().expect("it is gone");
        cut_short += u32::from(!ended.success());
        take_up(&home, &relying_party, &site);
        assert_one_whole_application(&relying_party, &format!("kill {number} at {part:.3} in {dialect}"));
        assert_eq!(home.ok(["activity", "verify"])["intact"], true);
    }
    println!("{kills} kills, {cut_short} of them in time: every application there once, with every file once");
    assert!(cut_short * 2 >= kills, "most kills came in time, not {cut_short} of {kills}");
}

#[test]
fn an_answer_that_is_lost_is_looked_up_where_the_site_can_be_asked() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "did", "--fault", "apply-lost"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "site"]);
    let outcome = home.ok(["apply", "site", "--yes"]);
    assert_one_whole_application(&relying_party, "the answer was lost");
    assert_eq!(outcome["applicationId"], relying_party.state()["applications"][0]["id"]);
}

#[test]
fn an_answer_that_is_lost_is_put_to_the_user_where_the_site_cannot_be_asked() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "classic", "--fault", "apply-lost"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "site"]);
    let said = home.fails(7, ["apply", "site", "--yes"]);
    assert!(!said.contains("Nothing was lost") && said.contains("application resume"), "{said}");
    assert_eq!(home.ok(["application", "list"])[0]["step"], "unknown");
    let said = home.fails(1, ["apply", "site", "--yes"]);
    assert!(said.contains("may already have received"), "{said}");
    let said = home.fails(2, ["application", "resume", "site"]);
    assert!(said.contains("--send-again") && said.contains("--assume-sent"), "{said}");
    assert_one_whole_application(&relying_party, "nothing was sent twice");
    home.ok(["application", "resume", "site", "--assume-sent"]);
    assert_eq!(home.ok(["application", "list"])[0]["step"], "submitted");
    assert_one_whole_application(&relying_party, "it was taken as arrived");
}

#[test]
fn what_goes_wrong_before_the_consent_leaves_no_application() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "site"]);
    let said = home.fails(2, ["apply", "site", "--template", "77", "--yes"]);
    assert!(said.contains("has no KYC application “77”") && said.contains("1 ("), "{said}");
    relying_party.stop();
    let said = home.fails(7, ["apply", "site", "--yes"]);
    assert!(said.contains("site: "), "{said}");
    assert_eq!(home.ok(["application", "list"]), json!([]), "there was nothing to agree to yet");
}

#[test]
fn what_a_site_wants_besides_is_sent_and_second_thoughts_are_heard() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "site"]);
    let outcome = home.ok(["apply", "site", "--yes"]);
    let id = outcome["applicationId"].as_str().expect("the site gave an id").to_owned();
    assert_eq!(home.ok(["application", "show", "site"])["text"], "The site is working on it");
    let said = home.fails(2, ["application", "update", "site", "--yes"]);
    assert!(said.contains("does not need anything else"), "{said}");

    let address = "http://platform.selfkey.org/schema/attribute/physical-address.json";
    let decision = json!({"status": 9, "invalid": ["first"], "additional": [{"id": "home", "schemaId": address}]});
    post(&relying_party, &format!("/api/applications/{id}/status"), &decision);
    let said = home.fails(8, ["application", "update", "site", "--yes"]);
    assert!(said.contains("not sent with this application before") && said.contains("--accept-changes"), "{said}");
    let shown = home.ok(["application", "show", "site", "--watch"]);
    assert_eq!((&shown["status"], shown["wanted"].as_array().map(Vec::len)), (&json!(9), Some(2)), "{shown}");
    home.ok(["attribute", "set", "first-name", "Augusta"]);
    let said = home.fails(8, ["application", "update", "site", &id, "--yes"]);
    assert!(said.contains("not sent with this application before"), "that it was shown agrees to nothing: {said}");
    home.ok(["application", "update", "site", &id, "--yes", "--accept-changes"]);
    let state = relying_party.state();
    let application = &state["applications"][0];
    assert_eq!((&application["status"], &application["askedAgain"]), (&json!(1), &json!([])), "{application}");
    let names: Vec<_> = application["attributes"].as_array().expect("a list").iter().map(|one| &one["value"]).collect();
    assert!(names.contains(&&json!("Augusta")) && !names.contains(&&json!("Ada")), "{application}");
    assert_eq!(state["counts"]["files"], json!(DOCUMENTS.len()), "nothing else was sent again");

    home.ok(["application", "cancel", "site"]);
    assert_eq!(relying_party.state()["applications"][0]["status"], 8);
    home.fails(2, ["application", "cancel", "site"]);
    assert_eq!(home.ok(["activity", "verify"])["intact"], true);
}

#[test]
fn a_value_that_the_site_has_just_refused_is_sent_again_only_after_a_yes_to_that() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "site"]);
    let outcome = home.ok(["apply", "site", "--yes"]);
    let id = outcome["applicationId"].as_str().expect("the site gave an id").to_owned();
    let refuse = |keys: &[&str]| {
        post(&relying_party, &format!("/api/applications/{id}/status"), &json!({"status": 9, "invalid": keys}));
    };
    let first_name = || {
        let state = relying_party.state();
        let application = &state["applications"][0];
        let attributes = application["attributes"].as_array().expect("a list");
        let first = attributes.iter().find(|one| one["id"] == "first").expect("a first name");
        (application["status"].clone(), first["value"].clone())
    };

    refuse(&["first", "proof-of-identity"]);
    let run = home.run(["application", "update", "site", "--yes", "--json"]);
    assert_eq!(run.code, 8, "{}", run.stderr);
    assert!(
        run.stderr.contains("already has this value and did not accept it") && run.stderr.contains("--accept-changes"),
        "{}",
        run.stderr
    );
    let told = run.json()["changes"].as_array().map(Vec::len);
    assert_eq!(told, Some(2), "the name and the passport with its picture: {}", run.stdout);
    assert_eq!(first_name(), (json!(9), json!("Ada")), "nothing was sent");

    // The user says so, and it goes.
    home.ok(["application", "update", "site", "--yes", "--accept-changes"]);
    assert_eq!(first_name(), (json!(1), json!("Ada")));

    // Another value is no repetition.
    refuse(&["first"]);
    home.ok(["attribute", "set", "first-name", "Augusta"]);
    home.ok(["application", "update", "site", "--yes"]);
    assert_eq!(first_name(), (json!(1), json!("Augusta")));

    // It is now: what was sent last is what counts.
    refuse(&["first"]);
    let said = home.fails(8, ["application", "update", "site", "--yes"]);
    assert!(said.contains("First Name") && said.contains("already has this value and did not accept it"), "{said}");
    home.ok(["attribute", "set", "first-name", "Ada"]);
    home.ok(["application", "update", "site", "--yes"]);
}

/// Whoever runs a script again does not mean to send all documents again.
#[test]
fn a_second_application_for_the_same_needs_another_yes() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "site"]);
    let first = home.ok(["apply", "site", "--yes"]);
    let said = home.fails(8, ["apply", "site", "--yes"]);
    assert!(said.contains("You already applied for this on") && said.contains("--accept-changes"), "{said}");
    assert_one_whole_application(&relying_party, "the second was not sent");
    let said = home.ok(["application", "resume", "site"]);
    assert_eq!(said["applicationId"], first["applicationId"]);
    assert_one_whole_application(&relying_party, "nothing was resumed");
    home.ok(["site", "add", &relying_party.site(), "--name", "renamed"]);
    assert_eq!(home.ok(["application", "show", "renamed"])["site"], "renamed");
    home.ok(["site", "add", &relying_party.site(), "--name", "site"]);

    let id = first["applicationId"].as_str().expect("the site gave an id");
    let decision = json!({"status": 3, "message": "The selfie is too dark."});
    post(&relying_party, &format!("/api/applications/{id}/status"), &decision);
    let shown = home.ok(["application", "show", "site"]);
    assert_eq!((&shown["text"], &shown["message"]), (&json!("Rejected"), &json!("The selfie is too dark.")), "{shown}");
    let said = home.fails(2, ["application", "cancel", "site"]);
    assert!(said.contains("Rejected"), "{said}");
    home.ok(["apply", "site", "--yes"]);
    assert_eq!(relying_party.state()["applications"].as_array().map(Vec::len), Some(2));
    home.fails(8, ["apply", "site", "--yes"]);
    home.ok(["apply", "site", "--yes", "--accept-changes"]);
    assert_eq!(relying_party.state()["applications"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_document_that_is_used_twice_is_sent_twice_and_nothing_is_not_sent_silently() {
    let home = Home::of_ada();
    let passport = "http://platform.selfkey.org/schema/attribute/passport.json";
    let config = json!({"templates": [
        {"id": "twice", "name": "Twice", "attributes": [
            {"id": "one", "schemaId": passport, "required": true},
            {"id": "two", "schemaId": passport, "required": true}]},
        {"id": "nothing", "name": "Nothing", "attributes": []},
    ]});
    let config = home.write_outside("site.json", config.to_string().as_bytes());
    for dialect in ["classic", "did"] {
        let path = config.to_str().expect("a path in UTF-8");
        let relying_party = RelyingParty::start(&["--dialect", dialect, "--config", path]);
        home.ok(["site", "add", &relying_party.site(), "--name", dialect]);
        home.ok(["apply", dialect, "--template", "twice", "--yes"]);
        let mut contents = Vec::new();
        let state = relying_party.state();
        gather_contents(&state["applications"][0]["attributes"], &mut contents);
        let distinct: BTreeSet<_> = contents.iter().collect();
        assert_eq!((contents.len(), distinct.len(), state["counts"]["files"].clone()), (4, 4, json!(4)), "{dialect}");

        let outcome = home.ok(["apply", dialect, "--template", "nothing", "--yes"]);
        assert!(outcome["warning"].as_str().is_some_and(|text| text.contains("no attributes")), "{outcome}");
    }
}

#[test]
fn an_upload_that_broke_off_may_be_there_twice_and_the_outcome_says_so() {
    let lost_at = |at| {
        let what = "it arrives, and no answer comes";
        let lose = Fault::new("lost", what, Flow::Apply, at, UNREACHABLE, |x| {
            x.good_answer();
            x.hang_up()
        });
        FaultServer::with(&lose.once())
    };
    let files =
        |server: &FaultServer| server.recorded().iter().filter(|request| request.step == Some(Step::File)).count();
    let home = Home::of_ada();
    let server = lost_at(Step::File);
    home.ok(["site", "add", server.url(), "--name", "site"]);
    let said = home.fails(7, ["apply", "site", "--yes"]);
    assert!(said.contains("application resume"), "{said}");
    let outcome = home.ok(["application", "resume", "site"]);
    let warning = outcome["warning"].as_str().expect("a warning");
    assert!(warning.contains("second copy of utility-bill.pdf"), "{warning}");
    assert_eq!(files(&server), 2);

    let server = lost_at(Step::Apply);
    home.ok(["site", "add", server.url(), "--name", "other"]);
    let outcome = home.ok(["apply", "other", "--yes"]);
    assert_eq!((&outcome["warning"], files(&server)), (&Value::Null, 1), "the file itself had been confirmed");
}

#[test]
fn a_limit_that_a_site_told_is_remembered_until_the_site_is_read_anew() {
    const LIMIT: u64 = 500;
    let small = Fault::new("small", "it takes small files only", Flow::SignUp, Step::UserFile, REFUSED, |x| {
        x.json(413, &json!({"code": "too_large", "limit": LIMIT}))
    });
    let server = FaultServer::with(&small);
    let home = Home::of_ada();
    home.ok(["site", "add", server.url(), "--name", "site"]);
    for _ in 0..2 {
        let said = home.fails(6, ["signup", "site", "--yes"]);
        assert!(said.contains("utility-bill.pdf") && said.contains("at most 500 bytes"), "{said}");
        // Known now: not even asked for consent.
        let uploads = server.recorded().len();
        let run = home.run(["signup", "site", "--yes", "--json"]);
        assert_eq!(run.code, 5, "{}", run.stderr);
        let file = run.json()["missing"][0]["tooLarge"][0].clone();
        assert_eq!((&file["name"], &file["limit"]), (&json!("utility-bill.pdf"), &json!(LIMIT)), "{file}");
        assert!(run.stderr.contains("idw document shrink"), "{}", run.stderr);
        assert_eq!(server.recorded().len(), uploads + 1, "only the description was read");
        home.ok(["site", "add", server.url(), "--name", "site"]);
    }
}

#[test]
fn a_good_sign_up_does_not_ask_to_sign_up() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--fault", "no-account"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "site"]);
    let outcome = home.ok(["signup", "site", "--yes"]);
    let warning = outcome["warning"].as_str().expect("the login did not work");
    assert!(warning.contains("You are signed up") && !warning.contains("sign up"), "{warning}");
}

#[test]
fn plain_http_to_another_machine_is_a_mistake_of_the_user() {
    let home = Home::with_vault();
    home.fails(2, ["site", "add", "http://rp.example/lws"]);
    let description = home.write_outside("site.json", br#"{"rootEndpoint": "http://rp.example/lws"}"#);
    home.fails(2, ["site", "add", "--config", description.to_str().expect("a path in UTF-8")]);
}

/// How long an application takes that nobody disturbs.
fn time_of_a_whole_one(home: &Home) -> Duration {
    let relying_party = RelyingParty::start(&["--dialect", "did", "--fault", "slow-kyc"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "undisturbed"]);
    let begun = Instant::now();
    home.ok(["apply", "undisturbed", "--yes"]);
    let whole = begun.elapsed();
    assert_one_whole_application(&relying_party, "undisturbed");
    whole
}

/// What a user does after an interruption.
fn take_up(home: &Home, relying_party: &RelyingParty, site: &str) {
    let list = home.ok(["application", "list"]);
    let known = list.as_array().expect("a list").iter().any(|one| one["site"] == site);
    if !known {
        home.ok(["apply", site, "--yes", "--accept-changes"]);
        return;
    }
    let resumed = home.run(["application", "resume", site]);
    if resumed.code == 0 {
        return;
    }
    let said = resumed.must_fail(2);
    // The site could not tell. The user looks there, as here the test does.
    let arrived = relying_party.state()["applications"] != json!([]);
    let choice = if arrived { "--assume-sent" } else { "--send-again" };
    assert!(said.contains(choice), "{said}");
    home.ok(["application", "resume", site, choice]);
}

fn assert_one_whole_application(relying_party: &RelyingParty, when: &str) {
    let state = relying_party.state();
    let applications = state["applications"].as_array().expect("a list");
    assert_eq!(applications.len(), 1, "{when}: {state}");
    let mut contents = Vec::new();
    gather_contents(&applications[0]["attributes"], &mut contents);
    let distinct: BTreeSet<_> = contents.iter().collect();
    assert_eq!((contents.len(), distinct.len()), (DOCUMENTS.len(), DOCUMENTS.len()), "{when}: {state}");
    let files = state["files"].as_array().expect("a list");
    let digest = |id: &String| files.iter().find(|file| file["id"] == **id).map(|file| file["sha256"].clone());
    let received: BTreeSet<_> = contents.iter().filter_map(digest).map(|digest| digest.to_string()).collect();
    let sent: BTreeSet<_> = DOCUMENTS.iter().map(|name| json!(Sample::named(name).sha256).to_string()).collect();
    assert_eq!(received, sent, "{when}: each document, unchanged");
    // Only an upload whose answer a kill cut off may have been made twice.
    assert!(files.len() <= 2 * DOCUMENTS.len(), "{when}: {} files", files.len());
}

fn gather_contents(value: &Value, contents: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|entry| gather_contents(entry, contents)),
        Value::Object(fields) => match fields.get("content").and_then(Value::as_str) {
            Some(content) => contents.push(content.to_owned()),
            None => fields.values().for_each(|entry| gather_contents(entry, contents)),
        },
        _ => {}
    }
}

/// `POST` of JSON by the operator, which must succeed.
pub(crate) fn post(relying_party: &RelyingParty, path: &str, body: &Value) {
    let host = relying_party.url().strip_prefix("http://").expect("a plain http URL");
    let body = body.to_string();
    let mut stream = TcpStream::connect(host).expect("the server listens");
    let (length, secret) = (body.len(), relying_party.operator_secret());
    let head = format!(
        "POST {path} HTTP/1.0\r\nHost: {host}\r\nAuthorization: Bearer {secret}\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(format!("{head}{body}").as_bytes()).expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers with text");
    assert!(answer.split(' ').nth(1) == Some("204"), "{answer}");
}
