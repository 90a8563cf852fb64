//! `idw requests`: what others ask, and the user's answers.

mod answer;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use idw_holder::{
    Client,
    message::{Answer, Ask},
};
use idw_wallet::{
    Problem,
    view::{RequestStatus, RequestView},
};
use idw_words::{Message, message};

use crate::{
    app::App,
    consent::ConsentArgs,
    fault::{Failure, Fault},
    held,
    network::{self, NetworkArgs},
    page::{Ink, Page},
    words::{say, shown, words},
};

#[derive(Debug, Subcommand)]
pub(crate) enum RequestsCommand {
    /// List the requests that came from outside, the newest first
    List(ListArgs),
    /// Show one: who asks, and what would be sent
    Show(ShowArgs),
    /// Agree to one, and send what it asks for
    Approve(ApproveArgs),
    /// Say no to one
    Decline(DeclineArgs),
}

#[derive(Args, Debug)]
pub(crate) struct ListArgs {
    /// Print the list again whenever it changes; needs the window or `idw serve`
    #[arg(long)]
    watch: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ShowArgs {
    /// The request's id, as `idw requests list` has it
    id: String,
    /// Write the PDFs that would go along to this folder, to look at them
    #[arg(long, value_name = "FOLDER")]
    files: Option<PathBuf>,
    #[command(flatten)]
    network: NetworkArgs,
}

#[derive(Args, Debug)]
pub(crate) struct ApproveArgs {
    /// The request's id, as `idw requests list` has it
    id: String,
    /// With --yes: agree only if the digest that `idw requests show` printed is still the right one
    #[arg(long, value_name = "DIGEST", requires = "yes")]
    expect: Option<String>,
    /// The number that the page of whoever asks shows, where it shows one; a wrong one declines
    #[arg(long, value_name = "NN")]
    number: Option<u8>,
    #[command(flatten)]
    consent: ConsentArgs,
    #[command(flatten)]
    network: NetworkArgs,
}

#[derive(Args, Debug)]
pub(crate) struct DeclineArgs {
    /// The request's id, as `idw requests list` has it
    id: String,
    /// Show nothing more of whoever asks; they cannot tell
    #[arg(long)]
    block: bool,
}

pub(crate) fn run(app: &App, command: RequestsCommand) -> Result<(), Failure> {
    match command {
        RequestsCommand::List(args) if args.watch => watch(app),
        RequestsCommand::List(_) => list(app),
        RequestsCommand::Show(args) => answer::show(app, &args),
        RequestsCommand::Approve(args) => answer::approve(app, &args),
        RequestsCommand::Decline(args) => answer::decline(app, &args),
    }
}

/// Who answers: the process that holds the vault, or this one where nobody holds it.
enum Way {
    /// With what to say if it does not listen.
    Holder(Failure),
    Vault(idw_wallet::Wallet),
}

impl Way {
    fn find(app: &App) -> Result<Self, Failure> {
        match app.unlock() {
            Ok(wallet) => {
                // This process has just taken the vault: no answer can be on its way.
                wallet.settle_requests()?;
                Ok(Self::Vault(wallet))
            }
            Err(failure) if failure.fault == Fault::InUse => Ok(Self::Holder(failure)),
            Err(failure) => Err(failure),
        }
    }
}

fn list(app: &App) -> Result<(), Failure> {
    let requests = match Way::find(app)? {
        Way::Vault(wallet) => wallet.requests()?,
        Way::Holder(in_use) => network::block_on(async {
            let mut client = held::connect(app, in_use).await?;
            requests_of(client.ask(&Ask::List).await.map_err(held::of_client)?)
        })?,
    };
    show_list(app, &requests)
}

fn watch(app: &App) -> Result<(), Failure> {
    let nobody = Failure::usage(say(message::CliRequestsNobodyHolds)).hint(say(message::CliRequestsServeHint));
    network::block_on(async {
        let mut client = held::connect(app, nobody).await?;
        client.begin(&Ask::Watch).await.map_err(held::of_client)?;
        while let Some(answer) = next(&mut client).await? {
            let requests = requests_of(answer)?;
            app.out.line(&requests, |page| table(page, &requests))?;
        }
        Ok(())
    })
}

async fn next(client: &mut Client) -> Result<Option<Answer>, Failure> {
    client.next().await.map_err(held::of_client)
}

fn requests_of(answer: Answer) -> Result<Vec<RequestView>, Failure> {
    match answer {
        Answer::Requests { requests } => Ok(requests),
        _ => Err(held::of_client(idw_holder::ClientError::Answer)),
    }
}

fn show_list(app: &App, requests: &[RequestView]) -> Result<(), Failure> {
    app.out.show(&requests, |page| table(page, requests))
}

fn table(page: &mut Page, requests: &[RequestView]) {
    if requests.is_empty() {
        return page.line(&say(message::CliRequestsNone));
    }
    let row = |request: &RequestView| {
        vec![request.id.clone(), shown(&request.title), status(request), words().moment(&request.ends)]
    };
    let rows: Vec<Vec<String>> = requests.iter().map(row).collect();
    let headings = [
        say(message::CliRequestsId),
        say(message::CliRequestsTitle),
        say(message::CliRequestsStatus),
        say(message::CliRequestsEnds),
    ];
    page.table(&headings, &rows);
    for request in requests {
        if let Some(reason) = &request.reason {
            page.inked(Ink::Yellow, &say(message::CliAbout { subject: &request.title, text: reason }));
        }
    }
}

/// What has become of it, in words.
fn status(request: &RequestView) -> String {
    words().say(match request.status {
        RequestStatus::Waiting => &message::RequestStatusWaiting as &dyn Message,
        RequestStatus::Approved => &message::RequestStatusApproved,
        RequestStatus::Declined => &message::RequestStatusDeclined,
        RequestStatus::Withdrawn => &message::RequestStatusWithdrawn,
        RequestStatus::Answering => &message::RequestStatusAnswering,
        RequestStatus::Answered => &message::RequestStatusAnswered,
        RequestStatus::Failed => &message::RequestStatusFailed,
        RequestStatus::Unknown => &message::RequestStatusUnknown,
        RequestStatus::Ended => &message::RequestStatusEnded,
    })
}

/// One request of the list.
fn one(requests: Vec<RequestView>, id: &str) -> Result<RequestView, Failure> {
    let found = requests.into_iter().find(|request| request.id == id);
    found.ok_or_else(|| {
        Failure::new(Problem::NotFound.into(), say(message::CliRequestsNotFound { id }))
            .hint(say(message::CliHintRequestsList))
    })
}
