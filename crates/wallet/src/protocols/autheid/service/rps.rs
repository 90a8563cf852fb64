//! The parties of a service: what the operator registered, as this wallet knows it.

use idw_autheid::{
    MOST_OPEN_FOR_RP,
    wire::{ListedForm, ListedRp},
};
use idw_vault::{Batch, RecordId};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::{
    super::{
        kept::{self, record_id},
        parties::{self, checked_name},
    },
    ListingFault,
};
use crate::{
    StoreError, Wallet,
    clock::now,
    records::{EidFormRecord, EidPartyRecord, EidPartyServiceRecord, Event, Record as _},
    store::put,
};

/// Before what is hashed for the id of a party. It never changes: what the party knows the user by is derived from the id.
const LABEL: &[u8] = b"idw eid party of a service v1";
/// The most parties of one service that are known at a time. A person meets a few.
const MOST_PARTIES: usize = 200;
/// The longest id of a party, in bytes.
const MOST_ID_BYTES: usize = 100;

/// A party of a service as it stands from now on.
pub(super) struct Party {
    pub(super) id: RecordId,
    pub(super) record: EidPartyRecord,
    /// What the log has of a change.
    pub(super) event: Option<Event>,
    /// Whether it has to be written.
    pub(super) is_changed: bool,
}

/// The id of a party: the same each time, whatever happens to the connection in between.
pub(super) fn party_id(service: &str, rp: &str) -> RecordId {
    // A service's id has a fixed length.
    record_id(Sha256::new().chain_update(LABEL).chain_update(service).chain_update(rp).finalize().into())
}

/// Why a party cannot be one.
pub(super) fn misfit(rp: &ListedRp) -> Option<ListingFault> {
    if rp.id.is_empty() || rp.id.len() > MOST_ID_BYTES || !rp.id.bytes().all(|byte| byte.is_ascii_graphic()) {
        Some(ListingFault::PartyId)
    } else if checked_name(&rp.name).is_err() {
        Some(ListingFault::PartyName)
    } else {
        None
    }
}

impl Wallet {
    /// A party of a service, with what the service says of it now.
    pub(super) fn eid_party_of(
        &self,
        service: &str,
        host: &str,
        rp: &ListedRp,
        batch: &mut Batch,
    ) -> Result<Party, StoreError> {
        let id = party_id(service, &rp.id);
        let registered = EidPartyServiceRecord { id: service.to_owned(), rp: rp.id.clone(), host: host.to_owned() };
        // As it came but for spaces around it.
        let name = rp.name.trim().to_owned();
        let Some(before) = self.store.get::<EidPartyRecord>(id)? else {
            self.make_room_for_a_party(service, batch)?;
            let added = Timestamp::from_second(rp.added).unwrap_or_else(|_| now());
            let record = EidPartyRecord {
                version: 1,
                name,
                key: String::new(),
                form: form(rp.form),
                matching: rp.matching,
                open_limit: MOST_OPEN_FOR_RP,
                logo: None,
                blocked: None,
                declined: 0,
                quiet_until: None,
                unseen: None,
                service: Some(registered),
                created: added.min(now()),
            };
            return Ok(Party { id, record, event: None, is_changed: true });
        };
        let record = EidPartyRecord {
            name,
            form: form(rp.form),
            matching: rp.matching,
            service: Some(registered),
            ..before.clone()
        };
        let renamed = Event::EidPartyRenamed { from: before.shown_name(), to: record.shown_name() };
        let event = (before.name != record.name).then_some(renamed);
        Ok(Party { id, is_changed: record != before, record, event })
    }

    /// Forgets the party of a service that it has longest, where there are too many: it comes back when it asks again. Those
    /// that are blocked stay, and those that ask something at the moment.
    fn make_room_for_a_party(&self, service: &str, batch: &mut Batch) -> Result<(), StoreError> {
        let is_of_it = |one: &EidPartyRecord| one.service.as_ref().is_some_and(|of| of.id == service);
        let of_it: Vec<_> = parties::all(&self.store)?.into_iter().filter(|(_, one)| is_of_it(one)).collect();
        if of_it.len() < MOST_PARTIES {
            return Ok(());
        }
        let asking: Vec<String> = kept::everything(&self.store)?.into_iter().map(|kept| kept.request.rp).collect();
        let is_idle =
            |(id, one): &&(RecordId, EidPartyRecord)| one.blocked.is_none() && !asking.contains(&id.to_string());
        if let Some((id, _)) = of_it.iter().filter(is_idle).min_by_key(|(_, one)| one.created) {
            batch.remove(EidPartyRecord::TREE, *id);
        }
        Ok(())
    }
}

impl Party {
    /// Adds it to a batch, where it is not there as it is.
    pub(super) fn put(&self, batch: &mut Batch) {
        if self.is_changed {
            put(batch, self.id, &self.record);
        }
    }
}

fn form(form: ListedForm) -> EidFormRecord {
    match form {
        ListedForm::Raw => EidFormRecord::Raw,
        ListedForm::X509 => EidFormRecord::X509,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rp(id: &str, name: &str) -> ListedRp {
        ListedRp {
            id: id.to_owned(),
            name: name.to_owned(),
            form: ListedForm::X509,
            matching: false,
            added: 1_796_040_000,
        }
    }

    /// What parties know the user by is derived from it.
    #[test]
    fn the_id_of_a_party_never_changes() {
        let service = "A".repeat(44);
        let id = party_id(&service, "311e583f77610c241d47be2a3f8cd255");
        assert_eq!(id.to_string(), "df75b717e45faecd810c55e0af3098d1");
        assert_ne!(id, party_id(&service, "311e583f77610c241d47be2a3f8cd256"));
        assert_ne!(id, party_id(&"B".repeat(44), "311e583f77610c241d47be2a3f8cd255"));
    }

    #[test]
    fn names_that_deceive_are_no_names() {
        assert_eq!(misfit(&rp("1", "Sample Shop")), None);
        for name in ["", " ", "two\nlines", "a\u{202e}pohS", "a\tb", &"x".repeat(61)] {
            assert!(misfit(&rp("1", name)) == Some(ListingFault::PartyName), "{name:?}");
        }
        for id in ["", "with space", "two\nlines", &"x".repeat(101)] {
            assert!(misfit(&rp(id, "Sample Shop")) == Some(ListingFault::PartyId), "{id:?}");
        }
    }
}
