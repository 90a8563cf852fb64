//! Relying parties with exactly one fault: they speak both dialects by the book but for one answer, which breaks the
//! protocol, HTTP or good manners.
//!
//! The server speaks HTTP with its own few lines over a socket, because a library would not let it misbehave. It
//! writes down every byte it is sent, so that a test can tell what a wallet gave away.

mod exchange;
mod server;
mod site;

use std::io;

pub use exchange::{Exchange, challenge_claims, seconds_from_now};
pub use server::{FaultServer, Recorded};

/// A way to misbehave.
pub struct Fault {
    /// What a report calls it.
    pub name: &'static str,
    /// What the server does.
    pub what: &'static str,
    /// What the person at the wallet is doing.
    pub flow: Flow,
    /// What the server speaks.
    pub dialect: Dialect,
    /// Whether its description leaves the dialect open.
    pub silent: bool,
    /// Where it misbehaves.
    pub at: Step,
    /// How often, from the first time on.
    pub times: usize,
    /// Whether it does so before it has read the request's body.
    pub early: bool,
    /// How.
    pub act: Act,
    /// How the wallet must take it.
    pub expected: Expected,
    /// The step beyond which the wallet must not go.
    pub last: Step,
    /// How often the wallet may sign a challenge at most.
    pub responses: usize,
    /// Whether the wallet's time limit ends it, so that it takes that long.
    pub slow: bool,
}

/// Answers a request badly. An error is a client that has gone away, which is as good as any answer.
pub type Act = fn(&mut Exchange<'_>) -> io::Result<()>;

/// What a wallet is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// `idw site add`.
    AddSite,
    /// `idw login`.
    LogIn,
    /// `idw signup`.
    SignUp,
    /// `idw apply`.
    Apply,
}

/// The two dialects of the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// The one of 2019.
    Classic,
    /// The one of 2020.
    Did,
}

/// The endpoints, in the order in which flows come by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The description.
    Config,
    /// A schema of the site's own.
    Schema,
    /// `GET /templates`.
    Templates,
    /// `GET /templates/{id}`.
    Template,
    /// `GET /auth/challenge`.
    Challenge,
    /// `POST /auth/challenge`.
    Response,
    /// `POST /users/file`.
    UserFile,
    /// `POST /users`.
    Users,
    /// `GET /auth/token` and `GET /users/token`.
    UserToken,
    /// `POST /login`.
    LogIn,
    /// `POST /files`.
    File,
    /// `POST /applications`.
    Apply,
    /// `GET /applications` and `GET /applications/{id}`.
    LookUp,
}

/// How a wallet must take a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It does no harm: the command succeeds.
    Fine,
    /// This word in `error.code`, and this exit code.
    Fails(&'static str, i32),
}

/// The site broke the protocol.
pub const PROTOCOL: Expected = Expected::Fails("protocol", 7);
/// The site cannot be reached, or failed.
pub const UNREACHABLE: Expected = Expected::Fails("unreachable", 7);
/// The site refused.
pub const REFUSED: Expected = Expected::Fails("refused", 6);

impl Fault {
    /// A fault of a did site that it shows every time, after which the wallet goes no further.
    pub const fn new(
        name: &'static str,
        what: &'static str,
        flow: Flow,
        at: Step,
        expected: Expected,
        act: Act,
    ) -> Self {
        let last = match expected {
            Expected::Fine => Step::LookUp,
            Expected::Fails(..) => at,
        };
        Self {
            name,
            what,
            flow,
            dialect: Dialect::Did,
            silent: false,
            at,
            times: usize::MAX,
            early: false,
            act,
            expected,
            last,
            responses: 1,
            slow: false,
        }
    }

    /// The same at a classic site.
    #[must_use]
    pub const fn classic(self) -> Self {
        Self { dialect: Dialect::Classic, ..self }
    }

    /// The same at a site whose description does not name its dialect.
    #[must_use]
    pub const fn silent(self) -> Self {
        Self { silent: true, ..self }
    }

    /// The same, the first time only.
    #[must_use]
    pub const fn once(self) -> Self {
        Self { times: 1, ..self }
    }

    /// The same, before the request's body is read.
    #[must_use]
    pub const fn early(self) -> Self {
        Self { early: true, ..self }
    }

    /// It ends with the wallet's time limit.
    #[must_use]
    pub const fn slow(self) -> Self {
        Self { slow: true, ..self }
    }

    /// The wallet may go on to this step, though it fails.
    #[must_use]
    pub const fn up_to(self, last: Step) -> Self {
        Self { last, ..self }
    }

    /// The wallet may start again from the challenge once.
    #[must_use]
    pub const fn again(self) -> Self {
        Self { responses: 2, ..self }
    }
}
