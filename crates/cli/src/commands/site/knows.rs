//! `idw site knows`: what a site was told.

use clap::Args;
use idw_wallet::view::{
    Arrival, KnownAttribute, KnownDocument, KnownVersion, Purpose, SiteKnowledge, SiteKnowledgeSummary, Standing,
};
use idw_words::{Argument, message};

use crate::{
    app::App,
    called, consent,
    fault::Failure,
    page::{Ink, Page},
    reminders,
    words::{say, words},
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
        return app.out.show(&knowledge, |page| show(page, &knowledge));
    }
    let sites = wallet.sites_that_know()?;
    app.out.show(&sites, |page| list(page, &sites))
}

fn list(page: &mut Page, sites: &[SiteKnowledgeSummary]) {
    if sites.is_empty() {
        page.line(&say(message::CliKnowsNone));
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
                if site.in_wallet { String::new() } else { say(message::CliKnowsRemoved) },
            ]
        })
        .collect();
    let headings = [
        say(message::CliKnowsSite),
        say(message::CliKnowsAttributes),
        say(message::CliKnowsFiles),
        say(message::CliKnowsOutdated),
        say(message::CliKnowsMayHave),
        say(message::CliKnowsLast),
        String::new(),
    ];
    page.table(&headings, &rows);
}

fn show(page: &mut Page, known: &SiteKnowledge) {
    page.heading(&say(message::CliKnowsTitle { site: &known.site }));
    let mut rows = vec![(say(message::CliKnowsApi), known.root.clone())];
    if !known.former_names.is_empty() {
        rows.push((say(message::CliKnowsFormer), known.former_names.join(", ")));
    }
    if !known.in_wallet {
        rows.push((say(message::CliKnowsNow), say(message::CliKnowsNotHere)));
    }
    for one in &known.accounts {
        let account = say(message::CliAccountLine { account: &one.name, did: &one.did });
        let moment = Argument::Moment(one.last.clone());
        let line = match one.arrival {
            Arrival::Arrived => say(message::CliKnowsAccount { account, moment }),
            Arrival::MayHave => say(message::CliKnowsAccountMayHave { account, moment }),
        };
        rows.push((say(message::CliKnowsAs), line));
    }
    page.block(&rows);
    if known.accounts.is_empty() {
        page.line(&say(message::CliKnowsNothingSent));
        return;
    }
    show_attributes(page, &known.attributes);
    show_documents(page, &known.documents);
}

fn show_attributes(page: &mut Page, attributes: &[KnownAttribute]) {
    if attributes.is_empty() {
        return;
    }
    page.gap();
    let rows: Vec<Vec<String>> = attributes.iter().flat_map(attribute_rows).collect();
    let headings = [
        say(message::CliKnowsAttribute),
        say(message::CliKnowsVersion),
        say(message::CliKnowsSent),
        say(message::CliKnowsFor),
        say(message::CliKnowsState),
        say(message::CliKnowsDigest),
    ];
    page.table(&headings, &rows);
    if attributes.iter().any(|attribute| attribute.arrival == Arrival::MayHave) {
        page.gap();
        page.inked(Ink::Dim, &say(message::CliKnowsMayHaveText));
    }
}

fn attribute_rows(attribute: &KnownAttribute) -> Vec<Vec<String>> {
    let row = |(at, version): (usize, &KnownVersion)| {
        let title = match at {
            0 => reminders::labelled(&called::in_words(&attribute.called), attribute.label.as_deref()),
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
        (Standing::Removed, _) => say(message::CliKnowsGone),
        (_, true) => say(message::CliKnowsCurrent),
        (_, false) => say(message::CliKnowsOutOfDate),
    };
    match version.arrival {
        Arrival::Arrived => standing,
        Arrival::MayHave => [standing, say(message::CliKnowsMayHaveArrived)].join(", "),
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
            let gone = document.document.is_none().then(|| say(message::CliKnowsGone));
            let may = (document.arrival == Arrival::MayHave).then(|| say(message::CliKnowsMayHaveArrived));
            let state = gone.into_iter().chain(may).collect::<Vec<_>>().join(", ");
            vec![
                document.name.clone(),
                document.title.clone(),
                document.size.map(|size| words().size(size)).unwrap_or_default(),
                moment(&document.last),
                state,
            ]
        })
        .collect();
    let headings = [
        say(message::CliKnowsFile),
        say(message::CliKnowsWith),
        say(message::CliKnowsSize),
        say(message::CliKnowsSent),
        say(message::CliKnowsState),
    ];
    page.table(&headings, &rows);
}

fn moment(at: &str) -> String {
    words().moment(at)
}

fn purposes(purposes: &[Purpose]) -> String {
    let word = |purpose: &Purpose| say(message::CliKnowsPurpose { purpose: consent::key(*purpose) });
    purposes.iter().map(word).collect::<Vec<_>>().join(", ")
}
