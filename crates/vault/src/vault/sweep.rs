//! What is removed from the folder when a vault is unlocked.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::io;
use std::path::Path;

use super::{compact, repair};
use crate::document::TEMPORARY_SUFFIX;
use crate::layout::Layout;
use crate::{DocumentId, fs};

/// Removes what interrupted creations, repairs and compactions left. What fails is tried again at the next unlocking.
pub(super) fn sweep_folder(layout: &Layout, epoch: u32) {
    let _ = fs::remove_if_there(&layout.creating());
    let _ = fs::remove_dir_if_there(&layout.rescue());
    let _ = fs::remove_dir_if_there(&layout.pristine());
    if let Err(error) = repair::finish(layout, epoch) {
        tracing::warn!(%error, "what a repair kept aside was not moved yet");
        return;
    }
    for (_, old) in layout.databases().unwrap_or_default().into_iter().filter(|(found, _)| *found != epoch) {
        compact::destroy(&old);
    }
    for entry in std::fs::read_dir(layout.snapshots()).into_iter().flatten().flatten() {
        if fs::is_temporary_name(&entry.path()) {
            let _ = fs::overwrite(&entry.path()).and(std::fs::remove_file(entry.path()));
        }
    }
}

/// Removes files that no record refers to, and gives the documents that have no file. After a repair those files are
/// kept aside too: the records may be in the damaged database.
pub(super) fn sweep_documents(
    layout: &Layout,
    mut listed: HashSet<DocumentId>,
    aside: Option<&Path>,
) -> io::Result<Vec<DocumentId>> {
    let dir = layout.documents();
    if !dir.is_dir() {
        fs::make_private_dir(&dir)?;
    }
    for entry in std::fs::read_dir(&dir)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_listed = name.to_str().and_then(|name| name.parse().ok()).is_some_and(|id| listed.remove(&id));
        if !is_listed && is_ours(&name) {
            match aside.map(|aside| aside.join("documents")) {
                Some(aside) => {
                    std::fs::create_dir_all(&aside)?;
                    repair::move_into(&aside, &entry.path())?;
                }
                None => std::fs::remove_file(entry.path())?,
            }
        }
    }
    let missing: Vec<_> = listed.into_iter().collect();
    if !missing.is_empty() {
        tracing::warn!(count = missing.len(), "files of documents are missing");
    }
    Ok(missing)
}

/// Whether this program could have made a file of that name: nothing else is removed.
fn is_ours(name: &OsStr) -> bool {
    let name = name.to_str().unwrap_or_default();
    name.strip_suffix(TEMPORARY_SUFFIX).unwrap_or(name).parse::<DocumentId>().is_ok()
}
