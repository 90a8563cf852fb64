//! The catalogue as data, and what the crate makes of values and of others' schemas.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod attributes;
mod catalogue;
mod files;
mod foreign;
mod form;
mod matching;

use idw_identity::{AttributeType, Catalogue};
use serde_json::{Value, json};

fn builtin(name: &str) -> &'static AttributeType {
    Catalogue::builtin().find(name).unwrap_or_else(|| panic!("{name} is in the catalogue"))
}

fn picture(content: &str) -> Value {
    json!({"mimeType": "image/jpeg", "size": 48_000, "content": content})
}

fn pdf(content: &str) -> Value {
    json!({"mimeType": "application/pdf", "size": 120_000, "content": content})
}

fn recording(content: &str) -> Value {
    json!({"mimeType": "audio/ogg", "size": 90_000, "content": content})
}
