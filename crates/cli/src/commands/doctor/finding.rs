//! What a check has found.

use idw_words::{Message, Words};
use serde::Serialize;

/// Whether something has to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Status {
    /// Something does not work at all.
    Problem,
    /// Something works less well than it could.
    Warning,
    Ok,
}

/// The state of one part of the system. Scripts rely on its form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Finding {
    /// The part: `display`.
    pub(crate) check: &'static str,
    pub(crate) status: Status,
    /// What was found: `displayNone`.
    pub(crate) code: &'static str,
    /// The part's name, for people.
    #[serde(skip)]
    pub(crate) title: String,
    /// How it is, in a sentence.
    pub(crate) text: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) advice: Option<String>,
}

/// The part that a check is about, and the language of what is said of it.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    words: &'a Words,
    check: &'static str,
    title: &'a dyn Message,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(words: &'a Words, check: &'static str, title: &'a dyn Message) -> Self {
        Self { words, check, title }
    }

    /// Nothing has to be done.
    pub(crate) fn ok(self, code: &'static str, text: &dyn Message) -> Finding {
        self.finding(Status::Ok, code, text, None)
    }

    pub(crate) fn warning(self, code: &'static str, text: &dyn Message, advice: &dyn Message) -> Finding {
        self.finding(Status::Warning, code, text, Some(advice))
    }

    pub(crate) fn problem(self, code: &'static str, text: &dyn Message, advice: &dyn Message) -> Finding {
        self.finding(Status::Problem, code, text, Some(advice))
    }

    fn finding(self, status: Status, code: &'static str, text: &dyn Message, advice: Option<&dyn Message>) -> Finding {
        Finding {
            check: self.check,
            status,
            code,
            title: self.words.say(self.title),
            text: self.words.say(text),
            advice: advice.map(|advice| self.words.say(advice)),
        }
    }
}
