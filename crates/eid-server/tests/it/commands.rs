//! What the operator types, as the program itself takes it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use idw_autheid::{Store as _, key_hash};
use idw_eid_server::database::{Database, StoreAt};
use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::place::{key_of, nonce, second};

/// A folder for a service.
struct Service(TempDir);

/// What a command ended with.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

impl Ended {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {:?}", self.out))
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_idw-autheid"));
    command.env("RUST_LOG", "off").stdin(Stdio::null());
    command
}

impl Service {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        Self(folder)
    }

    fn data(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, words: &[&str]) -> Ended {
        program().args(words).arg("--data").arg(self.data()).output().unwrap().into()
    }

    fn fails(&self, words: &[&str], code: i32, sentence: &str) {
        let ended = self.run(words);
        assert_eq!((ended.code, ended.out.as_str()), (code, ""), "{words:?}: {}", ended.err);
        assert!(ended.err.contains(sentence), "{words:?}: {}", ended.err);
    }

    async fn database(&self) -> Database {
        Database::open(&StoreAt::Sqlite, self.data(), second(0)).await.unwrap()
    }
}

#[tokio::test]
async fn a_relying_party_gets_a_key_that_is_known() {
    let service = Service::new();
    let words =
        ["rp", "add", "Sample Shop", "--form", "raw", "--match", "--open-limit", "7", "--kept-limit", "8", "--json"];
    let added = service.run(&words).json();
    let expected = json!({
        "id": added["id"], "name": "Sample Shop", "form": "raw", "matching": true, "openLimit": 7, "keptLimit": 8,
        "added": added["added"], "key": added["key"],
    });
    assert_eq!(added, expected);
    let of_key = async |key: &str| service.database().await.rp_of_key(key_hash(key)).await.unwrap();
    let rp = of_key(added["key"].as_str().unwrap()).await.unwrap();
    assert_eq!((rp.id.as_str(), rp.room.open, rp.room.kept), (added["id"].as_str().unwrap(), 7, 8));

    let plain = service.run(&["rp", "add", "Demo Bank"]);
    let (sentence, key) = plain.out.trim_end().split_once('\n').unwrap();
    assert_eq!(sentence, "Demo Bank may ask with this key, which is not shown again:");
    assert_eq!(of_key(key).await.unwrap().name, "Demo Bank");
    let rotated = service.run(&["rp", "rotate", "demo bank"]);
    let (_, new) = rotated.out.trim_end().split_once('\n').unwrap();
    assert!(of_key(key).await.is_none() && of_key(new).await.is_some());

    let listed = service.run(&["rp", "list", "--json"]).json();
    assert_eq!(listed[1]["name"], "Sample Shop");
    assert_eq!(
        (&listed[0]["name"], &listed[0]["openLimit"], listed[0].get("key")),
        (&json!("Demo Bank"), &json!(1000), None)
    );
    let listed = service.run(&["rp", "list"]).out;
    let heads: Vec<&str> = listed.lines().next().unwrap().split_whitespace().collect();
    assert_eq!(heads, ["NAME", "FORM", "MATCH", "SINCE", "ID"]);
    assert!(!listed.contains(new));

    assert_eq!(service.run(&["rp", "remove", "DEMO BANK"]).out, "Demo Bank may ask no more\n");
    assert!(of_key(new).await.is_none());
    service.run(&["rp", "remove", added["id"].as_str().unwrap()]);
    assert_eq!(service.run(&["rp", "list"]).out, "No relying party may ask\n");
}

#[tokio::test]
async fn a_user_gets_a_code_that_binds() {
    let service = Service::new();
    let invited = service.run(&["user", "invite", "ada@site.example", "--json"]).json();
    assert_eq!(invited["email"], "ada@site.example");
    let plain = service.run(&["user", "invite", "ada@site.example"]).out;
    let (sentence, code) = plain.trim_end().split_once('\n').unwrap();
    assert!(sentence.contains("once and within 24 hours"), "{sentence}");
    let database = service.database().await;
    let now = jiff::Timestamp::now();
    let bound = database.bind_device(code, &key_of('A'), "Ada's laptop", nonce(), now).await.unwrap();
    assert_eq!(bound.email, "ada@site.example");

    let listed = service.run(&["user", "list", "--json"]).json();
    assert_eq!(
        (&listed[0]["email"], &listed[0]["devices"][0]["name"]),
        (&json!("ada@site.example"), &json!("Ada's laptop"))
    );
    assert_eq!(listed[0]["codes"].as_array().unwrap().len(), 1);
    let listed = service.run(&["user", "list"]).out;
    assert!(
        listed.contains("  Ada's laptop, since ") && listed.contains("  a code that nobody has used, good until "),
        "{listed}"
    );
    assert!(!listed.contains(code) && !listed.contains(invited["code"].as_str().unwrap()));
    let removed = service.run(&["user", "remove", "ada@site.example"]);
    assert_eq!(removed.out, "ada@site.example is no user any more, and their devices are let go\n");
    assert_eq!(service.run(&["user", "list"]).out, "There are no users\n");
    assert!(database.device_of_key(&key_of('A')).await.unwrap().is_none());
}

#[test]
fn what_cannot_be_done_ends_with_its_code() {
    let service = Service::new();
    for words in [
        &["rp", "list"][..],
        &["user", "list"],
        &["rp", "rotate", "x"],
        &["user", "remove", "a@b"],
        &["root", "--out", "x"],
    ] {
        service.fails(words, 2, "there is no service in");
    }
    assert_eq!(fs::read_dir(service.data()).unwrap().count(), 0, "looking makes nothing");
    service.run(&["rp", "add", "Sample Shop"]);
    service.fails(&["rp", "add", "SAMPLE shop"], 1, "another relying party has this name");
    service.fails(&["rp", "add", ""], 2, "1 to 60 characters");
    service.fails(&["rp", "add", "x", "--open-limit", "0"], 2, "--open-limit");
    service.fails(&["rp", "rotate", "nobody"], 2, "no relying party has this name or id");
    service.fails(&["user", "invite", "ada"], 2, "this is no email");
    service.fails(&["user", "remove", "ada@site.example"], 2, "no user has this email");
    service.fails(&["rp", "list", "--store", "postgres://ada:secret@localhost/eid"], 2, "PGPASSFILE");
    service.fails(&["rp", "list", "--store", "postgres://ada@db.example/eid?sslmode=disable"], 2, "TLS only");
    service.fails(&["rp", "list", "--store", "postgres:///eid?user=ada&host=/nowhere"], 7, "does not answer");

    let ended = service.run(&["rp", "add", "sample shop", "--json"]);
    let error = json!({ "error": { "code": "exists", "message": "another relying party has this name" } });
    assert_eq!((ended.code, ended.json()), (1, error));
    fs::write(service.data().join("seal.key"), "damaged").unwrap();
    service.fails(&["rp", "list"], 4, "holds no key");
}

#[test]
fn a_key_that_nobody_would_see_is_not_made() {
    let service = Service::new();
    service.run(&["rp", "add", "Sample Shop"]);
    for words in ["rp add Bank", "rp rotate 'Sample Shop'", "user invite ada@site.example"] {
        let line =
            format!("exec '{}' {words} --data '{}' >&-", env!("CARGO_BIN_EXE_idw-autheid"), service.data().display());
        let ended: Ended = Command::new("sh").args(["-c", &line]).output().unwrap().into();
        assert_eq!(ended.code, 2, "{words}: {}", ended.err);
        assert!(ended.err.contains("nothing was done"), "{}", ended.err);
    }
    assert_eq!(service.run(&["rp", "list", "--json"]).json().as_array().unwrap().len(), 1);
    assert_eq!(service.run(&["user", "list", "--json"]).json(), json!([]));
}

#[tokio::test]
async fn the_root_is_written_as_relying_parties_pin_it() {
    let service = Service::new();
    service.run(&["rp", "add", "Sample Shop"]);
    let out = service.data().join("root.pem");
    let ended = service.run(&["root", "--out", out.to_str().unwrap()]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let pem = service.database().await.service().authority.root_pem().unwrap();
    assert_eq!(fs::read_to_string(out).unwrap(), pem);
}

/// Doctor's findings, by what was looked at: how it stands and what is said.
fn findings(ended: &Ended) -> std::collections::BTreeMap<String, (String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let checks = ended.json();
    let checks = checks["checks"].as_array().unwrap();
    checks.iter().map(|one| (text(&one["check"]), (text(&one["state"]), text(&one["says"])))).collect()
}

#[test]
fn doctor_finds_nothing_where_all_is_well() {
    let service = Service::new();
    service.run(&["rp", "add", "Sample Shop"]);
    let ended = service.run(&["doctor", "--listen", "127.0.0.1:0"]);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    assert!(ended.out.contains("ok       database: it says: ok\n"), "{}", ended.out);
    let found = findings(&service.run(&["doctor", "--json"]));
    // How much room there is, and how many descriptors, is up to the machine.
    for check in ["data folder", "seal key", "database", "tables"] {
        assert_eq!(found[check].0, "ok", "{check}: {}", found[check].1);
    }
}

#[test]
fn doctor_says_what_is_wrong_and_what_to_do() {
    let service = Service::new();
    let nothing = findings(&service.run(&["doctor", "--json"]));
    assert_eq!((nothing["seal key"].0.as_str(), nothing["database"].0.as_str()), ("fault", "fault"));
    service.run(&["rp", "add", "Sample Shop"]);
    let state = |words: &[&str], check: &str, code: i32| {
        let ended = service.run(&[&["doctor", "--json"], words].concat());
        assert_eq!(ended.code, code, "{words:?}: {}", ended.out);
        findings(&ended)[check].0.clone()
    };
    let busy = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    assert_eq!(state(&["--listen", &busy.local_addr().unwrap().to_string()], "address", 0), "warning");
    assert_eq!(state(&["--listen", "0.0.0.0:0"], "address", 1), "fault");
    assert_eq!(state(&["--listen", "192.0.2.7:0"], "address", 1), "fault");

    let mode =
        |name: &str, mode| fs::set_permissions(service.data().join(name), fs::Permissions::from_mode(mode)).unwrap();
    mode("", 0o755);
    assert_eq!(state(&[], "data folder", 0), "warning");
    mode("", 0o700);
    mode("seal.key", 0o640);
    assert_eq!(state(&[], "seal key", 1), "fault");
    let lines = service.run(&["doctor"]);
    assert!(lines.out.contains("chmod 600 ") && lines.err.contains("there are 2 faults"), "{}{}", lines.out, lines.err);
    mode("seal.key", 0o600);
    fs::write(service.data().join("seal.key"), format!("{}\n", "A".repeat(43) + "=")).unwrap();
    assert_eq!(state(&[], "database", 1), "fault");
    fs::remove_file(service.data().join("seal.key")).unwrap();
    assert_eq!(state(&[], "seal key", 1), "fault");
}

#[test]
fn doctor_notices_a_database_that_is_damaged() {
    let service = Service::new();
    service.run(&["rp", "add", "Sample Shop"]);
    let file = service.data().join("autheid.sqlite3");
    let mut bytes = fs::read(&file).unwrap();
    let name = b"Sample Shop";
    let page = bytes.chunks_mut(4096).find(|page| page.windows(name.len()).any(|part| part == name)).unwrap();
    // What kind of page it is.
    page[0] = 0xff;
    fs::write(&file, bytes).unwrap();
    let ended = service.run(&["doctor", "--json"]);
    assert_eq!((ended.code, findings(&ended)["database"].0.as_str()), (1, "fault"), "{}", ended.out);
}

#[test]
fn doctor_looks_at_the_certificate() {
    let service = Service::new();
    service.run(&["rp", "add", "Sample Shop"]);
    let (certificate, key) = (service.data().join("chain.pem"), service.data().join("key.pem"));
    let write = |names: &[&str], from: i32, until: i32| {
        let pair = KeyPair::generate().unwrap();
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let mut params = CertificateParams::new(names).unwrap();
        (params.not_before, params.not_after) = (date_time_ymd(from, 1, 1), date_time_ymd(until, 1, 1));
        fs::write(&certificate, params.self_signed(&pair).unwrap().pem()).unwrap();
        fs::write(&key, pair.serialize_pem()).unwrap();
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    };
    let look = || {
        let words =
            ["doctor", "--json", "--tls-cert", certificate.to_str().unwrap(), "--tls-key", key.to_str().unwrap()];
        findings(&service.run(&words))
    };
    write(&["eid.example", "127.0.0.1"], 2000, 2100);
    let found = look();
    assert_eq!(found["certificate"].0, "ok");
    assert_eq!(found["names"], ("ok".to_owned(), "eid.example, 127.0.0.1".to_owned()));
    assert!(!found.contains_key("private key"));
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(look()["private key"].0, "warning");
    write(&[], 2000, 2001);
    let found = look();
    assert_eq!((found["certificate"].0.as_str(), found["names"].0.as_str()), ("fault", "warning"));
    assert!(found["certificate"].1.contains("2001-01-01"), "{found:?}");
    write(&["eid.example"], 2090, 2100);
    assert_eq!(look()["certificate"].0, "fault");
    let other = KeyPair::generate().unwrap();
    fs::write(&key, other.serialize_pem()).unwrap();
    assert!(look()["certificate"].1.contains("is not the key"), "{:?}", look());
    fs::remove_file(&key).unwrap();
    assert!(look()["certificate"].1.contains("could not be read"), "{:?}", look());
}
