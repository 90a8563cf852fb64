//! Why a command did not do what it was asked to: the sentence, the code for scripts, the exit code.

use std::process::ExitCode;

use idw_wallet::{Explain as _, Problem, WalletError, without_error_numbers};
use serde_json::{Map, Value, json};

use crate::{hints::hints, words::tell};

/// What `--help` says about exit codes. The table test at the foot of this file holds [`Fault::exit`] to it.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    anything not listed here, such as a vault that is there already, a full disk, or a result
       that could not be written
  2    usage: bad arguments, an unknown name, no vault there, a value that does not fit, a file that
       cannot be read or written, something that cannot be done as things stand, or a question with
       no terminal to ask it at
  3    the vault is locked and no password was given, or a password or passphrase is wrong
  4    the vault or a port is in use by another process; or the vault, its log or a backup is
       damaged
  5    the site asks for something that the wallet does not hold
  6    the site refused, or has no account for you
  7    the site cannot be reached, or broke the protocol
  8    you declined; or the site is not as it was, asks for more, has such an application already
       or has refused the very same value, and --yes came without --accept-changes; or --yes is
       missing to change a verified value, or nobody came back from a check in time; or the number
       that the site's page shows is missing or wrong
  130  interrupted
  141  whoever was to read the output has gone before its end";

/// The class of a failure. Each has a word for scripts ([`Fault::word`]) and an exit code ([`Fault::exit`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Usage,
    NotFound,
    Exists,
    Locked,
    WrongPassword,
    InUse,
    Damaged,
    Missing,
    Refused,
    NoAccount,
    Unreachable,
    Protocol,
    Declined,
    Interrupted,
    /// Whoever read our output has gone before its end. There is no one left to tell.
    OutputClosed,
    Other,
}

impl Fault {
    /// The word in `error.code` of the JSON document. Part of the contract with scripts.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::NotFound => "notFound",
            Self::Exists => "exists",
            Self::Locked => "locked",
            Self::WrongPassword => "wrongPassword",
            Self::InUse => "inUse",
            Self::Damaged => "damaged",
            Self::Missing => "missing",
            Self::Refused => "refused",
            Self::NoAccount => "noAccount",
            Self::Unreachable => "unreachable",
            Self::Protocol => "protocol",
            Self::Declined => "declined",
            Self::Interrupted => "interrupted",
            Self::OutputClosed => "outputClosed",
            Self::Other => "other",
        }
    }

    /// The exit code. Part of the contract with scripts.
    pub(crate) fn exit(self) -> u8 {
        match self {
            Self::Exists | Self::Other => 1,
            Self::Usage | Self::NotFound => 2,
            Self::Locked | Self::WrongPassword => 3,
            Self::InUse | Self::Damaged => 4,
            Self::Missing => 5,
            Self::Refused | Self::NoAccount => 6,
            Self::Unreachable | Self::Protocol => 7,
            Self::Declined => 8,
            // 128 + SIGINT, as shells have it.
            Self::Interrupted => 130,
            // 128 + SIGPIPE, likewise.
            Self::OutputClosed => 141,
        }
    }

    pub(crate) fn exit_code(self) -> ExitCode {
        ExitCode::from(self.exit())
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Usage => Self::Usage,
            Problem::NotFound => Self::NotFound,
            Problem::Exists => Self::Exists,
            Problem::Locked => Self::Locked,
            Problem::WrongPassword => Self::WrongPassword,
            Problem::InUse => Self::InUse,
            Problem::Damaged => Self::Damaged,
            Problem::Missing => Self::Missing,
            Problem::Refused => Self::Refused,
            Problem::NoAccount => Self::NoAccount,
            Problem::Unreachable => Self::Unreachable,
            Problem::Protocol => Self::Protocol,
            Problem::Declined => Self::Declined,
            Problem::Other => Self::Other,
        }
    }
}

/// A failure: what went wrong, in sentences, and what a script gets to know of it.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) fault: Fault,
    /// Whole sentences.
    pub(crate) message: String,
    /// What lies behind it, from the nearest cause on.
    pub(crate) causes: Vec<String>,
    /// Lines below it: a list, or what to do.
    pub(crate) hints: Vec<String>,
    /// Whether part of a result is on stdout already, where a second document would make nonsense of both.
    pub(crate) is_midway: bool,
    /// What the JSON document holds beside `error`.
    details: Map<String, Value>,
}

impl Failure {
    pub(crate) fn new(fault: Fault, message: impl Into<String>) -> Self {
        let (causes, hints, details) = (Vec::new(), Vec::new(), Map::new());
        Self { fault, message: message.into(), causes, hints, is_midway: false, details }
    }

    /// The user's arguments do not fit together, or not this wallet.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Fault::Usage, message)
    }

    /// The system did not do what was asked. `what` is a sentence about that: "The file x could not be read." Why follows.
    pub(crate) fn io(fault: Fault, what: impl std::fmt::Display, source: &std::io::Error) -> Self {
        Self::new(fault, format!("{what} {}", tell(&source.explain())))
    }

    /// The same with what lies behind it, from the nearest cause on.
    pub(crate) fn because(self, causes: Vec<String>) -> Self {
        Self { causes, ..self }
    }

    /// Adds a line below the message, a sentence of its own.
    pub(crate) fn hint(mut self, line: impl Into<String>) -> Self {
        self.hints.push(line.into());
        self
    }

    /// Part of a result is on stdout already.
    pub(crate) fn midway(mut self) -> Self {
        self.is_midway = true;
        self
    }

    /// Adds a member to the JSON document, beside `error`.
    pub(crate) fn detail(mut self, name: &str, value: Value) -> Self {
        self.details.insert(name.to_owned(), value);
        self
    }

    /// The document that `--json` prints.
    pub(crate) fn document(&self) -> Value {
        let mut document = self.details.clone();
        let mut error = json!({ "code": self.fault.word(), "message": self.message });
        if !self.causes.is_empty() {
            error["cause"] = self.causes.join(": ").into();
        }
        if !self.hints.is_empty() {
            error["hints"] = json!(self.hints);
        }
        document.insert("error".to_owned(), error);
        Value::Object(document)
    }

    fn from_wallet(error: &(impl WalletError + ?Sized)) -> Self {
        let mut causes: Vec<String> = Vec::new();
        let mut last = without_error_numbers(&error.to_string());
        for cause in std::iter::successors(error.source(), |&cause| cause.source()) {
            let cause = without_error_numbers(&cause.to_string());
            // Some errors hold the words of their source already.
            if !last.contains(&cause) {
                causes.push(cause.clone());
                last = cause;
            }
        }
        Self { causes, ..Self::new(error.problem().into(), tell(&error.explain())) }
    }
}

impl<E: WalletError> From<E> for Failure {
    fn from(error: E) -> Self {
        let failure = Self::from_wallet(&error);
        hints(error.which()).into_iter().fold(failure, Self::hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Fault; 16] = [
        Fault::Usage,
        Fault::NotFound,
        Fault::Exists,
        Fault::Locked,
        Fault::WrongPassword,
        Fault::InUse,
        Fault::Damaged,
        Fault::Missing,
        Fault::Refused,
        Fault::NoAccount,
        Fault::Unreachable,
        Fault::Protocol,
        Fault::Declined,
        Fault::Interrupted,
        Fault::OutputClosed,
        Fault::Other,
    ];

    #[test]
    fn problems_have_the_exit_codes_of_the_contract() {
        let check = |problem: Problem, exit: u8| {
            assert_eq!(Fault::from(problem).exit(), exit, "exit code of {problem:?}");
        };
        check(Problem::Usage, 2);
        check(Problem::NotFound, 2);
        check(Problem::Exists, 1);
        check(Problem::Locked, 3);
        check(Problem::WrongPassword, 3);
        check(Problem::InUse, 4);
        check(Problem::Damaged, 4);
        check(Problem::Missing, 5);
        check(Problem::Refused, 6);
        check(Problem::NoAccount, 6);
        check(Problem::Unreachable, 7);
        check(Problem::Protocol, 7);
        check(Problem::Declined, 8);
        check(Problem::Other, 1);
    }

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
    fn the_readme_has_the_same_table() {
        let mut listed: Vec<String> = Vec::new();
        for line in EXIT_CODES.lines().skip(1) {
            let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
            match (line.as_bytes()[2], listed.last_mut()) {
                (b' ', Some(before)) => before.extend([" ", &words]),
                _ => listed.push(words.replacen(' ', " | ", 1)),
            }
        }
        let readme = include_str!("../../../README.md").replace('`', "");
        for row in listed {
            assert!(readme.contains(&format!("| {row} |")), "the README has no row: {row}");
        }
    }

    #[test]
    fn words_are_distinct() {
        for (at, fault) in ALL.iter().enumerate() {
            assert!(ALL[..at].iter().all(|other| other.word() != fault.word()), "{fault:?} shares its word");
        }
    }

    #[test]
    fn the_document_holds_the_code_the_sentence_and_the_details() {
        let failure = Failure::new(Fault::Missing, "2 things are missing").detail("missing", json!(["passport"]));
        assert_eq!(
            failure.document(),
            json!({ "error": { "code": "missing", "message": "2 things are missing" }, "missing": ["passport"] }),
        );
    }
}
