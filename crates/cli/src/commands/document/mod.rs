//! `idw document`: files in the vault. Getting one out is in `export`.

mod export;
mod shrink;
mod thumbnail;

use std::{fs::File, path::Path, path::PathBuf};

use clap::{Args, Subcommand};
use idw_wallet::{
    Metadata,
    view::{DocumentAdded, DocumentView, RecordKind},
};
use idw_words::{Message as _, message};

use self::{export::ExportArgs, shrink::ShrinkArgs, thumbnail::ThumbnailArgs};
use super::{attribute::ListArgs, vault::warn_of_unreadable};
use crate::{
    app::App,
    fault::{Failure, Fault},
    page::{Page, moment, size},
    values,
    words::say,
};

/// How much of an id is shown, at least.
const SHORT_ID_LEN: usize = 8;

#[derive(Debug, Subcommand)]
pub(crate) enum DocumentCommand {
    /// List the documents, or those found
    List(ListArgs),
    /// Put a file into the vault
    Add {
        /// The file: JPEG, PNG or PDF
        path: PathBuf,
        /// Leave in a picture where and when it was taken, and with what; by default it is taken out
        #[arg(long)]
        keep_metadata: bool,
    },
    /// Write a document to a file, or with `-` to stdout
    Export(ExportArgs),
    /// Write a small picture of a document to a PNG file
    Thumbnail(ThumbnailArgs),
    /// Make a smaller copy of a picture, for a site that does not take it as it is
    Shrink(ShrinkArgs),
    /// Make a copy of a PDF or picture that shows the same and tells nothing else
    Clean(CleanArgs),
    /// Remove a document that no attribute uses
    Remove {
        /// Its id, or the beginning of it
        id: String,
    },
}

#[derive(Args, Debug)]
pub(crate) struct CleanArgs {
    /// Its id, or the beginning of it
    id: String,
    /// Also make a copy of this value (its id) with the clean document in it
    #[arg(long = "for", value_name = "VALUE")]
    value: Option<String>,
}

pub(crate) fn run(app: &App, command: DocumentCommand) -> Result<(), Failure> {
    match command {
        DocumentCommand::List(args) => {
            let wallet = app.unlock()?;
            let documents = wallet.search_documents(args.query(), args.order())?;
            warn_of_unreadable(app, &wallet, &[RecordKind::Document])?;
            app.out.show(&documents, |page| list(page, &documents, args.query()))
        }
        DocumentCommand::Add { path, keep_metadata } => add(app, &path, values::metadata(keep_metadata)),
        DocumentCommand::Export(args) => export::run(app, &args),
        DocumentCommand::Thumbnail(args) => thumbnail::run(app, &args),
        DocumentCommand::Shrink(args) => shrink::run(app, &args),
        DocumentCommand::Clean(args) => clean(app, &args),
        DocumentCommand::Remove { id } => {
            let removed = app.unlock()?.remove_document(&id)?;
            app.out.confirm(&removed, None, |page| {
                page.line(&say(message::CliDocumentRemoved { document: values::document(&removed) }));
            })
        }
    }
}

fn add(app: &App, path: &Path, metadata: Metadata) -> Result<(), Failure> {
    let (name, mut file) = open(path)?;
    let added = app.unlock()?.add_document(&name, &mut file, metadata)?;
    app.out.confirm(&added, Some(&added.document.id), |page| {
        let document = values::document(&added.document);
        page.line(&match (added.already_there, added.repaired) {
            (true, _) => say(message::CliDocumentThere { document }),
            (false, true) => say(message::CliDocumentRepaired { document }),
            (false, false) => say(message::CliDocumentAdded { document }),
        });
        page.block(&[(say(message::CliDocumentId), added.document.id.clone())]);
        if !added.already_there && !added.repaired {
            tell_name(page, &name, &added.document);
            tell_metadata(page, &added.document);
            for text in &added.notes {
                page.line(&say(message::CliAbout { subject: &added.document.name, text }));
            }
            tell_remedy(page, &added);
        }
    })
}

/// A copy without what the document tells besides what is seen, kept beside the original.
fn clean(app: &App, args: &CleanArgs) -> Result<(), Failure> {
    let wallet = app.unlock()?;
    let original = wallet.document(&args.id)?;
    let cleaned = wallet.clean_document(&original.id, args.value.as_deref())?;
    app.out.confirm(&cleaned, Some(&cleaned.document.id), |page| {
        let (copy, original) = (&cleaned.document.name, &original.name);
        page.line(&match &cleaned.document.removed {
            Some(what) => say(message::DocumentCleaned { copy, what, original }),
            None => say(message::DocumentCleanedAround { copy, original }),
        });
        page.block(&[(say(message::CliDocumentId), cleaned.document.id.clone())]);
        tell_kept(page, &cleaned.document);
    })
}

/// How to get a copy without what was told, where one can be made.
fn tell_remedy(page: &mut Page, added: &DocumentAdded) {
    if added.can_be_cleaned {
        page.line(&say(message::CliDocumentCleanHint { id: short_id(&added.document) }));
    }
}

/// The same for a document that is part of a value.
pub(super) fn tell_remedy_for(page: &mut Page, document: &DocumentView, value: &str) {
    if document.kept.is_some() && document.mime_type == "application/pdf" {
        page.line(&say(message::CliDocumentCleanHintFor { id: short_id(document), value }));
    }
}

fn short_id(document: &DocumentView) -> &str {
    document.id.get(..SHORT_ID_LEN).unwrap_or(&document.id)
}

/// That a document is not called what its file was, and why that may be.
pub(super) fn tell_name(page: &mut Page, given: &str, document: &DocumentView) {
    if given != document.name {
        page.line(&say(message::DocumentAddedRenamed { name: &document.name }));
    }
}

/// What was taken out of a new document, and what it still gives away.
pub(super) fn tell_metadata(page: &mut Page, document: &DocumentView) {
    if let Some(what) = &document.removed {
        page.line(&say(message::CliDocumentWithout { name: &document.name, what }));
    }
    tell_kept(page, document);
}

/// What a document tells besides what is seen.
fn tell_kept(page: &mut Page, document: &DocumentView) {
    if let Some(what) = &document.kept {
        page.line(&say(message::CliDocumentReveals { name: &document.name, what }));
    }
}

/// A file to read, with its name without folders.
pub(super) fn open(path: &Path) -> Result<(String, File), Failure> {
    let file = idw_files::open(path).map_err(|error| unread(path, &error))?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok((name, file))
}

/// A file that the user named cannot be read.
pub(super) fn unread(path: &Path, error: &std::io::Error) -> Failure {
    let source = message::CliSourceFile { path }.data();
    Failure::io(Fault::Usage, say(message::CliSourceUnread { source }), error)
}

fn list(page: &mut Page, documents: &[DocumentView], query: &str) {
    if documents.is_empty() && !query.is_empty() {
        page.line(&say(message::CliDocumentNoneFound));
        return;
    }
    if documents.is_empty() {
        page.line(&say(message::CliDocumentNone));
        return;
    }
    let shown = id_length(documents);
    let rows: Vec<Vec<String>> = documents
        .iter()
        .map(|document| {
            vec![
                document.id.get(..shown).unwrap_or(&document.id).to_owned(),
                document.name.clone(),
                document.mime_type.clone(),
                size(document.size),
                moment(&document.added),
                document.used_by.join(", "),
            ]
        })
        .collect();
    let headings = [
        say(message::CliDocumentColumnId),
        say(message::CliDocumentColumnName),
        say(message::CliDocumentColumnType),
        say(message::CliDocumentColumnSize),
        say(message::CliDocumentColumnAdded),
        say(message::CliDocumentColumnUsed),
    ];
    page.table(&headings, &rows);
}

/// How much of an id is shown: eight digits, or as many as it takes to tell these documents apart.
fn id_length(documents: &[DocumentView]) -> usize {
    let mut ids: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    ids.sort_unstable();
    let common = |pair: &[&str]| pair[0].bytes().zip(pair[1].bytes()).take_while(|(a, b)| a == b).count();
    ids.windows(2).map(common).max().map_or(SHORT_ID_LEN, |shared| SHORT_ID_LEN.max(shared + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str) -> DocumentView {
        DocumentView {
            id: id.into(),
            name: String::new(),
            mime_type: String::new(),
            size: 0,
            sha256: String::new(),
            added: String::new(),
            removed: None,
            kept: None,
            pages: None,
            shrunk_from: None,
            used_by: vec![],
        }
    }

    #[test]
    fn shown_ids_tell_documents_apart() {
        let check = |ids: &[&str], expected: usize| {
            let documents: Vec<_> = ids.iter().map(|id| document(id)).collect();
            assert_eq!(id_length(&documents), expected, "{ids:?}");
        };
        check(&[], 8);
        check(&["00112233445566778899aabbccddeeff"], 8);
        check(&["00112233445566778899aabbccddeeff", "10112233445566778899aabbccddeeff"], 8);
        check(&["00112233445566778899aabbccddeeff", "00112233446666778899aabbccddeeff"], 11);
    }

    #[test]
    fn a_missing_file_is_named() {
        let failure = open(Path::new("no/such/file.jpg")).expect_err("there is no such file");
        assert_eq!(failure.fault.exit(), 2);
        assert!(failure.message.contains("no/such/file.jpg"), "{}", failure.message);
        let failure = open(Path::new(".")).expect_err("a folder is no file");
        assert_eq!(failure.fault.exit(), 2);
    }
}
