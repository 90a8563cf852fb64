//! What a person has in the SelfKey wallet, read from its SQLite database. The databases are made here, with the tables as
//! that program has them.

use std::{fs, path::PathBuf};

use idw_wallet::{
    DataError, ImportOptions, Metadata, OnConflict, Problem, SELFKEY_DATABASE, SelfkeyError, Wallet,
    view::{ImportOutcome, ImportReport, OriginView, ProfileKind, SelfkeyIdentity},
};
use rusqlite::{Connection, params};
use tempfile::TempDir;

use crate::{fixture, jpeg, said, said_if_any};

/// A name that an address has to escape.
const FOLDER: &str = "SelfKey Identity Wallet 50%41 #1";

/// The tables since November 2019, with what nobody reads left out.
pub(crate) const TABLES: &str = "
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

pub(crate) struct Selfkey {
    pub(crate) kept: TempDir,
    pub(crate) connection: Connection,
}

pub(crate) fn selfkey(tables: &str) -> Selfkey {
    let kept = tempfile::tempdir().unwrap();
    fs::create_dir(kept.path().join(FOLDER)).unwrap();
    let connection = Connection::open(kept.path().join(FOLDER).join(SELFKEY_DATABASE)).unwrap();
    connection.execute_batch(tables).unwrap();
    Selfkey { kept, connection }
}

impl Selfkey {
    pub(crate) fn folder(&self) -> PathBuf {
        self.kept.path().join(FOLDER)
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder().join(SELFKEY_DATABASE)
    }

    pub(crate) fn run(&self, sql: &str) -> &Self {
        self.connection.execute_batch(sql).unwrap();
        self
    }

    /// Gives an identity a value; `data` is what stands for `value` in the JSON of its row.
    pub(crate) fn value(&self, identity: i64, attribute: &str, label: &str, data: &str) -> i64 {
        let url = format!("http://platform.selfkey.org/schema/attribute/{attribute}.json");
        let sql = "INSERT INTO id_attribute_types (url, createdAt) VALUES (?1, 0)";
        self.connection.execute(sql, [url]).unwrap();
        let ty = self.connection.last_insert_rowid();
        let sql = "INSERT INTO id_attributes (identityId, name, typeId, data, createdAt) VALUES (?1, ?2, ?3, ?4, 0)";
        self.connection.execute(sql, params![identity, label, ty, format!("{{\"value\":{data}}}")]).unwrap();
        self.connection.last_insert_rowid()
    }

    pub(crate) fn document(&self, id: i64, attribute: i64, name: &str, bytes: &[u8]) {
        let sql = "INSERT INTO documents (id, name, mimeType, size, buffer, attributeId, createdAt) \
                   VALUES (?1, ?2, 'image/jpeg', 0, ?3, ?4, 0)";
        self.connection.execute(sql, params![id, name, bytes, attribute]).unwrap();
    }
}

pub(crate) fn options(dry_run: bool, on_conflict: OnConflict) -> ImportOptions {
    let from = "IdentityWalletStorage.sqlite".to_owned();
    ImportOptions { dry_run, on_conflict, from, metadata: Metadata::Keep }
}

pub(crate) fn import(wallet: &Wallet, from: &Selfkey, identity: Option<&str>) -> ImportReport {
    let dry = wallet.import_selfkey(&from.path(), identity, &options(true, OnConflict::Skip)).unwrap();
    let done = wallet.import_selfkey(&from.path(), identity, &options(false, OnConflict::Skip)).unwrap();
    assert!(dry.dry_run && !done.dry_run);
    assert_eq!((&dry.attributes, &dry.documents), (&done.attributes, &done.documents), "a dry run tells what happens");
    done
}

pub(crate) fn outcomes(report: &ImportReport) -> Vec<(&str, ImportOutcome, &str)> {
    report.attributes.iter().map(|one| (one.name.as_str(), one.outcome, said_if_any(&one.reason))).collect()
}

/// Nothing comes of the database, in a listing or an import; the wallet is as it was.
pub(crate) fn refused(from: &Selfkey, identity: Option<&str>, expected: fn(&DataError) -> bool) {
    let fixture = fixture();
    let entries = fixture.wallet.activity().unwrap().len();
    let error = fixture.wallet.import_selfkey(&from.path(), identity, &options(false, OnConflict::Skip)).unwrap_err();
    assert!(expected(&error), "{error:?}");
    assert_eq!(error.problem(), Problem::Usage);
    assert!(crate::explained(&error).contains("Nothing was imported."), "{error}");
    assert!(fixture.wallet.attributes().unwrap().is_empty() && fixture.wallet.documents().unwrap().is_empty());
    assert_eq!(fixture.wallet.activity().unwrap().len(), entries);
}

pub(crate) fn is(error: &DataError, expected: fn(&SelfkeyError) -> bool) -> bool {
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
    assert_eq!(said(&log.last().unwrap().text), expected);
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
    check(1, refused("The wallet does not know this attribute."));
    check(2, refused("It has no value."));
    check(3, refused("This attribute does not apply to a person."));
    check(4, refused(""));
    check(5, refused("A document of this value is missing from the file."));
    check(6, refused("Its document “page.jpg” cannot be imported. This is a web page"));
    check(7, ("", ImportOutcome::Added, ""));
    check(8, refused("The value is damaged."));
    check(9, refused("The SelfKey wallet does not say which attribute this is."));
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
    refused(&from, None, |error| {
        is(error, |error| matches!(error, SelfkeyError::NoneFits { kind: ProfileKind::Person }))
    });
}

#[test]
fn the_folder_does_as_well_and_key_files_are_named() {
    let from = selfkey(TABLES);
    let wallets = from.folder().join("wallets");
    fs::create_dir_all(wallets.join("0xdef")).unwrap();
    fs::write(wallets.join("0xabc"), "{}").unwrap();
    fs::write(wallets.join("0xdef/UTC--2018"), "{}").unwrap();
    fs::write(from.folder().join("other"), "{}").unwrap();
    from.run(
        r"INSERT INTO wallets (name, address, keystoreFilePath, createdAt) VALUES
            ('early', '0xdef', '0xdef\UTC--2018', 0), ('gone', '0x1', '/old/0x1', 0), ('ledger', '0x2', NULL, 0),
            ('up', '0x3', '../other', 0), ('up', '0x4', '..', 0), ('odd', '0x5', 77, 0)",
    );
    from.value(1, "first-name", "name", "\"Ada\"");
    let fixture = fixture();
    let contents = fixture.wallet.selfkey_contents(&from.folder()).unwrap();
    assert_eq!(contents.key_files, ["wallets/0xabc", "wallets/0xdef/UTC--2018"]);
    let report = fixture.wallet.import_selfkey(&from.folder(), None, &options(false, OnConflict::Skip)).unwrap();
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
