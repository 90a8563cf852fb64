//! `idw application`: KYC applications, from the first step to the site's decision.

use std::time::Duration;

use clap::{Args, Subcommand};
use idw_wallet::{
    ApplicationError, DiscloseError, Problem, ResumeChoice, Wallet,
    view::{ApplicationStep, ApplicationView, Outcome, WantedView},
};
use idw_words::Words;
use serde_json::json;

use super::{
    disclosure,
    site::{self, IfSeveral},
};
use crate::{
    app::App,
    args::Assignment,
    called, changes,
    consent::{self, ConsentArgs},
    fault::{Failure, Fault},
    hints::quoted,
    network::{Network, NetworkArgs},
    page::{Ink, Page, moment},
    progress::Reporter,
    prompt,
};

/// How often a site is asked while it is watched: soon at first, then less and less.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

#[derive(Debug, Subcommand)]
pub(crate) enum ApplicationCommand {
    /// List the applications, without asking the sites
    List,
    /// Show one, and ask the site how far it is
    Show(ShowArgs),
    /// Go on with one that was interrupted, or find out whether it arrived
    Resume(ResumeArgs),
    /// Send what the site wants in addition
    Update(UpdateArgs),
    /// Give one up
    Cancel(CancelArgs),
}

/// Which application.
#[derive(Args, Debug)]
pub(crate) struct Which {
    /// The site's name or URL, as `idw site list` has it
    site: String,
    /// The id of the application, the wallet's or the site's [default: the newest one there]
    id: Option<String>,
}

/// What is agreed to in advance.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct AgreeArgs {
    /// Go on also where the site sends the application elsewhere than you agreed to, or you would act as another account
    #[arg(long)]
    accept_changes: bool,
}

#[derive(Args, Debug)]
pub(crate) struct CancelArgs {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    agree: AgreeArgs,
    #[command(flatten)]
    network: NetworkArgs,
}

#[derive(Args, Debug)]
pub(crate) struct ShowArgs {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    agree: AgreeArgs,
    /// Keep asking until the site has decided or wants something
    #[arg(long)]
    watch: bool,
    #[command(flatten)]
    network: NetworkArgs,
}

#[derive(Args, Debug)]
pub(crate) struct ResumeArgs {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    agree: AgreeArgs,
    /// If the site cannot tell whether it arrived: send it again, perhaps a second time
    #[arg(long, conflicts_with = "assume_sent")]
    send_again: bool,
    /// If the site cannot tell whether it arrived: take it as arrived
    #[arg(long)]
    assume_sent: bool,
    #[command(flatten)]
    network: NetworkArgs,
}

#[derive(Args, Debug)]
pub(crate) struct UpdateArgs {
    #[command(flatten)]
    which: Which,
    /// Of several values of an attribute send this one, by its label, its id or the beginning of that
    #[arg(long = "use", value_name = "ATTRIBUTE=VALUE")]
    uses: Vec<Assignment>,
    #[command(flatten)]
    consent: ConsentArgs,
    #[command(flatten)]
    network: NetworkArgs,
}

pub(crate) fn run(app: &App, command: ApplicationCommand) -> Result<(), Failure> {
    match command {
        ApplicationCommand::List => {
            let applications = app.unlock()?.applications()?;
            app.out.show(&applications, |page| list(page, &applications))
        }
        ApplicationCommand::Show(args) => {
            let network = Network::new(app, &args.network)?;
            let wallet = app.unlock()?;
            let application = pick(app, &wallet, &args.which, |_| true)?;
            if application.step == ApplicationStep::Submitted && application.application_id.is_some() {
                agree(app, &wallet, &application, args.agree)?;
            }
            let shown = network.run(wallet, async |wallet| look(app, &wallet, application, args.watch).await)?;
            app.out.show(&shown, |page| show(page, &app.words, &shown))
        }
        ApplicationCommand::Resume(args) => resume(app, &args),
        ApplicationCommand::Update(args) => update(app, &args),
        ApplicationCommand::Cancel(args) => {
            let network = Network::new(app, &args.network)?;
            let wallet = app.unlock()?;
            let application = pick(app, &wallet, &args.which, |application| !application.ended)?;
            if application.step == ApplicationStep::Submitted {
                agree(app, &wallet, &application, args.agree)?;
            }
            let cancelled = network.run(wallet, async |wallet| {
                let _progress = Reporter::start(&app.out, &format!("Cancelling at {}", application.site));
                Ok(wallet.cancel_application(&application.id).await?)
            })?;
            app.out.confirm(&cancelled, None, |page| {
                page.line(&format!("Cancelled the application to {}", cancelled.site));
            })
        }
    }
}

fn resume(app: &App, args: &ResumeArgs) -> Result<(), Failure> {
    let choice = match (args.send_again, args.assume_sent) {
        (true, _) => Some(ResumeChoice::SendAgain),
        (_, true) => Some(ResumeChoice::AssumeSent),
        _ => None,
    };
    let network = Network::new(app, &args.network)?;
    let wallet = app.unlock()?;
    let open =
        |application: &ApplicationView| matches!(application.step, ApplicationStep::Draft | ApplicationStep::Unknown);
    let application = pick(app, &wallet, &args.which, open)?;
    let was_submitted = application.step == ApplicationStep::Submitted;
    if matches!(application.step, ApplicationStep::Draft | ApplicationStep::Unknown) {
        agree(app, &wallet, &application, args.agree)?;
    }
    let outcome = network
        .run(wallet, async |wallet| match go_on(app, &wallet, &application, choice).await {
            Err(ApplicationError::Disclose(undecided @ DiscloseError::Undecided { .. }))
                if choice.is_none() && prompt::possible() =>
            {
                app.out.warn(&undecided.to_string());
                let choice = ask().await?;
                Ok(go_on(app, &wallet, &application, Some(choice)).await?)
            }
            outcome => Ok(outcome?),
        })
        .map_err(how_to_go_on)?;
    disclosure::warn(&app.out, &outcome);
    app.out.confirm(&outcome, outcome.application_id.as_deref(), |page| {
        if was_submitted {
            page.line(&format!(
                "{} has the application already ({}); nothing was sent.",
                outcome.site, application.text
            ));
        } else {
            disclosure::show(page, &app.words, &outcome);
        }
    })
}

async fn go_on(
    app: &App,
    wallet: &Wallet,
    application: &ApplicationView,
    choice: Option<ResumeChoice>,
) -> Result<Outcome, ApplicationError> {
    let progress = Reporter::start(&app.out, &format!("Going on with the application to {}", application.site));
    wallet.resume_application(&application.id, choice, &|step| progress.on(step)).await
}

async fn ask() -> Result<ResumeChoice, Failure> {
    loop {
        let answer = prompt::line_async("Send it again, or take it as arrived? [send/arrived]").await?;
        match answer.as_deref().map(str::trim) {
            Some("send") => return Ok(ResumeChoice::SendAgain),
            Some("arrived") => return Ok(ResumeChoice::AssumeSent),
            None | Some("") => return Err(Failure::new(Fault::Declined, "you declined; nothing was sent")),
            Some(_) => {}
        }
    }
}

fn update(app: &App, args: &UpdateArgs) -> Result<(), Failure> {
    consent::require_way_to_consent(&args.consent)?;
    let network = Network::new(app, &args.network)?;
    let wallet = app.unlock()?;
    let application = pick(app, &wallet, &args.which, |application| !application.ended)?;
    if application.step == ApplicationStep::Submitted {
        agree(app, &wallet, &application, AgreeArgs { accept_changes: args.consent.accept_changes })?;
    }
    let outcome = network.run(wallet, async |wallet| {
        let proposal = {
            let _progress = Reporter::start(&app.out, &format!("Asking {} what it wants", application.site));
            wallet.propose_update(&application.id).await?
        };
        disclosure::disclose(app, &wallet, proposal, &args.consent, &args.uses).await
    })?;
    app.out.confirm(&outcome, outcome.application_id.as_deref(), |page| disclosure::show(page, &app.words, &outcome))
}

/// After an interruption: what is on disk is enough to go on.
pub(super) fn how_to_go_on(failure: Failure) -> Failure {
    if failure.fault == Fault::Interrupted {
        return failure.hint("`idw application resume SITE` goes on with the application; nothing is sent twice");
    }
    failure
}

/// The application that is meant: by its id, else the newest one at the site that fits, else the newest.
fn pick(
    app: &App,
    wallet: &Wallet,
    which: &Which,
    fits: impl Fn(&ApplicationView) -> bool,
) -> Result<ApplicationView, Failure> {
    let site = site::chosen(app, wallet, &which.site, IfSeveral::Ask)?.name;
    if let Some(id) = &which.id {
        let application = wallet.application(id)?;
        if application.site == site {
            return Ok(application);
        }
        let message = format!("the application '{id}' is one to {}, not to {site}", application.site);
        return Err(Failure::new(Fault::NotFound, message));
    }
    let mut at_site: Vec<_> = wallet.applications()?.into_iter().filter(|one| one.site == site).collect();
    let newest = at_site.iter().rposition(fits).or_else(|| at_site.len().checked_sub(1));
    newest.map(|at| at_site.swap_remove(at)).ok_or_else(|| {
        Failure::new(Fault::NotFound, format!("this wallet holds no application to {site}; `idw apply` makes one"))
    })
}

/// Gets the user's word where an application's site or account is not what they agreed to: before anyone is contacted.
fn agree(app: &App, wallet: &Wallet, application: &ApplicationView, given: AgreeArgs) -> Result<(), Failure> {
    let seen = wallet.application_changes(&application.id)?;
    if seen.is_empty() {
        return Ok(());
    }
    let changes: Vec<String> = seen.iter().map(|change| changes::of_application(&app.words, change)).collect();
    if given.accept_changes {
        for change in &changes {
            app.out.warn(&format!("{}: {change}", application.site));
        }
    } else if prompt::possible() {
        app.out.present(|page| {
            page.heading(&format!("The application to {} is not as you agreed to it", application.site));
            for change in &changes {
                page.inked(Ink::Yellow, &format!("    {change}"));
            }
            page.gap();
        });
        if !prompt::yes("Continue anyway?")? {
            return Err(Failure::new(Fault::Declined, "you declined; nothing was sent"));
        }
    } else {
        let message = format!(
            "the application to {} would go elsewhere, or use another account, than you agreed to; nothing was sent, \
             --accept-changes agrees to this",
            application.site
        );
        let failure = Failure::new(Fault::Declined, message).detail("changes", json!(changes));
        return Err(changes.iter().fold(failure, |failure, change| failure.hint(change.as_str())));
    }
    Ok(wallet.agree_to_application(&application.id, &seen)?)
}

/// What the site says, as far as it can be asked.
async fn look(
    app: &App,
    wallet: &Wallet,
    mut application: ApplicationView,
    watch: bool,
) -> Result<ApplicationView, Failure> {
    let mut pause = FIRST_PAUSE;
    loop {
        if application.step != ApplicationStep::Submitted {
            return Ok(application);
        }
        let before = application.text.clone();
        match wallet.refresh_application(&application.id).await {
            Ok(now) => application = now,
            Err(error @ ApplicationError::NoRemoteId { .. }) => {
                app.out.warn(&error.to_string());
                return Ok(application);
            }
            Err(error) if watch && error.problem() == Problem::Unreachable => app.out.warn(&error.to_string()),
            Err(error) => return Err(error.into()),
        }
        if !watch || application.ended || !application.wanted.is_empty() {
            return Ok(application);
        }
        if application.text != before {
            pause = FIRST_PAUSE;
            app.out.present(|page| page.line(&format!("{}: {}", application.site, application.text)));
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 3 / 2).min(LONGEST_PAUSE);
    }
}

fn list(page: &mut Page, applications: &[ApplicationView]) {
    if applications.is_empty() {
        page.line("No applications yet. `idw apply SITE` makes one.");
        return;
    }
    let rows: Vec<Vec<String>> = applications
        .iter()
        .map(|application| {
            let template = application.template_name.clone().unwrap_or_else(|| application.template.clone());
            let id = application.id.chars().take(8).collect();
            vec![id, application.site.clone(), template, application.text.clone(), moment(&application.created)]
        })
        .collect();
    page.table(&["ID", "SITE", "FOR", "STATE", "MADE (UTC)"], &rows);
}

fn show(page: &mut Page, words: &Words, application: &ApplicationView) {
    let template = application.template_name.as_deref().unwrap_or(&application.template);
    page.heading(&format!("{template} at {}", application.site));
    let mut rows =
        vec![("State", application.text.clone()), ("As", format!("{}  {}", application.account, application.did))];
    rows.push(("ID", application.id.clone()));
    rows.extend(application.application_id.clone().map(|id| ("Site's ID", id)));
    rows.extend(application.application_url.clone().map(|url| ("See", url)));
    rows.extend(application.message.clone().map(|message| ("Site says", message)));
    rows.push(("Sent", disclosure::sent(words, &application.sent)));
    rows.push(("Made", format!("{} UTC", moment(&application.created))));
    rows.extend(application.submitted.as_deref().map(|at| ("Submitted", format!("{} UTC", moment(at)))));
    rows.extend(application.checked.as_deref().map(|at| ("Asked", format!("{} UTC", moment(at)))));
    page.block(&rows);
    if !application.wanted.is_empty() {
        page.gap();
        page.subheading("The site wants");
        let rows: Vec<(String, String)> = application.wanted.iter().map(|one| wanted(words, one)).collect();
        page.inner_block(&rows.iter().map(|(title, why)| (title.as_str(), why.clone())).collect::<Vec<_>>());
    }
    match application.step {
        ApplicationStep::Draft | ApplicationStep::Unknown => {
            page.line(&format!("`idw application resume {}` goes on with it", quoted(&application.site)));
        }
        _ if !application.wanted.is_empty() => {
            page.line(&format!("`idw application update {}` sends it", quoted(&application.site)));
        }
        _ => {}
    }
}

fn wanted(words: &Words, wanted: &WantedView) -> (String, String) {
    let why = wanted.reason.as_deref().unwrap_or(if wanted.invalid { "not accepted" } else { "not sent yet" });
    (called::in_words(words, &wanted.called), why.to_owned())
}
