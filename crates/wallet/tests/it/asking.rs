//! What a site asks for now, compared with the last time.

use idw_wallet::{
    FoundSite, Intent, Selection, Wallet,
    view::{ChangeView, ConsentNoteView, Earlier, Purpose},
};

use crate::{fixture, run, text};

fn config(attributes: &[&str]) -> FoundSite {
    let urls: Vec<String> =
        attributes.iter().map(|name| format!("\"http://platform.selfkey.org/schema/attribute/{name}.json\"")).collect();
    // Nothing listens on port 1, so that whatever is sent there fails.
    let json = format!(
        r#"{{"website":{{"name":"Shop"}},"rootEndpoint":"http://127.0.0.1:1/lws","did":true,"attributes":[{}]}}"#,
        urls.join(",")
    );
    FoundSite::from_config(json.as_bytes()).unwrap()
}

fn proposal(wallet: &Wallet) -> idw_wallet::Proposal {
    let intent =
        Intent { purpose: Purpose::SignUp, site: "Shop".to_owned(), account: None, template: None, include: vec![] };
    run(wallet.propose(intent)).unwrap()
}

#[test]
fn what_is_new_since_the_last_time_is_told() {
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    fixture.wallet.set_attribute(text("email", "ada@mail.example")).unwrap();
    fixture.wallet.add_site(config(&["first-name", "last-name"]), None).ok();
    fixture.wallet.add_site(config(&["first-name"]), None).unwrap();
    let first = proposal(&fixture.wallet);
    assert!(first.view().changes.is_empty() && !first.view().items[0].new_request, "there was no last time");
    let former = first.view().items[0].requirement.called.title.clone();
    let selection = Selection::default_for(first.view());
    let approved = first.approve(&selection).map_err(|(_, error)| error).unwrap();
    assert!(run(fixture.wallet.disclose(approved, &|_| {})).is_err(), "nobody listens there");

    fixture.wallet.add_site(config(&["email"]), None).unwrap();
    let fixture = fixture.reopened();
    let second = proposal(&fixture.wallet);
    let item = &second.view().items[0];
    assert!(item.new_request);
    assert_eq!(item.notes, [ConsentNoteView::NotAskedBefore]);
    let than = Earlier::LastTime;
    let expected = [
        ChangeView::NewlyAsked { title: item.requirement.called.title.clone(), required: true, than },
        ChangeView::NoLongerAsked { title: former },
    ];
    assert_eq!(second.view().changes, expected);
    let held = fixture.wallet.attribute("first-name").unwrap();
    assert!(held[0].last_sent.is_empty(), "what failed does not count as sent");
}
