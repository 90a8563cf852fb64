//! `idw application`: KYC applications, from the first step to the site's decision.

use std::time::Duration;

use clap::{Args, Subcommand};
use idw_wallet::{
    ApplicationError, DiscloseError, Explain as _, Problem, ResumeChoice, Wallet,
    view::{ApplicationStep, ApplicationView, Outcome, WantedView},
};
use idw_words::message;
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
    page::{Ink, Page},
    progress::Reporter,
    prompt,
    words::{say, shown, tell, words},
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
            let seen = network.run(wallet, async |wallet| look(app, &wallet, application, args.watch).await)?;
            app.out.show(&seen, |page| show(page, &seen))
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
                let _progress = Reporter::start(&app.out, &say(message::CliDoingCancel { site: &application.site }));
                Ok(wallet.cancel_application(&application.id).await?)
            })?;
            app.out.confirm(&cancelled, None, |page| {
                page.line(&say(message::CliApplicationCancelled { site: &cancelled.site }));
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
                app.out.warn(&tell(&undecided.explain()));
                let choice = ask().await?;
                Ok(go_on(app, &wallet, &application, Some(choice)).await?)
            }
            outcome => Ok(outcome?),
        })
        .map_err(how_to_go_on)?;
    disclosure::warn(&app.out, &outcome);
    app.out.confirm(&outcome, outcome.application_id.as_deref(), |page| {
        if was_submitted {
            let (site, status) = (&outcome.site, &application.text);
            page.line(&say(message::CliApplicationArrived { site, status }));
        } else {
            disclosure::show(page, &outcome);
        }
    })
}

async fn go_on(
    app: &App,
    wallet: &Wallet,
    application: &ApplicationView,
    choice: Option<ResumeChoice>,
) -> Result<Outcome, ApplicationError> {
    let progress = Reporter::start(&app.out, &say(message::CliDoingResume { site: &application.site }));
    wallet.resume_application(&application.id, choice, &|step| progress.on(step)).await
}

async fn ask() -> Result<ResumeChoice, Failure> {
    loop {
        let answer = prompt::line_async(&say(message::CliApplicationArrivedOrNot)).await?;
        match answer.as_deref().map(str::trim) {
            Some("send") => return Ok(ResumeChoice::SendAgain),
            Some("arrived") => return Ok(ResumeChoice::AssumeSent),
            None | Some("") => return Err(Failure::new(Fault::Declined, say(message::CliDeclinedUnsent))),
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
            let _progress = Reporter::start(&app.out, &say(message::CliDoingAskWanted { site: &application.site }));
            wallet.propose_update(&application.id).await?
        };
        disclosure::disclose(app, &wallet, proposal, &args.consent, &args.uses).await
    })?;
    app.out.confirm(&outcome, outcome.application_id.as_deref(), |page| disclosure::show(page, &outcome))
}

/// After an interruption: what is on disk is enough to go on.
pub(super) fn how_to_go_on(failure: Failure) -> Failure {
    if failure.fault == Fault::Interrupted {
        return failure.hint(say(message::CliApplicationResumeHint));
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
        let message = message::CliApplicationOfOtherSite { id, owner: &application.site, site };
        return Err(Failure::new(Fault::NotFound, say(message)));
    }
    let mut at_site: Vec<_> = wallet.applications()?.into_iter().filter(|one| one.site == site).collect();
    let newest = at_site.iter().rposition(fits).or_else(|| at_site.len().checked_sub(1));
    newest
        .map(|at| at_site.swap_remove(at))
        .ok_or_else(|| Failure::new(Fault::NotFound, say(message::CliApplicationNoneThere { site })))
}

/// Gets the user's word where an application's site or account is not what they agreed to: before anyone is contacted.
fn agree(app: &App, wallet: &Wallet, application: &ApplicationView, given: AgreeArgs) -> Result<(), Failure> {
    let seen = wallet.application_changes(&application.id)?;
    if seen.is_empty() {
        return Ok(());
    }
    let site = &application.site;
    let changes: Vec<String> = seen.iter().map(changes::of_application).collect();
    if given.accept_changes {
        for change in &changes {
            app.out.warn(&say(message::CliAbout { subject: site, text: change }));
        }
    } else if prompt::possible() {
        app.out.present(|page| {
            page.heading(&say(message::CliApplicationChangedTitle { site }));
            for change in &changes {
                page.inked(Ink::Yellow, &format!("    {change}"));
            }
            page.gap();
        });
        if !prompt::yes(&say(message::CliContinueAnyway))? {
            return Err(Failure::new(Fault::Declined, say(message::CliDeclinedUnsent)));
        }
    } else {
        let failure = Failure::new(Fault::Declined, say(message::CliApplicationChanged { site }));
        let failure = failure.detail("changes", json!(changes));
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
                app.out.warn(&tell(&error.explain()));
                return Ok(application);
            }
            Err(error) if watch && error.problem() == Problem::Unreachable => {
                app.out.warn(&tell(&error.explain()));
            }
            Err(error) => return Err(error.into()),
        }
        if !watch || application.ended || !application.wanted.is_empty() {
            return Ok(application);
        }
        if application.text != before {
            pause = FIRST_PAUSE;
            let (site, status) = (&application.site, &application.text);
            app.out.present(|page| page.line(&say(message::CliApplicationWatched { site, status })));
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 3 / 2).min(LONGEST_PAUSE);
    }
}

fn list(page: &mut Page, applications: &[ApplicationView]) {
    if applications.is_empty() {
        page.line(&say(message::CliApplicationListNone));
        return;
    }
    let rows: Vec<Vec<String>> = applications
        .iter()
        .map(|application| {
            let template = application.template_name.clone().unwrap_or_else(|| application.template.clone());
            let id = application.id.chars().take(8).collect();
            let (status, started) = (shown(&application.text), words().moment(&application.created));
            vec![id, application.site.clone(), template, status, started]
        })
        .collect();
    let headings = [
        say(message::CliApplicationListId),
        say(message::CliApplicationListSite),
        say(message::CliApplicationListFor),
        say(message::CliApplicationListStatus),
        say(message::CliApplicationListStarted),
    ];
    page.table(&headings, &rows);
}

fn show(page: &mut Page, application: &ApplicationView) {
    let name = application.template_name.as_deref().unwrap_or(&application.template);
    page.heading(&say(message::ApplicationAt { name, site: &application.site }));
    let account = message::CliAccountLine { account: &application.account, did: &application.did };
    let mut rows = vec![
        (say(message::CliApplicationStatus), shown(&application.text)),
        (say(message::CliApplicationAs), say(account)),
        (say(message::CliApplicationId), application.id.clone()),
    ];
    rows.extend(application.application_id.clone().map(|id| (say(message::CliApplicationSiteId), id)));
    rows.extend(application.application_url.clone().map(|url| (say(message::CliApplicationSee), url)));
    rows.extend(application.message.clone().map(|said| (say(message::CliApplicationMessage), said)));
    rows.push((say(message::CliApplicationSent), disclosure::sent(&application.sent)));
    let moment = |at: &str| words().moment(at);
    rows.push((say(message::CliApplicationStarted), moment(&application.created)));
    rows.extend(application.submitted.as_deref().map(|at| (say(message::CliApplicationSubmitted), moment(at))));
    rows.extend(application.checked.as_deref().map(|at| (say(message::CliApplicationChecked), moment(at))));
    page.block(&rows);
    if !application.wanted.is_empty() {
        page.gap();
        page.subheading(&say(message::CliApplicationWanted));
        page.inner_block(&application.wanted.iter().map(wanted).collect::<Vec<_>>());
    }
    let site = quoted(&application.site);
    match application.step {
        ApplicationStep::Draft | ApplicationStep::Unknown => page.line(&say(message::CliHintResume { site })),
        _ if !application.wanted.is_empty() => page.line(&say(message::CliApplicationUpdate { site })),
        _ => {}
    }
}

fn wanted(wanted: &WantedView) -> (String, String) {
    let why = wanted.reason.clone().unwrap_or_else(|| {
        if wanted.invalid { say(message::CliApplicationNotAccepted) } else { say(message::CliApplicationNotSent) }
    });
    (called::in_words(&wanted.called), why)
}
