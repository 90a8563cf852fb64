//! The consent step: what would be sent, to whom, as whom; and the question.

use clap::Args;
use idw_wallet::{
    Choice, Selection, WantId,
    view::{
        AskedDocumentView, AskedView, Connection, ConsentItem, ConsentNoteView, ConsentView, OriginView, Purpose,
        VerifiedView,
    },
};
use idw_words::{Words, message};
use serde_json::json;

use crate::{
    app::App,
    args::Assignment,
    called, changes,
    choice::{self, Pick},
    consent_notes,
    fault::{Failure, Fault},
    page::{Ink, Page, moment},
    prompt, values,
};

/// How the user consents.
#[derive(Args, Debug, Default)]
pub(crate) struct ConsentArgs {
    /// Consent in advance, without being shown what is sent
    #[arg(long)]
    pub(crate) yes: bool,
    /// With --yes: consent also where the site is not as it was the last time, asks for more, has such an application of
    /// yours already, or already has the very same value and did not accept it
    #[arg(long, requires = "yes")]
    pub(crate) accept_changes: bool,
}

/// Which values are sent.
#[derive(Args, Debug, Default)]
pub(crate) struct ValueArgs {
    /// Also send this attribute, which the site asks for but does not insist on
    #[arg(long, value_name = "ATTRIBUTE")]
    pub(crate) include: Vec<String>,
    /// Of several values of an attribute send this one, by its label, its id or the beginning of that
    #[arg(long = "use", value_name = "ATTRIBUTE=VALUE")]
    pub(crate) uses: Vec<Assignment>,
}

/// Refuses early where the user can neither be asked nor has consented in advance: before a password is asked for and
/// before anyone is contacted.
pub(crate) fn require_way_to_consent(consent: &ConsentArgs) -> Result<(), Failure> {
    if consent.yes || prompt::possible() {
        return Ok(());
    }
    Err(Failure::usage("there is no terminal to ask for your consent; --yes gives it in advance, nothing was sent"))
}

/// Gets the user's consent to what `view` holds, and what exactly is to be sent of it.
pub(crate) async fn obtain(
    app: &App,
    view: &ConsentView,
    consent: &ConsentArgs,
    uses: &[Assignment],
) -> Result<Selection, Failure> {
    let App { out, words, .. } = app;
    let mut picks = choice::picks(view, uses)?;
    require_everything(words, view, &picks)?;
    if consent.yes {
        let refused = refused_before(words, &picks);
        if (view.changed || !refused.is_empty()) && !consent.accept_changes {
            return Err(changed(words, view, &refused));
        }
        warn_of_notes(app, view, &picks);
        return Ok(selection(&picks));
    }
    choice::ask(out, words, &mut picks).await?;
    out.present(|page| show(page, words, view, &picks));
    let all_the_same = view.changed || !refused_before(words, &picks).is_empty();
    if prompt::yes_async(question(view.purpose, all_the_same)).await? {
        return Ok(selection(&picks));
    }
    Err(Failure::new(Fault::Declined, "you declined; nothing was sent"))
}

fn selection(picks: &[Pick<'_>]) -> Selection {
    let choice = |pick: &Pick<'_>| {
        let value = pick.value().map(|value| value.id.clone());
        // Whoever comes here has read it, or has agreed to it in advance.
        (WantId::from(pick.item.id.clone()), Choice { included: pick.included, value, again: true })
    };
    picks.iter().map(choice).collect()
}

/// What would be sent though the site already has it and did not accept it, a sentence each.
fn refused_before(words: &Words, picks: &[Pick<'_>]) -> Vec<String> {
    let included = picks.iter().filter(|pick| pick.included);
    included.filter_map(|pick| Some(format!("{}: {}", title(words, pick.item), refusal(words, pick)?))).collect()
}

/// What it is called that is asked for.
fn title(words: &Words, item: &ConsentItem) -> String {
    called::in_words(words, &item.requirement.called)
}

/// What to tell where the value that goes is one that the site already has and did not accept.
fn refusal(words: &Words, pick: &Pick<'_>) -> Option<String> {
    let (refused, value) = (pick.item.refused.as_ref()?, pick.value()?);
    refused.values.contains(&value.id).then(|| called::refused(words, refused))
}

/// Who consents in advance consents to what was there the last time, to one application, and to values that the site has not
/// refused.
fn changed(words: &Words, view: &ConsentView, refused: &[String]) -> Failure {
    let mut told = changes::all_in_words(words, &view.changes);
    told.extend_from_slice(refused);
    let message = format!(
        "something about {} is not covered by your consent in advance; nothing was sent, --accept-changes consents to \
         this too",
        view.site
    );
    let failure = Failure::new(Fault::Declined, message).detail("changes", json!(told));
    told.iter().fold(failure, |failure, change| failure.hint(change.as_str()))
}

fn question(purpose: Purpose, all_the_same: bool) -> &'static str {
    match (all_the_same, purpose) {
        (false, Purpose::LogIn) => "Log in?",
        (true, Purpose::LogIn) => "Log in all the same?",
        (false, Purpose::Sign) => "Sign this?",
        (true, Purpose::Sign) => "Sign this all the same?",
        (false, Purpose::SignUp | Purpose::Apply | Purpose::Identify) => "Send this?",
        (true, Purpose::SignUp | Purpose::Apply | Purpose::Identify) => "Send this all the same?",
    }
}

/// Fails with everything that is missing, required or asked to be included, so that it can be entered in one go.
fn require_everything(words: &Words, view: &ConsentView, picks: &[Pick<'_>]) -> Result<(), Failure> {
    let included = picks.iter().filter(|pick| pick.included).map(|pick| pick.item);
    let missing: Vec<&ConsentItem> = included.filter(|item| item.choices.is_empty()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let details = missing
        .iter()
        .map(|item| {
            let asked = &item.requirement;
            json!({ "name": asked.name, "title": asked.called.title, "askedAs": asked.called.asked_as,
                "schema": asked.schema, "reason": why(words, item), "tooLarge": item.too_large })
        })
        .collect();
    let titles: Vec<String> = missing.iter().map(|item| title(words, item)).collect();
    let message =
        format!("this wallet does not hold what {} asks for: {}; nothing was sent", view.site, titles.join(", "));
    let failure = Failure::new(Fault::Missing, message).detail("missing", details);
    Err(missing.iter().fold(failure, |failure, item| {
        let (asked, title) = (&item.requirement, title(words, item));
        let why = why(words, item);
        failure.hint(match item.too_large.first() {
            Some(file) => {
                let (document, value, limit) = (&file.document, &file.attribute, file.limit);
                let how = format!("idw document shrink {document} --for {value} --max {limit}");
                format!("{title}: {why} `{how}` makes a picture smaller")
            }
            // What the wallet does not know cannot be added.
            None if !asked.known => format!("{title}: {why}"),
            None => format!("{title}: {why} Add it with `idw attribute set {}`", asked.name),
        })
    }))
}

/// Why there is nothing to send.
fn why(words: &Words, item: &ConsentItem) -> String {
    item.missing.as_ref().map(|missing| called::missing(words, missing)).unwrap_or_default()
}

/// Consent in advance does not hide what should be known before sending.
fn warn_of_notes(app: &App, view: &ConsentView, picks: &[Pick<'_>]) {
    let App { out, words, .. } = app;
    for change in changes::all_in_words(words, &view.changes) {
        out.warn(&format!("{}: {change}", view.site));
    }
    for other in &view.elsewhere {
        let sees = called::sees(words, other).join(", ");
        out.warn(&format!("{} also goes to {}: {sees}", view.site, other.host));
    }
    if asks_for_nothing(view) {
        out.warn(&format!("{} asks for no attribute in this application; only your identity is sent", view.site));
    }
    for pick in picks.iter().filter(|pick| pick.included) {
        for note in notes(words, pick) {
            out.warn(&format!("{}: {note}", title(words, pick.item)));
        }
    }
}

/// What to know of the value that goes. The wallet's notes are about the first one.
fn notes(words: &Words, pick: &Pick<'_>) -> Vec<String> {
    let notes = match pick.value() {
        Some(value) if !pick.is_default() => {
            let expired = value.expires.clone().filter(|_| value.expired);
            expired.map(|on| ConsentNoteView::Expired { on }).into_iter().collect()
        }
        _ => pick.item.notes.clone(),
    };
    notes.iter().map(|note| consent_notes::in_words(words, note)).chain(refusal(words, pick)).collect()
}

/// An application without any attribute is hardly what anyone means to send.
fn asks_for_nothing(view: &ConsentView) -> bool {
    view.purpose == Purpose::Apply && view.items.is_empty()
}

/// Draws what would happen if the user agreed to what is proposed.
pub(crate) fn show_proposed(page: &mut Page, words: &Words, view: &ConsentView) -> Result<(), Failure> {
    show(page, words, view, &choice::picks(view, &[])?);
    Ok(())
}

/// Draws the whole of what would happen.
fn show(page: &mut Page, words: &Words, view: &ConsentView, picks: &[Pick<'_>]) {
    page.heading(&match (view.purpose, &view.template) {
        (Purpose::LogIn, _) => format!("Log in to {}", view.site),
        (Purpose::SignUp, _) => format!("Sign up at {}", view.site),
        (Purpose::Sign, _) => format!("Sign a text of {}", view.site),
        (Purpose::Identify, _) => format!("Tell {} who you are", view.site),
        (Purpose::Apply, None) => format!("Apply at {}", view.site),
        (Purpose::Apply, Some(template)) => {
            format!("Apply at {} for {}", view.site, template.name.as_deref().unwrap_or(&template.id))
        }
    });
    show_parties(page, view);
    show_changes(page, words, view);
    show_sent(page, words, view, picks);
    show_left_out(page, words, picks);
    show_elsewhere(page, words, view);
    page.gap();
}

fn show_changes(page: &mut Page, words: &Words, view: &ConsentView) {
    if view.changes.is_empty() {
        return;
    }
    page.gap();
    page.subheading(&words.say(&message::ConsentChangesTitle));
    for change in changes::all_in_words(words, &view.changes) {
        page.inked(Ink::Yellow, &format!("    {change}"));
    }
}

/// What somebody asks who is no site: told apart by the user's own name for it, and known by no address.
fn show_asked(page: &mut Page, view: &ConsentView, asked: &AskedView) {
    let verified = match asked.verified {
        VerifiedView::Told => "will hear that your identity was checked",
        VerifiedView::NotVerified => "will hear that your identity was not checked",
        VerifiedView::Refused => {
            "takes only somebody whose identity was checked: it will hear that yours was not, and nothing else"
        }
    };
    let mut rows = vec![
        ("Who asks", view.site.clone()),
        ("Known", format!("since {}", moment(&asked.since))),
        ("What", asked.title.clone()),
    ];
    for (number, line) in asked.description.lines().enumerate() {
        rows.push((if number == 0 { "Text" } else { "" }, line.to_owned()));
    }
    rows.extend([
        ("By email", asked.email.clone()),
        ("Verified", format!("{} {verified}", view.site)),
        ("Ends", moment(&asked.ends)),
    ]);
    if let Some([first, second, third]) = asked.numbers {
        rows.push(("Number", format!("its page shows {first}, {second} or {third}: --number says which")));
    }
    page.block(&rows);
}

/// What is sent beside the values: data of the checked document, and PDFs.
fn made_rows(asked: &AskedView) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    if let Some(AskedDocumentView { title, number, country, expires }) = &asked.document {
        let number = number.as_ref().map(|number| format!("number {number}"));
        let country = country.as_ref().map(|code| format!("issued by {code}"));
        let expires = expires.as_ref().map(|day| format!("valid until {day}"));
        let said: Vec<String> = [number, country, expires].into_iter().flatten().collect();
        rows.push(("Document", format!("{title}: {}", said.join(", "))));
    }
    for file in &asked.files {
        rows.push(("File", format!("{file}; --files writes it to a folder, to look at it")));
    }
    rows
}

fn show_parties(page: &mut Page, view: &ConsentView) {
    if let Some(asked) = &view.asked {
        return show_asked(page, view, asked);
    }
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

fn show_sent(page: &mut Page, words: &Words, view: &ConsentView, picks: &[Pick<'_>]) {
    page.gap();
    let sent: Vec<&Pick<'_>> = picks.iter().filter(|pick| pick.included).collect();
    page.subheading(&words.say(&message::ConsentSentTitle));
    let identity = match view.asked {
        Some(_) => "an id that is yours for this party alone, and what proves that you agreed",
        None => "the account's public key, and a signature that proves it is yours",
    };
    let mut rows = vec![("Identity".to_owned(), identity.to_owned())];
    rows.extend(view.asked.iter().flat_map(made_rows).map(|(title, text)| (title.to_owned(), text)));
    rows.extend(sent.iter().flat_map(|pick| sent_rows(words, pick)));
    page.inner_block(&borrowed(&rows));
    if asks_for_nothing(view) {
        page.inked(Ink::Yellow, "    The site asks for no attribute in this application.");
    }
    for pick in &sent {
        for note in notes(words, pick) {
            page.inked(Ink::Yellow, &format!("    {}: {note}", title(words, pick.item)));
        }
    }
}

/// The value that goes, field by field.
fn sent_rows(words: &Words, pick: &Pick<'_>) -> Vec<(String, String)> {
    let title = title(words, pick.item);
    let Some(attribute) = pick.value() else {
        return vec![(title, "nothing to send".to_owned())];
    };
    let fields = values::fields(attribute)
        .into_iter()
        .map(|field| if field.title.is_empty() { field.text } else { format!("{}: {}", field.title, field.text) });
    let label = attribute.label.as_deref().map(|label| format!("the one called '{label}'"));
    let verified = matches!(attribute.origin, OriginView::Verified(_)).then(|| attribute.provenance.clone());
    let texts = label.into_iter().chain(fields).chain(verified);
    let mut rows: Vec<(String, String)> = texts.map(|text| (String::new(), text)).collect();
    if let Some(first) = rows.first_mut() {
        first.0 = title;
    }
    rows
}

/// Rows as a page takes them.
fn borrowed(rows: &[(String, String)]) -> Vec<(&str, String)> {
    rows.iter().map(|(title, text)| (title.as_str(), text.clone())).collect()
}

fn show_left_out(page: &mut Page, words: &Words, picks: &[Pick<'_>]) {
    let left_out: Vec<&ConsentItem> = picks.iter().filter(|pick| !pick.included).map(|pick| pick.item).collect();
    if left_out.is_empty() {
        return;
    }
    page.gap();
    page.subheading("Optional, not sent");
    let rows: Vec<(String, String)> = left_out
        .iter()
        .map(|item| {
            let how = if item.choices.is_empty() {
                why(words, item)
            } else {
                format!("--include {} sends it", item.requirement.name)
            };
            (title(words, item), how)
        })
        .collect();
    page.inner_block(&borrowed(&rows));
}

fn show_elsewhere(page: &mut Page, words: &Words, view: &ConsentView) {
    if view.elsewhere.is_empty() {
        return;
    }
    page.gap();
    page.subheading("Also goes to");
    let rows: Vec<(&str, String)> =
        view.elsewhere.iter().map(|other| (other.host.as_str(), called::sees(words, other).join(", "))).collect();
    page.inner_block(&rows);
}
