//! Listing, searching and matching with 10,000 values and 1,000 documents, the vault being open.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made ends the benchmark")]

use std::sync::LazyLock;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use divan::Bencher;
use idw_wallet::{
    CreateOptions, FoundSite, ImportOptions, Intent, KdfCost, Metadata, OnConflict, Order, Password, Wallet,
    view::Purpose,
};
use serde_json::{Value, json};
use tempfile::TempDir;

const ATTRIBUTES: usize = 10_000;
const DOCUMENTS: usize = 1_000;

fn main() {
    divan::main();
}

#[divan::bench]
fn list_attributes(bencher: Bencher<'_, '_>) {
    let wallet = &FULL.wallet;
    bencher.bench(|| wallet.attributes().unwrap().len());
}

#[divan::bench]
fn list_documents(bencher: Bencher<'_, '_>) {
    let wallet = &FULL.wallet;
    bencher.bench(|| wallet.documents().unwrap().len());
}

#[divan::bench]
fn search_attributes(bencher: Bencher<'_, '_>) {
    let wallet = &FULL.wallet;
    bencher.bench(|| wallet.search("élodie 99", Order::Name).unwrap().len());
}

#[divan::bench]
fn search_documents(bencher: Bencher<'_, '_>) {
    let wallet = &FULL.wallet;
    bencher.bench(|| wallet.search_documents("scan 99", Order::Size).unwrap().len());
}

#[divan::bench]
fn match_a_site(bencher: Bencher<'_, '_>) {
    let wallet = &FULL.wallet;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    bencher.bench(|| {
        let intent =
            Intent { purpose: Purpose::SignUp, site: "Shop".into(), account: None, template: None, include: vec![] };
        runtime.block_on(wallet.propose(intent)).unwrap().view().items.len()
    });
}

struct Full {
    wallet: Wallet,
    _dir: TempDir,
}

static FULL: LazyLock<Full> = LazyLock::new(|| {
    idw_wallet::open_documents_in_this_process();
    let dir = tempfile::tempdir().unwrap();
    let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
    let (wallet, _) = Wallet::create(&dir.path().join("vault"), &Password::new("bench".to_owned()), options).unwrap();
    let file = json!({"format": "idw-data", "version": 1, "documents": documents(), "attributes": attributes()});
    let options = ImportOptions {
        dry_run: false,
        on_conflict: OnConflict::Skip,
        from: "bench".to_owned(),
        metadata: Metadata::Keep,
    };
    wallet.import_data(&mut file.to_string().as_bytes(), &options).unwrap();
    assert_eq!(wallet.attributes().unwrap().len(), ATTRIBUTES);
    let asked = ["first-name", "last-name", "email", "nationality", "date-of-birth", "passport", "cv", "tax-id-number"];
    let schemas: Vec<String> = asked.iter().map(|name| schema(name)).collect();
    let site = json!({"website": {"name": "Shop"}, "rootEndpoint": "https://shop.example/lws", "did": true,
        "attributes": schemas});
    wallet.add_site(FoundSite::from_config(site.to_string().as_bytes()).unwrap(), None).unwrap();
    Full { wallet, _dir: dir }
});

fn schema(name: &str) -> String {
    format!("http://platform.selfkey.org/schema/attribute/{name}.json")
}

/// The smallest JPEGs that are some, no two alike.
fn documents() -> Vec<Value> {
    let document = |n: usize| {
        let mut bytes = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xFF\xFE\0\x06".to_vec();
        bytes.extend(u32::try_from(n).unwrap().to_be_bytes());
        // A frame of one grey pixel, tables of which each has one code, and a scan of these two codes.
        bytes.extend(b"\xFF\xDB\0\x43\0");
        bytes.extend([1; 64]);
        bytes.extend(b"\xFF\xC0\0\x0B\x08\0\x01\0\x01\x01\x01\x11\0");
        for class in [0x00, 0x10] {
            bytes.extend(b"\xFF\xC4\0\x14");
            bytes.extend([class, 1]);
            bytes.extend([0; 16]);
        }
        bytes.extend(b"\xFF\xDA\0\x08\x01\x01\0\0\x3F\0\x3F\xFF\xD9");
        json!({"id": n.to_string(), "name": format!("Scan {n}.jpg"), "content": BASE64_STANDARD.encode(bytes)})
    };
    (0..DOCUMENTS).map(document).collect()
}

/// A few values each of most attributes would be the common case; many of few are the harder one.
fn attributes() -> Vec<Value> {
    let file = |n: usize| json!({"mimeType": "image/jpeg", "size": 1, "content": (n % DOCUMENTS).to_string()});
    let attribute = |n: usize| {
        let (name, value) = match n % 20 {
            0 => ("first-name", json!(format!("Élodie {n}"))),
            1 => ("last-name", json!(format!("Example {n}"))),
            2 => ("email", json!(format!("ada{n}@mail.example"))),
            3 => ("nationality", json!({"country": "NZ", "denonym": format!("{n}")})),
            4 => (
                "passport",
                json!({"image": file(n), "selfie": {"image": file(n / 10)}, "issued": "2021-01-01",
                "expires": format!("{}-05-04", 2027 + n % 70)}),
            ),
            5 => ("cv", json!([file(n), file(n / 10)])),
            6..=9 => ("physical-address", json!({"address_line_1": format!("{n} High Street"), "city": "Exampleton"})),
            _ => ("tax-id-number", json!(format!("T-{n}"))),
        };
        json!({"schema": schema(name), "label": format!("label {n}"), "value": value})
    };
    (0..ATTRIBUTES).map(attribute).collect()
}
