//! The classic dialect, as its documents have it and as servers vary it.

use std::sync::Arc;

use idw_http::HttpError;
use idw_lws::{Call, Dialect, ErrorClass, LwsError, TemplateId};
use serde_json::{Value, json};

use crate::server::{Seen, Server, challenge, jwt, ok};
use crate::wallet::{Ada, Steps, ada, attribute, authenticate, client, file, identity, nobody, public_key, schema};
use crate::wallet::{signature, site};

const CLASSIC: Dialect = Dialect::Classic;

#[tokio::test]
async fn logs_in_as_the_documents_say() {
    let server = Server::table(vec![
        ("GET /lws/auth/challenge", challenge()),
        ("POST /lws/auth/challenge", jwt(json!({"sub": "142.21.31.51"}))),
        ("GET /lws/auth/token", ok(json!({"token": "user-token"}))),
        ("POST /lws/login", ok(json!({"redirectUrl": "/success"}))),
    ])
    .await;
    let site = site(&format!("{}/lws", server.root), json!({"website": {"url": "https://rp.example/shop"}}));
    let signer = Arc::new(Ada::default());
    let session = authenticate(&client(), &site, CLASSIC, &(signer.clone() as _)).await.unwrap();
    let token = session.user_token().await.unwrap();
    let done = session.log_in(&token).await.unwrap();

    assert_eq!(done.redirect.unwrap().as_str(), "https://rp.example/success");
    assert_eq!(*signer.signed.lock().unwrap(), ["q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ"], "signed once, as it stands");
    for seen in server.seen() {
        assert_eq!(seen.header("origin"), Some("IDW"), "{}", seen.line);
        assert_eq!(seen.header("user-agent"), Some("SelfkeyIDW/1.2.3"), "{}", seen.line);
        assert_eq!(seen.header("accept"), Some("application/json"), "{}", seen.line);
        assert_eq!(seen.header("cookie"), None, "{}", seen.line);
        assert_eq!(seen.header("referer"), None, "{}", seen.line);
    }
    let [asked, responded, tokened, logged_in] = server.seen().try_into().ok().expect("four requests");
    assert_eq!(asked.header("authorization"), None);
    assert_eq!(responded.json(), json!({ "signature": signature() }));
    assert_eq!(responded.header("content-type"), Some("application/json"));
    let bearer = |seen: &Seen| seen.header("authorization").expect("a token").to_owned();
    assert!(bearer(&responded).starts_with("Bearer e"), "the challenge's token");
    assert_ne!(bearer(&responded), bearer(&tokened));
    assert_eq!(bearer(&tokened), bearer(&logged_in), "login carries the wallet token");
    assert_eq!(logged_in.json(), json!({"token": "user-token"}));
}

#[tokio::test]
async fn logs_in_at_servers_that_vary() {
    let (key_path, created) = (format!("/auth/challenge/{}", public_key()), jwt(json!({"sub": public_key()})).1);
    let server = Server::start(move |seen, _| match seen.line.as_str() {
        line if line == format!("GET {key_path}") => jwt(json!({"sub": public_key(), "challenge": "0123456789abcdef"})),
        "GET /auth/challenge" => (405, String::new()),
        "POST /auth/challenge-response" => (201, created.clone()),
        "GET /auth/token" => (200, json!({"user": {"id": 7}}).to_string()),
        "POST /login" => (201, json!({"redirectTo": "done"}).to_string()),
        _ => (404, "<html>Cannot find that</html>".to_owned()),
    })
    .await;
    let site = site(&server.root, json!({}));
    let session = authenticate(&client(), &site, CLASSIC, &ada()).await.unwrap();
    let done = session.log_in(&session.user_token().await.unwrap()).await.unwrap();
    assert_eq!(done.redirect.unwrap().as_str(), format!("{}/done", server.root));
    assert_eq!(server.only("POST /login").json(), json!({"token": {"id": 7}}));
}

/// A site that hands its challenge out under the public key, spelt as `wanted` says, and refuses any other path.
async fn site_that_wants_a_key(wanted: String, refusal: u16) -> Server {
    Server::start(move |seen, _| match seen.line.as_str() {
        "GET /auth/challenge" => (404, "Cannot GET /auth/challenge".to_owned()),
        "POST /auth/challenge" => jwt(json!({ "sub": wanted })),
        line if line == format!("GET /auth/challenge/{wanted}") => {
            jwt(json!({ "sub": wanted, "challenge": "0123456789abcdef0123456789abcdef" }))
        }
        line if line.starts_with("GET /auth/challenge/") => {
            (refusal, json!({"code": "invalid_public_key", "message": "Invalid public key"}).to_string())
        }
        "GET /auth/token" => ok(json!({"token": "t"})),
        _ => (404, String::new()),
    })
    .await
}

#[tokio::test]
async fn a_site_gets_the_public_key_as_it_wants_it_and_is_asked_that_way_from_then_on() {
    let bare = public_key()[2..].to_owned();
    for (wanted, tries) in [(public_key(), 2), (bare, 3)] {
        for refusal in [400, 404, 422, 500] {
            let server = site_that_wants_a_key(wanted.clone(), refusal).await;
            let (client, site, signer) = (client(), site(&server.root, json!({})), Arc::new(Ada::default()));
            let session = authenticate(&client, &site, CLASSIC, &(signer.clone() as _)).await.unwrap();
            assert_eq!(server.lines().len(), tries + 1, "{:?}", server.lines());
            assert_eq!(signer.signed.lock().unwrap().len(), 1, "looking for the place signs nothing");

            let path = session.challenge_path().unwrap();
            let known = client.session(&site, CLASSIC).knowing_challenge_path(path);
            known.challenge(&(signer.clone() as _)).await.unwrap().respond().await.unwrap();
            assert_eq!(
                server.lines()[tries + 1..],
                [format!("GET /auth/challenge/{wanted}"), "POST /auth/challenge".to_owned()]
            );
            assert_eq!(signer.signed.lock().unwrap().len(), 2);
            assert_eq!(client.dialect(&site, &Ada::default()).await.unwrap(), CLASSIC);
        }
    }
}

#[tokio::test]
async fn a_site_that_wants_no_spelling_of_the_key_says_so_itself() {
    let server = site_that_wants_a_key("nobody".to_owned(), 400).await;
    let error = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.err().unwrap();
    assert!(error.to_string().contains("invalid_public_key"), "the refusal that says most: {error}");
    assert_eq!(server.lines().len(), 3, "each place is tried once");
    // One that is down, or refuses the user, is not asked again in other words.
    for (status, class) in [(503, ErrorClass::Unreachable), (403, ErrorClass::Refused), (429, ErrorClass::Refused)] {
        let server = site_that_wants_a_key("nobody".to_owned(), status).await;
        let error = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.err().unwrap();
        assert_eq!((error.class(), server.lines().len()), (class, 2), "{error}");
    }
}

#[tokio::test]
async fn a_signature_that_one_spelling_earns_nothing_for_is_made_once_more_for_the_other() {
    // Either key gets a challenge, but the key that is recovered from the signature is compared with the bare one.
    let bare = public_key()[2..].to_owned();
    let server = Server::start(move |seen, before| match seen.line.as_str() {
        "GET /auth/challenge" => (404, String::new()),
        line if line == format!("GET /auth/challenge/{bare}") => challenge(),
        line if line.starts_with("GET /auth/challenge/") => challenge(),
        "POST /auth/challenge" if before > 3 => jwt(json!({ "sub": bare })),
        _ => (401, json!({"code": "no_signature_match"}).to_string()),
    })
    .await;
    let signer = Arc::new(Ada::default());
    let session =
        authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &(signer.clone() as _)).await.unwrap();
    assert_eq!(server.lines()[3], format!("GET /auth/challenge/{}", &public_key()[2..]), "{:?}", server.lines());
    assert_eq!(signer.signed.lock().unwrap().len(), 2);
    assert!(session.challenge_path().is_some());
}

#[tokio::test]
async fn no_such_user() {
    for (status, body) in [(404, ""), (404, "Not Found"), (400, r#"{"code":"user_does_not_exist"}"#)] {
        let server = Server::start(move |seen, _| match seen.line.as_str() {
            "GET /auth/challenge" => challenge(),
            "POST /auth/challenge" => jwt(json!({})),
            _ => (status, body.to_owned()),
        })
        .await;
        let session = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.unwrap();
        let error = session.user_token().await.unwrap_err();
        assert_eq!(error.class(), ErrorClass::NoSuchUser, "{status} {body}: {error}");
    }
}

#[tokio::test]
async fn a_user_token_may_be_where_the_other_dialect_has_it() {
    let check = async |first: (u16, &'static str), second: (u16, &'static str), expected: Result<usize, usize>| {
        let server = Server::start(move |seen, _| match seen.line.as_str() {
            "GET /auth/challenge" => challenge(),
            "POST /auth/challenge" => jwt(json!({})),
            "GET /auth/token" => (first.0, first.1.to_owned()),
            "GET /users/token" => (second.0, second.1.to_owned()),
            _ => ok(json!({"redirectTo": "/in"})),
        })
        .await;
        let session = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.unwrap();
        let outcome = session.user_token().await;
        let asked = server.lines().len() - 2;
        assert_eq!(outcome.as_ref().map(|_| asked).map_err(|_| asked), expected, "{:?}", server.lines());
        if let Err(error) = outcome {
            assert_eq!(error.class(), ErrorClass::NoSuchUser, "{error}");
        }
    };
    let nowhere = (404, "Cannot GET /auth/token");
    check(nowhere, (200, r#"{"token": "t"}"#), Ok(2)).await;
    check(nowhere, (404, r#"{"code": "user_does_not_exist"}"#), Err(2)).await;
    check(nowhere, nowhere, Err(2)).await;
    // A server that answers in the protocol's words has the route.
    check((404, r#"{"code": "user_does_not_exist"}"#), (200, r#"{"token": "t"}"#), Err(1)).await;
    check((200, r#"{"token": "t"}"#), nowhere, Ok(1)).await;
}

#[tokio::test]
async fn signs_up_with_files_in_one_request() {
    let server = Server::table(vec![
        ("GET /auth/challenge", challenge()),
        ("POST /auth/challenge", jwt(json!({}))),
        ("POST /users", (201, json!({"message": "User Created\u{7} Successfully"}).to_string())),
    ])
    .await;
    let site = site(&server.root, json!({"meta": {"ref": "x"}}));
    let session = authenticate(&client(), &site, CLASSIC, &ada()).await.unwrap();
    let done = session.sign_up(&identity(), &nobody()).await.unwrap();
    assert_eq!(done.message.as_deref(), Some("User Created Successfully"));

    let seen = server.only("POST /users");
    assert_eq!(seen.header("content-length"), Some(seen.body.len().to_string().as_str()), "the length is known");
    assert_eq!(seen.header("transfer-encoding"), None);
    assert!(seen.header("authorization").unwrap().starts_with("Bearer "));
    let file = json!({"type": "object", "format": "file"});
    let passport = json!({"type": "object", "properties": {
        "image": file, "issued": {"type": "string"}, "selfie": {"type": "object", "properties": {"image": file}}}});
    let of_data = |value: Value| json!({"type": "object", "properties": {"value": value}});
    let attributes = json!([
        {"id": schema("first-name"), "schemaId": schema("first-name"), "data": {"value": "Ada-canary"},
            "schema": of_data(json!({"type": "string"})), "documents": []},
        {"id": "pass", "schemaId": schema("passport"), "data": {"value":
            {"image": "$document-1", "selfie": {"image": "$document-2"}, "issued": "2020-01-02"}},
            "schema": of_data(passport), "documents": [1, 2]},
    ]);
    let parts = parts(&seen);
    assert_eq!(parts.len(), 4);
    assert_eq!(parts[0].0, "Content-Disposition: form-data; name=\"attributes\"\r\nContent-Type: application/json");
    assert_eq!(serde_json::from_str::<Value>(&parts[0].1).unwrap(), attributes);
    assert_eq!(parts[1].0, "Content-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json");
    assert_eq!(parts[1].1, r#"{"ref":"x"}"#);
    let head = |name: &str, file: &str| {
        format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: image/png")
    };
    assert_eq!(parts[2], (head("$document-1", "passport.png"), "PPPPP".to_owned()));
    assert_eq!(parts[3], (head("$document-2", "me.png"), "SSS".to_owned()));
}

/// The parts of a multipart body: headers and content.
pub(crate) fn parts(seen: &Seen) -> Vec<(String, String)> {
    let kind = seen.header("content-type").expect("a multipart body");
    let boundary = kind.strip_prefix("multipart/form-data; boundary=").expect("a multipart body");
    let text = seen.text();
    let inner = text.strip_prefix(&format!("--{boundary}\r\n")).expect("a multipart body");
    let inner = inner.strip_suffix(&format!("\r\n--{boundary}--\r\n")).expect("a multipart body");
    let split = |part: &str| {
        part.split_once("\r\n\r\n").map(|(head, body)| (head.to_owned(), body.to_owned())).expect("a multipart body")
    };
    inner.split(&format!("\r\n--{boundary}\r\n")).map(split).collect()
}

#[tokio::test]
async fn successes_without_json() {
    for (status, body) in [(201, ""), (200, ""), (204, ""), (201, "Created")] {
        let server = Server::start(move |seen, _| match seen.line.as_str() {
            "GET /auth/challenge" => challenge(),
            "POST /auth/challenge" => jwt(json!({})),
            _ => (status, body.to_owned()),
        })
        .await;
        let session = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.unwrap();
        let done = session.sign_up(&identity(), &nobody()).await.unwrap();
        assert_eq!(done.message, None, "{status} {body}");
    }
}

#[tokio::test]
async fn applies_for_kyc() {
    let server = Server::start(|seen, before| match seen.line.as_str() {
        "GET /templates" => ok(json!({"templates": [{"id": 1}, {"id": 2, "name": "Basic"}]})),
        "GET /templates/2schema.json" => ok(json!({"template": {"id": 2, "attributes": [
            {"id": "pass", "schemaId": schema("passport"), "required": true}, schema("email")]}})),
        "GET /auth/challenge" => challenge(),
        "POST /auth/challenge" => jwt(json!({})),
        "POST /files" => ok(json!({"fileId": format!("file-{}-{before}", seen.text().contains("PPPPP"))})),
        "POST /applications" => (201, json!({"message": "Application Created"}).to_string()),
        _ => (404, String::new()),
    })
    .await;
    let (client, site) = (client(), site(&server.root, json!({})));
    let list = client.templates(&site, CLASSIC).await.unwrap();
    assert_eq!(list[1].name.as_deref(), Some("Basic"));
    let template = client.template(&site, CLASSIC, &list[1].id).await.unwrap();
    let asked: Vec<_> = template.attributes.iter().map(|asked| (asked.id.as_deref(), asked.required)).collect();
    assert_eq!(asked, [(Some("pass"), Some(true)), (None, None)]);
    assert_eq!(server.seen()[0].header("authorization"), None, "templates are public");

    let session = authenticate(&client, &site, CLASSIC, &ada()).await.unwrap();
    let applied = session.apply(&list[1].id, &identity(), &nobody()).await.unwrap();
    assert_eq!((applied.message.as_deref(), applied.id), (Some("Application Created"), None));
    for seen in server.seen().iter().filter(|seen| seen.line == "POST /files") {
        assert!(parts(seen)[0].0.contains("name=\"file\"; filename="), "{}", seen.text());
    }
    let sent = server.only("POST /applications").json();
    assert_eq!(sent["templateId"], json!(2), "the id goes back as it came");
    let passport = &sent["attributes"][1]["data"]["value"];
    assert_eq!(passport["image"]["mimeType"], "image/png");
    assert_eq!(passport["image"]["size"], 5);
    assert_eq!(sent["files"], json!([passport["image"]["content"], passport["selfie"]["image"]["content"]]));
    assert!(sent["files"][0].as_str().unwrap().starts_with("file-true-"), "{sent}");
    assert_eq!(sent["attributes"][1]["documents"], sent["files"], "the same files, by the ids that the site gave");
    assert_eq!(sent["attributes"][0]["documents"], json!([]));
}

#[tokio::test]
async fn a_refused_token_is_renewed_once() {
    // The first wallet token is refused at the token endpoint; the second is good.
    let server = Server::start(|seen, before| match seen.line.as_str() {
        "GET /auth/challenge" => challenge(),
        "POST /auth/challenge" => jwt(json!({ "jti": before })),
        "GET /auth/token" if before < 4 => (401, json!({"code": "token_invalid"}).to_string()),
        "GET /auth/token" => ok(json!({"token": "t"})),
        _ => (401, json!({"code": "token_invalid", "message": "again"}).to_string()),
    })
    .await;
    let signer = Arc::new(Ada::default());
    let session =
        authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &(signer.clone() as _)).await.unwrap();
    let token = session.user_token().await.unwrap();
    assert_eq!(signer.signed.lock().unwrap().len(), 2);
    let tokens: Vec<_> =
        server.seen().iter().filter_map(|seen| seen.header("authorization").map(str::to_owned)).collect();
    assert_ne!(tokens[1], tokens[3], "the retry carries the fresh token");

    // The login endpoint refuses every token: no second renewal.
    let error = session.log_in(&token).await.unwrap_err();
    let LwsError::Refused(refusal) = &error else { panic!("{error}") };
    assert_eq!((refusal.call, refusal.status), (Call::LogIn, 401));
    assert_eq!((refusal.code.as_deref(), refusal.message.as_deref()), (Some("token_invalid"), Some("again")));
    assert_eq!(signer.signed.lock().unwrap().len(), 2);
    assert_eq!(server.lines().iter().filter(|line| *line == "POST /login").count(), 1);
}

#[tokio::test]
async fn a_renewed_upload_reads_its_files_again() {
    let server = Server::start(|seen, before| match seen.line.as_str() {
        "GET /auth/challenge" => challenge(),
        "POST /auth/challenge" => jwt(json!({ "jti": before })),
        _ if before < 3 => (401, String::new()),
        _ => (201, String::new()),
    })
    .await;
    let session = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.unwrap();
    let steps = Arc::new(Steps::default());
    session.sign_up(&identity(), &(steps.clone() as _)).await.unwrap();
    assert_eq!(parts(&server.seen()[5])[1].1, "PPPPP");
    let expected =
        ["SignUp", "passport.png 5/5", "me.png 3/3", "Challenge", "Respond", "passport.png 5/5", "me.png 3/3"];
    assert_eq!(*steps.0.lock().unwrap(), expected);
}

#[tokio::test]
async fn refusals_name_what_is_at_fault() {
    let check = async |status: u16, body: Value, expected: &str| {
        let server = Server::start(move |seen, _| match seen.line.as_str() {
            "GET /auth/challenge" => challenge(),
            "POST /auth/challenge" => jwt(json!({})),
            _ => (status, body.to_string()),
        })
        .await;
        let session = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.unwrap();
        let error = session.apply(&TemplateId::from_text("1"), &identity(), &nobody()).await.unwrap_err();
        assert_eq!(error.class(), ErrorClass::Refused);
        assert_eq!(error.to_string(), expected);
    };
    check(403, json!({"code": "forbidden"}), "the site refused (file upload, status 403, forbidden) for passport.png")
        .await;
    check(
        422,
        json!({"code": "file_invalid", "message": "bad\r\nfile", "errors": [{"field": "image", "message": "too old"}]}),
        "the site refused (file upload, status 422, file_invalid) for passport.png: “bad file”; image: “too old”",
    )
    .await;
    let too_large = "the site refused the document passport.png as too large; send a smaller one";
    check(413, json!({}), too_large).await;
    // The file has five bytes: a limit that it keeps to is not the one that it broke.
    check(413, json!({"limit": 2000}), too_large).await;
    // No server counts in so few bytes.
    check(413, json!({"limit": 3}), too_large).await;
    check(413, json!({"limit": "3 MB"}), too_large).await;
}

#[tokio::test]
async fn a_site_that_gives_applications_ids_is_asked_by_them() {
    let server = Server::start(|seen, _| match seen.line.as_str() {
        "GET /auth/challenge" => challenge(),
        "POST /auth/challenge" => jwt(json!({})),
        "GET /applications/7" => {
            ok(json!({"id": 7, "status": 9, "attributes": {"first": {"valid": false, "value": 1}}}))
        }
        "PATCH /applications/7" => (204, String::new()),
        _ => (404, String::new()),
    })
    .await;
    let session = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.unwrap();
    assert!(session.application("7").await.unwrap().attributes[0].is_wanted());
    session.update_application("7", &identity(), &[]).await.unwrap();
    let sent = server.only("PATCH /applications/7").json();
    assert!(sent["attributes"][0]["data"].get("value").is_some(), "as in an application: {sent}");
    // A list that no document has: 404 for it would read as "none has arrived".
    assert!(matches!(session.applications().await, Err(LwsError::NotOffered { .. })));
    assert!(!server.lines().contains(&"GET /applications".to_owned()));
}

#[tokio::test]
async fn calls_can_run_on_any_thread() {
    let server = Server::table(vec![
        ("GET /auth/challenge", challenge()),
        ("POST /auth/challenge", jwt(json!({}))),
        ("POST /files", ok(json!({"id": 1}))),
        ("POST /applications", (201, String::new())),
    ])
    .await;
    let (client, site) = (client(), site(&server.root, json!({})));
    let whole = async move {
        let session = authenticate(&client, &site, CLASSIC, &ada()).await?;
        session.apply(&TemplateId::from_text("1"), &identity(), &nobody()).await
    };
    assert!(tokio::spawn(whole).await.unwrap().is_ok());
    assert_eq!(server.only("POST /applications").json()["files"], json!([1, 1]), "ids go back as they came");
}

#[tokio::test]
async fn large_files_stream_with_progress() {
    let server = Server::table(vec![
        ("GET /auth/challenge", challenge()),
        ("POST /auth/challenge", jwt(json!({}))),
        ("POST /users", (201, String::new())),
    ])
    .await;
    let session = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.unwrap();
    let size: u64 = 3 * 1024 * 1024 + 1;
    let mut payload = identity();
    payload.files[0] = file("big.png", b'P', size);
    // A file that no attribute points to stays at home.
    payload.files.push(file("never.png", b'N', 10));
    payload.attributes.push(attribute(None, "last-name", json!("Example"), &[]));
    let steps = Arc::new(Steps::default());
    session.sign_up(&payload, &(steps.clone() as _)).await.unwrap();

    let seen = server.only("POST /users");
    assert!(parts(&seen)[1].1 == "P".repeat(usize::try_from(size).unwrap()), "every byte arrived");
    assert!(!seen.text().contains("never.png"));
    let steps = steps.0.lock().unwrap().clone();
    assert_eq!(steps.len(), 1 + 13 + 1, "12 whole pieces of 256 KiB, the rest, and the small file");
    assert!(steps.contains(&format!("big.png {size}/{size}")));
}

#[tokio::test]
async fn a_file_that_changed_is_not_sent_as_if_it_were_whole() {
    let server =
        Server::table(vec![("GET /auth/challenge", challenge()), ("POST /auth/challenge", jwt(json!({})))]).await;
    let session = authenticate(&client(), &site(&server.root, json!({})), CLASSIC, &ada()).await.unwrap();
    for size in [4, 6] {
        let mut payload = identity();
        payload.files[0].size = size;
        let error = session.sign_up(&payload, &nobody()).await.unwrap_err();
        assert!(
            matches!(&error, LwsError::Http(HttpError::File { name, .. }) if name == "passport.png"),
            "{size}: {error:?}"
        );
        assert_eq!(error.class(), ErrorClass::Local);
    }
}
