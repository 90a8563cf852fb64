//! Another program checks what is signed: openssl, by the very lines that `docs/autheid.md` gives to relying parties.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use idw_autheid::sign::{
    Authority, ClientKey, Form, OcspTimes, Period, RawKey, Secret, Serialization, SignedText, unique_user_id,
};
use serde_json::{Value, json};

const RP: &str = "rp-1";
const DAY: i64 = 86_400;

/// The block of commands below this heading of the document.
fn commands(heading: &str) -> String {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/autheid.md");
    let text = fs::read_to_string(document).unwrap();
    let (_, below) = text.split_once(&format!("\n{heading}\n")).expect("the document has this heading");
    let (_, block) = below.split_once("\n```sh\n").expect("a block of commands follows");
    block.split_once("\n```\n").expect("the block ends").0.to_owned()
}

/// Whether the commands succeed on this answer and pinned root; and what they print.
fn run(commands: &str, result: &Value, root_pem: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("result.json"), result.to_string()).unwrap();
    fs::write(folder.path().join("root.pem"), root_pem).unwrap();
    let ended = Command::new("sh").args(["-ec", commands]).current_dir(folder.path()).output().unwrap();
    let printed = [ended.stdout, ended.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    if ended.status.success() { Ok(printed) } else { Err(printed) }
}

/// What the commands call and this machine does not have.
fn missing_tool() -> Option<&'static str> {
    ["openssl version", "jq --version"]
        .into_iter()
        .find(|tool| !Command::new("sh").args(["-c", tool]).output().is_ok_and(|output| output.status.success()))
}

fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().try_into().unwrap()
}

fn secret() -> Secret {
    Secret::from_bytes(&[7; 32])
}

fn text(now: i64) -> SignedText {
    SignedText {
        email: "ada@site.example".to_owned(),
        rp_name: "Example & Söhne".to_owned(),
        title: "Ship it?".to_owned(),
        description: "one\ntwo".to_owned(),
        timestamp_created: now - 30,
        timestamp_finished: now,
        timeout_seconds: 60,
        invisible_data: vec![0, 255],
    }
}

/// A wallet's answer in form x509, with the times of its OCSP response relative to now.
fn x509_answer(authority: &Authority, this_update: i64, next_update: i64) -> Value {
    let now = now();
    let (key, id) = (ClientKey::derive(&secret(), RP).unwrap(), unique_user_id(&secret(), RP));
    let client =
        authority.issue(&id, &key.public().unwrap(), Period { from: now - DAY, until: now + 365 * DAY }).unwrap();
    let times =
        OcspTimes { produced: now + this_update, this_update: now + this_update, next_update: now + next_update };
    let data = text(now).bytes(Form::X509, Serialization::Json);
    json!({
        "unique_user_id": id,
        "signature": {
            "signature_data": STANDARD.encode(&data),
            "sign": STANDARD.encode(key.sign_der(&data).unwrap()),
            "certificate_client": STANDARD.encode(&client),
            "certificate_issuer": STANDARD.encode(authority.issuer_der().unwrap()),
            "ocsp_response": STANDARD.encode(authority.ocsp_good(&client, times).unwrap()),
        },
    })
}

/// A member of the signature with its last byte changed.
fn spoil(answer: &Value, member: &str) -> Value {
    let mut spoilt = answer.clone();
    let mut bytes = STANDARD.decode(answer["signature"][member].as_str().unwrap()).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    spoilt["signature"][member] = STANDARD.encode(bytes).into();
    spoilt
}

#[test]
fn openssl_accepts_form_x509_and_refuses_what_was_changed() {
    if let Some(tool) = missing_tool() {
        println!("nothing checked: `{tool}` does not work here");
        return;
    }
    let commands = commands("### Form x509");
    let [authority, other] = [(); 2].map(|()| Authority::make(now()).unwrap());
    let root = authority.root_pem().unwrap();
    let answer = x509_answer(&authority, -60, DAY);
    let printed = run(&commands, &answer, &root).unwrap();
    for line in ["client.pem: OK", "Response verify OK", "client.pem: good", "Verified OK"] {
        assert!(printed.lines().any(|printed| printed == line), "{line}: {printed}");
    }

    // Each fails at its own line, so no line of the document stands for another.
    let refused = |answer: &Value, root: &str, why: &str| {
        let printed = run(&commands, answer, root).unwrap_err();
        assert!(printed.contains(why), "{why}: {printed}");
    };
    refused(&answer, &other.root_pem().unwrap(), "verification failed");
    refused(&spoil(&answer, "certificate_client"), &root, "verification failed");
    refused(&spoil(&answer, "certificate_issuer"), &root, "verification failed");
    refused(&spoil(&answer, "signature_data"), &root, "Verification failure");
    refused(&spoil(&answer, "ocsp_response"), &root, "Response Verify Failure");
    let mut of_another_certificate = answer.clone();
    of_another_certificate["signature"]["ocsp_response"] =
        x509_answer(&authority, -60, DAY)["signature"]["ocsp_response"].clone();
    refused(&of_another_certificate, &root, "ERROR: No Status found");
    refused(&x509_answer(&authority, -2 * DAY, -DAY), &root, "WARNING: Status times invalid");
    let mut of_another_account = answer.clone();
    of_another_account["unique_user_id"] = "someoneelse1".into();
    let printed = run(&commands, &of_another_account, &root).unwrap_err();
    assert!(printed.contains("client.pem: good") && !printed.contains("Verified OK"), "{printed}");
}

#[test]
fn openssl_accepts_form_raw_and_refuses_what_was_changed() {
    if let Some(tool) = missing_tool() {
        println!("nothing checked: `{tool}` does not work here");
        return;
    }
    let commands = commands("### Form raw");
    let data = text(1_795_953_600).bytes(Form::Raw, Serialization::Protobuf);
    let answer = |rp: u32| {
        let made = RawKey::derive(&secret(), &rp.to_string()).unwrap().sign_raw(&data);
        let answer = json!({
            "signature": {
                "signature_data": STANDARD.encode(&data),
                "sign": STANDARD.encode(made.sign),
                "user_pub_key": STANDARD.encode(made.user_pub_key),
            },
        });
        (made.sign, answer)
    };
    // Numbers that begin with a zero byte, or with a bit that DER would take for a minus.
    let (mut short_r, mut short_s, mut high_r) = (None, None, None);
    for (sign, answer) in (0..2000).map(answer) {
        let found = match (sign[0], sign[32]) {
            (0, _) => &mut short_r,
            (_, 0) => &mut short_s,
            (0x80.., _) => &mut high_r,
            _ => continue,
        };
        found.get_or_insert(answer);
    }
    for answer in [short_r, short_s, high_r].map(|found| found.expect("2,000 signatures have one of each")) {
        let printed = run(&commands, &answer, "").unwrap();
        assert!(printed.contains("Verified OK"), "{printed}");
        for member in ["signature_data", "sign"] {
            let printed = run(&commands, &spoil(&answer, member), "").unwrap_err();
            assert!(printed.contains("Verification failure"), "{member}: {printed}");
        }
    }
}

/// The example of the documents of 2019 has a high s, which openssl takes.
#[test]
fn openssl_accepts_the_documented_example() {
    if let Some(tool) = missing_tool() {
        println!("nothing checked: `{tool}` does not work here");
        return;
    }
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/autheid/signature-example.json");
    let vectors: Value = serde_json::from_str(&fs::read_to_string(vectors).unwrap()).unwrap();
    let printed = run(&commands("### Form raw"), &json!({"signature": vectors["vectors"][0]}), "").unwrap();
    assert!(printed.contains("Verified OK"), "{printed}");
}
