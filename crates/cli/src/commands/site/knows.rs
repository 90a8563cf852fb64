//! `idw site knows`: what a site was told.

use clap::Args;
use idw_wallet::view::{
    Arrival, KnownAttribute, KnownDocument, KnownVersion, Purpose, SiteKnowledge, SiteKnowledgeSummary, Standing,
};
use idw_words::Words;

use crate::{
    app::App,
    called,
    fault::Failure,
    page::{Ink, Page, moment, size},
};

#[derive(Args, Debug)]
pub(crate) struct KnowsArgs {
    /// Its name or URL; one that was removed is found by those it had [default: an overview of all]
    site: Option<String>,
}

pub(crate) fn run(app: &App, args: &KnowsArgs) -> Result<(), Failure> {
    let wallet = app.unlock()?;
    if let Some(site) = &args.site {
        let knowledge = wallet.site_knowledge(site)?;
        return app.out.show(&knowledge, |page| show(page, &app.words, &knowledge));
    }
    let sites = wallet.sites_that_know()?;
    app.out.show(&sites, |page| list(page, &sites))
}

fn list(page: &mut Page, sites: &[SiteKnowledgeSummary]) {
    if sites.is_empty() {
        page.line("No site was told anything yet.");
        return;
    }
    let counted = |number: u32| if number == 0 { String::new() } else { number.to_string() };
    let rows: Vec<Vec<String>> = sites
        .iter()
        .map(|site| {
            vec![
                site.site.clone(),
                site.attributes.to_string(),
                site.documents.to_string(),
                counted(site.out_of_date),
                counted(site.may_have),
                site.last.as_deref().map(moment).unwrap_or_default(),
                if site.in_wallet { String::new() } else { "removed here".to_owned() },
            ]
        })
        .collect();
    page.table(&["SITE", "ATTRIBUTES", "FILES", "OUT OF DATE", "MAY HAVE", "LAST (UTC)", ""], &rows);
}

fn show(page: &mut Page, words: &Words, known: &SiteKnowledge) {
    page.heading(&format!("What {} knows about you", known.site));
    let mut rows = vec![("API", known.root.clone())];
    if !known.former_names.is_empty() {
        rows.push(("Was called", known.former_names.join(", ")));
    }
    if !known.in_wallet {
        rows.push(("Now", "no longer among your sites".to_owned()));
    }
    for account in &known.accounts {
        let may = if account.arrival == Arrival::MayHave { ", perhaps" } else { "" };
        rows.push(("As", format!("{}  {}{may}, last on {} UTC", account.name, account.did, moment(&account.last))));
    }
    page.block(&rows);
    if known.accounts.is_empty() {
        page.line("Nothing was sent to it.");
        return;
    }
    show_attributes(page, words, &known.attributes);
    show_documents(page, &known.documents);
}

fn show_attributes(page: &mut Page, words: &Words, attributes: &[KnownAttribute]) {
    if attributes.is_empty() {
        return;
    }
    page.gap();
    let rows: Vec<Vec<String>> = attributes.iter().flat_map(|attribute| attribute_rows(words, attribute)).collect();
    page.table(&["ATTRIBUTE", "VERSION", "SENT (UTC)", "FOR", "STATE", "SHA-256"], &rows);
    if attributes.iter().any(|attribute| attribute.arrival == Arrival::MayHave) {
        page.gap();
        page.inked(Ink::Dim, "\"may have arrived\": sending failed after it had begun.");
    }
}

fn attribute_rows(words: &Words, attribute: &KnownAttribute) -> Vec<Vec<String>> {
    let row = |(at, version): (usize, &KnownVersion)| {
        let called = called::in_words(words, &attribute.called);
        let title = match (at, &attribute.label) {
            (0, Some(label)) => format!("{called} ({label})"),
            (0, None) => called,
            _ => String::new(),
        };
        vec![
            title,
            version.version.to_string(),
            moment(&version.last),
            purposes(&version.purposes),
            state(attribute, version),
            version.digest.chars().take(12).collect(),
        ]
    };
    attribute.versions.iter().enumerate().map(row).collect()
}

fn state(attribute: &KnownAttribute, version: &KnownVersion) -> String {
    let standing = match (attribute.standing, version.current) {
        (Standing::Removed, _) => "no longer held here",
        (_, true) => "what you hold now",
        (_, false) => "out of date",
    };
    match version.arrival {
        Arrival::Arrived => standing.to_owned(),
        Arrival::MayHave => format!("{standing}, may have arrived"),
    }
}

fn show_documents(page: &mut Page, documents: &[KnownDocument]) {
    if documents.is_empty() {
        return;
    }
    page.gap();
    let rows: Vec<Vec<String>> = documents
        .iter()
        .map(|document| {
            let held = if document.document.is_some() { "" } else { "no longer held here" };
            let may = if document.arrival == Arrival::MayHave { "may have arrived" } else { "" };
            let state = [held, may].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
            vec![
                document.name.clone(),
                document.title.clone(),
                document.size.map(size).unwrap_or_default(),
                moment(&document.last),
                state,
            ]
        })
        .collect();
    page.table(&["FILE", "WITH", "SIZE", "SENT (UTC)", "STATE"], &rows);
}

fn purposes(purposes: &[Purpose]) -> String {
    let word = |purpose: &Purpose| match purpose {
        Purpose::LogIn => "login",
        Purpose::SignUp => "sign-up",
        Purpose::Apply => "application",
        Purpose::Sign => "signature",
        Purpose::Identify => "identification",
    };
    purposes.iter().map(word).collect::<Vec<_>>().join(", ")
}
