//! The pages' HTML. All pages are at the top level of the site, so that their links are relative and a proxy may put
//! the site below any path.

use std::collections::HashMap;
use std::fmt::Write as _;

use idw_keys::Address;
use serde_json::{Map, Value};

use super::html::{Escaped, size};
use super::state::{Arrived, did_of};
use crate::config::{Config, Dialects, Requirement};
use crate::schema::short_name;
use crate::store::{Application, Attribute, StoredFile, User};

/// What the site is, how to connect, and what has arrived.
pub(super) fn home(config: &Config, arrived: &Arrived, visitor: Option<Address>) -> String {
    let files = arrived.files.iter().map(|file| (file.id.as_str(), file)).collect();
    let mut body = hero(config, arrived, visitor);
    body += &connect(config);
    body += &section("Users", arrived.users.iter().map(|user| user_card(user, &files)), "Nobody has signed up yet.");
    body += &section(
        "Applications",
        arrived.applications.iter().map(|application| application_card(config, application, &files)),
        "Nobody has applied yet.",
    );
    page(&config.name, &body)
}

/// Who is logged in, and what the site knows about them.
pub(super) fn account(config: &Config, wallet: Address, user: Option<&User>) -> String {
    let name = user.and_then(display_name).unwrap_or_else(|| wallet.to_string());
    let mut body = format!(
        "<header class=\"hero\"><p class=\"eyebrow\">{site}</p><h1>You are logged in as {name}</h1>\
         <p class=\"mono\">{did}</p>\
         <form method=\"post\" action=\"logout\"><button>Log out</button></form></header>",
        site = Escaped(&config.name),
        name = Escaped(&name),
        did = Escaped(&did_of(wallet)),
    );
    if let Some(user) = user {
        let _ = write!(
            body,
            "<section><h2>What this site knows about you</h2>{}</section>",
            attribute_table(&user.attributes, &HashMap::new())
        );
    }
    body += "<p><a href=\"./\">All users and applications</a></p>";
    page(&config.name, &body)
}

/// A page that says one thing.
pub(super) fn message(title: &str, text: &str) -> String {
    let body = format!(
        "<header class=\"hero\"><h1>{}</h1><p>{}</p><p><a href=\"./\">To the front page</a></p></header>",
        Escaped(title),
        Escaped(text)
    );
    page(title, &body)
}

type Files<'a> = HashMap<&'a str, &'a StoredFile>;

fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <title>{}</title><link rel=\"stylesheet\" href=\"style.css\"></head>\
         <body><main>{body}</main></body></html>\n",
        Escaped(title)
    )
}

fn hero(config: &Config, arrived: &Arrived, visitor: Option<Address>) -> String {
    let login = visitor.map_or_else(String::new, |wallet| {
        let wallet = wallet.to_string();
        format!(
            "<p class=\"notice\">You are logged in as <a href=\"account\" class=\"mono\">{}</a>.</p>",
            Escaped(&wallet)
        )
    });
    format!(
        "<header class=\"hero\"><p class=\"eyebrow\">Test relying party</p><h1>{name}</h1>\
         <p>Shows whatever wallets send here. Use it on your own machine, with made-up data.</p>{login}\
         <ul class=\"counts\"><li><b>{users}</b> users</li><li><b>{applications}</b> applications</li>\
         <li><b>{files}</b> files</li></ul></header>",
        name = Escaped(&config.name),
        users = arrived.users.len(),
        applications = arrived.applications.len(),
        files = arrived.files.len(),
    )
}

fn connect(config: &Config) -> String {
    let root = config.root().to_string();
    let url = Escaped(&root);
    let dialects = match config.dialects {
        Dialects::Classic => "It speaks the classic dialect.",
        Dialects::Did => "It speaks the did dialect.",
        Dialects::Both => "It speaks both dialects, and leaves it to the wallet to find out.",
    };
    let mut html = format!(
        "<section><h2>Log in with your wallet</h2>\
         <pre>idw site add {url}\nidw signup {url}\nidw login {url} --open\nidw apply {url}</pre>\
         <p>The site is described at <a href=\"{url}/config\">{url}/config</a>. {dialects}</p>\
         <details><summary>What a sign-up asks for</summary>{}</details>",
        requirements(&config.attributes)
    );
    for template in &config.templates {
        let _ = write!(
            html,
            "<details><summary>What “{}” asks for</summary><p>{}</p>{}</details>",
            Escaped(&template.name),
            Escaped(&template.description),
            requirements(&template.attributes)
        );
    }
    html + "</section>"
}

fn requirements(asked: &[Requirement]) -> String {
    let mut html = String::from("<ul>");
    for requirement in asked {
        let optional = if requirement.required { "" } else { " <span class=\"quiet\">optional</span>" };
        let _ = write!(html, "<li>{}{optional}</li>", Escaped(&heading(requirement.title())));
    }
    html + "</ul>"
}

/// `date-of-birth` as people write it; what is not such a name stays as it is.
fn heading(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + characters.as_str())
}

fn section(title: &str, cards: impl Iterator<Item = String>, empty: &str) -> String {
    let cards: String = cards.collect();
    let content = if cards.is_empty() { format!("<p class=\"quiet\">{empty}</p>") } else { cards };
    format!("<section><h2>{title}</h2>{content}</section>")
}

fn user_card(user: &User, files: &Files<'_>) -> String {
    let mut html = String::from("<article>");
    for wallet in &user.wallets {
        let _ = write!(html, "<h3 class=\"mono\">{}</h3>", Escaped(&did_of(*wallet)));
    }
    let _ = write!(
        html,
        "<p class=\"quiet\">Signed up {} · {} logins</p>{}</article>",
        Escaped(&user.created_at.to_string()),
        user.logins,
        attribute_table(&user.attributes, files)
    );
    html
}

fn application_card(config: &Config, application: &Application, files: &Files<'_>) -> String {
    let template = config.templates.iter().find(|template| template.id == application.template);
    let name = template.map_or(application.template.as_str(), |template| template.name.as_str());
    format!(
        "<article id=\"application-{id}\"><h3>{name} <span class=\"badge\">{status}</span></h3>\
         <p class=\"mono\">{did}</p><p class=\"quiet\">Received {at} · {id}</p>{attributes}</article>",
        id = Escaped(&application.id),
        name = Escaped(name),
        status = Escaped(application.status.name()),
        did = Escaped(&did_of(application.wallet)),
        at = Escaped(&application.created_at.to_string()),
        attributes = attribute_table(&application.attributes, files),
    )
}

fn attribute_table(attributes: &[Attribute], files: &Files<'_>) -> String {
    let mut html = String::from("<table><tbody>");
    for attribute in attributes {
        let extra = if attribute.requested { "" } else { " <span class=\"badge\">not asked for</span>" };
        let _ = write!(
            html,
            "<tr><th scope=\"row\">{}{extra}</th><td>{}</td></tr>",
            Escaped(&heading(short_name(&attribute.schema))),
            value_html(&attribute.value, files)
        );
    }
    html + "</tbody></table>"
}

fn value_html(value: &Value, files: &Files<'_>) -> String {
    match value {
        Value::String(text) => Escaped(text).to_string(),
        Value::Array(items) => {
            let items = items.iter().map(|item| format!("<li>{}</li>", value_html(item, files)));
            format!("<ul>{}</ul>", items.collect::<String>())
        }
        Value::Object(object) => file_link(object, files).unwrap_or_else(|| object_html(object, files)),
        other => Escaped(&other.to_string()).to_string(),
    }
}

fn object_html(object: &Map<String, Value>, files: &Files<'_>) -> String {
    let entry = |(key, value): (&String, &Value)| {
        format!("<dt>{}</dt><dd>{}</dd>", Escaped(&key.replace('_', " ")), value_html(value, files))
    };
    format!("<dl>{}</dl>", object.iter().map(entry).collect::<String>())
}

fn file_link(object: &Map<String, Value>, files: &Files<'_>) -> Option<String> {
    let id = object.get("content")?.as_str()?;
    let mime_type = object.get("mimeType")?.as_str()?;
    let size = size(object.get("size")?.as_u64()?);
    let name = files.get(id).map_or("file", |file| file.name.as_str());
    Some(format!(
        "<a href=\"received/{}\">{}</a> <span class=\"quiet\">{} · {size}</span>",
        Escaped(id),
        Escaped(name),
        Escaped(mime_type)
    ))
}

/// First and last name where the sign-up brought them.
fn display_name(user: &User) -> Option<String> {
    let named = |name: &str| {
        let found = user.attributes.iter().find(|attribute| short_name(&attribute.schema) == name);
        found.and_then(|attribute| attribute.value.as_str())
    };
    let names: Vec<&str> = ["first-name", "last-name"].into_iter().filter_map(named).collect();
    (!names.is_empty()).then(|| names.join(" "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_shown_and_never_become_markup() {
        let check = |value: Value, expected: &str| assert_eq!(value_html(&value, &HashMap::new()), expected);
        check(json!("<b>Ada</b>"), "&lt;b&gt;Ada&lt;/b&gt;");
        check(json!({"<i>": "x"}), "<dl><dt>&lt;i&gt;</dt><dd>x</dd></dl>");
        check(json!(["a", 1]), "<ul><li>a</li><li>1</li></ul>");
        check(
            json!({"mimeType": "image/png", "size": 1234, "content": "\"><script>"}),
            "<a href=\"received/&quot;&gt;&lt;script&gt;\">file</a> <span class=\"quiet\">image/png · 1.2 kB</span>",
        );
    }
}
