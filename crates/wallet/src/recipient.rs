//! Who gets something, and what it gets to see.

use crate::view::{Elsewhere, SightView};

/// A host, or a part of one, that gets something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recipient {
    /// The host, with its port where it is not the usual one, and the path where that is not all of it.
    pub(crate) host: String,
    /// What it gets to see. Empty where it only hears a question that says nothing of the user.
    pub(crate) sees: Vec<Sight>,
}

/// Something that a recipient gets to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sight {
    /// A signature made with the user's key.
    Signature,
    /// A token with which its holder acts as the user.
    Token,
    /// Values of attributes.
    Values,
    /// Documents.
    Files,
}

impl Sight {
    /// As digests of consents name it. Shells have words of their own.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Signature => "a signature in your name",
            Self::Token => "a token that acts as you",
            Self::Values => "the attributes",
            Self::Files => "the files",
        }
    }
}

impl Recipient {
    /// What shells show of it.
    pub(crate) fn view(&self) -> Elsewhere {
        Elsewhere { host: self.host.clone(), sees: self.sees.iter().map(|sight| SightView::from(*sight)).collect() }
    }
}

impl From<Sight> for SightView {
    fn from(sight: Sight) -> Self {
        match sight {
            Sight::Signature => Self::Signature,
            Sight::Token => Self::Token,
            Sight::Values => Self::Values,
            Sight::Files => Self::Files,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_sees_is_told() {
        let check = |sees: &[Sight], expected: &[SightView]| {
            let recipient = Recipient { host: "k.example".to_owned(), sees: sees.to_vec() };
            assert_eq!(recipient.view().sees, expected);
        };
        check(&[], &[]);
        check(&[Sight::Signature, Sight::Files], &[SightView::Signature, SightView::Files]);
        check(&[Sight::Token, Sight::Values], &[SightView::Token, SightView::Values]);
    }
}
