//! Matching and listing with 10,000 held values, and what a cold start pays.

use divan::Bencher;
use idw_identity::{Catalogue, Held, RequiredBy, Requirement, SchemaUrl, match_requirements, summary};
use jiff::civil::date;
use serde_json::{Value, json};

const HELD: usize = 10_000;

fn main() {
    divan::main();
}

/// A site's requirements, twenty of them, against all that is held.
#[divan::bench]
fn matching_10_000(bencher: Bencher<'_, '_>) {
    let values = values();
    let held: Vec<_> =
        values.iter().enumerate().map(|(key, (schema, value))| Held::new(key, schema.clone(), value)).collect();
    let requirements: Vec<_> = Catalogue::builtin()
        .all()
        .take(20)
        .map(|ty| Requirement::new(None, ty.url().clone(), None, None, RequiredBy::SiteConfig))
        .collect();
    let today = date(2026, 6, 1);
    bencher.bench(|| match_requirements(&requirements, &held, Catalogue::builtin(), today));
}

/// A line for each held value.
#[divan::bench]
fn listing_10_000(bencher: Bencher<'_, '_>) {
    let values = values();
    let catalogue = Catalogue::builtin();
    bencher.bench(|| {
        let line = |(schema, value)| Some(summary(catalogue.by_url(schema)?, value));
        values.iter().map(|(schema, value)| line((schema, value))).collect::<Vec<_>>()
    });
}

/// Reading the names that 10,000 records hold.
#[divan::bench]
fn parsing_10_000_urls(bencher: Bencher<'_, '_>) {
    let texts: Vec<_> = values().into_iter().map(|(schema, _)| schema.to_string()).collect();
    bencher.bench(|| texts.iter().map(|text| SchemaUrl::parse(text)).collect::<Vec<_>>());
}

/// What the first check of one value costs: reading and compiling its schema.
#[divan::bench]
fn compiling_the_passport_schema(bencher: Bencher<'_, '_>) {
    let passport = Catalogue::builtin().find("passport").map(|ty| ty.schema().clone()).unwrap_or_default();
    bencher.with_inputs(|| passport.clone()).bench_values(|schema| {
        let url = SchemaUrl::parse("https://rp.example/passport.json").map_err(|error| error.to_string())?;
        let absolute = absolute(schema);
        idw_identity::AttributeType::from_schema(url, absolute).map_err(|error| error.to_string())
    });
}

/// The schema with its references spelt in full, so that it can stand at another address.
fn absolute(schema: Value) -> Value {
    match schema {
        Value::Object(map) => map
            .into_iter()
            .map(|(key, part)| match (key.as_str(), part) {
                ("$ref", Value::String(path)) => {
                    (key, Value::from(format!("http://platform.selfkey.org/schema/attribute/{path}")))
                }
                (_, part) => (key, absolute(part)),
            })
            .collect(),
        Value::Array(list) => list.into_iter().map(absolute).collect(),
        other => other,
    }
}

/// Values of the kinds people hold, with the schema each belongs to.
fn values() -> Vec<(SchemaUrl, Value)> {
    let picture = json!({"mimeType": "image/jpeg", "size": 48_000, "content": "0123456789abcdef"});
    let kinds = [
        ("first-name", json!("Ada")),
        ("email", json!("ada@mail.example")),
        ("date-of-birth", json!("1985-04-12")),
        ("nationality", json!({"country": "KE"})),
        ("physical-address", json!({"address_line_1": "1 High Street", "city": "Nairobi", "postalcode": "00100"})),
        (
            "passport",
            json!({"image": picture, "issued": "2021-05-04", "expires": "2031-05-04", "selfie": {"image": picture}, "extra": [picture]}),
        ),
        ("utility-bill", json!({"images": [picture, picture], "issued": "2026-01-31"})),
        ("phone-number", json!("555-123-4567")),
    ];
    let schema = |name| Catalogue::builtin().find(name).map(|ty| ty.url().clone());
    let kinds: Vec<_> = kinds.into_iter().filter_map(|(name, value)| Some((schema(name)?, value))).collect();
    kinds.into_iter().cycle().take(HELD).collect()
}
