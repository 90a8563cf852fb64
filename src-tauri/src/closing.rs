//! Closing the window while its page has something that would be lost: what the user typed, or a removal that can still be
//! taken back. The page is asked first.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Whether the window closes at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Hold {
    /// The page has nothing to lose.
    #[default]
    None,
    /// The page wants to be asked.
    Held,
    /// The page was asked, and has not answered yet.
    Asked,
}

/// What the window does when the user wants to close it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    /// It closes.
    Now,
    /// It stays, and the page is asked.
    AskPage,
}

/// What the page has said about closing its window.
#[derive(Debug, Default)]
pub(crate) struct WindowHold(Mutex<Hold>);

impl WindowHold {
    /// The page wants to be asked before the window closes, or not any longer. This is its answer too: the window stays.
    pub(crate) fn set(&self, held: bool) {
        *self.lock() = if held { Hold::Held } else { Hold::None };
    }

    /// The user wants to close the window. A page that was asked before and did not answer cannot keep the window open.
    pub(crate) fn close_requested(&self) -> Closing {
        let mut hold = self.lock();
        match *hold {
            Hold::Held => {
                *hold = Hold::Asked;
                Closing::AskPage
            }
            Hold::None | Hold::Asked => Closing::Now,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Hold> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_closes_at_once_unless_its_page_holds_it() {
        let hold = WindowHold::default();
        assert_eq!(hold.close_requested(), Closing::Now);
        hold.set(true);
        assert_eq!(hold.close_requested(), Closing::AskPage);
        hold.set(false);
        assert_eq!(hold.close_requested(), Closing::Now);
    }

    #[test]
    fn a_page_that_answers_is_asked_again() {
        let hold = WindowHold::default();
        hold.set(true);
        assert_eq!(hold.close_requested(), Closing::AskPage);
        hold.set(true);
        assert_eq!(hold.close_requested(), Closing::AskPage);
    }

    #[test]
    fn a_page_that_does_not_answer_cannot_keep_the_window_open() {
        let hold = WindowHold::default();
        hold.set(true);
        assert_eq!(hold.close_requested(), Closing::AskPage);
        assert_eq!(hold.close_requested(), Closing::Now);
    }
}
