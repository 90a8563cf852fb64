//! Databases that are none of the SelfKey wallet, are broken, or were made to do harm.

use std::fs;

use idw_wallet::{DataError, OnConflict, SelfkeyError, TooMuch, view::ImportOutcome};
use rusqlite::Connection;

use crate::{
    fixture, jpeg,
    selfkey::{Selfkey, TABLES, import, is, options, outcomes, refused, selfkey},
};

#[test]
fn what_is_no_such_database_is_refused() {
    let other = |error: &DataError| is(error, |error| matches!(error, SelfkeyError::Other));
    for bytes in [&b""[..], b"SQLite format 3", b"{\"format\": \"idw-data\"}"] {
        let from = selfkey("");
        fs::write(from.path(), bytes).unwrap();
        refused(&from, None, other);
    }
    refused(&selfkey("CREATE TABLE songs (id integer primary key, title text)"), None, other);
    refused(&selfkey("CREATE TABLE id_attributes (id integer primary key, identityId integer)"), None, other);
    let missing = selfkey("CREATE TABLE x (y)");
    fs::remove_file(missing.path()).unwrap();
    refused(&missing, None, |error| is(error, |error| matches!(error, SelfkeyError::Open(_))));
}

#[test]
fn a_database_of_2018_has_to_be_renewed_first() {
    let old = |error: &DataError| is(error, |error| matches!(error, SelfkeyError::Old));
    let tables = "CREATE TABLE wallets (id integer primary key, name text, keystoreFilePath text);
        CREATE TABLE documents (id integer primary key, name text, mimeType text, size integer, buffer blob);
        CREATE TABLE id_attribute_types (key text primary key, category text);";
    let first =
        "CREATE TABLE id_attributes (id integer primary key, walletId integer, idAttributeType text, items text)";
    let second = "CREATE TABLE id_attributes (id integer primary key, walletId integer, type text, data text)";
    for attributes in [first, second] {
        refused(&selfkey(&format!("{tables}{attributes}")), None, old);
    }
}

#[test]
fn a_view_or_a_table_that_a_program_makes_is_no_table() {
    let other = |error: &DataError| is(error, |error| matches!(error, SelfkeyError::Other));
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i AS id, 'a' AS name, i AS attributeId, x'00' AS buffer FROM n";
    let from = selfkey(TABLES);
    from.run(&format!("DROP TABLE documents; CREATE VIEW documents AS {endless}"));
    refused(&from, None, other);
    let from = selfkey(TABLES);
    from.run("DROP TABLE documents; CREATE VIRTUAL TABLE documents USING fts5(id, name, attributeId, buffer)");
    refused(&from, None, other);
    let from = selfkey(TABLES);
    from.run(
        "DROP TABLE documents; CREATE TABLE documents (id integer primary key, name text, attributeId integer,
            buffer blob GENERATED ALWAYS AS (zeroblob(1000000000)) VIRTUAL)",
    );
    refused(&from, None, other);
}

#[test]
fn columns_of_other_types_refuse_their_rows_only() {
    let from = selfkey(TABLES);
    let cv = from.value(1, "cv", "cv", r#"["$document-1", "$document-2"]"#);
    from.document(2, cv, "good.jpg", &jpeg(1));
    from.run(&format!(
        "INSERT INTO documents (id, name, mimeType, size, buffer, attributeId, createdAt) VALUES
            (1, x'ff', 5, 'many', 'text and no bytes', {cv}, 0), (3, 'none.jpg', '', 0, 7.5, 'nobody', 0)"
    ));
    from.value(1, "first-name", "name", "\"Ada\"");
    from.run(
        "INSERT INTO id_attributes (identityId, name, typeId, data, createdAt) VALUES (1, x'00ff', 2, x'7b7d', 0)",
    );
    from.run("INSERT INTO id_attributes (identityId, name, typeId, data, createdAt) VALUES ('one', 'a', 2, '{}', 0)");
    from.run("INSERT INTO identities (id, type, name, parentId, createdAt) VALUES (7, 7, x'01', 'x', 0)");
    from.run("UPDATE identities SET type = 'corporate' WHERE id = 7");
    let fixture = fixture();
    let report = import(&fixture.wallet, &from, None);
    let found: Vec<_> = outcomes(&report).into_iter().map(|(_, outcome, reason)| (outcome, reason)).collect();
    let refused = ImportOutcome::Refused;
    let document =
        "Its document “document” cannot be imported. The database does not have the content of this document.";
    let expected =
        [(refused, document), (ImportOutcome::Added, ""), (refused, "The value is not text or is too long.")];
    assert_eq!(found, expected);
}

#[test]
fn nothing_large_is_taken_into_memory() {
    let from = selfkey(TABLES);
    let cv = from.value(1, "cv", "cv", r#"["$document-1"]"#);
    from.run(&format!(
        "INSERT INTO documents (id, name, mimeType, size, buffer, attributeId, createdAt)
            VALUES (1, 'huge.jpg', '', 1, zeroblob(60000000), {cv}, 0)"
    ));
    let letter = from.value(1, "first-name", "name", &format!("\"{}\"", "a".repeat(3_000_000)));
    from.run(&format!("UPDATE id_attributes SET name = data WHERE id = {letter}"));
    let fixture = fixture();
    let report = import(&fixture.wallet, &from, None);
    let found: Vec<_> = outcomes(&report).into_iter().map(|(_, _, reason)| reason.to_owned()).collect();
    assert!(found[0].ends_with("The file is larger than 50 MB."), "{found:?}");
    assert_eq!(found[1], "The value is not text or is too long.");

    from.run(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 10000)
        INSERT INTO id_attributes (identityId, typeId, data, createdAt) SELECT 1, 1, '{}', 0 FROM n",
    );
    refused(&from, None, |error| matches!(error, DataError::TooMuch { limit: 10_000, what: TooMuch::Attributes }));
}

#[test]
fn a_database_that_is_cut_short_or_damaged_is_refused() {
    let damaged = |error: &DataError| is(error, |error| matches!(error, SelfkeyError::Damaged | SelfkeyError::Other));
    let from = selfkey(TABLES);
    let cv = from.value(1, "cv", "cv", r#"["$document-1"]"#);
    from.document(1, cv, "cv.jpg", &jpeg(1));
    let whole = fs::read(from.path()).unwrap();
    for len in [17, 100, 4096, whole.len() / 2, whole.len() - 1] {
        fs::write(from.path(), &whole[..len]).unwrap();
        refused(&from, None, damaged);
    }
    // Every page in turn, behind the first, which has the schema.
    let wallet = fixture().wallet;
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..][..64].fill(0xFF);
        fs::write(from.path(), &bytes).unwrap();
        let report = wallet.import_selfkey(&from.path(), None, &options(true, OnConflict::Skip));
        if let Ok(report) = report {
            assert!(report.dry_run, "a document may be refused, and no more");
        }
    }
}

#[test]
fn a_database_that_is_open_or_was_left_open_is_refused() {
    let in_use = |error: &DataError| is(error, |error| matches!(error, SelfkeyError::InUse));
    let from = selfkey(TABLES);
    from.run("PRAGMA journal_mode = wal");
    from.value(1, "first-name", "name", "\"Ada\"");
    assert!(fs::metadata(from.folder().join("IdentityWalletStorage.sqlite-wal")).unwrap().len() > 0);
    refused(&from, None, in_use);

    let Selfkey { kept, connection } = from;
    connection.close().unwrap();
    let from = Selfkey { kept, connection: Connection::open_in_memory().unwrap() };
    assert_eq!(import(&fixture().wallet, &from, None).attributes.len(), 1, "closed, it is read");
    fs::write(from.folder().join("IdentityWalletStorage.sqlite-journal"), "a crash").unwrap();
    refused(&from, None, in_use);
}
