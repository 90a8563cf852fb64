//! The answers that the protocol's documents print, read by the code that reads servers'.

use serde_json::{Value, json};
use url::Url;

use crate::token::Jwt;
use crate::{kyc, wire};

#[test]
fn the_documented_answers_are_read() {
    let text = include_str!("../../../tests/vectors/lws/documented-answers.json");
    let vectors: Value = serde_json::from_str(text).unwrap();
    let answers = vectors["answers"].as_array().unwrap();
    for answer in answers {
        let endpoint = answer["endpoint"].as_str().unwrap();
        assert_eq!(read(endpoint, &answer["body"]), answer["reads"], "{endpoint}");
    }
    assert_eq!(answers.len(), 9, "all nine endpoints");
}

fn read(endpoint: &str, body: &Value) -> Value {
    match endpoint {
        "GET /auth/challenge" | "POST /auth/challenge" => {
            let token = Jwt::decode(wire::jwt(body).unwrap()).unwrap();
            json!(token.nonce().unwrap().as_str())
        }
        "GET /auth/token" => wire::classic_user_token(body).unwrap().clone(),
        "POST /login" => {
            let base = Url::parse("https://rp.example").unwrap();
            json!(wire::redirect(body, &base).unwrap().unwrap().as_str())
        }
        "GET /templates" => {
            let ids = kyc::read_list(body).unwrap().into_iter().map(|entry| entry.id.text());
            json!(ids.collect::<Vec<_>>().join(","))
        }
        "GET /templates/{templateId}/schema.json" => {
            let template = kyc::read_template(body, &kyc::TemplateId::from_text("1")).unwrap();
            json!(format!("{} attributes", template.attributes.len()))
        }
        "POST /files" => json!(wire::file_id(body).unwrap().text()),
        _ => json!(wire::text(body, &["message"]).unwrap()),
    }
}
