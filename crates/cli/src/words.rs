//! The language that this run of the program speaks.
//!
//! It is chosen once, before anything is said: `--lang`, else `IDW_LANG`, else English. Codes and exit codes do not change
//! with it.

use std::sync::{Arc, OnceLock};

use idw_words::{Language, Message, MessageData, ToText, Words};
use serde::Serialize;
use serde_json::{Value, json};

static WORDS: OnceLock<Arc<Words>> = OnceLock::new();

/// Chooses the language. Only the first choice counts.
pub(crate) fn speak(language: Language) {
    // It is set once, by `main`.
    let _ = WORDS.set(Arc::new(Words::new(language)));
}

/// What puts messages into words.
pub(crate) fn words() -> &'static Arc<Words> {
    WORDS.get_or_init(|| Arc::new(Words::new(Language::English)))
}

/// A message in words.
pub(crate) fn say(message: impl Message) -> String {
    words().say(&message)
}

/// A question in words, with room before the answer.
pub(crate) fn asking(message: impl Message) -> String {
    say(message) + " "
}

/// A message in words that the wallet gave as data.
pub(crate) fn tell(message: &MessageData) -> String {
    words().tell(message)
}

/// What a view holds for people in words: a text, a message, a date or a size.
pub(crate) fn shown(given: impl ToText) -> String {
    words().text(&given.to_text())
}

/// A view as scripts get it: its messages as text.
pub(crate) fn to_json(view: &impl Serialize) -> Value {
    words().in_words(|| json!(view))
}
