//! `idw vault`: whether the vault is whole, what it takes, and giving dead space back.

use clap::{Args, Subcommand};
use idw_wallet::{
    AsideView, Wallet,
    view::{VaultCheck, VaultStatus},
};
use serde_json::json;

use crate::{
    app::App,
    fault::{Failure, Fault},
    page::{Page, moment, size},
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
    Asides(AsidesArgs),
}

#[derive(Args, Debug)]
pub(crate) struct AsidesArgs {
    /// Remove this one for good: its name, as the list tells it. It may hold what a repair could not read
    #[arg(long, value_name = "NAME")]
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
        VaultCommand::Asides(args) => asides(app, &wallet, args),
    }
}

fn asides(app: &App, wallet: &Wallet, args: &AsidesArgs) -> Result<(), Failure> {
    if let Some(name) = &args.remove {
        let removed = wallet.remove_aside(name)?;
        return app.out.confirm(&removed, None, |page| {
            page.line(&format!("Removed {} ({})", removed.name, size(removed.bytes)));
        });
    }
    let asides = wallet.asides()?;
    app.out.show(&asides, |page| {
        if asides.is_empty() {
            page.line("No repair has kept anything aside.");
            return;
        }
        let row = |aside: &AsideView| {
            let since = aside.since.as_deref().map(moment).unwrap_or_default();
            vec![aside.name.clone(), since, size(aside.bytes)]
        };
        page.table(&["NAME", "SINCE", "SIZE"], &asides.iter().map(row).collect::<Vec<_>>());
    })
}

/// A vault that is not whole makes the command fail, and its JSON document holds both the check and the error.
fn verify(app: &App, check: &VaultCheck) -> Result<(), Failure> {
    if check.intact {
        return app.out.confirm(check, None, |page| {
            let documents = format!("{} documents ({})", check.documents, size(check.document_bytes));
            page.line(&format!(
                "The vault is whole: {} records, {documents} and {} snapshots were read",
                check.records, check.snapshots
            ));
        });
    }
    let failure = Failure::new(Fault::Damaged, "something in the vault is damaged; everything else can be used")
        .detail("records", json!(check.records))
        .detail("documents", json!(check.documents))
        .detail("snapshots", json!(check.snapshots))
        .detail("intact", json!(check.intact))
        .detail("faults", json!(check.faults));
    Err(check.faults.iter().fold(failure, |failure, fault| failure.hint(fault.as_str())))
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
