//! Why a connection did not come about, or ended.
//!
//! Each message is one sentence that says what happened and, where there is something, what to do.

use std::io;
use std::path::PathBuf;

/// Everything that can go wrong on the private socket.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// There is no socket, or nobody answers at the one that was left behind.
    #[error("no wallet is open for this vault (nobody answers at {path}); open the wallet, or start `idw serve`")]
    NobodyListens {
        /// Where somebody would listen.
        path: PathBuf,
    },
    /// What stands in the socket's place, or in that of its folder, is not to be used.
    #[error("{path} is not used, since {why}; look at it, and remove it if nobody needs it")]
    NotOurs {
        /// What is in the way.
        path: PathBuf,
        /// What is wrong with it.
        why: NotOurs,
    },
    /// The other process runs as another user.
    #[error("the program at the other end of the private socket runs as another user, so nothing was told to it")]
    OtherUser,
    /// The other process speaks another version of the protocol.
    #[error(
        "the other program speaks version {theirs} of the private socket, and this one version {ours}; close the \
         older of the two, and start it again in the newer version"
    )]
    WrongVersion {
        /// What the other one speaks.
        theirs: u16,
        /// What this program speaks.
        ours: u16,
    },
    /// The holder could not show that it knows the vault's link key.
    #[error("a program that is not the wallet answers at {path}; nothing was told to it; end it and open the wallet")]
    NotProved {
        /// Where it answers.
        path: PathBuf,
    },
    /// The holder does not take the connection.
    #[error("the open wallet did not take the connection: {0}")]
    Refused(Refused),
    /// A message is longer than the limit.
    #[error("a message of {bytes} bytes is too long for the private socket, which takes {most}")]
    TooLarge {
        /// Its length, or the length that was announced, in bytes.
        bytes: usize,
        /// The most that is allowed, in bytes.
        most: usize,
    },
    /// The other process took too long.
    #[error("the other program took too long to {doing}; try again, and close it if that does not help")]
    Timeout {
        /// What was waited for, to follow "took too long to".
        doing: &'static str,
    },
    /// The connection broke off, or what came on it makes no sense.
    #[error("the connection to the other program broke: {0}; try again")]
    Broken(Fault),
    /// A socket's address is short, and this system has no other way to name a file far down.
    #[error("the path {path} is too long for a socket, which takes {most} bytes; move the vault to a shorter path")]
    PathTooLong {
        /// The path.
        path: PathBuf,
        /// The most that is allowed, in bytes.
        most: usize,
    },
    /// There is no private socket on this system.
    #[error("this system has no private sockets between programs, so close the wallet and try again")]
    Unsupported,
    /// The operating system refused something.
    #[error("could not {doing}: {source}")]
    Io {
        /// What was being done, to follow "could not".
        doing: &'static str,
        /// What the operating system answered.
        #[source]
        source: io::Error,
    },
}

impl LinkError {
    /// For `map_err`: names what was being done. An end of the connection gets the type of its own that it has.
    pub(crate) fn when(doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};

        move |source| match source.kind() {
            BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof => Self::Broken(Fault::Ended),
            _ => Self::Io { doing, source },
        }
    }
}

/// Why a file or folder is not to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOurs {
    /// A link, a file or something else stands where the folder is to be.
    #[error("it is not a folder")]
    NotAFolder,
    /// A link, a file or something else stands where the socket is to be.
    #[error("it is not a socket")]
    NotASocket,
    /// It belongs to another user.
    #[error("it belongs to another user")]
    OtherOwner,
    /// Others may enter the folder.
    #[error("other users may enter it (its mode must be 0700)")]
    OpenToOthers,
}

/// Why a holder does not take a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The holder has no link key yet.
    #[error("its vault was not unlocked since it started; unlock it there first")]
    NeverUnlocked,
    /// The proof was made with another key.
    #[error("this program does not have the key of the vault that is open there")]
    WrongProof,
    /// There were too many wrong proofs.
    #[error("too many programs tried with a wrong key; try again in {seconds} s")]
    Paused {
        /// How long it lasts, in seconds, at least 1.
        seconds: u32,
    },
    /// There are as many connections as the holder takes.
    #[error("too many programs are connected to it; try again in a moment")]
    Busy,
}

/// What broke a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The other process closed it, or is gone, before it had finished.
    #[error("it was closed before everything had arrived")]
    Ended,
    /// What came first is not the start of this protocol.
    #[error("the other program speaks another protocol")]
    WrongMagic,
    /// A field of a hello has a value that means nothing.
    #[error("the other program's greeting makes no sense")]
    BadHello,
    /// A frame without even a kind.
    #[error("an empty frame came")]
    EmptyFrame,
    /// A frame of a kind that means nothing, or nothing at this point.
    #[error("a frame of a kind that has no place here came")]
    WrongKind,
    /// A sealed frame does not open: it was changed, left out, repeated or moved.
    #[error("what came was changed on the way")]
    Forged,
    /// A message came before the one before it was answered.
    #[error("a message came before the last one was answered")]
    OutOfTurn,
    /// The holder closed an answer without saying that it is whole.
    #[error("the answer was not finished")]
    Unfinished,
    /// Somebody gave up in the middle of sending a message, or all numbers of messages are used up.
    #[error("it cannot be used any more")]
    Spoilt,
}
