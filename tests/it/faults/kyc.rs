//! Sites that misbehave in a KYC application.

use idw_journeys::fault::{
    Expected, Expected::Fails, Expected::Fine, Fault, Flow, PROTOCOL, REFUSED, Step::*, UNREACHABLE,
};
use idw_journeys::schema_url;
use serde_json::{Value, json};

use super::{PAGE, deep};

/// The site's word that something is wrong counts, but the application may be there.
const MISSING: Expected = Fails("missing", 5);

pub(super) fn table() -> Vec<Fault> {
    let mut faults = templates();
    faults.extend(files());
    faults.extend(applications());
    faults
}

fn templates() -> Vec<Fault> {
    let list = |name, what, expected, act| Fault::new(name, what, Flow::Apply, Templates, expected, act);
    let one = |name, what, expected, act| Fault::new(name, what, Flow::Apply, Template, expected, act);
    vec![
        list("templates-page", "a web page", PROTOCOL, |x| x.answer(200, "text/html", PAGE)),
        list("templates-many", "two thousand templates", PROTOCOL, |x| {
            x.json(200, &json!(vec![json!({"id": 1}); 2000]))
        }),
        list("templates-none", "no template", REFUSED, |x| x.json(200, &json!([]))),
        list("templates-nameless", "a template without an id", PROTOCOL, |x| x.json(200, &json!([{"name": "A"}]))),
        list("templates-climb", "a template called “..”, which would lead to another endpoint", PROTOCOL, |x| {
            x.json(200, &json!([{"id": ".."}]))
        }),
        list("templates-path", "a template called like a path with a query", Fine, |x| {
            x.json(200, &json!([{"id": "../users?delete=1#"}]))
        }),
        one("template-gone", "404 for the template that it lists", REFUSED, |x| x.json(404, &Value::Null)),
        one("template-null", "no template in the answer", PROTOCOL, |x| x.json(200, &json!({"template": null})))
            .classic(),
        one("template-deep", "lists within lists, a hundred thousand deep", PROTOCOL, |x| {
            x.answer(200, "application/json", deep().as_bytes())
        }),
        one("template-many", "six hundred requirements", PROTOCOL, |x| {
            x.json(200, &json!({"id": "kyc", "attributes": vec![schema_url("email"); 600]}))
        }),
        one("template-wants-more", "a requirement that the wallet cannot meet", MISSING, |x| {
            let passport = json!({"id": "pass", "schemaId": schema_url("passport"), "required": true});
            x.json(200, &json!({"id": "kyc", "attributes": [passport]}))
        }),
        one("template-500", "500", UNREACHABLE, |x| x.json(500, &Value::Null)),
    ]
}

fn files() -> Vec<Fault> {
    let file = |name, what, expected, act| Fault::new(name, what, Flow::Apply, File, expected, act);
    vec![
        file("kyc-file-413", "a file that is too large, it says", REFUSED, |x| x.json(413, &json!({}))),
        file("kyc-file-429", "429, come back in a minute", REFUSED, |x| x.headed("429 Slow\r\nRetry-After: 60", b"{}"))
            .classic(),
        file("kyc-file-reset", "a reset in the middle of a file", UNREACHABLE, |x| x.take_and_reset(700)).early(),
        file("kyc-file-reset-once", "a reset in the middle of a file, once", Fine, |x| x.take_and_reset(700))
            .early()
            .once(),
        file("kyc-file-500", "500 after the file has arrived", UNREACHABLE, |x| {
            x.good_answer();
            x.json(500, &Value::Null)
        }),
        file("kyc-file-401", "401 for every file", REFUSED, |x| x.json(401, &Value::Null)).again(),
        file("kyc-file-no-id", "an empty id for the file", PROTOCOL, |x| x.json(200, &json!({"fileId": ""}))).classic(),
        file("kyc-file-endless", "an answer that never ends", PROTOCOL, |x| x.endless("HTTP/1.1 200 OK\r\n\r\n", "[")),
        file("kyc-file-404", "no endpoint for files", REFUSED, |x| x.json(404, &Value::Null)),
    ]
}

fn applications() -> Vec<Fault> {
    let apply = |name, what, expected, act| Fault::new(name, what, Flow::Apply, Apply, expected, act);
    vec![
        apply("apply-500-after", "500 after the application has arrived", Fine, |x| {
            x.good_answer();
            x.json(500, &Value::Null)
        }),
        apply("apply-lost-after", "a connection that closes after the application has arrived", Fine, |x| {
            x.good_answer();
            x.hang_up()
        }),
        apply("apply-page-after", "a web page after the application has arrived", Fine, |x| {
            x.good_answer();
            x.answer(200, "text/html", PAGE)
        }),
        apply("apply-500", "500, and no application", UNREACHABLE, |x| x.json(500, &Value::Null)).up_to(LookUp),
        apply("apply-500-classic", "500, and no way to ask whether it has arrived", UNREACHABLE, |x| {
            x.json(500, &Value::Null)
        })
        .classic(),
        apply("apply-page-classic", "a web page, and no way to ask whether it has arrived", PROTOCOL, |x| {
            x.answer(200, "text/html", PAGE)
        })
        .classic(),
        apply("apply-422", "an application that it finds at fault", REFUSED, |x| {
            x.json(422, &json!({"code": "invalid_attributes", "errors": [{"id": "first", "message": "no name"}]}))
        }),
        apply("apply-409", "an application that is there already, it says", REFUSED, |x| x.json(409, &Value::Null)),
        apply("apply-401", "401 for every application", REFUSED, |x| x.json(401, &Value::Null)).again(),
        apply("apply-308", "a redirect to another host that asks for everything there", PROTOCOL, |x| x.redirect(308))
            .up_to(LookUp),
        apply("apply-link-script", "a script as the place to follow it", Fine, |x| {
            x.json(201, &json!({"id": "a1", "applicationUrl": "javascript:alert(1)"}))
        }),
        apply("apply-id-object", "an object as its id", Fine, |x| x.json(201, &json!({"id": {"$ne": 1}}))),
        apply("apply-stalls", "no answer to the application", UNREACHABLE, |x| x.stall(b"")).slow().up_to(LookUp),
    ]
}
