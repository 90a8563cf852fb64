//! A header with other slots.

use std::sync::PoisonError;

use super::Vault;
use crate::header::{Header, SignedHeader, Slot};
use crate::{IoFault, header_file};

impl Vault {
    /// Writes the next header with edited slots; everything else in it, other slots included, stays as it is.
    ///
    /// The caller holds the header's lock. A full disk shows before the new header takes the place of the old one.
    pub(super) fn rewrite_slots(
        &self,
        signed: &mut SignedHeader,
        edit: impl FnOnce(&mut Vec<Slot>),
    ) -> Result<(), IoFault> {
        self.rewrite_header(signed, |header| edit(&mut header.slots))
    }

    /// Writes the next header with whatever is different in it. The caller holds the header's lock.
    pub(super) fn rewrite_header(
        &self,
        signed: &mut SignedHeader,
        edit: impl FnOnce(&mut Header),
    ) -> Result<(), IoFault> {
        let layout = self.folder.writable()?;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut header = signed.header().clone();
        header.generation += 1;
        header.floor = state.manifest.write;
        edit(&mut header);
        let changed = SignedHeader::sign(header, self.keys.source());
        header_file::write(layout, &changed).map_err(IoFault::when("write the header"))?;
        if let Err(error) = state.anchor.advance_header(changed.header().generation) {
            tracing::warn!(%error, "the rollback anchor was not advanced");
        }
        *signed = changed;
        self.snapshot_locked(signed, &mut state); // older ones have the old header
        Ok(())
    }
}

/// Puts a slot in the place of the one of its kind, or behind the others.
pub(super) fn put_slot(slots: &mut Vec<Slot>, new: Slot) {
    match slots.iter_mut().find(|slot| slot.kind == new.kind) {
        Some(old) => *old = new,
        None => slots.push(new),
    }
}
