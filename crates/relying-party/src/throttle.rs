//! Slows down whoever guesses passwords, without locking out whoever knows them.
//!
//! Attempts are counted by account and by peer. After a few, the next one has to wait, each time twice as long, up to a
//! limit: no wait lasts for ever, and what has been quiet for long enough is forgotten. Where somebody keeps an account
//! waiting on purpose, its owner still gets in from a browser that has signed in before: such attempts are counted by
//! that browser alone.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

/// What is remembered at most, at some 100 bytes each. When it is full, the oldest go.
const MAX_ENTRIES: usize = 20_000;

/// What attempts are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    kind: Kind,
    /// A digest, so that long names take no more room than short ones.
    id: [u8; 32],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Account,
    Peer,
    Known,
    Registration,
}

impl Key {
    /// Sign-ins to an account, whether or not there is one of this name.
    pub(crate) fn account(name: &str) -> Self {
        Self::new(Kind::Account, name.as_bytes())
    }

    /// Sign-ins to the operator's pages. No account has a name like this.
    pub(crate) fn operator() -> Self {
        Self::account("\0operator")
    }

    /// Sign-ins from one place.
    pub(crate) fn peer(address: IpAddr) -> Self {
        Self::new(Kind::Peer, &network(address))
    }

    /// Sign-ins to an account from a browser that has signed in to it before.
    pub(crate) fn known_browser(secret: &str) -> Self {
        Self::new(Kind::Known, secret.as_bytes())
    }

    /// The same for programs, which have no cookies: the operator's, from a place that has shown the secret before.
    pub(crate) fn known_operator(address: IpAddr) -> Self {
        Self::new(Kind::Known, &[&b"\0operator"[..], &network(address)].concat())
    }

    /// Accounts made from one place.
    pub(crate) fn registrations(address: IpAddr) -> Self {
        Self::new(Kind::Registration, &network(address))
    }

    fn new(kind: Kind, text: &[u8]) -> Self {
        Self { kind, id: Sha256::digest(text).into() }
    }
}

/// An IPv4 address, or the network of an IPv6 address: a customer has at least 2^64 of those (RFC 6177).
fn network(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}

/// How attempts of one kind are slowed down.
struct Rule {
    /// Attempts before the first wait.
    free: u32,
    /// The first wait, which doubles from then on.
    first: Duration,
    /// The longest one.
    most: Duration,
    /// Without an attempt for so long, all is forgotten.
    memory: Duration,
}

impl Kind {
    fn rule(self) -> Rule {
        match self {
            Self::Account | Self::Known => Rule {
                free: 5,
                first: Duration::from_secs(2),
                most: Duration::from_mins(5),
                memory: if self == Self::Known { Duration::from_hours(24) } else { Duration::from_hours(1) },
            },
            // People share addresses.
            Self::Peer => Rule {
                free: 20,
                first: Duration::from_secs(2),
                most: Duration::from_mins(15),
                memory: Duration::from_hours(1),
            },
            Self::Registration => Rule {
                free: 20,
                first: Duration::from_mins(1),
                most: Duration::from_hours(1),
                memory: Duration::from_hours(24),
            },
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    attempts: u32,
    last: Timestamp,
    /// The next attempt has to wait until then.
    until: Timestamp,
}

impl Entry {
    fn note(&mut self, rule: &Rule, now: Timestamp) {
        if self.is_forgotten(rule, now) {
            self.attempts = 0;
        }
        self.attempts = self.attempts.saturating_add(1);
        self.last = now;
        self.until = match self.attempts.checked_sub(rule.free) {
            None => now,
            Some(doublings) => after(now, rule.first.saturating_mul(2_u32.saturating_pow(doublings)).min(rule.most)),
        };
    }

    fn is_forgotten(&self, rule: &Rule, now: Timestamp) -> bool {
        after(self.last, rule.memory) <= now
    }
}

/// Attempts by what they are counted by.
#[derive(Debug, Default)]
pub(crate) struct Throttle {
    entries: Mutex<HashMap<Key, Entry>>,
}

impl Throttle {
    /// Counts an attempt by each of the keys, before it is carried out: otherwise many at once would all find nothing
    /// counted yet.
    ///
    /// # Errors
    /// How long to wait, where one of them has to; then nothing is counted.
    pub(crate) fn admit(&self, keys: &[Key], now: Timestamp) -> Result<(), Duration> {
        let mut entries = self.lock();
        if let Some(wait) = longest_wait(&entries, keys, now) {
            return Err(wait);
        }
        for key in keys {
            note(&mut entries, *key, now);
        }
        Ok(())
    }

    /// How long the next attempt has to wait, if at all; counts nothing.
    pub(crate) fn wait(&self, keys: &[Key], now: Timestamp) -> Option<Duration> {
        longest_wait(&self.lock(), keys, now)
    }

    /// Counts a failed attempt, where [`admit`](Self::admit) did not.
    pub(crate) fn note(&self, keys: &[Key], now: Timestamp) {
        let mut entries = self.lock();
        for key in keys {
            note(&mut entries, *key, now);
        }
    }

    /// The attempt was a good one. What is counted by account and browser is forgotten; a peer gets back this one attempt
    /// alone, or an account of one's own would do to guess on for ever.
    pub(crate) fn succeeded(&self, keys: &[Key], now: Timestamp) {
        let mut entries = self.lock();
        for key in keys {
            match key.kind {
                Kind::Account | Kind::Registration => {
                    entries.remove(key);
                }
                Kind::Known => {
                    make_room(&mut entries, now);
                    entries.insert(*key, Entry { attempts: 0, last: now, until: now });
                }
                Kind::Peer => {
                    if let Some(entry) = entries.get_mut(key) {
                        entry.attempts = entry.attempts.saturating_sub(1);
                        if entry.attempts < key.kind.rule().free {
                            entry.until = now;
                        }
                    }
                }
            }
        }
    }

    /// Whether an attempt by this key succeeded not long ago.
    pub(crate) fn knows(&self, key: Key, now: Timestamp) -> bool {
        self.lock().get(&key).is_some_and(|entry| !entry.is_forgotten(&key.kind.rule(), now))
    }

    /// A panic elsewhere leaves no half-done work here: each change is one assignment.
    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn longest_wait(entries: &HashMap<Key, Entry>, keys: &[Key], now: Timestamp) -> Option<Duration> {
    let waits = keys.iter().filter_map(|key| entries.get(key)).filter(|entry| entry.until > now);
    waits.map(|entry| entry.until.duration_since(now).unsigned_abs()).max()
}

fn note(entries: &mut HashMap<Key, Entry>, key: Key, now: Timestamp) {
    if !entries.contains_key(&key) {
        make_room(entries, now);
    }
    let entry = entries.entry(key).or_insert(Entry { attempts: 0, last: now, until: now });
    entry.note(&key.kind.rule(), now);
}

/// Forgets what may be forgotten, and where that is not enough, the eighth that has been quiet the longest.
fn make_room(entries: &mut HashMap<Key, Entry>, now: Timestamp) {
    if entries.len() < MAX_ENTRIES {
        return;
    }
    entries.retain(|key, entry| !entry.is_forgotten(&key.kind.rule(), now));
    if entries.len() < MAX_ENTRIES {
        return;
    }
    let mut times: Vec<Timestamp> = entries.values().map(|entry| entry.last).collect();
    let (_, oldest, _) = times.select_nth_unstable(MAX_ENTRIES / 8);
    let oldest = *oldest;
    let mut surplus = entries.len() - MAX_ENTRIES + MAX_ENTRIES / 8;
    entries.retain(|_, entry| {
        let goes = entry.last <= oldest && surplus > 0;
        surplus -= usize::from(goes);
        !goes
    });
}

fn after(time: Timestamp, wait: Duration) -> Timestamp {
    let wait = SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX);
    time.saturating_add(wait).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn waits_double_up_to_a_limit_and_are_forgotten() {
        let throttle = Throttle::default();
        let keys = [Key::account("ada")];
        let mut now = 1_000;
        for attempt in 1..=5 {
            assert_eq!(throttle.admit(&keys, at(now)), Ok(()), "attempt {attempt}");
        }
        for seconds in [2_i64, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300] {
            assert_eq!(throttle.admit(&keys, at(now)), Err(Duration::from_secs(seconds.unsigned_abs())));
            now += seconds;
            assert_eq!(throttle.admit(&keys, at(now)), Ok(()), "after {seconds} s");
        }
        assert_eq!(throttle.admit(&[Key::account("eve")], at(now)), Ok(()), "others do not wait");
        now += 3_600;
        for attempt in 1..=5 {
            assert_eq!(throttle.admit(&keys, at(now)), Ok(()), "attempt {attempt} an hour later");
        }
        assert!(throttle.admit(&keys, at(now)).is_err());
    }

    #[test]
    fn an_account_of_ones_own_does_not_help_to_guess() {
        let throttle = Throttle::default();
        let peer = Key::peer("192.0.2.7".parse().unwrap());
        let mut guesses = 0;
        while throttle.admit(&[Key::account("victim"), peer], at(0)).is_ok() {
            guesses += 1;
            let own = [Key::account("mallory"), peer];
            if throttle.admit(&own, at(0)).is_ok() {
                throttle.succeeded(&own, at(0));
            }
        }
        assert_eq!(guesses, 5);
        while throttle.admit(&[Key::account(&format!("victim {guesses}")), peer], at(0)).is_ok() {
            guesses += 1;
            let own = [Key::account("mallory"), peer];
            if throttle.admit(&own, at(0)).is_ok() {
                throttle.succeeded(&own, at(0));
            }
        }
        assert!(guesses <= 20, "{guesses}");
    }

    #[test]
    fn neighbours_count_as_one_peer() {
        let key = |text: &str| Key::peer(text.parse().unwrap());
        assert_eq!(key("2001:db8:1:2::1"), key("2001:db8:1:2:ffff::9"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_eq!(key("192.0.2.7"), key("::ffff:192.0.2.7"));
        assert_ne!(key("192.0.2.7"), key("192.0.2.8"));
    }

    #[test]
    fn the_table_has_an_end_and_the_oldest_go_first() {
        let throttle = Throttle::default();
        for number in 0..MAX_ENTRIES + 5_000 {
            throttle.note(&[Key::account(&number.to_string())], at(1));
            assert!(throttle.lock().len() <= MAX_ENTRIES);
        }
        let newest = Key::account("newest");
        for _ in 0..5 {
            throttle.note(&[newest], at(2));
        }
        for number in 0..MAX_ENTRIES {
            throttle.note(&[Key::account(&format!("more {number}"))], at(1));
        }
        assert!(throttle.lock().len() <= MAX_ENTRIES);
        assert!(throttle.wait(&[newest], at(2)).is_some(), "the newest is still there");
    }
}
