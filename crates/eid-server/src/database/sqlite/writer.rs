//! The one thread that writes. What is queued is committed together, so that many who wait share one wait for the disk.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tokio::sync::{broadcast, oneshot};

use super::failed;
use crate::database::error::DatabaseError;
use crate::database::types::Change;

/// How many changes are committed together at most, so that nobody waits long for others.
const MOST_TOGETHER: usize = 256;
/// How often it looks whether another process has written.
const LOOK: Duration = Duration::from_millis(200);

/// Where changes are queued.
#[derive(Debug)]
pub(super) struct Writer {
    queue: Option<mpsc::Sender<Message>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Writer {
    /// Waits until all that is queued is written, and the database is closed.
    fn drop(&mut self) {
        self.queue = None;
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the thread that writes has panicked");
        }
    }
}

enum Message {
    Job(Box<dyn Job>),
    EmptyLog(oneshot::Sender<Result<(), DatabaseError>>),
}

/// One change, and who waits for it.
trait Job: Send {
    /// Does it, within a transaction. Whether it is to stay.
    fn work(&mut self, db: &Connection) -> Outcome;

    /// Tells how it ended. `committed` is why nothing was written, where it was not.
    fn answer(self: Box<Self>, committed: Result<(), String>, changes: &broadcast::Sender<Change>);
}

/// Whether what a change wrote is to stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Stays,
    IsUndone,
}

struct Waiting<T, F> {
    work: Option<F>,
    result: Option<Result<T, DatabaseError>>,
    changes: Vec<Change>,
    answer: oneshot::Sender<Result<T, DatabaseError>>,
}

impl<T, F> Job for Waiting<T, F>
where
    T: Send,
    F: FnOnce(&Connection, &mut Vec<Change>) -> Result<T, DatabaseError> + Send,
{
    fn work(&mut self, db: &Connection) -> Outcome {
        let Some(work) = self.work.take() else { return Outcome::IsUndone };
        let result = work(db, &mut self.changes);
        let outcome = if result.is_ok() { Outcome::Stays } else { Outcome::IsUndone };
        self.result = Some(result);
        outcome
    }

    fn answer(self: Box<Self>, committed: Result<(), String>, changes: &broadcast::Sender<Change>) {
        let result = match (committed, self.result) {
            (Ok(()), Some(Ok(value))) => {
                for change in self.changes {
                    // Nobody has to listen.
                    let _ = changes.send(change);
                }
                Ok(value)
            }
            (_, Some(Err(error))) => Err(error),
            (Err(error), _) => Err(DatabaseError::Commit(error)),
            (Ok(()), None) => Err(DatabaseError::Closed),
        };
        // Whoever asked may have gone; it is done all the same.
        let _ = self.answer.send(result);
    }
}

impl Writer {
    /// Starts the thread.
    pub(super) fn start(db: Connection, changes: broadcast::Sender<Change>) -> std::io::Result<Self> {
        let (queue, messages) = mpsc::channel();
        let thread = thread::Builder::new().name("database".to_owned()).spawn(move || run(&db, &messages, &changes))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Does `work` in a transaction, alone of its kind, and answers when that is on the disk. An error undoes it. What `work` adds to the
    /// changes is told to all who listen.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection, &mut Vec<Change>) -> Result<T, DatabaseError> + Send + 'static,
    ) -> Result<T, DatabaseError> {
        let (answer, answered) = oneshot::channel();
        let job = Waiting { work: Some(work), result: None, changes: Vec::new(), answer };
        self.send(Message::Job(Box::new(job)))?;
        answered.await.map_err(|_| DatabaseError::Closed)?
    }

    fn send(&self, message: Message) -> Result<(), DatabaseError> {
        let queue = self.queue.as_ref().ok_or(DatabaseError::Closed)?;
        queue.send(message).map_err(|_| DatabaseError::Closed)
    }

    /// Brings what was written into the database itself, and empties the log of writes, where what was deleted still stands. While somebody
    /// reads what is there, it is left for the next time.
    pub(super) async fn empty_log(&self) -> Result<(), DatabaseError> {
        let (answer, answered) = oneshot::channel();
        self.send(Message::EmptyLog(answer))?;
        answered.await.map_err(|_| DatabaseError::Closed)?
    }
}

fn run(db: &Connection, queue: &mpsc::Receiver<Message>, changes: &broadcast::Sender<Change>) {
    let mut seen = data_version(db);
    let mut looked = Instant::now();
    loop {
        match queue.recv_timeout(LOOK.saturating_sub(looked.elapsed())) {
            Ok(first) => work_off(db, first, queue, changes),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if looked.elapsed() >= LOOK {
            looked = Instant::now();
            let now = data_version(db);
            if now != seen {
                seen = now;
                let _ = changes.send(Change::Everything);
            }
        }
    }
}

fn work_off(db: &Connection, first: Message, queue: &mpsc::Receiver<Message>, changes: &broadcast::Sender<Change>) {
    let (mut jobs, mut empties) = (Vec::new(), Vec::new());
    for message in std::iter::once(first).chain(queue.try_iter()).take(MOST_TOGETHER) {
        match message {
            Message::Job(job) => jobs.push(job),
            Message::EmptyLog(answer) => empties.push(answer),
        }
    }
    if !jobs.is_empty() {
        commit(db, jobs, changes);
    }
    for answer in empties {
        let emptied = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        // Whoever asked may have gone; it is done all the same.
        let _ = answer.send(emptied.map_err(failed("emptying the log of writes")));
    }
}

/// Changes whenever another connection than this one has written. In this process no other one does.
fn data_version(db: &Connection) -> Option<i64> {
    let read = db.prepare_cached("PRAGMA data_version").and_then(|mut look| look.query_row([], |row| row.get(0)));
    read.inspect_err(|error| tracing::warn!(%error, "whether another process has written could not be seen")).ok()
}

fn commit(db: &Connection, mut jobs: Vec<Box<dyn Job>>, changes: &broadcast::Sender<Change>) {
    let committed = together(db, &mut jobs).map_err(|error| {
        // A commit that failed may have left the transaction open.
        if !db.is_autocommit() && run_sql(db, "ROLLBACK").is_err() {
            tracing::error!("a transaction could be neither committed nor undone");
        }
        error.to_string()
    });
    for job in jobs {
        job.answer(committed.clone(), changes);
    }
}

fn together(db: &Connection, jobs: &mut [Box<dyn Job>]) -> Result<(), DatabaseError> {
    run_sql(db, "BEGIN IMMEDIATE")?;
    for job in jobs {
        run_sql(db, "SAVEPOINT job")?;
        if job.work(db) == Outcome::IsUndone {
            run_sql(db, "ROLLBACK TO job")?;
        }
        run_sql(db, "RELEASE job")?;
    }
    run_sql(db, "COMMIT")
}

fn run_sql(db: &Connection, sql: &str) -> Result<(), DatabaseError> {
    let run = db.prepare_cached(sql).and_then(|mut statement| statement.execute([]));
    run.map(drop).map_err(failed("committing"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use futures_util::FutureExt as _;
    use tokio::task::JoinSet;

    use super::*;

    fn connect(file: &Path) -> Connection {
        let db = Connection::open(file).unwrap();
        // Nobody waits for another one that writes.
        db.busy_timeout(Duration::ZERO).unwrap();
        db.pragma_update(None, "journal_mode", "wal").unwrap();
        db.execute_batch("CREATE TABLE IF NOT EXISTS numbers (number INTEGER PRIMARY KEY)").unwrap();
        db
    }

    fn insert(db: &Connection, number: i64) -> Result<(), DatabaseError> {
        let inserted = db.execute("INSERT INTO numbers (number) VALUES (?1)", [number]);
        inserted.map(drop).map_err(failed("inserting"))
    }

    fn numbers(db: &Connection) -> Vec<i64> {
        let mut select = db.prepare("SELECT number FROM numbers ORDER BY number").unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[tokio::test]
    async fn a_change_that_fails_is_undone_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("db");
        let (changes, mut told) = broadcast::channel(100);
        let writer = Writer::start(connect(&file), changes).unwrap();
        let writer = std::sync::Arc::new(writer);
        let mut running = JoinSet::new();
        for number in 0..50 {
            let writer = std::sync::Arc::clone(&writer);
            running.spawn(async move {
                let write = move |db: &Connection, changes: &mut Vec<Change>| {
                    insert(db, number)?;
                    changes.push(Change::User(number.to_string()));
                    // Every other one fails when it has written already.
                    if number % 2 == 1 { insert(db, number) } else { Ok(()) }
                };
                (number, writer.write(write).await.is_ok())
            });
        }
        for (number, is_done) in running.join_all().await {
            assert_eq!(is_done, number % 2 == 0, "{number}");
        }
        drop(writer);
        assert_eq!(numbers(&connect(&file)), (0..50).step_by(2).collect::<Vec<_>>());
        let mut heard = Vec::new();
        while let Ok(Change::User(number)) = told.try_recv() {
            heard.push(number.parse::<i64>().unwrap());
        }
        heard.sort_unstable();
        assert_eq!(heard, (0..50).step_by(2).collect::<Vec<_>>(), "nobody is told of what was undone");
    }

    #[tokio::test]
    async fn what_cannot_be_written_is_told_and_the_next_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("db");
        let other = connect(&file);
        let (changes, mut told) = broadcast::channel(100);
        let writer = Writer::start(connect(&file), changes).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let write = |number: i64| {
            writer.write(move |db, changes| {
                changes.push(Change::User(number.to_string()));
                insert(db, number)
            })
        };
        let error = write(1).await.unwrap_err();
        assert!(matches!(error, DatabaseError::Commit(_)) && error.is_away(), "{error}");
        other.execute_batch("COMMIT").unwrap();
        write(2).await.unwrap();
        assert_eq!(told.try_recv(), Ok(Change::User("2".to_owned())));
        drop(writer);
        assert_eq!(numbers(&other), [2]);
    }

    #[tokio::test]
    async fn all_that_is_queued_is_written_when_it_closes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("db");
        let (changes, _told) = broadcast::channel(100);
        let writer = Writer::start(connect(&file), changes).unwrap();
        for number in 0..300 {
            // Whoever looks once has queued it, and need not wait for it.
            let _ = std::pin::pin!(writer.write(move |db, _| insert(db, number))).now_or_never();
        }
        drop(writer);
        assert_eq!(numbers(&connect(&file)), (0..300).collect::<Vec<_>>());
    }
}
