//! In which form the tables are. The SelfKey wallet changed it from version to version.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension as _};

use super::SelfkeyError;

/// The tables that are read.
const TABLES: [&str; 5] = ["id_attributes", "id_attribute_types", "documents", "wallets", "identities"];

/// To whom attributes belong.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// To identities, of which a wallet has several. So since August 2019.
    Identities,
    /// To wallets, which are persons. So since November 2018.
    Wallets,
}

/// What the database has.
pub(super) struct Layout {
    pub(super) owner: Owner,
    /// Whether identities have parents: the companies that they are members of.
    pub(super) has_parents: bool,
    /// Whether wallets say which file their key is in.
    pub(super) has_key_files: bool,
}

/// Finds out the form, and that the tables are whole. What is named like one of them but is a view or made by a program is none.
pub(super) fn layout(connection: &Connection) -> Result<Layout, SelfkeyError> {
    let [attributes, types, documents, wallets, identities] = TABLES.map(|table| columns(connection, table));
    let (attributes, types, documents) = (attributes?, types?, documents?);
    let (wallets, identities) = (wallets?, identities?);
    let has = |columns: &HashSet<String>, names: &[&str]| names.iter().all(|name| columns.contains(*name));
    let has_key_files = has(&wallets, &["id", "keystoreFilePath"]);
    let is_old = has(&attributes, &["walletId"]) && !attributes.contains("typeId");
    if is_old && (has(&attributes, &["type", "data"]) || has(&attributes, &["idAttributeType", "items"])) {
        return Err(SelfkeyError::Old);
    }
    let is_whole = has(&attributes, &["id", "typeId", "name", "data"])
        && has(&types, &["id", "url"])
        && has(&documents, &["id", "attributeId", "name", "buffer"]);
    let owner = if attributes.contains("identityId") && has(&identities, &["id", "type", "name"]) {
        Owner::Identities
    } else if attributes.contains("walletId") && has(&wallets, &["id", "name"]) {
        Owner::Wallets
    } else {
        return Err(SelfkeyError::Other);
    };
    if !is_whole {
        return Err(SelfkeyError::Other);
    }
    Ok(Layout { owner, has_parents: identities.contains("parentId"), has_key_files })
}

/// The columns of a table; none where there is no such table. Damage to it is found here.
fn columns(connection: &Connection, table: &str) -> Result<HashSet<String>, SelfkeyError> {
    let is_there = "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    let root: Option<i64> = connection.query_row(is_there, [table], |row| row.get(0)).optional()?;
    if root.is_none_or(|page| page == 0) {
        return Ok(HashSet::new());
    }
    let sound: String = connection.query_row(&format!("PRAGMA main.quick_check({table})"), [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(SelfkeyError::Damaged);
    }
    let mut statement = connection.prepare(&format!("PRAGMA main.table_info({table})"))?;
    let names = statement.query_map([], |row| row.get::<_, String>("name"))?;
    Ok(names.collect::<Result<_, _>>()?)
}
