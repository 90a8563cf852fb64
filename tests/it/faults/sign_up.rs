//! Sites that misbehave while they are sent attributes and files.

use std::io;

use idw_journeys::fault::{Exchange, Expected::Fine, Fault, Flow, PROTOCOL, REFUSED, Step::*, UNREACHABLE};
use serde_json::{Value, json};

use super::PAGE;

pub(super) fn table() -> Vec<Fault> {
    let mut faults = files();
    faults.extend(users());
    faults
}

fn files() -> Vec<Fault> {
    let file = |name, what, expected, act| Fault::new(name, what, Flow::SignUp, UserFile, expected, act);
    vec![
        file("file-413", "a file that is too large, it says", REFUSED, |x| x.json(413, &json!({}))),
        file("file-413-early", "too large, said before the file is read", REFUSED, |x| {
            x.raw(b"HTTP/1.1 413 Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
        })
        .early(),
        file("file-415", "a kind of file that it does not take", REFUSED, |x| {
            x.json(415, &json!({"message": "no PDF"}))
        }),
        file("file-422", "a file that it finds at fault", REFUSED, |x| x.json(422, &json!({"code": "file_invalid"}))),
        file("file-reset", "a reset in the middle of a file", UNREACHABLE, |x| x.take_and_reset(700)).early(),
        file("file-reset-once", "a reset in the middle of a file, once", Fine, |x| x.take_and_reset(700))
            .early()
            .once(),
        file("file-500", "500 after the file has arrived", UNREACHABLE, |x| {
            x.good_answer();
            x.answer(500, "text/html", PAGE)
        }),
        file("file-no-id", "no id for the file", PROTOCOL, |x| x.json(200, &json!({"message": "thanks"}))),
        file("file-id-object", "an object as the file's id", PROTOCOL, |x| x.json(200, &json!({"id": {"$gt": ""}}))),
        file("file-id-with-header", "an id with a header behind a line break", Fine, |x| {
            x.json(200, &json!({"id": "file\r\nX-Evil: yes"}))
        }),
        file("file-401", "401 for every file", REFUSED, |x| x.json(401, &json!({"code": "token_invalid"}))).again(),
        file("file-307", "a redirect to another host that asks for the file there", PROTOCOL, |x| x.redirect(307)),
        file("file-404", "no such endpoint, though its description does not say so", Fine, |x| x.json(404, &json!({}))),
        file("file-stalls", "a file that is never taken in", UNREACHABLE, ignore).early().slow(),
    ]
}

fn ignore(exchange: &mut Exchange<'_>) -> io::Result<()> {
    exchange.ignore()
}

fn users() -> Vec<Fault> {
    let users = |name, what, expected, act| Fault::new(name, what, Flow::SignUp, Users, expected, act);
    vec![
        users("users-422", "attributes that it finds at fault, named with escape sequences", REFUSED, |x| {
            x.json(
                422,
                &json!({"code": "invalid_attributes", "errors": {"first\u{1b}[2J": ["\u{202e}no\r\nX-Evil: 1"]}}),
            )
        }),
        users("users-413", "a form that is too large, it says", REFUSED, |x| x.json(413, &json!({}))).classic(),
        users("users-409", "a user that is there already, it says", REFUSED, |x| {
            x.json(409, &json!({"message": "exists"}))
        }),
        users("users-500", "500 after the sign-up is done", UNREACHABLE, |x| {
            x.good_answer();
            x.json(500, &json!({}))
        }),
        users("users-reset", "a reset in the middle of the form", UNREACHABLE, |x| x.take_and_reset(900))
            .classic()
            .early(),
        users("users-hang-up", "a connection that closes after the sign-up is done", UNREACHABLE, |x| x.raw(b"")),
        users("users-308", "a redirect to another host that asks for everything there", PROTOCOL, |x| x.redirect(308))
            .classic(),
        users("users-page", "a web page", PROTOCOL, |x| x.answer(200, "text/html", PAGE)),
        users("users-endless", "an answer that never ends", PROTOCOL, |x| {
            x.endless("HTTP/1.1 201 Made\r\n\r\n{\"message\": \"", "a")
        }),
        users("users-empty", "201 with nothing in it", Fine, |x| x.answer(201, "application/json", b"")).classic(),
        users("users-word", "one word in place of JSON", Fine, |x| x.answer(201, "text/plain", b"Created")),
        users("users-429", "429, come back in a minute", REFUSED, |x| x.headed("429 Slow\r\nRetry-After: 60", b"{}")),
        users("users-401-once", "401 for the sign-up, once", Fine, |x| x.json(401, &Value::Null))
            .classic()
            .once()
            .again(),
    ]
}
