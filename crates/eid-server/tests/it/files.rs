//! What lies in the data folder of a service with SQLite.

use std::fs;
use std::path::Path;

use idw_autheid::{Asked, Files, Kind, Store as _};
use idw_eid_server::database::{Database, DatabaseError, StoreAt};

use crate::place::{Place, asked, kyc, new_request, second};

/// What people say, as it could stand in a file.
const CANARIES: [&[u8]; 6] = [
    b"canary-of-email@site.example",
    b"Canary of a title",
    b"Canary of an idempotent key",
    b"CANARY-P1234567",
    b"%PDF canary of a file",
    b"Ada's laptop",
];

fn found(folder: &Path, needle: &[u8]) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let with = files.filter(|file| {
        fs::read(file.path()).unwrap().windows(needle.len()).any(|part| part.eq_ignore_ascii_case(needle))
    });
    with.map(|file| file.file_name().into_string().unwrap()).collect()
}

#[tokio::test]
async fn nothing_that_people_say_stands_in_a_file() {
    let place = Place::new(StoreAt::Sqlite).await;
    let rp = place.rp("Sample Shop").await;
    place.device("canary-of-email@site.example", 'A').await;
    let asked = Asked {
        kind: Kind::Kyc { files: Files::Links },
        title: "Canary of a title".to_owned(),
        idempotent_key: "Canary of an idempotent key".to_owned(),
        ..asked("canary-of-email@site.example")
    };
    let request = place.create(new_request(&rp, asked, second(0))).await;
    place.db.decide(&request.id, kyc(b"%PDF canary of a file", None), second(5)).await.unwrap();
    let kept = place.read(&request.id).await.unwrap();
    assert_eq!(found(place.data(), b"Sample Shop"), ["autheid.sqlite3-wal"], "what is not sealed is found");
    for canary in CANARIES {
        assert!(found(place.data(), canary).is_empty(), "{}", String::from_utf8_lossy(canary));
    }
    place.db.sweep(kept.kept_until()).await.unwrap();
    assert_eq!(found(place.data(), b"Sample Shop"), ["autheid.sqlite3"]);
    for canary in CANARIES {
        assert!(found(place.data(), canary).is_empty(), "{}", String::from_utf8_lossy(canary));
    }
}

#[tokio::test]
async fn what_is_forgotten_is_written_over() {
    let place = Place::new(StoreAt::Sqlite).await;
    let rp = place.rp("Sample Shop").await;
    let request = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    place.db.decide(&request.id, kyc(&[7; 10_000], None), second(5)).await.unwrap();
    let file = place.data().join("autheid.sqlite3");
    let db = rusqlite::Connection::open(&file).unwrap();
    let sealed = |sql: &str| db.query_row(sql, [], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    let whole = [
        sealed("SELECT content FROM files"),
        sealed("SELECT verdict FROM requests"),
        sealed("SELECT asked FROM requests"),
    ];
    drop(db);
    let parts = whole.map(|sealed| sealed[sealed.len() - 40..].to_vec());
    for part in &parts {
        assert!(!found(place.data(), part).is_empty(), "it is there before");
    }
    let kept = place.read(&request.id).await.unwrap();
    place.db.sweep(kept.kept_until()).await.unwrap();
    for part in &parts {
        assert!(found(place.data(), part).is_empty());
    }
}

#[tokio::test]
async fn a_file_belongs_to_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("new").join("data");
    let _db = Database::open(&StoreAt::Sqlite, &data, second(0)).await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    let files: Vec<_> = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap()).collect();
    assert!(files.len() >= 2);
    for file in files {
        assert_eq!(mode(&file.path()), 0o600, "{:?}", file.file_name());
    }
}

#[tokio::test]
async fn a_database_opens_with_its_own_key_alone() {
    let place = Place::new(StoreAt::Sqlite).await;
    drop(place.db);
    let key = place.folder.path().join("seal.key");
    let own = fs::read(&key).unwrap();
    fs::remove_file(&key).unwrap();
    let open = async || Database::open(&StoreAt::Sqlite, place.folder.path(), second(0)).await.map(drop);
    assert!(matches!(open().await, Err(DatabaseError::SealKeyMissing(_))));
    assert!(!key.exists(), "a new key would open nothing");
    let other = Place::new(StoreAt::Sqlite).await;
    fs::copy(other.data().join("seal.key"), &key).unwrap();
    assert!(matches!(open().await, Err(DatabaseError::SealKeyWrong(_))));
    fs::write(&key, own).unwrap();
    open().await.unwrap();
}

#[tokio::test]
async fn tables_of_a_newer_program_are_left_alone() {
    let place = Place::new(StoreAt::Sqlite).await;
    let db = rusqlite::Connection::open(place.data().join("autheid.sqlite3")).unwrap();
    db.execute("UPDATE schema_version SET version = 2", []).unwrap();
    let opened = Database::open(&StoreAt::Sqlite, place.data(), second(0)).await.map(drop);
    assert!(matches!(opened, Err(DatabaseError::Newer { found: 2, known: 1 })), "{opened:?}");
}

#[tokio::test]
async fn of_several_who_open_a_new_database_one_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    let tasks: Vec<_> = (0..6)
        .map(|_| {
            let path = folder.path().to_owned();
            tokio::spawn(async move { Database::open(&StoreAt::Sqlite, &path, second(0)).await.unwrap() })
        })
        .collect();
    let mut ids = std::collections::BTreeSet::new();
    for task in tasks {
        ids.insert(task.await.unwrap().service().id.clone());
    }
    assert_eq!(ids.len(), 1);
}
