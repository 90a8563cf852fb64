//! Unix: the folder is opened once and held, and the socket is reached through it. So nothing can be put in the
//! folder's place between a look at it and its use, and the length of its path does not matter on Linux.

use std::fs;
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, Stat};
use rustix::io::Errno;
use tokio::net::{UnixListener, UnixStream};

use crate::place::Spot;
use crate::{LinkError, NotOurs};

pub(crate) type Stream = UnixStream;

/// Where the system keeps a name for each open descriptor.
#[cfg(target_os = "linux")]
const DESCRIPTORS: &str = "/proc/self/fd";

/// The longest path in a socket's address, in bytes, of which the last one is zero: `sun_path` of Linux and of BSD.
const MOST_PATH_BYTES: usize = if cfg!(target_os = "linux") { 107 } else { 103 };

/// A socket on which connections come in.
pub(crate) struct Listening(Arc<UnixListener>);

impl Listening {
    pub(crate) async fn accept(&self) -> io::Result<Stream> {
        Ok(self.0.accept().await?.0)
    }
}

/// The socket's file.
pub(crate) struct File {
    folder: Folder,
    name: String,
    /// Which file was made: its device and its number.
    made: (u64, u64),
    /// While the socket is open, the system gives its number to no other file.
    _open: Arc<UnixListener>,
}

impl File {
    /// Removes the file, if it is still the one that was made.
    pub(crate) fn remove(&self) {
        match self.folder.look(&self.name) {
            Ok(Some(found)) if identity(&found) == self.made => {
                // A file that stays is replaced by the next holder.
                let _ = rustix::fs::unlinkat(&self.folder.descriptor, &self.name, AtFlags::empty());
            }
            _ => {}
        }
    }
}

/// Makes the socket. What another holder left behind is replaced, so the caller must hold the vault's process lock.
pub(crate) fn bind(spot: &Spot) -> Result<(Listening, File), LinkError> {
    let folder = Folder::open_or_make(&spot.folder)?;
    if folder.look_at_socket(&spot.name)?.is_some() {
        rustix::fs::unlinkat(&folder.descriptor, &spot.name, AtFlags::empty())
            .map_err(|error| LinkError::when("remove an old socket")(error.into()))?;
    }
    let address = folder.address(&spot.name)?;
    let listener = UnixListener::bind(&address).map_err(LinkError::when("make the private socket"))?;
    // Until here the folder's mode keeps everybody else out.
    rustix::fs::chmodat(&folder.descriptor, &spot.name, Mode::RUSR | Mode::WUSR, AtFlags::empty())
        .map_err(|error| LinkError::when("make the private socket private")(error.into()))?;
    let made = folder.look_at_socket(&spot.name)?.as_ref().map(identity);
    let made = made.ok_or_else(|| LinkError::when("find the private socket")(io::ErrorKind::NotFound.into()))?;
    let open = Arc::new(listener);
    Ok((Listening(open.clone()), File { folder, name: spot.name.clone(), made, _open: open }))
}

/// Connects to whoever listens there.
pub(crate) async fn connect(spot: &Spot) -> Result<Stream, LinkError> {
    let nobody = || LinkError::NobodyListens { path: spot.path() };
    let folder = Folder::open(&spot.folder)?.ok_or_else(nobody)?;
    folder.look_at_socket(&spot.name)?.ok_or_else(nobody)?;
    let address = folder.address(&spot.name)?;
    UnixStream::connect(&address).await.map_err(|error| match error.kind() {
        io::ErrorKind::ConnectionRefused | io::ErrorKind::NotFound => nobody(),
        _ => LinkError::when("connect to the private socket")(error),
    })
}

/// Whether this is a folder of this user in which nobody else can put anything.
pub(crate) fn is_own_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_dir() && found.uid() == own_user() && found.mode() & 0o022 == 0)
}

/// The user that this process acts as.
pub(crate) fn own_user() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// The user of the process at the other end.
pub(crate) fn peer_user(stream: &Stream) -> io::Result<u32> {
    Ok(stream.peer_cred()?.uid())
}

/// The socket's folder, held open.
struct Folder {
    path: PathBuf,
    descriptor: OwnedFd,
}

impl Folder {
    fn open_or_make(path: &Path) -> Result<Self, LinkError> {
        match rustix::fs::mkdirat(CWD, path, Mode::RWXU) {
            Ok(()) | Err(Errno::EXIST) => {}
            Err(error) => return Err(LinkError::when("make the folder of the private socket")(error.into())),
        }
        let gone = || LinkError::when("open the folder of the private socket")(io::ErrorKind::NotFound.into());
        Self::open(path)?.ok_or_else(gone)
    }

    /// None where there is nothing.
    fn open(path: &Path) -> Result<Option<Self>, LinkError> {
        let refuse = |why| LinkError::NotOurs { path: path.to_owned(), why };
        let io = |error: Errno| LinkError::when("open the folder of the private socket")(error.into());
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let descriptor = match rustix::fs::open(path, flags, Mode::empty()) {
            Ok(descriptor) => descriptor,
            Err(Errno::NOENT) => return Ok(None),
            Err(Errno::NOTDIR | Errno::LOOP | Errno::MLINK) => return Err(refuse(NotOurs::NotAFolder)),
            // A folder of another user is told as that, though it cannot be opened.
            Err(Errno::ACCESS) if is_of_another(path) => return Err(refuse(NotOurs::OtherOwner)),
            Err(error) => return Err(io(error)),
        };
        let found = rustix::fs::fstat(&descriptor).map_err(io)?;
        if found.st_uid != own_user() {
            return Err(refuse(NotOurs::OtherOwner));
        }
        if Mode::from_raw_mode(found.st_mode).intersects(Mode::RWXG | Mode::RWXO) {
            return Err(refuse(NotOurs::OpenToOthers));
        }
        Ok(Some(Self { path: path.to_owned(), descriptor }))
    }

    /// What a name stands for itself; none where there is nothing.
    fn look(&self, name: &str) -> Result<Option<Stat>, LinkError> {
        match rustix::fs::statat(&self.descriptor, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(found) => Ok(Some(found)),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(LinkError::when("look at the private socket")(error.into())),
        }
    }

    /// The socket of this name, if there is something; it must be a socket of this user then.
    fn look_at_socket(&self, name: &str) -> Result<Option<Stat>, LinkError> {
        let refuse = |why| Err(LinkError::NotOurs { path: self.path.join(name), why });
        match self.look(name)? {
            Some(found) if FileType::from_raw_mode(found.st_mode) != FileType::Socket => refuse(NotOurs::NotASocket),
            Some(found) if found.st_uid != own_user() => refuse(NotOurs::OtherOwner),
            found => Ok(found),
        }
    }

    /// A path for a socket's address that leads to a name in this folder.
    fn address(&self, name: &str) -> Result<PathBuf, LinkError> {
        #[cfg(target_os = "linux")]
        {
            let short = Path::new(DESCRIPTORS).join(self.descriptor.as_raw_fd().to_string());
            if short.exists() {
                return Ok(short.join(name));
            }
        }
        short_enough(self.path.join(name))
    }
}

fn short_enough(path: PathBuf) -> Result<PathBuf, LinkError> {
    if path.as_os_str().len() > MOST_PATH_BYTES {
        return Err(LinkError::PathTooLong { path, most: MOST_PATH_BYTES });
    }
    Ok(path)
}

fn is_of_another(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.uid() != own_user())
}

fn identity(found: &Stat) -> (u64, u64) {
    #[allow(clippy::unnecessary_cast, reason = "the types of these differ between systems")]
    (found.st_dev as u64, found.st_ino as u64)
}
