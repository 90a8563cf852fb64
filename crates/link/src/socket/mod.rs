//! The socket in the file system: its folder, its file, and who is at its other end.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(not(unix), path = "none.rs")]
mod system;

pub(crate) use system::{File, Listening, Stream, bind, connect, is_own_folder, own_user, peer_user};
