//! The flows of the protocol in which a KYC provider stands beside the site, or is the site (docs/lws.md §5).
//!
//! Two relying parties that share the secret of their tokens play the two: the one with the users (RP-UMS) and the one
//! that asks, and takes applications (KYCC).

use idw_journeys::{Home, RelyingParty};
use serde_json::{Value, json};

const SECRET: &str = "a secret that the two servers of the flows share";

/// What the sample person sends with the sample template.
const APPLICATION_FILES: usize = 3;

#[test]
fn kyc_only_2_everything_at_the_provider() {
    for dialect in ["did", "classic"] {
        let home = Home::of_ada();
        let provider = server(&home, dialect);
        // A button on the provider's own page: there is no login after the token.
        add(&home, "ico", dialect, &provider, json!({"/login": false}));
        home.fails(6, ["login", "ico", "--yes"]);
        let signed_up = home.ok(["signup", "ico", "--yes"]);
        assert_eq!(signed_up["redirectUrl"], Value::Null, "{dialect}: there is nowhere to go to");
        let logged_in = home.ok(["login", "ico", "--yes"]);
        assert_eq!((&logged_in["did"], &logged_in["redirectUrl"]), (&signed_up["did"], &Value::Null), "{dialect}");
        home.ok(["apply", "ico", "--yes"]);
        let state = provider.state();
        assert_eq!((count(&state, "users"), count(&state, "applications")), (1, 1), "{dialect}: {state}");
    }
}

#[test]
fn kyc_only_4_the_provider_asks_and_the_site_has_the_users() {
    for dialect in ["did", "classic"] {
        let home = Home::of_ada();
        let (site, provider) = (server(&home, dialect), server(&home, dialect));
        add(&home, "shop", dialect, &site, behind(&provider));
        let signed_up = home.ok(["signup", "shop", "--yes"]);
        assert!(text(&signed_up, "redirectUrl").starts_with(site.url()), "{dialect}: {signed_up}");
        let logged_in = home.ok(["login", "shop", "--yes"]);
        assert_eq!(logged_in["did"], signed_up["did"], "{dialect}: one site, one key");
        home.ok(["apply", "shop", "--yes"]);
        assert_split(&site, &provider, dialect);
    }
}

#[test]
fn full_the_application_comes_before_the_sign_up() {
    for dialect in ["did", "classic"] {
        let home = Home::of_ada();
        let (site, provider) = (server(&home, dialect), server(&home, dialect));
        add(&home, "market", dialect, &site, behind(&provider));
        let applied = home.ok(["apply", "market", "--yes"]);
        assert_eq!(count(&site.state(), "users"), 0, "{dialect}: nobody signed up yet");
        let signed_up = home.ok(["signup", "market", "--yes"]);
        assert_eq!(signed_up["did"], applied["did"], "{dialect}: the same person to both");
        assert_split(&site, &provider, dialect);
    }
}

#[test]
fn the_user_is_told_of_the_provider_behind_the_site() {
    let home = Home::of_ada();
    let (site, provider) = (server(&home, "did"), server(&home, "did"));
    add(&home, "shop", "did", &site, behind(&provider));
    let provider_host = provider.url().trim_start_matches("http://").to_owned();
    for (command, what) in [("signup", "a signature in your name"), ("apply", "a token that acts as you")] {
        let run = home.run([command, "shop", "--yes"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let told = run.stderr.lines().find(|line| line.contains("which receives")).unwrap_or_default();
        assert!(told.contains(&provider_host) && told.contains(what), "{command}: {}", run.stderr);
    }
}

/// The users are at the site alone, the applications and their files at the provider alone.
fn assert_split(site: &RelyingParty, provider: &RelyingParty, dialect: &str) {
    let (of_site, of_provider) = (site.state(), provider.state());
    let counts = |state: &Value| ["users", "applications", "files"].map(|what| count(state, what));
    assert_eq!(counts(&of_site), [1, 0, 0], "{dialect}: {of_site}");
    assert_eq!(counts(&of_provider), [0, 1, APPLICATION_FILES], "{dialect}: {of_provider}");
}

fn server(home: &Home, dialect: &str) -> RelyingParty {
    let config = json!({"tokens": {"secret": SECRET}}).to_string();
    let path = home.write_outside("server.json", config.as_bytes());
    RelyingParty::start(&["--dialect", dialect, "--config", path.to_str().expect("a path in UTF-8")])
}

/// The endpoints that a provider behind a site takes over.
fn behind(provider: &RelyingParty) -> Value {
    let at = |path: &str| json!(format!("{}{path}", provider.site()));
    json!({
        "/auth/challenge": at("/auth/challenge"),
        "/templates": at("/templates"),
        "/templates/:id": at("/templates/:id"),
        "/files": at("/files"),
        "/applications": at("/applications"),
        "/applications/:id": at("/applications/:id"),
    })
}

fn add(home: &Home, name: &str, dialect: &str, site: &RelyingParty, endpoints: Value) {
    let mut endpoints = endpoints;
    if dialect == "classic"
        && let Some(templates) = endpoints.get_mut("/templates/:id")
    {
        *templates = json!(format!("{}/schema.json", templates.as_str().expect("a URL")));
    }
    let description = json!({
        "website": {"name": name, "url": site.url()},
        "rootEndpoint": site.site(),
        "endpoints": endpoints,
        "attributes": [
            {"id": "first", "schemaId": idw_journeys::schema_url("first-name"), "required": true},
            idw_journeys::schema_url("last-name"),
            {"id": "contact-email", "schemaId": idw_journeys::schema_url("email"), "required": true},
            idw_journeys::schema_url("date-of-birth"),
            idw_journeys::schema_url("nationality"),
        ],
        "did": dialect == "did",
    });
    let path = home.write_outside("description.json", description.to_string().as_bytes());
    home.ok(["site", "add", "--config", path.to_str().expect("a path in UTF-8"), "--name", name]);
}

fn count(state: &Value, what: &str) -> usize {
    state[what].as_array().map_or(0, Vec::len)
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}
