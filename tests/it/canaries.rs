//! Nothing that a person entrusts to the wallet lies about in plain text.

use std::fs;

use idw_journeys::{Canary, Home, RelyingParty, Sample, search};

#[test]
fn a_full_journey_leaves_no_plaintext() {
    let home = Home::with_vault();
    let marker = "canary-in-a-document-9f27b1";
    let mut bill = Sample::named("utility-bill.pdf").bytes;
    bill.extend_from_slice(format!("\n% {marker}\n").as_bytes());
    let bill_path = home.write_outside("quarterly-bill-of-ada.pdf", &bill);
    let mut canaries = fill_in(&home, &bill_path.display().to_string());
    canaries.extend(names_of_what_was_filled_in());
    canaries.push(Canary::text("text in a document", marker));
    canaries.push(Canary::bytes("bytes of a document", &bill[64..112]));
    canaries.push(Canary::text("a document's name", "quarterly-bill-of-ada"));

    let relying_party = RelyingParty::start(&["--name", "Wonderland Exchange"]);
    let site = relying_party.site();
    home.ok(["site", "add", &site]);
    home.ok(["signup", &site, "--yes"]);
    let login = home.ok(["login", &site, "--yes"]);
    home.ok(["apply", &site, "--yes"]);
    home.ok(["-v", "activity", "list"]);
    canaries.extend([
        Canary::text("the site's name", "Wonderland Exchange"),
        Canary::text("the site's URL", &relying_party.url()["http://".len()..]),
        Canary::text("the site's path", &site),
        Canary::text("a KYC template", "Basic verification"),
        Canary::text("where a login led", login["redirectUrl"].as_str().expect("a URL")),
    ]);
    canaries.extend(key_canaries(&home, &login));

    let (files, findings) = search(home.path(), &canaries);
    assert!(files >= 4, "only {files} files were searched in {}", home.path().display());
    assert!(findings.is_empty(), "plaintext was found: {findings:#?}");
}

/// The search itself must be able to fail: what an export writes is found.
#[test]
fn an_exported_document_is_found() {
    let home = Home::with_vault();
    let sample = Sample::named("utility-bill.pdf");
    home.ok(["document", "add", &sample.path.display().to_string()]);
    let documents = home.ok(["document", "list"]);
    let id = documents[0]["id"].as_str().expect("an id").to_owned();
    let canary = [Canary::bytes("bytes of a document", &sample.bytes[64..112])];
    assert_eq!(search(home.path(), &canary).1, []);

    let exported = home.path().join("exported.pdf");
    home.ok(["document", "export", &id, &exported.display().to_string()]);
    assert_eq!(fs::read(&exported).expect("exported"), sample.bytes);
    assert_eq!(search(home.path(), &canary).1.len(), 1);

    home.ok(["document", "remove", &id]);
    assert_eq!(home.ok(["document", "list"]), serde_json::json!([]));
}

/// Enters values of many kinds. Gives what the person entered.
pub(crate) fn fill_in(home: &Home, bill: &str) -> Vec<Canary> {
    let values = [
        ("first-name", "Adalbertine"),
        ("last-name", "Exampleton"),
        ("email", "adalbertine@canary.example"),
        ("date-of-birth", "1985-04-12"),
        ("phone-number", "+442079460123"),
    ];
    for (name, value) in values {
        home.ok(["attribute", "set", name, value, "--label", "labelled-by-ada"]);
    }
    home.set_fields("nationality", &["country=GB", "denonym=Britannic"], &[]);
    let address = ["address_line_1=1 Canary Row", "city=Canaryville"];
    home.set_fields("physical-address", &address, &[]);
    let pictures = ["passport-photo-page.jpg", "passport-selfie.jpg"].map(Sample::named);
    home.set_fields(
        "passport",
        &["issued=2024-05-04", "expires=2094-05-03"],
        &[&pictures[0].for_field("image"), &pictures[1].for_field("selfie.image")],
    );
    home.set_fields("utility-bill", &["issued=2024-12-15"], &[&format!("images={bill}")]);

    let mut canaries: Vec<_> = values.iter().map(|(name, value)| Canary::text(name, value)).collect();
    for (what, text) in [
        ("a label", "labelled-by-ada"),
        ("a nested field", "Britannic"),
        ("a street", "1 Canary Row"),
        ("a city", "Canaryville"),
        ("a date in a document", "2094-05-03"),
        ("a picture's name", "passport-selfie"),
        ("the password", "correct horse battery"),
    ] {
        canaries.push(Canary::text(what, text));
    }
    for picture in &pictures {
        let middle = picture.bytes.len() / 2;
        canaries.push(Canary::bytes("bytes of a picture", &picture.bytes[middle..middle + 48]));
    }
    canaries
}

/// What tells which values those are, and which the sites know that ask for them.
fn names_of_what_was_filled_in() -> [Canary; 3] {
    [
        ("a field's name", "address_line_1"),
        ("an attribute's name", "physical-address"),
        ("a schema", "platform.selfkey.org"),
    ]
    .map(|(what, text)| Canary::text(what, text))
}

/// Addresses and public keys, as text and as bytes. (That the phrase is not there is shown where it is
/// known: it is printed once, by `init`.)
fn key_canaries(home: &Home, login: &serde_json::Value) -> Vec<Canary> {
    let did = login["did"].as_str().expect("a DID");
    let mut canaries = vec![Canary::text("the DID", did)];
    let accounts = home.ok(["account", "list"]);
    for account in accounts.as_array().expect("a list of accounts") {
        for field in ["address", "publicKey"] {
            let hex_digits = account[field].as_str().expect("an address and a public key");
            let bytes = hex::decode(&hex_digits[2..]).expect("hex");
            canaries.push(Canary::bytes(field, &bytes));
            canaries.push(Canary::text(field, hex_digits));
        }
    }
    canaries
}

#[test]
fn the_phrase_is_shown_once_and_kept_sealed() {
    let home = Home::empty();
    let made = home.ok(["init", "--words", "12"]);
    let phrase = phrase_in(&made);
    let words: Vec<_> = phrase.split(' ').collect();
    assert_eq!(words.len(), 12, "init shows the recovery phrase: {made}");
    let canaries = [
        Canary::text("the phrase", &phrase),
        Canary::text("the phrase's beginning", &words[..3].join(" ")),
        Canary::text("the phrase in JSON", &words[..3].join("\",\"")),
    ];
    let (files, findings) = search(home.path(), &canaries);
    assert!(files >= 2 && findings.is_empty(), "{findings:#?}");
}

/// The twelve words, whether they are one text or a list.
fn phrase_in(made: &serde_json::Value) -> String {
    let fields = made.as_object().expect("an object");
    let joined = |value: &serde_json::Value| match value {
        serde_json::Value::Array(words) => words.iter().filter_map(|word| word.as_str()).collect::<Vec<_>>().join(" "),
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    fields.values().map(joined).find(|text| text.split(' ').count() >= 12).unwrap_or_default()
}
