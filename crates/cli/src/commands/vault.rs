//! `idw vault`: whether the vault is whole and can be read, what it takes, and giving dead space back.

use clap::{Args, Subcommand};
use idw_wallet::{
    QuarantinedView, Wallet,
    view::{RecordKind, UnreadableView, VaultCheck, VaultStatus},
};
use idw_words::{Argument, Message as _, message};
use serde_json::json;

use crate::{
    app::App,
    fault::{Failure, Fault},
    page::Page,
    words::{say, tell, to_json, words},
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
                let (before, after) = (Argument::Size(done.before), Argument::Size(done.after));
                page.line(&say(message::CliVaultCompacted { before, after }));
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
                page.line(&say(message::CliVaultUnreadableRemoved { what: &one.what, id: &one.id }));
            }
        });
    }
    let found = wallet.unreadable()?;
    app.out.show(&found, |page| {
        if found.is_empty() {
            page.line(&say(message::CliVaultAllReadable));
            return;
        }
        let row = |one: &UnreadableView| vec![one.id.clone(), tell(&one.what)];
        page.table(
            &[say(message::CliVaultColumnId), say(message::CliVaultColumnWhat)],
            &found.iter().map(row).collect::<Vec<_>>(),
        );
        page.line(&say(message::CliVaultUnreadableRemedy));
    })
}

/// Warns of what a list of these kinds leaves out.
pub(super) fn warn_of_unreadable(app: &App, wallet: &Wallet, kinds: &[RecordKind]) -> Result<(), Failure> {
    for kind in kinds {
        for one in wallet.unreadable_of(*kind)? {
            app.out.warn(&say(message::CliVaultUnreadableLeftOut { what: &one.what, id: &one.id }));
        }
    }
    Ok(())
}

fn quarantine(app: &App, wallet: &Wallet, args: &QuarantineArgs) -> Result<(), Failure> {
    if let Some(name) = &args.remove {
        let removed = wallet.remove_quarantined(name)?;
        return app.out.confirm(&removed, None, |page| {
            let size = Argument::Size(removed.bytes);
            page.line(&say(message::CliVaultQuarantineRemoved { name: &removed.name, size }));
        });
    }
    let quarantined = wallet.quarantined()?;
    app.out.show(&quarantined, |page| {
        if quarantined.is_empty() {
            page.line(&say(message::CliVaultQuarantineNone));
            return;
        }
        let row = |one: &QuarantinedView| {
            let since = one.since.as_deref().map(|since| words().moment(since)).unwrap_or_default();
            vec![one.name.clone(), since, words().size(one.bytes)]
        };
        let headings =
            [say(message::CliVaultColumnName), say(message::CliVaultColumnSince), say(message::CliVaultColumnSize)];
        page.table(&headings, &quarantined.iter().map(row).collect::<Vec<_>>());
    })
}

/// A vault that is not whole makes the command fail, and its JSON document holds both the check and the error.
fn verify(app: &App, check: &VaultCheck) -> Result<(), Failure> {
    if check.intact {
        return app.out.finding(check, |page| {
            let records =
                message::CliVaultRecordCount { count: check.records, number: Argument::Amount(check.records) };
            let documents = message::BackupDocumentCount {
                count: check.documents,
                number: Argument::Amount(check.documents),
                size: Argument::Size(check.document_bytes),
            };
            let snapshots =
                message::CliVaultSnapshotCount { count: check.snapshots, number: Argument::Amount(check.snapshots) };
            let (records, documents, snapshots) = (records.data(), documents.data(), snapshots.data());
            page.line(&say(message::CliVaultIntact { records, documents, snapshots }));
        });
    }
    let message = if check.faults.len() > check.unreadable.len() {
        say(message::CliVaultDamaged)
    } else {
        say(message::CliVaultPartUnreadable)
    };
    let failure = Failure::new(Fault::Damaged, message)
        .detail("records", json!(check.records))
        .detail("documents", json!(check.documents))
        .detail("snapshots", json!(check.snapshots))
        .detail("intact", json!(check.intact))
        .detail("faults", to_json(&check.faults))
        .detail("unreadable", to_json(&check.unreadable));
    let failure = check.faults.iter().fold(failure, |failure, fault| failure.hint(tell(fault)));
    Err(if check.unreadable.is_empty() { failure } else { failure.hint(say(message::CliVaultUnreadableRemedy)) })
}

fn show(page: &mut Page, status: &VaultStatus) {
    let both = |count: u64, bytes: u64| {
        say(message::CliVaultCountSize { count: Argument::Amount(count), size: Argument::Size(bytes) })
    };
    page.block(&[
        (say(message::CliVaultFolder), status.dir.clone()),
        (say(message::CliVaultRecords), both(status.records, status.record_bytes)),
        (say(message::CliVaultDatabase), words().size(status.database_bytes)),
        (say(message::CliVaultDocuments), words().size(status.document_bytes)),
        (say(message::CliVaultSnapshots), both(status.snapshots, status.snapshot_bytes)),
    ]);
    if !status.kept_aside.is_empty() {
        page.gap();
        page.line(&say(message::CliVaultKeptAside { size: Argument::Size(status.kept_aside_bytes) }));
        for dir in &status.kept_aside {
            page.line(&format!("  {dir}"));
        }
    }
}
