//! What errors of the private socket say to people.

use idw_link::{LinkError, NotOurs, Refused};
use idw_wallet::Explain;
use idw_words::{MessageData, message};

use crate::{ClientError, HolderError};

impl Explain for ClientError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Link(error) => explain_link(error),
            Self::Refused(fault) => fault.message.clone(),
            Self::Answer => message::ErrorLinkAnswer.into(),
        }
    }
}

impl Explain for HolderError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Waiting(fault) => message::ErrorHolderWaiting { reason: &fault.message }.into(),
        }
    }
}

/// An error of the private socket: its crate knows neither the wallet nor the catalogue.
pub fn explain_link(error: &LinkError) -> MessageData {
    match error {
        LinkError::NobodyListens { .. } => message::ErrorLinkNobody.into(),
        LinkError::NotOurs { path, why: NotOurs::NotAFolder } => message::ErrorLinkNotFolder { path }.into(),
        LinkError::NotOurs { path, why: NotOurs::NotASocket } => message::ErrorLinkNotSocket { path }.into(),
        LinkError::NotOurs { path, why: NotOurs::OtherOwner } => message::ErrorLinkOtherOwner { path }.into(),
        LinkError::NotOurs { path, why: NotOurs::OpenToOthers } => message::ErrorLinkOpenFolder { path }.into(),
        LinkError::OtherUser => message::ErrorLinkOtherUser.into(),
        LinkError::WrongVersion { theirs, ours } => message::ErrorLinkVersion { theirs, ours }.into(),
        LinkError::NotProved { path } => message::ErrorLinkImpostor { path }.into(),
        LinkError::Refused(refused) => explain_refused(*refused),
        LinkError::TooLarge { .. } => message::ErrorLinkTooLarge.into(),
        LinkError::Timeout { .. } => message::ErrorLinkTimeout.into(),
        LinkError::Broken(_) => message::ErrorLinkBroken.into(),
        LinkError::PathTooLong { path, .. } => message::ErrorLinkPathTooLong { path }.into(),
        LinkError::Unsupported => message::ErrorLinkUnsupported.into(),
        LinkError::Io { source, .. } => message::ErrorLinkSystem { reason: source.explain() }.into(),
    }
}

fn explain_refused(refused: Refused) -> MessageData {
    match refused {
        Refused::NeverUnlocked => message::ErrorLinkNeverUnlocked.into(),
        Refused::WrongProof => message::ErrorLinkOtherKey.into(),
        Refused::Paused { seconds } => message::ErrorLinkPaused { seconds }.into(),
        Refused::Busy => message::ErrorLinkBusy.into(),
    }
}

#[cfg(test)]
mod tests {
    use idw_words::{Language, Words};

    use super::*;

    #[test]
    fn errors_of_the_socket_are_sentences_in_both_languages() {
        let path = || std::path::PathBuf::from("/run/user/1000/idw");
        let errors = [
            LinkError::NobodyListens { path: path() },
            LinkError::NotOurs { path: path(), why: NotOurs::OpenToOthers },
            LinkError::Refused(Refused::Paused { seconds: 1 }),
            LinkError::Io { doing: "listen", source: std::io::ErrorKind::PermissionDenied.into() },
        ];
        for error in errors {
            let message = explain_link(&error);
            for language in Language::ALL {
                let words = Words::new(language);
                let said = words.tell(&message);
                assert!(words.knows(&message) && said.ends_with('.'), "{error}: {said}");
            }
        }
    }
}
