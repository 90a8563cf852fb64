//! Each fault of the two calls happens. Those of the return are tested beside their code.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use axum::http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use idw_kyc_provider::{Choice, Fault, FaultClass, serve};
use serde_json::{Value, json};

use crate::site::{Answer, CLIENT, REDIRECT, SECRET, Site, basic, query};

/// For an answer that has to come, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);
/// For an answer that does not come.
const BRIEF: Duration = Duration::from_secs(1);

/// Those that need a connection.
const ON_THE_WIRE: [Fault; 7] = [
    Fault::TokenSlow,
    Fault::TokenHang,
    Fault::TokenReset,
    Fault::TokenWrongLength,
    Fault::DetailsSlow,
    Fault::DetailsHang,
    Fault::DetailsCut,
];

fn broken(fault: Fault) -> Site {
    Site::with(|config| {
        config.auto = Some(Choice::parse("verified:ada:NID").unwrap());
        config.faults = vec![fault];
    })
}

/// The answer of the first call of Web KYC.
async fn token(fault: Fault) -> Answer {
    let site = broken(fault);
    site.exchange(&site.code().await).await
}

async fn details(fault: Fault) -> Answer {
    let site = broken(fault);
    let token = site.token(&site.code().await).await;
    site.details(&token).await
}

/// The answer of the first call of Web IDV.
async fn address(fault: Fault) -> Answer {
    let place = format!("/web-idv/verification-url?{}", query(&[("redirectUrl", REDIRECT)]));
    broken(fault).get_with(&place, &basic(CLIENT, SECRET)).await
}

/// The result of a check in Web IDV.
async fn result(fault: Fault) -> Value {
    let site = broken(fault);
    let keys = basic(CLIENT, SECRET);
    let place = format!("/web-idv/verification-url?{}", query(&[("redirectUrl", REDIRECT)]));
    let address = site.get_with(&place, &keys).await.json()["verificationUrl"].as_str().unwrap().to_owned();
    let code = site.get(address.strip_prefix("http://kyc.example").unwrap()).await.returned("code").unwrap();
    let fields = query(&[("redirectUrl", REDIRECT), ("code", &code)]);
    site.get_with(&format!("/web-idv/verification-result?{fields}"), &keys).await.json()
}

#[tokio::test]
async fn each_fault_of_the_first_call_does_what_it_says() {
    let mut seen = BTreeSet::new();
    let mut status = async |fault: Fault, expected: u16| {
        seen.insert(fault);
        let (kyc, idv) = (token(fault).await, address(fault).await);
        assert_eq!((kyc.status.as_u16(), idv.status.as_u16()), (expected, expected), "{fault}");
        kyc
    };
    assert_eq!(status(Fault::Token302, 302).await.headers[LOCATION], "https://elsewhere.example/");
    assert_eq!(status(Fault::Token401, 401).await.refusal().1, "API_KEYS_INVALID");
    assert_eq!(status(Fault::Token403, 403).await.refusal().1, "ACCOUNT_DEACTIVATED");
    assert_eq!(status(Fault::Token429, 429).await.headers[RETRY_AFTER], "3600");
    assert!(status(Fault::Token500, 500).await.body.is_empty());
    assert!(status(Fault::TokenHtml, 200).await.text().contains("It works!"));
    assert!(status(Fault::TokenEmpty, 200).await.body.is_empty());
    assert!(status(Fault::TokenNotJson, 200).await.text().starts_with("{token:\""));
    assert_eq!(status(Fault::TokenHuge, 200).await.body.len(), 64 * 1024 * 1024 + 12);
    let plain = status(Fault::TokenWrongContentType, 200).await;
    assert_eq!(plain.headers[CONTENT_TYPE], "text/plain; charset=utf-8");
    assert_eq!(plain.json()["token"].as_str().unwrap().len(), 64);
    let rows = [
        (Fault::NoToken, Value::Null),
        (Fault::TokenNull, Value::Null),
        (Fault::TokenNotText, json!(12_345)),
        (Fault::TokenEmptyText, json!("")),
    ];
    for (fault, expected) in rows {
        let answer = status(fault, 200).await.json();
        assert_eq!(answer.get("token").cloned().unwrap_or_default(), expected, "{fault}");
        assert_eq!(answer.get("token").is_none(), fault == Fault::NoToken, "{fault}");
    }
    let with_newline = status(Fault::TokenWithNewline, 200).await.json();
    assert!(with_newline["token"].as_str().unwrap().ends_with("\r\nX-Injected: 1"));
    for (fault, start) in
        [(Fault::AddressElsewhere, "http://elsewhere.example/"), (Fault::AddressScript, "javascript:")]
    {
        assert_eq!(status(fault, 200).await.json()["token"].as_str().unwrap().len(), 64, "{fault}");
        assert!(address(fault).await.json()["verificationUrl"].as_str().unwrap().starts_with(start), "{fault}");
    }
    assert_all_seen(FaultClass::Token, &seen);
}

fn assert_all_seen(class: FaultClass, seen: &BTreeSet<Fault>) {
    let untested: Vec<_> = Fault::all()
        .filter(|fault| fault.class() == class && !seen.contains(fault) && !ON_THE_WIRE.contains(fault))
        .collect();
    assert_eq!(untested, []);
}

#[tokio::test]
async fn each_fault_of_the_second_call_does_what_it_says() {
    let mut seen = BTreeSet::new();
    let mut broken = async |fault: Fault, expected: u16| {
        seen.insert(fault);
        let answer = details(fault).await;
        assert_eq!(answer.status.as_u16(), expected, "{fault}");
        answer
    };
    assert_eq!(broken(Fault::Details302, 302).await.headers[LOCATION], "https://elsewhere.example/");
    assert_eq!(broken(Fault::Details401, 401).await.refusal().1, "API_KEYS_INVALID");
    assert!(broken(Fault::ExpiredData, 401).await.text().contains("expired"));
    assert!(broken(Fault::Details500, 500).await.body.is_empty());
    assert!(broken(Fault::DetailsHtml, 200).await.text().contains("It works!"));
    assert!(broken(Fault::DetailsEmpty, 200).await.body.is_empty());
    assert!(broken(Fault::DetailsNotJson, 200).await.text().contains(",surname:\"EXAMPLE\""));
    assert!(broken(Fault::DetailsDeepJson, 200).await.text().starts_with("{\"deep\":[[[[[["));
    assert_eq!(broken(Fault::DetailsHuge, 200).await.body.len(), 64 * 1024 * 1024 + 12);
    assert_eq!(broken(Fault::NoDetails, 200).await.json().get("details"), None);
    assert!(broken(Fault::RepeatedFields, 200).await.text().contains("\"surname\":\"ANOTHER\""));
    assert!(broken(Fault::DetailsList, 200).await.json()["details"].is_array());
    assert_eq!(broken(Fault::TwoDocuments, 200).await.json()["details"][1]["surname"], "ELSE");
    let rows = [
        (Fault::FieldsNull, "surname", Value::Null),
        (Fault::FieldsNumbers, "surname", json!(19_851_210)),
        (Fault::FieldsEmpty, "surname", json!("")),
        (Fault::UnknownFields, "mothersMaidenName", json!("EXAMPLE")),
        (Fault::BadDates, "dateOfBirth", json!("2021-02-31")),
        (Fault::BadCountries, "issuingCountry", json!("ZZZ")),
        (Fault::ExpiredDocument, "dateOfExpiry", json!("2009-01-29")),
        // Nothing of Web KYC has a status.
        (Fault::StatusFailed, "surname", json!("EXAMPLE")),
        (Fault::NoStatus, "surname", json!("EXAMPLE")),
    ];
    for (fault, field, expected) in rows {
        assert_eq!(broken(fault, 200).await.json()["details"][field], expected, "{fault}");
    }
    let text = |answer: &Answer, field: &str| answer.json()["details"][field].as_str().unwrap().to_owned();
    assert_eq!(text(&broken(Fault::LongText, 200).await, "surname").len(), 1_000_000);
    assert!(text(&broken(Fault::HostileText, 200).await, "surname").contains('\u{202e}'));

    let front = |answer: &Answer| answer.json()["croppedDocs"]["front"].as_str().unwrap().to_owned();
    assert!(STANDARD.decode(front(&broken(Fault::BadBase64, 200).await)).is_err());
    assert!(front(&broken(Fault::DataUrl, 200).await).starts_with("data:image/jpeg;base64,/9j/"));
    let pictures = broken(Fault::HugePicture, 200).await.json()["croppedDocs"].clone();
    let lengths = ["front", "back"].map(|side| pictures[side].as_str().unwrap().len());
    let huge = lengths.iter().filter(|length| **length == 64 * 1024 * 1024).count();
    assert_eq!(huge, 1, "one of them: {lengths:?}");
    let bomb = STANDARD.decode(front(&broken(Fault::PictureBomb, 200).await)).unwrap();
    assert!(bomb.len() < 100_000 && bomb.windows(4).any(|bytes| bytes == [0xff, 0xdc, 0xff, 0xdc]));

    assert_eq!(result(Fault::StatusFailed).await["status"], "FAILED");
    assert_eq!(result(Fault::NoStatus).await.get("status"), None);
    assert_eq!(result(Fault::TwoDocuments).await["documentData2"]["surname"], "ELSE");
    assert_all_seen(FaultClass::Details, &seen);
}

#[tokio::test]
async fn a_page_that_returns_twice_says_where_to() {
    let site = broken(Fault::ReturnTwice);
    let answer = site.get(&crate::site::authorize(&crate::site::asked())).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (200, None));
    let place = "https://client.example/return?from=check&amp;code=";
    assert!(answer.text().contains(&format!("<img class=\"unseen\" src=\"{place}")));
    assert!(answer.text().contains(&format!("http-equiv=\"refresh\" content=\"1;url={place}")));
}

#[tokio::test]
async fn a_clients_mistake_is_told_though_a_fault_is_on() {
    let site = broken(Fault::TokenEmpty);
    assert_eq!(site.exchange("another").await.refusal(), (400, "INVALID_REQUEST_PARAMETER".to_owned()));
    let site = broken(Fault::Token500);
    let code = site.code().await;
    assert_eq!(site.exchange(&code).await.status, 500);
    assert_eq!(site.exchange(&code).await.status, 400, "the code is spent, whatever became of the answer");
}

/// How a connection ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Closed,
    Reset,
    /// Not at all, for as long as anyone waits.
    Silent,
}

/// A server that lives as long as this process, and its address.
fn served(site: &Site) -> String {
    let (sender, receiver) = std::sync::mpsc::channel();
    let router = site.router.clone();
    thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            sender.send(listener.local_addr().unwrap().to_string()).unwrap();
            serve(listener, router, std::future::pending()).await.unwrap();
        });
    });
    receiver.recv().unwrap()
}

/// Sends a request; all that comes, and how it ends.
fn exchanged(address: &str, request: &str, patience: Duration) -> (Vec<u8>, End) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(patience)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    let end = match stream.read_to_end(&mut bytes) {
        Ok(_) => End::Closed,
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => End::Silent,
        Err(_) => End::Reset,
    };
    (bytes, end)
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_of_the_connection_does_what_it_says() {
    for fault in ON_THE_WIRE {
        let site = broken(fault);
        let code = site.code().await;
        let request = if fault.class() == FaultClass::Token {
            wire_exchange(&code)
        } else {
            let token = site.token(&code).await;
            format!("GET /v2/web-kyc/details HTTP/1.1\r\nHost: kyc\r\nAuthorization: Bearer {token}\r\n\r\n")
        };
        let address = served(&site);
        let is_silent = matches!(fault, Fault::TokenSlow | Fault::TokenHang | Fault::DetailsSlow | Fault::DetailsHang);
        let patience = if is_silent { BRIEF } else { PATIENCE };
        let (bytes, end) = tokio::task::spawn_blocking(move || exchanged(&address, &request, patience)).await.unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let body = text.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        let announced = text.lines().find_map(|line| line.strip_prefix("content-length: "));
        let announced: usize = announced.map_or(0, |length| length.parse().unwrap());
        match fault {
            Fault::TokenReset => assert_eq!((text.as_ref(), end), ("", End::Reset)),
            Fault::TokenWrongLength => {
                assert_eq!(announced, body.len() + 100);
                assert!(serde_json::from_str::<Value>(body).is_ok(), "{body}");
            }
            Fault::DetailsCut => {
                assert!(body.len() < announced && body.starts_with("{\"croppedDocs\""), "{announced}");
            }
            _ => assert_eq!((text.as_ref(), end), ("", End::Silent), "{fault}"),
        }
        let presented = site.state().await["codes"][0]["presented"].clone();
        assert_eq!(presented == 0, fault == Fault::TokenSlow, "{fault}: what hangs was done, what is slow was not yet");
    }
}

/// The exchange as bytes.
fn wire_exchange(code: &str) -> String {
    let part = |(name, value): &(&str, &str)| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body: String = crate::site::exchange(code).iter().map(part).chain(["--edge--\r\n".to_owned()]).collect();
    format!(
        "POST /v2/web-kyc/token HTTP/1.1\r\nHost: kyc\r\nContent-Type: multipart/form-data; boundary=edge\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}
