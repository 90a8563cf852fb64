//! Everything that has arrived, for the operator.

use std::fmt::Write as _;

use super::values::{Files, application_card, attribute_table, file_row, files_of, heading, time};
use super::{display_name, page, section};
use crate::config::{Config, Requirement};
use crate::front::html::Escaped;
use crate::front::state::{Arrived, did_of};
use crate::schema::short_name;
use crate::store::{Application, ApplicationStatus, User};

/// Users, applications with what can be decided about them, and files.
pub(crate) fn operator(
    config: &Config,
    arrived: &Arrived,
    asked: impl Fn(&Application) -> Vec<Requirement>,
    schemas: &[String],
) -> String {
    let files = files_of(arrived);
    let mut body = format!(
        "<header class=\"hero\"><h1>What has arrived</h1>\
         <p class=\"lead\">Only people who have the operator's secret see this page.</p>\
         <ul class=\"counts\"><li><b>{}</b> users</li><li><b>{}</b> applications</li><li><b>{}</b> files</li></ul></header>",
        arrived.users.len(),
        arrived.applications.len(),
        arrived.files.len(),
    );
    body += &section("Users", arrived.users.iter().map(|user| user_card(user, &files)), "Nobody has signed up yet.");
    let card = |application: &Application| {
        let form = decision_form(application, &asked(application), schemas);
        application_card(config, application, &files, &form)
    };
    body += &section("Applications", arrived.applications.iter().map(card), "Nobody has applied yet.");
    let rows: String = arrived.files.iter().map(file_row).collect();
    let table = (!rows.is_empty()).then(|| format!("<div class=\"card\"><table><tbody>{rows}</tbody></table></div>"));
    body += &section("Files", table.into_iter(), "None has been uploaded yet.");
    let navigation = "<a href=\"api/state\">As JSON</a>\
        <form method=\"post\" action=\"operator-sign-out\"><button class=\"plain\">Sign out</button></form>";
    page(&config.name, navigation, &body)
}

fn user_card(user: &User, files: &Files<'_>) -> String {
    let mut html = format!("<article><h3>{}</h3>", Escaped(&display_name(user)));
    for wallet in &user.wallets {
        let _ = write!(html, "<p class=\"mono quiet\">{}</p>", Escaped(&did_of(*wallet)));
    }
    let name = user.name.as_deref().map_or_else(String::new, |name| format!(" · logs in as {}", Escaped(name)));
    let _ = write!(
        html,
        "<p class=\"quiet\">Since {} · {} sign-ups · {} logins{name}</p>{}</article>",
        time(user.created_at),
        user.sign_ups,
        user.logins,
        attribute_table(&user.attributes, files)
    );
    html
}

/// Moves the application, asks again for what is ticked, asks for one thing more, and says why.
fn decision_form(application: &Application, asked: &[Requirement], schemas: &[String]) -> String {
    let (mut statuses, mut invalid, mut additional) = (String::new(), String::new(), String::new());
    for status in ApplicationStatus::all() {
        let selected = if status == application.status { " selected" } else { "" };
        let name = Escaped(status.name());
        let _ = write!(statuses, "<option value=\"{0}\"{selected}>{0} · {name}</option>", status.code());
    }
    for asked in asked {
        let (key, title) = (Escaped(asked.key()), heading(asked.title()));
        let tick = format_args!("<input type=\"checkbox\" name=\"invalid\" value=\"{key}\">");
        let _ = write!(invalid, "<label class=\"tick\">{tick} {}</label>", Escaped(&title));
    }
    for url in schemas {
        let name = heading(short_name(url));
        let _ = write!(additional, "<option value=\"{}\">{}</option>", Escaped(url), Escaped(&name));
    }
    format!(
        "<details class=\"decision\"><summary>Decide</summary><form method=\"post\" action=\"operator\">\
         <input type=\"hidden\" name=\"id\" value=\"{}\"><label>Status<select name=\"status\">{statuses}</select></label>\
         <fieldset><legend>Ask again for</legend>{invalid}</fieldset>\
         <label>Ask for something else<select name=\"additional\"><option value=\"\">Nothing</option>{additional}\
         </select></label><label>A line for the applicant<textarea name=\"message\" rows=\"2\"></textarea></label>\
         <p class=\"actions\"><button>Decide</button></p></form></details>",
        Escaped(&application.id)
    )
}
