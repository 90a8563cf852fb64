//! What signing up, logging in and applying have in common: propose, get consent, disclose.

use idw_wallet::{
    Intent, Proposal, ProposeError, Wallet,
    view::{Outcome, Purpose, SentView},
};
use idw_words::Words;

use crate::{
    app::App,
    args::Assignment,
    called,
    consent::{self, ConsentArgs},
    fault::Failure,
    output::Output,
    page::{Ink, Page},
    progress::Reporter,
};

/// Puts together what the site would get.
pub(super) async fn propose(app: &App, wallet: &Wallet, intent: Intent) -> Result<Proposal, ProposeError> {
    let _progress = Reporter::start(&app.out, &format!("Looking at what {} asks for", intent.site));
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
    let doing = doing(proposal.view().purpose, &proposal.view().site);
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
        out.warn(warning);
    }
}

fn doing(purpose: Purpose, site: &str) -> String {
    match purpose {
        Purpose::LogIn => format!("Logging in to {site}"),
        Purpose::SignUp => format!("Signing up at {site}"),
        Purpose::Apply => format!("Applying at {site}"),
        Purpose::Sign => format!("Signing a text of {site}"),
        Purpose::Identify => format!("Telling {site} who you are"),
    }
}

/// How it ended, for people.
pub(super) fn show(page: &mut Page, words: &Words, outcome: &Outcome) {
    let done = match outcome.purpose {
        Purpose::LogIn => "Logged in to",
        Purpose::SignUp => "Signed up at",
        Purpose::Apply => "Applied at",
        Purpose::Sign => "Signed a text of",
        Purpose::Identify => "Identified yourself to",
    };
    page.inked(Ink::Green, &format!("{done} {}", outcome.site));
    let mut rows = Vec::new();
    // Whoever asks by email sees no account.
    if !outcome.did.is_empty() {
        rows.push(("As", format!("{}  {}", outcome.account, outcome.did)));
    }
    if !outcome.sent.is_empty() {
        rows.push(("Sent", sent(words, &outcome.sent)));
    }
    rows.extend(outcome.application_id.clone().map(|id| ("Application", id)));
    rows.extend(outcome.application_url.clone().map(|url| ("See", url)));
    rows.extend(outcome.message.clone().map(|message| ("Site says", message)));
    rows.extend(outcome.redirect_url.clone().map(|url| ("Continue at", url)));
    page.block(&rows);
}

/// `First name, Passport (front.jpg, back.jpg)`.
pub(super) fn sent(words: &Words, sent: &[SentView]) -> String {
    let one = |item: &SentView| {
        let title = called::in_words(words, &item.called);
        if item.files.is_empty() { title } else { format!("{title} ({})", item.files.join(", ")) }
    };
    sent.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use idw_wallet::view::{CalledView, SentView};
    use idw_words::{Language, Words};

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
            sent(&Words::new(Language::English), &[item("Email", &[]), item("Passport", &["a.jpg", "b.jpg"])]),
            "Email, Passport (a.jpg, b.jpg)"
        );
    }
}
