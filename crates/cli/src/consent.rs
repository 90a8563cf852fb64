//! The consent step: what would be sent, to whom, as whom; and the question.

use idw_wallet::view::{Connection, ConsentItem, ConsentView, Purpose};
use serde_json::json;

use crate::{
    fault::{Failure, Fault},
    output::Output,
    page::{Ink, Page},
    prompt, values,
};

/// Refuses early where the user can neither be asked nor has consented in advance: before a password is asked for and
/// before anyone is contacted.
pub(crate) fn require_way_to_consent(yes: bool) -> Result<(), Failure> {
    if yes || prompt::possible() {
        return Ok(());
    }
    Err(Failure::usage("there is no terminal to ask for your consent; --yes gives it in advance, nothing was sent"))
}

/// Gets the user's consent to what `view` holds.
pub(crate) async fn obtain(out: &Output, view: &ConsentView, yes: bool) -> Result<(), Failure> {
    require_everything(view)?;
    if yes {
        warn_of_notes(out, view);
        return Ok(());
    }
    out.present(|page| show(page, view));
    if prompt::yes_async(question(view.purpose)).await? {
        return Ok(());
    }
    Err(Failure::new(Fault::Declined, "you declined; nothing was sent"))
}

fn question(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::LogIn => "Log in?",
        Purpose::SignUp | Purpose::Apply => "Send this?",
    }
}

/// Fails with everything that is missing, required or asked to be included, so that it can be entered in one go.
fn require_everything(view: &ConsentView) -> Result<(), Failure> {
    let missing: Vec<&ConsentItem> =
        view.items.iter().filter(|item| item.included && item.choices.is_empty()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let details = missing
        .iter()
        .map(|item| {
            let asked = &item.requirement;
            json!({ "name": asked.name, "title": asked.title, "schema": asked.schema, "reason": item.missing })
        })
        .collect();
    let titles: Vec<&str> = missing.iter().map(|item| item.requirement.title.as_str()).collect();
    let message =
        format!("this wallet does not hold what {} asks for: {}; nothing was sent", view.site, titles.join(", "));
    let failure = Failure::new(Fault::Missing, message).detail("missing", details);
    Err(missing.iter().fold(failure, |failure, item| {
        let asked = &item.requirement;
        let why = item.missing.as_deref().unwrap_or_default();
        failure.hint(format!("{}: {why} Add it with `idw attribute set {}`", asked.title, asked.name))
    }))
}

/// Consent in advance does not hide what should be known before sending.
fn warn_of_notes(out: &Output, view: &ConsentView) {
    if asks_for_nothing(view) {
        out.warn(&format!("{} asks for no attribute in this application; only your identity is sent", view.site));
    }
    for item in view.items.iter().filter(|item| item.included) {
        for note in &item.notes {
            out.warn(&format!("{}: {note}", item.requirement.title));
        }
    }
}

/// An application without any attribute is hardly what anyone means to send.
fn asks_for_nothing(view: &ConsentView) -> bool {
    view.purpose == Purpose::Apply && view.items.is_empty()
}

/// Draws the whole of what would happen.
fn show(page: &mut Page, view: &ConsentView) {
    page.heading(&match (view.purpose, &view.template) {
        (Purpose::LogIn, _) => format!("Log in to {}", view.site),
        (Purpose::SignUp, _) => format!("Sign up at {}", view.site),
        (Purpose::Apply, None) => format!("Apply at {}", view.site),
        (Purpose::Apply, Some(template)) => {
            format!("Apply at {} for {}", view.site, template.name.as_deref().unwrap_or(&template.id))
        }
    });
    show_parties(page, view);
    show_sent(page, view);
    show_left_out(page, view);
    for change in &view.changes {
        page.inked(Ink::Yellow, change);
    }
    show_elsewhere(page, view);
    page.gap();
}

fn show_parties(page: &mut Page, view: &ConsentView) {
    let connection = match view.connection {
        Connection::Tls => "TLS, certificate checked",
        Connection::Loopback => "plain HTTP, does not leave this machine",
    };
    let mut rows = vec![
        ("Site", view.url.clone()),
        ("Connection", connection.to_owned()),
        ("As", format!("{}  {}", view.account.name, view.account.did)),
    ];
    rows.extend(view.terms_url.clone().map(|url| ("Terms", url)));
    rows.extend(view.policy_url.clone().map(|url| ("Privacy", url)));
    page.block(&rows);
}

fn show_sent(page: &mut Page, view: &ConsentView) {
    page.gap();
    let sent: Vec<&ConsentItem> = view.items.iter().filter(|item| item.included).collect();
    page.subheading("Is sent");
    let mut rows = vec![("Identity", "the account's public key, and a signature that proves it is yours".to_owned())];
    for item in &sent {
        rows.extend(sent_rows(item));
    }
    page.inner_block(&rows);
    if asks_for_nothing(view) {
        page.inked(Ink::Yellow, "    The site asks for no attribute in this application.");
    }
    for item in &sent {
        for note in &item.notes {
            page.inked(Ink::Yellow, &format!("    {}: {note}", item.requirement.title));
        }
    }
}

/// The value that goes unless another is chosen, field by field.
fn sent_rows(item: &ConsentItem) -> Vec<(&str, String)> {
    let title = item.requirement.title.as_str();
    let Some(attribute) = item.choices.first() else {
        return vec![(title, "nothing to send".to_owned())];
    };
    let leaves = values::leaves(attribute)
        .into_iter()
        .map(|leaf| if leaf.title.is_empty() { leaf.text } else { format!("{}: {}", leaf.title, leaf.text) });
    let label = attribute.label.as_deref().map(|label| format!("the one called '{label}'"));
    let mut rows: Vec<(&str, String)> = label.into_iter().chain(leaves).map(|text| ("", text)).collect();
    if let Some(first) = rows.first_mut() {
        first.0 = title;
    }
    rows
}

fn show_left_out(page: &mut Page, view: &ConsentView) {
    let left_out: Vec<&ConsentItem> = view.items.iter().filter(|item| !item.included).collect();
    if left_out.is_empty() {
        return;
    }
    page.gap();
    page.subheading("Is optional and not sent");
    let rows: Vec<(&str, String)> = left_out
        .iter()
        .map(|item| {
            let how = if item.choices.is_empty() {
                item.missing.clone().unwrap_or_else(|| "not in this wallet".to_owned())
            } else {
                format!("--include {} sends it", item.requirement.name)
            };
            (item.requirement.title.as_str(), how)
        })
        .collect();
    page.inner_block(&rows);
}

fn show_elsewhere(page: &mut Page, view: &ConsentView) {
    if view.elsewhere.is_empty() {
        return;
    }
    page.gap();
    page.subheading("Goes to other hosts");
    let rows: Vec<(&str, String)> =
        view.elsewhere.iter().map(|other| (other.host.as_str(), other.endpoints.join(", "))).collect();
    page.inner_block(&rows);
}
