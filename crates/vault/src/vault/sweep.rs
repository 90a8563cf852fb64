//! What is removed from the folder when a vault is unlocked.

use std::collections::HashSet;
use std::io;

use super::{compact, repair};
use crate::DocumentId;
use crate::document::id_of_staged;
use crate::fs::{Kind, Place};
use crate::layout::Layout;

/// Removes what interrupted creations, repairs and compactions left. What fails is tried again at the next unlocking.
pub(super) fn sweep_folder(layout: &Layout, epoch: u32) {
    let _ = layout.creating().remove_if_there();
    let _ = layout.rescue().remove_tree();
    for copy in [layout.pristine(), layout.earlier_pristine()] {
        let _ = copy.overwrite_tree().and(copy.remove_tree()); // it has been there for a while: its blocks are on the disk
    }
    if let Err(error) = repair::finish(layout, epoch) {
        tracing::warn!(%error, "what a repair kept aside was not moved yet");
        return;
    }
    for (_, old) in layout.databases().unwrap_or_default().into_iter().filter(|(found, _)| *found != epoch) {
        compact::destroy(&old);
    }
    for (place, _) in layout.snapshots().entries().unwrap_or_default() {
        if place.without_temporary().is_some() {
            let _ = place.overwrite().and(place.remove_if_there());
        }
    }
}

/// Removes files that no record refers to, but nothing else that has such a name, and gives the documents that have no file. After a repair those files are
/// kept aside too: the records may be in the damaged database.
pub(super) fn sweep_documents(
    layout: &Layout,
    mut listed: HashSet<DocumentId>,
    quarantine: Option<&Place>,
) -> io::Result<Vec<DocumentId>> {
    let dir = layout.documents();
    dir.make_dir_if_missing()?;
    for (place, kind) in dir.entries()? {
        let name = place.name().to_str().unwrap_or_default();
        let is_listed = name.parse().is_ok_and(|id| listed.remove(&id));
        if !is_listed && is_ours(name) && kind == Kind::File {
            match quarantine.map(|quarantine| quarantine.child("documents")) {
                Some(quarantine) => {
                    quarantine.make_dir_if_missing()?;
                    place.move_into(&quarantine)?;
                }
                None => place.remove_if_there()?,
            }
        }
    }
    Ok(told(listed))
}

/// Gives the documents that have no file, and removes nothing.
pub(super) fn missing_documents(layout: &Layout, mut listed: HashSet<DocumentId>) -> io::Result<Vec<DocumentId>> {
    for (place, _) in layout.documents().entries()? {
        if let Some(Ok(id)) = place.name().to_str().map(str::parse) {
            listed.remove(&id);
        }
    }
    Ok(told(listed))
}

fn told(missing: HashSet<DocumentId>) -> Vec<DocumentId> {
    if !missing.is_empty() {
        tracing::warn!(count = missing.len(), "files of documents are missing");
    }
    missing.into_iter().collect()
}

/// Whether this program could have made a file of that name: nothing else is removed.
fn is_ours(name: &str) -> bool {
    name.parse::<DocumentId>().is_ok() || id_of_staged(name).is_some()
}
