//! `idw vault`: whether the vault is whole and can be read, what it takes, and giving dead space back.

use clap::{Args, Subcommand};
use idw_wallet::{
    QuarantinedView, Wallet,
    view::{RecordKind, UnreadableView, VaultCheck, VaultStatus},
};
use serde_json::json;

use crate::{
    app::App,
    fault::{Failure, Fault},
    page::{Page, moment, size},
    words::{tell, to_json},
};

#[derive(Debug, Subcommand)]
pub(crate) enum VaultCommand {
    /// Read every record and document, and say what is wrong
    Verify,
    /// Rebuild the database, so that removed values leave the disk and it takes no more room than it must
    Compact,
    /// Tell what the vault holds and takes
    Status,
    /// List what repairs have kept aside, or remove it
    #[command(alias = "asides")]
    Quarantine(QuarantineArgs),
    /// List what this version of the program cannot read, or remove it
    Unreadable(UnreadableArgs),
}

#[derive(Args, Debug)]
pub(crate) struct QuarantineArgs {
    /// Remove this one for good: its name, as the list tells it. It may hold what a repair could not read
    #[arg(long, value_name = "NAME")]
    remove: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct UnreadableArgs {
    /// Remove this for good: its id, as the list tells it. A later version might read it, and no backup holds it
    #[arg(long, value_name = "ID")]
    remove: Option<String>,
}

pub(crate) fn run(app: &App, command: &VaultCommand) -> Result<(), Failure> {
    let wallet = app.unlock()?;
    match command {
        VaultCommand::Verify => verify(app, &wallet.verify_vault(&|_| {})?),
        VaultCommand::Compact => {
            let done = wallet.compact_vault()?;
            app.out.confirm(&done, None, |page| {
                page.line(&format!("The database took {} and takes {} now", size(done.before), size(done.after)));
            })
        }
        VaultCommand::Status => {
            let status = wallet.vault_status()?;
            app.out.show(&status, |page| show(page, &status))
        }
        VaultCommand::Quarantine(args) => quarantine(app, &wallet, args),
        VaultCommand::Unreadable(args) => unreadable(app, &wallet, args),
    }
}

fn unreadable(app: &App, wallet: &Wallet, args: &UnreadableArgs) -> Result<(), Failure> {
    if let Some(id) = &args.remove {
        let removed = wallet.remove_unreadable(id)?;
        return app.out.confirm(&removed, None, |page| {
            for one in &removed {
                page.line(&format!("Removed {} ({})", tell(&one.what), one.id));
            }
        });
    }
    let found = wallet.unreadable()?;
    app.out.show(&found, |page| {
        if found.is_empty() {
            page.line("This version of the program can read everything in the vault.");
            return;
        }
        let row = |one: &UnreadableView| vec![one.id.clone(), tell(&one.what)];
        page.table(&["ID", "WHAT"], &found.iter().map(row).collect::<Vec<_>>());
        page.line(UPDATE);
    })
}

/// What to do about what cannot be read.
const UPDATE: &str = "Update the program to read it; `idw vault unreadable --remove ID` removes it for good.";

/// Warns of what a list of these kinds leaves out.
pub(super) fn warn_of_unreadable(app: &App, wallet: &Wallet, kinds: &[RecordKind]) -> Result<(), Failure> {
    for kind in kinds {
        for one in wallet.unreadable_of(*kind)? {
            let why = "is of a shape that this version of the program does not know, and is left out";
            app.out.warn(&format!("{} (id {}) {why}; `idw vault unreadable` tells more", tell(&one.what), one.id));
        }
    }
    Ok(())
}

fn quarantine(app: &App, wallet: &Wallet, args: &QuarantineArgs) -> Result<(), Failure> {
    if let Some(name) = &args.remove {
        let removed = wallet.remove_quarantined(name)?;
        return app.out.confirm(&removed, None, |page| {
            page.line(&format!("Removed {} ({})", removed.name, size(removed.bytes)));
        });
    }
    let quarantined = wallet.quarantined()?;
    app.out.show(&quarantined, |page| {
        if quarantined.is_empty() {
            page.line("No repair has kept anything aside.");
            return;
        }
        let row = |one: &QuarantinedView| {
            let since = one.since.as_deref().map(moment).unwrap_or_default();
            vec![one.name.clone(), since, size(one.bytes)]
        };
        page.table(&["NAME", "SINCE", "SIZE"], &quarantined.iter().map(row).collect::<Vec<_>>());
    })
}

/// A vault that is not whole makes the command fail, and its JSON document holds both the check and the error.
fn verify(app: &App, check: &VaultCheck) -> Result<(), Failure> {
    if check.intact {
        return app.out.finding(check, |page| {
            let documents = format!("{} documents ({})", check.documents, size(check.document_bytes));
            page.line(&format!(
                "The vault is whole: {} records, {documents} and {} snapshots were read",
                check.records, check.snapshots
            ));
        });
    }
    let message = if check.faults.len() > check.unreadable.len() {
        "something in the vault is damaged; everything else can be used"
    } else {
        "something in the vault is of a shape that this version does not know; everything else can be used"
    };
    let failure = Failure::new(Fault::Damaged, message)
        .detail("records", json!(check.records))
        .detail("documents", json!(check.documents))
        .detail("snapshots", json!(check.snapshots))
        .detail("intact", json!(check.intact))
        .detail("faults", to_json(&check.faults))
        .detail("unreadable", to_json(&check.unreadable));
    let failure = check.faults.iter().fold(failure, |failure, fault| failure.hint(tell(fault)));
    Err(if check.unreadable.is_empty() { failure } else { failure.hint(UPDATE) })
}

fn show(page: &mut Page, status: &VaultStatus) {
    page.block(&[
        ("Folder", status.dir.clone()),
        ("Records", format!("{} ({})", status.records, size(status.record_bytes))),
        ("Database", size(status.database_bytes)),
        ("Documents", size(status.document_bytes)),
        ("Snapshots", format!("{} ({})", status.snapshots, size(status.snapshot_bytes))),
    ]);
    if !status.kept_aside.is_empty() {
        page.gap();
        page.line(&format!("Kept aside by repairs ({}):", size(status.kept_aside_bytes)));
        for dir in &status.kept_aside {
            page.line(&format!("  {dir}"));
        }
    }
}
