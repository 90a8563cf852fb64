//! Whoever guesses passwords or the operator's secret, or asks who has an account.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use idw_relying_party::{Clock, Config};
use jiff::Timestamp;

use crate::accounts::{PASSWORD, account, registered, with_session};
use crate::wallet::{Answer, Call, OPERATOR_SECRET, site_with};

/// A clock that stands still until it is put forward.
#[derive(Clone, Default)]
pub(crate) struct Hands(Arc<AtomicI64>);

impl Hands {
    pub(crate) fn clock(&self) -> Clock {
        let (hands, start) = (self.clone(), Timestamp::now().as_second());
        Clock::new(move || Timestamp::from_second(start + hands.0.load(Ordering::Relaxed)).unwrap())
    }

    pub(crate) fn forward(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

fn timed_site(change: impl FnOnce(&mut Config)) -> (Router, Hands) {
    let hands = Hands::default();
    let site = site_with(|config| {
        config.clock = hands.clock();
        change(config);
    });
    (site, hands)
}

fn sign_in(name: &str, password: &str) -> Call {
    Call::submit("/sign-in", &[("name", name), ("password", password)])
}

/// From the peer of this number.
fn from(call: Call, number: u8) -> Call {
    Call { peer: ([192, 0, 2, number], 40_000).into(), ..call }
}

#[track_caller]
fn wait(answer: &Answer) -> i64 {
    assert_eq!(answer.status.as_u16(), 429, "{}", answer.text());
    answer.headers["retry-after"].to_str().unwrap().parse().unwrap()
}

/// As many guesses as are free.
async fn guess(site: &Router, name: &str, peer: u8) {
    for _ in 0..5 {
        let answer = from(sign_in(name, "a wrong password"), peer).send(site).await;
        assert_eq!(answer.status.as_u16(), 403, "{}", answer.text());
    }
}

#[tokio::test]
async fn guessing_a_password_gets_slower_and_slower() {
    let (site, hands) = timed_site(|_| {});
    registered(&site, "ada").await;
    guess(&site, "ada", 7).await;
    let mut waits = Vec::new();
    for _ in 0..3 {
        let refused = from(sign_in("ada", PASSWORD), 7).send(&site).await;
        let seconds = wait(&refused);
        assert!(refused.text().contains(&format!("Try again in {seconds} seconds.")), "{}", refused.text());
        assert!(!refused.headers.contains_key("set-cookie"), "not even with the right password");
        waits.push(seconds);
        hands.forward(seconds);
        assert_eq!(from(sign_in("ada", "wrong again!"), 7).send(&site).await.status.as_u16(), 403);
    }
    assert_eq!(waits, [2, 4, 8]);
    assert_eq!(wait(&from(sign_in("ada", PASSWORD), 8).send(&site).await), 16, "from elsewhere too");
}

#[tokio::test]
async fn a_name_that_nobody_has_is_slowed_down_alike() {
    let (site, _) = timed_site(|_| {});
    registered(&site, "ada").await;
    let mut answers = Vec::new();
    for (name, peer) in [("ada", 7), ("nobody", 8)] {
        guess(&site, name, peer).await;
        let answer = from(sign_in(name, "a wrong password"), peer).send(&site).await;
        answers.push((wait(&answer), answer.text().replace(name, "…")));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn many_guesses_at_once_are_not_more_guesses() {
    let (site, _) = timed_site(|_| {});
    let calls: Vec<_> = (0..12_u8)
        .map(|number| {
            let site = site.clone();
            tokio::spawn(
                async move { from(sign_in("ada", "a wrong password"), number).send(&site).await.status.as_u16() },
            )
        })
        .collect();
    let mut tried = 0;
    for call in calls {
        tried += usize::from(call.await.unwrap() == 403);
    }
    assert_eq!(tried, 5);
}

#[tokio::test]
async fn guesses_at_many_accounts_are_counted_by_where_they_come_from() {
    let (site, _) = timed_site(|_| {});
    registered(&site, "ada").await;
    for number in 0..20 {
        let answer = from(sign_in(&format!("user-{number}"), "a wrong password"), 7).send(&site).await;
        assert_eq!(answer.status.as_u16(), 403, "{number}");
    }
    wait(&from(sign_in("ada", PASSWORD), 7).send(&site).await);
    from(sign_in("ada", PASSWORD), 8).send(&site).await.cookie();
}

#[tokio::test]
async fn the_owner_gets_in_while_somebody_guesses() {
    let (site, hands) = timed_site(|_| {});
    Call::submit("/register", &[("name", "ada"), ("password", PASSWORD)]).send(&site).await.expect(200);
    let first = sign_in("ada", PASSWORD).send(&site).await;
    let known = first
        .headers
        .get_all("set-cookie")
        .iter()
        .find_map(|cookie| cookie.to_str().unwrap().strip_prefix("idw_rp_known="));
    let known = known.unwrap();
    assert!(known.contains("; HttpOnly; SameSite=Strict"), "{known}");
    let known = format!("idw_rp_known={}", known.split(';').next().unwrap());
    guess(&site, "ada", 7).await;
    wait(&from(sign_in("ada", PASSWORD), 9).send(&site).await);

    let session = with_session(sign_in("ada", PASSWORD), &known, &site).await.cookie();
    assert!(account(&site, &session).await.contains("You are logged in as ada"), "from the browser that did before");
    let alone = with_session(Call::page("/account"), &known, &site).await;
    assert_eq!(alone.status.as_u16(), 401, "by itself it logs nobody in");
    guess(&site, "eve", 7).await;
    let other = with_session(from(sign_in("eve", "a wrong password"), 7), &known, &site).await;
    wait(&other);

    // Whoever keeps the account waiting on purpose tries as soon as they may.
    for _ in 0..20 {
        hands.forward(300);
        let guess = from(sign_in("ada", "a wrong password"), 8).send(&site).await;
        assert_eq!(guess.status.as_u16(), 403);
        wait(&from(sign_in("ada", PASSWORD), 9).send(&site).await);
        with_session(sign_in("ada", PASSWORD), &known, &site).await.cookie();
    }
    hands.forward(300);
    from(sign_in("ada", PASSWORD), 9).send(&site).await.cookie();
}

#[tokio::test]
async fn behind_a_proxy_its_visitors_are_told_apart() {
    let through = |call: Call, list: &str| call.with("x-forwarded-for", list);
    let (site, _) = timed_site(|config| config.behind_proxy = true);
    for number in 0..20 {
        let call = sign_in(&format!("user-{number}"), "a wrong password");
        // What is in front of the last address was said by whoever asks.
        through(call, &format!("198.51.100.{number}, 192.0.2.7")).send(&site).await;
    }
    wait(&through(sign_in("ada", PASSWORD), "192.0.2.7").send(&site).await);
    assert_eq!(through(sign_in("ada", PASSWORD), "192.0.2.8").send(&site).await.status.as_u16(), 403);

    let (direct, _) = timed_site(|_| {});
    for number in 0..20 {
        through(sign_in(&format!("user-{number}"), "a wrong password"), &format!("192.0.2.{number}"))
            .send(&direct)
            .await;
    }
    wait(&through(sign_in("ada", PASSWORD), "192.0.2.99").send(&direct).await);
}

#[tokio::test]
async fn guessing_the_operators_secret_gets_slower_and_slower() {
    let (site, hands) = timed_site(|_| {});
    let bearer = |secret: &str, peer: u8| from(Call::page("/api/state").bearer(secret), peer);
    let form = |secret: &str, peer: u8| from(Call::submit("/operator-sign-in", &[("secret", secret)]), peer);
    bearer(OPERATOR_SECRET, 1).send(&site).await.expect(200);
    for _ in 0..3 {
        bearer("a-wrong-secret-of-a-test", 7).send(&site).await.expect_refusal("wrong", 401, "operator_only");
    }
    for _ in 0..2 {
        assert_eq!(form("a-wrong-secret-of-a-test", 7).send(&site).await.status.as_u16(), 403);
    }
    let refused = bearer(OPERATOR_SECRET, 7).send(&site).await;
    assert_eq!(wait(&refused), 2);
    refused.expect_refusal("too fast", 429, "too_many_attempts");
    wait(&form(OPERATOR_SECRET, 8).send(&site).await);
    bearer(OPERATOR_SECRET, 1).send(&site).await.expect(200);
    hands.forward(2);
    form(OPERATOR_SECRET, 7).send(&site).await.cookie();
    for _ in 0..50 {
        bearer(OPERATOR_SECRET, 7).send(&site).await.expect(200);
    }
}

#[tokio::test]
async fn registering_does_not_tell_who_has_an_account() {
    let (site, _) = timed_site(|_| {});
    registered(&site, "ada").await;
    let register = |name: &str| Call::submit("/register", &[("name", name), ("password", "another password")]);
    let mut answers = Vec::new();
    for name in ["ada", "eve"] {
        let answer = register(name).send(&site).await;
        let headers: Vec<String> = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
        answers.push((answer.status, headers.join("\n").replace(name, "…"), answer.text().replace(name, "…")));
    }
    assert_eq!(answers[0], answers[1]);
    assert!(answers[0].2.contains("Now log in with this name and password."), "{}", answers[0].2);
    assert!(answers[0].1.find("set-cookie").is_none(), "nobody is logged in by it");

    sign_in("eve", "another password").send(&site).await.cookie();
    let taken = sign_in("ada", "another password").send(&site).await;
    assert_eq!(taken.status.as_u16(), 403, "the account is not another's now");
    sign_in("ada", PASSWORD).send(&site).await.cookie();
}

#[tokio::test]
async fn accounts_are_not_made_by_the_dozen() {
    let (site, hands) = timed_site(|_| {});
    let register = |number: u8, peer: u8| {
        let name = format!("user-{number}");
        from(Call::submit("/register", &[("name", &name), ("password", PASSWORD)]), peer)
    };
    for number in 0..20 {
        register(number, 7).send(&site).await.expect(200);
    }
    let seconds = wait(&register(20, 7).send(&site).await);
    register(21, 8).send(&site).await.expect(200);
    hands.forward(seconds);
    register(22, 7).send(&site).await.expect(200);
}
