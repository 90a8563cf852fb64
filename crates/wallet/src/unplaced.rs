//! What is on its way out of the vault, and when it counts as exported.

use std::{fmt, ops::Deref, sync::Arc};

use idw_vault::{Batch, RecordId};

use crate::{
    StoreError,
    clock::now,
    records::{AccountRecord, Event, ExportRecord},
    store::{Store, put},
};

/// Something that was taken out of the vault and has not arrived anywhere yet.
///
/// The activity log says that an export was begun before the first byte is out. Nothing counts as exported until
/// [`placed`](Self::placed) is called, by whoever knows that the bytes are on the disk under their name, or were taken
/// by whoever asked for them. Only what leaves a vault that is open for reading only is not written down. Dropped before that, an imported key stays the only one there is.
#[must_use = "it counts as exported only once `placed` was called"]
pub struct Unplaced<T> {
    content: T,
    store: Arc<Store>,
    event: Option<Event>,
    /// The named account of which this is the key.
    account: Option<RecordId>,
}

impl Unplaced<()> {
    /// Writes down that an export begins.
    pub(crate) fn begin(store: &Arc<Store>, what: ExportRecord) -> Result<Self, StoreError> {
        let event = Some(what.done());
        store.commit_export(Batch::new(), Event::ExportBegun { what })?;
        Ok(Self { content: (), store: Arc::clone(store), event, account: None })
    }
}

impl<T> Unplaced<T> {
    /// What the log does not tell of: it holds nothing that can be lost or found.
    pub(crate) fn unlogged(store: &Arc<Store>, content: T) -> Self {
        Self { content, store: Arc::clone(store), event: None, account: None }
    }

    /// The same with what is exported.
    pub(crate) fn with<U>(self, content: U) -> Unplaced<U> {
        let Self { content: _, store, event, account } = self;
        Unplaced { content, store, event, account }
    }

    /// The same without what is exported, for whoever learns later that it has arrived and must not keep it until then.
    pub fn without_content(self) -> Unplaced<()> {
        self.with(())
    }

    /// Once it is placed, the key of this account is known to be elsewhere too.
    pub(crate) fn of_account(self, account: RecordId) -> Self {
        Self { account: Some(account), ..self }
    }

    /// Writes down that it has arrived. From now on it counts as exported.
    ///
    /// # Errors
    /// Where the vault cannot be written; it does not count as exported then.
    pub fn placed(self) -> Result<T, StoreError> {
        let Self { content, store, event, account } = self;
        let _guard = store.changing();
        let mut batch = Batch::new();
        // It may have been renamed meanwhile, or removed.
        if let Some(id) = account
            && let Some(mut record) = store.get::<AccountRecord>(id)?
        {
            record.exported = Some(now());
            put(&mut batch, id, &record);
        }
        if let Some(event) = event {
            store.commit_export(batch, event)?;
        }
        Ok(content)
    }
}

impl<T> Deref for Unplaced<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.content
    }
}

impl<T: fmt::Debug> fmt::Debug for Unplaced<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Unplaced").field(&self.content).finish()
    }
}
