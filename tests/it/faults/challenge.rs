//! Sites whose challenge is the trouble: nothing may be signed for them.

use idw_journeys::fault::{
    Expected::Fine, Fault, Flow::LogIn, PROTOCOL, REFUSED, Step::*, UNREACHABLE, seconds_from_now,
};
use serde_json::{Value, json};

use super::{GZIP_BOMB, PAGE, deep};

pub(super) fn table() -> Vec<Fault> {
    let mut faults = bodies();
    faults.extend(statuses());
    faults.extend(http());
    faults.extend(slow());
    faults.extend(nonces());
    faults.extend(tokens());
    faults
}

fn bodies() -> Vec<Fault> {
    let log_in = |name, what, expected, act| Fault::new(name, what, LogIn, Challenge, expected, act);
    vec![
        log_in("challenge-page", "a web page in place of a challenge", PROTOCOL, |x| x.answer(200, "text/html", PAGE)),
        log_in("challenge-empty", "an empty answer", PROTOCOL, |x| x.answer(200, "application/json", b"")).classic(),
        log_in("challenge-no-content", "204", PROTOCOL, |x| x.headed("204 No Content", b"")),
        log_in("challenge-cut", "JSON that stops in the middle", PROTOCOL, |x| {
            x.answer(200, "application/json", b"{\"jwt\": \"a.b")
        }),
        log_in("challenge-deep", "lists within lists, a hundred thousand deep", PROTOCOL, |x| {
            x.answer(200, "application/json", deep().as_bytes())
        }),
        log_in("challenge-huge-number", "a number beyond every type", PROTOCOL, |x| {
            x.answer(200, "application/json", b"{\"jwt\": 1e999}")
        }),
        log_in("challenge-long-number", "a number of a hundred thousand digits", PROTOCOL, |x| {
            x.answer(200, "application/json", format!("{{\"jwt\": {}}}", "9".repeat(100_000)).as_bytes())
        }),
        log_in("challenge-object", "an object in place of a token", PROTOCOL, |x| {
            x.json(200, &json!({"jwt": {"a": 1}}))
        }),
        log_in("challenge-null", "null in place of an object", PROTOCOL, |x| x.json(200, &Value::Null)).classic(),
        log_in("challenge-not-utf8", "bytes that are not UTF-8", PROTOCOL, |x| {
            x.answer(200, "application/json", b"{\"jwt\":\"\xff\xfe\"}")
        }),
        log_in("challenge-bomb", "a body that says it is packed, and would unpack to gigabytes", PROTOCOL, |x| {
            x.headed("200 OK\r\nContent-Encoding: gzip", GZIP_BOMB)
        }),
        log_in("challenge-bomb-on-the-way", "a transfer that says it is packed", PROTOCOL, |x| {
            x.headed("200 OK\r\nContent-Encoding: identity, br", GZIP_BOMB)
        }),
        log_in("challenge-endless", "a body that never ends", PROTOCOL, |x| {
            x.endless("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", "[")
        }),
        log_in("challenge-endless-pieces", "pieces that never end", PROTOCOL, |x| {
            x.endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "10\r\n[[[[[[[[[[[[[[[[\r\n")
        }),
        log_in("challenge-announces-much", "a terabyte, it says", PROTOCOL, |x| {
            x.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1099511627776\r\n\r\n{")
        }),
        log_in("challenge-mistyped", "a good challenge that says it is text", Fine, |x| {
            let (_, body) = x.good_answer();
            x.answer(200, "text/plain; charset=latin1", body.as_bytes())
        }),
        log_in("challenge-keys-twice", "two tokens under one name, the first for a stranger", Fine, |x| {
            let (_, body) = x.good_answer();
            x.answer(200, "application/json", body.replacen('{', "{\"jwt\": \"not.a.token\", ", 1).as_bytes())
        }),
        log_in("challenge-cookie", "cookies, which a wallet does not take", Fine, |x| {
            x.good_with("Set-Cookie: track=ada-was-here; Max-Age=99999999")
        }),
    ]
}

fn statuses() -> Vec<Fault> {
    let log_in = |name, what, expected, act| Fault::new(name, what, LogIn, Challenge, expected, act);
    vec![
        log_in("challenge-302", "a redirect to another host", PROTOCOL, |x| x.redirect(302)),
        log_in("challenge-307", "a redirect to another host that keeps the method", PROTOCOL, |x| x.redirect(307))
            .classic(),
        log_in("challenge-304", "“not modified”, with nothing to modify", PROTOCOL, |x| {
            x.raw(b"HTTP/1.1 304 Same\r\n\r\n")
        }),
        log_in("challenge-400", "400 with a code", REFUSED, |x| x.json(400, &json!({"code": "token_missing"}))),
        log_in("challenge-401", "401, for want of a token that nobody can have", REFUSED, |x| {
            x.json(401, &Value::Null)
        }),
        log_in("challenge-403", "403", REFUSED, |x| x.json(403, &json!({"code": "forbidden"}))).classic(),
        log_in("challenge-404", "404", REFUSED, |x| x.json(404, &Value::Null)),
        log_in("challenge-429", "429, come back in an hour", REFUSED, |x| {
            x.headed("429 Slow\r\nRetry-After: 3600", b"{\"message\": \"slow down\"}")
        }),
        log_in("challenge-500", "500 and a web page", UNREACHABLE, |x| x.answer(500, "text/html", PAGE)),
        log_in("challenge-503", "503, come back at a date", UNREACHABLE, |x| {
            x.headed("503 Busy\r\nRetry-After: Wed, 21 Oct 2099 07:28:00 GMT", b"")
        }),
        log_in("challenge-500-endless", "500 with a page that never ends", UNREACHABLE, |x| {
            x.endless("HTTP/1.1 500 Oops\r\n\r\n", "<p>")
        }),
        log_in("challenge-403-bomb", "403 with a packed page", REFUSED, |x| {
            x.headed("403 No\r\nContent-Encoding: gzip", GZIP_BOMB)
        }),
        log_in("challenge-799", "a status that HTTP does not know", PROTOCOL, |x| x.headed("799 What", b"{}")),
        log_in("challenge-rude", "a refusal with escape sequences and half a megabyte to read", REFUSED, |x| {
            let message = format!("\u{1b}[2J\u{202e}\r\nX-Evil: {}", "no ".repeat(150_000));
            x.json(422, &json!({"code": "\u{1b}]0;owned\u{7}", "message": message, "errors": vec!["\u{0}bad"; 5000]}))
        }),
    ]
}

/// Answers that break HTTP itself.
fn http() -> Vec<Fault> {
    let log_in = |name, what, expected, act| Fault::new(name, what, LogIn, Challenge, expected, act);
    vec![
        log_in("http-hang-up", "a connection that closes without a word", UNREACHABLE, |x| x.raw(b"")),
        log_in("http-hang-up-once", "a kept connection that closes at the moment it is used", Fine, |x| x.raw(b""))
            .once(),
        log_in("http-other-protocol", "the greeting of another protocol", UNREACHABLE, |x| {
            x.raw(b"SSH-2.0-OpenSSH_9.6\r\n")
        }),
        log_in("http-tls", "a TLS alert in place of an answer", UNREACHABLE, |x| {
            x.raw(b"\x15\x03\x01\x00\x02\x02\x46")
        }),
        log_in("http-no-head", "a body without a head, as HTTP/0.9 had it", UNREACHABLE, |x| {
            x.raw(b"{\"jwt\": \"a.b.c\"}")
        }),
        log_in("http-head-cut", "a head that stops in the middle", UNREACHABLE, |x| {
            x.raw(b"HTTP/1.1 200 OK\r\nContent-")
        }),
        log_in("http-body-cut", "a body shorter than announced", UNREACHABLE, |x| {
            x.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"jwt\"")
        }),
        log_in("http-body-over", "a second answer behind the first, which was not asked for", Fine, |x| {
            let (_, body) = x.good_answer();
            let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
            x.raw(format!("{answer}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{{}}").as_bytes())
        }),
        log_in("http-two-lengths", "two lengths that differ", UNREACHABLE, |x| {
            x.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 40\r\n\r\n{}")
        }),
        log_in("http-length-negative", "a length below nothing", UNREACHABLE, |x| {
            x.raw(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}")
        }),
        log_in("http-length-huge", "a length beyond every type", UNREACHABLE, |x| {
            x.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999999\r\n\r\n{}")
        }),
        log_in("http-piece-size", "a piece whose size is no number", UNREACHABLE, |x| {
            x.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsize\r\n{}\r\n0\r\n\r\n")
        }),
        log_in("http-piece-extension", "a piece whose extension never ends", UNREACHABLE, |x| {
            x.endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;", "a")
        }),
        log_in("http-trailers", "trailers that never end", UNREACHABLE, |x| {
            x.endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", "A: b\r\n")
        }),
        log_in("http-many-headers", "a thousand headers", UNREACHABLE, |x| {
            x.raw(format!("HTTP/1.1 200 OK\r\n{}\r\n{{}}", "A: b\r\n".repeat(1000)).as_bytes())
        }),
        log_in("http-endless-header", "a header that never ends", UNREACHABLE, |x| {
            x.endless("HTTP/1.1 200 OK\r\nA: ", "b")
        }),
        log_in("http-endless-reason", "a status line that never ends", UNREACHABLE, |x| {
            x.endless("HTTP/1.1 200 ", "OK ")
        }),
        log_in("http-endless-interim", "interim answers that never end", UNREACHABLE, |x| {
            x.endless("", "HTTP/1.1 103 Early Hints\r\n\r\n")
        })
        .slow(),
        log_in("http-switches", "a switch to another protocol", PROTOCOL, |x| {
            x.raw(b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n")
        }),
        log_in("http-zero-byte", "a zero byte in a header", UNREACHABLE, |x| {
            x.raw(b"HTTP/1.1 200 OK\r\nA: b\0c\r\nContent-Length: 2\r\n\r\n{}")
        }),
        log_in("http-folded", "a header folded over two lines, which is read, and no token", PROTOCOL, |x| {
            x.raw(b"HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 2\r\n\r\n{}")
        }),
    ]
}

/// Answers that never come, or in drops: the time limit ends them.
fn slow() -> Vec<Fault> {
    let log_in = |name, what, expected, act| Fault::new(name, what, LogIn, Challenge, expected, act);
    vec![
        log_in("slow-silence", "no answer", UNREACHABLE, |x| x.stall(b"")).slow(),
        log_in("slow-head", "half a head, and no more", UNREACHABLE, |x| x.stall(b"HTTP/1.1 200 OK\r\nServer: "))
            .slow(),
        log_in("slow-body", "half a body, and no more", UNREACHABLE, |x| {
            x.stall(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{")
        })
        .slow(),
        log_in("slow-drops", "headers in drops, for ever", UNREACHABLE, |x| x.drip("HTTP/1.1 200 OK\r\nA: ", "b"))
            .slow(),
        log_in("slow-body-drops", "a body in drops, for ever", UNREACHABLE, |x| {
            x.drip("HTTP/1.1 200 OK\r\n\r\n{\"jwt\": \"", "a")
        })
        .slow()
        .classic(),
        log_in("slow-interim", "interim answers now and then, for ever", UNREACHABLE, |x| {
            x.drip("", "HTTP/1.1 102 Processing\r\n\r\n")
        })
        .slow(),
    ]
}

/// Texts that are no nonces.
fn nonces() -> Vec<Fault> {
    let log_in = |name, what, act| Fault::new(name, what, LogIn, Challenge, PROTOCOL, act);
    vec![
        log_in("nonce-is-a-message", "a sign-in message for another site", |x| {
            x.challenge(&json!({"nonce": "bank.example wants you to sign in with your Ethereum account"}))
        }),
        log_in("nonce-is-a-whole-message", "a sign-in message over several lines (EIP-4361)", |x| {
            let text = "bank.example wants you to sign in with your Ethereum account:\n0x00\n\nURI: https://bank.example\nNonce: 32891756";
            x.challenge(&json!({ "nonce": text }))
        })
        .classic(),
        log_in("nonce-is-an-order", "an order in JSON", |x| x.challenge(&json!({"nonce": "{\"sell\":\"house\",\"for\":1}"}))),
        log_in("nonce-is-an-envelope", "a text that is prefixed already, to be signed as it stands", |x| {
            x.challenge(&json!({"nonce": "\u{19}Ethereum Signed Message:\n32aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}))
        }),
        log_in("nonce-beside-a-message", "a good nonce, and a message as the challenge that goes before it", |x| {
            x.challenge(&json!({"challenge": "I owe the bearer a thousand pounds"}))
        }),
        log_in("nonce-short", "fifteen characters", |x| x.challenge(&json!({"nonce": "a".repeat(15)}))),
        log_in("nonce-long", "eight thousand characters", |x| x.challenge(&json!({"nonce": "a".repeat(8000)}))),
        log_in("nonce-huge", "a nonce of three megabytes", |x| x.challenge(&json!({"nonce": "a".repeat(3_000_000)}))),
        log_in("nonce-number", "a number", |x| x.challenge(&json!({"nonce": 123_456_789_012_345_678_u64}))).classic(),
        log_in("nonce-list", "a list", |x| x.challenge(&json!({"nonce": ["q83vEjRWeJCrze8SNFZ4kA=="]}))),
        log_in("nonce-missing", "none", |x| x.challenge(&json!({"nonce": null}))),
        log_in("nonce-look-alike", "letters of another alphabet that look the same", |x| {
            x.challenge(&json!({"nonce": "\u{430}bcdef0123456789\u{430}bcdef"}))
        }),
        log_in("nonce-broken", "a line break at its end", |x| x.challenge(&json!({"nonce": "0123456789abcdef\n"}))),
    ]
}

/// Challenge tokens that are no good.
fn tokens() -> Vec<Fault> {
    let log_in = |name, what, act| Fault::new(name, what, LogIn, Challenge, PROTOCOL, act);
    vec![
        log_in("challenge-expired", "a token that ended a day ago", |x| {
            x.challenge(&json!({"iat": seconds_from_now(-90_000), "exp": seconds_from_now(-86_400)}))
        }),
        log_in("challenge-future", "a token of next week", |x| x.challenge(&json!({"iat": seconds_from_now(604_800)})))
            .classic(),
        log_in("challenge-time-text", "an end that is a word", |x| x.challenge(&json!({"exp": "never"}))),
        log_in("challenge-time-negative", "a time before 1970", |x| x.challenge(&json!({"iat": -1}))),
        log_in("challenge-foreign", "somebody else's challenge, passed on", |x| {
            x.challenge(&json!({"sub": "did:eth:0x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"}))
        }),
        log_in("challenge-too-long", "a token longer than any header", |x| {
            x.challenge(&json!({"pad": "a".repeat(40_000)}))
        }),
        log_in("challenge-two-parts", "a token of two parts", |x| x.json(200, &json!({"jwt": "e30.e30"}))),
        log_in("challenge-five-parts", "a token of five parts, encrypted", |x| {
            x.json(200, &json!({"jwt": "e30.e30.e30.e30.e30"}))
        }),
        log_in("challenge-header-in-token", "a token with a header of its own behind a line break", |x| {
            x.json(200, &json!({"jwt": "e30.eyJub25jZSI6IjAxMjM0NTY3ODlhYmNkZWYifQ.a\r\nX-Evil: yes"}))
        }),
        log_in("challenge-deep-token", "a token whose claims nest too deep", |x| {
            x.challenge(&json!({"nonce": "0123456789abcdef", "more": nested(200)}))
        }),
        log_in("challenge-list-token", "a token whose claims are a list", |x| x.token(&json!([1]))).classic(),
        Fault::new(
            "challenge-no-end",
            "a token that ends after the end of the calendar",
            LogIn,
            Challenge,
            Fine,
            |x| x.challenge(&json!({"exp": 1e300})),
        ),
    ]
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(Value::Null, |inner, _| json!([inner]))
}
