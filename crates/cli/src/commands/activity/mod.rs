//! `idw activity`: what was sent to whom, and whether the record of it is whole.

mod export;

use clap::{Args, Subcommand};
use idw_wallet::view::{ActivityCheck, ActivityView, RecordKind};
use idw_words::Words;
use serde_json::json;

use self::export::ExportArgs;
use super::{disclosure, vault::warn_of_unreadable};
use crate::{
    app::App,
    fault::{Failure, Fault},
    page::{Page, moment},
    words::tell,
};

#[derive(Debug, Subcommand)]
pub(crate) enum ActivityCommand {
    /// List what happened, the newest last
    List(ListArgs),
    /// Write the record out, as JSON or as a table for spreadsheets
    Export(ExportArgs),
    /// Check that no entry was changed, removed or reordered (exit code 4 if one was)
    Verify,
}

#[derive(Args, Debug)]
pub(crate) struct ListArgs {
    /// List what came with merged backups instead
    #[arg(long)]
    imported: bool,
}

pub(crate) fn run(app: &App, command: &ActivityCommand) -> Result<(), Failure> {
    match command {
        ActivityCommand::List(args) => {
            let wallet = app.unlock()?;
            let entries = if args.imported { wallet.imported_activity()? } else { wallet.activity()? };
            warn_of_unreadable(app, &wallet, &[RecordKind::Activity])?;
            app.out.show(&entries, |page| list(page, &app.words, &entries))
        }
        ActivityCommand::Export(args) => export::run(app, args),
        ActivityCommand::Verify => verify(app, &app.unlock()?.verify_activity()?),
    }
}

fn list(page: &mut Page, words: &Words, entries: &[ActivityView]) {
    if entries.is_empty() {
        page.line("Nothing has happened yet.");
        return;
    }
    let rows: Vec<Vec<String>> = entries
        .iter()
        .flat_map(|entry| {
            let failed = if entry.failed { "failed" } else { "" };
            let first = vec![entry.number.to_string(), moment(&entry.at), failed.to_owned(), tell(&entry.text)];
            let sent = entry.sent.iter().map(|sent| {
                let what = disclosure::sent(words, std::slice::from_ref(sent));
                vec![String::new(), String::new(), String::new(), format!("  {what}")]
            });
            std::iter::once(first).chain(sent).collect::<Vec<_>>()
        })
        .collect();
    page.table(&["#", "WHEN (UTC)", "", "WHAT"], &rows);
}

/// A record that is not whole makes the command fail, and its JSON document holds both the check and the error.
fn verify(app: &App, check: &ActivityCheck) -> Result<(), Failure> {
    if check.intact {
        return app.out.finding(check, |page| {
            page.line(&format!(
                "The activity log is whole: {} entries, each follows from the one before",
                check.entries
            ));
        });
    }
    let failure = Failure::new(Fault::Damaged, "the activity log was changed by something other than this program")
        .detail("entries", json!(check.entries))
        .detail("intact", json!(check.intact))
        .detail("faults", json!(check.faults));
    Err(check.faults.iter().fold(failure, |failure, fault| failure.hint(fault.as_str())))
}
