//! What goes wrong with whoever asks, whatever protocol it speaks.

use std::{error::Error, fmt};

use crate::Problem;

/// Something went wrong with whoever asks: what happened, whose move it is, and whether anything may have arrived there.
pub struct PartyFault {
    /// What the wallet calls it; nothing where the cause's own words name it.
    party: Option<String>,
    problem: Problem,
    reached: Reached,
    next: Option<NextStep>,
    cause: Box<dyn Error + Send + Sync>,
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

impl NextStep {
    /// What is said of it behind what happened. Shells say how it is done.
    fn words(self) -> Option<&'static str> {
        match self {
            Self::GoOn => Some("what was prepared is kept, the application can go on where this stopped"),
            Self::AskWhetherItArrived => {
                Some("it is not known whether the application arrived, going on with it asks the site")
            }
            Self::TakeADescriptionFromAFile => None,
        }
    }
}

impl PartyFault {
    /// A fault before anything of the user's had begun to leave.
    pub(crate) fn new(problem: Problem, cause: impl Error + Send + Sync + 'static) -> Self {
        Self { party: None, problem, reached: Reached::Nothing, next: None, cause: Box::new(cause) }
    }

    /// The same where the cause's words do not say who it was.
    pub(crate) fn of(party: &str, problem: Problem, cause: impl Error + Send + Sync + 'static) -> Self {
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

    /// What lies behind it.
    pub(crate) fn cause(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.cause
    }

    fn words(&self) -> Option<&'static str> {
        self.next.and_then(NextStep::words)
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
        write!(f, "{}", self.cause)?;
        self.words().map_or(Ok(()), |words| write!(f, "; {words}"))
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
        if self.party.is_none() && self.words().is_none() { self.cause.source() } else { Some(&*self.cause) }
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn it_names_the_party_and_says_what_follows() {
        let cause = || io::Error::other("the line broke");
        let check = |fault: PartyFault, text: &str, source: Option<&str>| {
            assert_eq!(fault.to_string(), text);
            assert_eq!(fault.source().map(ToString::to_string).as_deref(), source, "{text}");
        };
        check(PartyFault::new(Problem::Unreachable, cause()), "the line broke", None);
        let of = || PartyFault::of("Shop", Problem::Unreachable, cause());
        check(of(), "Shop: the line broke", Some("the line broke"));
        let kept = "Shop: the line broke; what was prepared is kept, the application can go on where this stopped";
        check(of().with_next(NextStep::GoOn), kept, Some("the line broke"));
        let other = || of().with_next(NextStep::TakeADescriptionFromAFile);
        check(other(), "Shop: the line broke", Some("the line broke"));
        assert_eq!(of().may_have_arrived(), Reached::Nothing);
        assert_eq!(of().reached(Reached::Perhaps).may_have_arrived(), Reached::Perhaps);
    }
}
