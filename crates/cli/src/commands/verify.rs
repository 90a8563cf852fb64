//! `idw verify`: having a provider check who one is, and keeping what it read off the documents.

use std::{collections::BTreeMap, path::PathBuf, time::Duration};

use clap::{Args, ValueEnum};
use idw_wallet::{
    CheckChoice, CheckOptions, CheckReview, CheckSelection, CheckStep, FileInput, ProviderSecret, Wallet,
    view::{
        CheckDocumentKind, CheckItem, CheckKept, CheckLeftOut, CheckOutcome, CheckPreview, CheckStanding, ProviderView,
    },
};
use idw_words::{Argument, message};
use serde_json::json;

use super::{document, provider::SecretArgs};
use crate::{
    app::App,
    checks,
    fault::{Failure, Fault},
    network::{Network, NetworkArgs},
    page::{Ink, Page},
    patience::Patience,
    prompt,
    words::{say, shown},
};

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  idw verify 'Example Check' --open
  idw verify tests --print-url --yes --json --client-secret-file secret.txt")]
pub(crate) struct VerifyArgs {
    /// The provider's name or id, as `idw provider list` has it
    provider: String,
    /// Open the provider's page in the browser
    #[arg(long)]
    open: bool,
    /// Print the address of the provider's page on stdout, for what opens it elsewhere on this computer
    #[arg(long, conflicts_with = "open")]
    print_url: bool,
    /// How long to wait for the browser: a number with s, m or h
    #[arg(long, value_name = "TIME", default_value = "10m")]
    timeout: Patience,
    /// What the document is, where the provider does not say so
    #[arg(long, value_enum, value_name = "KIND")]
    document: Option<Document>,
    /// How many of the given names make the first name; the others become middle names [default: all]
    #[arg(long, value_name = "N")]
    first_names: Option<usize>,
    /// A picture of you with the document, where the check brings none
    #[arg(long, value_name = "FILE")]
    selfie: Option<PathBuf>,
    /// What to do with a value where the wallet holds another [default: ask; with --yes: keep-both]
    #[arg(long, value_enum, value_name = "WHAT")]
    on_conflict: Option<Conflict>,
    /// Keep what came without asking; nothing of yours is replaced unless --on-conflict says so
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    secret: SecretArgs,
    #[command(flatten)]
    network: NetworkArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Document {
    Passport,
    NationalId,
    DriversLicense,
}

impl From<Document> for CheckDocumentKind {
    fn from(document: Document) -> Self {
        match document {
            Document::Passport => Self::Passport,
            Document::NationalId => Self::NationalId,
            Document::DriversLicense => Self::DriversLicense,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Conflict {
    /// Leave the wallet's
    Skip,
    /// Take the new one in its place
    Replace,
    /// Keep both, the new one with a label
    KeepBoth,
}

impl From<Conflict> for CheckChoice {
    fn from(conflict: Conflict) -> Self {
        match conflict {
            Conflict::Skip => Self::Leave,
            Conflict::Replace => Self::Take,
            Conflict::KeepBoth => Self::Beside,
        }
    }
}

pub(crate) fn run(app: &App, args: VerifyArgs) -> Result<(), Failure> {
    if !args.yes && !prompt::possible() {
        let failure = Failure::usage(say(message::CliVerifyNoTerminal));
        return Err(failure.hint(say(message::CliVerifyNoTerminalHint)));
    }
    let network = Network::new(app, &args.network)?;
    let secret = args.secret.read()?;
    let selfie = args.selfie.as_deref().map(document::open).transpose()?;
    let wallet = app.unlock()?;
    let provider = wallet.provider(&args.provider)?;
    let selfie = selfie.map(|(name, file)| FileInput::New { name, source: Box::new(file) });
    let kept = network.run(wallet, async |wallet| verify(app, &wallet, &provider, secret, selfie, &args).await)?;
    app.out.confirm(&kept, None, |page| present_kept(page, &kept))
}

async fn verify(
    app: &App,
    wallet: &Wallet,
    provider: &ProviderView,
    secret: Option<ProviderSecret>,
    selfie: Option<FileInput>,
    args: &VerifyArgs,
) -> Result<CheckKept, Failure> {
    let under_way = wallet.begin_check(&provider.id, secret).await?;
    tell_address(app, under_way.address(), args)?;
    let limit: Duration = args.timeout.into();
    let tell = |step| {
        app.out.detail(&match step {
            CheckStep::Waiting => say(message::CliVerifyWaiting),
            CheckStep::Fetching => say(message::VerifyFetching),
            CheckStep::Fetched => say(message::VerifyOpening),
        });
    };
    let arrived = under_way.arrived(limit, &tell).await?;
    let document = args.document.map(Into::into);
    let options = CheckOptions { document, first_names: args.first_names, selfie };
    let mut review = wallet.review_check(arrived, options)?;
    if !args.yes {
        ask_for_document(app, wallet, &mut review, args).await?;
    }
    if review.preview().items.is_empty() {
        app.out.present(|page| present(page, review.preview()));
        return Err(Failure::new(Fault::Protocol, say(message::CliVerifyNothing)));
    }
    let selection = if args.yes { chosen(&review, args) } else { ask(app, &review, args).await? };
    Ok(wallet.keep_check(&mut review, &selection)?)
}

fn tell_address(app: &App, address: &str, args: &VerifyArgs) -> Result<(), Failure> {
    if args.print_url {
        return app.out.line(&json!({ "address": address }), |page| page.line(address));
    }
    if args.open {
        return match open::that_detached(address) {
            Ok(()) => {
                app.out.present(|page| page.line(&say(message::CliVerifyOpens)));
                Ok(())
            }
            Err(error) => Err(Failure::io(Fault::Other, say(message::CliVerifyNoBrowser), &error)
                .hint(say(message::CliVerifyNoBrowserHint))),
        };
    }
    app.out.present(|page| {
        page.line(&say(message::VerifyBrowserCopy));
        page.line(address);
    });
    Ok(())
}

async fn ask_for_document(
    app: &App,
    wallet: &Wallet,
    review: &mut CheckReview,
    args: &VerifyArgs,
) -> Result<(), Failure> {
    if args.document.is_some() || review.preview().documents.iter().all(|one| one.kind.is_some()) {
        return Ok(());
    }
    loop {
        let question = say(message::CliVerifyAskDocument);
        let document = match prompt::line_async(&question).await?.unwrap_or_default().as_str() {
            "p" => Some(CheckDocumentKind::Passport),
            "i" => Some(CheckDocumentKind::NationalId),
            "d" => Some(CheckDocumentKind::DriversLicense),
            "" | "skip" => None,
            other => {
                app.out.warn(&say(message::CliVerifyAnswerUnknown { answer: other }));
                continue;
            }
        };
        if document.is_some() {
            let options = CheckOptions { document, first_names: args.first_names, selfie: None };
            wallet.review_again(review, options)?;
        }
        return Ok(());
    }
}

/// What `--yes` keeps: everything, with nothing of the user's replaced unless they said so.
fn chosen(review: &CheckReview, args: &VerifyArgs) -> CheckSelection {
    let conflict = args.on_conflict.unwrap_or(Conflict::KeepBoth);
    let choices = review.preview().items.iter().map(|item| {
        let choice = if item.standing == CheckStanding::Differs { conflict.into() } else { CheckChoice::Take };
        (item.id.clone(), choice)
    });
    CheckSelection(choices.collect())
}

async fn ask(app: &App, review: &CheckReview, args: &VerifyArgs) -> Result<CheckSelection, Failure> {
    app.out.present(|page| present(page, review.preview()));
    let mut choices = BTreeMap::new();
    for item in &review.preview().items {
        let choice = match (item.standing, args.on_conflict) {
            (CheckStanding::New | CheckStanding::Same, _) => CheckChoice::Take,
            (CheckStanding::Differs, Some(conflict)) => conflict.into(),
            (CheckStanding::Differs, None) => ask_conflict(app, item).await?,
        };
        choices.insert(item.id.clone(), choice);
    }
    let kept = choices.values().filter(|choice| **choice != CheckChoice::Leave).count();
    let question = say(message::CliVerifyAskKeep { count: kept });
    if kept == 0 || !prompt::yes_async(&question).await? {
        return Err(Failure::new(Fault::Declined, say(message::CliVerifyDeclined)));
    }
    Ok(CheckSelection(choices))
}

async fn ask_conflict(app: &App, item: &CheckItem) -> Result<CheckChoice, Failure> {
    let held = item.held.as_ref().map(|held| shown(&held.summary)).unwrap_or_default();
    let question = say(message::CliVerifyAskConflict { title: &item.title, held, found: &item.summary });
    loop {
        let answer = prompt::line_async(&question).await?;
        let answer = answer.ok_or_else(|| Failure::new(Fault::Declined, say(message::CliVerifyDeclined)))?;
        match answer.as_str() {
            "r" | "replace" => return Ok(CheckChoice::Take),
            "b" | "both" => return Ok(CheckChoice::Beside),
            "" | "l" | "leave" => return Ok(CheckChoice::Leave),
            other => app.out.warn(&say(message::CliVerifyAnswerUnknown { answer: other })),
        }
    }
}

fn present(page: &mut Page, preview: &CheckPreview) {
    let (provider, moment) = (&preview.provider, Argument::Moment(preview.at.clone()));
    page.heading(&if preview.test {
        say(message::CliVerifyReadTest { provider, moment })
    } else {
        say(message::CliVerifyRead { provider, moment })
    });
    let rows: Vec<Vec<String>> = preview.items.iter().map(row).collect();
    let headings = [
        say(message::CliVerifyColumnName),
        say(message::CliVerifyColumnRead),
        say(message::CliVerifyColumnHeld),
        String::new(),
    ];
    page.table(&headings, &rows);
    for item in &preview.items {
        let notes = item.notes.iter().map(checks::note);
        let lacks = (!item.lacks.is_empty()).then(|| checks::lacks(&item.lacks));
        for note in notes.chain(lacks) {
            page.inked(Ink::Yellow, &say(message::CliAbout { subject: &item.title, text: note }));
        }
    }
    if !preview.sealed {
        page.inked(Ink::Yellow, &say(message::VerifyUnsealed));
    }
    present_left_out(page, &preview.left_out);
    page.gap();
}

fn row(item: &CheckItem) -> Vec<String> {
    let held = item.held.as_ref().map(|held| shown(&held.summary)).unwrap_or_default();
    let standing = match item.standing {
        CheckStanding::New => say(message::CliVerifyNew),
        CheckStanding::Same => say(message::CliVerifySame),
        CheckStanding::Differs => say(message::CliVerifyDiffers),
    };
    vec![item.name.clone(), shown(&item.summary), held, standing]
}

fn present_left_out(page: &mut Page, left_out: &[CheckLeftOut]) {
    if left_out.is_empty() {
        return;
    }
    page.gap();
    page.subheading(&say(message::VerifyLeftOut));
    for CheckLeftOut { what, text, why } in left_out {
        let why = checks::because(why);
        page.line(&match text {
            Some(text) => say(message::CliVerifyLeftOutText { what, text, why }),
            None => say(message::CliAbout { subject: what, text: why }),
        });
    }
}

fn present_kept(page: &mut Page, kept: &CheckKept) {
    let rows: Vec<Vec<String>> = kept
        .items
        .iter()
        .map(|item| {
            let attribute = item.attribute.as_ref();
            let summary = attribute.map(|attribute| shown(&attribute.summary)).unwrap_or_default();
            let from = attribute.map(|attribute| shown(&attribute.provenance)).unwrap_or_default();
            vec![item.name.clone(), summary, checks::outcome(item.outcome), from]
        })
        .collect();
    let headings = [
        say(message::CliVerifyColumnName),
        say(message::CliVerifyColumnValue),
        say(message::CliVerifyColumnResult),
        say(message::CliVerifyColumnFrom),
    ];
    page.table(&headings, &rows);
    let taken = kept.items.iter().filter(|item| item.outcome != CheckOutcome::Left);
    for attribute in taken.filter_map(|item| item.attribute.as_ref()).filter(|one| !one.lacks.is_empty()) {
        let lacks = checks::lacks(&attribute.lacks);
        page.inked(Ink::Yellow, &say(message::CliAbout { subject: &attribute.title, text: lacks }));
        if attribute.value.get("selfie").is_none() {
            page.line(&say(message::CliVerifyCompleteHint { name: &attribute.name }));
        }
    }
    present_left_out(page, &kept.left_out);
}
