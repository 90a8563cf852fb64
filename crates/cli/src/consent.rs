//! The consent step: what would be sent, to whom, as whom; and the question.

use clap::Args;
use idw_wallet::{
    Choice, Selection, WantId,
    view::{
        AskedDocumentView, AskedView, Connection, ConsentItem, ConsentNoteView, ConsentView, OriginView, Purpose,
        VerifiedView,
    },
};
use idw_words::{Argument, ToText, message};
use serde_json::json;

use crate::{
    app::App,
    args::Assignment,
    called, changes,
    choice::{self, Pick},
    consent_notes,
    fault::{Failure, Fault},
    page::{Ink, Page},
    prompt, values,
    words::{say, shown, words},
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
    Err(Failure::usage(say(message::CliConsentNoTerminal)))
}

/// Gets the user's consent to what `view` holds, and what exactly is to be sent of it.
pub(crate) async fn obtain(
    app: &App,
    view: &ConsentView,
    consent: &ConsentArgs,
    uses: &[Assignment],
) -> Result<Selection, Failure> {
    let out = &app.out;
    let mut picks = choice::picks(view, uses)?;
    require_everything(view, &picks)?;
    if consent.yes {
        let refused = refused_before(&picks);
        if (view.changed || !refused.is_empty()) && !consent.accept_changes {
            return Err(changed(view, &refused));
        }
        warn_of_notes(app, view, &picks);
        return Ok(selection(&picks));
    }
    choice::ask(out, &mut picks).await?;
    out.present(|page| show(page, view, &picks));
    let anyway = view.changed || !refused_before(&picks).is_empty();
    if prompt::yes_async(&question(view.purpose, anyway)).await? {
        return Ok(selection(&picks));
    }
    Err(Failure::new(Fault::Declined, say(message::CliDeclinedUnsent)))
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
fn refused_before(picks: &[Pick<'_>]) -> Vec<String> {
    let included = picks.iter().filter(|pick| pick.included);
    included.filter_map(|pick| Some(about(title(pick.item), refusal(pick)?))).collect()
}

/// What is said of something, behind its name.
fn about(subject: impl ToText, text: impl ToText) -> String {
    say(message::CliAbout { subject, text })
}

/// What it is called that is asked for.
fn title(item: &ConsentItem) -> String {
    called::in_words(&item.requirement.called)
}

/// What to tell where the value that goes is one that the site already has and did not accept.
fn refusal(pick: &Pick<'_>) -> Option<String> {
    let (refused, value) = (pick.item.refused.as_ref()?, pick.value()?);
    refused.values.contains(&value.id).then(|| called::refused(refused))
}

/// Who consents in advance consents to what was there the last time, to one application, and to values that the site has not
/// refused.
fn changed(view: &ConsentView, refused: &[String]) -> Failure {
    let mut told = changes::all_in_words(&view.changes);
    told.extend_from_slice(refused);
    let message = say(message::CliConsentNotCovered { site: &view.site });
    let failure = Failure::new(Fault::Declined, message).detail("changes", json!(told));
    told.iter().fold(failure, |failure, change| failure.hint(change.as_str()))
}

fn question(purpose: Purpose, anyway: bool) -> String {
    let purpose = key(purpose);
    if anyway {
        say(message::CliConsentQuestionAnyway { purpose })
    } else {
        say(message::CliConsentQuestion { purpose })
    }
}

/// The name by which the catalogue chooses what to say of a purpose.
pub(crate) fn key(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::LogIn => "log-in",
        Purpose::SignUp => "sign-up",
        Purpose::Apply => "apply",
        Purpose::Sign => "sign",
        Purpose::Identify => "identify",
    }
}

/// Fails with everything that is missing, required or asked to be included, so that it can be entered in one go.
fn require_everything(view: &ConsentView, picks: &[Pick<'_>]) -> Result<(), Failure> {
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
                "schema": asked.schema, "reason": why(item), "tooLarge": item.too_large })
        })
        .collect();
    let titles: Vec<String> = missing.iter().map(|item| title(item)).collect();
    let message = say(message::CliConsentMissing { site: &view.site, titles: titles.join(", ") });
    let failure = Failure::new(Fault::Missing, message).detail("missing", details);
    Err(missing.iter().fold(failure, |failure, item| {
        let (asked, title, why) = (&item.requirement, title(item), why(item));
        failure.hint(match item.too_large.first() {
            Some(file) => {
                let (document, value, limit) = (&file.document, &file.attribute, file.limit);
                let command = format!("idw document shrink {document} --for {value} --max {limit}");
                say(message::CliConsentMissingShrink { title, why, command })
            }
            // What the wallet does not know cannot be added.
            None if !asked.known => about(title, why),
            None => say(message::CliConsentMissingAdd { title, why, name: &asked.name }),
        })
    }))
}

/// Why there is nothing to send.
fn why(item: &ConsentItem) -> String {
    item.missing.as_ref().map(called::missing).unwrap_or_default()
}

/// Consent in advance does not hide what should be known before sending.
fn warn_of_notes(app: &App, view: &ConsentView, picks: &[Pick<'_>]) {
    let (out, site) = (&app.out, &view.site);
    for change in changes::all_in_words(&view.changes) {
        out.warn(&about(site, change));
    }
    for other in &view.elsewhere {
        let sees = Argument::list(called::sees(other));
        out.warn(&say(message::CliConsentElsewhere { site, place: &other.host, sees }));
    }
    if asks_for_nothing(view) {
        out.warn(&say(message::CliConsentIdentityOnly { site }));
    }
    for pick in picks.iter().filter(|pick| pick.included) {
        for note in notes(pick) {
            out.warn(&about(title(pick.item), note));
        }
    }
}

/// What to know of the value that goes. The wallet's notes are about the first one.
fn notes(pick: &Pick<'_>) -> Vec<String> {
    let notes = match pick.value() {
        Some(value) if !pick.is_default() => {
            let expired = value.expires.clone().filter(|_| value.expired);
            expired.map(|on| ConsentNoteView::Expired { on }).into_iter().collect()
        }
        _ => pick.item.notes.clone(),
    };
    notes.iter().map(consent_notes::in_words).chain(refusal(pick)).collect()
}

/// An application without any attribute is hardly what anyone means to send.
fn asks_for_nothing(view: &ConsentView) -> bool {
    view.purpose == Purpose::Apply && view.items.is_empty()
}

/// Draws what would happen if the user agreed to what is proposed.
pub(crate) fn show_proposed(page: &mut Page, view: &ConsentView) -> Result<(), Failure> {
    show(page, view, &choice::picks(view, &[])?);
    Ok(())
}

/// Draws the whole of what would happen.
fn show(page: &mut Page, view: &ConsentView, picks: &[Pick<'_>]) {
    let site = &view.site;
    page.heading(&match (view.purpose, &view.template) {
        (Purpose::Apply, Some(template)) => {
            let template = template.name.as_deref().unwrap_or(&template.id);
            say(message::CliConsentTitleTemplate { site, template })
        }
        (purpose, _) => say(message::CliConsentTitle { purpose: key(purpose), site }),
    });
    show_parties(page, view);
    show_changes(page, view);
    show_sent(page, view, picks);
    show_left_out(page, picks);
    show_elsewhere(page, view);
    page.gap();
}

fn show_changes(page: &mut Page, view: &ConsentView) {
    if view.changes.is_empty() {
        return;
    }
    page.gap();
    page.subheading(&say(message::ConsentChangesTitle));
    for change in changes::all_in_words(&view.changes) {
        page.inked(Ink::Yellow, &format!("    {change}"));
    }
}

/// What somebody asks who is no site: told apart by the user's own name for it, and known by no address.
fn show_asked(page: &mut Page, view: &ConsentView, asked: &AskedView) {
    let party = &view.site;
    let verified = match asked.verified {
        VerifiedView::Told => say(message::AskedVerifiedTold { party }),
        VerifiedView::NotVerified => say(message::AskedVerifiedNot { party }),
        VerifiedView::Refused => say(message::AskedVerifiedRefused { party }),
    };
    let since = say(message::CliAskedSince { moment: Argument::Moment(asked.since.clone()) });
    let mut rows = vec![
        (say(message::AskedParty), party.clone()),
        (say(message::CliAskedKnown), since),
        (say(message::AskedTitle), asked.title.clone()),
    ];
    for (number, line) in asked.description.lines().enumerate() {
        rows.push((if number == 0 { say(message::AskedText) } else { String::new() }, line.to_owned()));
    }
    rows.extend([
        (say(message::AskedEmail), asked.email.clone()),
        (say(message::AskedVerified), verified),
        (say(message::CliAskedEnds), words().moment(&asked.ends)),
    ]);
    if let Some([first, second, third]) = asked.numbers {
        rows.push((say(message::CliAskedNumber), say(message::CliAskedNumbers { first, second, third })));
    }
    page.block(&rows);
}

/// What is sent beside the values: data of the checked document, and PDFs.
fn made_rows(asked: &AskedView) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    if let Some(AskedDocumentView { title, number, country, expires }) = &asked.document {
        let number = number.as_ref().map(|number| say(message::CliAskedDocumentNumber { number }));
        let country = country.clone().map(Argument::Country);
        let country = country.map(|country| say(message::CliAskedDocumentCountry { country }));
        let expires = expires.clone().map(Argument::Day);
        let expires = expires.map(|day| say(message::CliAskedDocumentExpires { day }));
        let details = [number, country, expires].into_iter().flatten().collect::<Vec<_>>().join(", ");
        rows.push((say(message::AskedDocument), say(message::CliAskedDocument { document: title, details })));
    }
    for file in &asked.files {
        rows.push((say(message::CliAskedFile), say(message::CliAskedFileLook { file })));
    }
    rows
}

fn show_parties(page: &mut Page, view: &ConsentView) {
    if let Some(asked) = &view.asked {
        return show_asked(page, view, asked);
    }
    let (account, did) = (&view.account.name, &view.account.did);
    let mut rows = vec![
        (say(message::CliConsentSite), view.url.clone()),
        (say(message::CliConsentConnection), connection(view.connection)),
        (say(message::CliConsentAs), say(message::CliAccountLine { account, did })),
    ];
    rows.extend(view.terms_url.clone().map(|url| (say(message::CliConsentTerms), url)));
    rows.extend(view.policy_url.clone().map(|url| (say(message::CliConsentPolicy), url)));
    page.block(&rows);
}

/// How what is sent to a site is protected on its way.
pub(crate) fn connection(connection: Connection) -> String {
    match connection {
        Connection::Tls => say(message::CliConnectionTls),
        Connection::Loopback => say(message::CliConnectionLoopback),
    }
}

fn show_sent(page: &mut Page, view: &ConsentView, picks: &[Pick<'_>]) {
    page.gap();
    let sent: Vec<&Pick<'_>> = picks.iter().filter(|pick| pick.included).collect();
    page.subheading(&say(message::ConsentSentTitle));
    let identity = match view.asked {
        Some(_) => say(message::CliSentIdentityParty),
        None => say(message::CliSentIdentitySite),
    };
    let mut rows = vec![(say(message::CliSentIdentity), identity)];
    rows.extend(view.asked.iter().flat_map(made_rows));
    rows.extend(sent.iter().flat_map(|pick| sent_rows(pick)));
    page.inner_block(&rows);
    if asks_for_nothing(view) {
        page.inked(Ink::Yellow, &format!("    {}", say(message::ConsentNothingAsked)));
    }
    for pick in &sent {
        for note in notes(pick) {
            page.inked(Ink::Yellow, &format!("    {}", about(title(pick.item), note)));
        }
    }
}

/// The value that goes, field by field.
fn sent_rows(pick: &Pick<'_>) -> Vec<(String, String)> {
    let title = title(pick.item);
    let Some(attribute) = pick.value() else {
        return vec![(title, say(message::CliSentNothing))];
    };
    let fields = values::fields(attribute).into_iter().map(|field| {
        if field.title.is_empty() {
            shown(field.text)
        } else {
            say(message::CliSentField { field: field.title, text: field.text })
        }
    });
    let label = attribute.label.as_deref().map(|label| say(message::CliSentLabel { label }));
    let verified = matches!(attribute.origin, OriginView::Verified(_)).then(|| shown(&attribute.provenance));
    let texts = label.into_iter().chain(fields).chain(verified);
    let mut rows: Vec<(String, String)> = texts.map(|text| (String::new(), text)).collect();
    if let Some(first) = rows.first_mut() {
        first.0 = title;
    }
    rows
}

fn show_left_out(page: &mut Page, picks: &[Pick<'_>]) {
    let left_out: Vec<&ConsentItem> = picks.iter().filter(|pick| !pick.included).map(|pick| pick.item).collect();
    if left_out.is_empty() {
        return;
    }
    page.gap();
    page.subheading(&say(message::CliConsentLeftOut));
    let rows: Vec<(String, String)> = left_out
        .iter()
        .map(|item| {
            let how = if item.choices.is_empty() {
                why(item)
            } else {
                say(message::CliSentInclude { name: &item.requirement.name })
            };
            (title(item), how)
        })
        .collect();
    page.inner_block(&rows);
}

fn show_elsewhere(page: &mut Page, view: &ConsentView) {
    if view.elsewhere.is_empty() {
        return;
    }
    page.gap();
    page.subheading(&say(message::ConsentElsewhere));
    let rows: Vec<(&str, String)> =
        view.elsewhere.iter().map(|other| (other.host.as_str(), words().list(&called::sees(other)))).collect();
    page.inner_block(&rows);
}
