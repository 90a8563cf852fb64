//! What a person reads when a site cannot be reached: the cause, and who can mend it.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use idw_journeys::{Home, Pages, Run, page};
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, DnType, IsCa, KeyPair, date_time_ymd,
};
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, StreamOwned};

type Authority = CertifiedIssuer<'static, KeyPair>;

fn parameters(names: &[&str], called: &str) -> CertificateParams {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut parameters = CertificateParams::new(names).expect("good names");
    parameters.distinguished_name.push(DnType::CommonName, called);
    parameters
}

fn authority_parameters(called: &str) -> CertificateParams {
    let mut parameters = parameters(&[], called);
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    parameters
}

fn key() -> KeyPair {
    KeyPair::generate().expect("a key")
}

fn authority(called: &str) -> Authority {
    CertifiedIssuer::self_signed(authority_parameters(called), key()).expect("an authority")
}

/// What a server shows, and the key to it.
struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: KeyPair,
}

fn signed(parameters: &CertificateParams, by: &Authority) -> Identity {
    let key = key();
    let certificate = parameters.signed_by(&key, by).expect("a certificate");
    Identity { chain: vec![certificate.der().clone()], key }
}

/// Where the certificate above this one is, as public authorities say it (RFC 5280 §4.2.2.1).
fn names_its_issuer(parameters: &mut CertificateParams) {
    let place = b"http://ca.example/above.crt";
    let length = |length: usize| u8::try_from(length).expect("a short text");
    let mut access = vec![0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02, 0x86, length(place.len())];
    access.extend_from_slice(place);
    let inner = [&[0x30, length(access.len())], access.as_slice()].concat();
    let content = [&[0x30, length(inner.len())], inner.as_slice()].concat();
    parameters.custom_extensions.push(CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 1], content));
}

/// A server on loopback that hands each connection to `serve`; its port.
fn listen(serve: impl Fn(TcpStream) + Send + Sync + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("bound").port();
    let serve = Arc::new(serve);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let serve = Arc::clone(&serve);
            thread::spawn(move || serve(stream));
        }
    });
    port
}

/// A site over TLS; its port. `clients` is the authority whose certificates it wants of whoever connects.
fn secure_site(identity: Identity, clients: Option<&Authority>) -> u16 {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .expect("TLS 1.2 and 1.3");
    let builder = match clients {
        None => builder.with_no_client_auth(),
        Some(authority) => {
            let mut roots = RootCertStore::empty();
            roots.add(authority.der().clone()).expect("a root");
            let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build();
            builder.with_client_cert_verifier(verifier.expect("a verifier"))
        }
    };
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(identity.key.serialize_der()));
    let config = Arc::new(builder.with_single_cert(identity.chain, key).expect("a certificate and its key"));
    let description = r#"{"website": {"name": "Club"}, "attributes": []}"#;
    let table = vec![("/config", page(200, "application/json", description))];
    listen(move |stream| {
        let connection = ServerConnection::new(Arc::clone(&config)).expect("a good configuration");
        let mut rest = stream.try_clone().expect("a second handle");
        let _ = Pages::answer(StreamOwned::new(connection, stream), &table, "");
        // Closing with something unread would reset the connection, and its reason with it.
        let _ = rest.read_to_end(&mut Vec::new());
    })
}

/// A home, and the authority that it trusts.
struct Person {
    home: Home,
    roots: PathBuf,
}

impl Person {
    fn trusting(authority: &Authority) -> Self {
        let home = Home::with_vault();
        let roots = home.write_outside("roots.pem", authority.pem().as_bytes());
        Self { home, roots }
    }

    /// `idw site add`, with these variables.
    fn adds(&self, url: &str, variables: &[(&str, &str)]) -> Run {
        let mut command = self.home.command();
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "SSL_CERT_DIR"] {
            command.env_remove(name);
        }
        command.env("SSL_CERT_FILE", &self.roots).envs(variables.iter().copied());
        Run::from(command.args(["-vv", "site", "add", url]).output().expect("idw starts"))
    }
}

#[test]
fn a_certificate_that_is_refused_is_refused_by_its_reason() {
    let ours = authority("Authority of the tests");
    let person = Person::trusting(&ours);
    let check = |port: u16, code: i32, expected: &[&str]| {
        let run = person.adds(&format!("https://localhost:{port}"), &[]);
        assert_eq!(run.code, code, "{}", run.stderr);
        for text in expected {
            assert!(run.stderr.contains(text), "{text} is missing: {}", run.stderr);
        }
        let is_told = code == 0 || run.stderr.contains("reason=");
        assert!(is_told, "-vv has the library's own words: {}", run.stderr);
    };
    let localhost = parameters(&["localhost"], "Site");
    check(secure_site(signed(&localhost, &ours), None), 0, &[]);

    let mut expired = localhost.clone();
    (expired.not_before, expired.not_after) = (date_time_ymd(2001, 1, 1), date_time_ymd(2002, 1, 1));
    check(secure_site(signed(&expired, &ours), None), 7, &["has expired", "Check the date on this computer"]);

    let mut early = localhost.clone();
    (early.not_before, early.not_after) = (date_time_ymd(2890, 1, 1), date_time_ymd(2891, 1, 1));
    check(secure_site(signed(&early, &ours), None), 7, &["not valid yet", "Check the date on this computer"]);

    let other = parameters(&["other.example"], "Other");
    check(secure_site(signed(&other, &ours), None), 7, &["belongs to another host", "Check the address"]);

    let theirs = authority("Authority that nobody knows");
    check(secure_site(signed(&localhost, &theirs), None), 7, &["This computer does not trust the authority"]);

    let own_key = key();
    let alone = localhost.self_signed(&own_key).expect("a certificate");
    let alone = Identity { chain: vec![alone.der().clone()], key: own_key };
    check(secure_site(alone, None), 7, &["No authority has signed"]);

    let between = CertifiedIssuer::signed_by(authority_parameters("Between"), key(), &ours).expect("an authority");
    let mut below = localhost.clone();
    names_its_issuer(&mut below);
    let mut whole = signed(&below, &between);
    whole.chain.push(between.der().clone());
    check(secure_site(whole, None), 0, &[]);
    check(secure_site(signed(&below, &between), None), 7, &["does not send the intermediate certificate", "Tell them"]);

    check(secure_site(signed(&localhost, &ours), Some(&theirs)), 7, &["client certificate"]);
}

#[test]
fn a_server_with_an_old_tls_or_none_is_told_apart() {
    let person = Person::trusting(&authority("Authority of the tests"));
    let check = |answer: &'static [u8], expected: &str| {
        let port = listen(move |mut stream| {
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(answer);
            let _ = stream.read_to_end(&mut Vec::new());
        });
        let run = person.adds(&format!("https://localhost:{port}"), &[]);
        assert_eq!(run.code, 7, "{}", run.stderr);
        assert!(run.stderr.contains(expected), "{}", run.stderr);
    };
    // A fatal alert, protocol_version (RFC 5246 §7.2).
    check(&[0x15, 3, 1, 0, 2, 2, 70], "supports only encryption that is no longer secure");
    check(b"HTTP/1.1 400 Bad Request\r\n\r\n", "does not support secure connections on this port");
}

#[test]
fn certificates_that_the_environment_names_and_nobody_can_read_are_named() {
    let ours = authority("Authority of the tests");
    let person = Person::trusting(&ours);
    let port = secure_site(signed(&parameters(&["localhost"], "Site"), &ours), None);
    let empty = person.home.write_outside("empty.pem", b"").display().to_string();
    let gone = person.home.path().join("gone.pem").display().to_string();
    for file in [&gone, &empty] {
        let run = person.adds(&format!("https://localhost:{port}"), &[("SSL_CERT_FILE", file)]);
        assert_ne!(run.code, 0);
        assert!(run.stderr.contains("SSL_CERT_FILE") && run.stderr.contains(file.as_str()), "{}", run.stderr);
    }
}

#[test]
fn a_proxy_that_makes_no_connection_is_named_and_the_site_is_not_blamed() {
    let ours = authority("Authority of the tests");
    let person = Person::trusting(&ours);
    let proxy = |answer: &'static [u8]| {
        let port = listen(move |mut stream| {
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(answer);
        });
        format!("127.0.0.1:{port}")
    };
    let check = |variable: &str, value: &str, expected: &[&str]| {
        let run = person.adds("https://site.example", &[(variable, value)]);
        assert_eq!(run.code, 7, "{}", run.stderr);
        for text in expected.iter().chain(&["proxy", variable, "The wallet did not reach site.example."]) {
            assert!(run.stderr.contains(text), "{text} is missing: {}", run.stderr);
        }
        assert!(!run.stderr.contains("secret"), "a proxy's password is nobody's: {}", run.stderr);
    };
    let asking = proxy(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    check("HTTPS_PROXY", &format!("http://{asking}"), &["asks for a user name and a password (status 407)"]);
    check("HTTPS_PROXY", &format!("http://ada:secret@{asking}"), &["does not accept the user name and password"]);
    let failing = proxy(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    check("https_proxy", &format!("http://{failing}"), &["refused to connect to the site (status 502)"]);
    check("ALL_PROXY", &format!("http://{}", proxy(b"")), &["The connection to the proxy"]);
    // A port that was free a moment ago.
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("bound");
    check("HTTPS_PROXY", &format!("http://{nobody}"), &["could not reach the proxy"]);
    check("ALL_PROXY", &format!("socks5h://{nobody}"), &["could not reach the proxy"]);
    // SOCKS 5: none of the ways to say who one is will do (RFC 1928 §3).
    check("ALL_PROXY", &format!("socks5h://{}", proxy(&[5, 0xff])), &["did not connect to the site"]);
}

#[test]
fn a_proxy_whose_address_cannot_be_used_is_told_by_its_variable_and_nothing_is_sent() {
    let ours = authority("Authority of the tests");
    let person = Person::trusting(&ours);
    for (variable, value) in [
        ("HTTPS_PROXY", "htp://ada:secret@proxy.example"),
        ("https_proxy", "http://ada:secret/1@proxy.example"),
        ("ALL_PROXY", "::"),
        ("all_proxy", "socks5h://proxy.example:secret"),
    ] {
        let run = person.adds("https://site.example", &[(variable, value)]);
        assert_eq!(run.code, 1, "{variable}={value}: {}", run.stderr);
        let told = format!("environment variable {variable} ");
        assert!(run.stderr.contains(&told) && run.stderr.contains("Nothing was sent"), "{}", run.stderr);
        assert!(!run.stderr.contains("secret"), "a proxy's password is nobody's: {}", run.stderr);
    }
    // Calls within this machine need no proxy.
    let port = secure_site(signed(&parameters(&["localhost"], "Site"), &ours), None);
    let run = person.adds(&format!("https://localhost:{port}"), &[("HTTPS_PROXY", "::")]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn a_proxy_that_connects_leads_to_the_site() {
    let ours = authority("Authority of the tests");
    let person = Person::trusting(&ours);
    let site = secure_site(signed(&parameters(&["site.example"], "Site"), &ours), None);
    let port = listen(move |mut client| {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            if client.read(&mut byte).unwrap_or(0) == 0 {
                return;
            }
            head.push(byte[0]);
        }
        if !head.starts_with(b"CONNECT site.example:443 ") || client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").is_err() {
            return;
        }
        let mut server = TcpStream::connect(("127.0.0.1", site)).expect("the site listens");
        let (mut from_client, mut to_server) =
            (client.try_clone().expect("a handle"), server.try_clone().expect("a handle"));
        thread::spawn(move || {
            let _ = std::io::copy(&mut from_client, &mut to_server);
            let _ = to_server.shutdown(std::net::Shutdown::Write);
        });
        let _ = std::io::copy(&mut server, &mut client);
        let _ = client.shutdown(std::net::Shutdown::Write);
    });
    let run = person.adds("https://site.example", &[("HTTPS_PROXY", &format!("http://127.0.0.1:{port}"))]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn an_address_without_a_description_is_told_and_where_else_one_may_be() {
    let site = Pages::serve(vec![("/shop/config", page(200, "text/html", "<h1>Shop</h1>"))]);
    let home = Home::with_vault();
    for (path, code) in [("", 6), ("/shop", 7)] {
        let said = home.fails(code, ["site", "add", &format!("{}{path}", site.url())]);
        assert!(said.contains("no description of a site at"), "{said}");
        assert!(said.contains(&format!("{path}/config")) && said.contains("/.well-known/lws.json"), "{said}");
        assert!(said.contains("idw site add --config FILE"), "{said}");
    }
}

#[test]
fn a_site_that_refuses_is_quoted_wherever_its_words_stand() {
    let table = vec![
        ("/plain/config", page(403, "text/plain; charset=utf-8", "Members of the club only\r\n")),
        ("/nested/config", page(400, "application/json", r#"{"error": {"code": "E7", "message": "Wrong wallet"}}"#)),
        (
            "/problem/config",
            page(403, "application/problem+json", r#"{"title": "Forbidden", "status": 403, "detail": "Too early"}"#),
        ),
        ("/down/config", page(503, "text/plain", "Back at noon")),
        ("/page/config", page(403, "text/html", "<h1>secret words of a web page</h1>")),
    ];
    let site = Pages::serve(table);
    let home = Home::with_vault();
    let check = |path: &str, code: i32, expected: &str| {
        let said = home.fails(code, ["site", "add", &format!("{}/{path}", site.url())]);
        assert!(said.contains(expected) && !said.contains("secret words"), "{said}");
    };
    check("plain", 6, "“Members of the club only”");
    check("nested", 6, "E7). The site says: “Wrong wallet”");
    check("problem", 6, "“Forbidden: Too early”");
    check("down", 7, "“Back at noon”");
    check("page", 6, "status 403");
}

#[test]
fn odd_headers_are_read_and_too_many_are_told() {
    let body = r#"{"website": {"name": "Club"}, "attributes": []}"#;
    let many = "X-More: y\r\n".repeat(100);
    let table = vec![
        (
            "/folded/config",
            format!("HTTP/1.1 200 OK\r\nX-Old: one\r\n  two\r\nContent-Type : text/plain\r\n\r\n{body}"),
        ),
        ("/many/config", format!("HTTP/1.1 200 OK\r\n{many}X-Last: z\r\n\r\n{body}")),
        ("/slow/config", "HTTP/1.1 503 Busy\r\nRetry-After: Sunday, 06-Nov-94 08:49:37 GMT\r\n\r\n".to_owned()),
        ("/late/config", "HTTP/1.1 503 Busy\r\nRetry-After: 120.0\r\n\r\n".to_owned()),
    ];
    let site = Pages::serve(table);
    let home = Home::with_vault();
    let add = |path: &str| home.run(["site", "add", &format!("{}/{path}", site.url())]);
    let folded = add("folded");
    assert_eq!(folded.code, 0, "{}", folded.stderr);
    let many = add("many").must_fail(7);
    assert!(many.contains("headers than the wallet reads"), "{many}");
    let past = add("slow").must_fail(7);
    assert!(past.contains("Try again later"), "a date that has passed asks for nothing: {past}");
    let late = add("late").must_fail(7);
    assert!(late.contains("try again in 2 min"), "{late}");
}

#[test]
fn a_mistyped_address_is_told_what_was_meant() {
    let home = Home::with_vault();
    let check = |typed: &str, expected: &str| {
        let said = home.fails(2, ["site", "add", typed]);
        assert!(said.contains(expected), "{typed}: {said}");
    };
    check("http:/rp.example/lws", "Did you mean http://rp.example/lws?");
    check("htps://rp.example", "Did you mean https://rp.example?");
    check("ada@rp.example", "looks like an email address");
    let file = home.write_outside("site.json", b"{}").display().to_string();
    check(&file, &format!("idw site add --config {file}"));
}

#[test]
fn a_site_without_a_list_of_templates_offers_no_application() {
    let description = r#"{"website": {"name": "Club"}, "did": true, "attributes": []}"#;
    let site = Pages::serve(vec![("/config", page(200, "application/json", description))]);
    let home = Home::of_ada();
    home.ok(["site", "add", site.url()]);
    let said = home.fails(6, ["apply", "Club", "--yes"]);
    assert!(said.contains("does not offer KYC applications"), "{said}");
}
