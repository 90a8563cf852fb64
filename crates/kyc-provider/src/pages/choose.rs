//! The page where a tester picks who is checked and what comes of it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use url::Url;

use super::html::Escaped;
use super::page;
use crate::choice::{Choice, Document, Face, Pick, people};
use crate::config::Config;
use crate::fault::{Fault, FaultClass};
use crate::ledger::{Dialect, Request};

pub(crate) fn choose(config: &Config, asked: &Request, ticket: &str, faults: &BTreeSet<Fault>) -> String {
    let usual = Choice::default();
    let mut persons = String::new();
    for person in people() {
        let checked = if person == usual.person { " checked" } else { "" };
        persons += &option("person", person.key, checked, person.label, person.hint);
    }
    let body = format!(
        "<header class=\"hero\"><h1>Confirm an identity</h1><p class=\"lead\"><b>{client}</b> asks who you are. Pick \
         the answer.</p>{place}{back}</header>{faults}<form method=\"post\" action=\"/authorize/decide\">\
         <input type=\"hidden\" name=\"ticket\" value=\"{ticket}\">{outcome}{person}{document}{pictures}{more}\
         <p class=\"actions\"><button>Finish the check</button></p></form>",
        client = Escaped(&config.client_name),
        place = place(asked),
        back = back_link(config, asked),
        faults = faults_note(faults),
        ticket = Escaped(ticket),
        outcome = fieldset("What comes of it", &options("outcome", usual.outcome)),
        person = fieldset("Person", &persons),
        document = fieldset("Document", &options("document", usual.document)),
        pictures = fieldset("Pictures", &options("pictures", usual.pictures)),
        more = if asked.dialect == Dialect::WebIdv { web_idv_options(asked, usual.face) } else { String::new() },
    );
    page("Confirm an identity", &body)
}

/// Where the browser goes afterwards, and by which dialect.
fn place(asked: &Request) -> String {
    let dialect = match asked.dialect {
        Dialect::WebKyc => "Web KYC",
        Dialect::WebIdv => "Web IDV",
    };
    let host = Url::parse(&asked.redirect_uri).ok().map(|url| url.origin().ascii_serialization());
    let flow = asked.flow.as_ref().map_or_else(String::new, |flow| format!(" · flow {}", Escaped(flow)));
    let host = host.unwrap_or_default();
    format!("<p class=\"quiet\">{dialect} · back to <span class=\"mono\">{}</span>{flow}</p>", Escaped(&host))
}

/// The address was looked at: it leads to https, or to this machine.
fn back_link(config: &Config, asked: &Request) -> String {
    asked.back_url.as_ref().map_or_else(String::new, |url| {
        let (url, client) = (Escaped(url), Escaped(&config.client_name));
        format!("<p><a href=\"{url}\" rel=\"noreferrer\">Back to {client}</a></p>")
    })
}

fn faults_note(faults: &BTreeSet<Fault>) -> String {
    if faults.is_empty() {
        return String::new();
    }
    let names: Vec<_> = faults.iter().map(|fault| fault.name()).collect();
    let is_return = faults.iter().any(|fault| fault.class() == FaultClass::Return);
    let when = if is_return { "The way back is broken on purpose" } else { "Answers are broken on purpose" };
    format!("<p class=\"notice warning\">{when}: {}</p>", names.join(", "))
}

fn web_idv_options(asked: &Request, face: Face) -> String {
    let has_second = asked.documents > 1;
    let none = if has_second { "" } else { " checked" };
    let mut second = option("second_document", "none", none, "None", "");
    for document in Document::ALL {
        let checked = if has_second && *document == Document::License { " checked" } else { "" };
        second += &option("second_document", document.key(), checked, document.label(), "");
    }
    format!("{}{}", fieldset("Second document", &second), fieldset("Face", &options("face", face)))
}

fn fieldset(legend: &str, options: &str) -> String {
    format!("<fieldset><legend>{legend}</legend><div class=\"options\">{options}</div></fieldset>")
}

fn options<T: Pick>(name: &str, usual: T) -> String {
    let mut html = String::new();
    for item in T::ALL {
        let checked = if *item == usual { " checked" } else { "" };
        html += &option(name, item.key(), checked, item.label(), item.hint());
    }
    html
}

fn option(name: &str, key: &str, checked: &str, label: &str, hint: &str) -> String {
    let mut html = format!(
        "<label class=\"option\"><input type=\"radio\" name=\"{name}\" value=\"{}\"{checked}>\
         <span><bdi>{}</bdi>",
        Escaped(key),
        Escaped(label)
    );
    if !hint.is_empty() {
        let _ = write!(html, "<small>{}</small>", Escaped(hint));
    }
    html + "</span></label>"
}
