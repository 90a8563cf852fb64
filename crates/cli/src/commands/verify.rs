//! `idw verify`: having a provider check who one is, and keeping what it read off the documents.

use std::{collections::BTreeMap, path::PathBuf, time::Duration};

use clap::{Args, ValueEnum};
use idw_wallet::{
    CheckChoice, CheckOptions, CheckReview, CheckSelection, CheckStep, FileInput, ProviderSecret, Wallet,
    view::{CheckDocumentKind, CheckItem, CheckKept, CheckOutcome, CheckPreview, CheckStanding, ProviderView},
};
use serde_json::json;

use super::{document, provider::SecretArgs};
use crate::{
    app::App,
    checks,
    fault::{Failure, Fault},
    network::{Network, NetworkArgs},
    page::{Ink, Page, moment},
    patience::Patience,
    prompt,
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
        return Err(Failure::usage(
            "nobody can be asked, as there is no terminal, and nothing is kept unless you agree; nothing was done",
        )
        .hint("--yes keeps what comes; --on-conflict says what happens to a value that you hold"));
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
    let tell = |step| match step {
        CheckStep::Waiting => app.out.detail("waiting for the browser to come back"),
        CheckStep::Fetching => app.out.detail("the browser is back; asking the provider"),
        CheckStep::Fetched => app.out.detail("the provider has answered"),
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
        return Err(Failure::new(Fault::Protocol, "nothing that came can be kept; nothing was changed"));
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
                app.out.present(|page| page.line("The provider's page opens in your browser"));
                Ok(())
            }
            Err(error) => Err(Failure::io(Fault::Other, "no browser could be started", &error)
                .hint("--print-url prints the address instead")),
        };
    }
    app.out.present(|page| page.line(&format!("Open this page in your browser, on this computer:\n{address}")));
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
        let question =
            "The provider does not say what was checked: a (p)assport, a national (i)d, a (d)riving licence? [skip]";
        let document = match prompt::line_async(question).await?.unwrap_or_default().as_str() {
            "p" => Some(CheckDocumentKind::Passport),
            "i" => Some(CheckDocumentKind::NationalId),
            "d" => Some(CheckDocumentKind::DriversLicense),
            "" | "skip" => None,
            other => {
                app.out.warn(&format!("'{other}' is none of them"));
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
    let question = format!("Keep {kept} value{} as verified?", if kept == 1 { "" } else { "s" });
    if kept == 0 || !prompt::yes_async(&question).await? {
        return Err(Failure::new(Fault::Declined, "you declined; nothing was kept"));
    }
    Ok(CheckSelection(choices))
}

async fn ask_conflict(app: &App, item: &CheckItem) -> Result<CheckChoice, Failure> {
    let held = item.held.as_ref().map_or("", |held| &held.summary);
    let question = format!(
        "{} is {} in your wallet, and {} came: (r)eplace yours, keep (b)oth, or (l)eave it? [l]",
        item.title, held, item.summary
    );
    loop {
        let answer = prompt::line_async(&question).await?;
        let answer = answer.ok_or_else(|| Failure::new(Fault::Declined, "you declined; nothing was kept"))?;
        match answer.as_str() {
            "r" | "replace" => return Ok(CheckChoice::Take),
            "b" | "both" => return Ok(CheckChoice::Beside),
            "" | "l" | "leave" => return Ok(CheckChoice::Leave),
            other => app.out.warn(&format!("'{other}' is none of them")),
        }
    }
}

fn present(page: &mut Page, preview: &CheckPreview) {
    let test = if preview.test { " (test provider)" } else { "" };
    page.heading(&format!("What {}{test} read on {}", preview.provider, moment(&preview.at)));
    let rows: Vec<Vec<String>> = preview.items.iter().map(row).collect();
    page.table(&["NAME", "WHAT CAME", "IN YOUR WALLET", ""], &rows);
    for item in &preview.items {
        let notes = item.notes.iter().map(checks::note);
        let lacks = (!item.lacks.is_empty()).then(|| checks::lacks(&item.lacks));
        for note in notes.chain(lacks) {
            page.inked(Ink::Yellow, &format!("{}: {note}", item.title));
        }
    }
    if !preview.sealed {
        page.inked(Ink::Yellow, "This wallet has no recovery phrase, so nothing can be marked as verified");
    }
    present_left_out(page, &preview.left_out);
    page.gap();
}

fn row(item: &CheckItem) -> Vec<String> {
    let held = item.held.as_ref().map_or_else(String::new, |held| held.summary.clone());
    let standing = match item.standing {
        CheckStanding::New => "new",
        CheckStanding::Same => "the same",
        CheckStanding::Differs => "differs",
    };
    vec![item.name.clone(), item.summary.clone(), held, standing.to_owned()]
}

fn present_left_out(page: &mut Page, left_out: &[idw_wallet::view::CheckLeftOut]) {
    if left_out.is_empty() {
        return;
    }
    page.gap();
    page.subheading("Not kept");
    for one in left_out {
        let text = one.text.as_ref().map_or_else(String::new, |text| format!(" \"{text}\""));
        page.line(&format!("{}{text}: {}", one.what, checks::because(&one.why)));
    }
}

fn present_kept(page: &mut Page, kept: &CheckKept) {
    let rows: Vec<Vec<String>> = kept
        .items
        .iter()
        .map(|item| {
            let attribute = item.attribute.as_ref();
            let summary = attribute.map_or_else(String::new, |attribute| attribute.summary.clone());
            let from = attribute.map_or_else(String::new, |attribute| attribute.provenance.clone());
            vec![item.name.clone(), summary, checks::outcome(item.outcome), from]
        })
        .collect();
    page.table(&["NAME", "VALUE", "OUTCOME", "FROM"], &rows);
    let taken = kept.items.iter().filter(|item| item.outcome != CheckOutcome::Left);
    for attribute in taken.filter_map(|item| item.attribute.as_ref()).filter(|one| !one.lacks.is_empty()) {
        page.inked(Ink::Yellow, &format!("{}: {}", attribute.title, checks::lacks(&attribute.lacks)));
        let hint = format!("`idw attribute set {} --file selfie.image=FILE` completes it", attribute.name);
        if attribute.value.get("selfie").is_none() {
            page.line(&hint);
        }
    }
    present_left_out(page, &kept.left_out);
}
