//! `--trace FILE`: what every command exchanges with a site, for whoever builds the site, and nothing that is secret.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Barrier, OnceLock};
use std::thread;

use idw_journeys::fault::{Dialect, Expected, Fault, FaultServer, Flow, REFUSED, Recorded, Step, UNREACHABLE};
use idw_journeys::{Canary, Holder, Home, RelyingParty, Run, har_entries, search};
use serde_json::{Value, json};

use crate::applications::post;
use crate::canaries::fill_in;
#[cfg(target_os = "linux")]
use crate::places::under;

/// The key of the account that the sites are shown.
const KEY: &str = "0x4646464646464646464646464646464646464646464646464646464646464646";

/// Runs commands with a trace each.
struct Tracer<'a> {
    home: &'a Home,
    folder: PathBuf,
}

impl<'a> Tracer<'a> {
    fn new(home: &'a Home) -> Self {
        let folder = home.path().join("traces");
        fs::create_dir_all(&folder).expect("the test makes its own folders");
        Self { home, folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.har"))
    }

    fn run(&self, name: &str, words: &[&str]) -> Run {
        let path = self.path(name).display().to_string();
        self.home.run(words.iter().chain(&["--trace", &path, "--json"]))
    }

    /// The command must succeed. Gives its document, and what it exchanged.
    fn ok(&self, name: &str, words: &[&str]) -> (Value, Vec<Value>) {
        let run = self.run(name, words);
        assert_eq!(run.code, 0, "{words:?}: {}", run.stderr);
        (run.json(), har_entries(&self.path(name)))
    }
}

/// `POST /users 201`, of each.
fn lines(entries: &[Value]) -> Vec<String> {
    let line = |entry: &Value| {
        let url = entry["request"]["url"].as_str().expect("a URL").splitn(4, '/').nth(3).unwrap_or_default().to_owned();
        format!("{} /{url} {}", entry["request"]["method"].as_str().expect("a method"), entry["response"]["status"])
    };
    entries.iter().map(line).collect()
}

#[test]
fn every_command_has_a_trace_with_all_exchanges_and_none_of_what_the_user_entrusted() {
    for dialect in ["did", "classic"] {
        let home = Home::empty();
        let made = home.ok(["init", "--words", "12"]);
        let phrase = made["phrase"].as_str().unwrap_or_else(|| panic!("a phrase in {made}")).to_owned();
        let marker = "canary-in-a-document-41c0";
        let mut bill = idw_journeys::Sample::named("utility-bill.pdf").bytes;
        bill.extend_from_slice(format!("\n% {marker}\n").as_bytes());
        let bill_path = home.write_outside("bill-of-adalbertine.pdf", &bill);
        let mut canaries = fill_in(&home, &bill_path.display().to_string());
        let key = home.write_outside("key", KEY.as_bytes()).display().to_string();
        home.ok(["account", "import", "old", "--raw-key-file", &key]);
        let first_words: Vec<&str> = phrase.split(' ').take(3).collect();
        canaries.extend([
            Canary::text("text in a document", marker),
            Canary::bytes("bytes of a document", &bill[64..112]),
            Canary::text("a document's name", "bill-of-adalbertine"),
            Canary::text("the phrase", &first_words.join(" ")),
            Canary::text("a key", &KEY[2..]),
            Canary::bytes("a key's bytes", &[0x46; 32]),
        ]);

        let site = RelyingParty::start(&["--dialect", dialect]);
        let tracer = Tracer::new(&home);
        tracer.ok("add", &["site", "add", &site.site(), "--name", "shop"]);
        let (_, signed_up) = tracer.ok("signup", &["signup", "shop", "--account", "old", "--yes"]);
        assert!(
            lines(&signed_up).iter().any(|line| line == "POST /lws/users 201"),
            "{dialect}: {:?}",
            lines(&signed_up)
        );
        let (login, _) = tracer.ok("login", &["login", "shop", "--yes"]);
        canaries.push(Canary::text("where the login led", login["redirectUrl"].as_str().expect("a URL")));
        answer_by_holder(&tracer, &site);
        let (applied, exchanges) = tracer.ok("apply", &["apply", "shop", "--yes"]);
        assert_eq!(lines(&exchanges).iter().filter(|line| line.starts_with("POST /lws/files")).count(), 3, "{dialect}");
        if dialect == "did" {
            tracer.ok("show", &["application", "show", "shop"]);
            let id = applied["applicationId"].as_str().expect("the site gave an id");
            post(&site, &format!("/api/applications/{id}/status"), &json!({"status": 9, "invalid": ["first"]}));
            home.ok(["attribute", "set", "first-name", "Augustina", "--label", "labelled-by-ada"]);
            canaries.push(Canary::text("a new first name", "Augustina"));
            tracer.ok("update", &["application", "update", "shop", "--yes", "--accept-changes"]);
            tracer.ok("cancel", &["application", "cancel", "shop"]);
        }

        let (files, findings) = search(&tracer.folder, &canaries);
        assert_eq!(files, if dialect == "did" { 8 } else { 5 }, "a file for each command");
        assert!(findings.is_empty(), "{dialect}: {findings:#?}");
        for entry in fs::read_dir(&tracer.folder).expect("the test's own folder").flatten() {
            assert!(!har_entries(&entry.path()).is_empty(), "{dialect}: {} is empty", entry.path().display());
        }
    }
}

/// Has `idw serve` answer a request, with a trace of its own.
fn answer_by_holder(tracer: &Tracer<'_>, site: &RelyingParty) {
    let home = tracer.home;
    let path = tracer.path("serve").display().to_string();
    let holder = Holder::start(home, &["--trace", &path]);
    home.ok(["open", &format!("idw://login?site={}", site.site())]);
    let id = home.ok(["requests", "list"])[0]["id"].as_str().expect("an id").to_owned();
    let refused = home.run(["requests", "show", &id, "--trace", &tracer.path("show-by-holder").display().to_string()]);
    assert!(refused.code == 2 && refused.stderr.contains("idw serve --trace"), "{refused:?}");
    home.ok(["requests", "approve", &id, "--yes"]);
    assert_eq!(holder.end(), 0);
}

/// What went over the line is known here, byte by byte: the tokens and the signatures too.
#[test]
fn no_token_and_no_signature_is_in_a_trace() {
    for dialect in [Dialect::Did, Dialect::Classic] {
        let home = Home::of_ada();
        let tracer = Tracer::new(&home);
        let lost =
            Fault::new("lost", "a file arrives, and no answer comes", Flow::Apply, Step::File, UNREACHABLE, |x| {
                x.good_answer();
                x.hang_up()
            });
        let lost = Fault { dialect, ..lost.once() };
        let server = FaultServer::with(&lost);
        tracer.ok("add", &["site", "add", server.url(), "--name", "shop"]);
        tracer.ok("signup", &["signup", "shop", "--yes"]);
        tracer.ok("login", &["login", "shop", "--yes"]);
        assert_eq!(tracer.run("apply", &["apply", "shop", "--yes"]).code, 7);
        let failed = har_entries(&tracer.path("apply"));
        let last = failed.last().expect("an exchange without an answer");
        assert_eq!(last["response"]["status"], 0, "{last}");
        assert!(last["response"]["comment"].as_str().is_some_and(|why| why.contains("connection")), "{last}");
        tracer.ok("resume", &["application", "resume", "shop"]);
        if dialect == Dialect::Did {
            tracer.ok("show", &["application", "show", "shop"]);
        }

        let requests = server.recorded();
        let secrets: Vec<String> = requests.iter().flat_map(secrets_of).collect();
        let asked: usize = fs::read_dir(&tracer.folder)
            .expect("the test's own folder")
            .flatten()
            .map(|entry| har_entries(&entry.path()).len())
            .sum();
        assert_eq!(asked, requests.len(), "{dialect:?}: each exchange is in a trace");
        // A challenge token, a wallet token and a signature for each of four logins. Tokens of one second can be the same.
        assert!(secrets.len() >= 8, "{dialect:?}: only {} secrets were found", secrets.len());
        let secrets: BTreeSet<String> = secrets.into_iter().collect();
        let mut canaries = vec![Canary::text("a user token", "user-token-of-this-site")];
        for secret in &secrets {
            canaries.push(Canary::text("a token or a signature", secret));
            canaries.extend(
                secret.split('.').filter(|part| part.len() > 20).map(|part| Canary::text("a part of it", part)),
            );
        }
        let (_, findings) = search(&tracer.folder, &canaries);
        assert!(findings.is_empty(), "{dialect:?}: {findings:#?}");
    }
}

/// The bearer token of a request, and its signature.
fn secrets_of(request: &Recorded) -> Vec<String> {
    let text = String::from_utf8_lossy(&request.bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let bearer = head.lines().filter_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("authorization").then(|| value.trim_start_matches("Bearer ").to_owned())
    });
    let body: Value = serde_json::from_str(body).unwrap_or_default();
    let signature = [&body["signature"], &body["signature"]["value"]].into_iter().filter_map(Value::as_str);
    bearer.chain(signature.map(|text| text.trim_start_matches("0x").to_owned())).collect()
}

#[test]
fn what_the_protocol_does_not_know_is_taken_out_whatever_it_is_called() {
    let strange =
        Fault::new("strange", "it answers with what nobody asked for", Flow::SignUp, Step::Users, REFUSED, |x| {
            let said = "Adalbertine-from-the-site";
            let answer = json!({
                "code": "no_such_thing", "name": said, "profile": {"label": said, "list": [said, {"deep": said}]},
                "data": {"id": said}, "number": 5_551_234, "flag": true,
            });
            x.json(400, &answer)
        });
    let server = FaultServer::with(&strange);
    let home = Home::of_ada();
    let tracer = Tracer::new(&home);
    home.ok(["site", "add", server.url(), "--name", "shop"]);
    assert_eq!(tracer.run("signup", &["signup", "shop", "--yes"]).code, 6);
    let entries = har_entries(&tracer.path("signup"));
    let answer = entries.iter().find(|entry| entry["response"]["status"] == 400).expect("the refusal is in the trace");
    let shown: Value =
        serde_json::from_str(answer["response"]["content"]["text"].as_str().expect("a body")).expect("JSON");
    let gone = "[redacted]";
    let expected = json!({
        "code": "no_such_thing", "name": gone, "profile": {"label": gone, "list": [gone, {"deep": gone}]},
        "data": {"id": gone}, "number": gone, "flag": gone,
    });
    assert_eq!(shown, expected);
    let whole = fs::read_to_string(tracer.path("signup")).expect("the trace");
    assert!(!whole.contains("from-the-site") && !whole.contains("5551234"), "{whole}");
}

/// Where the site below meets the test that is to kill the wallet.
static ASKED: Barrier = Barrier::new(2);

#[test]
fn a_killed_process_leaves_a_whole_trace_of_what_was_over() {
    let home = Home::of_ada();
    let tracer = Tracer::new(&home);
    let hold = Fault::new("hold", "it holds its answer back", Flow::LogIn, Step::LogIn, UNREACHABLE, |_| {
        ASKED.wait();
        loop {
            thread::park();
        }
    });
    let server = FaultServer::with(&hold);
    home.ok(["site", "add", server.url(), "--name", "shop"]);
    let server = server.arm(&hold);
    let path = tracer.path("login").display().to_string();
    let mut process = home.start(["login", "shop", "--yes", "--trace", &path]);
    ASKED.wait();
    // SIGKILL on Unix: nothing of the program runs any more.
    process.kill().expect("it waits for an answer that does not come");
    assert!(!process.wait().expect("it is gone").success());
    let entries = har_entries(&tracer.path("login"));
    assert_eq!(entries.len(), server.recorded().len() - 1, "all but the one that was not over: {:?}", lines(&entries));
    assert!(
        entries.len() >= 3 && entries.iter().all(|entry| entry["response"]["status"] == 200),
        "{:?}",
        lines(&entries)
    );
}

#[test]
fn what_is_there_already_is_refused_before_anything_is_sent() {
    let home = Home::of_ada();
    let server = FaultServer::faultless(Dialect::Did, false);
    home.ok(["site", "add", server.url(), "--name", "shop"]);
    server.forget();
    let mine = home.write_outside("mine.har", b"mine");
    let refused = |place: &Path, why: &str| {
        let place = place.display().to_string();
        for words in [
            &["site", "add", server.url()][..],
            &["signup", "shop", "--yes"],
            &["login", "shop", "--yes"],
            &["apply", "shop", "--yes"],
        ] {
            let said = home.fails(2, words.iter().chain(&["--trace", &place]));
            assert!(said.contains(why) && !said.contains("--force"), "{words:?}: {said}");
        }
        assert_eq!(server.recorded().len(), 0, "{why}");
    };
    refused(&mine, "already exists");
    assert_eq!(fs::read(&mine).expect("it is still there"), b"mine");
    refused(home.path(), "is a folder");
    refused(&home.vault().join("trace.har"), "inside the wallet’s own folder");
    refused(&home.path().join("no-folder").join("trace.har"), "could not write the trace");
    #[cfg(unix)]
    {
        let (link, target) = (home.path().join("link.har"), home.path().join("target.har"));
        std::os::unix::fs::symlink(&target, &link).expect("a link that leads nowhere yet");
        refused(&link, "is a link");
        assert!(!target.exists(), "the link was not followed");
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_a_trace() {
    use std::os::unix::fs::PermissionsExt as _;

    let home = Home::with_vault();
    let server = FaultServer::faultless(Dialect::Did, false);
    let tracer = Tracer::new(&home);
    tracer.ok("add", &["site", "add", server.url()]);
    let mode = fs::metadata(tracer.path("add")).expect("the trace").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

/// Where the trace is that the site below takes away.
static TAKEN: OnceLock<PathBuf> = OnceLock::new();

#[test]
fn a_trace_that_is_taken_away_is_told_once_and_the_command_goes_on() {
    let home = Home::of_ada();
    let tracer = Tracer::new(&home);
    TAKEN.set(tracer.path("login")).expect("set once");
    let take =
        Fault::new("take", "the trace is removed meanwhile", Flow::LogIn, Step::Challenge, Expected::Fine, |x| {
            fs::remove_file(TAKEN.get().expect("set above"))?;
            x.good()
        });
    let server = FaultServer::with(&take.once());
    home.ok(["site", "add", server.url(), "--name", "shop"]);
    let run = tracer.run("login", &["login", "shop", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.stderr.matches("is incomplete").count(), 1, "{}", run.stderr);
    assert!(!tracer.path("login").exists(), "it is not made again");
}

/// The trace is on a small file system of its own, in a mount namespace: root may make one, and users where the system lets
/// them.
#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_the_command_goes_on_and_the_trace_stays_whole() {
    let home = Home::of_ada();
    let server = FaultServer::faultless(Dialect::Did, false);
    home.ok(["site", "add", server.url(), "--name", "shop"]);
    let (disk, kept) = (home.path().join("disk"), home.path().join("kept.har").display().to_string());
    fs::create_dir(&disk).expect("the test makes its own folders");
    let disk = disk.display().to_string();
    // The file system ends with the script: what is on it is looked at there.
    let script = "mount -t tmpfs -o size=12k none \"$1\" || exit 99; disk=$1; kept=$2; shift 2; \"$@\"; code=$?; \
                  ls -A \"$disk\"; cp \"$disk/trace.har\" \"$kept\"; exit $code";
    let mut idw = home.command();
    idw.args(["apply", "shop", "--yes", "--quiet", "--trace"]).arg(format!("{disk}/trace.har"));
    let mut run = under("unshare", &["--mount", "sh", "-c", script, "sh", &disk, &kept], &idw);
    if run.stderr.contains("unshare") {
        let user = ["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", &disk, &kept];
        run = under("unshare", &user, &idw);
    }
    assert_eq!(run.code, 0, "(needs mount namespaces) {}", run.stderr);
    assert_eq!(run.stderr.matches("is incomplete").count(), 1, "{}", run.stderr);
    assert!(
        run.stdout.ends_with("trace.har\n") && !run.stdout.contains(".part"),
        "nothing else is left: {}",
        run.stdout
    );
    let entries = har_entries(Path::new(&kept));
    let sent = server.recorded().len();
    assert!(!entries.is_empty() && entries.len() < sent, "{} of {sent}: {:?}", entries.len(), lines(&entries));
}
