//! Formats messages.

use std::{fmt, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::{Argument, Message, MessageData};

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
        let data = message.data();
        debug_assert!(self.knows(&data), "{data:?}");
        self.tell(&data)
    }

    /// The same of a message that came as data. One that the catalogue does not have, as another version of the program may
    /// send it, is shown by its id.
    pub fn tell(&self, message: &MessageData) -> String {
        let arguments = message.arguments().map(|(name, value)| (name, self.value(value))).collect();
        self.format(message.id(), &arguments).unwrap_or_else(|| format!("[{}]", message.id()))
    }

    /// Whether the catalogue has a message, and each in it, and all that they take is given. One that another version of the
    /// program wrote down may be another by now.
    pub fn knows(&self, message: &MessageData) -> bool {
        // Those within it first: whoever puts it into words has to know them.
        message.arguments().all(|(_, argument)| self.knows_argument(argument)) && {
            let bundle = self.bundle.get_or_init(|| bundle(self.language));
            let arguments = message.arguments().map(|(name, value)| (name, self.value(value))).collect();
            let pattern = bundle.get_message(message.id()).and_then(|known| known.value());
            pattern.is_some_and(|pattern| {
                let mut errors = Vec::new();
                bundle.format_pattern(pattern, Some(&arguments), &mut errors);
                errors.is_empty()
            })
        }
    }

    fn knows_argument(&self, argument: &Argument) -> bool {
        match argument {
            Argument::Message(message) => self.knows(message),
            Argument::List(items) => items.iter().all(|item| self.knows_argument(item)),
            _ => true,
        }
    }

    /// What stands for an argument: a number that a plural form is chosen by, or text.
    fn value<'a>(&self, argument: &'a Argument) -> FluentValue<'a> {
        match argument {
            Argument::Number(number) => (*number).into(),
            Argument::Text(text) => text.as_str().into(),
            other => self.text(other).into(),
        }
    }

    /// An argument as text.
    pub fn text(&self, argument: &Argument) -> String {
        match argument {
            Argument::Text(text) => text.clone(),
            Argument::Number(number) => number.to_string(),
            Argument::Message(message) => self.tell(message),
            Argument::Amount(number) => self.amount(*number),
            Argument::Size(bytes) => self.size(*bytes),
            Argument::Day(day) => self.day(day),
            Argument::Moment(time) => self.moment(time),
            Argument::Country(code) => self.country(code),
            Argument::List(items) => self.list(&items.iter().map(|item| self.text(item)).collect::<Vec<_>>()),
        }
    }

    /// The language of the messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message by its id; none if the catalogue does not have it.
    pub(crate) fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.bundle.get_or_init(|| bundle(self.language));
        let pattern = bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        // What is missing shows as the argument's name. A message from another version of the program may lack some.
        Some(text)
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
            assert_eq!(said.as_deref(), case["text"].as_str(), "{case}");
        }
    }

    fn arguments(object: &Map<String, Value>) -> FluentArgs<'_> {
        let value = |value: &Value| match value {
            Value::Number(number) => FluentValue::from(number.as_u64().unwrap()),
            other => FluentValue::from(other.as_str().unwrap().to_owned()),
        };
        object.iter().map(|(name, given)| (name.as_str(), value(given))).collect()
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
    fn what_another_version_wrote_down_is_known_or_not() {
        let words = Words::new(Language::English);
        let knows = |data: serde_json::Value| words.knows(&serde_json::from_value(data).unwrap());
        let reminder = |id: &str, arguments: serde_json::Value| serde_json::json!({ "id": id, "arguments": arguments });
        let whole = serde_json::json!({ "title": { "text": "Passport" }, "days": { "number": 3 } });
        assert!(knows(reminder("reminder-expires", whole.clone())));
        assert!(!knows(reminder("reminder-of-old", whole)));
        assert!(!knows(reminder("reminder-expires", serde_json::json!({ "title": { "text": "Passport" } }))));
        let within = |id: &str| {
            let title = serde_json::json!({ "list": [{ "message": reminder(id, serde_json::json!({})) }] });
            knows(reminder("reminder-expires", serde_json::json!({ "title": title, "days": { "number": 3 } })))
        };
        assert!(within("notice-nothing-missing"));
        assert!(!within("notice-of-old"));
    }

    #[test]
    fn nothing_is_parsed_before_something_is_said() {
        let words = Words::new(Language::English);
        assert!(words.bundle.get().is_none());
        words.say(&message::NoticeNothingMissing);
        assert!(words.bundle.get().is_some());
    }
}
