//! What goes wrong with whoever asks, whatever protocol it speaks.

use std::{error::Error, fmt};

use idw_words::MessageData;

use crate::{Explain, Problem};

/// An error that can be shown to people.
pub(crate) trait ExplainedError: Error + Explain + Send + Sync {}

impl<E: Error + Explain + Send + Sync> ExplainedError for E {}

/// Something went wrong with whoever asks: what happened, whose move it is, and whether anything may have arrived there.
pub struct PartyFault {
    /// What the wallet calls it; nothing where the cause's own words name it.
    party: Option<String>,
    problem: Problem,
    reached: Reached,
    next: Option<NextStep>,
    cause: Box<dyn ExplainedError>,
}

/// Whether anything of the user's may have arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Nothing has left the wallet.
    Nothing,
    /// Something had begun to leave.
    Perhaps,
}

/// What the user can do next, where that is not plain from what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// What was prepared is kept: an application can go on where it stopped.
    GoOn,
    /// No answer says whether an application arrived: going on with it asks. It is not sent again by itself.
    AskWhetherItArrived,
    /// Nothing at the address describes a site: its description can come as a file.
    TakeADescriptionFromAFile,
}

impl PartyFault {
    /// A fault before anything of the user's had begun to leave.
    pub(crate) fn new(problem: Problem, cause: impl ExplainedError + 'static) -> Self {
        Self { party: None, problem, reached: Reached::Nothing, next: None, cause: Box::new(cause) }
    }

    /// The same where the cause's words do not say who it was.
    pub(crate) fn of(party: &str, problem: Problem, cause: impl ExplainedError + 'static) -> Self {
        Self { party: Some(party.to_owned()), ..Self::new(problem, cause) }
    }

    /// The same with how far it had come.
    pub(crate) fn reached(self, reached: Reached) -> Self {
        Self { reached, ..self }
    }

    /// The same with what the user can do next.
    pub(crate) fn with_next(self, next: NextStep) -> Self {
        Self { next: Some(next), ..self }
    }

    /// What the wallet calls whoever it is, where the fault says so.
    pub fn party(&self) -> Option<&str> {
        self.party.as_deref()
    }

    /// What the user can do next, where that is not plain from what happened.
    pub fn next(&self) -> Option<NextStep> {
        self.next
    }

    /// What happened, in the cause's words.
    pub(crate) fn explain_cause(&self) -> MessageData {
        self.cause.explain()
    }

    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        self.problem
    }

    /// Whether anything of the user's may have arrived.
    pub fn may_have_arrived(&self) -> Reached {
        self.reached
    }
}

impl fmt::Display for PartyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(party) = &self.party {
            write!(f, "{party}: ")?;
        }
        write!(f, "{}", self.cause)
    }
}

impl fmt::Debug for PartyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PartyFault")
            .field("party", &self.party)
            .field("problem", &self.problem)
            .field("reached", &self.reached)
            .field("next", &self.next)
            .field("cause", &self.cause)
            .finish()
    }
}

impl Error for PartyFault {
    /// The cause; where this says no more than the cause does, the cause's own.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        if self.party.is_none() { self.cause.source() } else { Some(&*self.cause) }
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn it_names_the_party() {
        let cause = || io::Error::other("the line broke");
        let check = |fault: PartyFault, text: &str, source: Option<&str>| {
            assert_eq!(fault.to_string(), text);
            assert_eq!(fault.source().map(ToString::to_string).as_deref(), source, "{text}");
        };
        check(PartyFault::new(Problem::Unreachable, cause()), "the line broke", None);
        let of = || PartyFault::of("Shop", Problem::Unreachable, cause());
        check(of(), "Shop: the line broke", Some("the line broke"));
        check(of().with_next(NextStep::GoOn), "Shop: the line broke", Some("the line broke"));
        assert_eq!(of().may_have_arrived(), Reached::Nothing);
        assert_eq!(of().reached(Reached::Perhaps).may_have_arrived(), Reached::Perhaps);
    }
}
