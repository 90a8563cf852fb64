//! Checks that every translation is complete: it has each English message, with the same arguments, and no others.

use std::path::{Path, PathBuf};

use crate::{
    Language,
    catalogue::{self, Catalogue, Kind},
};

#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// The translation lacks it.
    Missing { id: String },
    /// Only the translation has it.
    Unknown { id: String },
    /// It takes what English does not give, leaves out what English says, or chooses a plural form by what English gives as text.
    Argument { id: String, argument: String },
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/locales")
}

#[test]
fn every_folder_is_a_language_and_every_language_has_one() {
    let mut tags: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
    tags.sort_unstable();
    assert_eq!(catalogue::languages(&folder()).unwrap(), tags);
}

#[test]
fn every_translation_is_whole() {
    let english = Catalogue::read(&folder().join("en")).unwrap();
    for language in Language::ALL {
        let translation = Catalogue::read(&folder().join(language.tag())).unwrap();
        let faults = compare(&english, &translation);
        assert!(faults.is_empty(), "{language:?}: {} faults: {faults:#?}", faults.len());
    }
}

#[test]
fn a_language_is_asked_for_by_its_tag_or_by_a_locale() {
    for tag in ["de", "DE", "de-AT", "de_DE.UTF-8", "de@euro"] {
        assert_eq!(Language::of_tag(tag), Some(Language::German), "{tag}");
    }
    assert_eq!(Language::of_tag("en-GB"), Some(Language::English));
    for tag in ["", "C", "POSIX", "den", "fr-FR"] {
        assert_eq!(Language::of_tag(tag), None, "{tag}");
    }
}

#[test]
fn what_differs_is_found() {
    let parsed = |text: &str| Catalogue::parse(&[("test.ftl".to_owned(), text.to_owned())]).unwrap();
    let english = parsed(
        "same = { $name }\ngone = Gone\nplural = { $count }\nchosen = { $count ->\n [one] one\n *[other] more\n }\n",
    );
    let translation =
        parsed("same = { $other }\nnew = New\nplural = { $count ->\n [one] one\n *[other] more\n }\nchosen = more\n");
    let argument = |id: &str, argument: &str| Fault::Argument { id: id.to_owned(), argument: argument.to_owned() };
    assert_eq!(
        compare(&english, &translation),
        [
            argument("chosen", "count"),
            Fault::Missing { id: "gone".to_owned() },
            argument("plural", "count"),
            argument("same", "other"),
            argument("same", "name"),
            Fault::Unknown { id: "new".to_owned() },
        ]
    );
}

fn compare(english: &Catalogue, translation: &Catalogue) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (id, message) in &english.messages {
        let Some(translated) = translation.messages.get(id) else {
            faults.push(Fault::Missing { id: id.clone() });
            continue;
        };
        let fits = |(name, kind): (&String, &Kind)| {
            message.arguments.get(name).is_some_and(|given| given == kind || *kind == Kind::Text)
        };
        let wrong = translated.arguments.iter().filter(|argument| !fits(*argument));
        let left_out = message.arguments.iter().filter(|(name, _)| !translated.arguments.contains_key(*name));
        let fault = |(argument, _): (&String, &Kind)| Fault::Argument { id: id.clone(), argument: argument.clone() };
        faults.extend(wrong.chain(left_out).map(fault));
    }
    let unknown = translation.messages.keys().filter(|id| !english.messages.contains_key(*id));
    faults.extend(unknown.map(|id| Fault::Unknown { id: id.clone() }));
    faults
}
