//! Links with a ticket: what they do to a browser that did not ask for them.

use idw_relying_party::Dialects;

use crate::accounts::{account, logged_in, ticket_in, ticket_link, with_session};
use crate::wallet::{Call, Speaks, Wallet, site};

#[tokio::test]
async fn somebody_elses_link_does_not_change_who_is_logged_in() {
    let site = site(Dialects::Both);
    let (ada, mallory) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Classic, 2));
    let session = logged_in(&site, &ada).await;
    let link = ticket_link(&site, &mallory).await;

    for _ in 0..2 {
        let question = with_session(Call::page(&link), &session, &site).await;
        assert_eq!(question.status.as_u16(), 200);
        assert!(!question.headers.contains_key("set-cookie"), "{:?}", question.headers);
        let html = question.text();
        assert!(html.contains("You are logged in as <b>Ada Example</b>") && html.contains("Stay as you are"), "{html}");
    }
    assert!(account(&site, &session).await.contains(&ada.did()), "the session goes on");

    let question = with_session(Call::page(&link), &session, &site).await;
    let post = || Call::submit("/session", &[("ticket", ticket_in(question.text()))]);
    let foreign = post().with("host", "rp.example").with("origin", "https://evil.example");
    assert_eq!(with_session(foreign, &session, &site).await.status.as_u16(), 403, "another site's form");
    assert!(account(&site, &session).await.contains(&ada.did()));

    let switched = with_session(post().on_own_page(), &session, &site).await;
    assert!(account(&site, &switched.cookie()).await.contains(&mallory.did()), "it was wanted");
    assert!(account(&site, &session).await.contains("You are not logged in"), "one browser, one session");
}

#[tokio::test]
async fn a_used_or_made_up_link_ends_no_session() {
    let site = site(Dialects::Both);
    let (ada, mallory) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Did, 2));
    let session = logged_in(&site, &ada).await;
    let used = ticket_link(&site, &mallory).await;
    Call::page(&used).send(&site).await.cookie();
    for link in [used.as_str(), "/session?ticket=x", "/session"] {
        let answer = with_session(Call::page(link), &session, &site).await;
        assert_eq!(answer.status.as_u16(), 403, "{link}");
        assert!(!answer.headers.contains_key("set-cookie"), "{link}");
    }
    assert!(account(&site, &session).await.contains(&ada.did()));
}

#[tokio::test]
async fn ones_own_link_leads_to_the_account_and_leaves_the_session() {
    let site = site(Dialects::Both);
    let ada = Wallet::new(Speaks::Did, 1);
    let session = logged_in(&site, &ada).await;
    let link = ticket_link(&site, &ada).await;
    let answer = with_session(Call::page(&link), &session, &site).await;
    assert_eq!((answer.status.as_u16(), &answer.headers["location"]), (303, &"/account".parse().unwrap()));
    assert!(!answer.headers.contains_key("set-cookie"), "{:?}", answer.headers);
    assert!(account(&site, &session).await.contains(&ada.did()));
    assert_eq!(Call::page(&link).send(&site).await.status.as_u16(), 403, "it is used up");
}

#[tokio::test]
async fn a_link_on_another_site_asks_even_who_is_not_logged_in() {
    let site = site(Dialects::Both);
    let mallory = Wallet::new(Speaks::Did, 1);
    for from in ["cross-site", "same-site"] {
        let link = ticket_link(&site, &mallory).await;
        let question = Call::page(&link).with("sec-fetch-site", from).send(&site).await;
        assert!(!question.headers.contains_key("set-cookie"), "{from}");
        assert!(question.text().contains("Log in as Ada Example?"), "{from}: {}", question.text());
        let wanted = Call::submit("/session", &[("ticket", ticket_in(question.text()))]).on_own_page();
        assert!(account(&site, &wanted.send(&site).await.cookie()).await.contains(&mallory.did()), "{from}");
    }
    let opened = Call::page(&ticket_link(&site, &mallory).await).with("sec-fetch-site", "none").send(&site).await;
    assert!(account(&site, &opened.cookie()).await.contains(&mallory.did()), "the wallet opened it");
}
