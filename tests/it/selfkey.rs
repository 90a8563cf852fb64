//! What a person has in the SelfKey wallet, imported on the command line.

use std::fs;

use idw_journeys::{Home, Sample};
use rusqlite::{Connection, params};
use serde_json::json;

const DATABASE: &str = "IdentityWalletStorage.sqlite";

/// A database of Ada and of somebody else, in a folder with one key.
fn database(home: &Home) -> String {
    let path = home.write_outside(DATABASE, b"");
    let folder = path.parent().expect("the file is in a folder").to_owned();
    fs::create_dir_all(folder.join("wallets")).expect("a folder");
    fs::write(folder.join("wallets/0xabc"), "{}").expect("a file");
    let database = Connection::open(&path).expect("a database");
    let base = "http://platform.selfkey.org/schema/attribute";
    database
        .execute_batch(&format!(
            r#"CREATE TABLE wallets (id integer primary key, name text, address text, keystoreFilePath text);
            CREATE TABLE identities (id integer primary key, walletId integer, parentId integer, type text, name text);
            CREATE TABLE id_attribute_types (id integer primary key, url text);
            CREATE TABLE id_attributes (id integer primary key, identityId integer, name text, typeId integer, data text);
            CREATE TABLE documents (id integer primary key, name text, mimeType text, size integer, buffer blob,
                attributeId integer);
            INSERT INTO wallets VALUES (1, 'main', '0xabc', '/home/ada/wallets/0xabc');
            INSERT INTO identities VALUES (1, 1, NULL, 'individual', 'Ada Example'), (2, 1, NULL, 'individual', 'Grace');
            INSERT INTO id_attribute_types VALUES (1, '{base}/first-name.json'), (2, '{base}/cv.json'),
                (3, '{base}/shoe-size.json');
            INSERT INTO id_attributes VALUES (1, 1, 'First Name', 1, '{{"value": "Ada"}}'),
                (2, 1, 'long', 2, '{{"value": ["$document-5"]}}'), (3, 1, 'feet', 3, '{{"value": 44}}'),
                (4, 2, 'First Name', 1, '{{"value": "Grace"}}');"#
        ))
        .expect("tables");
    let cv = fs::read(Sample::named("utility-bill.pdf").path).expect("a sample");
    let row = "INSERT INTO documents VALUES (5, 'cv.pdf', 'application/pdf', 1, ?1, 2)";
    database.execute(row, params![cv]).expect("a document");
    path.display().to_string()
}

#[test]
fn what_is_in_the_selfkey_wallet_comes_into_this_one() {
    let home = Home::with_vault();
    let path = database(&home);
    let import = |more: &[&str]| {
        [&["attribute", "import", &path], more].concat().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };

    let several = home.run(import(&[])).must_fail(2);
    assert!(several.contains("Several identities in the SelfKey wallet fit this profile"), "{several}");
    assert!(several.contains("Use --identity ID"), "{several}");
    assert!(several.contains("Ada Example") && several.contains("3 values, 1 document"), "{several}");

    let dry = home.ok(import(&["--identity", "1", "--dry-run"]));
    assert_eq!((&dry["dryRun"], &dry["keyFiles"]), (&json!(true), &json!(["wallets/0xabc"])));
    assert_eq!(home.ok(["attribute", "list"]), json!([]));
    let done = home.ok(import(&["--identity", "1"]));
    let outcomes: Vec<_> = done["attributes"].as_array().expect("a list").iter().map(|one| &one["outcome"]).collect();
    assert_eq!(outcomes, ["added", "added", "refused"]);
    assert_eq!(done["documents"][0]["name"], "cv.pdf");
    assert_eq!(home.ok(["attribute", "show", "first-name"])[0]["value"], "Ada");
    let cv = home.ok(["attribute", "show", "cv"]);
    assert!(cv[0]["provenance"].as_str().expect("a sentence").contains(&format!("the file “{DATABASE}”")), "{cv}");
}

#[test]
fn the_folder_and_a_database_in_use_are_told_apart() {
    let home = Home::with_vault();
    let path = database(&home);
    let folder = std::path::Path::new(&path).parent().expect("a folder").display().to_string();
    let done = home.ok(["attribute", "import", &folder, "--identity", "2"]);
    assert_eq!(done["attributes"][0]["summary"], "Grace");
    fs::write(format!("{path}-wal"), "not written back yet").expect("a file");
    let in_use = home.fails(2, ["attribute", "import", &path, "--identity", "1"]);
    assert!(in_use.contains("The SelfKey wallet is running, or was not closed properly"), "{in_use}");
    let json = home.write_outside("data.json", b"{}").display().to_string();
    let other = home.fails(2, ["attribute", "import", &json, "--identity", "1"]);
    assert!(other.contains("--identity is only for the SelfKey wallet."), "{other}");
}
