//! `idw attribute mrz`: entering what the machine-readable zone of a passport or an identity card says.

use std::io::{self, Read as _};

use clap::Args;
use idw_wallet::{
    text,
    view::{MrzAction, MrzProposal, MrzView},
};
use idw_words::{Argument, message};

use crate::{
    app::App,
    fault::Failure,
    page::{Ink, Page},
    password::Origin,
    words::say,
};

/// Longer than any zone, however it is spaced out.
const MOST_BYTES: u64 = 4096;

#[derive(Args, Debug)]
pub(crate) struct MrzArgs {
    /// The lines of the zone, an argument each; read from stdin where there are none
    lines: Vec<String>,
    /// Enter what is certain and not held yet, and renew the date of a document
    #[arg(long)]
    apply: bool,
    /// Enter this too, of what is left to you: its name, or NAME=DAY of two days
    #[arg(long, value_name = "NAME", requires = "apply")]
    also: Vec<String>,
}

pub(crate) fn run(app: &App, args: &MrzArgs) -> Result<(), Failure> {
    let text = if args.lines.is_empty() { from_stdin()? } else { args.lines.join("\n") };
    let wallet = app.unlock()?;
    let mut zone = wallet.read_mrz(&text)?;
    for key in &args.also {
        if !zone.take(key) {
            let message = say(message::CliAttributeMrzNoChoice { key });
            let left = zone.proposals.iter().filter(|one| one.action == MrzAction::Propose);
            return Err(
                left.fold(Failure::usage(message), |failure, one| failure.hint(format!("--also {}", one.key())))
            );
        }
    }
    if args.apply {
        wallet.apply_mrz(&zone)?;
    }
    app.out.confirm(&zone, None, |page| show(page, &zone, args.apply))
}

fn from_stdin() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes);
    read.map_err(|error| Origin::Stdin.unread(&error))?;
    let text = text::decode(&bytes).map_err(|error| Origin::Stdin.no_text(error))?;
    Ok(text.to_owned())
}

fn show(page: &mut Page, zone: &MrzView, applied: bool) {
    let number = &zone.number;
    page.heading(&if zone.passport {
        say(message::CliAttributeMrzPassport { number })
    } else {
        say(message::CliAttributeMrzCard { number })
    });
    let rows: Vec<Vec<String>> = zone.proposals.iter().map(|one| row(one, applied)).collect();
    let headings = [
        say(message::CliAttributeColumnName),
        say(message::CliAttributeColumnZone),
        say(message::CliAttributeColumnWallet),
        String::new(),
    ];
    page.table(&headings, &rows);
    let mut said = Vec::new();
    for proposal in &zone.proposals {
        let note = proposal.note.as_ref().map(|note| format!("{}: {note}", proposal.title));
        // The two days of one date have the same note.
        if let Some(note) = note.filter(|note| !said.contains(note)) {
            page.inked(Ink::Yellow, &note);
            said.push(note);
        }
    }
    for note in &zone.notes {
        page.inked(Ink::Yellow, note);
    }
    if !applied && zone.proposals.iter().any(|one| one.action.enters()) {
        page.line(&say(message::CliAttributeMrzPreview));
    }
    let left: Vec<String> =
        zone.proposals.iter().filter(|one| one.action == MrzAction::Propose).map(MrzProposal::key).collect();
    if !left.is_empty() {
        page.line(&say(message::CliAttributeMrzLeft { keys: Argument::list(&left) }));
    }
}

fn row(proposal: &MrzProposal, applied: bool) -> Vec<String> {
    let told = match (proposal.action, applied) {
        (MrzAction::Enter, true) => say(message::CliAttributeMrzSaved),
        (MrzAction::Enter, false) => say(message::CliAttributeMrzNew),
        (MrzAction::Update, true) => say(message::CliAttributeMrzUpdated),
        (MrzAction::Update, false) => say(message::CliAttributeMrzDiffers),
        (MrzAction::Propose, _) => say(message::CliAttributeMrzChoice),
        (MrzAction::Held, _) => say(message::CliAttributeMrzUnchanged),
        (MrzAction::NeedsMore, _) => say(message::CliAttributeMrzPictures),
    };
    vec![proposal.name.clone(), proposal.summary.clone(), proposal.held.clone().unwrap_or_default(), told]
}
