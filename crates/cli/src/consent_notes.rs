//! What to know before something is sent, in words.

use idw_wallet::view::ConsentNoteView;
use idw_words::{Argument, message};

use crate::words::say;

pub(crate) fn in_words(note: &ConsentNoteView) -> String {
    let day = |date: &str| Argument::Day(date.to_owned());
    match note {
        ConsentNoteView::Expired { on } => say(message::ConsentNoteExpired { day: day(on) }),
        ConsentNoteView::ExpiresSoon { on, days } => {
            say(message::ConsentNoteExpiresSoon { day: day(on), days: u64::from(*days) })
        }
        ConsentNoteView::IssuedInFuture { on } => say(message::ConsentNoteIssuedInFuture { day: day(on) }),
        ConsentNoteView::NotAskedBefore => say(message::ConsentNoteNotAskedBefore),
        ConsentNoteView::HasAnother { sent } => say(message::ConsentNoteHasAnother { day: day(sent) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_said_with_its_days() {
        let check = |note: &ConsentNoteView, expected: &str| assert_eq!(in_words(note), expected);
        let day = || "2027-01-04".to_owned();
        check(&ConsentNoteView::Expired { on: day() }, "It expired on 4 Jan 2027.");
        check(&ConsentNoteView::ExpiresSoon { on: day(), days: 0 }, "It expires today, on 4 Jan 2027.");
        check(&ConsentNoteView::ExpiresSoon { on: day(), days: 1 }, "It expires tomorrow, on 4 Jan 2027.");
        check(&ConsentNoteView::ExpiresSoon { on: day(), days: 43 }, "It expires on 4 Jan 2027, in 43 days.");
        check(&ConsentNoteView::IssuedInFuture { on: day() }, "Its date of issue, 4 Jan 2027, is in the future.");
        check(&ConsentNoteView::NotAskedBefore, "The site did not ask for this last time.");
        check(&ConsentNoteView::HasAnother { sent: day() }, "The site has another one, sent on 4 Jan 2027.");
    }
}
