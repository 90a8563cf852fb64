//! Who gets something, and what it gets to see.

use crate::view::Elsewhere;

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
    /// In words.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Signature => "a signature in your name",
            Self::Token => "a token that acts as you",
            Self::Values => "the attributes",
            Self::Files => "the files",
        }
    }
}

/// Several of them in one phrase.
pub(crate) fn sights_text(sights: impl IntoIterator<Item = Sight>) -> String {
    let texts: Vec<_> = sights.into_iter().map(Sight::text).collect();
    match texts.as_slice() {
        [] => "questions about KYC templates".to_owned(),
        [one] => (*one).to_owned(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

impl Recipient {
    /// What shells show of it.
    pub(crate) fn view(&self) -> Elsewhere {
        let endpoints = match self.sees.as_slice() {
            [] => vec![sights_text([])],
            sees => sees.iter().map(|sight| sight.text().to_owned()).collect(),
        };
        Elsewhere { host: self.host.clone(), endpoints }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_sees_is_told_in_one_phrase() {
        let check = |sees: &[Sight], expected: &str| assert_eq!(sights_text(sees.iter().copied()), expected);
        check(&[], "questions about KYC templates");
        check(&[Sight::Files], "the files");
        check(&[Sight::Token, Sight::Values, Sight::Files], "a token that acts as you, the attributes and the files");
    }
}
