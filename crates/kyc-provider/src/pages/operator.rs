//! What was called, the codes, and the switches of faults.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::html::Escaped;
use super::page;
use crate::config::Config;
use crate::fault::{Fault, FaultClass};
use crate::ledger::Check;
use crate::log::Entry;

pub(crate) fn operator<'a>(
    config: &Config,
    faults: &BTreeSet<Fault>,
    entries: &[Entry],
    checks: impl DoubleEndedIterator<Item = &'a Check>,
) -> String {
    let body = format!(
        "<header class=\"hero\"><h1>Requests and faults</h1><p class=\"lead\">What <b>{}</b> has asked for, and what is \
         broken on purpose. <a href=\"/api/state\">As JSON</a></p></header>{}{}{}",
        Escaped(&config.client_name),
        log(entries),
        codes(checks),
        switches(faults),
    );
    page("Requests and faults", &body)
}

fn log(entries: &[Entry]) -> String {
    let mut rows = String::new();
    for entry in entries {
        let class = if entry.status >= 400 { "badge bad" } else { "badge" };
        let reason = entry.reason.as_deref().unwrap_or_default();
        let _ = write!(
            rows,
            "<tr><td class=\"quiet\">{}</td><td class=\"mono\">{}<span class=\"{class}\">{}</span>\
             <span class=\"below quiet\">{}</span></td></tr>",
            entry.time.strftime("%H:%M:%S"),
            Escaped(&entry.call),
            entry.status,
            Escaped(reason)
        );
    }
    section("Requests", "The latest first, without what was sent.", &rows, "Nothing was asked for yet.")
}

fn codes<'a>(checks: impl DoubleEndedIterator<Item = &'a Check>) -> String {
    let mut rows = String::new();
    for check in checks.rev() {
        let revoked = if check.is_revoked { " · <b>revoked</b>" } else { "" };
        let _ = write!(
            rows,
            "<tr><td>{}</td><td>{} · {}<span class=\"below quiet\">code shown {} times, details fetched {} times{revoked}\
             </span></td></tr>",
            check.number,
            check.request.dialect.name(),
            Escaped(check.choice.person.label),
            check.presented,
            check.fetched,
        );
    }
    section("Codes", "Checks that ended with a code, the latest first.", &rows, "No check has ended with a code yet.")
}

fn section(title: &str, about: &str, rows: &str, empty: &str) -> String {
    if rows.is_empty() {
        return format!("<section><h2>{title}</h2><p class=\"quiet\">{empty}</p></section>");
    }
    format!(
        "<section><h2>{title}</h2><p class=\"quiet\">{about}</p><div class=\"card\"><table class=\"log\"><tbody>{rows}\
         </tbody></table></div></section>"
    )
}

fn switches(faults: &BTreeSet<Fault>) -> String {
    let mut html = String::from(
        "<section><h2>Faults</h2><p class=\"quiet\">What is ticked is on, from the next request.</p>\
         <form method=\"post\" action=\"/operator/faults\">",
    );
    for class in [FaultClass::Return, FaultClass::Token, FaultClass::Details] {
        let _ = write!(html, "<fieldset><legend>In the {class}</legend><div class=\"options\">");
        for fault in Fault::all().filter(|fault| fault.class() == class) {
            let checked = if faults.contains(&fault) { " checked" } else { "" };
            let _ = write!(
                html,
                "<label class=\"option\"><input type=\"checkbox\" name=\"fault\" value=\"{name}\"{checked}>\
                 <span>{name}<small>{}</small></span></label>",
                Escaped(fault.description()),
                name = fault.name(),
            );
        }
        html += "</div></fieldset>";
    }
    html + "<p class=\"actions\"><button>Switch</button></p></form></section>"
}
