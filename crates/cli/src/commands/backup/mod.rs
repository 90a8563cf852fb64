//! `idw backup`: everything in the vault as one file with a passphrase, and back.

mod in_words;
mod passphrase;
mod progress;

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use clap::{Args, Subcommand};
use idw_wallet::{BackupFile, BackupOptions, BackupReport, MergeMode, MergeReport, Password, Wallet};
use idw_words::{Argument, Message as _, MessageData, message};
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
    page::Page,
    password::{self, Source},
    stdout, strength,
    words::{say, tell, words},
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
        return Err(Failure::usage(say(message::CliBackupNeedsFile)));
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
    let unplaced = interruptible(app, &say(message::CliBackupCheckingPassword), |watch| {
        let on = |progress| watch.on(progress);
        Ok(wallet.write_backup(&args.path, &password, &passphrase, &options, &on)?)
    })?;
    for name in &unplaced.report().left_out {
        app.out.warn(&say(message::CliBackupDocumentLost { name }));
    }
    warn_of(app, unplaced.report());
    let path = args.path.display().to_string();
    let place = || Ok::<_, Failure>(Read { path, backup: unplaced.place()? });
    let wrote = |page: &mut Page, made: &Read| {
        let [attributes, documents, accounts] = contents(&made.backup);
        let size = Argument::Size(made.backup.bytes);
        page.line(&say(message::CliBackupSaved { attributes, documents, accounts, size, path: &made.path }));
    };
    if !is_made {
        let made = place()?;
        return app.out.confirm(&made, None, |page| wrote(page, &made));
    }
    let unseen = say(message::CliBackupPassphraseUnseen);
    let secret = OnlyCopy { name: "passphrase", text: passphrase.expose_text(), unseen: &unseen };
    let shown = |page: &mut Page| {
        page.heading(&say(message::CliBackupPassphrase));
        page.line(passphrase.expose_text());
        page.gap();
        page.line(&say(message::BackupPassphraseText));
    };
    let place = || place().map_err(|failure| failure.hint(say(message::CliBackupPassphraseUseless)));
    app.out.secret_first(&secret, shown, place, |page, made| {
        page.line("");
        wrote(page, made);
    })
}

fn test(app: &App, args: &TestArgs) -> Result<(), Failure> {
    let passphrase = args.passphrase.read(&args.path)?;
    let backup = interruptible(app, &say(message::CliBackupOpening), |watch| {
        Ok(Wallet::check_backup(&BackupFile::open(&args.path)?, &passphrase, &|progress| watch.on(progress))?)
    })?;
    let read = Read { path: args.path.display().to_string(), backup };
    app.out.finding(&read, |page| {
        page.line(&say(message::CliBackupIntact));
        show(page, &read.backup);
    })
}

fn restore(app: &App, args: &RestoreArgs) -> Result<(), Failure> {
    let dir = app.vault_dir()?;
    let cost = kdf_cost()?;
    if Wallet::exists(&dir) {
        return Err(Failure::new(Fault::Exists, say(message::CliBackupVaultExists { dir: &dir }))
            .hint(say(message::CliBackupVaultExistsHint)));
    }
    // Before anything is asked: restoring looks again.
    Wallet::check_place(&dir)?;
    let passphrase = args.passphrase.read(&args.path)?;
    let source = password::source(&app.options)?.unwrap_or(Source::Prompt);
    let password = new_password(app, &source, args.allow_weak_password)?;
    let backup = interruptible(app, &say(message::CliBackupOpening), |watch| {
        let on = |progress| watch.on(progress);
        Ok(Wallet::restore_backup(&dir, &BackupFile::open(&args.path)?, &passphrase, &password, cost, &on)?.1)
    })?;
    warn_of(app, &backup);
    let restored = Restored { vault: dir.display().to_string(), backup };
    app.out.confirm(&restored, None, |page| {
        let [attributes, documents, accounts] = contents(&restored.backup);
        page.line(&say(message::CliBackupRestored { attributes, documents, accounts, dir: &restored.vault }));
        show(page, &restored.backup);
    })
}

fn new_password(app: &App, source: &Source, allow_weak: bool) -> Result<Password, Failure> {
    if *source == Source::Prompt {
        password::say(&say(message::CliBackupNewPassword));
    }
    strength::read_new(app, source, allow_weak)
}

fn merge(app: &App, args: &RestoreArgs) -> Result<(), Failure> {
    let passphrase = args.passphrase.read(&args.path)?;
    let mode = if args.dry_run { MergeMode::Try } else { MergeMode::Merge };
    let wallet = app.unlock()?;
    let report = interruptible(app, &say(message::CliBackupOpening), |watch| {
        let on = |progress| watch.on(progress);
        Ok(wallet.merge_backup(&BackupFile::open(&args.path)?, &passphrase, mode, &on)?)
    })?;
    app.out.confirm(&report, None, |page| show_merge(page, &report))
}

fn status(app: &App) -> Result<(), Failure> {
    let standing = app.unlock()?.backup_standing()?;
    app.out.show(&standing, |page| {
        match (&standing.last, &standing.ahead) {
            (Some(last), _) => page.line(&say(message::BackupLast { when: Argument::Moment(last.clone()) })),
            (None, Some(ahead)) => {
                page.line(&say(message::BackupLastAhead { day: Argument::Moment(ahead.clone()) }));
            }
            (None, None) => page.line(&say(message::BackupNone)),
        }
        if standing.due {
            page.line(&say(message::CliBackupDue));
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
        app.out.warn(&in_words::remark(remark));
    }
}

/// How many attributes, documents and accounts are in a backup.
fn contents(backup: &BackupReport) -> [MessageData; 3] {
    let number = Argument::Amount;
    let BackupReport { attributes, documents, accounts, .. } = backup;
    [
        message::BackupAttributeCount { count: attributes, number: number(*attributes) }.data(),
        message::ProfileDocumentCount { count: documents, number: number(*documents) }.data(),
        message::BackupAccountCount { count: accounts, number: number(*accounts) }.data(),
    ]
}

fn show(page: &mut Page, backup: &BackupReport) {
    let number = Argument::Amount;
    let (when, program) = (Argument::Moment(backup.created.clone()), &backup.program);
    let (count, size) = (number(backup.documents), Argument::Size(backup.document_bytes));
    let entries = message::BackupEntryCount { count: backup.activity, number: number(backup.activity) };
    page.block(&[
        (say(message::BackupCreated), say(message::BackupCreatedBy { when, program })),
        (say(message::BackupProfiles { count: backup.profiles.len() }), backup.profiles.join(", ")),
        (say(message::CliBackupAccounts), words().amount(backup.accounts)),
        (say(message::CliBackupAttributes), words().amount(backup.attributes)),
        (say(message::CliBackupDocuments), say(message::CliBackupCountSize { count, size })),
        (say(message::CliBackupSites), words().amount(backup.sites)),
        (say(message::CliBackupApplications), words().amount(backup.applications)),
        (
            say(message::BackupActivity),
            if backup.activity_intact {
                say(entries)
            } else {
                say(message::CliBackupActivityDamaged { entries: entries.data() })
            },
        ),
    ]);
}

fn show_merge(page: &mut Page, report: &MergeReport) {
    let rows: Vec<Vec<String>> = report
        .items
        .iter()
        .map(|item| {
            vec![
                in_words::kind(item.kind),
                tell(&item.name),
                item.profile.clone().unwrap_or_default(),
                in_words::outcome(item.outcome, report.dry_run),
                item.reason.as_ref().map(tell).unwrap_or_default(),
            ]
        })
        .collect();
    let headings = [
        say(message::CliBackupColumnKind),
        say(message::CliBackupColumnName),
        say(message::CliBackupColumnProfile),
        say(message::CliBackupColumnResult),
        say(message::CliBackupColumnReason),
    ];
    page.table(&headings, &rows);
    if report.dry_run {
        page.line(&say(message::CliAttributeDryRun));
    }
}

/// The path of the file for a question.
pub(super) fn shown(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
