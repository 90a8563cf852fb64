//! Why a command did not do what it was asked to: the sentence, and the exit code.

use std::error::Error;
use std::fmt;
use std::io;
use std::net::SocketAddr;

use crate::database::DatabaseError;

/// The class of a failure, with its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Bad arguments, an unknown name, a file that cannot be read: 2.
    Usage,
    /// A port that is in use, a database that is damaged: 4.
    InUse,
    /// Anything else: 1.
    Other,
}

/// Why a command failed.
#[derive(Debug)]
pub struct Failure {
    fault: Fault,
    message: String,
}

impl Failure {
    pub(crate) fn new(fault: Fault, message: impl Into<String>) -> Self {
        Self { fault, message: message.into() }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Fault::Usage, message)
    }

    pub(crate) fn io(what: &str, error: &io::Error) -> Self {
        Self::new(Fault::Other, format!("{what}: {error}"))
    }

    pub(crate) fn tls(what: &str, error: &dyn Error) -> Self {
        Self::new(Fault::Usage, format!("{what}: {error}"))
    }

    pub(crate) fn bind(address: SocketAddr, error: &io::Error) -> Self {
        let fault = if error.kind() == io::ErrorKind::AddrInUse { Fault::InUse } else { Fault::Other };
        Self::new(fault, format!("the service cannot listen at {address}: {error}; nothing was started"))
    }

    /// Says it on standard error.
    #[expect(clippy::print_stderr, reason = "whoever started the program reads it there")]
    pub fn report(&self) {
        eprintln!("error: {self}");
    }

    /// What the process ends with.
    pub fn exit_code(&self) -> u8 {
        match self.fault {
            Fault::Usage => 2,
            Fault::InUse => 4,
            Fault::Other => 1,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<DatabaseError> for Failure {
    fn from(error: DatabaseError) -> Self {
        Self::new(Fault::Other, error.to_string())
    }
}
