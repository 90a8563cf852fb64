//! One process holds the vault, and requests from outside are answered through it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use idw_journeys::{Canary, Holder, Home, RelyingParty, contains, search};
use serde_json::{Value, json};

/// How often the holder is killed, unless a soak asks for more.
const KILLS: u32 = 6;

/// A home that has an account at a site.
struct Member {
    home: Home,
    site: RelyingParty,
}

impl Member {
    fn new() -> Self {
        let (home, site) = (Home::of_ada(), RelyingParty::start(&["--name", "Wonderland Exchange"]));
        home.ok(["site", "add", &site.site()]);
        home.ok(["signup", &site.site(), "--yes"]);
        Self { home, site }
    }

    fn link(&self) -> String {
        format!("idw://login?site={}", self.site.site())
    }

    /// Hands the link in, and gives the id of the request that waits then.
    fn ask(&self) -> String {
        self.home.ok(["open", &self.link()]);
        let requests = self.home.ok(["requests", "list"]);
        // Two that came within the same second are listed in any order.
        let mut waiting = requests.as_array().expect("a list").iter().filter(|one| one["status"] == "waiting");
        let one = waiting.next().unwrap_or_else(|| panic!("none waits: {requests}"));
        assert!(waiting.next().is_none(), "more than one waits: {requests}");
        one["id"].as_str().expect("an id").to_owned()
    }

    fn status(&self, id: &str) -> String {
        let requests = self.home.ok(["requests", "list"]);
        let same: Vec<_> = requests.as_array().expect("a list").iter().filter(|one| one["id"] == *id).collect();
        assert_eq!(same.len(), 1, "a request is listed once: {requests}");
        same[0]["status"].as_str().expect("a status").to_owned()
    }

    /// How often the user has logged in at the site, as the site has it.
    fn logins(&self) -> u64 {
        self.site.state()["users"][0]["logins"].as_u64().expect("a number of logins")
    }
}

#[test]
fn a_link_waits_for_an_answer_and_is_answered_through_the_holder_once() {
    let member = Member::new();
    let Member { home, .. } = &member;
    let holder = Holder::start(home, &[]);
    let before = member.logins();
    assert_eq!(home.ok(["requests", "list"]), json!([]));
    let id = member.ask();
    assert_eq!(member.ask(), id, "the same link again, while it waits, is the same request");
    let listed = &home.ok(["requests", "list"])[0];
    let members: Vec<&str> = listed.as_object().expect("an object").keys().map(String::as_str).collect();
    for member in ["id", "protocol", "party", "type", "title", "ends", "status"] {
        assert!(members.contains(&member), "{listed}");
    }
    let shown = home.ok(["requests", "show", &id]);
    assert_eq!(
        (&shown["consent"]["site"], &shown["request"]["type"]),
        (&json!("Wonderland Exchange"), &json!("logIn"))
    );
    let digest = shown["digest"].as_str().expect("a digest").to_owned();
    assert_eq!(home.ok(["requests", "show", &id])["digest"], *digest, "the same answer has the same digest");

    let wrong = "0".repeat(64);
    home.fails(8, ["requests", "approve", &id, "--yes", "--expect", &wrong]);
    assert_eq!(member.logins(), before, "nothing was sent for another digest");
    let answered = home.ok(["requests", "approve", &id, "--yes", "--expect", &digest]);
    assert_eq!((&answered["delivered"], &answered["outcome"]["site"]), (&json!(true), &json!("Wonderland Exchange")));
    assert!(answered["outcome"]["redirectUrl"].is_string(), "{answered}");
    assert_eq!(member.logins(), before + 1);
    home.fails(8, ["requests", "approve", &id, "--yes"]);
    home.fails(8, ["requests", "decline", &id]);
    assert_eq!((member.status(&id).as_str(), member.logins()), ("answered", before + 1));

    let declined = member.ask();
    home.ok(["requests", "decline", &declined]);
    home.fails(8, ["requests", "approve", &declined, "--yes"]);
    assert_eq!((member.status(&declined).as_str(), member.logins()), ("declined", before + 1));
    home.fails(2, ["requests", "show", "nothing"]);
    home.fails(2, ["open", "idw://login?site=http://elsewhere.example/"]);
    home.fails(2, ["open", "https://elsewhere.example/"]);
    assert_eq!(holder.end(), 0);
    assert_eq!(member.status(&id), "answered", "without a holder the vault itself tells");
}

#[test]
fn every_other_command_says_who_holds_the_vault() {
    let home = Home::with_vault();
    let holder = Holder::start(&home, &[]);
    let name = format!("idw (process {})", holder.pid());
    for words in
        [&["attribute", "list"][..], &["site", "list"], &["vault", "status"], &["backup", "create", "x"], &["serve"]]
    {
        let said = home.fails(4, words);
        assert!(said.contains(&name), "{words:?}: {said}");
    }
    holder.lock(&home);
    let said = home.fails(4, ["attribute", "list"]);
    assert!(said.contains(&name), "a locked holder holds the vault all the same: {said}");
    assert_eq!(holder.end(), 0);
    home.ok(["attribute", "list"]);
}

#[test]
fn without_a_holder_a_watch_says_what_is_missing_and_a_running_command_is_named() {
    let home = Home::with_vault();
    let said = home.fails(2, ["requests", "list", "--watch"]);
    assert!(said.contains("idw serve"), "{said}");
    // As a command holds the vault that runs just now.
    let lock = fs::File::options().write(true).open(home.vault().join("lock")).expect("the lock's file");
    lock.lock().expect("it is free");
    let said = home.fails(4, ["requests", "list"]);
    assert!(said.contains("The vault is already open in"), "{said}");
}

#[test]
fn while_locked_requests_wait_in_memory_and_are_written_at_unlock() {
    let member = Member::new();
    let Member { home, site } = &member;
    let holder = Holder::start(home, &[]);
    holder.lock(home);
    home.ok(["open", &member.link()]);
    let (_, found) = search(&home.vault(), &[Canary::text("who asks", &site.url()["http://".len()..])]);
    assert_eq!(found, [], "nothing is on the disk");
    home.fails(3, ["requests", "list"]);
    holder.unlock(home);
    let requests = home.ok(["requests", "list"]);
    assert_eq!(requests.as_array().map(Vec::len), Some(1), "{requests}");
    let id = requests[0]["id"].as_str().expect("an id");
    home.ok(["requests", "approve", id, "--yes"]);

    holder.lock(home);
    home.ok(["open", &member.link()]);
    assert_eq!(holder.end(), 0);
    assert_eq!(home.ok(["requests", "list"]).as_array().map(Vec::len), Some(1), "a restart while locked drops it");
}

#[test]
fn what_is_asked_and_of_whom_is_never_in_the_vaults_folder_in_plain_text() {
    let member = Member::new();
    let Member { home, site } = &member;
    let holder = Holder::start(home, &[]);
    let id = member.ask();
    home.ok(["requests", "show", &id]);
    let canaries = [
        Canary::text("who asks", &site.url()["http://".len()..]),
        Canary::text("the link", &member.link()),
        Canary::text("the title", "Log in to"),
        Canary::text("the id", &id),
        Canary::text("the password", "correct horse battery"),
    ];
    let (files, found) = search(home.path(), &canaries);
    assert!(files > 4 && found.is_empty(), "{found:?}");
    holder.kill();
    assert_eq!(search(home.path(), &canaries).1, []);
    assert_eq!(member.status(&id), "waiting");
}

#[test]
fn an_answer_without_a_holder_is_stored_and_delivered_when_one_starts() {
    let member = Member::new();
    let Member { home, .. } = &member;
    let before = member.logins();
    let id = member.ask();
    let stored = home.run(["requests", "approve", &id, "--yes"]);
    assert!(stored.code == 0 && stored.stdout.contains("not delivered yet"), "{stored:?}");
    assert_eq!((member.status(&id).as_str(), member.logins()), ("approved", before));
    home.fails(8, ["requests", "decline", &id]);
    let holder = Holder::start(home, &[]);
    let started = Instant::now();
    while member.status(&id) != "answered" {
        assert!(started.elapsed() < Duration::from_secs(30), "{}", member.status(&id));
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(member.logins(), before + 1);
    drop(holder);
    drop(Holder::start(home, &[]));
    assert_eq!(member.logins(), before + 1, "it is delivered once");
}

#[test]
fn whoever_watches_hears_of_each_change() {
    let member = Member::new();
    let Member { home, .. } = &member;
    let holder = Holder::start(home, &[]);
    let mut watching = home
        .command()
        .args(["--json", "requests", "list", "--watch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("idw starts");
    let mut lines = BufReader::new(watching.stdout.take().expect("a pipe")).lines();
    let mut statuses = || -> Vec<Value> {
        let line = lines.next().expect("a line").expect("text");
        let requests: Value = serde_json::from_str(&line).expect("a document in each line");
        requests.as_array().expect("a list").iter().map(|one| one["status"].clone()).collect()
    };
    assert_eq!(statuses(), Vec::<Value>::new());
    home.ok(["open", &member.link()]);
    assert_eq!(statuses(), ["waiting"]);
    let id = home.ok(["requests", "list"])[0]["id"].as_str().expect("an id").to_owned();
    home.ok(["requests", "decline", &id]);
    assert_eq!(statuses(), ["declined"]);
    holder.lock(home);
    // It has ended, or ends when it hears of the next change.
    watching.kill().expect("it can be stopped");
    watching.wait().expect("it is gone");
}

/// The place of the socket, as a holder makes it that is gone again.
fn socket_of(home: &Home) -> PathBuf {
    let holder = Holder::start(home, &[]);
    let socket = holder.socket().clone();
    let mode = fs::symlink_metadata(&socket).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let folder = socket.parent().expect("a folder");
    assert_eq!(fs::metadata(folder).expect("it is there").permissions().mode() & 0o777, 0o700);
    assert_eq!(holder.end(), 0);
    assert!(!socket.exists(), "it is removed at the end");
    socket
}

#[test]
fn a_program_that_takes_the_sockets_place_learns_nothing_and_is_replaced() {
    let home = Home::with_vault();
    let socket = socket_of(&home);
    // Somebody holds the vault, so that the command line looks for the holder, and another listens in its place.
    let holder = Holder::start(&home, &[]);
    fs::remove_file(&socket).expect("the socket is there");
    let listener = UnixListener::bind(&socket).expect("the place is free");
    let listening = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client comes");
        // What a holder says, and a proof by somebody who does not have the key.
        let hello = [&b"idw link"[..], &[0, 1, 2], &[0; 4], &[7; 32]].concat();
        stream.write_all(&hello).expect("the client reads");
        let mut heard = vec![0; 75];
        stream.read_exact(&mut heard).expect("the client says its own");
        stream.write_all(&[&[1][..], &[0; 4], &[9; 32]].concat()).expect("the client reads");
        stream.read_to_end(&mut heard).expect("the client ends");
        heard
    });
    let said = home.fails(4, ["requests", "list"]);
    assert!(said.contains("Another program answers at"), "{said}");
    let heard = listening.join().expect("it listened");
    assert_eq!(heard.len(), 75, "nothing is told to it after its hello");
    assert!(!contains(&heard, b"correct horse"), "the password never crosses the socket");
    holder.kill();
    // Whoever has the vault's lock has the place too.
    let holder = Holder::start(&home, &[]);
    assert_eq!(home.ok(["requests", "list"]), json!([]));
    holder.kill();
    assert!(socket.exists(), "a killed holder leaves its socket");
    drop(Holder::start(&home, &[]));
}

#[test]
fn half_frames_garbage_and_a_flood_harm_nobody_else() {
    let home = Home::with_vault();
    let holder = Holder::start(&home, &[]);
    let mut open = Vec::new();
    for number in 0..60_u8 {
        let Ok(mut stream) = UnixStream::connect(holder.socket()) else { continue };
        // Who is one too many is told so and cut off: it need not take what is said.
        let _ = stream.write_all(&vec![number; usize::from(number) * 7]);
        open.push(stream);
    }
    assert_eq!(home.ok(["requests", "list"]), json!([]), "the owner is served in between");
    drop(open);
    assert_eq!(home.ok(["requests", "list"]), json!([]));
    assert_eq!(holder.end(), 0);
}

#[test]
fn after_five_wrong_proofs_nobody_is_let_in_for_a_while_and_links_are() {
    let member = Member::new();
    let Member { home, .. } = &member;
    let holder = Holder::start(home, &[]);
    // A vault with another key at the place that the holder's socket is found by.
    let other = Home::with_vault();
    let aside = home.path().join("aside");
    fs::rename(home.vault(), &aside).expect("moved");
    idw_journeys::copy_folder(&other.vault(), &home.vault());
    // Somebody has to hold that one for the command line to ask at the socket.
    let lock = fs::File::options().write(true).open(home.vault().join("lock")).expect("the lock's file");
    lock.lock().expect("it is free");
    for _ in 0..5 {
        let said = home.fails(1, ["requests", "list"]);
        assert!(said.contains("holds another vault"), "{said}");
    }
    drop(lock);
    fs::remove_dir_all(home.vault()).expect("removed");
    fs::rename(&aside, home.vault()).expect("moved back");
    let paused = home.run(["requests", "list"]);
    assert!(
        paused.code == 1 && paused.stderr.contains("Too many programs tried to reach the open wallet with a wrong key"),
        "{paused:?}"
    );
    home.ok(["open", &member.link()]);
    assert_eq!(holder.end(), 0);
    assert_eq!(home.ok(["requests", "list"]).as_array().map(Vec::len), Some(1));
}

#[test]
fn whenever_the_holder_is_killed_no_request_is_lost_shown_twice_or_answered_twice() {
    let kills = std::env::var("IDW_SOAK_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let member = Member::new();
    let Member { home, .. } = &member;
    let whole = {
        let _holder = Holder::start(home, &[]);
        let id = member.ask();
        let begun = Instant::now();
        home.ok(["requests", "approve", &id, "--yes"]);
        begun.elapsed()
    };
    let (mut answered, mut unknown, mut later) = (0, 0, 0);
    for number in 0..kills {
        let holder = Holder::start(home, &[]);
        let before = member.logins();
        let id = member.ask();
        // The golden ratio spreads any number of points evenly.
        let part = (f64::from(number) * 0.618_033_988_75).fract();
        let mut approving = home.start(["requests", "approve", &id, "--yes"]);
        thread::sleep(whole.mul_f64(part));
        holder.kill();
        approving.wait().expect("it ends with its holder");

        let holder = Holder::start(home, &[]);
        match member.status(&id).as_str() {
            "answered" => answered += 1,
            "unknown" => unknown += 1,
            "waiting" => {
                later += 1;
                assert_eq!(member.logins(), before, "kill {number} at {part:.3}: what waits was not sent");
                home.ok(["requests", "approve", &id, "--yes"]);
                assert_eq!(member.status(&id), "answered");
                assert_eq!(member.logins(), before + 1, "kill {number} at {part:.3}");
            }
            status => panic!("kill {number} at {part:.3}: {status}"),
        }
        assert!(member.logins() <= before + 1, "kill {number} at {part:.3}: answered twice");
        home.fails(8, ["requests", "approve", &id, "--yes"]);
        assert_eq!(holder.end(), 0);
    }
    println!(
        "{kills} kills: {later} answered after a restart, {answered} before, {unknown} may have arrived; none lost or twice"
    );
    assert_eq!(home.ok(["vault", "verify"])["intact"], true);
    assert_eq!(home.ok(["activity", "verify"])["intact"], true);
}
