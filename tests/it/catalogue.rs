//! Every attribute of the catalogue, entered on the command line: by its fields, and by a file from another wallet.

use std::fs;

use idw_journeys::{Home, Sample};
use serde_json::{Value, json};

const COMPANY: [&str; 2] = ["--profile", "Ltd"];

/// A home in which there is a person and a company.
fn home() -> Home {
    let home = Home::with_vault();
    home.ok(["profile", "add", "Ltd", "--kind", "company"]);
    home
}

/// Puts the profile before the command, where the attribute describes a company.
fn words<'a>(of_company: bool, words: &[&'a str]) -> Vec<&'a str> {
    COMPANY.iter().copied().filter(|_| of_company).chain(words.iter().copied()).collect()
}

/// What to type for a field, and what it becomes; nothing for files.
fn entry(name: &str, field: &Value, number: usize) -> Option<(String, Value)> {
    let kind = &field["kind"];
    let text = |text: &str| (text.to_owned(), json!(text));
    Some(match kind["type"].as_str().expect("a field has a kind") {
        "file" => return None,
        "date" => text("2024-02-29"),
        "email" => text("ada@mail.example"),
        "integer" => ("12".to_owned(), json!(12)),
        "number" => ("12.5".to_owned(), json!(12.5)),
        "flag" => ("true".to_owned(), json!(true)),
        "choice" => {
            let last = kind["options"].as_array().and_then(|options| options.last()).expect("there is a choice");
            text(last["value"].as_str().expect("a choice is a text"))
        }
        "text" | "multiline" => match name {
            "phone-number" => text("555-123-4567"),
            "btc-address" => text("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
            "dash-address" => text("XagqqFetxiDb9wbartKDrXgnqLah6SqX2S"),
            "eth-address" => text("0xabababababababababababababababababababab"),
            _ => text(&format!("Élodie \"{number}\" — Ω\\ 子")),
        },
        other => panic!("{name} has a field of the kind {other}, which this test cannot fill in"),
    })
}

/// Where the field is in a value, with the first of what repeats.
fn pointer(field: &Value) -> String {
    let path = field["path"].as_str().expect("a field has a path").replace('*', "0");
    let place = if path.is_empty() { path } else { format!("/{}", path.replace('.', "/")) };
    if field["repeated"] == json!(true) { format!("{place}/0") } else { place }
}

/// Enters an attribute with every field it has, and checks what is kept.
fn enter(home: &Home, kind: &Value, recording: &str) {
    let name = kind["name"].as_str().expect("an attribute has a name");
    let of_company = kind["subject"] == json!("company");
    let mut command = words(of_company, &["attribute", "set", name]).into_iter().map(str::to_owned).collect::<Vec<_>>();
    let mut expected = Vec::new();
    let portrait = Sample::named("passport-selfie.jpg");
    for (number, field) in kind["fields"].as_array().expect("an attribute has fields").iter().enumerate() {
        let path = field["path"].as_str().expect("a field has a path").replace('*', "0");
        let path = if path.is_empty() { "value".to_owned() } else { path };
        if let Some((typed, kept)) = entry(name, field, number) {
            command.extend(["--set".to_owned(), format!("{path}={typed}")]);
            expected.push((pointer(field), kept));
        } else {
            let takes = field["kind"]["types"].to_string();
            let (file, size) = if takes.contains("audio") {
                (recording.to_owned(), fs::metadata(recording).expect("the recording is there").len())
            } else {
                (portrait.path.display().to_string(), portrait.bytes.len() as u64)
            };
            command.extend(["--file".to_owned(), format!("{path}={file}")]);
            expected.push((format!("{}/size", pointer(field)), json!(size)));
        }
    }
    let saved = home.ok(&command);
    for (pointer, value) in expected {
        assert_eq!(saved["value"].pointer(&pointer), Some(&value), "{name}{pointer}: {saved}");
    }
}

/// What a profile exports, without what differs from wallet to wallet.
fn values(home: &Home, of_company: bool) -> (Vec<u8>, Vec<String>) {
    let run = home.run(words(of_company, &["attribute", "export", "-"]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let exported: Value = serde_json::from_str(&run.stdout).expect("an export is JSON");
    let documents = exported["documents"].as_array().expect("an export has documents");
    let attributes = exported["attributes"].as_array().expect("an export has attributes");
    let named = |mut text: String| {
        for document in documents {
            let (id, sha256) = (document["id"].as_str(), document["sha256"].as_str());
            text = text.replace(id.expect("a document has an id"), sha256.expect("a document has a digest"));
        }
        text
    };
    let mut values: Vec<String> =
        attributes.iter().map(|one| named(format!("{} {}", one["schema"], one["value"]))).collect();
    values.sort();
    (run.stdout.into_bytes(), values)
}

#[test]
fn every_attribute_is_entered_and_survives_the_way_to_another_wallet() {
    let (home, other) = (self::home(), self::home());
    let recording = home.write_outside("voice.mp3", &[b"ID3\x04\0\0\0\0\0\0".as_slice(), &[0; 100]].concat());
    let kinds = home.ok(["attribute", "types"]);
    let kinds = kinds.as_array().expect("a list");
    assert_eq!(kinds.len(), 40, "the whole catalogue");
    for kind in kinds {
        enter(&home, kind, &recording.display().to_string());
    }
    let mut total = 0;
    for of_company in [false, true] {
        let (file, entered) = values(&home, of_company);
        let file = other.write_outside("data.json", &file).display().to_string();
        other.ok(words(of_company, &["attribute", "import", &file]));
        assert_eq!(values(&other, of_company).1, entered, "byte for byte");
        total += entered.len();
    }
    assert_eq!(total, 40);
}
