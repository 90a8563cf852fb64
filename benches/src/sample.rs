//! What is stored: attribute values as a wallet has them, about 400 bytes of JSON each, no two alike.

use fastrand::Rng;
use serde_json::json;

const STREETS: [&str; 8] =
    ["High Street", "Rua Nova", "Šolska ulica", "Bahnhofstraße", "Kōen-dōri", "Via Roma", "Calle Mayor", "Storgata"];
const CITIES: [&str; 8] =
    ["Exampleton", "Vila Exemplo", "Primerovo", "Musterstadt", "Reimachi", "Esempio", "Ejemplar", "Eksempel"];
const COUNTRIES: [&str; 8] = ["NZ", "PT", "SI", "DE", "JP", "IT", "ES", "NO"];

/// The value of a record, from its number and from how often it was written.
pub(crate) fn attribute(number: usize, version: usize) -> Vec<u8> {
    let mut random = Rng::with_seed((number as u64) << 32 | version as u64);
    let mut note = [0; 40];
    random.fill(&mut note);
    let place = random.usize(..STREETS.len());
    let value = json!({
        "schema": "http://platform.selfkey.org/schema/attribute/physical-address.json",
        "label": format!("Address {number}"),
        "value": {
            "address_line_1": format!("{} {}", random.u16(1..400), STREETS[place]),
            "address_line_2": format!("Flat {}", random.u8(..)),
            "city": CITIES[place],
            "postcode": format!("{:05}", random.u32(..100_000)),
            "country": COUNTRIES[place],
        },
        "provenance": {"kind": "entered", "at": format!("2026-{:02}-{:02}T{:02}:{:02}:00Z",
            random.u8(1..13), random.u8(1..29), random.u8(..24), random.u8(..60))},
        "note": hex::encode(note),
    });
    value.to_string().into_bytes()
}

/// A number below `below`, in an order that has none; the same for everyone who asks with the same `at`.
pub(crate) fn pick(at: usize, below: usize) -> usize {
    Rng::with_seed(at as u64).usize(..below)
}

/// The id of a record: as random as the vault's own, and the same in both stores.
pub(crate) fn id(number: usize) -> [u8; 16] {
    Rng::with_seed(!(number as u64)).u128(..).to_be_bytes()
}
