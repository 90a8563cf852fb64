//! `idw attribute mrz`: entering what the machine-readable zone of a passport or an identity card says.

use std::io::{self, Read as _};

use clap::Args;
use idw_wallet::{
    text,
    view::{MrzAction, MrzProposal, MrzView},
};

use crate::{
    app::App,
    fault::{Failure, Fault},
    page::{Ink, Page},
    password::no_text,
};

/// Longer than any zone, however it is spaced out.
const MOST_BYTES: u64 = 4096;

#[derive(Args, Debug)]
pub(crate) struct MrzArgs {
    /// The lines of the zone, an argument each; read from stdin where there are none
    lines: Vec<String>,
    /// Enter what you do not hold yet, and renew the date of the document that you hold
    #[arg(long)]
    apply: bool,
}

pub(crate) fn run(app: &App, args: &MrzArgs) -> Result<(), Failure> {
    let text = if args.lines.is_empty() { from_stdin()? } else { args.lines.join("\n") };
    let wallet = app.unlock()?;
    let zone = wallet.read_mrz(&text)?;
    if args.apply {
        wallet.apply_mrz(&zone)?;
    }
    app.out.confirm(&zone, None, |page| show(page, &zone, args.apply))
}

fn from_stdin() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes);
    read.map_err(|error| Failure::io(Fault::Usage, "the zone could not be read from stdin", &error))?;
    let text = text::decode(&bytes).map_err(|error| no_text("the zone on stdin", error))?;
    Ok(text.to_owned())
}

fn show(page: &mut Page, zone: &MrzView, applied: bool) {
    let kind = if zone.passport { "Passport" } else { "Identity card" };
    page.heading(&format!("{kind} {}", zone.number));
    let rows: Vec<Vec<String>> = zone.proposals.iter().map(|one| row(one, applied)).collect();
    page.table(&["NAME", "THE ZONE SAYS", "YOU HOLD", ""], &rows);
    for proposal in &zone.proposals {
        if let Some(note) = &proposal.note {
            page.inked(Ink::Yellow, &format!("{}: {note}", proposal.title));
        }
    }
    if !applied && zone.proposals.iter().any(|one| matches!(one.action, MrzAction::Enter | MrzAction::Update)) {
        page.line("Nothing was entered; --apply does.");
    }
}

fn row(proposal: &MrzProposal, applied: bool) -> Vec<String> {
    let told = match (proposal.action, applied) {
        (MrzAction::Enter, true) => "entered",
        (MrzAction::Enter, false) => "new",
        (MrzAction::Update, true) => "renewed",
        (MrzAction::Update, false) => "differs",
        (MrzAction::Held, _) => "left as it is",
        (MrzAction::NeedsMore, _) => "needs pictures too",
    };
    vec![proposal.name.clone(), proposal.summary.clone(), proposal.held.clone().unwrap_or_default(), told.to_owned()]
}
