//! What came of an identity check, in words.

use idw_wallet::view::{CheckLeftOutBecause, CheckNote, CheckOutcome};
use idw_words::{Words, message};

pub(crate) fn note(words: &Words, note: &CheckNote) -> String {
    match note {
        CheckNote::Expired { on: day } => words.say(&message::CheckNoteExpired { day }),
        CheckNote::SelfieHeld => words.say(&message::CheckNoteSelfieHeld),
        CheckNote::SelfieGiven => words.say(&message::CheckNoteSelfieGiven),
        CheckNote::MetadataRemoved { what } => words.say(&message::CheckNoteMetadataRemoved { what }),
    }
}

/// What a value still lacks, by the titles of its fields.
pub(crate) fn lacks(words: &Words, fields: &[String]) -> String {
    words.say(&message::CheckNoteLacks { fields: &fields.join(", ") })
}

pub(crate) fn because(words: &Words, why: &CheckLeftOutBecause) -> String {
    match why {
        CheckLeftOutBecause::NoPlace => words.say(&message::CheckLeftOutNoPlace),
        CheckLeftOutBecause::NotRead => words.say(&message::CheckLeftOutNotRead),
        CheckLeftOutBecause::OddText => words.say(&message::CheckLeftOutOddText),
        CheckLeftOutBecause::NoCountry => words.say(&message::CheckLeftOutNoCountry),
        CheckLeftOutBecause::NoDate => words.say(&message::CheckLeftOutNoDate),
        CheckLeftOutBecause::ImpossibleBirth => words.say(&message::CheckLeftOutImpossibleBirth),
        CheckLeftOutBecause::EndsBeforeItBegins => words.say(&message::CheckLeftOutEndsBeforeItBegins),
        CheckLeftOutBecause::UnknownDocument => words.say(&message::CheckLeftOutUnknownDocument),
        CheckLeftOutBecause::OfAnother => words.say(&message::CheckLeftOutOfAnother),
        CheckLeftOutBecause::BadPicture { reason } => words.say(&message::CheckLeftOutBadPicture { reason }),
        CheckLeftOutBecause::DoesNotFit { reason } => words.say(&message::CheckLeftOutDoesNotFit { reason }),
    }
}

pub(crate) fn outcome(words: &Words, outcome: CheckOutcome) -> String {
    match outcome {
        CheckOutcome::Added => words.say(&message::CheckOutcomeAdded),
        CheckOutcome::Confirmed => words.say(&message::CheckOutcomeConfirmed),
        CheckOutcome::Replaced => words.say(&message::CheckOutcomeReplaced),
        CheckOutcome::AddedBeside => words.say(&message::CheckOutcomeAddedBeside),
        CheckOutcome::Left => words.say(&message::CheckOutcomeLeft),
    }
}
