//! How values stand in columns.

use idw_keys::Address;
use jiff::Timestamp;
use rusqlite::Row;
use rusqlite::types::Type;
use serde_json::{Value, json};

use crate::config::Requirement;
use crate::store::{Attribute, StoreError};

/// The stored form of requirements: a JSON array, as a configuration has them.
pub(super) fn requirements_to_text(requirements: &[Requirement]) -> String {
    let record = |asked: &Requirement| json!({"id": asked.id, "schemaId": asked.schema, "label": asked.label, "required": asked.required});
    Value::Array(requirements.iter().map(record).collect()).to_string()
}

pub(super) fn requirements(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<Requirement>> {
    let text: Option<String> = row.get(column)?;
    let Some(text) = text else { return Ok(Vec::new()) };
    let records: Vec<Value> = serde_json::from_str(&text).map_err(|error| unreadable(column, error))?;
    let read = records.iter().map(|record| Requirement::read(record, true)).collect::<Option<_>>();
    read.ok_or_else(|| unreadable(column, "not a requirement"))
}

pub(super) fn address(row: &Row<'_>, column: usize) -> rusqlite::Result<Address> {
    row.get::<_, String>(column)?.parse().map_err(|_| unreadable(column, "not an address"))
}

pub(super) fn timestamp(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    row.get::<_, String>(column)?.parse().map_err(|error: jiff::Error| unreadable(column, error))
}

/// The stored form of attributes: a JSON array, spelt out here so that no wire type decides it.
pub(super) fn attributes_to_text(attributes: &[Attribute]) -> String {
    let record = |attribute: &Attribute| {
        json!({
            "id": attribute.id,
            "schema": attribute.schema,
            "value": attribute.value,
            "requested": attribute.requested,
        })
    };
    Value::Array(attributes.iter().map(record).collect()).to_string()
}

pub(super) fn attributes(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<Attribute>> {
    let text: String = row.get(column)?;
    let records: Vec<Value> = serde_json::from_str(&text).map_err(|error| unreadable(column, error))?;
    let read = |record: Value| {
        Some(Attribute {
            id: record.get("id")?.as_str().map(str::to_owned),
            schema: record.get("schema")?.as_str()?.to_owned(),
            value: record.get("value")?.clone(),
            requested: record.get("requested")?.as_bool()?,
        })
    };
    records.into_iter().map(read).collect::<Option<_>>().ok_or_else(|| unreadable(column, "not an attribute"))
}

pub(super) fn unreadable(column: usize, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
}

pub(super) fn failed<E: Into<Box<dyn std::error::Error + Send + Sync>>>(
    doing: &'static str,
) -> impl FnOnce(E) -> StoreError {
    move |source| StoreError { doing, source: source.into() }
}
