//! Why the holder did not do what it was asked to, as it crosses the private socket.

use std::error::Error;

use idw_wallet::{Problem, WalletError};
use idw_words::{MessageData, message};
use serde::{Deserialize, Serialize};

/// Why something was not done: whose move it is, and the sentences for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}", message.id())]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// Whose move it is.
    pub problem: Problem,
    /// What happened.
    pub message: MessageData,
    /// What lies behind it, the nearest cause first.
    pub causes: Vec<String>,
}

impl Fault {
    pub(crate) fn new(problem: Problem, message: impl Into<MessageData>) -> Self {
        Self { problem, message: message.into(), causes: Vec::new() }
    }

    /// Nothing is accepted before the vault was unlocked once.
    pub(crate) fn unavailable() -> Self {
        Self::new(Problem::Other, message::HolderNeverUnlocked)
    }

    /// A fault of the wallet itself.
    pub(crate) fn inside() -> Self {
        Self::new(Problem::Other, message::HolderMistake)
    }

    /// An answer needs an unlocked wallet.
    pub(crate) fn locked() -> Self {
        Self::new(Problem::Locked, message::HolderLocked)
    }
}

impl<E: WalletError> From<E> for Fault {
    fn from(error: E) -> Self {
        let causes = std::iter::successors(error.source(), |&cause| Error::source(cause));
        let causes = causes.map(ToString::to_string).collect();
        Self { problem: error.problem(), message: error.explain(), causes }
    }
}
