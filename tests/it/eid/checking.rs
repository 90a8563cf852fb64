//! What a relying party checks that has pinned a root: by openssl, with the very commands that `docs/autheid.md` gives it.

use std::fs;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use idw_journeys::{Caller, Home, repository};
use serde_json::{Value, json};

/// The root that the wallet's owner gives to parties, as PEM.
pub(super) fn root_of(home: &Home) -> String {
    let file = home.path().join("root.pem");
    home.ok(["eid", "root", "--out", &file.display().to_string()]);
    fs::read_to_string(file).expect("it was written")
}

/// The block of commands below this heading of the document.
fn commands(heading: &str) -> String {
    let text = fs::read_to_string(repository().join("docs/autheid.md")).expect("the document");
    let (_, below) = text.split_once(&format!("\n{heading}\n")).expect("the document has this heading");
    let (_, block) = below.split_once("\n```sh\n").expect("a block of commands follows");
    block.split_once("\n```\n").expect("the block ends").0.to_owned()
}

/// Whether the commands succeed on this answer and root; and what they print.
fn run(commands: &str, files: &[(&str, &str)]) -> Result<String, String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("the test's own file");
    }
    let ended = Command::new("sh").args(["-ec", commands]).current_dir(folder.path()).output().expect("a shell starts");
    let printed = [ended.stdout, ended.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    if ended.status.success() { Ok(printed) } else { Err(printed) }
}

/// A signature with certificates, against a pinned root.
pub(super) fn check_x509(result: &Value, root: &str) -> Result<String, String> {
    run(&commands("### Form x509"), &[("result.json", &result.to_string()), ("root.pem", root)])
}

/// A signature as of 2019, against the key in the answer itself.
pub(super) fn check_raw(result: &Value) -> Result<String, String> {
    run(&commands("### Form raw"), &[("result.json", &result.to_string())])
}

/// The bytes of a member of the signature.
pub(super) fn bytes(result: &Value, member: &str) -> Vec<u8> {
    let text = result["signature"][member].as_str().unwrap_or_else(|| panic!("no {member}: {result}"));
    STANDARD.decode(text).expect("base64")
}

/// The claims of a login's token, once openssl says that the service's published key signed it.
pub(super) fn check_token(result: &Value, anybody: &Caller) -> Value {
    let token = result["authentication"]["jwt"].as_str().expect("a token");
    let parts: Vec<&str> = token.split('.').collect();
    let [head, claims, sign] = parts[..] else { panic!("a token has three parts: {token}") };
    let read = |part: &str| URL_SAFE_NO_PAD.decode(part).expect("base64");
    let head: Value = serde_json::from_slice(&read(head)).expect("JSON");
    assert_eq!((&head["alg"], &head["typ"]), (&json!("RS256"), &json!("JWT")), "{head}");
    let keys = anybody.call("GET", "/.well-known/jwks.json", "").json();
    let keys: Vec<&Value> =
        keys["keys"].as_array().expect("keys").iter().filter(|key| key["kid"] == head["kid"]).collect();
    let [key] = keys[..] else { panic!("one key is named {}", head["kid"]) };
    let number = |name: &str| hex::encode(read(key[name].as_str().expect("a number")));
    // A public key of RSA (RFC 8017), in the SubjectPublicKeyInfo that openssl reads.
    let conf = format!(
        "asn1=SEQUENCE:key\n[key]\nalg=SEQUENCE:alg\nkey=BITWRAP,SEQUENCE:rsa\n[alg]\noid=OID:rsaEncryption\nnull=NULL\n\
         [rsa]\nn=INTEGER:0x{}\ne=INTEGER:0x{}\n",
        number("n"),
        number("e")
    );
    let signed = token.rsplit_once('.').expect("a dot").0;
    let sign = STANDARD.encode(read(sign));
    let lines = "openssl asn1parse -genconf key.conf -noout -out key.der
        openssl base64 -d -A -in sign.txt -out sign
        openssl dgst -sha256 -keyform DER -verify key.der -signature sign signed";
    let files = [("key.conf", conf.as_str()), ("sign.txt", &sign), ("signed", signed)];
    assert!(run(lines, &files).is_ok_and(|said| said.contains("Verified OK")), "the key set has another key");
    let other = [("key.conf", conf.as_str()), ("sign.txt", &sign), ("signed", claims)];
    assert!(run(lines, &other).is_err(), "it checks nothing");
    serde_json::from_slice(&read(claims)).expect("JSON")
}

/// Whether this machine has what the commands call. Whoever reads the output should know that something was left out.
#[expect(clippy::print_stdout, reason = "it belongs to the test that asks")]
pub(super) fn has_tools() -> bool {
    let works = |tool: &str| Command::new("sh").args(["-c", tool]).output().is_ok_and(|output| output.status.success());
    let missing = ["openssl version", "jq --version"].into_iter().find(|tool| !works(tool));
    if let Some(tool) = missing {
        println!("`{tool}` does not work here; signatures are not checked.");
    }
    missing.is_none()
}
