//! Sites that misbehave once they have a signature: wallet tokens, user tokens, logins.

use idw_journeys::fault::{
    Dialect, Exchange, Expected, Expected::Fails, Expected::Fine, Fault, Flow, PROTOCOL, REFUSED, Step::*, UNREACHABLE,
    seconds_from_now,
};
use serde_json::{Value, json};

use super::PAGE;

const SOMEBODY: &str = "did:eth:0x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b";

pub(super) fn table() -> Vec<Fault> {
    let mut faults = responses();
    faults.extend(wallet_tokens());
    faults.extend(user_tokens());
    faults.extend(logins());
    faults
}

fn responses() -> Vec<Fault> {
    let log_in = |name, what, expected, act| Fault::new(name, what, Flow::LogIn, Response, expected, act);
    vec![
        log_in("response-401-once", "401 for the first signature", Fine, |x| {
            x.json(401, &json!({"code": "token_invalid"}))
        })
        .once()
        .again(),
        log_in("response-401", "401 for every signature", REFUSED, |x| x.json(401, &json!({"code": "token_invalid"})))
            .again(),
        log_in("response-422", "a signature that is not valid, it says", REFUSED, |x| {
            x.json(422, &json!({"code": "signature_invalid"}))
        })
        .classic(),
        log_in("response-500", "500", UNREACHABLE, |x| x.json(500, &json!({}))),
        log_in("response-reset", "a connection that closes; a fresh challenge is answered, once", UNREACHABLE, hang_up)
            .again(),
        log_in("response-reset-once", "a kept connection that closes as the response goes out", Fine, hang_up)
            .once()
            .again(),
        log_in("response-307", "a redirect to another host that asks for the signature there", PROTOCOL, |x| {
            x.redirect(307)
        }),
        log_in("response-page", "a web page", PROTOCOL, |x| x.answer(200, "text/html", PAGE)).classic(),
        log_in("response-no-content", "204, and no token", PROTOCOL, |x| x.headed("204 No Content", b"")),
        log_in("response-stalls", "no answer to the signature", UNREACHABLE, |x| x.stall(b"")).slow(),
    ]
}

fn wallet_tokens() -> Vec<Fault> {
    let log_in = |name, what, expected, act| Fault::new(name, what, Flow::LogIn, Response, expected, act);
    vec![
        log_in("token-foreign-did", "a token for another DID", PROTOCOL, |x| {
            x.wallet_token(&json!({ "sub": SOMEBODY }))
        }),
        log_in("token-foreign-address", "a token for another address", PROTOCOL, |x| {
            x.wallet_token(&json!({"sub": &SOMEBODY["did:eth:".len()..]}))
        })
        .classic(),
        log_in("token-foreign-key", "a token for the key that a bad recovery gives", PROTOCOL, |x| {
            x.wallet_token(&json!({"sub": format!("0x{}", "ab".repeat(64))}))
        })
        .classic(),
        log_in("token-foreign-method", "a token for a DID of another method", PROTOCOL, |x| {
            x.wallet_token(&json!({"sub": format!("did:selfkey:0x{}", "ab".repeat(32))}))
        }),
        log_in("token-no-subject", "a token that names nobody", Fine, |x| x.wallet_token(&json!({"sub": null}))),
        log_in("token-expired", "a token that ended a day ago", PROTOCOL, |x| {
            x.wallet_token(&json!({"exp": seconds_from_now(-86_400)}))
        }),
        log_in("token-future", "a token that is good from next week on", PROTOCOL, |x| {
            x.wallet_token(&json!({"nbf": seconds_from_now(604_800)}))
        })
        .classic(),
        log_in("token-none", "a text that is no token", PROTOCOL, |x| x.json(200, &json!({"jwt": "welcome"}))),
        log_in("token-too-long", "a token longer than any header", PROTOCOL, |x| {
            x.wallet_token(&json!({"pad": "a".repeat(40_000)}))
        }),
    ]
}

fn user_tokens() -> Vec<Fault> {
    let log_in = |name, what, expected, act| Fault::new(name, what, Flow::LogIn, UserToken, expected, act);
    let unknown: Expected = Fails("noAccount", 6);
    vec![
        log_in("user-unknown", "404: nobody of this key", unknown, |x| {
            x.json(404, &json!({"code": "user_does_not_exist"}))
        }),
        log_in("user-unknown-by-code", "422 with the code for it", unknown, |x| {
            x.json(422, &json!({"code": "user_does_not_exist"}))
        })
        .classic(),
        log_in("user-token-401-once", "401 for a fresh wallet token, once", Fine, |x| {
            x.json(401, &json!({"code": "token_invalid"}))
        })
        .once()
        .again(),
        log_in("user-token-401", "401 for every wallet token", REFUSED, |x| {
            x.json(401, &json!({"code": "token_invalid"}))
        })
        .again(),
        log_in("user-token-page", "a web page", PROTOCOL, |x| x.answer(200, "text/html", PAGE)),
        log_in("user-token-list", "a list", PROTOCOL, |x| x.json(200, &json!(["token"]))),
        log_in("user-token-missing", "an object with nothing in it", PROTOCOL, |x| x.json(200, &json!({}))).classic(),
        log_in("user-token-endless", "an answer that never ends", PROTOCOL, |x| {
            x.endless("HTTP/1.1 200 OK\r\n\r\n{\"token\": \"", "a")
        }),
        log_in("user-token-script", "a script to open in the browser", PROTOCOL, |x| {
            x.json(200, &json!({"redirectTo": "javascript:alert(document.cookie)"}))
        }),
        log_in("user-token-303", "a redirect to another host", PROTOCOL, |x| x.redirect(303)),
    ]
}

fn logins() -> Vec<Fault> {
    let log_in = |name, what, expected, act| Fault::new(name, what, Flow::LogIn, LogIn, expected, act);
    vec![
        log_in("login-script", "a script to open in the browser", PROTOCOL, |x| {
            x.json(200, &json!({"redirectTo": "javascript:alert(1)"}))
        }),
        log_in("login-file", "a file of this machine to open", PROTOCOL, |x| {
            x.json(200, &json!({"redirectUrl": "file:///etc/passwd"}))
        })
        .classic(),
        log_in("login-disguised", "an address that looks like the site's", PROTOCOL, |x| {
            x.json(200, &json!({"redirectTo": "https://rp.example@evil.example/"}))
        }),
        log_in("login-long", "an address of a hundred thousand characters", PROTOCOL, |x| {
            x.json(200, &json!({"redirectTo": format!("/{}", "a".repeat(100_000))}))
        }),
        log_in("login-number", "a number as an address", PROTOCOL, |x| x.json(200, &json!({"redirectUrl": 5})))
            .classic(),
        log_in("login-302", "a redirect in HTTP in place of JSON", PROTOCOL, |x| x.redirect(302)),
        log_in("login-401", "401 for every user token", REFUSED, |x| x.json(401, &json!({"code": "token_invalid"})))
            .again(),
        log_in("login-403", "403 with a web page", REFUSED, |x| x.answer(403, "text/html", PAGE)),
        log_in("login-502", "502 with a web page", UNREACHABLE, |x| x.answer(502, "text/html", PAGE)).classic(),
        log_in("login-page", "a web page", PROTOCOL, |x| x.answer(200, "text/html", PAGE)),
        log_in("login-hang-up", "a connection that closes at every login", UNREACHABLE, hang_up),
        log_in("login-hang-up-once", "a kept connection that closes as the login goes out", Fine, hang_up).once(),
        log_in("login-nowhere", "no address at all", Fine, |x| x.json(200, &Value::Object(serde_json::Map::default()))),
        Fault {
            dialect: Dialect::Classic,
            ..log_in("login-leaves", "an address on another site, which is named before it is opened", Fine, |x| {
                x.json(200, &json!({"redirectUrl": "https://app.example/in"}))
            })
        },
    ]
}

fn hang_up(exchange: &mut Exchange<'_>) -> std::io::Result<()> {
    exchange.hang_up()
}
