//! The language of what this side shows by itself: file dialogs, notifications, and what it prints where there can be no
//! window. Everything else crosses to the page as data.

use std::sync::{Arc, Mutex, PoisonError};

use idw_words::{Language, Message, Words};

/// Speaks the language of the page, and before the page has said which one that is, the language of the system.
pub(crate) struct Speech(Mutex<Arc<Words>>);

impl Speech {
    /// In the first language of the user's that there is a catalogue of, else in English: as the page chooses.
    pub(crate) fn of_the_system() -> Self {
        Self::new(first_known(&languages_of_the_system()))
    }

    pub(crate) fn new(language: Language) -> Self {
        Self(Mutex::new(Arc::new(Words::new(language))))
    }

    /// Speaks another language from now on: the one that this tag (BCP 47) asks for, else English.
    pub(crate) fn change_to(&self, tag: &str) {
        let language = Language::of_tag(tag).unwrap_or_default();
        let mut words = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Those of the same language have their catalogue parsed already.
        if words.language() != language {
            *words = Arc::new(Words::new(language));
        }
    }

    /// A message in words.
    pub(crate) fn say(&self, message: &dyn Message) -> String {
        self.words().say(message)
    }

    pub(crate) fn words(&self) -> Arc<Words> {
        // It is replaced as a whole.
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn first_known(tags: &[String]) -> Language {
    tags.iter().find_map(|tag| Language::of_tag(tag)).unwrap_or_default()
}

/// The user's languages, the preferred one first. The web view asks in the same way.
#[cfg(target_os = "linux")]
fn languages_of_the_system() -> Vec<String> {
    gtk::glib::language_names().into_iter().map(Into::into).collect()
}

#[cfg(not(target_os = "linux"))]
fn languages_of_the_system() -> Vec<String> {
    sys_locale::get_locales().collect()
}

#[cfg(test)]
mod tests {
    use idw_words::message;

    use super::*;

    #[test]
    fn it_speaks_what_the_page_speaks() {
        let speech = Speech::new(Language::German);
        assert_eq!(speech.say(&message::FilesTitleOpen), "Datei auswählen");
        speech.change_to("en");
        assert_eq!(speech.say(&message::FilesTitleOpen), "Choose a file");
        speech.change_to("de-AT");
        assert_eq!(speech.words().language(), Language::German);
        // The page has one language more, for developers.
        speech.change_to("pseudo");
        assert_eq!(speech.words().language(), Language::English);
    }

    #[test]
    fn the_systems_first_language_that_is_known_counts() {
        let first = |tags: &[&str]| first_known(&tags.iter().map(|&tag| tag.to_owned()).collect::<Vec<_>>());
        assert_eq!(first(&["fr_FR.UTF-8", "fr", "de_DE", "de", "C"]), Language::German);
        assert_eq!(first(&["en_GB.UTF-8", "en", "de"]), Language::English);
        assert_eq!(first(&["C"]), Language::English);
        assert_eq!(first(&[]), Language::English);
    }
}
