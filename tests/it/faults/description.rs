//! Sites whose description of themselves is the trouble.

use idw_journeys::fault::{Expected::Fine, Fault, Flow::AddSite, Flow::LogIn, PROTOCOL, REFUSED, Step::*, UNREACHABLE};
use serde_json::{Value, json};

use super::{PAGE, deep};

pub(super) fn table() -> Vec<Fault> {
    let mut faults = bodies();
    faults.extend(contents());
    faults.extend(manners());
    faults.extend(dialects());
    faults
}

fn bodies() -> Vec<Fault> {
    let add = |name, what, expected, act| Fault::new(name, what, AddSite, Config, expected, act);
    vec![
        add("description-page", "a web page in place of its description", PROTOCOL, |x| {
            x.answer(200, "text/html", PAGE)
        }),
        add("description-page-as-json", "a web page that claims to be JSON", PROTOCOL, |x| {
            x.answer(200, "application/json", PAGE)
        }),
        add("description-empty", "nothing at all", PROTOCOL, |x| x.answer(200, "application/json", b"")),
        add("description-gone", "404 at every place", REFUSED, |x| x.json(404, &json!({"code": "not_found"}))),
        add("description-cut", "a description cut off in the middle, but announced so", PROTOCOL, |x| {
            let (_, body) = x.good_answer();
            x.answer(200, "application/json", &body.as_bytes()[..body.len() / 2])
        }),
        add("description-deep", "lists within lists, a hundred thousand deep", PROTOCOL, |x| {
            x.answer(200, "application/json", deep().as_bytes())
        }),
        add("description-list", "a list in place of an object", PROTOCOL, |x| x.json(200, &json!([1, 2, 3]))),
        add("description-long", "a good description with two megabytes of blanks", PROTOCOL, |x| {
            let (_, body) = x.good_answer();
            x.answer(200, "application/json", format!("{body}{}", " ".repeat(2_000_000)).as_bytes())
        }),
        add("description-endless", "a description that never ends", PROTOCOL, |x| {
            x.endless("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":[", "0,")
        }),
        add("description-bomb", "a body that says it is packed, and would unpack to gigabytes", PROTOCOL, |x| {
            x.headed("200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip", super::GZIP_BOMB)
        }),
        add("description-not-utf8", "bytes that are not UTF-8", PROTOCOL, |x| {
            x.answer(200, "application/json", b"{\"rootEndpoint\": \"http://\xff\xfe\"}")
        }),
        add("description-marked", "a byte order mark in front", Fine, |x| {
            let (_, body) = x.good_answer();
            x.answer(200, "application/json", format!("\u{feff}{body}").as_bytes())
        }),
        add("description-typeless", "good JSON that says it is a picture", Fine, |x| {
            let (_, body) = x.good_answer();
            x.answer(200, "image/png", body.as_bytes())
        }),
    ]
}

fn contents() -> Vec<Fault> {
    let add = |name, what, expected, act| Fault::new(name, what, AddSite, Config, expected, act);
    vec![
        add("root-ftp", "a root that is no web address", PROTOCOL, |x| {
            x.describe(&json!({"rootEndpoint": "ftp://rp.example/"}))
        }),
        add("root-password", "a root with a user name in it, which disguises the host", PROTOCOL, |x| {
            x.describe(&json!({"rootEndpoint": "https://bank.example:pw@rp.example/"}))
        }),
        add("root-number", "a root that is a number, and a website that is none", Fine, |x| {
            x.describe(&json!({"rootEndpoint": 7}))
        }),
        add("endpoint-in-the-clear", "an endpoint on another host without encryption", PROTOCOL, |x| {
            x.describe(&json!({"endpoints": {"/users": "http://192.0.2.1/users"}}))
        }),
        add("endpoint-schemeless", "an endpoint that leaves the scheme open", PROTOCOL, |x| {
            x.describe(&json!({"endpoints": {"/users": "//rp.example/users"}}))
        }),
        add("endpoint-number", "an endpoint that is a number", PROTOCOL, |x| {
            x.describe(&json!({"endpoints": {"/users": 5}}))
        }),
        add("endpoints-list", "a list in place of the endpoints", PROTOCOL, |x| {
            x.describe(&json!({"endpoints": ["/users"]}))
        }),
        add("endpoint-script", "an endpoint that is a script", PROTOCOL, |x| {
            x.describe(&json!({"endpoints": {"/login": "javascript:alert(1)"}}))
        }),
        add("requirements-many", "six hundred requirements", PROTOCOL, |x| {
            x.describe(&json!({"attributes": vec!["http://rp.example/schema.json"; 600]}))
        }),
        add("requirements-text", "a text in place of the requirements", PROTOCOL, |x| {
            x.describe(&json!({"attributes": "all"}))
        }),
        add("requirement-nameless", "a requirement without a schema", PROTOCOL, |x| {
            x.describe(&json!({"attributes": [{"id": "x", "required": true}]}))
        }),
        add("name-in-disguise", "a name with line breaks, escape sequences and turned directions", Fine, |x| {
            let name = "Bank\r\nX-Evil: 1\u{1b}[2J\u{202e}moc.knab\u{200b}";
            let url = x.url().to_owned();
            x.describe(&json!({"website": {"name": name, "url": url}}))
        }),
        add("name-long", "a name of half a megabyte", Fine, |x| {
            let url = x.url().to_owned();
            x.describe(&json!({"website": {"name": "n".repeat(500_000), "url": url}}))
        }),
        add("keys-twice", "every member twice, the first time with another host", Fine, |x| {
            let (_, body) = x.good_answer();
            let first = format!("{{\"rootEndpoint\": \"{}\", ", x.stranger());
            x.answer(200, "application/json", body.replacen('{', &first, 1).as_bytes())
        }),
        add("schema-elsewhere", "a requirement whose schema is on a host that is none of the site's", Fine, |x| {
            let schema = format!("{}/schema/house.json", x.stranger());
            x.describe(&json!({ "attributes": [schema] }))
        }),
    ]
}

/// Own schemas, and answers that break HTTP.
fn manners() -> Vec<Fault> {
    let add = |name, what, expected, act| Fault::new(name, what, AddSite, Config, expected, act);
    vec![
        add("description-elsewhere", "a redirect to another host", PROTOCOL, |x| x.redirect(302)),
        add("description-reset", "a connection that closes", UNREACHABLE, |x| x.raw(b"")),
        add("description-stalls", "no answer", UNREACHABLE, |x| x.stall(b"")).slow(),
        Fault::new("schema-stalls", "a dozen schemas of its own, none of which comes", AddSite, Schema, Fine, |x| {
            x.stall(b"")
        })
        .slow(),
        Fault::new("schema-endless", "a schema of its own that never ends", AddSite, Schema, Fine, |x| {
            x.endless("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[", "0,")
        }),
        Fault::new(
            "schema-refers-elsewhere",
            "a schema of its own that refers to another host",
            AddSite,
            Schema,
            Fine,
            |x| {
                let there = format!("{}/more.json", x.stranger());
                x.json(200, &json!({"type": "object", "properties": {"a": {"$ref": there}}}))
            },
        ),
        Fault::new(
            "schema-pattern",
            "a schema of its own whose pattern takes for ever to match",
            AddSite,
            Schema,
            Fine,
            |x| x.json(200, &json!({"type": "string", "title": "House", "pattern": "^(a+)+$"})),
        ),
        Fault::new("schema-deep", "a schema of its own that nests too deep", AddSite, Schema, Fine, |x| {
            x.answer(200, "application/json", deep().as_bytes())
        }),
        Fault::new("schema-itself", "a schema of its own that refers to itself", AddSite, Schema, Fine, |x| {
            x.json(200, &json!({"$ref": "#"}))
        }),
    ]
}

/// Sites that leave their dialect open, so that their challenge endpoint is asked.
fn dialects() -> Vec<Fault> {
    let log_in = |name, what, expected, act| Fault::new(name, what, LogIn, Challenge, expected, act).silent();
    vec![
        log_in("unknown-route-fails", "500 for a challenge by DID, which this classic site does not know", Fine, |x| {
            if x.path() == "/auth/challenge" { x.good() } else { x.answer(500, "text/html", PAGE) }
        })
        .classic(),
        log_in(
            "unknown-route-forbidden",
            "403 for a challenge by DID, which this classic site does not know",
            Fine,
            |x| {
                if x.path() == "/auth/challenge" { x.good() } else { x.json(403, &Value::Null) }
            },
        )
        .classic(),
        log_in("unknown-route-page", "its front page for every path that it does not know", Fine, |x| {
            if x.path() == "/auth/challenge" { x.good() } else { x.answer(200, "text/html", PAGE) }
        })
        .classic(),
        log_in("no-dialect-at-all", "404 for every challenge", REFUSED, |x| x.json(404, &Value::Null)),
        log_in("no-dialect-but-500", "500 for every challenge", UNREACHABLE, |x| x.json(500, &Value::Null)),
    ]
}
