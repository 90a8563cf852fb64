use idw_wallet::{
    Choice, Declining, FoundSite, Incoming, Intent, Problem, Selection, WantId,
    view::{Connection, Purpose},
};

use crate::{fixture, run, text};

const CONFIG: &str = r#"{
    "website": {"name": "Example Exchange", "url": "https://exchange.example", "termsUrl": "https://exchange.example/terms"},
    "rootEndpoint": "/api/lws", "did": true,
    "endpoints": {"/users": "https://users.example/users"},
    "attributes": [
        "http://platform.selfkey.org/schema/attribute/first-name.json",
        {"id": "mail", "label": "Your e-mail", "schemaId": "https://platform.selfkey.org/schema/attribute/email.json", "required": true},
        {"schemaId": "http://platform.selfkey.org/schema/attribute/phone-number.json", "required": false}
    ]}"#;

fn found(json: &str) -> FoundSite {
    FoundSite::from_config(json.as_bytes()).unwrap()
}

fn sign_up(include: &[&str]) -> Intent {
    Intent {
        purpose: Purpose::SignUp,
        site: "example exchange".to_owned(),
        account: None,
        template: None,
        include: include.iter().map(|name| (*name).to_owned()).collect(),
    }
}

#[test]
fn a_site_is_known_by_its_name_and_its_urls() {
    let fixture = fixture();
    let added = fixture.wallet.add_site(found(CONFIG), None).unwrap();
    assert!(!added.renewed);
    assert_eq!(added.site.root, "https://exchange.example/api/lws");
    assert_eq!(added.site.connection, Connection::Tls);
    assert_eq!(added.site.dialect.as_deref(), Some("did"));
    for name in
        ["Example Exchange", "EXAMPLE exchange", "https://exchange.example", "https://exchange.example/api/lws/"]
    {
        assert_eq!(fixture.wallet.site(name).unwrap().name, "Example Exchange", "{name}");
    }
    assert_eq!(fixture.wallet.site("elsewhere").unwrap_err().problem(), Problem::NotFound);
}

/// Ids tell sites apart whatever they are called, and stay when a site is renewed.
#[test]
fn a_site_is_known_by_its_id() {
    let fixture = fixture();
    let added = fixture.wallet.add_site(found(CONFIG), None).unwrap().site;
    let other = CONFIG.replace("exchange.example", "other.example");
    let other = fixture.wallet.add_site(found(&other), Some("other")).unwrap().site;
    assert_ne!(added.id, other.id);
    assert_eq!(fixture.wallet.site(&other.id).unwrap().root, other.root);
    let renamed = fixture.wallet.add_site(found(CONFIG), Some("renamed")).unwrap().site;
    assert_eq!(renamed.id, added.id);
    assert_eq!(fixture.wallet.site(&added.id).unwrap().name, "renamed");
    fixture.wallet.remove_site(&added.id).unwrap();
    assert_eq!(fixture.wallet.site(&added.id).unwrap_err().problem(), Problem::NotFound);
}

#[test]
fn a_site_offers_what_its_description_does_not_rule_out() {
    let fixture = fixture();
    let check = |endpoints: &str, expected: &[Purpose]| {
        let config = CONFIG.replace(r#"{"/users": "https://users.example/users"}"#, endpoints);
        let added = fixture.wallet.add_site(found(&config), Some("shop")).unwrap();
        assert_eq!(added.site.offers, expected, "{endpoints}");
    };
    check("{}", &[Purpose::LogIn, Purpose::SignUp, Purpose::Apply]);
    check(r#"{"/users": false}"#, &[Purpose::LogIn, Purpose::Apply]);
    check(r#"{"/users": false, "/users/token": false, "/auth/token": false}"#, &[Purpose::Apply]);
    check(r#"{"/templates": false}"#, &[Purpose::LogIn, Purpose::SignUp]);
    check(r#"{"/auth/challenge": false}"#, &[]);
}

#[test]
fn the_requests_of_a_site_are_those_whose_link_leads_to_it() {
    let fixture = fixture();
    let site = fixture.wallet.add_site(found(CONFIG), None).unwrap().site;
    let other = CONFIG.replace("exchange.example", "other.example");
    let other = fixture.wallet.add_site(found(&other), Some("other")).unwrap().site;
    let link = |site: &str| Incoming::of_link(&format!("idw://login?site={site}")).unwrap();
    assert_eq!(fixture.wallet.site_requests(&site.id).unwrap(), Vec::<String>::new());
    let mine = fixture.wallet.accept(link("https://exchange.example/api/lws")).unwrap();
    fixture.wallet.accept(link("https://nobody.example/lws")).unwrap();
    assert_eq!(fixture.wallet.site_requests(&site.id).unwrap(), std::slice::from_ref(&mine.id));
    assert_eq!(fixture.wallet.site_requests(&other.id).unwrap(), Vec::<String>::new());
    fixture.wallet.decline_request(&mine.id, Declining::Once).unwrap();
    assert_eq!(fixture.wallet.site_requests(&site.id).unwrap(), Vec::<String>::new(), "it waits no more");
    assert_eq!(fixture.wallet.site_requests("nobody").unwrap_err().problem(), Problem::NotFound);
}

#[test]
fn adding_it_again_renews_it_and_tells_what_changed() {
    let fixture = fixture();
    let before = fixture.wallet.add_site(found(CONFIG), None).unwrap();
    let asks_more = CONFIG.replace("first-name.json", "last-name.json");
    let after = fixture.wallet.add_site(found(&asks_more), None).unwrap();
    assert!(after.renewed);
    assert_eq!(fixture.wallet.sites().unwrap().len(), 1);
    assert_eq!(after.site.account, before.site.account, "the key stays");
    assert_eq!(after.changes.len(), 2, "{:?}", after.changes);
}

#[test]
fn two_sites_do_not_share_a_name() {
    let fixture = fixture();
    fixture.wallet.add_site(found(CONFIG), None).unwrap();
    let other = CONFIG.replace("https://exchange.example", "https://other.example");
    let second = fixture.wallet.add_site(found(&other), None).unwrap();
    assert_eq!(second.site.name, "Example Exchange (other.example)");
    let third = CONFIG.replace("https://exchange.example", "https://third.example");
    let error = fixture.wallet.add_site(found(&third), Some("example exchange")).unwrap_err();
    assert_eq!(error.problem(), Problem::Exists);
}

#[test]
fn the_proposal_shows_what_is_there_what_is_missing_and_where_it_goes() {
    let fixture = fixture();
    fixture.wallet.add_site(found(CONFIG), None).unwrap();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    fixture.wallet.set_attribute(text("phone-number", "+64 555 123 4567")).ok();
    let proposal = run(fixture.wallet.propose(sign_up(&[]))).unwrap();
    let view = proposal.view();
    assert!(!view.ready, "the e-mail is missing");
    let state: Vec<_> = view
        .items
        .iter()
        .map(|item| {
            (item.requirement.called.title.as_str(), item.requirement.required, item.missing.is_some(), item.included)
        })
        .collect();
    assert_eq!(state[1], ("Email", true, true, true));
    assert!(!state[2].3, "optional things are off by default");
    assert_eq!(view.elsewhere.len(), 1);
    assert_eq!(view.elsewhere[0].host, "users.example");
    let selection = Selection::default_for(view);
    let (proposal, error) = proposal.approve(&selection).unwrap_err();
    assert_eq!(error.problem(), Problem::Missing);
    assert!(error.to_string().contains("Your e-mail"), "{error}");
    drop(proposal);

    fixture.wallet.set_attribute(text("email", "ada@mail.example")).unwrap();
    let proposal = run(fixture.wallet.propose(sign_up(&[]))).unwrap();
    assert!(proposal.view().ready);
    let selection = Selection::default_for(proposal.view());
    assert!(proposal.approve(&selection).is_ok());
}

#[test]
fn what_is_required_cannot_be_left_out_and_only_what_was_shown_can_be_sent() {
    let fixture = fixture();
    fixture.wallet.add_site(found(CONFIG), None).unwrap();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    let last = fixture.wallet.set_attribute(text("last-name", "Example")).unwrap();
    fixture.wallet.set_attribute(text("email", "ada@mail.example")).unwrap();
    let check = |change: &dyn Fn(&mut Selection, WantId), expected: Problem| {
        let proposal = run(fixture.wallet.propose(sign_up(&[]))).unwrap();
        let mut selection = Selection::default_for(proposal.view());
        change(&mut selection, WantId::from(proposal.view().items[0].id.clone()));
        assert_eq!(proposal.approve(&selection).unwrap_err().1.problem(), expected);
    };
    let leave_out = |selection: &mut Selection, first: WantId| selection.choose(first, Choice::default());
    let another = |selection: &mut Selection, first: WantId| {
        let value = Some(last.id.clone());
        selection.choose(first, Choice { included: true, value, again: false });
    };
    let beyond = |selection: &mut Selection, _: WantId| {
        selection.choose(WantId::from("never shown".to_owned()), Choice::default());
    };
    check(&leave_out, Problem::Declined);
    check(&another, Problem::Usage);
    check(&beyond, Problem::Usage);
    check(&|selection, _| *selection = Selection::default(), Problem::Usage);
    let other = run(fixture.wallet.propose(sign_up(&[]))).unwrap();
    let of_another = Selection::default_for(other.view());
    check(&|selection, _| selection.clone_from(&of_another), Problem::Usage);
}

#[test]
fn what_a_site_does_not_ask_for_is_not_included() {
    let fixture = fixture();
    fixture.wallet.add_site(found(CONFIG), None).unwrap();
    let error = run(fixture.wallet.propose(sign_up(&["passport"]))).unwrap_err();
    assert_eq!(error.problem(), Problem::Usage);
    assert!(error.to_string().contains("passport"), "{error}");
    let proposal = run(fixture.wallet.propose(sign_up(&["phone-number"]))).unwrap();
    assert!(proposal.view().items[2].included);
}
