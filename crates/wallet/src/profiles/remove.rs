//! Removing a profile.

use idw_vault::Batch;

use super::{ProfileContents, ProfileError, ProfileRef, list::find};
use crate::{
    IfNeeded, Wallet,
    clock::now,
    records::{
        AccountKeyRecord, AccountRecord, ApplicationRecord, AttributeRecord, EidServiceRecord, Event, Record,
        SiteRecord, UnsavedRecord,
    },
    store::{Place, Readable, Store, put},
    view::ProfileView,
};

impl Wallet {
    /// Removes a profile that is empty, or, if that was said, one with everything in it: attributes, documents, sites,
    /// accounts and connections with services of Auth eID. Its numbers are never used again, and its part of the activity log stays, unseen, because the log would not be whole
    /// without it.
    ///
    /// # Errors
    /// Where there is none, it is the first one or the one worked in, or it holds something and was to stay then.
    pub fn remove_profile<'a>(
        &self,
        profile: impl Into<ProfileRef<'a>>,
        if_needed: IfNeeded,
    ) -> Result<ProfileView, ProfileError> {
        let _guard = self.store.changing();
        let (id, mut profile) = find(&self.store, profile.into())?;
        let view = self.profile_view(id, &profile)?;
        if profile.number == 0 {
            return Err(ProfileError::First { name: profile.name });
        }
        if profile.number == self.store.profile() {
            return Err(ProfileError::Selected { name: profile.name });
        }
        if let Some(content) = content(&view).filter(|_| if_needed == IfNeeded::Refuse) {
            return Err(ProfileError::NotEmpty { name: profile.name, content });
        }

        let inside = self.store.for_profile(profile.number);
        let mut batch = Batch::new();
        remove_all::<AttributeRecord>(&inside, &mut batch)?;
        remove_all::<SiteRecord>(&inside, &mut batch)?;
        remove_all::<ApplicationRecord>(&inside, &mut batch)?;
        remove_all::<EidServiceRecord>(&inside, &mut batch)?;
        remove_all::<UnsavedRecord>(&inside, &mut batch)?;
        remove_all::<AccountRecord>(&inside, &mut batch)?;
        remove_all::<AccountKeyRecord>(&inside, &mut batch)?;
        for document in inside.documents() {
            crate::documents::remove(&mut batch, document?.0.id);
        }
        for one in inside.unreadable_documents()?.into_iter().filter(|one| one.profile == Some(profile.number)) {
            if let Place::Document(id) = one.place {
                crate::documents::remove(&mut batch, id);
            }
        }
        // The name is forgotten: only the numbers have to stay.
        let name = std::mem::take(&mut profile.name);
        profile.removed = Some(now());
        put(&mut batch, id, &profile);
        self.store.commit(batch, Event::ProfileRemoved { name })?;
        Ok(view)
    }
}

/// With what cannot be read and says that it is the profile's.
fn remove_all<R: Record>(store: &Store, batch: &mut Batch) -> Result<(), ProfileError> {
    let Readable { records, unreadable } = store.readable::<R>(|_| true)?;
    for (id, _) in records {
        batch.remove(R::TREE, id);
    }
    for one in unreadable.into_iter().filter(|one| one.profile == Some(store.profile())) {
        if let Place::Record { tree, id } = one.place {
            batch.remove(tree, id);
        }
    }
    Ok(())
}

/// What is in a profile; nothing where it is empty. The main account, which every profile has, does not count: it can be made
/// again from the phrase.
fn content(view: &ProfileView) -> Option<ProfileContents> {
    let ProfileView { attributes, documents, sites, accounts, .. } = *view;
    let accounts = accounts.saturating_sub(1);
    let is_empty = [attributes, documents, sites, accounts].iter().all(|count| *count == 0);
    (!is_empty).then_some(ProfileContents { attributes, documents, sites, accounts })
}
