//! What is under way: tickets of pages, codes, tokens, and how often each was shown.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use jiff::Timestamp;

use crate::choice::Choice;
use crate::secret::{digest, make_random};

/// How long a page may stay open before it is decided.
const TICKET_LIFETIME: Duration = Duration::from_hours(1);
/// RFC 6749, section 4.1.2, recommends ten minutes at most; the provider's documents give no number.
const CODE_LIFETIME: Duration = Duration::from_mins(10);
/// "Once you have a token, you have 15 minutes to retrieve the user details."
const TOKEN_LIFETIME: Duration = Duration::from_mins(15);
/// The oldest go first.
const MAX_CHECKS: usize = 1_000;
const MAX_TICKETS: usize = 1_000;

/// The two forms of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    WebKyc,
    WebIdv,
}

impl Dialect {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::WebKyc => "web-kyc",
            Self::WebIdv => "web-idv",
        }
    }
}

/// What a client asked for, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) dialect: Dialect,
    /// One of the registered ones.
    pub(crate) redirect_uri: String,
    pub(crate) state: Option<String>,
    pub(crate) back_url: Option<String>,
    /// Web IDV: whether the client asked for two documents.
    pub(crate) documents: usize,
    /// Web IDV: which of the client's flows.
    pub(crate) flow: Option<String>,
}

/// A request that waits for a tester's decision.
#[derive(Debug)]
struct Pending {
    request: Request,
    started: Timestamp,
    /// The address of Web IDV that led here; it is spent with the ticket.
    verification: Option<[u8; 32]>,
}

/// A check that ended with a code.
#[derive(Debug)]
pub(crate) struct Check {
    pub(crate) number: u64,
    pub(crate) request: Request,
    pub(crate) choice: Choice,
    pub(crate) started: Timestamp,
    pub(crate) decided: Timestamp,
    code: [u8; 32],
    /// How often the client showed the code.
    pub(crate) presented: u64,
    /// How often the details were handed out.
    pub(crate) fetched: u64,
    token: Option<([u8; 32], Timestamp)>,
    pub(crate) is_revoked: bool,
}

impl Check {
    /// The first half of the code's SHA-256, by which a test finds the check of a code it knows.
    pub(crate) fn code_digest(&self) -> String {
        hex::encode(&self.code[..16])
    }
}

/// Why a code is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CodeRefusal {
    #[error("code is not one of this provider")]
    Unknown,
    #[error("code was used before; what it was exchanged for is revoked")]
    Used,
    #[error("code has expired")]
    Expired,
    #[error("the redirect URI is not the one that the code was sent to")]
    OtherRedirect,
}

/// Why a token is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TokenRefusal {
    #[error("the token is not one of this provider, or was revoked")]
    Unknown,
    #[error("the token and the data behind it have expired")]
    Expired,
}

/// Everything, in memory.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    tickets: HashMap<[u8; 32], Pending>,
    /// Addresses that Web IDV handed out, and when.
    verifications: HashMap<[u8; 32], (Request, Timestamp)>,
    checks: VecDeque<Check>,
    made: u64,
}

impl Ledger {
    /// A ticket for a page about this request.
    pub(crate) fn open(&mut self, request: Request, now: Timestamp) -> Result<String, getrandom::Error> {
        self.open_ticket(Pending { request, started: now, verification: None })
    }

    /// The last part of an address where a person goes for the check of Web IDV.
    pub(crate) fn make_verification(&mut self, request: Request, now: Timestamp) -> Result<String, getrandom::Error> {
        let id = make_random()?;
        forget_old(&mut self.verifications, now, |(_, made)| *made);
        self.verifications.insert(digest(&id), (request, now));
        Ok(id)
    }

    /// Gives a ticket for the page at this address, or `None` if nobody asked for the address or somebody has used it.
    pub(crate) fn visit(&mut self, id: &str, now: Timestamp) -> Result<Option<(String, Request)>, getrandom::Error> {
        let id = digest(id);
        let Some((request, made)) = self.verifications.get(&id) else { return Ok(None) };
        if has_passed(*made, TICKET_LIFETIME, now) {
            return Ok(None);
        }
        let request = request.clone();
        let pending = Pending { request: request.clone(), started: now, verification: Some(id) };
        Ok(Some((self.open_ticket(pending)?, request)))
    }

    fn open_ticket(&mut self, pending: Pending) -> Result<String, getrandom::Error> {
        let ticket = make_random()?;
        forget_old(&mut self.tickets, pending.started, |pending| pending.started);
        self.tickets.insert(digest(&ticket), pending);
        Ok(ticket)
    }

    /// Takes the ticket of a page that was decided: what it was about, and since when. It works once.
    pub(crate) fn take(&mut self, ticket: &str, now: Timestamp) -> Option<(Request, Timestamp)> {
        let pending = self.tickets.remove(&digest(ticket))?;
        if has_passed(pending.started, TICKET_LIFETIME, now) {
            return None;
        }
        if let Some(id) = pending.verification {
            self.verifications.remove(&id)?;
        }
        Some((pending.request, pending.started))
    }

    /// Notes a check that ended with this code.
    pub(crate) fn finish(&mut self, request: Request, choice: Choice, started: Timestamp, now: Timestamp, code: &str) {
        self.made += 1;
        if self.checks.len() == MAX_CHECKS {
            self.checks.pop_front();
        }
        self.checks.push_back(Check {
            number: self.made,
            request,
            choice,
            started,
            decided: now,
            code: digest(code),
            presented: 0,
            fetched: 0,
            token: None,
            is_revoked: false,
        });
    }

    /// The client shows a code: once it is good, ever after it is refused, and what was had for it is revoked (RFC 6749,
    /// section 4.1.2). A code that was shown with another redirect URI is spent too.
    fn present(
        &mut self,
        dialect: Dialect,
        code: &str,
        redirect_uri: &str,
        now: Timestamp,
    ) -> Result<&mut Check, CodeRefusal> {
        let code = digest(code);
        let found = self.checks.iter_mut().find(|check| check.code == code && check.request.dialect == dialect);
        let check = found.ok_or(CodeRefusal::Unknown)?;
        check.presented += 1;
        if check.presented > 1 {
            check.is_revoked = check.is_revoked || check.token.take().is_some();
            return Err(CodeRefusal::Used);
        }
        if has_passed(check.decided, CODE_LIFETIME, now) {
            return Err(CodeRefusal::Expired);
        }
        if check.request.redirect_uri != redirect_uri {
            return Err(CodeRefusal::OtherRedirect);
        }
        Ok(check)
    }

    /// Web KYC: a code becomes this token.
    pub(crate) fn exchange(
        &mut self,
        code: &str,
        redirect_uri: &str,
        token: &str,
        now: Timestamp,
    ) -> Result<(), CodeRefusal> {
        let check = self.present(Dialect::WebKyc, code, redirect_uri, now)?;
        check.token = Some((digest(token), now));
        Ok(())
    }

    /// Web IDV: a code becomes the result.
    pub(crate) fn result(&mut self, code: &str, redirect_uri: &str, now: Timestamp) -> Result<&Check, CodeRefusal> {
        let check = self.present(Dialect::WebIdv, code, redirect_uri, now)?;
        check.fetched += 1;
        Ok(check)
    }

    /// Web KYC: what a token opens.
    pub(crate) fn details(&mut self, token: &str, now: Timestamp) -> Result<&Check, TokenRefusal> {
        let token = digest(token);
        let is_its = |check: &&mut Check| check.token.is_some_and(|(own, _)| own == token);
        let check = self.checks.iter_mut().find(is_its).ok_or(TokenRefusal::Unknown)?;
        if check.token.is_none_or(|(_, made)| has_passed(made, TOKEN_LIFETIME, now)) {
            return Err(TokenRefusal::Expired);
        }
        check.fetched += 1;
        Ok(check)
    }

    /// Pages that wait for a decision.
    pub(crate) fn open_pages(&self) -> usize {
        self.tickets.len()
    }

    /// The checks that ended with a code, oldest first.
    pub(crate) fn checks(&self) -> impl DoubleEndedIterator<Item = &Check> {
        self.checks.iter()
    }
}

fn has_passed(since: Timestamp, lifetime: Duration, now: Timestamp) -> bool {
    now.duration_since(since).as_secs_f64() >= lifetime.as_secs_f64()
}

/// Makes room for one more.
fn forget_old<T>(map: &mut HashMap<[u8; 32], T>, now: Timestamp, made: impl Fn(&T) -> Timestamp) {
    map.retain(|_, item| !has_passed(made(item), TICKET_LIFETIME, now));
    if map.len() >= MAX_TICKETS {
        let oldest = map.iter().min_by_key(|(_, item)| made(item)).map(|(key, _)| *key);
        oldest.map(|key| map.remove(&key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REDIRECT: &str = "https://client.example/return";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + seconds).unwrap()
    }

    fn request(dialect: Dialect) -> Request {
        let redirect_uri = REDIRECT.to_owned();
        Request { dialect, redirect_uri, state: None, back_url: None, documents: 1, flow: None }
    }

    fn with_code(dialect: Dialect) -> Ledger {
        let mut ledger = Ledger::default();
        ledger.finish(request(dialect), Choice::default(), at(-60), at(0), "code");
        ledger
    }

    #[test]
    fn a_ticket_works_once_and_for_an_hour() {
        let mut ledger = Ledger::default();
        let ticket = ledger.open(request(Dialect::WebKyc), at(0)).unwrap();
        assert_eq!(ledger.take("another", at(1)), None);
        assert_eq!(ledger.take(&ticket, at(1)), Some((request(Dialect::WebKyc), at(0))));
        assert_eq!(ledger.take(&ticket, at(1)), None);
        let ticket = ledger.open(request(Dialect::WebKyc), at(0)).unwrap();
        assert_eq!(ledger.take(&ticket, at(3_600)), None);
    }

    #[test]
    fn an_address_of_web_idv_is_decided_once_however_often_it_is_opened() {
        let mut ledger = Ledger::default();
        let id = ledger.make_verification(request(Dialect::WebIdv), at(0)).unwrap();
        let (first, _) = ledger.visit(&id, at(1)).unwrap().unwrap();
        let (second, _) = ledger.visit(&id, at(1)).unwrap().unwrap();
        assert!(ledger.take(&first, at(2)).is_some());
        assert!(ledger.take(&second, at(2)).is_none());
        assert!(ledger.visit(&id, at(2)).unwrap().is_none() && ledger.visit("another", at(2)).unwrap().is_none());
        let id = ledger.make_verification(request(Dialect::WebIdv), at(0)).unwrap();
        assert!(ledger.visit(&id, at(3_600)).unwrap().is_none());
    }

    #[test]
    fn a_code_is_exchanged_once_and_showing_it_again_revokes_the_token() {
        let mut ledger = with_code(Dialect::WebKyc);
        assert_eq!(ledger.exchange("another", REDIRECT, "token", at(1)), Err(CodeRefusal::Unknown));
        assert_eq!(ledger.exchange("code", REDIRECT, "token", at(1)), Ok(()));
        assert!(ledger.details("token", at(2)).is_ok());
        assert_eq!(ledger.exchange("code", REDIRECT, "token2", at(3)), Err(CodeRefusal::Used));
        assert_eq!(ledger.details("token", at(4)).map(|_| ()), Err(TokenRefusal::Unknown));
        assert_eq!(ledger.details("token2", at(4)).map(|_| ()), Err(TokenRefusal::Unknown));
        let check = ledger.checks().next().unwrap();
        assert_eq!((check.presented, check.fetched, check.is_revoked), (2, 1, true));
    }

    #[test]
    fn codes_live_ten_minutes_and_data_fifteen() {
        let exchanged = |seconds| with_code(Dialect::WebKyc).exchange("code", REDIRECT, "token", at(seconds));
        assert_eq!(exchanged(599), Ok(()));
        assert_eq!(exchanged(600), Err(CodeRefusal::Expired));
        let mut ledger = with_code(Dialect::WebKyc);
        ledger.exchange("code", REDIRECT, "token", at(500)).unwrap();
        assert!(ledger.details("token", at(500 + 899)).is_ok());
        assert_eq!(ledger.details("token", at(500 + 900)).map(|_| ()), Err(TokenRefusal::Expired));
    }

    #[test]
    fn a_code_is_bound_to_its_redirect_uri_and_its_dialect() {
        let mut ledger = with_code(Dialect::WebKyc);
        assert_eq!(ledger.result("code", REDIRECT, at(1)).map(|_| ()), Err(CodeRefusal::Unknown));
        let other = "https://client.example/return/";
        assert_eq!(ledger.exchange("code", other, "token", at(1)), Err(CodeRefusal::OtherRedirect));
        assert_eq!(ledger.exchange("code", REDIRECT, "token", at(1)), Err(CodeRefusal::Used));
        let mut ledger = with_code(Dialect::WebIdv);
        assert_eq!(ledger.exchange("code", REDIRECT, "token", at(1)), Err(CodeRefusal::Unknown));
        assert!(ledger.result("code", REDIRECT, at(1)).is_ok());
        assert_eq!(ledger.result("code", REDIRECT, at(1)).map(|_| ()), Err(CodeRefusal::Used));
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let mut ledger = Ledger::default();
        let first = ledger.open(request(Dialect::WebKyc), at(0)).unwrap();
        for _ in 0..MAX_TICKETS {
            ledger.open(request(Dialect::WebKyc), at(1)).unwrap();
        }
        assert_eq!((ledger.open_pages(), ledger.take(&first, at(2))), (MAX_TICKETS, None));
        for _ in 0..=MAX_CHECKS {
            ledger.finish(request(Dialect::WebKyc), Choice::default(), at(0), at(0), "code");
        }
        assert_eq!((ledger.checks().count(), ledger.checks().next().unwrap().number), (MAX_CHECKS, 2));
    }
}
