//! Formats messages.

use std::{fmt, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

/// The files of every language by its tag, embedded by the build script.
const FILES: &[(&str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// A language that there is a catalogue of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// The language that messages are written in.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The language that a tag (BCP 47) or the name of a locale (POSIX) asks for, such as `de`, `de-AT` or `de_AT.UTF-8`;
    /// `None` if there is no catalogue for that language.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// Its tag (BCP 47), by which the plural rules are chosen.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    fn files(self) -> &'static [&'static str] {
        FILES.iter().find(|(tag, _)| *tag == self.tag()).map_or(&[], |(_, files)| files)
    }
}

/// A message of the catalogue with its arguments; the build script implements it.
pub trait Message {
    /// Its id in the catalogue.
    fn id(&self) -> &'static str;
    /// What it takes.
    fn arguments(&self) -> Arguments<'_>;
}

/// What a message takes, by name.
#[derive(Debug)]
pub struct Arguments<'a>(FluentArgs<'a>);

impl<'a> Arguments<'a> {
    pub(crate) fn of<const N: usize>(arguments: [(&'static str, FluentValue<'a>); N]) -> Self {
        Self(arguments.into_iter().collect())
    }
}

/// Says messages in one language. The catalogue is parsed at the first one: a program that says nothing pays nothing.
pub struct Words {
    language: Language,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Words {
    /// In this language.
    pub fn new(language: Language) -> Self {
        Self { language, bundle: OnceLock::new() }
    }

    /// The message in words. No marks for the direction of text stand around its arguments.
    pub fn say(&self, message: &dyn Message) -> String {
        self.format(message.id(), &message.arguments())
    }

    /// The language of the messages.
    pub fn language(&self) -> Language {
        self.language
    }

    fn format(&self, id: &str, arguments: &Arguments<'_>) -> String {
        let bundle = self.bundle.get_or_init(|| bundle(self.language));
        let pattern = bundle
            .get_message(id)
            .and_then(|message| message.value())
            .expect("a type is made only of a message in these files that has a text");
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments.0), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        text
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.tag().parse().expect("the tags above are well-formed");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Those marks are for web pages. In a terminal, in a file name or in a log they would be stray characters.
    bundle.set_use_isolating(false);
    for text in language.files() {
        let resource = FluentResource::try_new((*text).to_owned())
            .map_err(|(_, errors)| errors)
            .expect("the build script has parsed the same files");
        bundle.add_resource(resource).expect("the build script has refused an id that is there twice");
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use serde_json::{Map, Value};

    use super::*;
    use crate::message;

    /// Sentences that the page's tests expect too: the two runtimes must say the same.
    const CASES: &str = "../../tests/vectors/words/en.json";

    #[test]
    fn messages_read_as_in_the_page() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES);
        let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        assert!(cases.len() >= 20, "only {} cases were found", cases.len());
        let words = Words::new(Language::English);
        for case in &cases {
            let said = words.format(case["id"].as_str().unwrap(), &arguments(case["arguments"].as_object().unwrap()));
            assert_eq!(said, case["text"], "{case}");
        }
    }

    fn arguments(object: &Map<String, Value>) -> Arguments<'_> {
        let value = |value: &Value| match value {
            Value::Number(number) => FluentValue::from(number.as_u64().unwrap()),
            other => FluentValue::from(other.as_str().unwrap().to_owned()),
        };
        Arguments(object.iter().map(|(name, given)| (name.as_str(), value(given))).collect())
    }

    #[test]
    fn a_message_gets_its_arguments_without_marks_around_them() {
        let words = Words::new(Language::English);
        let said = words.say(&message::NoticeOddSymbolicLink { path: "/home/ada/vault/anchor" });
        assert!(said.starts_with("/home/ada/vault/anchor is a symbolic link."), "{said}");
        assert!(!said.contains(['\u{2068}', '\u{2069}']), "{said}");
    }

    #[test]
    fn what_an_argument_contains_is_not_a_message() {
        let words = Words::new(Language::English);
        let said = words.say(&message::AttributeLabelled { title: "{ $label }", label: "{ -left-alone }" });
        assert_eq!(said, "{ $label } ({ -left-alone })");
    }

    #[test]
    fn nothing_is_parsed_before_something_is_said() {
        let words = Words::new(Language::English);
        assert!(words.bundle.get().is_none());
        words.say(&message::NoticeNothingMissing);
        assert!(words.bundle.get().is_some());
    }
}
