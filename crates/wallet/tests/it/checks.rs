//! An identity check, from the browser's leaving to what the wallet makes of it later.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::Arc,
    thread,
    time::Duration,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use idw_wallet::{
    AddProvider, CheckChoice, CheckError, CheckOptions, CheckReview, CheckSelection, IfVerified, KeepCheckError,
    MergedKind, Problem, ProviderSecret, RemarkOutcome, SetAttribute, SetAttributeError, Wallet,
    view::{
        AttributeView, CheckDocumentKind, CheckKept, CheckLeftOutBecause, CheckOutcome, CheckStanding, OriginView,
        ProviderDialect, SourceView,
    },
};
use serde_json::{Value, json};

use crate::{
    Fixture, file, fixture, jpeg,
    poisoned::{back_up, forged, merge, only, restore, schema, stranger, told},
    run, said, said_if_any, text,
};

const LIMIT: Duration = Duration::from_secs(60);

/// A provider that answers every exchange with a token, and every question with these details.
pub(crate) struct Provider {
    url: String,
}

impl Provider {
    pub(crate) fn new(details: &Value) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let details = Arc::new(details.to_string());
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, details) = (stream.unwrap(), Arc::clone(&details));
                thread::spawn(move || {
                    let head = read_request(&mut stream);
                    let body = if head.contains("/token") { r#"{"token":"t"}"# } else { details.as_str() };
                    let length = body.len();
                    let head = format!(
                        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
                    );
                    stream.write_all(head.as_bytes()).unwrap();
                    stream.write_all(body.as_bytes()).unwrap();
                });
            }
        });
        Self { url }
    }
}

/// The head of a request, once all of it has come.
fn read_request(stream: &mut TcpStream) -> String {
    let (mut all, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let read = stream.read(&mut piece).unwrap();
        all.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&all).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().unwrap())
            });
            let is_chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
            if is_chunked && body.ends_with("0\r\n\r\n") || !is_chunked && body.len() >= length.unwrap_or(0) {
                return head.to_owned();
            }
        }
        assert!(read > 0, "the client went away");
    }
}

/// A port that nobody uses just now.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

pub(crate) fn add(wallet: &Wallet, provider: &Provider, name: &str, trusted: bool) {
    let add = AddProvider {
        name: name.to_owned(),
        dialect: ProviderDialect::WebKyc,
        client_id: "org.example.wallet".to_owned(),
        authorize: Some(format!("{}/authorize", provider.url)),
        api: Some(provider.url.clone()),
        redirect: Some(format!("http://127.0.0.1:{}/back", free_port())),
        listen: None,
        trusted,
        secret: None,
        secret_file: None,
    };
    let view = wallet.add_provider(add).unwrap();
    assert!(view.test, "it runs on this machine");
}

/// Does what the user's browser does: it comes straight back.
fn come_back(address: &str) {
    let query: BTreeMap<String, String> = url::Url::parse(address).unwrap().query_pairs().into_owned().collect();
    let mut back = url::Url::parse(&query["redirect_uri"]).unwrap();
    let host = format!("127.0.0.1:{}", back.port().unwrap());
    back.query_pairs_mut().append_pair("code", "c0de").append_pair("state", &query["state"]);
    let mut stream = TcpStream::connect(&host).unwrap();
    let target = format!("{}?{}", back.path(), back.query().unwrap());
    stream.write_all(format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()).unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
}

pub(crate) fn check(wallet: &Wallet, provider: &str, options: CheckOptions) -> CheckReview {
    let arrived = run(async {
        let secret = Some(ProviderSecret::new("s3cret".to_owned()));
        let under_way = wallet.begin_check(provider, secret).await.unwrap();
        let address = under_way.address().to_owned();
        let browser = thread::spawn(move || come_back(&address));
        let arrived = under_way.arrived(LIMIT, &|_| ()).await.unwrap();
        browser.join().unwrap();
        arrived
    });
    wallet.review_check(arrived, options).unwrap()
}

pub(crate) fn details() -> Value {
    let picture = |tag| BASE64_STANDARD.encode(jpeg(tag));
    json!({"croppedDocs": {"front": picture(1)}, "details": {
        "documentType": "PP", "documentNumber": "C01X00T47", "issuingCountry": "DEU", "nationality": "DEU",
        "givenNames": "ADA MARIA", "surname": "EXAMPLE", "dateOfBirth": "1987-01-12", "dateOfIssue": "2021-01-30",
        "dateOfExpiry": "2091-01-29", "sex": "F"}})
}

fn all(review: &CheckReview, choice: CheckChoice) -> CheckSelection {
    CheckSelection(review.preview().items.iter().map(|item| (item.id.clone(), choice)).collect())
}

pub(crate) fn keep(wallet: &Wallet, mut review: CheckReview, choice: CheckChoice) -> CheckKept {
    let selection = all(&review, choice);
    wallet.keep_check(&mut review, &selection).unwrap()
}

/// A wallet that holds what a check gave.
fn checked(options: CheckOptions) -> (Fixture, CheckKept) {
    let fixture = fixture();
    add(&fixture.wallet, &Provider::new(&details()), "Example Check", true);
    let review = check(&fixture.wallet, "example check", options);
    let kept = keep(&fixture.wallet, review, CheckChoice::Take);
    (fixture, kept)
}

fn is_verified(attribute: &AttributeView) -> bool {
    matches!(&attribute.origin, OriginView::Verified(checked) if checked.by == "Example Check" && checked.test)
}

#[test]
fn what_came_is_shown_kept_and_verified() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    add(wallet, &Provider::new(&details()), "Example Check", true);
    let review = check(wallet, "Example Check", CheckOptions::default());
    assert_eq!(wallet.attributes().unwrap(), [], "nothing is kept before the user says so");
    assert_eq!(wallet.documents().unwrap(), []);
    let preview = review.preview().clone();
    assert!(preview.sealed && preview.test && preview.trusted);
    let shown: Vec<_> = preview.items.iter().map(|item| (item.name.as_str(), item.standing)).collect();
    let new = |name| (name, CheckStanding::New);
    assert_eq!(shown, ["first-name", "last-name", "date-of-birth", "nationality", "passport"].map(new));
    assert_eq!(preview.documents[0].kind, Some(CheckDocumentKind::Passport));
    assert_eq!(preview.documents[0].number_end.as_deref(), Some("0T47"));
    let passport = preview.items.iter().find(|item| item.name == "passport").unwrap();
    assert_eq!(passport.lacks, ["Selfie"]);
    assert_eq!(preview.left_out.iter().map(|one| one.what.as_str()).collect::<Vec<_>>(), ["sex"]);

    let kept = keep(wallet, review, CheckChoice::Take);
    assert!(kept.items.iter().all(|item| item.outcome == CheckOutcome::Added), "{kept:?}");
    let attributes = wallet.attributes().unwrap();
    assert_eq!(attributes.len(), 5);
    assert!(attributes.iter().all(is_verified), "{attributes:?}");
    assert_eq!(attributes[0].value, json!("ADA MARIA"));
    assert!(attributes[0].provenance.starts_with("verified by the test provider “Example Check” on 20"));
    let passport = only(&fixture.wallet, "passport");
    assert_eq!((passport.lacks.as_slice(), passport.documents.len()), (&["Selfie".to_owned()][..], 1));
    let checks = wallet.checks().unwrap();
    assert!(checks.len() == 1 && checks[0].counts && checks[0].values.len() == 5, "{checks:?}");
    assert!(
        said(&wallet.activity().unwrap().last().unwrap().text).contains("Kept 5 attributes and 1 document"),
        "the log says so"
    );
}

#[test]
fn a_passport_is_completed_with_a_selfie_and_stays_verified() {
    let (fixture, _) = checked(CheckOptions::default());
    let wallet = &fixture.wallet;
    let set = SetAttribute {
        name: "passport".to_owned(),
        files: vec![file("selfie.image", "me.jpg", jpeg(9))],
        ..SetAttribute::default()
    };
    let passport = wallet.set_attribute(set).unwrap();
    assert!(passport.lacks.is_empty());
    assert!(matches!(&passport.origin, OriginView::Verified(checked) if checked.added == ["selfie"]), "{passport:?}");
    assert!(passport.provenance.ends_with(", but for the selfie"), "{}", passport.provenance);
    // The selfie is the user's, and can be another one.
    let another = SetAttribute {
        name: "passport".to_owned(),
        files: vec![file("selfie.image", "me.jpg", jpeg(10))],
        ..SetAttribute::default()
    };
    assert!(is_verified(&wallet.set_attribute(another).unwrap()));
    let dates = || SetAttribute {
        name: "passport".to_owned(),
        fields: vec![("expires".to_owned(), "2099-01-01".to_owned())],
        ..SetAttribute::default()
    };
    let refused = wallet.set_attribute(dates()).unwrap_err();
    assert!(matches!(&refused, SetAttributeError::Verified { by, .. } if by == "Example Check"), "{refused}");
    assert!(is_verified(&only(&fixture.wallet, "passport")), "nothing was changed");
    let changed = wallet.set_attribute(SetAttribute { verified: IfVerified::Change, ..dates() }).unwrap();
    assert_eq!(changed.origin, OriginView::Entered);
    assert!(!wallet.checks().unwrap()[0].counts, "without its document the check proves nothing to others");
}

#[test]
fn a_selfie_that_is_given_at_once_completes_it_too() {
    let (_, selfie) = file("selfie", "me.jpg", jpeg(9));
    let (fixture, kept) = checked(CheckOptions { selfie: Some(selfie), ..CheckOptions::default() });
    let passport = only(&fixture.wallet, "passport");
    assert!(passport.lacks.is_empty() && is_verified(&passport), "{kept:?}");
    assert_eq!(passport.documents.len(), 2);
}

#[test]
fn an_edited_name_is_entered_and_the_same_name_again_is_not_an_edit() {
    let (fixture, _) = checked(CheckOptions::default());
    let wallet = &fixture.wallet;
    assert!(is_verified(&wallet.set_attribute(text("first-name", "ADA MARIA")).unwrap()));
    let refused = wallet.set_attribute(text("first-name", "Ada")).unwrap_err();
    assert_eq!(refused.problem(), Problem::Declined);
    let set = SetAttribute { verified: IfVerified::Change, ..text("first-name", "Ada") };
    assert_eq!(wallet.set_attribute(set).unwrap().origin, OriginView::Entered);
    // Back to what it was does not bring the check back.
    assert_eq!(wallet.set_attribute(text("first-name", "ADA MARIA")).unwrap().origin, OriginView::Entered);
    assert!(!wallet.checks().unwrap()[0].counts);
}

#[test]
fn nothing_is_overwritten_without_a_yes() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    wallet.set_attribute(text("first-name", "Grace")).unwrap();
    wallet.set_attribute(text("last-name", "EXAMPLE")).unwrap();
    add(wallet, &Provider::new(&details()), "Example Check", false);
    let mut review = check(wallet, "Example Check", CheckOptions::default());
    let item = |review: &CheckReview, name: &str| {
        review.preview().items.iter().find(|item| item.name == name).unwrap().clone()
    };
    let first = item(&review, "first-name");
    assert_eq!((first.standing, first.held.unwrap().value), (CheckStanding::Differs, json!("Grace")));
    assert_eq!(item(&review, "last-name").standing, CheckStanding::Same);

    // Nothing chosen, nothing kept.
    let none = wallet.keep_check(&mut review, &CheckSelection::default()).unwrap();
    assert!(none.items.iter().all(|item| item.outcome == CheckOutcome::Left));
    assert_eq!(only(&fixture.wallet, "first-name").value, json!("Grace"));
    let unknown = CheckSelection([("x".to_owned(), CheckChoice::Take)].into());
    assert!(matches!(wallet.keep_check(&mut review, &unknown), Err(KeepCheckError::NoSuchItem { .. })));

    // What was changed since it was shown is shown again.
    wallet.set_attribute(text("first-name", "Hedy")).unwrap();
    let selection = all(&review, CheckChoice::Beside);
    assert!(matches!(wallet.keep_check(&mut review, &selection), Err(KeepCheckError::Changed)));
    assert_eq!(item(&review, "first-name").held.unwrap().value, json!("Hedy"));
    let kept = wallet.keep_check(&mut review, &selection).unwrap();
    let outcome = |name: &str| kept.items.iter().find(|item| item.name == name).unwrap().outcome;
    assert_eq!(outcome("first-name"), CheckOutcome::AddedBeside);
    assert_eq!(outcome("last-name"), CheckOutcome::Confirmed);
    let names = wallet.attribute("first-name").unwrap();
    assert_eq!(names.iter().map(|one| &one.value).collect::<Vec<_>>(), [&json!("Hedy"), &json!("ADA MARIA")]);
    assert_eq!(names[1].label.as_deref(), Some("Example Check"));
    assert!(is_verified(&names[1]) && names[0].is_default);
    assert!(is_verified(&only(&fixture.wallet, "last-name")));
    assert!(!wallet.checks().unwrap()[0].counts, "the user does not trust the provider");

    // A second check of the same document finds what it says already, and its pictures.
    let again = check(wallet, "Example Check", CheckOptions::default());
    assert!(again.preview().items.iter().all(|item| item.standing == CheckStanding::Same), "{:?}", again.preview());
    keep(wallet, again, CheckChoice::Take);
    assert_eq!(wallet.documents().unwrap().len(), 1);
}

#[test]
fn hostile_answers_are_shown_and_not_kept() {
    let mut hostile = details();
    hostile["details"]["givenNames"] = json!("<b>ADA</b>");
    hostile["details"]["surname"] = json!("EXAM\u{202e}PLE");
    hostile["details"]["dateOfBirth"] = json!("2999-01-01");
    hostile["details"]["nationality"] = json!("XXX");
    hostile["details"]["dateOfExpiry"] = json!("2011-01-01");
    hostile["details"]["documentType"] = json!("FG617451");
    hostile["croppedDocs"]["front"] = json!(BASE64_STANDARD.encode(b"<html><script>alert(1)</script></html>"));
    let fixture = fixture();
    add(&fixture.wallet, &Provider::new(&hostile), "Example Check", false);
    let mut review = check(&fixture.wallet, "Example Check", CheckOptions::default());
    assert_eq!(review.preview().items, []);
    let why = |review: &CheckReview, what: &str| {
        review.preview().left_out.iter().find(|one| one.what == what).map(|one| one.why.clone())
    };
    assert_eq!(why(&review, "givenNames"), Some(CheckLeftOutBecause::OddText));
    assert_eq!(why(&review, "surname"), Some(CheckLeftOutBecause::OddText));
    assert_eq!(why(&review, "dateOfBirth"), Some(CheckLeftOutBecause::ImpossibleBirth));
    assert_eq!(why(&review, "nationality"), Some(CheckLeftOutBecause::NoCountry));
    assert_eq!(why(&review, "dateOfExpiry"), Some(CheckLeftOutBecause::EndsBeforeItBegins));
    assert_eq!(why(&review, "documentType"), Some(CheckLeftOutBecause::UnknownDocument));
    let told = serde_json::to_string(review.preview()).unwrap();
    assert!(!told.contains('\u{202e}'), "{told}");
    // The user knows what it is.
    let options = CheckOptions { document: Some(CheckDocumentKind::Passport), ..CheckOptions::default() };
    fixture.wallet.review_again(&mut review, options).unwrap();
    assert!(matches!(why(&review, "front"), Some(CheckLeftOutBecause::BadPicture { .. })), "{:?}", review.preview());
    assert_eq!(review.preview().items, [], "there is nothing left of the document");
    assert_eq!(keep(&fixture.wallet, review, CheckChoice::Take).items, []);
}

#[test]
fn given_names_are_split_where_the_user_says() {
    let fixture = fixture();
    add(&fixture.wallet, &Provider::new(&details()), "Example Check", false);
    let mut review = check(&fixture.wallet, "Example Check", CheckOptions::default());
    assert_eq!((review.preview().given_names.len(), review.preview().first_names), (2, 2));
    let options = CheckOptions { first_names: Some(1), ..CheckOptions::default() };
    fixture.wallet.review_again(&mut review, options).unwrap();
    keep(&fixture.wallet, review, CheckChoice::Take);
    let value = |name: &str| only(&fixture.wallet, name).value;
    assert_eq!((value("first-name"), value("middle-name")), (json!("ADA"), json!("MARIA")));
    assert!(is_verified(&only(&fixture.wallet, "middle-name")));
}

#[test]
fn the_own_backup_brings_the_check_back_and_no_other_does() {
    let (fixture, _) = checked(CheckOptions::default());
    let (path, report) = back_up(&fixture);
    assert_eq!(report.remarks, []);
    let dir = tempfile::tempdir().unwrap();
    let (restored, _) = restore(&dir.path().join("vault"), &path).unwrap();
    let attributes = restored.attributes().unwrap();
    assert!(attributes.len() == 5 && attributes.iter().all(is_verified), "{attributes:?}");
    assert!(restored.checks().unwrap()[0].counts, "the provider and the trust in it came along");

    // Merged into a wallet with the same phrase, into another profile's number too.
    let same = crate::fixture();
    same.wallet.add_profile("Other", idw_wallet::view::ProfileKind::Person).unwrap();
    let report = merge(&same, &path);
    assert_eq!(told(&report, MergedKind::Provider).len(), 1);
    assert!(same.wallet.attributes().unwrap().iter().all(is_verified), "{:?}", same.wallet.attributes());
    assert!(same.wallet.checks().unwrap()[0].counts);

    // Nobody else's phrase knows the seal.
    let other = stranger();
    merge(&other, &path);
    for attribute in other.wallet.attributes().unwrap() {
        let OriginView::Imported { source: SourceView::Backup, claims: Some(claim), .. } = &attribute.origin else {
            panic!("{attribute:?}");
        };
        assert_eq!(claim.by, "Example Check");
    }
    assert_eq!(other.wallet.checks().unwrap(), []);
    assert!(!other.wallet.providers().unwrap()[0].trusted, "whom to trust is this user's to say");
}

#[test]
fn a_forged_check_is_not_the_wallets_word() {
    // Of the very same wallet: a check that gave one value does not vouch for another.
    let forge = |change: fn(&mut Value)| {
        let (fixture, _) = checked(CheckOptions::default());
        let forged = forged(fixture, |parts| {
            for entry in parts.list("attributes.json") {
                if entry["schema"] == json!(schema("first-name")) {
                    change(entry);
                }
            }
        });
        let dir = tempfile::tempdir().unwrap();
        let (restored, report) = restore(&dir.path().join("vault"), &forged).unwrap();
        let corrected = report.remarks.iter().filter(|remark| remark.outcome == RemarkOutcome::Corrected);
        assert_eq!(corrected.map(|remark| said_if_any(&remark.name)).collect::<Vec<_>>(), ["First Name"]);
        let name = restored.attribute("first-name").unwrap().remove(0);
        assert!(
            matches!(&name.origin, OriginView::Imported { claims: Some(_), .. }),
            "the file says so, and nobody else: {name:?}"
        );
        assert!(is_verified(&restored.attribute("last-name").unwrap()[0]), "the others are as they were");
    };
    forge(|entry| entry["value"] = json!("GRACE"));
    forge(|entry| entry["provenance"]["name"] = json!("The State"));
    forge(|entry| entry["provenance"]["test"] = json!(false));
    forge(|entry| entry["provenance"]["at"] = json!("2026-01-01T00:00:00Z"));
    forge(|entry| entry["provenance"]["seal"] = json!("00".repeat(32)));
    forge(|entry| entry["provenance"] = json!({"type": "verified", "by": "The State", "at": "2026-01-01T00:00:00Z"}));
}

#[test]
fn a_company_is_not_checked_and_a_port_in_use_is_told() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    add(wallet, &Provider::new(&details()), "Example Check", false);
    let company = wallet.add_profile("Ltd", idw_wallet::view::ProfileKind::Company).unwrap();
    let company = wallet.in_profile(&company.name).unwrap();
    let secret = || Some(ProviderSecret::new("s3cret".to_owned()));
    let error = run(company.begin_check("Example Check", secret())).unwrap_err();
    assert!(matches!(error, CheckError::OfCompany { .. }), "{error}");
    let address = wallet.provider("Example Check").unwrap().listen;
    let _taken = TcpListener::bind(address.split('/').next().unwrap()).unwrap();
    let error = run(wallet.begin_check("Example Check", secret())).unwrap_err();
    assert_eq!(error.problem(), Problem::InUse, "{error}");
    let (removed, _) = wallet.remove_provider("example check").unwrap();
    assert_eq!(removed.name, "Example Check");
    assert_eq!(run(wallet.begin_check("Example Check", secret())).unwrap_err().problem(), Problem::NotFound);
}
