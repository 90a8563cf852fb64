//! `idw attribute import` of what a person has in the SelfKey wallet.

use std::{fs::File, path::Path};

use idw_wallet::{
    DataError, ImportOptions, SELFKEY_DATABASE, SelfkeyError, Wallet, is_sqlite,
    view::{ImportReport, ProfileKind, SelfkeyIdentity},
};
use idw_words::{Words, message};
use serde_json::json;

use crate::{app::App, fault::Failure, page::Page, words::words};

/// Whether a path leads to the SelfKey wallet: to its database, or to a folder with one. A pipe never does.
pub(super) fn leads_to(path: &Path) -> bool {
    let is_database = || File::open(path).is_ok_and(|mut file| is_sqlite(&mut file).unwrap_or(false));
    if path.is_dir() { path.join(SELFKEY_DATABASE).is_file() } else { path.is_file() && is_database() }
}

/// What the database is called where values are told to come from it.
pub(super) fn name(path: &Path) -> String {
    match path.file_name() {
        Some(name) if !path.is_dir() => name.to_string_lossy().into_owned(),
        _ => SELFKEY_DATABASE.to_owned(),
    }
}

/// Imports, and tells which files of keys are left. Where it is not clear whose values to take, those are listed.
pub(super) fn import(
    app: &App,
    wallet: &Wallet,
    path: &Path,
    identity: Option<&str>,
    options: &ImportOptions,
) -> Result<(ImportReport, Vec<String>), Failure> {
    let contents = wallet.selfkey_contents(path)?;
    match wallet.import_selfkey(path, identity, options) {
        Ok(report) => Ok((report, contents.key_files)),
        Err(error @ DataError::Selfkey(SelfkeyError::SeveralFit | SelfkeyError::IdentityNotFound { .. })) => {
            app.out.present(|page| list(page, words(), &contents.identities));
            Err(Failure::from(error).detail("identities", json!(contents.identities)))
        }
        Err(error) => Err(error.into()),
    }
}

/// The files of keys, which are imported by themselves.
pub(super) fn show_keys(page: &mut Page, words: &Words, files: &[String]) {
    if !files.is_empty() {
        page.line(&words.say(&message::ImportKeys { files: &files.join(", ") }));
    }
}

fn list(page: &mut Page, words: &Words, identities: &[SelfkeyIdentity]) {
    let row = |one: &SelfkeyIdentity| {
        let name = if one.name.is_empty() { words.say(&message::ImportWhoseUnnamed) } else { one.name.clone() };
        let kind = match one.kind {
            ProfileKind::Person if one.is_member => words.say(&message::ImportWhoseMember),
            ProfileKind::Person => "person".to_owned(),
            ProfileKind::Company => "company".to_owned(),
        };
        let holds = words.say(&message::ImportWhoseHolds { attributes: one.attributes, documents: one.documents });
        vec![one.id.clone(), name, kind, holds]
    };
    let rows: Vec<Vec<String>> = identities.iter().map(row).collect();
    page.table(&["ID", "NAME", "KIND", "HOLDS"], &rows);
}
