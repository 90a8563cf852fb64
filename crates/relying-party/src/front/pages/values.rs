//! Attributes, files and applications as HTML.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::config::Config;
use crate::front::html::{Escaped, size};
use crate::front::state::{Arrived, did_of};
use crate::schema::short_name;
use crate::store::{Application, Attribute, Message, Side, StoredFile};

/// Files by their id.
pub(super) type Files<'a> = HashMap<&'a str, &'a StoredFile>;

pub(super) fn files_of(arrived: &Arrived) -> Files<'_> {
    arrived.files.iter().map(|file| (file.id.as_str(), file)).collect()
}

/// `date-of-birth` as people write it; what is not such a name stays as it is.
pub(super) fn heading(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + characters.as_str())
}

/// An application: where it stands, what came with it, what was said. `form` is put below.
pub(super) fn application_card(config: &Config, application: &Application, files: &Files<'_>, form: &str) -> String {
    let template = config.templates.iter().find(|template| template.id == application.template);
    let name = template.map_or(application.template.as_str(), |template| template.name.as_str());
    let asked_again: Vec<String> = application.asked_again.iter().map(|asked| heading(asked.title())).collect();
    let wanted = if asked_again.is_empty() {
        String::new()
    } else {
        format!("<p class=\"notice\">Asked for: {}</p>", Escaped(&asked_again.join(", ")))
    };
    format!(
        "<article id=\"application-{id}\"><h3>{name} <span class=\"badge status-{code}\">{status}</span></h3>\
         <p class=\"mono quiet\">{did}</p><p class=\"quiet\">Received {at} · {id}</p>{wanted}{attributes}{talk}{form}\
         </article>",
        id = Escaped(&application.id),
        name = Escaped(name),
        code = application.status.code(),
        status = Escaped(application.status.name()),
        did = Escaped(&did_of(application.wallet)),
        at = time(application.created_at),
        attributes = attribute_table(&application.attributes, files),
        talk = talk(&application.messages),
    )
}

/// A file, its type, size and time.
pub(super) fn file_row(file: &StoredFile) -> String {
    format!(
        "<tr><th scope=\"row\"><a href=\"received/{id}\">{name}</a></th>\
         <td>{kind} · {size}<span class=\"quiet below\">{at}</span></td></tr>",
        id = Escaped(file.id.as_str()),
        name = Escaped(if file.name.is_empty() { "file" } else { &file.name }),
        kind = Escaped(&file.mime_type),
        size = size(file.size),
        at = time(file.received_at),
    )
}

/// A time to the minute, for people: the store's own is to the nanosecond.
pub(super) fn time(at: jiff::Timestamp) -> String {
    let text = at.to_string();
    format!("<time datetime=\"{text}\">{} UTC</time>", text.get(..16).unwrap_or(&text).replace('T', " "))
}

fn talk(messages: &[Message]) -> String {
    let mut html = String::new();
    for message in messages {
        let who = if message.from == Side::Site { "The site" } else { "The applicant" };
        let _ = write!(
            html,
            "<p class=\"message from-{}\"><span class=\"quiet\">{who}, {}</span><br>{}</p>",
            message.from.as_str(),
            time(message.at),
            Escaped(&message.text)
        );
    }
    html
}

pub(super) fn attribute_table(attributes: &[Attribute], files: &Files<'_>) -> String {
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
