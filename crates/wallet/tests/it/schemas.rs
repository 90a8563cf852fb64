//! A site's own schema, from a small server on loopback.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::TcpListener,
    sync::{Arc, Mutex},
};

use idw_wallet::{Intent, Problem, view::Purpose};
use serde_json::json;

use crate::{fixture, run, text};

/// Serves JSON at its paths for as long as the test runs; gives its root and the paths asked for.
fn serve(
    table: impl Fn(&str, &str) -> Option<serde_json::Value> + Send + 'static,
) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let root = format!("http://{}", listener.local_addr().unwrap());
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let (own, log) = (root.clone(), Arc::clone(&asked));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let Some(path) = lines.next().and_then(|line| line.split(' ').nth(1).map(str::to_owned)) else { continue };
            for _ in lines.by_ref().take_while(|line| !line.is_empty()) {}
            log.lock().unwrap().push(path.clone());
            let (status, body) = match table(&own, &path) {
                Some(json) => ("200 OK", json.to_string()),
                None => ("404 Not Found", "{}".to_owned()),
            };
            let head = format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\nconnection: close\r\n");
            write!(stream, "{head}content-length: {}\r\n\r\n{body}", body.len()).ok();
        }
    });
    (root, asked)
}

fn club(root: &str, path: &str) -> Option<serde_json::Value> {
    match path {
        "/lws/config" => Some(json!({
            "website": {"name": "Club", "url": root}, "rootEndpoint": format!("{root}/lws"), "did": true,
            "attributes": [
                {"id": "member", "schemaId": format!("{root}/schemas/Member_No.json"), "required": true},
                {"id": "gone", "schemaId": format!("{root}/schemas/gone.json"), "required": false},
                {"id": "far", "schemaId": "https://elsewhere.example/far.json", "required": false},
            ]
        })),
        "/schemas/Member_No.json" => Some(json!({
            "$schema": "http://json-schema.org/draft-07/schema#", "title": "Member number",
            "type": "string", "pattern": "^[0-9]{6}$"
        })),
        _ => None,
    }
}

#[test]
fn a_sites_own_attribute_can_be_entered_once_the_site_is_known() {
    let (root, asked) = serve(club);
    let fixture = fixture();
    let url = format!("{root}/schemas/Member_No.json");
    assert_eq!(fixture.wallet.set_attribute(text(&url, "123456")).unwrap_err().problem(), Problem::Usage);
    let found = run(fixture.wallet.find_site(&format!("{root}/lws"))).unwrap();
    let site = fixture.wallet.add_site(found, None).unwrap().site;
    let called = &site.requirements[0].called;
    assert_eq!((called.title.as_str(), called.asked_as.as_deref()), ("member-no", Some("Member number")));

    let fixture = fixture.reopened();
    let error = fixture.wallet.set_attribute(text(&url, "12")).unwrap_err();
    assert_eq!(error.problem(), Problem::Usage, "checked against the site's schema: {error}");
    let value = fixture.wallet.set_attribute(text("member-no", "123456")).unwrap();
    assert_eq!((value.title.as_str(), value.summary.as_str()), ("Member number", "123456"));
    assert_eq!(fixture.wallet.attribute(&url).unwrap().len(), 1);
    assert_eq!(fixture.wallet.known_type(&url).unwrap().unwrap().fields.len(), 1);

    let intent =
        Intent { purpose: Purpose::SignUp, site: "Club".to_owned(), account: None, template: None, include: vec![] };
    let proposal = run(fixture.wallet.propose(intent)).unwrap();
    assert_eq!(proposal.view().items[0].choices.len(), 1);
    assert!(proposal.view().ready);
    assert!(proposal.view().items[2].missing.is_some());
    let asked = asked.lock().unwrap();
    let times = |wanted: &str| asked.iter().filter(|path| *path == wanted).count();
    assert_eq!(times("/schemas/Member_No.json"), 1, "fetched once");
    assert_eq!(times("/schemas/gone.json"), 2, "tried again at the proposal");
}
