//! One user, however many wallets: signing up, adding and removing wallets, leaving.

use axum::Router;
use idw_relying_party::{AddWallet, Config, Dialects, RelyingParty, RemoveWallet, SqliteStore, UserId};
use serde_json::json;

use crate::did::applied;
use crate::wallet::{Answer, Call, Speaks, Wallet, site, site_with, state};

pub(crate) const PASSWORD: &str = "correct horse battery";

/// Where the browser goes after a sign-up and a login with the wallet.
pub(crate) async fn ticket_link(site: &Router, wallet: &Wallet) -> String {
    let token = wallet.authenticate(site).await;
    wallet.sign_up(&token).send(site).await.expect(201);
    let redirect = wallet.log_in(site, &token).await;
    redirect.strip_prefix("http://rp.example").unwrap().to_owned()
}

/// A browser that went there; its session.
pub(crate) async fn logged_in(site: &Router, wallet: &Wallet) -> String {
    Call::page(&ticket_link(site, wallet).await).send(site).await.cookie()
}

/// A browser that made an account and logged in to it; its session.
pub(crate) async fn registered(site: &Router, name: &str) -> String {
    let fields = [("name", name), ("password", PASSWORD)];
    Call::submit("/register", &fields).send(site).await.expect(200);
    Call::submit("/sign-in", &fields).send(site).await.cookie()
}

pub(crate) async fn with_session(call: Call, session: &str, site: &Router) -> Answer {
    call.with("cookie", session).send(site).await
}

pub(crate) async fn account(site: &Router, session: &str) -> String {
    with_session(Call::page("/account"), session, site).await.text().to_owned()
}

/// The value of the hidden field `ticket`.
pub(crate) fn ticket_in(html: &str) -> &str {
    let rest = &html[html.find("name=\"ticket\" value=\"").unwrap() + 21..];
    &rest[..rest.find('"').unwrap()]
}

#[tokio::test]
async fn a_new_user() {
    let site = site(Dialects::Both);
    for (speaks, seed) in [(Speaks::Classic, 1), (Speaks::Did, 2)] {
        let wallet = Wallet::new(speaks, seed);
        let session = logged_in(&site, &wallet).await;
        let page = account(&site, &session).await;
        assert!(page.contains("You are logged in as Ada Example"), "{page}");
        assert!(page.contains(&wallet.did()) && page.contains("ada@mail.example"), "{page}");
        assert!(page.contains("Your only way to log in") && !page.contains("action=\"unlink\""), "{page}");
    }
    assert_eq!(state(&site).await["counts"]["users"], 2);
}

#[tokio::test]
async fn a_user_with_a_password_adds_a_wallet() {
    for speaks in [Speaks::Classic, Speaks::Did] {
        let site = site(Dialects::Both);
        let session = registered(&site, "Ada").await;
        assert!(account(&site, &session).await.contains("Nothing: no wallet has signed up."));
        with_session(Call::submit("/link", &[]), &session, &site).await;
        assert!(account(&site, &session).await.contains("Waiting for your wallet"));

        let wallet = Wallet::new(speaks, 1);
        let question = with_session(Call::page(&ticket_link(&site, &wallet).await), &session, &site).await;
        assert_eq!(question.status.as_u16(), 200);
        let html = question.text();
        assert!(html.contains("Add this wallet to your account?") && html.contains(&wallet.did()), "{html}");
        let form = Call::submit("/link-wallet", &[("ticket", ticket_in(html))]);
        let session = with_session(form, &session, &site).await.cookie();

        let page = account(&site, &session).await;
        assert!(page.contains(&wallet.did()) && page.contains("You log in as <b>ada</b>"), "{page}");
        assert!(page.contains("ada@mail.example"), "what the wallet sent is part of the account: {page}");
        let state = state(&site).await;
        assert_eq!((&state["counts"]["users"], &state["users"][0]["name"]), (&json!(1), &json!("ada")));

        let by_wallet = logged_in(&site, &wallet).await;
        assert!(
            account(&site, &by_wallet).await.contains("You log in as <b>ada</b>"),
            "the wallet logs in the same user"
        );
    }
}

#[tokio::test]
async fn a_wallet_is_added_only_where_it_was_asked_for() {
    let site = site(Dialects::Both);
    let session = registered(&site, "ada").await;
    let stranger = Wallet::new(Speaks::Did, 9);
    let link = ticket_link(&site, &stranger).await;
    let ticket = link.split_once("ticket=").unwrap().1;

    let form = || Call::submit("/link-wallet", &[("ticket", ticket)]);
    assert_eq!(form().send(&site).await.status.as_u16(), 401, "nobody is logged in");
    let refused = with_session(form(), &session, &site).await;
    assert!(refused.text().contains("No wallet was expected"), "{}", refused.text());
    with_session(Call::submit("/link", &[]), &session, &site).await;
    let foreign = form().with("host", "rp.example").with("origin", "https://evil.example");
    assert_eq!(with_session(foreign, &session, &site).await.status.as_u16(), 403, "another site's form");
    with_session(Call::submit("/cancel-link", &[]), &session, &site).await;
    assert_eq!(with_session(form(), &session, &site).await.status.as_u16(), 403, "called off");

    let question = with_session(Call::page(&link), &session, &site).await;
    assert!(question.text().contains("Log in as Ada Example?"), "it can only be a login: {}", question.text());
    let switch = Call::submit("/session", &[("ticket", ticket_in(question.text()))]).on_own_page();
    let switched = with_session(switch, &session, &site).await;
    assert_eq!(switched.status.as_u16(), 303, "which a person has to want");
    assert!(account(&site, &switched.cookie()).await.contains(&stranger.did()));
    assert!(account(&site, &session).await.contains("You are not logged in"), "the old session has ended");
    assert_eq!(state(&site).await["counts"]["users"], 2);
}

#[tokio::test]
async fn a_user_has_several_wallets() {
    let site = site(Dialects::Both);
    let (first, second) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Classic, 2));
    let session = logged_in(&site, &first).await;
    let token = first.authenticate(&site).await;
    applied(&site, &first, &token).await;

    with_session(Call::submit("/link", &[]), &session, &site).await;
    let question = with_session(Call::page(&ticket_link(&site, &second).await), &session, &site).await;
    let form = Call::submit("/link-wallet", &[("ticket", ticket_in(question.text()))]);
    let session = with_session(form, &session, &site).await.cookie();
    let page = account(&site, &session).await;
    assert!(page.contains(&first.did()) && page.contains(&second.did()), "{page}");
    assert_eq!(page.matches("action=\"unlink\"").count(), 2, "{page}");
    assert!(page.contains("Basic verification") && page.contains("a.png"), "{page}");

    let elsewhere = logged_in(&site, &first).await;
    let remove = |wallet: &Wallet| Call::submit("/unlink", &[("wallet", &wallet.key.address().lower_hex())]);
    let not_theirs = with_session(remove(&Wallet::new(Speaks::Did, 3)), &session, &site).await;
    assert!(not_theirs.text().contains("not yours"), "{}", not_theirs.text());
    let session = with_session(remove(&first), &session, &site).await.cookie();
    let page = account(&site, &session).await;
    assert!(!page.contains(&first.did()) && page.contains("Your only way to log in"), "{page}");
    assert!(page.contains("Basic verification") && page.contains("a.png"), "they stay with the account: {page}");
    assert!(account(&site, &elsewhere).await.contains("You are not logged in"), "other browsers are logged out");
    let only = with_session(remove(&second), &session, &site).await;
    assert!(only.text().contains("This is your only way to log in"), "{}", only.text());

    let token = first.authenticate(&site).await;
    let gone = Call::get(Speaks::Did, "/users/token").bearer(&token).send(&site).await;
    gone.expect_refusal("a wallet that was removed", 404, "user_does_not_exist");
}

#[tokio::test]
async fn a_wallet_of_another_account_stays_there() {
    let site = site(Dialects::Both);
    let wallet = Wallet::new(Speaks::Did, 1);
    let owner = registered(&site, "owner").await;
    with_session(Call::submit("/link", &[]), &owner, &site).await;
    let question = with_session(Call::page(&ticket_link(&site, &wallet).await), &owner, &site).await;
    with_session(Call::submit("/link-wallet", &[("ticket", ticket_in(question.text()))]), &owner, &site).await;

    let other = registered(&site, "other").await;
    with_session(Call::submit("/link", &[]), &other, &site).await;
    let question = with_session(Call::page(&ticket_link(&site, &wallet).await), &other, &site).await;
    let form = Call::submit("/link-wallet", &[("ticket", ticket_in(question.text()))]);
    let refused = with_session(form, &other, &site).await;
    assert!(refused.text().contains("belongs to another account"), "{}", refused.text());
    assert!(!account(&site, &other).await.contains(&wallet.did()));
}

#[tokio::test]
async fn names_and_passwords() {
    let site = site(Dialects::Both);
    registered(&site, "Ada").await;
    let check = async |path: &str, name: &str, password: &str, status: u16| {
        let answer = Call::submit(path, &[("name", name), ("password", password)]).send(&site).await;
        assert_eq!(answer.status.as_u16(), status, "{path} {name} {password}: {}", answer.text());
        answer
    };
    let answer = check("/sign-in", "ada ", PASSWORD, 303).await;
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
    check("/sign-in", "ada", "correct horse batterz", 403).await;
    check("/sign-in", "eve", PASSWORD, 403).await;
    check("/sign-in", "", "", 403).await;
    check("/register", "ada", PASSWORD, 200).await;
    check("/register", "eve", "short", 422).await;
    check("/register", "<b>", PASSWORD, 422).await;
    let closed = site_with(|config| config.registration = false);
    let answer = Call::submit("/register", &[("name", "ada"), ("password", PASSWORD)]).send(&closed).await;
    assert_eq!(answer.status.as_u16(), 403);
}

#[tokio::test]
async fn files_are_shown_to_their_owner_alone() {
    let site = site_with(|config| config.operator = None);
    let (wallet, other) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Did, 2));
    let session = logged_in(&site, &wallet).await;
    let token = wallet.authenticate(&site).await;
    applied(&site, &wallet, &token).await;
    let page = account(&site, &session).await;
    let start = page.find("received/").unwrap();
    let path = format!("/{}", page[start..].split('"').next().unwrap());
    assert_eq!(with_session(Call::page(&path), &session, &site).await.status.as_u16(), 200);
    assert_eq!(Call::page(&path).send(&site).await.status.as_u16(), 404);
    let foreign = logged_in(&site, &other).await;
    assert_eq!(with_session(Call::page(&path), &foreign, &site).await.status.as_u16(), 404);
}

#[tokio::test]
async fn who_leaves_leaves_nothing_behind() {
    let site = site(Dialects::Both);
    let wallet = Wallet::new(Speaks::Did, 1);
    let session = logged_in(&site, &wallet).await;
    let token = wallet.authenticate(&site).await;
    applied(&site, &wallet, &token).await;
    let unsure = with_session(Call::submit("/delete-account", &[]), &session, &site).await;
    assert!(unsure.text().contains("Nothing was deleted"), "{}", unsure.text());
    let done = with_session(Call::submit("/delete-account", &[("sure", "yes")]), &session, &site).await;
    assert!(done.text().contains("Your account is deleted"), "{}", done.text());
    assert!(done.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(state(&site).await["counts"], json!({"users": 0, "applications": 0, "files": 0}));
    assert!(account(&site, &session).await.contains("You are not logged in"));
    let gone = Call::get(Speaks::Did, "/users/token").bearer(&token).send(&site).await;
    gone.expect_refusal("after leaving", 404, "user_does_not_exist");
}

#[tokio::test]
async fn a_service_does_all_of_it_with_sessions_of_its_own() {
    let mut config = Config::sample("https://rp.example".parse().unwrap()).unwrap();
    config.redirect = Some("https://rp.example/welcome".parse().unwrap());
    let party = RelyingParty::new(config, SqliteStore::in_memory().unwrap()).unwrap();
    let site = Router::new().nest("/lws", party.api());
    let arrive = async |wallet: &Wallet| {
        let token = wallet.authenticate(&site).await;
        wallet.sign_up(&token).send(&site).await.expect(201);
        let redirect = wallet.log_in(&site, &token).await;
        party.redeem_ticket(redirect.split_once("ticket=").unwrap().1).await.unwrap().unwrap()
    };
    let (first, second) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Classic, 2));
    let new = arrive(&first).await;
    let other = arrive(&second).await;
    assert_ne!(new.user.id, other.user.id);
    assert_eq!(party.add_wallet(&new.user.id, other.wallet).await.unwrap(), AddWallet::Added);
    assert_eq!(arrive(&second).await.user.id, new.user.id, "one user with two wallets");
    assert_eq!(party.store().user(&new.user.id).unwrap().unwrap().wallets, [new.wallet, other.wallet]);
    assert_eq!(party.remove_wallet(&new.user.id, new.wallet).await.unwrap(), RemoveWallet::Removed);
    assert_eq!(party.remove_wallet(&new.user.id, other.wallet).await.unwrap(), RemoveWallet::OnlyWayIn);
    assert!(party.delete_user(&new.user.id).await.unwrap());
    assert!(!party.delete_user(&UserId::make()).await.unwrap());
    assert!(party.store().users().unwrap().is_empty());
}
