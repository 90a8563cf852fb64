//! What signing up, logging in and applying have in common: propose, get consent, disclose.

use idw_wallet::{
    Intent, Proposal, ProposeError, Wallet,
    view::{Outcome, SentView},
};
use idw_words::message;

use crate::{
    app::App,
    args::Assignment,
    called,
    consent::{self, ConsentArgs},
    fault::Failure,
    output::Output,
    page::{Ink, Page},
    progress::Reporter,
    words::{say, shown},
};

/// Puts together what the site would get.
pub(super) async fn propose(app: &App, wallet: &Wallet, intent: Intent) -> Result<Proposal, ProposeError> {
    let _progress = Reporter::start(&app.out, &say(message::CliDoingLook { site: &intent.site }));
    wallet.propose(intent).await
}

/// Shows what would leave the wallet, gets the user's consent, and sends it.
pub(super) async fn disclose(
    app: &App,
    wallet: &Wallet,
    proposal: Proposal,
    consent: &ConsentArgs,
    uses: &[Assignment],
) -> Result<Outcome, Failure> {
    let selection = consent::obtain(app, proposal.view(), consent, uses).await?;
    let view = proposal.view();
    let doing = say(message::CliDoing { purpose: consent::key(view.purpose), site: &view.site });
    let approved = proposal.approve(&selection).map_err(|(_, error)| error)?;
    let progress = Reporter::start(&app.out, &doing);
    let outcome = wallet.disclose(approved, &|step| progress.on(step)).await?;
    drop(progress);
    warn(&app.out, &outcome);
    Ok(outcome)
}

/// What the user should know though it ended well.
pub(super) fn warn(out: &Output, outcome: &Outcome) {
    for warning in outcome.warning.iter().chain(&outcome.clock) {
        out.warn(&shown(warning));
    }
}

/// How it ended, for people.
pub(super) fn show(page: &mut Page, outcome: &Outcome) {
    page.inked(Ink::Green, &say(message::CliDone { purpose: consent::key(outcome.purpose), site: &outcome.site }));
    let mut rows = Vec::new();
    // Whoever asks by email sees no account.
    if !outcome.did.is_empty() {
        let line = say(message::CliAccountLine { account: &outcome.account, did: &outcome.did });
        rows.push((say(message::CliDoneAs), line));
    }
    if !outcome.sent.is_empty() {
        rows.push((say(message::CliDoneSent), sent(&outcome.sent)));
    }
    rows.extend(outcome.application_id.clone().map(|id| (say(message::CliDoneApplication), id)));
    rows.extend(outcome.application_url.clone().map(|url| (say(message::CliDoneSee), url)));
    rows.extend(outcome.message.clone().map(|said| (say(message::CliDoneMessage), said)));
    rows.extend(outcome.redirect_url.clone().map(|url| (say(message::CliDoneContinue), url)));
    page.block(&rows);
}

/// `First name, Passport (front.jpg, back.jpg)`.
pub(super) fn sent(sent: &[SentView]) -> String {
    let one = |item: &SentView| {
        let title = called::in_words(&item.called);
        if item.files.is_empty() {
            return title;
        }
        say(message::CliDoneWithFiles { title, files: item.files.join(", ") })
    };
    sent.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use idw_wallet::view::{CalledView, SentView};

    use super::sent;

    #[test]
    fn files_are_named_beside_what_they_belong_to() {
        let item = |title: &str, files: &[&str]| SentView {
            name: String::new(),
            called: CalledView { title: title.into(), ..CalledView::default() },
            required: None,
            digest: String::new(),
            files: files.iter().map(ToString::to_string).collect(),
        };
        assert_eq!(
            sent(&[item("Email", &[]), item("Passport", &["a.jpg", "b.jpg"])]),
            "Email, Passport (a.jpg, b.jpg)"
        );
    }
}
