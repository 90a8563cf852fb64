//! What came of an identity check, in words.

use idw_wallet::view::{CheckLeftOutBecause, CheckNote, CheckOutcome};
use idw_words::{Argument, message};

use crate::words::say;

pub(crate) fn note(note: &CheckNote) -> String {
    match note {
        CheckNote::Expired { on } => say(message::CheckNoteExpired { day: Argument::Day(on.clone()) }),
        CheckNote::SelfieHeld => say(message::CheckNoteSelfieHeld),
        CheckNote::SelfieGiven => say(message::CheckNoteSelfieGiven),
        CheckNote::MetadataRemoved { what } => say(message::CheckNoteMetadataRemoved { what }),
    }
}

/// What a value still lacks, by the titles of its fields.
pub(crate) fn lacks(fields: &[String]) -> String {
    say(message::CheckNoteLacks { fields: &fields.join(", ") })
}

pub(crate) fn because(why: &CheckLeftOutBecause) -> String {
    match why {
        CheckLeftOutBecause::NoPlace => say(message::CheckLeftOutNoPlace),
        CheckLeftOutBecause::NotRead => say(message::CheckLeftOutNotRead),
        CheckLeftOutBecause::OddText => say(message::CheckLeftOutOddText),
        CheckLeftOutBecause::NoCountry => say(message::CheckLeftOutNoCountry),
        CheckLeftOutBecause::NoDate => say(message::CheckLeftOutNoDate),
        CheckLeftOutBecause::ImpossibleBirth => say(message::CheckLeftOutImpossibleBirth),
        CheckLeftOutBecause::EndsBeforeItBegins => say(message::CheckLeftOutEndsBeforeItBegins),
        CheckLeftOutBecause::UnknownDocument => say(message::CheckLeftOutUnknownDocument),
        CheckLeftOutBecause::OfAnother => say(message::CheckLeftOutOfAnother),
        CheckLeftOutBecause::BadPicture { reason } => say(message::CheckLeftOutBadPicture { reason }),
        CheckLeftOutBecause::DoesNotFit { reason } => say(message::CheckLeftOutDoesNotFit { reason }),
    }
}

pub(crate) fn outcome(outcome: CheckOutcome) -> String {
    match outcome {
        CheckOutcome::Added => say(message::CheckOutcomeAdded),
        CheckOutcome::Confirmed => say(message::CheckOutcomeConfirmed),
        CheckOutcome::Replaced => say(message::CheckOutcomeReplaced),
        CheckOutcome::AddedBeside => say(message::CheckOutcomeAddedBeside),
        CheckOutcome::Left => say(message::CheckOutcomeLeft),
    }
}
