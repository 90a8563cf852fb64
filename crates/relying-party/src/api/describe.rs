//! `GET /config`: the site as wallets are told of it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::config::{Config, Dialects};
use crate::site::Site;

/// The description, the same object that a site hands to the button of a browser. Anyone may ask, without headers.
pub(crate) async fn describe(State(site): State<Arc<Site>>) -> Json<Value> {
    Json(description(&site.config))
}

fn description(config: &Config) -> Value {
    let attributes: Vec<Value> = config.attributes.iter().map(|asked| asked.to_json(true)).collect();
    let mut description = json!({
        "website": {"name": config.name, "url": config.website},
        "rootEndpoint": config.root(),
        "endpoints": {},
        "attributes": attributes,
    });
    for (key, url) in [("termsUrl", &config.terms_url), ("policyUrl", &config.policy_url)] {
        if let Some(url) = url {
            description["website"][key] = json!(url);
        }
    }
    if let Some(meta) = &config.meta {
        description["meta"] = meta.clone();
    }
    match config.dialects {
        Dialects::Classic => description["did"] = json!(false),
        Dialects::Did => description["did"] = json!(true),
        Dialects::Both => {}
    }
    description
}
