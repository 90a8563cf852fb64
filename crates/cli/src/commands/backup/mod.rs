//! `idw backup`: everything in the vault as one file with a passphrase, and back.

mod passphrase;
mod progress;
mod words;

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use clap::{Args, Subcommand};
use idw_wallet::{BackupFile, BackupOptions, BackupReport, MergeMode, MergeReport, Password, Wallet};
use serde::Serialize;

use self::{
    passphrase::{NewPassphraseArgs, PassphraseArgs},
    progress::Watch,
};
use crate::{
    app::{App, kdf_cost},
    fault::{Failure, Fault},
    interrupt,
    output::OnlyCopy,
    page::{Page, moment, size},
    password::{self, Source},
    stdout, strength,
};

const PASSWORD: &str = "\
The vault's password is asked for again, however else the vault can be unlocked. A password file or descriptor that you
name counts as asking.

The file opens with stock tools too: age --decrypt FILE | tar --extract";

const RESTORE: &str = "\
Without --merge the vault's folder must be new or empty, and --password-file, --password-fd or a question give the new
vault's password. With --merge nothing of yours is replaced: what differs is added beside it, or left out and told.";

#[derive(Debug, Subcommand)]
pub(crate) enum BackupCommand {
    /// Write everything in the vault, all profiles of it, to one file that opens with a passphrase
    Create(CreateArgs),
    /// Open a backup, check all of it, and tell what is in it; no vault is needed
    Test(TestArgs),
    /// Make a new vault from a backup, or merge it into one
    Restore(RestoreArgs),
    /// Tell when the vault was last backed up, and whether it is time to do it again
    Status,
}

#[derive(Args, Debug)]
#[command(after_help = PASSWORD)]
pub(crate) struct CreateArgs {
    /// The file to write
    path: PathBuf,
    #[command(flatten)]
    passphrase: NewPassphraseArgs,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

#[derive(Args, Debug)]
pub(crate) struct TestArgs {
    /// The backup
    path: PathBuf,
    #[command(flatten)]
    passphrase: PassphraseArgs,
}

#[derive(Args, Debug)]
#[command(after_help = RESTORE)]
pub(crate) struct RestoreArgs {
    /// The backup
    path: PathBuf,
    #[command(flatten)]
    passphrase: PassphraseArgs,
    /// Merge it into the vault that is there
    #[arg(long)]
    merge: bool,
    /// Only report what merging would do
    #[arg(long, requires = "merge")]
    dry_run: bool,
    /// Take a weak password for the new vault without asking again
    #[arg(long, conflicts_with = "merge")]
    allow_weak_password: bool,
}

/// The JSON document of `create` and `test`. That of `create` begins with the passphrase where this command made it.
#[derive(Serialize)]
struct Read {
    path: String,
    backup: BackupReport,
}

#[derive(Serialize)]
struct Restored {
    vault: String,
    backup: BackupReport,
}

pub(crate) fn run(app: &App, command: &BackupCommand) -> Result<(), Failure> {
    match command {
        BackupCommand::Create(args) => create(app, args),
        BackupCommand::Test(args) => test(app, args),
        BackupCommand::Restore(args) if args.merge => merge(app, args),
        BackupCommand::Restore(args) => restore(app, args),
        BackupCommand::Status => status(app),
    }
}

fn create(app: &App, args: &CreateArgs) -> Result<(), Failure> {
    if args.path.as_os_str() == "-" {
        return Err(Failure::usage("a backup goes into a file, as it is only whole at its end; name one"));
    }
    app.file_place(&args.path, args.force)?;
    let options = BackupOptions { overwrite: args.force, cost: kdf_cost()? };
    if args.passphrase.generate_passphrase {
        stdout::must_be_seen("passphrase")?;
    }
    let given = args.passphrase.read_given(app)?;
    let (wallet, password) = app.unlock_with_password()?;
    let (passphrase, is_made) = match given {
        Some(passphrase) => (passphrase, args.passphrase.generate_passphrase),
        None => (passphrase::ask_new(app, args.passphrase.allow_weak_passphrase)?, false),
    };
    let unplaced = interruptible(app, "Checking the password", |watch| {
        let on = |progress| watch.on(progress);
        Ok(wallet.write_backup(&args.path, &password, &passphrase, &options, &on)?)
    })?;
    for name in &unplaced.report().left_out {
        app.out.warn(&format!("the vault cannot read the document '{name}' any more, so it is not in the backup; `idw document add FILE` with the same file mends it"));
    }
    warn_of(app, unplaced.report());
    let path = args.path.display().to_string();
    let place = || Ok::<_, Failure>(Read { path, backup: unplaced.place()? });
    let wrote = |page: &mut Page, made: &Read| page.line(&format!("Wrote {} to {}", contents(&made.backup), made.path));
    if !is_made {
        let made = place()?;
        return app.out.confirm(&made, None, |page| wrote(page, &made));
    }
    let secret = OnlyCopy {
        name: "passphrase",
        text: passphrase.expose_text(),
        unseen: "the passphrase could not be shown, so no backup was made",
    };
    let shown = |page: &mut Page| {
        page.heading("The passphrase of the backup");
        page.line(passphrase.expose_text());
        page.gap();
        page.line("Write it down now and keep it away from the file: it is shown only once.");
    };
    let place = || place().map_err(|failure| failure.hint("the passphrase above opens nothing, forget it"));
    app.out.secret_first(&secret, shown, place, |page, made| {
        page.line("");
        wrote(page, made);
    })
}

fn test(app: &App, args: &TestArgs) -> Result<(), Failure> {
    let passphrase = args.passphrase.read(&args.path)?;
    let backup = interruptible(app, "Opening the backup", |watch| {
        Ok(Wallet::check_backup(&BackupFile::open(&args.path)?, &passphrase, &|progress| watch.on(progress))?)
    })?;
    let read = Read { path: args.path.display().to_string(), backup };
    app.out.finding(&read, |page| {
        page.line("The backup is whole, and the passphrase opens it.");
        show(page, &read.backup);
    })
}

fn restore(app: &App, args: &RestoreArgs) -> Result<(), Failure> {
    let dir = app.vault_dir()?;
    let cost = kdf_cost()?;
    if Wallet::exists(&dir) {
        let message = format!("there is a vault in {} already; it was left as it is", dir.display());
        return Err(Failure::new(Fault::Exists, message)
            .hint("--merge merges the backup into it; --vault names another folder for a new one"));
    }
    // Before anything is asked: restoring looks again.
    Wallet::check_place(&dir)?;
    let passphrase = args.passphrase.read(&args.path)?;
    let source = password::source(&app.options)?.unwrap_or(Source::Prompt);
    let password = new_password(app, &source, args.allow_weak_password)?;
    let backup = interruptible(app, "Opening the backup", |watch| {
        let on = |progress| watch.on(progress);
        Ok(Wallet::restore_backup(&dir, &BackupFile::open(&args.path)?, &passphrase, &password, cost, &on)?.1)
    })?;
    warn_of(app, &backup);
    let restored = Restored { vault: dir.display().to_string(), backup };
    app.out.confirm(&restored, None, |page| {
        page.line(&format!("Restored {} to {}", contents(&restored.backup), restored.vault));
        show(page, &restored.backup);
    })
}

fn new_password(app: &App, source: &Source, allow_weak: bool) -> Result<Password, Failure> {
    if *source == Source::Prompt {
        password::say("The restored vault gets a password of its own.");
    }
    strength::read_new(app, source, allow_weak)
}

fn merge(app: &App, args: &RestoreArgs) -> Result<(), Failure> {
    let passphrase = args.passphrase.read(&args.path)?;
    let mode = if args.dry_run { MergeMode::Try } else { MergeMode::Merge };
    let wallet = app.unlock()?;
    let report = interruptible(app, "Opening the backup", |watch| {
        let on = |progress| watch.on(progress);
        Ok(wallet.merge_backup(&BackupFile::open(&args.path)?, &passphrase, mode, &on)?)
    })?;
    app.out.confirm(&report, None, |page| show_merge(page, &report))
}

fn status(app: &App) -> Result<(), Failure> {
    let standing = app.unlock()?.backup_standing()?;
    app.out.show(&standing, |page| {
        match (&standing.last, &standing.ahead) {
            (Some(last), _) => page.line(&format!("Last backup: {}", moment(last))),
            (None, Some(ahead)) => {
                let ahead = moment(ahead);
                page.line(&format!(
                    "Last backup: unknown. By the clock it was made at {ahead}, which is still to come:"
                ));
                page.line("the clock of this computer was wrong then, or is wrong now.");
            }
            (None, None) => page.line("No backup yet"),
        }
        if standing.due {
            page.line("It is time for one: idw backup create FILE");
        }
    })
}

/// Runs what can take long, with its progress on stderr, until it is done or Ctrl-C has ended it.
fn interruptible<T: Send>(
    app: &App,
    first: &str,
    work: impl FnOnce(&Watch<'_>) -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    let cancelled = AtomicBool::new(false);
    let watch = Watch::start(&app.out, first, &cancelled);
    let result = interrupt::until(|| cancelled.store(true, Ordering::Relaxed), || work(&watch));
    match result {
        // Ctrl-C is the only way to cancel here.
        Err(mut failure) if cancelled.load(Ordering::Relaxed) && failure.fault == Fault::Declined => {
            failure.fault = Fault::Interrupted;
            Err(failure)
        }
        result => result,
    }
}

fn warn_of(app: &App, backup: &BackupReport) {
    for remark in &backup.remarks {
        app.out.warn(&words::remark(remark));
    }
}

/// What is in a backup, on one line.
fn contents(backup: &BackupReport) -> String {
    let (attributes, documents) = (backup.attributes, backup.documents);
    format!(
        "a backup of {attributes} attributes, {documents} documents and {} accounts ({})",
        backup.accounts,
        size(backup.bytes)
    )
}

fn show(page: &mut Page, backup: &BackupReport) {
    page.block(&[
        ("Made", format!("{} by {}", moment(&backup.created), backup.program)),
        ("Profiles", backup.profiles.join(", ")),
        ("Accounts", backup.accounts.to_string()),
        ("Attributes", backup.attributes.to_string()),
        ("Documents", format!("{} ({})", backup.documents, size(backup.document_bytes))),
        ("Sites", backup.sites.to_string()),
        ("Applications", backup.applications.to_string()),
        ("Activity", format!("{} entries{}", backup.activity, if backup.activity_intact { "" } else { ", not whole" })),
    ]);
}

fn show_merge(page: &mut Page, report: &MergeReport) {
    let text = |item: &Option<String>| item.clone().unwrap_or_default();
    let rows: Vec<Vec<String>> = report
        .items
        .iter()
        .map(|item| {
            let outcome = words::outcome(item.outcome, report.dry_run).to_owned();
            let kind = words::kind(item.kind).to_owned();
            vec![kind, item.name.clone(), text(&item.profile), outcome, text(&item.reason)]
        })
        .collect();
    page.table(&["WHAT", "NAME", "PROFILE", "OUTCOME", "WHY"], &rows);
    if report.dry_run {
        page.line("Nothing was changed; without --dry-run it will be.");
    }
}

/// The path of the file for a question.
pub(super) fn shown(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
