//! `idw attribute export` and `import`: attributes and documents as one JSON file, and in from the SelfKey wallet.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use idw_wallet::{
    ExportSelection, ImportOptions, OnConflict,
    view::{ImportOutcome, ImportReport, RecordKind},
};
use idw_words::{Argument, Message as _, MessageData, message};
use serde::Serialize;
use serde_json::json;

use super::selfkey;
use crate::{
    app::App,
    commands::{document::open, vault::warn_of_unreadable},
    fault::Failure,
    page::Page,
    stdout, values,
    words::{say, tell, to_json},
};

#[derive(Args, Debug)]
pub(crate) struct ExportArgs {
    /// The file to write, or `-` for stdout
    path: PathBuf,
    /// Export only this attribute, by its short name, schema URL or id; give it several times for several
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ImportArgs {
    /// The file to read, or `-` for stdin; or the database of the SelfKey wallet, or its folder
    path: PathBuf,
    /// Import what the SelfKey wallet has of this person or company; it lists the ids where several fit
    #[arg(long, value_name = "ID")]
    identity: Option<String>,
    /// Only report what would be done
    #[arg(long)]
    dry_run: bool,
    /// What to do where you hold another value with the same label
    #[arg(long, value_name = "HOW", default_value = "skip")]
    on_conflict: Conflict,
    /// Leave in pictures where and when they were taken, and with what; by default it is taken out
    #[arg(long)]
    keep_metadata: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Conflict {
    /// Leave yours
    Skip,
    /// Take the file's
    Replace,
    /// Keep both, the file's under another label
    Both,
}

impl From<Conflict> for OnConflict {
    fn from(conflict: Conflict) -> Self {
        match conflict {
            Conflict::Skip => Self::Skip,
            Conflict::Replace => Self::Replace,
            Conflict::Both => Self::KeepBoth,
        }
    }
}

/// The report as JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    #[serde(flatten)]
    report: &'a ImportReport,
    /// The files of keys that the SelfKey wallet has: they are imported by themselves.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    key_files: &'a [String],
}

/// What an export would hold if it could be read.
const EXPORTED: [RecordKind; 2] = [RecordKind::Attribute, RecordKind::Document];

pub(crate) fn export(app: &App, args: ExportArgs) -> Result<(), Failure> {
    let selection = ExportSelection { attributes: args.only };
    if args.path.as_os_str() == "-" {
        let wallet = app.unlock()?;
        warn_of_unreadable(app, &wallet, &EXPORTED)?;
        return stdout::export(|to| wallet.export_data(to, &selection)).map(drop);
    }
    let place = app.file_place(&args.path, args.force)?;
    let wallet = app.unlock()?;
    warn_of_unreadable(app, &wallet, &EXPORTED)?;
    let exported = place.export(|file| Ok::<_, Failure>(wallet.export_data(file, &selection)?))?;
    let path = args.path.display().to_string();
    let shown = json!({"attributes": exported.attributes, "documents": exported.documents, "path": path});
    app.out.confirm(&shown, None, |page| {
        let (attributes, documents) = (exported.attributes, exported.documents);
        let (number, count) = (Argument::Amount(attributes), attributes);
        let attributes = message::BackupAttributeCount { count, number }.data();
        let (number, count) = (Argument::Amount(documents), documents);
        let documents = message::ProfileDocumentCount { count, number }.data();
        page.line(&say(message::CliAttributeExported { attributes, documents, path: &path }));
    })
}

pub(crate) fn import(app: &App, args: &ImportArgs) -> Result<(), Failure> {
    let metadata = values::metadata(args.keep_metadata);
    let options = |from| ImportOptions { dry_run: args.dry_run, on_conflict: args.on_conflict.into(), from, metadata };
    let (report, key_files) = if selfkey::leads_to(&args.path) {
        let options = options(selfkey::name(&args.path));
        selfkey::import(app, &app.unlock()?, &args.path, args.identity.as_deref(), &options)?
    } else if args.identity.is_some() {
        return Err(Failure::usage(say(message::CliAttributeIdentityOnlySelfkey)));
    } else {
        let (from, mut file) = source(&args.path)?;
        (app.unlock()?.import_data(&mut *file, &options(from))?, Vec::new())
    };
    let outcomes =
        || report.attributes.iter().map(|one| one.outcome).chain(report.documents.iter().map(|one| one.outcome));
    if outcomes().any(|one| one == ImportOutcome::Refused) && outcomes().all(|one| one == ImportOutcome::Refused) {
        app.out.present(|page| show(page, &report));
        return Err(Failure::usage(say(message::CliAttributeNothingImported)).detail("report", to_json(&report)));
    }
    app.out.confirm(&Told { report: &report, key_files: &key_files }, None, |page| {
        show(page, &report);
        selfkey::show_keys(page, &key_files);
    })
}

fn source(path: &Path) -> Result<(String, Box<dyn Read>), Failure> {
    if path.as_os_str() == "-" {
        return Ok((say(message::CliAttributeStandardInput), Box::new(io::stdin().lock())));
    }
    let (name, file): (String, File) = open(path)?;
    Ok((name, Box::new(file)))
}

fn show(page: &mut Page, report: &ImportReport) {
    let told = |outcome| told(outcome, report.dry_run);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for one in &report.attributes {
        let label = one.label.clone().unwrap_or_default();
        rows.push(vec![one.name.clone(), label, one.summary.clone(), told(one.outcome), reason(one.reason.as_ref())]);
    }
    for one in &report.documents {
        let name = one.name.clone();
        let removed = one.removed.as_ref().map(|what| message::DocumentWithout { what }.data());
        let why = reason(one.reason.clone().or(removed).as_ref());
        rows.push(vec![say(message::BackupKindDocument), String::new(), name, told(one.outcome), why]);
    }
    if rows.is_empty() {
        page.line(&say(message::ImportEmpty));
        return;
    }
    let headings = [
        say(message::CliAttributeColumnName),
        say(message::CliAttributeColumnLabel),
        say(message::CliAttributeColumnValue),
        say(message::CliAttributeColumnResult),
        say(message::CliAttributeColumnReason),
    ];
    page.table(&headings, &rows);
    if report.dry_run {
        page.line(&say(message::CliAttributeDryRun));
    }
}

fn reason(reason: Option<&MessageData>) -> String {
    reason.map(tell).unwrap_or_default()
}

fn told(outcome: ImportOutcome, dry_run: bool) -> String {
    match (outcome, dry_run) {
        (ImportOutcome::Added, false) => say(message::CliOutcomeAdded),
        (ImportOutcome::Added, true) => say(message::CliOutcomeNew),
        (ImportOutcome::AlreadyThere, _) => say(message::CliOutcomeThere),
        (ImportOutcome::Skipped, _) => say(message::CliOutcomeSkipped),
        (ImportOutcome::Replaced, false) => say(message::CliOutcomeReplaced),
        (ImportOutcome::Replaced, true) => say(message::CliOutcomeReplaces),
        (ImportOutcome::AddedBeside, false) => say(message::CliOutcomeBeside),
        (ImportOutcome::AddedBeside, true) => say(message::CliOutcomeGoesBeside),
        (ImportOutcome::Refused, _) => say(message::CliOutcomeRefused),
    }
}
