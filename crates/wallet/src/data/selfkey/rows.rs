//! The rows that are taken. A column of another type than it should have makes its row one that is refused, and no more.

use std::{
    collections::{BTreeSet, HashMap},
    path::Path,
};

use rusqlite::{Row, types::ValueRef};

use super::{SelfkeyError, database::Database, layout::Owner};
use crate::{DataError, TooMuch, plain::line, view::ProfileKind};

/// Most rows that one of the tables may have.
const MOST_ROWS: usize = 10_000;

/// The longest text that is read, in bytes. A value with files has their numbers only, and is short.
const MOST_TEXT_BYTES: u32 = 1 << 20;

/// How many bytes all values together may have.
const MOST_VALUES_BYTES: usize = 64 << 20;

/// The folder beside the database in which the keys are.
const KEYS: &str = "wallets";

/// Somebody whom the wallet describes.
pub(super) struct IdentityRow {
    pub(super) id: i64,
    pub(super) name: Option<String>,
    pub(super) kind: ProfileKind,
    /// Whether it is a member of a company, which the company's user described.
    pub(super) is_member: bool,
}

/// A value of an attribute.
pub(super) struct AttributeRow {
    pub(super) id: i64,
    pub(super) owner: i64,
    pub(super) label: Option<String>,
    /// The URL of its JSON Schema.
    pub(super) schema: Option<String>,
    /// What it is, as JSON; nothing where that is no text, or too long.
    pub(super) data: Option<String>,
}

/// A document without its bytes.
pub(super) struct DocumentRow {
    pub(super) id: i64,
    /// The id of the value that it is of.
    pub(super) attribute: i64,
    pub(super) name: String,
    pub(super) is_held_as_bytes: bool,
}

impl Database {
    pub(super) fn identities(&self) -> Result<Vec<IdentityRow>, DataError> {
        let sql = match (self.layout.owner, self.layout.has_parents) {
            (Owner::Identities, true) => format!("SELECT id, {}, type, parentId FROM identities", text("name")),
            (Owner::Identities, false) => format!("SELECT id, {}, type, NULL FROM identities", text("name")),
            (Owner::Wallets, _) => format!("SELECT id, {}, NULL, NULL FROM wallets", text("name")),
        };
        self.rows(&sql, TooMuch::Identities, |row| {
            let is_company = text_in(row, 2)?.is_some_and(|kind| kind == "corporate");
            let kind = if is_company { ProfileKind::Company } else { ProfileKind::Person };
            let (name, is_member) = (text_in(row, 1)?, number_in(row, 3)?.is_some());
            Ok(number_in(row, 0)?.map(|id| IdentityRow { id, name, kind, is_member }))
        })
    }

    pub(super) fn attributes(&self) -> Result<Vec<AttributeRow>, DataError> {
        let types = format!("SELECT id, {} FROM id_attribute_types", text("url"));
        let types = self.rows(&types, TooMuch::AttributeTypes, |row| Ok(number_in(row, 0)?.zip(text_in(row, 1)?)))?;
        let types: HashMap<i64, String> = types.into_iter().collect();
        let owner = match self.layout.owner {
            Owner::Identities => "identityId",
            Owner::Wallets => "walletId",
        };
        let (name, data) = (text("name"), text("data"));
        let sql = format!("SELECT id, {owner}, {name}, typeId, {data} FROM id_attributes");
        let mut bytes = 0;
        let mut rows = self.rows(&sql, TooMuch::Attributes, |row| {
            let data = text_in(row, 4)?;
            bytes += data.as_ref().map_or(0, String::len);
            let ids = number_in(row, 0)?.zip(number_in(row, 1)?);
            let schema = number_in(row, 3)?.and_then(|id| types.get(&id).cloned());
            let label = text_in(row, 2)?;
            Ok(ids
                .map(|(id, owner)| AttributeRow { id, owner, label, schema, data })
                .filter(|_| bytes <= MOST_VALUES_BYTES))
        })?;
        if bytes > MOST_VALUES_BYTES {
            return Err(DataError::TooMuch { limit: MOST_VALUES_BYTES, what: TooMuch::ValueBytes });
        }
        rows.sort_by_key(|row| row.id);
        Ok(rows)
    }

    pub(super) fn documents(&self) -> Result<Vec<DocumentRow>, DataError> {
        let sql = format!("SELECT id, attributeId, {}, typeof(buffer) = 'blob' FROM documents", text("name"));
        let mut rows = self.rows(&sql, TooMuch::Documents, |row| {
            let name = text_in(row, 2)?.unwrap_or_default();
            let is_held_as_bytes = number_in(row, 3)? == Some(1);
            let ids = number_in(row, 0)?.zip(number_in(row, 1)?);
            Ok(ids.map(|(id, attribute)| DocumentRow { id, attribute, name, is_held_as_bytes }))
        })?;
        rows.sort_by_key(|row| row.id);
        Ok(rows)
    }

    /// The files of keys that are there, below the folder that the database is in. No other folder is looked at, whatever the
    /// database says.
    pub(super) fn key_files(&self) -> Result<Vec<String>, DataError> {
        let Some(folder) = self.folder().filter(|_| self.layout.has_key_files) else { return Ok(Vec::new()) };
        let sql = format!("SELECT {} FROM wallets", text("keystoreFilePath"));
        let named = self.rows(&sql, TooMuch::Keys, |row| text_in(row, 0))?;
        let found: BTreeSet<String> = named.iter().filter_map(|path| key_file(folder, path)).collect();
        Ok(found.into_iter().collect())
    }

    /// Each row as `read` has it, but for those that it passes over.
    fn rows<T>(
        &self,
        sql: &str,
        what: TooMuch,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<Option<T>>,
    ) -> Result<Vec<T>, DataError> {
        let mut given = || -> Result<Option<Vec<T>>, rusqlite::Error> {
            let mut statement = self.connection.prepare(sql)?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            let mut seen = 0;
            while let Some(row) = rows.next()? {
                seen += 1;
                if seen > MOST_ROWS {
                    return Ok(None);
                }
                found.extend(read(row)?);
            }
            Ok(Some(found))
        };
        given().map_err(SelfkeyError::from)?.ok_or(DataError::TooMuch { limit: MOST_ROWS, what })
    }
}

/// A column as text; nothing where it is none, or longer than any.
fn text(column: &str) -> String {
    format!("CASE WHEN typeof({column}) = 'text' AND octet_length({column}) <= {MOST_TEXT_BYTES} THEN {column} END")
}

fn text_in(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<String>> {
    Ok(match row.get_ref(at)? {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().map(str::to_owned),
        _ => None,
    })
}

fn number_in(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<i64>> {
    Ok(match row.get_ref(at)? {
        ValueRef::Integer(number) => Some(number),
        _ => None,
    })
}

/// The file of a key, as it is called from the database's folder on. It is right in the folder of keys, or as earlier versions
/// had it in one named by the address.
fn key_file(folder: &Path, named: &str) -> Option<String> {
    let parts: Vec<&str> = named.split(['/', '\\']).filter(|part| !part.is_empty()).collect();
    let is_plain = |part: &&str| *part != "." && *part != ".." && !part.contains(':');
    [1, 2].into_iter().find_map(|len| {
        let last = parts.get(parts.len().checked_sub(len)?..)?;
        let path = last.iter().fold(folder.join(KEYS), |path, part| path.join(part));
        let is_there = last.iter().all(is_plain) && path.is_file();
        is_there.then(|| line(&format!("{KEYS}/{}", last.join("/"))))
    })
}
