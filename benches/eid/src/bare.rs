//! The least that a server of the same exchanges can be: axum, SQLite, a durable commit for what is created and one for what is
//! answered. It knows nobody and checks nothing.

use std::io::Write as _;
use std::sync::{Arc, Mutex};

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use rusqlite::{Connection, params};
use serde_json::{Value, json};

type Shared = Arc<Mutex<Connection>>;

pub(crate) async fn serve(folder: &str) {
    let connection = Connection::open(std::path::Path::new(folder).join("bare.sqlite3")).expect("a database");
    connection
        .execute_batch(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
             CREATE TABLE requests (id TEXT PRIMARY KEY, asked TEXT NOT NULL, answer TEXT) WITHOUT ROWID;",
        )
        .expect("tables");
    let router = Router::new()
        .route("/v1/requests", post(create))
        .route("/v1/requests/{id}", get(read))
        .route("/wallet/v1/requests/{id}/answer", post(answer))
        .with_state(Arc::new(Mutex::new(connection)));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    println!("{}", json!({"address": listener.local_addr().expect("bound")}));
    std::io::stdout().flush().expect("somebody reads it");
    axum::serve(listener, router).await.expect("it serves");
}

async fn with<T: Send + 'static>(shared: Shared, work: impl FnOnce(&Connection) -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(move || work(&shared.lock().expect("nobody panics"))).await.expect("nobody panics")
}

async fn create(State(shared): State<Shared>, Json(asked): Json<Value>) -> Json<Value> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("random bytes");
    let id = hex::encode(bytes);
    let key = id.clone();
    with(shared, move |connection| {
        let mut insert = connection.prepare_cached("INSERT INTO requests (id, asked) VALUES (?, ?)").expect("SQL");
        insert.execute(params![key, asked.to_string()]).expect("room");
    })
    .await;
    Json(json!({"success": true, "request_id": id, "timestamp_created": jiff::Timestamp::now().as_second()}))
}

async fn answer(State(shared): State<Shared>, Path(id): Path<String>, Json(answer): Json<Value>) -> Json<Value> {
    with(shared, move |connection| {
        let mut update = connection.prepare_cached("UPDATE requests SET answer = ? WHERE id = ? AND answer IS NULL");
        update.as_mut().expect("SQL").execute(params![answer.to_string(), id]).expect("room");
    })
    .await;
    Json(json!({"status": "SUCCESS"}))
}

async fn read(State(shared): State<Shared>, Path(id): Path<String>) -> Json<Value> {
    let answer: Option<String> = with(shared, move |connection| {
        let mut select = connection.prepare_cached("SELECT answer FROM requests WHERE id = ?").expect("SQL");
        select.query_row(params![id], |row| row.get(0)).expect("a row")
    })
    .await;
    let answer: Value = serde_json::from_str(&answer.unwrap_or_default()).unwrap_or_default();
    Json(json!({"success": true, "status": "SUCCESS", "signature": answer["signature"]}))
}
