//! A club whose members log in with their wallets, beside what else it serves.

use std::{collections::HashMap, error::Error, io::Write as _};

use axum::extract::{Query, State};
use axum::{Router, routing::get};
use idw_relying_party::{Config, RelyingParty, Requirement, SqliteStore};

pub(crate) fn service(website: &str) -> Result<Router, Box<dyn Error>> {
    let mut config = Config::sample(website.parse()?)?;
    config.mount = "/members/wallet".into();
    config.redirect = Some(format!("{website}/welcome").parse()?);
    // The club's own schema is served beside the endpoints, at /members/wallet/schemas/number.json.
    config.attributes = vec![Requirement::platform("first-name"), Requirement::new("/schemas/number.json")];
    let number = serde_json::json!({"title": "Member number", "type": "integer"});
    config.schemas.insert("/schemas/number.json".to_owned(), number);
    let party = RelyingParty::new(config, SqliteStore::in_memory()?)?;
    let club = Router::new().route("/", get("The club")).route("/welcome", get(welcome));
    Ok(club.with_state(party.clone()).nest("/members/wallet", party.api()))
}

async fn welcome(State(party): State<RelyingParty>, Query(query): Query<HashMap<String, String>>) -> String {
    match party.redeem_ticket(query.get("ticket").map_or("", String::as_str)).await {
        Ok(Some(login)) => format!("Welcome, {}!", login.user.attributes[0].value), // begin a session of `login.user`
        _ => "This link has been used. Log in again.".to_owned(),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or("127.0.0.1:8080".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await?;
    let website = format!("http://{}", listener.local_addr()?);
    writeln!(std::io::stdout(), "The club is at {website}")?;
    Ok(axum::serve(listener, service(&website)?).await?)
}
