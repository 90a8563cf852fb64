//! What to know before something is sent, in words.

use idw_wallet::view::ConsentNoteView;
use idw_words::{Words, message};

pub(crate) fn in_words(words: &Words, note: &ConsentNoteView) -> String {
    match note {
        ConsentNoteView::Expired { on: day } => words.say(&message::ConsentNoteExpired { day }),
        ConsentNoteView::ExpiresSoon { on: day, days } => {
            words.say(&message::ConsentNoteExpiresSoon { day, days: u64::from(*days) })
        }
        ConsentNoteView::IssuedInFuture { on: day } => words.say(&message::ConsentNoteIssuedInFuture { day }),
        ConsentNoteView::NotAskedBefore => words.say(&message::ConsentNoteNotAskedBefore),
        ConsentNoteView::HasAnother { sent: day } => words.say(&message::ConsentNoteHasAnother { day }),
    }
}

#[cfg(test)]
mod tests {
    use idw_words::Language;

    use super::*;

    #[test]
    fn a_note_is_said_with_its_days() {
        let words = Words::new(Language::English);
        let check = |note: &ConsentNoteView, expected: &str| assert_eq!(in_words(&words, note), expected);
        let day = || "2027-01-04".to_owned();
        check(&ConsentNoteView::Expired { on: day() }, "It expired on 2027-01-04.");
        check(&ConsentNoteView::ExpiresSoon { on: day(), days: 0 }, "It expires today, on 2027-01-04.");
        check(&ConsentNoteView::ExpiresSoon { on: day(), days: 1 }, "It expires tomorrow, on 2027-01-04.");
        check(&ConsentNoteView::ExpiresSoon { on: day(), days: 43 }, "It expires on 2027-01-04, in 43 days.");
        check(&ConsentNoteView::IssuedInFuture { on: day() }, "Its date of issue, 2027-01-04, is in the future.");
        check(&ConsentNoteView::NotAskedBefore, "The site did not ask for this last time.");
        check(&ConsentNoteView::HasAnother { sent: day() }, "The site has another one, sent on 2027-01-04.");
    }
}
