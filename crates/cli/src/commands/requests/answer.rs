//! Looking at one request, and answering it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use idw_holder::{
    Client,
    message::{Answer, Ask, ChoiceMessage, FileMessage, Shown},
};
use idw_wallet::{
    Declining, InboxError, Proposal, Selection, Wallet,
    view::{Outcome, RequestView},
};
use idw_words::message;
use serde::Serialize;

use super::{ApproveArgs, DeclineArgs, ShowArgs, Way, one};
use crate::{
    app::App,
    commands::disclosure,
    consent::{self, ConsentArgs},
    fault::{Failure, Fault},
    held,
    network::{self, Network},
    page::Ink,
    progress::Reporter,
    prompt, spoken,
    words::{self, say, to_json},
};

/// What came of an approval.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Approved<'a> {
    id: &'a str,
    /// Whether the answer has arrived.
    delivered: bool,
    outcome: Option<&'a Outcome>,
}

pub(super) fn show(app: &App, args: &ShowArgs) -> Result<(), Failure> {
    let network = Network::new(app, &args.network)?;
    let id = &args.id;
    let wants_files = args.files.is_some();
    let (seen, files) = match Way::find(app)? {
        Way::Vault(wallet) => network.run(wallet, async |wallet| {
            let Opened { wallet, proposal, shown } = opened(app, &wallet, id).await?;
            let selection = Selection::default_for(proposal.view());
            let files = if wants_files { proposal.made_files(&wallet, &selection)? } else { Vec::new() };
            Ok((shown, files.into_iter().map(|file| (file.name.to_owned(), file.bytes)).collect()))
        })?,
        Way::Holder(in_use) => {
            network.must_not_trace()?;
            network::block_on(async {
                let mut client = held::connect(app, in_use).await?;
                let shown = shown_by(client.ask(&ask_to_show(app, id)).await.map_err(held::of_client)?)?;
                let files = if wants_files { files_by(app, &mut client, id).await? } else { Vec::new() };
                Ok((shown, files))
            })?
        }
    };
    if let Some(folder) = &args.files {
        write_files(folder, &files)?;
    }
    let mut drawn = Ok(());
    let mut as_json = to_json(&seen);
    as_json["consent"] = spoken::consent(&seen.consent);
    app.out.show(&as_json, |page| {
        if came_by_link(&seen) {
            page.line(&say(message::RequestByLink));
        }
        drawn = consent::show_proposed(page, &seen.consent);
        match &seen.digest {
            Some(digest) => page.block(&[(say(message::CliRequestsDigest), digest.clone())]),
            None => page.line(&say(message::CliRequestsIncomplete)),
        }
    })?;
    drawn
}

pub(super) fn approve(app: &App, args: &ApproveArgs) -> Result<(), Failure> {
    consent::require_way_to_consent(&args.consent)?;
    let network = Network::new(app, &args.network)?;
    match Way::find(app)? {
        Way::Vault(wallet) => network.run(wallet, async |wallet| approve_later(app, &wallet, args).await),
        Way::Holder(in_use) => {
            network.must_not_trace()?;
            network::block_on(approve_by_holder(app, args, in_use))
        }
    }
}

pub(super) fn decline(app: &App, args: &DeclineArgs) -> Result<(), Failure> {
    let DeclineArgs { id, block } = args;
    let request = match Way::find(app)? {
        Way::Vault(wallet) => wallet.decline_request(id, if *block { Declining::AndBlock } else { Declining::Once })?,
        Way::Holder(in_use) => network::block_on(async {
            let mut client = held::connect(app, in_use).await?;
            match client.ask(&Ask::Decline { id: id.clone(), block: *block }).await.map_err(held::of_client)? {
                Answer::Declined { request } => Ok(request),
                _ => Err(held::of_client(idw_holder::ClientError::Answer)),
            }
        })?,
    };
    app.out.confirm(&request, None, |page| page.line(&say(message::CliRequestsDeclined { title: &request.title })))
}

/// Stores the answer: nobody is there to send it.
async fn approve_later(app: &App, wallet: &Wallet, args: &ApproveArgs) -> Result<(), Failure> {
    let Opened { wallet: profile, proposal, shown } = opened(app, wallet, &args.id).await?;
    let (selection, number) = agreed(app, &shown, args).await?;
    profile.match_number(&args.id, number)?;
    let digest = profile.digest_of(&proposal, &selection)?;
    // What is stored is what is proposed by itself; other choices need somebody who sends them at once.
    if shown.digest.as_ref() != Some(&digest) {
        return Err(Failure::usage(say(message::CliRequestsOtherValues)));
    }
    profile.approve_later(&args.id, &digest, number)?;
    let stored = Approved { id: &args.id, delivered: false, outcome: None };
    app.out.confirm(&stored, None, |page| {
        page.line(&say(message::CliRequestsStored));
    })
}

async fn approve_by_holder(app: &App, args: &ApproveArgs, in_use: Failure) -> Result<(), Failure> {
    let mut client = held::connect(app, in_use).await?;
    let shown = shown_by(client.ask(&ask_to_show(app, &args.id)).await.map_err(held::of_client)?)?;
    let (selection, number) = agreed(app, &shown, args).await?;
    let progress = Reporter::start(&app.out, &words::shown(&shown.request.title));
    let ask = Ask::Approve {
        id: args.id.clone(),
        profile: app.options.profile.clone(),
        digest: shown.digest.clone().unwrap_or_default(),
        choices: Some(choices(selection)),
        number,
    };
    let answer = client.ask(&ask).await.map_err(held::of_client)?;
    drop(progress);
    let Answer::Delivered { outcome } = answer else {
        return Err(held::of_client(idw_holder::ClientError::Answer));
    };
    disclosure::warn(&app.out, &outcome);
    let done = Approved { id: &args.id, delivered: true, outcome: Some(&outcome) };
    app.out.confirm(&done, outcome.redirect_url.as_deref(), |page| disclosure::show(page, &outcome))
}

/// The user's yes to what was shown, and the number that they found on the page of whoever asks.
async fn agreed(app: &App, shown: &Shown, args: &ApproveArgs) -> Result<(Selection, Option<u8>), Failure> {
    if let Some(expected) = &args.expect
        && shown.digest.as_ref() != Some(expected)
    {
        let failure = Failure::new(Fault::Declined, say(message::CliRequestsOtherDigest));
        return Err(failure.hint(say(message::CliRequestsOtherDigestHint)));
    }
    let ConsentArgs { yes, accept_changes } = args.consent;
    if yes && args.expect.is_none() && shown.sends_anything_new && !accept_changes {
        let party = &shown.consent.site;
        let failure = Failure::new(Fault::Declined, say(message::CliRequestsNewValues { party }));
        return Err(failure.hint(say(message::CliRequestsNewValuesHint)));
    }
    if !yes && came_by_link(shown) {
        app.out.present(|page| page.inked(Ink::Yellow, &say(message::RequestByLink)));
    }
    let numbers = shown.consent.asked.as_ref().and_then(|asked| asked.numbers);
    if yes && numbers.is_some() && args.number.is_none() {
        return Err(InboxError::NumberNeeded.into());
    }
    let selection = consent::obtain(app, &shown.consent, &args.consent, &[]).await?;
    let number = match (args.number, numbers) {
        (None, Some(numbers)) => Some(ask_number(&shown.consent.site, numbers).await?),
        (given, _) => given,
    };
    Ok((selection, number))
}

/// Asks which of three numbers the page of whoever asks shows.
async fn ask_number(party: &str, numbers: [u8; 3]) -> Result<u8, Failure> {
    let [first, second, third] = numbers;
    let question = say(message::CliRequestsNumber { party, first, second, third });
    let answer = prompt::line_async(&question).await?.unwrap_or_default();
    answer.trim().parse().map_err(|_| InboxError::NumberNeeded.into())
}

async fn files_by(app: &App, client: &mut Client, id: &str) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let ask = Ask::Files { id: id.to_owned(), profile: app.options.profile.clone() };
    let Answer::Files { files } = client.ask(&ask).await.map_err(held::of_client)? else {
        return Err(held::of_client(idw_holder::ClientError::Answer));
    };
    let read = |file: FileMessage| {
        let bytes = STANDARD.decode(file.data).map_err(|_| held::of_client(idw_holder::ClientError::Answer))?;
        Ok((file.name, bytes))
    };
    files.into_iter().map(read).collect()
}

/// The names are the wallet's own.
fn write_files(folder: &std::path::Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    for (name, bytes) in files {
        let file = folder.join(name);
        std::fs::write(&file, bytes).map_err(|error| {
            Failure::io(Fault::Other, say(message::CliRequestsFileUnwritten { path: &file }), &error)
        })?;
    }
    Ok(())
}

/// Links tell nothing of whoever opened them. Parties that ask by themselves are known by their keys.
fn came_by_link(shown: &Shown) -> bool {
    shown.consent.asked.is_none()
}

/// A request that is open in this process.
struct Opened {
    /// As the profile that answers sees it.
    wallet: Wallet,
    proposal: Proposal,
    shown: Shown,
}

/// Opens a request in this process: in the profile that was named, else in one that can answer.
async fn opened(app: &App, wallet: &Wallet, id: &str) -> Result<Opened, Failure> {
    let request: RequestView = one(wallet.requests()?, id)?;
    let wallet = match &app.options.profile {
        Some(name) => wallet.in_profile(name)?,
        None => wallet.for_request(id)?,
    };
    let progress = Reporter::start(&app.out, &words::shown(&request.title));
    let proposal = wallet.open_request(id).await?;
    drop(progress);
    let selection = Selection::default_for(proposal.view());
    let digest = wallet.digest_of(&proposal, &selection).ok();
    let sends_anything_new = digest.is_some() && wallet.sends_anything_new(&proposal, &selection)?;
    let shown = Shown { request, consent: proposal.view().clone(), digest, sends_anything_new };
    Ok(Opened { wallet, proposal, shown })
}

fn ask_to_show(app: &App, id: &str) -> Ask {
    Ask::Show { id: id.to_owned(), profile: app.options.profile.clone() }
}

fn shown_by(answer: Answer) -> Result<Shown, Failure> {
    match answer {
        Answer::Shown(shown) => Ok(*shown),
        _ => Err(held::of_client(idw_holder::ClientError::Answer)),
    }
}

fn choices(selection: Selection) -> std::collections::BTreeMap<String, ChoiceMessage> {
    let message = |(want, choice): (idw_wallet::WantId, idw_wallet::Choice)| {
        (want.to_string(), ChoiceMessage { included: choice.included, value: choice.value, again: choice.again })
    };
    selection.into_iter().map(message).collect()
}
