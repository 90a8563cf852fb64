//! Removing values.

use idw_vault::{Batch, RecordId};

use super::{AttributeError, Viewer, by_schema};
use crate::{
    Wallet,
    documents::{self, unused_without},
    records::{AttributeRecord, Event, Record},
    store::put,
    view::AttributeView,
};

impl Wallet {
    /// Removes the values of an attribute: all of them, the one with `label`, or the one whose id is `name`.
    /// Documents that came with them and that nothing else uses go too.
    ///
    /// # Errors
    /// Where there is no such attribute, or the wallet holds no such value.
    pub fn remove_attribute(&self, name: &str, label: Option<&str>) -> Result<Vec<AttributeView>, AttributeError> {
        let _guard = self.store.changing();
        let leaving = self.named(name, label)?;
        let viewer = Viewer::read(self)?;
        let views: Vec<_> = leaving.iter().map(|(id, record)| viewer.view(*id, record)).collect();
        let Some(first) = views.first() else { return Ok(views) };

        let mut batch = Batch::new();
        let ids: Vec<RecordId> = leaving.iter().map(|(id, _)| *id).collect();
        for id in &ids {
            batch.remove(AttributeRecord::TREE, *id);
        }
        for document in unused_without(self, &ids, &[])? {
            documents::remove(&mut batch, document);
        }
        self.promote(&mut batch, &leaving, &ids)?;
        let event = Event::AttributeRemoved { name: first.name.clone(), title: first.title.clone() };
        self.store.commit(batch, event)?;
        Ok(views)
    }

    /// Where the default goes, the oldest value left becomes it.
    fn promote(
        &self,
        batch: &mut Batch,
        leaving: &[(RecordId, AttributeRecord)],
        ids: &[RecordId],
    ) -> Result<(), AttributeError> {
        let types = self.types()?;
        let default = leaving.iter().find(|(_, record)| record.is_default);
        let Some(ty) = default.and_then(|(_, record)| types.of(&record.schema)) else { return Ok(()) };
        let left = by_schema(self, ty)?.into_iter().find(|(id, _)| !ids.contains(id));
        if let Some((id, mut record)) = left {
            record.is_default = true;
            put(batch, id, &record);
        }
        Ok(())
    }
}
