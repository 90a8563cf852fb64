//! A vault out into one file and back, on the command line, with stock tools, and with processes that are killed.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use idw_journeys::{Canary, Home, RelyingParty, Run, Sample, search};
use serde_json::{Value, json};

const PASSPHRASE: &str = "a passphrase for the backup alone";

/// Kills of an ordinary run; `IDW_SOAK_KILLS` asks for another number.
const KILLS: u32 = 10;

/// Everything that `idw` lists.
const LISTS: [&[&str]; 10] = [
    &["profile", "list"],
    &["account", "list"],
    &["attribute", "list"],
    &["document", "list"],
    &["site", "list"],
    &["application", "list"],
    &["--profile", "Ltd", "account", "list"],
    &["--profile", "Ltd", "attribute", "list"],
    &["--profile", "Ltd", "document", "list"],
    &["account", "show", "imported"],
];

/// Ada's vault with something of everything in it, and the relying party she deals with.
fn furnished() -> (Home, RelyingParty) {
    let home = Home::of_ada();
    home.ok(["attribute", "set", "email", "ada@work.example", "--label", "work"]);
    let key = home.write_outside("key", "42".repeat(32).as_bytes()).display().to_string();
    home.ok(["account", "import", "imported", "--raw-key-file", &key]);
    home.ok(["document", "add", &Sample::named("utility-bill.pdf").path.display().to_string()]);
    home.ok(["profile", "add", "Ltd", "--kind", "company"]);
    home.ok(["--profile", "Ltd", "attribute", "set", "company-name", "Example Ltd"]);
    let relying_party = RelyingParty::start(&["--dialect", "did"]);
    home.ok(["site", "add", &relying_party.site(), "--name", "bank"]);
    home.ok(["signup", "bank", "--yes"]);
    home.ok(["apply", "bank", "--yes"]);
    (home, relying_party)
}

fn passphrase_file(home: &Home) -> String {
    home.write_outside("passphrase", PASSPHRASE.as_bytes()).display().to_string()
}

fn create(home: &Home, path: &Path) -> Value {
    home.ok(["backup", "create", &path.display().to_string(), "--passphrase-file", &passphrase_file(home)])
}

#[test]
fn a_vault_comes_back_as_it_was() {
    let (home, _relying_party) = furnished();
    let path = home.path().join("ada.backup");
    let shown = path.display().to_string();
    let passphrase = passphrase_file(&home);
    let made = create(&home, &path);
    assert_eq!(made["backup"]["profiles"], json!(["personal", "Ltd"]));
    assert!(made.get("passphrase").is_none(), "a passphrase that was given is not repeated");
    let tested = Home::empty().ok(["backup", "test", &shown, "--passphrase-file", &passphrase]);
    assert_eq!(tested["backup"], made["backup"], "testing needs no vault");

    let other = Home::empty();
    other.ok(["backup", "restore", &shown, "--passphrase-file", &passphrase]);
    for list in LISTS {
        assert_eq!(other.ok(list), home.ok(list), "idw {}", list.join(" "));
    }
    let (before, after) = (home.ok(["activity", "list"]), other.ok(["activity", "list"]));
    let (before, after) = (before.as_array().expect("a list"), after.as_array().expect("a list"));
    assert_eq!(after[..before.len()], before[..], "the log is the same, and one entry longer");
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(other.ok(["activity", "verify"])["intact"], true);
    assert_eq!(other.ok(["vault", "verify"])["intact"], true);
    for document in home.ok(["document", "list"]).as_array().expect("a list") {
        let id = document["id"].as_str().expect("an id");
        let bytes = |home: &Home| home.run(["document", "export", id, &home.path().join(id).display().to_string()]);
        assert_eq!((bytes(&home).code, bytes(&other).code), (0, 0));
        assert!(fs::read(home.path().join(id)).ok() == fs::read(other.path().join(id)).ok(), "a document differs");
    }
    // The site knows the restored wallet's user.
    let login = other.ok(["login", "bank", "--yes"]);
    assert_eq!(login["did"], home.ok(["site", "show", "bank"])["account"]["did"], "{login}");
}

#[test]
fn what_goes_wrong_is_told_and_changes_nothing() {
    let home = Home::of_ada();
    let path = home.path().join("ada.backup");
    let shown = path.display().to_string();
    create(&home, &path);
    let bytes = fs::read(&path).expect("the backup");
    let right = passphrase_file(&home);
    let wrong = home.write_outside("wrong", b"another").display().to_string();

    let said = home.fails(1, ["backup", "create", &shown, "--passphrase-file", &right]);
    assert!(said.contains("--force"), "{said}");
    home.fails(2, ["backup", "create", &home.path().join("b").display().to_string()]);
    let said = home.fails(3, ["backup", "test", &shown, "--passphrase-file", &wrong]);
    assert!(said.contains("passphrase"), "{said}");
    let said = home.fails(1, ["backup", "restore", &shown, "--passphrase-file", &right]);
    assert!(said.contains("--merge"), "{said}");
    home.fails(2, ["backup", "test", &home.path().join("none").display().to_string(), "--passphrase-file", &right]);

    let damaged = |name: &str, bytes: &[u8], code: i32, word: &str| {
        let path = home.write_outside(name, bytes).display().to_string();
        let said = home.fails(code, ["backup", "test", &path, "--passphrase-file", &right]);
        assert!(said.contains(word), "{said}");
        let other = Home::empty();
        other.fails(code, ["backup", "restore", &path, "--passphrase-file", &right]);
        assert!(!other.vault().exists(), "nothing was made");
        home.fails(code, ["backup", "restore", "--merge", &path, "--passphrase-file", &right]);
    };
    damaged("cut", &bytes[..bytes.len() - 1], 4, "end of the backup is missing");
    let mut changed = bytes.clone();
    changed[bytes.len() / 2] ^= 1;
    damaged("changed", &changed, 4, "damaged");
    damaged("other", b"%PDF-1.7 something else", 2, "not a backup");
    home.must_be_intact(8);
}

#[test]
fn the_command_line_tells_when_a_backup_is_due_and_what_repairs_kept() {
    let home = Home::of_ada();
    assert_eq!(home.ok(["backup", "status"]), json!({ "last": null, "due": true }));
    let made = create(&home, &home.path().join("ada.backup"));
    let status = home.ok(["backup", "status"]);
    assert!(status["last"].as_str() >= made["backup"]["created"].as_str(), "{status}");
    assert_eq!(status["due"], false);

    assert_eq!(home.ok(["vault", "quarantine"]), json!([]));
    let quarantined = home.vault().join("damaged-1700000000");
    fs::create_dir(&quarantined).expect("a folder as a repair leaves it");
    fs::write(quarantined.join("db"), [7; 1000]).expect("a file in it");
    let listed = home.ok(["vault", "quarantine"]);
    let expected = json!({ "name": "damaged-1700000000", "since": "2023-11-14T22:13:20Z", "bytes": 1000 });
    assert_eq!(listed, json!([expected]));
    home.fails(2, ["vault", "quarantine", "--remove", "damaged-1"]);
    assert_eq!(home.ok(["vault", "quarantine", "--remove", "damaged-1700000000"]), expected);
    assert!(!quarantined.exists());
    home.must_be_intact(8);
}

#[test]
fn a_made_passphrase_opens_the_backup_and_merging_adds_what_is_missing() {
    let home = Home::of_ada();
    let path = home.path().join("ada.backup").display().to_string();
    let made = home.ok(["backup", "create", &path, "--generate-passphrase"]);
    let words = made["passphrase"].as_str().expect("a passphrase");
    assert_eq!(words.split('-').count(), 10, "{made}");

    let other = Home::with_vault();
    other.ok(["attribute", "set", "first-name", "Grace"]);
    let passphrase = other.write_outside("passphrase", words.as_bytes()).display().to_string();
    let merge = |more: &[&str]| {
        let words = ["backup", "restore", "--merge", &path, "--passphrase-file", &passphrase];
        other.ok(words.iter().chain(more).copied())
    };
    let dry = merge(&["--dry-run"]);
    assert_eq!(other.ok(["attribute", "list"]).as_array().map(Vec::len), Some(1), "a dry run changes nothing");
    let done = merge(&[]);
    assert_eq!(done["items"], dry["items"], "and tells what happens");
    let values = other.ok(["attribute", "list"]);
    assert_eq!(values.as_array().map(Vec::len), Some(9), "{values}");
    assert_eq!(other.ok(["activity", "verify"])["intact"], true);
    let again = merge(&[]);
    let outcomes = again["items"].as_array().expect("a list").iter().map(|item| item["outcome"].clone());
    assert!(outcomes.into_iter().all(|outcome| outcome == "alreadyThere" || outcome == "kept"), "{again}");
}

/// With the tools that everybody has, where they are installed; the crates' own tests read it in any case.
#[test]
fn stock_tools_read_it() {
    let home = Home::of_ada();
    let path = home.path().join("ada.backup");
    create(&home, &path);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let tar = folder.path().join("ada.tar");
    let Some(program) = decrypt_with_stock_tools(&path, &tar) else {
        println!("NOT CHECKED: there is no `age` or `rage` with `script` here; `cargo xtask setup` installs them");
        return;
    };
    println!("decrypted with {program}");
    let python = "import hashlib, json, sys, tarfile\n\
        archive = tarfile.open(sys.argv[1])\n\
        manifest = json.load(archive.extractfile('manifest.json'))\n\
        for file in manifest['files']:\n\
        \x20   data = archive.extractfile(file['path']).read()\n\
        \x20   assert len(data) == file['size'] and hashlib.sha256(data).hexdigest() == file['sha256'], file\n\
        assert len(archive.getnames()) == len(manifest['files']) + 1\n\
        for attribute in json.load(archive.extractfile('attributes.json')):\n\
        \x20   print(json.dumps(attribute['value']))\n\
        log = json.load(archive.extractfile('activity.json'))['log']\n\
        previous = ''\n\
        for entry in log['entries']:\n\
        \x20   assert json.loads(entry['stored'])['previous'] == previous, entry\n\
        \x20   previous = hashlib.sha256(entry['stored'].encode()).hexdigest()\n\
        assert previous == log['hash']\n";
    let output = Command::new("python3").args(["-c", python]).arg(&tar).output().expect("python3 starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said} {}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("\"Ada\"") && said.contains("1 Sample Street"), "{said}");
    let listed = Command::new("tar").arg("-tf").arg(&tar).output().expect("tar starts");
    assert!(String::from_utf8_lossy(&listed.stdout).contains("documents/"), "tar lists it");
}

/// `age` takes a passphrase from a terminal only: `script` gives it one. The name of the program that did it.
fn decrypt_with_stock_tools(backup: &Path, to: &Path) -> Option<&'static str> {
    let is_there = |program: &str| Command::new(program).arg("--version").output().is_ok();
    let program = ["age", "rage"].into_iter().find(|program| is_there(program)).filter(|_| is_there("script"))?;
    let command = format!("{program} --decrypt --output '{}' '{}'", to.display(), backup.display());
    let mut child = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("script starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    thread::sleep(Duration::from_millis(500)); // until it asks: what comes before may be thrown away
    std::io::Write::write_all(&mut stdin, format!("{PASSPHRASE}\n").as_bytes()).expect("script reads");
    let status = child.wait().expect("it ends");
    assert!(status.success(), "{program} opens it");
    Some(program)
}

#[test]
fn whenever_it_is_killed_there_is_a_whole_backup_or_none() {
    let kills = std::env::var("IDW_SOAK_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let home = Home::of_ada();
    let passphrase = passphrase_file(&home);
    let path = home.path().join("ada.backup");
    let shown = path.display().to_string();
    let begun = Instant::now();
    create(&home, &path);
    let whole = begun.elapsed();
    let mut cut_short = 0;
    for number in 0..kills {
        // The golden ratio spreads any number of points evenly.
        let part = (f64::from(number) * 0.618_033_988_75).fract();
        if number % 2 == 0 {
            let _ = fs::remove_file(&path);
            let mut process = home.start(["backup", "create", &shown, "--passphrase-file", &passphrase]);
            thread::sleep(whole.mul_f64(part));
            process.kill().expect("it can be killed, or has ended");
            cut_short += u32::from(!process.wait().expect("it is gone").success());
            if path.exists() {
                home.ok(["backup", "test", &shown, "--passphrase-file", &passphrase]);
            } else {
                create(&home, &path);
            }
            home.must_be_intact(8);
        } else {
            let other = Home::empty();
            let mut process = other.start(["backup", "restore", &shown, "--passphrase-file", &passphrase]);
            thread::sleep(whole.mul_f64(part));
            process.kill().expect("it can be killed, or has ended");
            cut_short += u32::from(!process.wait().expect("it is gone").success());
            // Where it was not done there is no vault yet, and what is left in the folder is in nobody's way.
            if other.run(["vault", "verify"]).code != 0 {
                other.ok(["backup", "restore", &shown, "--passphrase-file", &passphrase]);
            }
            other.must_be_intact(8);
            assert_eq!(other.ok(["vault", "verify"])["intact"], true, "kill {number} at {part:.3}");
        }
    }
    println!("{kills} kills, {cut_short} of them in time: every vault whole, no half backup under its name");
    assert!(cut_short * 2 >= kills, "most kills came in time, not {cut_short} of {kills}");
    let _ = fs::remove_file(&path);
    create(&home, &path);
    let left = fs::read_dir(home.path()).expect("the home").flatten().map(|entry| entry.file_name());
    let left: Vec<_> = left.filter(|name| name.to_string_lossy().ends_with(".part")).collect();
    assert!(left.is_empty(), "what killed ones have left is gone: {left:?}");
}

#[test]
fn nothing_lies_about_in_plain_text() {
    let home = Home::of_ada();
    let path = home.path().join("ada.backup");
    create(&home, &path);
    let other = Home::empty();
    let passphrase = passphrase_file(&other);
    other.ok(["backup", "restore", &path.display().to_string(), "--passphrase-file", &passphrase]);
    let merged = Home::with_vault();
    let passphrase = passphrase_file(&merged);
    merged.ok(["backup", "restore", "--merge", &path.display().to_string(), "--passphrase-file", &passphrase]);
    let selfie = Sample::named("passport-selfie.jpg");
    let middle = selfie.bytes.len() / 2;
    let phrase = home.ok(["account", "export", "main", "--as", "phrase"])["secret"].as_str().expect("words").to_owned();
    let canaries = [
        Canary::text("an email", "ada@wallet.example"),
        Canary::text("a street", "1 Sample Street"),
        Canary::text("a document's name", "passport-selfie"),
        Canary::bytes("bytes of a picture", &selfie.bytes[middle..middle + 48]),
        Canary::text("the phrase's beginning", &phrase.split(' ').take(4).collect::<Vec<_>>().join(" ")),
        Canary::text("the passphrase", PASSPHRASE),
        Canary::text("a file of the backup", "attributes.json"),
        Canary::text("the backup's format", "idw-backup"),
    ];
    for home in [&home, &other, &merged] {
        let (files, findings) = search(home.path(), &canaries);
        assert!(files >= 4 && findings.is_empty(), "{findings:#?}");
    }
}

/// What the disk does not give is no damage: no backup gets smaller by it, and no document counts as damaged.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_does_not_give_a_document_makes_no_backup_smaller() {
    let home = Home::with_vault();
    let picture = home.path().join("photo-page.jpg");
    fs::write(&picture, Sample::named("passport-photo-page.jpg").bytes).expect("the test's own file");
    home.ok(["document", "add", &picture.display().to_string()]);
    let target = home.path().join("ada.backup").display().to_string();
    let passphrase = home.path().join("passphrase");
    fs::write(&passphrase, "correct horse battery staple of the backup").expect("the test's own file");
    let backup = ["backup", "create", &target, "--passphrase-file", &passphrase.display().to_string(), "--force"];
    let id = home.ok(["document", "list"])[0]["id"].as_str().expect("an id").to_owned();
    home.ok(backup);
    let before = fs::read(&target).expect("the backup");
    let documents = fs::read_dir(home.vault().join("documents")).expect("the documents");
    let files: Vec<_> = documents.map(|entry| entry.expect("a document").path()).collect();
    let copy = home.path().join("copy.jpg").display().to_string();
    let export = ["document", "export", &id, &copy];
    for words in [&backup[..], &export] {
        let command = home.command();
        let mut traced = Command::new("strace");
        traced.args(["-f", "-o", "/dev/null", "-e", "trace=read", "-e", "inject=read:error=EIO:when=1"]);
        for file in &files {
            traced.arg("-P").arg(file);
        }
        traced.arg(command.get_program()).args(command.get_args()).args(words);
        for (name, value) in command.get_envs() {
            if let Some(value) = value {
                traced.env(name, value);
            }
        }
        let run = Run::from(traced.output().expect("this test needs the package `strace`"));
        assert_eq!(run.code, 1, "{words:?}: {run:?}");
        assert!(run.stderr.contains("Input/output error") && !run.stderr.contains("damaged"), "{words:?}: {run:?}");
    }
    assert!(fs::read(&target).expect("the backup") == before, "the backup from before is gone");
    assert!(home.run(["vault", "verify"]).stdout.contains("The vault is complete."));
}
