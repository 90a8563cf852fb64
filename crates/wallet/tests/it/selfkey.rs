//! What a person has in the SelfKey wallet, read from its SQLite database. The databases are made here, with the tables as
//! that program has them.

use std::{fs, path::PathBuf};

use idw_wallet::{
    DataError, ImportOptions, Metadata, OnConflict, Problem, SelfkeyError, Wallet,
    view::{ImportOutcome, ImportReport, OriginView, ProfileKind, SelfkeyIdentity},
};
use rusqlite::{Connection, params};
use tempfile::TempDir;

use crate::{fixture, jpeg};

/// The tables since November 2019, with what nobody reads left out.
const TABLES: &str = "
    CREATE TABLE wallets (id integer not null primary key autoincrement, name varchar(255), address varchar(255) not null,
        keystoreFilePath varchar(255), profile varchar(255) not null default 'local', path varchar(255),
        createdAt integer not null, updatedAt integer);
    CREATE TABLE identities (id integer not null primary key autoincrement, walletId integer, parentId integer,
        rootIdentity boolean, profilePicture blob, type varchar(255), name varchar(255), did varchar(255),
        isSetupFinished boolean default '0', createdAt integer not null, updatedAt integer,
        positions varchar(255) not null default '[]', equity float not null default '0');
    CREATE TABLE id_attribute_types (id integer not null primary key autoincrement, url varchar(255) not null,
        defaultRepositoryId integer, content varchar(255) default '{}', expires integer, createdAt integer not null,
        updatedAt integer, env varchar(255));
    CREATE TABLE id_attributes (id integer not null primary key autoincrement, identityId integer not null,
        name varchar(255), typeId integer not null, data text not null default '{}', createdAt integer not null,
        updatedAt integer, env varchar(255));
    CREATE TABLE documents (id integer not null primary key autoincrement, name varchar(255) not null,
        mimeType varchar(255) not null, size integer not null, buffer blob not null, attributeId integer not null,
        createdAt integer not null, updatedAt integer, env varchar(255));
    INSERT INTO wallets (id, name, address, keystoreFilePath, createdAt) VALUES (1, 'main', '0xabc', '/old/place/0xabc', 0);
    INSERT INTO identities (id, walletId, rootIdentity, type, createdAt) VALUES (1, 1, 1, 'individual', 0);
";

struct Selfkey {
    folder: TempDir,
    connection: Connection,
}

fn selfkey(tables: &str) -> Selfkey {
    let folder = tempfile::tempdir().unwrap();
    let connection = Connection::open(folder.path().join("IdentityWalletStorage.sqlite")).unwrap();
    connection.execute_batch(tables).unwrap();
    Selfkey { folder, connection }
}

impl Selfkey {
    fn path(&self) -> PathBuf {
        self.folder.path().join("IdentityWalletStorage.sqlite")
    }

    fn run(&self, sql: &str) -> &Self {
        self.connection.execute_batch(sql).unwrap();
        self
    }

    /// Gives an identity a value; `data` is what stands for `value` in the JSON of its row.
    fn value(&self, identity: i64, attribute: &str, label: &str, data: &str) -> i64 {
        let url = format!("http://platform.selfkey.org/schema/attribute/{attribute}.json");
        let sql = "INSERT INTO id_attribute_types (url, createdAt) VALUES (?1, 0)";
        self.connection.execute(sql, [url]).unwrap();
        let ty = self.connection.last_insert_rowid();
        let sql = "INSERT INTO id_attributes (identityId, name, typeId, data, createdAt) VALUES (?1, ?2, ?3, ?4, 0)";
        self.connection.execute(sql, params![identity, label, ty, format!("{{\"value\":{data}}}")]).unwrap();
        self.connection.last_insert_rowid()
    }

    fn document(&self, id: i64, attribute: i64, name: &str, bytes: &[u8]) {
        let sql = "INSERT INTO documents (id, name, mimeType, size, buffer, attributeId, createdAt) \
                   VALUES (?1, ?2, 'image/jpeg', 0, ?3, ?4, 0)";
        self.connection.execute(sql, params![id, name, bytes, attribute]).unwrap();
    }
}

fn options(dry_run: bool, on_conflict: OnConflict) -> ImportOptions {
    let from = "IdentityWalletStorage.sqlite".to_owned();
    ImportOptions { dry_run, on_conflict, from, metadata: Metadata::Keep }
}

fn import(wallet: &Wallet, from: &Selfkey, identity: Option<&str>) -> ImportReport {
    let dry = wallet.import_selfkey(&from.path(), identity, &options(true, OnConflict::Skip)).unwrap();
    let done = wallet.import_selfkey(&from.path(), identity, &options(false, OnConflict::Skip)).unwrap();
    assert!(dry.dry_run && !done.dry_run);
    assert_eq!((&dry.attributes, &dry.documents), (&done.attributes, &done.documents), "a dry run tells what happens");
    done
}

fn outcomes(report: &ImportReport) -> Vec<(&str, ImportOutcome, &str)> {
    let reason = |reason: &'_ Option<String>| -> &'static str { Box::leak(reason.clone().unwrap_or_default().into()) };
    report.attributes.iter().map(|one| (one.name.as_str(), one.outcome, reason(&one.reason))).collect()
}

/// Nothing comes of the database, in a listing or an import; the wallet is as it was.
fn refused(from: &Selfkey, identity: Option<&str>, expected: fn(&DataError) -> bool) {
    let fixture = fixture();
    let entries = fixture.wallet.activity().unwrap().len();
    let error = fixture.wallet.import_selfkey(&from.path(), identity, &options(false, OnConflict::Skip)).unwrap_err();
    assert!(expected(&error), "{error:?}");
    assert_eq!(error.problem(), Problem::Usage);
    assert!(error.to_string().ends_with("nothing was imported"), "{error}");
    assert!(fixture.wallet.attributes().unwrap().is_empty() && fixture.wallet.documents().unwrap().is_empty());
    assert_eq!(fixture.wallet.activity().unwrap().len(), entries);
}

fn is(error: &DataError, expected: fn(&SelfkeyError) -> bool) -> bool {
    matches!(error, DataError::Selfkey(error) if expected(error))
}

#[test]
fn attributes_and_documents_of_a_person_come_over() {
    let from = selfkey(TABLES);
    from.value(1, "first-name", "First Name", "\"Ada\"");
    from.value(1, "last-name", "mine", "\"Example\"");
    from.value(1, "date-of-birth", "born", "\"1985-010-12\"");
    from.value(1, "physical-address", "home", r#"{"address_line_1": "1 High Street", "address_line_2": null}"#);
    let passport = r#"{"image": "$document-7", "issued": "2021-05-05", "expires": "2031-05-04",
        "selfie": {"image": "$document-8"}, "extra": []}"#;
    let passport = from.value(1, "passport", "blue", passport);
    from.document(7, passport, "../passport.png", &jpeg(1));
    from.document(8, passport, "me.jpg", &jpeg(2));

    let fixture = fixture();
    let before = fs::read(from.path()).unwrap();
    let report = import(&fixture.wallet, &from, None);
    assert!(report.attributes.iter().all(|one| one.outcome == ImportOutcome::Added), "{report:?}");
    let labels: Vec<_> = report.attributes.iter().map(|one| (one.name.as_str(), one.label.as_deref())).collect();
    let expected = [
        ("first-name", None),
        ("last-name", Some("mine")),
        ("date-of-birth", Some("born")),
        ("physical-address", Some("home")),
        ("passport", Some("blue")),
    ];
    assert_eq!(labels, expected, "a label that only names the attribute is none");
    let names: Vec<_> = report.documents.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["passport.jpg", "me.jpg"]);
    let held = fixture.wallet.attribute("passport").unwrap().remove(0);
    assert_eq!(held.documents.len(), 2);
    assert!(matches!(&held.origin, OriginView::Imported { from, .. } if from == "IdentityWalletStorage.sqlite"));
    assert_eq!(fixture.wallet.attribute("date-of-birth").unwrap()[0].value, "1985-10-12");
    let log = fixture.wallet.activity().unwrap();
    let expected = "Imported 5 attributes and 2 documents from the file “IdentityWalletStorage.sqlite”";
    assert_eq!(log.last().unwrap().text, expected);
    assert_eq!(fs::read(from.path()).unwrap(), before, "the database is not touched");

    let again = import(&fixture.wallet, &from, None);
    assert!(again.attributes.iter().all(|one| one.outcome == ImportOutcome::AlreadyThere), "{again:?}");
}

#[test]
fn what_cannot_be_taken_is_told_one_by_one_and_its_documents_stay() {
    let from = selfkey(TABLES);
    from.value(1, "email", "mail", "\"no address\"");
    from.value(1, "shoe-size", "feet", "44");
    from.value(1, "middle-name", "middle", "null");
    from.value(1, "company-name", "firm", "\"Example Ltd\"");
    let passport = from.value(1, "passport", "undated", r#"{"image": "$document-3"}"#);
    from.document(3, passport, "passport.jpg", &jpeg(1));
    from.value(1, "cv", "lost", r#"["$document-#ref{document0.id}"]"#);
    let cv = from.value(1, "cv", "page", r#"["$document-4"]"#);
    from.document(4, cv, "page.jpg", b"<html>");
    from.value(1, "first-name", "name", "\"Ada\"");
    from.run("INSERT INTO id_attributes (identityId, typeId, data, createdAt) VALUES (1, 1, '{broken', 0)");
    from.run("INSERT INTO id_attributes (identityId, typeId, data, createdAt) VALUES (1, 999, '{\"value\":1}', 0)");

    let fixture = fixture();
    let report = import(&fixture.wallet, &from, None);
    let found = outcomes(&report);
    let refused = |reason| ("", ImportOutcome::Refused, reason);
    let check = |at: usize, (_, outcome, reason): (&str, ImportOutcome, &str)| {
        assert_eq!(found[at].1, outcome, "{:?}", found[at]);
        assert!(found[at].2.contains(reason), "{:?} lacks {reason}", found[at]);
    };
    check(0, refused("email"));
    check(1, refused("this wallet does not know the attribute"));
    check(2, refused("it has no value"));
    check(3, refused("it does not describe a person"));
    check(4, refused(""));
    check(5, refused("a document that it refers to is not in the file"));
    check(6, refused("its document page.jpg: it is a web page"));
    check(7, ("", ImportOutcome::Added, ""));
    check(8, refused("its value is damaged"));
    check(9, refused("the SelfKey wallet does not say which attribute it is"));
    let documents: Vec<_> = report.documents.iter().map(|one| one.outcome).collect();
    assert_eq!(documents, [ImportOutcome::Added, ImportOutcome::Refused]);
    let kept = fixture.wallet.documents().unwrap();
    assert_eq!(kept.len(), 1, "the passport's page is there, so that the user can add the dates");
    assert_eq!(kept[0].name, "passport.jpg");
}

#[test]
fn several_values_with_one_label_are_all_taken() {
    let from = selfkey(TABLES);
    for email in ["ada@one.example", "ada@two.example", "ada@three.example", "ada@two.example"] {
        from.value(1, "email", "Email", &format!("\"{email}\""));
    }
    let fixture = fixture();
    let report = import(&fixture.wallet, &from, None);
    let labels: Vec<_> = report.attributes.iter().map(|one| (one.label.as_deref(), one.outcome)).collect();
    let added = ImportOutcome::Added;
    let expected =
        [(None, added), (Some("SelfKey"), added), (Some("SelfKey 2"), added), (None, ImportOutcome::AlreadyThere)];
    assert_eq!(labels, expected);
}

#[test]
fn a_conflict_with_what_the_wallet_holds_is_settled_as_asked() {
    let from = selfkey(TABLES);
    from.value(1, "email", "Email", "\"new@mail.example\"");
    let check = |on_conflict, expected: &[&str]| {
        let fixture = fixture();
        fixture.wallet.set_attribute(crate::text("email", "old@mail.example")).unwrap();
        fixture.wallet.import_selfkey(&from.path(), None, &options(false, on_conflict)).unwrap();
        let held = fixture.wallet.attribute("email").unwrap();
        assert_eq!(held.iter().map(|one| one.value.as_str().unwrap()).collect::<Vec<_>>(), expected);
    };
    check(OnConflict::Skip, &["old@mail.example"]);
    check(OnConflict::Replace, &["new@mail.example"]);
    check(OnConflict::KeepBoth, &["old@mail.example", "new@mail.example"]);
}

/// A person, another one, a company, and a member of that.
fn household() -> Selfkey {
    let from = selfkey(TABLES);
    from.run(
        "INSERT INTO identities (id, walletId, rootIdentity, parentId, type, name, createdAt) VALUES
            (2, 2, 1, NULL, 'individual', 'Grace Example', 0),
            (3, 1, 1, NULL, 'corporate', 'Example Ltd', 0),
            (4, 1, 0, 3, 'individual', 'Member Example', 0)",
    );
    from.value(1, "first-name", "First Name", "\"Ada\"");
    from.value(1, "last-name", "Last Name", "\"Example\"");
    from.value(2, "first-name", "First Name", "\"Grace\"");
    from.value(3, "company-name", "Company Name", "\"Example Ltd\"");
    from
}

#[test]
fn of_several_identities_one_is_chosen() {
    let from = household();
    let fixture = fixture();
    let contents = fixture.wallet.selfkey_contents(&from.path()).unwrap();
    let row = |one: &SelfkeyIdentity| (one.id.clone(), one.name.clone(), one.kind, one.fits, one.is_member);
    let (person, company) = (ProfileKind::Person, ProfileKind::Company);
    let expected = [
        ("1".to_owned(), "Ada Example".to_owned(), person, true, false),
        ("2".to_owned(), "Grace Example".to_owned(), person, true, false),
        ("3".to_owned(), "Example Ltd".to_owned(), company, false, false),
        ("4".to_owned(), "Member Example".to_owned(), person, true, true),
    ];
    assert_eq!(contents.identities.iter().map(row).collect::<Vec<_>>(), expected);
    assert_eq!(contents.identities[0].attributes, 2);
    assert_eq!(contents.chosen, None);
    refused(&from, None, |error| is(error, |error| matches!(error, SelfkeyError::SeveralFit)));
    refused(&from, Some("3"), |error| is(error, |error| matches!(error, SelfkeyError::OtherKind { .. })));
    refused(&from, Some("9"), |error| is(error, |error| matches!(error, SelfkeyError::IdentityNotFound { .. })));
    let report = import(&fixture.wallet, &from, Some("2"));
    assert_eq!(report.attributes.iter().map(|one| one.summary.as_str()).collect::<Vec<_>>(), ["Grace"]);
}

#[test]
fn the_only_one_who_fits_needs_no_choice() {
    let from = household();
    from.run("DELETE FROM identities WHERE id = 2");
    let fixture = fixture();
    assert_eq!(fixture.wallet.selfkey_contents(&from.path()).unwrap().chosen.as_deref(), Some("1"));
    assert_eq!(import(&fixture.wallet, &from, None).attributes.len(), 2);

    fixture.wallet.add_profile("firm", ProfileKind::Company).unwrap();
    let firm = fixture.wallet.in_profile("firm").unwrap();
    assert_eq!(firm.selfkey_contents(&from.path()).unwrap().chosen.as_deref(), Some("3"));
    assert_eq!(import(&firm, &from, None).attributes[0].summary, "Example Ltd");

    from.run("DELETE FROM identities WHERE type = 'individual'");
    refused(&from, None, |error| is(error, |error| matches!(error, SelfkeyError::NoneFits { kind: "a person" })));
}

#[test]
fn the_folder_does_as_well_and_key_files_are_named() {
    let from = selfkey(TABLES);
    let wallets = from.folder.path().join("wallets");
    fs::create_dir_all(wallets.join("0xdef")).unwrap();
    fs::write(wallets.join("0xabc"), "{}").unwrap();
    fs::write(wallets.join("0xdef/UTC--2018"), "{}").unwrap();
    fs::write(from.folder.path().join("other"), "{}").unwrap();
    from.run(
        r"INSERT INTO wallets (name, address, keystoreFilePath, createdAt) VALUES
            ('early', '0xdef', '0xdef\UTC--2018', 0), ('gone', '0x1', '/old/0x1', 0), ('ledger', '0x2', NULL, 0),
            ('up', '0x3', '../other', 0), ('up', '0x4', '..', 0), ('odd', '0x5', 77, 0)",
    );
    from.value(1, "first-name", "name", "\"Ada\"");
    let fixture = fixture();
    let contents = fixture.wallet.selfkey_contents(from.folder.path()).unwrap();
    assert_eq!(contents.key_files, ["wallets/0xabc", "wallets/0xdef/UTC--2018"]);
    let report = fixture.wallet.import_selfkey(from.folder.path(), None, &options(false, OnConflict::Skip)).unwrap();
    assert_eq!(report.attributes.len(), 1);
}

#[test]
fn a_database_from_before_there_were_identities_is_read() {
    let from = selfkey(
        "CREATE TABLE wallets (id integer primary key, name varchar(255), publicKey varchar(255), privateKey varchar(255));
         CREATE TABLE id_attribute_types (id integer primary key, url varchar(255));
         CREATE TABLE id_attributes (id integer primary key, walletId integer, name varchar(255), typeId integer, data text);
         CREATE TABLE documents (id integer primary key, name varchar(255), mimeType varchar(255), size integer,
            buffer blob, attributeId integer);
         INSERT INTO wallets VALUES (5, 'main', '0xabc', 'SECRET-CANARY');
         INSERT INTO id_attribute_types VALUES (1, 'http://platform.selfkey.org/schema/attribute/first-name.json');
         INSERT INTO id_attributes VALUES (1, 5, 'first name', 1, '{\"value\": \"Ada\"}');",
    );
    let fixture = fixture();
    let contents = fixture.wallet.selfkey_contents(&from.path()).unwrap();
    assert_eq!((contents.identities[0].name.as_str(), contents.chosen.as_deref()), ("main", Some("5")));
    assert_eq!(import(&fixture.wallet, &from, None).attributes[0].outcome, ImportOutcome::Added);
}

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
    let document = "its document document: its content is not in the database";
    let expected = [(refused, document), (ImportOutcome::Added, ""), (refused, "its value is no text, or too long")];
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
    assert!(found[0].ends_with("it is larger than 50000000 bytes"), "{found:?}");
    assert_eq!(found[1], "its value is no text, or too long");

    from.run(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 10000)
        INSERT INTO id_attributes (identityId, typeId, data, createdAt) SELECT 1, 1, '{}', 0 FROM n",
    );
    refused(&from, None, |error| matches!(error, DataError::TooMuch { limit: 10_000, what: "attributes" }));
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
    assert!(fs::metadata(from.folder.path().join("IdentityWalletStorage.sqlite-wal")).unwrap().len() > 0);
    refused(&from, None, in_use);

    let Selfkey { folder, connection } = from;
    connection.close().unwrap();
    let from = Selfkey { folder, connection: Connection::open_in_memory().unwrap() };
    assert_eq!(import(&fixture().wallet, &from, None).attributes.len(), 1, "closed, it is read");
    fs::write(from.folder.path().join("IdentityWalletStorage.sqlite-journal"), "a crash").unwrap();
    refused(&from, None, in_use);
}
