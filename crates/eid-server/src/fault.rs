//! Why a command did not do what it was asked to: the sentence, the word for scripts, the exit code.

use std::error::Error;
use std::fmt;
use std::io;
use std::net::SocketAddr;

use serde_json::{Value, json};

use crate::database::DatabaseError;

/// What `--help` says about exit codes: those of `idw`, as far as they can come here.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    anything not listed here, such as a name that is taken, or a fault that doctor has found
  2    usage: bad arguments, an unknown name, no service there, a file that cannot be read or written
  4    the port is in use; or the database or its seal key is damaged, missing or another's
  7    the database cannot be reached
  141  whoever was to read the output has gone before its end";

/// The class of a failure, with its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Bad arguments, a file that cannot be read: 2.
    Usage,
    /// An unknown name, or no service there: 2.
    NotFound,
    /// A name that is taken: 1.
    Exists,
    /// A port that is in use: 4.
    InUse,
    /// A database that is damaged, or that this key does not open: 4.
    Damaged,
    /// A database that does not answer: 7.
    Unreachable,
    /// Whoever read the output has gone before its end. There is no one left to tell: 141.
    OutputClosed,
    /// Anything else: 1.
    Other,
}

impl Fault {
    /// The word in `error.code` of the JSON document. Part of the contract with scripts.
    fn word(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::NotFound => "notFound",
            Self::Exists => "exists",
            Self::InUse => "inUse",
            Self::Damaged => "damaged",
            Self::Unreachable => "unreachable",
            Self::OutputClosed => "outputClosed",
            Self::Other => "other",
        }
    }

    fn exit(self) -> u8 {
        match self {
            Self::Exists | Self::Other => 1,
            Self::Usage | Self::NotFound => 2,
            Self::InUse | Self::Damaged => 4,
            Self::Unreachable => 7,
            // 128 + SIGPIPE, as shells have it.
            Self::OutputClosed => 141,
        }
    }
}

/// Why a command failed.
#[derive(Debug)]
pub struct Failure {
    fault: Fault,
    message: String,
    /// Whether the result is on standard output already, where a second document would make nonsense of both.
    is_midway: bool,
}

impl Failure {
    pub(crate) fn new(fault: Fault, message: impl Into<String>) -> Self {
        Self { fault, message: message.into(), is_midway: false }
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

    /// What was asked for is on standard output already.
    pub(crate) fn midway(mut self) -> Self {
        self.is_midway = true;
        self
    }

    /// Says what was done before it failed.
    pub(crate) fn after(mut self, what: &str) -> Self {
        self.message = format!("{what}: {}", self.message);
        self
    }

    /// The document for scripts, unless there is one already.
    pub(crate) fn document(&self) -> Option<Value> {
        let error = json!({ "error": { "code": self.fault.word(), "message": self.message } });
        (!self.is_midway && self.fault != Fault::OutputClosed).then_some(error)
    }

    /// Says it on standard error.
    #[expect(clippy::print_stderr, reason = "whoever started the program reads it there")]
    pub fn report(&self) {
        if self.fault != Fault::OutputClosed {
            eprintln!("error: {self}");
        }
    }

    /// What the process ends with.
    pub fn exit_code(&self) -> u8 {
        self.fault.exit()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<DatabaseError> for Failure {
    fn from(error: DatabaseError) -> Self {
        let fault = match &error {
            DatabaseError::Invalid(_)
            | DatabaseError::Url(_)
            | DatabaseError::File { .. }
            | DatabaseError::OthersCanRead(_)
            | DatabaseError::Tls(_) => Fault::Usage,
            DatabaseError::NoRp | DatabaseError::NoUser => Fault::NotFound,
            DatabaseError::NameTaken => Fault::Exists,
            DatabaseError::SealKeyMissing(_)
            | DatabaseError::SealKeyWrong(_)
            | DatabaseError::SealKeyDamaged(_)
            | DatabaseError::Damaged(_)
            | DatabaseError::Keys(_) => Fault::Damaged,
            away if away.is_away() => Fault::Unreachable,
            _ => Fault::Other,
        };
        Self::new(fault, error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Fault; 8] = [
        Fault::Usage,
        Fault::NotFound,
        Fault::Exists,
        Fault::InUse,
        Fault::Damaged,
        Fault::Unreachable,
        Fault::OutputClosed,
        Fault::Other,
    ];

    #[test]
    fn every_exit_code_is_in_the_help() {
        for fault in ALL {
            let listed = EXIT_CODES.lines().any(|line| {
                line.split_whitespace().next().and_then(|word| word.parse::<u8>().ok()) == Some(fault.exit())
            });
            assert!(listed, "the help does not list exit code {} of {fault:?}", fault.exit());
        }
    }

    #[test]
    fn what_the_database_says_has_its_exit_code() {
        let check = |error: DatabaseError, exit: u8| {
            let sentence = error.to_string();
            assert_eq!(Failure::from(error).exit_code(), exit, "{sentence}");
        };
        check(DatabaseError::Invalid("this is no email"), 2);
        check(DatabaseError::Url("it names no user"), 2);
        check(DatabaseError::OthersCanRead("seal.key".into()), 2);
        check(DatabaseError::NoRp, 2);
        check(DatabaseError::NameTaken, 1);
        check(DatabaseError::SealKeyWrong("seal.key".into()), 4);
        check(DatabaseError::Closed, 7);
        check(DatabaseError::Newer { found: 2, known: 1 }, 1);
    }

    #[test]
    fn a_script_gets_one_document() {
        let failure = Failure::new(Fault::Exists, "another relying party has this name");
        let document = json!({ "error": { "code": "exists", "message": "another relying party has this name" } });
        assert_eq!(failure.document(), Some(document));
        assert_eq!(failure.midway().document(), None);
        assert_eq!(Failure::new(Fault::OutputClosed, "").document(), None);
    }
}
