//! The socket's file and its folder, and who is at the other end.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::PathBuf;

use tempfile::TempDir;
use tokio::net::UnixStream;

use super::*;
use crate::listener::Terms;
use crate::place::Spot;
use crate::{Fault, Listener, NotOurs, Place, UnderProcessLock, socket};

/// A runtime directory of a user, and where the socket is in it.
struct Home {
    dir: TempDir,
    place: Place,
}

impl Home {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let here = Spot { folder: dir.path().join("idw"), name: "0123456789abcdef.sock".to_owned() };
        Self { dir, place: Place { here, beside_vault: None } }
    }

    /// With a folder as it should be.
    fn with_folder() -> Self {
        let home = Self::new();
        fs::create_dir(&home.place.here.folder).unwrap();
        fs::set_permissions(&home.place.here.folder, PermissionsExt::from_mode(0o700)).unwrap();
        home
    }

    fn bind(&self) -> Result<Listener, LinkError> {
        Listener::bind(&self.place, UnderProcessLock, HolderKind::Window, Some(key()), Teller::new().0)
    }

    /// Why neither side uses what is in the way.
    async fn refusal(&self) -> (PathBuf, NotOurs) {
        let errors = [self.bind().err(), Connection::unproven(&self.place).await.err()];
        let [bound, connected] = errors.map(|error| match error {
            Some(LinkError::NotOurs { path, why }) => (path, why),
            other => panic!("{other:?}"),
        });
        assert_eq!(bound, connected);
        bound
    }
}

#[tokio::test]
async fn a_holder_is_found_at_its_place_and_only_its_user_gets_there() {
    let home = Home::new();
    let _listener = home.bind().unwrap();
    let mode = |path: &Path| fs::symlink_metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&home.place.here.folder), 0o700);
    assert_eq!(mode(&home.place.path()), 0o600);
    let mut connection = Connection::proven(&home.place, &key()).await.unwrap();
    assert_eq!(connection.holder(), Holder { kind: HolderKind::Window, pid: std::process::id() });
    let message = vec![b'x'; 1024 * 1024];
    assert!(connection.call(&message).await.unwrap().ends_with(&message));
}

#[tokio::test]
async fn a_holder_without_a_runtime_directory_is_found_by_a_client_that_has_one() {
    let home = Home::new();
    let beside = Spot { folder: home.dir.path().join(".idw-link"), name: home.place.here.name.clone() };
    let _listener = Listener::bind(
        &Place { here: beside.clone(), beside_vault: None },
        UnderProcessLock,
        HolderKind::Serve,
        None,
        Teller::new().0,
    )
    .unwrap();
    let nobody = Connection::unproven(&home.place).await.err();
    assert!(matches!(nobody, Some(LinkError::NobodyListens { .. })));
    let place = Place { beside_vault: Some(beside), ..home.place.clone() };
    assert_eq!(Connection::unproven(&place).await.unwrap().holder().kind, HolderKind::Serve);
}

#[tokio::test]
async fn where_nobody_listens_is_told() {
    let home = Home::new();
    let is_nobody = |error: Option<LinkError>| matches!(error, Some(LinkError::NobodyListens { path }) if path == home.place.path());
    assert!(is_nobody(Connection::unproven(&home.place).await.err()), "there is no folder");
    fs::create_dir(&home.place.here.folder).unwrap();
    fs::set_permissions(&home.place.here.folder, PermissionsExt::from_mode(0o700)).unwrap();
    assert!(is_nobody(Connection::unproven(&home.place).await.err()), "there is no socket");
    drop(UnixListener::bind(home.place.path()).unwrap());
    assert!(is_nobody(Connection::unproven(&home.place).await.err()), "the socket was left behind");
}

#[tokio::test]
async fn a_socket_that_was_left_behind_is_replaced() {
    let home = Home::with_folder();
    drop(UnixListener::bind(home.place.path()).unwrap());
    let listener = home.bind().unwrap();
    assert!(Connection::proven(&home.place, &key()).await.is_ok());
    // Also one that somebody answers: who has the process lock is the holder.
    let second = home.bind().unwrap();
    assert!(Connection::proven(&home.place, &key()).await.is_ok());
    drop(listener);
    assert!(home.place.path().exists(), "it is the second one's by now");
    assert!(Connection::proven(&home.place, &key()).await.is_ok());
    drop(second);
    assert!(!home.place.path().exists());
}

#[tokio::test]
async fn what_is_no_socket_is_neither_used_nor_removed() {
    let home = Home::with_folder();
    let path = home.place.path();
    fs::write(&path, b"a letter").unwrap();
    assert_eq!(home.refusal().await, (path.clone(), NotOurs::NotASocket));
    assert_eq!(fs::read(&path).unwrap(), b"a letter");
    fs::remove_file(&path).unwrap();
    let elsewhere = home.dir.path().join("elsewhere.sock");
    let _other = UnixListener::bind(&elsewhere).unwrap();
    symlink(&elsewhere, &path).unwrap();
    assert_eq!(home.refusal().await, (path.clone(), NotOurs::NotASocket));
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink() && elsewhere.exists());
}

#[tokio::test]
async fn a_folder_that_is_not_the_users_alone_is_not_used() {
    let home = Home::new();
    let folder = &home.place.here.folder;
    fs::write(folder, b"").unwrap();
    assert_eq!(home.refusal().await, (folder.clone(), NotOurs::NotAFolder));
    fs::remove_file(folder).unwrap();
    let real = Home::with_folder();
    symlink(&real.place.here.folder, folder).unwrap();
    assert_eq!(home.refusal().await, (folder.clone(), NotOurs::NotAFolder));
    let open = Home::with_folder();
    for mode in [0o710, 0o701, 0o750, 0o777] {
        fs::set_permissions(&open.place.here.folder, PermissionsExt::from_mode(mode)).unwrap();
        assert_eq!(open.refusal().await, (open.place.here.folder.clone(), NotOurs::OpenToOthers));
    }
}

#[tokio::test]
async fn a_folder_or_socket_of_another_user_is_not_used() {
    let mut home = Home::with_folder();
    if socket::own_user() == 0 {
        let nobody = Some(rustix::fs::Uid::from_raw(65534));
        let socket = UnixListener::bind(home.place.path()).unwrap();
        rustix::fs::chown(home.place.path(), nobody, None).unwrap();
        assert_eq!(home.refusal().await, (home.place.path(), NotOurs::OtherOwner));
        drop(socket);
        rustix::fs::chown(&home.place.here.folder, nobody, None).unwrap();
    } else {
        home.place.here.folder = PathBuf::from("/");
    }
    assert_eq!(home.refusal().await, (home.place.here.folder.clone(), NotOurs::OtherOwner));
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_place_far_down_is_reached_too() {
    let home = Home::new();
    let folder = home.dir.path().join("x".repeat(200)).join("y".repeat(200));
    fs::create_dir_all(&folder).unwrap();
    let place = Place { here: Spot { folder: folder.join("idw"), ..home.place.here.clone() }, beside_vault: None };
    assert!(place.path().as_os_str().as_bytes().len() > 400);
    let listener = Listener::bind(&place, UnderProcessLock, HolderKind::Window, Some(key()), Teller::new().0).unwrap();
    assert!(place.path().exists());
    assert!(Connection::proven(&place, &key()).await.is_ok());
    drop(listener);
    assert!(!place.path().exists());
}

#[tokio::test]
async fn another_user_gets_nothing_and_a_holder_of_another_user_is_told_nothing() {
    let home = Home::new();
    let other = socket::own_user() + 1;
    let terms = Terms { clock: Clock::System, user: other };
    let _listener = Listener::bind_on(&home.place, terms, HolderKind::Window, Some(key()), Teller::new().0).unwrap();
    let mut raw = Raw(UnixStream::connect(home.place.path()).await.unwrap());
    assert!(raw.is_closed().await, "not even a hello came");
    let own = Connection::proven(&home.place, &key()).await.err();
    assert!(matches!(own, Some(LinkError::Broken(Fault::Ended))), "{own:?}");
    let error = Connection::open(&home.place, Some(&key()), other).await.err();
    assert!(matches!(error, Some(LinkError::OtherUser)), "{error:?}");
}

#[tokio::test]
async fn a_listener_that_is_dropped_or_closed_ends_its_connections() {
    for is_closed in [true, false] {
        let home = Home::new();
        let (teller, mut watching_ended) = Teller::new();
        let listener = Listener::bind(&home.place, UnderProcessLock, HolderKind::Window, Some(key()), teller).unwrap();
        let mut connection = Connection::proven(&home.place, &key()).await.unwrap();
        connection.send(b"watch").await.unwrap();
        assert_eq!(connection.next().await.unwrap().unwrap(), b"watching");
        if is_closed {
            listener.close().await;
            assert!(watching_ended.try_recv().is_ok(), "all is done once it is closed");
        } else {
            drop(listener);
            watching_ended.recv().await.unwrap();
        }
        assert!(matches!(connection.next().await, Err(LinkError::Broken(Fault::Ended))));
        assert!(!home.place.path().exists());
        assert!(matches!(Connection::unproven(&home.place).await.err(), Some(LinkError::NobodyListens { .. })));
    }
}

#[tokio::test]
async fn a_key_that_comes_later_counts_from_then_on() {
    let home = Home::new();
    let listener = Listener::bind(&home.place, UnderProcessLock, HolderKind::Window, None, Teller::new().0).unwrap();
    let refused = Connection::proven(&home.place, &key()).await.err();
    assert!(matches!(refused, Some(LinkError::Refused(crate::Refused::NeverUnlocked))), "{refused:?}");
    listener.set_key(key());
    assert_eq!(Connection::proven(&home.place, &key()).await.unwrap().call(b"x").await.unwrap(), b"proven x");
}

#[test]
fn without_a_runtime_there_is_an_error_and_no_socket() {
    let home = Home::new();
    assert!(matches!(home.bind(), Err(LinkError::Io { doing: "listen on the private socket", .. })));
    assert!(!home.place.path().exists());
}
