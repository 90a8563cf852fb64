//! What a tester picks: who is checked, with which document, and what comes of it.

mod people;

use crate::choice::people::PEOPLE;
pub(crate) use crate::choice::people::{Person, people};
use crate::config::ConfigError;

/// One check, decided.
#[derive(Debug, Clone)]
pub struct Choice {
    pub(crate) person: &'static Person,
    pub(crate) document: Document,
    pub(crate) outcome: Outcome,
    pub(crate) pictures: Pictures,
    /// Web IDV alone.
    pub(crate) second_document: Option<Document>,
    /// Web IDV alone.
    pub(crate) face: Face,
}

impl Choice {
    /// Reads `OUTCOME[:PERSON[:DOCUMENT[:PICTURES]]]`, such as `verified:ada:PP:none`. What is left out is as the page
    /// has it at first.
    ///
    /// # Errors
    /// [`ConfigError::Auto`] when a part is not known or there are too many.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let unknown = |part: &str| ConfigError::Auto { text: text.to_owned(), part: part.to_owned() };
        let mut choice = Self::default();
        let mut parts = text.split(':');
        let outcome = parts.next().unwrap_or_default();
        choice.outcome = Outcome::find(outcome).ok_or_else(|| unknown(outcome))?;
        if let Some(part) = parts.next() {
            choice.person = Person::find(part).ok_or_else(|| unknown(part))?;
        }
        if let Some(part) = parts.next() {
            choice.document = Document::find(part).ok_or_else(|| unknown(part))?;
        }
        if let Some(part) = parts.next() {
            choice.pictures = Pictures::find(part).ok_or_else(|| unknown(part))?;
        }
        parts.next().map_or(Ok(choice), |part| Err(unknown(part)))
    }
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            person: &PEOPLE[0],
            document: Document::Passport,
            outcome: Outcome::Verified,
            pictures: Pictures::Small,
            second_document: None,
            face: Face::Shown,
        }
    }
}

/// Something of which one is picked from a list.
pub(crate) trait Pick: Copy + PartialEq + 'static {
    /// All of them, the usual one first.
    const ALL: &'static [Self];
    /// What forms and the command line call it.
    fn key(self) -> &'static str;
    /// What it is, for people.
    fn label(self) -> &'static str;
    /// What happens, in a few words; may be empty.
    fn hint(self) -> &'static str;

    fn find(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|item| item.key() == key)
    }
}

/// Declares such a list: each variant with its key, label and hint.
macro_rules! pick {
    ($(#[$about:meta])* $name:ident { $($variant:ident => $key:literal, $label:literal, $hint:literal;)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $($variant),+ }

        impl Pick for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn key(self) -> &'static str { match self { $(Self::$variant => $key),+ } }
            fn label(self) -> &'static str { match self { $(Self::$variant => $label),+ } }
            fn hint(self) -> &'static str { match self { $(Self::$variant => $hint),+ } }
        }
    };
}

pick! {
    /// What a person shows.
    Document {
        Passport => "PP", "Passport", "PP, no back";
        License => "DL", "Driving licence", "DL, no nationality";
        IdCard => "NID", "National ID", "NID, front and back";
        OldPrint => "old-print", "As the old document prints it", "A second number stands under documentType";
    }
}

pick! {
    /// How a check ends.
    Outcome {
        Verified => "verified", "Verified", "Back with a code";
        GaveUp => "gave-up", "Gave up or failed", "Back without a code";
        Refused => "refused", "Refused", "Back with error=access_denied";
        Closed => "closed", "Closed", "Nothing comes back";
    }
}

pick! {
    /// Which pictures come with the details.
    Pictures {
        Small => "small", "Small JPEG", "A sample photo page";
        None => "none", "None", "Details without pictures";
        Large => "large", "Two of 4 MB", "Front and back";
        Png => "png", "PNG", "Not the JPEG that was promised";
        Broken => "broken", "Broken JPEG", "Without its tables";
        NotAPicture => "not-a-picture", "Not a picture", "A web page";
        WithLocation => "with-location", "With EXIF and GPS", "A camera and a place in Berlin";
    }
}

pick! {
    /// Whether the picture of the liveness test comes; Web IDV alone.
    Face {
        Shown => "shown", "With the face", "livenessFaceImage and faceImage";
        Hidden => "hidden", "Without", "";
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_choice_is_read_part_by_part() {
        let check = |text: &str, expected: Option<(&str, &str, &str, &str)>| {
            let parts = Choice::parse(text).ok();
            let parts = parts
                .map(|choice| (choice.outcome.key(), choice.person.key, choice.document.key(), choice.pictures.key()));
            assert_eq!(parts, expected, "{text}");
        };
        check("verified", Some(("verified", "ada", "PP", "small")));
        check("verified:kosovo", Some(("verified", "kosovo", "PP", "small")));
        check("gave-up:ada:NID", Some(("gave-up", "ada", "NID", "small")));
        check("verified:ada:old-print:none", Some(("verified", "ada", "old-print", "none")));
        for text in [
            "",
            "passed",
            "verified:",
            "verified:nobody",
            "verified:ada:ID",
            "verified:ada:PP:x",
            "verified:ada:PP:none:x",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn every_person_has_a_key_of_their_own() {
        let keys: BTreeSet<_> = people().map(|person| person.key).collect();
        assert_eq!(keys.len(), people().count());
        assert!(keys.iter().all(|key| Person::find(key).is_some()));
    }
}
