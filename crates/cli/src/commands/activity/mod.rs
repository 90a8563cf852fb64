//! `idw activity`: what was sent to whom, and whether the record of it is whole.

mod export;

use clap::{Args, Subcommand};
use idw_wallet::view::{ActivityCheck, ActivityView, RecordKind};
use idw_words::{Argument, message};
use serde_json::json;

use self::export::ExportArgs;
use super::{disclosure, vault::warn_of_unreadable};
use crate::{
    app::App,
    fault::{Failure, Fault},
    page::Page,
    words::{say, tell, to_json, words},
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
            app.out.show(&entries, |page| list(page, &entries))
        }
        ActivityCommand::Export(args) => export::run(app, args),
        ActivityCommand::Verify => verify(app, &app.unlock()?.verify_activity()?),
    }
}

fn list(page: &mut Page, entries: &[ActivityView]) {
    if entries.is_empty() {
        page.line(&say(message::CliActivityNone));
        return;
    }
    let rows: Vec<Vec<String>> = entries
        .iter()
        .flat_map(|entry| {
            let failed = if entry.failed { say(message::CliActivityFailed) } else { String::new() };
            let first = vec![entry.number.to_string(), words().moment(&entry.at), failed, tell(&entry.text)];
            let sent = entry.sent.iter().map(|sent| {
                let what = disclosure::sent(std::slice::from_ref(sent));
                vec![String::new(), String::new(), String::new(), format!("  {what}")]
            });
            std::iter::once(first).chain(sent).collect::<Vec<_>>()
        })
        .collect();
    let headings = ["#".to_owned(), say(message::CliVaultColumnWhen), String::new(), say(message::CliVaultColumnWhat)];
    page.table(&headings, &rows);
}

/// A record that is not whole makes the command fail, and its JSON document holds both the check and the error.
fn verify(app: &App, check: &ActivityCheck) -> Result<(), Failure> {
    if check.intact {
        return app.out.finding(check, |page| {
            let number = Argument::Amount(check.entries);
            page.line(&say(message::CliActivityIntact { count: check.entries, number }));
        });
    }
    let failure = Failure::new(Fault::Damaged, say(message::CliActivityAltered))
        .detail("entries", json!(check.entries))
        .detail("intact", json!(check.intact))
        .detail("faults", to_json(&check.faults));
    Err(check.faults.iter().fold(failure, |failure, fault| failure.hint(tell(fault))))
}
