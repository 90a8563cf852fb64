//! What the wallet would be: nothing is merged that no backup could hold afterwards.

use std::{collections::HashSet, ops::Range};

use idw_vault::RecordId;
use idw_words::{Message as _, MessageData, message};

use super::Merge;
use crate::{
    backup::{
        content::Content,
        error::RestoreError,
        sift::{Incoherent, LeftOut},
        view::MergeOutcome,
    },
    records::{
        AccountKeyRecord, AccountRecord, ApplicationRecord, AttributeRecord, EidPartyRecord, ProfileRecord,
        ProviderRecord, Record as _, SchemaRecord, SiteRecord,
    },
};

/// The files of a backup beside the documents.
const JSON_FILES: usize = 11;

impl Merge<'_> {
    /// Does what adds something, and remembers what was told of the records that it put.
    pub(super) fn noting<T>(&mut self, add: impl FnOnce(&mut Self) -> T) -> T {
        let (items, ids) = (self.items.len(), self.held.given.len());
        let done = add(self);
        let told = items..self.items.len();
        let given: Vec<RecordId> = self.held.given[ids..].to_vec();
        self.told.extend(given.into_iter().map(|id| (id, told.clone())));
        done
    }

    /// Looks at the wallet as it would be with the eyes of who reads a backup of it. What was added and would be refused
    /// there is taken back and told. What the wallet held before is not touched: making a backup tells of it.
    pub(super) fn check_result(&mut self) -> Result<(), RestoreError> {
        let (content, _) = Content::gather(self.store, Some(&self.batch))?;
        if content.documents.len() + JSON_FILES > idw_backup::MAX_FILES {
            let what = message::BackupFaultTooManyFiles { most: idw_backup::MAX_FILES }.data();
            return Err(RestoreError::TooMuch { what });
        }
        let refused = match content.sifted() {
            Ok((_, _, left_out)) => left_out,
            Err(Incoherent { what }) => {
                let (before, _) = Content::gather(self.store, None)?;
                return if before.sifted().is_ok() { Err(RestoreError::TooMuch { what }) } else { Ok(()) };
            }
        };
        let mut taken_back = HashSet::new();
        for LeftOut { id, why, .. } in refused {
            let Ok(id) = id.parse::<RecordId>() else { continue };
            if let Some(told) = self.told.get(&id).cloned()
                && taken_back.insert(id)
            {
                self.take_back(id, told, &why);
            }
        }
        Ok(())
    }

    fn take_back(&mut self, id: RecordId, told: Range<usize>, why: &MessageData) {
        let trees = [
            ProfileRecord::TREE,
            AccountRecord::TREE,
            AccountKeyRecord::TREE,
            AttributeRecord::TREE,
            SiteRecord::TREE,
            SchemaRecord::TREE,
            ApplicationRecord::TREE,
            ProviderRecord::TREE,
            EidPartyRecord::TREE,
        ];
        for tree in trees {
            self.batch.take_back(tree, id);
        }
        for item in &mut self.items[told] {
            item.outcome = MergeOutcome::LeftOut;
            item.reason = Some(why.clone());
        }
    }
}
