//! The private socket between two real processes.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use idw_link::{
    Connection, Fault, Handler, HolderKind, LinkError, LinkKey, Listener, Place, Replies, UnderProcessLock,
};

const CHILD_DIR: &str = "IDW_LINK_TEST_CHILD_DIR";

struct Echo;

impl Handler for Echo {
    async fn proven(&self, message: Vec<u8>, replies: Replies<'_>) {
        let _ = replies.answer(&[b"proven ", message.as_slice()].concat()).await;
    }

    async fn unproven(&self, message: Vec<u8>, replies: Replies<'_>) {
        let _ = replies.answer(&[b"unproven ", message.as_slice()].concat()).await;
    }
}

fn key() -> LinkKey {
    LinkKey::new(&[7; 32])
}

fn place(dir: &Path) -> Place {
    Place::find(&dir.join("vault"), Some(dir.join("run").as_os_str())).unwrap()
}

/// This test binary again, which holds the vault until it is killed.
fn start_holder(dir: &Path) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "entry", "--include-ignored", "--nocapture"])
        .env(CHILD_DIR, dir)
        .env("XDG_RUNTIME_DIR", dir.join("run"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.map_while(Result::ok).any(|line| line.contains("listening")), "the holder has ended");
    child
}

#[test]
#[ignore = "run by another test as a process of its own"]
fn entry() {
    let Some(dir) = std::env::var_os(CHILD_DIR) else { return };
    runtime().block_on(async {
        let place = Place::from_environment(&Path::new(&dir).join("vault")).unwrap();
        let _listener = Listener::bind(&place, UnderProcessLock, HolderKind::Serve, Some(key()), Echo).unwrap();
        let mut out = std::io::stdout();
        writeln!(out, "\nlistening").unwrap();
        out.flush().unwrap();
        std::future::pending::<()>().await;
    });
}

#[test]
fn a_holder_in_another_process_is_spoken_with_and_replaced_once_it_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    for folder in ["vault", "run"] {
        std::fs::create_dir(dir.path().join(folder)).unwrap();
        std::fs::set_permissions(dir.path().join(folder), PermissionsExt::from_mode(0o700)).unwrap();
    }
    let place = place(dir.path());
    let mut holder = start_holder(dir.path());
    runtime().block_on(async {
        let mut connection = Connection::proven(&place, &key()).await.unwrap();
        assert_eq!(connection.holder().pid, holder.id());
        assert_eq!(connection.holder().kind, HolderKind::Serve);
        assert_eq!(connection.call(b"hello").await.unwrap(), b"proven hello");
        holder.kill().unwrap();
        holder.wait().unwrap();
        assert!(matches!(connection.call(b"hello").await, Err(LinkError::Broken(Fault::Ended))));
        assert!(place.path().exists(), "a killed process leaves its socket behind");
        assert!(matches!(Connection::unproven(&place).await.err(), Some(LinkError::NobodyListens { .. })));
    });
    let mut next = start_holder(dir.path());
    let answer = runtime().block_on(async { Connection::unproven(&place).await?.call(b"hello").await });
    next.kill().unwrap();
    next.wait().unwrap();
    assert_eq!(answer.unwrap(), b"unproven hello");
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}
